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
import { createTestApp, eventually, type TestApp } from '../../test/harness.ts'

const openApp = () => createTestApp({ schedule: false })
const owners = (app: TestApp) => app.database.query("select login from administrators where role = 'owner' and status = 'active'")

test('the last active owner can be neither deleted nor blocked nor given another role, by anybody', async () => {
  const app = await openApp()
  const id = await makeAdministrator(app, { login: 'olga', role: 'owner' })
  const blocked = await makeAdministrator(app, { login: 'former', role: 'owner', status: 'blocked' })
  const browser = openAdministratorBrowser(app)
  await browser.signIn('olga')
  for (const ask of [app.api, browser.api]) {
    assertProblem(await ask('DELETE', `/administrators/${id}`), 409, 'conflict')
    assertProblem(await ask('PATCH', `/administrators/${id}`, { status: 'blocked' }), 409, 'conflict')
    assertProblem(await ask('PATCH', `/administrators/${id}`, { role: 'operator' }), 409, 'conflict')
  }
  assert.equal((await app.api('PATCH', `/administrators/${id}`, { name: 'Olga' })).status, 200)
  assert.equal((await app.api('DELETE', `/administrators/${blocked}`)).status, 204)
  await makeAdministrator(app, { login: 'heir', role: 'owner' })
  assert.equal((await app.api('PATCH', `/administrators/${id}`, { role: 'operator' })).status, 200)
})

test('of owners who give up at once, each in another way and on two nodes, exactly one stays', async () => {
  const app = await openApp()
  const other = await createTestApp({ schedule: false, database: app.database })
  for (let round = 0; round < 6; round++) {
    await app.database.query('delete from administrators')
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map(login => makeAdministrator(app, { login, role: 'owner' })))
    const answers = await Promise.all(
      ids.map((id, i) => {
        const node = i % 2 ? other : app
        if (i === 0) return node.api('DELETE', `/administrators/${id}`)
        return node.api('PATCH', `/administrators/${id}`, i === 1 ? { status: 'blocked' } : { role: 'front_desk' })
      }),
    )
    assert.equal(answers.filter(({ status }) => status === 409).length, 1, JSON.stringify(answers.map(({ body }) => body)))
    assert.equal((await owners(app)).length, 1)
  }
})

test('who is blocked, deleted or given another password is signed out at once, everywhere', async () => {
  const app = await openApp()
  await makeAdministrator(app, { login: 'owner', role: 'owner' })
  for (const [login, change] of [
    ['blocked', { status: 'blocked' }],
    ['rekeyed', { password: 'a heron on the far bank' }],
    ['deleted', undefined],
    ['sent-out', 'sign_out'],
  ] as const) {
    const id = await makeAdministrator(app, { login })
    const [one, two] = [openAdministratorBrowser(app), openAdministratorBrowser(app)]
    await one.signIn(login)
    await two.signIn(login)
    const done =
      change === 'sign_out'
        ? await app.api('POST', `/administrators/${id}/sign_out`)
        : await app.api(change ? 'PATCH' : 'DELETE', `/administrators/${id}`, change)
    assert.ok(done.status < 300, JSON.stringify(done.body))
    for (const browser of [one, two]) assertProblem(await browser.api('GET', '/me'), 401, 'unauthorized')
    const left = await app.database.query('select from administrator_sessions where administrator_id = $1', [id])
    assert.equal(left.length, 0, login)
  }
})

test('another role holds from the next request on', async () => {
  const app = await openApp()
  const id = await makeAdministrator(app, { login: 'riser', role: 'read_only' })
  const browser = openAdministratorBrowser(app)
  await browser.signIn('riser')
  const make = (name: string) => browser.api('POST', '/account_groups', { name })
  assert.match(assertProblem(await make('One'), 403, 'forbidden'), /takes the role operator or higher; yours is read_only/)
  await app.api('PATCH', `/administrators/${id}`, { role: 'operator' })
  assert.equal((await make('One')).status, 201)
  const [event] = (await app.api('GET', '/audit_events?resource=account_groups')).body.data
  assert.equal(event.actor, 'riser')
  await app.api('PATCH', `/administrators/${id}`, { role: 'front_desk' })
  assertProblem(await make('Two'), 403, 'forbidden')
})

