import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import {
  ADMIN_PASSWORD,
  type AdministratorBrowser,
  makeAdministrator,
  openAdministratorBrowser,
} from '../../test/administrator-browser.ts'
import { assertProblem } from '../../test/api.ts'
import { type ApiAnswer, createTestApp, type TestApp } from '../../test/harness.ts'
import { busy } from '../accounts/crowd-lane.ts'
import { compareCounted } from '../administrators/sign-in.ts'
import type { Clock } from '../lib/clock.ts'

// Codes of an authenticator app change every 30 seconds: here time moves only when a test moves it, however slow the machine.
let time = Date.now()
const clock: Clock = {
  movable: true,
  now: () => new Date(time),
  advance: seconds => {
    time += seconds * 1000
  },
}
const app = await createTestApp({ schedule: false, clock })

const open = (on: TestApp = app) => openAdministratorBrowser(on)
const sessions = () => app.database.query<{ id: string; token_hash: Buffer }>('select * from administrator_sessions order by id')
const auditOf = (id: string) =>
  app.database.query<{ actor: string; action: string; changes: Record<string, unknown> }>(
    'select actor, action, changes from audit_events where record_id = $1 order by number',
    [id],
  )
const codeNow = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() + steps * 30_000 })

/** An administrator with an app as the second factor; steps of before are spent. */
async function withTotp(login: string): Promise<{ id: string; secret: string; recoveryCodes: string[] }> {
  const id = await makeAdministrator(app, { login })
  const browser = open()
  await browser.signIn(login)
  const { secret } = (await browser.api('POST', '/me/totp')).body
  const confirmed = await browser.api('POST', '/me/totp/confirm', { code: codeNow(secret) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  await browser.api('POST', '/sign_out')
  app.clock.advance(31)
  return { id, secret, recoveryCodes: confirmed.body.recovery_codes }
}

async function ticketFor(browser: AdministratorBrowser, login: string): Promise<string> {
  const answer = await browser.api('POST', '/sign_in', { login, password: ADMIN_PASSWORD })
  assert.equal(answer.body.status, 'second_factor', JSON.stringify(answer.body))
  return answer.body.ticket
}

const outcomes = (answers: ApiAnswer[]) => answers.map(({ status }) => status).sort()

test('a right password signs in: a cookie that neither a script nor another site has, and who it is', async () => {
  const id = await makeAdministrator(app, { login: 'olga', name: 'Olga', email: 'olga@example.com', locale: 'fr', role: 'owner' })
  const browser = open()
  const answer = await browser.signIn('olga')
  const cookies = answer.headers.getSetCookie()
  assert.equal(cookies.length, 2)
  for (const cookie of cookies)
    assert.match(cookie, /^gatehouse_admin\w*=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
  const { me } = answer.body
  assert.deepEqual(me.administrator, { id, login: 'olga', name: 'Olga', email: 'olga@example.com', locale: 'fr' })
  assert.deepEqual([me.role, me.totp_enabled, me.passkeys, me.recovery_codes_left], ['owner', false, 0, 0])
  assert.ok(me.operations.includes('create_administrators') && me.operations.includes('update_me'))
  assert.ok(Date.parse(me.confirmed_until) > app.clock.now().getTime())
  assert.deepEqual((await browser.api('GET', '/me')).body, me)
  const events = (await auditOf(id)).map(({ actor, action, changes }) => ({ actor, action, method: changes.method }))
  assert.deepEqual(events.slice(1), [{ actor: 'olga', action: 'sign_in', method: { to: 'password' } }])
  // What is kept lets nobody in.
  const [stored] = await sessions()
  for (const form of [stored?.token_hash.toString('hex'), stored?.token_hash.toString('base64url'), stored?.id])
    assert.equal((await app.request('/api/v1/me', { headers: { cookie: `gatehouse_admin=${form}` } })).status, 401)
})

test('where the public URL is https both cookies are Secure and of this host alone', async () => {
  const secure = await createTestApp({ schedule: false, config: { publicUrl: 'https://wifi.example.com' } })
  await makeAdministrator(secure, { login: 'olga' })
  const answer = await open(secure).signIn('olga')
  const cookies = answer.headers.getSetCookie()
  assert.equal(cookies.length, 2)
  for (const cookie of cookies)
    assert.match(cookie, /^__Host-gatehouse_admin\w*=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Strict; Secure$/)
})

test('an unknown login, a wrong password and a blocked administrator are refused alike, and nothing but a failure is counted', async () => {
  await makeAdministrator(app, { login: 'known' })
  await makeAdministrator(app, { login: 'blocked', status: 'blocked' })
  const before = (await sessions()).length
  const bodies = []
  for (const [login, password] of [
    ['known', 'not the password'],
    ['unknown', 'not the password'],
    ['blocked', ADMIN_PASSWORD],
    ['unknown', ADMIN_PASSWORD],
  ]) {
    const answer = await open().api('POST', '/sign_in', { login, password })
    assertProblem(answer, 401, 'unauthorized')
    assert.deepEqual(answer.headers.getSetCookie(), [])
    bodies.push(answer.body)
  }
  for (const body of bodies) assert.deepEqual(body, bodies[0])
  assert.equal((await sessions()).length, before)
})

test('ten failures close a login, known or not, at the same count; a browser that has signed in before is let in all the same', async () => {
  await makeAdministrator(app, { login: 'target' })
  const owner = open()
  await owner.signIn('target')
  await owner.api('POST', '/sign_out')
  for (const login of ['target', 'nobody at all'])
    for (let i = 1; i <= 11; i++) {
      const answer = await open().api('POST', '/sign_in', { login, password: 'a guess of a stranger' })
      if (i <= 10) assertProblem(answer, 401, 'unauthorized')
      else {
        assertProblem(answer, 429, 'too_many')
        assert.ok(Number(answer.headers.get('retry-after')) > 3000)
      }
    }
  // Even the right password does not open it elsewhere: else guessing would go on.
  assertProblem(await open().api('POST', '/sign_in', { login: 'target', password: ADMIN_PASSWORD }), 429, 'too_many')
  await owner.signIn('target')
  app.clock.advance(3601)
  await open().signIn('target')
})

test('guesses at once are counted one by one', async () => {
  await makeAdministrator(app, { login: 'rushed' })
  const guess = () => open().api('POST', '/sign_in', { login: 'rushed', password: 'a guess of a stranger' })
  const answers = await Promise.all(Array.from({ length: 24 }, guess))
  assert.deepEqual(outcomes(answers), [...Array(10).fill(401), ...Array(14).fill(429)])
})

test('an address that guesses many logins is refused, and browsers that have signed in from there are not', async () => {
  const at = await createTestApp({ schedule: false, config: { trustedProxies: ['127.0.0.1/32'] } })
  await makeAdministrator(at, { login: 'olga' })
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const known = open(at)
  assert.equal((await known.api('POST', '/sign_in', { login: 'olga', password: ADMIN_PASSWORD }, from('192.0.2.7'))).status, 200)
  const guess = (i: number) => open(at).api('POST', '/sign_in', { login: `login-${i}`, password: 'x' }, from('192.0.2.7'))
  const answers: ApiAnswer[] = []
  for (let i = 0; i < 52; i++) answers.push(await guess(i))
  assert.deepEqual([answers[48]?.status, answers[49]?.status, answers[51]?.status], [401, 429, 429])
  const again = { login: 'olga', password: ADMIN_PASSWORD }
  assert.equal((await known.api('POST', '/sign_in', again, from('192.0.2.7'))).status, 200)
  assertProblem(await open(at).api('POST', '/sign_in', again, from('192.0.2.7')), 429, 'too_many')
  assert.equal((await open(at).api('POST', '/sign_in', again, from('192.0.2.8'))).status, 200)
})

test('with an app the password alone gives a ticket and no session; the code of the app signs in, once', async () => {
  const { id, secret } = await withTotp('tom')
  const browser = open()
  const asked = await browser.api('POST', '/sign_in', { login: 'tom', password: ADMIN_PASSWORD })
  assert.deepEqual(
    { ...asked.body, ticket: '' },
    { status: 'second_factor', ticket: '', methods: ['totp', 'recovery_code'], passkey_options: null },
  )
  assertProblem(await browser.api('GET', '/me'), 401, 'unauthorized')
  const { ticket } = asked.body
  assertProblem(await browser.api('POST', '/sign_in/second_factor', { ticket, code: '000000' }), 401, 'unauthorized')
  const code = codeNow(secret)
  const done = await browser.api('POST', '/sign_in/second_factor', { ticket, code: `${code.slice(0, 3)} ${code.slice(3)}` })
  assert.equal(done.body.status, 'signed_in', JSON.stringify(done.body))
  assert.equal(done.body.me.totp_enabled, true)
  assert.equal((await browser.api('GET', '/me')).status, 200)
  const events = (await auditOf(id)).slice(-2)
  assert.deepEqual(
    events.map(event => event.action),
    ['sign_in_failed', 'sign_in'],
  )
  assert.doesNotMatch(JSON.stringify(events), new RegExp(`${code}|000000|${ticket}`))

  // Neither the ticket nor the code is good again, not in another tab either.
  const spent = await browser.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(secret, 1) })
  assert.equal(assertProblem(spent, 401, 'unauthorized'), 'This sign-in has run out. Begin again with your password.')
  const other = open()
  const replayed = { ticket: await ticketFor(other, 'tom'), code }
  assertProblem(await other.api('POST', '/sign_in/second_factor', replayed), 401, 'unauthorized')
})

test('codes of the step before and the step after are taken, older and newer ones are not, and never one from before a taken one', async () => {
  const { secret } = await withTotp('tara')
  app.clock.advance(300)
  for (const [steps, status] of [
    [-2, 401],
    [2, 401],
    [-1, 200],
    [-1, 401],
    [0, 200],
    [-1, 401],
    [1, 200],
    [0, 401],
    [1, 401],
  ] as const) {
    const browser = open()
    const ticket = await ticketFor(browser, 'tara')
    const answer = await browser.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(secret, steps) })
    assert.equal(answer.status, status, `the code of step ${steps}`)
  }
})

