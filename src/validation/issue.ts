import type { Context } from '../context.ts'
import { changedNothing, type Statement, type Trx } from '../db/db.ts'
import type { Channel, Purpose } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'
import { createCoalescer } from '../lib/coalescer.ts'
import { randomBytes, uuidv7 } from '../lib/random.ts'
import { chooseWay } from '../messages/choose-way.ts'
import type { ClaimedMessage } from '../messages/claim.ts'
import { suppressionsOf } from '../messages/claim.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import {
  CHECKS_MAX,
  CODE_DIGITS,
  CODE_LIFETIME_S,
  lastDay,
  retryAfterS,
  STARTS_PER_DAY_MAX,
  STARTS_PER_HOUR_MAX,
  withinBudget,
} from './rules.ts'

const SEED_BYTES = 32

export interface NewValidation {
  purpose: Purpose
  channel: Channel
  /** E.164 or a lower-case email address. */
  contact: string
  /** A stand-in for a contact that nobody has: lives through the same states, sends nothing. */
  decoy?: boolean
  /** Whose failed checks count; by default the contact's. */
  budgetKey?: string
  /** Whose starts are limited; by default the same. */
  startKey?: string
  accountId?: string | undefined
  /** The browser the code is bound to; without it the code is bound to whoever holds the id (REST API). */
  sessionId?: string | undefined
  splashPortalId?: string | undefined
  usagePlanId?: string | undefined
  carrierId?: string | undefined
  locale: string
}

export type Issued =
  | { outcome: 'issued'; id: string; createdAt: Date; expiresAt: Date }
  | { outcome: 'too_many'; retryAfterS: number }

/** Key of the budgets of a contact. */
function contactKey(channel: Channel, contact: string): string {
  return `${channel === 'email' ? 'email' : 'sms'}:${contact}`
}

/** Whether there was room, and the time that the row has. */
interface Inserted {
  admitted: boolean
  at: Date
}

interface Row extends NewValidation {
  id: string
  messageId: string
  seed: Buffer
  budgetKey: string
  startKey: string
  smsGatewayId: string | null
  mailServerId: string | null
  country: string | null
}

// One statement a start: takes a slot of the budget, and only where there was room makes the validation and its message.
// With a worker ($19) the message is written as claimed by it, attempt and all, which spares the claim; without one it is
// queued and the workers are woken. Start keys are distinct within a batch. Answers the keys that were admitted.
const ISSUE: Statement = {
  name: 'validation_issue',
  text: `
with input as (
  select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::uuid[], $10::uuid[],
    $11::uuid[], $12::uuid[], $13::uuid[], $14::bytea[], $15::text[], $16::uuid[], $17::uuid[], $18::uuid[], $20::text[])
  as t(id, purpose, channel, contact, budget_key, start_key, decoy, account_id, session_id, splash_portal_id, usage_plan_id, carrier_id,
    seed, locale, message_id, sms_gateway_id, mail_server_id, country)
), admitted as (
  insert into contact_budgets as b (key, starts, touched_at)
  select start_key, array[$1::timestamptz], $1 from input
  on conflict (key) do update set starts = ${lastDay('b.starts')} || $1::timestamptz, touched_at = $1
    where ${withinBudget('b.starts', STARTS_PER_HOUR_MAX, STARTS_PER_DAY_MAX)}
  returning key
), taken as (
  select input.* from input join admitted on admitted.key = input.start_key
), validation as (
  insert into validations (id, purpose, channel, status, contact, budget_key, decoy, account_id, session_id, splash_portal_id, usage_plan_id,
    carrier_id, seed, code_length, checks_max, last_sent_at, locale, created_at, expires_at)
  select id, purpose, channel, 'pending', contact, budget_key, decoy, account_id, session_id, splash_portal_id, usage_plan_id,
    carrier_id, seed, ${CODE_DIGITS}, ${CHECKS_MAX}, $1, locale, $1, $1 + interval '${CODE_LIFETIME_S} s' from taken
), message as (
  insert into messages (id, channel, template, status, "to", locale, validation_id, account_id, splash_portal_id, usage_plan_id,
    sms_gateway_id, mail_server_id, carrier_id, country, created_at, expires_at, due_at, attempts, worker)
  select message_id, channel, 'code', case when $19::integer is null then 'queued' else 'sending' end, contact, locale, id, account_id,
    splash_portal_id, usage_plan_id, sms_gateway_id, mail_server_id, carrier_id, country, $1, $1 + interval '${CODE_LIFETIME_S} s',
    case when $19::integer is null then $1 end, case when $19::integer is null then 0 else 1 end, $19::integer
  from taken where not decoy
  returning 1
), attempt as (
  insert into message_attempts (message_id, number, sms_gateway_id, mail_server_id, started_at)
  select message_id, 1, sms_gateway_id, mail_server_id, $1 from taken where not decoy and $19::integer is not null
)
select start_key as key, ${suppressionsOf('taken.channel', 'taken.contact')} as suppressed,
  (select pg_notify('gatehouse_messages', '')::text from (select from message limit 1) woken where $19::integer is null) from taken`,
}

