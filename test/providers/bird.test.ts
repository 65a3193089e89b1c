import assert from 'node:assert/strict'
import { createSecretKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { OpenGateway } from '../../src/sms/provider.ts'
import { bird } from '../../src/sms/providers/bird.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const require = createRequire(import.meta.url)
const gatewayWith = (changes: Partial<OpenGateway>) =>
  openGateway({ provider: 'bird', auth_token: 'live_ABCDEFGHIJKLMNOPQRSTUVWXY', ...changes })
const gateway = gatewayWith({})
const PUBLIC = 'https://wifi.example.com/hooks/sms/g1/m1?t=s'

/** Bird's own cases, which come with its SDK. */
interface Reference {
  name: string
  method: string
  secret?: string
  url: string
  timestamp: string
  payload?: string
  token: string
  valid: boolean
}
/** The SDK has no types for this part of it. */
interface Sdk {
  VerifyOptions: new (url: boolean, payload: boolean, options: object) => object
  verify(url: string, payload: Buffer, token: string, key: KeyObject, options: object): Promise<unknown>
}
const { verify, VerifyOptions }: Sdk = require('messagebird/lib/webhook-signature-jwt')
const references: Reference[] = JSON.parse(
  readFileSync(require.resolve('messagebird/lib/testdata/webhook-signature-jwt-reference.json'), 'utf8'),
)

test('every case in Bird’s own list of signatures is judged as Bird does, and as its SDK does', async () => {
  assert.ok(references.length > 40)
  for (const { name, method, secret = '', url, timestamp, payload = '', token, valid } of references) {
    const callback = { method, url, headers: { 'messagebird-signature-jwt': token }, body: payload }
    const now = new Date(timestamp)
    assert.equal(bird.verifyCallback?.(callback, gatewayWith({ callback_secret: secret }), now), valid, name)
    const options = new VerifyOptions(true, true, {
      issuer: 'MessageBird',
      algorithms: ['HS256', 'HS384', 'HS512'],
      clockTolerance: 5,
      currentDate: now,
    })
    const sdk = verify(url, Buffer.from(payload), token, createSecretKey(Buffer.from(secret || 'x')), options)
    assert.equal(await sdk.then(Boolean, () => false), valid, `${name}, by the SDK`)
  }
})

test('a signature counts for five minutes and no longer', () => {
  const reference = references.find(({ name }) => name === 'Valid JWT with no URL parameters or payload - GET')
  assert.ok(reference)
  const callback = { method: 'GET', url: reference.url, headers: { 'messagebird-signature-jwt': reference.token }, body: '' }
  const by = gatewayWith({ callback_secret: reference.secret ?? '' })
  const at = (seconds: number) => bird.verifyCallback?.(callback, by, new Date(Date.parse(reference.timestamp) + seconds * 1000))
  assert.deepEqual([-301, -299, 359, 361].map(at), [false, true, true, false])
})

test('the request is as Bird documents it', async () => {
  const request = await bird.buildSend({ ...sms, callbackUrl: PUBLIC }, gateway)
  assert.deepEqual(
    { ...request, body: JSON.parse(request.body ?? '') },
    {
      method: 'POST',
      url: 'https://rest.messagebird.com/messages',
      headers: {
        authorization: 'AccessKey live_ABCDEFGHIJKLMNOPQRSTUVWXY',
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: {
        originator: '15555550100',
        recipients: ['15555550123'],
        body: sms.text,
        reference: sms.id,
        validity: 600,
        datacoding: 'plain',
        reportUrl: PUBLIC,
      },
    },
  )
})

test('Unicode is said, and a callback that Bird cannot reach is left out', async () => {
  const { body } = await bird.buildSend({ ...sms, encoding: 'UCS-2', callbackUrl: 'http://10.0.0.1/hooks' }, gateway)
  const { datacoding, reportUrl } = JSON.parse(body ?? '')
  assert.deepEqual({ datacoding, reportUrl }, { datacoding: 'unicode', reportUrl: undefined })
})

test('whether Bird has a message: found by our id, not found only in a list that is whole', () => {
  const since = sms.now
  const message = (reference: string | null, createdDatetime: string) => ({
    id: `id-${createdDatetime}`,
    reference,
    createdDatetime,
  })
  const read = (items: unknown[], totalCount: number, status = 200) =>
    bird.readLookup?.({ status, headers: {}, body: JSON.stringify({ offset: 0, totalCount, items }) }, sms, since, new Set())
  const other = message('other', '2026-11-22T12:00:01+00:00')
  assert.deepEqual(read([other, message(sms.id, '2026-11-22T12:00:00+00:00')], 9), {
    outcome: 'found',
    providerMessageId: 'id-2026-11-22T12:00:00+00:00',
  })
  assert.deepEqual(read([other], 9), { outcome: 'cannot_tell' })
  assert.deepEqual(read([other], 1), { outcome: 'not_found' })
  assert.deepEqual(read([other, message(sms.id, '2026-11-22T11:50:00+00:00')], 9), { outcome: 'not_found' }, 'an earlier attempt')
  assert.deepEqual(read([], 0, 500), { outcome: 'cannot_tell' })
  assert.deepEqual(bird.readLookup?.({ status: 200, headers: {}, body: 'half' }, sms, since, new Set()), {
    outcome: 'cannot_tell',
  })
})

test('the question goes to the messages of that number since then', async () => {
  const request = await bird.buildLookup?.(sms, gateway, sms.now)
  const url = new URL(request?.url ?? '')
  assert.equal(url.origin + url.pathname, 'https://rest.messagebird.com/messages')
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    direction: 'mt',
    recipient: '15555550123',
    from: '2026-11-22T11:59:45.000Z',
    limit: '50',
  })
})

