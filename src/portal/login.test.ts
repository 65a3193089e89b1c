import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../../test/harness.ts'
import { openLobby, PASSWORD, SENDING, textOf } from '../../test/lobby.ts'
import { type Account, setPassword } from '../accounts/account.ts'
import { hashPassword } from '../accounts/password.ts'
import { endSessionsOf } from '../accounts/session.ts'
import { decideSignIn } from './login.ts'

const lobby = await openLobby()
const PATH = lobby.path('login')
const phone = '+15555554001'
const email = 'rosa@example.com'
await lobby.join('Resident', { login: 'Rosa', phone, email })

const signIn = (login: string, password = PASSWORD) => lobby.guest().post(PATH, { login, password })

test('signs in by login name, proven number in any form, and proven address', async () => {
  for (const login of ['Rosa', 'rosa', ' ROSA ', phone, '(555) 555-4001', '001 555 555 4001', email, 'Rosa@Example.COM']) {
    const guest = lobby.guest()
    const answer = await guest.post(PATH, { login, password: PASSWORD })
    assert.equal(answer.location, `${lobby.path('status')}?notice=signed_in`, login)
    assert.match(textOf(await guest.get(lobby.path('status'))), /Rosa/)
  }
})

test('a right password costs a session, is noted at the account, and nothing else', async () => {
  const { last_seen_at: _, ...before } = await lobby.account('Rosa')
  await lobby.changing(['accounts', 'known_devices', 'sessions'], () => signIn('Rosa'))
  const { last_seen_at: seenAt, ...after } = await lobby.account('Rosa')
  assert.deepEqual(after, before)
  assert.ok(seenAt)
})

test('the cookie is out of reach of scripts and other sites, and holds for the browser it was given to', async () => {
  const guest = lobby.guest()
  const answer = await guest.post(PATH, { login: 'Rosa', password: PASSWORD })
  assert.match(
    answer.headers.getSetCookie()[0] ?? '',
    /^gatehouse=[\w-]{43}\.[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/,
  )
  const [session] = (await lobby.rows('sessions')).slice(-1)
  const [token = '?'] = (guest.cookies.get('gatehouse') ?? '?').split('.')
  assert.ok(!JSON.stringify(session).includes(token), 'only its hash is stored')
})

test('an unknown login and a wrong password answer with one and the same page', async () => {
  const pages = await lobby.changing(['contact_budgets'], async () => [
    await signIn('Rosa', 'not the right one'),
    await signIn('Rose', 'not the right one'),
    await signIn('+15555554999', 'not the right one'),
    await signIn('nobody@example.com', 'not the right one'),
  ])
  const texts = pages.map(page => {
    assert.equal(page.status, 422)
    assert.deepEqual(page.headers.getSetCookie(), [])
    return page.text.replace(/(id="login"[^>]*value=")[^"]*"/, '$1"')
  })
  assert.equal(new Set(texts).size, 1)
  assert.match(texts[0] ?? '', /Login and password do not match/)
})

test('a blocked account answers like a wrong password', async () => {
  await lobby.join('Free hour', { login: 'banned' })
  const { id } = await lobby.account('banned')
  await lobby.api('PATCH', `/accounts/${id}`, { status: 'blocked' })
  const page = await signIn('banned')
  assert.equal(page.status, 422)
  assert.match(textOf(page), /Login and password do not match/)
})

test('a password that is changed while it is compared opens no session, and makes no browser known', async () => {
  await lobby.join('Resident', { login: 'overtaken', phone: '+15555554007', email: 'overtaken@example.com' })
  const { id } = await lobby.account('overtaken')
  const guest = lobby.guest()
  const devices = (await lobby.database.query('select device from known_devices')).length
  // What a password reset does, in a transaction that the sign-in runs into.
  let answer: ReturnType<typeof guest.post> | undefined
  await lobby.ctx.db.transaction(async trx => {
    await setPassword(trx, id, await hashPassword('another password of hers'), lobby.clock.now())
    await endSessionsOf(trx, id, lobby.clock.now())
    answer = guest.post(PATH, { login: 'overtaken', password: PASSWORD })
    await eventually(async () => {
      const waiting = await lobby.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return waiting.length > 0
    })
  })
  const page = await answer
  assert.equal(page?.status, 422)
  assert.match(textOf(page ?? { text: '' }), /Login and password do not match/)
  const open = await lobby.database.query('select from sessions where account_id = $1 and expires_at > $2', [
    id,
    lobby.clock.now(),
  ])
  assert.equal(open.length, 0)
  assert.equal((await lobby.database.query('select device from known_devices')).length, devices)
})

test('a contact that was never proven does not sign in', async () => {
  const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
  await lobby.guest().submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Free hour'),
    login: 'typed',
    email: 'typed@example.com',
    ...passwords,
  })
  assert.equal((await signIn('typed')).status, 303)
  assert.equal((await signIn('typed@example.com')).status, 422)
})

test('whoever takes a number or an address for a login name does not stand in its owner’s way', async () => {
  const passwords = { password: 'some other words 1', password_confirmation: 'some other words 1' }
  await lobby.guest().submit(lobby.path('sign_up'), { usage_plan_id: lobby.plan('Free hour'), login: email, ...passwords })
  const guest = lobby.guest()
  await guest.submit(PATH, { login: email, password: PASSWORD })
  assert.match(textOf(await guest.get(lobby.path('status'))), /Login name Rosa/)
})

