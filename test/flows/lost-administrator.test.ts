import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { ensureFirstAdministrator } from '../../src/commands/first-administrator.ts'
import { createLog } from '../../src/lib/log.ts'
import { ADMIN_PASSWORD, makeAdministrator, openAdministratorBrowser } from '../administrator-browser.ts'
import { assertProblem } from '../api.ts'
import { createTestApp, type TestApp } from '../harness.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const NEW_PASSWORD = 'a heron on the far bank'
const FORM = { password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }

/** Runs `gatehouse administrator …` beside the running installation, as whoever has its shell does. */
async function administrator(app: TestApp, words: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, 'administrator', ...words], {
    env: {
      PATH: '/usr/bin:/bin',
      GATEHOUSE_DATABASE_URL: app.database.url,
      GATEHOUSE_SECRET_KEY: app.config.secretKey ?? '',
      GATEHOUSE_PUBLIC_URL: app.config.publicUrl,
      ...env,
    },
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', text => {
    texts.out += text
  })
  child.stderr.on('data', text => {
    texts.err += text
  })
  const [status] = await once(child, 'close')
  const link = /^ {2}(\S+)$/m.exec(texts.out)?.[1] ?? ''
  return { ...texts, status, link: link.replace(app.config.publicUrl, '') }
}

const tokenIn = (link: string) => new URL(link, 'http://x').searchParams.get('token') ?? ''

test('who has lost everything gets in again by the link of the command line, once, and everything of before ends', async () => {
  const app = await createTestApp({ schedule: false })
  const id = await makeAdministrator(app, { login: 'olga', role: 'owner' })
  const before = openAdministratorBrowser(app)
  await before.signIn('olga')
  const { secret } = (await before.api('POST', '/me/totp')).body
  const code = new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
  assert.equal((await before.api('POST', '/me/totp/confirm', { code })).status, 200)

  const made = await administrator(app, ['olga'])
  assert.deepEqual([made.status, made.err], [0, ''], made.err)
  assert.match(made.out, /new password for "olga" \(owner\)/)
  assert.match(made.link, /^\/admin\/reset\?token=[\w-]{43}$/)
  const stored = JSON.stringify(await app.database.query('select t::text from administrator_links t'))
  assert.ok(!stored.includes(tokenIn(made.link)))
  assert.equal((await before.api('GET', '/me')).status, 200, 'so far nothing has changed')

  const browser = app.guest()
  const page = await browser.get(made.link)
  assert.equal(page.status, 200)
  assert.match(page.text, /<strong>olga<\/strong>/)
  assert.equal((await browser.post('/admin/reset', { ...FORM, token: 'x' })).status, 403)
  const weak = await browser.post('/admin/reset', {
    token: tokenIn(made.link),
    password: 'short',
    password_confirmation: 'short',
  })
  assert.equal(weak.status, 422)
  assert.match(weak.text, /at least 15/)
  const done = await browser.post('/admin/reset', { ...FORM, token: tokenIn(made.link) })
  assert.deepEqual([done.status, done.headers.get('location')], [303, '/admin/'])
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  assert.equal((await app.request('/api/v1/me', { headers: { cookie } })).status, 200)

  assertProblem(await before.api('GET', '/me'), 401, 'unauthorized')
  await openAdministratorBrowser(app).signIn('olga', NEW_PASSWORD)
  assert.equal((await app.guest().get(made.link)).status, 403)
  assert.equal((await app.guest().post('/admin/reset', { ...FORM, token: tokenIn(made.link) })).status, 403)
  const events = (await app.api('GET', `/audit_events?record_id=${id}&sort=number&order=asc`)).body.data
  const after = events.map(({ action }: { action: string }) => action).slice(-4)
  assert.deepEqual(after, ['make_reset_link', 'reset', 'sign_in', 'sign_in'])
  assert.ok(!JSON.stringify(events).includes(tokenIn(made.link)))
})

