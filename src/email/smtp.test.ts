import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, test } from 'node:test'
import {
  addressesOf,
  type FakeSmtp,
  type FakeSmtpOptions,
  type Script,
  selfSigned,
  startFakeSmtp,
} from '../../test/fakes/smtp.ts'
import type { SendOutcome } from '../sms/provider.ts'
import { isEmailAddress, parseMailbox } from './address.ts'
import { createMailer, type OpenMailServer, type OutgoingMail } from './smtp.ts'

const MAIL: OutgoingMail = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  to: 'guest@example.com',
  subject: '123456 is your Hôtel “Löwe” code',
  text: '123456\n\nThis is your code.\n',
  html: '<p>123456</p>',
}
const TIMEOUTS = { connectMs: 500, silenceMs: 400, sendMs: 2000 }

const open: (() => unknown)[] = []
after(() => Promise.all(open.map(close => close())))

async function start(options?: FakeSmtpOptions): Promise<FakeSmtp> {
  const fake = await startFakeSmtp(options)
  open.push(() => fake.close())
  return fake
}

function mailer(options: Parameters<typeof createMailer>[0] = {}) {
  const made = createMailer({ timeouts: TIMEOUTS, ...options })
  open.push(() => made.close())
  return made
}

function serverAt(port: number, more: Partial<OpenMailServer> = {}): OpenMailServer {
  return {
    id: 'server-1',
    host: '127.0.0.1',
    port,
    security: 'none',
    username: '',
    password: '',
    from: 'Hotel Löwe Wi-Fi <wifi@hotel.example>',
    updated_at: new Date(0),
    ...more,
  }
}

/** Sends one mail to a server that follows the script. */
async function sendTo(script: Script, mail: Partial<OutgoingMail> = {}): Promise<{ outcome: SendOutcome; fake: FakeSmtp }> {
  const fake = await start()
  fake.script = script
  return { outcome: await mailer().send(serverAt(fake.port), { ...MAIL, ...mail }), fake }
}

test('a mail arrives as it was written, marked as automatic, under a Message-ID made of our message id', async () => {
  const { outcome, fake } = await sendTo({})
  assert.deepEqual(outcome, { outcome: 'accepted', providerMessageId: `${MAIL.id}@hotel.example` })
  assert.equal(fake.mails.length, 1)
  const [mail] = fake.mails
  assert.ok(mail)
  assert.deepEqual([mail.from, mail.recipients], ['wifi@hotel.example', ['guest@example.com']])
  assert.deepEqual(addressesOf(mail.parsed.to), ['guest@example.com'])
  assert.equal(mail.parsed.from?.value[0]?.name, 'Hotel Löwe Wi-Fi')
  assert.equal(mail.parsed.subject, MAIL.subject)
  assert.equal(mail.parsed.text?.trim(), MAIL.text.trim())
  assert.equal(mail.parsed.messageId, `<${MAIL.id}@hotel.example>`)
  assert.equal(mail.parsed.headers.get('auto-submitted'), 'auto-generated')
  assert.deepEqual(mail.parsed.attachments, [])
})

test('a mail to a carrier’s gateway is one plain 7-bit part without a subject, its lines unbroken', async () => {
  const text = `123456 is your ${'long brand '.repeat(7)}token (code). It expires in 10 min.`
  const { fake } = await sendTo({}, { to: '5555550123@vtext.com', subject: '', text, html: '' })
  const raw = fake.mails[0]?.raw ?? ''
  assert.doesNotMatch(raw, /^subject:/im)
  assert.match(raw, /^content-type: text\/plain; charset=utf-8\r$/im)
  assert.match(raw, /^content-transfer-encoding: 7bit\r$/im)
  assert.equal(raw.slice(raw.indexOf('\r\n\r\n') + 4).trim(), text)
})

