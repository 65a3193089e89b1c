import { createHash, createHmac } from 'node:crypto'
import type { FieldError } from '../../errors.ts'
import { textOption } from '../gateway-problems.ts'
import type {
  Callback,
  CheckOutcome,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  InboundSms,
  OpenGateway,
  OptionField,
  OutgoingSms,
  Receipt,
  ReceiptStatus,
  SendOutcome,
} from '../provider.ts'
import {
  baseUrlProblem,
  checkRefusal,
  classOfStatus,
  isRecent,
  isSame,
  isVendorHost,
  mayHaveBeenTaken,
  objectsOf,
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
import { VONAGE_RECEIPT_ERRORS, VONAGE_STATUSES } from './vonage-errors.ts'

const ORIGIN = 'https://rest.nexmo.com'
const VENDOR = 'nexmo.com'
const TTL_MIN_MS = 20_000
const TTL_MAX_MS = 604_800_000
/** Every price and balance of the SMS API is in euros. https://developer.vonage.com/en/api/account#getAccountBalance */
const CURRENCY = 'EUR'

const API_KEY = /^[0-9a-zA-Z]{8}$/
const NUMBER = /^\+?[1-9]\d{2,14}$/
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/

const SIGNATURE_METHOD: OptionField = {
  name: 'signature_method',
  label: 'Signature method',
  help: 'As chosen beside the signature secret in the Vonage dashboard. It counts only with a Signature secret.',
  type: 'choice',
  required: false,
  choices: [
    { value: 'md5hash', label: 'MD5 hash signature' },
    { value: 'md5', label: 'MD5 HMAC signature' },
    { value: 'sha1', label: 'SHA1 HMAC signature' },
    { value: 'sha256', label: 'SHA-256 HMAC signature' },
    { value: 'sha512', label: 'SHA-512 HMAC signature' },
  ],
  default: 'md5hash',
}

/** Vonage (formerly Nexmo), SMS API. https://developer.vonage.com/en/api/sms */
export const vonage: HttpProvider = {
  id: 'vonage',
  label: 'Vonage',
  docs: 'https://developer.vonage.com/en/api/sms',
  kind: 'http',
  fields: {
    from: { label: 'From', help: 'A Vonage number of yours, or a sender name of up to 11 letters and digits.', required: true },
    account_sid: { label: 'API key', help: '8 letters and digits; on the first page of the Vonage dashboard.', required: true },
    auth_token: { label: 'API secret', help: 'Under API settings. Not the signature secret.', required: true },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for https://rest.nexmo.com. Or a region’s address, or a service that speaks Vonage’s SMS API.',
      required: false,
    },
    callback_secret: {
      label: 'Signature secret',
      help: 'Under API settings. Only once Vonage support has switched signed webhooks on for the account: unsigned receipts are then refused.',
      required: false,
    },
  },
  options: [SIGNATURE_METHOD],
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
    from !== '' && !NUMBER.test(from) && !SENDER_ID.test(from),
    'From is a number with its country code and digits only, as in +15551234567, or a name of at most 11 letters and digits.',
  )
  add(
    'account_sid',
    account_sid !== '' && isVendorHost(base_url, VENDOR) && !API_KEY.test(account_sid),
    'An API key is 8 letters and digits: copy it again from the Vonage dashboard (the application ID is something else).',
  )
  add('auth_token', /\s/.test(auth_token), 'The API secret has spaces or line breaks in it: copy it again.')
  const problem = baseUrlProblem(base_url, ORIGIN)
  if (problem) found.push({ field: 'base_url', message: problem })
  return found
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (SENDER_ID.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  if (gateway.callback_secret !== '' && gateway.callback_secret === gateway.auth_token)
    found.push('The Signature secret is the same as the API secret: Vonage gives out two different ones.')
  return found
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const form = new URLSearchParams({
    api_key: gateway.account_sid,
    api_secret: gateway.auth_token,
    from: gateway.from.replace(/^\+/, ''),
    to: sms.to.replace(/^\+/, ''),
    text: sms.text,
    type: sms.encoding === 'UCS-2' ? 'unicode' : 'text',
    ttl: String(Math.min(Math.max(Math.floor(sms.validityS) * 1000, TTL_MIN_MS), TTL_MAX_MS)),
    'client-ref': sms.id,
  })
  if (takesCallbackUrl(sms, gateway, VENDOR)) form.set('callback', sms.callbackUrl)
  return {
    method: 'POST',
    url: `${originOf(gateway.base_url, ORIGIN)}/sms/json`,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

/** Vonage answers 200 to all it has read: what became of each part is in its status. */
function readSend(answer: HttpAnswer): SendOutcome {
  if (mayHaveBeenTaken(answer)) return unknownStatus('Vonage', answer)
  const parts = objectsOf(readObject(answer.body)?.messages)
  if (answer.status >= 200 && answer.status < 300) {
    const failed = parts.find(part => String(part.status) !== '0')
    if (!failed) return readAccepted(parts)
    const code = readCode(failed.status)
    // A part that was taken cannot be taken back, and after an internal error nobody knows.
    const mayBeOut = parts.length > 1 && parts.some(part => String(part.status) === '0')
    if (code === '' || code === '5' || mayBeOut) return unknownSuccess('Vonage', code ? `status_${code}` : 'no_status')
    const unknownHint = `Vonage’s status ${code}: ${withoutDigits(failed['error-text'])} (https://developer.vonage.com/api-errors/sms).`
    return refusal(VONAGE_STATUSES.get(code), { code, fallback: 'route', unknownHint })
  }
  return refusal(answer.status === 401 ? VONAGE_STATUSES.get('4') : undefined, {
    code: `http_${answer.status}`,
    fallback: classOfStatus(answer.status),
    unknownHint: `Vonage refused the request with HTTP ${answer.status}: check the API key, the API secret and the base URL.`,
    retryAfterS: readRetryAfter(answer),
  })
}

function readAccepted(parts: Record<string, unknown>[]): SendOutcome {
  const providerMessageId = readMessageId(parts[0]?.['message-id'])
  if (providerMessageId === '') return unknownSuccess('Vonage')
  const prices = parts.map(part => readPrice(part['message-price'], CURRENCY))
  const micros = prices.reduce((sum, price) => sum + (price?.micros ?? Number.NaN), 0)
  return {
    outcome: 'accepted',
    providerMessageId,
    segments: parts.length,
    ...(!Number.isNaN(micros) && { price: { micros, currency: CURRENCY } }),
  }
}

function buildCheck(gateway: OpenGateway): HttpRequest {
  const query = new URLSearchParams({ api_key: gateway.account_sid, api_secret: gateway.auth_token })
  const url = `${originOf(gateway.base_url, ORIGIN)}/account/get-balance?${query}`
  return { method: 'GET', url, headers: { accept: 'application/json' } }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const balance = readObject(answer.body)?.value
  if (answer.status === 200 && typeof balance === 'number')
    return { outcome: 'ok', message: `The credentials are right; the account has ${balance.toFixed(2)} ${CURRENCY} left.` }
  const code = `http_${answer.status}`
  return checkRefusal('Vonage', answer, code, VONAGE_STATUSES.get('4')?.hint ?? code)
}

/**
 * What Vonage says in a callback: as GET, as a form or as JSON, whichever the account is set to. The parameter `t` is ours.
 * https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts
 */
function readParams(callback: Callback): Map<string, string> {
  if (callback.method !== 'GET' && callback.body.trimStart().startsWith('{'))
    return new Map(Object.entries(readObject(callback.body) ?? {}).map(([name, value]) => [name, String(value)]))
  const query = callback.method === 'GET' ? URL.parse(callback.url)?.searchParams : new URLSearchParams(callback.body)
  query?.delete('t')
  return new Map(query)
}

/** https://developer.vonage.com/en/getting-started/concepts/signing-messages: names in order, and & and = in values made _. */
function verifyCallback(callback: Callback, gateway: OpenGateway, now: Date): boolean {
  const params = readParams(callback)
  const signature = (params.get('sig') ?? '').toLowerCase()
  const secret = gateway.callback_secret
  if (secret === '' || signature === '' || !isRecent(params.get('timestamp'), now)) return false
  params.delete('sig')
  const signed = [...params.keys()]
    .sort()
    .map(name => `&${name}=${params.get(name)?.replace(/[&=]/g, '_')}`)
    .join('')
  const method = textOption(gateway, SIGNATURE_METHOD)
  const hash = method === 'md5hash' ? createHash('md5').update(signed + secret) : createHmac(method, secret).update(signed)
  return isSame(signature, hash.digest('hex'))
}

const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['accepted', 'accepted'],
  ['buffered', 'accepted'],
  ['unknown', 'accepted'],
  ['delivered', 'delivered'],
  ['expired', 'failed'],
  ['failed', 'failed'],
  ['rejected', 'failed'],
])

