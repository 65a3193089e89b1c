import type { Channel, MessageStatus } from '../db/tables.ts'

export const ADVICE_KEYS = [
  'queued',
  'queued_late',
  'queued_gateway_rests',
  'queued_send_limit',
  'queued_again',
  'sending',
  'sending_long',
  'unknown_asking',
  'unknown_for_good',
  'accepted_waiting',
  'accepted_no_receipt',
  'accepted_never_reported',
  'delivered_waiting',
  'delivered_never_entered',
  'failed_over',
  'opted_out',
  'suppressed',
  'no_gateway',
  'no_mail_server',
  'spend_limit',
  'expired',
  'cancelled',
  'failed_recipient',
  'failed_route',
  'failed_configuration',
  'failed_content',
  'failed_throttled',
  'failed_unavailable',
  'failed',
] as const
type AdviceKey = (typeof ADVICE_KEYS)[number]

/** What happened to a message and what to do about it. */
export interface Advice {
  key: AdviceKey
  /** What stands in the text, for who writes it in another language. */
  params: Record<string, string | number>
  text: string
}

/** One attempt, with the name of its gateway or mail server. */
export interface ToldAttempt {
  way: string
  outcome: string | null
  error_code: string | null
  error_message: string | null
}

export interface ToldMessage {
  channel: Channel
  template: string
  status: MessageStatus
  due_at: Date | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  proven_at: Date | null
  error_class: string | null
  error_code: string | null
  error_message: string | null
  /** Of the gateway or mail server that it is with, or goes to next. */
  way: string
  /** Whether its provider reports deliveries at all. */
  hasReceipts: boolean
  attempts: ToldAttempt[]
}

const LATE_S = 60
/** By then most receipts have come. */
const RECEIPT_WITHIN_S = 120

/** Says what happened to a message and what to do; null where all went well and nothing is left to say. Pure. */
export function adviseOnMessage(message: ToldMessage, now: Date): Advice | null {
  switch (message.status) {
    case 'queued':
      return adviseOnQueued(message, now)
    case 'sending':
      return adviseOnSending(message, now)
    case 'unknown':
      return adviseOnUnknown(message)
    case 'failed':
      return adviseOnFailed(message)
    case 'accepted':
    case 'delivered':
      return adviseOnArrived(message, now)
  }
}

function adviseOnQueued(message: ToldMessage, now: Date): Advice {
  const { way, due_at, error_code, error_message } = message
  const params = { way, seconds: secondsUntil(due_at, now), reason: error_message ?? '' }
  const lateS = -secondsBetween(due_at ?? now, now)
  if (lateS > LATE_S)
    return advice(
      'queued_late',
      { ...params, seconds: Math.round(lateS) },
      `It should have left ${Math.round(lateS)} s ago: no node takes messages up. Look whether every node runs and reaches the database.`,
    )
  if (error_code === 'resting')
    return advice(
      'queued_gateway_rests',
      params,
      `It waits: ${way} is left alone for a while because its last attempts failed. It is tried in ${params.seconds} s. ${params.reason}`,
    )
  if (error_code === 'send_limit')
    return advice(
      'queued_send_limit',
      params,
      `It waits for its turn: ${way} may send only so many messages a second. Raise its limit if the provider allows more.`,
    )
  const last = message.attempts.at(-1)
  if (last?.outcome)
    return advice(
      'queued_again',
      { ...params, from: last.way, reason: last.error_message ?? '' },
      `${last.way} did not take it: ${last.error_message ?? last.outcome} It is tried by ${way} in ${params.seconds} s.`,
    )
  return advice('queued', params, 'It leaves within moments.')
}

function adviseOnSending({ way, attempts, created_at }: ToldMessage, now: Date): Advice {
  const seconds = Math.round(-secondsBetween(created_at, now))
  if (seconds <= LATE_S) return advice('sending', { way }, `It is being handed to ${way}.`)
  return advice(
    'sending_long',
    { way, seconds, attempts: attempts.length },
    `It has been with ${way} for ${seconds} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.`,
  )
}

function adviseOnUnknown({ way, due_at, error_message }: ToldMessage): Advice {
  const params = { way, reason: error_message ?? '' }
  if (due_at)
    return advice(
      'unknown_asking',
      params,
      `${way} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.`,
    )
  return advice(
    'unknown_for_good',
    params,
    `${way} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.`,
  )
}

function adviseOnArrived(message: ToldMessage, now: Date): Advice | null {
  const { way, status, hasReceipts, accepted_at, expires_at, attempts } = message
  const failedFirst = attempts.find(it => it.outcome !== null && it.outcome !== 'accepted' && it.way !== way)
  if (message.proven_at) return failedFirst ? failedOver(failedFirst, way) : null
  const isCode = message.template === 'code'
  if (isCode && now >= expires_at && status === 'delivered')
    return advice(
      'delivered_never_entered',
      { way },
      'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.',
    )
  if (status === 'delivered') {
    if (failedFirst) return failedOver(failedFirst, way)
    return isCode ? advice('delivered_waiting', { way }, 'It was delivered. The guest has not entered the code yet.') : null
  }
  if (!hasReceipts)
    return advice(
      'accepted_never_reported',
      { way },
      message.channel === 'sms'
        ? `${way} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.`
        : `${way} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.`,
    )
  const seconds = Math.round(-secondsBetween(accepted_at ?? message.created_at, now))
  if (seconds <= RECEIPT_WITHIN_S)
    return advice('accepted_waiting', { way, seconds }, `${way} has taken it and has not reported a delivery yet.`)
  return advice(
    'accepted_no_receipt',
    { way, seconds },
    `${way} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.`,
  )
}

