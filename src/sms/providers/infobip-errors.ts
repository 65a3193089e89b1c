import type { ProviderError } from '../provider-answer.ts'

const KEY =
  'Infobip refuses the API key: copy it again, and check that it may send SMS (scope sms:message:send) and has not expired.'
const FROM = 'The sender is not registered on this Infobip account, or it is blocked: choose one of the account’s senders.'
const NUMBER = 'The number does not exist or cannot receive SMS: the guest has to correct it.'
const CREDIT = 'The credit at Infobip is used up or has expired: top up the account.'
const ROUTE = 'This Infobip account cannot send to the guest’s network: ask Infobip to set it up.'
const OPT_OUT = 'The guest once replied STOP to this sender: only a text START from that phone lifts it.'
const BLOCKED = 'The number is on a block list of the operator or of the Infobip account: remove it there, if it is yours.'
const FLOOD = 'Infobip lets no more messages to this number through for now: wait, and look at who asks for codes.'
const FRAUD = 'Infobip takes this for fraud and blocks the message: look at who asks for codes.'
const TEXT = 'Infobip refuses the text of the message: shorten or reword the template.'
const CAMPAIGN =
  'The sender is not registered for traffic to US numbers (A2P 10DLC), or its limit is reached: see the Infobip portal.'
const EXPIRED = 'The message could not be delivered before the code had expired: the guest can ask again.'

/**
 * Infobip's codes: those of refused requests, with the field at fault behind a dot, and the names of message states and
 * errors. https://www.infobip.com/docs/essentials/api-essentials/response-status-and-error-codes
 */
