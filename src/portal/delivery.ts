import { sql } from 'kysely'
import type { MessageStatus } from '../db/tables.ts'
import { CODE_LIFETIME_S } from '../validation/rules.ts'
import { listSentCodes, type SentCode } from '../validation/sent-codes.ts'
import { answerFrame, type Html, html } from './layout.ts'
import { channelOf, contactOf } from './offers.ts'
import { findProving, type Proving, unaskedContacts } from './proving.ts'
import { linkTo, type Visit } from './site.ts'

/** How long a message may wait before the guest is told that something is wrong. */
const SLOW_AFTER_S = 15
const STUCK_AFTER_S = 4
/** By then a message that is well has been accepted. */
const DECOY_ACCEPTED_AFTER_S = 2
/** Seconds until the line is loaded again, by the age of the message. */
const REFRESH_S = [
  { untilAgeS: 30, everyS: 3 },
  { untilAgeS: 60, everyS: 5 },
  { untilAgeS: 180, everyS: 10 },
]
export const DELIVERY_REFRESH_LONGEST_S = 15

/**
 * What a guest is told of a message. `wrong`: there is no such number or address; `not_possible`: nothing on our side
 * could take it so far; `undelivered`: it was taken, and did not arrive.
 */
export type DeliveryState =
  | 'on_its_way'
  | 'slow'
  | 'accepted'
  | 'delivered'
  | 'not_possible'
  | 'wrong'
  | 'undelivered'
  | 'opted_out'
  | 'unknown'

export interface Delivery {
  state: DeliveryState
  /** Nothing can change any more. */
  isFinal: boolean
  /** When to look again; undefined: not by itself. */
  refreshS: number | undefined
  /** Where a text START lifts the guest's STOP; empty when it is not known, or no number. */
  startNumber: string
}

/** The last message of a code. */
export interface LastMessage {
  status: MessageStatus
  error_class: string | null
  error_code: string | null
  accepted_at: Date | null
  created_at: Date
  /** The sender that the phone has told to stop. */
  opted_out_sender: string | null
}

/** Our own limits, and what passes by itself: the message only waits. */
const WAITS = ['throttled', 'limited', 'not_sent']

/** Says what a guest is told of a message. A code without a message, which nobody gets, looks like one that is well. Pure. */
export function judgeDelivery(message: LastMessage | undefined, code: { expires_at: Date }, now: Date): Delivery {
  const ageS = (now.getTime() - (message?.created_at.getTime() ?? code.expires_at.getTime() - CODE_LIFETIME_S * 1000)) / 1000
  const state = message ? stateOf(message, ageS) : ageS < DECOY_ACCEPTED_AFTER_S ? 'on_its_way' : 'accepted'
  const isFinal = message?.status === 'delivered' || message?.status === 'failed'
  const everyS = REFRESH_S.find(({ untilAgeS }) => ageS < untilAgeS)?.everyS ?? DELIVERY_REFRESH_LONGEST_S
  const sender = message?.opted_out_sender ?? ''
  return {
    state,
    isFinal,
    refreshS: isFinal || code.expires_at <= now ? undefined : everyS,
    startNumber: /^\+?\d{3,15}$/.test(sender) ? sender : '',
  }
}

function stateOf({ status, error_class, error_code, accepted_at, opted_out_sender }: LastMessage, ageS: number): DeliveryState {
  switch (status) {
    case 'accepted':
    case 'delivered':
    case 'unknown':
      return status
    case 'queued':
    case 'sending': {
      const waits = error_class === null || WAITS.includes(error_class)
      if (waits) return ageS < SLOW_AFTER_S ? 'on_its_way' : 'slow'
      return ageS < STUCK_AFTER_S ? 'on_its_way' : 'not_possible'
    }
    case 'failed':
      if (error_class === 'recipient') return error_code === 'opted_out' || opted_out_sender !== null ? 'opted_out' : 'wrong'
      return accepted_at === null ? 'not_possible' : 'undelivered'
  }
}

