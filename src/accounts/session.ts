import type { Db, Statement, Trx } from '../db/db.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { addSeconds } from '../lib/clock.ts'
import { hashToken } from '../lib/keys.ts'
import { randomToken, uuidv7 } from '../lib/random.ts'
import type { Account } from './account.ts'

/** How long a browser that is signed in, and one that is not, is known. */
export const SIGNED_IN_LIFETIME_S = 30 * 86_400
const ANONYMOUS_LIFETIME_S = 86_400

export interface Session {
  id: string
  splash_portal_id: string
  /** The plan that a signed-in guest is about to take. */
  usage_plan_id: string | null
  /** Null: the browser may do nothing but finish proving. */
  signed_in_at: Date | null
  /** Whom the browser acts for. */
  account: Account | undefined
}

const FIND: Statement = {
  name: 'session_find',
  text: `
select s.id, s.splash_portal_id, s.usage_plan_id, s.signed_in_at, to_jsonb(a) as account
from sessions s left join accounts a on a.id = s.account_id
where s.token_hash = $1 and s.splash_portal_id = $2 and s.expires_at > $3`,
}

type Row = Omit<Session, 'account'> & { account: Record<string, unknown> | null }

const TIMES = ['email_validated_at', 'phone_validated_at', 'usage_expires_at', 'last_seen_at', 'created_at', 'updated_at']

/** Finds the session of a cookie's token at a portal, with its account. */
export async function findSession(
  db: Db,
  where: { token: string; splashPortalId: string; now: Date },
): Promise<Session | undefined> {
  const [row] = await db.run<Row>(FIND, [hashToken(where.token), where.splashPortalId, where.now])
  if (!row) return undefined
  if (!row.account) return { ...row, account: undefined }
  // jsonb has no times: they come as ISO text.
  const account = Object.fromEntries(
    Object.entries(row.account).map(([name, value]) => [
      name,
      TIMES.includes(name) && value !== null ? new Date(String(value)) : value,
    ]),
  )
  return { ...row, account: account as unknown as Account }
}

/** What is kept of a browser that signs in. */
export interface Browser {
  /** As `deviceKey` makes it. */
  device: string
  /** In words, such as `Safari on iPhone`; empty: not known. */
  userAgent: string
  address: string
}

export interface NewSession {
  splashPortalId: string
  accountId?: string | undefined
  usagePlanId?: string | undefined
  signedIn?: boolean
  /** Kept only of one that signs in. */
  browser?: Browser
}

/** Starts a session. The token goes into the cookie; only its hash is kept. */
export function insertSession(trx: HotTrx, session: NewSession, now: Date): { id: string; token: string } {
  const id = uuidv7(now)
  const token = randomToken()
  // The account comes before its sessions, as with everybody who locks both.
  if (session.signedIn && session.accountId) trx.pipeline(noteSeen(trx, session.accountId, now))
  const row = {
    id,
    token_hash: hashToken(token),
    splash_portal_id: session.splashPortalId,
    account_id: session.accountId ?? null,
    usage_plan_id: session.usagePlanId ?? null,
    signed_in_at: session.signedIn ? now : null,
    created_at: now,
    expires_at: addSeconds(now, session.signedIn ? SIGNED_IN_LIFETIME_S : ANONYMOUS_LIFETIME_S),
    ...(session.signedIn && columnsOf(session.browser)),
  }
  trx.pipeline(trx.insertInto('sessions').values(row).execute())
  return { id, token }
}

/** Signs a session in, whose account is locked. It gets a new token, so that one known from before is worth nothing. */
export function signInSession(trx: HotTrx, session: { id: string; accountId: string; browser?: Browser }, now: Date): string {
  const token = randomToken()
  const signedIn = trx
    .with('seen', db => db.updateTable('accounts').set({ last_seen_at: now }).where('id', '=', session.accountId))
    .updateTable('sessions')
    .set({
      token_hash: hashToken(token),
      account_id: session.accountId,
      usage_plan_id: null,
      signed_in_at: now,
      expires_at: addSeconds(now, SIGNED_IN_LIFETIME_S),
      ...columnsOf(session.browser),
    })
    .where('id', '=', session.id)
  trx.pipeline(signedIn.execute())
  return token
}

function columnsOf(browser: Browser | undefined) {
  return browser && { device: browser.device, user_agent: browser.userAgent, address: browser.address }
}

async function noteSeen(trx: Trx, accountId: string, now: Date): Promise<void> {
  await trx.updateTable('accounts').set({ last_seen_at: now }).where('id', '=', accountId).execute()
}

// Guests open pages at once: only the first writes.
const NOTE_SEEN_AGAIN: Statement = {
  name: 'account_note_seen_again',
  text: 'update accounts set last_seen_at = $2 where id = $1 and (last_seen_at is null or last_seen_at <= $3)',
}
const SEEN_EVERY_S = 86_400

/** Notes that a signed-in account is still in use, at most once a day. */
export async function noteSeenAgain(db: Db, account: Account, now: Date): Promise<void> {
  const before = addSeconds(now, -SEEN_EVERY_S)
  if (account.last_seen_at && account.last_seen_at > before) return
  await db.run(NOTE_SEEN_AGAIN, [account.id, now, before])
}

/** Notes which plan the guest is about to take. */
export async function setWantedPlan(trx: Trx, id: string, usagePlanId: string | null): Promise<void> {
  await trx.updateTable('sessions').set({ usage_plan_id: usagePlanId }).where('id', '=', id).execute()
}

/** Ends a session. The row stays until it is tidied away, since the codes it asked for are the operator's record. */
export async function endSession(trx: Trx, id: string, now: Date): Promise<void> {
  await trx.updateTable('sessions').set({ expires_at: now }).where('id', '=', id).where('expires_at', '>', now).execute()
}

/** Ends every session of an account. Answers how many there were. */
export async function endSessionsOf(trx: Trx, accountId: string, now: Date): Promise<number> {
  const ended = await trx
    .updateTable('sessions')
    .set({ expires_at: now })
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/**
 * Hands the codes that an account waits for to another of its owner's browsers: the captive window of a phone closes
 * when its owner opens the message, and the code must be good in the next one. Answers how many there are.
 */
export async function adoptPendingValidations(
  trx: Trx,
  to: { accountId: string; sessionId: string },
  now: Date,
): Promise<number> {
  const adopted = await trx
    .updateTable('validations')
    .set({ session_id: to.sessionId })
    .where('account_id', '=', to.accountId)
    .where('purpose', '=', 'sign_up')
    .where('status', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return Number(adopted.numUpdatedRows)
}