export const INFOBIP_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    // Requests that are refused as a whole.
    'E400.sender': { class: 'configuration', hint: FROM },
    'E400.to': { class: 'recipient', hint: NUMBER },
    'E400.text': { class: 'content', hint: TEXT },
    'E400.url': {
      class: 'configuration',
      hint: 'Infobip refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.',
    },
    E401: { class: 'configuration', hint: KEY },
    UNAUTHORIZED: { class: 'configuration', hint: KEY },
    E403: { class: 'configuration', hint: KEY },
    FORBIDDEN: { class: 'configuration', hint: KEY },
    E404: { class: 'configuration', hint: 'Infobip does not know this address: check the base URL of the account.' },
    E429: { class: 'throttled', hint: 'Too many requests at once for this Infobip account; they are repeated.' },
    TOO_MANY_REQUESTS: { class: 'throttled', hint: 'Too many requests at once for this Infobip account; they are repeated.' },

    // States of a message that was refused.
    REJECTED_SOURCE: { class: 'configuration', hint: FROM },
    REJECTED_SENDER: { class: 'configuration', hint: FROM },
    REJECTED_NOT_ENOUGH_CREDITS: { class: 'configuration', hint: CREDIT },
    REJECTED_PREPAID_PACKAGE_EXPIRED: { class: 'configuration', hint: CREDIT },
    REJECTED_DESTINATION_NOT_REGISTERED: {
      class: 'configuration',
      isLocal: true,
      hint: 'A trial account sends only to its own verified number: ask Infobip to lift the limit.',
    },
    REJECTED_NETWORK: { class: 'configuration', hint: ROUTE, isLocal: true },
    REJECTED_ROUTE_NOT_AVAILABLE: { class: 'configuration', hint: ROUTE, isLocal: true },
    REJECTED_PREFIX_MISSING: { class: 'recipient', hint: NUMBER },
    REJECTED_DESTINATION: { class: 'recipient', hint: NUMBER },
    MISSING_TO: { class: 'recipient', hint: NUMBER },
    REJECTED_DESTINATION_BLOCKLISTED: { class: 'route', hint: BLOCKED },
    REJECTED_DND: {
      class: 'recipient',
      hint: 'The guest’s number takes no service messages (Do Not Disturb): the guest needs email.',
    },
    REJECTED_FLOODING_FILTER: { class: 'route', hint: FLOOD },
    SIGNALS_BLOCKED: { class: 'route', hint: FRAUD },
    REJECTED_SYSTEM_ERROR: { class: 'unavailable', hint: 'Infobip had an internal error; the message is tried again.' },
    REJECTED_DUPLICATE_MESSAGE_ID: { class: 'unavailable', hint: 'Infobip had the id of this attempt already; it gets another.' },
    UNDELIVERABLE_REJECTED_PLATFORM: { class: 'unavailable', hint: 'Infobip could not take the message; it is tried again.' },
    REJECTED_MESSAGE_TOO_LONG: { class: 'content', hint: TEXT },
    REJECTED_INVALID_UDH: { class: 'content', hint: TEXT },
    UNDELIVERABLE_REJECTED_OPERATOR: {
      class: 'route',
      hint: 'The operator refuses the message from this sender: check the sender’s registration, then the wording.',
    },
    UNDELIVERABLE_NOT_DELIVERED: {
      class: 'unavailable',
      hint: 'The operator did not say why it failed: the guest can ask again.',
    },
    EXPIRED_EXPIRED: { class: 'unavailable', hint: EXPIRED },
    EXPIRED_DLR_UNKNOWN: { class: 'unavailable', hint: 'No word came from the operator before the code had expired.' },

    // Errors in reports, beside the networks' own (network-errors.ts).
    EC_CAMPAIGNID_NOT_PROVISIONED: { class: 'configuration', hint: CAMPAIGN, isLocal: true },
    EC_CAMPAIGN_ID_REJECTED: { class: 'configuration', hint: CAMPAIGN, isLocal: true },
    EC_INVALID_GLOBAL_CAMPAIGN_ID: { class: 'configuration', hint: CAMPAIGN, isLocal: true },
    EC_10DLC_LIMIT_REACHED: { class: 'throttled', hint: CAMPAIGN },
    EC_LIMIT_REACHED: { class: 'throttled', hint: CAMPAIGN },
    EC_QUOTA_REACHED: { class: 'throttled', hint: CAMPAIGN },
    EC_TF_NUMBER_NOT_VERIFIED: {
      class: 'configuration',
      isLocal: true,
      hint: 'The toll-free number is not verified: submit it for verification in the Infobip portal.',
    },
    EC_INVALID_SOURCE_ADDRESS: { class: 'configuration', hint: FROM },
    EC_SOURCE_ADDRESS_IS_BLOCKED: { class: 'configuration', hint: FROM },
    EC_BLACKLISTED_SENDERADDRESS: { class: 'configuration', hint: FROM },
    EC_ACCOUNT_NOT_PROVISIONED_FOR_CHANNEL: { class: 'configuration', hint: ROUTE, isLocal: true },
    EC_MONTHLY_LIMIT_REACHED: { class: 'configuration', hint: 'The monthly limit of the Infobip account is reached: raise it.' },
    EC_CONTENT_BLOCKED: { class: 'recipient', isOptOut: true, hint: OPT_OUT },
    EC_SC_BLOCKED_BY_END_USER: { class: 'recipient', isOptOut: true, hint: OPT_OUT },
    EC_INVALID_DESTINATION_ADDRESS: { class: 'recipient', hint: NUMBER },
    EC_INVALID_REQUEST_DESTINATION: { class: 'recipient', hint: NUMBER },
    EC_DEST_ADDRESS_UNABLE_TO_RECEIVE_SMS: { class: 'recipient', hint: NUMBER },
    EC_DESTINATION_NOT_SMS_PROVISIONED: { class: 'recipient', hint: NUMBER },
    EC_DEST_ADDRESS_SUSPENDED: { class: 'recipient', hint: NUMBER },
    EC_DEACTIVATED_LIST: { class: 'recipient', hint: NUMBER },
    EC_BLACKLISTED_DESTINATIONADDRESS: { class: 'route', hint: BLOCKED },
    EC_DEST_ADDRESS_BLACKLISTED: { class: 'route', hint: BLOCKED },
    EC_DESTINATION_BLOCKED_BY_OPERATOR: { class: 'route', hint: BLOCKED },
    EC_CONTENT_BLOCKED_BY_OPERATOR: { class: 'content', hint: TEXT },
    EC_REJECTED_SPAM_BY_OPERATOR: { class: 'content', hint: TEXT },
    EC_MSG_TEXT_TOO_LONG: { class: 'content', hint: TEXT },
    EC_DESTINATION_FLOODING: { class: 'route', hint: FLOOD },
    EC_DESTINATION_TXT_FLOODING: { class: 'route', hint: FLOOD },
    EC_SIGNALS_BLOCKED: { class: 'route', hint: FRAUD },
    EC_VALIDITY_EXPIRED: { class: 'unavailable', hint: EXPIRED },
    EC_VP_EXPIRED: { class: 'unavailable', hint: EXPIRED },
    EC_MESSAGE_EXPIRED: { class: 'unavailable', hint: EXPIRED },
    EC_MESSAGE_CANCELED: { class: 'unavailable', hint: EXPIRED },
  }),
)
