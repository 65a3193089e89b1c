import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { importCsv } from '../../test/csv.ts'
import { createTestApp } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const { key } = (await api('POST', '/api_keys', { name: 'An operator', role: 'operator' })).body

const TOKEN = 'f00dfeedf00dfeedf00dfeedf00dfeed'
const SID = 'AC0123456789abcdef0123456789abcdef'
const twilio = { name: 'Twilio', provider: 'twilio', from: '+14155550100', account_sid: SID, auth_token: TOKEN }

const storedToken = async (id: string) => {
  const [row] = await app.database.query<{ auth_token_encrypted: Buffer | null }>(
    'select auth_token_encrypted from sms_gateways where id = $1',
    [id],
  )
  return row?.auth_token_encrypted ? app.ctx.keys.decrypt(row.auth_token_encrypted, `sms_gateways.auth_token:${id}`) : undefined
}

test('an auth token is written, never read, kept by other changes, replaced and cleared', async () => {
  const created = await api('POST', '/sms_gateways', twilio)
  assert.equal(created.status, 201, JSON.stringify(created.body))
  const { id } = created.body
  assert.deepEqual([created.body.auth_token, created.body.auth_token_set], [null, true])
  assert.equal(await storedToken(id), TOKEN)

  const renamed = await api('PATCH', `/sms_gateways/${id}`, { name: 'Main' })
  assert.equal(renamed.body.auth_token_set, true)
  assert.equal(await storedToken(id), TOKEN)

  const other = TOKEN.replaceAll('f', 'a')
  await api('PATCH', `/sms_gateways/${id}`, { auth_token: other })
  assert.equal(await storedToken(id), other)

  for (const nothing of [null, '']) {
    await api('PATCH', `/sms_gateways/${id}`, { auth_token: other })
    const cleared = await api('PATCH', `/sms_gateways/${id}`, { auth_token: nothing })
    assert.equal(cleared.status, 200)
    assert.deepEqual([cleared.body.auth_token, cleared.body.auth_token_set], [null, false])
    assert.match(cleared.body.warnings.join(' '), /no auth_token/)
    assert.equal(await storedToken(id), undefined)
  }
  // A record without its token can still be changed.
  assert.equal((await api('PATCH', `/sms_gateways/${id}`, { note: 'waiting for the token' })).status, 200)
  await api('DELETE', `/sms_gateways/${id}`)
})

test('a stored token goes nowhere else than it was put in for: who changes that puts it in again', async () => {
  const send = {
    url: 'https://sms.example.com/send',
    headers: 'X-Key: {auth_token}',
    body: '{"to": "{to}", "text": "{message}"}',
  }
  const generic = { name: 'Generic', provider: 'generic', auth_token: TOKEN, options: send }
  const { id } = (await api('POST', '/sms_gateways', twilio)).body
  const other = (await api('POST', '/sms_gateways', generic)).body.id
  for (const [gateway, change] of [
    [id, { base_url: 'https://evil.example.com' }],
    [id, { provider: 'generic', options: { ...send, url: 'https://evil.example.com/' } }],
    [other, { options: { ...send, url: 'https://evil.example.com/send' } }],
    [other, { options: { ...send, url: 'http://sms.example.com/send' } }],
    // To a phone of theirs, by a test message.
    [other, { options: { ...send, body: '{"to": "{to}", "text": "{message} {auth_token}"}' } }],
    [other, { options: { ...send, headers: 'X-Key: {auth_token}\nX-Log: {basic_auth}' } }],
  ] as const) {
    const refused = await api('PATCH', `/sms_gateways/${gateway}`, change, key)
    assert.match(assertProblem(refused, 422, 'invalid', ['auth_token']), /again/, JSON.stringify(change))
    assert.equal((await api('PATCH', `/sms_gateways/${gateway}`, { ...change, auth_token: TOKEN }, key)).status, 200)
    await api('PATCH', `/sms_gateways/${gateway}`, gateway === id ? { ...twilio, base_url: '', options: {} } : generic)
  }
  const file = 'name,base_url\nMain,https://evil.example.com\n'.replace('Main', twilio.name)
  const imported = await importCsv(app, '/sms_gateways/import?mode=update', file, key)
  assert.deepEqual([imported.body.updated, imported.body.errors[0]?.field], [0, 'auth_token'])
  // Through the simulator, which sends it nowhere, neither.
  const aside = { provider: 'simulator', base_url: 'https://evil.example.com', options: {} }
  assert.equal((await api('PATCH', `/sms_gateways/${id}`, aside, key)).status, 200)
  assertProblem(await api('PATCH', `/sms_gateways/${id}`, { provider: 'twilio' }, key), 422, 'invalid', ['auth_token'])
  await api('PATCH', `/sms_gateways/${id}`, { ...twilio, base_url: '' })
  // What has nothing to do with it, and a server without a token.
  for (const change of [
    { options: { ...send, body: '{"to": "{to}", "text": "{message}!"}' } },
    { options: { ...send, url: `${send.url}?v=2` } },
  ])
    assert.equal((await api('PATCH', `/sms_gateways/${other}`, change, key)).status, 200, JSON.stringify(change))
  await api('PATCH', `/sms_gateways/${id}`, { auth_token: null })
  assert.equal((await api('PATCH', `/sms_gateways/${id}`, { base_url: 'https://sms.example.com' })).status, 200)
  // Whoever has the root key has the key that the token is stored under.
  assert.equal(
    (await api('PATCH', `/sms_gateways/${other}`, { options: { ...send, url: 'https://new.example.com/' } })).status,
    200,
  )
  for (const made of [id, other]) await api('DELETE', `/sms_gateways/${made}`)
})

