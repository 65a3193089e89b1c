import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)

/** Every kind of record that operators write: the least that makes one, a change, and what a second one clashes on. */
const KINDS: { resource: string; least: Record<string, unknown>; change: Record<string, unknown>; unique?: string }[] = [
  { resource: 'account_groups', least: { name: 'Guests' }, change: { priority: 7, note: 'first\nsecond' }, unique: 'name' },
  {
    resource: 'usage_plans',
    least: { name: 'Free' },
    change: { usage_minutes: 60, max_devices: 2, validation_method: 'email' },
    unique: 'name',
  },
  {
    resource: 'splash_portals',
    least: { name: 'Lobby' },
    change: { slug: 'lobby-2', allowed_countries: ['de', 'FR'] },
    unique: 'name',
  },
  {
    resource: 'sms_gateways',
    least: { name: 'Phone', provider: 'simulator' },
    change: { from: '+15555550100', enabled: false },
    unique: 'name',
  },
  {
    resource: 'mail_servers',
    least: { name: 'Relay', from: 'wifi@example.com', host: 'mail.example.com' },
    change: { port: 465, security: 'tls' },
    unique: 'name',
  },
  {
    resource: 'carriers',
    least: { name: 'Acme', country: 'US', address_template: '{number}@acme.example' },
    change: { status: 'active' },
    unique: 'name',
  },
  { resource: 'accounts', least: { login: 'ana' }, change: { first_name: 'Ana', status: 'pending' }, unique: 'login' },
  {
    resource: 'administrators',
    least: { login: 'olga', password: 'correct horse battery' },
    change: { name: 'Olga' },
    unique: 'login',
  },
  { resource: 'api_keys', least: { name: 'Booking' }, change: { expires_at: '2027-01-01T00:00:00Z' } },
]

const auditOf = (recordId: string) =>
  app.database.query<{ action: string; actor: string; changes: Record<string, unknown> }>(
    'select action, actor, changes from audit_events where record_id = $1 order by id',
    [recordId],
  )

for (const { resource, least, change, unique } of KINDS)
  test(`${resource}: a record is created, read, listed, changed and deleted, and each change is on the audit log once`, async () => {
    const created = await api('POST', `/${resource}`, least)
    assert.equal(created.status, 201, JSON.stringify(created.body))
    const { id } = created.body
    assert.equal(created.headers.get('location'), `/api/v1/${resource}/${id}`)

    const read = await api('GET', `/${resource}/${id}`)
    assert.equal(read.status, 200)
    assert.deepEqual({ ...created.body, key: undefined }, { ...read.body, key: undefined })
    assert.deepEqual((await api('GET', `/${resource}?id=${id}`)).body, { data: [read.body], total: 1 })
    assert.deepEqual((await api('GET', `/${resource}/${id.toUpperCase()}`)).body, read.body)

    app.clock.advance(1)
    const changed = await api('PATCH', `/${resource}/${id}`, change)
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    assert.deepEqual((await api('GET', `/${resource}/${id}`)).body, changed.body)
    assert.ok(changed.body.updated_at > read.body.updated_at)
    const untouched = Object.keys(read.body).filter(
      field => !(field in change) && !['updated_at', 'warnings', 'offered', 'overridden'].includes(field),
    )
    for (const field of untouched) assert.deepEqual(changed.body[field], read.body[field], `${field} changed too`)

    // What changes nothing leaves no trace.
    assert.deepEqual((await api('PATCH', `/${resource}/${id}`, {})).body, changed.body)
    assert.equal((await auditOf(id)).length, 2)

    if (unique) {
      const clash = await api('POST', `/${resource}`, least)
      assertProblem(clash, 422, 'invalid', [unique])
    }
    const gone = await api('DELETE', `/${resource}/${id}`)
    assert.equal(gone.status, 204)
    assert.equal(gone.body, '')
    assertProblem(await api('GET', `/${resource}/${id}`), 404, 'not_found')
    assertProblem(await api('PATCH', `/${resource}/${id}`, change), 404, 'not_found')
    assertProblem(await api('DELETE', `/${resource}/${id}`), 404, 'not_found')
    assert.deepEqual(
      (await auditOf(id)).map(event => [event.action, event.actor]),
      ['create', 'update', 'delete'].map(action => [action, 'root key (GATEHOUSE_API_KEY)']),
    )
    assert.deepEqual((await app.database.query(`select count(*)::int as n from ${resource}`))[0], { n: 0 })
  })

