import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FieldError } from '../../errors.ts'
import { isLocalHost } from '../local-host.ts'
import type {
  Callback,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  LookupOutcome,
  OpenGateway,
  OutgoingSms,
  Receipt,
  ReceiptStatus,
  SendOutcome,
} from '../provider.ts'
import { TWILIO_ERRORS, type TwilioErrorClass } from './twilio-errors.ts'

const ORIGIN = 'https://api.twilio.com'
const VALIDITY_MAX_S = 36_000
const RETRY_AFTER_MAX_S = 3_600
/** Fits into the 64 KiB of an answer that are read. */
const LOOKUP_PAGE_SIZE = 50
/** How far our clock may be off Twilio's: half the shortest time between two sends of the same text, which is 30 s. */
const LOOKUP_SKEW_MS = 15_000

const ANY_SID = /^[A-Z]{2}[0-9a-f]{32}$/i
const ACCOUNT_SID = /^AC[0-9a-fA-F]{32}$/
const SERVICE_SID = /^MG[0-9a-fA-F]{32}$/
const AUTH_TOKEN = /^[0-9a-fA-F]{32}$/
const MESSAGE_ID = /^[A-Za-z0-9-]{8,64}$/
const E164 = /^\+[1-9]\d{6,14}$/
const SHORT_CODE = /^\d{3,8}$/
// https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9+\-_&](?:[A-Za-z0-9 +\-_&]{0,9}[A-Za-z0-9+\-_&])?$/
// https://www.twilio.com/docs/iam/test-credentials: only test credentials can send from these, and nothing is delivered.
const MAGIC_NUMBER = /^\+1500555\d{4}$/
const REGION_WITHOUT_EDGE = /^api\.[a-z]{2}\d\.twilio\.com$/

/** Twilio Programmable Messaging, and what speaks its API under another base URL. https://www.twilio.com/docs/messaging/api/message-resource */
export const twilio: HttpProvider = {
  id: 'twilio',
  label: 'Twilio',
  kind: 'http',
  fields: {
    from: {
      label: 'From',
      help: 'A number of yours at Twilio (+15551234567), a short code, a sender name of up to 11 characters, or the SID of a Messaging Service (MG…).',
      required: true,
    },
    account_sid: { label: 'Account SID', help: 'Begins with AC; on the first page of the Twilio console.', required: true },
    auth_token: {
      label: 'Auth Token',
      help: 'Beside the Account SID. The live one: test credentials never send.',
      required: true,
      secret: true,
    },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for Twilio in the USA. Another region: https://api.dublin.ie1.twilio.com. Or a service that speaks Twilio’s API.',
      required: false,
    },
  },
  problems,
  warnings,
  buildSend,
  readSend,
  buildLookup,
  readLookup,
  verifyCallback,
  readCallback,
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', problemOfFrom(gateway.from))
  add('account_sid', problemOfAccountSid(gateway.account_sid, isTwilio(gateway)))
  add('auth_token', problemOfAuthToken(gateway.auth_token))
  add('base_url', problemOfBaseUrl(gateway.base_url))
  return found
}

function problemOfFrom(from: string): string | undefined {
  if (from === '') return 'Put in what the messages come from: a number of yours at Twilio, or a Messaging Service (MG…).'
  if (SERVICE_SID.test(from) || E164.test(from) || SHORT_CODE.test(from)) return undefined
  if (/^VA[0-9a-f]{30,}$/i.test(from))
    return 'This is the SID of a Verify service, which makes its own codes: put in a number or a Messaging Service (MG…).'
  if (/^MG/.test(from) && from.length > 11)
    return 'A Messaging Service SID is MG and 32 characters from 0-9 and a-f: copy it again from the Twilio console.'
  if (ANY_SID.test(from))
    return 'This is an identifier of something else: put in a number, a short code, a sender name or a Messaging Service (MG…).'
  if (/^[a-z]+:/i.test(from)) return 'Gatehouse sends SMS only: put in the number without the part before the colon.'
  if (/^\+?[\d\s().-]+$/.test(from))
    return 'Write the number with a plus, the country code and digits only, as in +15551234567; a short code has 3 to 8 digits.'
  if (SENDER_ID.test(from)) return undefined
  return 'A sender name has at most 11 characters: letters, digits, spaces and + - _ &, and at least one letter.'
}

