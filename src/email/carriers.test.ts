import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { createTestDatabase } from '../../test/harness.ts'
import type { Carrier, Snapshot } from '../catalogue.ts'
import { CARRIERS } from './carrier-facts.ts'
import {
  addressTemplateProblem,
  aliveCarriers,
  CARRIER_STATUSES,
  carrierAddress,
  carrierDomain,
  carrierStatusOn,
  carrierStatusSql,
  deadCarrierNames,
} from './carriers.ts'

function snapshotOf(carriers: Carrier[]): Snapshot {
  const none = new Map()
  return {
    accountGroups: none,
    usagePlans: none,
    splashPortals: none,
    portalsBySlug: none,
    smsGateways: none,
    mailServers: none,
    smsPrices: none,
    apiKeys: none,
    limits: {} as Snapshot['limits'],
    settings: {} as Snapshot['settings'],
    carriers: new Map(carriers.map(carrier => [carrier.id, carrier])),
  }
}

const healthy = { health: null, health_reason: '', health_at: null, mx_status: null, mx_checked_at: null, overridden: [] }
const seeded: Carrier[] = CARRIERS.map((fact, i) => ({
  ...fact,
  ...healthy,
  id: String(i),
  created_at: new Date(0),
  updated_at: new Date(0),
}))

test('every carrier has a template that is one address, a source and a note, and its name is unique in its country', () => {
  for (const carrier of CARRIERS) {
    assert.equal(addressTemplateProblem(carrier.address_template), undefined, carrier.name)
    assert.ok(carrier.sources.length > 0 && carrier.note !== '', carrier.name)
    for (const date of [carrier.sunset_on, carrier.last_verified_on]) assert.match(date ?? '2026-01-01', /^\d{4}-\d\d-\d\d$/)
  }
  assert.equal(new Set(CARRIERS.map(carrier => `${carrier.country} ${carrier.name}`)).size, CARRIERS.length)
})

test('every built-in carrier has a key of its own, which says its country and is fit for a URL', () => {
  for (const { fact_key, country } of CARRIERS) {
    assert.match(fact_key, /^[A-Z]{2}\/[a-z0-9]+(-[a-z0-9]+)*$/)
    assert.ok(fact_key.startsWith(`${country}/`))
  }
  assert.equal(new Set(CARRIERS.map(({ fact_key }) => fact_key)).size, CARRIERS.length)
  // Databases know their carriers by these.
  for (const key of ['US/verizon', 'US/att', 'US/att-mms', 'US/t-mobile', 'CA/bell'])
    assert.ok(
      CARRIERS.some(({ fact_key }) => fact_key === key),
      key,
    )
})

test('a gateway lives through its last day and is retired on the next', () => {
  const verizon = { ...healthy, status: 'degraded', sunset_on: '2027-03-31' } as const
  assert.equal(carrierStatusOn(verizon, new Date('2027-03-31T23:59:59.999Z')), 'degraded')
  assert.equal(carrierStatusOn(verizon, new Date('2027-04-01T00:00:00.000Z')), 'retired')
  assert.equal(carrierStatusOn({ ...healthy, status: 'active', sunset_on: null }, new Date('2999-01-01')), 'active')
})

test('what was found out counts against carriers that would be offered, and not against the operator’s word', () => {
  const statusOf = (status: Carrier['status'], health: Carrier['health'], overridden: string[] = []) =>
    carrierStatusOn({ status, health, overridden, sunset_on: null }, new Date('2026-11-22'))
  assert.equal(statusOf('active', 'degraded'), 'degraded')
  assert.equal(statusOf('active', 'suspended'), 'retired')
  assert.equal(statusOf('degraded', 'suspended'), 'retired')
  assert.equal(statusOf('unknown', 'degraded'), 'unknown', 'nothing makes a carrier better')
  assert.equal(statusOf('sunset', 'suspended'), 'sunset')
  assert.equal(statusOf('active', 'suspended', ['status']), 'active')
  assert.equal(statusOf('active', 'suspended', ['note']), 'retired')
  const past = { status: 'active', health: null, overridden: ['status'], sunset_on: '2026-11-21' } as const
  assert.equal(
    carrierStatusOn({ ...past, overridden: ['status'] }, new Date('2026-11-22')),
    'retired',
    'a last day is a last day',
  )
})

