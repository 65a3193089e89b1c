import type { ProviderError } from '../provider-answer.ts'

const NUMBER = 'The number does not exist or is no mobile number: the guest has to correct it.'
const ACCOUNT = 'The Plivo account is disabled: open the Plivo console and see what it asks for.'

/** What Plivo answers to a request has no code but a sentence, so the status decides: https://www.plivo.com/docs/messaging/api/response */
export const PLIVO_STATUSES: ReadonlyMap<number, ProviderError> = new Map([
  [401, { class: 'configuration', hint: 'Plivo refuses the Auth ID or Auth Token: copy both again from the Plivo console.' }],
  [402, { class: 'configuration', hint: 'The Plivo account has no credit left: top it up, or switch auto-recharge on.' }],
  [403, { class: 'configuration', hint: 'This Plivo account may not send this: see what the Plivo console asks for.' }],
  [404, { class: 'configuration', hint: 'Plivo does not know this account: check the Auth ID and the base URL.' }],
  [405, { class: 'configuration', hint: 'Plivo does not know this address: check the base URL.' }],
  [
    429,
    { class: 'throttled', hint: 'More is asked of Plivo than the account may: lower sends per second, or ask Plivo for more.' },
  ],
])

/** `ErrorCode` in a receipt: https://www.plivo.com/docs/messaging/troubleshooting/error-codes */
export const PLIVO_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    10: { class: 'content', hint: 'The carrier refuses the text: look for odd characters in the template, and reword it.' },
    20: { class: 'unavailable', hint: 'The carrier’s network had a fault: the guest asks for another code.' },
    30: { class: 'content', hint: 'The carrier took it for spam: check the sender’s registration, then the wording.' },
    40: {
      class: 'configuration',
      hint: 'From is not a sender of this Plivo account that can send SMS: use one of its numbers, or the ID of a Powerpack.',
    },
    50: { class: 'recipient', hint: NUMBER },
    60: { class: 'route', hint: 'Plivo sees the same message going in circles: it goes to a number that sends it back.' },
    70: { class: 'recipient', hint: 'The number is out of use for good: the guest uses another number, or email.' },
    80: { class: 'recipient', hint: 'The phone was off or out of reach: the guest asks for another code.' },
    90: { class: 'route', hint: 'Plivo has no route to this number: ask Plivo support.', isLocal: true },
    100: { class: 'route', hint: 'The carrier does not let messages of this sender through.', isLocal: true },
    110: { class: 'content', hint: 'The text is too long for Plivo: shorten the template.' },
    200: {
      class: 'recipient',
      hint: 'The guest told this sender to stop: a START from that phone lifts it.',
      isOptOut: true,
    },
    201: { class: 'route', hint: 'A toll-free number of the USA cannot send to Canada: add another sender.', isLocal: true },
    300: { class: 'unavailable', hint: 'Plivo could not hand the message on: the guest asks for another code.' },
    420: { class: 'unavailable', hint: 'The message waited longer than it was good for: the guest asks for another code.' },
    450: {
      class: 'route',
      hint: 'The country is switched off: if you want guests from there, switch it on in the Plivo console under Messaging, Geo Permissions.',
      isLocal: true,
    },
    900: { class: 'configuration', hint: 'The Plivo account has no credit left: top it up, or switch auto-recharge on.' },
    910: { class: 'configuration', hint: ACCOUNT },
    1000: { class: 'route', hint: 'It was not delivered, and neither the carrier nor Plivo says why.' },
  }),
)
