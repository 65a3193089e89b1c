import type { ProviderError } from './provider-answer.ts'

const NUMBER = 'The network does not know the number, or it is no longer in use: the guest has to check it.'
const UNREACHABLE = 'The phone is off or out of reach: the guest can ask for the code again.'
const NO_SMS = 'The number or the phone cannot receive SMS: the guest needs another number, or email.'
const BARRED = 'The network has barred this subscriber, often for an unpaid bill: the guest needs another number, or email.'
const FAILED = 'The network had a fault of its own: if it happens often, ask the provider.'

/** Why a mobile network did not deliver, by the numbers of the networks’ own protocol (3GPP TS 29.002, 17.6), which providers pass on. */
export const NETWORK_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    1: { class: 'recipient', hint: NUMBER },
    2: { class: 'unavailable', hint: FAILED },
    3: { class: 'unavailable', hint: FAILED },
    5: { class: 'recipient', hint: NUMBER },
    6: { class: 'unavailable', hint: UNREACHABLE },
    7: { class: 'recipient', hint: NO_SMS },
    8: { class: 'route', hint: 'The phone is in a network abroad that does not take messages for it.' },
    9: { class: 'recipient', hint: BARRED },
    10: { class: 'recipient', hint: NO_SMS },
    11: { class: 'recipient', hint: NO_SMS },
    12: { class: 'recipient', hint: NO_SMS },
    13: { class: 'recipient', hint: BARRED },
    15: { class: 'recipient', hint: NO_SMS },
    21: { class: 'recipient', hint: NO_SMS },
    27: { class: 'unavailable', hint: UNREACHABLE },
    28: { class: 'unavailable', hint: UNREACHABLE },
    29: { class: 'unavailable', hint: UNREACHABLE },
    31: { class: 'unavailable', hint: 'The phone was busy with another message: the guest can ask for the code again.' },
    32: {
      class: 'unavailable',
      hint: 'The phone did not take the message, perhaps because its memory is full: the guest can ask again.',
    },
    33: { class: 'unavailable', hint: 'Too many messages wait for this phone: the guest can ask for the code again.' },
    34: { class: 'unavailable', hint: FAILED },
    35: { class: 'unavailable', hint: FAILED },
    36: { class: 'unavailable', hint: FAILED },
    51: { class: 'unavailable', hint: 'The network is congested: the guest can ask for the code again.' },
  }),
)
