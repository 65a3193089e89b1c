import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest, Page } from '../../test/harness.ts'
import { openLobby, PASSWORD, SENDING, TOUCHED, textOf } from '../../test/lobby.ts'
import type { Account } from '../accounts/account.ts'
import { ANSWER_AFTER_MS, chooseTargets } from './forgot-password.ts'

const lobby = await openLobby()
const FORGOT = lobby.path('forgot_password')
const RESET = lobby.path('reset_password')
const NEW_PASSWORD = 'a bicycle in the rain'
const newPasswords = { password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }
const [portalId = ''] = lobby.ctx.catalogue.now.splashPortals.keys()
const setMethod = (password_reset_method: string) => lobby.api('PATCH', `/splash_portals/${portalId}`, { password_reset_method })

let numbers = 0
interface Member {
  login: string
  phone: string
  email: string
  guest: Guest
}
/** A resident with both contacts proven, signed in. */
async function newMember(): Promise<Member> {
  const n = 6000 + ++numbers
  const member = { login: `member${n}`, phone: `+1555555${n}`, email: `member${n}@example.com` }
  return { ...member, guest: await lobby.join('Resident', member) }
}
async function forgot(login: string): Promise<Guest> {
  const guest = lobby.guest()
  const answer = await guest.post(FORGOT, { login })
  assert.equal(answer.location, RESET)
  return guest
}
const canSignIn = async (login: string, password: string) =>
  (await lobby.guest().post(lobby.path('login'), { login, password })).status === 303

test('code and new password in one form: everything of before ends, every proven contact is told, nobody is signed in', async () => {
  const { login, phone, email, guest: elsewhere } = await newMember()
  const guest = await forgot(login)
  const code = await lobby.nextCode(phone)
  const before = await lobby.countMessages()
  const answer = await lobby.changing(
    [
      'accounts',
      'contact_budgets',
      'failure_counters',
      'known_devices',
      'message_attempts',
      'message_events',
      'messages',
      'sessions',
      'simulator_messages',
      'validations',
    ],
    () => guest.post(RESET, { code, ...newPasswords }),
  )
  assert.equal(answer.location, `${lobby.path('login')}?notice=password_changed`)
  assert.deepEqual([...guest.cookies.keys()], ['gatehouse'], 'only by what the limits know the browser')
  assert.equal((await guest.get(lobby.path('status'))).status, 303, 'no automatic login')
  assert.equal((await elsewhere.get(lobby.path('status'))).status, 303, 'the other sessions are over')
  assert.equal((await lobby.countMessages()) - before, 2)
  assert.match((await lobby.nextMessage(phone)).text, /password was changed/)
  assert.match((await lobby.nextMessage(email)).text, /password of your account .* was changed/)
  assert.equal(await canSignIn(login, PASSWORD), false)
  assert.equal(await canSignIn(login, NEW_PASSWORD), true)
})

test('the contact that was typed decides where the code goes, else a number comes first', async () => {
  const { login, phone, email } = await newMember()
  await forgot(email)
  await lobby.nextCode(email)
  await forgot(phone)
  await lobby.nextCode(phone)
  await forgot(login)
  await lobby.nextCode(phone)
})

test('known or not, the answer, the page, the next page and the number of rows are the same', async () => {
  const member = await newMember()
  await lobby.guest().submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Free hour'),
    login: 'never-proven',
    phone: '+15555556999',
    email: 'never-proven@example.com',
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  for (const method of ['sms', 'email', 'sms_or_email', 'sms_and_email']) {
    await setMethod(method)
    const seen = new Set<string>()
    const known = method === 'sms_or_email' ? [member.login, member.phone, member.email] : [member.login]
    const unknown = method === 'sms_or_email' ? ['unheard-of', '+15555556998', 'nobody@example.com'] : ['unheard-of']
    for (const login of [...known, ...unknown, 'never-proven']) {
      const guest = lobby.guest()
      const counted = (await lobby.rows('validations')).length
      const pages = [
        await guest.post(FORGOT, { login }),
        await guest.get(RESET),
        await guest.post(RESET, { code: '', ...newPasswords }),
        await guest.post(RESET, { code: 'no code', ...newPasswords }),
        await guest.post(lobby.path('resend_validation_code'), { purpose: 'password_reset' }),
        await guest.post(lobby.path('resend_validation_code'), { purpose: 'password_reset', channel: 'email' }),
      ]
      lobby.clock.advance(31)
      pages.push(await guest.post(lobby.path('resend_validation_code'), {}))
      const rows = (await lobby.rows('validations')).slice(counted)
      seen.add(JSON.stringify([pages.map(describe), rows.length, rows.map(({ status, sends }) => [status, sends])]))
    }
    assert.equal(seen.size, 1, `${method}: ${[...seen].join('\n')}`)
    lobby.clock.advance(86_400)
  }
  await setMethod('sms_or_email')
})

