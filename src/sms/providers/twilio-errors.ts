import type { ProviderError } from '../provider-answer.ts'

const CREDENTIALS = 'Twilio refuses the Account SID or Auth Token: copy both again from the Twilio console, for the same account.'
const ACCOUNT = 'The Twilio account is suspended, closed or not active yet: open the Twilio console and see what it asks for.'
const FROM =
  'The From value is not a sender of this Twilio account that can send SMS: use one of its numbers, or the SID of a Messaging Service (MG…).'
const SERVICE = 'The Messaging Service in From does not exist in this account or is not usable: check the MG… SID.'
const EMPTY_SERVICE = 'The Messaging Service in From has no sender for this destination: add a number to its sender pool.'
const TRIAL = 'This is a Twilio trial account and has used up its messages: upgrade it in the Twilio console.'
const NUMBER = 'The number does not exist or is not written as +countrycode and number: the guest has to correct it.'
const LANDLINE = 'The number is a landline or cannot receive SMS: the guest needs a mobile number, or email.'
const TEXT = 'Twilio refuses the text of the message: shorten or reword the template.'
const RATE = 'More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.'
const A2P =
  'The sender is not registered for traffic to US numbers (A2P 10DLC): register a brand and campaign in the Twilio console.'
const SENDER_ID = 'The destination country wants this sender ID registered first: register it with Twilio, or send from a number.'
const PUMPING = 'Twilio takes this for SMS pumping fraud and blocks the number for a while: wait, and look at who asks for codes.'

/**
 * Twilio's error codes as they come in answers and in status callbacks, by code: https://www.twilio.com/docs/api/errors
 * Twilio says that the code for a cause may change, so this is data, and a code not listed has a safe default.
 */
