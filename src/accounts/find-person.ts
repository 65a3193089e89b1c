import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/db.ts'

/** A person, as the records know one. */
export interface Person {
  accountIds: string[]
  /** Numbers in E.164 and addresses in lower case. */
  contacts: string[]
  /** Those, and the logins: what limits count a person under. */
  names: string[]
}

/**
 * Finds what belongs to one person, from an account or from a contact. Theirs is the account that has proven a contact,
 * and accounts that name it and have proven nothing, where nobody has proven it or they never got any further. A contact of
 * an account that somebody else has proven is not theirs. Undefined: there is no such account.
 */
export async function findPerson(trx: Trx, by: { accountId: string } | { contact: string }): Promise<Person | undefined> {
  const own = 'accountId' in by ? await findOwn(trx, sql`a.id = ${by.accountId}`) : await findOwn(trx, provenBy(by.contact))
  if ('accountId' in by && own.length === 0) return undefined
  const contacts = new Set([...('contact' in by ? [by.contact] : []), ...own.flatMap(account => account.contacts)])
  const { rows: unproven } = await sql<{ id: string; login_key: string }>`
    select id, login_key from accounts
    where (phone = any(${[...contacts]}::text[]) or email = any(${[...contacts]}::text[]))
      and phone_validated_at is null and email_validated_at is null
      and (status = 'pending' or not exists (select from accounts o where o.phone = any(${[...contacts]}::text[]) and o.phone_validated_at is not null
        or o.email = any(${[...contacts]}::text[]) and o.email_validated_at is not null))
    for update`.execute(trx)
  const accounts = new Map([...own, ...unproven].map(account => [account.id, account]))
  return {
    accountIds: [...accounts.keys()],
    contacts: [...contacts],
    names: [...new Set([...contacts, ...[...accounts.values()].map(account => account.login_key)])],
  }
}

function provenBy(contact: string): RawBuilder<boolean> {
  return sql`(a.phone = ${contact} and a.phone_validated_at is not null or a.email = ${contact} and a.email_validated_at is not null)`
}

async function findOwn(trx: Trx, which: RawBuilder<boolean>): Promise<{ id: string; login_key: string; contacts: string[] }[]> {
  const { rows } = await sql<{ id: string; login_key: string; contacts: string[] }>`
    select a.id, a.login_key, array(
      select c.contact from (values (a.phone, a.phone_validated_at), (a.email, a.email_validated_at)) c (contact, proven_at)
      where c.contact is not null and (c.proven_at is not null or not exists (select from accounts o where o.id <> a.id
        and (o.phone = c.contact and o.phone_validated_at is not null or o.email = c.contact and o.email_validated_at is not null)))
    ) as contacts
    from accounts a where ${which} for update of a`.execute(trx)
  return rows
}

/** SQL that is true for a key that something of the person is counted under: `KIND:NAME`, perhaps with `#2` or a browser after it. */
export function isCountedFor({ names }: Person, key: string): RawBuilder<boolean> {
  const named = sql`substr(${sql.ref(key)}, strpos(${sql.ref(key)}, ':') + 1)`
  return sql`exists (select from unnest(${names}::text[]) as n(name) where starts_with(${named}, name)
    and substr(${named}, length(name) + 1) ~ '^(#[0-9]+)?(@[A-Za-z0-9_-]{22})?$')`
}

/** SQL that is true for a code or message of the person; `contact` is the column that says where it goes. */
export function isSentTo({ accountIds, names }: Person, contact: string): RawBuilder<boolean> {
  return sql`(${sql.ref(contact)} = any(${names}::text[]) or account_id = any(${accountIds}::uuid[]))`
}
