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
  basicAuth,
  classOfStatus,
  isPublicUrl,
  mayHaveBeenTaken,
  objectsOf,
  originOf,
  type ProviderError,
  readMessageId,
  readObject,
  readPrice,
  readRetryAfter,
  refusal,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'

const LABEL = '46elks'
const ORIGIN = 'https://api.46elks.com'
/** Costs and balances come in ten-thousandths of the account's currency. https://46elks.com/docs/send-sms */
const COST_PER_UNIT = 10_000
/** Fits into the 64 KiB of an answer that are read; 46elks gives at most 100. */
const LOOKUP_PAGE_SIZE = 50
/** How far our clock may be off theirs: half the shortest time between two sends of the same text, which is 30 s. */
const LOOKUP_SKEW_MS = 15_000

const E164 = /^\+[1-9]\d{6,14}$/
const SENDER_ID = /^[A-Za-z][A-Za-z0-9]{2,10}$/

const CURRENCY: OptionField = {
  name: 'currency',
  label: 'Currency of the account',
  help: 'Three letters, as in SEK or EUR. 46elks reports what a message cost without saying in what: with this it is written down.',
  type: 'text',
  required: false,
}

/** 46elks, a Swedish SMS service. https://46elks.com/docs/send-sms */
export const elks46: HttpProvider = {
  id: '46elks',
  label: LABEL,
  docs: 'https://46elks.com/docs/send-sms',
  kind: 'http',
  fields: {
    from: {
      label: 'From',
      help: 'A number of yours at 46elks (+46700000000), or a name of 3 to 11 letters and digits that begins with a letter.',
      required: true,
    },
    account_sid: { label: 'API username', help: 'Begins with u; on the account page of the 46elks dashboard.', required: true },
    auth_token: { label: 'API password', help: 'Beside the API username.', required: true },
    base_url: { label: 'Base URL', help: 'Leave empty for 46elks itself.', required: false },
  },
  options: [CURRENCY],
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
  add('from', problemOfFrom(gateway.from))
  if (/[\s@]/.test(gateway.account_sid))
    add('account_sid', 'This is not the API username, which is u and 32 letters and digits: copy it from the 46elks dashboard.')
  if (/\s/.test(gateway.auth_token)) add('auth_token', 'The API password has spaces or line breaks in it: copy it again.')
  add('base_url', baseUrlProblem(gateway.base_url, ORIGIN))
  if (!/^([A-Za-z]{3})?$/.test(textOption(gateway, CURRENCY)))
    add('options.currency', 'A currency is three letters, as in SEK, EUR or USD.')
  return found
}

function problemOfFrom(from: string): string | undefined {
  if (from === '' || E164.test(from) || SENDER_ID.test(from)) return undefined
  return /^\+?[\d\s().-]+$/.test(from)
    ? 'Write the number with a plus, the country code and digits only, as in +46700000000.'
    : 'A sender name at 46elks is 3 to 11 letters (a to z) and digits without spaces, and begins with a letter.'
}

function warnings(gateway: OpenGateway): string[] {
  const found = SENDER_ID.test(gateway.from)
    ? ['Guests cannot reply to a sender name, and some countries want it registered first: a number can be replied to.']
    : []
  return found
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { authorization: basicAuth(gateway.account_sid, gateway.auth_token), accept: 'application/json' }
}

function smsUrl(gateway: OpenGateway): string {
  return `${originOf(gateway.base_url, ORIGIN)}/a1/sms`
}