function problemOfAccountSid(sid: string, isTwilioItself: boolean): string | undefined {
  if (sid === '') return 'Put in the Account SID: it begins with AC and is on the first page of the Twilio console.'
  if (/^SK[0-9a-f]{30,}$/i.test(sid))
    return 'This is the SID of an API key: put in the Account SID (AC…) and the account’s Auth Token instead.'
  if (SERVICE_SID.test(sid)) return 'This is a Messaging Service: put it into From, and the Account SID (AC…) here.'
  if (/^(?!AC)/i.test(sid) && ANY_SID.test(sid))
    return 'This is the SID of something else: put in the Account SID, which begins with AC.'
  if (E164.test(sid)) return 'This is a phone number: put it into From, and the Account SID (AC…) here.'
  // A service with Twilio's API has its own shape of account.
  if (isTwilioItself ? !ACCOUNT_SID.test(sid) : /[^\w.~-]/.test(sid))
    return 'An Account SID is AC and 32 characters from 0-9 and a-f: copy it again from the Twilio console.'
  return undefined
}

function problemOfAuthToken(token: string): string | undefined {
  if (token === '') return 'Put in the Auth Token: it is beside the Account SID in the Twilio console.'
  if (ANY_SID.test(token)) return `This is a SID (${token.slice(0, 2)}…), not a secret: put in the Auth Token of the account.`
  if (/\s/.test(token)) return 'The Auth Token has spaces or line breaks in it: copy it again.'
  return undefined
}

function problemOfBaseUrl(baseUrl: string): string | undefined {
  if (baseUrl === '') return undefined
  const url = URL.parse(baseUrl)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    return 'The base URL is an http or https address, as in https://api.dublin.ie1.twilio.com; leave it empty for Twilio’s own.'
  if (url.username || url.password || url.search || url.hash || url.pathname.includes('/2010-04-01'))
    return 'Only the address goes here: no name or password, nothing from /2010-04-01 on, no ? and no #.'
  if (REGION_WITHOUT_EDGE.test(url.hostname))
    return 'Twilio switched off addresses without an edge: for Ireland it is https://api.dublin.ie1.twilio.com, for Australia https://api.sydney.au1.twilio.com.'
  return undefined
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (MAGIC_NUMBER.test(gateway.from))
    found.push('From is one of Twilio’s numbers for test credentials: nothing is ever delivered, and no receipt comes.')
  else if (isSenderId(gateway.from))
    found.push(
      'A sender name cannot reach +1 numbers (USA, Canada, Caribbean); guests cannot reply STOP to it; many countries want it registered first.',
    )
  if (isTwilio(gateway) && !AUTH_TOKEN.test(gateway.auth_token))
    found.push('The Auth Token does not look like one of Twilio’s (32 characters from 0-9 and a-f): send a test message.')
  const url = URL.parse(gateway.base_url)
  if (url?.protocol === 'http:' && !isLocalHost(url.hostname))
    found.push('The base URL is not encrypted: the Auth Token and the codes can be read on the way. Use https.')
  return found
}

function isSenderId(from: string): boolean {
  return !SERVICE_SID.test(from) && SENDER_ID.test(from)
}

