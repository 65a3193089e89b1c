import { setTimeout } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { attempt, judgeAnswer } from './attempt.ts'
import { type ClaimedMessage, claimDueMessages, claimUnknownMessages } from './claim.ts'
import { askProvider } from './hand-over.ts'
import { rescueOrphans } from './orphans.ts'
import { returnSpend } from './return-spend.ts'
import { type Settlement, settle } from './settle.ts'

const IN_FLIGHT_MAX = 1024
const CLAIM_MAX = 128
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
export function startDeliverer(ctx: Context): Deliverer {
  /** A message can be under way twice for a moment: settled, and claimed again for its next gateway. */
  const inFlight = new Map<object, string>()
  const stopping = new AbortController()
  let stopped = false
  let healthy = true
  let claiming = false
  let claimAgain = false
  let idle: (() => void) | undefined

  async function deliver(message: ClaimedMessage): Promise<void> {
    if (message.attempts === 1)
      ctx.metrics.messageWait.observe(
        { channel: message.channel },
        (ctx.clock.now().getTime() - message.created_at.getTime()) / 1000,
      )
    await writeDown(message, await attempt(ctx, message))
  }

  /** Asks the provider about a message whose outcome is unknown, and writes down what follows. */
  async function resolve(message: ClaimedMessage): Promise<void> {
    const answer = await askProvider(ctx, message)
    if (answer.outcome === 'not_found') await returnSpend(ctx, message)
    await writeDown(message, judgeAnswer(ctx, message, answer))
  }

  async function writeDown(message: ClaimedMessage, settlement: Settlement): Promise<void> {
    const way = message.channel === 'sms' ? message.sms_gateway_id : message.mail_server_id
    const provider = message.channel === 'sms' ? ctx.catalogue.now.smsGateways.get(way ?? '')?.provider : 'smtp'
    ctx.metrics.messages.inc({ channel: message.channel, provider: provider ?? 'none', outcome: settlement.outcome })
    if (settlement.status === 'failed' || settlement.status === 'unknown')
      ctx.log.warn(
        {
          message: message.id,
          gateway: way,
          outcome: settlement.outcome,
          error: settlement.errorCode,
          reason: settlement.errorMessage,
        },
        'message not accepted',
      )
    await settle(ctx, { ...settlement, id: message.id, attempt: message.attempts, way }, stopping.signal)
    // The next gateway is not kept waiting for the next look.
    if (settlement.dueAt && settlement.dueAt <= ctx.clock.now()) void claimDue()
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
    const key = {}
    inFlight.set(key, id)
    void work
      // The row stays as it is: the next look for orphans or unknowns takes it up.
      .catch(error => ctx.log.error({ err: error }, 'a message could not be settled'))
      .finally(() => {
        inFlight.delete(key)
        if (inFlight.size === 0) void idle?.()
        if (inFlight.size === IN_FLIGHT_MAX - 1) void claimDue()
      })
  }

  async function askAboutUnknown(): Promise<void> {
    try {
      const rescued = await rescueOrphans(ctx, [...inFlight.values()])
      if (rescued > 0) ctx.log.warn({ rescued }, 'found messages whose sender died; asking their providers')
      for (const message of await claimUnknownMessages(ctx, ASK_AT_ONCE_MAX)) track(message.id, resolve(message))
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
