import { setTimeout } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import { type ClaimedMessage, claimDueMessages, claimUnknownMessages } from './claim.ts'
import { askProvider, type Carriage, handOver } from './hand-over.ts'
import { rescueOrphans } from './orphans.ts'
import { decide, decideUnknown, LIFE_LEFT_MIN_S, type Settlement, settle } from './settle.ts'

const IN_FLIGHT_MAX = 256
const CLAIM_MAX = 64
const ASK_AT_ONCE_MAX = 16
/** Notices wake the loop; this finds what has become due since (retries, questions to a provider, orphans). */
const POLL_MS = 1000
const STOP_LOOK_MS = 5

export interface Deliverer {
  /** False once the loop has met an error and not yet recovered: the database is away. */
  readonly healthy: boolean
  /** Stops claiming and waits for what is in flight. */
  stop(): Promise<void>
}

/** Starts this node's worker: claims due messages, hands each over, and writes down what became of it. */
export function startDeliverer(ctx: Context, carriage: Carriage): Deliverer {
  const inFlight = new Set<string>()
  const stopping = new AbortController()
  let stopped = false
  let healthy = true
  let claiming = false
  let claimAgain = false
  let idle: (() => void) | undefined

  async function deliver(message: ClaimedMessage): Promise<void> {
    const provider =
      message.channel === 'sms' ? (ctx.catalogue.now.smsGateways.get(message.sms_gateway_id ?? '')?.provider ?? 'none') : 'smtp'
    if (message.attempts === 1)
      ctx.metrics.messageWait.observe(
        { channel: message.channel },
        (ctx.clock.now().getTime() - message.created_at.getTime()) / 1000,
      )
    const settlement = notWorthSending(message, ctx.clock.now()) ?? (await attempt(ctx, carriage, message))
    ctx.metrics.messages.inc({ channel: message.channel, provider, outcome: settlement.outcome })
    if (settlement.status === 'failed' || settlement.status === 'unknown')
      ctx.log.warn(
        {
          message: message.id,
          gateway: message.sms_gateway_id,
          outcome: settlement.outcome,
          error: settlement.errorCode,
          reason: settlement.errorMessage,
        },
        'message not accepted',
      )
    await settle(ctx, { ...settlement, id: message.id, attempt: message.attempts }, stopping.signal)
  }

  async function claimDue(): Promise<void> {
    if (claiming) {
      claimAgain = true
      return
    }
    claiming = true
    try {
      do {
        claimAgain = false
        const room = Math.min(CLAIM_MAX, IN_FLIGHT_MAX - inFlight.size)
        if (stopped || room <= 0) break
        const messages = await claimDueMessages(ctx, room)
        if (messages.length === room) claimAgain = true
        for (const message of messages) track(message.id, deliver(message))
      } while (claimAgain)
      healthy = true
    } catch (error) {
      healthy = false
      ctx.log.error({ err: error }, 'cannot claim messages')
    } finally {
      claiming = false
    }
  }

  function track(id: string, work: Promise<void>): void {
    inFlight.add(id)
    void work
      // The row stays as it is: the next look for orphans or unknowns takes it up.
      .catch(error => ctx.log.error({ err: error }, 'a message could not be settled'))
      .finally(() => {
        inFlight.delete(id)
        if (inFlight.size === 0) idle?.()
        if (inFlight.size === IN_FLIGHT_MAX - 1) void claimDue()
      })
  }

  async function askAboutUnknown(): Promise<void> {
    try {
      const rescued = await rescueOrphans(ctx, [...inFlight])
      if (rescued > 0) ctx.log.warn({ rescued }, 'found messages whose sender died; asking their providers')
      for (const message of await claimUnknownMessages(ctx, ASK_AT_ONCE_MAX))
        track(message.id, resolveUnknown(ctx, carriage, message, stopping.signal))
    } catch (error) {
      ctx.log.error({ err: error }, 'cannot look for unknown messages')
    }
  }

  let polling: Promise<void> = Promise.resolve()
  const poll = setInterval(() => {
    polling = polling.then(async () => {
      if (stopped) return
      await claimDue()
      await askAboutUnknown()
    })
  }, POLL_MS)
  ctx.worker = {
    room: () => IN_FLIGHT_MAX - inFlight.size,
    take(messages) {
      for (const message of messages) track(message.id, deliver(message))
    },
  }
  const forget = ctx.listener.on('gatehouse_messages', () => void claimDue())
  polling = claimDue().then(askAboutUnknown)

  return {
    get healthy() {
      return healthy
    },
    async stop() {
      stopped = true
      ctx.worker = undefined
      clearInterval(poll)
      forget()
      await polling
      while (claiming) await setTimeout(STOP_LOOK_MS)
      stopping.abort()
      if (inFlight.size > 0)
        await new Promise<void>(resolve => {
          idle = resolve
        })
    },
  }
}

async function attempt(ctx: Context, carriage: Carriage, message: ClaimedMessage): Promise<Settlement> {
  const outcome = await handOver(ctx, carriage, message)
  return decide(outcome, { attempt: message.attempts, expiresAt: message.expires_at }, ctx.clock.now())
}

/** A code that is used, cancelled or about to die is not sent. Pure. */
function notWorthSending(message: ClaimedMessage, now: Date): Settlement | undefined {
  const failed = (outcome: string, errorMessage: string): Settlement => ({
    status: 'failed',
    dueAt: null,
    outcome,
    providerMessageId: null,
    errorCode: outcome,
    errorMessage,
  })
  const isNeeded =
    ['pending', 'exhausted'].includes(message.validation_status ?? '') && message.validation_generation === message.generation
  if (message.template === 'code' && !isNeeded) return failed('cancelled', 'Not sent: the code was no longer needed.')
  if (addSeconds(now, LIFE_LEFT_MIN_S) >= message.expires_at)
    return failed('expired', 'Not sent: the code would have expired before it was read.')
  return undefined
}

/** Asks the provider about a message whose outcome is unknown, and writes down what follows. */
async function resolveUnknown(ctx: Context, carriage: Carriage, message: ClaimedMessage, signal: AbortSignal): Promise<void> {
  const answer = await askProvider(ctx, carriage, message)
  const now = ctx.clock.now()
  const late = answer.outcome === 'not_found' ? notWorthSending(message, now) : undefined
  const settlement = late ?? decideUnknown(answer, message.expires_at, now)
  await settle(ctx, { ...settlement, id: message.id, attempt: message.attempts }, signal)
}