/** What has become of the last message of each code, by the code's id. */
export async function findDeliveries({ ctx, now }: Visit, codes: SentCode[]): Promise<Map<string, Delivery>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<LastMessage & { validation_id: string }>`
    select distinct on (m.validation_id) m.validation_id, m.status, m.error_class, m.error_code, m.accepted_at, m.created_at,
      s.sender as opted_out_sender
    from messages m
      left join suppressions s on m.channel = 'sms' and s.channel = 'sms' and s.contact = m."to"
        and s.sms_gateway_id = m.sms_gateway_id and s.reason = 'opted_out'
    where m.validation_id = any(${codes.map(({ id }) => id)}::uuid[])
    order by m.validation_id, m.created_at desc, s.created_at desc`.execute(ctx.db.kysely)
  const messages = new Map(rows.map(row => [row.validation_id, row]))
  return new Map(codes.map(code => [code.id, judgeDelivery(messages.get(code.id), code, now)]))
}

/** What the line says, in a few words. */
function describeDelivery({ phrases }: Visit, { channel }: Pick<SentCode, 'channel'>, { state }: Delivery): string {
  const said = phrases.delivery[state]
  return typeof said === 'string' ? said : said[channel === 'sms' ? 'sms' : 'email']
}

/** What the guest can do about it; undefined: nothing but wait. */
export function adviceOn({ phrases }: Visit, { channel }: Pick<SentCode, 'channel'>, delivery: Delivery): string | undefined {
  const { advice } = phrases
  const { state, startNumber } = delivery
  if (!isTrouble(delivery)) return undefined
  if (channel === 'email_to_sms') return advice.token
  switch (state) {
    case 'wrong':
    case 'undelivered':
      return advice[state][channel]
    case 'opted_out':
      return startNumber ? advice.opted_out(startNumber) : advice.opted_out_reply
    case 'unknown':
      return advice.unknown
    default:
      return advice.try_later
  }
}

/** True where the guest has something to do. */
export function isTrouble({ state }: Delivery): boolean {
  return !['on_its_way', 'slow', 'accepted', 'delivered'].includes(state)
}

/**
 * The line within a page. What can still change is covered by a frame that loads itself again, so that the page and what
 * is typed into it stay as they are; where frames are blocked the line is there all the same.
 */
export function deliveryLine(visit: Visit, code: SentCode, delivery: Delivery): Html {
  const line = describeDelivery(visit, code, delivery)
  if (delivery.isFinal) return isTrouble(delivery) ? html`<p class="error">${line}</p>` : html`<p class="live">${line}</p>`
  if (visit.preview) return html`<div class="live">${line}</div>`
  const url = linkTo(visit, 'delivery', { channel: code.channel })
  // Chromium would stop at the frame without showing that it did; all that its link leads to is on the page as well.
  return html`<div class="live"><span aria-hidden="true">${line}</span><iframe src="${url}" title="${visit.phrases.delivery.title}" tabindex="-1"></iframe></div>`
}

/** Shows the line of one channel alone, for the frame. A password reset has none: it would tell about the account. */
export async function showDelivery(visit: Visit): Promise<Response> {
  const { phrases, locale, portal, query } = visit
  const channel = query.get('channel')
  const isToken = channel === 'email_to_sms'
  const proving = isToken ? undefined : await findProving(visit)
  const codes = isToken
    ? await listSentCodes(visit.ctx, { sessionId: visit.session?.id, purpose: 'free_sms' })
    : (proving?.sent ?? [])
  const code = codes.find(sent => sent.channel === channel)
  const delivery = code && (await findDeliveries(visit, [code])).get(code.id)
  const home = linkTo(visit, isToken ? 'sms_token' : 'validate_account')
  const title = phrases.delivery.title
  if (!code || !delivery) {
    const line = html`<a href="${home}" target="_top">${phrases.delivery.changed}</a>`
    return answerFrame({ locale, portal, title, line })
  }
  const link = isTrouble(delivery) && html` <a href="${home}" target="_top">${linkLabel(visit, proving, code, delivery)}</a>`
  const line = html`${describeDelivery(visit, code, delivery)}${link}`
  return answerFrame({ locale, portal, title, line, refreshS: delivery.refreshS })
}

function linkLabel({ phrases }: Visit, proving: Proving | undefined, code: SentCode, { state }: Delivery): string {
  const [other] = proving ? unaskedContacts(proving).offered : []
  const isWayOut = state === 'not_possible' && other !== undefined && channelOf(other) !== channelOf(contactOf(code.channel))
  return isWayOut ? phrases.proveInstead[other] : phrases.delivery.whatToDo
}
