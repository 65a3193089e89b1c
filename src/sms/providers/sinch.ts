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
  LookupOutcome,
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
  readRetryAfter,
  receiptError,
  refusal,
  SENDER_NAME_WARNING,
  takesCallbackUrl,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { SINCH_CREDENTIALS, SINCH_ERRORS, SINCH_RECEIPT_ERRORS } from './sinch-errors.ts'

const VENDOR = 'sinch.com'
/** Sinch keeps a message for three days at most. */
const VALIDITY_MAX_S = 259_200
/** The client reference is ours alone, so the time only has to be early enough. */
const LOOKUP_MARGIN_MS = 3_600_000

const SERVICE_PLAN_ID = /^[0-9a-f]{32}$/i
const NUMBER = /^\+?\d{3,15}$/
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/

const REGION: OptionField = {
  name: 'region',
  label: 'Region',
  help: 'Where the service plan was made; the Sinch dashboard shows it beside the plan.',
  type: 'choice',
  required: false,
  choices: [
    { value: 'us', label: 'United States' },
    { value: 'eu', label: 'European Union' },
    { value: 'au', label: 'Australia' },
    { value: 'br', label: 'Brazil' },
    { value: 'ca', label: 'Canada' },
  ],
  default: 'us',
}

/** Sinch, SMS API (batches). https://developers.sinch.com/docs/sms/api-reference/sms/batches */
export const sinch: HttpProvider = {
  id: 'sinch',
  label: 'Sinch',
  docs: 'https://developers.sinch.com/docs/sms/api-reference/sms/batches',
  kind: 'http',
  fields: {
    from: {
      label: 'From',
      help: 'A Sinch number of yours (+15551234567), a short code, or a sender name of up to 11 characters.',
      required: true,
    },
    account_sid: {
      label: 'Service plan ID',
      help: '32 characters; in the Sinch dashboard under SMS, Service APIs.',
      required: true,
    },
    auth_token: { label: 'API token', help: 'Beside the service plan ID.', required: true },
    base_url: {
      label: 'Base URL',
      help: 'Leave empty for the region’s own, as in https://us.sms.api.sinch.com. Or a service that speaks Sinch’s API.',
      required: false,
    },
    callback_secret: {
      label: 'Secret for signed callbacks',
      help: 'Only once Sinch has set this secret up for the service plan: receipts without its signature are then refused.',
      required: false,
    },
  },
  options: [REGION],
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
  const { from, account_sid, auth_token, base_url } = gateway
  const found: FieldError[] = []
  const add = (field: string, isWrong: boolean, message: string) => isWrong && found.push({ field, message })
  add(
    'from',
    from !== '' && !NUMBER.test(from) && !SENDER_ID.test(from),
    'From is a number with its country code and digits only, as in +15551234567, a short code, or a name of at most 11 letters and digits.',
  )
  add(
    'account_sid',
    account_sid !== '' && isVendorHost(base_url, VENDOR) && !SERVICE_PLAN_ID.test(account_sid),
    'A service plan ID is 32 characters from 0-9 and a-f: copy it again from the Sinch dashboard (a project ID has dashes and does not do).',
  )
  add('auth_token', /\s/.test(auth_token), 'The API token has spaces or line breaks in it: copy it again.')
  const problem = baseUrlProblem(base_url, 'https://us.sms.api.sinch.com')
  if (problem) found.push({ field: 'base_url', message: problem })
  else if (/\/xms(\/|$)/.test(base_url))
    found.push({ field: 'base_url', message: 'Only the address goes here: nothing from /xms on.' })
  return found
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (SENDER_ID.test(gateway.from) && !NUMBER.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  return found
}

/** Sinch finds out by itself whether the text needs Unicode. */
function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const validityS = Math.min(Math.max(Math.floor(sms.validityS), 1), VALIDITY_MAX_S)
  const canReport = takesCallbackUrl(sms, gateway, VENDOR)
  const body = {
    from: gateway.from,
    to: [sms.to],
    body: sms.text,
    type: 'mt_text',
    expire_at: new Date(sms.now.getTime() + validityS * 1000).toISOString(),
    client_reference: sms.id,
    delivery_report: canReport ? 'per_recipient' : 'none',
    ...(canReport && { callback_url: sms.callbackUrl }),
  }
  return {
    method: 'POST',
    url: batchesUrl(gateway),
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

function batchesUrl(gateway: OpenGateway): string {
  const origin = originOf(gateway.base_url, `https://${textOption(gateway, REGION)}.sms.api.sinch.com`)
  return `${origin}/xms/v1/${encodeURIComponent(gateway.account_sid)}/batches`
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: `Bearer ${gateway.auth_token}`, accept: 'application/json' }
}

function readSend(answer: HttpAnswer): SendOutcome {
  if (mayHaveBeenTaken(answer)) return unknownStatus('Sinch', answer)
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const providerMessageId = readMessageId(body?.id)
    return providerMessageId === '' ? unknownSuccess('Sinch') : { outcome: 'accepted', providerMessageId }
  }
  const code = readCode(body?.code) || `http_${answer.status}`
  const detail = withoutDigits(body?.text)
  return refusal(SINCH_ERRORS.get(code), {
    code,
    fallback: classOfStatus(answer.status),
    unknownHint: hintOfStatus(answer.status) ?? `Sinch refused the message with HTTP ${answer.status}${detail && `: ${detail}`}.`,
    retryAfterS: readRetryAfter(answer),
  })
}