function toRow(ctx: Context, validation: NewValidation, now: Date): Row {
  const budgetKey = validation.budgetKey ?? contactKey(validation.channel, validation.contact)
  const messageId = uuidv7(now)
  const country = validation.channel === 'sms' ? countryOfNumber(validation.contact) : null
  return {
    ...validation,
    ...chooseWay(ctx, { ...validation, id: messageId, country: country ?? '' }),
    id: uuidv7(now),
    messageId,
    country,
    seed: randomBytes(SEED_BYTES),
    budgetKey,
    startKey: validation.startKey ?? budgetKey,
  }
}

async function insertRows(ctx: Context, rows: Row[], now: Date, trx?: Trx): Promise<Inserted[]> {
  // A transaction may still roll back: its messages leave only once it has committed.
  const worker = trx || !ctx.worker || ctx.worker.room() < rows.length ? undefined : ctx.worker
  const values = [
    now,
    rows.map(row => row.id),
    rows.map(row => row.purpose),
    rows.map(row => row.channel),
    rows.map(row => row.contact),
    rows.map(row => row.budgetKey),
    rows.map(row => row.startKey),
    rows.map(row => row.decoy ?? false),
    rows.map(row => row.accountId ?? null),
    rows.map(row => row.sessionId ?? null),
    rows.map(row => row.splashPortalId ?? null),
    rows.map(row => row.usagePlanId ?? null),
    rows.map(row => row.carrierId ?? null),
    rows.map(row => row.seed),
    rows.map(row => row.locale),
    rows.map(row => row.messageId),
    rows.map(row => row.smsGatewayId),
    rows.map(row => row.mailServerId),
    worker ? ctx.listener.worker : null,
    rows.map(row => row.country),
  ]
  const answers = await ctx.db.run<{ key: string; suppressed: string[] }>(ISSUE, values, trx)
  const admitted = new Map(answers.map(({ key, suppressed }) => [key, suppressed]))
  const toSend = worker
    ? rows
        .filter(row => admitted.has(row.startKey) && !row.decoy)
        .map(row => toMessage(row, now, admitted.get(row.startKey) ?? []))
    : []
  // After the callers have their answers.
  if (toSend.length > 0) setImmediate(() => worker?.take(toSend))
  return rows.map(row => ({ admitted: admitted.has(row.startKey), at: now }))
}

/** The message of a row as a claim would have answered it. */
function toMessage(row: Row, now: Date, suppressed: string[]): ClaimedMessage {
  const expiresAt = addSeconds(now, CODE_LIFETIME_S)
  return {
    id: row.messageId,
    channel: row.channel,
    template: 'code',
    to: row.contact,
    locale: row.locale,
    attempts: 1,
    splash_portal_id: row.splashPortalId ?? null,
    usage_plan_id: row.usagePlanId ?? null,
    sms_gateway_id: row.smsGatewayId,
    mail_server_id: row.mailServerId,
    carrier_id: row.carrierId ?? null,
    country: row.country,
    tried: [],
    suppressed,
    ignores_opt_out: false,
    created_at: now,
    expires_at: expiresAt,
    started_at: now,
    validation_id: row.id,
    validation_status: 'pending',
    validation_generation: 0,
    purpose: row.purpose,
    contact: row.contact,
    seed: row.seed,
    generation: 0,
    code_length: CODE_DIGITS,
  }
}

/** Starts of many callers share a statement: see lib/coalescer.ts. One a Context. */
const coalescers = new WeakMap<Context, (row: Row) => Promise<Inserted>>()

function coalesced(ctx: Context): (row: Row) => Promise<Inserted> {
  let insert = coalescers.get(ctx)
  if (!insert) {
    insert = createCoalescer({ run: rows => insertRows(ctx, rows, ctx.clock.now()), keyOf: row => row.startKey, changedNothing })
    coalescers.set(ctx, insert)
  }
  return insert
}

/**
 * Starts a validation: makes the code's row and queues its message, both or neither. Within `trx` it commits with the
 * rest of the transaction. `too_many`: the contact's budget is spent and nothing was written.
 */
export async function issueCode(ctx: Context, validation: NewValidation, trx?: Trx): Promise<Issued> {
  const row = toRow(ctx, validation, ctx.clock.now())
  const [inserted] = trx ? await insertRows(ctx, [row], ctx.clock.now(), trx) : [await coalesced(ctx)(row)]
  const { admitted, at: now } = inserted ?? { admitted: false, at: ctx.clock.now() }
  ctx.metrics.validationsStarted.inc({ purpose: row.purpose, channel: row.channel, outcome: admitted ? 'issued' : 'too_many' })
  if (admitted) return { outcome: 'issued', id: row.id, createdAt: now, expiresAt: addSeconds(now, CODE_LIFETIME_S) }
  const budget = await (trx ?? ctx.db.kysely)
    .selectFrom('contact_budgets')
    .select('starts')
    .where('key', '=', row.startKey)
    .executeTakeFirst()
  return { outcome: 'too_many', retryAfterS: retryAfterS(budget?.starts ?? [], now, STARTS_PER_HOUR_MAX, STARTS_PER_DAY_MAX) }
}
