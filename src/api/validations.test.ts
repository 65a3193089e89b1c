import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp, eventually } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false, seed: 'demo', config: { testClock: true } })
const api = await documentedApi(app)
const NOBODY = '0199a7a0-5c00-7000-8000-000000000001'

let numbers = 100
const nextNumber = () => `+1555555${String(++numbers).padStart(4, '0')}`

async function start(to = nextNumber(), more: Record<string, unknown> = {}) {
  const answer = await api('POST', '/validations', { channel: to.includes('@') ? 'email' : 'sms', to, ...more })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

/** The code that the last message to a contact carried, from the simulator. */
async function codeTo(to: string, at = 1): Promise<string> {
  return eventually(async () => {
    const { data } = (await api('GET', '/simulator/messages')).body
    const own = data.filter((message: { to: string }) => message.to === to)
    return own.length >= at ? /\b\d{6}\b/.exec(own.at(-1).text)?.[0] : undefined
  })
}
const wrong = (code: string) => code.replace(/./, digit => String((Number(digit) + 1) % 10))
const check = (id: string, code: unknown) => api('POST', `/validations/${id}/check`, { code })
const PENDING = { status: 'pending' }

test('a code goes out, is checked right once, and is in no answer', async () => {
  const to = nextNumber()
  const answer = await api('POST', '/validations', { channel: 'sms', to: to.replace('+1', ''), locale: 'de-AT' })
  assert.equal(answer.status, 201)
  const { id } = answer.body
  assert.equal(answer.headers.get('location'), `/api/v1/validations/${id}`)
  assert.equal(answer.body.status, 'pending')
  assert.equal(answer.body.contact, `+1******${to.slice(-4)}`)
  assert.equal(answer.body.locale, 'de')
  const code = await codeTo(to)
  const told = { ...answer.body, created_at: '', expires_at: '', last_sent_at: '' }
  assert.deepEqual({ ...(await api('GET', `/validations/${id}`)).body, created_at: '', expires_at: '', last_sent_at: '' }, told)

  assert.deepEqual((await check(id, wrong(code))).body, PENDING)
  assert.deepEqual((await check(id, ` ${code.slice(0, 3)}-${code.slice(3)} `)).body, { status: 'approved' })
  assert.deepEqual((await check(id, code)).body, PENDING)
  const read = (await api('GET', `/validations/${id}`)).body
  assert.deepEqual([read.status, read.checks], ['approved', 2])
  assert.ok(read.approved_at)
  const [message] = (await api('GET', `/messages?validation_id=${id}`)).body.data
  assert.equal(message.to, read.contact)
  assert.equal(message.proven_at, read.approved_at)
  assert.equal(message.attempts.length, 1)
  assert.equal((await api('GET', '/audit_events')).body.total, 0)
  for (const path of ['/validations', '/messages', '/audit_events'])
    assert.doesNotMatch(JSON.stringify((await api('GET', path)).body), new RegExp(`\\b${code}\\b`))
})

test('a code by email goes to the address in lower case', async () => {
  const { id, contact } = await start('Ana@Example.com')
  assert.equal(contact, 'a***@example.com')
  assert.deepEqual((await check(id, await codeTo('ana@example.com'))).body, { status: 'approved' })
})

test('wrong, expired, exhausted, cancelled, unknown and misshapen answer alike', async () => {
  const to = nextNumber()
  const { id } = await start(to)
  const code = await codeTo(to)
  const answers = [
    await check(NOBODY, '123456'),
    await check('no-id', '123456'),
    await check(id, wrong(code)),
    await check(id, ''),
    await check(id, '12'),
    await check(id, 'abcdef'),
    await check(id, '１２３４５'),
  ]
  for (let i = 0; i < 5; i++) answers.push(await check(id, wrong(code)))
  answers.push(await check(id, code))
  assert.equal((await api('GET', `/validations/${id}`)).body.status, 'exhausted')
  const other = nextNumber()
  const { id: second } = await start(other)
  const secondCode = await codeTo(other)
  assert.equal((await api('POST', `/validations/${second}/cancel`)).status, 200)
  answers.push(await check(second, secondCode))
  const late = nextNumber()
  const { id: third } = await start(late)
  const lateCode = await codeTo(late)
  app.clock.advance(601)
  answers.push(await check(third, lateCode))
  assert.equal((await api('GET', `/validations/${third}`)).body.status, 'expired')
  for (const answer of answers) {
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.body, PENDING)
    assert.deepEqual([...answer.headers.keys()].sort(), [...(answers[0]?.headers.keys() ?? [])].sort())
  }
})

