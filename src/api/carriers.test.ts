import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { startFakeDns } from '../../test/fakes/dns.ts'
import { createTestApp } from '../../test/harness.ts'
import { uuidv7 } from '../lib/random.ts'

const dns = await startFakeDns({ 'vtext.com': { mx: ['mx.vtext.com'] } })
after(() => dns.close())
const app = await createTestApp({ seed: 'demo', schedule: false, config: { dnsServers: [dns.address] } })
const { clock, database } = app
const api = await documentedApi(app)

const carrierOf = async (name: string) => (await api('GET', `/carriers?name=${encodeURIComponent(name)}`)).body.data[0]
const verizon = await carrierOf('Verizon')
const path = `/carriers/${verizon.id}`
const auditOf = (recordId: string) =>
  database.query<{ action: string; changes: Record<string, unknown> }>(
    'select action, changes from audit_events where record_id = $1 order by id',
    [recordId],
  )

test('a built-in carrier says what it was made from and what is known of its health', async () => {
  assert.equal(verizon.fact_key, 'US/verizon')
  assert.deepEqual(verizon.overridden, [])
  assert.deepEqual([verizon.status, verizon.health, verizon.health_reason, verizon.mx_status], ['degraded', null, '', null])
  assert.deepEqual(verizon.redemption, { sent: 0, proven: 0, rate: null, window_days: 7 })
  assert.deepEqual(verizon.warnings, [])
})

test('a check asks the DNS and judges at once; who asks about a carrier that is none gets 404', async () => {
  dns.zones = {}
  const gone = (await api('POST', `${path}/check`)).body
  assert.deepEqual([gone.status, gone.health, gone.mx_status], ['retired', 'suspended', 'missing'])
  assert.match(gone.warnings.join(), /^There is no mail server for vtext\.com in the DNS\. It is not offered meanwhile\./)
  assert.equal((await api('GET', '/carriers?health=suspended&status=retired&mx_status=missing')).body.total, 1)
  dns.zones = { 'vtext.com': 'servfail' }
  assert.equal((await api('POST', `${path}/check`)).body.mx_status, 'missing')
  dns.zones = { 'vtext.com': { mx: ['mx.vtext.com'] } }
  const back = (await api('POST', `${path}/check`, {})).body
  assert.deepEqual([back.status, back.health, back.mx_status, back.warnings], ['degraded', null, 'ok', []])
  assertProblem(await api('POST', `/carriers/${uuidv7(clock.now())}/check`), 404, 'not_found')
  assertProblem(await api('POST', '/carriers/x/check'), 404, 'not_found')
  assertProblem(await api('POST', `${path}/check`, { force: true }), 422, 'invalid', ['force'])
})

test('what an operator changes is his: it is listed, and counts more than what is found out', async () => {
  const same = (await api('PATCH', path, { note: verizon.note, sources: verizon.sources, status: 'degraded' })).body
  assert.deepEqual(same.overridden, [], 'what stays as it is was not changed')
  const changed = (await api('PATCH', path, { status: 'active', note: 'tried it', last_verified_on: '2026-12-01' })).body
  assert.deepEqual(changed.overridden, ['last_verified_on', 'note', 'status'])
  assert.deepEqual((await api('PATCH', path, { sunset_on: null })).body.overridden, [
    'last_verified_on',
    'note',
    'status',
    'sunset_on',
  ])
  dns.zones = {}
  const { body } = await api('POST', `${path}/check`)
  assert.deepEqual([body.status, body.health], ['active', 'suspended'])
  assert.match(body.warnings.join(), /It is offered as active all the same, because you have set its status/)
})

test('a reset takes the built-in facts again, and is on the audit log', async () => {
  const { body } = await api('POST', `${path}/reset`)
  for (const field of ['name', 'country', 'address_template', 'sunset_on', 'last_verified_on', 'sources', 'note', 'overridden'])
    assert.deepEqual(body[field], verizon[field], field)
  assert.equal(body.status, 'retired', 'and what was found out counts again')
  const last = (await auditOf(verizon.id)).at(-1)
  assert.equal(last?.action, 'reset')
  assert.deepEqual(last?.changes.note, { from: 'tried it', to: verizon.note })
  const events = (await auditOf(verizon.id)).length
  assert.deepEqual((await api('POST', `${path}/reset`)).body, body)
  assert.equal((await auditOf(verizon.id)).length, events, 'a reset of nothing leaves no trace')
  dns.zones = { 'vtext.com': { mx: ['mx.vtext.com'] } }
  await api('POST', `${path}/check`)
})