export const TWILIO_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    // The account, its settings, its senders: nothing gets through until the operator acts.
    10001: { class: 'configuration', hint: ACCOUNT },
    20003: { class: 'configuration', hint: CREDENTIALS },
    20005: { class: 'configuration', hint: ACCOUNT },
    20006: {
      class: 'configuration',
      hint: 'These Twilio credentials may not send messages: use the Auth Token of the account itself.',
    },
    20008: {
      class: 'configuration',
      hint: 'These are Twilio test credentials, which never send: put in the live Account SID and Auth Token.',
    },
    20404: { class: 'configuration', hint: 'Twilio does not know this address: check the Account SID and the base URL.' },
    21212: { class: 'configuration', hint: FROM },
    21266: {
      class: 'configuration',
      isLocal: true,
      hint: 'To and From are the same number: a guest cannot prove the number this gateway sends from.',
    },
    21267: {
      class: 'configuration',
      hint: 'A trial account cannot send from a name: use its number, or upgrade the account.',
      isLocal: true,
    },
    21408: {
      class: 'configuration',
      isLocal: true,
      hint: 'Sending to this country is switched off: allow it in the Twilio console under Messaging, Settings, Geo permissions.',
    },
    21603: { class: 'configuration', hint: FROM },
    21606: { class: 'configuration', hint: FROM },
    21607: { class: 'configuration', hint: FROM },
    21608: {
      class: 'configuration',
      isLocal: true,
      hint: 'A trial account sends only to numbers verified in the Twilio console: upgrade it and complete its compliance profile.',
    },
    21609: {
      class: 'configuration',
      hint: 'Twilio cannot call the public URL back: set GATEHOUSE_PUBLIC_URL to an address on the internet, without underscores.',
    },
    21616: { class: 'configuration', hint: FROM },
    21657: { class: 'configuration', hint: FROM },
    21659: { class: 'configuration', hint: FROM },
    21660: { class: 'configuration', hint: FROM },
    21661: { class: 'configuration', hint: FROM },
    21662: { class: 'configuration', hint: FROM },
    21663: { class: 'configuration', hint: FROM },
    21668: { class: 'configuration', hint: FROM },
    21701: { class: 'configuration', hint: SERVICE },
    21702: { class: 'configuration', hint: SERVICE },
    21703: { class: 'configuration', hint: EMPTY_SERVICE },
    21704: { class: 'configuration', hint: EMPTY_SERVICE },
    21705: { class: 'configuration', hint: SERVICE },
    21709: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    30002: { class: 'configuration', hint: ACCOUNT },
    30018: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    30024: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    30032: {
      class: 'configuration',
      isLocal: true,
      hint: 'The toll-free number is not verified: submit it for verification in the Twilio console.',
    },
    30033: {
      class: 'configuration',
      hint: 'The A2P 10DLC campaign of this sender is suspended: see the Twilio console.',
      isLocal: true,
    },
    30034: { class: 'configuration', hint: A2P, isLocal: true },
    30035: {
      class: 'configuration',
      isLocal: true,
      hint: 'The number is still being registered for US traffic (A2P 10DLC): wait, it can take days.',
    },
    30037: { class: 'configuration', hint: 'Sending is switched off for this account or sender: ask Twilio support.' },
    30040: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    30041: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    30042: {
      class: 'configuration',
      hint: 'The sender ID is too general or not yours to use: choose the name of your business.',
    },
    30044: { class: 'configuration', hint: 'A trial account sends only short texts: upgrade it in the Twilio console.' },
    30454: { class: 'configuration', hint: TRIAL },
    63038: { class: 'configuration', hint: TRIAL },

    // The guest's number: another try or another gateway changes nothing.
    21211: { class: 'recipient', hint: NUMBER },
    21217: { class: 'recipient', hint: NUMBER },
    21265: { class: 'recipient', hint: NUMBER },
    21268: {
      class: 'recipient',
      hint: 'The number is a premium-rate or service number: the guest needs a mobile number, or email.',
    },
    21421: { class: 'recipient', hint: NUMBER },
    21610: {
      class: 'recipient',
      isOptOut: true,
      hint: 'The guest once replied STOP to this sender: only a text START from that phone lifts it.',
    },
    21614: { class: 'recipient', hint: LANDLINE },
    21635: { class: 'recipient', hint: LANDLINE },
    30005: { class: 'recipient', hint: 'The carrier does not know the number, or the phone is gone: the guest has to check it.' },
    30006: { class: 'recipient', hint: LANDLINE },

    // This sender to this number: another gateway may succeed.
    21612: { class: 'route', hint: 'Twilio cannot reach this number from this sender: use a sender of the destination country.' },
    30004: { class: 'route', hint: 'The carrier or the phone blocks this sender: try another sender.' },
    30007: { class: 'route', hint: 'The message was filtered as unwanted: check the sender’s registration and the wording.' },
    30010: { class: 'route', hint: 'The message costs more than the price limit of the account allows.' },
    30039: { class: 'route', hint: 'Twilio saw a message loop between the two numbers: the guest’s number answers by itself.' },
    30043: {
      class: 'route',
      hint: 'The message would have entered the country on a route that is not allowed: use an international sender.',
    },

    // The message itself.
    20001: { class: 'content', hint: 'Twilio could not read the request: if a base URL is set, check what it points to.' },
    21602: { class: 'content', hint: TEXT },
    21604: { class: 'content', hint: 'The request had no number to send to.' },
    21605: { class: 'content', hint: TEXT },
    21617: { class: 'content', hint: TEXT },
    21618: { class: 'content', hint: TEXT },
    21619: { class: 'content', hint: TEXT },
    21624: { class: 'content', hint: 'Twilio refuses the validity period of the message.' },
    30038: {
      class: 'content',
      hint: 'The text was filtered as a one-time code that Twilio does not allow: reword the template.',
    },
    30045: { class: 'content', hint: 'Twilio refuses the validity period of the message.' },

    // Too much at once; it passes.
    20429: { class: 'throttled', hint: 'Too many requests at once for this Twilio account; they are repeated.' },
    21611: { class: 'throttled', hint: RATE },
    30001: { class: 'throttled', hint: RATE },
    30017: { class: 'throttled', hint: 'The carrier’s network is congested.' },
    30022: { class: 'throttled', hint: RATE },
    30023: { class: 'throttled', hint: RATE },
    30027: { class: 'throttled', hint: RATE },
    30036: { class: 'throttled', hint: `The message waited at Twilio until the code had expired. ${RATE}` },
    30450: { class: 'throttled', hint: PUMPING, retryAfterS: 30 * 60 },
    30453: { class: 'throttled', hint: PUMPING, retryAfterS: 2 * 60 * 60 },

    // Twilio or the carrier, or a phone that is off.
    30003: { class: 'unavailable', hint: 'The phone is off or out of reach: the guest can ask for the code again.' },
    30008: { class: 'unavailable', hint: 'The carrier did not say why: if it happens often, look at the sender’s registration.' },
    30410: { class: 'unavailable', hint: 'The carrier did not answer Twilio in time.' },
    30500: { class: 'unavailable', hint: 'Twilio had an internal error.' },
  }),
)
