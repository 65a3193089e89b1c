import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listSecretColumns } from '../../src/db/stored-secrets.ts'
import { createKeys, keyIdOf } from '../../src/lib/keys.ts'
import { uuidv7 } from '../../src/lib/random.ts'
import { storeSimulatorMessage } from '../../src/simulator/store.ts'
import { startFakeTwilio } from '../fakes/twilio.ts'
import { closeAtEnd, createTestApp, createTestDatabase, createTestFolder, eventually, type TestApp } from '../harness.ts'

const ROOT = new URL('../../', import.meta.url)
const OLD = 'the old secret key of these tests, 32 bytes or more'
const NEW = 'the new secret key of these tests, 32 bytes or more'
const API_KEY = 'test-root-key-0123456789'

/** Starts the command line as a user does; with `crashAt` it is killed there (test/crash-at.ts). */
function start(words: string[], env: Record<string, string>, crashAt?: string) {
  const preload = crashAt ? ['--import', `${new URL('test/crash-at.ts', ROOT).href}?at=${crashAt}`] : []
  const child = spawn(process.execPath, [...preload, 'src/main.ts', ...words], {
    cwd: fileURLToPath(ROOT),
    env: { PATH: '/usr/bin:/bin', ...env },
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text
  })
  closeAtEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  const ended = once(child, 'close').then(() => ({ status: child.exitCode, signal: child.signalCode, out, err }))
  return { child, ended, out: () => out, err: () => err }
}

const run = (words: string[], env: Record<string, string>, crashAt?: string) => start(words, env, crashAt).ended

