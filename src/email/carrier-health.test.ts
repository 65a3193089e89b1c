import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { startFakeDns } from '../../test/fakes/dns.ts'
import { startFakeSmtp } from '../../test/fakes/smtp.ts'
import { createTestApp, eventually } from '../../test/harness.ts'
import { createLog } from '../lib/log.ts'
import { checkCarriers } from '../schedule.ts'
import { checkCode } from '../validation/check.ts'
import { issueCode } from '../validation/issue.ts'
import { CARRIERS } from './carrier-facts.ts'
import { type CarrierFindings, judgeCarrier, judgeCarriers, refreshCarriers } from './carrier-health.ts'
import { aliveCarriers } from './carriers.ts'

const DAY_S = 86_400
const HOUR_S = 3_600

const dns = await startFakeDns()
const smtp = await startFakeSmtp()
after(() => Promise.all([dns.close(), smtp.close()]))
const logged: string[] = []
const log = createLog('info', { write: (line: string) => void logged.push(line) })
const app = await createTestApp({ seed: 'demo', schedule: false, log, config: { dnsServers: [dns.address] } })
const { ctx, clock, database } = app

for (const { id } of ctx.catalogue.now.mailServers.values()) await app.api('DELETE', `/mail_servers/${id}`)
const relay = { name: 'Relay', from: 'wifi@example.com', host: '127.0.0.1', port: smtp.port, security: 'none' }
assert.equal((await app.api('POST', '/mail_servers', relay)).status, 201)
const carrierId = [...ctx.catalogue.now.carriers.values()].find(({ name }) => name === 'Verizon')?.id ?? ''

const verizon = () => {
  const found = ctx.catalogue.now.carriers.get(carrierId)
  assert.ok(found)
  return found
}
const isOffered = () => aliveCarriers(ctx.catalogue.now, clock.now()).some(({ id }) => id === carrierId)

// Each test begins a day on which nothing has happened for a week.
beforeEach(async () => {
  smtp.script = {}
  dns.zones = { 'vtext.com': { mx: ['mx.vtext.com'] } }
  await database.query('delete from validations')
  await database.query('delete from messages')
  await database.query('delete from contact_budgets')
  await database.query(`update carriers set overridden = '{}', sunset_on = null, mx_status = null, mx_checked_at = null,
    health = null, health_reason = '', health_at = null`)
  await ctx.catalogue.reload()
})

let numbers = 0
const nextPhone = () => `+1555555${String(1000 + ++numbers)}`

/** Sends a code through the carrier and waits until it is known what became of it. */
async function send(to = nextPhone()): Promise<{ id: string; to: string }> {
  const issued = await issueCode(ctx, { purpose: 'api', channel: 'email_to_sms', contact: to, carrierId, locale: 'en' })
  assert.ok(issued.outcome === 'issued')
  await eventually(async () => {
    const rows = await database.query(`select from messages where validation_id = $1 and status in ('accepted', 'failed')`, [
      issued.id,
    ])
    return rows.length === 1
  })
  return { id: issued.id, to }
}

/** Sends a code and enters it. */
async function prove(): Promise<void> {
  const { id, to } = await send()
  const mail = smtp.mails.findLast(({ recipients }) => recipients[0] === `${to.slice(2)}@vtext.com`)
  const code = /\d{6}/.exec(mail?.parsed.text ?? '')?.[0] ?? ''
  assert.deepEqual((await checkCode(ctx, { ids: [id], sessionId: null, code })).outcome, 'approved')
}

async function times(n: number, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < n; i++) await work()
}

const NO_SUCH_USER = { rcptTo: { code: 550, text: '5.1.1 No such user' } }

test('a carrier whose domain has no mail server is suspended, and offered again when it has one', async () => {
  await refreshCarriers(ctx)
  assert.equal(verizon().mx_status, 'ok')
  assert.equal(isOffered(), true)
  dns.zones = {}
  clock.advance(DAY_S)
  await refreshCarriers(ctx)
  assert.deepEqual([verizon().mx_status, verizon().health], ['missing', 'suspended'])
  assert.equal(verizon().health_reason, 'There is no mail server for vtext.com in the DNS.')
  assert.equal(isOffered(), false)
  const since = verizon().health_at
  await refreshCarriers(ctx)
  assert.deepEqual(verizon().health_at, since)
  dns.zones = { 'vtext.com': { mx: ['mx.vtext.com'] } }
  await refreshCarriers(ctx)
  assert.deepEqual([verizon().mx_status, verizon().health, verizon().health_reason], ['ok', null, ''])
  assert.equal(isOffered(), true)
})

