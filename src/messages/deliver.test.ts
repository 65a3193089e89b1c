import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFakeTwilio } from '../../test/fakes/twilio.ts'
import { closeAtEnd, createTestApp, eventually } from '../../test/harness.ts'
import { createClock } from '../lib/clock.ts'

const clock = createClock(true)
const app = await createTestApp({ clock })
const { ctx, database } = app
await app.listen()
const twilio = await startFakeTwilio({ now: () => clock.now() })
closeAtEnd(twilio.close)

const gateway = await app.api('POST', '/sms_gateways', {
  name: 'Twilio',
  ...twilio.gateway(),
})
assert.equal(gateway.status, 201, JSON.stringify(gateway.body))
const portal = await app.api('POST', '/splash_portals', {
  name: 'Lobby',
  slug: 'lobby',
  password_reset_method: 'sms',
  default_country: 'US',
  extra_prefixes: ['+1555'],
  sms_gateway_ids: [gateway.body.id],
})
assert.equal(portal.status, 201, JSON.stringify(portal.body))

let numbers = 0
async function start(): Promise<{ to: string; id: string }> {
  const to = `+1555555${String(numbers++).padStart(4, '0')}`
  const started = await app.api('POST', '/validations', { channel: 'sms', to, splash_portal_id: portal.body.id })
  assert.equal(started.status, 201, JSON.stringify(started.body))
  return { to, id: started.body.id }
}

const messageOf = (id: string) =>
  ctx.db.kysely.selectFrom('messages').selectAll().where('validation_id', '=', id).executeTakeFirstOrThrow()
const attemptsOf = (id: string) =>
  ctx.db.kysely
    .selectFrom('message_attempts as a')
    .innerJoin('messages as m', 'm.id', 'a.message_id')
    .select(['a.number', 'a.outcome', 'a.error_code'])
    .where('m.validation_id', '=', id)
    .orderBy('a.number')
    .execute()
const reaches = (id: string, status: string) =>
  eventually(async () => {
    const message = await messageOf(id)
    assert.equal(message.status, status, `${message.status} ${message.error_message}`)
    return message
  })
/** Lets the time pass that a message waits before its provider is asked, or before it is tried again. */
const later = (seconds = 5) => clock.advance(seconds)

test('brings a code to the provider with our message id in the callback, once, and keeps the answer', async () => {
  const { to, id } = await start()
  const received = await twilio.messageTo(to)
  const message = await reaches(id, 'accepted')
  assert.equal(message.provider_message_id, received.sid)
  assert.equal(received.statusCallback, `${app.config.publicUrl}/hooks/sms/${gateway.body.id}/${message.id}`)
  assert.ok(received.validityS && received.validityS <= 600 && received.validityS > 590, String(received.validityS))
  assert.match(received.body, /^\d{6} /)
  assert.equal(received.body.split('\n').at(-1), `@127.0.0.1 #${twilio.codeFor(to)}`)
  assert.deepEqual(await attemptsOf(id), [{ number: 1, outcome: 'accepted', error_code: null }])
  assert.equal((await app.api('POST', `/validations/${id}/check`, { code: twilio.codeFor(to) })).body.status, 'approved')
  assert.equal(twilio.messagesTo(to).length, 1)
})

test('has the attempt in the database before the request reaches the provider', async () => {
  twilio.next({ delayMs: 1000 })
  const before = twilio.requests.length
  const { id } = await start()
  await eventually(() => twilio.requests.length > before)
  assert.deepEqual(await attemptsOf(id), [{ number: 1, outcome: null, error_code: null }])
  assert.equal((await messageOf(id)).status, 'sending')
  await reaches(id, 'accepted')
})

test('tries again when the provider throttles, not before it asked to', async () => {
  twilio.next({ answer: 'error', status: 429, code: 20429, headers: { 'retry-after': '20' } })
  const { to, id } = await start()
  const waiting = await reaches(id, 'queued').then(() =>
    eventually(async () => ((await messageOf(id)).attempts === 1 ? messageOf(id) : undefined)),
  )
  await eventually(async () => (await messageOf(id)).error_class === 'throttled')
  assert.ok(waiting)
  later(15)
  await assert.rejects(eventually(() => twilio.messagesTo(to).length > 0, { deadlineMs: 1500 }))
  later(10)
  await reaches(id, 'accepted')
  assert.equal(twilio.messagesTo(to).length, 1)
  assert.deepEqual(
    (await attemptsOf(id)).map(attempt => attempt.outcome),
    ['throttled', 'accepted'],
  )
})

