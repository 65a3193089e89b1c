import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { createClock } from '../../src/lib/clock.ts'
import { askPrices } from '../../src/messages/ask-prices.ts'
import { recordReceipt } from '../../src/messages/receipts.ts'
import { startFakeTwilio } from '../fakes/twilio.ts'
import { closeAtEnd, createTestApp, eventually } from '../harness.ts'

// Two gateways in order, each a carrier of its own on loopback. One guest, one intent, at most one text message.

const clock = createClock(true)
const app = await createTestApp({ clock, schedule: false })
const { ctx, database } = app
await app.listen()

const startCarrier = async (number: string) => {
  const carrier = await startFakeTwilio({ now: () => clock.now(), numbers: [number] })
  closeAtEnd(carrier.close)
  return carrier
}
const [first, second] = [await startCarrier('+15005550006'), await startCarrier('+15005550016')]
const away = await startFakeTwilio()
await away.close()

async function must(method: string, path: string, body?: unknown) {
  const answer = await app.api(method, path, body)
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

const a = await must('POST', '/sms_gateways', { name: 'A', ...first.gateway() })
const b = await must('POST', '/sms_gateways', { name: 'B', ...second.gateway() })
const portal = await must('POST', '/splash_portals', {
  name: 'Lobby',
  slug: 'lobby',
  password_reset_method: 'sms',
  default_country: 'US',
  extra_prefixes: ['+1555', '+44'],
  sms_gateway_ids: [a.id, b.id],
})

/** Both gateways well again, as they were: a changed record starts with a clean slate. */
beforeEach(async () => {
  for (const carrier of [first, second]) carrier.always(undefined)
  const plain = {
    countries: [],
    weight: 0,
    enabled: true,
    sends_per_second: null,
    daily_spend_max: null,
    monthly_spend_max: null,
    senders: {},
  }
  await must('PATCH', `/sms_gateways/${a.id}`, { ...plain, base_url: first.origin })
  await must('PATCH', `/sms_gateways/${b.id}`, { ...plain, base_url: second.origin })
})

let numbers = 0
const newNumber = () => `+1555555${String(numbers++).padStart(4, '0')}`
async function start(to = newNumber()): Promise<{ to: string; id: string }> {
  const { id } = await must('POST', '/validations', { channel: 'sms', to, splash_portal_id: portal.id })
  return { to, id }
}
const messageOf = (id: string) =>
  ctx.db.kysely
    .selectFrom('messages')
    .selectAll()
    .where('validation_id', '=', id)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
const attemptsOf = async (id: string) => {
  const rows = await ctx.db.kysely
    .selectFrom('message_attempts as t')
    .innerJoin('messages as m', 'm.id', 't.message_id')
    .select(['t.sms_gateway_id', 't.outcome'])
    .where('m.validation_id', '=', id)
    .orderBy('t.number')
    .execute()
  return rows.map(({ sms_gateway_id, outcome }) => `${sms_gateway_id === a.id ? 'A' : 'B'} ${outcome}`)
}
const reaches = (id: string, status: string) =>
  eventually(async () => {
    const message = await messageOf(id)
    assert.equal(message.status, status, `${message.status} ${message.error_code} ${message.error_message}`)
    return message
  })
const counts = (to: string): [number, number] => [first.messagesTo(to).length, second.messagesTo(to).length]

for (const [name, step, outcome] of [
  ['refuses the credentials', { answer: 'error', status: 401, code: 20003 }, 'configuration'],
  ['has no route to the number', { answer: 'error', status: 400, code: 21612 }, 'route'],
  ['may not send to the country', { answer: 'error', status: 400, code: 21408 }, 'configuration'],
  ['asks for a long pause', { answer: 'error', status: 429, code: 20429, headers: { 'retry-after': '60' } }, 'throttled'],
] as const)
  test(`takes the next gateway when the first ${name}`, async () => {
    first.next(step)
    const { to, id } = await start()
    const message = await reaches(id, 'accepted')
    assert.equal(message.sms_gateway_id, b.id)
    assert.deepEqual(await attemptsOf(id), [`A ${outcome}`, 'B accepted'])
    assert.deepEqual(counts(to), [0, 1])
  })

test('takes the next gateway when nobody answers at the first one’s address', async () => {
  await must('PATCH', `/sms_gateways/${a.id}`, { base_url: away.origin })
  const { to, id } = await start()
  await reaches(id, 'accepted')
  assert.deepEqual(await attemptsOf(id), ['A unavailable', 'B accepted'])
  assert.deepEqual(counts(to), [0, 1])
})

test('leaves a gateway alone after it failed three times, probes it with one message, and comes back to it', async () => {
  await must('PATCH', `/sms_gateways/${a.id}`, { base_url: away.origin })
  for (let i = 0; i < 3; i++) await reaches((await start()).id, 'accepted')
  const open = (await must('GET', `/sms_gateways/${a.id}`)).health
  assert.equal(open.state, 'resting')
  assert.match(open.reason, /refuses the connection/)
  const during = await start()
  await reaches(during.id, 'accepted')
  assert.deepEqual(await attemptsOf(during.id), ['B accepted'], 'the first was not asked')

  clock.advance(3)
  const probe = await start()
  await reaches(probe.id, 'accepted')
  assert.deepEqual(await attemptsOf(probe.id), ['A unavailable', 'B accepted'], 'one message probes it')
  clock.advance(3)
  const early = await start()
  await reaches(early.id, 'accepted')
  assert.deepEqual(await attemptsOf(early.id), ['B accepted'], 'the second rest is longer')
})

test('does not blame a gateway for one country, one number or one guest', async () => {
  for (const step of [
    { answer: 'error', status: 400, code: 21408 },
    { answer: 'error', status: 400, code: 21612 },
    { answer: 'error', status: 400, code: 21211 },
  ] as const)
    for (let i = 0; i < 4; i++) {
      first.next(step)
      const { id } = await start()
      await eventually(async () => /accepted|failed/.test((await messageOf(id)).status))
    }
  assert.equal((await must('GET', `/sms_gateways/${a.id}`)).health.state, 'ok')
})

test('waits for a short throttle and stays with the gateway', async () => {
  first.next({ answer: 'error', status: 429, code: 20429, headers: { 'retry-after': '1' } })
  const { to, id } = await start()
  await eventually(async () => (await messageOf(id)).error_class === 'throttled')
  clock.advance(1)
  await reaches(id, 'accepted')
  assert.deepEqual(await attemptsOf(id), ['A throttled', 'A accepted'])
  assert.deepEqual(counts(to), [1, 0])
})

test('stops at a number that cannot be reached, and asks no other gateway', async () => {
  first.next({ answer: 'error', status: 400, code: 21614 })
  const { to, id } = await start()
  const message = await reaches(id, 'failed')
  assert.deepEqual([message.error_class, message.error_code], ['recipient', '21614'])
  assert.deepEqual(counts(to), [0, 0])
})

test('asks before it fails over, when the first gateway may have taken the message', async () => {
  first.next({ answer: 'reset', takes: true })
  const taken = await start()
  await reaches(taken.id, 'unknown')
  first.next({ answer: 'reset' })
  const lost = await start()
  await reaches(lost.id, 'unknown')
  assert.deepEqual([...counts(taken.to), ...counts(lost.to)], [1, 0, 0, 0], 'nothing was sent elsewhere blindly')
  clock.advance(5)
  await reaches(taken.id, 'accepted')
  await reaches(lost.id, 'accepted')
  assert.deepEqual(counts(taken.to), [1, 0])
  assert.deepEqual(counts(lost.to), [0, 1], 'the first was asked and does not have it')
})

test('goes on when a receipt says that the network refused this sender, and not when it says that the phone was reached', async () => {
  const refused = await start()
  const { sid } = await first.messageTo(refused.to)
  await reaches(refused.id, 'accepted')
  await first.report(sid, ['sent'])
  await first.report(sid, ['undelivered'], { errorCode: 30034, times: 2 })
  await eventually(() => second.messagesTo(refused.to).length === 1)
  const message = await reaches(refused.id, 'accepted')
  assert.equal(message.sms_gateway_id, b.id)
  await first.report(sid, ['failed'], { errorCode: 30008 })
  assert.equal((await messageOf(refused.id)).status, 'accepted', 'a gateway that the message has left cannot fail it')
  await second.report(second.messagesTo(refused.to)[0]?.sid ?? '', ['delivered'])
  await first.report(sid, ['undelivered'], { errorCode: 30034 })
  assert.deepEqual(counts(refused.to), [1, 1])
  assert.equal((await messageOf(refused.id)).status, 'delivered')

  const delivered = await start()
  const arrived = await first.messageTo(delivered.to)
  await reaches(delivered.id, 'accepted')
  await first.report(arrived.sid, ['delivered'])
  await first.report(arrived.sid, ['undelivered'], { errorCode: 30034 })
  await reaches(delivered.id, 'delivered')
  assert.deepEqual(counts(delivered.to), [1, 0])
})

test('tells within seconds that every gateway is away, and sends once one is back', async () => {
  for (const gateway of [a, b]) await must('PATCH', `/sms_gateways/${gateway.id}`, { base_url: away.origin })
  const { to, id } = await start()
  const message = await eventually(async () => {
    const row = await messageOf(id)
    assert.equal(row.error_class, 'unavailable')
    assert.ok(row.attempts >= 2)
    return row
  })
  assert.match(message.status, /queued|sending/)
  await must('PATCH', `/sms_gateways/${b.id}`, { base_url: second.origin })
  clock.advance(60)
  await eventually(() => second.messagesTo(to).length === 1)
  assert.deepEqual(counts(to), [0, 1])
})

test('a guest who asks again gets the code by the other gateway, unless the first delivered it', async () => {
  const { to, id } = await start()
  await first.messageTo(to)
  await reaches(id, 'accepted')
  clock.advance(31)
  await must('POST', `/validations/${id}/resend`)
  const { body } = await second.messageTo(to)
  assert.equal(body.slice(0, 6), first.codeFor(to), 'the same code')

  const delivered = await start()
  const { sid } = await first.messageTo(delivered.to)
  await reaches(delivered.id, 'accepted')
  await first.report(sid, ['delivered'])
  clock.advance(31)
  await must('POST', `/validations/${delivered.id}/resend`)
  await eventually(() => first.messagesTo(delivered.to).length === 2)
})

test('sends to a country by the gateways that serve it, from the sender that it has for it', async () => {
  await must('PATCH', `/sms_gateways/${a.id}`, { countries: ['GB'], senders: { GB: 'HOTEL' } })
  const here = await start()
  await second.messageTo(here.to)
  const there = await start('+447700900123')
  assert.equal((await first.messageTo(there.to)).from, 'HOTEL')
  assert.equal((await reaches(there.id, 'accepted')).country, 'GB')
  assert.equal((await reaches(here.id, 'accepted')).country, 'US')
})

test('shares the messages by weight, and keeps the rest for fail-over', async () => {
  await must('PATCH', `/sms_gateways/${a.id}`, { weight: 1 })
  await must('PATCH', `/sms_gateways/${b.id}`, { weight: 3 })
  const started = await Promise.all(Array.from({ length: 80 }, () => start()))
  await Promise.all(started.map(({ id }) => reaches(id, 'accepted')))
  const byFirst = started.filter(({ to }) => first.messagesTo(to).length === 1).length
  assert.ok(byFirst >= 5 && byFirst <= 40, `${byFirst} of 80`)
  assert.ok(started.every(({ to }) => counts(to)[0] + counts(to)[1] === 1))
})

test('never sends more a second than a gateway may, from two nodes together', async () => {
  const node = await createTestApp({ database, clock, schedule: false })
  await must('PATCH', `/sms_gateways/${a.id}`, { sends_per_second: 20 })
  await must('PATCH', `/splash_portals/${portal.id}`, { sms_gateway_ids: [a.id] })
  await node.ctx.catalogue.reload()
  const before = first.requests.length
  const started = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const to = newNumber()
      const answer = await (i % 2 ? app : node).api('POST', '/validations', { channel: 'sms', to, splash_portal_id: portal.id })
      assert.equal(answer.status, 201)
      return to
    }),
  )
  await eventually(() => started.every(to => first.messagesTo(to).length === 1), { deadlineMs: 20_000 })
  const times = first.requests.slice(before).map(({ at }) => at)
  // 60 messages at 20 a second take 2.95 s; the last wait is the wish of the clock of the machine.
  const span = Math.max(...times) - Math.min(...times)
  assert.ok(span >= 2_500, `${Math.round(span)} ms for 60 messages`)
  assert.ok(started.every(to => first.messagesTo(to).length === 1))
  await must('PATCH', `/splash_portals/${portal.id}`, { sms_gateway_ids: [a.id, b.id] })
  await node.close()
})

