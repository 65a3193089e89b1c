import { createHash, createHmac } from 'node:crypto'
import type { FieldError } from '../../errors.ts'
import { NETWORK_ERRORS } from '../network-errors.ts'
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
  checkRefusal,
  classOfStatus,
  isObject,
  isSame,
  type JsonObject,
  mayHaveBeenTaken,
  objectsOf,
  originOf,
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
  takesCallbackUrl,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { BIRD_ERRORS, BIRD_REASONS, BIRD_REPORT_ERRORS } from './bird-errors.ts'

const DOMAIN = 'rest.messagebird.com'
const ORIGIN = `https://${DOMAIN}`
/** Fits into the 64 KiB of an answer that are read. */
const LOOKUP_PAGE_SIZE = 50
/** How far our clock may be off Bird's. */
const LOOKUP_SKEW_MS = 15_000
/** How far the clock of either side may be off for a signature to count. */
const SIGNATURE_TOLERANCE_S = 5 * 60

/** Bird's SMS API, which was MessageBird's. https://developers.messagebird.com/api/sms-messaging/ */
export const bird: HttpProvider = {
  id: 'bird',
  label: 'Bird (MessageBird)',
  docs: 'https://developers.messagebird.com/api/sms-messaging/',
  kind: 'http',
  fields: {
    from: {
      label: 'Originator',
      help: 'A number of yours at Bird (+15551234567), a short code, or a sender name of up to 11 characters.',
      required: true,
    },
    auth_token: {
      label: 'Access key',
      help: 'The live key of the SMS API: dashboard.messagebird.com, Developers, API access. A key of the new Bird workspace does not do.',
      required: true,
    },
    base_url: { label: 'Base URL', help: 'Leave empty for Bird itself.', required: false },
    callback_secret: {
      label: 'Signing key',
      help: 'dashboard.messagebird.com, Developers, API settings. With it the signature of each report is checked too.',
      required: false,
    },
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
  signing: 'optional',
  verifyCallback,
  readCallback,
  readInbound,
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', senderProblem(gateway.from))
  add('auth_token', problemOfKey(gateway.auth_token))
  add('base_url', baseUrlProblem(gateway.base_url, ORIGIN))
  return found
}

function problemOfKey(key: string): string | undefined {
  if (/^AccessKey\s/i.test(key)) return 'Put in the key alone, without the word AccessKey before it.'
  if (/\s/.test(key)) return 'The access key has spaces or line breaks in it: copy it again.'
  if (/^test_/.test(key)) return 'This is a test key, which never sends: put in the live one.'
  return undefined
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (/[A-Za-z]/.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  return found
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: `AccessKey ${gateway.auth_token}`, accept: 'application/json' }
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const message = {
    originator: gateway.from.replace(/^\+/, ''),
    recipients: [sms.to.replace(/^\+/, '')],
    body: sms.text,
    // Bird reports on a message only if it has a reference.
    reference: sms.id,
    validity: Math.max(Math.floor(sms.validityS), 1),
    datacoding: sms.encoding === 'UCS-2' ? 'unicode' : 'plain',
    ...(takesCallbackUrl(sms, gateway, DOMAIN) && { reportUrl: sms.callbackUrl }),
  }
  return {
    method: 'POST',
    url: `${originOf(gateway.base_url, ORIGIN)}/messages`,
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify(message),
  }
}

function readSend(answer: HttpAnswer): SendOutcome {
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const providerMessageId = readMessageId(body?.id)
    if (providerMessageId === '') return unknownSuccess('Bird')
    const segments = Number(recipientsOf(body)[0]?.messagePartCount)
    return { outcome: 'accepted', providerMessageId, ...(segments > 0 && { segments }) }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus('Bird', answer)
  const { code, detail } = readError(answer)
  return refusal(BIRD_ERRORS.get(code), {
    code,
    fallback: classOfStatus(answer.status),
    unknownHint: unknownHint(code, detail),
    retryAfterS: readRetryAfter(answer),
  })
}

function recipientsOf(message: JsonObject | undefined): JsonObject[] {
  return isObject(message?.recipients) ? objectsOf(message.recipients.items) : []
}

/** The first error that is known, by its code or by its code and parameter; else what the first one says. */
function readError(answer: HttpAnswer): { code: string; detail: string } {
  const errors = objectsOf(readObject(answer.body)?.errors)
  for (const { code, parameter } of errors)
    for (const key of [`${readCode(code)}.${readCode(parameter)}`, readCode(code)])
      if (BIRD_ERRORS.has(key)) return { code: key, detail: '' }
  if (answer.status === 429) return { code: '429', detail: '' }
  const [first] = errors
  return { code: readCode(first?.code) || `http_${answer.status}`, detail: withoutDigits(first?.description) }
}

function unknownHint(code: string, detail: string): string {
  return `Bird refused the request (${code})${detail && `: ${detail}`}: check the access key and the originator.`
}

/** The list goes newest first; what the filters leave out, readLookup leaves out too. */
function buildLookup(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest {
  const query = new URLSearchParams({
    direction: 'mt',
    recipient: sms.to.replace(/^\+/, ''),
    from: new Date(since.getTime() - LOOKUP_SKEW_MS).toISOString(),
    limit: String(LOOKUP_PAGE_SIZE),
  })
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/messages?${query}`, headers: headers(gateway) }
}

function readLookup(answer: HttpAnswer, sms: OutgoingSms, since: Date): LookupOutcome {
  const body = answer.status === 200 ? readObject(answer.body) : undefined
  if (!Array.isArray(body?.items)) return { outcome: 'cannot_tell' }
  const messages = objectsOf(body.items)
  const oldest = since.getTime() - LOOKUP_SKEW_MS
  const isOlder = (message: JsonObject) => Date.parse(String(message.createdDatetime)) < oldest
  const found = messages.find(message => message.reference === sms.id && !isOlder(message))
  const providerMessageId = readMessageId(found?.id)
  if (providerMessageId !== '') return { outcome: 'found', providerMessageId }
  const isWhole = Number(body.totalCount) === messages.length || messages.some(isOlder)
  return { outcome: isWhole && !found ? 'not_found' : 'cannot_tell' }
}

/** https://developers.messagebird.com/api/balance/ */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/balance`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && typeof body?.payment === 'string') {
    if (body.payment === 'prepaid' && Number(body.amount) <= 0)
      return {
        outcome: 'refused',
        code: '25',
        message: 'The access key is right, but the balance is used up: top it up at Bird.',
      }
    return { outcome: 'ok', message: 'The access key is right.' }
  }
  const { code, detail } = readError(answer)
  return checkRefusal('Bird', answer, code, BIRD_ERRORS.get(code)?.hint ?? unknownHint(code, detail))
}

const HASHES = new Map([
  ['HS256', 'sha256'],
  ['HS384', 'sha384'],
  ['HS512', 'sha512'],
])

/** A signed token (JWT) over the hashes of URL and body. https://developers.messagebird.com/api/#verifying-http-requests */
function verifyCallback(callback: Callback, gateway: OpenGateway, now: Date): boolean {
  const [head = '', payload = '', signature = '', ...more] = (callback.headers['messagebird-signature-jwt'] ?? '').split('.')
  const hash = HASHES.get(String(readToken(head)?.alg))
  if (!hash || more.length > 0 || gateway.callback_secret === '') return false
  const expected = createHmac(hash, gateway.callback_secret).update(`${head}.${payload}`).digest('base64url')
  if (!isSame(signature, expected)) return false
  const claims = readToken(payload)
  if (claims?.iss !== 'MessageBird' || typeof claims.jti !== 'string') return false
  const nowS = now.getTime() / 1000
  const { nbf, exp } = claims
  if (typeof nbf !== 'number' || typeof exp !== 'number') return false
  if (nowS < nbf - SIGNATURE_TOLERANCE_S || nowS > exp + SIGNATURE_TOLERANCE_S) return false
  if (claims.url_hash !== sha256(callback.url)) return false
  return callback.body === '' ? claims.payload_hash === undefined : claims.payload_hash === sha256(callback.body)
}

function readToken(part: string): JsonObject | undefined {
  return readObject(Buffer.from(part, 'base64url').toString('utf8'))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** https://developers.messagebird.com/api/sms-messaging/#sms-statuses */
const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['scheduled', 'accepted'],
  ['sent', 'accepted'],
  ['buffered', 'accepted'],
  ['delivered', 'delivered'],
  ['expired', 'failed'],
  ['delivery_failed', 'failed'],
])

