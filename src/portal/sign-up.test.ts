import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest } from '../../test/harness.ts'
import { openLobby, PASSWORD, SENDING, TOUCHED, textOf } from '../../test/lobby.ts'
import type { Account } from '../accounts/account.ts'
import { decideLogin } from './sign-up.ts'

const lobby = await openLobby()
const PATH = lobby.path('sign_up')
const SMS_PLAN = lobby.plan('Guest Wi-Fi')

let numbers = 0
/** A number that no other test has used. */
const nextPhone = () => `+1555555${String(2000 + ++numbers)}`
const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
const signUp = (form: Record<string, string>, guest: Guest = lobby.guest()) =>
  guest.post(PATH, { usage_plan_id: SMS_PLAN, ...passwords, ...form })

/** The id of an input and of the error that it points to. */
function errorOf(html: string, field: string): string | undefined {
  const described = new RegExp(`<(?:input|select)[^>]*id="${field}"[^>]*aria-describedby="([^"]*)"[^>]*aria-invalid="true"`).exec(
    html,
  )?.[1]
  const id = described?.split(' ').find(part => part === `${field}-error`)
  return id && new RegExp(`<p class="error" id="${id}">([^<]*)</p>`).exec(html)?.[1]
}

test('a plan that asks for no proof is given at once, and nobody is sent anything', async () => {
  const guest = lobby.guest()
  const answer = await lobby.changing(['accounts', 'sessions'], () =>
    guest.post(PATH, { usage_plan_id: lobby.plan('Free hour'), login: 'Hourly', ...passwords }),
  )
  assert.equal(answer.status, 303)
  assert.equal(answer.location, `${lobby.path('status')}?notice=welcome`)
  const account = await lobby.account('Hourly')
  assert.equal(account.status, 'active')
  assert.equal(account.login_key, 'hourly')
  assert.equal(account.usage_expires_at.getTime() - account.updated_at.getTime(), 3_600_000)
  assert.equal(account.max_devices, 1)
  assert.equal(lobby.ctx.catalogue.now.accountGroups.get(account.account_group_id)?.name, 'Guests')
  assert.match(textOf(await guest.get(lobby.path('status'))), /Hourly.*Free hour.*Guests/)
})

test('a plan without automatic login ends on the sign-in page, with the login filled in', async () => {
  const { body: plan } = await lobby.api('POST', '/usage_plans', {
    name: 'By hand',
    validation_method: 'none',
    automatic_login: false,
    splash_portal_ids: [...lobby.ctx.catalogue.now.splashPortals.keys()],
  })
  const guest = lobby.guest()
  const page = await guest.submit(PATH, { usage_plan_id: plan.id, ...passwords })
  const login = /name="login"[^>]*value="(guest-[a-z0-9]{8})"/.exec(page.text)?.[1]
  assert.ok(login, page.text)
  assert.match(textOf(page), /Your account is ready/)
  assert.equal((await guest.get(lobby.path('status'))).status, 303, 'is not signed in')
  const status = await guest.submit(lobby.path('login'), { login, password: PASSWORD })
  assert.match(textOf(status), new RegExp(login))
})

test('a plan that asks for a number leaves the account pending and sends one code', async () => {
  const guest = lobby.guest()
  const phone = nextPhone()
  const before = await lobby.countMessages()
  const answer = await lobby.changing(['accounts', 'sessions', ...SENDING], () => signUp({ login: 'pending-one', phone }, guest))
  assert.equal(answer.location, lobby.path('validate_account'))
  assert.equal((await lobby.countMessages()) - before, 1)
  const account = await lobby.account('pending-one')
  assert.equal(account.status, 'pending')
  assert.equal(account.phone, phone)
  assert.equal(account.phone_validated_at, null)
  assert.equal(account.account_group_id, null)
  assert.equal((await guest.get(lobby.path('status'))).location, lobby.path('validate_account'), 'is not signed in')
  const page = await guest.get(lobby.path('validate_account'))
  assert.ok(!page.text.includes(phone), 'the contact is masked')
  assert.match(page.text, /<input id="code" name="code" type="text" autocomplete="one-time-code" inputmode="numeric"/)
})

