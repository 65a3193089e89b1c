import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  complaint,
  exchangeBounce,
  eximBounce,
  gmailBounce,
  postfixBounce,
  qmailBounce,
  vacationReply,
} from '../../test/fakes/bounces.ts'
import { createTestApp } from '../../test/harness.ts'
import { bounceAddressFor } from '../email/bounce-address.ts'
import { createKeys } from '../lib/keys.ts'
import { uuidv7 } from '../lib/random.ts'
import { type BounceOutcome, recordBounce } from './record-bounce.ts'

const app = await createTestApp({ schedule: false })
const { ctx, database } = app

// biome-ignore lint/suspicious/noExplicitAny: a row of any table
type Row = Record<string, any>

interface Sent {
  id: string
  /** Its return address. */
  to: string
  guest: string
}

let made = 0
/** A message that was sent, as if by a mail server. */
async function sent(more: { status?: string; guest?: string; channel?: string; proven?: boolean } = {}): Promise<Sent> {
  const now = app.clock.now()
  const id = uuidv7(now)
  const guest = more.guest ?? `guest-${++made}@example.net`
  const validationId = more.proven === undefined ? null : uuidv7(now)
  if (validationId)
    await database.query(
      `insert into validations (id, purpose, channel, status, contact, budget_key, seed, last_sent_at, created_at, expires_at, approved_at)
       values ($1, 'api', 'email', $2, $3, '', '', $4, $4, $4, $5)`,
      [validationId, more.proven ? 'approved' : 'pending', guest, now, more.proven ? now : null],
    )
  await database.query(
    `insert into messages (id, channel, template, status, "to", locale, validation_id, due_at, created_at, expires_at, accepted_at)
     values ($1, $2, 'code', $3, $4, 'en', $5, null, $6, $6, $6)`,
    [id, more.channel ?? 'email', more.status ?? 'accepted', guest, validationId, now],
  )
  return { id, to: bounceAddressFor(ctx.keys, 'bounces@example.com', id), guest }
}

const bounced = (mail: string, recipients: string[] = []): Promise<BounceOutcome> =>
  recordBounce(ctx, { raw: Buffer.from(mail), recipients })
const messageOf = async ({ id }: Sent): Promise<Row> =>
  (await database.query('select * from messages where id = $1', [id]))[0] ?? {}
const eventsOf = ({ id }: Sent): Promise<Row[]> => database.query('select * from message_events where message_id = $1', [id])
const suppressionsOf = ({ guest }: Sent): Promise<Row[]> =>
  database.query('select * from suppressions where contact = $1', [guest.toLowerCase()])
const tally = async (message: Sent) => [
  (await messageOf(message)).status,
  (await eventsOf(message)).map(event => event.status).join(),
  (await suppressionsOf(message)).map(({ reason }) => reason).join(),
]

for (const [writer, write] of Object.entries({ postfixBounce, eximBounce, exchangeBounce, gmailBounce }))
  test(`${writer}: an address that does not exist fails its message, says why in plain words, and is suppressed`, async () => {
    const message = await sent({ guest: `Guest.${writer}@example.net` })
    assert.equal(await bounced(write(message)), 'recorded')
    const row = await messageOf(message)
    assert.deepEqual([row.status, row.error_class, row.due_at, row.worker], ['failed', 'recipient', null, null])
    assert.match(row.error_code, /^5\./)
    assert.match(row.error_message, /guest has to correct the address\. It said: 550/)
    assert.ok(row.final_at)
    const [event, ...moreEvents] = await eventsOf(message)
    assert.deepEqual([event?.status, event?.source, event?.error_code, moreEvents], ['failed', 'bounce', row.error_code, []])
    const [suppression, ...more] = await suppressionsOf(message)
    assert.deepEqual(
      [suppression?.channel, suppression?.reason, suppression?.message_id, suppression?.contact, more],
      ['email', 'hard_bounce', message.id, message.guest.toLowerCase(), []],
    )
    // Neither the address in full nor the code of the mail that came back.
    assert.doesNotMatch(JSON.stringify([row.error_message, event, suppression?.detail]), /123456|Guest\.\w+@/i)
  })

test('a bounce that comes again changes nothing, and lifts nothing back that an operator has lifted', async () => {
  const message = await sent()
  assert.equal(await bounced(postfixBounce(message)), 'recorded')
  await database.query('delete from suppressions where contact = $1', [message.guest])
  assert.equal(await bounced(postfixBounce(message)), 'repeated')
  assert.deepEqual(await tally(message), ['failed', 'failed', ''])
})

test('twenty copies of a bounce at once are one event and one suppression', async () => {
  const message = await sent()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => bounced(postfixBounce(message))))
  assert.equal(outcomes.filter(outcome => outcome === 'recorded').length, 1)
  assert.deepEqual(await tally(message), ['failed', 'failed', 'hard_bounce'])
})

const HARMLESS: [string, string, string, string, string][] = [
  ['a full mailbox', '5.2.2', '552 5.2.2 Mailbox full', 'failed', 'recipient'],
  ['a blocked sender', '5.7.1', '554 5.7.1 Client host blocked', 'failed', 'route'],
  ['a mail that fails SPF', '5.7.23', '550 5.7.23 SPF validation failed', 'failed', 'configuration'],
  ['a text taken for spam', '5.6.0', '550 5.6.0 Spam', 'failed', 'content'],
  ['a mail server that gave up', '4.4.7', 'delivery temporarily suspended', 'failed', 'unavailable'],
]
for (const [what, status, said, expected, by] of HARMLESS)
  test(`${what} fails the message and does not suppress the address`, async () => {
    const message = await sent()
    await bounced(postfixBounce({ ...message, status, said }))
    assert.deepEqual(await tally(message), [expected, 'failed', ''])
    assert.equal((await messageOf(message)).error_class, by)
  })

