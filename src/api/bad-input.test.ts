import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import { openAdministratorBrowser } from '../../test/administrator-browser.ts'
import { readOpenApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'

const logged: string[] = []
const log = pino(
  { level: 'error' },
  new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  }),
)
const app = await createTestApp({ schedule: false, seed: 'demo', log, config: { testClock: true } })
const document = await readOpenApi(app)

const TABLES = [
  'sms_gateways',
  'usage_plans',
  'splash_portals',
  'account_groups',
  'accounts',
  'carriers',
  'mail_servers',
  'suppressions',
  'validations',
  'administrators',
  'api_keys',
  'audit_events',
  'contact_budgets',
]

/** Everything that a request could have written, as one text. */
async function everything(): Promise<string> {
  const rows = await Promise.all(TABLES.map(table => app.database.query(`select t::text from ${table} t order by 1`)))
  return JSON.stringify(rows)
}

// A record of each kind, so that there is something to spoil.
await app.api('POST', '/accounts', { login: 'existing', phone: '+15555550100' })
await app.api('POST', '/administrators', { login: 'existing', password: 'correct horse battery' })
await app.api('POST', '/api_keys', { name: 'existing' })
// What is for who is signed in to the console is asked by a session, the rest by the root key.
const browser = openAdministratorBrowser(app)
await browser.signIn('existing', 'correct horse battery')
await app.database.query(`insert into administrator_passkeys (id, administrator_id, credential_id, public_key, counter, name, created_at, updated_at)
  select id, id, 'x', '', 0, 'existing', created_at, updated_at from administrators`)
const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
const isForSessions = (path: string) => /^\/me(\/|$)/.test(path)
const callerOf = (path: string): Record<string, string> =>
  isForSessions(path) ? { cookie, origin: app.config.publicUrl } : { authorization: `Bearer ${app.config.apiKey}` }
await app.api('POST', '/suppressions', { channel: 'email', contact: 'existing@example.com' })
await app.api('POST', '/sms_prices', {
  sms_gateway_id: (await app.api('GET', '/sms_gateways')).body.data[0].id,
  country: 'US',
  price: '0.01',
})
await app.api('POST', '/suppressions', { channel: 'email', contact: 'gone@example.com' })
await app.api('POST', '/validations', { channel: 'sms', to: '+15555550100' })

/** Every operation that takes a body: where, what it takes, and a body that it would take. */
const operations = await Promise.all(
  Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.requestBody?.content['application/json'])
      .map(async ([method, operation]) => {
        const [, first = '', second] = template.split('/')
        const resource = first === 'me' ? `administrator_${second}` : first
        const [row] = template.includes('{id}')
          ? await app.database.query<{ id: string }>(`select id from ${resource} limit 1`)
          : []
        const { schema, example } = operation.requestBody?.content['application/json'] ?? {}
        const name = String(schema?.$ref).replace('#/components/schemas/', '')
        return {
          method: method.toUpperCase(),
          path: template.replace('{id}', row?.id ?? ''),
          fields: Object.keys((document.components.schemas[name]?.properties as object | undefined) ?? {}),
          example: example as Record<string, unknown>,
        }
      }),
  ),
)