test('the database and the program say the same status of every carrier there can be', async () => {
  const today = new Date('2026-11-22T12:00:00Z')
  const builder = new Kysely<Record<string, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const { sql, parameters } = carrierStatusSql(today).compile(builder)
  const database = await createTestDatabase()
  const carriers = CARRIER_STATUSES.flatMap(status =>
    ([null, 'degraded', 'suspended'] as const).flatMap(health =>
      [null, '2026-11-21', '2026-11-22', '2026-11-23'].flatMap(sunset_on =>
        [[], ['note'], ['note', 'status']].map(overridden => ({ status, health, sunset_on, overridden })),
      ),
    ),
  )
  const rows = await database.query<{ status: string }>(
    `select ${sql} as status from jsonb_to_recordset($${parameters.length + 1}::jsonb)
       as c(i int, status text, health text, sunset_on date, overridden text[]) order by i`,
    [...parameters, JSON.stringify(carriers.map((carrier, i) => ({ ...carrier, i })))],
  )
  assert.equal(rows.length, 180)
  assert.deepEqual(
    rows.map(({ status }) => status),
    carriers.map(carrier => carrierStatusOn(carrier, today)),
  )
})

test('the carriers that a guest looks for in vain are those of the country, each once, by the name people know', () => {
  const now = new Date('2026-11-22')
  assert.deepEqual(deadCarrierNames(snapshotOf(seeded.filter(({ name }) => name.startsWith('AT&T'))), 'US', now), ['AT&T'])
  assert.ok(deadCarrierNames(snapshotOf(seeded), 'CA', now).includes('Rogers'))
  assert.ok(!deadCarrierNames(snapshotOf(seeded), 'US', now).includes('Verizon'))
  assert.ok(deadCarrierNames(snapshotOf(seeded), 'US', new Date('2027-04-01')).includes('Verizon'))
  const suspended = seeded.map(carrier => (carrier.name === 'Verizon' ? { ...carrier, health: 'suspended' as const } : carrier))
  assert.ok(deadCarrierNames(snapshotOf(suspended), 'US', now).includes('Verizon'))
  assert.deepEqual(deadCarrierNames(snapshotOf(seeded), 'DE', now), [])
  const [att, mms] = seeded.filter(({ name }) => name.startsWith('AT&T')).map(carrier => ({ ...carrier, sunset_on: null }))
  assert.ok(att && mms)
  assert.deepEqual(deadCarrierNames(snapshotOf([{ ...att, status: 'active' }, mms]), 'US', now), [], 'the brand is alive')
})

test('guests are offered active and degraded carriers alone', () => {
  const statuses = ['active', 'degraded', 'sunset', 'retired', 'unknown'] as const
  const template = seeded[0]
  assert.ok(template)
  const carriers = statuses.map(status => ({ ...template, id: status, status, sunset_on: null }))
  const offered = aliveCarriers(snapshotOf(carriers), new Date('2026-11-22')).map(carrier => carrier.id)
  assert.deepEqual(offered, ['active', 'degraded'])
})

test('of the seeded carriers Verizon alone is offered, and nobody after its last day', () => {
  const offered = (day: string) => aliveCarriers(snapshotOf(seeded), new Date(day)).map(carrier => carrier.name)
  assert.deepEqual(offered('2026-11-22'), ['Verizon'])
  assert.deepEqual(offered('2027-04-01'), [])
})

test('the domain of a carrier is what is after the @, in lower case', () => {
  assert.equal(carrierDomain({ address_template: '{number}@SMS.Example.com' }), 'sms.example.com')
})

test('the address has the national digits of a +1 number and all digits of any other', () => {
  assert.equal(carrierAddress({ address_template: '{number}@vtext.com' }, '+15555550123'), '5555550123@vtext.com')
  assert.equal(
    carrierAddress({ address_template: 'sms-{number}@sms.example.de' }, '+4915112345678'),
    'sms-4915112345678@sms.example.de',
  )
})

test('neither a number nor a template can add a recipient or a header', () => {
  const carrier = { address_template: '{number}@vtext.com' }
  for (const number of [
    '5555550123',
    '+1555555012x',
    '+15555550123,a@b.example',
    '+15555550123\r\nBcc: a@b.example',
    '',
    '+0123456789',
  ])
    assert.throws(() => carrierAddress(carrier, number), number)
  for (const template of [
    'a@b.example',
    '{number}',
    '{number}@localhost',
    '{number}@b.example,x@y.example',
    '{number}@b.example\nBcc: x@y.example',
    '<{number}@b.example>',
    '{number}{number}@b.example',
    '{number}@{number}.example',
    'a b{number}@b.example',
  ])
    assert.throws(() => carrierAddress({ address_template: template }, '+15555550123'), template)
})