test('asks after a 5xx, and sends again only because the provider does not have the message', async () => {
  twilio.next({ answer: 'error', status: 503 })
  const { to, id } = await start()
  await reaches(id, 'unknown')
  assert.equal(twilio.messagesTo(to).length, 0)
  later()
  await reaches(id, 'accepted')
  assert.equal(twilio.messagesTo(to).length, 1)
  assert.deepEqual(
    (await attemptsOf(id)).map(attempt => attempt.outcome),
    ['not_sent', 'accepted'],
  )
})

for (const [name, step] of [
  ['a 5xx', { answer: 'error', status: 500, takes: true }],
  ['a torn connection', { answer: 'reset', takes: true }],
  ['garbage', { answer: 'raw', status: 200, body: '<html>', takes: true }],
] as const) {
  test(`finds the message that the provider took although it answered with ${name}, and sends none again`, async () => {
    twilio.next(step)
    const { to, id } = await start()
    await reaches(id, 'unknown')
    later()
    const message = await reaches(id, 'accepted')
    assert.equal(message.provider_message_id, twilio.messagesTo(to)[0]?.sid)
    assert.equal(twilio.messagesTo(to).length, 1)
  })
}

test('sends nothing again while the provider cannot say whether it has the message, until the code is dead', async () => {
  twilio.next({ answer: 'reset', takes: true })
  const { to, id } = await start()
  await reaches(id, 'unknown')
  twilio.always({ on: 'read', answer: 'error', status: 500 })
  const reads = () => twilio.requests.filter(request => request.method === 'GET').length
  for (let i = 0; i < 3; i++) {
    const before = reads()
    later(10)
    await eventually(() => reads() > before)
    // The answer is written down once the lease of the asking has given way to the time of the next one.
    await eventually(async () => ((await messageOf(id)).due_at?.getTime() ?? 0) < clock.now().getTime() + 7000)
  }
  assert.equal((await messageOf(id)).status, 'unknown')
  later(600)
  await eventually(async () => (await messageOf(id)).due_at === null)
  twilio.always(undefined)
  assert.equal((await messageOf(id)).status, 'unknown')
  assert.equal(twilio.messagesTo(to).length, 1)
})

test('settles a lost answer by the callback alone', async () => {
  twilio.next({ answer: 'reset', takes: true })
  const { to, id } = await start()
  await reaches(id, 'unknown')
  const sid = twilio.messagesTo(to)[0]?.sid ?? ''
  assert.deepEqual(await twilio.report(sid, ['sent']), [200])
  const message = await reaches(id, 'accepted')
  assert.deepEqual([message.provider_message_id, message.due_at], [sid, null])
  later()
  assert.equal(twilio.messagesTo(to).length, 1)
})

test('gives up at once on what the provider refuses, and says why', async () => {
  twilio.next({ answer: 'error', status: 400, code: 21211, message: "The 'To' number is not a valid phone number." })
  const { to, id } = await start()
  const message = await reaches(id, 'failed')
  assert.deepEqual([message.error_class, message.error_code, message.due_at], ['recipient', '21211', null])
  assert.equal(twilio.messagesTo(to).length, 0)
})

test('waits for a provider that is away and then sends once', async () => {
  const away = await startFakeTwilio()
  await app.api('PATCH', `/sms_gateways/${gateway.body.id}`, { base_url: away.origin })
  await away.close()
  const { to, id } = await start()
  await eventually(async () => (await messageOf(id)).error_class === 'unavailable')
  await app.api('PATCH', `/sms_gateways/${gateway.body.id}`, { base_url: twilio.origin })
  later()
  await reaches(id, 'accepted')
  assert.equal(twilio.messagesTo(to).length, 1)
})

test('does not send a code that was cancelled, proven or nearly dead meanwhile', async () => {
  for (const spoil of [
    async (id: string) => assert.equal((await app.api('POST', `/validations/${id}/cancel`)).status, 200),
    async () => later(550),
  ]) {
    twilio.next({ answer: 'error', status: 429, code: 20429, headers: { 'retry-after': '3' } })
    const { to, id } = await start()
    await eventually(async () => (await messageOf(id)).error_class === 'throttled')
    await spoil(id)
    later()
    const message = await reaches(id, 'failed')
    assert.match(message.error_class ?? '', /^(cancelled|expired)$/)
    assert.equal(twilio.messagesTo(to).length, 0)
  }
})

