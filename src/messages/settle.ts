import { setTimeout } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { changedNothing, type Statement } from '../db/db.ts'
import type { MessageStatus } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'
import { createCoalescer } from '../lib/coalescer.ts'
import { randomFraction } from '../lib/random.ts'
import type { LookupOutcome, Price, SendOutcome } from '../sms/provider.ts'
import { giveBackStarts } from '../validation/give-back.ts'
import type { Next } from './fail-over.ts'

/** A message with less life than this is not sent: the code would be dead when it is read. */
export const LIFE_LEFT_MIN_S = 60
const RETRY_FIRST_S = 1
const RETRY_LONGEST_S = 60
const WRITE_AGAIN_MS = 500
/** How long after an unknown outcome the provider is first asked: long enough for a receipt or its own list to catch up. */
export const ASK_AFTER_S = 3

/** What the row becomes after an attempt. */
export interface Settlement {
  status: Extract<MessageStatus, 'queued' | 'accepted' | 'failed' | 'unknown'>
  /** When it is looked at again; null: not by itself. */
  dueAt: Date | null
  /** The gateway or mail server of the next attempt; null: as it is. */
  nextWay: string | null
  /**
   * `accepted`, `recipient`, `route`, `configuration`, `content`, `throttled`, `unavailable`, `unknown`, `not_sent`,
   * `resting`, `limited`, `spent`, `suppressed`, `expired`, `cancelled`.
   */
  outcome: string
  providerMessageId: string | null
  errorCode: string
  errorMessage: string
  segments?: number | undefined
  price?: (Price & { source: 'table' | 'provider' }) | undefined
}

function acceptedAs(providerMessageId: string): Settlement {
  return {
    status: 'accepted',
    dueAt: null,
    nextWay: null,
    outcome: 'accepted',
    providerMessageId,
    errorCode: '',
    errorMessage: '',
  }
}

/** How long a way that failed in passing is not tried again. `attempt` counts from 1. */
export function backoffS(attempt: number): number {
  return Math.min(RETRY_LONGEST_S, RETRY_FIRST_S * 2 ** (attempt - 1)) * (0.5 + randomFraction() / 2)
}

/** Decides what follows from an attempt's outcome; `next`: where the message could go after it. Pure. */
export function decide(outcome: SendOutcome, next: Next | undefined, message: { expiresAt: Date }, now: Date): Settlement {
  switch (outcome.outcome) {
    case 'accepted':
      return acceptedAs(outcome.providerMessageId)
    case 'unknown':
      return {
        status: 'unknown',
        dueAt: addSeconds(now, ASK_AFTER_S),
        nextWay: null,
        outcome: 'unknown',
        providerMessageId: null,
        errorCode: outcome.code,
        errorMessage: outcome.message,
      }
    case 'rejected':
      // Nobody else can reach a number that does not exist, or may send a text that is refused.
      return goOn(
        { outcome: outcome.by, errorCode: outcome.code, errorMessage: outcome.message },
        (outcome.by === 'recipient' && !outcome.isOptOut) || outcome.by === 'content' ? undefined : next,
        message,
      )
    case 'throttled':
    case 'unavailable':
      return goOn({ outcome: outcome.outcome, errorCode: outcome.code, errorMessage: outcome.message }, next, message)
  }
}

/** A message that no provider has: queued for its next way if that is in time, else failed. Pure. */
export function goOn(
  error: { outcome: string; errorCode: string; errorMessage: string },
  next: Next | undefined,
  { expiresAt }: { expiresAt: Date },
): Settlement {
  const isInTime = next !== undefined && addSeconds(next.at, LIFE_LEFT_MIN_S) < expiresAt
  return isInTime
    ? { ...error, status: 'queued', dueAt: next.at, nextWay: next.id, providerMessageId: null }
    : { ...error, status: 'failed', dueAt: null, nextWay: null, providerMessageId: null }
}

/** Decides what follows from a provider's word on a message that may have been sent. Only a plain no has it sent again. Pure. */
export function decideUnknown(
  answer: LookupOutcome,
  next: Next | undefined,
  message: { expiresAt: Date },
  now: Date,
): Settlement {
  switch (answer.outcome) {
    case 'found':
      return acceptedAs(answer.providerMessageId)
    case 'not_found':
      return goOn(
        {
          outcome: 'not_sent',
          errorCode: 'unknown',
          errorMessage: 'The provider was asked and does not have the message: it is sent again.',
        },
        next,
        message,
      )
    case 'cannot_tell':
      return {
        status: 'unknown',
        dueAt: now < message.expiresAt ? addSeconds(now, ASK_AFTER_S * 2) : null,
        nextWay: null,
        outcome: 'unknown',
        providerMessageId: null,
        errorCode: 'unknown',
        errorMessage: 'The provider could not say whether it has the message; it is not sent again, since it may have been.',
      }
  }
}