/** Everything of an answer that can be seen from outside, but for the value of the cookie. */
function describe(page: Page) {
  const headers = [...page.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date')
  return {
    status: page.status,
    text: page.text.replace(/in \d+ seconds/g, 'in n seconds'),
    headers: headers.map(([name, value]) => [
      name,
      name === 'set-cookie' ? value.replace(/=[\w-]{43}(\.[\w-]{43})?/, '=token') : name === 'retry-after' ? '' : value,
    ]),
  }
}

test('the answer comes at the same time, whether a message goes out or not', async () => {
  const { login } = await newMember()
  const times: Record<string, number[]> = { known: [], unknown: [] }
  for (let i = 0; i < 5; i++)
    for (const [who, typed] of [
      ['known', login],
      ['unknown', 'unheard-of-3'],
    ] as const) {
      const from = performance.now()
      assert.equal((await lobby.guest().post(FORGOT, { login: typed })).status, 303)
      times[who]?.push(performance.now() - from)
    }
  // A timer may fire a millisecond early.
  for (const [who, all] of Object.entries(times)) assert.ok(Math.min(...all) >= ANSWER_AFTER_MS - 1, `${who}: ${all}`)
})

test('a decoy sends nothing, and no code is right for it', async () => {
  const guest = lobby.guest()
  await lobby.changing(['contact_budgets', 'limit_counters', 'sessions', 'validations'], () =>
    guest.post(FORGOT, { login: 'phantom' }),
  )
  const [row] = (await lobby.rows('validations')).slice(-1)
  assert.equal(row?.decoy, true)
  const { deriveCode } = await import('../validation/code.ts')
  const code = deriveCode(lobby.ctx.keys, row as Parameters<typeof deriveCode>[1])
  assert.equal((await guest.post(RESET, { code, ...newPasswords })).status, 422, 'not even the one that it would have')
})

test('what is typed too often is refused, known or not, at the same count', async () => {
  const { login } = await newMember()
  for (const typed of [login, 'unheard-of-2']) {
    for (let i = 0; i < 5; i++) assert.equal((await lobby.guest().post(FORGOT, { login: typed })).status, 303)
    const page = await lobby.changing(TOUCHED, () => lobby.guest().post(FORGOT, { login: typed.toUpperCase() }))
    assert.equal(page.status, 429)
    assert.ok(Number(page.headers.get('retry-after')) > 3500)
    assert.deepEqual(page.headers.getSetCookie(), [])
  }
})

test('known or not, a reset is used up by the same number of codes, also where the contact’s wrong codes are', async () => {
  const { phone } = await newMember()
  const stranger = `+1555555${6000 + ++numbers}`
  const ends: unknown[] = []
  for (const contact of [phone, stranger]) {
    for (let i = 0; i < 2; i++) {
      const guest = lobby.guest()
      const form = { usage_plan_id: lobby.plan('Guest Wi-Fi'), phone: contact }
      await guest.post(lobby.path('sign_up'), { ...form, password: PASSWORD, password_confirmation: PASSWORD })
      const wrong = { code: lobby.wrong(await lobby.nextCode(contact)) }
      for (let n = 0; n < 5; n++) await guest.post(lobby.path('validate_account'), wrong)
    }
    const guest = await forgot(contact)
    const statuses: number[] = []
    for (let n = 0; n < 5; n++) statuses.push((await guest.post(RESET, { code: '123456', ...newPasswords })).status)
    lobby.clock.advance(31)
    const { status, location } = await guest.post(lobby.path('resend_validation_code'), { purpose: 'password_reset' })
    const [row] = (await lobby.rows('validations')).slice(-1)
    ends.push([statuses, status, location, row?.status, row?.checks])
  }
  assert.deepEqual(ends[0], ends[1])
  assert.match(String(ends[0]), /reset_over,exhausted,5/)
})

test('a weak password keeps the code’s grant, for ten minutes', async () => {
  const { login, phone } = await newMember()
  const guest = await forgot(login)
  const code = await lobby.nextCode(phone)
  const weak: [Record<string, string>, RegExp][] = [
    [{ code, password: 'short', password_confirmation: 'short' }, /at least 8/],
    [{ password: 'password123', password_confirmation: 'password123' }, /easy to guess/],
    [{ password: `${login}99`, password_confirmation: `${login}99` }, /too close/],
    [{ password: NEW_PASSWORD, password_confirmation: 'other words entirely' }, /differ/],
    [{}, /Enter a password/],
  ]
  for (const [form, message] of weak) {
    const page = await guest.post(RESET, form)
    assert.equal(page.status, 422)
    assert.match(textOf(page), message)
    assert.match(textOf(page), /Your code was accepted\. Only the new password is missing/)
    assert.doesNotMatch(page.text, /name="code"/)
  }
  lobby.clock.advance(590)
  assert.equal((await guest.post(RESET, newPasswords)).location, `${lobby.path('login')}?notice=password_changed`)
  assert.equal(await canSignIn(login, NEW_PASSWORD), true)
})

test('a grant is over after ten minutes', async () => {
  const { login, phone } = await newMember()
  const guest = await forgot(login)
  await guest.post(RESET, { code: await lobby.nextCode(phone) })
  lobby.clock.advance(600)
  const page = await guest.post(RESET, newPasswords)
  assert.equal(page.status, 422)
  assert.equal(await canSignIn(login, PASSWORD), true)
})

test('a grant is good for one password, even asked for at once', async () => {
  const { login, phone } = await newMember()
  const guest = await forgot(login)
  await guest.post(RESET, { code: await lobby.nextCode(phone) })
  const cookie = guest.cookies.get('gatehouse') ?? ''
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => {
      const browser = lobby.guest()
      browser.cookies.set('gatehouse', cookie)
      const password = `${NEW_PASSWORD} ${i}`
      return browser.post(RESET, { password, password_confirmation: password })
    }),
  )
  assert.equal(answers.filter(({ location }) => location.includes('password_changed')).length, 1)
  guest.cookies.set('gatehouse', cookie)
  assert.equal((await guest.post(RESET, newPasswords)).location, `${FORGOT}?notice=reset_over`)
})

