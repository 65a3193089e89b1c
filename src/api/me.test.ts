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
import { createTestApp } from '../../test/harness.ts'
import { unreadableSecrets } from '../db/stored-secrets.ts'

const app = await createTestApp({ schedule: false })
const open = () => openAdministratorBrowser(app)
const codeNow = (secret: string) => new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
const lastEvent = async (id: string) =>
  (
    await app.database.query<{ actor: string; action: string; changes: Record<string, unknown> }>(
      'select actor, action, changes from audit_events where record_id = $1 order by number desc limit 1',
      [id],
    )
  )[0]

async function signedIn(login: string, fields: Record<string, unknown> = {}) {
  const id = await makeAdministrator(app, { login, ...fields })
  const browser = open()
  await browser.signIn(login)
  return { id, browser }
}

async function enrolTotp(browser: AdministratorBrowser): Promise<string> {
  const { secret } = (await browser.api('POST', '/me/totp')).body
  const confirmed = await browser.api('POST', '/me/totp/confirm', { code: codeNow(secret) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  return secret
}

test('a name, an address and a language are changed at any time, with before and after in the audit trail', async () => {
  const { id, browser } = await signedIn('nina', { name: 'Nina' })
  app.clock.advance(3600)
  const changed = await browser.api('PATCH', '/me', { name: 'Nina Night', email: 'Nina@Example.com', locale: 'de' })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.deepEqual(changed.body.administrator, { id, login: 'nina', name: 'Nina Night', email: 'nina@example.com', locale: 'de' })
  const event = await lastEvent(id)
  assert.deepEqual([event?.actor, event?.action], ['nina', 'update'])
  assert.deepEqual(event?.changes.name, { from: 'Nina', to: 'Nina Night' })
  assert.ok(!JSON.stringify(event).includes('nina@example.com'))
  for (const field of ['login', 'role', 'status', 'id'])
    assertProblem(await browser.api('PATCH', '/me', { [field]: 'owner' }), 422, 'invalid', [field])
})

test('a new password needs a confirmed session, ends every other one, and is the only one that signs in', async () => {
  const { id, browser } = await signedIn('noah')
  const elsewhere = open()
  await elsewhere.signIn('noah')
  app.clock.advance(601)
  const password = 'a heron on the far bank'
  assertProblem(await browser.api('PATCH', '/me', { password }), 403, 'confirm_identity')
  assert.equal((await browser.api('POST', '/me/confirm', { password: ADMIN_PASSWORD })).status, 200)
  assert.equal((await browser.api('PATCH', '/me', { password })).status, 200)
  assert.deepEqual((await lastEvent(id))?.changes, { password: 'changed' })
  assertProblem(await elsewhere.api('GET', '/me'), 401, 'unauthorized')
  assert.equal((await browser.api('GET', '/me')).status, 200)
  assertProblem(await open().api('POST', '/sign_in', { login: 'noah', password: ADMIN_PASSWORD }), 401, 'unauthorized')
  await open().signIn('noah', password)
})

test('a password that stands alone has 15 characters, beside a second factor 8, and the last factor stays while it is shorter', async () => {
  const { id, browser } = await signedIn('nils')
  const short = 'q7#vRm2p'
  const set = (password: string) => browser.api('PATCH', '/me', { password })
  assert.match(assertProblem(await set(short), 422, 'invalid', ['password']), /15 characters/)
  assert.match(assertProblem(await set('fourteen chars'), 422, 'invalid', ['password']), /15 characters/)
  assertProblem(await set('nils.nils.nils.nils'), 422, 'invalid', ['password'])
  await enrolTotp(browser)
  assertProblem(await set('short'), 422, 'invalid', ['password'])
  assert.equal((await set(short)).status, 200)
  assertProblem(await browser.api('DELETE', '/me/totp'), 409, 'conflict')
  assert.equal((await browser.api('GET', '/me')).body.totp_enabled, true)
  assert.equal((await set('fifteen letters')).status, 200)
  assert.equal((await browser.api('DELETE', '/me/totp')).status, 204)
  const me = (await browser.api('GET', '/me')).body
  assert.deepEqual([me.totp_enabled, me.recovery_codes_left], [false, 0])
  assert.equal((await lastEvent(id))?.changes.totp, 'removed')
  assertProblem(await browser.api('POST', '/me/recovery_codes'), 409, 'conflict')
  assertProblem(await browser.api('DELETE', '/me/totp'), 404, 'not_found')
})

test('a short password and the loss of the last factor at once: never both', async () => {
  const { id, browser } = await signedIn('nadia')
  for (let i = 0; i < 3; i++) {
    await enrolTotp(browser)
    app.clock.advance(31)
    const answers = await Promise.all([browser.api('PATCH', '/me', { password: 'q7#vRm2p' }), browser.api('DELETE', '/me/totp')])
    const [row] = await app.database.query(
      'select password_is_short, totp_secret_encrypted is not null as has_factor from administrators where id = $1',
      [id],
    )
    assert.ok(!row?.password_is_short || row.has_factor, JSON.stringify(answers.map(answer => answer.body)))
    await enrolTotp(browser)
    app.clock.advance(31)
    assert.equal((await browser.api('PATCH', '/me', { password: ADMIN_PASSWORD })).status, 200)
    assert.equal((await browser.api('DELETE', '/me/totp')).status, 204)
  }
})

test('an app counts once its code was shown; the secret is kept encrypted, and the one before counts until then', async () => {
  const { id, browser } = await signedIn('tina')
  const begun = (await browser.api('POST', '/me/totp')).body
  assert.match(begun.secret, /^[A-Z2-7]{32}$/)
  assert.ok(begun.uri.startsWith('otpauth://totp/') && begun.uri.includes(`secret=${begun.secret}`), begun.uri)
  assert.equal((await browser.api('GET', '/me')).body.totp_enabled, false)
  await open().signIn('tina')
  assertProblem(await browser.api('POST', '/me/totp/confirm', { code: '000000' }), 422, 'invalid', ['code'])
  const confirmed = await browser.api('POST', '/me/totp/confirm', { code: codeNow(begun.secret) })
  assert.equal(confirmed.body.recovery_codes.length, 10)
  assertProblem(await browser.api('POST', '/me/totp/confirm', { code: codeNow(begun.secret) }), 409, 'conflict')
  const stored = JSON.stringify(await app.database.query('select t::text from administrators t where id = $1', [id]))
  for (const form of [begun.secret, Buffer.from(begun.secret).toString('hex')]) assert.ok(!stored.includes(form))

  // A new one is begun and not confirmed: the old one goes on. A rotation of the key reads both.
  await browser.api('POST', '/me/totp')
  assert.deepEqual(await unreadableSecrets(app.ctx.db, app.ctx.keys), [])
  app.clock.advance(31)
  const other = open()
  const { ticket } = (await other.api('POST', '/sign_in', { login: 'tina', password: ADMIN_PASSWORD })).body
  assert.equal((await other.api('POST', '/sign_in/second_factor', { ticket, code: codeNow(begun.secret) })).status, 200)
})

test('new recovery codes make those of before worth nothing', async () => {
  const { browser } = await signedIn('rhea')
  await enrolTotp(browser)
  const [old = ''] = (await browser.api('POST', '/me/recovery_codes')).body.recovery_codes
  const [next = ''] = (await browser.api('POST', '/me/recovery_codes')).body.recovery_codes
  const other = open()
  const { ticket } = (await other.api('POST', '/sign_in', { login: 'rhea', password: ADMIN_PASSWORD })).body
  assert.equal((await other.api('POST', '/sign_in/second_factor', { ticket, recovery_code: old })).status, 401)
  assert.equal((await other.api('POST', '/sign_in/second_factor', { ticket, recovery_code: next })).status, 200)
})

test('sessions are listed with where they are, and ended one by one or all others at once', async () => {
  const { browser } = await signedIn('sven')
  const [second, third] = [open(), open()]
  await second.signIn('sven')
  await third.signIn('sven')
  const { data, total } = (await browser.api('GET', '/me/sessions')).body
  assert.equal(total, 3)
  const current = data.filter((session: { current: boolean }) => session.current)
  assert.equal(current.length, 1)
  assert.deepEqual([current[0].address, current[0].user_agent], ['127.0.0.1', 'Chrome on Android'])
  const { session_id: secondId } = (await second.api('GET', '/me')).body
  assert.equal((await browser.api('DELETE', `/me/sessions/${secondId}`)).status, 204)
  assertProblem(await browser.api('DELETE', `/me/sessions/${secondId}`), 404, 'not_found')
  assertProblem(await second.api('GET', '/me'), 401, 'unauthorized')
  assert.deepEqual((await browser.api('POST', '/me/sessions/end_others')).body, { ended: 1 })
  assertProblem(await third.api('GET', '/me'), 401, 'unauthorized')
  assert.equal((await browser.api('GET', '/me/sessions')).body.total, 1)
})

test('nobody ends the session of somebody else', async () => {
  const { browser: one } = await signedIn('sara')
  const { browser: other } = await signedIn('saul', { role: 'owner' })
  const { session_id: id } = (await one.api('GET', '/me')).body
  assertProblem(await other.api('DELETE', `/me/sessions/${id}`), 404, 'not_found')
  assert.equal((await one.api('GET', '/me')).status, 200)
})

test('a stolen cookie is no way to guess the password: wrong ones count as at the door', async () => {
  const { browser } = await signedIn('stan')
  app.clock.advance(601)
  const guess = () => browser.api('POST', '/me/confirm', { password: 'a guess of a stranger' })
  const answers = await Promise.all(Array.from({ length: 14 }, guess))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(10).fill(422), ...Array(4).fill(429)])
  assertProblem(await browser.api('POST', '/me/totp'), 403, 'confirm_identity')
})

test('a proof that is none of the two ways costs nothing', async () => {
  const { browser } = await signedIn('mia')
  app.clock.advance(601)
  const both = { password: ADMIN_PASSWORD, challenge_id: '0199a7a0-5c00-7000-8000-000000000001' }
  for (let i = 0; i < 11; i++) assert.equal((await browser.api('POST', '/me/confirm', both)).status, 422)
  assert.equal((await browser.api('POST', '/me/confirm', { password: ADMIN_PASSWORD })).status, 200)
})

test('a program is told its role and nothing of anybody, and cannot act for an administrator', async () => {
  const me = await app.api('GET', '/me')
  assert.deepEqual([me.body.administrator, me.body.role, me.body.session_id], [null, 'owner', null])
  assert.ok(!me.body.operations.includes('update_me'))
  assertProblem(await app.api('PATCH', '/me', { name: 'x' }), 403, 'forbidden')
  assertProblem(await app.api('GET', '/me/sessions'), 403, 'forbidden')
})
