import type { ReceiptStatus } from '../provider.ts'
import type { ProviderError } from '../provider-answer.ts'

const KEY = 'AWS refuses the Access Key ID or the Secret Access Key: copy both again, and check that the key is active.'
const CLOCK = 'AWS refuses the signature: copy the Secret Access Key again, and check the clock of this server.'
const PERMISSION = 'The access key may not send SMS: allow its user sms-voice:SendTextMessage in AWS IAM.'
const FROM =
  'The origination identity is not in this account and region, or not active: check the number, the pool or the region.'
const CONFIGURATION_SET =
  'AWS does not find the origination identity or the configuration set in this region: check both, and the region.'
const SENDER_ID =
  'The destination country does not take this sender ID, or wants it registered first: register it, or send from a number.'
const NO_IDENTITY = 'No number of the account can send to this country: request one in the AWS console, or add it to the pool.'
const NUMBER = 'The number does not exist or is not written as +countrycode and number: the guest has to correct it.'
const SPEND = 'The monthly SMS spend limit of the AWS account is reached: raise it in the console of AWS End User Messaging.'
const PROTECT = 'A protect configuration of the AWS account blocks this country: allow it in the AWS console.'
const CALM = 'More is sent than AWS allows this account or number at once; the messages are repeated.'
const TEXT = 'AWS refuses the text of the message: shorten or reword the template.'

/**
 * What SendTextMessage refuses, by the reason in its answer, else by the type of the exception.
 * https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
 */
export const AWS_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    // The credentials. https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/CommonErrors.html
    UnrecognizedClientException: { class: 'configuration', hint: KEY },
    InvalidClientTokenId: { class: 'configuration', hint: KEY },
    MissingAuthenticationTokenException: { class: 'configuration', hint: KEY },
    IncompleteSignatureException: { class: 'configuration', hint: KEY },
    InvalidSignatureException: { class: 'configuration', hint: CLOCK },
    SignatureDoesNotMatch: { class: 'configuration', hint: CLOCK },
    RequestExpired: { class: 'configuration', hint: CLOCK },
    ExpiredTokenException: {
      class: 'configuration',
      hint: 'The AWS credentials have expired: use an access key of an IAM user, which does not.',
    },
    AccessDeniedException: { class: 'configuration', hint: PERMISSION },
    OptInRequired: {
      class: 'configuration',
      hint: 'AWS End User Messaging is not enabled for this account: see the AWS console.',
    },
    ACCOUNT_DISABLED: { class: 'configuration', hint: 'AWS has disabled SMS for this account: ask AWS Support.' },
    INSUFFICIENT_ACCOUNT_REPUTATION: {
      class: 'configuration',
      hint: 'AWS holds this account’s SMS for its reputation: ask AWS Support.',
    },
    UnknownOperationException: {
      class: 'configuration',
      hint: 'AWS does not know the request: if a base URL is set, check what it points to.',
    },

    // The senders and settings.
    ResourceNotFoundException: { class: 'configuration', hint: CONFIGURATION_SET },
    INVALID_ARN: { class: 'configuration', hint: CONFIGURATION_SET },
    RESOURCE_NOT_ACTIVE: { class: 'configuration', hint: FROM },
    RESOURCE_NOT_ACCESSIBLE: { class: 'configuration', hint: FROM },
    NUMBER_CAPABILITIES_MISMATCH: { class: 'configuration', hint: FROM },
    MESSAGE_TYPE_MISMATCH: {
      class: 'configuration',
      hint: 'The number is set up for promotional messages: codes need one for transactional messages.',
    },
    REGISTRATION_NOT_COMPLETE: {
      class: 'configuration',
      hint: 'The registration of this sender is not complete: see the AWS console.',
      isLocal: true,
    },
    NO_ORIGINATION_IDENTITIES_FOUND: { class: 'configuration', hint: NO_IDENTITY, isLocal: true },
    INVALID_IDENTITY_FOR_DESTINATION_COUNTRY: { class: 'configuration', hint: NO_IDENTITY, isLocal: true },
    INTERNATIONAL_SENDING_NOT_SUPPORTED: { class: 'configuration', hint: NO_IDENTITY, isLocal: true },
    COUNTRY_CODE_MISMATCH: { class: 'configuration', hint: NO_IDENTITY, isLocal: true },
    SENDER_ID_NOT_REGISTERED: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    SENDER_ID_NOT_SUPPORTED: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    SENDER_ID_REQUIRES_REGISTRATION: { class: 'configuration', hint: SENDER_ID, isLocal: true },
    DESTINATION_PHONE_NUMBER_NOT_VERIFIED: {
      class: 'configuration',
      isLocal: true,
      hint: 'The AWS account is in the SMS sandbox and sends only to verified numbers: request production access in the AWS console.',
    },
    DESTINATION_COUNTRY_BLOCKED: { class: 'configuration', hint: PROTECT, isLocal: true },
    DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: { class: 'configuration', hint: PROTECT, isLocal: true },
    DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: { class: 'configuration', hint: PROTECT, isLocal: true },
    PRICE_OVER_THRESHOLD: { class: 'route', hint: 'The message costs more than AWS may spend on one.' },
    MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT: { class: 'configuration', hint: SPEND },

    // The guest and the text.
    DESTINATION_PHONE_NUMBER_OPTED_OUT: {
      class: 'recipient',
      isOptOut: true,
      hint: 'The guest once replied STOP to this sender: only a text START from that phone lifts it.',
    },
    'FIELD_VALIDATION_FAILED.DestinationPhoneNumber': { class: 'recipient', hint: NUMBER },
    'FIELD_VALIDATION_FAILED.OriginationIdentity': { class: 'configuration', hint: FROM },
    'FIELD_VALIDATION_FAILED.ConfigurationSetName': { class: 'configuration', hint: CONFIGURATION_SET },
    'FIELD_VALIDATION_FAILED.MessageBody': { class: 'content', hint: TEXT },
    'INVALID_PARAMETER.DestinationPhoneNumber': { class: 'recipient', hint: NUMBER },
    'INVALID_PARAMETER.OriginationIdentity': { class: 'configuration', hint: FROM },
    'INVALID_PARAMETER.MessageBody': { class: 'content', hint: TEXT },

    // Too much at once; it passes.
    ThrottlingException: { class: 'throttled', hint: CALM },
    Throttling: { class: 'throttled', hint: CALM },
    TooManyRequestsException: { class: 'throttled', hint: CALM },
    DAILY_DESTINATION_CALL_LIMIT: { class: 'route', hint: 'AWS lets no more messages to this number through today.' },
  }),
)

