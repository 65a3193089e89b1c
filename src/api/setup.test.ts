import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, type Guest, type TestApp } from '../../test/harness.ts'
import { verifyPassword } from '../accounts/password.ts'

const FORM = { login: 'olga', password: 'correct horse battery', password_confirmation: 'correct horse battery' }

function tokenOf(app: TestApp): string {
  return new URL(app.app.setupPath, 'http://x').searchParams.get('token') ?? ''
}
const administrators = (app: TestApp) =>
  app.database.query<{ id: string; login: string; role: string; password_hash: string }>('select * from administrators')
const post = (app: TestApp, form: Record<string, string>) => app.guest().post('/admin/setup', form)
const me = async (app: TestApp, guest: Guest) => {
  const cookie = [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await app.request('/api/v1/me', { headers: { cookie } })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

test('the link leads to a form that makes the first owner, signs them in and goes on in the console', async () => {
  const app = await createTestApp({ schedule: false, seed: 'demo' })
  const guest = app.guest()
  const form = await guest.get(app.app.setupPath)
  assert.equal(form.status, 200)
  assert.match(form.text, /name="password_confirmation"/)
  assert.match(form.text, /At least 15 characters: a sentence/)
  assert.equal(
    form.headers.get('referrer-policy'),
    'same-origin',
    'the token leaves with no link, and the form says where it is from',
  )
  assert.equal(form.headers.get('cache-control'), 'no-store')
  assert.deepEqual([...guest.cookies], [])

  const done = await guest.post('/admin/setup', { ...FORM, token: tokenOf(app) })
  assert.equal(done.status, 303)
  assert.equal(done.headers.get('location'), '/admin/#/setup')
  const [administrator, ...more] = await administrators(app)
  assert.deepEqual([administrator?.login, administrator?.role, more.length], ['olga', 'owner', 0])
  assert.ok(await verifyPassword(FORM.password, administrator?.password_hash ?? null))
  const signedIn = await me(app, guest)
  assert.deepEqual([signedIn.body.administrator.login, signedIn.body.role], ['olga', 'owner'])
  assert.deepEqual(
    (await app.database.query('select actor, action, resource from audit_events order by number')).map(event => ({ ...event })),
    [
      { actor: 'setup', action: 'create', resource: 'administrators' },
      { actor: 'olga', action: 'sign_in', resource: 'administrators' },
    ],
  )
  assert.deepEqual(await app.database.query('select 1 from api_keys'), [])

  // The link is spent.
  assert.equal((await app.guest().get(app.app.setupPath)).status, 403)
  assert.equal((await post(app, { ...FORM, login: 'eve', token: tokenOf(app) })).status, 403)
  assert.equal((await administrators(app)).length, 1)
})

test('a wrong link makes nobody an administrator', async () => {
  const app = await createTestApp({ schedule: false })
  const good = tokenOf(app)
  assert.ok(good.length >= 22)
  for (const token of ['', 'x', good.slice(1), `${good}x`, good.toLowerCase()]) {
    assert.equal((await app.guest().get(`/admin/setup?token=${encodeURIComponent(token)}`)).status, 403, token)
    assert.equal((await post(app, { ...FORM, token })).status, 403, token)
  }
  assert.equal((await app.guest().get('/admin/setup')).status, 403)
  assert.equal((await administrators(app)).length, 0)
})

test('the link of one node is good on every other of the same installation, and on no other one', async () => {
  const app = await createTestApp({ schedule: false })
  const node = await createTestApp({ schedule: false, database: app.database })
  assert.equal(tokenOf(node), tokenOf(app))
  const elsewhere = await createTestApp({ schedule: false })
  assert.equal(elsewhere.config.secretKey, app.config.secretKey)
  assert.notEqual(tokenOf(elsewhere), tokenOf(app))
  assert.equal((await post(elsewhere, { ...FORM, token: tokenOf(app) })).status, 403)
  assert.equal((await post(node, { ...FORM, token: tokenOf(app) })).status, 303)
  assert.equal((await app.guest().get(app.app.setupPath)).status, 403)
})

test('a bad form comes back with its faults beside the fields, without the passwords, and the link stays good', async () => {
  const app = await createTestApp({ schedule: false })
  const token = tokenOf(app)
  for (const [change, words] of [
    [{ login: ' ' }, /Choose a login/],
    [{ login: 'x'.repeat(101) }, /At most 100/],
    [{ login: 'a\u0000b' }, /At most 100/],
    [{ password: 'short' }, /at least 15/],
    [{ password: 'fourteen chars' }, /at least 15/],
    [{ password: 'password' }, /most common/],
    [{ login: 'caretaker', password: 'caretaker-2026!!' }, /too much like/],
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

test('the page, its faults and what a spent link says are in the language of the browser', async () => {
  const app = await createTestApp({ schedule: false })
  const token = tokenOf(app)
  for (const [language, title, fault, gone] of [
    ['fr-CA, en;q=0.5', /<h1>Bienvenue<\/h1>/, /Choisissez un identifiant/, /<h1>Le lien n’est pas valable<\/h1>/],
    ['de', /<h1>Willkommen<\/h1>/, /Wählen Sie einen Benutzernamen/, /<h1>Der Link gilt nicht<\/h1>/],
    ['es-MX', /<h1>Bienvenido<\/h1>/, /Elija un usuario/, /<h1>El enlace no es válido<\/h1>/],
    ['nl', /<h1>Welcome<\/h1>/, /Choose a login/, /<h1>The link is not valid<\/h1>/],
  ] as const) {
    const headers = { 'accept-language': language, accept: 'text/html' }
    const ask = async (path: string, form?: Record<string, string>) =>
      app.request(path, { headers, ...(form && { method: 'POST', body: new URLSearchParams(form) }) })
    const page = await ask(app.app.setupPath)
    assert.equal(page.headers.get('vary'), 'accept-language')
    const html = await page.text()
    assert.match(html, title)
    assert.match(html, new RegExp(`<html lang="${language === 'nl' ? 'en' : language.slice(0, 2)}">`))
    assert.match(await (await ask('/admin/setup', { ...FORM, token, login: '' })).text(), fault)
    const spent = await ask('/admin/reset?token=x')
    assert.equal(spent.status, 403)
    assert.match(await spent.text(), gone)
  }
  const program = await app.request('/admin/setup?token=x', { headers: { 'accept-language': 'de' } })
  assert.equal(program.headers.get('content-type'), 'application/problem+json')
})

test('of many at once exactly one becomes the first administrator', async () => {
  const app = await createTestApp({ schedule: false })
  const token = tokenOf(app)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => post(app, { ...FORM, login: `admin-${i}`, token })))
  assert.deepEqual(answers.map(answer => answer.status).sort(), [303, ...Array(7).fill(403)])
  assert.equal((await administrators(app)).length, 1)
  assert.equal((await app.database.query('select 1 from administrator_sessions')).length, 1)
})
