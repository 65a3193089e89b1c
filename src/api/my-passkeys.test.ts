import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ADMIN_PASSWORD,
  type AdministratorBrowser,
  makeAdministrator,
  openAdministratorBrowser,
} from '../../test/administrator-browser.ts'
import { assertProblem } from '../../test/api.ts'
import { type Authenticator, createAuthenticator, type SigningManner } from '../../test/fakes/authenticator.ts'
import { createTestApp } from '../../test/harness.ts'

const ORIGIN = 'https://wifi.example.com'
const app = await createTestApp({ schedule: false, config: { publicUrl: ORIGIN } })
const open = () => openAdministratorBrowser(app)

async function register(browser: AdministratorBrowser, device: Authenticator, name = 'Phone', manner: SigningManner = {}) {
  const begun = await browser.api('POST', '/me/passkeys/options')
  assert.equal(begun.status, 200, JSON.stringify(begun.body))
  const response = device.create(begun.body.options, manner)
  return browser.api('POST', '/me/passkeys', { challenge_id: begun.body.challenge_id, response, name })
}

/** An administrator with one passkey, and the browser and device that have it. */
async function withPasskey(login: string, manner: SigningManner = {}) {
  const id = await makeAdministrator(app, { login })
  const browser = open()
  const device = createAuthenticator(ORIGIN)
  await browser.signIn(login)
  const made = await register(browser, device, 'Phone', manner)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return { id, browser, device, passkeyId: String(made.body.id) }
}

async function signIn(browser: AdministratorBrowser, device: Authenticator, manner: SigningManner = {}) {
  const { challenge_id, options } = (await browser.api('POST', '/sign_in/passkey/options')).body
  return browser.api('POST', '/sign_in/passkey', { challenge_id, response: device.get(options, manner) })
}

test('a passkey is added, listed, renamed and deleted, each written down, and bound to the public URL', async () => {
  const { id, browser, device, passkeyId } = await withPasskey('petra')
  const { options } = (await browser.api('POST', '/me/passkeys/options')).body
  assert.deepEqual([options.rp.id, options.user.name, options.excludeCredentials.length], ['wifi.example.com', 'petra', 1])
  const listed = (await browser.api('GET', '/me/passkeys')).body
  assert.deepEqual([listed.total, listed.data[0].name, listed.data[0].last_used_at], [1, 'Phone', null])
  assert.equal((await signIn(open(), device)).status, 200)
  assert.ok((await browser.api('GET', '/me/passkeys')).body.data[0].last_used_at)
  const renamed = await browser.api('PATCH', `/me/passkeys/${passkeyId}`, { name: 'Old phone' })
  assert.deepEqual([renamed.status, renamed.body.name], [200, 'Old phone'])
  assert.equal((await app.api('GET', `/administrators/${id}`)).body.passkeys, 1)
  assert.equal((await browser.api('DELETE', `/me/passkeys/${passkeyId}`)).status, 204)
  assertProblem(await browser.api('DELETE', `/me/passkeys/${passkeyId}`), 404, 'not_found')
  assertProblem(await signIn(open(), device), 401, 'unauthorized')
  const events = await app.database.query<{ action: string; changes: unknown }>(
    'select action, changes from audit_events where record_id = $1 order by number',
    [passkeyId],
  )
  assert.deepEqual(
    events.map(({ action, changes }) => [action, changes]),
    [
      ['create', { name: { to: 'Phone' } }],
      ['update', { name: { from: 'Phone', to: 'Old phone' } }],
      ['delete', { name: { from: 'Old phone' } }],
    ],
  )
})

test('nobody sees, renames or deletes the passkey of somebody else', async () => {
  const { passkeyId } = await withPasskey('paula')
  await makeAdministrator(app, { login: 'peer', role: 'owner' })
  const browser = open()
  await browser.signIn('peer')
  assert.equal((await browser.api('GET', '/me/passkeys')).body.total, 0)
  assertProblem(await browser.api('PATCH', `/me/passkeys/${passkeyId}`, { name: 'Mine' }), 404, 'not_found')
  assertProblem(await browser.api('DELETE', `/me/passkeys/${passkeyId}`), 404, 'not_found')
})

