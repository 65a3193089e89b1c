import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, type Guest } from '../../test/harness.ts'
import { openLobby, PASSWORD, textOf } from '../../test/lobby.ts'
import type { MessageStatus } from '../db/tables.ts'
import { CODE_LIFETIME_S } from '../validation/rules.ts'
import { type DeliveryState, judgeDelivery, type LastMessage } from './delivery.ts'

const lobby = await openLobby()
const PATH = lobby.path('validate_account')
const frame = (guest: Guest, channel = 'sms') => guest.get(`${lobby.path('delivery')}?channel=${channel}`)

let numbers = 0
const nextPhone = () => `+1555555${String(8000 + ++numbers)}`

async function startSignUp(plan: string, form: Record<string, string>): Promise<Guest> {
  const guest = lobby.guest()
  await guest.submit(lobby.path('sign_up'), {
    usage_plan_id: plan,
    password: PASSWORD,
    password_confirmation: PASSWORD,
    ...form,
  })
  return guest
}
/** A sign-up whose message is out and in a state of our choice. */
async function waiting(message: string, plan = 'Guest Wi-Fi'): Promise<{ guest: Guest; phone: string }> {
  const phone = nextPhone()
  const guest = await startSignUp(lobby.plan(plan), { phone, email: `waiting${numbers}@example.com` })
  await lobby.nextCode(phone)
  await lobby.countMessages()
  await set(phone, message)
  return { guest, phone }
}
const set = (to: string, message: string) => lobby.database.query(`update messages set ${message} where "to" = $1`, [to])

test('what a guest is told follows from the message and its age alone', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const at = (ageS: number) => new Date(now.getTime() - ageS * 1000)
  const judge = (status: MessageStatus, ageS: number, more: Partial<LastMessage> = {}) =>
    judgeDelivery(
      {
        status,
        error_class: null,
        error_code: null,
        accepted_at: null,
        created_at: at(ageS),
        opted_out_sender: null,
        ...more,
      },
      { expires_at: at(ageS - CODE_LIFETIME_S) },
      now,
    )
  const cases: [MessageStatus, number, Partial<LastMessage>, DeliveryState, number | undefined][] = [
    ['queued', 0, {}, 'on_its_way', 3],
    ['sending', 14, {}, 'on_its_way', 3],
    ['queued', 15, {}, 'slow', 3],
    ['sending', 2, { error_class: 'unavailable' }, 'on_its_way', 3],
    ['sending', 4, { error_class: 'unavailable' }, 'not_possible', 3],
    ['queued', 5, { error_class: 'configuration' }, 'not_possible', 3],
    ['queued', 5, { error_class: 'limited' }, 'on_its_way', 3],
    ['queued', 40, { error_class: 'throttled' }, 'slow', 5],
    ['accepted', 30, {}, 'accepted', 5],
    ['accepted', 60, {}, 'accepted', 10],
    ['accepted', 180, {}, 'accepted', 15],
    ['accepted', CODE_LIFETIME_S, {}, 'accepted', undefined],
    ['unknown', 10, { error_class: 'unknown' }, 'unknown', 3],
    ['delivered', 3, {}, 'delivered', undefined],
    ['failed', 3, { error_class: 'recipient' }, 'wrong', undefined],
    ['failed', 3, { error_class: 'recipient', error_code: 'opted_out' }, 'opted_out', undefined],
    ['failed', 3, { error_class: 'recipient', opted_out_sender: '+15550001111' }, 'opted_out', undefined],
    ['failed', 3, { error_class: 'unavailable' }, 'not_possible', undefined],
    ['failed', 3, { error_class: 'configuration' }, 'not_possible', undefined],
    ['failed', 3, { error_class: 'spent' }, 'not_possible', undefined],
    ['failed', 3, { error_class: 'route', accepted_at: now }, 'undelivered', undefined],
    ['failed', 3, { accepted_at: now }, 'undelivered', undefined],
    ['failed', 3, { error_class: 'recipient', accepted_at: now }, 'wrong', undefined],
  ]
  for (const [status, ageS, more, state, refreshS] of cases) {
    const told = judge(status, ageS, more)
    assert.deepEqual([told.state, told.refreshS], [state, refreshS], JSON.stringify([status, ageS, more]))
    assert.equal(told.isFinal, status === 'delivered' || status === 'failed')
  }
  const startNumber = (sender: string) => judge('failed', 3, { error_class: 'recipient', opted_out_sender: sender }).startNumber
  assert.equal(startNumber('+15550001111'), '+15550001111')
  assert.equal(startNumber('72345'), '72345')
  for (const sender of ['HOTEL', 'MG00000000000000000000000000000000', '', '+1<b>']) assert.equal(startNumber(sender), '')
})

