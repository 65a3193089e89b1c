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
  classOfStatus,
  isObject,
  type JsonObject,
  mayHaveBeenTaken,
  objectsOf,
  originOf,
  readCode,
  readMessageId,
  readObject,
  readPrice,
  readRetryAfter,
  refusal,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { AFRICASTALKING_CODES, AFRICASTALKING_ERRORS } from './africastalking-errors.ts'

const LABEL = 'Africa’s Talking'
const ORIGIN = 'https://api.africastalking.com'
const SANDBOX_ORIGIN = 'https://api.sandbox.africastalking.com'
const SANDBOX = 'sandbox'
/** 100 Processed, 101 Sent, 102 Queued. */
const TAKEN = new Set([100, 101, 102])

const E164 = /^\+[1-9]\d{6,14}$/
const SENDER = /^([A-Za-z0-9 ._-]{1,11}|\+?\d{3,15})$/

/** Africa's Talking, for networks all over Africa. https://developers.africastalking.com/docs/sms/sending/bulk */
export const africastalking: HttpProvider = {
  id: 'africastalking',
  label: LABEL,
  docs: 'https://developers.africastalking.com/docs/sms/sending/bulk',
  kind: 'http',
  fields: {
    from: {
      label: 'Sender ID or short code',
      help: 'As it is registered in your account. Empty: the shared sender AFRICASTKNG, where the network takes it.',
      required: false,
    },
    account_sid: {
      label: 'Username',
      help: 'The username of the app in the dashboard; sandbox for the sandbox.',
      required: true,
    },
    auth_token: {
      label: 'API key',
      help: 'In the dashboard under Settings, API Key. The sandbox has a key of its own.',
      required: true,
    },
    base_url: { label: 'Base URL', help: 'Leave empty for Africa’s Talking itself.', required: false },
  },
  options: [],
  problems,
  warnings,
  buildSend,
  readSend,
  buildCheck,
  readCheck,
  signing: 'never',
  readCallback,
  readInbound,
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  if (gateway.from !== '' && !SENDER.test(gateway.from))
    add('from', 'A sender ID has up to 11 letters and digits; a short code or number has digits only.')
  if (/[\s@]/.test(gateway.account_sid))
    add(
      'account_sid',
      'This is not a username of an app: it is shown in the dashboard beside the app’s name, without spaces and @.',
    )
  if (/\s/.test(gateway.auth_token)) add('auth_token', 'The API key has spaces or line breaks in it: copy it again.')
  add('base_url', problemOfBaseUrl(gateway))
  return found
}

function problemOfBaseUrl({ base_url, account_sid }: OpenGateway): string | undefined {
  if (/\/version1(\/|$)/.test(base_url))
    return 'Only the address goes here, without /version1: leave it empty for Africa’s Talking itself.'
  const host = URL.parse(base_url)?.hostname
  if (host === new URL(SANDBOX_ORIGIN).hostname && account_sid !== SANDBOX)
    return 'The sandbox knows only the username sandbox: put that in, or leave the base URL empty.'
  if (host === new URL(ORIGIN).hostname && account_sid === SANDBOX)
    return 'The username sandbox goes with the sandbox: leave the base URL empty.'
  return baseUrlProblem(base_url, ORIGIN)
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (gateway.account_sid === SANDBOX)
    found.push('This is the sandbox: messages appear in Africa’s Talking’s own simulator and on no phone.')
  else if (gateway.from === '')
    found.push('Without a sender of your own, many networks drop or delay messages: register a sender ID with Africa’s Talking.')
  return found
}

function urlOf(gateway: OpenGateway, path: string): string {
  return `${originOf(gateway.base_url, gateway.account_sid === SANDBOX ? SANDBOX_ORIGIN : ORIGIN)}/version1/${path}`
}

function headers(gateway: OpenGateway): Record<string, string> {
  return { apikey: gateway.auth_token, accept: 'application/json' }
}