export interface Settled extends Settlement {
  id: string
  attempt: number
  /** The gateway or mail server of the attempt. */
  way: string | null
}

// States move forward only: a receipt may have overtaken the answer, and terminal states stay. An answer to an older
// attempt counts only if it says that the provider has the message. While a provider is asked about a message, its recipient
// may be erased: of the two that want the row one comes first, and after the erasure nothing is written down any more. What
// is being sent is not erased (accounts/erase-person.ts), and needs no such look.
const SETTLE: Statement = {
  name: 'message_settle',
  text: `
with asked_about as (
  select id, "to" from messages where id = any($2::uuid[]) and status <> 'sending' for update
), settled as (
  select * from unnest($2::uuid[], $3::int[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],
      $10::uuid[], $11::int[], $12::bigint[], $13::text[], $14::text[])
    as t(id, number, status, due_at, outcome, provider_message_id, error_code, error_message, way, segments, price_micros, currency, price_source)
  where id not in (select id from asked_about where "to" = '')
), attempt as (
  update message_attempts a set finished_at = $1, outcome = s.outcome, error_code = nullif(s.error_code, ''), error_message = nullif(s.error_message, '')
  from settled s where a.message_id = s.id and a.number = s.number
), event as (
  insert into message_events (message_id, at, status, source, provider_message_id, error_code, error_message)
  select id, $1, outcome, 'attempt ' || number, coalesce(provider_message_id, ''), error_code, error_message from settled
  on conflict do nothing
)
update messages m set
  status = s.status,
  due_at = s.due_at,
  worker = null,
  provider_message_id = coalesce(s.provider_message_id, m.provider_message_id),
  sms_gateway_id = case when m.channel = 'sms' then (select g.id from sms_gateways g where g.id = s.way) end,
  mail_server_id = case when m.channel <> 'sms' then (select r.id from mail_servers r where r.id = s.way) end,
  segments = coalesce(s.segments, m.segments),
  price_micros = coalesce(s.price_micros, m.price_micros),
  currency = coalesce(s.currency, m.currency),
  price_source = coalesce(s.price_source, m.price_source),
  error_class = case when s.status = 'accepted' then null else s.outcome end,
  error_code = nullif(s.error_code, ''),
  error_message = nullif(s.error_message, ''),
  accepted_at = case when s.status = 'accepted' then $1 end,
  final_at = case when s.status = 'failed' then $1 end
from settled s
where m.id = s.id and m.status in ('queued', 'sending', 'unknown') and (m.attempts = s.number or s.status = 'accepted')`,
}

const coalescers = new WeakMap<Context, (item: Settled) => Promise<undefined>>()

/**
 * Writes what became of an attempt: the attempt, the event and the message, many at a time. While the database is away it
 * keeps trying, so that a provider's answer is not lost as long as this process lives; `signal` ends that.
 */
export async function settle(ctx: Context, item: Settled, signal: AbortSignal): Promise<void> {
  let write = coalescers.get(ctx)
  if (!write) {
    write = createCoalescer({ run: items => writeAll(ctx, items), keyOf: it => it.id, changedNothing })
    coalescers.set(ctx, write)
  }
  for (;;) {
    try {
      await write(item)
      return
    } catch (error) {
      if (signal.aborted || changedNothing(error)) throw error
      ctx.log.warn({ err: error, message: item.id }, 'the database did not take what a provider answered; trying again')
      await setTimeout(WRITE_AGAIN_MS)
    }
  }
}

async function writeAll(ctx: Context, items: Settled[]): Promise<undefined[]> {
  await ctx.db.run(SETTLE, [
    ctx.clock.now(),
    items.map(it => it.id),
    items.map(it => it.attempt),
    items.map(it => it.status),
    items.map(it => it.dueAt),
    items.map(it => it.outcome),
    items.map(it => it.providerMessageId),
    items.map(it => it.errorCode),
    items.map(it => it.errorMessage),
    items.map(it => it.nextWay ?? it.way),
    items.map(it => it.segments ?? null),
    items.map(it => it.price?.micros ?? null),
    items.map(it => it.price?.currency ?? null),
    items.map(it => it.price?.source ?? null),
  ])
  await giveBackStarts(ctx, items)
  return items.map(() => undefined)
}