const REFUSALS: [string, Script, Partial<SendOutcome> & { outcome: SendOutcome['outcome'] }][] = [
  [
    'an unknown recipient',
    { rcptTo: { code: 550, text: '5.1.1 No such user' } },
    { outcome: 'rejected', by: 'recipient', code: '550' },
  ],
  [
    'a full mailbox, told after the text,',
    { data: { code: 552, text: '5.2.2 Mailbox full' } },
    { outcome: 'rejected', by: 'recipient', code: '552' },
  ],
  [
    'a mail that is too big, told before the text,',
    { rcptTo: { code: 552, text: '5.3.4 Message too big' } },
    { outcome: 'rejected', by: 'content', code: '552' },
  ],
  [
    'an address that is refused as a matter of policy',
    { rcptTo: { code: 554, text: '5.7.1 Service unavailable; client host [192.0.2.1] blocked' } },
    { outcome: 'rejected', by: 'route', code: '554' },
  ],
  [
    'a sender that fails its check, told for the recipient,',
    { rcptTo: { code: 550, text: '5.7.23 SPF validation failed' } },
    { outcome: 'rejected', by: 'configuration', code: '550' },
  ],
  [
    'a refusal without a status code',
    { rcptTo: { code: 550, text: 'No such user' } },
    { outcome: 'rejected', by: 'recipient', code: '550' },
  ],
  [
    'a server that relays for nobody',
    { rcptTo: { code: 554, text: '5.7.1 Relay access denied' } },
    { outcome: 'rejected', by: 'configuration', code: '554' },
  ],
  [
    'a server that wants a login',
    { rcptTo: { code: 530, text: '5.7.0 Authentication required' } },
    { outcome: 'rejected', by: 'configuration', code: '530' },
  ],
  [
    'a sender that is not allowed',
    { mailFrom: { code: 553, text: '5.7.1 Sender not owned' } },
    { outcome: 'rejected', by: 'configuration', code: '553' },
  ],
  ['a text taken for spam', { data: { code: 554, text: '5.7.1 Spam' } }, { outcome: 'rejected', by: 'content', code: '554' }],
  ['greylisting', { rcptTo: { code: 450, text: '4.2.0 Greylisted' } }, { outcome: 'throttled', code: '450' }],
  ['a text to be sent later', { data: { code: 451, text: '4.3.0 Try again' } }, { outcome: 'throttled', code: '451' }],
  [
    'a server that closes down',
    { mailFrom: { code: 421, text: '4.3.2 Shutting down' } },
    { outcome: 'unavailable', code: '421' },
  ],
  [
    'a server that closes down after the text',
    { data: { code: 421, text: '4.3.2 Bye' } },
    { outcome: 'unavailable', code: '421' },
  ],
  ['a greeting that refuses', { onConnect: { code: 554, text: 'No service' } }, { outcome: 'unavailable', code: 'EPROTOCOL' }],
  ['a connection lost before the text', { dropAtRcpt: true }, { outcome: 'unavailable', code: 'ECONNECTION' }],
  ['a connection lost after the text', { afterData: 'drop' }, { outcome: 'unknown', code: 'ECONNECTION' }],
  ['silence after the text', { afterData: 'hang' }, { outcome: 'unknown', code: 'ETIMEDOUT' }],
]

for (const [what, script, expected] of REFUSALS)
  test(`${what} is ${'by' in expected ? `rejected by ${expected.by}` : expected.outcome}`, async () => {
    const { outcome } = await sendTo(script)
    assert.deepEqual({ ...outcome, message: '' }, { ...expected, message: '' })
  })

test('a mail with a return address of its own leaves under it, and its sender stays what the guest sees', async () => {
  const envelopeFrom = 'bounces+token@hotel.example'
  const { outcome, fake } = await sendTo({}, { envelopeFrom })
  assert.equal(outcome.outcome, 'accepted')
  const [mail] = fake.mails
  assert.equal(mail?.from, envelopeFrom)
  assert.deepEqual(addressesOf(mail?.parsed.from), ['wifi@hotel.example'])
  assert.deepEqual([mail?.parsed.replyTo, mail?.parsed.messageId], [undefined, `<${MAIL.id}@hotel.example>`])
})