test('a passkey that a finger, a face or a PIN has unlocked signs in by itself; without that it does not', async () => {
  const { id, device } = await withPasskey('paul')
  const browser = open()
  const done = await signIn(browser, device)
  assert.deepEqual([done.status, done.body.status, done.body.me?.administrator.login], [200, 'signed_in', 'paul'])
  assert.equal((await browser.api('GET', '/me')).status, 200)
  const [event] = (await app.api('GET', `/audit_events?record_id=${id}&action=sign_in&sort=number&order=desc`)).body.data
  assert.deepEqual(event.changes.method, { to: 'passkey' })
  assertProblem(await signIn(open(), device, { verifiesUser: false }), 401, 'unauthorized')
})

test('beside the password a passkey is the second factor, unlocked or not, and no one else’s is', async () => {
  const { device } = await withPasskey('piet')
  const { device: another } = await withPasskey('pim')
  const browser = open()
  const ask = async () => (await browser.api('POST', '/sign_in', { login: 'piet', password: ADMIN_PASSWORD })).body
  const asked = await ask()
  assert.deepEqual([asked.status, asked.methods], ['second_factor', ['passkey']])
  const { ticket, passkey_options: options } = asked
  assert.equal(options.allowCredentials.length, 1)
  const others = another.get({ ...options, allowCredentials: [] })
  assertProblem(await browser.api('POST', '/sign_in/second_factor', { ticket, passkey: others }), 401, 'unauthorized')
  const passkey = device.get(options, { verifiesUser: false })
  const done = await browser.api('POST', '/sign_in/second_factor', { ticket, passkey })
  assert.equal(done.body.status, 'signed_in', JSON.stringify(done.body))
  // What was signed for that ticket is nothing for another one.
  assertProblem(
    await browser.api('POST', '/sign_in/second_factor', { ticket: (await ask()).ticket, passkey }),
    401,
    'unauthorized',
  )
})

test('what a passkey has signed is good once, even shown many times at once on two nodes', async () => {
  const { device } = await withPasskey('pia')
  const second = await createTestApp({
    schedule: false,
    database: app.database,
    clock: app.clock,
    config: { publicUrl: ORIGIN },
  })
  const browser = open()
  const { challenge_id, options } = (await browser.api('POST', '/sign_in/passkey/options')).body
  const body = { challenge_id, response: device.get(options) }
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      (i % 2 ? app : second).request('/api/v1/sign_in/passkey', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(401)])
})

test('what was signed on another site, for another challenge, purpose or browser, too late, or by an unknown key is refused', async () => {
  const { browser: owner, device } = await withPasskey('pavel')
  const refused = async (what: string, answer: Promise<Awaited<ReturnType<typeof signIn>>>) =>
    assert.equal((await answer).status, 401, what)
  await refused('phished', signIn(open(), device, { origin: 'https://wifi-example.com' }))
  await refused('http', signIn(open(), device, { origin: 'http://wifi.example.com' }))

  const browser = open()
  const begin = async (by = browser) => (await by.api('POST', '/sign_in/passkey/options')).body
  const [first, second] = [await begin(), await begin()]
  const swapped = { challenge_id: first.challenge_id, response: device.get(second.options) }
  await refused('another challenge', browser.api('POST', '/sign_in/passkey', swapped))
  const elsewhere = { challenge_id: second.challenge_id, response: device.get(second.options) }
  await refused('another browser', open().api('POST', '/sign_in/passkey', elsewhere))
  const confirming = (await owner.api('POST', '/me/confirm/options')).body
  const misused = { challenge_id: confirming.challenge_id, response: device.get(confirming.options) }
  await refused('another purpose', owner.api('POST', '/sign_in/passkey', misused))
  const late = await begin()
  app.clock.advance(301)
  const tooLate = { challenge_id: late.challenge_id, response: device.get(late.options) }
  await refused('too late', browser.api('POST', '/sign_in/passkey', tooLate))

  const stranger = createAuthenticator(ORIGIN)
  stranger.create({ rp: { id: 'wifi.example.com' }, user: { id: 'eA' }, challenge: 'eA' })
  await refused('unknown key', signIn(open(), stranger))
  const forged = await begin()
  const answer = device.get(forged.options) as { response: Record<string, string> }
  answer.response.signature = `${answer.response.signature?.slice(0, -6)}AAAAAA`
  await refused('forged', browser.api('POST', '/sign_in/passkey', { challenge_id: forged.challenge_id, response: answer }))
  assert.equal((await signIn(open(), device)).status, 200)
})

