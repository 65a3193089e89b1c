import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'
import type { Account } from './account.ts'
import { findOwnLogins } from './find-person.ts'

const HOUR_S = 3600

/** A session that has signed in. */
export interface SignIn {
  id: string
  splash_portal_id: string
  at: Date
  /** Null: it goes on. */
  ended_at: Date | null
  user_agent: string
  address: string
  current: boolean
}

export function selectSignIns(accountId: string, now: Date): RawBuilder<SignIn> {
  return sql`
    select id, splash_portal_id, signed_in_at as at, case when expires_at <= ${now} then expires_at end as ended_at,
      user_agent, address, expires_at > ${now} as current
    from sessions where account_id = ${accountId} and signed_in_at is not null`
}

/** The portal where an account last signed in, as far as that is kept. */
export async function lastPortalOf(trx: Trx, accountId: string): Promise<string | undefined> {
  const last = await trx
    .selectFrom('sessions')
    .select('splash_portal_id')
    .where('account_id', '=', accountId)
    .where('signed_in_at', 'is not', null)
    .orderBy('signed_in_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.splash_portal_id
}

/** A browser that has proven a contact of the account or signed in to it. */
export interface KnownDevice {
  id: string
  first_proven_at: Date
  last_proven_at: Date
  user_agent: string
  signed_in: boolean
}

/** Whom failed sign-ins are counted under (limits/login-throttle.ts): the login, and each proven contact. */
async function loginBudgets(on: Trx | Db['kysely'], account: Account): Promise<string[]> {
  const { id, phone, phone_validated_at, email, email_validated_at } = account
  const contacts = [phone_validated_at && phone, email_validated_at && email].filter(name => typeof name === 'string')
  const names = [...(await findOwnLogins(on, [account], [id])), ...contacts]
  return [...new Set(names)].map(name => `login:${name}`)
}

/** What known_devices has an account's browsers under: its proven contacts, and whom sign-ins are counted under. */
async function deviceNames(on: Trx | Db['kysely'], account: Account): Promise<string[]> {
  return [
    ...(account.phone && account.phone_validated_at ? [`sms:${account.phone}`] : []),
    ...(account.email && account.email_validated_at ? [`email:${account.email}`] : []),
    ...(await loginBudgets(on, account)),
  ]
}

/** The browsers that are known to an account, the last proven first. Where a session of one is kept it says what it is. */
export async function listKnownDevices(db: Db, account: Account, now: Date): Promise<KnownDevice[]> {
  const names = await deviceNames(db.kysely, account)
  const { rows } = await sql<KnownDevice>`
    select d.device as id, min(coalesce(d.first_proven_at, d.proven_at)) as first_proven_at, max(d.proven_at) as last_proven_at,
      coalesce((select s.user_agent from sessions s where s.account_id = ${account.id} and s.device = d.device
        order by s.signed_in_at desc nulls last limit 1), '') as user_agent,
      exists (select from sessions s where s.account_id = ${account.id} and s.device = d.device
        and s.signed_in_at is not null and s.expires_at > ${now}) as signed_in
    from known_devices d where d.contact = any(${names}::text[])
    group by d.device order by last_proven_at desc, d.device`.execute(db.kysely)
  return rows
}

/** Knows these browsers of an account no more; undefined: none of them. Answers how many it knew. */
export async function forgetDevices(trx: Trx, account: Account, ids: string[] | undefined): Promise<number> {
  const names = await deviceNames(trx, account)
  const { rows } = await sql<{ device: string }>`
    delete from known_devices where contact = any(${names}::text[])
      and ${ids === undefined ? sql`true` : sql`device = any(${ids}::text[])`} returning device`.execute(trx)
  return new Set(rows.map(({ device }) => device)).size
}

/** How many sign-ins to an account have failed within the hour, whoever tried. A right password forgets them. */
export async function countFailedSignIns(db: Db, account: Account, now: Date): Promise<number> {
  const names = await loginBudgets(db.kysely, account)
  // A known browser is counted on a key of its own. Keys are looked up one by one, since there may be millions.
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from contact_budgets b cross join unnest(b.failures) at
    where at > ${addSeconds(now, -HOUR_S)} and b.key = any(
      array(select unnest(${names}::text[])
        union all select contact || '@' || device from known_devices where contact = any(${names}::text[])))`.execute(db.kysely)
  return rows[0]?.n ?? 0
}