function hintOfStatus(status: number): string | undefined {
  switch (status) {
    case 401:
    case 404:
      return SINCH_CREDENTIALS
    case 403:
      return 'This Sinch service plan may not send this: see the plan and its allowed countries in the Sinch dashboard.'
    case 429:
      return 'More is asked of Sinch than the service plan may: lower sends per second, or ask Sinch for more.'
    default:
      return undefined
  }
}

function buildLookup(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest {
  const query = new URLSearchParams({
    client_reference: sms.id,
    start_date: new Date(since.getTime() - LOOKUP_MARGIN_MS).toISOString(),
    page_size: '10',
  })
  return { method: 'GET', url: `${batchesUrl(gateway)}?${query}`, headers: headers(gateway) }
}

/** A list that is empty and says so is a no; one that holds something else was not filtered as asked. */
function readLookup(answer: HttpAnswer, sms: OutgoingSms): LookupOutcome {
  const body = answer.status === 200 ? readObject(answer.body) : undefined
  const ours = objectsOf(body?.batches).find(batch => batch.client_reference === sms.id)
  const providerMessageId = readMessageId(ours?.id)
  if (providerMessageId !== '') return { outcome: 'found', providerMessageId }
  const isEmpty = body?.count === 0 && Array.isArray(body.batches) && body.batches.length === 0
  return { outcome: isEmpty ? 'not_found' : 'cannot_tell' }
}

/** Lists the last batch: Sinch has no question about the account itself in this API. */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${batchesUrl(gateway)}?page_size=1`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  if (answer.status === 200 && Array.isArray(readObject(answer.body)?.batches))
    return { outcome: 'ok', message: 'The service plan ID, API token and region are right.' }
  const code = `http_${answer.status}`
  return checkRefusal('Sinch', answer, code, SINCH_CREDENTIALS)
}

const ALGORITHMS = new Map([
  ['HmacSHA256', 'sha256'],
  ['HmacSHA512', 'sha512'],
])

/** Body, nonce and time with dots between: https://developers.sinch.com/docs/sms/api-reference/sms/webhooks */
function verifyCallback(callback: Callback, gateway: OpenGateway, now: Date): boolean {
  const header = (name: string) => callback.headers[`x-sinch-webhook-signature${name}`] ?? ''
  const algorithm = ALGORITHMS.get(header('-algorithm') || 'HmacSHA256')
  const [nonce, timestamp, secret] = [header('-nonce'), header('-timestamp'), gateway.callback_secret]
  if (secret === '' || nonce === '' || !algorithm || !isRecent(timestamp, now)) return false
  const expected = createHmac(algorithm, secret).update(`${callback.body}.${nonce}.${timestamp}`).digest('base64')
  return isSame(header(''), expected)
}

/** https://developers.sinch.com/docs/sms/api-reference/sms/delivery-reports */
const RECEIPT_STATUSES = new Map<unknown, ReceiptStatus>([
  ['Queued', 'accepted'],
  ['Dispatched', 'accepted'],
  ['Unknown', 'accepted'],
  ['Delivered', 'delivered'],
  ['Aborted', 'failed'],
  ['Cancelled', 'failed'],
  ['Rejected', 'failed'],
  ['Deleted', 'failed'],
  ['Failed', 'failed'],
  ['Expired', 'failed'],
])

function readCallback(callback: Callback): Receipt[] {
  const report = readObject(callback.body)
  const status = RECEIPT_STATUSES.get(report?.status)
  const providerMessageId = readMessageId(report?.batch_id)
  if (report?.type !== 'recipient_delivery_report_sms' || !status || providerMessageId === '') return []
  const code = readCode(report.code)
  // 0 is no error; 400 and 401 are Queued and Dispatched once more.
  const errorCode = ['0', '400', '401'].includes(code) ? '' : code
  const known = SINCH_RECEIPT_ERRORS.get(errorCode)
  const messageId = readMessageId(report.client_reference)
  const segments = Number(report.number_of_message_parts)
  const network = readCode(report.operator)
  return [
    {
      providerMessageId,
      ...(messageId && { messageId }),
      status,
      providerStatus: String(report.status),
      ...receiptError(known, errorCode, status === 'failed' ? `Sinch reports ${report.status}, code ${code || 'none'}.` : ''),
      ...(segments > 0 && { segments }),
      ...(network && { network }),
    },
  ]
}

/** https://developers.sinch.com/docs/sms/api-reference/sms/inbounds */
function readInbound(callback: Callback): InboundSms[] {
  const sms = readObject(callback.body)
  const from = readNumber(sms?.from)
  if (sms?.type !== 'mo_text' || from === '' || typeof sms.body !== 'string') return []
  return [{ from, to: readNumber(sms.to) || String(sms.to ?? ''), text: sms.body }]
}
