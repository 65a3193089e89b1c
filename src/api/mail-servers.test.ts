import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { type FakeSmtp, type FakeSmtpOptions, startFakeSmtp } from '../../test/fakes/smtp.ts'
import { closeAtEnd, createTestApp } from '../../test/harness.ts'
import { findBouncedMessage } from '../email/bounce-address.ts'
import { listSimulatorMessages } from '../simulator/store.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const TO = 'operator@example.com'

let made = 0
async function create(more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await api('POST', '/mail_servers', {
    name: `Relay ${++made}`,
    host: '127.0.0.1',
    from: 'Hotel <wifi@example.com>',
    security: 'none',
    ...more,
  })
  assert.equal(status, 201, JSON.stringify(body))
  return body.id
}

async function start(options?: FakeSmtpOptions): Promise<FakeSmtp> {
  const fake = await startFakeSmtp(options)
  closeAtEnd(() => fake.close())
  return fake
}

async function ask(what: 'test' | 'check', id: string) {
  const { status, body } = await api('POST', `/mail_servers/${id}/${what}`, what === 'test' ? { to: TO } : undefined)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

test('a server has a place in the order, a bounce address, and a URL for bounces that is its own and cannot be set', async () => {
  const id = await create({ position: 3, bounce_address: 'bounces@example.com' })
  const { body } = await api('GET', `/mail_servers/${id}`)
  assert.deepEqual([body.position, body.bounce_address], [3, 'bounces@example.com'])
  assert.match(body.bounce_hook_url, new RegExp(`^${app.config.publicUrl}/hooks/email/${id}\\?t=[\\w-]{43}$`))
  const { body: plain } = await api('GET', `/mail_servers/${await create()}`)
  assert.deepEqual([plain.position, plain.bounce_address], [0, ''])
  assert.notEqual(plain.bounce_hook_url.split('?')[1], body.bounce_hook_url.split('?')[1])
  assertProblem(await api('PATCH', `/mail_servers/${id}`, { bounce_hook_url: 'x' }), 422, 'invalid', ['bounce_hook_url'])
  for (const bounce_address of ['bounces', 'a+b@example.com', `${'a'.repeat(22)}@example.com`])
    assertProblem(await api('PATCH', `/mail_servers/${id}`, { bounce_address }), 422, 'invalid', ['bounce_address'])
  assertProblem(await api('PATCH', `/mail_servers/${id}`, { position: -1 }), 422, 'invalid', ['position'])
  assert.equal((await api('PATCH', `/mail_servers/${id}`, { bounce_address: '' })).body.bounce_address, '')
})

test('a test sends one real mail, under a return address of its own, also before the server is enabled', async () => {
  const fake = await start()
  const id = await create({ port: fake.port, bounce_address: 'bounces@example.com', enabled: false })
  const answer = await ask('test', id)
  assert.deepEqual([answer.outcome, answer.code], ['accepted', ''])
  assert.match(answer.hint, /spam folder/)
  const [mail, ...more] = fake.mails
  assert.deepEqual([mail?.recipients, more], [[TO], []])
  assert.match(mail?.parsed.text ?? '', /test of the mail server "Relay/)
  assert.ok(findBouncedMessage(app.ctx.keys, mail?.from ?? ''))
  const [event] = await app.database.query(`select * from audit_events where action = 'test' and record_id = $1`, [id])
  assert.deepEqual(event?.changes, { to: 'o***@example.com', outcome: 'accepted' })
  assert.equal((await app.database.query('select from messages')).length, 0)
})

test('a check logs in and sends nothing', async () => {
  const fake = await start({ login: { user: 'wifi', password: 's3cret' } })
  const id = await create({ port: fake.port, username: 'wifi', password: 's3cret' })
  const answer = await ask('check', id)
  assert.deepEqual([answer.outcome, answer.hint, fake.mails.length, fake.logins], ['ok', '', 0, ['wifi']])
})

interface Trouble {
  what: string
  setUp(): Promise<Record<string, unknown>>
  test: [outcome: string, code: string]
  check: [outcome: string, code: string]
  hint: RegExp
}
const withPort = async (options: FakeSmtpOptions, more: Record<string, unknown> = {}) => ({
  port: (await start(options)).port,
  ...more,
})
const TROUBLES: Trouble[] = [
  {
    what: 'a wrong password',
    setUp: () => withPort({ login: { user: 'wifi', password: 's3cret' } }, { username: 'wifi', password: 'wrong-pass' }),
    test: ['rejected', '535'],
    check: ['refused', '535'],
    hint: /Check user name and password/,
  },
  {
    what: 'a login where there is none',
    setUp: () => withPort({}, { username: 'wifi', password: 'wrong-pass' }),
    test: ['rejected', '500'],
    check: ['refused', '500'],
    hint: /offers no login here/,
  },
  {
    what: 'no STARTTLS where it is asked for',
    setUp: () => withPort({}, { security: 'starttls' }),
    test: ['unavailable', 'ETLS'],
    check: ['refused', 'ETLS'],
    hint: /offers no STARTTLS/,
  },
  {
    what: 'TLS on a port that begins in clear',
    setUp: () => withPort({}, { security: 'tls' }),
    test: ['unavailable', 'ESOCKET'],
    check: ['refused', 'ESOCKET'],
    hint: /does not begin encrypted/,
  },
  {
    what: 'a certificate that nobody vouches for',
    setUp: () => withPort({ secure: true }, { security: 'tls' }),
    test: ['unavailable', 'ESOCKET'],
    check: ['refused', 'ESOCKET'],
    hint: /NODE_EXTRA_CA_CERTS/,
  },
  {
    what: 'a port where nothing listens',
    async setUp() {
      const fake = await startFakeSmtp()
      await fake.close()
      return { port: fake.port }
    },
    test: ['unavailable', 'ESOCKET'],
    check: ['cannot_tell', 'ESOCKET'],
    hint: /Nothing listens on port/,
  },
  {
    what: 'a name that does not exist',
    setUp: async () => ({ host: 'mail.invalid' }),
    test: ['unavailable', 'EDNS'],
    check: ['cannot_tell', 'EDNS'],
    hint: /no server of the name mail\.invalid/,
  },
  {
    what: 'what is no mail server',
    async setUp() {
      const web = createServer(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
      closeAtEnd(async () => web.close())
      const address = web.address()
      return { port: typeof address === 'object' ? address?.port : 0 }
    },
    test: ['unavailable', 'EPROTOCOL'],
    check: ['cannot_tell', 'EPROTOCOL'],
    hint: /no mail server/,
  },
]
for (const trouble of TROUBLES)
  test(`${trouble.what} is explained by a test and by a check, without the password`, async () => {
    const id = await create(await trouble.setUp())
    for (const what of ['test', 'check'] as const) {
      const answer = await ask(what, id)
      assert.deepEqual([answer.outcome, answer.code], trouble[what])
      assert.match(answer.hint, trouble.hint)
      assert.doesNotMatch(JSON.stringify(answer), /wrong-pass/)
    }
  })

test('what a server says to a test mail is explained: no relaying, greylisting, a sender that is refused, no such mailbox', async () => {
  const fake = await start()
  const id = await create({ port: fake.port })
  for (const [script, outcome, hint] of [
    [{ rcptTo: { code: 554, text: '5.7.1 Relay access denied' } }, 'rejected', /does not carry mail/],
    [{ rcptTo: { code: 450, text: '4.2.0 Greylisted' } }, 'throttled', /come back later/],
    [{ mailFrom: { code: 553, text: '5.7.1 Sender not owned by user' } }, 'rejected', /refuses the sender/],
    [{ rcptTo: { code: 550, text: '5.1.1 No such user' } }, 'rejected', /mailbox does not exist/],
    [{ rcptTo: { code: 530, text: '5.7.0 Authentication required' } }, 'rejected', /wants a login/],
    [{ data: { code: 554, text: '5.6.0 Spam' } }, 'rejected', /text was refused/],
  ] as const) {
    fake.script = script
    const answer = await ask('test', id)
    assert.equal(answer.outcome, outcome)
    assert.match(answer.hint, hint)
  }
})

test('a password of another secret key is told, and nothing is tried with it', async () => {
  const fake = await start()
  const id = await create({ port: fake.port, username: 'wifi', password: 'x' })
  await app.database.query('update mail_servers set password_encrypted = $2 where id = $1', [id, Buffer.alloc(40, 1)])
  for (const what of ['test', 'check'] as const) assert.equal((await ask(what, id)).code, 'secret_key')
  assert.equal(fake.connections, 0)
  assert.match((await api('GET', `/mail_servers/${id}`)).body.warnings[0], /another GATEHOUSE_SECRET_KEY/)
})

test('the simulator shows the test mail and is always there', async () => {
  const id = await create({ provider: 'simulator' })
  assert.equal((await ask('check', id)).outcome, 'ok')
  assert.equal((await ask('test', id)).outcome, 'accepted')
  const [mail] = await listSimulatorMessages(app.ctx)
  assert.deepEqual([mail?.to, mail?.subject], [TO, 'Test mail from Gatehouse'])
})

test('a test needs one address and a server that there is', async () => {
  const id = await create({ provider: 'simulator' })
  for (const to of ['', 'operator', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])
    assertProblem(await api('POST', `/mail_servers/${id}/test`, { to }), 422, 'invalid', ['to'])
  assertProblem(await api('POST', `/mail_servers/${id}/test`, {}), 422, 'invalid', ['to'])
  for (const what of ['test', 'check']) {
    const body = what === 'test' ? { to: TO } : undefined
    assertProblem(await api('POST', `/mail_servers/0199a7a0-5c00-7000-8000-000000000001/${what}`, body), 404, 'not_found')
    assertProblem(await api('POST', `/mail_servers/x/${what}`, body), 404, 'not_found')
  }
})
