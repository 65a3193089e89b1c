import { createHmac } from 'node:crypto'
import type { FieldError } from '../../errors.ts'
import type {
  Callback,
  CheckOutcome,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  InboundSms,
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
  isSame,
  isVendorHost,
  mayHaveBeenTaken,
  originOf,
  readCode,
  readMessageId,
  readNumber,
  readObject,
  readPrice,
  readRetryAfter,
  receiptError,
  refusal,
  SENDER_NAME_WARNING,
  takesCallbackUrl,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { PLIVO_ERRORS, PLIVO_STATUSES } from './plivo-errors.ts'

const ORIGIN = 'https://api.plivo.com'
const VENDOR = 'plivo.com'
/** Plivo bills in US dollars. */
const CURRENCY = 'USD'

const AUTH_ID = /^(MA|SA)[A-Z0-9]{18}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NUMBER = /^\+?[1-9]\d{2,14}$/
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/

/** Plivo, Messaging API. https://www.plivo.com/docs/messaging/api/message */
export const plivo: HttpProvider = {
  id: 'plivo',
  label: 'Plivo',
  docs: 'https://www.plivo.com/docs/messaging/api/message',
  kind: 'http',
  fields: {
    from: {
      label: 'From',
      help: 'A Plivo number of yours, a short code, a sender name of up to 11 letters and digits, or the ID of a Powerpack.',
      required: true,
    },
    account_sid: {
      label: 'Auth ID',
      help: 'Begins with MA (or SA for a subaccount); on the first page of the Plivo console.',
      required: true,
    },
    auth_token: { label: 'Auth Token', help: 'Beside the Auth ID.', required: true },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for https://api.plivo.com. Or a service that speaks Plivo’s API.',
      required: false,
    },
    callback_secret: {
      label: 'Auth Token that receipts are signed with',
      help: 'The main account’s Auth Token, put in once more, has receipts checked for Plivo’s signature (V3). If they are refused then, empty it again.',
      required: false,
    },
  },
  options: [],
  problems,
  warnings,
  buildSend,
  readSend,
  buildCheck,
  readCheck,
  signing: 'optional',
  verifyCallback,
  readCallback,
  readInbound,
}

function problems(gateway: OpenGateway): FieldError[] {
  const { from, account_sid, auth_token, base_url } = gateway
  const found: FieldError[] = []
  const add = (field: string, isWrong: boolean, message: string) => isWrong && found.push({ field, message })
  add(
    'from',
    from !== '' && ![NUMBER, UUID, SENDER_ID].some(shape => shape.test(from)),
    'From is a number with its country code and digits only, as in +15551234567, a name of at most 11 letters and digits, or the ID of a Powerpack.',
  )
  add(
    'account_sid',
    account_sid !== '' && isVendorHost(base_url, VENDOR) && !AUTH_ID.test(account_sid),
    'An Auth ID is MA or SA and 18 capital letters and digits: copy it again from the Plivo console.',
  )
  add(
    'auth_token',
    /\s/.test(auth_token) || AUTH_ID.test(auth_token),
    'This is not an Auth Token: copy it again from the Plivo console, where it stands beside the Auth ID.',
  )
  const problem = baseUrlProblem(base_url, ORIGIN)
  if (problem) found.push({ field: 'base_url', message: problem })
  return found
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (SENDER_ID.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  return found
}

/** Plivo finds out by itself whether the text needs Unicode. It has a field for expiry, but documents neither unit nor bounds. */
function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const body = {
    ...(UUID.test(gateway.from) ? { powerpack_uuid: gateway.from } : { src: gateway.from }),
    dst: sms.to,
    text: sms.text,
    type: 'sms',
    ...(takesCallbackUrl(sms, gateway, VENDOR) && { url: sms.callbackUrl, method: 'POST' }),
  }
  return {
    method: 'POST',
    url: `${accountUrl(gateway)}Message/`,
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

function accountUrl(gateway: OpenGateway): string {
  return `${originOf(gateway.base_url, ORIGIN)}/v1/Account/${encodeURIComponent(gateway.account_sid)}/`
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: basicAuth(gateway.account_sid, gateway.auth_token), accept: 'application/json' }
}

function readSend(answer: HttpAnswer): SendOutcome {
  if (mayHaveBeenTaken(answer)) return unknownStatus('Plivo', answer)
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const providerMessageId = Array.isArray(body?.message_uuid) ? readMessageId(body.message_uuid[0]) : ''
    if (providerMessageId !== '') return { outcome: 'accepted', providerMessageId }
    return Array.isArray(body?.invalid_number) && body.invalid_number.length > 0
      ? refusal(PLIVO_ERRORS.get('50'), { code: 'invalid_number', fallback: 'recipient', unknownHint: '' })
      : unknownSuccess('Plivo')
  }
  return refusal(PLIVO_STATUSES.get(answer.status), {
    code: `http_${answer.status}`,
    fallback: classOfStatus(answer.status),
    unknownHint: `Plivo refused the message: ${withoutDigits(body?.error) || `HTTP ${answer.status}`}. Check From, and see the Plivo console.`,
    retryAfterS: readRetryAfter(answer),
  })
}