test('no mail ever leaves without a return address', async () => {
  for (const envelopeFrom of ['', undefined]) {
    const { fake } = await sendTo({}, { envelopeFrom })
    assert.equal(fake.mails[0]?.from, 'wifi@hotel.example')
  }
})

test('a server that knows delivery reports is asked to leave the text out of them, another is asked nothing', async () => {
  for (const dsn of [true, false]) {
    const fake = await start({ dsn })
    await mailer().send(serverAt(fake.port), { ...MAIL, envelopeFrom: 'bounces+token@hotel.example' })
    assert.deepEqual(
      fake.mails[0]?.dsn,
      dsn ? { ret: 'HDRS', notify: ['FAILURE', 'DELAY'], orcpt: 'rfc822;guest@example.com' } : {},
    )
  }
})

test('a check connects, encrypts and logs in, and sends nothing', async () => {
  const fake = await start({ starttls: true, login: { user: 'wifi', password: 's3cret' } })
  const server = serverAt(fake.port, { security: 'starttls', username: 'wifi', password: 's3cret' })
  const checked = await mailer({ ca: selfSigned().cert }).check(server)
  assert.equal(checked.outcome, 'ok')
  assert.match(checked.message, /encrypted.*login was taken.*Nothing was sent/)
  assert.deepEqual([fake.connections, fake.mails.length, fake.logins], [1, 0, ['wifi']])
})

test('a check tells a refusal from a server that was not reached', async () => {
  const fake = await start({ starttls: true, login: { user: 'wifi', password: 's3cret' } })
  const at = (more: Partial<OpenMailServer>) => serverAt(fake.port, { security: 'starttls', ...more })
  const check = async (server: OpenMailServer, ca?: string) => {
    const checked = await mailer(ca ? { ca } : {}).check(server)
    assert.doesNotMatch(JSON.stringify(checked), /wrong-pass/)
    return [checked.outcome, 'code' in checked ? checked.code : '']
  }
  const { cert } = selfSigned()
  assert.deepEqual(await check(at({ username: 'wifi', password: 'wrong-pass' }), cert), ['refused', '535'])
  assert.deepEqual(await check(at({})), ['refused', 'ESOCKET'])
  const plain = await start()
  assert.deepEqual(await check(serverAt(plain.port, { security: 'starttls' })), ['refused', 'ETLS'])
  assert.deepEqual(await check(serverAt(plain.port, { security: 'tls' })), ['refused', 'ESOCKET'])
  assert.deepEqual(await check(serverAt(25, { host: 'mail.invalid' })), ['cannot_tell', 'EDNS'])
  await plain.close()
  assert.deepEqual(await check(serverAt(plain.port)), ['cannot_tell', 'ESOCKET'])
  const silent = createServer(() => {})
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  open.push(() => silent.close())
  const address = silent.address()
  assert.deepEqual(await check(serverAt(typeof address === 'object' ? (address?.port ?? 0) : 0)), ['cannot_tell', 'ETIMEDOUT'])
})

test('a mail that was refused does the next one no harm', async () => {
  const fake = await start()
  const sender = mailer()
  fake.script = { rcptTo: { code: 550, text: 'No such user' } }
  await sender.send(serverAt(fake.port), MAIL)
  fake.script = {}
  assert.equal((await sender.send(serverAt(fake.port), MAIL)).outcome, 'accepted')
  assert.equal(fake.mails.length, 1)
})

test('a connection that the server dropped while idle is not a mail lost: the next goes over a new one, once', async () => {
  const fake = await start()
  const sender = mailer()
  await sender.send(serverAt(fake.port), MAIL)
  fake.dropConnections()
  assert.equal((await sender.send(serverAt(fake.port), { ...MAIL, id: 'second' })).outcome, 'accepted')
  assert.deepEqual(
    fake.mails.map(mail => mail.parsed.messageId),
    [`<${MAIL.id}@hotel.example>`, '<second@hotel.example>'],
  )
})

