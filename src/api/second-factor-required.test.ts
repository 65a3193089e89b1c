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
import { createAuthenticator } from '../../test/fakes/authenticator.ts'
import { createTestApp, eventually } from '../../test/harness.ts'
import { insertLink } from '../administrators/link.ts'
import type { Operation } from './operation.ts'
import { apiOperations } from './routes.ts'

const ORIGIN = 'https://wifi.example.com'
const NOTHING = '0199a7a0-5c00-7000-8000-0000000000ff'
const app = await createTestApp({ schedule: false, config: { publicUrl: ORIGIN } })
const open = () => openAdministratorBrowser(app)
const codeNow = (secret: string) => new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
const requireOf = async (of: string) =>
  assert.equal((await app.api('PATCH', '/settings', { second_factor_required: of })).status, 200)

async function signedIn(login: string, role = 'operator') {
  const id = await makeAdministrator(app, { login, role })
  const browser = open()
  const { me } = (await browser.signIn(login)).body
  return { id, browser, me }
}

async function enrolTotp(browser: AdministratorBrowser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await browser.api('POST', '/me/totp')).body
  const confirmed = await browser.api('POST', '/me/totp/confirm', { code: codeNow(secret) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  return { secret, recoveryCodes: confirmed.body.recovery_codes }
}

async function addPasskey(browser: AdministratorBrowser) {
  const { challenge_id, options } = (await browser.api('POST', '/me/passkeys/options')).body
  const response = createAuthenticator(ORIGIN).create(options)
  return browser.api('POST', '/me/passkeys', { challenge_id, response, name: 'Phone' })
}

test('unless an owner requires it, nobody needs a second factor', async () => {
  assert.equal((await app.api('GET', '/settings')).body.second_factor_required, 'none')
  const { browser, me } = await signedIn('nora', 'owner')
  assert.equal(me.second_factor_due, false)
  assert.equal((await browser.api('GET', '/administrators')).status, 200)
})

/** What an operation answers to somebody who is signed in, with nothing in its body. */
async function ask(browser: AdministratorBrowser, { method, path, csvBody }: Operation): Promise<string> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const hasBody = method === 'POST' || method === 'PATCH'
  const response = await app.request(`/api/v1${path.replace('{id}', NOTHING)}`, {
    method,
    headers: {
      cookie,
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      ...(hasBody && { 'content-type': csvBody === undefined ? 'application/json' : 'text/csv' }),
    },
    ...(hasBody && { body: csvBody === undefined ? '{}' : '' }),
  })
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  const code = isProblem ? ((await response.json()) as { code: string }).code : String(response.status)
  await response.body?.cancel().catch(() => undefined)
  return code
}

test('who lacks the one that is required can do nothing but make one, whatever they ask; then everything that their role may', async () => {
  await requireOf('everyone')
  const { browser, me } = await signedIn('otto', 'owner')
  assert.equal(me.second_factor_due, true)
  const operations = apiOperations(app.ctx).filter(operation => !operation.isOpen)
  const allowed = [
    'add_my_passkey',
    'begin_my_passkey',
    'begin_my_totp',
    'confirm_me',
    'confirm_me_options',
    'confirm_my_totp',
    'list_my_passkeys',
    'read_me',
  ]
  for (const operation of operations) {
    const answer = await ask(browser, operation)
    assert.equal(answer === 'second_factor_due', !allowed.includes(operation.id), `${operation.id}: ${answer}`)
  }
  const told = operations.filter(({ id }) => me.operations.includes(id)).map(({ id }) => id)
  assert.deepEqual(told.sort(), allowed, 'and /me says so')
  const simulator = await app.request('/simulator', {
    headers: { cookie: [...browser.cookies].map(it => it.join('=')).join('; ') },
  })
  assert.equal(simulator.status, 401, 'what the simulator shows is no way around it')

  const { recoveryCodes } = await enrolTotp(browser)
  assert.equal(recoveryCodes.length, 10)
  const after = (await browser.api('GET', '/me')).body
  assert.equal(after.second_factor_due, false)
  assert.ok(after.operations.includes('create_administrators'))
  assert.equal((await browser.api('GET', '/administrators')).status, 200)
  await requireOf('none')
})

test('a passkey does as well, and recovery codes can be had for it', async () => {
  await requireOf('everyone')
  const { browser } = await signedIn('pia')
  assertProblem(await browser.api('POST', '/me/recovery_codes'), 403, 'second_factor_due')
  assert.equal((await addPasskey(browser)).status, 201)
  assert.equal((await browser.api('GET', '/accounts')).status, 200)
  assert.equal((await browser.api('POST', '/me/recovery_codes')).body.recovery_codes.length, 10)
  await requireOf('none')
})

test('of owners alone: others are asked for nothing until they become one', async () => {
  await requireOf('owners')
  const { id, browser, me } = await signedIn('quinn')
  assert.equal(me.second_factor_due, false)
  assert.equal((await signedIn('olaf', 'owner')).me.second_factor_due, true)
  assert.equal((await app.api('PATCH', `/administrators/${id}`, { role: 'owner' })).status, 200)
  assert.equal((await browser.api('GET', '/administrators')).status, 200, 'until their next sign-in')
  assert.equal((await open().signIn('quinn')).body.me.second_factor_due, true)
  await requireOf('none')
})