/** A validity or a callback address of one message is not known to Africa's Talking; receipts go where the dashboard says. */
function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const form = new URLSearchParams({ username: gateway.account_sid, to: sms.to, message: sms.text, bulkSMSMode: '1' })
  if (gateway.from !== '') form.set('from', gateway.from)
  return {
    method: 'POST',
    url: urlOf(gateway, 'messaging'),
    headers: { ...headers(gateway), 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

/** What became of a message is in the body, under 201 as under 409. */
function readSend(answer: HttpAnswer): SendOutcome {
  const data = readObject(answer.body)?.SMSMessageData
  const [recipient] = isObject(data) ? objectsOf(data.Recipients) : []
  if (recipient) return readRecipient(recipient)
  // Where nobody was sent to, the reason stands alone in the message.
  const reason = isObject(data) ? readCode(data.Message) : ''
  if (AFRICASTALKING_ERRORS.has(reason)) return refuse(reason, answer)
  if (answer.status >= 200 && answer.status < 300) return unknownSuccess(LABEL, 'no_recipient')
  if (mayHaveBeenTaken(answer)) return unknownStatus(LABEL, answer)
  const detail = /^\s*[<{[]/.test(answer.body) ? '' : withoutDigits(answer.body)
  return refusal(undefined, {
    code: `http_${answer.status}`,
    fallback: classOfStatus(answer.status),
    unknownHint:
      answer.status === 401
        ? 'Africa’s Talking refuses the username or API key: copy both again; the sandbox has a key of its own.'
        : `Africa’s Talking refused the message (http_${answer.status})${detail && `: ${detail}`}.`,
    retryAfterS: readRetryAfter(answer),
  })
}

function readRecipient(recipient: JsonObject): SendOutcome {
  const code = Number(recipient.statusCode)
  if (!TAKEN.has(code)) {
    const word = AFRICASTALKING_CODES.get(code)
    return word === undefined ? unknownSuccess(LABEL, `status_${readCode(code)}`) : refuse(word)
  }
  const id = readMessageId(recipient.messageId)
  if (id === '' || id === 'None') return unknownSuccess(LABEL)
  const [currency, amount] = typeof recipient.cost === 'string' ? recipient.cost.split(' ') : []
  const price = readPrice(amount, currency)
  const segments = Number(recipient.messageParts)
  return { outcome: 'accepted', providerMessageId: id, ...(segments > 0 && { segments }), ...(price && { price }) }
}

function refuse(code: string, answer?: HttpAnswer): SendOutcome {
  const unknownHint = `Africa’s Talking refused the message (${code}).`
  const retryAfterS = answer && readRetryAfter(answer)
  return refusal(AFRICASTALKING_ERRORS.get(code), { code, fallback: 'route', unknownHint, retryAfterS })
}

/** https://developers.africastalking.com/docs/application */
function buildCheck(gateway: OpenGateway): HttpRequest {
  const query = new URLSearchParams({ username: gateway.account_sid })
  return { method: 'GET', url: `${urlOf(gateway, 'user')}?${query}`, headers: headers(gateway) }
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const data = answer.status === 200 ? readObject(answer.body)?.UserData : undefined
  if (isObject(data)) {
    const balance = typeof data.balance === 'string' && /^[A-Z]{3} -?[\d.]{1,20}$/.test(data.balance) ? data.balance : ''
    return { outcome: 'ok', message: `The username and API key are right.${balance && ` The balance is ${balance}.`}` }
  }
  const code = `http_${answer.status}`
  if (answer.status === 401 || answer.status === 403)
    return { outcome: 'refused', code, message: 'Africa’s Talking refuses the username or API key: copy both again.' }
  return { outcome: 'cannot_tell', code, message: `Africa’s Talking answered ${answer.status}: try again in a moment.` }
}

const RECEIPT_STATUSES = new Map<string, ReceiptStatus>([
  ['Sent', 'accepted'],
  ['Submitted', 'accepted'],
  ['Buffered', 'accepted'],
  ['Success', 'delivered'],
  ['Rejected', 'failed'],
  ['Failed', 'failed'],
  ['AbsentSubscriber', 'failed'],
  ['Expired', 'failed'],
])

const NO_REASON = 'The message did not reach the phone and the network gives no reason: the guest can ask for another code.'

/** https://developers.africastalking.com/docs/sms/notifications */
function readCallback(callback: Callback): Receipt[] {
  const form = new URLSearchParams(callback.body)
  const providerMessageId = readMessageId(form.get('id'))
  const providerStatus = form.get('status') ?? ''
  const status = RECEIPT_STATUSES.get(providerStatus)
  if (!status || providerMessageId === '') return []
  const network = /^\d{5,6}$/.exec(form.get('networkCode') ?? '')?.[0]
  const errorCode = status === 'failed' ? readCode(form.get('failureReason')) || providerStatus : ''
  const known = AFRICASTALKING_ERRORS.get(errorCode)
  return [
    {
      providerMessageId,
      status,
      providerStatus,
      errorCode,
      errorMessage: status === 'failed' ? (known?.hint ?? NO_REASON) : '',
      errorClass: known?.class ?? '',
      ...(known?.isOptOut && { isOptOut: true }),
      ...(network && { network }),
    },
  ]
}

/** A text, or the notice that a phone was taken off a sender's list (senderId and phoneNumber), which counts as STOP. */
function readInbound(callback: Callback): InboundSms[] {
  const form = new URLSearchParams(callback.body)
  const optedOut = form.get('phoneNumber') ?? ''
  const sender = form.get('senderId')
  if (sender !== null && E164.test(optedOut)) return [{ from: optedOut, to: sender, text: 'STOP' }]
  const [from, to, text] = [form.get('from') ?? '', form.get('to') ?? '', form.get('text') ?? '']
  return E164.test(from) ? [{ from, to, text }] : []
}
