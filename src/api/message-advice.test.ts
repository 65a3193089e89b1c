import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { addSeconds } from '../lib/clock.ts'
import { uuidv7 } from '../lib/random.ts'
import { TWILIO_ERRORS } from '../sms/providers/twilio-errors.ts'
import { ADVICE_KEYS, adviseOnMessage, explainAttempt, type ToldMessage } from './message-advice.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ago = (seconds: number) => addSeconds(NOW, -seconds)

const sent: ToldMessage = {
  channel: 'sms',
  template: 'code',
  status: 'accepted',
  due_at: null,
  created_at: ago(20),
  expires_at: ago(-580),
  accepted_at: ago(19),
  proven_at: null,
  error_class: null,
  error_code: null,
  error_message: null,
  way: 'Twilio',
  hasReceipts: true,
  attempts: [{ way: 'Twilio', outcome: 'accepted', error_code: null, error_message: null }],
}
const failedAt = (way: string) => ({ way, outcome: 'unavailable', error_code: '503', error_message: 'Overloaded.' })
const queued: Partial<ToldMessage> = { status: 'queued', accepted_at: null, attempts: [], due_at: ago(-3) }
const failed = (
  error_class: string | null,
  error_code: string | null = null,
  error_message: string | null = null,
): Partial<ToldMessage> => ({ status: 'failed', accepted_at: null, error_class, error_code, error_message, attempts: [] })

/** Each case: the message, the key, and what the text must say. */
const CASES: [string, Partial<ToldMessage>, string | null, RegExp?][] = [
  ['just made', queued, 'queued'],
  ['due long ago', { ...queued, due_at: ago(90) }, 'queued_late', /90 s ago: no node/],
  [
    'at a gateway that rests',
    { ...queued, error_code: 'resting', error_message: 'Not tried.' },
    'queued_gateway_rests',
    /in 3 s/,
  ],
  ['at the limit of a second', { ...queued, error_code: 'send_limit' }, 'queued_send_limit', /Twilio may send only so many/],
  [
    'on to the next gateway',
    { ...queued, way: 'Vonage', attempts: [failedAt('Twilio')] },
    'queued_again',
    /Twilio did not take it: Overloaded\. It is tried by Vonage in 3 s/,
  ],
  ['under way', { status: 'sending', accepted_at: null }, 'sending'],
  ['under way for long', { status: 'sending', accepted_at: null, created_at: ago(200) }, 'sending_long', /200 s/],
  ['unknown and asked about', { status: 'unknown', accepted_at: null, due_at: ago(-2) }, 'unknown_asking', /being asked/],
  ['unknown for good', { status: 'unknown', accepted_at: null }, 'unknown_for_good', /not sent again/],
  ['taken just now', {}, 'accepted_waiting'],
  ['taken, and silence since', { accepted_at: ago(300) }, 'accepted_no_receipt', /public URL/],
  ['taken by a provider that never reports', { hasReceipts: false }, 'accepted_never_reported', /reports no deliveries/],
  ['taken by a mail server', { hasReceipts: false, channel: 'email' }, 'accepted_never_reported', /spam folder/],
  ['delivered', { status: 'delivered' }, 'delivered_waiting'],
  ['delivered, and never entered', { status: 'delivered', expires_at: ago(1) }, 'delivered_never_entered', /pumping/],
  ['delivered notice', { status: 'delivered', template: 'password_changed', expires_at: ago(1) }, null],
  ['proven', { proven_at: ago(1) }, null],
  [
    'proven by another gateway',
    { proven_at: ago(1), way: 'Vonage', attempts: [failedAt('Twilio'), ...sent.attempts] },
    'failed_over',
    /Twilio did not take it, so Vonage did: Overloaded/,
  ],
  ['delivered by another gateway', { status: 'delivered', way: 'Vonage', attempts: [failedAt('Twilio')] }, 'failed_over'],
  ['opted out', failed('recipient', 'opted_out'), 'opted_out', /START/],
  ['suppressed', failed('recipient', 'suppressed'), 'suppressed', /delete its suppression/],
  ['no gateway', failed('configuration', 'no_gateway'), 'no_gateway', /Attach/],
  ['no mail server', failed('configuration', 'no_mail_server'), 'no_mail_server'],
  ['spend limit', failed('spent', 'spend_limit'), 'spend_limit', /Raise/],
  ['expired unsent', failed('expired', 'expired'), 'expired'],
  ['not needed any more', failed('cancelled', 'cancelled'), 'cancelled'],
  [
    'a wrong number',
    failed('recipient', '21211', TWILIO_ERRORS.get('21211')?.hint ?? ''),
    'failed_recipient',
    /guest should check/,
  ],
  ['a country', failed('route', '21408', 'Not permitted'), 'failed_route', /Not permitted\. Attach another gateway/],
  [
    'credentials',
    failed('configuration', '20003', TWILIO_ERRORS.get('20003')?.hint ?? ''),
    'failed_configuration',
    /test message/,
  ],
  ['a text', failed('content', '30007', 'Filtered.'), 'failed_content', /Change the message text/],
  ['too fast', failed('throttled', '429', 'Slowly.'), 'failed_throttled'],
  ['away', failed('unavailable', '503', 'Overloaded.'), 'failed_unavailable', /second gateway/],
  ['a receipt without a class', failed(null, '999', null), 'failed', /The provider did not say more\./],
]

