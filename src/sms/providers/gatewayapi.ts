import { createHmac } from 'node:crypto'
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
  basicAuth,
  classOfStatus,
  isObject,
  isPublicUrl,
  isSame,
  type JsonObject,
  mayHaveBeenTaken,
  originOf,
  readMessageId,
  readObject,
  readPrice,
  readRetryAfter,
  refusal,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { GATEWAYAPI_ERRORS } from './gatewayapi-errors.ts'

const LABEL = 'GatewayAPI'
const ORIGIN = 'https://gatewayapi.com'
const VALIDITY_MIN_S = 60

const E164 = /^\+[1-9]\d{6,14}$/
// Up to 11 letters and digits, or 15 digits. https://gatewayapi.com/docs/apis/rest
const SENDER = /^([A-Za-z0-9 ._-]{1,11}|\+?\d{1,15})$/

const CLASS: OptionField = {
  name: 'class',
  label: 'Message class',
  help: 'premium is faster and dearer, secret keeps the text out of GatewayAPI’s logs; both have to be in your account.',
  type: 'choice',
  choices: [
    { value: 'standard', label: 'standard' },
    { value: 'premium', label: 'premium' },
    { value: 'secret', label: 'secret' },
  ],
  default: 'standard',
  required: false,
}

/** GatewayAPI's REST API, on its .com and its .eu platform. https://gatewayapi.com/docs/apis/rest */
export const gatewayapi: HttpProvider = {
  id: 'gatewayapi',
  label: LABEL,
  docs: 'https://gatewayapi.com/docs/apis/rest',
  kind: 'http',
  fields: {
    from: { label: 'Sender', help: 'A name of up to 11 letters and digits, or a number of up to 15 digits.', required: true },
    auth_token: { label: 'API token', help: 'In the GatewayAPI dashboard under API, API keys.', required: true },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for gatewayapi.com. For an account on the EU platform: https://gatewayapi.eu.',
      required: false,
    },
    callback_secret: {
      label: 'Webhook authentication token',
      help: 'Signs the receipts: set the same token at the webhook in the dashboard, and make that webhook the default one.',
      required: false,
    },
  },
  options: [CLASS],
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
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  if (gateway.from !== '' && !SENDER.test(gateway.from))
    add('from', 'A sender at GatewayAPI is a name of up to 11 letters and digits, or a number of up to 15 digits.')
  if (/\s|:/.test(gateway.auth_token))
    add('auth_token', 'An API token has no spaces and no colon: copy the token alone, not a key and secret.')
  add('base_url', problemOfBaseUrl(gateway.base_url))
  return found
}

function problemOfBaseUrl(baseUrl: string): string | undefined {
  if (/^messaging\.gatewayapi\./.test(URL.parse(baseUrl)?.hostname ?? ''))
    return 'This is the address of another API of GatewayAPI’s: put in https://gatewayapi.com or https://gatewayapi.eu.'
  if (/\/rest(\/|$)/.test(baseUrl))
    return 'Only the address goes here, without /rest: https://gatewayapi.com or https://gatewayapi.eu.'
  return baseUrlProblem(baseUrl, 'https://gatewayapi.eu')
}