test('a mail whose fate is unknown is handed over exactly once', async () => {
  const { outcome, fake } = await sendTo({ afterData: 'drop' })
  assert.equal(outcome.outcome, 'unknown')
  assert.equal(fake.mails.length, 1)
})

test('nobody at that port, and a name that does not exist, are unavailable', async () => {
  const fake = await start()
  await fake.close()
  assert.equal((await mailer().send(serverAt(fake.port), MAIL)).outcome, 'unavailable')
  const nowhere = await mailer().send(serverAt(25, { host: 'mail.invalid' }), MAIL)
  assert.equal(nowhere.outcome, 'unavailable')
})

test('a server that never greets is unavailable within the time-out', async () => {
  const silent = createServer(() => {})
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  open.push(() => silent.close())
  const address = silent.address()
  const outcome = await mailer().send(serverAt(typeof address === 'object' ? (address?.port ?? 0) : 0), MAIL)
  assert.deepEqual({ ...outcome, message: '' }, { outcome: 'unavailable', code: 'ETIMEDOUT', message: '' })
})

test('STARTTLS: the mail goes encrypted, with the login inside', async () => {
  const fake = await start({ starttls: true, login: { user: 'wifi', password: 's3cret' } })
  const server = serverAt(fake.port, { security: 'starttls', username: 'wifi', password: 's3cret' })
  assert.equal((await mailer({ ca: selfSigned().cert }).send(server, MAIL)).outcome, 'accepted')
  assert.deepEqual([fake.mails[0]?.secure, fake.mails[0]?.user], [true, 'wifi'])
})

test('STARTTLS: a server that lacks it gets neither login nor mail in clear', async () => {
  const fake = await start({ login: { user: 'wifi', password: 's3cret' } })
  const server = serverAt(fake.port, { security: 'starttls', username: 'wifi', password: 's3cret' })
  const outcome = await mailer().send(server, MAIL)
  assert.deepEqual([outcome.outcome, fake.mails.length], ['unavailable', 0])
})

test('TLS: the mail goes encrypted from the first byte', async () => {
  const fake = await start({ secure: true })
  const outcome = await mailer({ ca: selfSigned().cert }).send(serverAt(fake.port, { security: 'tls' }), MAIL)
  assert.deepEqual([outcome.outcome, fake.mails[0]?.secure], ['accepted', true])
})

for (const security of ['tls', 'starttls'] as const)
  test(`${security}: a certificate that nobody vouches for is refused, and the operator is told`, async () => {
    const fake = await start({ secure: security === 'tls', starttls: security === 'starttls' })
    const outcome = await mailer().send(serverAt(fake.port, { security }), MAIL)
    assert.equal(outcome.outcome, 'unavailable')
    assert.match('message' in outcome ? outcome.message : '', /self-signed certificate/)
    assert.equal(fake.mails.length, 0)
  })

test('a wrong password is a mistake of the configuration, and is not in what is said of it', async () => {
  const fake = await start({ starttls: true, login: { user: 'wifi', password: 's3cret' } })
  const server = serverAt(fake.port, { security: 'starttls', username: 'wifi', password: 'wrong-pass' })
  const outcome = await mailer({ ca: selfSigned().cert }).send(server, MAIL)
  assert.deepEqual({ ...outcome, message: '' }, { outcome: 'rejected', by: 'configuration', code: '535', message: '' })
  assert.doesNotMatch(JSON.stringify(outcome), /wrong-pass/)
})

test('a login for a server that has none is told, and the mail not sent without it', async () => {
  const fake = await start()
  const outcome = await mailer().send(serverAt(fake.port, { username: 'wifi', password: 'x' }), MAIL)
  assert.deepEqual([outcome.outcome, fake.mails.length], ['rejected', 0])
})