test('spends no cent more than a day’s limit, whoever asks at once, and gives back what was refused', async () => {
  const node = await createTestApp({ database, clock, schedule: false })
  await must('POST', '/sms_prices', { sms_gateway_id: a.id, country: '*', price: '0.10' })
  await must('PATCH', `/sms_gateways/${a.id}`, { daily_spend_max: '1.00' })
  await node.ctx.catalogue.reload()
  first.next({ answer: 'error', status: 400, code: 21614 })
  await reaches((await start()).id, 'failed')
  const started = await Promise.all(
    Array.from({ length: 30 }, async (_, i) => {
      const to = newNumber()
      const answer = await (i % 2 ? app : node).api('POST', '/validations', { channel: 'sms', to, splash_portal_id: portal.id })
      return { to, id: answer.body.id as string }
    }),
  )
  await Promise.all(started.map(({ id }) => reaches(id, 'accepted')))
  const byFirst = started.filter(({ to }) => first.messagesTo(to).length === 1).length
  assert.equal(byFirst, 10, 'ten at 0.10 are 1.00')
  assert.equal(started.filter(({ to }) => second.messagesTo(to).length === 1).length, 20, 'the others took the next gateway')
  const gateway = await must('GET', `/sms_gateways/${a.id}`)
  assert.deepEqual(gateway.spend.today, '1.00')
  const row = await messageOf(started.find(({ to }) => first.messagesTo(to).length === 1)?.id ?? '')
  assert.deepEqual([row.price_micros, row.currency, row.price_source, row.segments], [100_000, 'USD', 'table', 1])
  clock.advance(86_400)
  const tomorrow = await start()
  await first.messageTo(tomorrow.to)
  await node.close()
})