async function serveCountries(countries: string[]): Promise<void> {
  const [id] = lobby.ctx.catalogue.now.splashPortals.keys()
  assert.equal((await lobby.api('PATCH', `/splash_portals/${id}`, { allowed_countries: countries })).status, 200)
}

test('a number in national form is read with the country of the form', async () => {
  const british = { login: 'british', phone: '07400 123456', country: 'GB' }
  assert.match(textOf(await signUp(british)), /Numbers of this country are not accepted here/)
  await serveCountries(['US', 'GB'])
  const answer = await signUp(british)
  await serveCountries([])
  assert.equal(answer.status, 303)
  assert.equal((await lobby.account('british')).phone, '+447400123456')
  assert.equal((await lobby.account('pending-one')).phone?.slice(0, 2), '+1', 'and without one with the portal’s')
})

test('each mistake is told beside its field, with what was typed and without the password, and nothing is written', async () => {
  const phone = nextPhone()
  const cases: [form: Record<string, string>, field: string, message: RegExp][] = [
    [{ phone: '' }, 'phone', /Enter your mobile number/],
    [{ phone: '12' }, 'phone', /not a valid phone number/],
    [{ phone: 'call me' }, 'phone', /not a valid phone number/],
    [{ phone: '+44 20 7946 0018' }, 'phone', /not a valid|cannot receive/],
    [{ phone, email: 'not an address' }, 'email', /not a valid email address/],
    [{ phone, login: 'x' }, 'login', /2 to 254/],
    [{ phone, login: 'two words' }, 'login', /letters, digits/],
    [{ phone, login: '<script>' }, 'login', /letters, digits/],
    [{ phone, password: '', password_confirmation: '' }, 'password', /Enter a password/],
    [{ phone, password: 'short', password_confirmation: 'short' }, 'password', /at least 8/],
    [{ phone, password: 'password123', password_confirmation: 'password123' }, 'password', /easy to guess/],
    [{ phone, login: 'wanderer', password: 'wanderer99', password_confirmation: 'wanderer99' }, 'password', /too close/],
    [{ phone, password: 'x'.repeat(129), password_confirmation: 'x'.repeat(129) }, 'password', /at most 128/],
    [{ phone, password_confirmation: 'something else 1' }, 'password_confirmation', /differ/],
    [{ phone, first_name: 'x'.repeat(101) }, 'first_name', /at most 100/],
  ]
  await lobby.changing([], async () => {
    for (const [form, field, message] of cases) {
      const page = await signUp(form)
      assert.equal(page.status, 422, JSON.stringify(form))
      assert.match(errorOf(page.text, field) ?? 'no error', message, JSON.stringify(form))
      assert.match(page.text, new RegExp(`role="alert"[^]*<a href="#${field}">`), 'is summed up at the top')
      assert.match(page.text, /<title>Error: /)
      const typed = form[field]
      if (typed && !field.startsWith('password') && !typed.includes('<')) assert.ok(page.text.includes(`value="${typed}"`), typed)
      for (const password of [form.password, form.password_confirmation, PASSWORD])
        if (password) assert.ok(!page.text.includes(password), 'no password comes back')
      assert.deepEqual(page.headers.getSetCookie(), [])
    }
  })
})

test('several mistakes are told at once', async () => {
  const { status, text } = await signUp({ phone: '12', login: 'x', password: 'short' })
  assert.equal(status, 422)
  for (const field of ['phone', 'login', 'password']) assert.ok(errorOf(text, field), field)
})

