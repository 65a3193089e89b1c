import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp, TEST_API_KEY } from '../../test/harness.ts'
import { addSeconds } from '../lib/clock.ts'
import { uuidv7 } from '../lib/random.ts'
import { rollUpStatistics } from '../statistics/rollup.ts'

const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S

/** An installation of its own, and what the tests of this file put into it. */
async function open() {
  const app = await createTestApp({ schedule: false, seed: 'demo' })
  const api = await documentedApi(app)
  const { clock, database } = app
  const gateways: string[] = []
  for (const name of ['A', 'B']) gateways.push((await api('POST', '/sms_gateways', { name, provider: 'simulator' })).body.id)
  const [a = '', b = ''] = gateways
  // Whole hours, so that what belongs to which is plain.
  const hour = new Date(Math.floor(clock.now().getTime() / 3_600_000) * 3_600_000)

  async function insertValidation(more: {
    at: Date
    approvedAfterS?: number
    generation?: number
    channel?: string
  }): Promise<string> {
    const id = uuidv7(more.at)
    const approvedAt = more.approvedAfterS === undefined ? null : addSeconds(more.at, more.approvedAfterS)
    await database.query(
      `insert into validations (id, purpose, channel, status, contact, budget_key, seed, generation, last_sent_at, created_at, expires_at, approved_at)
       values ($1, 'api', $2, $3, '+15555550100', 'x', '\\x00', $4, $5, $5, $5, $6)`,
      [id, more.channel ?? 'sms', approvedAt ? 'approved' : 'pending', more.generation ?? 0, more.at, approvedAt],
    )
    return id
  }

  async function insertMessage(row: Record<string, unknown> & { created_at: Date }): Promise<string> {
    const sms = {
      channel: 'sms',
      sms_gateway_id: a,
      country: 'US',
      segments: 1,
      price_micros: 7900,
      currency: 'USD',
      accepted_at: addSeconds(row.created_at, 1),
    }
    const columns: Record<string, unknown> = {
      id: uuidv7(row.created_at),
      template: 'code',
      status: 'delivered',
      to: '+15555550100',
      locale: 'en',
      attempts: 1,
      expires_at: addSeconds(row.created_at, 600),
      ...(row.channel === 'email' ? { accepted_at: addSeconds(row.created_at, 1) } : sms),
      ...row,
    }
    const names = Object.keys(columns)
    await database.query(
      `insert into messages (${names.map(name => `"${name}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(columns),
    )
    return columns.id as string
  }

  async function read(query = '') {
    const answer = await api('GET', `/statistics?${query}`)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body
  }

  return { app, api, clock, database, a, b, hour, insertValidation, insertMessage, read, rollUp: () => rollUpStatistics(app.ctx) }
}

test('without a message there are no rows, and a total of nothing', async () => {
  const { read, clock } = await open()
  const { from, to, data, total } = await read('group_by=day,gateway')
  assert.deepEqual(data, [])
  assert.equal(Date.parse(to) - Date.parse(from), DAY_S * 1000)
  assert.ok(Date.parse(to) - clock.now().getTime() <= HOUR_S * 1000)
  assert.deepEqual(total, {
    sent: 0,
    codes: 0,
    accepted: 0,
    delivered: 0,
    failed: 0,
    proven: 0,
    delivery_rate: null,
    proven_rate: null,
    seconds_to_proof: { p50: null, p95: null },
    segments: 0,
    spend: {},
    unpriced: 0,
    cost_per_proven: {},
  })
})