test('of many that show one code at once exactly one is signed in', async () => {
  const { secret } = await withTotp('theo')
  const browsers = Array.from({ length: 8 }, () => open())
  const tickets = await Promise.all(browsers.map(browser => ticketFor(browser, 'theo')))
  const before = (await sessions()).length
  const code = codeNow(secret)
  const answers = await Promise.all(
    browsers.map((browser, i) => browser.api('POST', '/sign_in/second_factor', { ticket: tickets[i], code })),
  )
  assert.deepEqual(outcomes(answers), [200, ...Array(7).fill(401)])
  assert.equal((await sessions()).length, before + 1)
})

test('a ticket is good for one sign-in even when two factors are shown at once, and no recovery code is lost by it', async () => {
  const { recoveryCodes } = await withTotp('tess')
  const browser = open()
  const ticket = await ticketFor(browser, 'tess')
  const show = (recovery_code: string | undefined) => browser.api('POST', '/sign_in/second_factor', { ticket, recovery_code })
  const answers = await Promise.all(recoveryCodes.slice(0, 4).map(show))
  assert.deepEqual(outcomes(answers), [200, 401, 401, 401])
  const me = await browser.api('GET', '/me')
  assert.equal(me.body.recovery_codes_left, 9)
})

test('a ticket ends after five tries, after five minutes, and is of no use in another browser', async () => {
  const { secret } = await withTotp('tilda')
  const browser = open()
  const ticket = await ticketFor(browser, 'tilda')
  const stranger = open()
  await ticketFor(stranger, 'tilda')
  assertProblem(await stranger.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(secret) }), 401, 'unauthorized')
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => browser.api('POST', '/sign_in/second_factor', { ticket, code: '000000' })),
  )
  assert.equal(guesses.filter(guess => guess.body.sign_in_again === false).length, 4, 'the fifth is the last')
  const late = await browser.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(secret) })
  assertProblem(late, 401, 'unauthorized')
  assert.equal(late.body.sign_in_again, true)

  const old = await ticketFor(browser, 'tilda')
  app.clock.advance(301)
  const expired = await browser.api('POST', '/sign_in/second_factor', { ticket: old, code: codeNow(secret) })
  assert.equal(expired.body.sign_in_again, true)
})

