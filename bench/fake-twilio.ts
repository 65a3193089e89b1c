import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// The fake lives inside the load generator's process. A process of its own would need one more hop to tell the generator
// that a code has arrived, and that hop (a poll or a pipe, and a context switch on a machine whose cores are all busy)
// would be counted as the system's time. In here an arrival is a function call and both sides read one clock. The price is
// about 0.03 ms of the generator's CPU a message, paid alike by every system measured; the `ceiling` part shows what is left.

/** How long a flow waits for its code before it counts as failed. */
const ARRIVAL_TIMEOUT_MS = 10_000
const CODE = /(?<!\d)\d{6}(?!\d)/

export const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef'
export const AUTH_TOKEN = 'fedcba9876543210fedcba9876543210'
export const FROM = '+15005550006'

interface Arrival {
  code: string
  /** When the provider had the request, on performance.now()'s clock. */
  at: number
}

interface Expected {
  since: number
  resolve: (arrival: Arrival) => void
  reject: (error: Error) => void
}

export interface FakeTwilio {
  origin: string
  /** Resolves when the next message to this number arrives. Ask before the flow is started. */
  arrivalTo(number: string): Promise<Arrival>
  /** How long it takes to answer. */
  delayMs: number
  /** Takes what no flow waits for; without it such a message counts as unexpected. */
  onOther: ((to: string, code: string) => void) | undefined
  readonly received: number
  /** Messages that no flow waited for: a second one for the same code, or one after the flow had given up. */
  readonly unexpected: number
  close(): Promise<void>
}

/** Starts a fake Twilio on a free port of loopback: takes a message, remembers the code, answers 201 with a sid. */
export async function startFakeTwilio(): Promise<FakeTwilio> {
  const expected = new Map<string, Expected>()
  const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`
  const path = `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`
  let received = 0
  let unexpected = 0

  function take(form: string, at: number): string {
    received++
    const fields = new URLSearchParams(form)
    const to = fields.get('To') ?? ''
    const code = CODE.exec(fields.get('Body') ?? '')?.[0]
    const flow = expected.get(to)
    expected.delete(to)
    if (!flow && fake.onOther) fake.onOther(to, code ?? '')
    else if (!flow) unexpected++
    else if (code) flow.resolve({ code, at })
    else flow.reject(new Error('the message holds no code'))
    const sid = `SM${received.toString(16).padStart(32, '0')}`
    return JSON.stringify({
      sid,
      account_sid: ACCOUNT_SID,
      to,
      from: FROM,
      status: 'queued',
      error_code: null,
      num_segments: '1',
    })
  }

  function answer(response: ServerResponse, status: number, body: string): void {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  }

  const server = createServer((request: IncomingMessage, response) => {
    const at = performance.now()
    let form = ''
    request.setEncoding('utf8')
    request.on('data', (text: string) => {
      form += text
    })
    request.on('end', () => {
      if (request.headers.authorization !== authorization) return answer(response, 401, '{"code":20003,"message":"Authenticate"}')
      // Asked whether it has a message, it has none: nothing here is ever lost between the two sides.
      if (request.method !== 'POST' || request.url !== path) return answer(response, 200, '{"messages":[]}')
      const body = take(form, at)
      if (fake.delayMs > 0) setTimeout(answer, fake.delayMs, response, 201, body)
      else answer(response, 201, body)
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  const sweep = setInterval(() => {
    const now = performance.now()
    for (const [to, flow] of expected) {
      if (now - flow.since < ARRIVAL_TIMEOUT_MS) break
      expected.delete(to)
      flow.reject(new Error(`no message within ${ARRIVAL_TIMEOUT_MS / 1000} s`))
    }
  }, 500)

  const fake: FakeTwilio = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delayMs: 0,
    onOther: undefined,
    arrivalTo: number =>
      new Promise((resolve, reject) => {
        expected.set(number, { since: performance.now(), resolve, reject })
      }),
    get received() {
      return received
    },
    get unexpected() {
      return unexpected
    },
    close: () => {
      clearInterval(sweep)
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
  return fake
}
