import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { addSeconds, type Clock } from '../../src/lib/clock.ts'
import { closeAtEnd, type Guest, type Page } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'

// A stranger must not learn who has an account: whatever is asked for, known and unknown are answered with the same bytes. How
// long it takes is measured by `npm run attack -- --only enumerate`; here is what can be said without a watch.

/** Stands still unless it is moved, so that no answer differs by a second. */
function frozenClock(): Clock {
  let now = new Date()
  return {
    movable: true,
    now: () => new Date(now),
    advance(seconds) {
      now = addSeconds(now, seconds)
    },
  }
}

const clock = frozenClock()
const lobby = await openLobby({ clock })
const [portal] = [...lobby.ctx.catalogue.now.splashPortals.values()]
const FORGOT = lobby.path('forgot_password')
const RESET = lobby.path('reset_password')
/** Beyond the limits of starts and of sign-ins. */
const STARTS = 7
const SIGN_INS = 12

let numbers = 0
const nextPhone = () => `+15555552${String(100 + ++numbers)}`
const nextLogin = () => `person${100 + ++numbers}`
const nextEmail = () => `person${100 + ++numbers}@example.com`

/** Everything of an answer that a stranger sees, without his own words and the value of his cookies. */
function seen({ status, location, headers, text }: Page, typed: string) {
  const plain = (value: string) =>
    value
      .replaceAll(typed, '‹typed›')
      .replaceAll(encodeURIComponent(typed), '‹typed›')
      .replaceAll(`*${typed.slice(-4)}`, '*‹last›')
  const names = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'set-cookie')
  return {
    status,
    location: plain(location),
    headers: names.map(([name, value]) => `${name}: ${plain(value)}`),
    cookies: headers.getSetCookie().map(cookie => cookie.replace(/=([\w-]{43})?(\.[\w-]{43})?;/, '=‹token›;')),
    length: Buffer.byteLength(text),
    // The style sheet is the same on every page: its length will do, for a failure that can be read.
    text: plain(text).replace(/<style>.*?<\/style>/s, style => `<style of ${style.length}>`),
  }
}

type Ask = (guest: Guest, typed: string) => Promise<Page>
type Step = [name: string, ask: Ask, afterS?: number]

/** Does the same for both, step by step, and fails at the first answer that differs. */
async function alike(known: string, unknown: string, steps: Step[]): Promise<Page[]> {
  assert.equal(known.length, unknown.length, 'what is typed must be as long, or the pages cannot be')
  const [one, two] = [lobby.guest(), lobby.guest()]
  const answers: Page[] = []
  for (const [name, ask, afterS = 0] of steps) {
    clock.advance(afterS)
    const [a, b] = [await ask(one, known), await ask(two, unknown)]
    assert.deepEqual(seen(a, known), seen(b, unknown), `${name}: known and unknown are told apart`)
    answers.push(a)
  }
  return answers
}

const guess: Ask = guest => guest.post(RESET, { code: '000000', password: PASSWORD, password_confirmation: PASSWORD })
const resend: Ask = guest => guest.post(lobby.path('resend_validation_code'), { purpose: 'password_reset' })
const start: Ask = (guest, login) => guest.post(FORGOT, { login })
/** A whole password reset that leads nowhere. */
const RESET_STEPS: Step[] = [
  ['the form', guest => guest.get(FORGOT)],
  ['the start', start],
  ['the page for the code', guest => guest.get(RESET)],
  ['a resend at once', resend],
  ['a password without a code', guest => guest.post(RESET, { password: PASSWORD, password_confirmation: PASSWORD })],
  [
    'a weak password with a wrong code',
    guest => guest.post(RESET, { code: '000000', password: 'short', password_confirmation: 'x' }),
  ],
  ...Array.from({ length: 7 }, (_, i): Step => [`wrong code ${i + 1}`, guess]),
  ['a resend after them', resend],
  ['the page after them', guest => guest.get(RESET)],
  ['the status', guest => guest.get(lobby.path('status'))],
  ['the page of a sign-up', guest => guest.get(lobby.path('validate_account'))],
  ['the line about the message', guest => guest.get(lobby.path('delivery?channel=sms'))],
  ['signing out', guest => guest.post(lobby.path('logout'), {})],
  ...Array.from({ length: STARTS }, (_, i): Step => [`start ${i + 2}`, (_guest, typed) => start(lobby.guest(), typed)]),
]

async function person(plan: string, contacts: { phone?: string; email?: string }) {
  const login = nextLogin()
  await lobby.join(plan, { login, ...contacts })
  return { login, ...contacts }
}

async function method(password_reset_method: string): Promise<void> {
  assert.equal((await lobby.api('PATCH', `/splash_portals/${portal?.id}`, { password_reset_method })).status, 200)
}

for (const [way, both] of [
  ['sms_or_email', false],
  ['sms', false],
  ['email', false],
  ['sms_and_email', true],
] as const)
  test(`a password reset (${way}) answers alike, limits and all, whether or not there is an account`, async () => {
    await method(way)
    const { login, phone = '', email = '' } = await person('Resident', { phone: nextPhone(), email: nextEmail() })
    const before = await lobby.countMessages()
    for (const [known, unknown] of [
      [login, nextLogin()],
      [phone, nextPhone()],
      [email, nextEmail()],
    ] as const) {
      const answers = await alike(known, unknown, RESET_STEPS)
      assert.equal(answers[1]?.status, 303)
      assert.ok(
        answers.slice(-2).every(({ status }) => status === 429),
        'both are limited in the end',
      )
      clock.advance(86_400)
    }
    const sent = (await lobby.countMessages()) - before
    assert.ok(sent >= (both ? 6 : 3), 'and yet the known one was sent codes')
  })