test('a grant is bound to the browser that entered the code', async () => {
  const { login, phone } = await newMember()
  const guest = await forgot(login)
  await guest.post(RESET, { code: await lobby.nextCode(phone) })
  const stranger = await forgot(login)
  assert.equal((await stranger.post(RESET, newPasswords)).status, 422)
  assert.equal((await lobby.guest().post(RESET, newPasswords)).location, `${FORGOT}?notice=reset_over`)
  assert.equal(await canSignIn(login, PASSWORD), true)
})

test('a code for one account sets no password of another', async () => {
  const [mine, theirs] = [await newMember(), await newMember()]
  const guest = await forgot(mine.login)
  const code = await lobby.nextCode(mine.phone)
  const other = await forgot(theirs.login)
  assert.equal((await other.post(RESET, { code, ...newPasswords })).status, 422)
  await guest.post(FORGOT, { login: theirs.login })
  assert.equal(
    (await guest.post(RESET, { code, ...newPasswords })).status,
    422,
    'nor after the browser has started over for another',
  )
  assert.equal(await canSignIn(theirs.login, PASSWORD), true)
})

test('a number that moved to another account meanwhile resets nothing', async () => {
  const { login, phone } = await newMember()
  const guest = await forgot(login)
  await guest.post(RESET, { code: await lobby.nextCode(phone) })
  await lobby.join('Guest Wi-Fi', { phone })
  const answer = await guest.post(RESET, newPasswords)
  assert.notEqual(answer.location, `${lobby.path('login')}?notice=password_changed`)
  assert.equal(await canSignIn(login, NEW_PASSWORD), false)
})

