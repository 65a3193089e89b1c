import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { Agent, request } from 'undici'
import { type FakeAccountOptions, type FakeMessage, type MessageStatus, openFakeAccount } from './twilio-account.ts'

const ERROR_MESSAGES = new Map([
  [20003, 'Authenticate'],
  [20404, 'The requested resource was not found'],
  [20429, 'Too Many Requests'],
  [21211, "The 'To' number is not a valid phone number."],
  [21602, 'Message body is required.'],
  [21603, "A 'From' or 'MessagingServiceSid' parameter is required to send a message"],
  [21604, "A 'To' phone number is required."],
  [21609, "The 'StatusCallback' URL is not a valid URL."],
  [21617, 'The concatenated message body exceeds the 1600 character limit'],
])

export interface RecordedRequest {
  /** When it was complete, on the scale of performance.now(). */
  at: number
  method: string
  /** With the query. */
  path: string
  headers: IncomingMessage['headers']
  /** Of the form. */
  params: Record<string, string>
  /** What it was answered, or `none`. */
  status: number | 'none'
}

/** What the next request meets instead of the usual answer. A step with only a delay is a slow but usual answer. */
export interface Step {
  /** Which requests it is for: sends by default. */
  on?: 'send' | 'read'
  /** Before anything else. */
  delayMs?: number
  /** The message is taken although the answer says otherwise, or is lost. */
  takes?: boolean
  /** `error`: Twilio's error document; `raw`: these bytes; `reset`: the connection is torn; `never`: silence. */
  answer?: 'error' | 'raw' | 'reset' | 'never'
  status?: number
  code?: number
  message?: string
  headers?: Record<string, string>
  body?: string
}

export interface ReportOptions {
  errorCode?: number
  /** How often each is sent. */
  times?: number
  delayMs?: number
  /** `signature`: made up; `token`: signed with another; `changed`: a field changed after signing; `unsigned`: none. */
  forged?: 'signature' | 'token' | 'changed' | 'unsigned'
  /** Instead of the message's StatusCallback. */
  url?: string
}

export interface FakeTwilioOptions extends FakeAccountOptions {
  /** Statuses it reports by itself after each message, in this order. */
  reports?: MessageStatus[]
}

export type FakeTwilio = Awaited<ReturnType<typeof startFakeTwilio>>

/**
 * A Twilio on loopback with state: it checks what Twilio checks, keeps the messages, reports with real signatures (made
 * by Twilio's own SDK), and misbehaves on request. Unlike Twilio it takes callback addresses that are not on the internet.
 */
