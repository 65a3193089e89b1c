import { setTimeout } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { changedNothing, type Statement } from '../db/db.ts'
import type { MessageStatus } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'
import { createCoalescer } from '../lib/coalescer.ts'
import { randomFraction } from '../lib/random.ts'
import type { LookupOutcome, SendOutcome } from '../sms/provider.ts'

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
  /** `accepted`, `recipient`, `route`, `configuration`, `content`, `throttled`, `unavailable`, `unknown`, `expired`, `cancelled`. */
  outcome: string
  providerMessageId: string | null
  errorCode: string
  errorMessage: string
}

/** Decides what follows from an attempt's outcome. `attempt` counts from 1. Pure. */
export function decide(outcome: SendOutcome, message: { attempt: number; expiresAt: Date }, now: Date): Settlement {
  if (outcome.outcome === 'accepted')
    return {
      status: 'accepted',
      dueAt: null,
      outcome: 'accepted',
      providerMessageId: outcome.providerMessageId,
      errorCode: '',
      errorMessage: '',
    }
  const error = { providerMessageId: null, errorCode: outcome.code, errorMessage: outcome.message }
  switch (outcome.outcome) {
    case 'rejected':
      return { ...error, status: 'failed', dueAt: null, outcome: outcome.by }
    case 'unknown':
      return { ...error, status: 'unknown', dueAt: addSeconds(now, ASK_AFTER_S), outcome: 'unknown' }
    case 'throttled':
    case 'unavailable': {
      const backoffS = Math.min(RETRY_LONGEST_S, RETRY_FIRST_S * 2 ** (message.attempt - 1)) * (0.5 + randomFraction() / 2)
      const asked = outcome.outcome === 'throttled' ? (outcome.retryAfterS ?? 0) : 0
      const dueAt = addSeconds(now, Math.max(backoffS, asked))
      const worthIt = addSeconds(dueAt, LIFE_LEFT_MIN_S) < message.expiresAt
      return worthIt
        ? { ...error, status: 'queued', dueAt, outcome: outcome.outcome }
        : { ...error, status: 'failed', dueAt: null, outcome: outcome.outcome }
    }
  }
}

/** Decides what follows from a provider's word on a message that may have been sent. Only a plain no has it sent again. Pure. */
export function decideUnknown(answer: LookupOutcome, expiresAt: Date, now: Date): Settlement {
  const basics = { providerMessageId: null, errorCode: 'unknown', errorMessage: '' }
  switch (answer.outcome) {
    case 'found':
      return {
        status: 'accepted',
        dueAt: null,
        outcome: 'accepted',
        providerMessageId: answer.providerMessageId,
        errorCode: '',
        errorMessage: '',
      }
    case 'not_found':
      return {
        ...basics,
        status: 'queued',
        dueAt: now,
        outcome: 'not_sent',
        errorMessage: 'The provider was asked and does not have the message: it is sent again.',
      }
    case 'cannot_tell':
      return {
        ...basics,
        status: 'unknown',
        dueAt: now < expiresAt ? addSeconds(now, ASK_AFTER_S * 2) : null,
        outcome: 'unknown',
        errorMessage: 'The provider could not say whether it has the message; it is not sent again, since it may have been.',
      }
  }
}

export interface Settled extends Settlement {
  id: string
  attempt: number
}

// States move forward only: a receipt may have overtaken the answer, and terminal states stay. An answer to an older
// attempt counts only if it says that the provider has the message.
const SETTLE: Statement = {
  name: 'message_settle',
  text: `
with settled as (
  select * from unnest($2::uuid[], $3::int[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[])
    as t(id, number, status, due_at, outcome, provider_message_id, error_code, error_message)
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
  ])
  return items.map(() => undefined)
}
