import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, eventually, TEST_API_KEY, type TestApp } from '../../test/harness.ts'
import { uuidv7 } from '../lib/random.ts'
import { listSimulatorMessages, type SimulatorMessage, storeSimulatorMessage } from './store.ts'

const SMS = {
  channel: 'sms',
  from: '+15555550100',
  to: '+15555550123',
  subject: '',
  text: '123456 is your Lobby code.\n@wifi.example.com #123456',
} as const

/** Delivers one message, a text message unless told otherwise. Returns its id. */
async function deliver(app: TestApp, message: Partial<SimulatorMessage> & { id?: string } = {}): Promise<string> {
  const id = message.id ?? uuidv7(app.clock.now())
  await storeSimulatorMessage(app.ctx, { ...SMS, ...message, id })
  return id
}

const app = await createTestApp({ seed: 'demo', schedule: false })

test('messages are listed oldest first with all that was given', async () => {
  const { ctx, clock } = app
  await app.database.query('delete from simulator_messages')
  const at = clock.now()
  await deliver(app)
  clock.advance(1)
  await deliver(app, {
    channel: 'email',
    from: 'wifi@lobby.example',
    to: 'guest@example.com',
    subject: 'Übung',
    text: 'two\nlines',
  })
  const [first, second, ...more] = await listSimulatorMessages(ctx)
  assert.deepEqual(more, [])
  assert.ok(first && second)
  assert.deepEqual({ ...first, at: undefined }, { ...SMS, at: undefined })
  assert.equal(Math.abs(first.at.getTime() - at.getTime()) < 900, true)
  assert.deepEqual(
    { ...second, at: undefined },
    {
      channel: 'email',
      from: 'wifi@lobby.example',
      to: 'guest@example.com',
      subject: 'Übung',
      text: 'two\nlines',
      at: undefined,
    },
  )
})

test('the same message handed over twice is one message', async () => {
  await app.database.query('delete from simulator_messages')
  const id = await deliver(app)
  await deliver(app, { id })
  assert.equal((await listSimulatorMessages(app.ctx)).length, 1)
})

test('neither a number nor a text is readable in the database', async () => {
  await app.database.query('delete from simulator_messages')
  await deliver(app)
  const [row] = await app.database.query<{ whole: string }>(
    "select simulator_messages::text || encode(message_encrypted, 'escape') as whole from simulator_messages",
  )
  assert.ok(row && row.whole.length > 50)
  assert.doesNotMatch(row.whole, /123456|5555550123|Lobby/)
})

test('only about the newest thousand are kept', async () => {
  const { ctx, clock, database } = app
  await database.query('delete from simulator_messages')
  await database.query(
    `insert into simulator_messages (id, channel, message_encrypted, at)
     select gen_random_uuid(), 'sms', '\\x00', $1::timestamptz - interval '1 hour' * i from generate_series(1, 1200) i`,
    [clock.now()],
  )
  await eventually(async () => {
    await deliver(app)
    const [row] = await database.query<{ count: number }>('select count(*)::int as count from simulator_messages')
    return row && row.count <= 1050
  })
  // The rest is of no key of ours, as after a change of the secret key: left out, not an error.
  assert.ok((await listSimulatorMessages(ctx)).every(message => message.text === SMS.text))
})

test('the page shows texts by number and mails, the code apart, everything escaped, and needs nothing from outside', async () => {
  await app.database.query('delete from simulator_messages')
  await deliver(app, { text: '123456 is your <b>Lobby</b> & "Co" code' })
  await deliver(app, { channel: 'email_to_sms', to: '5555550199@vtext.com', from: 'wifi@lobby.example' })
  await deliver(app, { channel: 'email', to: 'guest@example.com', subject: '<script>alert(1)</script>', text: '778899\n\nhello' })
  const page = await app.guest().get('/simulator')
  assert.equal(page.status, 200)
  assert.match(page.text, /<b class="code">123456<\/b> is your &lt;b&gt;Lobby&lt;\/b&gt; &amp; &quot;Co&quot; code/)
  assert.match(page.text, /\+1 555 555 0123/)
  assert.match(page.text, /\+1 555 555 0199[\s\S]*Email to 5555550199@vtext\.com/)
  assert.match(page.text, /&lt;script&gt;alert\(1\)/)
  assert.match(page.text, /data-copy="778899"/)
  assert.match(page.text, /<noscript><meta http-equiv="refresh" content="\d+"><\/noscript>/)
  assert.doesNotMatch(page.text, /(src|href)="(https?:)?\/\//)
  const csp = page.headers.get('content-security-policy') ?? ''
  assert.match(csp, /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; connect-src 'self'/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
})

test('without a message the page says what to do', async () => {
  await app.database.query('delete from simulator_messages')
  const { text } = await app.guest().get('/simulator')
  assert.match(text, /No text messages yet/)
  assert.match(text, /<a href="\/portal\/lobby" target="_blank">Lobby<\/a>/)
})

test('an open page learns of a new message, also from another node, and is not answered anew before', async () => {
  const other = await createTestApp({ database: app.database, schedule: false })
  const first = await app.request('/simulator/messages')
  const tag = first.headers.get('etag') ?? ''
  const ask = () => app.request('/simulator/messages', { headers: { 'if-none-match': tag } })
  assert.equal((await ask()).status, 304)
  await deliver(other, { text: '424242 is your code' })
  const answer = await eventually(async () => {
    const response = await ask()
    return response.status === 200 ? response.text() : undefined
  })
  assert.match(answer, /424242/)
})

test('beyond this machine the page wants an API key: none and a wrong one are refused', async () => {
  const remote = await createTestApp({ seed: 'demo', schedule: false, config: { publicUrl: 'https://wifi.example.com' } })
  await deliver(remote)
  const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}` })
  for (const path of ['/simulator', '/simulator/messages']) {
    for (const headers of [
      {},
      basic('wrong'),
      basic(''),
      basic(`${TEST_API_KEY}\r\nx`),
      { authorization: 'Basic !!!' },
      { authorization: 'Bearer x' },
    ]) {
      const response = await remote.request(path, { headers })
      assert.equal(response.status, 401)
      assert.match(response.headers.get('www-authenticate') ?? '', /^Basic realm="/)
      assert.doesNotMatch(await response.text(), /123456/)
    }
    for (const headers of [basic(TEST_API_KEY), { authorization: `Bearer ${TEST_API_KEY}` }]) {
      const response = await remote.request(path, { headers })
      assert.equal(response.status, 200)
      assert.match(await response.text(), /123456/)
    }
  }
})

for (const publicUrl of ['http://localhost:8080', 'http://127.0.0.1:1', 'http://[::1]:8080'])
  test(`the page is open at ${publicUrl}`, async () => {
    const local = await createTestApp({ schedule: false, config: { publicUrl } })
    assert.equal((await local.request('/simulator')).status, 200)
    await local.close()
  })

test('a public name that only looks local is not local', async () => {
  for (const publicUrl of ['http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://10.0.0.1']) {
    const remote = await createTestApp({ schedule: false, config: { publicUrl } })
    assert.equal((await remote.request('/simulator')).status, 401)
    await remote.close()
  }
})
