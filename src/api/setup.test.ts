import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, type TestApp } from '../../test/harness.ts'
import { verifyPassword } from '../accounts/password.ts'

const FORM = { login: 'olga', password: 'correct horse battery', password_confirmation: 'correct horse battery' }

function tokenOf(app: TestApp): string {
  return new URL(app.app.setupPath, 'http://x').searchParams.get('token') ?? ''
}
const administrators = (app: TestApp) =>
  app.database.query<{ login: string; password_hash: string }>('select * from administrators')
const post = (app: TestApp, form: Record<string, string>) => app.guest().post('/admin/setup', form)

test('the link leads to a form that makes the first administrator and shows a working key once', async () => {
  const app = await createTestApp({ schedule: false, seed: 'demo' })
  const welcome = await app.guest().get('/admin')
  assert.match(welcome.text, /no administrator yet/)
  assert.ok(!welcome.text.includes(tokenOf(app)))

  const form = await app.guest().get(app.app.setupPath)
  assert.equal(form.status, 200)
  assert.match(form.text, /name="password_confirmation"/)
  assert.equal(
    form.headers.get('referrer-policy'),
    'same-origin',
    'the token leaves with no link, and the form says where it is from',
  )
  assert.equal(form.headers.get('cache-control'), 'no-store')

  const done = await post(app, { ...FORM, token: tokenOf(app) })
  assert.equal(done.status, 200)
  const key = /gh_[\w-]{43}/.exec(done.text)?.[0] ?? ''
  assert.match(done.text, /href="\/portal\/lobby"/)
  const answer = await app.request('/api/v1/administrators', { headers: { authorization: `Bearer ${key}` } })
  assert.equal(answer.status, 200)
  const [administrator, ...more] = await administrators(app)
  assert.deepEqual([administrator?.login, more.length], ['olga', 0])
  assert.ok(await verifyPassword(FORM.password, administrator?.password_hash ?? null))
  assert.deepEqual(
    (await app.database.query('select actor, action, resource from audit_events order by resource')).map(event => ({ ...event })),
    ['administrators', 'api_keys'].map(resource => ({ actor: 'setup', action: 'create', resource })),
  )

  // The link is spent.
  assert.equal((await app.guest().get(app.app.setupPath)).status, 403)
  assert.equal((await post(app, { ...FORM, login: 'eve', token: tokenOf(app) })).status, 403)
  assert.equal((await administrators(app)).length, 1)
  assert.doesNotMatch((await app.guest().get('/admin')).text, /no administrator yet/)
})

test('a wrong link makes nobody an administrator', async () => {
  const app = await createTestApp({ schedule: false })
  const good = tokenOf(app)
  for (const token of ['', 'x', good.slice(1), `${good}x`, good.toLowerCase()]) {
    assert.equal((await app.guest().get(`/admin/setup?token=${encodeURIComponent(token)}`)).status, 403, token)
    assert.equal((await post(app, { ...FORM, token })).status, 403, token)
  }
  assert.equal((await app.guest().get('/admin/setup')).status, 403)
  assert.equal((await administrators(app)).length, 0)
})

test('a bad form comes back with its faults beside the fields, without the passwords, and the link stays good', async () => {
  const app = await createTestApp({ schedule: false })
  const token = tokenOf(app)
  for (const [change, words] of [
    [{ login: ' ' }, /Choose a login/],
    [{ login: 'x'.repeat(101) }, /At most 100/],
    [{ login: 'a\u0000b' }, /At most 100/],
    [{ password: 'short' }, /at least 8/],
    [{ password: 'password' }, /most common/],
    [{ password_confirmation: 'something else' }, /differ/],
  ] as const) {
    const page = await post(app, { ...FORM, token, ...change })
    assert.equal(page.status, 422)
    assert.match(page.text, words)
    assert.match(page.text, /aria-invalid="true"/)
    assert.ok(!page.text.includes(FORM.password))
  }
  assert.equal(
    (await post(app, { ...FORM, token, login: '"><script>alert(1)</script>', password: 'short' })).text.includes('<script>'),
    false,
  )
  assert.equal((await administrators(app)).length, 0)
  assert.equal((await app.guest().get(app.app.setupPath)).status, 200)
  assert.equal(
    (await app.request('/admin/setup', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status,
    415,
  )
})

test('of many at once exactly one becomes the first administrator', async () => {
  const app = await createTestApp({ schedule: false })
  const token = tokenOf(app)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => post(app, { ...FORM, login: `admin-${i}`, token })))
  assert.deepEqual(answers.map(answer => answer.status).sort(), [200, ...Array(7).fill(403)])
  assert.equal((await administrators(app)).length, 1)
  assert.equal((await app.database.query('select 1 from api_keys')).length, 1)
})
