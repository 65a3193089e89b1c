import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import type { ApiAnswer } from '../../test/harness.ts'
import { openLobby, PASSWORD } from '../../test/lobby.ts'

const lobby = await openLobby({ config: { trustedProxies: ['127.0.0.0/8'] } })
const api = await documentedApi(lobby)
const NOBODY = '0199a7a0-5c00-7000-8000-0000000000ff'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

let made = 0
/** A guest who has proven a number, and the id of the account. */
async function join() {
  const phone = `+1555555${String(8000 + made++)}`
  const login = `known-${made}`
  const guest = await lobby.join('Guest Wi-Fi', { login, phone })
  const { id } = await lobby.account(login)
  return { guest, login, phone, id: id as string }
}

/** Signs in as a browser of this kind that comes from there. Answers the status and the cookie. */
async function signIn(login: string, browser: { userAgent?: string; address?: string; cookie?: string; password?: string } = {}) {
  const response = await lobby.request(lobby.path('login'), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': browser.userAgent ?? IPHONE,
      'x-forwarded-for': browser.address ?? '192.0.2.7',
      ...(browser.cookie && { cookie: browser.cookie }),
    },
    body: new URLSearchParams({ login, password: browser.password ?? PASSWORD }).toString(),
  })
  await response.arrayBuffer()
  return { status: response.status, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

const signInsOf = async (id: string, query = '') => (await api('GET', `/accounts/${id}/sign_ins${query}`)).body
const devicesOf = async (id: string) => (await api('GET', `/accounts/${id}/devices`)).body
const status = async (cookie: string) => (await lobby.request(lobby.path('status'), { headers: { cookie } })).status

test('sign-ins are listed newest first, with browser in words, address, and whether they go on', async () => {
  const { id, login } = await join()
  lobby.clock.advance(60)
  const { cookie } = await signIn(login)
  lobby.clock.advance(60)
  await signIn(login, {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    address: '2001:db8::9',
  })
  const { data, total, failed_sign_ins_last_hour: failed } = await signInsOf(id)
  assert.equal(total, 3)
  assert.equal(failed, 0)
  assert.deepEqual(
    data
      .slice(0, 2)
      .map(({ user_agent, address, current, ended_at }: Record<string, unknown>) => [user_agent, address, current, ended_at]),
    [
      ['Firefox on Linux', '2001:db8::9', true, null],
      ['Safari on iPhone', '192.0.2.7', true, null],
    ],
  )
  lobby.clock.advance(60)
  await signIn(login, { cookie })
  const after = await signInsOf(id)
  assert.deepEqual(
    after.data.map(({ current, ended_at }: Record<string, unknown>) => current === (ended_at === null) && current),
    [true, true, false, true],
    'the browser’s earlier sign-in has ended',
  )
  assert.deepEqual((await signInsOf(id, '?current=false')).total, 1)
  assert.deepEqual((await signInsOf(id, '?per_page=1&page=2')).data[0].user_agent, 'Firefox on Linux')
})

test('nothing of the raw header is stored, whatever it holds', async () => {
  const { id, login } = await join()
  for (const userAgent of ['<script>x</script>canary', `${'canary '.repeat(200)}`, 'canary/1.0 (Windows)'])
    assert.equal((await signIn(login, { userAgent })).status, 303)
  const words = (await signInsOf(id)).data.map(({ user_agent }: { user_agent: string }) => user_agent)
  assert.deepEqual(words.slice(0, 3).sort(), ['', '', 'Windows'])
  const rows = await lobby.database.query('select * from sessions')
  assert.doesNotMatch(JSON.stringify(rows), /canary/)
})

test('a browser that only waits for its code leaves neither address nor browser behind', async () => {
  const guest = lobby.guest()
  await guest.submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Guest Wi-Fi'),
    login: 'waiting',
    phone: '+15555557999',
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  const { id } = await lobby.account('waiting')
  assert.equal((await signInsOf(id)).total, 0)
  const kept = await lobby.database.query('select device, user_agent, address from sessions where account_id = $1', [id])
  assert.deepEqual(kept, [{ device: null, user_agent: '', address: '' }])
})

test('failed sign-ins of the last hour are counted by login and proven contact, and a right password forgets them', async () => {
  const { id, login, phone } = await join()
  const other = await join()
  for (const name of [login, phone, login.toUpperCase()]) await signIn(name, { password: 'not the password' })
  assert.equal((await signInsOf(id)).failed_sign_ins_last_hour, 3)
  assert.equal((await signInsOf(other.id)).failed_sign_ins_last_hour, 0)
  const { cookie } = await signIn(login)
  assert.equal((await signInsOf(id)).failed_sign_ins_last_hour, 1, 'the one by number is left')
  await signIn(login, { password: 'not the password', cookie })
  assert.equal((await signInsOf(id)).failed_sign_ins_last_hour, 2, 'a known browser counts as well')
  lobby.clock.advance(3601)
  assert.equal((await signInsOf(id)).failed_sign_ins_last_hour, 0)
})

test('known browsers are listed with when they were first and last proven, and can be forgotten one by one or all', async () => {
  const { id, login } = await join()
  const joined = (await devicesOf(id)).data
  assert.equal(joined.length, 1)
  assert.equal(joined[0].signed_in, true)
  lobby.clock.advance(86_400)
  const { cookie } = await signIn(login)
  lobby.clock.advance(86_400)
  await signIn(login, { cookie })
  const { data, total } = await devicesOf(id)
  assert.equal(total, 2)
  const [phone, first] = data
  assert.equal(first.id, joined[0].id)
  assert.equal(phone.user_agent, 'Safari on iPhone')
  const apart = Date.parse(phone.last_proven_at) - Date.parse(phone.first_proven_at)
  assert.ok(apart >= 86_400_000 && apart < 86_500_000)

  const stranger = await join()
  const forget = (body?: object) => api('POST', `/accounts/${id}/forget_devices`, body)
  assert.deepEqual((await forget({ device_ids: ['nothing of theirs'] })).body, { devices_forgotten: 0 })
  const [foreign] = (await devicesOf(stranger.id)).data
  assert.deepEqual((await forget({ device_ids: [foreign.id] })).body, { devices_forgotten: 0 })
  assert.deepEqual((await forget({ device_ids: [phone.id] })).body, { devices_forgotten: 1 })
  assert.deepEqual(
    (await devicesOf(id)).data.map((device: { id: string }) => device.id),
    [first.id],
  )
  assert.deepEqual((await forget()).body, { devices_forgotten: 1 })
  assert.equal((await devicesOf(id)).total, 0)
  assert.equal((await devicesOf(stranger.id)).total, 1)
  const { data: events } = (await api('GET', `/audit_events?action=forget_devices&record_id=${id}`)).body
  assert.deepEqual(
    events.map((event: { changes: unknown }) => event.changes),
    [{ devices_forgotten: 1 }, { devices_forgotten: 1 }],
  )
  assertProblem(await forget({ device_ids: 'x' }), 422, 'invalid', ['device_ids'])
})

test('signing out ends every session of the account and of no other, and is audited', async () => {
  const { id, login, guest } = await join()
  const other = await join()
  const { cookie } = await signIn(login)
  assert.equal(await status(cookie), 200)
  assert.deepEqual((await api('POST', `/accounts/${id}/sign_out`)).body, { sessions_ended: 2 })
  assert.equal(await status(cookie), 303)
  assert.equal((await guest.get(lobby.path('status'))).status, 303)
  assert.equal((await other.guest.get(lobby.path('status'))).status, 200)
  assert.ok((await signInsOf(id)).data.every(({ current }: { current: boolean }) => !current))
  assert.equal((await api('GET', `/audit_events?action=sign_out&record_id=${id}`)).body.total, 1)
  assert.equal((await signIn(login)).status, 303, 'the password still works')
})

test('an account says when it was last seen: at a sign-in, and once a day while signed in', async () => {
  const { id, login } = await join()
  const seen = async () => Date.parse((await api('GET', `/accounts/${id}`)).body.last_seen_at)
  const start = lobby.clock.now().getTime()
  assert.ok(Math.abs((await seen()) - start) < 60_000)
  const { cookie } = await signIn(login)
  const signedIn = await seen()
  lobby.clock.advance(3600)
  await status(cookie)
  assert.equal(await seen(), signedIn, 'not again within the day')
  lobby.clock.advance(86_400)
  await Promise.all(Array.from({ length: 5 }, () => status(cookie)))
  const later = await seen()
  assert.ok(later - signedIn >= 86_400_000)
  const untouched = (await api('POST', '/accounts', { login: 'never came' })).body
  assert.equal(untouched.last_seen_at, null)
})

test('who asks for an account that there is not is told so', async () => {
  for (const [method, path] of [
    ['GET', 'sign_ins'],
    ['GET', 'devices'],
    ['POST', 'forget_devices'],
    ['POST', 'sign_out'],
  ] as const)
    for (const id of [NOBODY, 'x']) assertProblem(await api(method, `/accounts/${id}/${path}`), 404, 'not_found')
})

test('a list without a search says so', async () => {
  const { id } = await join()
  assertProblem(await lobby.api('GET', `/accounts/${id}/sign_ins?q=safari`), 422, 'invalid', ['q'])
})

test('what is kept of sign-ins is in the export of the person and gone with an erasure', async () => {
  const { id, login } = await join()
  await signIn(login, { address: '198.51.100.77' })
  const { body } = await api('GET', `/accounts/${id}/export`)
  assert.ok(
    body.sessions.some(
      (session: Record<string, unknown>) => session.address === '198.51.100.77' && session.user_agent === 'Safari on iPhone',
    ),
  )
  assert.doesNotMatch(JSON.stringify(body.sessions), /token_hash/)
  assert.equal((await api('POST', `/accounts/${id}/erase`)).status, 200)
  assert.equal((await lobby.database.query(`select from sessions where address = '198.51.100.77'`)).length, 0)
})

/** Calls with a key of this role. */
async function callerOf(role: string) {
  const { key } = (await api('POST', '/api_keys', { name: `a ${role}`, role })).body
  return async (method: string, path: string): Promise<ApiAnswer> => {
    const response = await lobby.request(`/api/v1${path}`, { method, headers: { authorization: `Bearer ${key}` } })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
}

test('who may only read sees no address and changes nothing; the front desk may do all of it', async () => {
  const { id, login } = await join()
  await signIn(login)
  const [reader, desk] = await Promise.all(['read_only', 'front_desk'].map(callerOf))
  assert.ok(reader && desk)
  const seen = await reader('GET', `/accounts/${id}/sign_ins`)
  assert.deepEqual([seen.status, seen.body.data[0].address, seen.body.data[0].user_agent], [200, '', 'Safari on iPhone'])
  assert.equal((await desk('GET', `/accounts/${id}/sign_ins`)).body.data[0].address, '192.0.2.7')
  for (const action of ['forget_devices', 'resend_code', 'start_password_reset', 'sign_out']) {
    assert.equal((await reader('POST', `/accounts/${id}/${action}`)).status, 403, action)
    assert.ok([200, 409].includes((await desk('POST', `/accounts/${id}/${action}`)).status), action)
  }
  const { data } = (await api('GET', `/audit_events?record_id=${id}&action=sign_out`)).body
  assert.equal(data[0].actor, 'a front_desk')
})

test('a login that reads like somebody else’s proven address shows nothing of theirs, and forgets none of their browsers', async () => {
  const email = 'owner-of-it@example.com'
  await lobby.join('Resident', { login: 'owner-of-it', phone: '+15555558777', email })
  await lobby.join('Free hour', { login: email })
  const [owner, other] = [(await lobby.account('owner-of-it')).id, (await lobby.account(email)).id]
  await signIn(email)
  await signIn(email, { password: 'not the right one' })
  const before = (await devicesOf(owner)).total
  assert.ok(before > 0)
  assert.equal((await signInsOf(owner)).failed_sign_ins_last_hour, 1)
  assert.equal((await devicesOf(other)).total, 0)
  assert.equal((await signInsOf(other)).failed_sign_ins_last_hour, 0)
  assert.equal((await api('POST', `/accounts/${other}/forget_devices`)).body.devices_forgotten, 0)
  assert.equal((await devicesOf(owner)).total, before)
})
