import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from '../../test/harness.ts'
import { type Lobby, openLobby, PASSWORD, textOf } from '../../test/lobby.ts'
import { clearLoginSlots, takeLoginSlot } from './login-throttle.ts'

/** A lobby behind a proxy that tells guests’ addresses, where an address has so many wrong passwords. */
async function openBehindProxy(most: number): Promise<Lobby> {
  const lobby = await openLobby({ config: { trustedProxies: ['127.0.0.1/32'] } })
  assert.equal((await lobby.api('PATCH', '/limits', { address_login_failures_per_hour: most })).status, 200)
  return lobby
}

function signInFrom(lobby: Lobby, address: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  return lobby.request(lobby.path('login'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address, cookie },
    body: new URLSearchParams(form).toString(),
  })
}

const statusesOf = (answers: Response[]) => answers.map(({ status }) => status).sort()
const [HOTEL, ELSEWHERE] = ['203.0.113.7', '198.51.100.9']

test('wrong passwords from one address stop at its limit whatever the logins, tried at once; elsewhere nothing has changed', async () => {
  const lobby = await openBehindProxy(12)
  await lobby.join('Free hour', { login: 'rosa' })
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => signInFrom(lobby, HOTEL, { login: `login-${i}`, password: 'a wrong password' })),
  )
  assert.deepEqual(statusesOf(answers), [...Array(12).fill(422), ...Array(18).fill(429)])
  const right = await signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD })
  assert.equal(right.status, 429)
  const retryAfter = Number(right.headers.get('retry-after'))
  assert.ok(retryAfter > 3500 && retryAfter <= 3660, String(retryAfter))
  assert.equal((await signInFrom(lobby, ELSEWHERE, { login: 'rosa', password: PASSWORD })).status, 303)
  assert.equal(
    (await lobby.database.query("select from contact_budgets where key like 'login:login-%'")).length,
    12,
    'what the address is refused takes nothing of a login',
  )
  lobby.clock.advance(retryAfter)
  assert.equal((await signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD })).status, 303)
  await lobby.close()
})

test('right passwords take nothing of the address, and its limit does not hold for a browser that has signed in before', async () => {
  const lobby = await openBehindProxy(5)
  await lobby.join('Free hour', { login: 'rosa' })
  let cookie = ''
  for (let i = 0; i < 12; i++) {
    const answer = await signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD })
    assert.equal(answer.status, 303)
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  for (let i = 0; i < 5; i++) await signInFrom(lobby, HOTEL, { login: 'nobody', password: 'a wrong password' })
  assert.equal((await signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD })).status, 429, 'a browser nobody knows')
  assert.equal((await signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD }, cookie)).status, 303, 'hers')
  await lobby.close()
})

/** The fields of the form that a puzzle's solution makes good. */
function solve(text: string): Record<string, string> {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? assert.fail(`no ${name}`)
  const puzzle = field('puzzle')
  const [, bits, , mac] = puzzle.split('.')
  for (let answer = 0; ; answer++)
    if (Math.clz32(hash('sha256', `${mac}:${answer}`, 'buffer').readUInt32BE()) >= Number(bits))
      return { puzzle, puzzle_answer: String(answer), puzzle_form: field('puzzle_form') }
}

test('a guest who meets strangers’ limit at their address gets in by a puzzle, once', async () => {
  const lobby = await openBehindProxy(1)
  await lobby.api('PATCH', '/limits', { puzzle_bits: 8 })
  await lobby.join('Free hour', { login: 'rosa' })
  await signInFrom(lobby, HOTEL, { login: 'nobody', password: 'a wrong password' })
  const refused = async (password: string) => {
    const answer = await signInFrom(lobby, HOTEL, { login: 'rosa', password })
    const text = await answer.text()
    assert.equal(answer.status, 429)
    assert.match(textOf({ text } as Page), /Too many failed attempts/)
    assert.ok(!text.includes(password), 'the form that waits in the page is encrypted')
    return { solved: solve(text), cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }
  // With a wrong one: once somebody is in, the browser is known and needs no puzzle.
  const wrong = await refused('another wrong password')
  const answers = await Promise.all(Array.from({ length: 6 }, () => signInFrom(lobby, HOTEL, wrong.solved, wrong.cookie)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [422, 429, 429, 429, 429, 429])
  const right = await refused(PASSWORD)
  assert.equal((await signInFrom(lobby, HOTEL, right.solved, right.cookie)).status, 303)
  await lobby.close()
})

test('on two nodes at once an address has no slot more than its limit, and one that was given back is there again', async () => {
  const lobby = await openBehindProxy(10)
  const slots = await Promise.all(
    Array.from({ length: 50 }, (_, i) => takeLoginSlot(lobby.ctx, { key: `k${i}`, addressKey: 'hotel' }, lobby.clock.now())),
  )
  const taken = slots.filter(slot => slot.outcome === 'taken')
  assert.equal(taken.length, 10)
  for (const slot of taken.slice(0, 3))
    await clearLoginSlots(lobby.ctx, { key: 'k0', addressKey: 'hotel' }, slot, lobby.clock.now())
  const more = await Promise.all(
    Array.from({ length: 9 }, (_, i) => takeLoginSlot(lobby.ctx, { key: `m${i}`, addressKey: 'hotel' }, lobby.clock.now())),
  )
  assert.equal(more.filter(({ outcome }) => outcome === 'taken').length, 3)
  await lobby.close()
})

test('a sign-up that a limit refuses costs no password hash: a hundred and fifty at once are all told when to come again', async () => {
  const lobby = await openBehindProxy(100)
  const form = (contact: Record<string, string>) => ({
    usage_plan_id: lobby.plan('Guest Wi-Fi'),
    password: PASSWORD,
    password_confirmation: PASSWORD,
    ...contact,
  })
  const phone = '+15555556100'
  const signUp = () => lobby.guest().post(lobby.path('sign_up'), form({ phone }))
  for (let i = 0; i < 5; i++) assert.equal((await signUp()).status, 303)
  // More than may wait for a hash: whoever needed one would be told that the server is busy.
  const answers = await Promise.all(Array.from({ length: 150 }, signUp))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [429])
  await lobby.close()
})

test('a pending account whose login reads like an address that somebody has proven gives nobody more guesses at their password', async () => {
  const lobby = await openLobby()
  const email = 'victim@example.com'
  await lobby.join('Resident', { login: 'victim', phone: '+15555556201', email })
  const own = 'rowing past the mill'
  const claim = { usage_plan_id: lobby.plan('Guest Wi-Fi'), login: email, phone: '+15555556202' }
  const signUp = () => lobby.guest().post(lobby.path('sign_up'), { ...claim, password: own, password_confirmation: own })
  assert.equal((await signUp()).status, 303)
  const guess = () => lobby.guest().post(lobby.path('login'), { login: email, password: 'a wrong password' })
  const answers: Page[] = []
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 9; i++) answers.push(await guess())
    await signUp()
  }
  assert.equal(answers.filter(({ status }) => status === 422).length, 10)
  await lobby.close()
})

