import { type RawBuilder, sql } from 'kysely'
import type { Trx } from './db.ts'
import type { Tables } from './tables.ts'

/** A record that keeps another from being deleted. */
export interface RecordUse {
  resource: string
  id: string
  name: string
}

/** How many records of each kind are named when a deletion is refused. */
const USES_MAX = 10

/** Returns which of the ids the table does not have. The others cannot be deleted before the transaction ends. */
export async function missingIds(trx: Trx, table: keyof Tables, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where id = any(${ids}::uuid[]) for key share`.execute(trx)
  const found = new Set(rows.map(row => row.id))
  return ids.filter(id => !found.has(id))
}

/** Lists the first records of `resource` for which `condition` holds. */
export async function listUses(
  trx: Trx,
  resource: keyof Tables,
  condition: RawBuilder<unknown>,
  name = 'name',
): Promise<RecordUse[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${sql.ref(name)} as name from ${sql.table(resource)} where ${condition}
    order by ${sql.ref(name)} limit ${USES_MAX}`.execute(trx)
  return rows.map(row => ({ resource, ...row }))
}