test('a text from a phone is read, with and without a body', () => {
  const fields = 'id=1&recipient=31612345678&originator=31687654321&body=STOP&createdDatetime=2026-11-22T12%3A00%3A00Z'
  for (const callback of [
    { method: 'GET', url: `https://wifi.example/hooks/sms/g1/inbound?t=s&${fields}`, headers: {}, body: '' },
    { method: 'POST', url: 'https://wifi.example/hooks/sms/g1/inbound?t=s', headers: {}, body: fields },
  ])
    assert.deepEqual(bird.readInbound?.(callback, gateway), [{ from: '+31687654321', to: '+31612345678', text: 'STOP' }])
})

test('mistakes in the fields are said before anything is sent', () => {
  const fieldsAtFault = (changes: Partial<OpenGateway>) => bird.problems(gatewayWith(changes)).map(({ field }) => field)
  assert.deepEqual(fieldsAtFault({}), [])
  assert.deepEqual(fieldsAtFault({ from: 'Lobby Wi-Fi' }), [])
  assert.deepEqual(fieldsAtFault({ from: 'A name that is too long' }), ['from'])
  assert.deepEqual(fieldsAtFault({ from: '0049 151 1234567' }), ['from'])
  assert.deepEqual(fieldsAtFault({ auth_token: 'AccessKey abc' }), ['auth_token'])
  assert.deepEqual(fieldsAtFault({ auth_token: 'test_abcdefg' }), ['auth_token'])
  assert.deepEqual(fieldsAtFault({ base_url: 'rest.messagebird.com' }), ['base_url'])
  assert.equal(bird.warnings(gateway).length, 0)
  assert.equal(bird.warnings(gatewayWith({ from: 'Lobby' })).length, 1)
})

test('a balance that is used up is no good gateway', () => {
  const answer = { status: 200, headers: {}, body: JSON.stringify({ payment: 'prepaid', type: 'euros', amount: 0 }) }
  assert.equal(bird.readCheck?.(answer, gateway).outcome, 'refused')
})