function warnings(gateway: OpenGateway): string[] {
  const found =
    gateway.callback_secret === ''
      ? []
      : [
          'Receipts come only if the gateway’s callback address is the default webhook for status notifications, with the same token.',
        ]
  return found
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: basicAuth(gateway.auth_token, ''), accept: 'application/json' }
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  // Only a webhook of the dashboard has a token to sign with, so a signed receipt has to come by the default webhook.
  const isCallable = gateway.base_url !== '' || isPublicUrl(sms.callbackUrl)
  const body = {
    class: textOption(gateway, CLASS),
    message: sms.text,
    sender: gateway.from.replace(/^\+/, ''),
    recipients: [{ msisdn: sms.to.slice(1) }],
    encoding: sms.encoding === 'UCS-2' ? 'UCS2' : 'UTF8',
    validity_period: Math.max(Math.floor(sms.validityS), VALIDITY_MIN_S),
    userref: sms.id,
    ...(isCallable && gateway.callback_secret === '' && { callback_url: sms.callbackUrl }),
  }
  return {
    method: 'POST',
    url: `${originOf(gateway.base_url, ORIGIN)}/rest/mtsms`,
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

function readSend(answer: HttpAnswer): SendOutcome {
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const id = Array.isArray(body?.ids) ? readMessageId(body.ids[0]) : ''
    return id === '' ? unknownSuccess(LABEL) : { outcome: 'accepted', providerMessageId: id, ...readUsage(body?.usage) }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus(LABEL, answer)
  const code = readHexCode(body?.code) || `http_${answer.status}`
  return refusal(GATEWAYAPI_ERRORS.get(code), {
    code,
    fallback: classOfStatus(answer.status),
    unknownHint: unknownHint(code, withoutDigits(body?.message)),
    retryAfterS: readRetryAfter(answer),
  })
}

/** Counts are of segments, by country; the cost is of all of them. */
function readUsage(usage: unknown) {
  if (!isObject(usage)) return {}
  const counts = isObject(usage.countries) ? Object.values(usage.countries).map(Number) : []
  const segments = counts.reduce((sum, count) => sum + count, 0)
  const price = readPrice(usage.total_cost, usage.currency)
  return { ...(segments > 0 && { segments }), ...(price && { price }) }
}

function unknownHint(code: string, detail: string): string {
  if (code === 'http_401') return 'GatewayAPI refuses the API token: copy it again from the dashboard.'
  return `GatewayAPI refused the message (${code})${detail && `: ${detail}`}. See https://gatewayapi.com/docs/errors.`
}

/** GatewayAPI writes its codes as in 0x104A; empty for anything else. */
function readHexCode(value: unknown): string {
  return typeof value === 'string' && /^0x[0-9a-f]{4}$/i.test(value) ? `0x${value.slice(2).toUpperCase()}` : ''
}

/** https://gatewayapi.com/docs/apis/rest#check-account-balance */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/rest/me`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && typeof body?.credit === 'number') {
    const currency = typeof body.currency === 'string' && /^[A-Z]{3}$/.test(body.currency) ? ` ${body.currency}` : ''
    return { outcome: 'ok', message: `The API token is right. The credit is ${body.credit.toFixed(2)}${currency}.` }
  }
  const code = readHexCode(body?.code) || `http_${answer.status}`
  if (answer.status === 401 || answer.status === 403)
    return {
      outcome: 'refused',
      code,
      message: GATEWAYAPI_ERRORS.get(code)?.hint ?? unknownHint(code, withoutDigits(body?.message)),
    }
  return { outcome: 'cannot_tell', code, message: `GatewayAPI answered ${answer.status}: try again in a moment.` }
}

/**
 * A JSON Web Token (HS256) whose claims are the callback itself: everything in the body must be in them. They hold no time of
 * signing, and a receipt that could not be delivered comes again for half a day, so it is not asked how old it is.
 * https://gatewayapi.com/docs/apis/rest#authentication-token
 */
function verifyCallback(callback: Callback, gateway: OpenGateway, now: Date): boolean {
  const [head = '', payload = '', signature = '', ...rest] = (callback.headers['x-gwapi-signature'] ?? '').split('.')
  if (gateway.callback_secret === '' || signature === '' || rest.length > 0) return false
  const expected = createHmac('sha256', gateway.callback_secret).update(`${head}.${payload}`).digest('base64url')
  if (!isSame(signature, expected) || decode(head)?.alg !== 'HS256') return false
  const claims = decode(payload)
  const body = readObject(callback.body)
  if (!claims || !body || body.id === undefined) return false
  if (typeof claims.exp === 'number' && claims.exp * 1000 < now.getTime()) return false
  return Object.entries(body).every(
    ([name, value]) => Object.hasOwn(claims, name) && JSON.stringify(claims[name]) === JSON.stringify(value),
  )
}

function decode(part: string): JsonObject | undefined {
  return readObject(Buffer.from(part, 'base64url').toString('utf8'))
}

/** ACCEPTED is final: the network took it on the phone's behalf. https://gatewayapi.com/docs/apis/rest#states-and-status-codes */
const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['SCHEDULED', 'accepted'],
  ['BUFFERED', 'accepted'],
  ['ENROUTE', 'accepted'],
  ['ACCEPTED', 'accepted'],
  ['DELIVERED', 'delivered'],
  ['EXPIRED', 'failed'],
  ['DELETED', 'failed'],
  ['UNDELIVERABLE', 'failed'],
  ['REJECTED', 'failed'],
  ['SKIPPED', 'failed'],
])

const STATUS_HINTS: Record<string, string> = {
  EXPIRED: 'The phone was off or out of reach until the code had expired: the guest can ask for another one.',
  DELETED: 'The message was cancelled at GatewayAPI.',
  UNDELIVERABLE: 'The message cannot be delivered, most likely since the number is not in use: the guest has to check it.',
  REJECTED: 'The mobile network rejected the message: ask GatewayAPI which senders and texts it takes in this country.',
  SKIPPED: 'The mobile network took the message and left it out by a rule of its own: ask GatewayAPI.',
}

function readCallback(callback: Callback): Receipt[] {
  const body = readObject(callback.body)
  const providerMessageId = readMessageId(body?.id)
  const providerStatus = typeof body?.status === 'string' ? body.status : ''
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!body || !status || providerMessageId === '') return []
  const errorCode = readHexCode(body.code)
  const known = GATEWAYAPI_ERRORS.get(errorCode)
  const detail = withoutDigits(body.error)
  const messageId = readMessageId(body.userref)
  const hasFailed = status === 'failed'
  return [
    {
      providerMessageId,
      ...(messageId && { messageId }),
      status,
      providerStatus,
      errorCode,
      errorMessage: hasFailed ? (known?.hint ?? `${STATUS_HINTS[providerStatus] ?? ''}${detail && ` (${detail})`}`) : '',
      errorClass: hasFailed ? (known?.class ?? '') : '',
    },
  ]
}

/** https://gatewayapi.com/docs/apis/rest#mo-sms-receiving-smses */
function readInbound(callback: Callback): InboundSms[] {
  const body = readObject(callback.body)
  const from = `+${readMessageId(body?.msisdn)}`
  const text = typeof body?.message === 'string' ? body.message : ''
  return E164.test(from) && text !== '' ? [{ from, to: readMessageId(body?.receiver), text }] : []
}
