import type { FieldError } from '../../errors.ts'
import { textOption } from '../gateway-problems.ts'
import type {
  Callback,
  CheckOutcome,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  OpenGateway,
  OptionField,
  OutgoingSms,
  Receipt,
  ReceiptStatus,
  SendOutcome,
} from '../provider.ts'
import {
  baseUrlProblem,
  classOfStatus,
  type ErrorClass,
  mayHaveBeenTaken,
  type ProviderError,
  readCode,
  readMessageId,
  readRetryAfter,
  refusal,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'

const LABEL = 'Kannel'
const SENDSMS_PATH = '/cgi-bin/sendsms'
/** Delivered or not to the phone (1, 2), queued at the SMSC (4), taken or not by it (8, 16). */
const ALL_REPORTS = '31'

const METHOD: OptionField = {
  name: 'method',
  label: 'Method',
  help: 'POST keeps the password and the text out of addresses, which proxies log. GET for services that only imitate Kannel.',
  type: 'choice',
  choices: [
    { value: 'POST', label: 'POST' },
    { value: 'GET', label: 'GET' },
  ],
  default: 'POST',
  required: false,
}

const SMSC: OptionField = {
  name: 'smsc',
  label: 'SMSC',
  help: 'The smsc-id to send through, where Kannel has several. Empty: Kannel chooses.',
  type: 'text',
  required: false,
}

/** Kannel's smsbox, and what speaks its sendsms. https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html#sendsms-user */
export const kannel: HttpProvider = {
  id: 'kannel',
  label: LABEL,
  docs: 'https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html',
  kind: 'http',
  fields: {
    from: {
      label: 'From',
      help: 'The sender. Empty: the default-sender of the sendsms-user, or the global-sender.',
      required: false,
    },
    account_sid: { label: 'Username', help: 'The username of a sendsms-user group in kannel.conf.', required: true },
    auth_token: { label: 'Password', help: 'The password of that sendsms-user.', required: true },
    base_url: {
      label: 'Address of smsbox',
      help: 'With its sendsms-port, as in http://10.0.0.5:13013. With a path where sendsms-url is not /cgi-bin/sendsms.',
      required: true,
    },
  },
  options: [METHOD, SMSC],
  problems,
  warnings: () => [],
  buildSend,
  readSend,
  buildCheck,
  readCheck,
  signing: 'never',
  readCallback,
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  for (const field of ['account_sid', 'auth_token'] as const)
    if (/\s/.test(gateway[field])) add(field, 'It has spaces or line breaks in it: copy it again from kannel.conf.')
  if (/[\r\n]/.test(gateway.from)) add('from', 'The sender is one line.')
  if (/\s/.test(textOption(gateway, SMSC))) add('options.smsc', 'An smsc-id has no spaces: copy it from kannel.conf.')
  add('base_url', baseUrlProblem(gateway.base_url, 'http://10.0.0.5:13013'))
  return found
}

function sendsmsUrl(gateway: OpenGateway): URL {
  const url = new URL(gateway.base_url)
  if (url.pathname === '/') url.pathname = SENDSMS_PATH
  return url
}

/** Each setting by its name in the query; in a POST it is a header of almost the same name. */
const HEADERS: Record<string, string> = {
  username: 'x-kannel-username',
  password: 'x-kannel-password',
  from: 'x-kannel-from',
  to: 'x-kannel-to',
  coding: 'x-kannel-coding',
  validity: 'x-kannel-validity',
  smsc: 'x-kannel-smsc',
  'dlr-mask': 'x-kannel-dlr-mask',
  'dlr-url': 'x-kannel-dlr-url',
}

function request(gateway: OpenGateway, settings: Record<string, string>, text: string): HttpRequest {
  const url = sendsmsUrl(gateway)
  const given = Object.entries(settings).filter(([, value]) => value !== '')
  // A header holds no other letters.
  const canBeHeaders = given.every(([, value]) => /^[\x20-\x7e]+$/.test(value))
  if (textOption(gateway, METHOD) === 'POST' && canBeHeaders)
    return {
      method: 'POST',
      url: url.href,
      headers: {
        ...Object.fromEntries(given.map(([name, value]) => [HEADERS[name] ?? name, value])),
        'content-type': 'text/plain; charset=UTF-8',
      },
      body: text,
    }
  url.search = new URLSearchParams({ ...Object.fromEntries(given), charset: 'UTF-8', text }).toString()
  return { method: 'GET', url: url.href, headers: {} }
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const settings = {
    username: gateway.account_sid,
    password: gateway.auth_token,
    from: gateway.from,
    to: sms.to,
    coding: sms.encoding === 'UCS-2' ? '2' : '0',
    // In minutes, and never none, which would be without end.
    validity: String(Math.max(1, Math.floor(sms.validityS / 60))),
    smsc: textOption(gateway, SMSC),
    'dlr-mask': ALL_REPORTS,
    'dlr-url': dlrUrl(sms),
  }
  return request(gateway, settings, sms.text)
}

/** Kannel fills in %d and %D. Not %A, the SMSC's own words: they can quote the text, and an address ends up in logs. */
function dlrUrl(sms: OutgoingSms): string {
  const callbackUrl = sms.callbackUrl.replaceAll('%', '%%')
  return `${callbackUrl}${callbackUrl.includes('?') ? '&' : '?'}id=${encodeURIComponent(sms.id)}&status=%d&meta=%D`
}

interface KnownText {
  text: string
  code: string
  error: ProviderError
}

const DENIED = 'Kannel’s white or black lists keep this number out: see white-list and black-list in kannel.conf.'

/** What smsbox says when it does not take a message: gw/smsbox.c of Kannel 1.4.5. */
const TEXTS: KnownText[] = [
  {
    text: 'Authorization failed',
    code: 'authorization_failed',
    error: {
      class: 'configuration',
      hint: 'Kannel refuses the username or password, or this server’s address: see the sendsms-user in kannel.conf.',
    },
  },
  {
    text: 'Not routable',
    code: 'not_routable',
    error: {
      class: 'route',
      hint: 'No SMSC of Kannel’s takes this number: see allowed-prefix and denied-prefix in kannel.conf.',
    },
  },
  { text: 'Number(s) has/have been denied', code: 'denied', error: { class: 'route', hint: DENIED } },
  {
    text: 'Temporal failure',
    code: 'temporal_failure',
    error: {
      class: 'unavailable',
      hint: 'Kannel cannot take messages at the moment: is bearerbox running, and its queue not full?',
    },
  },
  {
    text: 'Sender missing',
    code: 'sender_missing',
    error: { class: 'configuration', hint: 'Kannel wants a sender: fill in From, or set default-sender in kannel.conf.' },
  },
  {
    text: 'Invalid content-type',
    code: 'invalid_content_type',
    error: { class: 'configuration', hint: 'This service does not take messages by POST: choose GET.' },
  },
  {
    text: 'Charset or body misformed',
    code: 'misformed',
    error: { class: 'content', hint: 'Kannel cannot write the text in the alphabet of an SMS: reword the template.' },
  },
  {
    text: 'Unknown request',
    code: 'unknown_request',
    error: {
      class: 'configuration',
      hint: 'Nothing listens at this path: see sendsms-url in kannel.conf, and put the path into the address.',
    },
  },
]

const TAKEN = /^\s*(?:[03]: |Sent\.)/
/** Later versions than 1.4.5 name the message. */
const TAKEN_WITH_ID = /^\s*[03]: [^:\n]{1,60}: ([\w-]{1,64})\s*$/

/** Kannel 1.4.5 gives no id, so ours stands for it. */
function readSend(answer: HttpAnswer): SendOutcome {
  if (answer.status >= 200 && answer.status < 300) {
    if (!TAKEN.test(answer.body)) return unknownSuccess(LABEL, 'no_acceptance')
    return { outcome: 'accepted', providerMessageId: TAKEN_WITH_ID.exec(answer.body)?.[1] ?? '' }
  }
  const known = TEXTS.find(({ text }) => answer.body.trimStart().startsWith(text))
  if (!known && mayHaveBeenTaken(answer)) return unknownStatus(LABEL, answer)
  const code = known?.code ?? `http_${answer.status}`
  const detail = /^\s*[<{[]/.test(answer.body) ? '' : withoutDigits(answer.body.split('\n')[0])
  return refusal(known?.error, {
    code,
    fallback: classOfStatus(answer.status),
    unknownHint: `Kannel refused the message (${code})${detail && `: ${detail}`}. See the log of smsbox.`,
    retryAfterS: readRetryAfter(answer),
  })
}

/** A message without a receiver: Kannel looks at the password first, and then at what is missing. */
function buildCheck(gateway: OpenGateway): HttpRequest {
  return request(gateway, { username: gateway.account_sid, password: gateway.auth_token }, 'x')
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const code = `http_${answer.status}`
  if (answer.status === 400 && /^Missing receiver/.test(answer.body))
    return {
      outcome: 'ok',
      message: 'Kannel takes the username and password. Whether its SMSC is connected only a test message shows.',
    }
  const known = TEXTS.find(({ text, error }) => error.class === 'configuration' && answer.body.startsWith(text))
  if (known) return { outcome: 'refused', code: known.code, message: known.error.hint }
  return {
    outcome: 'cannot_tell',
    code,
    message: `What answers at this address (${answer.status}) does not speak as Kannel does: send a test message.`,
  }
}

interface Report {
  status: ReceiptStatus
  hint: string
  errorClass: ErrorClass | ''
}

const ON_ITS_WAY: Report = { status: 'accepted', hint: '', errorClass: '' }
const UNDELIVERED: Report = {
  status: 'failed',
  hint: 'The message did not reach the phone: it is off, out of reach, or not in use. The guest can ask for another code.',
  errorClass: '',
}

const REPORTS = new Map<string, Report>([
  ['1', { status: 'delivered', hint: '', errorClass: '' }],
  ['2', UNDELIVERED],
  ['4', ON_ITS_WAY],
  ['8', ON_ITS_WAY],
  ['12', ON_ITS_WAY],
  [
    '16',
    {
      status: 'failed',
      hint: 'The SMSC did not take the message from Kannel: see the log of bearerbox for its reason.',
      errorClass: 'route',
    },
  ],
  // Expired, and unknown to the SMSC: from Kannel 1.5 on.
  ['34', UNDELIVERED],
  ['66', UNDELIVERED],
])

/** A GET to the dlr-url, where Kannel has put the state and, over SMPP, the network's error into its metadata. */
function readCallback(callback: Callback): Receipt[] {
  const query = URL.parse(callback.url)?.searchParams
  const id = readMessageId(query?.get('id'))
  const providerStatus = query?.get('status') ?? ''
  const report = REPORTS.get(providerStatus)
  if (!report || id === '') return []
  const hasFailed = report.status === 'failed'
  return [
    {
      providerMessageId: id,
      messageId: id,
      status: report.status,
      providerStatus,
      errorCode: hasFailed ? readCode(/[?&]dlr_err=([^&?]*)/.exec(query?.get('meta') ?? '')?.[1]) : '',
      errorMessage: report.hint,
      errorClass: report.errorClass,
    },
  ]
}
