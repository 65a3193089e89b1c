import type { Context } from '../context.ts'
import { changedNothing, type Statement, type Trx } from '../db/db.ts'
import type { Channel, Purpose } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'
import { createCoalescer } from '../lib/coalescer.ts'
import { uuidv7 } from '../lib/random.ts'
import { type Counter, countersFor } from '../limits/counters-for.ts'
import { hasProofsSince, proofWrites } from '../limits/note-proofs.ts'
import { counterBatch, type LimitedBy, type Refusal, type RefusedRow, readRefusals, takeStarts } from '../limits/take-starts.ts'
import { chooseWay } from '../messages/choose-way.ts'
import type { ClaimedMessage } from '../messages/claim.ts'
import { suppressionsOf } from '../messages/claim.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import { createSeed } from './code.ts'
import { CHECKS_MAX, CODE_DIGITS, CODE_LIFETIME_S, retryAfterS, STARTS_PER_DAY_MAX, STARTS_PER_HOUR_MAX } from './rules.ts'

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
  /** The guest's IP address; undefined: a program asks, and does not say for whom. */
  address?: string | undefined
  /** The guest's browser, as deviceKey makes it. */
  device?: string | undefined
  /** The browser has worked for this code: budgets that a crowd may exceed do not hold for it. */
  hasSolvedPuzzle?: boolean
  locale: string
}

export type Issued =
  | { outcome: 'issued'; id: string; createdAt: Date; expiresAt: Date }
  /** `by`: what has had too many; `excess`: a puzzle would make room, by how many times the budget is exceeded. */
  | { outcome: 'too_many'; retryAfterS: number; by: LimitedBy; excess: number | undefined }

/** Key of the budgets of a contact. */
function contactKey(channel: Channel, contact: string): string {
  return `${channel === 'email' ? 'email' : 'sms'}:${contact}`
}

/** Why not, if not, and the time that the row has. */
export interface Inserted {
  refusal: Refusal | undefined
  /** The key that its start was counted on. */
  startKey: string
  at: Date
}

export interface Row extends NewValidation {
  id: string
  messageId: string
  seed: Buffer
  budgetKey: string
  startKey: string
  smsGatewayId: string | null
  mailServerId: string | null
  country: string | null
  counters: Counter[]
  /** `count`: takes the budgets and makes nothing. `write`: the budgets were taken before. */
  part: 'all' | 'count' | 'write'
}

/** SQL for a key of a contact, which for a browser that has proven the contact before is one of its own. */
export function ownKey(key: string, contact: string, device: string): string {
  return `case when ${device} is not null and exists (select from known_devices d where d.contact = ${contact} and d.device = ${device})
    then ${key} || '@' || ${device} else ${key} end`
}

// One statement a start: counts it wherever it counts, and only where there was room everywhere makes the validation and
// its message. With a worker ($19) the message is written as claimed by it, attempt and all, which spares the claim;
// without one it is queued and the workers are woken. Start keys are distinct within a batch. Answers a row for each
// input, the refused ones with their cause, and one with n = 0 for each counter that the breaker has blocked. A row that
// only counts ($35) makes nothing; one without asked_key and counters was counted before.
const ISSUE: Statement = {
  name: 'validation_issue',
  text: `
with input as (
  select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::uuid[], $10::uuid[],
    $11::uuid[], $12::uuid[], $13::uuid[], $14::bytea[], $15::text[], $16::uuid[], $17::uuid[], $18::uuid[], $20::text[], $21::text[],
    $22::boolean[], $23::text[], $35::boolean[]) with ordinality
  as t(id, purpose, channel, contact, budget_key, asked_key, decoy, account_id, session_id, splash_portal_id, usage_plan_id, carrier_id,
    seed, locale, message_id, sms_gateway_id, mail_server_id, country, device, solved, limit_keys, only_counts, n)
), keyed as (
  select n, ${ownKey('input.asked_key', 'input.budget_key', 'input.device')} as start_key, only_counts from input
), refused as (
  select * from ${takeStarts(24, {
    contacts: 'array(select start_key from keyed order by n)',
    solved: '$22::boolean[]',
    perHour: STARTS_PER_HOUR_MAX,
    perDay: STARTS_PER_DAY_MAX,
  })}
), taken as (
  select input.* from input where not only_counts and not exists (select from refused where refused.n = input.n)
), validation as (
  insert into validations (id, purpose, channel, status, contact, budget_key, device, limit_keys, decoy, account_id, session_id,
    splash_portal_id, usage_plan_id, carrier_id, seed, code_length, checks_max, last_sent_at, locale, created_at, expires_at)
  select id, purpose, channel, 'pending', contact, budget_key, device, string_to_array(limit_keys, ' '), decoy, account_id, session_id,
    splash_portal_id, usage_plan_id, carrier_id, seed, ${CODE_DIGITS}, ${CHECKS_MAX}, $1, locale, $1, $1 + interval '${CODE_LIFETIME_S} s' from taken
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
select n::integer, null::integer as pair, null as cause, null::timestamptz as retry_at, null::integer as excess, null as start_key,
  ${suppressionsOf('taken.channel', 'taken.contact')} as suppressed,
  (select pg_notify('gatehouse_messages', '')::text from (select from message limit 1) woken where $19::integer is null) from taken
union all select keyed.n, null, null, null, null, start_key, null, null from keyed
  where only_counts and not exists (select from refused where refused.n = keyed.n)
union all select refused.n, pair, cause, retry_at, excess, start_key, null, null from refused left join keyed on keyed.n = refused.n`,
}