test('gives back what was reserved for a message that its provider turns out not to have, and keeps what it may have', async () => {
  clock.advance(86_400)
  await must('PATCH', `/sms_gateways/${a.id}`, { daily_spend_max: '1.00' })
  const today = async () => (await must('GET', `/sms_gateways/${a.id}`)).spend.today
  first.next({ answer: 'error', status: 503 })
  const lost = await start()
  const unknown = await reaches(lost.id, 'unknown')
  assert.deepEqual([await today(), unknown.price_micros], ['0.10', 100_000])
  clock.advance(5)
  const sent = await reaches(lost.id, 'accepted')
  assert.deepEqual((await attemptsOf(lost.id))[0], 'A not_sent')
  assert.equal(await today(), sent.sms_gateway_id === a.id ? '0.10' : '0.00')

  const before = await today()
  first.next({ answer: 'reset', takes: true })
  const taken = await start()
  await reaches(taken.id, 'unknown')
  clock.advance(5)
  assert.equal((await reaches(taken.id, 'accepted')).price_micros, 100_000)
  assert.equal(Number(await today()), Number(before) + 0.1)
})

test('sends nothing by a sender that the guest told to stop, takes another sender, and hears START', async () => {
  const to = newNumber()
  first.next({ answer: 'error', status: 400, code: 21610 })
  const one = await start(to)
  await reaches(one.id, 'accepted')
  assert.deepEqual(await attemptsOf(one.id), ['A recipient', 'B accepted'], 'another sender was not told to stop')
  const sends = () => first.requests.filter(({ method, params }) => method === 'POST' && params.To === to).length
  assert.equal(sends(), 1)
  const two = await start(to)
  await reaches(two.id, 'accepted')
  assert.equal(sends(), 1, 'the first was not even asked')
  const { data } = await must('GET', '/suppressions')
  assert.deepEqual([data.length, data[0].reason, data[0].sms_gateway_id], [1, 'opted_out', a.id])

  await must('PATCH', `/splash_portals/${portal.id}`, { sms_gateway_ids: [a.id] })
  const three = await start(to)
  const held = await reaches(three.id, 'failed')
  assert.deepEqual([held.error_class, held.error_code], ['recipient', 'opted_out'])
  assert.equal(sends(), 1)

  const inbound = `${app.config.publicUrl}/hooks/sms/${a.id}/inbound`
  assert.equal(await first.say(inbound, { from: to, to: first.from, text: ' Start. ' }), 200)
  assert.equal((await must('GET', '/suppressions')).total, 0)
  const four = await start(to)
  await reaches(four.id, 'accepted')
  assert.equal(sends(), 2)
  await must('PATCH', `/splash_portals/${portal.id}`, { sms_gateway_ids: [a.id, b.id] })
})