test('a code that is no text, or no code at all in length, is refused', async () => {
  const { id } = await start()
  for (const code of [123456, null, ['1', '2'], { $ne: 1 }, true, '1'.repeat(65), undefined])
    assertProblem(await check(id, code), 422, 'invalid', ['code'])
  assertProblem(await api('POST', `/validations/${id}/check`, { code: '123456', more: 1 }), 422, 'invalid', ['more'])
  assert.equal((await api('GET', `/validations/${id}`)).body.checks, 0)
})

test('whom nothing can be sent to is refused, and nothing is written', async () => {
  const count = async () => (await app.database.query<{ n: number }>('select count(*)::int as n from messages'))[0]?.n
  const before = await count()
  const closed = (
    await api('POST', '/splash_portals', {
      name: 'Germans only',
      default_country: 'DE',
      allowed_countries: ['DE'],
      sms_gateway_ids: [...app.ctx.catalogue.now.smsGateways.keys()],
    })
  ).body
  const mute = (await api('POST', '/splash_portals', { name: 'Mute', extra_prefixes: ['+1555'] })).body
  for (const [body, fields] of [
    [{ channel: 'sms', to: '12' }, ['to']],
    [{ channel: 'sms', to: 'a@b.example' }, ['to']],
    [{ channel: 'sms', to: '+442079460000' }, ['to']],
    [{ channel: 'sms', to: '' }, ['to']],
    [{ channel: 'email', to: '+15555550123' }, ['to']],
    [{ channel: 'email', to: 'a@b.example, c@d.example' }, ['to']],
    [{ channel: 'email', to: 'a@b.example\nBcc: c@d.example' }, ['to']],
    [{ channel: 'fax', to: '+15555550123' }, ['channel']],
    [{ channel: 'sms', to: '+15555550123', splash_portal_id: NOBODY }, ['splash_portal_id']],
    [{ channel: 'sms', to: '+14155550123', splash_portal_id: closed.id }, ['to']],
    [{ channel: 'sms', to: '+15555550123', locale: '../../etc' }, ['locale']],
    [{ channel: 'sms', to: ['+15555550123'] }, ['to']],
    [{}, ['channel', 'to']],
  ] as const)
    assertProblem(await api('POST', '/validations', body), 422, 'invalid', [...fields])
  const detail = assertProblem(
    await api('POST', '/validations', { channel: 'sms', to: '+15555550123', splash_portal_id: mute.id }),
    422,
    'no_route',
  )
  assert.match(detail, /no enabled SMS gateway/)
  // Without a portal of its own a request goes by the oldest one's rules and whatever gateway there is.
  const phone = [...app.ctx.catalogue.now.smsGateways.keys()][0]
  await api('PATCH', `/sms_gateways/${phone}`, { enabled: false })
  assertProblem(await api('POST', '/validations', { channel: 'sms', to: '+15555550123' }), 422, 'no_route')
  await api('PATCH', `/sms_gateways/${phone}`, { enabled: true })
  // A number in national form is read in the country of its portal.
  assert.equal((await start('0151 23456789', { splash_portal_id: closed.id })).contact, `+4${'*'.repeat(8)}6789`)
  assert.equal(await count(), (before ?? 0) + 1)
})

test('the sixth code within an hour is refused with the time to wait, and a proof makes room again', async () => {
  const to = nextNumber()
  let last = ''
  for (let i = 0; i < 5; i++) last = (await start(to)).id
  const refused = await api('POST', '/validations', { channel: 'sms', to })
  assertProblem(refused, 429, 'too_many')
  const wait = Number(refused.headers.get('retry-after'))
  assert.ok(wait > 3500 && wait <= 3600, String(wait))
  const code = await codeTo(to, 5)
  assert.deepEqual((await check(last, code)).body, { status: 'approved' })
  await start(to)
})

