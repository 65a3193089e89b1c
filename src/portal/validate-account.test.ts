import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest } from '../../test/harness.ts'
import { openLobby, PASSWORD, SENDING, TOUCHED, textOf } from '../../test/lobby.ts'

const lobby = await openLobby()
const PATH = lobby.path('validate_account')
const RESEND = lobby.path('resend_validation_code')
const UPDATE = lobby.path('update_contact')

let numbers = 0
const nextPhone = () => `+1555555${String(3000 + ++numbers)}`
const nextEmail = () => `guest${++numbers}@example.com`

async function startSignUp(plan: string, form: Record<string, string>): Promise<Guest> {
  const guest = lobby.guest()
  const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
  await guest.submit(lobby.path('sign_up'), { usage_plan_id: lobby.plan(plan), ...passwords, ...form })
  return guest
}

test('the right code activates the account on its plan, signs in, and changes the cookie', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { login: 'right', phone })
  const before = guest.cookies.get('gatehouse')
  const code = await lobby.nextCode(phone)
  const answer = await lobby.changing(
    ['accounts', 'contact_budgets', 'failure_counters', 'known_devices', 'limit_counters', 'sessions', 'validations'],
    () => guest.post(PATH, { code }),
  )
  assert.equal(answer.status, 303)
  assert.equal(answer.location, `${lobby.path('status')}?notice=welcome`)
  const account = await lobby.account('right')
  assert.equal(account.status, 'active')
  assert.equal(account.phone_validated_at.getTime(), account.updated_at.getTime())
  assert.equal(account.usage_expires_at.getTime() - account.updated_at.getTime(), 7 * 86_400_000)
  assert.equal(account.max_devices, 3)
  assert.equal(lobby.ctx.catalogue.now.accountGroups.get(account.account_group_id)?.name, 'Guests')
  const after = guest.cookies.get('gatehouse')
  assert.ok(after && after !== before)
  assert.equal((await guest.get(lobby.path('status'))).status, 200)
  guest.cookies.set('gatehouse', before ?? '')
  assert.equal((await guest.get(lobby.path('status'))).status, 303, 'the cookie of before is worth nothing')
})

test('spaces and dashes in a code do not matter', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  const code = await lobby.nextCode(phone)
  assert.equal((await guest.post(PATH, { code: ` ${code.slice(0, 3)}-${code.slice(3)} ` })).status, 303)
})

test('a code is good once', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  const code = await lobby.nextCode(phone)
  const answers = await Promise.all(Array.from({ length: 10 }, () => guest.post(PATH, { code })))
  assert.equal(answers.filter(({ location }) => location.includes('notice=welcome')).length, 1)
})

test('wrong, malformed, exhausted and expired answer with one and the same page', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { login: 'same-page', phone })
  const code = await lobby.nextCode(phone)
  const pages: string[] = []
  const enter = async (typed: string) => {
    const page = await guest.post(PATH, { code: typed })
    assert.equal(page.status, 422, typed)
    assert.equal(textOf(page).match(/not right, or no longer valid/g)?.length, 1, 'one field, told once')
    assert.ok(!page.text.includes(code))
    pages.push(page.text)
  }
  await lobby.countMessages()
  for (const typed of ['', 'abc', '12345', '1234567', '<b>', '０'.repeat(6)]) await enter(typed)
  for (let i = 0; i < 4; i++) await enter(lobby.wrong(code))
  await enter(code)
  assert.equal((await lobby.account('same-page')).status, 'pending')
  lobby.clock.advance(601)
  await enter(code)
  assert.equal(new Set(pages).size, 1)
})

test('a code is worth nothing in another browser, nor without one', async () => {
  const phone = nextPhone()
  await startSignUp('Guest Wi-Fi', { login: 'bound', phone })
  const code = await lobby.nextCode(phone)
  const stranger = await startSignUp('Guest Wi-Fi', { phone: nextPhone() })
  assert.equal((await stranger.post(PATH, { code })).status, 422)
  await lobby.changing([], async () => {
    assert.equal((await lobby.guest().post(PATH, { code })).location, `${lobby.path('login')}?notice=session_over`)
    assert.equal((await lobby.guest().get(PATH)).location, `${lobby.path('login')}?notice=session_over`)
  })
  assert.equal((await lobby.account('bound')).status, 'pending')
})

test('where both contacts are asked for, one box takes the codes in either order', async () => {
  for (const order of [['phone', 'email'] as const, ['email', 'phone'] as const]) {
    const contacts = { phone: nextPhone(), email: nextEmail() }
    const guest = await startSignUp('Resident', { login: order.join('-'), ...contacts })
    const first = await guest.post(PATH, { code: await lobby.nextCode(contacts[order[0]]) })
    assert.equal(first.location, `${PATH}?notice=first_proven`)
    assert.equal((await lobby.account(order.join('-'))).status, 'pending')
    const page = await guest.get(first.location)
    assert.match(textOf(page), order[0] === 'phone' ? /An email with a code/ : /A text message with a code/)
    assert.doesNotMatch(textOf(page), order[0] === 'phone' ? /A text message with a code/ : /An email with a code/)
    const second = await guest.post(PATH, { code: await lobby.nextCode(contacts[order[1]]) })
    assert.equal(second.location, `${lobby.path('status')}?notice=welcome`)
    const account = await lobby.account(order.join('-'))
    assert.ok(account.phone_validated_at && account.email_validated_at && account.status === 'active' && account.unlimited_usage)
  }
})