test('who knows a password can try 20 second factors a day, and not use up those of the owner’s browser', async () => {
  const { secret } = await withTotp('thief-bait')
  const thief = open()
  const answers: number[] = []
  for (let tickets = 0; tickets < 8; tickets++) {
    app.clock.advance(3600)
    const ticket = await ticketFor(thief, 'thief-bait')
    for (let i = 0; i < 4; i++)
      answers.push((await thief.api('POST', '/sign_in/second_factor', { ticket, code: '000000' })).status)
  }
  assert.deepEqual([answers.filter(status => status === 401).length, answers.filter(status => status === 429).length], [20, 12])
  const blocked = { ticket: await ticketFor(thief, 'thief-bait'), code: codeNow(secret) }
  assertProblem(await thief.api('POST', '/sign_in/second_factor', blocked), 429, 'too_many')
  app.clock.advance(86_400)
  const freed = { ticket: await ticketFor(thief, 'thief-bait'), code: codeNow(secret) }
  assert.equal((await thief.api('POST', '/sign_in/second_factor', freed)).status, 200)
})

test('a recovery code stands in for the app once, however it is written, and shown many times at once signs in once', async () => {
  const { recoveryCodes } = await withTotp('rita')
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first = '', second = ''] = recoveryCodes
  const browser = open()
  const written = first.toUpperCase().replaceAll('-', ' ')
  const ticket = await ticketFor(browser, 'rita')
  assert.equal((await browser.api('POST', '/sign_in/second_factor', { ticket, recovery_code: written })).status, 200)
  assert.equal((await browser.api('GET', '/me')).body.recovery_codes_left, 9)

  const browsers = Array.from({ length: 6 }, () => open())
  const tickets = await Promise.all(browsers.map(each => ticketFor(each, 'rita')))
  const answers = await Promise.all(
    browsers.map((each, i) => each.api('POST', '/sign_in/second_factor', { ticket: tickets[i], recovery_code: second })),
  )
  assert.deepEqual(outcomes(answers), [200, ...Array(5).fill(401)])
  assert.equal((await browser.api('GET', '/me')).body.recovery_codes_left, 8)
  for (const spent of [first, second, 'zzzz-zzzz-zzzz', '']) {
    const another = open()
    const body = { ticket: await ticketFor(another, 'rita'), recovery_code: spent }
    assert.equal((await another.api('POST', '/sign_in/second_factor', body)).status, spent === '' ? 422 : 401, spent)
  }
  const stored = await app.database.query('select t::text as row from administrator_recovery_codes t')
  for (const code of recoveryCodes)
    for (const form of [code, code.replaceAll('-', '')]) assert.ok(!JSON.stringify(stored).includes(form))
})