for (const { resource, least } of KINDS)
  test(`${resource}: what is missing, unknown or read-only is named, and nothing is written`, async () => {
    assertProblem(await api('POST', `/${resource}`, {}), 422, 'invalid', missingOf(resource))
    assertProblem(
      await api('POST', `/${resource}`, { ...least, colour: 'red', created_at: '2026-01-01T00:00:00Z' }),
      422,
      'invalid',
      ['colour', 'created_at'],
    )
    assertProblem(await api('PATCH', `/${resource}/0199a7a0-5c00-7000-8000-000000000001`, { id: 'x' }), 422, 'invalid', ['id'])
    assert.deepEqual((await app.database.query(`select count(*)::int as n from ${resource}`))[0], { n: 0 })
  })

function missingOf(resource: string): string[] {
  switch (resource) {
    case 'sms_gateways':
      return ['name', 'provider']
    case 'mail_servers':
      return ['name', 'from']
    case 'carriers':
      return ['name', 'country', 'address_template']
    case 'accounts':
      return ['login']
    case 'administrators':
      return ['login', 'password']
    default:
      return ['name']
  }
}

test('an id that is none is 404, never an error of the database', async () => {
  for (const { resource } of KINDS)
    for (const id of ['1', 'x', "';--", '%00', '0199a7a0-5c00-7000-8000-00000000000g', 'a'.repeat(500)])
      for (const [method, body] of [['GET'], ['PATCH', { note: 'x' }], ['DELETE']] as const)
        assertProblem(await api(method, `/${resource}/${encodeURIComponent(id)}`, body), 404, 'not_found')
})

test('an address says which methods it takes', async () => {
  for (const { resource } of KINDS) {
    const list = await api('PUT', `/${resource}`, {})
    assertProblem(list, 405, 'method_not_allowed')
    assert.equal(list.headers.get('allow'), 'GET, POST')
    const record = await api('PUT', `/${resource}/0199a7a0-5c00-7000-8000-000000000001`, {})
    assertProblem(record, 405, 'method_not_allowed')
    assert.equal(record.headers.get('allow'), 'GET, PATCH, DELETE')
  }
  for (const resource of ['messages', 'audit_events'])
    assert.equal((await api('POST', `/${resource}`, {})).headers.get('allow'), 'GET')
})

test('without a good key nothing is told', async () => {
  const ask = (authorization?: string) =>
    app.request('/api/v1/usage_plans', authorization === undefined ? {} : { headers: { authorization } })
  for (const authorization of [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic dGVzdA==',
    'Bearer wrong',
    `Bearer ${app.config.apiKey}x`,
    `Bearer ${app.config.apiKey} x`,
  ]) {
    const answer = await ask(authorization)
    assert.equal(answer.status, 401, authorization)
    assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/)
    assert.equal(((await answer.json()) as { code: string }).code, 'unauthorized')
  }
  assert.equal((await ask(`bearer  ${app.config.apiKey} `)).status, 200)
})

test('a key made through the API works until it expires or is deleted, is shown once and kept as a hash', async () => {
  const created = await api('POST', '/api_keys', {
    name: 'Door',
    expires_at: new Date(app.clock.now().getTime() + 60_000).toISOString(),
  })
  const { id, key, key_prefix: prefix } = created.body
  assert.match(key, /^gh_[\w-]{43}$/)
  assert.ok(key.startsWith(prefix))
  const ask = async () => (await app.request('/api/v1/account_groups', { headers: { authorization: `Bearer ${key}` } })).status
  assert.equal(await ask(), 200)
  assert.equal((await api('GET', `/api_keys/${id}`)).body.key, null)
  const rows = await app.database.query('select * from api_keys')
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(key.slice(prefix.length)))

  const made = await app.request('/api/v1/account_groups', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{"name":"By the door"}',
  })
  const group = (await made.json()) as { id: string }
  assert.equal((await auditOf(group.id))[0]?.actor, 'Door')

  app.clock.advance(61)
  assert.equal(await ask(), 401)
  assert.equal((await api('PATCH', `/api_keys/${id}`, { expires_at: null })).status, 200)
  assert.equal(await ask(), 200)
  assert.equal((await api('DELETE', `/api_keys/${id}`)).status, 204)
  assert.equal(await ask(), 401)
  await api('DELETE', `/account_groups/${group.id}`)
})

