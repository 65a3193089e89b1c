import { type RawBuilder, sql } from 'kysely'
import type { AccountGroup } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { listUses, type RecordUse } from '../db/references.ts'

export function selectAccountGroups(): RawBuilder<AccountGroup> {
  return sql`select * from account_groups`
}

/** The plans and accounts that put guests into a group. */
export async function listUsesOfAccountGroup(trx: Trx, id: string): Promise<RecordUse[]> {
  return [
    ...(await listUses(trx, 'usage_plans', sql`account_group_id = ${id}`)),
    ...(await listUses(trx, 'accounts', sql`account_group_id = ${id}`, 'login')),
  ]
}
