import type { Limits } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { type AuditEvent, appendAuditEvent } from '../db/audit-trail.ts'
import type { Trx } from '../db/db.ts'
import { maskContact } from '../lib/mask.ts'
import { formatMicros } from '../lib/money.ts'

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
 * What differs between two states of a record: `{from, to}` a field; contacts masked, money as operators write it; of a
 * secret, and of what is `personal`, only whether it was `set`, `changed` or `removed`. The trail is never rewritten: what is in it stays when a guest's data are erased.
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
    const secret = SECRETS[column] ?? /^(.*)_encrypted$/.exec(column)?.[1]
    if (secret !== undefined || personal.includes(column))
      changes[secret ?? column] = tellUntold(before?.[column], after?.[column])
    else
      changes[column.replace(/_micros$/, '')] = {
        ...(before && { from: tell(column, before[column]) }),
        ...(after && { to: tell(column, after[column]) }),
      }
  }
  return changes
}

/** What became of something that is not told. */
export function tellUntold(before: unknown, after: unknown): 'set' | 'changed' | 'removed' {
  if (isEmpty(before)) return 'set'
  return isEmpty(after) ? 'removed' : 'changed'
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function tell(column: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (column.endsWith('_micros')) return formatMicros(value as number)
  if (column === 'spend_max') return tellSpendMax(value as Limits['spend_max'])
  if (CONTACTS.has(column) && typeof value === 'string') return maskContact(value)
  if (column === 'login') return maskLogin(String(value))
  if (column === 'options') return hideFreeOptions(value)
  return value
}

function tellSpendMax(caps: Limits['spend_max']): Record<string, unknown> {
  const tellCap = (micros: number | null) => (micros === null ? null : formatMicros(micros))
  return Object.fromEntries(
    Object.entries(caps).map(([currency, { daily, monthly }]) => [
      currency,
      { daily: tellCap(daily), monthly: tellCap(monthly) },
    ]),
  )
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