for (const [name, change, key, says] of CASES)
  test(`advice on a message: ${name}`, () => {
    const advice = adviseOnMessage({ ...sent, ...change }, NOW)
    assert.equal(advice?.key ?? null, key)
    if (says) assert.match(advice?.text ?? '', says)
    if (advice) assert.match(advice.text, /^[A-Z].*[.]$/, 'whole sentences')
    assert.doesNotMatch(advice?.text ?? '', /undefined|null|NaN|\.\./)
  })

test('every advice there is can be had', () => {
  assert.deepEqual(new Set(CASES.map(([, , key]) => key).filter(key => key !== null)), new Set(ADVICE_KEYS))
})

test('an attempt is told in plain words, with what its code means', () => {
  const told = (outcome: string | null, error_code: string | null = null, error_message: string | null = null) =>
    explainAttempt({ outcome, error_code, error_message })
  assert.equal(told(null), 'Is under way, or its end was never seen.')
  assert.equal(told('accepted'), 'Took the message.')
  assert.equal(told('route', '21408', 'Not permitted.'), 'Cannot send from this sender to this number or country. Not permitted.')
  assert.match(told('unavailable', 'resting', 'Not tried.'), /^Was not asked: it is left alone/)
  assert.match(told('recipient', 'opted_out', 'STOP.'), /^Was not asked\. STOP/)
  assert.equal(told('something_new'), 'Ended as something_new.')
})

test('one message is told with names, price, explanations and advice; the number stays masked, whoever repeats it', async () => {
  const app = await createTestApp({ schedule: false })
  const api = await documentedApi(app)
  const { database, clock } = app
  const make = async (path: string, body: object) => (await api('POST', path, body)).body.id as string
  const [first, second] = [
    await make('/sms_gateways', { name: 'First', provider: 'simulator' }),
    await make('/sms_gateways', { name: 'Second', provider: 'simulator' }),
  ]
  const id = uuidv7(clock.now())
  await database.query(
    `insert into messages (id, channel, template, status, "to", locale, sms_gateway_id, attempts, segments, price_micros, currency, network,
       accepted_at, created_at, expires_at)
     values ($1, 'sms', 'code', 'delivered', '+14155550123', 'en', $2, 2, 1, 7900, 'USD', 'Verizon', $3, $3, $4)`,
    [id, second, clock.now(), addSeconds(clock.now(), 600)],
  )
  await database.query(
    `insert into message_attempts (message_id, number, sms_gateway_id, started_at, finished_at, outcome, error_code, error_message)
     values ($1, 1, $2, $4, $4, 'route', '7', 'No way to +14155550123.'), ($1, 2, $3, $4, $4, 'accepted', null, null)`,
    [id, first, second, clock.now()],
  )
  const { status, body } = await api('GET', `/messages/${id}`)
  assert.equal(status, 200)
  assert.deepEqual(
    [body.sms_gateway, body.price, body.currency, body.network, body.segments, body.validation_status],
    ['Second', '0.0079', 'USD', 'Verizon', 1, null],
  )
  assert.deepEqual(
    body.attempts.map((it: Record<string, string>) => [it.sms_gateway, it.explanation]),
    [
      ['First', 'Cannot send from this sender to this number or country. No way to +1******0123.'],
      ['Second', 'Took the message.'],
    ],
  )
  assert.equal(body.advice.key, 'failed_over')
  assert.deepEqual([body.advice.params.from, body.advice.params.to], ['First', 'Second'])
  assert.doesNotMatch(JSON.stringify(body), /14155550123/)
  const { body: page } = await api('GET', '/messages')
  assert.equal('advice' in page.data[0], false, 'a list tells what it always did')
  assert.equal((await api('GET', `/messages/${uuidv7(clock.now())}`)).status, 404)
})
