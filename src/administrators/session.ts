import type { Db, Statement, Trx } from '../db/db.ts'
import type { Role } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'
import { hashToken } from '../lib/keys.ts'
import { randomToken, uuidv7 } from '../lib/random.ts'

/** A session ends after so long without use, and after so long in all. */
const IDLE_S = 12 * 3600
export const SESSION_LIFETIME_S = 7 * 86_400
/** Use is written down at most so often. */
const NOTE_EVERY_S = 60
/** How long a proof that it is them lasts for what a thief of the session would want to do. */
export const CONFIRMED_S = 600

/** A session of the console, as its cookie finds it. */
export interface AdministratorSession {
  id: string
  administrator_id: string
  login: string
  role: Role
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  confirmed_at: Date
  /** It began while a second factor was required of them, and they have none to this day. */
  lacks_factor: boolean
}

/** What is told of a browser in the list of sessions. */
export interface SignInFrom {
  address: string
  /** In words: `Chrome on Android`. */
  userAgent: string
}

const FIND: Statement = {
  name: 'administrator_session_find',
  text: `
select s.id, s.administrator_id, s.created_at, s.last_seen_at, s.expires_at, s.confirmed_at, a.login, a.role,
  s.began_without_factor and a.totp_secret_encrypted is null
    and not exists (select from administrator_passkeys p where p.administrator_id = a.id) as lacks_factor
from administrator_sessions s join administrators a on a.id = s.administrator_id
where s.token_hash = $1 and s.expires_at > $2 and a.status = 'active'`,
}

// Pages ask for several things at once: only the first writes.
const NOTE_USE: Statement = {
  name: 'administrator_session_note_use',
  text: 'update administrator_sessions set last_seen_at = $2, expires_at = $3 where id = $1 and last_seen_at <= $4',
}

/** Finds the session of a cookie's token. It is no use of it. */
export async function findAdministratorSession(db: Db, token: string, now: Date): Promise<AdministratorSession | undefined> {
  const [session] = await db.run<AdministratorSession>(FIND, [hashToken(token), now])
  return session
}

/** Finds the session of a cookie's token, in one query; once a minute in two, since its end moves with its use. */
export async function touchAdministratorSession(db: Db, token: string, now: Date): Promise<AdministratorSession | undefined> {
  const session = await findAdministratorSession(db, token, now)
  if (!session) return undefined
  const noted = addSeconds(now, -NOTE_EVERY_S)
  if (session.last_seen_at > noted) return session
  const expiresAt = endOf(session.created_at, now)
  await db.run(NOTE_USE, [session.id, now, expiresAt, noted])
  return { ...session, last_seen_at: now, expires_at: expiresAt }
}

function endOf(createdAt: Date, now: Date): Date {
  const [idle, latest] = [addSeconds(now, IDLE_S), addSeconds(createdAt, SESSION_LIFETIME_S)]
  return idle < latest ? idle : latest
}

/** Starts a session. The token goes into the cookie; only its hash is kept. */
export async function insertAdministratorSession(
  trx: Trx,
  session: { administratorId: string; from: SignInFrom; lacksFactor: boolean },
  now: Date,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const id = uuidv7(now)
  const token = randomToken()
  const expiresAt = endOf(now, now)
  await trx
    .insertInto('administrator_sessions')
    .values({
      id,
      token_hash: hashToken(token),
      administrator_id: session.administratorId,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      confirmed_at: now,
      address: session.from.address,
      user_agent: session.from.userAgent,
      began_without_factor: session.lacksFactor,
    })
    .execute()
  return { id, token, expiresAt }
}

/** The open sessions of an administrator, the one that was used last first. */
export function listAdministratorSessions(db: Db, administratorId: string, now: Date) {
  return db.kysely
    .selectFrom('administrator_sessions')
    .select(['id', 'created_at', 'last_seen_at', 'address', 'user_agent'])
    .where('administrator_id', '=', administratorId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Ends one session of an administrator. Returns whether there was one. */
export async function endAdministratorSession(trx: Trx, session: { id: string; administratorId: string }): Promise<boolean> {
  const ended = await trx
    .deleteFrom('administrator_sessions')
    .where('id', '=', session.id)
    .where('administrator_id', '=', session.administratorId)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/** Ends the session that a cookie's token is of, if any, and returns whose it was. */
export function endSessionOfToken(trx: Trx, token: string): Promise<{ administrator_id: string } | undefined> {
  return trx
    .deleteFrom('administrator_sessions')
    .where('token_hash', '=', hashToken(token))
    .returning('administrator_id')
    .executeTakeFirst()
}

/** Ends every session of an administrator but `except`, and every sign-in that is under way. Returns how many sessions. */
export async function endAdministratorSessions(trx: Trx, administratorId: string, except?: string): Promise<number> {
  for (const table of ['administrator_tickets', 'administrator_challenges'] as const)
    await trx.deleteFrom(table).where('administrator_id', '=', administratorId).execute()
  const ended = await trx
    .deleteFrom('administrator_sessions')
    .where('administrator_id', '=', administratorId)
    .$if(except !== undefined, query => query.where('id', '<>', except ?? ''))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Notes that it is them: what needs that may be done for a while. */
export async function confirmAdministratorSession(trx: Trx, id: string, now: Date): Promise<boolean> {
  const confirmed = await trx
    .updateTable('administrator_sessions')
    .set({ confirmed_at: now })
    .where('id', '=', id)
    .executeTakeFirst()
  return confirmed.numUpdatedRows > 0n
}