test('a code is sent again after 30, 60 and 120 seconds, and no fifth time', async () => {
  const to = nextNumber()
  const { id } = await start(to)
  const code = await codeTo(to)
  const resend = (body?: unknown) => api('POST', `/validations/${id}/resend`, body)
  const early = await resend()
  assertProblem(early, 429, 'too_many')
  assert.ok(Number(early.headers.get('retry-after')) <= 30)
  for (const [wait, sends] of [
    [31, 2],
    [61, 3],
    [121, 4],
  ] as const) {
    app.clock.advance(wait)
    const answer = await resend({})
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    assert.equal(answer.body.sends, sends)
  }
  assert.equal(await codeTo(to, 4), code)
  app.clock.advance(130)
  assertProblem(await resend(), 409, 'conflict')
  assertProblem(await api('POST', `/validations/${NOBODY}/resend`), 404, 'not_found')
  assertProblem(await api('POST', '/validations/x/resend'), 404, 'not_found')
  assertProblem(await resend({ now: true }), 422, 'invalid', ['now'])
  assert.deepEqual((await check(id, code)).body, { status: 'approved' })
  assertProblem(await resend(), 409, 'conflict')
  assert.equal((await api('GET', `/audit_events?record_id=${id}&action=resend`)).body.total, 3)
})

test('a cancelled validation stays cancelled, and what is over cannot be cancelled', async () => {
  const to = nextNumber()
  const { id } = await start(to)
  for (let i = 0; i < 2; i++) assert.equal((await api('POST', `/validations/${id}/cancel`, {})).body.status, 'cancelled')
  assert.equal((await api('GET', `/audit_events?record_id=${id}`)).body.total, 1)
  const { id: over } = await start()
  app.clock.advance(700)
  assertProblem(await api('POST', `/validations/${over}/cancel`), 409, 'conflict')
  assertProblem(await api('POST', `/validations/${NOBODY}/cancel`), 404, 'not_found')
})

test('a guest’s code cannot be checked, sent again or cancelled from here', async () => {
  const guest = app.guest()
  const plan = [...app.ctx.catalogue.now.usagePlans.values()].find(({ validation_method }) => validation_method === 'sms')
  const to = nextNumber()
  await guest.submit('/portal/lobby/sign_up', {
    usage_plan_id: plan?.id ?? '',
    login: 'walker',
    password: 'correct horse battery',
    password_confirmation: 'correct horse battery',
    first_name: 'W',
    last_name: 'K',
    phone: to,
    email: '',
    tos: '1',
  })
  const code = await codeTo(to)
  const [validation] = (await api('GET', `/validations?contact=${encodeURIComponent(to)}`)).body.data
  assert.equal(validation.purpose, 'sign_up')
  assert.deepEqual((await check(validation.id, code)).body, PENDING)
  assertProblem(await api('POST', `/validations/${validation.id}/resend`), 409, 'conflict')
  assertProblem(await api('POST', `/validations/${validation.id}/cancel`), 409, 'conflict')
  assert.equal((await api('GET', `/validations/${validation.id}`)).body.status, 'pending')
})

test('expired validations are listed as expired, and not as pending', async () => {
  const { id } = await start()
  const listed = async (status: string) =>
    (await api('GET', `/validations?status=${status}&per_page=500`)).body.data.some(
      (validation: { id: string }) => validation.id === id,
    )
  assert.deepEqual([await listed('pending'), await listed('expired')], [true, false])
  assert.equal((await api('POST', '/test_clock', { advance_seconds: 601 })).status, 200)
  assert.deepEqual([await listed('pending'), await listed('expired')], [false, true])
})

test('the test clock moves forward only, and is not there unless it is switched on', async () => {
  const before = app.clock.now().getTime()
  const { body } = await api('POST', '/test_clock', { advance_seconds: 90 })
  assert.ok(new Date(body.now).getTime() - before >= 90_000)
  for (const seconds of [-1, '90', null, 1e12])
    assertProblem(await api('POST', '/test_clock', { advance_seconds: seconds }), 422, 'invalid', ['advance_seconds'])
  const production = await createTestApp({ schedule: false })
  assert.equal((await production.api('POST', '/test_clock', { advance_seconds: 90 })).status, 404)
})

test('fifty right checks at once approve once', async () => {
  const to = nextNumber()
  const { id } = await start(to)
  const code = await codeTo(to)
  const answers = await Promise.all(Array.from({ length: 50 }, () => check(id, code)))
  assert.equal(answers.filter(answer => answer.body.status === 'approved').length, 1)
  assert.ok(answers.every(answer => answer.status === 200))
})
