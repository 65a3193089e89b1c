import { createPublicKey, type KeyObject, verify } from 'node:crypto'
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
  isObject,
  isRecent,
  type JsonObject,
  mayHaveBeenTaken,
  objectsOf,
  originOf,
  type ProviderError,
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
import { TELNYX_ERRORS, TELNYX_STOP } from './telnyx-errors.ts'

const ORIGIN = 'https://api.telnyx.com'
const VENDOR = 'telnyx.com'
const CARRIER_MAX = 60

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const E164 = /^\+[1-9]\d{6,14}$/
const SHORT_CODE = /^\d{3,8}$/
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/

const MESSAGING_PROFILE: OptionField = {
  name: 'messaging_profile_id',
  label: 'Messaging profile ID',
  help: 'Needed with a sender name. In the Telnyx portal under Messaging.',
  type: 'text',
  required: false,
}

/** Telnyx, Messaging API v2. https://developers.telnyx.com/api-reference/messages/send-a-message */
export const telnyx: HttpProvider = {
  id: 'telnyx',
  label: 'Telnyx',
  docs: 'https://developers.telnyx.com/api-reference/messages/send-a-message',
  kind: 'http',
  fields: {
    from: {
      label: 'From',
      help: 'A Telnyx number of yours (+15551234567), a short code, a sender name of up to 11 characters, or the ID of a messaging profile with a number pool.',
      required: true,
    },
    auth_token: { label: 'API key', help: 'Begins with KEY; in the Telnyx portal under API keys.', required: true },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for https://api.telnyx.com. Or a service that speaks Telnyx’s API.',
      required: false,
    },
    callback_secret: {
      label: 'Public key',
      help: '44 characters; in the Telnyx portal under API keys, Public key. With it every receipt’s signature is checked.',
      required: false,
    },
  },
  options: [MESSAGING_PROFILE],
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
  const { from, auth_token, base_url, callback_secret } = gateway
  const profile = textOption(gateway, MESSAGING_PROFILE)
  const found: FieldError[] = []
  const add = (field: string, isWrong: boolean, message: string) => isWrong && found.push({ field, message })
  add(
    'from',
    from !== '' && ![E164, SHORT_CODE, UUID, SENDER_ID].some(shape => shape.test(from)),
    'From is a number with plus, country code and digits only, as in +15551234567, a short code, a name of at most 11 letters and digits, or the ID of a messaging profile.',
  )
  add(
    'auth_token',
    auth_token !== '' && (/\s/.test(auth_token) || UUID.test(auth_token) || readPublicKey(auth_token) !== undefined),
    'This is not an API key, which begins with KEY: copy it again from the Telnyx portal, where it is shown only once.',
  )
  add(
    'callback_secret',
    callback_secret !== '' && readPublicKey(callback_secret) === undefined,
    'The public key is 44 characters and ends with =: copy it again from the Telnyx portal (it is not the API key).',
  )
  add(
    'options.messaging_profile_id',
    profile !== '' && !UUID.test(profile),
    'The ID of a messaging profile has 36 characters, as in 4000eba1-a0c0-4563-9925-b25e842a7cb6: copy it again.',
  )
  add(
    'options.messaging_profile_id',
    profile === '' && SENDER_ID.test(from) && !SHORT_CODE.test(from),
    'Telnyx sends with a sender name only through a messaging profile: put its ID in.',
  )
  const problem = baseUrlProblem(base_url, ORIGIN)
  if (problem) found.push({ field: 'base_url', message: problem })
  return found
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (SENDER_ID.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  if (gateway.callback_secret === '')
    found.push(
      'Receipts are protected by the secret in their address only: put in the Public key to have their signatures checked too.',
    )
  return found
}

/** Telnyx finds out by itself whether the text needs Unicode, and lets nobody say how long it is of use. */
function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const profile = UUID.test(gateway.from) ? gateway.from : textOption(gateway, MESSAGING_PROFILE)
  const body = {
    ...(!UUID.test(gateway.from) && { from: gateway.from }),
    ...(profile !== '' && { messaging_profile_id: profile }),
    to: sms.to,
    text: sms.text,
    type: 'SMS',
    ...(takesCallbackUrl(sms, gateway, VENDOR) && { webhook_url: sms.callbackUrl, use_profile_webhooks: false }),
  }
  return {
    method: 'POST',
    url: `${originOf(gateway.base_url, ORIGIN)}/v2/messages`,
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: `Bearer ${gateway.auth_token}`, accept: 'application/json' }
}

function readSend(answer: HttpAnswer): SendOutcome {
  if (mayHaveBeenTaken(answer)) return unknownStatus('Telnyx', answer)
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const data = isObject(body?.data) ? body.data : {}
    const providerMessageId = readMessageId(data.id)
    if (providerMessageId === '') return unknownSuccess('Telnyx')
    if (objectsOf(data.to)[0]?.status === 'sending_failed') return refuse(objectsOf(data.errors)[0], 'sending_failed', answer)
    return { outcome: 'accepted', providerMessageId, ...sizeAndPrice(data) }
  }
  return refuse(objectsOf(body?.errors)[0], `http_${answer.status}`, answer)
}

