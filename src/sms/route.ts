import type { MailServer, SmsGateway, Snapshot, UsagePlan } from '../catalogue.ts'
import type { Channel, Purpose } from '../db/tables.ts'

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

/** The mail server that sends: the first enabled one. */
export function mailServerFor(snapshot: Snapshot): MailServer | undefined {
  for (const server of snapshot.mailServers.values()) if (server.enabled) return server
  return undefined
}

/** Says whether anything could carry a message on this channel. */
export function canSend(snapshot: Snapshot, channel: Channel, question: RouteQuestion): boolean {
  return channel === 'sms' ? gatewaysFor(snapshot, question).length > 0 : mailServerFor(snapshot) !== undefined
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
  const noSms = 'The plan asks for validation by SMS but has no enabled SMS gateway: attach or enable one under sms_gateway_ids.'
  const noEmail = 'The plan asks for validation by email but no mail server is enabled: add or enable one under mail_servers.'
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
