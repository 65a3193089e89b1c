import { createHash, createHmac } from 'node:crypto'
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
  Price,
  Receipt,
  ReceiptStatus,
  SendOutcome,
} from '../provider.ts'
import {
  basicAuth,
  classOfStatus,
  type ErrorClass,
  isObject,
  isPublicUrl,
  isSame,
  type JsonObject,
  mayHaveBeenTaken,
  originOf,
  readObject,
  readPrice,
  readRetryAfter,
  refusal,
  SENDER_NAME_WARNING,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { TWILIO_ERRORS } from './twilio-errors.ts'

const ORIGIN = 'https://api.twilio.com'
const VALIDITY_MAX_S = 36_000
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
export const twilio = {
  id: 'twilio',
  label: 'Twilio',
  docs: 'https://www.twilio.com/docs/messaging/api/message-resource',
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
      help: 'Beside the Account SID. The live one: test credentials never send. With an API key: the secret of the key.',
      required: true,
    },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for Twilio in the USA. Another region: https://api.dublin.ie1.twilio.com. Or a service that speaks Twilio’s API.',
      required: false,
    },
    callback_secret: {
      label: 'Second Auth Token',
      help: 'Receipts are signed with the account’s Auth Token: put it in here when an API key sends, and the new one while you rotate it.',
      required: false,
    },
  },
  options: [
    {
      name: 'api_key_sid',
      label: 'API Key SID',
      help: 'Only to send with an API key (SK…) in place of the Auth Token; its secret then goes into Auth Token.',
      type: 'text',
      required: false,
    },
    {
      name: 'ask_prices',
      label: 'Ask for prices',
      help: 'Asks Twilio some minutes later what each message has cost, one request a message. Without it costs follow your price table.',
      type: 'boolean',
      required: false,
      default: false,
    },
  ],
  problems,
  warnings,
  buildSend,
  readSend,
  buildLookup,
  readLookup,
  buildPriceQuestion,
  readPriceAnswer,
  buildCheck,
  readCheck,
  signing: 'always',
  verifyCallback,
  readCallback,
  readInbound,
} satisfies HttpProvider

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', problemOfFrom(gateway.from))
  add('account_sid', problemOfAccountSid(gateway.account_sid, isTwilio(gateway)))
  add('auth_token', problemOfAuthToken(gateway.auth_token))
  add('base_url', problemOfBaseUrl(gateway.base_url))
  add('options', problemOfApiKey(gateway))
  return found
}

function problemOfFrom(from: string): string | undefined {
  if (from === '') return undefined
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
  if (sid === '') return undefined
  if (/^SK[0-9a-f]{30,}$/i.test(sid))
    return 'This is the SID of an API key: put the Account SID (AC…) here, and the key into the option api_key_sid.'
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
  if (ANY_SID.test(token)) return `This is a SID (${token.slice(0, 2)}…), not a secret: put in the Auth Token of the account.`
  if (/\s/.test(token)) return 'The Auth Token has spaces or line breaks in it: copy it again.'
  return undefined
}

function problemOfApiKey(gateway: OpenGateway): string | undefined {
  const sid = apiKeyOf(gateway)
  return sid === '' || /^SK[0-9a-fA-F]{32}$/.test(sid)
    ? undefined
    : 'An API Key SID is SK and 32 characters from 0-9 and a-f: copy it again from the Twilio console, or leave api_key_sid empty.'
}

function apiKeyOf(gateway: OpenGateway): string {
  return typeof gateway.options.api_key_sid === 'string' ? gateway.options.api_key_sid : ''
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
  else if (isSenderId(gateway.from)) found.push(SENDER_NAME_WARNING)
  if (apiKeyOf(gateway) !== '') {
    if (gateway.callback_secret === '')
      found.push('Receipts cannot be checked: Twilio signs them with the account’s Auth Token; put it into Second Auth Token.')
  } else if (isTwilio(gateway) && !AUTH_TOKEN.test(gateway.auth_token))
    found.push('The Auth Token does not look like one of Twilio’s (32 characters from 0-9 and a-f): send a test message.')
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

function accountUrl(gateway: OpenGateway): string {
  return `${originOf(gateway.base_url, ORIGIN)}/2010-04-01/Accounts/${encodeURIComponent(gateway.account_sid)}`
}

function messagesUrl(gateway: OpenGateway): string {
  return `${accountUrl(gateway)}/Messages.json`
}

function headers(gateway: OpenGateway): Record<string, string> {
  const user = apiKeyOf(gateway) || gateway.account_sid
  return { authorization: basicAuth(user, gateway.auth_token), accept: 'application/json' }
}

function isCallable(callbackUrl: string): boolean {
  return isPublicUrl(callbackUrl) && !URL.parse(callbackUrl)?.hostname.includes('_')
}

function readSend(answer: HttpAnswer): SendOutcome {
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const sid = body?.sid
    if (typeof sid !== 'string' || !MESSAGE_ID.test(sid)) return unknownSuccess('Twilio', 'no_sid')
    if (body?.status === 'failed' || body?.status === 'undelivered')
      return refuse(readTwilioCode(body.error_code) || `status_${body.status}`, 'route', '')
    const segments = Number(body?.num_segments)
    const price = priceOf(body)
    return {
      outcome: 'accepted',
      providerMessageId: sid,
      // A Messaging Service says 0 until it has chosen a sender.
      ...(segments > 0 && { segments }),
      ...(price && { price }),
    }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus('Twilio', answer)
  const code = readTwilioCode(body?.code)
  return refuse(
    code || `http_${answer.status}`,
    classOfStatus(answer.status),
    withoutDigits(body?.message),
    readRetryAfter(answer),
  )
}

function refuse(code: string, fallback: ErrorClass, detail: string, retryAfterS?: number): SendOutcome {
  return refusal(TWILIO_ERRORS.get(code), { code, fallback, unknownHint: unknownHint(code, detail), retryAfterS })
}

function unknownHint(code: string, detail: string): string {
  if (/^\d+$/.test(code))
    return `Twilio’s error ${code}${detail && `: ${detail}`} (https://www.twilio.com/docs/api/errors/${code}).`
  return `Twilio refused the request (${code}): check the Account SID, the Auth Token and the base URL.`
}

function readTwilioCode(value: unknown): string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,6}$/.test(value)) ? String(value) : ''
}

