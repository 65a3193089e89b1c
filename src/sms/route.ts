import type { MailServer, SmsGateway, Snapshot, SplashPortal, UsagePlan } from '../catalogue.ts'
import type { Channel, Purpose, ValidationMethod } from '../db/tables.ts'

export interface RouteQuestion {
  purpose: Purpose
  splashPortalId?: string | undefined
  usagePlanId?: string | undefined
}

/** The enabled gateways for a message, in fail-over order: the plan's for a sign-up, else the portal's. */
export function gatewaysFor(snapshot: Snapshot, question: RouteQuestion): SmsGateway[] {
  const owner =
    question.purpose === 'sign_up' && question.usagePlanId
      ? snapshot.usagePlans.get(question.usagePlanId)
      : question.splashPortalId
        ? snapshot.splashPortals.get(question.splashPortalId)
        : undefined
  const gateways = owner ? owner.sms_gateway_ids.map(id => snapshot.smsGateways.get(id)) : [...snapshot.smsGateways.values()]
  return gateways.filter(gateway => gateway?.enabled) as SmsGateway[]
}

/** The gateways that serve a country, in the order in which this message tries them. */
export function gatewaysForMessage(gateways: SmsGateway[], message: { id: string; country: string }): SmsGateway[] {
  const serving = gateways.filter(({ countries }) => countries.length === 0 || countries.includes(message.country))
  const sharers = serving.filter(({ weight }) => weight > 0)
  if (sharers.length < 2) return serving
  const first = pickByWeight(sharers, fractionOf(message.id))
  return [first, ...serving.filter(gateway => gateway !== first)]
}

function pickByWeight(gateways: SmsGateway[], fraction: number): SmsGateway {
  let rest = fraction * gateways.reduce((sum, { weight }) => sum + weight, 0)
  for (const gateway of gateways) {
    rest -= gateway.weight
    if (rest < 0) return gateway
  }
  return gateways.at(-1) as SmsGateway
}

/** A number from 0 to 1 that is always the same for one message: each of its attempts sees the same order. */
function fractionOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16) / 2 ** 32
}

/** What a message to a country comes from. */
export function senderFor(gateway: Pick<SmsGateway, 'from' | 'senders'>, country: string): string {
  return gateway.senders[country] ?? gateway.from
}

/** The price of one segment to a country in millionths of the gateway's currency; undefined: the table does not say. */
export function segmentPrice(snapshot: Snapshot, gatewayId: string, country: string): number | undefined {
  const prices = snapshot.smsPrices.get(gatewayId)
  return prices?.get(country) ?? prices?.get('*')
}

/** The enabled mail servers in the order in which they are tried. */
export function mailServersFor(snapshot: Snapshot): MailServer[] {
  return [...snapshot.mailServers.values()].filter(({ enabled }) => enabled)
}

/** Says whether anything could carry a message on this channel. */
export function canSend(snapshot: Snapshot, channel: Channel, question: RouteQuestion): boolean {
  return channel === 'sms' ? gatewaysFor(snapshot, question).length > 0 : mailServersFor(snapshot).length > 0
}

/** The channels by which a portal can reset passwords now: none, one or both of those of its method. */
export function resetChannels(snapshot: Snapshot, portal: SplashPortal): ('sms' | 'email')[] {
  const method: ValidationMethod = portal.password_reset_method
  const question = { purpose: 'password_reset', splashPortalId: portal.id } as const
  const wanted = (['sms', 'email'] as const).filter(channel => method.includes(channel))
  const possible = wanted.filter(channel => canSend(snapshot, channel, question))
  return method === 'sms_and_email' && possible.length < wanted.length ? [] : possible
}

export interface Availability {
  offered: boolean
  /** Why not, each a sentence for the operator. */
  reasons: string[]
}

/** Says whether a plan can be offered to guests: what its validation method asks for must be sendable. */
export function planAvailability(snapshot: Snapshot, plan: UsagePlan): Availability {
  const sms = canSend(snapshot, 'sms', { purpose: 'sign_up', usagePlanId: plan.id })
  const email = canSend(snapshot, 'email', { purpose: 'sign_up', usagePlanId: plan.id })
  const noSms = 'The plan asks for validation by SMS but has no enabled SMS gateway: attach one, or enable one that is attached.'
  const noEmail = 'The plan asks for validation by email but no mail server is enabled: add or enable one.'
  switch (plan.validation_method) {
    case 'none':
      return { offered: true, reasons: [] }
    case 'sms':
      return { offered: sms, reasons: sms ? [] : [noSms] }
    case 'email':
      return { offered: email, reasons: email ? [] : [noEmail] }
    case 'sms_or_email':
      return { offered: sms || email, reasons: [...(sms ? [] : [noSms]), ...(email ? [] : [noEmail])] }
    case 'sms_and_email':
      return { offered: sms && email, reasons: [...(sms ? [] : [noSms]), ...(email ? [] : [noEmail])] }
  }
}
