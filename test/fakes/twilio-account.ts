import { randomBytes } from 'node:crypto'

const BODY_CHARACTERS_MAX = 1_600
const VALIDITY_MAX_S = 36_000
const CALLBACK_URL_LENGTH_MAX = 4_000
const E164 = /^\+[1-9]\d{6,14}$/
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/

/** https://www.twilio.com/docs/iam/test-credentials */
const MAGIC_FROM = new Map([
  ['+15005550001', 21212],
  ['+15005550007', 21606],
  ['+15005550008', 21611],
])
const MAGIC_TO = new Map([
  ['+15005550001', 21211],
  ['+15005550002', 21612],
  ['+15005550003', 21408],
  ['+15005550004', 21610],
  ['+15005550009', 21614],
])

export type MessageStatus =
  | 'queued'
  | 'accepted'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'read'
  | 'canceled'

export interface FakeMessage {
  sid: string
  to: string
  from: string | null
  serviceSid: string | null
  body: string
  status: MessageStatus
  errorCode: number | null
  statusCallback: string | undefined
  validityS: number | undefined
  createdAt: Date
  sentAt: Date | null
  /** When the request was complete, on the scale of performance.now(). */
  at: number
}

export interface FakeAccountOptions {
  accountSid?: string
  authToken?: string
  /** Senders that belong to the account. */
  numbers?: string[]
  services?: string[]
  now?: () => Date
  /** Put before each text, as a trial account does. */
  prefix?: string
}

export type FakeAccount = ReturnType<typeof openFakeAccount>

