import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, type TestContext, test } from 'node:test'
import { lookupByHttp, openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type { Callback, OutgoingSms } from '../../src/sms/provider.ts'
import { twilio } from '../../src/sms/providers/twilio.ts'
import { type Step, startFakeTwilio } from '../fakes/twilio.ts'
import { sms } from './contract.ts'
import { twilioGateway } from './twilio-gateway.ts'

const NONE: ReadonlySet<string> = new Set()

const fake = await startFakeTwilio()
const engine = openHttpEngine({ timeoutMs: 300 })
const gateway = twilioGateway({ base_url: fake.origin, account_sid: fake.accountSid, auth_token: fake.authToken })
after(() => Promise.all([engine.close(), fake.close()]))

let lastNumber = 0
/** A message to a number of its own, so that the tests do not see each other's. */
function newSms(changes: Partial<OutgoingSms> = {}): OutgoingSms {
  lastNumber++
  return { ...sms, to: `+1555556${String(lastNumber).padStart(4, '0')}`, ...changes }
}

/** A receiver of callbacks that keeps them as the product would see them. */
async function startReceiver(t: TestContext) {
  const callbacks: Callback[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8').on('data', chunk => {
      body += chunk
    })
    req.on('end', () => {
      const headers = { 'x-twilio-signature': String(req.headers['x-twilio-signature'] ?? '') }
      callbacks.push({ method: req.method ?? '', url: `${origin}${req.url}`, headers, body })
      res.writeHead(204).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin, callbacks }
}

test('a message arrives once, with the time of its arrival, and its code can be read', async () => {
  const message = newSms()
  const before = performance.now()
  const waiting = fake.messageTo(message.to)
  assert.equal((await sendByHttp(engine, twilio, message, gateway)).outcome, 'accepted')
  const arrived = await waiting
  assert.ok(arrived.at >= before && arrived.at <= performance.now())
  assert.equal(fake.messagesTo(message.to).length, 1)
  assert.equal(fake.codeFor(message.to), '481516')
  assert.equal(arrived.validityS, 600)
  assert.equal(arrived.statusCallback, message.callbackUrl)
  await assert.rejects(fake.messageTo(message.to, 2, 20), /did not come/)
})

const steps: [name: string, step: Step, outcome: string, lookup: string][] = [
  ['an error', { answer: 'error', status: 400, code: 21_612 }, 'rejected', 'not_found'],
  ['429', { answer: 'error', status: 429, code: 20_429, headers: { 'retry-after': '2' } }, 'throttled', 'not_found'],
  ['503 without the message', { answer: 'error', status: 503 }, 'unknown', 'not_found'],
  ['500 with the message taken', { answer: 'error', status: 500, takes: true }, 'unknown', 'found'],
  ['a reset before the message is taken', { answer: 'reset' }, 'unknown', 'not_found'],
  ['a reset after the message is taken', { answer: 'reset', takes: true }, 'unknown', 'found'],
  ['silence after the message is taken', { answer: 'never', takes: true }, 'unknown', 'found'],
  ['garbage after the message is taken', { answer: 'raw', status: 201, body: '<html>', takes: true }, 'unknown', 'found'],
  ['an answer that comes too late', { delayMs: 400 }, 'unknown', 'found'],
  ['a slow answer', { delayMs: 50 }, 'accepted', 'found'],
]
for (const [name, step, outcome, lookup] of steps)
  test(`after ${name} the send is ${outcome}, and asking gives ${lookup}`, async () => {
    const message = newSms()
    const since = new Date()
    fake.next(step)
    assert.equal((await sendByHttp(engine, twilio, message, gateway)).outcome, outcome)
    if (step.delayMs) await fake.messageTo(message.to)
    const answer = await lookupByHttp(engine, twilio, message, gateway, { since, known: NONE })
    assert.equal(answer.outcome, lookup)
    if (answer.outcome === 'found') assert.equal(answer.providerMessageId, fake.messagesTo(message.to)[0]?.sid)
  })

test('asking an account that redacts texts, or that fails, cannot tell', async () => {
  const message = newSms()
  const since = new Date()
  assert.equal((await sendByHttp(engine, twilio, message, gateway)).outcome, 'accepted')
  fake.next({ on: 'read', answer: 'error', status: 500 })
  assert.equal((await lookupByHttp(engine, twilio, message, gateway, { since, known: NONE })).outcome, 'cannot_tell')
  for (const taken of fake.messagesTo(message.to)) taken.body = ''
  assert.equal((await lookupByHttp(engine, twilio, message, gateway, { since, known: NONE })).outcome, 'cannot_tell')
})

test('a trial account’s own words before the text do not hide the message', async t => {
  const trial = await startFakeTwilio({ prefix: 'Sent from your Twilio trial account - ' })
  t.after(() => trial.close())
  const message = newSms()
  trial.next({ answer: 'reset', takes: true })
  const at = { ...gateway, base_url: trial.origin }
  assert.equal((await sendByHttp(engine, twilio, message, at)).outcome, 'unknown')
  assert.equal((await lookupByHttp(engine, twilio, message, at, { since: new Date(), known: NONE })).outcome, 'found')
})

test('what stands until further notice stands until it is lifted', async () => {
  fake.always({ answer: 'error', status: 503 })
  for (let n = 0; n < 3; n++) assert.equal((await sendByHttp(engine, twilio, newSms(), gateway)).outcome, 'unknown')
  fake.always(undefined)
  assert.equal((await sendByHttp(engine, twilio, newSms(), gateway)).outcome, 'accepted')
})

test('receipts arrive as told, signed: in any order, twice, late, and forged ones are told apart', async t => {
  const { origin, callbacks } = await startReceiver(t)
  const message = newSms({ callbackUrl: `${origin}/hooks/sms/g1/m1` })
  assert.equal((await sendByHttp(engine, twilio, message, gateway)).outcome, 'accepted')
  const { sid } = await fake.messageTo(message.to)
  assert.deepEqual(await fake.report(sid, ['delivered', 'sent'], { times: 2, delayMs: 10 }), [204, 204, 204, 204])
  await fake.report(sid, ['undelivered'], { errorCode: 30_034 })
  const read = callbacks.map(callback => {
    assert.equal(twilio.verifyCallback?.(callback, gateway), true)
    const [receipt] = twilio.readCallback?.(callback) ?? []
    assert.equal(receipt?.providerMessageId, sid)
    return `${receipt.status} ${receipt.errorCode}`.trim()
  })
  assert.deepEqual(read, ['delivered', 'delivered', 'accepted', 'accepted', 'failed 30034'])

  callbacks.length = 0
  for (const forged of ['signature', 'token', 'changed', 'unsigned'] as const) await fake.report(sid, ['delivered'], { forged })
  assert.equal(callbacks.length, 4)
  for (const callback of callbacks) assert.equal(twilio.verifyCallback?.(callback, gateway), false)
})

test('with receipts of its own it reports each message by itself', async t => {
  const { origin, callbacks } = await startReceiver(t)
  const reporting = await startFakeTwilio({ reports: ['sent', 'delivered'] })
  t.after(() => reporting.close())
  const message = newSms({ callbackUrl: `${origin}/hooks` })
  assert.equal((await sendByHttp(engine, twilio, message, { ...gateway, base_url: reporting.origin })).outcome, 'accepted')
  await reporting.reported()
  assert.deepEqual(
    callbacks.map(callback => twilio.readCallback?.(callback)[0]?.providerStatus),
    ['sent', 'delivered'],
  )
})