for (const [action, expected] of [
  ['delayed', 'accepted'],
  ['relayed', 'accepted'],
  ['delivered', 'delivered'],
] as const)
  test(`a report of the action ${action} leaves the message ${expected}`, async () => {
    const message = await sent()
    await bounced(postfixBounce({ ...message, action, status: action === 'delayed' ? '4.4.1' : '2.0.0' }))
    assert.deepEqual(await tally(message), [expected, action, ''])
  })

test('what is late and fails later is both, and nothing leads back', async () => {
  const message = await sent()
  await bounced(postfixBounce({ ...message, action: 'delayed', status: '4.4.1' }))
  await bounced(postfixBounce(message))
  await bounced(postfixBounce({ ...message, action: 'delivered', status: '2.0.0' }))
  assert.deepEqual(await tally(message), ['failed', 'delayed,failed,delivered', 'hard_bounce'])
})

test('a message whose code was entered has arrived: a bounce is written down and changes nothing else', async () => {
  const message = await sent({ proven: true })
  assert.equal(await bounced(postfixBounce(message)), 'recorded')
  assert.deepEqual(await tally(message), ['accepted', 'failed', ''])
  const [validation] = await database.query('select status, approved_at from validations where contact = $1', [message.guest])
  assert.equal(validation?.status, 'approved')
  const unproven = await sent({ proven: false })
  await bounced(postfixBounce(unproven))
  assert.deepEqual(await tally(unproven), ['failed', 'failed', 'hard_bounce'])
})

test('a message that is to be tried again elsewhere stops for a wrong address alone', async () => {
  const wrong = await sent({ status: 'queued' })
  await bounced(postfixBounce(wrong))
  assert.deepEqual(await tally(wrong), ['failed', 'failed', 'hard_bounce'])
  const blocked = await sent({ status: 'queued' })
  await bounced(postfixBounce({ ...blocked, status: '5.7.1', said: '554 5.7.1 blocked' }))
  assert.deepEqual(await tally(blocked), ['queued', 'failed', ''])
})

test('where the mailbox forwards to a dead one, the message fails and the guest’s own address is not suppressed', async () => {
  const message = await sent()
  await bounced(postfixBounce(message).replaceAll(message.guest, 'elsewhere@example.org'))
  assert.deepEqual(await tally(message), ['failed', 'failed', ''])
})

test('a bounce written for people fails the message when it has a code, and never suppresses', async () => {
  const clear = await sent()
  await bounced(qmailBounce(clear))
  assert.deepEqual(await tally(clear), ['failed', 'failed', ''])
  const vague = await sent()
  await bounced(qmailBounce({ ...vague, said: 'something went wrong' }))
  assert.deepEqual(await tally(vague), ['accepted', 'delayed', ''])
})

test('a complaint suppresses the address and leaves the message as it is, also where the code was entered', async () => {
  for (const proven of [false, true]) {
    const message = await sent({ proven })
    assert.equal(await bounced(complaint(message)), 'recorded')
    assert.deepEqual(await tally(message), ['accepted', 'complaint', 'complaint'])
  }
})

test('an address that is suppressed already keeps its reason', async () => {
  const first = await sent()
  await bounced(complaint(first))
  const second = await sent({ guest: first.guest })
  assert.equal(await bounced(postfixBounce(second)), 'recorded')
  assert.deepEqual(await tally(second), ['failed', 'failed', 'complaint'])
})

test('a text that goes through a carrier’s mailbox fails, and no address is suppressed for it', async () => {
  const message = await sent({ channel: 'email_to_sms', guest: '+15555550123' })
  await bounced(postfixBounce({ to: message.to, guest: '5555550123@vtext.com' }))
  assert.deepEqual(await tally(message), ['failed', 'failed', ''])
  assert.doesNotMatch((await messageOf(message)).error_message, /5555550123/)
})

test('a vacation notice, a letter and a forged or foreign return address change nothing', async () => {
  const message = await sent()
  assert.equal(await bounced(vacationReply(message)), 'not_a_bounce')
  assert.equal(await bounced(`From: ${message.guest}\r\nTo: ${message.to}\r\nSubject: hello\r\n\r\nhello\r\n`), 'not_a_bounce')
  const forged = bounceAddressFor(createKeys('the key of somebody else, 32 bytes long'), 'bounces@example.com', message.id)
  assert.equal(await bounced(postfixBounce({ ...message, to: forged })), 'no_token')
  assert.equal(await bounced(postfixBounce({ ...message, to: 'bounces@example.com' })), 'no_token')
  assert.equal(await bounced(''), 'no_token')
  const purged = bounceAddressFor(ctx.keys, 'bounces@example.com', uuidv7(app.clock.now()))
  assert.equal(await bounced(postfixBounce({ ...message, to: purged })), 'unknown_message')
  assert.deepEqual(await tally(message), ['accepted', '', ''])
})

test('the address of the envelope counts before any that the mail names', async () => {
  const [envelope, quoted] = [await sent(), await sent()]
  assert.equal(await bounced(postfixBounce(quoted), [envelope.to]), 'recorded')
  assert.deepEqual((await tally(quoted))[0], 'accepted')
  assert.deepEqual((await tally(envelope))[0], 'failed')
})
