import type { ProviderError } from '../provider-answer.ts'

const KEY =
  'Bird refuses the access key: copy the live key of the SMS API again (dashboard.messagebird.com, Developers, API access).'
const FROM = 'Bird refuses the originator: use a number of the account with its country code, or a name of at most 11 characters.'
const NUMBER = 'The number does not exist or cannot receive SMS: the guest has to correct it.'
const TEXT = 'Bird refuses the text of the message: shorten or reword the template.'

/**
 * Errors in Bird's answers by code, and by code and parameter where the parameter says whose fault it is.
 * https://developers.messagebird.com/api/#api-errors
 */
export const BIRD_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    2: { class: 'configuration', hint: KEY },
    '9.recipients': { class: 'recipient', hint: NUMBER },
    '9.originator': { class: 'configuration', hint: FROM },
    '9.body': { class: 'content', hint: TEXT },
    '10.recipients': { class: 'recipient', hint: NUMBER },
    '10.originator': { class: 'configuration', hint: FROM },
    '10.body': { class: 'content', hint: TEXT },
    '10.reportUrl': {
      class: 'configuration',
      hint: 'Bird refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.',
    },
    20: { class: 'configuration', hint: 'Bird does not know this address: leave the base URL empty.' },
    21: { class: 'configuration', hint: 'Bird could not read the request: if a base URL is set, check what it points to.' },
    25: { class: 'configuration', hint: 'The balance at Bird is used up: top it up in the Bird dashboard.' },
    98: { class: 'configuration', hint: 'Bird does not know this address: leave the base URL empty.' },
    429: { class: 'throttled', hint: 'Too many requests at once for this Bird account; they are repeated.' },
  }),
)

/** Bird's own numbers among the error codes of its status reports; the others are the networks'. */
export const BIRD_REPORT_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    103: {
      class: 'recipient',
      isOptOut: true,
      hint: 'The guest once replied STOP to this sender: only a text START from that phone lifts it.',
    },
    104: {
      class: 'configuration',
      hint: 'The carrier wants this sender registered first: register it with Bird, or send from a number.',
      isLocal: true,
    },
    105: { class: 'configuration', hint: 'The carrier wants this text registered first: register it with Bird.', isLocal: true },
    106: { class: 'throttled', hint: 'The registered campaign has used up its messages for now: ask Bird for more volume.' },
    107: { class: 'throttled', hint: 'More is sent than the registered campaign allows at once: ask Bird for more throughput.' },
  }),
)

/** The reasons in words, for reports without a code. https://developers.messagebird.com/api/sms-messaging/#sms-statuses */
export const BIRD_REASONS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    'incorrect number': { class: 'recipient', hint: NUMBER },
    'unknown subscriber': { class: 'recipient', hint: NUMBER },
    'unavailable subscriber': {
      class: 'unavailable',
      hint: 'The phone is off or out of reach: the guest can ask for the code again.',
    },
    'opted out': {
      class: 'recipient',
      isOptOut: true,
      hint: 'The guest once replied STOP to this sender: only a text START from that phone lifts it.',
    },
    'insufficient balance': { class: 'configuration', hint: 'The balance at Bird is used up: top it up in the Bird dashboard.' },
    'carrier rejected': {
      class: 'route',
      hint: 'The carrier refuses the message from this sender: check the sender’s registration, then the wording.',
    },
    'capacity limit reached': {
      class: 'throttled',
      hint: 'More is sent than this sender may send: ask Bird for more throughput.',
    },
    'received network error': { class: 'unavailable', hint: 'The carrier’s network had a fault: the guest can ask again.' },
    'generic delivery failure': { class: 'unavailable', hint: 'The carrier did not say why it failed: the guest can ask again.' },
    'DLR not received': { class: 'unavailable', hint: 'No word came from the carrier before the code had expired.' },
    expired: { class: 'unavailable', hint: 'The message could not be delivered before the code had expired.' },
  }),
)
