import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

/** What a request to send may meet, each with its share of all requests, from 0 to 1. */
export interface Faults {
  /** Answers after this many milliseconds. */
  lateMs?: number
  /** Takes the message and then says nothing, or tears the connection, or answers 500. */
  takenAndSilent?: number
  takenAndReset?: number
  takenAnd500?: number
  /** The same without taking it. */
  lostAndSilent?: number
  lostAndReset?: number
  lostAnd500?: number
  throttled?: number
  /** Reports each message several times, in a wrong order. */
  reportsChaos?: boolean
  /** Reports each message once, in order. */
  reports?: boolean
}

interface Taken {
  messageId: string
  sid: string
  to: string
  body: string
  at: Date
  callback: string
}

export interface SoakCarrier {
  origin: string
  accountSid: string
  authToken: string
  from: string
  faults: Faults
  /** By our own message id, which the callback's address carries. */
  taken: Map<string, Taken[]>
  /** Reports that are still under way. */
  readonly reporting: number
  forget(): void
  close(): Promise<void>
}

/** A carrier that speaks Twilio's API and misbehaves by chance. `random` decides, so that a run can be repeated. */
export async function startSoakCarrier(name: string, random: () => number): Promise<SoakCarrier> {
  const accountSid = `AC${name.padEnd(32, '0')}`
  const authToken = '0123456789abcdef0123456789abcdef'
  const from = '+15005550006'
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
  const byNumber = new Map<string, Taken[]>()
  let count = 0
  let reporting = 0

  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('error', () => undefined)
    request.on('end', () => void answer(request, response, body))
  })
  server.keepAliveTimeout = 60_000

  async function answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const url = new URL(request.url ?? '', 'http://carrier')
    if (url.pathname !== path) return reply(response, 404, { code: 20404 })
    if (request.method === 'GET')
      return reply(response, 200, { messages: list(url.searchParams.get('To') ?? ''), next_page_uri: null })
    const form = new URLSearchParams(body)
    const { faults } = carrier
    if (faults.lateMs) await sleep(faults.lateMs * (0.5 + random()))
    let chance = random()
    const meets = (share = 0) => {
      chance -= share
      return chance < 0
    }
    if (meets(faults.throttled)) return reply(response, 429, { code: 20429 }, { 'retry-after': '1' })
    if (meets(faults.lostAndSilent)) return
    if (meets(faults.lostAndReset)) return tear(request)
    if (meets(faults.lostAnd500)) return reply(response, 500, {})
    const message = take(form)
    if (meets(faults.takenAndSilent)) return
    if (meets(faults.takenAndReset)) return tear(request)
    if (meets(faults.takenAnd500)) return reply(response, 503, {})
    reply(response, 201, { sid: message.sid, status: 'queued', num_segments: '1', error_code: null })
  }

  function take(form: URLSearchParams): Taken {
    const callback = form.get('StatusCallback') ?? ''
    const messageId = /\/([^/?]+)(?:\?|$)/.exec(callback)?.[1] ?? ''
    const sid = `SM${name}${(++count).toString(16).padStart(32 - name.length, '0')}`
    const message = { messageId, sid, to: form.get('To') ?? '', body: form.get('Body') ?? '', at: new Date(), callback }
    push(carrier.taken, messageId, message)
    push(byNumber, message.to, message)
    if (carrier.faults.reports || carrier.faults.reportsChaos) void report(message)
    return message
  }

  async function report(message: Taken): Promise<void> {
    reporting++
    try {
      const statuses = carrier.faults.reportsChaos ? ['delivered', 'sent', 'delivered', 'queued', 'sent'] : ['sent', 'delivered']
      for (const status of statuses) {
        await sleep(random() * 200)
        for (let attempt = 0; attempt < 20 && !(await call(message, status)); attempt++) await sleep(500)
      }
    } finally {
      reporting--
    }
  }

  /** A provider calls again when it is not answered. */
  async function call(message: Taken, status: string): Promise<boolean> {
    const params = { MessageSid: message.sid, MessageStatus: status, AccountSid: accountSid, To: message.to, From: from }
    try {
      const answered = await fetch(message.callback, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': getExpectedTwilioSignature(authToken, message.callback, params),
        },
        body: new URLSearchParams(params).toString(),
      })
      await answered.arrayBuffer()
      return answered.ok
    } catch {
      return false
    }
  }

  function list(to: string): object[] {
    return (byNumber.get(to) ?? []).toReversed().map(({ sid, body, at }) => ({
      sid,
      body,
      direction: 'outbound-api',
      date_created: at.toUTCString(),
    }))
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const carrier: SoakCarrier = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accountSid,
    authToken,
    from,
    faults: {},
    taken: new Map(),
    get reporting() {
      return reporting
    },
    forget() {
      carrier.taken.clear()
      byNumber.clear()
    },
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
  return carrier
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function tear(request: IncomingMessage): void {
  request.socket.resetAndDestroy()
}

function reply(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers })
    .end(text)
}
