import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AdministratorBrowser, makeAdministrator, openAdministratorBrowser } from '../../test/administrator-browser.ts'
import { assertProblem, readOpenApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { hasRole, ROLES } from '../administrators/role.ts'
import type { Role } from '../db/tables.ts'
import { type Operation, roleOf } from './operation.ts'
import { apiOperations } from './routes.ts'

const app = await createTestApp({ schedule: false, seed: 'demo', config: { testClock: true } })
const operations = apiOperations(app.ctx).filter(operation => !operation.isOpen)
/** An id of nothing: what is allowed finds nothing, or says what is wrong with an empty body. */
const NOTHING = '0199a7a0-5c00-7000-8000-0000000000ff'

const keys = new Map<Role, string>()
const browsers = new Map<Role, AdministratorBrowser>()
for (const role of ROLES) {
  keys.set(role, (await app.api('POST', '/api_keys', { name: `A key for ${role}`, role })).body.key)
  await makeAdministrator(app, { login: role, role })
  const browser = openAdministratorBrowser(app)
  await browser.signIn(role)
  browsers.set(role, browser)
}

/** The body and type that an operation would take, with nothing in it. */
function emptyRequest({ method, path, csvBody }: Operation) {
  const hasBody = method === 'POST' || method === 'PATCH'
  return {
    path: `/api/v1${path.replace('{id}', NOTHING)}`,
    init: {
      method,
      ...(hasBody && {
        body: csvBody === undefined ? '{}' : '',
        headers: { 'content-type': csvBody === undefined ? 'application/json' : 'text/csv' },
      }),
    },
  }
}

async function ask(operation: Operation, headers: Record<string, string>) {
  const { path, init } = emptyRequest(operation)
  const response = await app.request(path, { ...init, headers: { ...init.headers, ...headers } })
  // A stream of events never ends by itself.
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return { status: response.status, code: undefined, detail: '' }
  }
  const text = await response.text()
  const problem = response.headers.get('content-type') === 'application/problem+json' ? JSON.parse(text) : {}
  return { status: response.status, code: problem.code as string | undefined, detail: String(problem.detail ?? '') }
}

// Whatever ends sessions, last, so that the others still have theirs.
const inOrder = operations.toSorted(
  (a, b) => Number(/sign_out|end_|session/.test(a.id)) - Number(/sign_out|end_|session/.test(b.id)),
)