test('a reset that cannot be done says why', async () => {
  assertProblem(await api('POST', `/carriers/${uuidv7(clock.now())}/reset`), 404, 'not_found')
  await api('PATCH', path, { name: 'Big Red' })
  const { body: other } = await api('POST', '/carriers', { ...OWN, name: 'Verizon' })
  assert.match(assertProblem(await api('POST', `${path}/reset`), 409, 'conflict'), /has the name of this one/)
  assert.equal((await api('GET', path)).body.name, 'Big Red')
  await api('DELETE', `/carriers/${other.id}`)
  assert.equal((await api('POST', `${path}/reset`)).body.name, 'Verizon')
  await database.query(`update carriers set fact_key = 'US/of-yesterday' where id = $1`, [verizon.id])
  assert.match(assertProblem(await api('POST', `${path}/reset`), 409, 'conflict'), /does not know the carrier any more/)
  await database.query(`update carriers set fact_key = 'US/verizon' where id = $1`, [verizon.id])
})

const OWN = { name: 'Own', country: 'US', address_template: '{number}@own.example', status: 'active' }

test('a carrier of the operator’s own is judged too; his word on its status counts until a reset', async () => {
  const { body: own } = await api('POST', '/carriers', OWN)
  assert.deepEqual([own.fact_key, own.overridden], [null, []])
  const at = `/carriers/${own.id}`
  assert.equal((await api('POST', `${at}/check`)).body.status, 'retired')
  assert.deepEqual((await api('PATCH', at, { status: 'active', note: 'our relay knows the way' })).body.overridden, ['status'])
  assert.equal((await api('GET', at)).body.status, 'active')
  const { body } = await api('POST', `${at}/reset`)
  assert.deepEqual([body.status, body.overridden, body.note], ['retired', [], 'our relay knows the way'])
})

test('another address has another health', async () => {
  const own = await carrierOf('Own')
  assert.equal(own.health, 'suspended')
  const { body } = await api('PATCH', `/carriers/${own.id}`, { address_template: '{number}@new.example' })
  assert.deepEqual(
    [body.status, body.health, body.health_reason, body.mx_status, body.mx_checked_at],
    ['active', null, '', null, null],
  )
})

test('the rate counts codes whose life is over or that were entered, of a week', async () => {
  const insert = (status: string, hoursAgo: number, more: { proven?: boolean; decoy?: boolean; accepted?: boolean } = {}) => {
    const [id, at] = [uuidv7(clock.now()), new Date(clock.now().getTime() - hoursAgo * 3_600_000)]
    return database.query(
      `with v as (
        insert into validations (id, purpose, channel, status, contact, budget_key, decoy, carrier_id, seed, last_sent_at, created_at, expires_at, approved_at)
        values ($1, 'free_sms', 'email_to_sms', $2, '+15555550100', 'x', $3, $4, '', $5, $5, $5::timestamptz + interval '10 min', case when $6 then $5::timestamptz end)
        returning id
      ) insert into messages (id, channel, template, status, "to", locale, validation_id, carrier_id, created_at, expires_at, accepted_at)
        select id, 'email_to_sms', 'code', 'accepted', '+15555550100', 'en', id, $4, $5, $5, case when $7 then $5::timestamptz end from v`,
      [id, status, more.decoy ?? false, verizon.id, at, more.proven ?? false, more.accepted ?? true],
    )
  }
  await insert('approved', 0, { proven: true })
  await insert('approved', 100, { proven: true })
  await insert('expired', 1)
  await insert('exhausted', 167)
  // None of these counts.
  await insert('pending', 0)
  await insert('expired', 169)
  await insert('expired', 1, { decoy: true })
  await insert('expired', 1, { accepted: false })
  assert.deepEqual((await api('GET', path)).body.redemption, { sent: 4, proven: 2, rate: 0.5, window_days: 7 })
})

test('a carrier that nobody has verified for half a year says so', async () => {
  clock.advance(181 * 86_400)
  await api('PATCH', path, { sunset_on: null })
  assert.match((await api('GET', path)).body.warnings.join(), /It was last verified on 2026-11-22/)
})
