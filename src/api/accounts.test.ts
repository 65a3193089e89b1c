import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { verifyPassword } from '../accounts/password.ts'
import { insertSession } from '../accounts/session.ts'
import { issueCode } from '../validation/issue.ts'

const app = await createTestApp({ schedule: false, seed: 'demo' })
const api = await documentedApi(app)
const portalId = [...app.ctx.catalogue.now.splashPortals.keys()][0] ?? ''

let made = 0
async function makeAccount(more: Record<string, unknown> = {}): Promise<string> {
  const answer = await api('POST', '/accounts', { login: `guest ${++made}`, ...more })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}

/** Proves both contacts, signs in on one browser and lets a code wait, as guests do on the portal. */
async function live(accountId: string, phone: string): Promise<{ validationId: string }> {
  const now = app.clock.now()
  await app.database.query('update accounts set phone_validated_at = $2, email_validated_at = $2 where id = $1', [accountId, now])
  const session = await app.ctx.db.hotTransaction(async trx =>
    insertSession(trx, { splashPortalId: portalId, accountId, signedIn: true }, now),
  )
  const issued = await issueCode(app.ctx, {
    purpose: 'sign_up',
    channel: 'sms',
    contact: phone,
    accountId,
    sessionId: session.id,
    locale: 'en',
  })
  assert.ok(issued.outcome === 'issued')
  return { validationId: issued.id }
}

const aliveSessions = async (accountId: string) =>
  (await app.database.query('select 1 from sessions where account_id = $1 and expires_at > $2', [accountId, app.clock.now()]))
    .length
const statusOf = async (validationId: string) => (await api('GET', `/validations/${validationId}`)).body.status
const read = async (id: string) => (await api('GET', `/accounts/${id}`)).body

test('contacts are kept in one form: E.164 and lower case', async () => {
  const account = await read(await makeAccount({ phone: '+1 (555) 555-0123', email: ' Ana.Silva@Example.COM ' }))
  assert.equal(account.phone, '+15555550123')
  assert.equal(account.email, 'ana.silva@example.com')
  for (const [body, field] of [
    [{ phone: '555 0123' }, 'phone'],
    [{ phone: '+1555555012345678' }, 'phone'],
    [{ phone: '+442079460000' }, 'phone'],
    [{ phone: '<script>' }, 'phone'],
    [{ email: 'ana@' }, 'email'],
    [{ email: 'a@b.example,c@d.example' }, 'email'],
    [{ email: 'a@b.example\r\nbcc: x@y.example' }, 'email'],
  ] as const)
    assertProblem(await api('PATCH', `/accounts/${account.id}`, body), 422, 'invalid', [field])
})

test('logins are unique whatever their case and width', async () => {
  await makeAccount({ login: 'Zoë' })
  for (const login of ['zoë', 'ZOË', ' Zoë ', 'Ｚoë'])
    assertProblem(await api('POST', '/accounts', { login }), 422, 'invalid', ['login'])
  assert.equal((await api('GET', `/accounts?login=${encodeURIComponent('ZOË')}`)).body.total, 1)
})

test('a changed contact is unproven, its codes are cancelled, and the other contact stays proven', async () => {
  const id = await makeAccount({ phone: '+15555550124', email: 'b@example.com' })
  const { validationId } = await live(id, '+15555550124')
  const moved = (await api('PATCH', `/accounts/${id}`, { phone: '+15555550125' })).body
  assert.equal(moved.phone_validated_at, null)
  assert.notEqual(moved.email_validated_at, null)
  assert.equal(await statusOf(validationId), 'cancelled')
  assert.equal(await aliveSessions(id), 1)
})

test('the same contact again changes nothing', async () => {
  const id = await makeAccount({ phone: '+15555550126', email: 'c@example.com' })
  const { validationId } = await live(id, '+15555550126')
  const same = (await api('PATCH', `/accounts/${id}`, { phone: '+1 555 555 0126', email: 'C@example.com' })).body
  assert.notEqual(same.phone_validated_at, null)
  assert.notEqual(same.email_validated_at, null)
  assert.equal(await statusOf(validationId), 'pending')
})