for (const role of ROLES) {
  test(`with a key of the role ${role} every operation is refused that takes a higher one, and no other`, async () => {
    for (const operation of inOrder) {
      const { status, code, detail } = await ask(operation, { authorization: `Bearer ${keys.get(role)}` })
      const what = `${operation.id} as ${role}: ${status} ${code} ${detail}`
      const needed = roleOf(operation)
      if (!hasRole(role, needed)) {
        assert.deepEqual([status, code], [403, 'forbidden'], what)
        assert.ok(detail.includes(needed) && detail.includes(role), what)
      } else if (operation.isForSessions) {
        assert.deepEqual([status, code], [403, 'forbidden'], what)
        assert.match(detail, /signed in to the console/)
      } else assert.ok(status !== 401 && status !== 403 && status < 500, what)
    }
  })

  test(`an administrator of the role ${role} is refused every operation that takes a higher one, and no other`, async () => {
    const cookies = [...(browsers.get(role)?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie: cookies, origin: app.config.publicUrl, 'sec-fetch-site': 'same-origin' }
    for (const operation of inOrder) {
      const { status, code, detail } = await ask(operation, headers)
      const what = `${operation.id} as ${role}: ${status} ${code} ${detail}`
      if (hasRole(role, roleOf(operation))) assert.ok(status !== 401 && status !== 403 && status < 500, what)
      else assert.deepEqual([status, code], [403, 'forbidden'], what)
    }
  })

  test(`what /me tells the role ${role} that it may do is what it may do`, async () => {
    const byKey = await app.request('/api/v1/me', { headers: { authorization: `Bearer ${keys.get(role)}` } })
    const me = (await byKey.json()) as { administrator: null; role: string; operations: string[] }
    assert.deepEqual([me.administrator, me.role], [null, role])
    const allowed = operations.filter(operation => hasRole(role, roleOf(operation)) && !operation.isForSessions)
    for (const { id } of operations)
      assert.equal(
        me.operations.includes(id),
        allowed.some(operation => operation.id === id),
        id,
      )
  })
}

test('the least role of each operation is the one that is meant', () => {
  const of = (id: string) => {
    const found = operations.find(operation => operation.id === id)
    return found && roleOf(found)
  }
  const meant: Record<Role, string[]> = {
    read_only: ['list_accounts', 'read_accounts', 'read_statistics', 'list_messages', 'read_me', 'update_me', 'list_my_sessions'],
    front_desk: ['create_accounts', 'update_accounts', 'start_validation', 'resend_validation', 'cancel_validation'],
    operator: [
      'delete_accounts',
      'export_account',
      'erase_account',
      'export_person',
      'erase_person',
      'update_sms_gateways',
      'update_limits',
      'list_audit_events',
      'read_audit_events',
      'list_simulator_messages',
    ],
    owner: [
      'list_administrators',
      'read_administrators',
      'create_administrators',
      'update_administrators',
      'delete_administrators',
      'reset_second_factor',
      'sign_out_administrator',
      'list_api_keys',
      'read_api_keys',
      'create_api_keys',
      'update_api_keys',
      'delete_api_keys',
      'advance_test_clock',
    ],
  }
  for (const role of ROLES) for (const id of meant[role]) assert.equal(of(id), role, id)
})

test('the document says the role of each operation, and what a session needs besides', async () => {
  const document = await readOpenApi(app)
  const documented = Object.values(document.paths).flatMap(methods =>
    Object.values(methods).map(operation => operation as unknown as Record<string, unknown>),
  )
  for (const operation of operations) {
    const found = documented.find(({ operationId }) => operationId === operation.id)
    assert.ok(found, operation.id)
    assert.equal(found['x-role'], roleOf(operation), operation.id)
    assert.ok(String(found.description).includes(`\`${roleOf(operation)}\``), operation.id)
    const refusals = JSON.stringify((found.responses as Record<string, unknown>)['403'])
    assert.equal(
      refusals.includes('confirm_identity'),
      operation.isSensitive === true || ['update_me', 'update_settings', 'update_limits'].includes(operation.id),
      operation.id,
    )
  }
})

test('who only reads sees contacts masked, and cannot probe them by filter, search or order', async () => {
  const made = await app.api('POST', '/accounts', {
    login: '+15555550142',
    first_name: 'Ana',
    email: 'ana.silva@example.com',
    phone: '+15555550142',
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const asking = (role: Role) => async (path: string) => {
    const response = await app.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${keys.get(role)}` } })
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
  }
  const reader = asking('read_only')
  const record = await reader(`/accounts/${made.body.id}`)
  assert.deepEqual(
    [record.body.login, record.body.email, record.body.phone, record.body.first_name],
    ['+1******0142', 'a***@example.com', '+1******0142', 'Ana'],
  )
  const list = await reader(`/accounts?id=${made.body.id}`)
  assert.deepEqual(list.body, { data: [record.body], total: 1 })
  for (const query of [
    'email=ana.silva@example.com',
    'phone=%2B15555550142',
    'login=%2B15555550142',
    'q=5550142',
    'q=',
    'sort=phone',
    'sort=email&order=desc',
    'sort=login',
    'phone=%2B1&phone=%2B15555550142',
  ])
    assertProblem(await reader(`/accounts?${query}`), 403, 'forbidden')
  for (const path of [
    '/messages?to=%2B15555550142',
    '/messages?q=0142',
    '/validations?contact=%2B15555550142',
    '/suppressions?q=ana',
  ])
    assertProblem(await reader(path), 403, 'forbidden')
  for (const path of ['/accounts?status=active&sort=created_at', '/usage_plans?q=free', '/messages?status=failed'])
    assert.equal((await reader(path)).status, 200, path)

  const desk = asking('front_desk')
  assert.equal((await desk('/accounts?phone=%2B15555550142')).body.data[0].phone, '+15555550142')
  assert.equal((await desk('/accounts?q=ana.silva')).body.data[0].login, '+15555550142')
})

test('below an operator nobody is shown an address with a secret in it, or what may hold a credential', async () => {
  const options = {
    url: 'https://sms.example.com/send',
    content_type: 'json',
    headers: 'X-Key: kingfisher',
    body: '{"to": "{to}", "text": "{message}"}',
  }
  const gateway = await app.api('POST', '/sms_gateways', { name: 'Hook', provider: 'generic', options })
  assert.equal(gateway.status, 201, JSON.stringify(gateway.body))
  const server = await app.api('POST', '/mail_servers', { name: 'Relay', from: 'wifi@example.com', host: 'mail.example.com' })
  for (const role of ROLES) {
    const read = async (path: string) => {
      const response = await app.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${keys.get(role)}` } })
      return JSON.parse(await response.text())
    }
    const seen = [await read(`/sms_gateways/${gateway.body.id}`), await read(`/mail_servers/${server.body.id}`)]
    const shows = hasRole(role, 'operator')
    assert.deepEqual(
      [typeof seen[0].callback_url, typeof seen[1].bounce_hook_url].sort(),
      Array(2).fill(shows ? 'string' : 'object'),
    )
    assert.equal(JSON.stringify(seen).includes('kingfisher'), shows, role)
    assert.equal(seen[0].options.content_type, 'json')
  }
})
