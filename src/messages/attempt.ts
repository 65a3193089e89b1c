import { setTimeout } from 'node:timers/promises'
import type { MailServer, SmsGateway } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import type { Resting } from '../sms/gateway-health.ts'
import { correctSpend, hasSharedLimits, takePermit } from '../sms/permits.ts'
import type { LookupOutcome, SendOutcome } from '../sms/provider.ts'
import { gatewaysFor, gatewaysForMessage, mailServersFor, segmentPrice, senderFor } from '../sms/route.ts'
import type { ClaimedMessage } from './claim.ts'
import { listErasedOptOuts } from './erased-opt-outs.ts'
import { type Next, nextWay, type Way } from './fail-over.ts'
import { handOverMail, handOverSms, prepareSms } from './hand-over.ts'
import { liftOptOut, recordOptOut } from './opt-out.ts'
import { backoffS, decide, decideUnknown, goOn, LIFE_LEFT_MIN_S, type Settlement } from './settle.ts'

/** A gateway that asks for so little patience is waited for, once, before the next one is taken. */
const SHORT_THROTTLE_S = 2

/** Makes one attempt with the gateway or mail server that the message has, and decides what follows from it. */
export async function attempt(ctx: Context, claimed: ClaimedMessage): Promise<Settlement> {
  const late = notWorthSending(claimed, ctx.clock.now())
  if (late) return late
  const erased = await listErasedOptOuts(ctx, claimed)
  const message = erased.length > 0 ? { ...claimed, suppressed: [...claimed.suppressed, ...erased] } : claimed
  return message.channel === 'sms' ? attemptSms(ctx, message) : attemptMail(ctx, message)
}

async function attemptSms(ctx: Context, message: ClaimedMessage): Promise<Settlement> {
  const gateway = gatewaysOf(ctx, message).find(({ id }) => id === message.sms_gateway_id)
  if (!gateway) return passOver(ctx, message, NO_GATEWAY)
  if (isSuppressed(message, gateway)) return passOver(ctx, message, OPTED_OUT)

  const prepared = prepareSms(ctx, message, gateway)
  const price = segmentPrice(ctx.catalogue.now, gateway.id, message.country ?? '')
  const micros = (price ?? 0) * prepared.segments
  const reservedAt = ctx.clock.now()
  if (hasSharedLimits(ctx, gateway)) {
    const permit = await takePermit(ctx, gateway, micros)
    if (permit.outcome === 'spent') {
      ctx.counts.refusal('spend')
      return passOver(ctx, message, SPENT)
    }
    if (permit.outcome === 'too_fast') return passOver(ctx, message, TOO_FAST, permit.retryAt)
    await setTimeout(Math.max(0, permit.sendAt.getTime() - ctx.clock.now().getTime()))
  }
  const outcome = await ctx.health.run(gateway, () => handOverSms(ctx, { message, gateway, sms: prepared.sms }))
  const cost = outcome.outcome === 'accepted' && outcome.price?.currency === gateway.currency ? outcome.price.micros : micros
  const isSpent = outcome.outcome === 'accepted' || outcome.outcome === 'unknown'
  await correctSpend(ctx, gateway, isSpent ? cost - micros : -micros, reservedAt)
  if (outcome.outcome === 'resting') return passOver(ctx, message, resting(outcome), outcome.until)

  const pair = { contact: message.to, gatewayId: gateway.id, sender: senderFor(gateway, message.country ?? '') }
  if (outcome.outcome === 'rejected' && outcome.isOptOut)
    await recordOptOut(ctx, { ...pair, messageId: message.id, detail: outcome.message })
  if (outcome.outcome === 'accepted' && message.ignores_opt_out) await liftOptOut(ctx, pair)
  const settlement = decideFor(ctx, message, outcome)
  if (!isSpent) return settlement
  const paid = outcome.outcome === 'accepted' && outcome.price ? outcome.price : { micros, currency: gateway.currency }
  if (paid.micros > 0) ctx.metrics.smsSpend.inc({ gateway: gateway.name, currency: paid.currency }, paid.micros / 1e6)
  return {
    ...settlement,
    segments: (outcome.outcome === 'accepted' && outcome.segments) || prepared.segments,
    price:
      outcome.outcome === 'accepted' && outcome.price
        ? { ...outcome.price, source: 'provider' }
        : price === undefined
          ? undefined
          : { micros, currency: gateway.currency, source: 'table' },
  }
}

