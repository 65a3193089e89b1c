import type { FieldError } from '../../errors.ts'
import type {
  Callback,
  CheckOutcome,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  InboundSms,
  LookupOutcome,
  OpenGateway,
  OutgoingSms,
  Receipt,
  ReceiptStatus,
  SendOutcome,
} from '../provider.ts'
import {
  baseUrlProblem,
  basicAuth,
  checkRefusal,
  classOfStatus,
  isObject,
  mayHaveBeenTaken,
  objectsOf,
  originOf,
  type ProviderError,
  readCallbackFields,
  readCode,
  readMessageId,
  readNumber,
  readObject,
  readPrice,
  readRetryAfter,
  receiptError,
  refusal,
  SENDER_NAME_WARNING,
  senderProblem,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'

const ORIGIN = 'https://rest.clicksend.com'
/** Fits into the 64 KiB of an answer that are read. */
const LOOKUP_LIMIT = 50
/** ClickSend does not say which clock its filter by date goes by. */
const LOOKUP_SKEW_MS = 5 * 60_000

/** ClickSend's SMS API. https://developers.clicksend.com/docs/messaging/sms */
export const clicksend: HttpProvider = {
  id: 'clicksend',
  label: 'ClickSend',
  docs: 'https://developers.clicksend.com/docs/messaging/sms',
  kind: 'http',
  fields: {
    from: {
      label: 'Sender ID',
      help: 'A dedicated or verified number (+15551234567), or an alpha tag of up to 11 characters. Empty: a number ClickSend shares among its customers.',
      required: false,
    },
    account_sid: { label: 'API username', help: 'ClickSend dashboard, Developers, API credentials.', required: true },
    auth_token: { label: 'API key', help: 'Beside the API username. Not the password of the dashboard.', required: true },
    base_url: { label: 'Base URL', help: 'Leave empty for ClickSend itself.', required: false },
  },
  options: [],
  problems,
  warnings,
  buildSend,
  readSend,
  buildLookup,
  readLookup,
  buildCheck,
  readCheck,
  signing: 'never',
  readCallback,
  readInbound,
}

const CREDENTIALS =
  'ClickSend refuses the API username or the API key: copy both again from the dashboard (Developers, API credentials).'
const NUMBER = 'The number does not exist or is not written as +countrycode and number: the guest has to correct it.'
const FAULT = 'ClickSend could not read the request: if a base URL is set, check what it points to.'
const INACTIVE = 'The ClickSend account is not active yet: open the ClickSend dashboard and see what it asks for.'

/** https://developers.clicksend.com/docs/#application-status-codes */
const ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    UNAUTHORIZED: { class: 'configuration', hint: CREDENTIALS },
    MISSING_CREDENTIALS: { class: 'configuration', hint: CREDENTIALS },
    INVALID_CREDENTIALS: { class: 'configuration', hint: CREDENTIALS },
    FORBIDDEN: { class: 'configuration', hint: INACTIVE },
    ACCOUNT_NOT_ACTIVATED: { class: 'configuration', hint: INACTIVE },
    NOT_FOUND: { class: 'configuration', hint: FAULT },
    BAD_REQUEST: { class: 'route', hint: FAULT },
    INSUFFICIENT_CREDIT: { class: 'configuration', hint: 'The credit at ClickSend is used up: top up the account.' },
    INVALID_SENDER_ID: {
      class: 'configuration',
      hint: 'The sender ID is not one of this ClickSend account: choose a verified number or a registered alpha tag.',
    },
    COUNTRY_NOT_ENABLED: {
      class: 'configuration',
      isLocal: true,
      hint: 'Sending to this country is switched off: allow it in the ClickSend dashboard under SMS, Settings, Country.',
    },
    INVALID_RECIPIENT: { class: 'recipient', hint: NUMBER },
    EMPTY_MESSAGE: { class: 'content', hint: 'ClickSend refuses the text of the message: reword the template.' },
    MISSING_REQUIRED_FIELDS: { class: 'content', hint: FAULT },
    THROTTLED: { class: 'throttled', hint: 'ClickSend has just sent the same text to this number: it is tried again later.' },
    TOO_MANY_REQUESTS: { class: 'throttled', hint: 'Too many requests at once for this ClickSend account; they are repeated.' },
  }),
)

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', senderProblem(gateway.from))
  if (gateway.account_sid.includes(':')) add('account_sid', 'Only the API username goes here; the API key has its own field.')
  if (/\s/.test(gateway.auth_token)) add('auth_token', 'The API key has spaces or line breaks in it: copy it again.')
  add('base_url', baseUrlProblem(gateway.base_url, ORIGIN))
  if (/\/v3\b/.test(gateway.base_url)) add('base_url', 'Only the address goes here, without /v3 and what follows.')
  return found
}

function warnings(gateway: OpenGateway): string[] {
  const found = [
    'ClickSend’s receipts come only by rules: add one in its dashboard with the callback address of this gateway (see the guide).',
    'ClickSend cannot be told how long a code is good for: one that is late may still arrive.',
  ]
  if (/[A-Za-z]/.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  return found
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: basicAuth(gateway.account_sid, gateway.auth_token), accept: 'application/json' }
}

