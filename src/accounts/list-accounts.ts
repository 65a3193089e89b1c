import { type RawBuilder, sql } from 'kysely'
import type { Account } from './account.ts'

/** Accounts as an operator lists them. */
export function selectAccounts(): RawBuilder<Account> {
  return sql`select * from accounts`
}

/** SQL for everything that an account `r` is searched by, in lower case: the expression of the index accounts_parts, to the letter. */
export function searchTextOfAccount(): RawBuilder<string> {
  return sql`lower(r.login || ' ' || r.first_name || ' ' || r.last_name || ' ' || coalesce(r.email, '') || ' ' || coalesce(r.phone, ''))`
}