test('wrong guesses at the pair spend the tries of both, a right one only its own', async () => {
  const contacts = { phone: nextPhone(), email: nextEmail() }
  const guest = await startSignUp('Resident', contacts)
  const [sms, email] = [await lobby.nextCode(contacts.phone), await lobby.nextCode(contacts.email)]
  const wrong = [sms, email].includes('000000') ? '000001' : '000000'
  for (let i = 0; i < 4; i++) assert.equal((await guest.post(PATH, { code: wrong })).status, 422)
  assert.equal((await guest.post(PATH, { code: sms })).status, 303)
  assert.equal((await guest.post(PATH, { code: email })).status, 303)
})

test('a plan without automatic login is activated, and the guest signs in by hand', async () => {
  const id = lobby.plan('Day pass')
  await lobby.api('PATCH', `/usage_plans/${id}`, { automatic_login: false })
  const email = nextEmail()
  const guest = await startSignUp('Day pass', { login: 'by-hand', email })
  const answer = await guest.post(PATH, { code: await lobby.nextCode(email) })
  assert.equal(answer.location, `${lobby.path('login')}?notice=account_ready&login=by-hand`)
  assert.deepEqual([...guest.cookies.keys()], ['gatehouse'], 'only by what the limits know the browser')
  assert.equal((await lobby.account('by-hand')).status, 'active')
  await lobby.api('PATCH', `/usage_plans/${id}`, { automatic_login: true })
})

test('the page says what became of the message', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  await lobby.nextCode(phone)
  await lobby.countMessages()
  assert.match(textOf(await guest.get(PATH)), /Delivered\.|Sent\./)
  await lobby.database.query(`update messages set status = 'failed', error_class = 'recipient' where "to" = $1`, [phone])
  assert.match(textOf(await guest.get(PATH)), /could not be delivered: check the number/)
})

test('a code is sent again after 30, 60 and 120 s, four times in all, and is the same one', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  const code = await lobby.nextCode(phone)
  for (const wait of [30, 60, 120]) {
    const soon = await lobby.changing([], () => guest.post(RESEND, {}))
    assert.equal(soon.status, 429)
    assert.match(textOf(soon), /You can ask again in \d+/)
    const retryAfter = Number(soon.headers.get('retry-after'))
    assert.ok(retryAfter > wait - 5 && retryAfter <= wait, `${retryAfter} s of ${wait}`)
    lobby.clock.advance(retryAfter)
    const answer = await lobby.changing(
      ['limit_counters', 'message_attempts', 'message_events', 'messages', 'simulator_messages', 'validations'],
      () => guest.post(RESEND, { channel: 'sms' }),
    )
    assert.equal(answer.location, `${PATH}?notice=code_sent`)
    assert.equal(await lobby.nextCode(phone), code)
  }
  lobby.clock.advance(120)
  const last = await lobby.changing([], () => guest.post(RESEND, {}))
  assert.equal(last.status, 429)
  assert.match(textOf(last), /as often as possible/)
  assert.equal((await guest.post(PATH, { code })).status, 303)
})

test('when a code has run out, asking again sends another', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  const code = await lobby.nextCode(phone)
  for (let i = 0; i < 5; i++) await guest.post(PATH, { code: lobby.wrong(code) })
  const page = await lobby.changing(SENDING, () => guest.submit(RESEND, { channel: 'sms' }))
  assert.equal(page.status, 200)
  assert.equal((await guest.post(PATH, { code: await lobby.nextCode(phone) })).status, 303)
})

test('a new code does not give a number’s failed tries back', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  for (let round = 0; round < 2; round++) {
    const code = await lobby.nextCode(phone)
    for (let i = 0; i < 5; i++) await guest.post(PATH, { code: lobby.wrong(code) })
    await guest.submit(RESEND, {})
  }
  const code = await lobby.nextCode(phone)
  assert.equal(
    (await guest.post(PATH, { code })).status,
    422,
    'ten failures within the hour close the number, even for the right code',
  )
  lobby.clock.advance(3601)
  await guest.submit(RESEND, {})
  assert.equal((await guest.post(PATH, { code: await lobby.nextCode(phone) })).status, 303)
})

test('asking again without anything to ask for sends nothing', async () => {
  const guest = await lobby.join('Free hour', {})
  await lobby.changing([], async () => {
    assert.equal((await guest.post(RESEND, {})).location, PATH)
    assert.equal((await lobby.guest().post(RESEND, {})).location, `${lobby.path('login')}?notice=session_over`)
  })
})