test('sums are exact, in two currencies, the same before and after the rollup', async () => {
  const { a, b, hour, insertMessage, insertValidation, read, rollUp } = await open()
  const at = addSeconds(hour, -2 * HOUR_S)
  // 0.1 and 0.2 are what floats are bad at.
  const proven = await insertValidation({ at, approvedAfterS: 20 })
  await insertMessage({ created_at: at, validation_id: proven, price_micros: 100_000, segments: 2 })
  await insertMessage({ created_at: at, status: 'accepted', price_micros: 200_000, segments: 3 })
  await insertMessage({ created_at: at, country: 'GB', price_micros: 1 })
  const inEuro = await insertValidation({ at, approvedAfterS: 40 })
  await insertMessage({ created_at: at, validation_id: inEuro, sms_gateway_id: b, currency: 'EUR', price_micros: 40_000 })
  await insertMessage({
    created_at: at,
    sms_gateway_id: b,
    currency: 'EUR',
    price_micros: 5_000,
    status: 'unknown',
    accepted_at: null,
  })
  // Refused: not paid for. Without a price: not in the spend. Waiting, and taken back: not sent.
  await insertMessage({ created_at: at, sms_gateway_id: b, currency: 'EUR', status: 'failed', accepted_at: null })
  await insertMessage({ created_at: at, sms_gateway_id: b, currency: null, price_micros: null, segments: null })
  await insertMessage({ created_at: at, status: 'queued', attempts: 0, accepted_at: null })
  await insertMessage({ created_at: at, status: 'failed', error_class: 'cancelled', accepted_at: null })
  await insertMessage({ created_at: at, channel: 'email', to: 'a@example.com', template: 'password_changed' })

  const before = await read('group_by=gateway,country')
  assert.equal(await rollUp(), 1)
  const after = await read('group_by=gateway,country')
  assert.deepEqual(after.data, before.data)

  assert.deepEqual(after.total, {
    sent: 8,
    codes: 7,
    accepted: 6,
    delivered: 5,
    failed: 1,
    proven: 2,
    delivery_rate: 0.625,
    proven_rate: 0.2857,
    seconds_to_proof: after.total.seconds_to_proof,
    segments: 8,
    spend: { EUR: '0.045', USD: '0.300001' },
    unpriced: 1,
    cost_per_proven: { EUR: '0.045', USD: '0.300001' },
  })
  assert.ok(Math.abs(after.total.seconds_to_proof.p50 / 20 - 1) < 0.1, after.total.seconds_to_proof.p50)
  assert.ok(Math.abs(after.total.seconds_to_proof.p95 / 40 - 1) < 0.1, after.total.seconds_to_proof.p95)

  const rows = Object.fromEntries(after.data.map((row: Record<string, unknown>) => [`${row.sms_gateway} ${row.country}`, row]))
  assert.deepEqual(Object.keys(rows).sort(), ['A GB', 'A US', 'B US', 'null null'])
  assert.deepEqual([rows['A US'].spend, rows['A US'].segments, rows['A US'].sms_gateway_id], [{ USD: '0.30' }, 5, a])
  assert.deepEqual([rows['A GB'].spend, rows['A GB'].cost_per_proven], [{ USD: '0.000001' }, {}])
  assert.deepEqual([rows['B US'].spend, rows['B US'].unpriced, rows['B US'].sent], [{ EUR: '0.045' }, 1, 4])
  assert.deepEqual([rows['null null'].sent, rows['null null'].codes, rows['null null'].proven_rate], [1, 0, null])
})

test('a proof belongs to the last message that was accepted before it, with the code that was entered', async () => {
  const { b, hour, insertMessage, insertValidation, read } = await open()
  const at = addSeconds(hour, -HOUR_S)
  const by = async (query: string) => (await read(`${query}&to=${hour.toISOString()}`)).total.proven
  const after = (seconds: number) => addSeconds(at, seconds)

  // Asked for again: the second was there when the code was entered, the third was not.
  const resent = await insertValidation({ at, approvedAfterS: 50 })
  await insertMessage({ created_at: at, validation_id: resent, country: 'AT' })
  await insertMessage({ created_at: after(30), validation_id: resent, sms_gateway_id: b, country: 'BE' })
  await insertMessage({ created_at: after(48), validation_id: resent, country: 'CH', accepted_at: after(51) })
  assert.deepEqual([await by('country=AT'), await by('country=BE'), await by('country=CH')], [0, 1, 0])

  // The second had a new code, and never got anywhere: the guest cannot have entered the old one.
  const renewed = await insertValidation({ at, approvedAfterS: 400, generation: 1 })
  await insertMessage({ created_at: at, validation_id: renewed, country: 'DE' })
  await insertMessage({
    created_at: after(350),
    validation_id: renewed,
    generation: 1,
    status: 'unknown',
    accepted_at: null,
    country: 'DK',
  })
  assert.deepEqual([await by('country=DE'), await by('country=DK')], [0, 1])

  // Nobody knows whether the first arrived; the second certainly did not.
  const unknown = await insertValidation({ at, approvedAfterS: 50 })
  await insertMessage({ created_at: at, validation_id: unknown, status: 'unknown', accepted_at: null, country: 'ES' })
  await insertMessage({ created_at: after(30), validation_id: unknown, status: 'failed', accepted_at: null, country: 'FI' })
  assert.deepEqual([await by('country=ES'), await by('country=FI')], [1, 0])

  // The only one counts, whatever its receipt says.
  const only = await insertValidation({ at, approvedAfterS: 5 })
  await insertMessage({ created_at: at, validation_id: only, status: 'failed', country: 'FR' })
  const never = await insertValidation({ at })
  await insertMessage({ created_at: at, validation_id: never, country: 'GB' })
  assert.deepEqual([await by('country=FR'), await by('country=GB')], [1, 0])
  assert.equal(await by(''), 4)
})