test('blocking an account signs it out everywhere and cancels its codes', async () => {
  const id = await makeAccount({ phone: '+15555550127' })
  const { validationId } = await live(id, '+15555550127')
  assert.equal((await api('PATCH', `/accounts/${id}`, { status: 'blocked' })).body.status, 'blocked')
  assert.equal(await aliveSessions(id), 0)
  assert.equal(await statusOf(validationId), 'cancelled')
})

test('another change leaves sessions and codes alone', async () => {
  const id = await makeAccount({ phone: '+15555550128' })
  const { validationId } = await live(id, '+15555550128')
  await api('PATCH', `/accounts/${id}`, { first_name: 'Bea', usage_expires_at: '2027-01-01T00:00:00+02:00' })
  assert.equal((await read(id)).usage_expires_at, '2026-12-31T22:00:00.000Z')
  assert.equal(await aliveSessions(id), 1)
  assert.equal(await statusOf(validationId), 'pending')
})

test('a password is judged, hashed, never read, and a new one ends every session', async () => {
  for (const password of ['short', 'password', 'karl-marx1', 'x'.repeat(129), '+15555550129'])
    assertProblem(await api('POST', '/accounts', { login: 'karl-marx', phone: '+15555550129', password }), 422, 'invalid', [
      'password',
    ])
  const created = await api('POST', '/accounts', { login: 'karl-marx', phone: '+15555550129', password: 'correct horse battery' })
  const { id } = created.body
  assert.deepEqual([created.body.password, created.body.password_set], [null, true])
  const hashOf = async () =>
    (await app.database.query<{ password_hash: string | null }>('select password_hash from accounts where id = $1', [id]))[0]
      ?.password_hash ?? null
  assert.ok(await verifyPassword('correct horse battery', await hashOf()))

  await live(id, '+15555550129')
  assert.equal((await api('PATCH', `/accounts/${id}`, { password: 'another horse battery' })).status, 200)
  assert.ok(await verifyPassword('another horse battery', await hashOf()))
  assert.equal(await aliveSessions(id), 0)
  assert.equal((await api('PATCH', `/accounts/${id}`, { password: null })).body.password_set, false)
})

test('an operator cannot declare a contact proven', async () => {
  const id = await makeAccount()
  for (const field of ['phone_validated_at', 'email_validated_at'])
    assertProblem(await api('PATCH', `/accounts/${id}`, { [field]: '2026-01-01T00:00:00Z' }), 422, 'invalid', [field])
})

test('deleting an account takes its sessions and codes along, and its messages stay', async () => {
  const id = await makeAccount({ phone: '+15555550130' })
  const { validationId } = await live(id, '+15555550130')
  assert.equal((await api('DELETE', `/accounts/${id}`)).status, 204)
  assert.equal((await api('GET', `/validations/${validationId}`)).status, 404)
  assert.equal((await app.database.query('select 1 from sessions where account_id = $1', [id])).length, 0)
  assert.equal(
    (await app.database.query('select 1 from messages where "to" = $1 and account_id is null', ['+15555550130'])).length,
    1,
  )
})

test('the audit log tells a moved contact without telling the contact', async () => {
  const id = await makeAccount({ phone: '+15555550131' })
  await api('PATCH', `/accounts/${id}`, { phone: '+15555550132', note: 'moved' })
  const [event] = (await api('GET', `/audit_events?record_id=${id}&action=update`)).body.data
  assert.deepEqual(event.changes, { phone: { from: '+1******0131', to: '+1******0132' }, note: 'set' })
})

test('accounts are found by number, address, login and text', async () => {
  const id = await makeAccount({ login: 'Findable', first_name: 'Needle', phone: '+15555550140', email: 'needle@example.com' })
  for (const query of [
    'phone=%2B15555550140',
    'phone=+15555550140',
    'email=NEEDLE@example.com',
    'login=findable',
    'q=needle',
    'q=5550140',
    'first_name=Needle&status=active',
  ])
    assert.deepEqual(
      (await api('GET', `/accounts?${query}`)).body.data.map((account: { id: string }) => account.id),
      [id],
      query,
    )
})
