import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { beforeEach, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { bounceAddressFor, bounceHookToken } from '../../src/email/bounce-address.ts'
import { createLog } from '../../src/lib/log.ts'
import { uuidv7 } from '../../src/lib/random.ts'
import { callbackToken } from '../../src/messages/hand-over.ts'
import { PROVIDERS } from '../../src/sms/providers/list.ts'
import { readOpenApi } from '../api.ts'
import { postfixBounce } from '../fakes/bounces.ts'
import { anyRequest, CANARY, callbackBody, type FuzzRequest, type Targets } from '../fuzz-requests.ts'
import { fuzzing } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'
import { openGateway } from '../providers/open-gateway.ts'

// FUZZ_REQUESTS says how many requests are sent, FUZZ_SEED which. A failure prints the seed and the smallest batch that
// still fails.

const BATCH = 40
/** No request takes nearly as long; one that does will never end. */
const HANG_MS = 30_000
/** What the heap may have grown by since the first tenth of the requests, garbage collected. */
const GROWTH_BYTES_MAX = 48 * 1024 * 1024

const bugs: string[] = []
// One fault fails the test that has met it, and not those after it.
beforeEach(() => {
  bugs.length = 0
})
const log = createLog('error', { write: (line: string) => void bugs.push(line) })
const lobby = await openLobby({ log })
const { ctx, database, config } = lobby
await lobby.listen()
const seed = fuzzing.seed ?? Math.floor(Math.random() * 2 ** 31)

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Browsers of guests in every state. */
async function cookies(): Promise<string[]> {
  const plan = lobby.plan('Guest Wi-Fi')
  const secrets = { password: PASSWORD, password_confirmation: PASSWORD }
  const guests = await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const n = 60 + i
      if (i % 4 === 0) return lobby.guest()
      if (i % 4 === 1) return lobby.join('Guest Wi-Fi', { login: `guest${n}`, phone: `+155555501${n}` })
      const guest = lobby.guest()
      if (i % 4 === 2) await guest.submit(lobby.path('sign_up'), { usage_plan_id: plan, phone: `+155555501${n}`, ...secrets })
      else await guest.submit(lobby.path('forgot_password'), { login: `guest${n - 2}` })
      return guest
    }),
  )
  return ['', ...guests.map(guest => [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; '))]
}

/** A gateway of every provider, not enabled: nothing is sent through it, but it can be called. */
async function gatewaysOfAll(): Promise<{ id: string; provider: string }[]> {
  const gateways = [...PROVIDERS.keys()].map(provider => ({ id: uuidv7(ctx.clock.now()), provider }))
  for (const { id, provider } of gateways)
    await database.query(
      `insert into sms_gateways (id, name, provider, "from", account_sid, auth_token_encrypted, enabled, created_at, updated_at)
       values ($1, $2, $3, '+15555550100', 'AC0123456789abcdef0123456789abcdef', $4, false, $5, $5)`,
      [
        id,
        `All ${provider}`,
        provider,
        ctx.keys.encrypt('0123456789abcdef0123456789abcdef', `sms_gateways.auth_token:${id}`),
        ctx.clock.now(),
      ],
    )
  await ctx.catalogue.reload()
  return gateways
}

/** Records of each kind that may be spoilt, beside those that the demo needs. */
async function victims(name: string): Promise<Record<string, string[]>> {
  const make = async (path: string, body: object): Promise<string> => {
    const { status, body: made } = await lobby.api('POST', path, body)
    assert.equal(status, 201, `${path}: ${JSON.stringify(made)}`)
    return made.id
  }
  const gateway = await make('/sms_gateways', { name, provider: 'simulator' })
  const plan = await make('/usage_plans', { name, validation_method: 'sms', sms_gateway_ids: [gateway] })
  return {
    sms_gateways: [gateway],
    usage_plans: [plan],
    splash_portals: [
      await make('/splash_portals', {
        name,
        slug: name,
        password_reset_method: 'sms_or_email',
        default_country: 'US',
        sms_gateway_ids: [gateway],
        usage_plan_ids: [plan],
      }),
    ],
    account_groups: [await make('/account_groups', { name })],
    accounts: [await make('/accounts', { login: name, email: `${name}@example.com` })],
    administrators: [await make('/administrators', { login: name, password: PASSWORD })],
    api_keys: [await make('/api_keys', { name })],
    mail_servers: [await make('/mail_servers', { name, provider: 'simulator', from: 'wifi@example.com' })],
    suppressions: [await make('/suppressions', { channel: 'email', contact: `${name}.gone@example.com` })],
    sms_prices: [await make('/sms_prices', { sms_gateway_id: gateway, country: 'US', price: '0.01' })],
    validations: [await make('/validations', { channel: 'email', to: `${name}.api@example.com` })],
    carriers: [await make('/carriers', { name, country: 'US', address_template: '{number}@sms.example.com', status: 'active' })],
  }
}

/** Several of them, so that not the first request spoils them all. */
async function manyVictims(name: string, count: number): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (let i = 0; i < count; i++)
    for (const [resource, ids] of Object.entries(await victims(`${name}${i}`))) all[resource] = [...(all[resource] ?? []), ...ids]
  return all
}

const [portal] = [...ctx.catalogue.now.splashPortals.values()]
const demoPlans = [...ctx.catalogue.now.usagePlans.keys()]
const ids = await manyVictims('victim', 3)
ids.usage_plans = [...demoPlans, ...(ids.usage_plans ?? [])]
ids.carriers = [...(ids.carriers ?? []), ...[...ctx.catalogue.now.carriers.keys()].slice(0, 5)]
const gateways = await gatewaysOfAll()
const mailServer = [...ctx.catalogue.now.mailServers.values()].find(({ name }) => name === 'Mail simulator')?.id ?? ''
const browsers = await cookies()
const messages = (await database.query<{ id: string }>('select id from messages limit 20')).map(({ id }) => id)
ids.messages = messages
const targets: Targets = {
  slugs: [portal?.slug ?? '', 'lobby', 'lobby', 'victim0', 'victim1'],
  cookies: browsers,
  apiKey: config.apiKey ?? '',
  document: await readOpenApi(lobby),
  ids,
  doomed: await manyVictims('doomed', 6),
  hooks: gateways.flatMap(({ id, provider }) =>
    ['', messages[0] ?? '', 'inbound', uuidv7(ctx.clock.now()), 'x'].flatMap(message => {
      const path = `/hooks/sms/${id}${message && `/${message}`}`
      return [
        { path: `${path}?t=${callbackToken(ctx, id, message)}`, provider },
        ...(message === 'inbound' ? [] : [{ path, provider }]),
      ]
    }),
  ),
  emailHooks: [
    `/hooks/email/${mailServer}?t=${bounceHookToken(ctx.keys, mailServer)}`,
    `/hooks/email/${mailServer}?t=x`,
    '/hooks/email/x',
  ],
  mails: [
    ...messages
      .slice(0, 5)
      .map(id => postfixBounce({ to: bounceAddressFor(ctx.keys, 'bounces@example.com', id), guest: 'ana@example.com' })),
    postfixBounce({ to: 'bounces@example.com', guest: CANARY, said: '450 4.2.2 full', status: '4.2.2', action: 'delayed' }),
  ],
  pages: lobby.app.routes.filter(({ method, path }) => method === 'GET' && !path.includes(':')).map(({ path }) => path),
  setupToken: new URL(lobby.app.setupPath, config.publicUrl).searchParams.get('token') ?? '',
}
await lobby.countMessages()

/** How often each part has answered what: a fuzzer that only ever meets the first refusal proves little. */
const met = new Map<string, number>()

function note({ path }: FuzzRequest, status: number): void {
  const part = /^\/(portal|api|hooks\/sms|hooks\/email)\b/.exec(path)?.[1] ?? 'else'
  const key = `${part} ${status}`
  met.set(key, (met.get(key) ?? 0) + 1)
}

function tell(request: FuzzRequest): string {
  return JSON.stringify(request).slice(0, 3_000)
}

const SECURITY: [header: string, pattern: RegExp][] = [
  ['content-security-policy', /^default-src 'none';(?!.*unsafe).* frame-ancestors '(none|self)'/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^(no-referrer|same-origin)$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['cache-control', /^(no-store|no-cache|public, max-age=\d+(, immutable)?)$/],
  ['x-request-id', /^[\w-]{9,}$/],
]

/** What holds for every answer, whatever was asked. */
function judge(request: FuzzRequest, answer: { status: number; headers: Headers }, body: string): void {
  const what = () => `${tell(request)} -> ${answer.status} ${body.slice(0, 500)} ${bugs.join('')}`
  const isBusy = answer.status === 503 && /busy|[Vv]ery busy|unavailable/.test(body)
  assert.ok(answer.status < 500 || isBusy, what())
  assert.deepEqual(bugs, [], what())
  for (const [header, pattern] of SECURITY) assert.match(answer.headers.get(header) ?? '', pattern, `${header}: ${what()}`)
  const type = answer.headers.get('content-type') ?? ''
  if (/json/.test(type) && body !== '') assert.doesNotThrow(() => JSON.parse(body), what())
  if (/html/.test(type)) assert.ok(!body.includes('<script>alert(7)'), what())
  if (!/javascript|html/.test(type)) assert.doesNotMatch(body, /node_modules|\n {4}at /, what())
  const location = answer.headers.get('location')
  if (location !== null) assert.equal(new URL(location, config.publicUrl).origin, config.publicUrl, what())
  for (const cookie of answer.headers.getSetCookie())
    assert.match(
      cookie,
      /^(gatehouse=.*; HttpOnly; SameSite=Lax|gatehouse_admin(_device)?=.*; HttpOnly; SameSite=Strict)$/,
      what(),
    )
}

async function inTime<T>(work: Promise<T>, request: FuzzRequest): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const never = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${HANG_MS} ms to ${tell(request)}`)), HANG_MS)
  })
  return Promise.race([work, never]).finally(() => clearTimeout(timer))
}

/** What an answer holds; of one without end nothing. */
async function bodyOf(answer: Response): Promise<string> {
  if (!/event-stream/.test(answer.headers.get('content-type') ?? '')) return answer.text()
  await answer.body?.cancel()
  return ''
}

async function send(request: FuzzRequest): Promise<void> {
  const { method, path, headers, body } = request
  const made = new Request(config.publicUrl + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: body.toWellFormed() }),
  })
  const answer = await inTime(lobby.app.fetch(made), request)
  note(request, answer.status)
  judge(request, answer, await inTime(bodyOf(answer), request))
}

/** What the heap holds once nothing is under way any more. */
async function heapBytes(): Promise<number> {
  await lobby.countMessages()
  collectGarbage()
  await new Promise(resolve => setImmediate(resolve))
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Runs a property on hostile input without making it smaller: what came before is part of what a request meets. */
async function holds<T>(input: fc.Arbitrary<T>, work: (value: T) => Promise<void>, runs: number, offset: number): Promise<void> {
  const numRuns = Math.max(1, Math.round(runs))
  const property = fc.asyncProperty(input, work)
  const found = await fc.check(property, { numRuns, seed: (seed + offset) | 0, endOnFailure: true })
  if (found.failed) throw new Error(`FUZZ_SEED=${seed} repeats it (run ${found.numRuns})`, { cause: found.errorInstance })
}

function fuzz(batches: number, work: (request: FuzzRequest) => Promise<void>, offset: number): Promise<void> {
  const batch = fc.array(anyRequest(targets), { minLength: BATCH, maxLength: BATCH })
  return holds(batch, async requests => void (await Promise.all(requests.map(work))), batches, offset)
}

test('no request makes an error of the server, hangs, leaves memory behind or gets an answer without its headers', async t => {
  const { requests } = fuzzing
  t.diagnostic(`${requests} requests in process; FUZZ_SEED=${seed} repeats them`)
  await fuzz(requests / 10 / BATCH, send, 0)
  const before = await heapBytes()
  await fuzz((requests * 9) / 10 / BATCH, send, 1)
  const grown = (await heapBytes()) - before
  t.diagnostic(`the heap has grown by ${(grown / 1e6).toFixed(1)} MB`)
  assert.ok(grown < GROWTH_BYTES_MAX, `the heap has grown by ${grown} bytes over ${requests} requests`)
  t.diagnostic(
    [...met]
      .sort()
      .map(([key, count]) => `${key}: ${count}`)
      .join(', '),
  )
  for (const key of [
    'portal 200',
    'portal 303',
    'portal 422',
    'api 200',
    'api 201',
    'api 422',
    'hooks/sms 200',
    'hooks/email 204',
    'else 200',
  ])
    assert.ok((met.get(key) ?? 0) > 0, `nothing got as far as ${key}`)
  assert.equal((await lobby.request('/readyz')).status, 200)
  assert.equal((await lobby.request('/portal/lobby')).status, 200)
})

test('the same over real connections', async t => {
  const requests = fuzzing.requests / 20
  t.diagnostic(`${requests} requests over sockets; FUZZ_SEED=${seed} repeats them`)
  const overSocket = async (request: FuzzRequest) => {
    const { method, path, headers, body } = request
    const { host: _, ...sent } = headers
    const answer = await inTime(
      fetch(config.publicUrl + path, {
        method,
        headers: sent,
        redirect: 'manual',
        ...(body !== undefined && { body: body.toWellFormed() }),
      }),
      request,
    )
    judge(request, answer, await inTime(bodyOf(answer), request))
  }
  await fuzz(requests / BATCH, overSocket, 2)
})

const LINES = [
  'Host: localhost',
  'Host: evil.example',
  'Host:',
  'Content-Length: 5',
  'Content-Length: 0',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, identity',
  'Connection: close',
  'Connection: upgrade',
  'Upgrade: websocket',
  'Expect: 100-continue',
  'Content-Type: application/json',
  'Cookie: gatehouse=x; gatehouse=y; =',
  'Authorization: Bearer',
  'X-Forwarded-For: 1, 2, 3, :::',
  'A: \u00ff\u0001',
  ': empty',
  'no colon',
]
const START = [
  'GET / HTTP/1.1',
  'GET /portal/lobby HTTP/1.1',
  'POST /portal/lobby/login HTTP/1.1',
  'POST /api/v1/validations HTTP/1.1',
  'GET /api/v1/accounts HTTP/1.0',
  'GET http://localhost/healthz HTTP/1.1',
  'GET //evil.example HTTP/1.1',
  'CONNECT localhost:1 HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'PRI * HTTP/2.0',
  'TRACE / HTTP/1.1',
  'G\u0000ET / HTTP/1.1',
  `GET /${'a'.repeat(20_000)} HTTP/1.1`,
  'GET /%zz?%ff#x HTTP/1.1',
]

test('whatever bytes come in on a connection, it ends, and the next one is served', async t => {
  const connections = Math.round(fuzzing.requests / 40)
  t.diagnostic(`${connections} connections; FUZZ_SEED=${seed} repeats them`)
  const head = fc.tuple(
    fc.constantFrom(...START),
    fc.array(fc.constantFrom(...LINES), { maxLength: 7 }),
    fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r'),
    fc.constantFrom(
      '',
      '{}',
      'hello',
      '5\r\nhello\r\n0\r\n\r\n',
      'zz\r\n',
      '0\r\n\r\nGET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n',
    ),
  )
  const bytes = fc
    .array(head, { minLength: 1, maxLength: 3 })
    .map(heads => heads.map(([start, lines, eol, body]) => `${[start, ...lines].join(eol)}${eol}${eol}${body}`).join(''))
  const converse = (sent: string) =>
    new Promise<string>((resolve, reject) => {
      let said = ''
      const socket = connect(config.port, '127.0.0.1', () => socket.end(Buffer.from(sent, 'latin1')))
      socket.setTimeout(HANG_MS, () => reject(new Error(`a connection hangs: ${JSON.stringify(sent)}`)))
      socket.on('data', data => {
        said += data
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(said))
    })
  await holds(
    fc.array(bytes, { minLength: 20, maxLength: 20 }),
    async many => {
      const answers = await Promise.all(many.map(converse))
      for (const [i, said] of answers.entries())
        for (const [, status] of said.matchAll(/^HTTP\/1\.1 (\d{3}) /gm))
          assert.ok(Number(status) < 500, `${JSON.stringify(many[i])} -> ${said.slice(0, 500)}`)
      assert.deepEqual(bugs, [])
    },
    connections / 20,
    3,
  )
  assert.equal((await fetch(`${config.publicUrl}/healthz`)).status, 200)
})

test('no provider’s reading of a callback throws, signed or not', async t => {
  const runs = Math.round(fuzzing.requests / 40)
  t.diagnostic(`${runs} callbacks of each provider; FUZZ_SEED=${seed} repeats them`)
  for (const provider of PROVIDERS.values()) {
    if (provider.kind !== 'http') continue
    const gateway = openGateway({ provider: provider.id, auth_token: '0123456789abcdef', callback_secret: '0123456789abcdef' })
    fc.assert(
      fc.property(
        callbackBody(provider.id, messages),
        fc.constantFrom('GET', 'POST'),
        fc.webQueryParameters(),
        ({ type, body }, method, query) => {
          const url = `${config.publicUrl}/hooks/sms/x/y?t=x&${type.includes('form') ? body : query}`
          const callback = { method, url, headers: { ...(type && { 'content-type': type }) }, body }
          provider.verifyCallback?.(callback, gateway, ctx.clock.now())
          provider.readCallback?.(callback, gateway)
          provider.readInbound?.(callback, gateway)
          provider.confirmCallback?.(callback, gateway)
        },
      ),
      { numRuns: runs, seed: (seed + 4) | 0 },
    )
  }
})
