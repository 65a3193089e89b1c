import type { Context } from '../context.ts'
import { type AuditEvent, appendAuditEvent } from '../db/audit-trail.ts'
import type { Trx } from '../db/db.ts'
import { maskContact } from '../lib/mask.ts'

/** Columns that hold the hash of a secret, and the field that an operator knows it by. Those that are encrypted tell by their name. */
const SECRETS: Record<string, string> = {
  password_hash: 'password',
  key_hash: 'key',
}
const CONTACTS = new Set(['email', 'phone', 'contact'])
/** Options of SMS gateways that are written freely, so that somebody may have put a credential there after all. */
const FREE_OPTIONS = new Set(['url', 'headers', 'body'])
const UNTOLD = new Set([
  'id',
  'created_at',
  'updated_at',
  'login_key',
  'password_is_short',
  'key_prefix',
  'spent_day',
  'spent_day_micros',
  'spent_month',
  'spent_month_micros',
])

type Row = Record<string, unknown>

/**
 * What differs between two states of a record: `{from, to}` a field; contacts masked; of a secret, and of what is `personal`,
 * only that it changed. The trail is never rewritten: what is in it stays when a guest's data are erased.
 */
export function describeChanges(
  before: Row | undefined,
  after: Row | undefined,
  personal: readonly string[] = [],
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const column of Object.keys(after ?? before ?? {})) {
    if (UNTOLD.has(column)) continue
    if (JSON.stringify(before?.[column] ?? null) === JSON.stringify(after?.[column] ?? null)) continue
    const from = tell(column, before?.[column])
    const to = tell(column, after?.[column])
    const field = SECRETS[column] ?? /^(.*)_encrypted$/.exec(column)?.[1]
    const isUntold = field !== undefined || personal.includes(column)
    changes[field ?? column] = isUntold ? 'changed' : { ...(before && { from }), ...(after && { to }) }
  }
  return changes
}

function tell(column: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (CONTACTS.has(column) && typeof value === 'string') return maskContact(value)
  if (column === 'login') return maskLogin(String(value))
  if (column === 'options') return hideFreeOptions(value)
  return value
}

/** The options of an SMS gateway without those that may hold a credential. */
export function hideFreeOptions(options: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, FREE_OPTIONS.has(name) ? 'not shown' : option]),
  )
}

/** A guest's login, which may be their number or address: then masked as such. */
export function maskLogin(login: string): string {
  return /@|^\+?[\d\s().-]{6,}$/.test(login) ? maskContact(login) : login
}

/**
 * Writes down who did what to which record, as the last thing of a transaction: other writers wait from here to its end.
 * Without one, in a transaction of its own.
 */
export async function insertAuditEvent(ctx: Context, trx: Trx | undefined, event: AuditEvent): Promise<void> {
  const append = (within: Trx) => appendAuditEvent(within, ctx.keys, ctx.clock.now(), event)
  await (trx ? append(trx) : ctx.db.transaction(append))
}
