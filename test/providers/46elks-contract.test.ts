import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gatewayWarnings } from '../../src/sms/gateway-problems.ts'
import type { OpenGateway } from '../../src/sms/provider.ts'
import { elks46 } from '../../src/sms/providers/elks46.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const ID = 's70df59406a1b4643b96f3f91e0bfb7b0'
const SINCE = sms.now

function elksGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: '46elks',
    from: '+46700000000',
    account_sid: 'u0123456789abcdef0123456789abcdef',
    auth_token: 'ABCDEF0123456789ABCDEF0123456789',
    options: { currency: 'SEK' },
    ...changes,
  })
}
const gateway = elksGateway()

/** As in https://46elks.com/docs/send-sms */
const created = {
  status: 'created',
  direction: 'outgoing',
  from: gateway.from,
  created: '2026-11-22T12:00:00.512000',
  parts: 2,
  to: sms.to,
  cost: 7000,
  message: sms.text,
  id: ID,
}

function callback(fields: Record<string, string>, status: 'accepted' | 'delivered' | 'failed', errorMessage = '') {
  const body = new URLSearchParams({ id: ID, ...fields }).toString()
  return {
    callback: { method: 'POST', url: sms.callbackUrl, headers: {}, body },
    receipt: {
      providerMessageId: ID,
      status,
      providerStatus: fields.status ?? '',
      errorCode: '',
      errorMessage,
      errorClass: '',
    },
  }
}

testHttpProvider({
  provider: elks46,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token, Buffer.from(`${gateway.account_sid}:${gateway.auth_token}`).toString('base64')],
  accepted: [
    {
      answer: { status: 200, body: JSON.stringify(created) },
      providerMessageId: ID,
      segments: 2,
      price: { micros: 700_000, currency: 'SEK' },
    },
    { answer: { status: 200, body: JSON.stringify({ id: ID, status: 'created' }) }, providerMessageId: ID },
  ],
  rejected: [
    {
      name: 'a wrong password',
      answer: { status: 401, body: 'API access requires Basic HTTP authentication' },
      by: 'configuration',
      code: 'http_401',
    },
    { name: 'a wrong number', answer: { status: 403, body: 'Invalid to number' }, by: 'recipient', code: 'invalid_to' },
    { name: 'a wrong sender', answer: { status: 403, body: 'Invalid from number' }, by: 'configuration', code: 'invalid_from' },
    {
      name: 'an empty account',
      answer: { status: 403, body: 'Not enough credits to send' },
      by: 'configuration',
      code: 'not_enough_credits',
    },
    { name: 'a long text', answer: { status: 403, body: 'Too long message' }, by: 'content', code: 'too_long' },
    {
      name: 'a sentence not in the table',
      answer: { status: 403, body: `No way to ${sms.to} with 481516` },
      by: 'route',
      code: 'http_403',
    },
    {
      name: 'a message that failed at once',
      answer: { status: 200, body: JSON.stringify({ id: ID, status: 'failed' }) },
      by: 'route',
      code: 'status_failed',
    },
  ],
  throttled: {
    answer: { status: 429, headers: { 'Retry-After': '7' }, body: 'Too many requests' },
    retryAfterS: 7,
    code: 'http_429',
  },
  check: {
    ok: {
      status: 200,
      body: JSON.stringify({ id: gateway.account_sid, displayname: 'Hotel', currency: 'SEK', balance: 1_234_500 }),
    },
    refused: { answer: { status: 401, body: '' }, code: 'http_401' },
  },
  callbacks: () => [
    callback({ status: 'sent' }, 'accepted'),
    callback({ status: 'delivered', delivered: '2026-11-22T12:00:04Z' }, 'delivered'),
    callback(
      { status: 'failed' },
      'failed',
      'The message did not reach the phone; 46elks gives no reason. The guest can ask for another code.',
    ),
  ],
})