export async function startFakeTwilio(options: FakeTwilioOptions = {}) {
  const account = openFakeAccount(options)
  const { messages, byNumber, bySid, path } = account
  const requests: RecordedRequest[] = []
  const steps: Step[] = []
  let standing: Step | undefined
  let waiting: (() => void)[] = []
  const reporting = new Set<Promise<unknown>>()
  const agent = new Agent({ connections: 32 })

  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8')
    req.on('data', (chunk: string) => {
      body += chunk
    })
    req.on('end', () => void answer(req, res, body))
    req.on('error', () => undefined)
  })
  server.keepAliveTimeout = 60_000

  async function answer(req: IncomingMessage, res: ServerResponse, body: string): Promise<void> {
    // Whatever else is sent has no parameters for Twilio.
    const isForm = req.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
    const form = new URLSearchParams(isForm ? body : '')
    const recorded: RecordedRequest = {
      at: performance.now(),
      method: req.method ?? '',
      path: req.url ?? '',
      headers: req.headers,
      params: Object.fromEntries(form),
      status: 'none',
    }
    requests.push(recorded)
    const step = nextStep(req.method === 'POST' ? 'send' : 'read')
    if (step?.delayMs) await delay(step.delayMs)
    if (step?.takes) take(form, recorded.at)
    if (step?.answer === 'never') return
    if (step?.answer === 'reset') {
      req.socket.resetAndDestroy()
      return
    }
    const [status, text] =
      step?.answer === 'raw'
        ? [step.status ?? 200, step.body ?? '']
        : step?.answer === 'error'
          ? [step.status ?? 400, errorDocument(step.status ?? 400, step.code, step.message)]
          : usualAnswer(req, form, recorded.at)
    recorded.status = status
    res.writeHead(status, { 'content-type': 'application/json', ...step?.headers }).end(text)
  }

  function nextStep(on: 'send' | 'read'): Step | undefined {
    const index = steps.findIndex(step => (step.on ?? 'send') === on)
    if (index >= 0) return steps.splice(index, 1)[0]
    return standing && (standing.on ?? 'send') === on ? standing : undefined
  }

  function usualAnswer(req: IncomingMessage, form: URLSearchParams, at: number): [status: number, text: string] {
    const url = new URL(req.url ?? '', 'http://twilio')
    if (req.headers.authorization !== account.authorization) return [401, errorDocument(401, 20003)]
    if (url.pathname === `${path}.json` && req.method === 'POST') {
      const code = account.refusalOf(form)
      if (code !== undefined) return [400, errorDocument(400, code)]
      return [201, JSON.stringify(account.document(take(form, at), 'created'))]
    }
    if (url.pathname === `${path}.json` && req.method === 'GET') return [200, JSON.stringify(account.list(url.searchParams))]
    if (url.pathname === path.replace('/Messages', '.json') && req.method === 'GET')
      return [200, JSON.stringify({ sid: account.accountSid, status: 'active', type: 'Full' })]
    const message = bySid.get(/\/Messages\/(\w+)\.json$/.exec(url.pathname)?.[1] ?? '')
    if (!message || req.method !== 'GET' || !url.pathname.startsWith(`${path}/`)) return [404, errorDocument(404, 20404)]
    return [200, JSON.stringify(account.document(message, 'read'))]
  }

  function take(form: URLSearchParams, at: number): FakeMessage {
    const message = account.take(form, at)
    for (const wake of waiting.splice(0)) wake()
    if (options.reports && message.statusCallback) {
      const done: Promise<unknown> = report(message.sid, options.reports)
        .catch(() => undefined)
        .finally(() => reporting.delete(done))
      reporting.add(done)
    }
    return message
  }

  /**
   * Reports statuses of a message to its callback in the given order, which may be any, and returns what it was
   * answered. The fake's own record changes as Twilio's would, unless the report is forged.
   */
  async function report(sid: string, statuses: MessageStatus[], how: ReportOptions = {}): Promise<number[]> {
    const message = bySid.get(sid)
    const url = how.url ?? message?.statusCallback
    if (!message || !url) throw new Error(`${sid} has no StatusCallback`)
    if (how.delayMs) await delay(how.delayMs)
    const answers: number[] = []
    for (const status of statuses) {
      if (!how.forged) account.setStatus(message, status, how.errorCode)
      const params = account.callbackParams(message, status, how.errorCode)
      for (let time = 0; time < (how.times ?? 1); time++) answers.push(await post(url, params, how.forged))
    }
    return answers
  }

  async function post(url: string, params: Record<string, string>, forged: ReportOptions['forged']): Promise<number> {
    const token = forged === 'token' ? 'f'.repeat(32) : account.authToken
    const signature = forged === 'signature' ? 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' : getExpectedTwilioSignature(token, url, params)
    const sent = forged === 'changed' ? { ...params, MessageStatus: 'read', SmsStatus: 'read' } : params
    const response = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'user-agent': 'TwilioProxy/1.1',
        ...(forged !== 'unsigned' && { 'x-twilio-signature': signature }),
      },
      body: new URLSearchParams(sent).toString(),
    })
    await response.body.dump()
    return response.statusCode
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    origin: `http://127.0.0.1:${port}`,
    accountSid: account.accountSid,
    authToken: account.authToken,
    from: account.from,
    /** Every request there was, in order of arrival. */
    requests,
    /** Every message that was taken, oldest first. */
    messages,
    messagesTo: (number: string): FakeMessage[] => byNumber.get(number) ?? [],
    /** The first run of digits in the newest message to a number. */
    codeFor: (number: string): string | undefined => /\d+/.exec(byNumber.get(number)?.at(-1)?.body ?? '')?.[0],
    /** Resolves with the n-th message to a number, counted from 1. */
    async messageTo(number: string, n = 1, deadlineMs = 10_000): Promise<FakeMessage> {
      const deadline = performance.now() + deadlineMs
      for (;;) {
        const message = byNumber.get(number)?.[n - 1]
        if (message) return message
        const left = deadline - performance.now()
        if (left <= 0) throw new Error(`Message ${n} to ${number} did not come within ${deadlineMs} ms`)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, left)
          waiting.push(() => {
            clearTimeout(timer)
            resolve()
          })
        })
      }
    },
    /** What the next requests meet, one step each. */
    next: (...more: Step[]): void => void steps.push(...more),
    /** What every request meets that has no step of its own; undefined: all is well again. */
    always: (step: Step | undefined): void => {
      standing = step
    },
    report,
    /** A phone texts one of the account's numbers, and the webhook of that number is called, signed. */
    say: (url: string, text: { from: string; to: string; text: string }): Promise<number> =>
      post(url, { From: text.from, To: text.to, Body: text.text, AccountSid: account.accountSid, NumMedia: '0' }, undefined),
    /** The fields of a gateway that sends through this account. */
    gateway: () => ({
      provider: 'twilio',
      from: account.from,
      account_sid: account.accountSid,
      auth_token: account.authToken,
      base_url: `http://127.0.0.1:${port}`,
    }),
    /** Waits for the reports that it sends by itself. */
    async reported(): Promise<void> {
      while (reporting.size > 0) await Promise.all(reporting)
    },
    async close(): Promise<void> {
      waiting = []
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await agent.destroy()
    },
  }
}

function errorDocument(status: number, code: number | undefined, message?: string): string {
  if (code === undefined) return JSON.stringify({ message: message ?? 'Internal Server Error', status })
  return JSON.stringify({
    code,
    message: message ?? ERROR_MESSAGES.get(code) ?? `Error ${code}`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  })
}
