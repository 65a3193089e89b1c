import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const create = (body: object) => api('POST', '/suppressions', body)

test('an operator suppresses an address or a number by hand, and only sees it masked afterwards', async () => {
  const email = await create({ channel: 'email', contact: 'Guest@Example.com', note: 'by letter' })
  assert.equal(email.status, 201)
  assert.deepEqual(
    [email.body.contact, email.body.reason, email.body.note, email.body.sms_gateway_id, email.body.sender],
    ['g***@example.com', 'manual', 'by letter', null, ''],
  )
  const sms = await create({ channel: 'sms', contact: '+15555550123' })
  assert.equal(sms.body.contact, '+1******0123')
  const [row] = await app.database.query('select contact from suppressions where id = $1', [email.body.id])
  assert.equal(row?.contact, 'guest@example.com')
  for (const path of ['/suppressions', `/suppressions/${email.body.id}`, '/audit_events'])
    assert.doesNotMatch(JSON.stringify((await api('GET', path)).body), /guest@|5555550123/)
})

test('a list is filtered by contact however it is written, by channel and reason, and searched', async () => {
  await create({ channel: 'email', contact: 'find.me@example.org', note: 'lost luggage' })
  await create({ channel: 'sms', contact: '+4915112345678' })
  for (const [query, expected] of [
    ['contact=FIND.ME@example.org', 'f***@example.org'],
    ['contact=%2B4915112345678', '+4*******5678'],
    ['contact=+4915112345678', '+4*******5678'],
    ['q=luggage', 'f***@example.org'],
    ['q=find.me', 'f***@example.org'],
    ['channel=sms&q=49151', '+4*******5678'],
  ]) {
    const { body } = await api('GET', `/suppressions?${query}`)
    assert.deepEqual([body.total, body.data[0]?.contact.replace(/\*+/, '*')], [1, expected?.replace(/\*+/, '*')], query)
  }
  assert.equal((await api('GET', '/suppressions?reason=hard_bounce')).body.total, 0)
  assertProblem(await api('GET', '/suppressions?reason=because'), 422, 'invalid', ['reason'])
})

test('a suppression holds for one gateway or sender where it says so, and each is there once', async () => {
  const gateway = (await api('POST', '/sms_gateways', { name: 'Phones', provider: 'simulator' })).body.id
  const contact = '+33612345678'
  assert.equal((await create({ channel: 'sms', contact })).status, 201)
  assert.equal((await create({ channel: 'sms', contact, sms_gateway_id: gateway })).status, 201)
  assert.equal((await create({ channel: 'sms', contact, sms_gateway_id: gateway, sender: 'HOTEL' })).status, 201)
  assertProblem(await create({ channel: 'sms', contact }), 422, 'invalid', ['contact'])
  assertProblem(await create({ channel: 'sms', contact, sms_gateway_id: gateway, sender: 'HOTEL' }), 422, 'invalid', ['contact'])
})

test('what is no contact of its channel is refused', async () => {
  for (const [body, fields] of [
    [{ channel: 'email', contact: 'guest' }, ['contact']],
    [{ channel: 'email', contact: 'a@b.example, c@d.example' }, ['contact']],
    [{ channel: 'sms', contact: '5555550123' }, ['contact']],
    [{ channel: 'sms', contact: 'guest@example.com' }, ['contact']],
    [{ channel: 'email', contact: 'a@b.example', sender: 'x' }, ['sender']],
    [{ channel: 'sms', contact: '+15555550199', sms_gateway_id: '0199a7a0-5c00-7000-8000-000000000001' }, ['sms_gateway_id']],
    [{ channel: 'fax', contact: '+15555550199' }, ['channel']],
    [{ channel: 'sms', contact: '+15555550199', reason: 'opted_out' }, ['reason']],
    [{}, ['channel', 'contact']],
  ] as const)
    assertProblem(await create(body), 422, 'invalid', [...fields])
})

test('only the note changes, and deleting lifts it, both on the record', async () => {
  const { id } = (await create({ channel: 'email', contact: 'lifted@example.com' })).body
  assert.equal((await api('PATCH', `/suppressions/${id}`, { note: 'asked again' })).body.note, 'asked again')
  assertProblem(await api('PATCH', `/suppressions/${id}`, { contact: 'other@example.com' }), 422, 'invalid', ['contact'])
  assert.equal((await api('DELETE', `/suppressions/${id}`)).status, 204)
  assertProblem(await api('GET', `/suppressions/${id}`), 404, 'not_found')
  const { body } = await api('GET', `/audit_events?record_id=${id}`)
  assert.deepEqual(body.data.map(({ action }: { action: string }) => action).sort(), ['create', 'delete', 'update'])
  assert.doesNotMatch(JSON.stringify(body), /lifted@/)
})