test('exactly one factor is to be shown', async () => {
  await withTotp('uma')
  const browser = open()
  const ticket = await ticketFor(browser, 'uma')
  for (const factors of [{}, { code: '123456', recovery_code: 'abcd-efgh-jkmn' }]) {
    const answer = await browser.api('POST', '/sign_in/second_factor', { ticket, ...factors })
    assertProblem(answer, 422, 'invalid', ['code', 'recovery_code', 'passkey'])
  }
})

test('a session ends after twelve hours without use, and after seven days whatever its use', async () => {
  await makeAdministrator(app, { login: 'idle' })
  const browser = open()
  await browser.signIn('idle')
  app.clock.advance(12 * 3600 - 5)
  assert.equal((await browser.api('GET', '/me')).status, 200)
  app.clock.advance(12 * 3600 + 5)
  assertProblem(await browser.api('GET', '/me'), 401, 'unauthorized')

  await browser.signIn('idle')
  for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
    app.clock.advance(6 * 3600)
    assert.equal((await browser.api('GET', '/me')).status, 200, `after ${hours + 6} h`)
  }
  app.clock.advance(6 * 3600)
  assertProblem(await browser.api('GET', '/me'), 401, 'unauthorized')
})

test('use of a session is written down at most once a minute', async () => {
  await makeAdministrator(app, { login: 'busy' })
  const browser = open()
  const { session_id: id } = (await browser.signIn('busy')).body.me
  const seen = async () =>
    (await app.database.query<{ at: Date }>('select last_seen_at as at from administrator_sessions where id = $1', [id]))[0]?.at
  const first = await seen()
  app.clock.advance(50)
  await browser.api('GET', '/me')
  assert.deepEqual(await seen(), first)
  app.clock.advance(11)
  await Promise.all(Array.from({ length: 5 }, () => browser.api('GET', '/me')))
  assert.notDeepEqual(await seen(), first)
})