/**
 * The types of event, each with the state that it means and why it failed.
 * https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html
 */
export const AWS_EVENTS: ReadonlyMap<string, { status: ReceiptStatus; error?: ProviderError }> = new Map(
  Object.entries<{ status: ReceiptStatus; error?: ProviderError }>({
    TEXT_QUEUED: { status: 'accepted' },
    TEXT_PENDING: { status: 'accepted' },
    TEXT_SENT: { status: 'accepted' },
    // The carrier has it. In some countries nothing more comes.
    TEXT_SUCCESSFUL: { status: 'accepted' },
    // Nothing was heard for 72 hours: it may have arrived.
    TEXT_UNKNOWN: { status: 'accepted' },
    TEXT_DELIVERED: { status: 'delivered' },
    TEXT_INVALID: { status: 'failed', error: { class: 'recipient', hint: NUMBER } },
    TEXT_INVALID_MESSAGE: { status: 'failed', error: { class: 'content', hint: TEXT } },
    TEXT_UNREACHABLE: {
      status: 'failed',
      error: { class: 'unavailable', hint: 'The phone is off or out of reach: the guest can ask for the code again.' },
    },
    TEXT_CARRIER_UNREACHABLE: {
      status: 'failed',
      error: { class: 'unavailable', hint: 'The carrier could not be reached: the guest can ask for the code again.' },
    },
    TEXT_BLOCKED: {
      status: 'failed',
      error: {
        class: 'recipient',
        hint: 'The phone blocks SMS, from this sender or from all: the guest needs another number, or email.',
      },
    },
    TEXT_CARRIER_BLOCKED: {
      status: 'failed',
      error: {
        class: 'route',
        hint: 'The carrier blocks this sender: check its registration in the AWS console, then the wording.',
      },
    },
    TEXT_SPAM: {
      status: 'failed',
      error: {
        class: 'route',
        hint: 'The carrier took the message for unwanted: check the sender’s registration and the wording.',
      },
    },
    TEXT_TTL_EXPIRED: {
      status: 'failed',
      error: { class: 'throttled', hint: `The message waited at AWS until the code had expired. ${CALM}` },
    },
    TEXT_PROTECT_BLOCKED: { status: 'failed', error: { class: 'configuration', hint: PROTECT } },
  }),
)