/** A long message has a receipt for each part, with the part's id and price: the client reference is what they share. */
function readCallback(callback: Callback): Receipt[] {
  const params = readParams(callback)
  const providerMessageId = readMessageId(params.get('messageId'))
  const providerStatus = params.get('status') ?? ''
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!status || providerMessageId === '') return []
  const code = readCode(params.get('err-code'))
  const errorCode = code === '0' ? '' : code
  const known = VONAGE_RECEIPT_ERRORS.get(errorCode)
  const messageId = readMessageId(params.get('client-ref'))
  const network = readCode(params.get('network-code'))
  return [
    {
      providerMessageId,
      ...(messageId && { messageId }),
      status,
      providerStatus,
      ...receiptError(known, errorCode, status === 'failed' ? `Vonage reports ${providerStatus}, code ${code || 'none'}.` : ''),
      ...(network && { network }),
    },
  ]
}

/** https://developer.vonage.com/en/messaging/sms/guides/inbound-sms */
function readInbound(callback: Callback): InboundSms[] {
  const params = readParams(callback)
  const from = readNumber(params.get('msisdn'))
  const [to, text] = [params.get('to') ?? '', params.get('text')]
  return from !== '' && text !== undefined ? [{ from, to: readNumber(to) || to, text }] : []
}