/** https://www.plivo.com/docs/account/api/account: needs nothing but the credentials. */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: accountUrl(gateway), headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && typeof body?.auth_id === 'string') {
    const credit = Number(body.cash_credits ?? Number.NaN)
    const left = Number.isNaN(credit)
      ? 'The credentials are right.'
      : `The credentials are right; ${credit.toFixed(2)} ${CURRENCY} are left.`
    return {
      outcome: 'ok',
      message:
        body.account_type === 'trial'
          ? `${left} This is a trial account: it sends only to numbers verified in the Plivo console.`
          : left,
    }
  }
  const code = `http_${answer.status}`
  const hint = PLIVO_STATUSES.get(answer.status)?.hint ?? `Plivo answered ${answer.status}: check the Auth ID and the base URL.`
  return checkRefusal('Plivo', answer, code, hint)
}

/**
 * X-Plivo-Signature-V3, made with the token of the account that sent, or -Ma-V3, with that of its main account; each can be
 * several, after a comma. https://www.plivo.com/docs/voice/concepts/signature-validation
 * The older V2 that Plivo's pages on messaging name covers only the address, not what is said: it is not taken.
 */
function verifyCallback(callback: Callback, gateway: OpenGateway): boolean {
  const nonce = callback.headers['x-plivo-signature-v3-nonce'] ?? ''
  const secret = gateway.callback_secret
  const signed = signedText(callback)
  if (secret === '' || nonce === '' || signed === undefined) return false
  const expected = createHmac('sha256', secret).update(`${signed}.${nonce}`).digest('base64')
  const given = [callback.headers['x-plivo-signature-v3'], callback.headers['x-plivo-signature-ma-v3']]
  return given.flatMap(header => header?.split(',') ?? []).some(signature => isSame(signature.trim(), expected))
}

/** The address with its query in order and not escaped, and behind a dot the form, name by name. */
function signedText(callback: Callback): string | undefined {
  const [, base, query = ''] = /^([^?#]*)\??([^#]*)/.exec(callback.url) ?? []
  if (base === undefined) return undefined
  const inQuery = sortedPairs(query).map(([name, value]) => `${name}=${value}`)
  const inForm = callback.method === 'GET' ? [] : sortedPairs(callback.body).map(pair => pair.join(''))
  if (inForm.length === 0) return inQuery.length > 0 ? `${base}?${inQuery.join('&')}` : base
  return `${base}?${inQuery.join('&')}${inQuery.length > 0 ? '.' : ''}${inForm.join('')}`
}

function sortedPairs(query: string): [string, string][] {
  return [...new URLSearchParams(query)].sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['queued', 'accepted'],
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['rejected', 'failed'],
])

/** https://www.plivo.com/docs/messaging/api/message/message-status-callbacks */
function readCallback(callback: Callback): Receipt[] {
  const form = new URLSearchParams(callback.body)
  const providerMessageId = readMessageId(form.get('MessageUUID'))
  const providerStatus = form.get('Status') ?? ''
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!status || providerMessageId === '') return []
  // 000 stands for no error.
  const errorCode = readCode(form.get('ErrorCode')).replace(/^0+$/, '')
  const known = PLIVO_ERRORS.get(errorCode)
  const price = readPrice(form.get('TotalAmount'), CURRENCY)
  const segments = Number(form.get('Units'))
  const network = readCode(form.get('MCC')) + readCode(form.get('MNC'))
  return [
    {
      providerMessageId,
      status,
      providerStatus,
      ...receiptError(
        known,
        errorCode,
        status === 'failed' ? `Plivo reports ${providerStatus}, code ${errorCode || 'none'}.` : '',
      ),
      ...(price && { price }),
      ...(segments > 0 && { segments }),
      ...(/^\d{5,6}$/.test(network) && { network }),
    },
  ]
}

/** https://www.plivo.com/docs/messaging/xml/request */
function readInbound(callback: Callback): InboundSms[] {
  const form = new URLSearchParams(callback.body)
  const from = readNumber(form.get('From'))
  const [to, text] = [form.get('To') ?? '', form.get('Text')]
  return from !== '' && text !== null ? [{ from, to: readNumber(to) || to, text }] : []
}
