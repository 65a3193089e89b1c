import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)

const NAMES = ['alpha', 'Bravo', 'charlie', 'Delta', 'echo', 'Foxtrot', '50%_off', 'Ünïcode']
for (const [i, name] of NAMES.entries()) {
  app.clock.advance(60)
  const answer = await api('POST', '/account_groups', { name, priority: i % 3, note: i % 2 ? 'odd' : '' })
  assert.equal(answer.status, 201)
}
const names = async (query: string): Promise<string[]> => {
  const answer = await api('GET', `/account_groups${query}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.data.map((group: { name: string }) => group.name)
}

test('a list is paged in order, and every page tells the total', async () => {
  const seen: string[] = []
  for (const page of [1, 2, 3]) {
    const { body } = await api('GET', `/account_groups?page=${page}&per_page=3`)
    assert.equal(body.total, NAMES.length)
    seen.push(...body.data.map((group: { name: string }) => group.name))
  }
  assert.deepEqual([...seen].sort(), [...NAMES].sort())
  assert.deepEqual((await api('GET', '/account_groups?page=4&per_page=3')).body, { data: [], total: NAMES.length })
  assert.deepEqual(await names('?per_page=500'), seen)
})

test('names sort by the alphabet, not by case; any field sorts both ways, and equals in a stable order', async () => {
  const sorted = await names('?sort=name&order=asc&name=alpha&name=Bravo&name=charlie&name=Delta')
  assert.deepEqual(sorted, ['alpha', 'Bravo', 'charlie', 'Delta'])
  assert.deepEqual(await names('?sort=name&order=desc&name=alpha&name=Bravo&name=charlie&name=Delta'), sorted.toReversed())
  const created = await names('?sort=created_at')
  assert.deepEqual(created, NAMES)
  assert.deepEqual(await names('?sort=created_at&order=DESC'), NAMES.toReversed())
  const byPriority = await names('?sort=priority&order=desc')
  assert.deepEqual(byPriority, await names('?sort=priority&order=desc'))
})

test('q finds text in any case, and takes its signs literally', async () => {
  assert.deepEqual(await names('?q=BRAV'), ['Bravo'])
  assert.deepEqual(await names('?q=odd&sort=created_at'), ['Bravo', 'Delta', 'Foxtrot', 'Ünïcode'])
  assert.deepEqual(await names('?q=%25_'), ['50%_off'])
  assert.deepEqual(await names('?q=_'), ['50%_off'])
  assert.deepEqual(await names('?q=%5C'), [])
  assert.deepEqual(await names(`?q=${encodeURIComponent("' or 1=1 --")}`), [])
  assert.equal((await names('?q=')).length, NAMES.length)
})

test('fields filter: several values mean any, an empty one none, times also from and to', async () => {
  assert.deepEqual(await names('?name=Delta'), ['Delta'])
  assert.deepEqual(await names('?priority=2&sort=created_at'), ['charlie', 'Foxtrot'])
  assert.deepEqual(await names('?priority=1&note=odd'), ['Bravo', 'Ünïcode'])
  assert.deepEqual(await names('?note=&priority=0'), ['50%_off', 'alpha'])
  const { data } = (await api('GET', '/account_groups?sort=created_at')).body
  const [, second, third] = data
  assert.deepEqual(await names(`?created_at=${second.created_at}`), [second.name])
  assert.deepEqual(await names(`?created_at_from=${second.created_at}&created_at_to=${third.created_at}`), [second.name])
  assert.deepEqual(await names(`?id=${second.id}&id=${third.id}&sort=created_at`), [second.name, third.name])
  assert.deepEqual(await names('?id=0199a7a0-5c00-7000-8000-000000000001'), [])
})

test('relations and switches filter as well', async () => {
  const gateway = (await api('POST', '/sms_gateways', { name: 'g', provider: 'simulator', from: '+15555550100' })).body
  const other = (await api('POST', '/sms_gateways', { name: 'h', provider: 'simulator', enabled: false })).body
  const plan = (await api('POST', '/usage_plans', { name: 'p', sms_gateway_ids: [gateway.id] })).body
  const found = async (path: string) => (await api('GET', path)).body.data.map((record: { id: string }) => record.id)
  assert.deepEqual(await found(`/usage_plans?sms_gateway_ids=${gateway.id}`), [plan.id])
  assert.deepEqual(await found(`/usage_plans?sms_gateway_ids=${other.id}`), [])
  assert.deepEqual(await found('/sms_gateways?usage_plan_ids='), [other.id])
  assert.deepEqual(await found('/sms_gateways?enabled=false'), [other.id])
  assert.deepEqual(await found('/usage_plans?usage_minutes='), [plan.id])
  assert.deepEqual(await found('/usage_plans?validation_method=none&validation_method=sms'), [plan.id])
  // A plus sign that was not escaped is a blank by the time it arrives.
  assert.deepEqual(await found('/sms_gateways?from=+15555550100'), [gateway.id])
})

test('gateways filter by a country that they serve, by name or since they serve every one', async () => {
  for (const [name, countries] of [
    ['Nordic', ['SE', 'NO']],
    ['Baltic', ['EE', 'SE']],
    ['Anywhere', []],
  ] as const)
    await api('POST', '/sms_gateways', { name, provider: 'simulator', from: '+15555550100', note: 'by country', countries })
  const found = async (query: string) =>
    (await api('GET', `/sms_gateways?note=by+country&sort=name${query}`)).body.data.map(({ name }: { name: string }) => name)
  assert.deepEqual(await found('&countries=SE'), ['Anywhere', 'Baltic', 'Nordic'])
  assert.deepEqual(await found('&countries=no'), ['Anywhere', 'Nordic'])
  assert.deepEqual(await found('&countries=NO&countries=EE'), ['Anywhere', 'Baltic', 'Nordic'])
  assert.deepEqual(await found('&countries=US'), ['Anywhere'])
  assert.deepEqual(await found('&countries='), ['Anywhere'])
  assertProblem(await api('GET', '/sms_gateways?countries=Sweden'), 422, 'invalid', ['countries'])
  assertProblem(await api('GET', '/sms_gateways?sort=countries'), 422, 'invalid', ['sort'])
})

test('what a list does not know is refused by name, never ignored', async () => {
  for (const [query, fields] of [
    ['?nmae=x', ['nmae']],
    ['?page=0', ['page']],
    ['?page=1.5&per_page=501', ['page', 'per_page']],
    ['?per_page=-1', ['per_page']],
    ['?page=999999&per_page=500', ['page']],
    ['?page=99999999999999999999', ['page']],
    ['?page=1&page=2', ['page']],
    ['?sort=password_hash', ['sort']],
    ['?sort=name;drop%20table', ['sort']],
    ['?sort=constructor&order=up', ['sort', 'order']],
    ['?constructor=x&__proto__=y&toString=z', ['constructor', '__proto__', 'toString']],
    ['?priority=high', ['priority']],
    ['?priority=99999999999999999999', ['priority']],
    ['?id=7', ['id']],
    ['?created_at=yesterday', ['created_at']],
    ['?created_at_from=x', ['created_at_from']],
    ['?created_at_from=2026-01-01T00:00:00Z&created_at_from=2026-01-02T00:00:00Z', ['created_at_from']],
    ['?name_from=x', ['name_from']],
    ['?name=%00', ['name']],
    ['?q=a%00b', ['q']],
    [`?q=${'x'.repeat(501)}`, ['q']],
    [`?${'n'.repeat(200)}=1`, [`${'n'.repeat(60)}`]],
  ] as const)
    assertProblem(await api('GET', `/account_groups${query}`), 422, 'invalid', [...fields])
  assertProblem(await api('GET', '/usage_plans?validation_method=carrier_pigeon'), 422, 'invalid', ['validation_method'])
  assertProblem(await api('GET', '/sms_gateways?enabled=yes'), 422, 'invalid', ['enabled'])
  assertProblem(await api('GET', '/carriers?sunset_on=2026-02-31'), 422, 'invalid', ['sunset_on'])
})

test('a filter that is not UTF-8 finds nothing and breaks nothing', async () => {
  assert.deepEqual(await names('?name=%ff%fe'), [])
})

test('a large table reads newest first, and beyond 10,000 rows its total is an estimate', async () => {
  const rows = 120_000
  await app.database.query(
    `insert into audit_events (id, at, actor, action, resource, record_id)
     select ('0199a7a0-5c00-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1::timestamptz + n * interval '1 s', 'somebody',
       'update', case when n <= 3000 then 'few' else 'many' end, n::text
     from generate_series(1, ${rows}) n`,
    [new Date('2026-01-01T00:00:00Z')],
  )
  await app.database.query('analyze audit_events')
  const few = (await api('GET', '/audit_events?resource=few&per_page=2')).body
  assert.equal(few.total, 3000)
  assert.deepEqual(
    few.data.map((event: { record_id: string }) => event.record_id),
    ['3000', '2999'],
  )
  const last = (await api('GET', '/audit_events?resource=few&per_page=500&page=6')).body
  assert.deepEqual([last.data.at(-1).record_id, last.total], ['1', 3000])
  for (const query of ['', '?resource=many']) {
    const { total } = (await api('GET', `/audit_events${query}`)).body
    assert.ok(total > 100_000 && total < 150_000, String(total))
  }
})

test('a carrier whose last day has passed reads as retired, and filters agree', async () => {
  const { id } = (
    await api('POST', '/carriers', {
      name: 'Old',
      country: 'US',
      address_template: '{number}@old.example',
      status: 'active',
      sunset_on: '2027-03-31',
    })
  ).body
  const read = async () => (await api('GET', `/carriers/${id}`)).body.status
  const listed = async (status: string) => (await api('GET', `/carriers?status=${status}`)).body.total
  const lastMoment = new Date('2027-03-31T23:59:59Z').getTime() - app.clock.now().getTime()
  app.clock.advance(Math.floor(lastMoment / 1000))
  assert.deepEqual([await read(), await listed('active'), await listed('retired')], ['active', 1, 0])
  app.clock.advance(2)
  assert.deepEqual([await read(), await listed('active'), await listed('retired')], ['retired', 0, 1])
  // The change of another field does not write the computed status down.
  await api('PATCH', `/carriers/${id}`, { note: 'moved its last day', sunset_on: '2027-12-31' })
  assert.equal(await read(), 'active')
})
