import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { maskContact } from '../lib/mask.ts'
import { uuidv7 } from '../lib/random.ts'

/** Columns that hold a secret or its hash, and the field that an operator knows it by. */
const SECRETS: Record<string, string> = {
  auth_token_encrypted: 'auth_token',
  callback_secret_encrypted: 'callback_secret',
  password_encrypted: 'password',
  password_hash: 'password',
  key_hash: 'key',
}
const CONTACTS = new Set(['email', 'phone', 'contact'])
const UNTOLD = new Set([
  'id',
  'created_at',
  'updated_at',
  'login_key',
  'key_prefix',
  'spent_day',
  'spent_day_micros',
  'spent_month',
  'spent_month_micros',
])

type Row = Record<string, unknown>

/** What differs between two states of a record: `{from, to}` a field; of a secret only that it changed; contacts masked. */
export function describeChanges(before: Row | undefined, after: Row | undefined): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const column of Object.keys(after ?? before ?? {})) {
    if (UNTOLD.has(column)) continue
    const from = tell(column, before?.[column])
    const to = tell(column, after?.[column])
    if (JSON.stringify(from) === JSON.stringify(to)) continue
    const field = SECRETS[column]
    changes[field ?? column] = field ? 'changed' : { ...(before && { from }), ...(after && { to }) }
  }
  return changes
}

function tell(column: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (Buffer.isBuffer(value)) return value.toString('base64')
  if (CONTACTS.has(column) && typeof value === 'string') return maskContact(value)
  return value
}

/** Writes down who did what to which record. */
export async function insertAuditEvent(
  ctx: Context,
  trx: Trx | undefined,
  event: { actor: string; action: string; resource: string; recordId: string; changes: Record<string, unknown> },
): Promise<void> {
  const now = ctx.clock.now()
  await (trx ?? ctx.db.kysely)
    .insertInto('audit_events')
    .values({
      id: uuidv7(now),
      at: now,
      actor: event.actor,
      action: event.action,
      resource: event.resource,
      record_id: event.recordId,
      changes: JSON.stringify(event.changes),
    })
    .execute()
}