/** Bird reports with GET and a query; what comes as a form or as JSON has the same names. */
function readCallback(callback: Callback): Receipt[] {
  const fields = readCallbackFields(callback)
  const get = (name: string) => fields.get(name) ?? ''
  const providerMessageId = readMessageId(get('id'))
  const providerStatus = get('status')
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!status || providerMessageId === '') return []
  const price = readPrice(get('price[amount]'), get('price[currency]'))
  const segments = Number(get('messagePartCount'))
  return [
    {
      providerMessageId,
      ...(get('reference') !== '' && { messageId: get('reference') }),
      status,
      providerStatus,
      ...(status === 'failed'
        ? errorOf(get('statusErrorCode'), get('statusReason'), providerStatus)
        : receiptError(undefined, '', '')),
      ...(price && { price }),
      ...(segments > 0 && { segments }),
      ...(/^\d{5,6}$/.test(get('mccmnc')) && { network: get('mccmnc') }),
    },
  ]
}

function errorOf(statusErrorCode: string, reason: string, providerStatus: string) {
  const code = /^[1-9]\d{0,5}$/.test(statusErrorCode) ? statusErrorCode : ''
  const known = BIRD_REPORT_ERRORS.get(code) ?? NETWORK_ERRORS.get(code) ?? BIRD_REASONS.get(reason)
  const said = withoutDigits(reason) || providerStatus
  return receiptError(known, code || providerStatus, `Bird could not deliver the message (${said}): see its log of messages.`)
}

/** https://developers.messagebird.com/api/sms-messaging/#receive-a-message */
function readInbound(callback: Callback): InboundSms[] {
  const fields = readCallbackFields(callback)
  const from = readNumber(fields.get('originator'))
  const text = fields.get('body') ?? ''
  return from === '' ? [] : [{ from, to: readNumber(fields.get('recipient')) || (fields.get('recipient') ?? ''), text }]
}