describe('46elks: the request', () => {
  const send = async (changes: Partial<OpenGateway> = {}, callbackUrl = 'https://wifi.hotel.com/hooks/sms/g/m?t=x') => {
    const request = await elks46.buildSend({ ...sms, callbackUrl }, elksGateway(changes))
    return { ...request, form: Object.fromEntries(new URLSearchParams(request.body)) }
  }

  test('is the one that 46elks documents', async () => {
    const { method, url, headers, form } = await send()
    assert.deepEqual([method, url], ['POST', 'https://api.46elks.com/a1/sms'])
    assert.equal(headers.authorization, `Basic ${btoa(`${gateway.account_sid}:${gateway.auth_token}`)}`)
    assert.deepEqual(form, {
      from: gateway.from,
      to: sms.to,
      message: sms.text,
      whendelivered: 'https://wifi.hotel.com/hooks/sms/g/m?t=x',
    })
  })

  test('asks for no receipt at an address that 46elks cannot call', async () => {
    assert.equal('whendelivered' in (await send({}, 'http://192.168.1.2/hooks/sms/g/m')).form, false)
    assert.equal('whendelivered' in (await send({ base_url: 'http://127.0.0.1:1' }, 'http://127.0.0.1:2/x')).form, true)
  })
})

describe('46elks: what became of a message whose answer was lost', () => {
  const read = (data: object[], more: object = {}, status = 200) =>
    elks46.readLookup?.({ status, headers: {}, body: JSON.stringify({ data, ...more }) }, sms, SINCE)

  test('is asked by number and time', async () => {
    const request = await elks46.buildLookup?.(sms, gateway, SINCE)
    const url = new URL(request?.url ?? '')
    assert.equal(url.origin + url.pathname, 'https://api.46elks.com/a1/sms')
    assert.deepEqual(Object.fromEntries(url.searchParams), { to: sms.to, end: '2026-11-22T11:59:45.000000', limit: '50' })
  })

  test('it is found by its text, the newest of several', () => {
    const older = { ...created, id: 's1', created: '2026-11-22T11:59:50.000000' }
    assert.deepEqual(read([created, older]), { outcome: 'found', providerMessageId: ID })
    const rewritten = { ...created, message: sms.text.replace('\n', '\r\n') }
    assert.deepEqual(read([rewritten]), { outcome: 'found', providerMessageId: ID })
  })

  test('a plain no needs the whole list and all its texts', () => {
    const other = { ...created, message: 'another' }
    assert.deepEqual(read([]), { outcome: 'not_found' })
    assert.deepEqual(read([other, { ...created, direction: 'incoming' }]), { outcome: 'not_found' })
    assert.deepEqual(read([{ ...created, created: '2026-11-22T11:00:00.000000' }]), { outcome: 'not_found' })
    assert.deepEqual(read([other], { next: '2026-11-22T11:59:50.000000' }), { outcome: 'cannot_tell' })
    assert.deepEqual(read([{ ...created, message: undefined }]), { outcome: 'cannot_tell' })
    assert.deepEqual(read([], {}, 500), { outcome: 'cannot_tell' })
  })
})

describe('46elks: the gateway’s form', () => {
  const fieldsOf = (changes: Partial<OpenGateway>) => elks46.problems(elksGateway(changes)).map(({ field }) => field)

  test('mistakes are named', () => {
    assert.deepEqual(fieldsOf({}), [])
    assert.deepEqual(fieldsOf({ from: 'LobbyWifi' }), [])
    for (const from of ['0700 000 000', 'Lobby Wi-Fi', 'Hotel Lobby 12345', 'ab', '1Hotel'])
      assert.deepEqual(fieldsOf({ from }), ['from'], from)
    assert.deepEqual(fieldsOf({ account_sid: 'me@hotel.com' }), ['account_sid'])
    assert.deepEqual(fieldsOf({ auth_token: 'abc def' }), ['auth_token'])
    assert.deepEqual(fieldsOf({ base_url: 'api.46elks.com' }), ['base_url'])
    assert.deepEqual(fieldsOf({ options: { currency: 'kronor' } }), ['options.currency'])
  })

  test('what is worth knowing is said', () => {
    assert.deepEqual(elks46.warnings(gateway), [])
    assert.equal(gatewayWarnings(elks46, elksGateway({ from: 'Lobby', base_url: 'http://sms.hotel.com' })).length, 2)
  })
})

test('46elks: a text from a phone is read', () => {
  const body = new URLSearchParams({
    direction: 'incoming',
    id: 'sf8425555e5d8db61dda7a7b3f1b91bdb',
    from: '+46706861004',
    to: '+46706861020',
    created: '2018-07-13T13:57:23.741000',
    message: 'STOP',
  }).toString()
  const read = (body: string) => elks46.readInbound?.({ method: 'POST', url: sms.callbackUrl, headers: {}, body }, gateway)
  assert.deepEqual(read(body), [{ from: '+46706861004', to: '+46706861020', text: 'STOP' }])
  assert.deepEqual(read('from=Bank&message=STOP'), [])
})
