import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLobby, SENDING, TOUCHED, textOf } from '../../test/lobby.ts'

const lobby = await openLobby()
const PATH = lobby.path('plans')
const VALIDATE = lobby.path('validate_account')
let numbers = 0
const nextPhone = () => `+1555555${String(5000 + ++numbers)}`
const portals = [...lobby.ctx.catalogue.now.splashPortals.keys()]
const { body: either } = await lobby.api('POST', '/usage_plans', {
  name: 'Either',
  validation_method: 'sms_or_email',
  unlimited_usage: true,
  splash_portal_ids: portals,
  sms_gateway_ids: [...lobby.ctx.catalogue.now.smsGateways.keys()],
})

test('only who is signed in sees and takes plans', async () => {
  await lobby.changing([], async () => {
    assert.equal((await lobby.guest().get(PATH)).location, `${lobby.path('login')}?notice=sign_in_first`)
    const answer = await lobby.guest().post(PATH, { usage_plan_id: lobby.plan('Free hour') })
    assert.equal(answer.location, `${lobby.path('login')}?notice=sign_in_first`)
  })
})

test('a plan whose contacts are proven already is given at once', async () => {
  const guest = await lobby.join('Guest Wi-Fi', { login: 'at-once', phone: nextPhone() })
  assert.match(textOf(await guest.get(PATH)), /Guest Wi-Fi \(your plan now\)/)
  const answer = await lobby.changing(['accounts'], () => guest.post(PATH, { usage_plan_id: either.id }))
  assert.equal(answer.location, `${lobby.path('status')}?notice=plan_taken`)
  const account = await lobby.account('at-once')
  assert.equal(account.usage_plan_id, either.id)
  assert.equal(account.account_group_id, null)
  assert.equal(account.unlimited_usage, true)
  assert.equal(account.usage_expires_at, null)
})

test('a plan that asks for more sends a code to the contact, and begins when it is proven', async () => {
  const guest = await lobby.join('Free hour', { login: 'with-address', email: 'plan1@example.com' })
  const answer = await lobby.changing(['sessions', ...SENDING], () => guest.post(PATH, { usage_plan_id: lobby.plan('Day pass') }))
  assert.equal(answer.location, VALIDATE)
  assert.equal((await lobby.account('with-address')).usage_plan_id, lobby.plan('Free hour'), 'until then the old plan holds')
  assert.equal((await guest.get(lobby.path('status'))).status, 200)
  const page = await guest.submit(VALIDATE, { code: await lobby.nextCode('plan1@example.com') })
  assert.match(textOf(page), /You have a new plan/)
  const account = await lobby.account('with-address')
  assert.equal(account.usage_plan_id, lobby.plan('Day pass'))
  assert.ok(account.email_validated_at)
})

test('a contact that the account lacks is asked for first', async () => {
  const guest = await lobby.join('Free hour', { login: 'no-contact' })
  const page = await lobby.changing(['sessions'], () => guest.submit(PATH, { usage_plan_id: lobby.plan('Resident') }))
  assert.match(textOf(page), /Confirm your mobile number/)
  assert.match(textOf(page), /Confirm your email address/)
  const phone = nextPhone()
  await guest.submit(lobby.path('update_contact'), { phone })
  await guest.submit(lobby.path('update_contact'), { email: 'plan2@example.com' })
  await guest.submit(VALIDATE, { code: await lobby.nextCode('plan2@example.com') })
  const done = await guest.submit(VALIDATE, { code: await lobby.nextCode(phone) })
  assert.match(textOf(done), /You have a new plan.*Resident.*Members/)
})

test('where one contact is enough the other can be chosen instead', async () => {
  const guest = await lobby.join('Free hour', { login: 'rather-email', phone: nextPhone() })
  const page = await guest.submit(PATH, { usage_plan_id: either.id })
  assert.match(textOf(page), /A text message with a code/)
  assert.match(textOf(page), /Use email instead/)
  await guest.submit(lobby.path('update_contact'), { email: 'plan3@example.com' })
  const done = await guest.submit(VALIDATE, { code: await lobby.nextCode('plan3@example.com') })
  assert.match(textOf(done), /You have a new plan/)
  const account = await lobby.account('rather-email')
  assert.equal(account.phone_validated_at, null)
  assert.equal(account.usage_plan_id, either.id)
})

test('a plan that is not offered is refused', async () => {
  const guest = await lobby.join('Free hour', {})
  const { body: hidden } = await lobby.api('POST', '/usage_plans', { name: 'Hidden', validation_method: 'none' })
  await lobby.changing([], async () => {
    for (const usage_plan_id of [hidden.id, '', 'nonsense']) {
      const page = await guest.post(PATH, { usage_plan_id })
      assert.equal(page.status, 422)
      assert.match(textOf(page), /Choose a plan\./)
    }
  })
})

test('too many codes leave the old plan and the session as they are', async () => {
  const phone = nextPhone()
  const guest = await lobby.join('Free hour', { login: 'limited', phone })
  for (let i = 0; i < 5; i++) await guest.submit(PATH, { usage_plan_id: lobby.plan('Guest Wi-Fi') })
  const page = await lobby.changing(TOUCHED, () => guest.post(PATH, { usage_plan_id: lobby.plan('Guest Wi-Fi') }))
  assert.equal(page.status, 429)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
})

test('the status page says how long there still is, and when it is over', async () => {
  const guest = await lobby.join('Free hour', { login: 'timed' })
  assert.match(textOf(await guest.get(lobby.path('status'))), /\((1 hour|60 minutes) left\)/)
  lobby.clock.advance(1800)
  assert.match(textOf(await guest.get(lobby.path('status'))), /\(30 minutes left\)/)
  lobby.clock.advance(1801)
  assert.match(textOf(await guest.get(lobby.path('status'))), /Your time is over/)
})