test('with both contacts asked for, both codes are entered one after the other', async () => {
  await setMethod('sms_and_email')
  const { login, phone, email } = await newMember()
  const guest = await lobby.changing(['sessions', ...SENDING], () => forgot(login))
  assert.match(textOf(await guest.get(RESET)), /two codes/)
  const first = await guest.post(RESET, { code: await lobby.nextCode(email), ...newPasswords })
  assert.equal(first.location, `${RESET}?notice=first_code_accepted`)
  assert.equal((await guest.post(RESET, newPasswords)).status, 422, 'one is not enough')
  const second = await guest.post(RESET, { code: await lobby.nextCode(phone), ...newPasswords })
  assert.equal(second.location, `${lobby.path('login')}?notice=password_changed`)
  await setMethod('sms_or_email')
})

test('a portal without a method, or without a way to send, says so to everybody', async () => {
  const { login } = await newMember()
  const gateways = [...lobby.ctx.catalogue.now.smsGateways.keys()]
  const refused = () =>
    lobby.changing([], async () => {
      for (const page of [await lobby.guest().get(FORGOT), await lobby.guest().post(FORGOT, { login })]) {
        assert.equal(page.status, 404)
        assert.match(textOf(page), /cannot be reset here/)
      }
      assert.ok(!(await lobby.guest().get(lobby.path(''))).text.includes('forgot_password'))
    })
  await setMethod('none')
  await refused()
  await lobby.api('PATCH', `/splash_portals/${portalId}`, { password_reset_method: 'sms', sms_gateway_ids: [] })
  await refused()
  await lobby.api('PATCH', `/splash_portals/${portalId}`, { password_reset_method: 'sms_or_email', sms_gateway_ids: gateways })
})

test('a blank login is told', async () => {
  const page = await lobby.changing([], () => lobby.guest().post(FORGOT, { login: ' ' }))
  assert.equal(page.status, 422)
  assert.match(page.text, /id="login-error"/)
})

test('without a reset under way the page leads to its beginning', async () => {
  assert.equal((await lobby.guest().get(RESET)).location, `${FORGOT}?notice=reset_over`)
  const guest = await lobby.join('Free hour', {})
  assert.equal((await guest.get(RESET)).location, `${FORGOT}?notice=reset_over`)
})

test('where the codes go', () => {
  const now = new Date()
  const both = {
    phone: '+15555550100',
    phone_validated_at: now,
    email: 'a@example.com',
    email_validated_at: now,
    status: 'active',
  } as Account
  const who = { phone: null, email: null, budgetKey: 'a' }
  const either = { channels: ['sms', 'email'] as ('sms' | 'email')[], both: false }
  const all = { ...either, both: true }
  const sms = { channel: 'sms', contact: '+15555550100', decoy: false }
  const email = { channel: 'email', contact: 'a@example.com', decoy: false }
  assert.deepEqual(chooseTargets(both, who, either), [sms])
  assert.deepEqual(chooseTargets(both, { ...who, email: 'a@example.com' }, either), [email])
  assert.deepEqual(chooseTargets(both, who, { channels: ['email'], both: false }), [email])
  assert.deepEqual(chooseTargets({ ...both, phone_validated_at: null }, who, either), [email])
  assert.deepEqual(chooseTargets(both, who, all), [sms, email])
  const decoys = (targets: { decoy: boolean }[]) => targets.map(({ decoy }) => decoy)
  assert.deepEqual(decoys(chooseTargets({ ...both, email_validated_at: null }, who, all)), [true, true])
  assert.deepEqual(decoys(chooseTargets({ ...both, status: 'blocked' }, who, either)), [true])
  assert.deepEqual(decoys(chooseTargets(undefined, who, either)), [true])
  assert.deepEqual(decoys(chooseTargets(undefined, who, all)), [true, true])
})
