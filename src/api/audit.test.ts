import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../test/harness.ts'
import { describeChanges } from './audit.ts'

const app = await createTestApp({ seed: 'demo', schedule: false })
const eventsOf = async (id: string) => (await app.api('GET', `/audit_events?record_id=${id}&per_page=100`)).body.data

test('of every encrypted column, also of one that is new, it tells only that it changed', () => {
  const [before, after] = [Buffer.from('before'), Buffer.from('after')]
  assert.deepEqual(describeChanges({ shared_secret_encrypted: before }, { shared_secret_encrypted: after }), {
    shared_secret: 'changed',
  })
  assert.deepEqual(describeChanges({ shared_secret_encrypted: before }, { shared_secret_encrypted: before }), {})
})

test('what may hold a credential in the options of a gateway is not told, only that something changed', async () => {
  const options = {
    url: 'https://hooks.example.com/services/T0001/kingfisher-91',
    content_type: 'json',
    headers: 'X-Client: kingfisher-92',
    body: '{"to": "{to}", "text": "{message}", "client": "kingfisher-93"}',
  }
  const made = await app.api('POST', '/sms_gateways', { name: 'Hook', provider: 'generic', options })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id } = made.body
  const changed = { ...options, headers: 'X-Client: kingfisher-94' }
  assert.equal((await app.api('PATCH', `/sms_gateways/${id}`, { options: changed })).status, 200)
  const events = await eventsOf(id)
  assert.doesNotMatch(JSON.stringify(events), /kingfisher/)
  const update = events.find((event: { action: string }) => event.action === 'update')
  assert.deepEqual(Object.keys(update.changes), ['options'])
  assert.equal(update.changes.options.to.headers, 'not shown')
  assert.equal(update.changes.options.to.content_type, 'json')
})

test('a guest whose login is their number or address is not told in full, not when they are deleted either', async () => {
  for (const login of ['ada.lovelace@example.com', '+15555550177', '(555) 555-0177']) {
    const made = await app.api('POST', '/accounts', { login, password: 'lantern over the quay' })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.equal((await app.api('DELETE', `/accounts/${made.body.id}`)).status, 204)
    const events = await eventsOf(made.body.id)
    assert.equal(events.length, 2)
    assert.ok(!JSON.stringify(events).includes(login), JSON.stringify(events))
  }
})

test('a resend or cancel that cannot be written down does not happen', async () => {
  const started = await app.api('POST', '/validations', { channel: 'sms', to: '+15555550188' })
  assert.equal(started.status, 201, JSON.stringify(started.body))
  app.clock.advance(31)
  await app.database.query('alter table audit_events add constraint full_disk check (false) not valid')
  for (const action of ['resend', 'cancel'])
    assert.equal((await app.api('POST', `/validations/${started.body.id}/${action}`, {})).status, 500, action)
  const read = async () => (await app.api('GET', `/validations/${started.body.id}`)).body
  assert.deepEqual([(await read()).sends, (await read()).status], [1, 'pending'])
  await app.database.query('alter table audit_events drop constraint full_disk')
  assert.equal((await app.api('POST', `/validations/${started.body.id}/resend`, {})).status, 200)
  assert.equal((await app.api('POST', `/validations/${started.body.id}/cancel`, {})).status, 200)
  assert.deepEqual([(await read()).sends, (await read()).status, (await eventsOf(started.body.id)).length], [2, 'cancelled', 2])
})

test('neither a session’s nor an API key’s stored form lets anybody in', async () => {
  const key = (await app.api('POST', '/api_keys', { name: 'till' })).body.key
  const plan = [...app.ctx.catalogue.now.usagePlans.values()].find(({ name }) => name === 'Guest Wi-Fi')?.id ?? ''
  const guest = app.guest()
  const form = { login: 'dump', password: 'lantern over the quay', password_confirmation: 'lantern over the quay' }
  await guest.submit('/portal/lobby/sign_up', {
    ...form,
    usage_plan_id: plan,
    phone: '+15555550155',
    email: 'd@example.com',
    tos: '1',
  })
  const [[cookieName = '', token = '']] = [...guest.cookies] as [[string, string]]
  const asks = (authorization: string) => app.request('/api/v1/account_groups', { headers: { authorization } })
  assert.equal((await asks(`Bearer ${key}`)).status, 200)

  const [stored] = await app.database.query<{ key_hash: Buffer; key_prefix: string }>(
    "select * from api_keys where name = 'till'",
  )
  assert.ok(stored)
  for (const form of [stored.key_prefix, stored.key_hash.toString('hex'), stored.key_hash.toString('base64url')])
    assert.equal((await asks(`Bearer ${form}`)).status, 401, form)
  const sessions = await app.database.query<{ token_hash: Buffer }>('select token_hash from sessions')
  assert.ok(sessions.length > 0 && token.length >= 43)
  const signedUp = await app.request('/portal/lobby/validate_account', { headers: { cookie: `${cookieName}=${token}` } })
  assert.match(await signedUp.text(), /name="code"/)
  for (const { token_hash: hash } of sessions)
    for (const form of [hash.toString('hex'), hash.toString('base64url')]) {
      const page = await app.request('/portal/lobby/validate_account', { headers: { cookie: `${cookieName}=${form}` } })
      assert.doesNotMatch(await page.text(), /name="code"/)
    }
})