test('a new key goes to two nodes, one after the other, while they send and check codes: nothing fails, and the old key is worth nothing then', async t => {
  const database = await createTestDatabase()
  const twilio = await startFakeTwilio()
  closeAtEnd(twilio.close)
  const openNode = (secretKey: string, secretKeyPrevious?: string) =>
    createTestApp({ database, schedule: false, config: { secretKey, secretKeyPrevious } })
  const nodes = [await openNode(OLD), await openNode(OLD)]
  const node = (i: number): TestApp => nodes[i % 2] as TestApp

  const gateway = await node(0).api('POST', '/sms_gateways', { name: 'Twilio', ...twilio.gateway() })
  assert.equal(gateway.status, 201, JSON.stringify(gateway.body))
  const mail = await node(0).api('POST', '/mail_servers', {
    ...{ name: 'Mail', provider: 'smtp', host: '127.0.0.1', from: 'wifi@example.com', username: 'u', password: 'mail-password' },
    enabled: false,
  })
  assert.equal(mail.status, 201, JSON.stringify(mail.body))
  await node(0).api('POST', '/splash_portals', {
    ...{ name: 'Lobby', slug: 'lobby', password_reset_method: 'sms', default_country: 'US', extra_prefixes: ['+1555'] },
    sms_gateway_ids: [gateway.body.id],
  })
  for (let i = 0; i < 250; i++) {
    const message = {
      id: uuidv7(node(0).clock.now()),
      channel: 'email' as const,
      from: 'a',
      to: 'b',
      subject: '',
      text: `number ${i}`,
    }
    await storeSimulatorMessage(node(0).ctx, message)
  }

  // Each code is asked for at one node and checked at the other.
  const busy = new Map<TestApp, number>()
  const failures: string[] = []
  let done = 0
  let isOver = false
  t.after(() => {
    isOver = true
  })
  async function at<T>(app: TestApp, work: (app: TestApp) => Promise<T>): Promise<T> {
    busy.set(app, (busy.get(app) ?? 0) + 1)
    try {
      return await work(app)
    } finally {
      busy.set(app, (busy.get(app) ?? 0) - 1)
    }
  }
  const ask = async (i: number, to: string): Promise<string> => {
    const started = await at(node(i), app => app.api('POST', '/validations', { channel: 'sms', to }))
    assert.equal(started.status, 201, JSON.stringify(started.body))
    await twilio.messageTo(to, 1, 20_000)
    return started.body.id
  }
  const check = async (i: number, id: string, to: string) => {
    const checked = await at(node(i), app => app.api('POST', `/validations/${id}/check`, { code: twilio.codeFor(to) }))
    assert.deepEqual(checked.body, { status: 'approved' }, `the code for ${to}`)
  }
  async function guests(lane: number): Promise<void> {
    for (let i = 0; !isOver; i++) {
      const to = `+1555555${String(lane * 2000 + i).padStart(4, '0')}`
      try {
        await check(i + 1, await ask(i, to), to)
        done++
      } catch (error) {
        failures.push((error as Error).message)
      }
    }
  }
  async function replace(i: number, secretKey: string, secretKeyPrevious?: string): Promise<void> {
    const before = node(i)
    nodes[i] = await openNode(secretKey, secretKeyPrevious)
    await eventually(() => busy.get(before) === 0, { deadlineMs: 20_000 })
    await before.close()
  }
  const more = async (n: number) => {
    const target = done + n
    await eventually(() => done >= target || failures.length > 0, { deadlineMs: 30_000 })
  }
  const keyIds = async () => {
    const rows = await database.query<{ encrypted: Buffer }>(
      `select auth_token_encrypted as encrypted from sms_gateways union all select password_encrypted from mail_servers
       union all select message_encrypted from simulator_messages`,
    )
    return rows.map(row => keyIdOf(row.encrypted))
  }
  const [old, fresh] = [createKeys(OLD), createKeys(NEW)]
  const env = { GATEHOUSE_DATABASE_URL: database.url, GATEHOUSE_SECRET_KEY: NEW, GATEHOUSE_SECRET_KEY_PREVIOUS: OLD }

  const traffic = [guests(0), guests(1)]
  const patient = await ask(0, '+15555559001')
  const bounceUrl = (mail.body.bounce_hook_url as string).replace(/^https?:\/\/[^/]+/, '')
  const bounce = (app: TestApp) => app.request(bounceUrl, { method: 'POST', body: 'Subject: nothing\n\n' })
  await more(5)

  const early = await run(['config', 'rotate-key'], env)
  assert.equal(early.status, 1)
  assert.match(early.err, /^gatehouse: not every node has the new key: .*, process \d+ \(worker \d+\); .*Nothing was changed\n$/)
  assert.deepEqual(new Set(await keyIds()), new Set([old.id]))

  await replace(0, NEW, OLD)
  await more(5)
  const oneIsLeft = await run(['config', 'rotate-key'], env)
  assert.equal(oneIsLeft.status, 1, oneIsLeft.out)
  assert.equal(node(0).ctx.keys.id, old.id, 'writes with what the other node can read')
  const waiting = await ask(0, '+15555559002')
  await replace(1, NEW, OLD)
  await more(5)

  const killed = await run(['config', 'rotate-key'], env, 'after:reencrypt_simulator_messages_message_encrypted')
  assert.equal(killed.signal, 'SIGKILL', killed.out + killed.err)
  assert.deepEqual(new Set(await keyIds()), new Set([old.id, fresh.id]), 'it was killed in the middle')
  await more(5)

  const rotation = start(['config', 'rotate-key'], env)
  await eventually(() => rotation.out().includes('Waiting for') || rotation.child.exitCode !== null, { deadlineMs: 20_000 })
  assert.equal(rotation.child.exitCode, null, rotation.out() + rotation.err())
  assert.deepEqual(new Set(await keyIds()), new Set([fresh.id]))
  assert.deepEqual(
    nodes.map(app => app.ctx.keys.id),
    [fresh.id, fresh.id],
  )
  assert.equal((await bounce(node(0))).status, 204, 'an address that was handed out before')
  await check(1, patient, '+15555559001')
  await check(0, waiting, '+15555559002')
  const ended = await rotation.ended
  assert.equal(ended.status, 0, ended.err)
  assert.match(ended.out, /Done\. Take GATEHOUSE_SECRET_KEY_PREVIOUS away/)
  assert.match(
    (await run(['doctor'], env)).out,
    /^warning +secret key: nothing needs [0-9a-f]{8} any more; take GATEHOUSE_SECRET_KEY_P/m,
  )

  await replace(0, NEW)
  await replace(1, NEW)
  await more(5)
  isOver = true
  await Promise.all(traffic)
  assert.deepEqual(failures, [])
  assert.ok(done >= 25, `${done} guests`)
  const sent = new Map<string, number>()
  for (const message of twilio.messages) sent.set(message.to, (sent.get(message.to) ?? 0) + 1)
  assert.deepEqual(
    [...sent].filter(([, times]) => times !== 1),
    [],
    'each got one message',
  )

  assert.equal((await bounce(node(0))).status, 403)
  const stored = await database.query<{ id: string; auth_token_encrypted: Buffer }>(
    'select id, auth_token_encrypted from sms_gateways',
  )
  const [{ id, auth_token_encrypted: encrypted } = { id: '', auth_token_encrypted: Buffer.alloc(0) }] = stored
  assert.equal(fresh.decrypt(encrypted, `sms_gateways.auth_token:${id}`), twilio.authToken)
  assert.throws(() => old.decrypt(encrypted, `sms_gateways.auth_token:${id}`))
  await assert.rejects(openNode(OLD), /GATEHOUSE_SECRET_KEY is the key [0-9a-f]{8} of before a rotation/)
  const alone = { GATEHOUSE_DATABASE_URL: database.url, GATEHOUSE_SECRET_KEY: NEW }
  const trail = await run(['doctor', '--audit'], alone)
  assert.equal(trail.status, 0, trail.out)
  const events = await database.query("select action from audit_events where resource = 'secret_keys' order by number")
  assert.deepEqual(
    events.map(event => event.action),
    ['rotate_key', 'retire'],
  )
  const again = await run(['config', 'rotate-key'], alone)
  assert.equal(again.status, 1)
  assert.match(again.err, /there is no new key to go to/)
})