test('a passkey whose counter goes back has a copy, and is refused', async () => {
  const { device } = await withPasskey('polly', { counter: 5 })
  assert.equal((await signIn(open(), device, { counter: 6 })).status, 200)
  for (const counter of [6, 3, 0]) assertProblem(await signIn(open(), device, { counter }), 401, 'unauthorized')
  assert.equal((await signIn(open(), device, { counter: 7 })).status, 200)
})

test('a blocked administrator’s passkey signs nobody in', async () => {
  const { id, device } = await withPasskey('pat')
  assert.equal((await app.api('PATCH', `/administrators/${id}`, { status: 'blocked' })).status, 200)
  assertProblem(await signIn(open(), device), 401, 'unauthorized')
})

test('a passkey is registered for one administrator, and what answers another challenge is not taken', async () => {
  const { browser, device } = await withPasskey('pru')
  const begun = (await browser.api('POST', '/me/passkeys/options')).body
  const response = device.create({ ...begun.options, challenge: 'bm90IHRoaXMgb25l' })
  const wrong = await browser.api('POST', '/me/passkeys', { challenge_id: begun.challenge_id, response, name: 'x' })
  assertProblem(wrong, 422, 'invalid', ['response'])
  assertProblem(await register(browser, createAuthenticator(ORIGIN), 'x', { origin: 'https://evil.example' }), 422, 'invalid', [
    'response',
  ])

  const again = (await browser.api('POST', '/me/passkeys/options')).body
  const made = device.create(again.options)
  const body = { challenge_id: again.challenge_id, response: made, name: 'Laptop' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => browser.api('POST', '/me/passkeys', body)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422, 422, 422])
})

test('a confirmed session goes ten minutes, and a passkey or the password confirms it again', async () => {
  const { browser, device } = await withPasskey('pip')
  app.clock.advance(601)
  for (const [method, path] of [
    ['POST', '/me/passkeys/options'],
    ['POST', '/me/totp'],
    ['POST', '/me/recovery_codes'],
    ['DELETE', '/me/totp'],
  ] as const)
    assertProblem(await browser.api(method, path), 403, 'confirm_identity')
  const { challenge_id, options } = (await browser.api('POST', '/me/confirm/options')).body
  const confirmed = await browser.api('POST', '/me/confirm', { challenge_id, response: device.get(options) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  assert.equal((await browser.api('POST', '/me/recovery_codes')).status, 200)
  const replayed = await browser.api('POST', '/me/confirm', { challenge_id, response: device.get(options) })
  assertProblem(replayed, 422, 'invalid', ['response'])
  app.clock.advance(601)
  assertProblem(await browser.api('POST', '/me/confirm', { password: 'not the password' }), 422, 'invalid', ['password'])
  assertProblem(await browser.api('POST', '/me/totp'), 403, 'confirm_identity')
  assert.equal((await browser.api('POST', '/me/confirm', { password: ADMIN_PASSWORD })).status, 200)
  assert.equal((await browser.api('POST', '/me/totp')).status, 200)
})

test('where browsers keep no passkeys for the public URL it is said so, and no way in asks for one', async () => {
  const plain = await createTestApp({ schedule: false, config: { publicUrl: 'http://192.0.2.7:8080' } })
  await makeAdministrator(plain, { login: 'olga' })
  const browser = openAdministratorBrowser(plain)
  assertProblem(await browser.api('POST', '/sign_in/passkey/options'), 409, 'conflict')
  await browser.signIn('olga')
  for (const path of ['/me/passkeys/options', '/me/confirm/options'])
    assert.match(assertProblem(await browser.api('POST', path), 409, 'conflict'), /name and https/)
})