export function toRow(ctx: Context, validation: NewValidation, part: Row['part'], now: Date): Row {
  const budgetKey = validation.budgetKey ?? contactKey(validation.channel, validation.contact)
  const messageId = uuidv7(now)
  const country = validation.channel === 'sms' ? countryOfNumber(validation.contact) : null
  const way = chooseWay(ctx, { ...validation, id: messageId, country: country ?? '' })
  const place = validation.channel === 'email_to_sms' ? countryOfNumber(validation.contact) : country
  const counters = countersFor({ ...validation, ...way, country: place, isResend: false }, ctx.catalogue.now.limits, ctx.keys)
  return {
    ...validation,
    ...way,
    counters,
    part,
    id: uuidv7(now),
    messageId,
    country,
    seed: createSeed(ctx.keys),
    budgetKey,
    startKey: validation.startKey ?? budgetKey,
  }
}

/** Runs one statement for all rows, whose start keys are distinct. */
export async function insertRows(ctx: Context, rows: Row[], now: Date, trx?: Trx): Promise<Inserted[]> {
  // A transaction may still roll back: its messages leave only once it has committed.
  const worker = trx || !ctx.worker || ctx.worker.room() < rows.length ? undefined : ctx.worker
  const counters = counterBatch(
    rows.map(row => (row.part === 'write' ? [] : row.counters)),
    ctx.catalogue.now.limits,
  )
  const values = [
    now,
    rows.map(row => row.id),
    rows.map(row => row.purpose),
    rows.map(row => row.channel),
    rows.map(row => row.contact),
    rows.map(row => row.budgetKey),
    rows.map(row => (row.part === 'write' ? null : row.startKey)),
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
    rows.map(row => row.device ?? null),
    rows.map(row => row.hasSolvedPuzzle ?? false),
    rows.map(row => row.counters.map(({ key }) => key).join(' ')),
    ...counters.values,
    rows.map(row => row.part === 'count'),
  ]
  const answers = await ctx.db.run<Answer>(ISSUE, values, trx)
  const refusals = readRefusals(
    ctx,
    answers.filter((answer): answer is Answer & RefusedRow => answer.cause !== null),
    counters,
  )
  const byRow = new Map(answers.map(answer => [answer.n, answer]))
  if (worker) {
    const toSend = rows.flatMap((row, i) =>
      refusals.has(i + 1) || row.decoy || row.part !== 'all' ? [] : [toMessage(row, now, byRow.get(i + 1)?.suppressed ?? [])],
    )
    // After the callers have their answers.
    if (toSend.length > 0) setImmediate(() => worker.take(toSend))
  }
  return rows.map((row, i) => ({
    refusal: refusals.get(i + 1),
    startKey: byRow.get(i + 1)?.start_key ?? row.startKey,
    at: now,
  }))
}

/** A row of what ISSUE answers. */
type Answer = Omit<RefusedRow, 'cause'> & {
  cause: RefusedRow['cause'] | null
  start_key: string | null
  suppressed: string[] | null
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

/** Counts a start and, unless it only counts, makes it. */
export async function insert(ctx: Context, row: Row): Promise<Inserted> {
  const writes = proofWrites(ctx)
  const inserted = await coalesced(ctx)(row)
  // For want of proofs that this node had not counted yet?
  const key = row.counters.find(({ kind }) => kind === inserted.refusal?.by)?.key
  return key !== undefined && (await hasProofsSince(ctx, writes, key)) ? coalesced(ctx)(row) : inserted
}

/**
 * Starts a validation: makes the code's row and queues its message, both or neither. `too_many`: a budget is spent, nothing was
 * written and nothing was counted.
 */
export async function issueCode(ctx: Context, validation: NewValidation): Promise<Issued> {
  const row = toRow(ctx, validation, 'all', ctx.clock.now())
  return conclude(ctx, row, await insert(ctx, row))
}

/** What a start has come to, and when there is room if there was none. */
export async function conclude(ctx: Context, row: Row, { refusal, startKey, at }: Inserted): Promise<Issued> {
  const outcome = refusal ? 'too_many' : 'issued'
  ctx.metrics.validationsStarted.inc({ purpose: row.purpose, channel: row.channel, outcome })
  if (refusal) ctx.counts.refusal(refusal.isBreaker ? 'breaker' : refusal.by)
  if (!refusal) return { outcome: 'issued', id: row.id, createdAt: at, expiresAt: addSeconds(at, CODE_LIFETIME_S) }
  return {
    outcome: 'too_many',
    retryAfterS: await secondsUntilRoom(ctx, { refusal, startKey, at }),
    by: refusal.by,
    excess: refusal.excess,
  }
}

async function secondsUntilRoom(
  ctx: Context,
  { refusal, startKey, at }: { refusal: Refusal; startKey: string; at: Date },
): Promise<number> {
  if (refusal.retryAt) return Math.max(1, Math.ceil((refusal.retryAt.getTime() - at.getTime()) / 1000))
  const budget = await ctx.db.kysely.selectFrom('contact_budgets').select('starts').where('key', '=', startKey).executeTakeFirst()
  return retryAfterS(budget?.starts ?? [], at, STARTS_PER_HOUR_MAX, STARTS_PER_DAY_MAX)
}
