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
  type JsonObject,
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
  senderProblem,
  takesCallbackUrl,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { INFOBIP_ERRORS } from './infobip-errors.ts'

const DOMAIN = 'infobip.com'
const EXAMPLE = 'https://xxxxx.api.infobip.com'
const VALIDITY_MAX_S = 48 * 60 * 60
const LOOKUP_LIMIT = 50
/** How far our clock may be off Infobip's. */
const LOOKUP_SKEW_MS = 15_000

/** Infobip's SMS API, version 3. https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages */
export const infobip: HttpProvider = {
  id: 'infobip',
  label: 'Infobip',
  docs: 'https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages',
  kind: 'http',
  fields: {
    from: {
      label: 'Sender',
      help: 'A sender of the account: a number (+15551234567), a short code, or a name of up to 11 characters. A trial account: InfoSMS.',
      required: true,
    },
    auth_token: {
      label: 'API key',
      help: 'Infobip portal, Developer tools, API keys. It needs the scope sms:message:send.',
      required: true,
    },
    base_url: {
      label: 'API base URL',
      help: `Your account’s own, beside the API key, with https:// before it: ${EXAMPLE}.`,
      required: true,
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
  signing: 'never',
  readCallback,
  readInbound,
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', senderProblem(gateway.from))
  add('auth_token', problemOfKey(gateway.auth_token))
  add('base_url', problemOfBaseUrl(gateway.base_url))
  return found
}

function problemOfKey(key: string): string | undefined {
  if (/^(App|Basic|Bearer)\s/i.test(key)) return 'Put in the key alone, without the word App before it.'
  if (/\s/.test(key)) return 'The API key has spaces or line breaks in it: copy it again.'
  return undefined
}

function problemOfBaseUrl(baseUrl: string): string | undefined {
  if (/^[\w.-]+\.infobip\.com\/?$/i.test(baseUrl)) return `Put https:// before it: https://${baseUrl}`
  const url = URL.parse(baseUrl)
  if (url && /^(portal|www)\.infobip\.com$/.test(url.hostname))
    return `This is the address of the website: put in the API base URL of the account, as in ${EXAMPLE}.`
  if (url?.pathname.includes('/sms/')) return `Only the address goes here, without /sms and what follows, as in ${EXAMPLE}.`
  return baseUrlProblem(baseUrl, EXAMPLE)
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (/[A-Za-z]/.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  return found
}

function urlOf(gateway: OpenGateway, path: string): string {
  return originOf(gateway.base_url, EXAMPLE) + path
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: `App ${gateway.auth_token}`, accept: 'application/json' }
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const message = {
    sender: gateway.from.replace(/^\+/, ''),
    destinations: [{ to: sms.to.replace(/^\+/, ''), messageId: attemptId(sms) }],
    content: { text: sms.text },
    options: {
      validityPeriod: { amount: Math.min(Math.max(Math.floor(sms.validityS), 1), VALIDITY_MAX_S), timeUnit: 'SECONDS' },
    },
    webhooks: {
      ...(takesCallbackUrl(sms, gateway, DOMAIN) && { delivery: { url: sms.callbackUrl } }),
      contentType: 'application/json',
      callbackData: sms.id,
    },
  }
  return {
    method: 'POST',
    url: urlOf(gateway, '/sms/3/messages'),
    headers: { ...headers(gateway), 'content-type': 'application/json' },
    body: JSON.stringify({ messages: [message], options: { includeSmsCountInResponse: true } }),
  }
}

/** Infobip refuses an id that it has seen, even on a message that it refused: so each attempt has its own. */
function attemptId(sms: OutgoingSms): string {
  return `${sms.id}.${sms.now.getTime().toString(36)}`
}

function readSend(answer: HttpAnswer): SendOutcome {
  const body = readObject(answer.body)
  if (answer.status >= 200 && answer.status < 300) {
    const [message] = objectsOf(body?.messages)
    const status = isObject(message?.status) ? message.status : {}
    const providerMessageId = readMessageId(message?.messageId)
    switch (status.groupName) {
      case 'REJECTED':
      case 'UNDELIVERABLE':
      case 'EXPIRED':
        return refuse(answer, readCode(status.name) || String(status.groupName), withoutDigits(status.description))
      case 'PENDING':
      case 'DELIVERED':
      case 'OK': {
        if (providerMessageId === '') return unknownSuccess('Infobip')
        const segments = isObject(message?.details) ? Number(message.details.messageCount) : 0
        return { outcome: 'accepted', providerMessageId, ...(segments > 0 && { segments }) }
      }
      default:
        return unknownSuccess('Infobip', 'no_status')
    }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus('Infobip', answer)
  const { code, detail } = readError(answer)
  return refuse(answer, code, detail)
}

function refuse(answer: HttpAnswer, code: string, detail: string): SendOutcome {
  return refusal(INFOBIP_ERRORS.get(code), {
    code,
    fallback: answer.status < 300 ? 'route' : classOfStatus(answer.status),
    unknownHint: unknownHint(code, detail),
    retryAfterS: readRetryAfter(answer),
  })
}

function unknownHint(code: string, detail: string): string {
  return `Infobip’s error ${code}${detail && `: ${detail}`} (see the list of error codes in Infobip’s documentation).`
}

/** Of version 3, `{errorCode, violations}`, or of the older APIs, `{requestError}`. */
function readError(answer: HttpAnswer): { code: string; detail: string } {
  const body = readObject(answer.body)
  const [violation] = objectsOf(body?.violations)
  const field = /([A-Za-z]+)(\[\d+\])?$/.exec(String(violation?.property ?? ''))?.[1] ?? ''
  const errorCode = readCode(body?.errorCode)
  const isKnownField = INFOBIP_ERRORS.has(`${errorCode}.${field}`)
  if (errorCode !== '')
    return {
      code: isKnownField ? `${errorCode}.${field}` : errorCode,
      detail: withoutDigits(violation?.violation ?? body?.description),
    }
  const outer = isObject(body?.requestError) ? body.requestError : {}
  const inner = isObject(outer.serviceException) ? outer.serviceException : {}
  const fallback =
    answer.status === 401 || answer.status === 403 || answer.status === 429 ? `E${answer.status}` : `http_${answer.status}`
  return { code: readCode(inner.messageId) || fallback, detail: withoutDigits(inner.text) }
}

/** The log of the last 48 hours. Infobip does not say how soon a message is in it, so its absence proves nothing. */
function buildLookup(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest {
  const query = new URLSearchParams({
    destination: sms.to.replace(/^\+/, ''),
    sentSince: new Date(since.getTime() - LOOKUP_SKEW_MS).toISOString().replace('Z', '+0000'),
    limit: String(LOOKUP_LIMIT),
  })
  return { method: 'GET', url: urlOf(gateway, `/sms/3/logs?${query}`), headers: headers(gateway) }
}

function readLookup(answer: HttpAnswer, sms: OutgoingSms, since: Date): LookupOutcome {
  const results = answer.status === 200 ? objectsOf(readObject(answer.body)?.results) : []
  const oldest = since.getTime() - LOOKUP_SKEW_MS
  const found = results.find(
    ({ messageId, sentAt }) => String(messageId).startsWith(`${sms.id}.`) && !(readTime(sentAt) < oldest),
  )
  return found ? { outcome: 'found', providerMessageId: readMessageId(found.messageId) } : { outcome: 'cannot_tell' }
}

/** Infobip writes an offset without a colon, as in 2026-11-22T12:00:00.000+0000. */
function readTime(value: unknown): number {
  return Date.parse(String(value).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
}

/** https://www.infobip.com/docs/api/platform/account-management/get-account-balance */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: urlOf(gateway, '/account/1/balance'), headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && body?.balance !== undefined)
    return { outcome: 'ok', message: 'The API key and the base URL are right.' }
  const { code, detail } = readError(answer)
  // The balance has a scope of its own, account-management:manage, which a key for sending need not have.
  if (answer.status === 403)
    return {
      outcome: 'cannot_tell',
      code,
      message:
        'Infobip knows the API key, but it may not see the balance (scope account-management:manage): send a test message.',
    }
  return checkRefusal('Infobip', answer, code, INFOBIP_ERRORS.get(code)?.hint ?? unknownHint(code, detail))
}

const GROUPS = new Map<string, ReceiptStatus>([
  ['PENDING', 'accepted'],
  ['DELIVERED', 'delivered'],
  ['UNDELIVERABLE', 'failed'],
  ['EXPIRED', 'failed'],
  ['REJECTED', 'failed'],
])

/** Up to 100 reports in one call. https://www.infobip.com/docs/api/channels/sms/logs-and-status-reports/receive-outbound-sms-message-report-v3 */
function readCallback(callback: Callback): Receipt[] {
  return objectsOf(readObject(callback.body)?.results).flatMap(readReport)
}

function readReport(report: JsonObject): Receipt[] {
  const state = isObject(report.status) ? report.status : {}
  const providerMessageId = readMessageId(report.messageId)
  const providerStatus = readCode(state.name) || readCode(state.groupName)
  // The operator has it, the phone not yet, although the group says DELIVERED.
  const status = providerStatus === 'DELIVERED_TO_OPERATOR' ? 'accepted' : GROUPS.get(String(state.groupName))
  if (!status || providerMessageId === '') return []
  const messageId = readMessageId(report.callbackData)
  const segments = Number(report.messageCount)
  const money = isObject(report.price) ? report.price : {}
  // What Infobip calls a message is a segment.
  const price = readPrice(Number(money.pricePerMessage) * (segments > 0 ? segments : 1), money.currency)
  return [
    {
      providerMessageId,
      ...(messageId !== '' && { messageId }),
      status,
      providerStatus,
      ...(status === 'failed' ? errorOf(report, providerStatus) : receiptError(undefined, '', '')),
      ...(price && { price }),
      ...(segments > 0 && { segments }),
      ...(/^\d{5,6}$/.test(String(report.mccMnc)) && { network: String(report.mccMnc) }),
    },
  ]
}

function errorOf(report: JsonObject, providerStatus: string) {
  const error = isObject(report.error) ? report.error : {}
  const name = readCode(error.name)
  const code = name === '' || name === 'NO_ERROR' ? providerStatus : name
  // An unknown error of a message that has a known state is still explained by the state.
  const known = INFOBIP_ERRORS.get(code) ?? NETWORK_ERRORS.get(String(error.id)) ?? INFOBIP_ERRORS.get(providerStatus)
  return receiptError(known, code, unknownHint(code, withoutDigits(error.description)))
}

/** https://www.infobip.com/docs/api/channels/sms/inbound-sms/receive-inbound-sms-messages */
function readInbound(callback: Callback): InboundSms[] {
  return objectsOf(readObject(callback.body)?.results).flatMap(message => {
    const from = readNumber(message.from)
    const to = String(message.to ?? '')
    return from === '' || typeof message.text !== 'string' ? [] : [{ from, to: readNumber(to) || to, text: message.text }]
  })
}