test('what comes late is counted when the hour is counted again, and an hour is counted at its ages only', async () => {
  const { clock, database, hour, insertMessage, insertValidation, read, rollUp } = await open()
  const validation = await insertValidation({ at: hour })
  const id = await insertMessage({ created_at: hour, validation_id: validation, status: 'accepted' })
  const range = `from=${hour.toISOString()}&to=${addSeconds(hour, HOUR_S).toISOString()}`
  const goTo = (age: number) => clock.advance((hour.getTime() + (1 + age) * HOUR_S * 1000 - clock.now().getTime()) / 1000)
  const figures = async () => {
    const { delivered, proven, spend } = (await read(range)).total
    return [delivered, proven, spend.USD]
  }

  goTo(0.9)
  assert.equal(await rollUp(), 0)
  goTo(1)
  assert.equal(await rollUp(), 1)
  assert.equal(await rollUp(), 0)
  assert.deepEqual(await figures(), [0, 0, '0.0079'])

  await database.query(`update messages set status = 'delivered', price_micros = 8300, price_source = 'provider' where id = $1`, [
    id,
  ])
  await database.query(`update validations set status = 'approved', approved_at = $2 where id = $1`, [
    validation,
    addSeconds(hour, 90),
  ])
  assert.deepEqual(await figures(), [0, 0, '0.0079'])
  goTo(2)
  assert.equal(await rollUp(), 1)
  assert.deepEqual(await figures(), [1, 1, '0.0083'])
  for (const age of [6, 24, 72]) {
    goTo(age - 0.1)
    assert.equal(await rollUp(), 0, `before ${age} h`)
    goTo(age)
    assert.equal(await rollUp(), 1, `at ${age} h`)
  }
  goTo(24 * 80)
  assert.equal(await rollUp(), 0)

  // The messages go, the figures stay.
  await database.query('delete from messages')
  goTo(24 * 100)
  assert.equal(await rollUp(), 0)
  assert.deepEqual(await figures(), [1, 1, '0.0083'])
})

test('the first rollup takes every hour that has messages, and an hour whose codes are purged is not counted again', async () => {
  const { clock, database, hour, insertMessage, insertValidation, read, rollUp } = await open()
  const days = [40, 20, 3, 2]
  for (const day of days) {
    const at = addSeconds(hour, -day * DAY_S)
    await insertMessage({ created_at: at, validation_id: await insertValidation({ at, approvedAfterS: 10 }) })
  }
  assert.equal(await rollUp(), 4)
  assert.equal((await read(`from=${addSeconds(hour, -50 * DAY_S).toISOString()}`)).total.proven, 4)

  // As if the job had not run from the first count on.
  await database.query(`update message_stats_hours set counted_at = hour + interval '2 hours'`)
  clock.advance(12 * DAY_S)
  await database.query('delete from validations where created_at < $1', [addSeconds(clock.now(), -30 * DAY_S)])
  assert.equal(await rollUp(), 2)
  assert.equal((await read(`from=${addSeconds(hour, -50 * DAY_S).toISOString()}`)).total.proven, 4)
})

test('rollups at once count every hour once, and every message once', async () => {
  const first = await open()
  const { app, clock, database, hour, insertMessage, insertValidation, read } = first
  const second = await createTestApp({ schedule: false, database, clock })
  for (let i = 0; i < 60; i++) {
    const at = addSeconds(hour, -(2 + (i % 20)) * HOUR_S + i)
    await insertMessage({
      created_at: at,
      validation_id: await insertValidation({ at, approvedAfterS: 10 }),
      country: ['US', 'GB'][i % 2],
    })
  }
  const race = async () =>
    (await Promise.all([app, second, app, second].map(({ ctx }) => rollUpStatistics(ctx)))).reduce(
      (sum, counted) => sum + counted,
      0,
    )
  for (const hours of [0, 1, 5, 20]) {
    clock.advance(hours * HOUR_S)
    const counted = await race()
    assert.ok(counted <= 20 && (hours > 0 || counted === 20), `${hours}: ${counted}`)
    const { total } = await read(`from=${addSeconds(hour, -2 * DAY_S).toISOString()}`)
    assert.deepEqual([total.sent, total.proven, total.spend.USD], [60, 60, '0.474'])
  }
  assert.equal(await race(), 0)
})