test('the page holds the line, and a frame over it that may be of this server alone', async () => {
  const { guest } = await waiting(`status = 'accepted', accepted_at = created_at`)
  const page = await guest.get(PATH)
  assert.match(
    page.text,
    /<div class="live"><span aria-hidden="true">Sent\. The network has accepted it\.<\/span><iframe src="\/portal\/lobby\/delivery\?channel=sms" title="Delivery" tabindex="-1"><\/iframe><\/div>/,
  )
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /default-src 'none'.*; frame-src 'self';.* frame-ancestors 'none'/,
  )
  const line = await frame(guest)
  const policy = line.headers.get('content-security-policy') ?? ''
  assert.match(
    policy,
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'$/,
  )
  assert.match(line.headers.get('cache-control') ?? '', /no-store/)
  assert.equal(line.headers.get('refresh'), '3')
  assert.match(textOf(line), /Sent\. The network has accepted it\. $/)
  assert.ok(Buffer.byteLength(line.text) < 1_500, `${Buffer.byteLength(line.text)} bytes`)
  assert.doesNotMatch(line.text, /<script|<meta http-equiv/)
  assert.doesNotMatch((await guest.get(lobby.path('login'))).headers.get('content-security-policy') ?? '', /frame-src/)
})

test('the line goes on by itself, ever slower, until nothing can change any more', async () => {
  const { guest, phone } = await waiting(`status = 'accepted', accepted_at = created_at`)
  for (const [afterS, refresh] of [
    [31, '5'],
    [31, '10'],
    [120, '15'],
    [600, null],
  ] as const) {
    lobby.clock.advance(afterS)
    assert.equal((await frame(guest)).headers.get('refresh'), refresh)
  }
  const other = await waiting(`status = 'accepted', accepted_at = created_at`)
  await set(other.phone, `status = 'delivered'`)
  const line = await frame(other.guest)
  assert.equal(line.headers.get('refresh'), null)
  assert.match(textOf(line), /Delivered\. $/)
  const page = await other.guest.get(PATH)
  assert.match(page.text, /<p class="live">Delivered\.<\/p>/)
  assert.doesNotMatch(page.text, /<iframe/)
  await set(phone, `status = 'delivered'`)
})

test('each state that is trouble is one line with a way out of the frame, and says on the page what to do', async () => {
  const { guest, phone } = await waiting(`status = 'accepted'`)
  const cases: [string, RegExp, RegExp, boolean][] = [
    [
      `status = 'failed', error_class = 'recipient', accepted_at = null`,
      /check the number\. What to do/,
      /Give the right number here/,
      false,
    ],
    [
      `status = 'failed', error_class = 'route', accepted_at = created_at`,
      /not be delivered\. What to do/,
      /phone is on and has reception/,
      false,
    ],
    [
      `status = 'failed', error_class = 'unavailable', accepted_at = null`,
      /cannot send text messages at the moment\. What to do/,
      /try again in a few minutes/,
      false,
    ],
    [
      `status = 'unknown', error_class = 'unknown'`,
      /do not know whether it arrived\. What to do/,
      /Wait a moment, then press “Send the code again”/,
      true,
    ],
  ]
  for (const [message, line, advice, goesOn] of cases) {
    await set(phone, message)
    const shown = await frame(guest)
    assert.match(textOf(shown), line)
    assert.match(shown.text, /<a href="\/portal\/lobby\/validate_account" target="_top">/)
    assert.equal(shown.headers.get('refresh') !== null, goesOn, message)
    const page = await guest.get(PATH)
    assert.match(textOf(page), advice)
    assert.match(page.text, /<details open><summary>No text message, or wrong number\?/)
    assert.equal(page.text.includes('<iframe'), goesOn)
  }
  await set(phone, `status = 'failed', error_class = 'recipient'`)
  const { text } = await guest.get(PATH)
  assert.ok(text.indexOf('action="/portal/lobby/update_contact"') < text.indexOf('action="/portal/lobby/resend_validation_code"'))
  assert.ok(text.indexOf('id="phone"') < text.indexOf('id="code"'), 'the number comes before the box for the code')
})