test('a link is good for an hour and for one of many at once; the rest of a login’s links end with it', async () => {
  const app = await createTestApp({ schedule: false })
  await makeAdministrator(app, { login: 'olga', role: 'owner' })
  const [first, second] = [await administrator(app, ['olga']), await administrator(app, ['olga'])]
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => app.guest().post('/admin/reset', { ...FORM, token: tokenIn(first.link) })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, ...Array(5).fill(403)])
  assert.equal((await app.guest().get(second.link)).status, 403)

  const third = await administrator(app, ['olga'])
  app.clock.advance(3600)
  assert.equal((await app.guest().get(third.link)).status, 403)
  assert.equal((await app.guest().post('/admin/reset', { ...FORM, token: tokenIn(third.link) })).status, 403)
})

test('where nobody has the login the link makes an owner; a blocked administrator is let in again in the role they had', async () => {
  const app = await createTestApp({ schedule: false })
  const blocked = await makeAdministrator(app, { login: 'ben', role: 'front_desk', status: 'blocked' })
  const made = await administrator(app, ['olga'])
  assert.match(made.out, /no administrator "olga" yet \(there is "ben"\)/)
  assert.equal((await app.database.query('select from administrators')).length, 1)
  assert.equal((await app.guest().post('/admin/reset', { ...FORM, token: tokenIn(made.link) })).status, 303)
  const again = await administrator(app, ['ben'])
  assert.equal((await app.guest().post('/admin/reset', { ...FORM, token: tokenIn(again.link) })).status, 303)
  const { data } = (await app.api('GET', '/administrators?sort=login')).body
  assert.deepEqual(
    data.map(({ id, login, role, status }: Record<string, string>) => [id === blocked, login, role, status]),
    [
      [true, 'ben', 'front_desk', 'active'],
      [false, 'olga', 'owner', 'active'],
    ],
  )
})

test('the command says what it wants where it is used wrongly', async () => {
  const app = await createTestApp({ schedule: false })
  for (const [words, sentence] of [
    [[], /gatehouse administrator LOGIN/],
    [['  '], /gatehouse administrator LOGIN/],
    [['x'.repeat(101)], /at most 100/],
    [['a', 'b'], /one argument too many/],
  ] as const) {
    const { status, out, err } = await administrator(app, [...words])
    assert.notEqual(status, 0)
    assert.match(err, sentence)
    assert.equal(out, '')
  }
  assert.equal((await app.database.query('select from administrator_links')).length, 0)
})

test('the audit trail stays whole when the command line writes into it', async () => {
  const app = await createTestApp({ schedule: false })
  await makeAdministrator(app, { login: 'olga' })
  await administrator(app, ['olga'])
  await app.api('POST', '/account_groups', { name: 'After' })
  const { verifyAuditTrail } = await import('../../src/db/audit-trail.ts')
  assert.equal((await verifyAuditTrail(app.ctx.db, app.ctx.keys)).outcome, 'intact')
})

test('the administrator of the configuration is an owner, and a password that is short for one is taken with a warning', async () => {
  const logged: string[] = []
  const log = createLog('warn', { write: (line: string) => void logged.push(line) })
  const app = await createTestApp({ schedule: false, log, config: { adminLogin: 'root', adminPassword: 'q7#vRm2p' } })
  assert.ok(await ensureFirstAdministrator(app.ctx))
  assert.ok(await ensureFirstAdministrator(app.ctx))
  const { data } = (await app.api('GET', '/administrators')).body
  assert.deepEqual(
    data.map(({ login, role }: Record<string, string>) => [login, role]),
    [['root', 'owner']],
  )
  assert.equal(logged.filter(line => line.includes('GATEHOUSE_ADMIN_PASSWORD')).length, 1)
  assert.ok(!logged.join().includes('q7#vRm2p'))
  await openAdministratorBrowser(app).signIn('root', 'q7#vRm2p')
  assert.ok(ADMIN_PASSWORD.length >= 15)
})