/** Twilio's DateSent filter would leave out what is still queued, and Create has no idempotency key: so all recent ones to the number. */
function buildLookup(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const query = new URLSearchParams({ To: sms.to, PageSize: String(LOOKUP_PAGE_SIZE) })
  return { method: 'GET', url: `${messagesUrl(gateway)}?${query}`, headers: headers(gateway) }
}

function readLookup(answer: HttpAnswer, sms: OutgoingSms, since: Date, known: ReadonlySet<string> = new Set()): LookupOutcome {
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
    else if (text.endsWith(sms.text) && at >= newest.at && !known.has(String(message.sid)))
      newest = { at, sid: String(message.sid) }
  }
  if (newest.sid !== '') return { outcome: 'found', providerMessageId: newest.sid }
  return { outcome: isWholeList && !isUncertain ? 'not_found' : 'cannot_tell' }
}

/** Twilio writes what an account pays as a negative number, and null until it has billed the message. */
function priceOf(message: JsonObject | undefined): Price | undefined {
  return readPrice(String(message?.price ?? '').replace(/^-/, ''), message?.price_unit)
}

function buildPriceQuestion(providerMessageId: string, gateway: OpenGateway): HttpRequest {
  const url = messagesUrl(gateway).replace(/\.json$/, `/${encodeURIComponent(providerMessageId)}.json`)
  return { method: 'GET', url, headers: headers(gateway) }
}

function readPriceAnswer(answer: HttpAnswer): Price | undefined {
  return answer.status === 200 ? priceOf(readObject(answer.body)) : undefined
}

/** https://www.twilio.com/docs/iam/api/account: needs nothing but the credentials. */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${accountUrl(gateway)}.json`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && typeof body?.status === 'string') {
    if (body.status !== 'active')
      return {
        outcome: 'refused',
        code: `account_${body.status}`,
        message: `The credentials are right, but the Twilio account is ${withoutDigits(body.status)}: see the Twilio console.`,
      }
    return {
      outcome: 'ok',
      message:
        body.type === 'Trial'
          ? 'The credentials are right. This is a trial account: it sends only to numbers verified in the Twilio console.'
          : 'The credentials are right and the account is active.',
    }
  }
  const code = readTwilioCode(body?.code) || `http_${answer.status}`
  if (mayHaveBeenTaken(answer) || answer.status === 429 || answer.status < 400)
    return { outcome: 'cannot_tell', code, message: `Twilio answered ${answer.status}: try again in a moment.` }
  // Test credentials may do nothing but pretend to send. https://www.twilio.com/docs/iam/test-credentials
  const known = TWILIO_ERRORS.get(code) ?? (answer.status === 403 ? TWILIO_ERRORS.get('20008') : undefined)
  return { outcome: 'refused', code, message: known?.hint ?? unknownHint(code, withoutDigits(body?.message)) }
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security */
function verifyCallback(callback: Callback, gateway: OpenGateway): boolean {
  const signature = callback.headers['x-twilio-signature'] ?? ''
  const tokens = [gateway.auth_token, gateway.callback_secret].filter(token => token !== '')
  if (signature === '') return false
  const bodyHash = URL.parse(callback.url)?.searchParams.get('bodySHA256')
  if (bodyHash && !isSame(bodyHash, createHash('sha256').update(callback.body).digest('hex'))) return false
  const signed = bodyHash || callback.method === 'GET' ? '' : canonicalForm(callback.body)
  // Twilio signs some URLs without the port they were given with, and some with the port they left out.
  return urlsAsSigned(callback.url).some(url =>
    tokens.some(token =>
      isSame(
        signature,
        createHmac('sha1', token)
          .update(url + signed)
          .digest('base64'),
      ),
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
  const errorCode = readTwilioCode(form.get('ErrorCode'))
  const known = TWILIO_ERRORS.get(errorCode)
  return [
    {
      providerMessageId,
      status,
      providerStatus,
      errorCode,
      errorMessage: known?.hint ?? (errorCode && unknownHint(errorCode, '')),
      errorClass: known?.class ?? '',
      ...(known?.isOptOut && { isOptOut: true }),
    },
  ]
}

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
function readInbound(callback: Callback): InboundSms[] {
  const form = new URLSearchParams(callback.body)
  const [from, to, text] = [form.get('From') ?? '', form.get('To') ?? '', form.get('Body') ?? '']
  return E164.test(from) ? [{ from, to, text }] : []
}
