import type { ProviderError } from '../provider-answer.ts'

const CREDENTIALS = 'Telnyx refuses the API key: copy it again from the Telnyx portal (it begins with KEY).'
const ACCOUNT = 'The Telnyx account is inactive, blocked or not verified: open the Telnyx portal and see what it asks for.'
const CREDIT = 'The Telnyx account has no credit left: top it up, or switch auto-recharge on.'
const FROM =
  'From is not a sender of this Telnyx account that can send SMS: assign the number to a messaging profile in the portal.'
const PROFILE = 'The messaging profile is switched off or has no number to send from: see the profile in the Telnyx portal.'
const NUMBER = 'The number does not exist or is not written as +countrycode and number: the guest has to correct it.'
const LANDLINE = 'The number is a landline or cannot receive SMS: the guest needs a mobile number, or email.'
const OUT_OF_REACH = 'The phone or its network was out of reach: the guest asks for another code.'
const SPAM = 'It was taken for spam: check the sender’s registration, then the wording of the template.'
const TEXT = 'Telnyx refuses the text of the message: shorten or reword the template.'
const RATE = 'More is sent than this sender may send: lower sends per second, or add numbers to the messaging profile.'
const A2P = 'The sender is not registered for traffic to US numbers (10DLC): register a brand and campaign in the Telnyx portal.'
const TOLL_FREE = 'The toll-free number is not verified yet: submit it for verification in the Telnyx portal.'

export const TELNYX_STOP: ProviderError = {
  class: 'recipient',
  hint: 'The guest told this sender to stop: a START from that phone lifts it.',
  isOptOut: true,
}

/** Telnyx's error codes, in answers and in receipts: https://developers.telnyx.com/docs/messaging/messages/error-codes */
export const TELNYX_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    10001: { class: 'configuration', hint: FROM },
    10002: { class: 'recipient', hint: NUMBER },
    10003: { class: 'configuration', hint: 'Telnyx refuses the callback address: check the public URL of Gatehouse.' },
    10004: { class: 'configuration', hint: 'Telnyx misses a field: a sender name needs the option messaging_profile_id.' },
    10005: {
      class: 'configuration',
      hint: 'Telnyx does not know this address or messaging profile: check the base URL and the profile.',
    },
    10006: { class: 'configuration', hint: 'The ID of the messaging profile is wrong: copy it again from the Telnyx portal.' },
    10007: { class: 'unavailable', hint: 'Telnyx had a fault of its own.' },
    10009: { class: 'configuration', hint: CREDENTIALS },
    10010: { class: 'configuration', hint: 'This API key may not send messages: make one in the Telnyx portal that may.' },
    10011: { class: 'throttled', hint: RATE },
    10016: { class: 'recipient', hint: NUMBER },
    10039: {
      class: 'configuration',
      hint: 'This Telnyx account sends only to numbers that were verified in the portal: upgrade it.',
    },
    20002: { class: 'configuration', hint: CREDENTIALS },
    20006: { class: 'configuration', hint: CREDENTIALS },
    20012: { class: 'configuration', hint: ACCOUNT },
    20013: { class: 'configuration', hint: ACCOUNT },
    20014: { class: 'configuration', hint: ACCOUNT },
    20015: {
      class: 'configuration',
      hint: 'This Telnyx account may not send such messages: see its verification level in the portal.',
    },
    20016: { class: 'configuration', hint: ACCOUNT },
    20017: { class: 'configuration', hint: ACCOUNT },
    20100: { class: 'configuration', hint: CREDIT },
    40001: { class: 'recipient', hint: LANDLINE },
    40002: { class: 'content', hint: SPAM },
    40003: { class: 'route', hint: 'The carrier blocks this sender for good: send from another number, and ask Telnyx support.' },
    40004: { class: 'route', hint: 'The guest’s network refuses the message and does not say why.' },
    40005: { class: 'recipient', hint: OUT_OF_REACH },
    40006: { class: 'unavailable', hint: OUT_OF_REACH },
    40008: { class: 'route', hint: 'The carrier did not take the message: the number may not be in use.' },
    40009: { class: 'content', hint: TEXT },
    40010: { class: 'configuration', hint: A2P, isLocal: true },
    40011: { class: 'throttled', hint: RATE },
    40012: { class: 'recipient', hint: NUMBER },
    40013: { class: 'configuration', hint: FROM },
    40014: {
      class: 'throttled',
      hint: 'The message waited at Telnyx longer than it may: more is sent than this sender may send.',
    },
    40015: { class: 'content', hint: SPAM },
    40016: {
      class: 'throttled',
      hint: 'The registered campaign has sent to T-Mobile all it may today: raise its class, or wait until tomorrow.',
    },
    40017: { class: 'content', hint: SPAM },
    40018: { class: 'throttled', hint: RATE },
    40100: { class: 'configuration', hint: FROM },
    40150: { class: 'configuration', hint: TOLL_FREE },
    40151: {
      class: 'configuration',
      hint: 'The number is still being moved to Telnyx: wait until the portal shows it as ready.',
    },
    40301: { class: 'recipient', hint: LANDLINE },
    40302: { class: 'content', hint: TEXT },
    40304: { class: 'content', hint: TEXT },
    40305: { class: 'configuration', hint: FROM },
    40306: {
      class: 'configuration',
      hint: 'Sender names are not set up in this messaging profile: set one in the Telnyx portal.',
    },
    40309: {
      class: 'route',
      hint: 'The country is not allowed in the messaging profile: if you want guests from there, add it to its allowed destinations.',
      isLocal: true,
    },
    40310: { class: 'recipient', hint: NUMBER },
    40312: { class: 'configuration', hint: PROFILE },
    40314: { class: 'configuration', hint: ACCOUNT },
    40315: {
      class: 'configuration',
      hint: 'Telnyx blocks this number for too much spam or too little delivered: send from another.',
    },
    40316: { class: 'content', hint: TEXT },
    40318: { class: 'throttled', hint: 'Telnyx’s queue for this sender is full: lower sends per second.' },
    40319: { class: 'recipient', hint: LANDLINE },
    40320: { class: 'configuration', hint: 'The number was only just bought and cannot send yet: try again in some minutes.' },
    40321: { class: 'configuration', hint: PROFILE },
    40322: { class: 'content', hint: SPAM },
    40328: { class: 'content', hint: 'The text is too long for Telnyx: shorten the template.' },
    40329: { class: 'configuration', hint: TOLL_FREE },
    40333: {
      class: 'configuration',
      hint: 'The messaging profile has used up its daily spend limit: raise it in the Telnyx portal.',
    },
  }),
)