function isTwilio(gateway: OpenGateway): boolean {
  return gateway.base_url === '' || /(^|\.)twilio\.com$/.test(URL.parse(gateway.base_url)?.hostname ?? '')
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const form = new URLSearchParams({
    To: sms.to,
    [SERVICE_SID.test(gateway.from) ? 'MessagingServiceSid' : 'From']: gateway.from,
    Body: sms.text,
    ValidityPeriod: String(Math.min(Math.max(Math.floor(sms.validityS), 1), VALIDITY_MAX_S)),
  })
  // Twilio refuses the whole message (21609) for a callback that it cannot reach.
  if (!isTwilio(gateway) || isCallable(sms.callbackUrl)) form.set('StatusCallback', sms.callbackUrl)
  return {
    method: 'POST',
    url: messagesUrl(gateway),
    headers: { ...headers(gateway), 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

function messagesUrl(gateway: OpenGateway): string {
  const base = gateway.base_url === '' ? ORIGIN : gateway.base_url.replace(/\/+$/, '')
  return `${base}/2010-04-01/Accounts/${encodeURIComponent(gateway.account_sid)}/Messages.json`
}

function headers(gateway: OpenGateway): Record<string, string> {
  const credentials = Buffer.from(`${gateway.account_sid}:${gateway.auth_token}`).toString('base64')
  return { authorization: `Basic ${credentials}`, accept: 'application/json' }
}

function isCallable(callbackUrl: string): boolean {
  const url = URL.parse(callbackUrl)
  return url !== null && !isLocalHost(url.hostname) && !url.hostname.includes('_')
}

function readSend(answer: HttpAnswer): SendOutcome {
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const sid = body?.sid
    if (typeof sid !== 'string' || !MESSAGE_ID.test(sid))
      return {
        outcome: 'unknown',
        code: 'no_sid',
        message: 'Twilio’s answer has no message SID: see the message log in its console.',
      }
    if (body?.status === 'failed' || body?.status === 'undelivered')
      return refusal(readCode(body.error_code) || `status_${body.status}`, 'route', '')
    return { outcome: 'accepted', providerMessageId: sid }
  }
  const httpCode = `http_${answer.status}`
  if (answer.status >= 500 || answer.status === 408)
    return {
      outcome: 'unknown',
      code: httpCode,
      message: `Twilio answered ${answer.status}: it may have taken the message all the same.`,
    }
  const code = readCode(body?.code)
  const detail = typeof body?.message === 'string' ? withoutDigits(body.message) : ''
  const outcome = refusal(code || httpCode, classOfStatus(answer.status), detail)
  const retryAfterS = readRetryAfter(answer)
  return outcome.outcome === 'throttled' && retryAfterS !== undefined ? { ...outcome, retryAfterS } : outcome
}

/**
 * For a code that the table does not know. What a 400 means is open, so it blames neither the guest (who would be told
 * that the number is wrong) nor the whole gateway: this message does not go this way, another gateway may take it.
 */
function classOfStatus(status: number): TwilioErrorClass {
  switch (status) {
    case 400:
    case 422:
      return 'route'
    case 413:
      return 'content'
    case 429:
      return 'throttled'
    default:
      return 'configuration'
  }
}

function refusal(code: string, fallback: TwilioErrorClass, detail: string): SendOutcome {
  const known = TWILIO_ERRORS.get(code)
  const by = known?.class ?? fallback
  const message = known?.hint ?? unknownHint(code, detail)
  switch (by) {
    case 'throttled':
      return { outcome: 'throttled', retryAfterS: known?.retryAfterS, code, message }
    case 'unavailable':
      return { outcome: 'unavailable', code, message }
    default:
      return { outcome: 'rejected', by, code, message }
  }
}

function unknownHint(code: string, detail: string): string {
  if (/^\d+$/.test(code))
    return `Twilio’s error ${code}${detail && `: ${detail}`} (https://www.twilio.com/docs/api/errors/${code})`
  return `Twilio refused the request (${code}): check the Account SID, the Auth Token and the base URL.`
}

/** Twilio's sentences quote the request: no number and no code of the guest's goes further. */
function withoutDigits(text: string): string {
  return text.slice(0, 200).replace(/\+?\d{4,}/g, '…')
}

function readRetryAfter(answer: HttpAnswer): number | undefined {
  const value = answer.headers['retry-after'] ?? ''
  // A date is measured against the server's own clock (RFC 9110, section 10.2.3).
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.parse(answer.headers.date ?? '')) / 1000
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(Math.ceil(seconds), 1), RETRY_AFTER_MAX_S)
}

