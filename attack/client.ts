import { randomInt } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { request as requestTls, Agent as TlsAgent } from 'node:https'

// An attacker writes requests that no client of good manners would: another Host, headers twice, a whole URL in the request
// line. Node's own http module sends them as they are given.

const ANSWER_TIMEOUT_MS = 30_000

/** What a server answered. */
export interface Answer {
  status: number
  /** As they came, names in lower case; one entry for each line. */
  headers: [name: string, value: string][]
  text: string
  /** From the first byte sent to the last byte received. */
  ms: number
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  /** Lines that come twice or contradict each other, besides `headers`. */
  moreHeaders?: [name: string, value: string][]
  body?: string
}

export interface Client {
  origin: string
  /** How many requests were sent so far. */
  readonly requests: number
  /** A browser without script that nobody has seen before; with `headers` on every request. */
  browser(headers?: Record<string, string>): Browser
  close(): void
}

/** A browser: keeps cookies, follows nothing by itself. */
export interface Browser {
  cookies: Map<string, string>
  /** What an adapter remembers for it, such as the id of what it has started. */
  notes: Map<string, string>
  send(path: string, asked?: Asked): Promise<Answer>
  /** Posts a form as a page of the same site does. */
  post(path: string, form: Record<string, string>, asked?: Asked): Promise<Answer>
  json(method: string, path: string, body?: unknown, asked?: Asked): Promise<Answer>
}

/** Opens a client for a server. `host` is what its requests name unless they say otherwise. */
export function createClient(origin: string): Client {
  const url = new URL(origin)
  const isTls = url.protocol === 'https:'
  const agent = isTls ? new TlsAgent({ keepAlive: true, maxSockets: 128 }) : new Agent({ keepAlive: true, maxSockets: 128 })
  let requests = 0

  function send(path: string, { method = 'GET', headers = {}, moreHeaders = [], body }: Asked): Promise<Answer> {
    requests++
    const given: [string, string][] = [...Object.entries({ host: url.host, ...headers }), ...moreHeaders]
    if (body !== undefined) given.push(['content-length', String(Buffer.byteLength(body))])
    const startedAt = performance.now()
    return new Promise((resolve, reject) => {
      const options = {
        hostname: url.hostname,
        port: url.port,
        path,
        method,
        agent,
        headers: given.flat(),
        timeout: ANSWER_TIMEOUT_MS,
      }
      const sent = (isTls ? requestTls : request)(options, answer => {
        readAll(answer).then(text => {
          const names = answer.rawHeaders.filter((_, i) => i % 2 === 0)
          const lines = names.map((name, i): [string, string] => [name.toLowerCase(), answer.rawHeaders[2 * i + 1] ?? ''])
          resolve({ status: answer.statusCode ?? 0, headers: lines, text, ms: performance.now() - startedAt })
        }, reject)
      })
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} was not answered within ${ANSWER_TIMEOUT_MS / 1000} s`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }

  function browser(usual: Record<string, string> = {}): Browser {
    const cookies = new Map<string, string>()

    async function ask(path: string, asked: Asked = {}): Promise<Answer> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await send(path, { ...asked, headers: { ...usual, ...(cookie && { cookie }), ...asked.headers } })
      for (const [name, value] of answer.headers) if (name === 'set-cookie') keepCookie(cookies, value)
      return answer
    }

    return {
      cookies,
      notes: new Map(),
      send: ask,
      post: (path, form, asked = {}) =>
        ask(path, {
          method: 'POST',
          body: new URLSearchParams(form).toString(),
          ...asked,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin,
            'sec-fetch-site': 'same-origin',
            ...asked.headers,
          },
        }),
      json: (method, path, body, asked = {}) =>
        ask(path, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
          ...asked,
          headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...asked.headers },
        }),
    }
  }

  return {
    origin,
    get requests() {
      return requests
    },
    browser,
    close: () => agent.destroy(),
  }
}

async function readAll(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', value = ''] = pair.split(/=(.*)/)
  const isOver = value === '' || attributes.some(attribute => /^\s*max-age=0\s*$/i.test(attribute))
  if (isOver) cookies.delete(name)
  else cookies.set(name, value)
}

/** The first header of a name; empty without one. */
export function headerOf(answer: Answer, name: string): string {
  return answer.headers.find(([found]) => found === name)?.[1] ?? ''
}

/** Headers that say where a request comes from, in every way that a server could be made to believe. */
export function forgedAddress(): Record<string, string> {
  const address = [11, randomInt(256), randomInt(256), 1 + randomInt(254)].join('.')
  return {
    'x-forwarded-for': address,
    'x-real-ip': address,
    forwarded: `for=${address}`,
    'cf-connecting-ip': address,
    'true-client-ip': address,
  }
}
