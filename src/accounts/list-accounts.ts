import { type RawBuilder, sql } from 'kysely'
import type { Account } from './account.ts'

/** Accounts as an operator lists them. */
export function selectAccounts(): RawBuilder<Account> {
  return sql`select * from accounts`
}