test('a key may do what its role says and no more than its administrator may now, on every node', async () => {
  const app = await openApp()
  const other = await createTestApp({ schedule: false, database: app.database })
  await makeAdministrator(app, { login: 'another', role: 'owner' })
  const id = await makeAdministrator(app, { login: 'holder', role: 'operator' })
  const { key } = (await app.api('POST', '/api_keys', { name: 'Theirs', administrator_id: id, role: 'owner' })).body
  const ask = async (on: TestApp, path: string) =>
    (await on.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })).status
  assert.deepEqual([await ask(app, '/audit_events'), await ask(app, '/administrators')], [200, 403])
  const give = async (change: object) => assert.equal((await app.api('PATCH', `/administrators/${id}`, change)).status, 200)
  await give({ role: 'owner' })
  assert.equal(await ask(app, '/administrators'), 200)
  await eventually(async () => (await ask(other, '/administrators')) === 200)
  await give({ role: 'front_desk' })
  assert.deepEqual([await ask(app, '/accounts'), await ask(app, '/audit_events')], [200, 403])
  await eventually(async () => (await ask(other, '/audit_events')) === 403)
  await give({ status: 'blocked' })
  assert.equal(await ask(app, '/accounts'), 401)
  await eventually(async () => (await ask(other, '/accounts')) === 401)
})

test('a key without a role given may do everything, as before there were roles', async () => {
  const app = await openApp()
  const made = await app.api('POST', '/api_keys', { name: 'Script' })
  assert.equal(made.body.role, 'owner')
  const headers = { authorization: `Bearer ${made.body.key}` }
  assert.equal((await app.request('/api/v1/administrators', { headers })).status, 200)
})

test('writes on administrators and keys need a confirmed session, and none by key', async () => {
  const app = await openApp()
  const id = await makeAdministrator(app, { login: 'olga', role: 'owner' })
  const browser = openAdministratorBrowser(app)
  await browser.signIn('olga')
  app.clock.advance(601)
  const { id: keyId } = (await app.api('POST', '/api_keys', { name: 'Key' })).body
  for (const [method, path, body] of [
    ['POST', '/administrators', { login: 'x', password: ADMIN_PASSWORD }],
    ['PATCH', `/administrators/${id}`, { name: 'x' }],
    ['DELETE', `/administrators/${id}`],
    ['POST', `/administrators/${id}/reset_second_factor`],
    ['POST', `/administrators/${id}/sign_out`],
    ['POST', '/api_keys', { name: 'x' }],
    ['PATCH', `/api_keys/${keyId}`, { name: 'x' }],
    ['DELETE', `/api_keys/${keyId}`],
  ] as const)
    assertProblem(await browser.api(method, path, body), 403, 'confirm_identity')
  // What links lead to, and what runs on the origin of the console.
  const hosts = [
    ['/settings', { public_url: 'https://wifi.example.com' }],
    ['/limits', { captcha_script_url: 'https://captcha.example.com/w.js' }],
  ] as const
  for (const [path, body] of hosts) {
    assertProblem(await browser.api('PATCH', path, body), 403, 'confirm_identity')
    assert.equal((await browser.api('PATCH', path, Object.fromEntries(Object.keys(body).map(field => [field, ''])))).status, 200)
  }
  assert.equal((await browser.api('GET', '/administrators')).status, 200)
  assert.equal((await browser.api('POST', '/me/confirm', { password: ADMIN_PASSWORD })).status, 200)
  assert.equal((await browser.api('POST', '/api_keys', { name: 'x' })).status, 201)
  for (const [path, body] of hosts) assert.equal((await browser.api('PATCH', path, body)).status, 200)
})

test('an owner takes second factors away from who has lost them: the password alone signs in then, and it is written down', async () => {
  const app = await openApp()
  await makeAdministrator(app, { login: 'owner', role: 'owner' })
  const id = await makeAdministrator(app, { login: 'loser' })
  const browser = openAdministratorBrowser(app)
  await browser.signIn('loser')
  const { secret } = (await browser.api('POST', '/me/totp')).body
  const code = new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
  assert.equal((await browser.api('POST', '/me/totp/confirm', { code })).status, 200)
  assert.equal((await app.api('GET', `/administrators/${id}`)).body.totp_enabled, true)
  const pending = openAdministratorBrowser(app)
  const { ticket } = (await pending.api('POST', '/sign_in', { login: 'loser', password: ADMIN_PASSWORD })).body

  const reset = await app.api('POST', `/administrators/${id}/reset_second_factor`)
  assert.deepEqual(reset.body, { totp: true, passkeys: 0, recovery_codes: 10, sessions: 1 })
  assertProblem(await browser.api('GET', '/me'), 401, 'unauthorized')
  assertProblem(await pending.api('POST', '/sign_in/second_factor', { ticket, code: '000000' }), 401, 'unauthorized')
  await openAdministratorBrowser(app).signIn('loser')
  const [event] = (await app.api('GET', `/audit_events?record_id=${id}&action=reset_second_factor`)).body.data
  assert.equal(event.actor, 'root key (GATEHOUSE_API_KEY)')
  assertProblem(await app.api('POST', '/administrators/0199a7a0-5c00-7000-8000-0000000000ff/sign_out'), 404, 'not_found')
})