test('a token encrypted under another secret key is a warning, not an error', async () => {
  const { id } = (await api('POST', '/sms_gateways', twilio)).body
  await app.database.query("update sms_gateways set auth_token_encrypted = '\\x01' where id = $1", [id])
  await app.ctx.catalogue.reload()
  const read = await api('GET', `/sms_gateways/${id}`)
  assert.equal(read.status, 200)
  assert.match(read.body.warnings.join(' '), /put it in again/)
  assert.equal((await api('PATCH', `/sms_gateways/${id}`, { auth_token: TOKEN })).status, 200)
  await api('DELETE', `/sms_gateways/${id}`)
})

test('what belongs elsewhere is refused with a sentence that says what to do', async () => {
  for (const [change, field, words] of [
    [{ from: 'VA0123456789abcdef0123456789abcdef' }, 'from', /Verify/],
    [{ from: SID }, 'from', /Messaging Service/],
    [{ from: 'four score and seven' }, 'from', /11 characters/],
    [{ from: '' }, 'from', /number/],
    [{ from: '415 555 0100' }, 'from', /plus/],
    [{ account_sid: 'SK0123456789abcdef0123456789abcdef' }, 'account_sid', /Account SID/],
    [{ account_sid: 'MG0123456789abcdef0123456789abcdef' }, 'account_sid', /From/],
    [{ auth_token: 'SK0123456789abcdef0123456789abcdef' }, 'auth_token', /Auth Token/],
    [{ base_url: 'ftp://example.com' }, 'base_url', /http/],
    [{ provider: 'carrier_pigeon' }, 'provider', /one of/],
    [{ auth_token: undefined }, 'auth_token', /Auth Token/],
  ] as const) {
    const refused = await api('POST', '/sms_gateways', { ...twilio, ...change })
    assert.match(assertProblem(refused, 422, 'invalid', [field]), words)
  }
  assert.equal((await api('GET', '/sms_gateways')).body.total, 0)
})

test('numbers, short codes, sender names and Messaging Services are taken; a sender name comes with a warning', async () => {
  for (const [from, warned] of [
    ['+14155550100', false],
    ['72345', false],
    ['MG0123456789abcdef0123456789abcdef', false],
    ['HotelAurora', true],
  ] as const) {
    const created = await api('POST', '/sms_gateways', { ...twilio, from })
    assert.equal(created.status, 201, from)
    assert.equal(/\+1/.test(created.body.warnings.join(' ')), warned, `${from}: ${created.body.warnings}`)
    assert.equal((await api('DELETE', `/sms_gateways/${created.body.id}`)).status, 204)
  }
})

test('a change is judged together with what stays', async () => {
  const { id } = (await api('POST', '/sms_gateways', { name: 'Phone', provider: 'simulator' })).body
  const refused = await api('PATCH', `/sms_gateways/${id}`, { provider: 'twilio' })
  assertProblem(refused, 422, 'invalid', ['from', 'account_sid'])
  assert.equal((await api('PATCH', `/sms_gateways/${id}`, { ...twilio, name: 'Phone' })).status, 200)
  await api('DELETE', `/sms_gateways/${id}`)
})