test('what is in use cannot be deleted, and the answer names its users', async () => {
  const group = (await api('POST', '/account_groups', { name: 'Used' })).body
  const gateway = (await api('POST', '/sms_gateways', { name: 'Used', provider: 'simulator' })).body
  const plan = (await api('POST', '/usage_plans', { name: 'Used', account_group_id: group.id, sms_gateway_ids: [gateway.id] }))
    .body
  const portal = (
    await api('POST', '/splash_portals', { name: 'Used', sms_gateway_ids: [gateway.id], usage_plan_ids: [plan.id] })
  ).body
  const account = (await api('POST', '/accounts', { login: 'used', usage_plan_id: plan.id, account_group_id: group.id })).body
  const administrator = (await api('POST', '/administrators', { login: 'used', password: 'correct horse battery' })).body
  const key = (await api('POST', '/api_keys', { name: 'Used', administrator_id: administrator.id })).body

  const use = (resource: string, record: { id: string; name?: string; login?: string }) => ({
    resource,
    id: record.id,
    name: record.name ?? record.login,
  })
  for (const [path, users] of [
    [`/account_groups/${group.id}`, [use('usage_plans', plan), use('accounts', account)]],
    [`/sms_gateways/${gateway.id}`, [use('usage_plans', plan), use('splash_portals', portal)]],
    [`/usage_plans/${plan.id}`, [use('splash_portals', portal), use('accounts', account)]],
    [`/administrators/${administrator.id}`, [use('api_keys', key)]],
  ] as const) {
    const refused = await api('DELETE', path)
    const detail = assertProblem(refused, 409, 'in_use')
    assert.deepEqual(refused.body.used_by, users)
    assert.match(detail, /"Used"|"used"/)
    assert.equal((await api('GET', path)).status, 200)
  }
  // From the outside in everything can go; a plan and a portal take their own links with them.
  for (const path of [
    `/api_keys/${key.id}`,
    `/administrators/${administrator.id}`,
    `/accounts/${account.id}`,
    `/splash_portals/${portal.id}`,
    `/usage_plans/${plan.id}`,
    `/sms_gateways/${gateway.id}`,
    `/account_groups/${group.id}`,
  ])
    assert.equal((await api('DELETE', path)).status, 204, path)
})

test('a gateway that has sent can be deleted, and what it sent stays on record', async () => {
  const gateway = (await api('POST', '/sms_gateways', { name: 'Old phone', provider: 'simulator' })).body
  const portal = (await api('POST', '/splash_portals', { name: 'Old', extra_prefixes: ['+1555'], sms_gateway_ids: [gateway.id] }))
    .body
  const validation = await api('POST', '/validations', { channel: 'sms', to: '+15555550188', splash_portal_id: portal.id })
  assert.equal(validation.status, 201)
  assert.equal((await api('DELETE', `/splash_portals/${portal.id}`)).status, 204)
  assert.equal((await api('DELETE', `/sms_gateways/${gateway.id}`)).status, 204)
  const messages = (await api('GET', `/messages?validation_id=${validation.body.id}`)).body
  assert.equal(messages.total, 1)
  assert.equal(messages.data[0].sms_gateway_id, null)
})

test('of many at once, exactly one record gets a name', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => api('POST', '/account_groups', { name: 'Contested' })))
  assert.deepEqual(answers.map(answer => answer.status).sort(), [201, ...Array(9).fill(422)])
})