/** A Twilio account without its server: what it refuses, what it keeps, and how it writes that down. */
export function openFakeAccount(options: FakeAccountOptions) {
  const accountSid = options.accountSid ?? 'AC00000000000000000000000000000001'
  const authToken = options.authToken ?? '0123456789abcdef0123456789abcdef'
  const numbers = new Set(options.numbers ?? ['+15005550006', '+15550100100'])
  const services = new Set(options.services ?? ['MG00000000000000000000000000000001'])
  const now = options.now ?? (() => new Date())
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const path = `/2010-04-01/Accounts/${accountSid}/Messages`
  const messages: FakeMessage[] = []
  const bySid = new Map<string, FakeMessage>()
  const byNumber = new Map<string, FakeMessage[]>()

  /** Twilio's error code for a message that it refuses. */
  function refusalOf(form: URLSearchParams): number | undefined {
    const to = form.get('To') ?? ''
    const from = form.get('From') ?? ''
    const service = form.get('MessagingServiceSid')
    if (to === '') return 21604
    if (from === '' && !service) return 21603
    if (!E164.test(to)) return 21211
    if (MAGIC_TO.has(to)) return MAGIC_TO.get(to)
    if (MAGIC_FROM.has(from)) return MAGIC_FROM.get(from)
    if (service && !services.has(service)) return 21705
    if (from !== '' && !numbers.has(from)) {
      if (!SENDER_ID.test(from)) return 21606
      if (to.startsWith('+1')) return 21612
    }
    const body = form.get('Body') ?? ''
    if (body === '') return 21602
    if (body.length > BODY_CHARACTERS_MAX) return 21617
    const validity = form.get('ValidityPeriod') ?? '1'
    if (!/^\d+$/.test(validity) || Number(validity) < 1 || Number(validity) > VALIDITY_MAX_S) return 21624
    const callback = form.get('StatusCallback')
    return callback === null || isCallbackUrl(callback) ? undefined : 21609
  }

  function take(form: URLSearchParams, at: number): FakeMessage {
    const serviceSid = form.get('MessagingServiceSid')
    const message: FakeMessage = {
      sid: `SM${randomBytes(16).toString('hex')}`,
      to: form.get('To') ?? '',
      from: form.get('From'),
      serviceSid,
      body: (options.prefix ?? '') + (form.get('Body') ?? ''),
      status: serviceSid ? 'accepted' : 'queued',
      errorCode: null,
      statusCallback: form.get('StatusCallback') ?? undefined,
      validityS: form.has('ValidityPeriod') ? Number(form.get('ValidityPeriod')) : undefined,
      createdAt: now(),
      sentAt: null,
      at,
    }
    messages.push(message)
    bySid.set(message.sid, message)
    const same = byNumber.get(message.to)
    if (same) same.push(message)
    else byNumber.set(message.to, [message])
    return message
  }

  function setStatus(message: FakeMessage, status: MessageStatus, errorCode: number | undefined): void {
    message.status = status
    message.errorCode = errorCode ?? null
    if (status === 'sent' || status === 'delivered') message.sentAt ??= now()
  }

  function document(message: FakeMessage, when: 'created' | 'read') {
    const uri = `${path}/${message.sid}`
    return {
      body: message.body,
      num_segments: message.serviceSid && when === 'created' ? '0' : String(Math.ceil(message.body.length / 160)),
      direction: 'outbound-api',
      from: message.from,
      date_updated: rfc2822(message.sentAt ?? message.createdAt),
      price: when === 'read' && message.status === 'delivered' ? '-0.00790' : null,
      error_message: null,
      uri: `${uri}.json`,
      account_sid: accountSid,
      num_media: '0',
      to: message.to,
      date_created: rfc2822(message.createdAt),
      status: message.status,
      sid: message.sid,
      date_sent: message.sentAt && rfc2822(message.sentAt),
      messaging_service_sid: message.serviceSid,
      error_code: message.errorCode,
      price_unit: 'USD',
      api_version: '2010-04-01',
      subresource_uris: { media: `${uri}/Media.json` },
    }
  }

  /** Newest first, in pages. */
  function list(query: URLSearchParams) {
    const [to, from] = [query.get('To'), query.get('From')]
    const [on, since, until] = [query.get('DateSent'), query.get('DateSent>'), query.get('DateSent<')]
    const size = Math.min(Math.max(Number(query.get('PageSize') ?? 50), 1), 1_000)
    const page = Number(query.get('Page') ?? 0)
    const found = ((to ? byNumber.get(to) : messages) ?? []).filter(message => {
      if (from && message.from !== from) return false
      const day = message.sentAt?.toISOString().slice(0, 10)
      if (day === undefined) return !(on || since || until)
      return !((on && day !== on) || (since && day < since) || (until && day > until))
    })
    const rows = found.toReversed().slice(page * size, (page + 1) * size)
    const uri = (number: number) => {
      query.set('PageSize', String(size))
      query.set('Page', String(number))
      return `${path}.json?${query}`
    }
    return {
      first_page_uri: uri(0),
      end: Math.max(page * size + rows.length - 1, 0),
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      messages: rows.map(message => document(message, 'read')),
      uri: uri(page),
      page_size: size,
      start: page * size,
      next_page_uri: (page + 1) * size < found.length ? uri(page + 1) : null,
      page,
    }
  }

  /** The parameters of a status callback. */
  function callbackParams(message: FakeMessage, status: MessageStatus, errorCode: number | undefined): Record<string, string> {
    const failed = status === 'undelivered' || status === 'failed'
    return {
      ...(failed && errorCode !== undefined && { ErrorCode: String(errorCode) }),
      ...((failed || status === 'delivered') && { RawDlrDoneDate: '2611221530' }),
      SmsSid: message.sid,
      SmsStatus: status,
      MessageStatus: status,
      To: message.to,
      ...(message.serviceSid && { MessagingServiceSid: message.serviceSid }),
      MessageSid: message.sid,
      AccountSid: accountSid,
      From: message.from ?? [...numbers][0] ?? '',
      ApiVersion: '2010-04-01',
    }
  }

  return {
    accountSid,
    authToken,
    from: [...numbers][0] ?? '',
    authorization,
    path,
    messages,
    bySid,
    byNumber,
    refusalOf,
    take,
    setStatus,
    document,
    list,
    callbackParams,
  }
}

function isCallbackUrl(text: string): boolean {
  const url = URL.parse(text)
  return /^https?:$/.test(url?.protocol ?? '') && !url?.hostname.includes('_') && text.length <= CALLBACK_URL_LENGTH_MAX
}

function rfc2822(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000')
}