test('options hold plain values and come back as they were', async () => {
  const options = { region: 'ie1', retries: 3, flash: true }
  const { id, ...created } = (await api('POST', '/sms_gateways', { name: 'Phone', provider: 'simulator', options })).body
  assert.deepEqual(created.options, options)
  for (const bad of [{ 'a b': 1 }, { a: { b: 1 } }, { a: [1] }, { a: null }, { a: '\u0000' }, { ['x'.repeat(61)]: 1 }, 'x', [1]])
    assert.equal((await api('PATCH', `/sms_gateways/${id}`, { options: bad })).status, 422, JSON.stringify(bad))
  assert.deepEqual((await api('PATCH', `/sms_gateways/${id}`, { options: {} })).body.options, {})
})

test('the password of a mail server is as secret as a token', async () => {
  const created = await api('POST', '/mail_servers', {
    name: 'Relay',
    host: 'mail.example.com',
    from: 'Hotel <wifi@example.com>',
    username: 'wifi',
    password: 'relay-password',
  })
  const { id } = created.body
  assert.deepEqual([created.status, created.body.password, created.body.password_set], [201, null, true])
  const [row] = await app.database.query<{ password_encrypted: Buffer }>('select * from mail_servers')
  assert.ok(row)
  assert.equal(app.ctx.keys.decrypt(row.password_encrypted, `mail_servers.password:${id}`), 'relay-password')
  assert.equal((await api('PATCH', `/mail_servers/${id}`, { port: 2525 })).body.password_set, true)
  // It is for that host alone.
  const moved = await api('PATCH', `/mail_servers/${id}`, { host: 'evil.example.com' }, key)
  assert.match(assertProblem(moved, 422, 'invalid', ['password']), /again/)
  const retyped = { host: 'smtp.example.com', password: 'relay-password' }
  assert.equal((await api('PATCH', `/mail_servers/${id}`, retyped)).body.host, 'smtp.example.com')
  assert.equal((await api('PATCH', `/mail_servers/${id}`, { host: 'SMTP.example.com' })).status, 200)
  const cleared = await api('PATCH', `/mail_servers/${id}`, { password: null })
  assert.equal(cleared.body.password_set, false)
  assert.match(cleared.body.warnings.join(' '), /no password/)
  assertProblem(await api('POST', '/mail_servers', { name: 'x', from: 'wifi@example.com' }), 422, 'invalid', ['host'])
  assertProblem(await api('PATCH', `/mail_servers/${id}`, { from: 'a@b.example, c@d.example' }), 422, 'invalid', ['from'])
  assertProblem(await api('PATCH', `/mail_servers/${id}`, { host: 'a/b', port: 0 }), 422, 'invalid', ['host', 'port'])
})

test('no secret is in any answer, audit row or plain column', async () => {
  const secrets = ['canary-token-0123456789abcdef', 'canary-relay-password', 'canary battery staple', 'canary horse staple']
  await api('POST', '/sms_gateways', { ...twilio, name: 'Canary', base_url: 'http://127.0.0.1:9', auth_token: secrets[0] })
  await api('POST', '/mail_servers', { name: 'Canary', host: 'h.example', from: 'a@b.example', password: secrets[1] })
  await api('POST', '/accounts', { login: 'canary', password: secrets[2] })
  const { id } = (await api('POST', '/administrators', { login: 'bird', password: secrets[2] })).body
  await api('PATCH', `/administrators/${id}`, { password: secrets[3] })
  const { key } = (await api('POST', '/api_keys', { name: 'Canary' })).body
  for (const resource of ['sms_gateways', 'mail_servers', 'accounts', 'administrators', 'api_keys', 'audit_events']) {
    const text =
      JSON.stringify((await api('GET', `/${resource}?per_page=500`)).body) +
      JSON.stringify(await app.database.query(`select t::text from ${resource} t`))
    for (const secret of [...secrets, key]) assert.ok(!text.includes(secret), `${secret} in ${resource}`)
    assert.doesNotMatch(JSON.stringify((await api('GET', `/${resource}`)).body), /argon2|_encrypted|key_hash|password_hash/)
  }
  const events = (await api('GET', '/audit_events?resource=administrators')).body.data
  assert.deepEqual(
    events.map((event: { changes: Record<string, unknown> }) => event.changes.password),
    ['changed', 'set'],
  )
})
