import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from '../../src/lib/log.ts'
import { listSimulatorMessages } from '../../src/simulator/store.ts'
import { startFakeSmtp } from '../fakes/smtp.ts'
import { startFakeTwilio } from '../fakes/twilio.ts'
import { closeAtEnd, createTestApp, createTestDatabase, eventually } from '../harness.ts'

// Walks the product's ways with secrets that can be recognised, and then looks for them in everything it said, logged and
// stored. Only the simulator, whose whole point it is, may show a code, and it is not asked here.

const said: string[] = []
const logged: string[] = []
const secrets = new Map<string, string>()
const codes = new Set<string>()

const database = await createTestDatabase()
const log = createLog('trace', { write: (line: string) => void logged.push(line) })
const app = await createTestApp({ database, log, seed: 'demo' })
await app.listen()
const twilio = await startFakeTwilio()
closeAtEnd(twilio.close)

/** A browser whose every answer is kept, but for the cookie that is meant for it. */
function guest() {
  const browser = app.guest()
  const keep = (page: { text: string; headers: Headers }) => {
    said.push(page.text, JSON.stringify([...page.headers].filter(([name]) => name !== 'set-cookie')))
    for (const value of browser.cookies.values()) secrets.set(`session token ${value}`, value)
    return page
  }
  return {
    get: async (path: string) => keep(await browser.get(path)),
    submit: async (path: string, form: Record<string, string>) => keep(await browser.submit(path, form)),
    post: async (path: string, form: Record<string, string>) => keep(await browser.post(path, form)),
  }
}

async function api(method: string, path: string, body?: unknown) {
  const answer = await app.api(method, path, body)
  said.push(JSON.stringify(answer.body), JSON.stringify([...answer.headers]))
  return answer
}

async function simulatedCode(to: string): Promise<string> {
  const message = await eventually(async () => (await listSimulatorMessages(app.ctx)).findLast(it => it.to === to))
  const code = /\d{6}/.exec(message.subject + message.text)?.[0] ?? ''
  codes.add(code)
  return code
}

const planId = async (name: string): Promise<string> =>
  (await app.api('GET', `/usage_plans?name=${encodeURIComponent(name)}`)).body.data[0].id