test('moves forward only: late, repeated and contradicting receipts change nothing', async () => {
  const { to, id } = await start()
  const { sid } = await twilio.messageTo(to)
  await reaches(id, 'accepted')
  assert.deepEqual(await twilio.report(sid, ['delivered', 'sent', 'queued'], { times: 3 }), Array(9).fill(200))
  assert.equal((await messageOf(id)).status, 'delivered')
  await twilio.report(sid, ['undelivered'], { errorCode: 30005 })
  assert.deepEqual(await messageOf(id).then(({ status, error_code }) => [status, error_code]), ['delivered', null])
  const message = await app.api('GET', `/messages/${(await messageOf(id)).id}`)
  assert.deepEqual(message.body.events.map((event: { status: string }) => event.status).sort(), [
    'accepted',
    'delivered',
    'queued',
    'sent',
    'undelivered',
  ])
})

test('keeps the first reason of a failure', async () => {
  const { to, id } = await start()
  const { sid } = await twilio.messageTo(to)
  await reaches(id, 'accepted')
  await twilio.report(sid, ['undelivered'], { errorCode: 30005 })
  await twilio.report(sid, ['failed'], { errorCode: 30008 })
  await twilio.report(sid, ['delivered'])
  const message = await messageOf(id)
  assert.deepEqual([message.status, message.error_code, message.error_class], ['failed', '30005', 'recipient'])
})

test('refuses forged callbacks, and those for another gateway’s message', async () => {
  const { to, id } = await start()
  const { sid } = await twilio.messageTo(to)
  const accepted = await reaches(id, 'accepted')
  for (const forged of ['signature', 'token', 'changed', 'unsigned'] as const)
    assert.deepEqual(await twilio.report(sid, ['delivered'], { forged }), [403])
  const other = await app.api('POST', '/sms_gateways', { ...twilio.gateway(), name: 'Another account' })
  const url = `${app.config.publicUrl}/hooks/sms/${other.body.id}/${accepted.id}`
  assert.deepEqual(
    await twilio.report(sid, ['delivered'], { url }),
    [200],
    'the signature is good, but the message is not this gateway’s',
  )
  assert.equal((await messageOf(id)).status, 'accepted')
  assert.deepEqual(
    await twilio.report(sid, ['delivered'], { url: `${app.config.publicUrl}/hooks/sms/${gateway.body.id}/nonsense` }),
    [200],
  )
  assert.deepEqual(
    await twilio.report(sid, ['delivered'], { url: `${app.config.publicUrl}/hooks/sms/nonsense/${accepted.id}` }),
    [404],
  )
})

test('sends each of 300 messages once through three nodes', async () => {
  const nodes = await Promise.all([1, 2].map(() => createTestApp({ database, clock })))
  const started = await Promise.all(Array.from({ length: 300 }, start))
  await eventually(async () => {
    const { count } = await ctx.db.kysely
      .selectFrom('messages')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where(
        'validation_id',
        'in',
        started.map(({ id }) => id),
      )
      .where('status', '=', 'accepted')
      .executeTakeFirstOrThrow()
    return count === 300
  })
  assert.ok(started.every(({ to }) => twilio.messagesTo(to).length === 1))
  await Promise.all(nodes.map(node => node.close()))
})

test('has what a dead worker left half-sent asked about, once its request must have ended', async () => {
  const { to, id } = await start()
  await reaches(id, 'accepted')
  const lost = await messageOf(id)
  await database.query(
    "update messages set status = 'sending', worker = 2000000000, accepted_at = null, provider_message_id = null where id = $1",
    [lost.id],
  )
  await database.query('update message_attempts set finished_at = null, outcome = null where message_id = $1', [lost.id])
  await assert.rejects(
    eventually(async () => (await messageOf(id)).status !== 'sending', { deadlineMs: 1500 }),
    'too early',
  )
  later(31)
  const found = await reaches(id, 'accepted')
  assert.equal(found.provider_message_id, twilio.messagesTo(to)[0]?.sid)
  assert.equal(twilio.messagesTo(to).length, 1)
})