function failedOver(first: ToldAttempt, to: string): Advice {
  const reason = first.error_message ?? first.outcome ?? ''
  return advice(
    'failed_over',
    { from: first.way, to, code: first.error_code ?? '', reason },
    `${first.way} did not take it, so ${to} did: ${reason}`,
  )
}

/** Failures with a code of our own, which says more than their class. */
const OWN_CODES: Record<string, { key: AdviceKey; text: string }> = {
  opted_out: {
    key: 'opted_out',
    text: 'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.',
  },
  suppressed: {
    key: 'suppressed',
    text: 'Not sent: mail to this address came back before. If the address is good again, delete its suppression.',
  },
  no_gateway: {
    key: 'no_gateway',
    text: 'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.',
  },
  no_mail_server: { key: 'no_mail_server', text: 'Not sent: no mail server is enabled. Add or enable one.' },
  spend_limit: {
    key: 'spend_limit',
    text: 'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.',
  },
  expired: {
    key: 'expired',
    text: 'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.',
  },
  cancelled: {
    key: 'cancelled',
    text: 'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.',
  },
}

const CLASSES: Record<string, { key: AdviceKey; text: (way: string, reason: string) => string }> = {
  recipient: {
    key: 'failed_recipient',
    text: (way, reason) =>
      `The number or address cannot be reached (${way}): ${reason} The guest should check it, or use another.`,
  },
  route: {
    key: 'failed_route',
    text: (way, reason) =>
      `This sender cannot reach this number or country (${way}): ${reason} Attach another gateway that serves the country, or give it a sender that may.`,
  },
  configuration: {
    key: 'failed_configuration',
    text: (way, reason) =>
      `The settings or the account are at fault (${way}): ${reason} Every message through it fails until that is mended: correct the record and send a test message.`,
  },
  content: {
    key: 'failed_content',
    text: (way, reason) => `The text was refused (${way}): ${reason} Change the message text of the portal.`,
  },
  throttled: {
    key: 'failed_throttled',
    text: (way, reason) =>
      `More was sent than may be, until the code would have been too old (${way}): ${reason} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.`,
  },
  unavailable: {
    key: 'failed_unavailable',
    text: (way, reason) =>
      `It could not be reached until the code would have been too old (${way}): ${reason} If this goes on, attach a second gateway, so that messages have another way.`,
  },
}

function adviseOnFailed({ error_class, error_code, error_message, way }: ToldMessage): Advice {
  const own = OWN_CODES[error_code ?? ''] ?? OWN_CODES[error_class ?? '']
  const params = { way, code: error_code ?? '', reason: error_message ?? '' }
  if (own) return advice(own.key, params, own.text)
  const reason = sentence(error_message || 'The provider did not say more.')
  const known = CLASSES[error_class ?? '']
  if (!known) return advice('failed', params, `It failed at ${way}: ${reason} See the attempts.`)
  return advice(known.key, params, known.text(way, reason))
}

const OUTCOMES: Record<string, string> = {
  accepted: 'Took the message.',
  recipient: 'Refused the number or address.',
  route: 'Cannot send from this sender to this number or country.',
  configuration: 'Refused the settings or the account.',
  content: 'Refused the text.',
  throttled: 'Asked to come back later.',
  unavailable: 'Could not be reached, or had a fault of its own.',
  unknown: 'Gave no answer: it may or may not have the message.',
  not_sent: 'Said, when asked, that it does not have the message.',
  limited: 'Was not asked: its limit of messages per second was reached.',
  spent: 'Was not asked: its spend limit is reached.',
  expired: 'Was not asked: the code would have been too old.',
  cancelled: 'Was not asked: the code was not needed any more.',
}

/** Says in plain words how an attempt ended, with what the provider's code means. Pure. */
export function explainAttempt({ outcome, error_code, error_message }: Omit<ToldAttempt, 'way'>): string {
  if (outcome === null) return 'Is under way, or its end was never seen.'
  const lead =
    error_code === 'resting'
      ? 'Was not asked: it is left alone after failures.'
      : ['opted_out', 'suppressed', 'no_gateway', 'no_mail_server'].includes(error_code ?? '')
        ? 'Was not asked.'
        : (OUTCOMES[outcome] ?? `Ended as ${outcome}.`)
  return [lead, error_message].filter(Boolean).join(' ')
}

function advice(key: AdviceKey, params: Advice['params'], text: string): Advice {
  return { key, params, text: text.trim() }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function secondsBetween(at: Date, now: Date): number {
  return (at.getTime() - now.getTime()) / 1000
}

function secondsUntil(at: Date | null, now: Date): number {
  return at ? Math.max(0, Math.ceil(secondsBetween(at, now))) : 0
}
