import assert from 'node:assert/strict'
import { hostname } from 'node:os'
import { test } from 'node:test'
import { documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { addSeconds } from '../lib/clock.ts'
import { uuidv7 } from '../lib/random.ts'
import { PLIVO_STATUSES } from '../sms/providers/plivo-errors.ts'
import { TELNYX_ERRORS } from '../sms/providers/telnyx-errors.ts'
import { TWILIO_ERRORS } from '../sms/providers/twilio-errors.ts'
import { isAboutCredentials } from './alert-rules.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const { clock, database } = app

interface Alert {
  key: string
  severity: string
  since: string | null
  records: { resource: string; id: string; name: string }[]
  figures: Record<string, unknown>
  node: string | null
}

const alerts = async (): Promise<Alert[]> => {
  const { body } = await api('GET', '/alerts')
  assert.ok(body.data, JSON.stringify(body))
  return body.data
}
const find = async (key: string) => (await alerts()).find(alert => alert.key === key)
const make = async (path: string, body: object): Promise<string> => {
  const made = await api('POST', path, body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body.id
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row).map(name => `"${name}"`)
  await database.query(`insert into ${table} (${names}) values (${names.map((_, i) => `$${i + 1}`)})`, Object.values(row))
}

/** A message of some seconds ago, with one attempt that ended like this. */
async function sent(
  way: { sms_gateway_id?: string; mail_server_id?: string },
  ended: { outcome: string; code?: string; message?: string },
  more: { agoS?: number; message?: object } = {},
): Promise<string> {
  const at = addSeconds(clock.now(), -(more.agoS ?? 10))
  const id = uuidv7(at)
  await insert('messages', {
    id,
    channel: way.sms_gateway_id ? 'sms' : 'email',
    template: 'code',
    status: ended.outcome === 'accepted' ? 'accepted' : 'failed',
    to: '+15555550123',
    locale: 'en',
    attempts: 1,
    created_at: at,
    expires_at: addSeconds(at, 600),
    ...way,
    ...more.message,
  })
  await insert('message_attempts', {
    message_id: id,
    number: 1,
    ...way,
    started_at: at,
    finished_at: at,
    outcome: ended.outcome,
    error_code: ended.code ?? null,
    error_message: ended.message ?? null,
  })
  return id
}

const clear = () => database.query('delete from messages')
const gateway = await make('/sms_gateways', { name: 'Phones', provider: 'simulator' })
const server = await make('/mail_servers', { name: 'Relay', provider: 'simulator', from: 'wifi@example.com' })

test('nothing is wrong on a quiet installation', async () => {
  assert.deepEqual(await alerts(), [])
})

test('a gateway that fails is told with its leading code; guests with wrong numbers are no fault of it', async () => {
  const way = { sms_gateway_id: gateway }
  for (let i = 0; i < 10; i++) await sent(way, { outcome: 'recipient', code: '21211', message: 'No such number.' })
  // What was never tried speaks against nobody, and what is older than an hour is over.
  for (let i = 0; i < 5; i++) await sent(way, { outcome: 'unavailable', code: 'resting' })
  for (let i = 0; i < 5; i++) await sent(way, { outcome: 'unavailable', code: '503' }, { agoS: 3700 })
  assert.deepEqual(await alerts(), [])

  for (let i = 0; i < 2; i++) await sent(way, { outcome: 'unavailable', code: '503', message: 'Overloaded.' })
  assert.deepEqual(await alerts(), [], 'two may be chance')
  for (let i = 0; i < 3; i++) await sent(way, { outcome: 'route', code: '21408', message: 'Not to this country.' }, { agoS: 40 })
  const failing = await find('gateway_failing')
  assert.equal(failing?.severity, 'warning')
  assert.deepEqual(failing?.records, [{ resource: 'sms_gateways', id: gateway, name: 'Phones' }])
  assert.deepEqual(failing?.figures, {
    attempts: 15,
    failed: 5,
    failure_rate: 0.3333,
    code: '21408',
    explanation: 'Not to this country.',
  })
  assert.ok(failing?.since && Math.abs(Date.parse(failing.since) - addSeconds(clock.now(), -40).getTime()) < 5_000)

  // A receipt that says so later counts as well.
  for (let i = 0; i < 10; i++)
    await sent(
      way,
      { outcome: 'accepted' },
      {
        message: {
          status: 'failed',
          accepted_at: clock.now(),
          error_class: 'route',
          error_code: '30007',
          error_message: 'Filtered.',
        },
      },
    )
  const worse = await find('gateway_failing')
  assert.deepEqual([worse?.severity, worse?.figures.code, worse?.figures.failed], ['error', '30007', 15])
  await api('PATCH', `/sms_gateways/${gateway}`, { enabled: false })
  assert.deepEqual(await alerts(), [], 'nobody minds one that is off')
  await api('PATCH', `/sms_gateways/${gateway}`, { enabled: true })
  await clear()
})

test('one refusal of the credentials is enough, until something goes out again', async () => {
  for (let i = 0; i < 50; i++) await sent({ sms_gateway_id: gateway }, { outcome: 'accepted' }, { agoS: 60 })
  const { hint = '' } = TWILIO_ERRORS.get('20003') ?? {}
  await sent({ sms_gateway_id: gateway }, { outcome: 'configuration', code: '20003', message: hint })
  const refused = await find('credentials_refused')
  assert.deepEqual([refused?.severity, refused?.figures.explanation, refused?.records[0]?.id], ['error', hint, gateway])
  await sent({ sms_gateway_id: gateway }, { outcome: 'accepted' }, { agoS: 1 })
  assert.deepEqual(await alerts(), [])
  await clear()
  for (const message of [
    TWILIO_ERRORS.get('20003')?.hint,
    PLIVO_STATUSES.get(401)?.hint,
    TELNYX_ERRORS.get('10009')?.hint,
    'The login was refused: 535 5.7.8 Authentication credentials invalid',
  ])
    assert.ok(isAboutCredentials(message ?? ''), message)
  assert.ok(!isAboutCredentials(TWILIO_ERRORS.get('21606')?.hint ?? ''), 'a sender is not one')
})

test('a mail server that fails is told as such', async () => {
  for (let i = 0; i < 3; i++)
    await sent({ mail_server_id: server }, { outcome: 'unavailable', code: 'ECONNECTION', message: 'Lost.' })
  assert.deepEqual(
    (await alerts()).map(({ key, severity }) => [key, severity]),
    [['mail_server_failing', 'error']],
  )
  await clear()
})

test('a gateway that is left alone is told by the node that leaves it alone', async () => {
  const row = app.ctx.catalogue.now.smsGateways.get(gateway)
  assert.ok(row)
  for (let i = 0; i < 3; i++)
    await app.ctx.health.run(row, async () => ({ outcome: 'unavailable', code: '503', message: 'Overloaded.' }))
  const resting = await find('gateway_resting')
  assert.match(resting?.node ?? '', /, process \d+$/)
  assert.equal(resting?.figures.explanation, 'Overloaded.')
  assert.ok(resting?.figures.until)
  await api('PATCH', `/sms_gateways/${gateway}`, { note: 'begins anew' })
  const again = app.ctx.catalogue.now.smsGateways.get(gateway)
  assert.ok(again)
  await app.ctx.health.run(again, async () => ({ outcome: 'throttled', retryAfterS: 60, code: '429', message: 'Slowly.' }))
  assert.deepEqual((await find('gateway_throttled'))?.severity, 'warning')
  await api('PATCH', `/sms_gateways/${gateway}`, { note: '' })
})

test('a spend limit is told from four fifths on, and as reached when no message fits', async () => {
  await make('/sms_prices', { sms_gateway_id: gateway, country: '*', price: '0.05' })
  await api('PATCH', `/sms_gateways/${gateway}`, { daily_spend_max: '10', monthly_spend_max: '1000' })
  const spend = async (micros: number, day = clock.now()) => {
    await database.query('delete from sms_gateway_usage')
    const month = `${day.toISOString().slice(0, 7)}-01`
    await insert('sms_gateway_usage', {
      sms_gateway_id: gateway,
      next_send_at: day,
      day,
      day_micros: micros,
      month,
      month_micros: micros,
    })
  }
  await spend(7_990_000)
  assert.deepEqual(await alerts(), [])
  await spend(8_000_000)
  assert.deepEqual((await find('spend_cap_near'))?.figures, { period: 'day', spent: '8.00', cap: '10.00', currency: 'USD' })
  await spend(9_960_000)
  assert.equal((await find('spend_cap_reached'))?.severity, 'error')
  await spend(9_960_000, addSeconds(clock.now(), -86_400 * 40))
  assert.deepEqual(await alerts(), [], 'it was another day and month')
  await api('PATCH', `/sms_gateways/${gateway}`, { daily_spend_max: null, monthly_spend_max: null })

  await api('PATCH', '/limits', { spend_max: { USD: { daily: null, monthly: '100' } } })
  const month = `${clock.now().toISOString().slice(0, 7)}-01`
  await insert('spend_usage', { currency: 'USD', day: clock.now(), day_micros: 0, month, month_micros: 100_000_000 })
  const reached = await find('spend_cap_reached')
  assert.deepEqual([reached?.records[0]?.resource, reached?.figures.period], ['limits', 'month'])
  await api('PATCH', '/limits', { spend_max: {} })
})

test('what the breaker blocks is told, wide blocks as errors, shadows as information', async () => {
  const block = async (key: string, isShadow: boolean, minutes = 15) =>
    insert('limit_counters', {
      key,
      minutes: [],
      sends: [],
      proofs: [],
      blocked_at: clock.now(),
      blocked_until: addSeconds(clock.now(), minutes * 60),
      is_shadow: isShadow,
      seen_sends: 20,
      seen_proofs: 0,
      touched_at: clock.now(),
    })
  await block('prefix:+4474001', false)
  await block('prefix:+4474002', false, -1)
  const narrow = await find('pumping_block')
  assert.deepEqual(
    [narrow?.severity, narrow?.figures, narrow?.records.map(({ name }) => name)],
    ['warning', { prefix: 1, country: 0, gateway: 0 }, ['+4474001']],
  )
  await block('country:GB', false)
  await block(`gateway:${gateway}`, true)
  const both = (await alerts()).filter(({ key }) => key === 'pumping_block')
  assert.deepEqual(
    both.map(({ severity }) => severity),
    ['error', 'info'],
  )
  assert.deepEqual(
    both[1]?.records.map(({ name }) => name),
    ['Phones'],
  )
  await database.query('delete from limit_counters')
})

test('a suspended carrier that would be offered is told', async () => {
  await insert('carriers', {
    id: uuidv7(clock.now()),
    name: 'Slow Mobile',
    country: 'US',
    address_template: '{number}@slow.example',
    status: 'active',
    health: 'suspended',
    health_reason: 'There is no mail server for slow.example in the DNS.',
    health_at: clock.now(),
    created_at: clock.now(),
    updated_at: clock.now(),
  })
  await app.ctx.catalogue.reload()
  const carrier = await find('carrier_suspended')
  assert.deepEqual([carrier?.severity, carrier?.records[0]?.name], ['info', 'Slow Mobile'])
  await database.query('update carriers set status = $1', ['sunset'])
  await app.ctx.catalogue.reload()
  assert.deepEqual(await alerts(), [], 'nobody is offered it anyway')
})

test('messages that nobody takes up are told after a minute, and so are outcomes that stay unknown', async () => {
  const due = addSeconds(clock.now(), 3_600)
  const waiting = { status: 'queued', due_at: due, expires_at: addSeconds(due, 3_600) }
  const id = await sent({ sms_gateway_id: gateway }, { outcome: 'accepted' }, { agoS: 0, message: waiting })
  await sent(
    { sms_gateway_id: gateway },
    { outcome: 'unknown' },
    { agoS: 0, message: { ...waiting, status: 'unknown', due_at: addSeconds(due, 3_600) } },
  )
  // As if every worker were busy or gone: a locked row is skipped.
  const holder = await app.ctx.db.connect()
  await holder.query('begin')
  await holder.query('select from messages where id = $1 for update', [id])
  clock.advance(3_600 + 30)
  assert.equal(await find('outbox_backlog'), undefined)
  assert.equal((await find('unknown_outcomes'))?.figures.messages, 1)
  clock.advance(60)
  const late = await find('outbox_backlog')
  assert.deepEqual([late?.severity, late?.figures.messages, late?.since], ['warning', 1, due.toISOString()])
  clock.advance(300)
  assert.equal((await find('outbox_backlog'))?.severity, 'error')
  await holder.query('rollback')
  await holder.end()
  await clear()
})

test('a node that ended without saying so is told until it is back, one that was stopped is not', async () => {
  const other = await createTestApp({ schedule: false, database, clock })
  await other.close()
  assert.equal(await find('node_gone'), undefined)
  const rows = await database.query<{ worker: number }>('select worker from node_keys')
  assert.deepEqual(
    rows.map(({ worker }) => worker),
    [app.ctx.listener.worker],
  )

  const node = { key_ids: [], writes_with: '', seen_at: clock.now() }
  await insert('node_keys', { worker: 900_001, node: 'elsewhere, process 7', ...node })
  // Killed, and started again on the same machine.
  await insert('node_keys', { worker: 0, node: `${hostname()}, process 6`, ...node })
  const gone = (await alerts()).filter(({ key }) => key === 'node_gone')
  assert.deepEqual(
    gone.map(({ figures }) => figures),
    [{ node: 'elsewhere, process 7' }],
  )
  clock.advance(25 * 3_600)
  assert.equal(await find('node_gone'), undefined, 'after a day nobody waits for it any more')
})