/** Sends it and returns the status. A refusal must be one that its caller can read. */
async function send(
  { method, path }: { method: string; path: string },
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<number> {
  const response = await app.request(`/api/v1${path}`, {
    method,
    headers: { ...callerOf(path), 'content-type': 'application/json', ...headers },
    body,
  })
  const text = await response.text()
  const what = `${method} ${path} ${String(body).slice(0, 80)} -> ${response.status} ${text.slice(0, 300)}`
  assert.ok(response.status < 500, what)
  if (response.status >= 400) {
    const problem = JSON.parse(text)
    assert.equal(problem.status, response.status, what)
    assert.ok(problem.detail.length > 10, what)
    if (response.status === 422) assert.ok(problem.errors.length > 0, what)
  }
  return response.status
}

test('the table below covers the API', () => {
  assert.ok(operations.length > 20, String(operations.length))
  for (const operation of operations) assert.ok(operation.example, operation.path)
})

test('a body that is no JSON object in UTF-8 is refused everywhere, and nothing is written', async () => {
  const before = await everything()
  const invalidUtf8 = Uint8Array.from([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')])
  for (const operation of operations) {
    for (const [body, status, headers] of [
      ['', 400],
      ['{', 400],
      ['not json', 400],
      ['{"name":"x",}', 400],
      ['{"a":1}{"a":2}', 400],
      [invalidUtf8, 400],
      ['[]', 422],
      ['null', 422],
      ['"text"', 422],
      ['42', 422],
      ['true', 422],
      [`${'['.repeat(30_000)}${']'.repeat(30_000)}`, 422],
      [`${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`, 422],
      ['{"__proto__":{"name":"x"}}', 422],
      ['{"constructor":1}', 422],
      [JSON.stringify({ [`${'k'.repeat(5_000)}\u0000`]: 1 }), 422],
      [JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`k${i}`, i]))), 422],
      [JSON.stringify({ name: 'x'.repeat(70_000) }), 413],
      ['{}', 415, { 'content-type': 'text/plain' }],
      ['a=1', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
      ['{}', 415, { 'content-type': 'application/json; charset=utf-16' }],
      ['{}', 415, { 'content-encoding': 'gzip' }],
    ] as const) {
      const answered = await send(operation, body, headers)
      assert.equal(answered, status, `${operation.method} ${operation.path} ${String(body).slice(0, 60)}`)
    }
  }
  assert.equal(await everything(), before)
  assert.deepEqual(logged, [])
})

test('no field takes a value of the wrong shape, size or with signs that a database or a header trips over', async () => {
  const before = await everything()
  const bad = ['\u0000', 'a\u0000b', 'a\u001b[31m', '\ud800', 'x'.repeat(60_000), [[]], [null], { a: { b: {} } }, 1e308]
  for (const operation of operations)
    for (const field of operation.fields)
      for (const value of bad) {
        const status = await send(operation, JSON.stringify({ ...operation.example, [field]: value }))
        // A code is whatever was typed: one that cannot be right is answered as a wrong one.
        const isTyped = field === 'code' && operation.path.endsWith('/check') && typeof value === 'string' && value.length <= 64
        assert.equal(
          status,
          isTyped ? 200 : 422,
          `${operation.method} ${operation.path} ${field} ${JSON.stringify(value).slice(0, 40)}`,
        )
      }
  assert.equal(await everything(), before)
  assert.deepEqual(logged, [])
})

test('no query string and no path makes an error of the server', async () => {
  const bad = [
    '\u0000',
    '%',
    '%ff',
    '%00',
    "'",
    '"',
    '\\',
    '{{x}}',
    '../..',
    '\ud800',
    'x'.repeat(5_000),
    '1e999',
    '-1',
    '[]',
    '[object Object]',
  ]
  const lists = Object.entries(document.paths).filter(([path, methods]) => methods.get && !path.includes('{'))
  for (const [path] of lists)
    for (const value of bad)
      for (const parameter of ['page', 'sort', 'q', 'id', 'status', 'created_at', value]) {
        const query = `?${encodeURIComponent(parameter.toWellFormed())}=${value.startsWith('%') ? value : encodeURIComponent(value.toWellFormed())}`
        const { status } = await (isForSessions(path) ? browser.api : app.api)('GET', path + query)
        assert.ok(status === 200 || status === 422, `${path}${query}: ${status}`)
      }
  for (const [path, methods] of Object.entries(document.paths).filter(([template]) => template.includes('{')))
    for (const value of bad) {
      const id = value.startsWith('%') ? value : encodeURIComponent(value.toWellFormed())
      const { status } = await app.api(Object.keys(methods)[0] === 'get' ? 'GET' : 'POST', path.replace('{id}', id))
      assert.ok(status >= 400 && status < 500, `${path} ${value}: ${status}`)
    }
  assert.deepEqual(logged, [])
})