test('who once replied STOP is told where to text START, and the next message goes out in spite of it', async () => {
  const { guest, phone } = await waiting(`status = 'failed', error_class = 'recipient', error_code = '21610', accepted_at = null`)
  await lobby.database.query(
    `insert into suppressions (id, channel, contact, sms_gateway_id, sender, reason, created_at, updated_at)
     select gen_random_uuid(), 'sms', "to", sms_gateway_id, '+15550009999', 'opted_out', created_at, created_at from messages where "to" = $1`,
    [phone],
  )
  assert.match(textOf(await frame(guest)), /This phone has refused our messages\. What to do/)
  const page = await guest.get(PATH)
  assert.match(
    textOf(page),
    /You once replied STOP to our messages\. Text START to \+15550009999 from this phone, then press “Send the code again”\./,
  )
  assert.match(page.text, /<input type="hidden" name="opted_in" value="1">/)
  await lobby.database.query(`update suppressions set sender = 'HOTEL' where contact = $1`, [phone])
  assert.match(textOf(await guest.get(PATH)), /Reply START to the last one/)

  const resend = (form: Record<string, string>) => guest.post(lobby.path('resend_validation_code'), { channel: 'sms', ...form })
  lobby.clock.advance(31)
  assert.equal((await resend({ opted_in: '1' })).status, 303)
  lobby.clock.advance(61)
  assert.equal((await resend({})).status, 303)
  await lobby.countMessages()
  const sent = (await lobby.rows('messages')).filter(({ to }) => to === phone)
  assert.deepEqual(
    sent.map(({ ignores_opt_out }) => ignores_opt_out),
    [false, true, false],
  )
})

test('a frame without anything to wait for leads back to the page, and never on by itself', async () => {
  const { guest } = await waiting(`status = 'accepted', accepted_at = created_at`)
  for (const shown of [
    await frame(lobby.guest()),
    await frame(guest, 'email'),
    await frame(guest, 'nonsense'),
    await frame(guest, ''),
  ]) {
    assert.equal(shown.status, 200)
    assert.equal(shown.headers.get('refresh'), null)
    assert.match(shown.text, /<a href="\/portal\/lobby\/validate_account" target="_top">There is news/)
  }
  assert.match((await frame(lobby.guest(), 'email_to_sms')).text, /<a href="\/portal\/lobby\/sms_token" target="_top">/)
  const nowhere = await lobby.request('/portal/nowhere/delivery')
  assert.equal(nowhere.status, 404)
  assert.match(nowhere.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/)
})

test('the line speaks the language of the page', async () => {
  const { guest } = await waiting(`status = 'failed', error_class = 'recipient'`)
  const shown = await guest.get(`${lobby.path('delivery')}?channel=sms&locale=de`)
  assert.match(shown.text, /<html lang="de">.*Prüfen Sie die Nummer.*href="\/portal\/lobby\/validate_account\?locale=de"/)
})