/** Characters beyond GSM-7 go through as the account is set up (SMS settings, Unicode): the request cannot say. */
function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const message = {
    source: 'gatehouse',
    to: sms.to,
    ...(gateway.from !== '' && { from: gateway.from }),
    body: sms.text,
    custom_string: sms.id,
  }
  return {
    method: 'POST',
    url: `${originOf(gateway.base_url, ORIGIN)}/v3/sms/send`,
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify({ messages: [message] }),
  }
}

/** ClickSend answers 200 also to a message that it refuses: what counts is the status of the message. */
function readSend(answer: HttpAnswer): SendOutcome {
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const data = isObject(body?.data) ? body.data : {}
    const [message] = objectsOf(data.messages)
    const status = readCode(message?.status)
    const providerMessageId = readMessageId(message?.message_id)
    if (status === '' || status === 'INTERNAL_ERROR') return unknownSuccess('ClickSend', status || 'no_status')
    if (status !== 'SUCCESS') return refuse(answer, status, '')
    if (providerMessageId === '') return unknownSuccess('ClickSend')
    const segments = Number(message?.message_parts)
    const currency = isObject(data._currency) ? data._currency.currency_name_short : undefined
    const price = readPrice(message?.message_price, currency)
    return { outcome: 'accepted', providerMessageId, ...(segments > 0 && { segments }), ...(price && { price }) }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus('ClickSend', answer)
  return refuse(answer, codeOf(answer), withoutDigits(body?.response_msg))
}

function refuse(answer: HttpAnswer, code: string, detail: string): SendOutcome {
  return refusal(ERRORS.get(code), {
    code,
    fallback: answer.status < 300 ? 'route' : classOfStatus(answer.status),
    unknownHint: unknownHint(code, detail),
    retryAfterS: readRetryAfter(answer),
  })
}

function codeOf(answer: HttpAnswer): string {
  return readCode(readObject(answer.body)?.response_code) || `http_${answer.status}`
}

function unknownHint(code: string, detail: string): string {
  return `ClickSend refused the request (${code})${detail && `: ${detail}`}: check the credentials and the sender ID.`
}

/** ClickSend does not say how soon a message is in its history, so its absence proves nothing. */
function buildLookup(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest {
  const query = new URLSearchParams({
    q: `to:${sms.to}`,
    date_from: String(Math.floor((since.getTime() - LOOKUP_SKEW_MS) / 1000)),
    limit: String(LOOKUP_LIMIT),
  })
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/v3/sms/history?${query}`, headers: headers(gateway) }
}

function readLookup(answer: HttpAnswer, sms: OutgoingSms, since: Date): LookupOutcome {
  const page = answer.status === 200 ? readObject(answer.body)?.data : undefined
  const oldestS = (since.getTime() - LOOKUP_SKEW_MS) / 1000
  const found = (isObject(page) ? objectsOf(page.data) : []).find(
    message => message.direction === 'out' && message.custom_string === sms.id && !(Number(message.date) < oldestS),
  )
  const providerMessageId = readMessageId(found?.message_id)
  return providerMessageId === '' ? { outcome: 'cannot_tell' } : { outcome: 'found', providerMessageId }
}

/** https://developers.clicksend.com/docs/accounts/account. The answer has the API key in it: nothing of it goes further. */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/v3/account`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  const data = isObject(body?.data) ? body.data : undefined
  if (answer.status === 200 && body?.response_code === 'SUCCESS' && data)
    return Number(data.balance) <= 0
      ? {
          outcome: 'refused',
          code: 'INSUFFICIENT_CREDIT',
          message: 'The credentials are right, but the credit is used up: top up the ClickSend account.',
        }
      : { outcome: 'ok', message: 'The credentials are right.' }
  const code = codeOf(answer)
  return checkRefusal('ClickSend', answer, code, ERRORS.get(code)?.hint ?? unknownHint(code, withoutDigits(body?.response_msg)))
}

/** https://help.clicksend.com/en/articles/42318-sms-error-codes: 300 is a fault that ClickSend itself tries to get over. */
const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['200', 'accepted'],
  ['300', 'accepted'],
  ['201', 'delivered'],
  ['301', 'failed'],
])

/** A receipt as a form, as JSON or as a query, as the rule in the dashboard is set. */
function readCallback(callback: Callback): Receipt[] {
  const fields = readCallbackFields(callback)
  const get = (name: string) => fields.get(name) ?? ''
  const providerMessageId = readMessageId(get('message_id'))
  const status = RECEIPT_STATUSES.get(get('status_code'))
  if (!status || providerMessageId === '' || !['', 'sms'].includes(get('message_type'))) return []
  const messageId = readMessageId(get('custom_string'))
  const errorCode = readCode(get('error_code')) || get('status_code')
  const said = withoutDigits(get('error_text')) || withoutDigits(get('status_text')) || 'it does not say why.'
  return [
    {
      providerMessageId,
      ...(messageId !== '' && { messageId }),
      status,
      providerStatus: withoutDigits(get('status')) || get('status_code'),
      ...(status === 'failed'
        ? receiptError(undefined, errorCode, `ClickSend could not deliver the message: ${said}`)
        : receiptError(undefined, '', '')),
    },
  ]
}

/** An inbound rule sends the text as `body`, and as `message` in its older form. */
function readInbound(callback: Callback): InboundSms[] {
  const fields = readCallbackFields(callback)
  const from = readNumber(fields.get('from'))
  const to = fields.get('to') ?? ''
  return from === '' ? [] : [{ from, to: readNumber(to) || to, text: fields.get('body') ?? fields.get('message') ?? '' }]
}
