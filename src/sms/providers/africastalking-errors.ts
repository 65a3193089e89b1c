import type { ProviderError } from '../provider-answer.ts'

const NO_NUMBER = 'The number is not in use or cannot get SMS: the guest has to correct it.'
const INACTIVE = 'The number is switched off or suspended by its network: the guest needs another number, or email.'
const OPTED_OUT = 'The guest has blocked messages from this sender: only the guest can lift it, at the mobile network.'
const QUIET_HOURS =
  'Nigeria lets promotional senders send by day only: register a transactional sender with Africa’s Talking for codes.'

/**
 * Africa's Talking's words for what went wrong: of a recipient in an answer, and of a failed message in a delivery report.
 * https://developers.africastalking.com/docs/sms/sending/bulk and https://developers.africastalking.com/docs/sms/notifications
 */
export const AFRICASTALKING_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    RiskHold: {
      class: 'route',
      hint: 'Africa’s Talking holds the message for a risk check: ask its support to release your account’s traffic.',
    },
    InvalidSenderId: {
      class: 'configuration',
      hint: 'From is not a sender of this Africa’s Talking account: register it there, or leave From empty.',
    },
    InvalidPhoneNumber: { class: 'recipient', hint: NO_NUMBER },
    UnsupportedNumberType: { class: 'recipient', hint: NO_NUMBER },
    UserDoesNotExist: { class: 'recipient', hint: NO_NUMBER },
    UserIsInactive: { class: 'recipient', hint: INACTIVE },
    UserAccountSuspended: { class: 'recipient', hint: INACTIVE },
    InsufficientBalance: {
      class: 'configuration',
      hint: 'The Africa’s Talking account is out of credit: fill it up in its dashboard.',
    },
    UserInBlacklist: { class: 'recipient', hint: OPTED_OUT, isOptOut: true },
    UserInBlackList: { class: 'recipient', hint: OPTED_OUT, isOptOut: true },
    CouldNotRoute: {
      class: 'route',
      hint: 'Africa’s Talking has no route to this number: add a gateway that serves the country.',
    },
    DoNotDisturbRejection: { class: 'configuration', isLocal: true, hint: QUIET_HOURS },
    RejectedByGateway: {
      class: 'route',
      hint: 'The mobile network rejected the message: check that the sender is registered in that country.',
    },
    NotNetworkSubcriber: {
      class: 'route',
      hint: 'The number has moved to another network, which Africa’s Talking did not know: use another gateway for it.',
    },
    AbsentSubscriber: { class: 'unavailable', hint: 'The phone is off or out of reach: the guest can ask for another code.' },
    Expired: {
      class: 'unavailable',
      hint: 'The phone was off or out of reach until the network gave up: the guest can ask for another code.',
    },
    InsufficientCredit: {
      class: 'configuration',
      hint: 'The sender is a premium one, which the guest pays for: use an ordinary sender for codes.',
    },
    InvalidLinkId: {
      class: 'configuration',
      hint: 'The sender is one for premium services on demand: use an ordinary sender for codes.',
    },
    UserNotSubscribedToProduct: {
      class: 'configuration',
      hint: 'The sender is one for premium subscriptions: use an ordinary sender for codes.',
    },
  }),
)

/** The codes of a recipient in an answer that say that the message was not taken; 500 and 501 leave it open. */
export const AFRICASTALKING_CODES: ReadonlyMap<number, string> = new Map([
  [401, 'RiskHold'],
  [402, 'InvalidSenderId'],
  [403, 'InvalidPhoneNumber'],
  [404, 'UnsupportedNumberType'],
  [405, 'InsufficientBalance'],
  [406, 'UserInBlacklist'],
  [407, 'CouldNotRoute'],
  [409, 'DoNotDisturbRejection'],
  [502, 'RejectedByGateway'],
])