function refuse(error: JsonObject | undefined, otherwise: string, answer: HttpAnswer): SendOutcome {
  const code = readCode(error?.code)
  const detail = withoutDigits(error?.title)
  return refusal(knownError(error) ?? (code === '' && answer.status === 401 ? TELNYX_ERRORS.get('10009') : undefined), {
    code: code || otherwise,
    fallback: classOfStatus(answer.status < 300 ? 400 : answer.status),
    unknownHint: `Telnyx refused the message${detail && `: ${detail}`} (${code || otherwise}; https://developers.telnyx.com/docs/messaging/messages/error-codes).`,
    retryAfterS: readRetryAfter(answer),
  })
}

/** 40300 is a guest's STOP in most cases, but not in all: its words tell. */
function knownError(error: JsonObject | undefined): ProviderError | undefined {
  const code = readCode(error?.code)
  if (code === '40300' && /\bstop\b|block rule|opt(ed)?[ -]?out/i.test(`${error?.title} ${error?.detail}`)) return TELNYX_STOP
  return TELNYX_ERRORS.get(code)
}

function sizeAndPrice(data: JsonObject) {
  const cost = isObject(data.cost) ? data.cost : undefined
  const price = readPrice(cost?.amount, cost?.currency)
  const segments = Number(data.parts)
  return { ...(segments > 0 && { segments }), ...(price && { price }) }
}

/** https://developers.telnyx.com/api-reference/billing/retrieve-user-balance-details */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/v2/balance`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && isObject(body?.data)) {
    const left = readPrice(body.data.available_credit, body.data.currency)
    return {
      outcome: 'ok',
      message: left
        ? `The API key is right; ${(left.micros / 1e6).toFixed(2)} ${left.currency} are left.`
        : 'The API key is right.',
    }
  }
  const error = objectsOf(body?.errors)[0]
  const code = readCode(error?.code) || `http_${answer.status}`
  return checkRefusal('Telnyx', answer, code, (knownError(error) ?? TELNYX_ERRORS.get('10009'))?.hint ?? code)
}

/** Ed25519 over the time, a bar and the body. https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks */
function verifyCallback(callback: Callback, gateway: OpenGateway, now: Date): boolean {
  const timestamp = callback.headers['telnyx-timestamp'] ?? ''
  const signature = Buffer.from(callback.headers['telnyx-signature-ed25519'] ?? '', 'base64')
  const key = readPublicKey(gateway.callback_secret)
  if (!key || signature.length !== 64 || !isRecent(timestamp, now)) return false
  return verify(null, Buffer.from(`${timestamp}|${callback.body}`), key, signature)
}

/** Telnyx shows the key as the base64 of its 32 bytes. */
function readPublicKey(text: string): KeyObject | undefined {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return undefined
  try {
    const x = Buffer.from(text, 'base64').toString('base64url')
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** Unconfirmed is Telnyx's last word where the carrier gives no receipts. */
const RECEIPT_STATUSES = new Map<unknown, ReceiptStatus>([
  ['queued', 'accepted'],
  ['sending', 'accepted'],
  ['sent', 'accepted'],
  ['delivery_unconfirmed', 'accepted'],
  ['delivered', 'delivered'],
  ['sending_failed', 'failed'],
  ['delivery_failed', 'failed'],
])

/** The payload of a callback about a message; `data.id` beside it is the event's. https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks */
function readPayload(callback: Callback, events: string[]): JsonObject | undefined {
  const data = readObject(callback.body)?.data
  if (!isObject(data) || !events.includes(String(data.event_type))) return undefined
  return isObject(data.payload) ? data.payload : undefined
}

function readCallback(callback: Callback): Receipt[] {
  const payload = readPayload(callback, ['message.sent', 'message.finalized'])
  const to = objectsOf(payload?.to)[0]
  const status = RECEIPT_STATUSES.get(to?.status)
  const providerMessageId = readMessageId(payload?.id)
  if (!payload || !to || !status || providerMessageId === '') return []
  const error = objectsOf(payload.errors)[0]
  const known = knownError(error)
  const errorCode = readCode(error?.code)
  const carrier = typeof to.carrier === 'string' ? to.carrier.slice(0, CARRIER_MAX) : ''
  return [
    {
      providerMessageId,
      status,
      providerStatus: String(to.status),
      ...receiptError(
        known,
        errorCode,
        status === 'failed' ? `Telnyx reports ${to.status}: ${withoutDigits(error?.title) || 'no reason given'}.` : '',
      ),
      ...sizeAndPrice(payload),
      ...(carrier && { network: carrier }),
    },
  ]
}

function readInbound(callback: Callback): InboundSms[] {
  const payload = readPayload(callback, ['message.received'])
  const from = readNumber(isObject(payload?.from) ? payload.from.phone_number : undefined)
  const to = objectsOf(payload?.to)[0]?.phone_number
  if (!payload || from === '' || typeof payload.text !== 'string') return []
  return [{ from, to: typeof to === 'string' ? to : '', text: payload.text }]
}