test('a browser is known by the administrator that signed in with it, not by who has the login after them', async () => {
  const app = await openApp()
  const guess = (browser: AdministratorBrowser, login: string) =>
    browser.api('POST', '/sign_in', { login, password: 'a guess of a stranger' })
  const close = async (login: string) => {
    for (let i = 0; i < 10; i++) assertProblem(await guess(openAdministratorBrowser(app), login), 401, 'unauthorized')
  }
  const id = await makeAdministrator(app, { login: 'desk' })
  const former = openAdministratorBrowser(app)
  await former.signIn('desk')
  await app.api('DELETE', `/administrators/${id}`)
  const successor = await makeAdministrator(app, { login: 'desk' })
  const browser = openAdministratorBrowser(app)
  await browser.signIn('desk')
  await close('desk')
  assertProblem(await guess(former, 'desk'), 429, 'too_many')
  assertProblem(await guess(browser, 'desk'), 401, 'unauthorized')

  await app.api('PATCH', `/administrators/${successor}`, { login: 'bar' })
  await makeAdministrator(app, { login: 'desk' })
  assertProblem(await guess(browser, 'desk'), 429, 'too_many')
  await close('bar')
  await browser.signIn('bar')
})

test('a password too short to stand alone is changed before the second factors are taken away', async () => {
  const app = await openApp()
  const id = await makeAdministrator(app, { login: 'short' })
  const browser = openAdministratorBrowser(app)
  await browser.signIn('short')
  const { secret } = (await browser.api('POST', '/me/totp')).body
  const code = new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
  assert.equal((await browser.api('POST', '/me/totp/confirm', { code })).status, 200)
  assert.equal((await browser.api('PATCH', '/me', { password: 'heron&8b' })).status, 200)
  const refused = await app.api('POST', `/administrators/${id}/reset_second_factor`)
  assert.match(assertProblem(refused, 409, 'conflict'), /15 characters/)
  assert.equal((await app.api('GET', `/administrators/${id}`)).body.totp_enabled, true)
  assert.equal((await browser.api('GET', '/me')).body.recovery_codes_left, 10)
  const password = 'a heron on the far bank'
  assert.equal((await app.api('PATCH', `/administrators/${id}`, { password })).status, 200)
  assert.equal((await app.api('POST', `/administrators/${id}/reset_second_factor`)).status, 200)
  await openAdministratorBrowser(app).signIn('short', password)
})

test('what is in the audit trail of an administrator tells before and after, and no secret', async () => {
  const app = await openApp()
  const id = await makeAdministrator(app, { login: 'told', role: 'read_only', email: 'told@example.com' })
  await app.api('PATCH', `/administrators/${id}`, { role: 'operator', password: 'a heron on the far bank', locale: 'es' })
  const [update] = (await app.api('GET', `/audit_events?record_id=${id}&action=update`)).body.data
  assert.deepEqual(update.changes, {
    role: { from: 'read_only', to: 'operator' },
    password: 'changed',
    locale: { from: '', to: 'es' },
  })
})

test('beyond this machine the simulator shows its codes to operators, by key or signed in, and to nobody below', async () => {
  const app = await createTestApp({ schedule: false, seed: 'demo', config: { publicUrl: 'https://wifi.example.com' } })
  for (const [role, status] of [
    ['read_only', 401],
    ['front_desk', 401],
    ['operator', 200],
  ] as const) {
    const { key } = (await app.api('POST', '/api_keys', { name: role, role })).body
    await makeAdministrator(app, { login: role, role })
    const browser = openAdministratorBrowser(app)
    await browser.signIn(role)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const headers of [{ authorization: `Bearer ${key}` }, { cookie }] as Record<string, string>[])
      assert.equal((await app.request('/simulator', { headers })).status, status, `${role} ${Object.keys(headers)}`)
  }
})