/** 46elks chooses the encoding by the text, and takes neither a validity nor a reference of ours. */
function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const form = new URLSearchParams({ from: gateway.from, to: sms.to, message: sms.text })
  if (gateway.base_url !== '' || isPublicUrl(sms.callbackUrl)) form.set('whendelivered', sms.callbackUrl)
  return {
    method: 'POST',
    url: smsUrl(gateway),
    headers: { ...headers(gateway), 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

interface KnownText {
  begins: RegExp
  code: string
  error: ProviderError
}

/**
 * 46elks answers a refusal with a sentence and publishes no list of them. These are the ones that its clients handle
 * (https://github.com/hugojosefson/46elks-api-suggestion); any other sentence has the safe default.
 */
const TEXTS: KnownText[] = [
  {
    begins: /^"?Invalid to number/i,
    code: 'invalid_to',
    error: { class: 'recipient', hint: 'The number does not exist or cannot get SMS: the guest has to correct it.' },
  },
  {
    begins: /^"?Invalid from number/i,
    code: 'invalid_from',
    error: {
      class: 'configuration',
      hint: 'From is not a number of this 46elks account, and no valid name: see Numbers in the 46elks dashboard.',
    },
  },
  {
    begins: /^"?Not enough credits/i,
    code: 'not_enough_credits',
    error: { class: 'configuration', hint: 'The 46elks account is out of credits: fill it up in the 46elks dashboard.' },
  },
  {
    begins: /^"?Too long /i,
    code: 'too_long',
    error: { class: 'content', hint: 'The text or the sender is too long for 46elks: shorten the template or the sender.' },
  },
  {
    begins: /^"?(Missing key|Key .{1,40} missing)/i,
    code: 'missing_key',
    error: { class: 'configuration', hint: 'A setting is missing: fill in From, the API username and the API password.' },
  },
]

function readSend(answer: HttpAnswer, gateway: OpenGateway): SendOutcome {
  if (answer.status >= 200 && answer.status < 300) {
    const body = readObject(answer.body)
    const id = readMessageId(body?.id)
    if (id === '') return unknownSuccess(LABEL)
    if (body?.status === 'failed') return refused('status_failed', undefined, 'route', '')
    const price = readCost(body?.cost, gateway)
    const segments = Number(body?.parts)
    return { outcome: 'accepted', providerMessageId: id, ...(segments > 0 && { segments }), ...(price && { price }) }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus(LABEL, answer)
  const known = TEXTS.find(({ begins }) => begins.test(answer.body))
  // 46elks says 403 to whatever is wrong with a message; only 401 is about the credentials.
  const fallback = answer.status === 403 ? 'route' : classOfStatus(answer.status)
  const detail = /^\s*[<{[]/.test(answer.body) ? '' : withoutDigits(answer.body)
  return refused(known?.code ?? `http_${answer.status}`, known?.error, fallback, detail, readRetryAfter(answer))
}

function refused(
  code: string,
  known: ProviderError | undefined,
  fallback: ProviderError['class'],
  detail: string,
  retryAfterS?: number,
): SendOutcome {
  const unknownHint =
    code === 'http_401'
      ? '46elks refuses the API username or API password: copy both again from the 46elks dashboard.'
      : `46elks refused the message (${code})${detail && `: ${detail}`}. See the history in the 46elks dashboard.`
  return refusal(known, { code, fallback, unknownHint, retryAfterS })
}

function readCost(cost: unknown, gateway: OpenGateway) {
  return typeof cost === 'number' ? readPrice(cost / COST_PER_UNIT, textOption(gateway, CURRENCY)) : undefined
}

/** https://46elks.com/docs/sms-history: there is no reference of ours in it, so all that went to the number since. */
function buildLookup(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest {
  const end = new Date(since.getTime() - LOOKUP_SKEW_MS).toISOString().replace('Z', '000')
  const query = new URLSearchParams({ to: sms.to, end, limit: String(LOOKUP_PAGE_SIZE) })
  return { method: 'GET', url: `${smsUrl(gateway)}?${query}`, headers: headers(gateway) }
}

function readLookup(answer: HttpAnswer, sms: OutgoingSms, since: Date): LookupOutcome {
  const body = answer.status === 200 ? readObject(answer.body) : undefined
  if (!Array.isArray(body?.data)) return { outcome: 'cannot_tell' }
  const oldest = since.getTime() - LOOKUP_SKEW_MS
  let isCertain = body.next == null
  let newest = { at: 0, id: '' }
  for (const message of objectsOf(body.data)) {
    if (message.direction === 'incoming') continue
    // Times are UTC and do not say so.
    const at = Date.parse(`${String(message.created).replace(/Z$/, '')}Z`)
    if (at < oldest) continue
    // An account can have its texts left out of the history.
    if (Number.isNaN(at) || typeof message.message !== 'string' || message.message === '') isCertain = false
    else if (oneLine(message.message) === oneLine(sms.text) && at >= newest.at) newest = { at, id: readMessageId(message.id) }
  }
  if (newest.id !== '') return { outcome: 'found', providerMessageId: newest.id }
  return { outcome: isCertain ? 'not_found' : 'cannot_tell' }
}

/** A service may write the ends of lines in its own way. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** https://46elks.com/docs/get-account */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return { method: 'GET', url: `${originOf(gateway.base_url, ORIGIN)}/a1/me`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && readMessageId(body?.id) !== '') {
    const balance = typeof body?.balance === 'number' ? body.balance / COST_PER_UNIT : undefined
    const currency = typeof body?.currency === 'string' && /^[A-Z]{3}$/.test(body.currency) ? ` ${body.currency}` : ''
    return {
      outcome: 'ok',
      message: `The credentials are right.${balance === undefined ? '' : ` The balance is ${balance.toFixed(2)}${currency}.`}`,
    }
  }
  const code = `http_${answer.status}`
  if (answer.status === 401 || answer.status === 403)
    return { outcome: 'refused', code, message: '46elks refuses the API username or API password: copy both again.' }
  return { outcome: 'cannot_tell', code, message: `46elks answered ${answer.status}: try again in a moment.` }
}

/** https://46elks.com/docs/sms-delivery-reports */
const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['created', 'accepted'],
  ['sent', 'accepted'],
  ['delivered', 'delivered'],
  ['failed', 'failed'],
])

function readCallback(callback: Callback): Receipt[] {
  const form = new URLSearchParams(callback.body)
  const providerMessageId = readMessageId(form.get('id'))
  const providerStatus = form.get('status') ?? ''
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!status || providerMessageId === '') return []
  const errorMessage =
    status === 'failed' ? 'The message did not reach the phone; 46elks gives no reason. The guest can ask for another code.' : ''
  return [{ providerMessageId, status, providerStatus, errorCode: '', errorMessage, errorClass: '' }]
}

/** https://46elks.com/docs/receive-sms */
function readInbound(callback: Callback): InboundSms[] {
  const form = new URLSearchParams(callback.body)
  const [from, to, text] = [form.get('from') ?? '', form.get('to') ?? '', form.get('message') ?? '']
  return E164.test(from) ? [{ from, to, text }] : []
}