test('who is signed in already works on until they sign in again, or lose the factor that they had', async () => {
  const { id, browser } = await signedIn('rosa')
  const other = await signedIn('rolf')
  await enrolTotp(other.browser)
  await requireOf('everyone')
  assert.equal((await browser.api('GET', '/accounts')).status, 200)
  await browser.api('POST', '/sign_out')
  assert.equal((await browser.signIn('rosa')).body.me.second_factor_due, true)
  assertProblem(await browser.api('GET', '/accounts'), 403, 'second_factor_due')
  assert.equal((await app.api('GET', `/administrators/${id}`)).status, 200)

  assert.equal((await other.browser.api('GET', '/accounts')).status, 200)
  assert.equal((await app.api('POST', `/administrators/${other.id}/reset_second_factor`)).status, 200)
  assertProblem(await other.browser.api('GET', '/accounts'), 401, 'unauthorized')
  assert.equal((await other.browser.signIn('rolf')).body.me.second_factor_due, true)

  await requireOf('none')
  assert.equal((await browser.api('GET', '/accounts')).status, 200, 'and not when it is not required any more')
})

test('the last factor stays where one is required, and another one may go', async () => {
  const { browser } = await signedIn('sina')
  await enrolTotp(browser)
  await requireOf('everyone')
  assert.match(assertProblem(await browser.api('DELETE', '/me/totp'), 409, 'conflict'), /required of you/)
  const { id } = (await addPasskey(browser)).body
  assert.equal((await browser.api('DELETE', '/me/totp')).status, 204)
  assertProblem(await browser.api('DELETE', `/me/passkeys/${id}`), 409, 'conflict')
  assert.equal((await browser.api('GET', '/me')).body.passkeys, 1)
  await requireOf('none')
  assert.equal((await browser.api('DELETE', `/me/passkeys/${id}`)).status, 204)
})

test('an owner requires it with a proof that it is them, and not before they have a second factor themselves', async () => {
  const { browser } = await signedIn('theo', 'owner')
  const change = (of: string) => browser.api('PATCH', '/settings', { second_factor_required: of })
  assert.match(assertProblem(await change('owners'), 409, 'conflict'), /your own first/)
  assertProblem(await change('everyone'), 409, 'conflict')
  assert.equal((await app.api('GET', '/settings')).body.second_factor_required, 'none')
  const { secret } = await enrolTotp(browser)
  app.clock.advance(601)
  assertProblem(await change('everyone'), 403, 'confirm_identity')
  await browser.api('POST', '/me/confirm', { password: ADMIN_PASSWORD })
  assert.equal((await change('everyone')).body.second_factor_required, 'everyone')
  const { data } = (await app.api('GET', '/audit_events?resource=settings&sort=id&order=desc')).body
  assert.deepEqual(data[0].changes, { second_factor_required: { from: 'none', to: 'everyone' } })

  // They get in again with what they have.
  await browser.api('POST', '/sign_out')
  const { ticket } = (await browser.api('POST', '/sign_in', { login: 'theo', password: ADMIN_PASSWORD })).body
  const done = await browser.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(secret) })
  assert.deepEqual([done.status, done.body.me.second_factor_due], [200, false])
  assert.equal((await change('none')).status, 200)
  assertProblem(await change('some'), 422, 'invalid', ['second_factor_required'])

  const operator = await signedIn('timo')
  const refused = await operator.browser.api('PATCH', '/settings', { second_factor_required: 'none' })
  assertProblem(refused, 403, 'forbidden')
})

test('API keys are not touched, not those of an administrator without a factor either', async () => {
  const { id } = await signedIn('uli')
  const { key } = (await app.api('POST', '/api_keys', { name: 'of Uli', role: 'operator', administrator_id: id })).body
  await requireOf('everyone')
  const asked = await app.request('/api/v1/accounts', { headers: { authorization: `Bearer ${key}` } })
  assert.equal(asked.status, 200)
  await requireOf('none')
})

test('who comes by the link of the command line is led to make one too', async () => {
  await requireOf('owners')
  await makeAdministrator(app, { login: 'vera', role: 'owner' })
  const browser = open()
  const { token } = await app.ctx.db.transaction(trx => insertLink(trx, 'vera', app.clock.now()))
  const password = 'a heron on the far bank'
  const answer = await app.request('/admin/reset', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
    body: new URLSearchParams({ token, password, password_confirmation: password }),
  })
  assert.equal(answer.status, 303, await answer.text())
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    browser.cookies.set(name, value)
  }
  assert.equal((await browser.api('GET', '/me')).body.second_factor_due, true)
  await requireOf('none')
})

test('a live log ends once its session counts as one that lacks the factor', async () => {
  await requireOf('everyone')
  const { browser } = await signedIn('wim')
  await requireOf('none')
  const cookie = [...browser.cookies].map(it => it.join('=')).join('; ')
  const response = await app.request('/api/v1/messages/stream', { headers: { cookie } })
  assert.equal(response.status, 200)
  let text = ''
  const reading = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString('utf8')
  })()
  await requireOf('everyone')
  await eventually(() => text.includes('event: end'), { deadlineMs: 15_000 })
  await reading
  assert.match(text, /"code":"second_factor_due"/)
  await requireOf('none')
})