test('days and hours are UTC, and hours not yet rolled up are counted from the messages', async () => {
  const { clock, insertMessage, read, rollUp, hour } = await open()
  const midnight = new Date(Math.floor(hour.getTime() / (DAY_S * 1000)) * DAY_S * 1000)
  for (const seconds of [-1, 0, 1]) await insertMessage({ created_at: addSeconds(midnight, seconds) })
  clock.advance((midnight.getTime() - clock.now().getTime()) / 1000 + 2 * HOUR_S)
  const range = `from=${addSeconds(midnight, -DAY_S).toISOString()}&to=${addSeconds(midnight, DAY_S).toISOString()}`
  const byHour = async () =>
    (await read(`${range}&group_by=day,hour`)).data.map((row: Record<string, unknown>) => [row.day, row.hour, row.sent])
  const expected = [
    [addSeconds(midnight, -1).toISOString().slice(0, 10), addSeconds(midnight, -HOUR_S).toISOString(), 1],
    [midnight.toISOString().slice(0, 10), midnight.toISOString(), 2],
  ]
  assert.deepEqual(await byHour(), expected)
  assert.ok((await rollUp()) >= 1)
  assert.deepEqual(await byHour(), expected)
  // Whole hours: the first message is in the hour that is asked for in part.
  assert.equal(
    (await read(`from=${addSeconds(midnight, -60).toISOString()}&to=${addSeconds(midnight, 1).toISOString()}`)).total.sent,
    3,
  )
})

test('filters take several values, and the empty one for messages without', async () => {
  const { a, b, hour, insertMessage, read } = await open()
  for (const row of [
    { country: 'US' },
    { country: 'GB', sms_gateway_id: b },
    { country: null },
    { channel: 'email', to: 'a@example.com' },
  ])
    await insertMessage({ created_at: hour, network: '=cmd()', ...row })
  const sent = async (query: string) => (await read(query)).total.sent
  assert.equal(await sent(''), 4)
  assert.equal(await sent('country=us'), 1)
  assert.equal(await sent('country=US&country=GB'), 2)
  assert.equal(await sent('country=US&country='), 3)
  assert.equal(await sent(`channel=sms&sms_gateway_id=${a.toUpperCase()}`), 2)
  assert.equal(await sent('channel=sms&country='), 1)
  assert.equal(await sent('usage_plan_id='), 4)
  assert.equal(await sent('mail_server_id=0199a7a0-5c00-7000-8000-000000000004'), 0)
})

test('answers a table for spreadsheets, with a column for each currency and no formula', async () => {
  const { app, b, hour, insertMessage } = await open()
  await insertMessage({ created_at: hour, network: '=cmd()' })
  await insertMessage({ created_at: hour, sms_gateway_id: b, currency: 'EUR', network: 'Tele, 2' })
  const response = await app.request('/api/v1/statistics?group_by=network,gateway', {
    headers: { authorization: `Bearer ${TEST_API_KEY}`, accept: 'text/csv' },
  })
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8')
  const [head, ...rows] = (await response.text()).trimEnd().split('\r\n')
  assert.equal(
    head,
    'network,sms_gateway_id,sms_gateway,sent,codes,accepted,delivered,failed,proven,delivery_rate,proven_rate,p50,p95,segments,unpriced,spend_EUR,cost_per_proven_EUR,spend_USD,cost_per_proven_USD',
  )
  assert.deepEqual(
    rows.map(row => row.replace(/[0-9a-f-]{36}/, 'ID')),
    ["'=cmd(),ID,A,1,1,1,1,0,0,1,0,,,1,0,,,0.0079,", '"Tele, 2",ID,B,1,1,1,1,0,0,1,0,,,1,0,0.0079,,,'],
  )
})

test('refuses what makes no sense, and names it', async () => {
  const { api } = await open()
  const refused: [query: string, field: string][] = [
    ['from=yesterday', 'from'],
    ['to=2026-01-01', 'to'],
    ['from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'from'],
    ['from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'from'],
    ['from=2025-01-01T00:00:00Z&to=2026-01-03T00:00:00Z', 'from'],
    ['group_by=gateway,price', 'group_by'],
    ['group_by=day,day', 'group_by'],
    ['group_by=constructor', 'group_by'],
    ['group_by=day&group_by=hour', 'group_by'],
    ['channel=fax', 'channel'],
    ['country=USA', 'country'],
    ['sms_gateway_id=1', 'sms_gateway_id'],
    ['network=%00', 'network'],
    ['page=2', 'page'],
  ]
  for (const [query, field] of refused) assertProblem(await api('GET', `/statistics?${query}`), 422, 'invalid', [field])
  assert.equal((await api('GET', '/statistics?from=2025-01-01T00:00:00Z&to=2026-01-02T00:00:00Z')).status, 200)
})