test('a plan that is not offered cannot be taken', async () => {
  const { body: hidden } = await lobby.api('POST', '/usage_plans', { name: 'Not on this portal', validation_method: 'none' })
  const { body: dead } = await lobby.api('POST', '/usage_plans', {
    name: 'SMS without a gateway',
    validation_method: 'sms',
    splash_portal_ids: [...lobby.ctx.catalogue.now.splashPortals.keys()],
  })
  await lobby.changing([], async () => {
    for (const usage_plan_id of [hidden.id, dead.id, '', 'nonsense']) {
      const page = await signUp({ usage_plan_id, phone: nextPhone() })
      assert.equal(page.status, 422)
      assert.equal(errorOf(page.text, 'usage_plan_id') ?? /Choose a plan/.exec(page.text)?.[0], 'Choose a plan.')
    }
  })
  assert.ok(!(await lobby.guest().get(lobby.path(''))).text.includes('SMS without a gateway'))
})

test('the terms must be accepted where the portal has some', async () => {
  const [portal] = lobby.ctx.catalogue.now.splashPortals.keys()
  await lobby.api('PATCH', `/splash_portals/${portal}`, { terms: 'Be kind <b>to</b> others.' })
  const phone = nextPhone()
  const refused = await lobby.changing([], () => signUp({ phone }))
  assert.equal(refused.status, 422)
  assert.match(refused.text, /aria-invalid="true" aria-describedby="tos-error"/)
  assert.ok(refused.text.includes('Be kind &lt;b&gt;to&lt;/b&gt; others.'))
  assert.equal((await signUp({ phone, tos: '0' })).status, 422)
  assert.equal((await signUp({ phone, tos: '1' })).status, 303)
  await lobby.api('PATCH', `/splash_portals/${portal}`, { terms: '' })
})

test('where one contact is enough the guest chooses, by the radio buttons or by filling in one', async () => {
  const { body: plan } = await lobby.api('POST', '/usage_plans', {
    name: 'Either',
    validation_method: 'sms_or_email',
    splash_portal_ids: [...lobby.ctx.catalogue.now.splashPortals.keys()],
    sms_gateway_ids: [...lobby.ctx.catalogue.now.smsGateways.keys()],
  })
  const form = await lobby.guest().get(`${PATH}?usage_plan_id=${plan.id}`)
  assert.match(form.text, /type="radio" name="channel" value="sms"[^>]*checked/)
  const contacts = { phone: nextPhone(), email: 'either@example.com' }
  const cases: [Record<string, string>, string][] = [
    [{ ...contacts, channel: 'email' }, 'email'],
    [{ ...contacts, channel: 'sms' }, 'sms'],
    [contacts, 'sms'],
    [{ email: contacts.email }, 'email'],
  ]
  for (const [given, channel] of cases) {
    assert.equal((await signUp({ usage_plan_id: plan.id, ...given })).status, 303)
    assert.equal((await lobby.rows('validations')).at(-1)?.channel, channel, JSON.stringify(given))
  }
  const missing = await signUp({ usage_plan_id: plan.id, email: contacts.email, channel: 'sms' })
  assert.match(errorOf(missing.text, 'phone') ?? '', /Enter your mobile number/)
})

test('a login is taken whatever its case and width', async () => {
  for (const login of ['Hourly', 'HOURLY', 'ｈｏｕｒｌｙ']) {
    const page = await lobby.changing([], () => signUp({ login, phone: nextPhone() }))
    assert.match(errorOf(page.text, 'login') ?? '', /taken/, login)
  }
})

test('of sign-ups with one login at once, one gets it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => signUp({ login: 'contested', phone: nextPhone(), ...unlike() })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422, 422, 422, 422, 422, 422])
  await lobby.account('contested')
})

let words = 0
/** Each time another good password. */
function unlike() {
  const password = `seven small boats ${++words}`
  return { password, password_confirmation: password }
}

test('who comes back with the same password goes on with the same account, and the old code is dead', async () => {
  const guest = lobby.guest()
  const [wrong, right] = [nextPhone(), nextPhone()]
  await signUp({ login: 'comeback', phone: wrong, first_name: 'Ann' }, guest)
  const first = await lobby.account('comeback')
  const oldCode = await lobby.nextCode(wrong)
  assert.equal((await signUp({ login: 'comeback', phone: right }, guest)).status, 303)
  const again = await lobby.account('comeback')
  assert.equal(again.id, first.id)
  assert.equal(again.phone, right)
  const code = await lobby.nextCode(right)
  if (oldCode !== code) assert.equal((await guest.post(lobby.path('validate_account'), { code: oldCode })).status, 422)
  assert.equal((await guest.post(lobby.path('validate_account'), { code })).status, 303)
  assert.equal((await lobby.account('comeback')).status, 'active')
})