async function attemptMail(ctx: Context, message: ClaimedMessage): Promise<Settlement> {
  if (message.suppressed.length > 0) return passOver(ctx, message, BOUNCED)
  const server = mailServersFor(ctx.catalogue.now).find(({ id }) => id === message.mail_server_id)
  if (!server) return passOver(ctx, message, NO_MAIL_SERVER)
  const outcome = await ctx.health.run(server, () => handOverMail(ctx, message, server))
  if (outcome.outcome === 'resting') return passOver(ctx, message, resting(outcome), outcome.until)
  return decideFor(ctx, message, outcome)
}

/** Decides what follows from the provider's word on a message whose outcome was unknown. */
export function judgeAnswer(ctx: Context, message: ClaimedMessage, answer: LookupOutcome): Settlement {
  const now = ctx.clock.now()
  const late = answer.outcome === 'not_found' ? notWorthSending(message, now) : undefined
  const next = nextFor(ctx, message, 'not_sent', now)
  return late ?? decideUnknown(answer, next, { expiresAt: message.expires_at }, now)
}

/**
 * Says where a message that no provider has could go, after `outcome` of its current way: then that one is tried again
 * not before `retryAt`, or else by how often it was tried.
 */
export function nextFor(
  ctx: Context,
  message: Pick<ClaimedMessage, 'id' | 'channel' | 'template' | 'country' | 'suppressed' | 'ignores_opt_out' | 'tried'> & RouteOf,
  outcome: string,
  retryAt?: Date,
): Next | undefined {
  // A test is of one gateway.
  if (message.template === 'test') return undefined
  const now = ctx.clock.now()
  const currentId = message.channel === 'sms' ? message.sms_gateway_id : message.mail_server_id
  const attempts = message.tried.map(said => said.split(' '))
  const lastOf = (id: string): Way['last'] => {
    const own = attempts.filter(([tried]) => tried === id)
    if (id === currentId) return { outcome, retryAt: retryAt ?? addSeconds(now, backoffS(own.length + 1)) }
    const [, ended, at] = own.at(-1) ?? []
    return ended === undefined
      ? undefined
      : { outcome: ended, retryAt: addSeconds(new Date(Number(at) * 1000), backoffS(own.length)) }
  }
  const ways =
    message.channel === 'sms'
      ? gatewaysOf(ctx, message).map(gateway => ({ way: gateway, isSuppressed: isSuppressed(message, gateway) }))
      : mailServersFor(ctx.catalogue.now).map(server => ({ way: server, isSuppressed: false }))
  return nextWay(
    ways.map(({ way, isSuppressed }) => ({
      id: way.id,
      restsUntil: ctx.health.restsUntil(way),
      isSuppressed,
      last: lastOf(way.id),
    })),
    now,
  )
}

type RouteOf = Pick<ClaimedMessage, 'purpose' | 'splash_portal_id' | 'usage_plan_id' | 'sms_gateway_id' | 'mail_server_id'>

function decideFor(ctx: Context, message: ClaimedMessage, outcome: SendOutcome): Settlement {
  const now = ctx.clock.now()
  const to = { expiresAt: message.expires_at }
  const wayId = message.channel === 'sms' ? message.sms_gateway_id : message.mail_server_id
  if (outcome.outcome === 'throttled' && wayId && !message.tried.some(said => said.startsWith(`${wayId} throttled `))) {
    const waitS = outcome.retryAfterS ?? backoffS(1)
    if (waitS <= SHORT_THROTTLE_S) return decide(outcome, { id: wayId, at: addSeconds(now, waitS) }, to, now)
  }
  const ended = outcome.outcome === 'rejected' ? outcome.by : outcome.outcome
  const next = nextFor(ctx, message, ended)
  return decide(outcome, next, to, now)
}