test('blank fields are told, and cost nothing', async () => {
  await lobby.changing([], async () => {
    for (const form of [{}, { login: 'Rosa' }, { password: PASSWORD }, { login: ' ', password: '' }]) {
      const page = await lobby.guest().post(PATH, form as Record<string, string>)
      assert.equal(page.status, 422)
      assert.match(page.text, /aria-invalid="true"/)
    }
  })
})

test('ten failures within the hour close a login, known or not, even for the right password', async () => {
  await lobby.join('Free hour', { login: 'guessed' })
  for (const login of ['guessed', 'unheard-of']) {
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(login, 'a wrong password')))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(10).fill(422), ...Array(4).fill(429)], login)
    const page = await signIn(login)
    assert.equal(page.status, 429)
    const retryAfter = Number(page.headers.get('retry-after'))
    assert.ok(retryAfter > 3500 && retryAfter <= 3600, String(retryAfter))
    assert.match(textOf(page), /Too many failed attempts/)
  }
  lobby.clock.advance(3601)
  assert.equal((await signIn('guessed')).status, 303)
})

test('a success forgets the failures of before', async () => {
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 6; i++) assert.equal((await signIn('Rosa', 'a wrong password')).status, 422)
    assert.equal((await signIn('Rosa')).status, 303)
  }
})

test('a pending account signs in only to finish proving, and the code it was sent is good in the new browser', async () => {
  const number = '+15555554002'
  const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
  const lost = lobby.guest()
  await lost.submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Guest Wi-Fi'),
    login: 'closed',
    phone: number,
    ...passwords,
  })
  const code = await lobby.nextCode(number)
  const guest = lobby.guest()
  const answer = await lobby.changing(['known_devices', 'sessions', 'validations'], () =>
    guest.post(PATH, { login: 'closed', password: PASSWORD }),
  )
  assert.equal(answer.location, lobby.path('validate_account'))
  assert.equal((await guest.get(lobby.path('status'))).location, lobby.path('validate_account'))
  assert.equal((await guest.get(lobby.path('plans'))).status, 303)
  assert.equal((await lost.post(lobby.path('validate_account'), { code })).status, 422, 'and no longer in the old one')
  assert.equal((await guest.post(lobby.path('validate_account'), { code })).location, `${lobby.path('status')}?notice=welcome`)
})

test('a pending account whose code has run out is sent another when it signs in', async () => {
  const number = '+15555554003'
  const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
  await lobby
    .guest()
    .submit(lobby.path('sign_up'), { usage_plan_id: lobby.plan('Guest Wi-Fi'), login: 'late', phone: number, ...passwords })
  await lobby.nextCode(number)
  lobby.clock.advance(3601)
  const guest = lobby.guest()
  await lobby.changing(['known_devices', 'sessions', ...SENDING], () => guest.submit(PATH, { login: 'late', password: PASSWORD }))
  assert.equal((await guest.post(lobby.path('validate_account'), { code: await lobby.nextCode(number) })).status, 303)
})

test('signing out ends the session and takes the cookie away', async () => {
  const guest = lobby.guest()
  await guest.submit(PATH, { login: 'Rosa', password: PASSWORD })
  const cookie = guest.cookies.get('gatehouse') ?? ''
  const answer = await lobby.changing(['sessions'], () => guest.post(lobby.path('logout'), {}))
  assert.equal(answer.location, `${PATH}?notice=signed_out`)
  assert.deepEqual([...guest.cookies.keys()], ['gatehouse'], 'only by what the limits know the browser')
  guest.cookies.set('gatehouse', cookie)
  assert.equal((await guest.get(lobby.path('status'))).location, PATH)
  assert.equal((await lobby.guest().post(lobby.path('logout'), {})).status, 303, 'and without a session it is no error')
})

test('signing in again ends the session that the browser had', async () => {
  const guest = lobby.guest()
  await guest.submit(PATH, { login: 'Rosa', password: PASSWORD })
  const first = guest.cookies.get('gatehouse') ?? ''
  await guest.submit(PATH, { login: 'Rosa', password: PASSWORD })
  guest.cookies.set('gatehouse', first)
  assert.equal((await guest.get(lobby.path('status'))).status, 303)
})

test('a session is over after 30 days', async () => {
  const guest = lobby.guest()
  await guest.submit(PATH, { login: 'Rosa', password: PASSWORD })
  lobby.clock.advance(30 * 86_400 - 60)
  assert.equal((await guest.get(lobby.path('status'))).status, 200)
  lobby.clock.advance(61)
  assert.equal((await guest.get(lobby.path('status'))).location, PATH)
})

test('a session of one portal is none at another', async () => {
  await lobby.api('POST', '/splash_portals', {
    name: 'Annex',
    slug: 'annex',
    password_reset_method: 'none',
    default_country: 'US',
  })
  const guest = lobby.guest()
  await guest.submit(PATH, { login: 'Rosa', password: PASSWORD })
  assert.equal((await guest.get('/portal/annex/status')).location, '/portal/annex/login')
})

test('the login page leads on when signed in', async () => {
  const guest = lobby.guest()
  await guest.submit(PATH, { login: 'Rosa', password: PASSWORD })
  assert.equal((await guest.get(PATH)).location, lobby.path('status'))
})

test('who may sign in', () => {
  const account = (status: Account['status']) => ({ status }) as Account
  assert.equal(decideSignIn(undefined, true), 'refused')
  assert.equal(decideSignIn(account('active'), false), 'refused')
  assert.equal(decideSignIn(account('blocked'), true), 'refused')
  assert.equal(decideSignIn(account('pending'), true), 'prove')
  assert.equal(decideSignIn(account('active'), true), 'signed_in')
})