test('a blocked account, one that proved nothing and one that cannot be reached answer like none', async () => {
  await method('sms')
  const blocked = await person('Guest Wi-Fi', { phone: nextPhone() })
  const { id } = await lobby.account(blocked.login)
  assert.equal((await lobby.api('PATCH', `/accounts/${id}`, { status: 'blocked' })).status, 200)
  const unproven = await person('Free hour', { phone: nextPhone() })
  const byMail = await person('Day pass', { email: nextEmail() })
  const before = await lobby.countMessages()
  for (const { login } of [blocked, unproven, byMail]) await alike(login, nextLogin(), RESET_STEPS)
  assert.equal(await lobby.countMessages(), before, 'nobody was sent anything')
})

test('a resend answers alike once its time has come, and one after the code has died', async () => {
  await method('sms')
  clock.advance(86_400)
  const { phone = '' } = await person('Guest Wi-Fi', { phone: nextPhone() })
  await alike(phone, nextPhone(), [
    ['the start', start],
    ['a resend after its wait', resend, 31],
    ['its page', guest => guest.get(`${RESET}?notice=code_sent`)],
    ['a resend after half its life', resend, 400],
    ['a wrong code', guess],
    ['a resend after its life', resend, 1300],
    ['a wrong code after its life', guess],
    ['the page after its life', guest => guest.get(RESET)],
  ])
})

test('a sign-in with a wrong password answers alike, limits and all, for every account and for none', async () => {
  const proven = await person('Guest Wi-Fi', { phone: nextPhone() })
  const blocked = await person('Guest Wi-Fi', { phone: nextPhone() })
  await lobby.api('PATCH', `/accounts/${(await lobby.account(blocked.login)).id}`, { status: 'blocked' })
  const pending = nextLogin()
  await lobby.guest().post(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Guest Wi-Fi'),
    login: pending,
    phone: nextPhone(),
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  const signIn: Ask = (guest, login) => guest.post(lobby.path('login'), { login, password: 'certainly another one' })
  const tries = Array.from({ length: SIGN_INS }, (_, i): Step => [`try ${i + 1}`, signIn])
  for (const [known, unknown] of [
    [proven.login, nextLogin()],
    [proven.phone ?? '', nextPhone()],
    [blocked.login, nextLogin()],
    [pending, nextLogin()],
  ] as const) {
    const answers = await alike(known, unknown, tries)
    assert.equal(answers[0]?.status, 422)
    assert.equal(answers.at(-1)?.status, 429, 'both are limited in the end')
  }
})

test('a blocked account is told nothing even with its right password', async () => {
  const blocked = await person('Guest Wi-Fi', { phone: nextPhone() })
  await lobby.api('PATCH', `/accounts/${(await lobby.account(blocked.login)).id}`, { status: 'blocked' })
  await alike(blocked.login, nextLogin(), [
    ['the right password', (guest, login) => guest.post(lobby.path('login'), { login, password: PASSWORD })],
  ])
})

test('a sign-up with the number or address of somebody else answers like one with a new one', async () => {
  const { phone = '', email = '' } = await person('Resident', { phone: nextPhone(), email: nextEmail() })
  const signUp =
    (plan: string, contact: 'phone' | 'email'): Ask =>
    (guest, value) =>
      guest.post(lobby.path('sign_up'), {
        usage_plan_id: lobby.plan(plan),
        password: PASSWORD,
        password_confirmation: PASSWORD,
        [contact]: value,
      })
  const settled: Ask = async guest => {
    await lobby.countMessages()
    return guest.get(lobby.path('validate_account'))
  }
  const check: Ask = guest => guest.post(lobby.path('validate_account'), { code: '000000' })
  for (const [plan, contact, known, unknown] of [
    ['Guest Wi-Fi', 'phone', phone, nextPhone()],
    ['Day pass', 'email', email, nextEmail()],
  ] as const)
    await alike(known, unknown, [
      ['the sign-up', signUp(plan, contact)],
      ['the page for the code', settled],
      ...Array.from({ length: 7 }, (_, i): Step => [`wrong code ${i + 1}`, check]),
      ['a resend', guest => guest.post(lobby.path('resend_validation_code'), {})],
      ...Array.from(
        { length: STARTS },
        (_, i): Step => [`sign-up ${i + 2}`, (_guest, value) => signUp(plan, contact)(lobby.guest(), value)],
      ),
    ])
})

test('a gateway that never answers holds up nobody, known or unknown', async () => {
  const calls: string[] = []
  // Takes a message and says nothing, ever.
  const silent = createServer(request => void calls.push(request.url ?? ''))
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  closeAtEnd(async () => {
    silent.closeAllConnections()
    await new Promise(resolve => silent.close(resolve))
  })
  await method('sms')
  clock.advance(86_400)
  const { phone = '' } = await person('Guest Wi-Fi', { phone: nextPhone() })
  const { body } = await lobby.api('POST', '/sms_gateways', {
    name: 'Silent',
    provider: 'twilio',
    from: '+15005550006',
    account_sid: 'AC0123456789abcdef0123456789abcdef',
    auth_token: 'fedcba9876543210fedcba9876543210',
    base_url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  })
  assert.equal((await lobby.api('PATCH', `/splash_portals/${portal?.id}`, { sms_gateway_ids: [body.id] })).status, 200)
  const answers = await alike(phone, nextPhone(), RESET_STEPS.slice(0, 14))
  assert.equal(answers[1]?.status, 303, 'answered while the message was with the gateway')
})