interface Obstacle {
  outcome: string
  errorCode: string
  errorMessage: string
}

const NO_GATEWAY: Obstacle = {
  outcome: 'configuration',
  errorCode: 'no_gateway',
  errorMessage: 'There is no enabled SMS gateway for this message; attach one that serves the country to the plan or portal.',
}
const NO_MAIL_SERVER: Obstacle = {
  outcome: 'configuration',
  errorCode: 'no_mail_server',
  errorMessage: 'There is no enabled mail server for this message; add one.',
}
const OPTED_OUT: Obstacle = {
  outcome: 'recipient',
  errorCode: 'opted_out',
  errorMessage: 'Not sent: the guest once replied STOP to this sender. Only a text START from that phone lifts it.',
}
const BOUNCED: Obstacle = {
  outcome: 'recipient',
  errorCode: 'suppressed',
  errorMessage: 'Not sent: mail to this address came back before. Delete the suppression if the address is good again.',
}
const SPENT: Obstacle = {
  outcome: 'spent',
  errorCode: 'spend_limit',
  errorMessage: 'Not sent: the gateway has reached its daily or monthly spend limit. Raise it, or add another gateway.',
}
const TOO_FAST: Obstacle = {
  outcome: 'limited',
  errorCode: 'send_limit',
  errorMessage: 'Not sent yet: the gateway is at its limit of messages per second.',
}

function resting({ message }: Resting): Obstacle {
  return { outcome: 'unavailable', errorCode: 'resting', errorMessage: message }
}

/** Nothing has left: on to the next way, or to this one later. */
function passOver(ctx: Context, message: ClaimedMessage, obstacle: Obstacle, retryAt?: Date): Settlement {
  const next = nextFor(ctx, message, obstacle.outcome, retryAt)
  return goOn(obstacle, obstacle === BOUNCED ? undefined : next, { expiresAt: message.expires_at })
}

function gatewaysOf(ctx: Context, message: Pick<ClaimedMessage, 'id' | 'country'> & RouteOf): SmsGateway[] {
  const question = {
    purpose: message.purpose ?? 'password_reset',
    splashPortalId: message.splash_portal_id ?? undefined,
    usagePlanId: message.usage_plan_id ?? undefined,
  }
  return gatewaysForMessage(gatewaysFor(ctx.catalogue.now, question), { id: message.id, country: message.country ?? '' })
}

function isSuppressed(
  message: Pick<ClaimedMessage, 'suppressed' | 'ignores_opt_out' | 'country'>,
  gateway: SmsGateway | MailServer,
): boolean {
  if (message.ignores_opt_out || !('senders' in gateway)) return false
  const sender = senderFor(gateway, message.country ?? '')
  // What an operator has put in may hold for any sender of the gateway, or whatever sends.
  return [`${gateway.id} ${sender}`, `${gateway.id} `, `* ${sender}`, '* '].some(said => message.suppressed.includes(said))
}

/** A code that is used, cancelled or about to die is not sent. Pure. */
function notWorthSending(message: ClaimedMessage, now: Date): Settlement | undefined {
  const failed = (outcome: string, errorMessage: string): Settlement =>
    goOn({ outcome, errorCode: outcome, errorMessage }, undefined, { expiresAt: message.expires_at })
  const isNeeded =
    ['pending', 'exhausted'].includes(message.validation_status ?? '') && message.validation_generation === message.generation
  if (message.template === 'code' && !isNeeded) return failed('cancelled', 'Not sent: the code was no longer needed.')
  if (addSeconds(now, LIFE_LEFT_MIN_S) >= message.expires_at)
    return failed('expired', 'Not sent: the code would have expired before it was read.')
  return undefined
}