test('a changed server record is used at once', async () => {
  const before = await start()
  const now = await start()
  const sender = mailer()
  await sender.send(serverAt(before.port), MAIL)
  await sender.send(serverAt(now.port, { updated_at: new Date(1) }), MAIL)
  assert.deepEqual([before.mails.length, now.mails.length], [1, 1])
})

test('an address that is not exactly one is refused before anything is sent', async () => {
  const fake = await start()
  for (const to of [
    'guest@example.com, other@example.com',
    'guest@example.com;other@example.com',
    'guest@example.com\r\nBcc: other@example.com',
    'guest@example.com\nRCPT TO:<other@example.com>',
    '<guest@example.com>',
    'Guest <guest@example.com>',
    '"a b"@example.com',
    'guest@example.com other@example.com',
    'guest@@example.com',
    'guest@-example.com',
    'g..uest@example.com',
    '@example.com',
    'guest@',
    'guest',
    'guest@example.com\u0000',
    `${'a'.repeat(250)}@example.com`,
    '',
  ]) {
    const outcome = await mailer().send(serverAt(fake.port), { ...MAIL, to })
    assert.deepEqual({ ...outcome, message: '' }, { outcome: 'rejected', by: 'recipient', code: 'bad_address', message: '' }, to)
  }
  const bad = await mailer().send(serverAt(fake.port, { from: 'wifi@hotel.example\r\nBcc: x@y.example' }), MAIL)
  assert.deepEqual({ ...bad, message: '' }, { outcome: 'rejected', by: 'configuration', code: 'bad_sender', message: '' })
  assert.equal(fake.connections, 0)
})

test('neither subject nor text nor the sender’s name can add a header or a recipient', async () => {
  const fake = await start()
  const server = serverAt(fake.port, { from: '"Wi-Fi, Bcc: x@y.example" <wifi@hotel.example>' })
  const attack = 'hello\r\nBcc: other@example.com\r\nX-Evil: 1\r\n\r\nbody\r\n.\r\nMAIL FROM:<a@b.example>'
  const outcome = await mailer().send(server, { ...MAIL, subject: attack, text: attack, html: `<p>${attack}</p>` })
  assert.equal(outcome.outcome, 'accepted')
  assert.equal(fake.mails.length, 1)
  const { recipients, parsed } = fake.mails[0] ?? assert.fail()
  assert.deepEqual(recipients, ['guest@example.com'])
  assert.deepEqual([parsed.bcc, parsed.headers.get('x-evil')], [undefined, undefined])
  assert.deepEqual(addressesOf(parsed.from), ['wifi@hotel.example'])
})

test('what is said of a refusal has neither the code nor the whole address', async () => {
  const { outcome } = await sendTo({ data: { code: 554, text: 'guest@example.com: "123456 is your code" looks like spam' } })
  assert.equal('message' in outcome && outcome.message, '554 g***@example.com: "… is your code" looks like spam')
})

test('a sender is read with or without a name', () => {
  assert.deepEqual(parseMailbox('wifi@hotel.example'), { name: '', address: 'wifi@hotel.example' })
  assert.deepEqual(parseMailbox(' Hotel <wifi@hotel.example> '), { name: 'Hotel', address: 'wifi@hotel.example' })
  assert.deepEqual(parseMailbox('"Hotel, Löwe" <wifi@hotel.example>'), { name: 'Hotel, Löwe', address: 'wifi@hotel.example' })
  for (const bad of [
    '',
    'Hotel',
    'a@b.example, c@d.example',
    'A <a@b.example>, C <c@d.example>',
    'A\n<a@b.example>',
    '<a b@c.example>',
  ])
    assert.equal(parseMailbox(bad), undefined, bad)
})

test('plain addresses are taken, also new top-level domains and domains of other scripts', () => {
  for (const good of ['a@b.example', 'first.last+tag@sub.example.photography', 'o’x@x'.replace('’', "'"), 'info@münchen.example'])
    assert.equal(isEmailAddress(good), true, good)
})