test('the token’s page has the same line, and nobody can tell by it that an account is blocked', async () => {
  const carrier = [...lobby.ctx.catalogue.now.carriers.values()].find(({ name }) => name === 'Verizon')
  const [free, barred] = [nextPhone(), nextPhone()]
  await lobby.join('Guest Wi-Fi', { login: 'barred', phone: barred })
  const { id } = await lobby.account('barred')
  await lobby.api('PATCH', `/accounts/${id}`, { status: 'blocked' })
  const seen = []
  for (const phone of [free, barred]) {
    const guest = lobby.guest()
    await guest.submit(lobby.path('sms'), { phone, carrier_id: carrier?.id ?? '' })
    await lobby.countMessages()
    lobby.clock.advance(3)
    const shown = await frame(guest, 'email_to_sms')
    const page = (await guest.get(lobby.path('sms_token'))).text.replace(/\d{4}\./, '')
    seen.push([shown.text, shown.headers.get('refresh'), page])
    assert.match(shown.text, /Sent\. The mail server has accepted it\./)
  }
  assert.deepEqual(seen[0], seen[1])
})

test('a password reset has a line that never depends on the message', async () => {
  await lobby.join('Guest Wi-Fi', { login: 'forgetful', phone: nextPhone() })
  const seen = new Set<string>()
  for (const [login, status] of [
    ['forgetful', 'accepted'],
    ['forgetful', 'failed'],
    ['nobody', ''],
  ] as const) {
    const guest = lobby.guest()
    await guest.submit(lobby.path('forgot_password'), { login })
    await lobby.countMessages()
    if (status) await lobby.database.query(`update messages set status = $1, error_class = 'recipient'`, [status])
    const page = await guest.get(lobby.path('reset_password'))
    assert.match(textOf(page), /It can take a few minutes\. If nothing comes/)
    assert.doesNotMatch(page.text, /<iframe/)
    const frames = [await frame(guest), await frame(guest, 'email')]
    seen.add(JSON.stringify([page.text, ...frames.map(({ text, headers }) => [text, headers.get('refresh')])]))
  }
  assert.equal(seen.size, 1)
})

// The last: these messages are tried again and again.
test('where no gateway can be reached the guest knows within seconds, and is offered email where that would do', async () => {
  const { body: gateway } = await lobby.api('POST', '/sms_gateways', {
    name: 'Down',
    provider: 'twilio',
    from: '+15550001111',
    account_sid: `AC${'0'.repeat(32)}`,
    auth_token: 'f'.repeat(32),
    base_url: 'http://127.0.0.1:1',
  })
  const portals = [...lobby.ctx.catalogue.now.splashPortals.keys()]
  const makePlan = async (name: string, validation_method: string) =>
    (
      await lobby.api('POST', '/usage_plans', {
        name,
        validation_method,
        sms_gateway_ids: [gateway.id],
        splash_portal_ids: portals,
      })
    ).body.id
  const [either, smsOnly] = [await makePlan('Either', 'sms_or_email'), await makePlan('SMS only', 'sms')]

  const phone = nextPhone()
  const guest = await startSignUp(either, { phone, channel: 'sms', login: 'wayout' })
  const tried = () => lobby.database.query('select from messages where "to" = $1 and error_class is not null', [phone])
  await eventually(async () => (await tried()).length > 0)
  lobby.clock.advance(5)
  assert.match(textOf(await frame(guest)), /We cannot send text messages at the moment\. Use email instead/)
  const page = await guest.get(PATH)
  assert.match(textOf(page), /We cannot send text messages at the moment\. Use email instead Email address/)
  assert.ok(page.text.indexOf('id="email"') < page.text.indexOf('id="code"'), 'the other way comes before the box for the code')
  const email = 'wayout@example.com'
  await guest.submit(lobby.path('update_contact'), { email })
  const done = await guest.post(PATH, { code: await lobby.nextCode(email) })
  assert.equal(done.location, `${lobby.path('status')}?notice=welcome`)

  const other = await startSignUp(smsOnly, { phone: nextPhone() })
  await eventually(async () => {
    lobby.clock.advance(5)
    return /We cannot send text messages at the moment/.test((await frame(other)).text)
  })
  assert.match(textOf(await other.get(PATH)), /Please try again in a few minutes\./)
})