function readCode(value: unknown): string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,6}$/.test(value)) ? String(value) : ''
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Twilio's DateSent filter would leave out what is still queued, and Create has no idempotency key: so all recent ones to the number. */
function buildLookup(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const query = new URLSearchParams({ To: sms.to, PageSize: String(LOOKUP_PAGE_SIZE) })
  return { method: 'GET', url: `${messagesUrl(gateway)}?${query}`, headers: headers(gateway) }
}

function readLookup(answer: HttpAnswer, sms: OutgoingSms, since: Date): LookupOutcome {
  const body = answer.status === 200 ? readObject(answer.body) : undefined
  const messages = body?.messages
  if (!Array.isArray(messages)) return { outcome: 'cannot_tell' }
  const oldest = since.getTime() - LOOKUP_SKEW_MS
  let isWholeList = body?.next_page_uri == null
  let isUncertain = false
  let newest = { at: 0, sid: '' }
  for (const message of messages.filter(isObject)) {
    const at = Date.parse(String(message.date_created))
    // The list is in order of time, newest first: beyond an older one there is nothing of interest.
    if (at < oldest) isWholeList = true
    if (at < oldest || message.direction !== 'outbound-api') continue
    const text = message.body
    // The text is gone where the account has redaction on; a trial account puts a sentence of its own before it.
    if (typeof text !== 'string' || text === '' || Number.isNaN(at)) isUncertain = true
    else if (text.endsWith(sms.text) && at >= newest.at) newest = { at, sid: String(message.sid) }
  }
  if (newest.sid !== '') return { outcome: 'found', providerMessageId: newest.sid }
  return { outcome: isWholeList && !isUncertain ? 'not_found' : 'cannot_tell' }
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security */
function verifyCallback(callback: Callback, gateway: OpenGateway): boolean {
  const signature = callback.headers['x-twilio-signature'] ?? ''
  if (gateway.auth_token === '' || signature === '') return false
  const bodyHash = URL.parse(callback.url)?.searchParams.get('bodySHA256')
  if (bodyHash && !isSame(bodyHash, createHash('sha256').update(callback.body).digest('hex'))) return false
  const signed = bodyHash || callback.method === 'GET' ? '' : canonicalForm(callback.body)
  // Twilio signs some URLs without the port they were given with, and some with the port they left out.
  return urlsAsSigned(callback.url).some(url =>
    isSame(
      signature,
      createHmac('sha1', gateway.auth_token)
        .update(url + signed)
        .digest('base64'),
    ),
  )
}

/** All parameters by name, each value once and in order. */
function canonicalForm(body: string): string {
  const form = new URLSearchParams(body)
  return [...new Set(form.keys())]
    .sort()
    .map(name =>
      [...new Set(form.getAll(name))]
        .sort()
        .map(value => name + value)
        .join(''),
    )
    .join('')
}

function urlsAsSigned(url: string): string[] {
  const [, start, port, rest] = /^(https?:\/\/(?:\[[^\]]*\]|[^/?#:]*))(:\d+)?(.*)$/is.exec(url) ?? []
  if (start === undefined || rest === undefined) return [url]
  return [start + rest, start + (port ?? (start.startsWith('https') ? ':443' : ':80')) + rest]
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** `sent` can be Twilio's last word, where the carrier gives no receipts. https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['accepted', 'accepted'],
  ['scheduled', 'accepted'],
  ['queued', 'accepted'],
  ['sending', 'accepted'],
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
])

function readCallback(callback: Callback): Receipt[] {
  const form = new URLSearchParams(callback.body)
  const providerMessageId = form.get('MessageSid') ?? form.get('SmsSid') ?? ''
  const providerStatus = form.get('MessageStatus') ?? form.get('SmsStatus') ?? ''
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!status || !MESSAGE_ID.test(providerMessageId)) return []
  const errorCode = readCode(form.get('ErrorCode'))
  const known = TWILIO_ERRORS.get(errorCode)
  return [
    {
      providerMessageId,
      status,
      providerStatus,
      errorCode,
      errorMessage: known?.hint ?? (errorCode && unknownHint(errorCode, '')),
      errorClass: known?.class ?? '',
    },
  ]
}
