import type { ProviderError } from '../provider-answer.ts'

const CREDENTIALS = 'Vonage refuses the API key or API secret: copy both again from the Vonage dashboard, for the same account.'
const SIGNED_ONLY =
  'This Vonage account takes signed requests only: ask Vonage support to allow requests with the API secret, or send from another account.'
const NUMBER = 'The number does not exist or no network has it: the guest has to correct it.'
const OUT_OF_REACH = 'The phone was off, busy or out of reach: the guest asks for another code.'
const REGULATION =
  'The destination country wants sender and text registered first, and they were not: see Vonage’s page on that country.'

/** The status of a message in an answer: https://developer.vonage.com/api-errors/sms. Status 5 is not here: it may have been sent. */
export const VONAGE_STATUSES: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    1: {
      class: 'throttled',
      hint: 'More is sent than this Vonage account may send: lower sends per second, or ask Vonage for more.',
    },
    2: { class: 'configuration', hint: 'Vonage misses a field: check that From, API key and API secret are all set.' },
    3: { class: 'route', hint: 'Vonage refuses a value, most often From or the number: check From.' },
    4: { class: 'configuration', hint: CREDENTIALS },
    6: { class: 'recipient', hint: 'Vonage knows no network for this number: the guest has to correct it.' },
    7: { class: 'recipient', hint: 'The number is on Vonage’s list of barred numbers: the guest uses another number, or email.' },
    8: { class: 'configuration', hint: 'The Vonage account is suspended: ask Vonage support.' },
    9: { class: 'configuration', hint: 'The Vonage account has no credit left: top it up, or switch auto-reload on.' },
    10: { class: 'throttled', hint: 'Too many connections to Vonage at once: lower the gateway’s concurrency.' },
    11: { class: 'configuration', hint: 'This Vonage account may not use the SMS API: have it enabled by Vonage support.' },
    12: { class: 'content', hint: 'The text is too long for Vonage: shorten the template.' },
    14: { class: 'configuration', hint: SIGNED_ONLY },
    15: {
      class: 'route',
      hint: 'From may not send to this country: North America wants a Vonage number of yours, others a registered name.',
      isLocal: true,
    },
    22: { class: 'route', hint: 'Vonage refuses the network code for this number.', isLocal: true },
    23: { class: 'configuration', hint: 'Vonage refuses the callback address: shorten the public URL of Gatehouse.' },
    29: {
      class: 'configuration',
      hint: 'The Vonage account is in demo mode and sends only to its list of test numbers: top it up.',
    },
    32: { class: 'configuration', hint: SIGNED_ONLY },
    33: { class: 'recipient', hint: 'The number was given up and receives nothing: the guest uses another number, or email.' },
  }),
)

/** `err-code` in a receipt: https://developer.vonage.com/messaging/sms/guides/delivery-receipts#dlr-error-codes */
export const VONAGE_RECEIPT_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    1: { class: 'route', hint: 'It was not delivered, and the network does not say why.' },
    2: { class: 'recipient', hint: OUT_OF_REACH },
    3: { class: 'recipient', hint: 'The number is not in use any more: the guest has to correct it.' },
    4: { class: 'recipient', hint: 'The guest’s network bars such messages: the guest has it lifted, or uses email.' },
    5: {
      class: 'route',
      hint: 'The number was moved to another network and could not be found there: the guest asks their network.',
    },
    6: { class: 'content', hint: 'The network took it for spam: reword the template, and check that the sender is registered.' },
    7: { class: 'recipient', hint: OUT_OF_REACH },
    8: { class: 'unavailable', hint: 'The network had a fault: the guest asks for another code.' },
    9: {
      class: 'recipient',
      hint: 'The guest told this sender to stop: a START from that phone lifts it.',
      isOptOut: true,
    },
    10: { class: 'content', hint: 'The network refuses the message as malformed: check the template for odd characters.' },
    11: { class: 'route', hint: 'Vonage finds no route to this number: ask Vonage support.', isLocal: true },
    12: { class: 'recipient', hint: NUMBER },
    13: { class: 'recipient', hint: 'The network does not deliver it to this phone because of the owner’s age.' },
    14: {
      class: 'recipient',
      hint: 'The guest’s plan does not take such messages: the guest asks their network, or uses email.',
    },
    15: { class: 'recipient', hint: 'The guest’s prepaid card has no credit to receive it: the guest uses email.' },
    50: { class: 'route', hint: REGULATION, isLocal: true },
    51: { class: 'route', hint: REGULATION, isLocal: true },
    52: { class: 'route', hint: REGULATION, isLocal: true },
    53: { class: 'route', hint: REGULATION, isLocal: true },
    54: { class: 'route', hint: REGULATION, isLocal: true },
    99: { class: 'route', hint: 'The route to this number has a fault: ask Vonage support if it goes on.' },
  }),
)