test('a resolver that fails suspends nobody and brings nobody back', async () => {
  dns.zones = { 'vtext.com': 'servfail' }
  await refreshCarriers(ctx)
  assert.deepEqual([verizon().mx_status, verizon().health], ['error', null])
  assert.equal(isOffered(), true)
  dns.zones = {}
  clock.advance(HOUR_S)
  await refreshCarriers(ctx)
  assert.equal(isOffered(), false)
  dns.zones = { 'vtext.com': 'servfail' }
  clock.advance(3 * DAY_S)
  await refreshCarriers(ctx)
  assert.deepEqual([verizon().mx_status, verizon().health], ['missing', 'suspended'])
})

test('only carriers that could be offered are asked about, a domain once for all of them, and once a day', async () => {
  const twin = { name: 'Twin', country: 'US', address_template: '{number}@VTEXT.com', status: 'active' }
  const { body } = await app.api('POST', '/carriers', twin)
  dns.questions = []
  await refreshCarriers(ctx)
  assert.deepEqual(dns.questions, ['MX vtext.com'])
  assert.equal(ctx.catalogue.now.carriers.get(body.id)?.mx_status, 'ok')
  await refreshCarriers(ctx)
  clock.advance(DAY_S - HOUR_S)
  await refreshCarriers(ctx)
  assert.equal(dns.questions.length, 1)
  clock.advance(HOUR_S)
  await refreshCarriers(ctx)
  assert.equal(dns.questions.length, 2)
  await app.api('DELETE', `/carriers/${body.id}`)
})

test('refusals for three numbers within a day suspend a carrier for a day; then it gets a trial', async () => {
  smtp.script = NO_SUCH_USER
  await times(2, send)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
  await send()
  await judgeCarriers(ctx)
  assert.equal(verizon().health, 'suspended')
  assert.match(verizon().health_reason, /^Messages to 3 numbers were refused within 24 hours/)
  assert.equal(isOffered(), false)
  // One that was on its way when it was suspended does not spoil the trial.
  clock.advance(HOUR_S)
  await times(3, send)
  clock.advance(DAY_S - HOUR_S - 60)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, 'suspended')
  clock.advance(120)
  await judgeCarriers(ctx)
  assert.equal(isOffered(), true)
  await judgeCarriers(ctx)
  assert.equal(isOffered(), true)
  await times(3, send)
  await judgeCarriers(ctx)
  assert.equal(isOffered(), false, 'the trial has failed')
})

test('refusals do not add up over a code that was entered, nor over more than a day', async () => {
  smtp.script = NO_SUCH_USER
  await times(2, send)
  smtp.script = {}
  await prove()
  smtp.script = NO_SUCH_USER
  await times(2, send)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
  clock.advance(DAY_S)
  await times(2, send)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
})

test('one guest with a wrong number, however often he tries, suspends nobody', async () => {
  smtp.script = NO_SUCH_USER
  const phone = nextPhone()
  await times(4, () => send(phone))
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
})

test('a fault of the operator’s own mail server is not held against the carrier', async () => {
  smtp.script = { mailFrom: { code: 553, text: '5.7.1 Sender address rejected: not logged in' } }
  await times(4, send)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
  smtp.script = { rcptTo: { code: 554, text: '5.7.1 Relay access denied' } }
  await times(4, send)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
})

test('mails that come back count as refusals, those that are only late do not', async () => {
  await times(3, send)
  const bounce = (status: string, code: string) =>
    database.query(
      `insert into message_events (message_id, at, status, source, error_code) select id, $1, $2, 'bounce', $3 from messages`,
      [clock.now(), status, code],
    )
  await bounce('delayed', '4.4.7')
  await bounce('failed', '4.4.7')
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
  await bounce('failed', '5.1.1')
  await judgeCarriers(ctx)
  assert.equal(verizon().health, 'suspended')
})