test('a login that was never proven is held for an hour, and then free', async () => {
  await signUp({ login: 'squatted', phone: nextPhone() })
  const old = await lobby.account('squatted')
  const owner = { login: 'squatted', phone: nextPhone(), ...unlike() }
  const refused = await signUp(owner)
  assert.match(errorOf(refused.text, 'login') ?? '', /taken/)
  lobby.clock.advance(3601)
  assert.equal((await signUp(owner)).status, 303)
  const now = await lobby.account('squatted')
  assert.notEqual(now.id, old.id)
  assert.equal(now.phone, owner.phone)
})

test('more codes to a number than its budget are refused with the time to wait, and nothing is written', async () => {
  const phone = nextPhone()
  for (let i = 0; i < 5; i++) assert.equal((await signUp({ phone })).status, 303)
  const page = await lobby.changing(TOUCHED, () => signUp({ phone }))
  assert.equal(page.status, 429)
  const retryAfter = Number(page.headers.get('retry-after'))
  assert.ok(retryAfter > 3500 && retryAfter <= 3600, String(retryAfter))
  assert.match(textOf(page), /Try again in (1 hour|60 minutes|59 minutes)/)
  assert.match(page.text, new RegExp(`value="\\${phone}"`), 'and what was typed is kept')
  lobby.clock.advance(retryAfter)
  assert.equal((await signUp({ phone })).status, 303)
})

test('the form of a plan asks for what the plan needs, and the login may stay blank', async () => {
  const form = await lobby.guest().get(`${PATH}?usage_plan_id=${SMS_PLAN}`)
  assert.match(form.text, /id="phone"[^>]* required/)
  assert.doesNotMatch(form.text, /id="email"/)
  assert.doesNotMatch(form.text, /id="login"[^>]* required/)
  const resident = await lobby.guest().get(`${PATH}?usage_plan_id=${lobby.plan('Resident')}`)
  assert.match(resident.text, /id="phone"[^>]* required/)
  assert.match(resident.text, /id="email"[^>]* required/)
  const bare = await lobby.guest().get(PATH)
  assert.match(bare.text, new RegExp(`sign_up\\?usage_plan_id=${SMS_PLAN}`), 'without a plan it lets the guest choose one')
})

test('who holds a login', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const pending = {
    status: 'pending',
    created_at: new Date('2026-11-22T11:30:00Z'),
    phone_validated_at: null,
    email_validated_at: null,
  } as Account
  const old = { ...pending, created_at: new Date('2026-11-22T10:59:00Z') }
  assert.equal(decideLogin(undefined, false, now), 'free')
  assert.equal(decideLogin(pending, true, now), 'continue')
  assert.equal(decideLogin(pending, false, now), 'taken')
  assert.equal(decideLogin(old, false, now), 'replace')
  assert.equal(decideLogin({ ...old, phone_validated_at: now }, false, now), 'taken')
  assert.equal(decideLogin({ ...old, status: 'active' }, true, now), 'taken')
  assert.equal(decideLogin({ ...old, status: 'blocked' }, true, now), 'taken')
})

test('only a portal that serves every country tells how to write a number of another one', async () => {
  const hint = /Start with \+ for a country that is not in the list/
  const { body } = await lobby.api('GET', '/splash_portals?slug=lobby')
  const form = () => lobby.guest().get(`${PATH}?usage_plan_id=${SMS_PLAN}`)
  assert.doesNotMatch((await form()).text, hint)
  await lobby.api('PATCH', `/splash_portals/${body.data[0].id}`, { allowed_countries: ['*'] })
  assert.match((await form()).text, hint)
  await lobby.api('PATCH', `/splash_portals/${body.data[0].id}`, { allowed_countries: [] })
})
