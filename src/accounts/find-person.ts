import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/db.ts'

/** A person, as the records know one. */
export interface Person {
  accountIds: string[]
  /** Numbers in E.164 and addresses in lower case. */
  contacts: string[]
  /** Those, and the logins: what sign-ins and password resets are counted under. */
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
  const accountIds = [...accounts.keys()]
  const logins = await findOwnLogins(trx, [...accounts.values()], accountIds)
  return { accountIds, contacts: [...contacts], names: [...new Set([...contacts, ...logins])] }
}

/** A login may read like a contact that somebody else has proven: what is counted under it is theirs. */
export async function findOwnLogins(
  on: Trx | Db['kysely'],
  accounts: { login_key: string }[],
  accountIds: string[],
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select l.key from unnest(${accounts.map(account => account.login_key)}::text[]) as l(key)
    where not exists (select from accounts o where o.id <> all(${accountIds}::uuid[])
      and (o.phone = l.key and o.phone_validated_at is not null or o.email = l.key and o.email_validated_at is not null))`.execute(
    on,
  )
  return rows.map(({ key }) => key)
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
export function isCountedFor({ contacts, names }: Person, key: string): RawBuilder<boolean> {
  const named = sql`substr(${sql.ref(key)}, strpos(${sql.ref(key)}, ':') + 1)`
  return sql`exists (
    select from (select 'contact' as sort, unnest(${contacts}::text[]) as name union all select 'name', unnest(${names}::text[])) n
    where n.sort = case split_part(${sql.ref(key)}, ':', 1) when 'sms' then 'contact' when 'email' then 'contact' when 'invitation' then 'contact'
        when 'login' then 'name' when 'reset' then 'name' end
      and starts_with(${named}, name) and substr(${named}, length(name) + 1) ~ '^(#[0-9]+)?(@[A-Za-z0-9_-]{22})?$')`
}

/** SQL that is true for a message of the person. */
export function isSentTo({ accountIds, contacts }: Person): RawBuilder<boolean> {
  return sql`("to" = any(${contacts}::text[]) or account_id = any(${accountIds}::uuid[]))`
}

/** SQL that is true for a code of the person. One that nobody was sent has for its contact what was typed, which may be a login. */
export function isCodeOf({ accountIds, contacts, names }: Person): RawBuilder<boolean> {
  return sql`(contact = any(${contacts}::text[]) or decoy and contact = any(${names}::text[]) or account_id = any(${accountIds}::uuid[]))`
}
