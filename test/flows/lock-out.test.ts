import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { ADMIN_PASSWORD, makeAdministrator, openAdministratorBrowser } from '../administrator-browser.ts'
import { assertProblem } from '../api.ts'
import { createAuthenticator } from '../fakes/authenticator.ts'
import { createTestApp, freePort } from '../harness.ts'

// Over real connections, owner and stranger behind one address, as in a venue.
const port = await freePort()
const origin = `http://localhost:${port}`
const app = await createTestApp({
  schedule: false,
  config: { port, publicUrl: origin, trustedProxies: ['127.0.0.1/32', '::1/128'] },
})
await app.listen()
const overHttp =
  (address: string) =>
  (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), 'x-forwarded-for': address } })
const VENUE = '192.0.2.7'
const open = (address = VENUE) => openAdministratorBrowser(app, overHttp(address))
const codeNow = (secret: string) => new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })

test('a stranger who fails in every way there is locks the owner out of nothing, not behind the same address either', async () => {
  await makeAdministrator(app, { login: 'olga', role: 'owner' })
  const owner = open()
  const phone = createAuthenticator(origin)
  await owner.signIn('olga')
  const { secret } = (await owner.api('POST', '/me/totp')).body
  assert.equal((await owner.api('POST', '/me/totp/confirm', { code: codeNow(secret) })).status, 200)
  const begun = (await owner.api('POST', '/me/passkeys/options')).body
  const response = phone.create(begun.options)
  const made = await owner.api('POST', '/me/passkeys', { challenge_id: begun.challenge_id, response, name: 'Phone' })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  await owner.api('POST', '/sign_out')

  // Who knows the password runs through every second factor, an hour's sign-ins after another.
  const thief = open()
  let factors = 0
  for (let round = 0; round < 6 && factors < 21; round++) {
    app.clock.advance(3600)
    const { ticket } = (await thief.api('POST', '/sign_in', { login: 'olga', password: ADMIN_PASSWORD })).body
    for (let tries = 0; tries < 5; tries++, factors++)
      await thief.api('POST', '/sign_in/second_factor', { ticket, code: '000000' })
  }
  const { ticket } = (await thief.api('POST', '/sign_in', { login: 'olga', password: ADMIN_PASSWORD })).body
  const right = await thief.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(secret) })
  assertProblem(right, 429, 'too_many')

  // Who knows nothing uses up the login, the address, and the challenges of the address.
  const guess = (login: string) => open().api('POST', '/sign_in', { login, password: 'a guess of a stranger' })
  for (let i = 0; i < 12; i++) await guess('olga')
  assertProblem(await guess('olga'), 429, 'too_many')
  for (let i = 0; i < 50; i++) await guess(`login-${i}`)
  assertProblem(await guess('somebody else'), 429, 'too_many')
  const stranger = open()
  for (let i = 0; i < 300; i++) await stranger.api('POST', '/sign_in/passkey/options')
  assertProblem(await stranger.api('POST', '/sign_in/passkey/options'), 429, 'too_many')

  // The owner's browser signs in with the app, and with the passkey.
  const asked = await owner.api('POST', '/sign_in', { login: 'olga', password: ADMIN_PASSWORD })
  assert.equal(asked.body.status, 'second_factor', JSON.stringify(asked.body))
  const byApp = { ticket: asked.body.ticket, code: codeNow(secret) }
  assert.equal((await owner.api('POST', '/sign_in/second_factor', byApp)).status, 200)
  await owner.api('POST', '/sign_out')
  const byPasskey = async (browser: typeof owner) => {
    const { challenge_id, options } = (await browser.api('POST', '/sign_in/passkey/options')).body
    return browser.api('POST', '/sign_in/passkey', { challenge_id, response: phone.get(options) })
  }
  assert.equal((await byPasskey(owner)).status, 200)
  // And a new browser with the passkey from elsewhere, for which no password and no login is counted.
  assert.equal((await byPasskey(open('198.51.100.9'))).status, 200)
})

test('a browser that is known has bounds of its own: it guesses no more than a stranger', async () => {
  await makeAdministrator(app, { login: 'otto' })
  const known = open('198.51.100.20')
  await known.signIn('otto')
  const wrong = () => known.api('POST', '/sign_in', { login: 'otto', password: 'a guess of a stranger' })
  for (let i = 0; i < 10; i++) assertProblem(await wrong(), 401, 'unauthorized')
  assertProblem(await wrong(), 429, 'too_many')
  for (let i = 0; i < 300; i++) assert.equal((await known.api('POST', '/sign_in/passkey/options')).status, 200)
  assertProblem(await known.api('POST', '/sign_in/passkey/options'), 429, 'too_many')
})