test('signing in again in a browser ends the session that it had', async () => {
  await makeAdministrator(app, { login: 'again' })
  const browser = open()
  await browser.signIn('again')
  const old = browser.cookies.get('gatehouse_admin')
  await browser.signIn('again')
  assert.notEqual(browser.cookies.get('gatehouse_admin'), old)
  assert.equal((await app.request('/api/v1/me', { headers: { cookie: `gatehouse_admin=${old}` } })).status, 401)
})

test('signing out ends the session and takes its cookie away, is written down, and may be done twice', async () => {
  const id = await makeAdministrator(app, { login: 'leaver' })
  const browser = open()
  await browser.signIn('leaver')
  const token = browser.cookies.get('gatehouse_admin')
  const answer = await browser.api('POST', '/sign_out')
  assert.equal(answer.status, 204)
  assert.ok(!browser.cookies.has('gatehouse_admin') && browser.cookies.has('gatehouse_admin_device'))
  assert.equal((await app.request('/api/v1/me', { headers: { cookie: `gatehouse_admin=${token}` } })).status, 401)
  assert.equal((await browser.api('POST', '/sign_out')).status, 204)
  assert.deepEqual(
    (await auditOf(id)).map(event => event.action),
    ['create', 'sign_in', 'sign_out'],
  )
})

test('what another site’s page sends with the cookie is refused, changes nothing, and signs nobody in or out', async () => {
  const id = await makeAdministrator(app, { login: 'lured', role: 'owner' })
  const browser = open()
  await browser.signIn('lured')
  const before = await sessions()
  const group = { name: 'Made elsewhere' }
  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ]) {
    assertProblem(await browser.api('POST', '/account_groups', group, headers), 403, 'cross_site')
    assertProblem(await browser.api('DELETE', `/administrators/${id}`, undefined, headers), 403, 'cross_site')
    assertProblem(await browser.api('POST', '/sign_out', undefined, headers), 403, 'cross_site')
    const credentials = { login: 'lured', password: ADMIN_PASSWORD }
    assertProblem(await browser.api('POST', '/sign_in', credentials, headers), 403, 'cross_site')
  }
  // Not even asked is it: a page on another port gets the cookie sent along, and would see how long an answer takes.
  for (const [site, path] of [
    ['same-site', '/me'],
    ['same-site', '/accounts/export'],
    ['cross-site', '/messages/stream'],
  ])
    assertProblem(await browser.api('GET', path ?? '', undefined, { 'sec-fetch-site': site ?? '' }), 403, 'cross_site')
  for (const site of ['same-origin', 'none'])
    assert.equal((await browser.api('GET', '/me', undefined, { 'sec-fetch-site': site })).status, 200)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    assertProblem(await browser.api('POST', '/account_groups', group, { 'content-type': type }), 415, 'unsupported_media_type')
  assert.deepEqual(await sessions(), before)
  assert.equal((await app.api('GET', '/account_groups?name=Made elsewhere')).body.total, 0)
  assert.equal((await browser.api('POST', '/account_groups', group)).status, 201)
  // A key is nothing that a page of another site has: programs in browsers may use one.
  const key = { authorization: `Bearer ${app.config.apiKey}`, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  assert.equal((await open().api('POST', '/account_groups', { name: 'By key' }, key)).status, 201)
})

test('a password that the server was too busy to compare counts for nothing', async () => {
  const browser = { address: '192.0.2.70', userAgent: '', device: 'a browser', network: 'a network', sessionToken: undefined }
  for (let i = 0; i < 12; i++)
    await assert.rejects(
      compareCounted(app.ctx, { login: 'nora', browser }, () => Promise.reject(busy())),
      /at once/,
    )
  const rows = await app.database.query<{ n: number }>(
    "select cardinality(failures) as n from contact_budgets where key in ('administrator:nora', 'administrator_address:a network')",
  )
  assert.deepEqual(rows, [{ n: 0 }, { n: 0 }])
})