test('tries a gateway out: explains what the provider said, checks credentials without sending', async () => {
  const sent = await must('POST', `/sms_gateways/${a.id}/test`, { to: newNumber() })
  assert.equal(sent.outcome, 'accepted')
  const message = await must('GET', `/messages/${sent.message_id}`)
  assert.deepEqual([message.status, message.template], ['accepted', 'test'])
  first.next({ answer: 'error', status: 400, code: 21608 })
  const trial = await must('POST', `/sms_gateways/${a.id}/test`, { to: newNumber() })
  assert.deepEqual([trial.outcome, trial.error_class, trial.error_code], ['rejected', 'configuration', '21608'])
  assert.match(trial.explanation, /trial account/)
  assert.equal((await must('GET', `/messages/${trial.message_id}`)).sms_gateway_id, a.id, 'a test goes to no other gateway')

  const before = first.requests.filter(({ method }) => method === 'POST').length
  assert.equal((await must('POST', `/sms_gateways/${a.id}/check`)).outcome, 'ok')
  await must('PATCH', `/sms_gateways/${a.id}`, { auth_token: 'f'.repeat(32) })
  const wrong = await must('POST', `/sms_gateways/${a.id}/check`)
  assert.deepEqual([wrong.outcome, wrong.error_code], ['refused', '20003'])
  assert.equal(first.requests.filter(({ method }) => method === 'POST').length, before)
  await must('PATCH', `/sms_gateways/${a.id}`, { auth_token: first.authToken })
})

