import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import { postfixBounce } from '../../test/fakes/bounces.ts'
import { closeAtEnd, createTestConfig, testLog } from '../../test/harness.ts'
import { readConfig } from '../config.ts'
import { createKeys } from '../lib/keys.ts'
import { uuidv7 } from '../lib/random.ts'
import { bounceAddressFor } from './bounce-address.ts'
import { BOUNCE_BYTES_MAX, type BounceListener, startBounceListener } from './bounce-listener.ts'

const keys = createKeys('a secret key for tests, 32 bytes or more')
const returnAddress = () => bounceAddressFor(keys, 'bounces@example.com', uuidv7(new Date(0)))

interface Mail {
  raw: Buffer
  recipients: string[]
}

async function listen(protocol: 'smtp' | 'lmtp', record: (mail: Mail) => Promise<unknown>): Promise<BounceListener> {
  const config = await createTestConfig({ bounceListen: { protocol, host: '127.0.0.1', port: 0 } })
  const listener = await startBounceListener({ config, keys, log: testLog }, record)
  assert.ok(listener)
  closeAtEnd(() => listener.close())
  return listener
}

/** Speaks line by line: sends each line after the answer to the one before, and returns the answers. */
async function speak(port: number, lines: string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const answers: string[] = []
  for await (const line of createInterface({ input: socket })) {
    if (/^\d{3}-/.test(line)) continue
    answers.push(line)
    const next = lines.shift()
    if (next === undefined) break
    socket.write(`${next}\r\n`)
  }
  socket.destroy()
  return answers
}

test('a mail to a return address is handed over whole, with that address', async () => {
  const mails: Mail[] = []
  const { port } = await listen('smtp', async mail => mails.push(mail))
  const to = returnAddress()
  const raw = postfixBounce({ to, guest: 'guest@example.net' })
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  await transport.sendMail({ envelope: { from: '', to: [to] }, raw })
  transport.close()
  assert.equal(mails.length, 1)
  assert.deepEqual(mails[0]?.recipients, [to])
  assert.equal(mails[0]?.raw.toString(), raw)
})

test('LMTP is spoken where the mail server wants it', async () => {
  const mails: Mail[] = []
  const { port } = await listen('lmtp', async mail => mails.push(mail))
  const to = returnAddress()
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, lmtp: true })
  await transport.sendMail({ envelope: { from: '', to: [to] }, raw: postfixBounce({ to, guest: 'g@example.net' }) })
  transport.close()
  assert.deepEqual(mails[0]?.recipients, [to])
  assert.match((await speak(port, ['EHLO x', 'QUIT']))[1] ?? '', /^500 /)
})

test('nothing is taken for an address that is not ours, forged, or of another installation, and nothing is relayed', async () => {
  const mails: Mail[] = []
  const { port } = await listen('smtp', async mail => mails.push(mail))
  const forged = bounceAddressFor(
    createKeys('the key of somebody else, 32 bytes long'),
    'bounces@example.com',
    uuidv7(new Date(0)),
  )
  for (const to of ['bounces@example.com', 'somebody@example.org', forged, 'postmaster']) {
    const answers = await speak(port, ['EHLO x', 'MAIL FROM:<a@b.example>', `RCPT TO:<${to}>`, 'DATA', 'QUIT'])
    assert.match(answers[3] ?? '', /^5\d\d /, to)
    assert.match(answers[4] ?? '', /^5\d\d /, to)
  }
  assert.equal(mails.length, 0)
})

test('there is no login to try, and many bounces go through one connection', async () => {
  const mails: Mail[] = []
  const { port } = await listen('smtp', async mail => mails.push(mail))
  assert.match((await speak(port, ['EHLO x', 'AUTH LOGIN', 'QUIT']))[2] ?? '', /^50\d /)
  const one = () => ['MAIL FROM:<>', `RCPT TO:<${returnAddress()}>`, 'DATA', 'Subject: x\r\n\r\nx\r\n.']
  const answers = await speak(port, ['EHLO x', ...Array.from({ length: 15 }, one).flat(), 'QUIT'])
  assert.equal(mails.length, 15)
  assert.ok(
    answers.every(answer => /^[23]/.test(answer)),
    answers.join('\n'),
  )
})

test('a bounce that cannot be recorded is answered so that it comes again', async () => {
  const { port } = await listen('smtp', async () => {
    throw new Error('the database is away')
  })
  const answers = await speak(port, [
    'EHLO x',
    'MAIL FROM:<>',
    `RCPT TO:<${returnAddress()}>`,
    'DATA',
    'Subject: x\r\n\r\nx\r\n.',
    'QUIT',
  ])
  assert.match(answers[5] ?? '', /^451 /)
})

test('a mail that is too large is refused for good, said beforehand or not, and not recorded', async () => {
  const mails: Mail[] = []
  const { port } = await listen('smtp', async mail => mails.push(mail))
  const to = returnAddress()
  assert.match((await speak(port, ['EHLO x', `MAIL FROM:<> SIZE=${BOUNCE_BYTES_MAX + 1}`, 'QUIT']))[2] ?? '', /^552 /)
  const text = `Subject: x\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(16_000)}.`
  const answers = await speak(port, ['EHLO x', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA', text, 'QUIT'])
  assert.match(answers[5] ?? '', /^552 /)
  assert.equal(mails.length, 0)
})

test('it closes while a client is connected', async () => {
  const listener = await listen('smtp', async () => undefined)
  const socket = connect(listener.port, '127.0.0.1')
  await new Promise(resolve => socket.once('data', resolve))
  const gone = new Promise(resolve => socket.once('close', resolve))
  await Promise.all([listener.close(), gone])
  await assert.rejects(speak(listener.port, []), /ECONNREFUSED/)
})

test('unless it is configured nothing listens, and a port that is taken is told by the name of the option', async () => {
  const config = await createTestConfig()
  assert.equal(await startBounceListener({ config, keys, log: testLog }, async () => undefined), undefined)
  const { port } = await listen('smtp', async () => undefined)
  const taken = await createTestConfig({ bounceListen: { protocol: 'smtp', host: '127.0.0.1', port } })
  await assert.rejects(
    startBounceListener({ config: taken, keys, log: testLog }, async () => undefined),
    /GATEHOUSE_BOUNCE_LISTEN: .*EADDRINUSE/,
  )
})

test('the option takes an address with a port, with or without the protocol', () => {
  const read = (value: string) => readConfig({ GATEHOUSE_BOUNCE_LISTEN: value }).bounceListen
  assert.deepEqual(read('127.0.0.1:2525'), { protocol: 'smtp', host: '127.0.0.1', port: 2525 })
  assert.deepEqual(read('smtp://0.0.0.0:25'), { protocol: 'smtp', host: '0.0.0.0', port: 25 })
  assert.deepEqual(read('lmtp://[::1]:2424'), { protocol: 'lmtp', host: '::1', port: 2424 })
  for (const bad of ['', '2525', '127.0.0.1', 'http://127.0.0.1:80', 'lmtp://127.0.0.1', '127.0.0.1:2525/x', '127.0.0.1:99999'])
    assert.throws(() => read(bad), /GATEHOUSE_BOUNCE_LISTEN must be an address and a port/, bad)
})
