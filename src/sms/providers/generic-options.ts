import { textOption } from '../gateway-problems.ts'
import type { OpenGateway, OptionField } from '../provider.ts'

const NO_DEFAULT = ''

function text(name: string, label: string, help: string, defaultValue: string = NO_DEFAULT): OptionField {
  return { name, label, help, type: 'text', required: false, ...(defaultValue !== '' && { default: defaultValue }) }
}

const VARIABLES_HELP =
  'Variables: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.'

/** The form of the generic provider: the request, what its answer means, and what a callback says. */
export const GENERIC_OPTIONS: OptionField[] = [
  {
    name: 'method',
    label: 'Method',
    help: 'How the service wants to be called; its documentation says POST or GET.',
    type: 'choice',
    choices: [
      { value: 'POST', label: 'POST' },
      { value: 'GET', label: 'GET' },
    ],
    default: 'POST',
    required: false,
  },
  {
    ...text('url', 'URL', `The whole address, as in https://sms.example.com/send?to={number}. ${VARIABLES_HELP}`),
    required: true,
  },
  {
    ...text('headers', 'Headers', 'One on each line, as in X-API-Key: {auth_token} or Authorization: Basic {basic_auth}.'),
    type: 'long_text',
  },
  {
    name: 'content_type',
    label: 'Body',
    help: 'How the body is written, and so how what stands for a variable is escaped. None: the URL says it all.',
    type: 'choice',
    choices: [
      { value: 'json', label: 'JSON' },
      { value: 'form', label: 'Form (a=1&b=2)' },
      { value: 'xml', label: 'XML' },
      { value: 'text', label: 'Plain text' },
      { value: 'none', label: 'None' },
    ],
    default: 'json',
    required: false,
  },
  {
    ...text('body', 'Body template', 'As in {"to": "{to}", "text": "{message}"}; the variables are those of the URL.'),
    type: 'long_text',
  },
  text(
    'encoding_words',
    'Words for {encoding}',
    'Two words with a comma between: the one for a plain text, the one for a text in Unicode.',
    'GSM-7, UCS-2',
  ),
  text('success_statuses', 'Statuses that mean taken', 'HTTP statuses from 200 to 299, as in 200-299 or 200, 202.', '200-299'),
  text('success_path', 'Where the answer says so', 'A path into the JSON of the answer, as in data.status or [0].status.'),
  text('success_values', 'Values there that mean taken', 'With commas between, as in queued, accepted. Empty: any value.'),
  text(
    'success_pattern',
    'Pattern that means taken',
    'A regular expression that the value there, or the whole answer, has to match.',
  ),
  text(
    'id_path',
    'Where the message’s id is',
    'A path into the JSON of the answer, as in data.id. Empty: Gatehouse’s own id stands for it.',
  ),
  text(
    'id_pattern',
    'Pattern of the message’s id',
    'Where the answer is no JSON: a regular expression whose first group is the id.',
  ),
  text('error_path', 'Where the error’s code is', 'A path into the JSON of a refusal, as in error.code.'),
  text('error_message_path', 'Where the error’s text is', 'A path into the JSON of a refusal, as in error.message.'),
  text(
    'recipient_errors',
    'Errors of the number',
    'Codes or HTTP statuses, with commas between, that mean: this number cannot get it.',
  ),
  text('content_errors', 'Errors of the text', 'Codes or HTTP statuses that mean: this text is not taken.'),
  text(
    'configuration_errors',
    'Errors of the account',
    'Codes or HTTP statuses that mean: the credentials, the account or its credit.',
  ),
  text('throttled_errors', 'Errors that pass', 'Codes or HTTP statuses that mean: too fast, try again in a moment.'),
  text(
    'receipt_id',
    'Receipts: the message’s id',
    'The name of a parameter, or a path into the JSON of the callback, as in payload.messageId.',
  ),
  text('receipt_reference', 'Receipts: our id', 'Where the callback gives back what {id} was.'),
  text('receipt_status', 'Receipts: the status', 'The name of a parameter, or a path. Empty: there are no receipts.'),
  text('receipt_error', 'Receipts: the reason', 'Where the callback says why it failed.'),
  text('delivered_words', 'Words for delivered', 'With commas between, as in delivered, DELIVRD.'),
  text('failed_words', 'Words for failed', 'With commas between, as in failed, expired.'),
  text('accepted_words', 'Words for on its way', 'With commas between, as in sent. Any other word says nothing.'),
  text(
    'inbound_from',
    'Texts from phones: the phone',
    'Where a callback to the inbound address says who sent the text; so that STOP is heard.',
  ),
  text('inbound_text', 'Texts from phones: the text', 'Where it says what the text is.'),
]

export type GenericOption =
  | 'method'
  | 'url'
  | 'headers'
  | 'content_type'
  | 'body'
  | 'encoding_words'
  | 'success_statuses'
  | 'success_path'
  | 'success_values'
  | 'success_pattern'
  | 'id_path'
  | 'id_pattern'
  | 'error_path'
  | 'error_message_path'
  | 'recipient_errors'
  | 'content_errors'
  | 'configuration_errors'
  | 'throttled_errors'
  | 'receipt_id'
  | 'receipt_reference'
  | 'receipt_status'
  | 'receipt_error'
  | 'delivered_words'
  | 'failed_words'
  | 'accepted_words'
  | 'inbound_from'
  | 'inbound_text'

const BY_NAME = new Map(GENERIC_OPTIONS.map(option => [option.name, option]))

/** An option of a generic gateway, or its default. */
export function optionOf(gateway: OpenGateway, name: GenericOption): string {
  return textOption(gateway, BY_NAME.get(name) ?? { name }).trim()
}

/** An option that is a list with commas between, in lower case. */
export function wordsOf(gateway: OpenGateway, name: GenericOption): string[] {
  return listed(optionOf(gateway, name)).map(word => word.toLowerCase())
}

export function listed(words: string): string[] {
  return words
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')
}