test('asks later what messages have cost, where the gateway is set up so', async () => {
  const { to, id } = await start()
  const { sid } = await first.messageTo(to)
  await reaches(id, 'accepted')
  await first.report(sid, ['delivered'])
  await reaches(id, 'delivered')
  clock.advance(16 * 60)
  await askPrices(ctx)
  assert.notEqual((await messageOf(id)).price_source, 'provider', 'it was not to be asked')
  await must('PATCH', `/sms_gateways/${a.id}`, { options: { ask_prices: true } })
  await askPrices(ctx)
  const { price_micros, currency, price_source } = await messageOf(id)
  assert.deepEqual([price_micros, currency, price_source], [7_900, 'USD', 'provider'])
})

test('what a message has cost is corrected once, though its receipt tells it while the provider is asked', async () => {
  clock.advance(86_400)
  await must('PATCH', `/sms_gateways/${a.id}`, { daily_spend_max: '1.00', options: { ask_prices: true } })
  const { id } = await start()
  const message = await reaches(id, 'accepted')
  assert.deepEqual([message.sms_gateway_id, message.price_micros, message.price_source], [a.id, 100_000, 'table'])
  await first.report(message.provider_message_id ?? '', ['delivered'])
  await reaches(id, 'delivered')
  clock.advance(16 * 60)
  first.next({ on: 'read', delayMs: 500 })
  let isAnswered = false
  const asking = askPrices(ctx).then(() => {
    isAnswered = true
  })
  await eventually(() => first.requests.at(-1)?.method === 'GET')
  const receipt = {
    providerMessageId: message.provider_message_id ?? '',
    status: 'delivered',
    providerStatus: 'billed',
  } as const
  const price = { micros: 7_900, currency: 'USD' }
  await recordReceipt(
    ctx,
    { gatewayId: a.id, messageId: message.id },
    { ...receipt, errorCode: '', errorMessage: '', errorClass: '', price },
  )
  assert.equal(isAnswered, false)
  await asking
  assert.equal((await must('GET', `/sms_gateways/${a.id}`)).spend.today, '0.0079')
})