// One more belongs here only if it is encrypted for `TABLE.FIELD:ID` as these are, or has its own line in CONTEXTS.
test('rotation finds every encrypted column of the schema by itself', async () => {
  const { ctx } = await createTestApp()
  assert.deepEqual(
    (await listSecretColumns(ctx.db)).map(({ table, column }) => `${table}.${column}`),
    [
      'administrators.totp_pending_encrypted',
      'administrators.totp_secret_encrypted',
      'limits.captcha_secret_encrypted',
      'mail_servers.password_encrypted',
      'person_keys.key_encrypted',
      'simulator_messages.message_encrypted',
      'sms_gateways.auth_token_encrypted',
      'sms_gateways.callback_secret_encrypted',
    ],
  )
})

test('a generated key is replaced while its Gatehouse runs, and a wrong one is told with what it cannot read', async () => {
  const dataDir = join(await createTestFolder(), 'data')
  const env = { GATEHOUSE_DATA_DIR: dataDir, GATEHOUSE_PORT: '0', GATEHOUSE_API_KEY: API_KEY, GATEHOUSE_LOG_LEVEL: 'warn' }
  const file = join(dataDir, 'secret_key')
  async function serve() {
    const running = start(['serve'], env)
    await eventually(() => running.out().includes('Ctrl-C stops it.') || running.child.exitCode !== null, { deadlineMs: 30_000 })
    assert.equal(running.child.exitCode, null, running.err())
    const origin = (/http:\/\/localhost:\d+/.exec(running.out())?.[0] ?? '').replace('localhost', '127.0.0.1')
    const api = async (path: string, body: unknown) => {
      const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' }
      const response = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: response.status, body: (await response.json()) as Record<string, string> }
    }
    const shows = async (text: string | RegExp) => (await (await fetch(`${origin}/simulator`)).text()).match(text)
    const stop = () => {
      running.child.kill('SIGTERM')
      return running.ended
    }
    return { api, shows, stop, err: running.err }
  }
  const keysThere = async () => (await readdir(dataDir)).filter(name => name.startsWith('secret_key')).sort()

  const first = await serve()
  const made = await first.api('/mail_servers', {
    ...{
      name: 'Relay',
      provider: 'smtp',
      host: '127.0.0.1',
      from: 'wifi@example.com',
      username: 'u',
      password: 'relay-password',
    },
    enabled: false,
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { body: asked } = await first.api('/validations', { channel: 'sms', to: '+15555550123' })
  const code = (await eventually(() => first.shows(/\b\d{6}\b(?=[^<]*<)/)))[0]
  const before = await readFile(file, 'utf8')

  const kept = await run(['config', 'rotate-key', '--keep-previous'], env)
  assert.equal(kept.status, 0, kept.err)
  assert.match(kept.out, /mail_servers\.password_encrypted: 1 encrypted anew/)
  assert.notEqual(await readFile(file, 'utf8'), before)
  assert.equal(await readFile(join(dataDir, 'secret_key_previous'), 'utf8'), before)
  assert.ok(await first.shows(code), 'the simulator still shows what came before')
  assert.deepEqual((await first.api(`/validations/${asked.id}/check`, { code })).body, { status: 'approved' })

  const done = await run(['config', 'rotate-key'], env)
  assert.equal(done.status, 0, done.err)
  assert.match(done.out, /Done: the old key is gone/)
  assert.deepEqual(await keysThere(), ['secret_key'])
  assert.ok(await first.shows(code))
  assert.equal((await first.stop()).status, 0)

  const second = await serve()
  assert.ok(await second.shows(code))
  assert.equal((await second.stop()).status, 0)
  assert.equal(second.err(), '', 'nothing is said at level warn')
  assert.equal((await run(['doctor', '--audit'], env)).status, 0)

  const right = await readFile(file, 'utf8')
  await writeFile(file, `${'x'.repeat(48)}\n`)
  const doctor = await run(['doctor'], env)
  assert.equal(doctor.status, 1)
  assert.match(doctor.out, /^PROBLEM +the password of "Relay" in mail_servers was stored with another secret key; /m)
  assert.match(doctor.out, /^PROBLEM +the message of \d+ records in simulator_messages was stored with another secret key; /m)
  const wrong = await serve()
  assert.match(wrong.err(), /the password of \\"Relay\\" in mail_servers was stored with another secret key and cannot be read/)
  assert.equal((await wrong.stop()).status, 0)
  const refused = await run(['config', 'rotate-key'], env)
  assert.equal(refused.status, 1)
  assert.match(refused.err, /what is stored belongs to the secret key [0-9a-f]{8}, and that is neither/)
  assert.deepEqual(await keysThere(), ['secret_key'])

  await writeFile(file, right)
  const fine = await run(['doctor'], env)
  assert.equal(fine.status, 0, fine.out)
})