test('a carrier whose codes are hardly ever entered is degraded and says so; it recovers with its rate', async () => {
  await prove()
  await times(8, send)
  clock.advance(HOUR_S)
  await send()
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null, 'of nine one cannot tell, and the tenth can still be entered')
  clock.advance(HOUR_S)
  await judgeCarriers(ctx)
  assert.deepEqual([verizon().health, verizon().health_reason], ['degraded', '1 of 10 codes were entered in the last 7 days.'])
  assert.equal(isOffered(), true)
  await times(2, prove)
  await judgeCarriers(ctx)
  assert.deepEqual([verizon().health, verizon().health_reason], [null, ''])
})

test('what is older than a week is forgotten: a carrier without traffic is no longer degraded', async () => {
  await times(10, send)
  clock.advance(HOUR_S)
  await judgeCarriers(ctx)
  assert.equal(verizon().health_reason, '0 of 10 codes were entered in the last 7 days.')
  clock.advance(7 * DAY_S - HOUR_S - 60)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, 'degraded')
  clock.advance(120)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
})

test('codes that never left do not count against the carrier', async () => {
  smtp.script = { mailFrom: { code: 550, text: '5.7.1 go away' } }
  await times(10, send)
  clock.advance(HOUR_S)
  await judgeCarriers(ctx)
  assert.equal(verizon().health, null)
})

test('the operator is told once a day which carriers do not deliver, and when none is left', async () => {
  dns.zones = {}
  logged.length = 0
  await times(3, () => refreshCarriers(ctx))
  assert.equal(logged.filter(line => line.includes('"level":40')).length, 0)
  await checkCarriers(ctx)
  const warnings = logged.filter(line => line.includes('"level":40'))
  assert.equal(warnings.length, 2)
  assert.match(warnings[0] ?? '', /Verizon \(US\).*There is no mail server for vtext\.com/)
  assert.match(warnings[1] ?? '', /no carrier is alive/)
})

test('nothing is written when nothing has changed', async () => {
  await times(10, send)
  clock.advance(HOUR_S)
  await refreshCarriers(ctx)
  const state = () => database.query(`select xmin, * from carriers order by id`)
  const before = await state()
  await judgeCarriers(ctx)
  assert.deepEqual(await state(), before)
})

test('an installation without any record knows the carriers after its start, and how many of them are alive', async () => {
  const empty = await createTestApp({ config: { dnsServers: [dns.address] } })
  const [row] = await empty.database.query('select count(*)::int as n from carriers')
  assert.deepEqual(row, { n: CARRIERS.length })
  const alive = async () => /^gatehouse_carriers_alive (\d+)$/m.exec(await empty.ctx.metrics.registry.metrics())?.[1]
  assert.equal(await alive(), '1')
  empty.clock.advance(3650 * DAY_S)
  assert.equal(await alive(), '0')
})

const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const well: CarrierFindings = {
  domain: 'sms.example',
  mx_status: 'ok',
  health: null,
  health_reason: '',
  health_at: null,
  refused: 0,
  sent: 0,
  proven: 0,
}

test('of several reasons the gravest counts', () => {
  const CASES: [Partial<CarrierFindings>, CarrierFindings['health']][] = [
    [{}, null],
    [{ mx_status: null }, null],
    [{ mx_status: 'error' }, null],
    [{ refused: 2, sent: 9 }, null],
    [{ sent: 10, proven: 2 }, null],
    [{ sent: 10, proven: 1 }, 'degraded'],
    [{ sent: 10, proven: 1, refused: 3 }, 'suspended'],
    [{ sent: 10, proven: 10, mx_status: 'missing' }, 'suspended'],
    [{ health: 'suspended', health_reason: 'x', health_at: ago(DAY_S - 1) }, 'suspended'],
    [{ health: 'suspended', health_reason: 'x', health_at: ago(DAY_S), refused: 3 }, null],
    [{ health: 'suspended', health_reason: 'x', health_at: ago(DAY_S), sent: 10 }, 'degraded'],
    [{ health: 'degraded', health_reason: 'x', health_at: ago(1) }, null],
  ]
  for (const [found, health] of CASES)
    assert.equal(judgeCarrier({ ...well, ...found }, NOW).health, health, JSON.stringify(found))
})
