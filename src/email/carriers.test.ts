import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Carrier, Snapshot } from '../catalogue.ts'
import { addressTemplateProblem, aliveCarriers, CARRIERS, carrierAddress, carrierStatusOn } from './carriers.ts'

function snapshotOf(carriers: Carrier[]): Snapshot {
  const none = new Map()
  return {
    accountGroups: none,
    usagePlans: none,
    splashPortals: none,
    portalsBySlug: none,
    smsGateways: none,
    mailServers: none,
    apiKeys: none,
    carriers: new Map(carriers.map(carrier => [carrier.id, carrier])),
  }
}

const seeded: Carrier[] = CARRIERS.map((fact, i) => ({
  ...fact,
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

test('a gateway lives through its last day and is retired on the next', () => {
  const verizon = { status: 'degraded', sunset_on: '2027-03-31' } as const
  assert.equal(carrierStatusOn(verizon, new Date('2027-03-31T23:59:59.999Z')), 'degraded')
  assert.equal(carrierStatusOn(verizon, new Date('2027-04-01T00:00:00.000Z')), 'retired')
  assert.equal(carrierStatusOn({ status: 'active', sunset_on: null }, new Date('2999-01-01')), 'active')
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