test('a wrong number is corrected: the code goes to the new one, and the old one’s is dead', async () => {
  const [wrong, right] = [nextPhone(), nextPhone()]
  const guest = await startSignUp('Guest Wi-Fi', { login: 'corrected', phone: wrong })
  const old = await lobby.nextCode(wrong)
  const answer = await lobby.changing(['accounts', ...SENDING], () =>
    guest.post(UPDATE, { phone: right.slice(2), country: 'US' }),
  )
  assert.equal(answer.location, `${PATH}?notice=code_sent`)
  assert.equal((await lobby.account('corrected')).phone, right)
  const code = await lobby.nextCode(right)
  if (code !== old) assert.equal((await guest.post(PATH, { code: old })).status, 422)
  assert.equal((await guest.post(PATH, { code })).status, 303)
  assert.equal((await lobby.account('corrected')).phone, right)
})

test('the number that is there already is not sent another code', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { phone })
  await lobby.nextCode(phone)
  await lobby.changing([], async () => {
    assert.equal((await guest.post(UPDATE, { phone })).location, `${PATH}?notice=code_sent`)
  })
})

test('a corrected contact that is none is told beside its field', async () => {
  const guest = await startSignUp('Resident', { phone: nextPhone(), email: nextEmail() })
  await lobby.changing([], async () => {
    for (const [form, field] of [
      [{ phone: '99' }, 'phone'],
      [{ phone: '' }, 'phone'],
      [{ email: 'nobody' }, 'email'],
      [{ email: '' }, 'email'],
    ] as [Record<string, string>, string][]) {
      const page = await guest.post(UPDATE, form)
      assert.equal(page.status, 422)
      assert.match(page.text, new RegExp(`<details open>[^]*<p class="error" id="${field}-error">`))
    }
    assert.equal(
      (await lobby.guest().post(UPDATE, { phone: nextPhone() })).location,
      `${lobby.path('login')}?notice=session_over`,
    )
  })
})

test('correcting a contact again and again is limited by the contact', async () => {
  const phone = nextPhone()
  for (let i = 0; i < 5; i++) await startSignUp('Guest Wi-Fi', { phone })
  const guest = await startSignUp('Guest Wi-Fi', { login: 'limited', phone: nextPhone() })
  const page = await lobby.changing(TOUCHED, () => guest.post(UPDATE, { phone }))
  assert.equal(page.status, 429)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
})

test('correcting a proven contact un-proves it', async () => {
  const contacts = { phone: nextPhone(), email: nextEmail() }
  const guest = await startSignUp('Resident', { login: 'unproven', ...contacts })
  await guest.post(PATH, { code: await lobby.nextCode(contacts.phone) })
  const other = nextPhone()
  await guest.submit(UPDATE, { phone: other })
  const account = await lobby.account('unproven')
  assert.equal(account.phone, other)
  assert.equal(account.phone_validated_at, null)
  await guest.submit(PATH, { code: await lobby.nextCode(contacts.email) })
  assert.equal((await lobby.account('unproven')).status, 'pending')
  await guest.submit(PATH, { code: await lobby.nextCode(other) })
  assert.equal((await lobby.account('unproven')).status, 'active')
})

test('a guest who is signed in gets a new contact only unproven', async () => {
  const phone = nextPhone()
  const guest = await lobby.join('Guest Wi-Fi', { login: 'mover', phone })
  const other = nextPhone()
  const page = await guest.submit(UPDATE, { phone: other })
  assert.match(textOf(page), /A text message with a code/)
  assert.equal((await lobby.account('mover')).phone_validated_at, null)
  const done = await guest.submit(PATH, { code: await lobby.nextCode(other) })
  assert.match(textOf(done), /Confirmed\. You are signed in/)
  assert.ok((await lobby.account('mover')).phone_validated_at)
})

test('a plan that the operator eased meanwhile begins without a code', async () => {
  const { body: plan } = await lobby.api('POST', '/usage_plans', {
    name: 'Eased',
    validation_method: 'email',
    splash_portal_ids: [...lobby.ctx.catalogue.now.splashPortals.keys()],
  })
  const guest = await startSignUp('Eased', { login: 'eased', email: nextEmail() })
  await lobby.api('PATCH', `/usage_plans/${plan.id}`, { validation_method: 'none' })
  assert.match(textOf(await guest.get(PATH)), /nothing left to confirm/)
  assert.equal((await guest.post(PATH, {})).location, `${lobby.path('status')}?notice=welcome`)
  assert.equal((await lobby.account('eased')).status, 'active')
})

test('an account that was blocked meanwhile cannot be activated', async () => {
  const phone = nextPhone()
  const guest = await startSignUp('Guest Wi-Fi', { login: 'blocked', phone })
  const code = await lobby.nextCode(phone)
  const { id } = await lobby.account('blocked')
  await lobby.database.query(`update accounts set status = 'blocked' where id = $1`, [id])
  assert.equal((await guest.post(PATH, { code })).location, `${lobby.path('login')}?notice=session_over`)
  assert.equal((await lobby.account('blocked')).status, 'blocked')
})