test('shows no code, password, token or provider secret in any answer, log line or row', async () => {
  // Sign-up by SMS, with a wrong guess on the way.
  const password = 'Xk7-canary-password-one'
  secrets.set('password', password)
  const browser = guest()
  await browser.get('/portal/lobby/')
  await browser.submit('/portal/lobby/sign_up', {
    usage_plan_id: await planId('Guest Wi-Fi'),
    login: 'canary',
    password,
    password_confirmation: password,
    first_name: 'Can',
    last_name: 'Ary',
    phone: '+15555550123',
    email: 'canary@example.com',
    tos: '1',
  })
  const code = await simulatedCode('+15555550123')
  await browser.post('/portal/lobby/validate_account', { code: code === '000000' ? '000001' : '000000' })
  await browser.submit('/portal/lobby/validate_account', { code })
  await browser.get('/portal/lobby/status')
  await browser.submit('/portal/lobby/logout', {})
  await browser.post('/portal/lobby/login', { login: 'canary', password: 'Xk7-canary-password-wrong' })
  secrets.set('mistyped password', 'Xk7-canary-password-wrong')

  // Password reset.
  const newPassword = 'Xk7-canary-password-two'
  secrets.set('new password', newPassword)
  const resetter = guest()
  await resetter.submit('/portal/lobby/forgot_password', { login: 'canary' })
  const resetCode = await eventually(async () => {
    const found = await simulatedCode('+15555550123')
    return found === code ? undefined : found
  })
  await resetter.submit('/portal/lobby/reset_password', {
    code: resetCode,
    password: newPassword,
    password_confirmation: newPassword,
  })
  await resetter.submit('/portal/lobby/login', { login: 'canary', password: newPassword })

  // An operator's records with secrets, a provider, an API key.
  secrets.set('auth token', twilio.authToken)
  secrets.set('root key', app.config.apiKey ?? '')
  const gateway = await api('POST', '/sms_gateways', {
    name: 'Twilio',
    provider: 'twilio',
    from: twilio.from,
    account_sid: twilio.accountSid,
    auth_token: twilio.authToken,
    base_url: twilio.origin,
  })
  assert.equal(gateway.status, 201)
  const smtp = await startFakeSmtp()
  closeAtEnd(smtp.close)
  secrets.set('mail password', 'Xk7-canary-mail-password')
  assert.equal(
    (
      await api('POST', '/mail_servers', {
        name: 'Mail',
        provider: 'smtp',
        host: '127.0.0.1',
        port: smtp.port,
        security: 'none',
        username: 'x',
        password: 'Xk7-canary-mail-password',
        from: 'wifi@example.com',
      })
    ).status,
    201,
  )
  secrets.set('CAPTCHA secret', 'Xk7-canary-captcha')
  assert.equal((await api('PATCH', '/limits', { captcha_secret: 'Xk7-canary-captcha' })).status, 200)
  const key = await app.api('POST', '/api_keys', { name: 'canary' })
  secrets.set('API key', key.body.key)
  secrets.set('administrator password', 'Xk7-canary-administrator')
  assert.equal((await api('POST', '/administrators', { login: 'boss', password: 'Xk7-canary-administrator' })).status, 201)
  const portal = await api('POST', '/splash_portals', {
    name: 'Hall',
    slug: 'hall',
    password_reset_method: 'sms',
    default_country: 'US',
    extra_prefixes: ['+1555'],
    sms_gateway_ids: [gateway.body.id],
  })

  // Codes as a service, with an error from the provider, a receipt, a resend.
  twilio.next({ answer: 'error', status: 400, code: 21211 })
  await api('POST', '/validations', { channel: 'sms', to: '+15555550198', splash_portal_id: portal.body.id })
  const started = await api('POST', '/validations', { channel: 'sms', to: '+15555550199', splash_portal_id: portal.body.id })
  const message = await twilio.messageTo('+15555550199')
  codes.add(twilio.codeFor('+15555550199') ?? '')
  await twilio.report(message.sid, ['delivered'])
  await twilio.report(message.sid, ['delivered'], { forged: 'signature' })
  await api('POST', `/validations/${started.body.id}/check`, { code: '12' })
  await api('POST', `/validations/${started.body.id}/check`, { code: twilio.codeFor('+15555550199') })
  app.clock.advance(31)
  for (const path of [
    'validations',
    'messages',
    'accounts',
    'sms_gateways',
    'mail_servers',
    'suppressions',
    'administrators',
    'api_keys',
    'audit_events',
    'splash_portals',
  ])
    assert.equal((await api('GET', `/${path}?per_page=100`)).status, 200, path)
  for (const message of (await app.api('GET', '/messages')).body.data) await api('GET', `/messages/${message.id}`)
  said.push(await (await app.request('/metrics', { headers: { authorization: `Bearer ${app.config.apiKey}` } })).text())

  const dump: string[] = []
  const tables = await database.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  )
  for (const { name } of tables)
    for (const { row } of await database.query<{ row: string }>(`select to_json(t)::text as row from ${name} t`))
      dump.push(`${name} ${row}`)

  assert.ok(said.length > 50 && logged.length > 20 && dump.length > 50, `${said.length} ${logged.length} ${dump.length}`)
  assert.ok(codes.size >= 3 && secrets.size >= 9 && !codes.has(''))
  const places = { answer: said, 'log line': logged, row: dump }
  for (const [place, texts] of Object.entries(places)) {
    for (const [name, secret] of secrets) {
      for (const form of [secret, Buffer.from(secret).toString('base64').replace(/=+$/, ''), Buffer.from(secret).toString('hex')])
        assert.deepEqual(
          texts.filter(text => text.includes(form)),
          [],
          `the ${name} is in a ${place}`,
        )
    }
    // A run of six digits by itself: not within a longer number, an id or a fraction of a second.
    for (const code of codes) {
      const alone = new RegExp(`(?<![\\w.+-])${code}(?![\\w-])`)
      assert.deepEqual(
        texts.filter(text => alone.test(text)),
        [],
        `a code is in a ${place}`,
      )
    }
  }
})