test('whoever knows a browser under an address before its owner has proven it has no guesses of their own afterwards', async () => {
  const lobby = await openLobby()
  const email = 'later@example.com'
  const own = 'rowing past the mill'
  const claim = { usage_plan_id: lobby.plan('Guest Wi-Fi'), login: email, phone: '+15555556203' }
  await lobby.guest().post(lobby.path('sign_up'), { ...claim, password: own, password_confirmation: own })
  const strangers = [lobby.guest(), lobby.guest()]
  for (const guest of strangers)
    assert.equal((await guest.post(lobby.path('login'), { login: email, password: own })).status, 303)
  await lobby.join('Resident', { login: 'owner', phone: '+15555556204', email })
  const statuses: number[] = []
  for (let i = 0; i < 8; i++)
    for (const guest of strangers)
      statuses.push((await guest.post(lobby.path('login'), { login: email, password: 'a wrong password' })).status)
  assert.deepEqual(statuses, [...Array(10).fill(422), ...Array(6).fill(429)])
  await lobby.close()
})

test('a flood that keeps the server busy takes no sign-in from anybody: nothing was compared, nothing is counted', async () => {
  const lobby = await openBehindProxy(100)
  await lobby.join('Free hour', { login: 'rosa' })
  const flood = Promise.all(
    Array.from({ length: 45 }, (_, i) => signInFrom(lobby, HOTEL, { login: `stranger-${i}`, password: 'a wrong password' })),
  )
  const tries = await Promise.all(
    Array.from({ length: 9 }, () => signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD })),
  )
  const answers = [...(await flood), ...tries]
  const busy = tries.filter(({ status }) => status === 503).length
  assert.ok(busy > 0, `${statusesOf(tries)}`)
  assert.equal((await signInFrom(lobby, HOTEL, { login: 'rosa', password: PASSWORD })).status, 303)
  assert.deepEqual(await lobby.database.query("select from contact_budgets where key = 'login:rosa'"), [])
  const [address] = await lobby.database.query<{ taken: number }>(
    "select (select sum(n) from unnest(taken) n)::int as taken from failure_counters where key like 'login:%'",
  )
  assert.equal(address?.taken, answers.filter(({ status }) => status === 422).length)
  await lobby.close()
})

test('sign-ups to a plan that asks for no proof, all from one address, keep nobody else from signing in', async () => {
  const lobby = await openBehindProxy(100)
  const names = Array.from({ length: 5 }, (_, i) => `resident-${i}`)
  for (const login of names) await lobby.join('Free hour', { login })
  const join = (i: number) =>
    lobby.request(lobby.path('sign_up'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': HOTEL },
      body: new URLSearchParams({
        usage_plan_id: lobby.plan('Free hour'),
        login: `many-${i}`,
        password: PASSWORD,
        password_confirmation: PASSWORD,
      }).toString(),
    })
  const flood = Promise.all(Array.from({ length: 120 }, (_, i) => join(i)))
  await new Promise(resolve => setTimeout(resolve, 100))
  const signIns = await Promise.all(
    names.map((login, i) => signInFrom(lobby, `198.51.100.${20 + i}`, { login, password: PASSWORD })),
  )
  assert.deepEqual(statusesOf(signIns), Array(5).fill(303))
  const joined = await flood
  assert.ok(joined.some(({ status }) => status === 503) && joined.some(({ status }) => status === 303), `${statusesOf(joined)}`)
  await lobby.close()
})
