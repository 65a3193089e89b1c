import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, test } from 'node:test'
import Telnyx from 'telnyx'
import { gatewayProblems } from '../../src/sms/gateway-problems.ts'
import type { Callback, OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { telnyx } from '../../src/sms/providers/telnyx.ts'
import { TELNYX_ERRORS, TELNYX_STOP } from '../../src/sms/providers/telnyx-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const ID = '40385f64-5717-4562-b3fc-2c963f66afa6'
const PROFILE = '4000eba1-a0c0-4563-9925-b25e842a7cb6'
const CALLBACK_URL = 'https://wifi.example.com/hooks/sms/g1/m1?t=token'

/** The public half as Telnyx shows it: the base64 of its 32 bytes. */
function keyPair(): { publicKey: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const x = publicKey.export({ format: 'jwk' }).x ?? ''
  return { publicKey: Buffer.from(x, 'base64url').toString('base64'), privateKey }
}

const KEYS = keyPair()
const OTHER = keyPair()

function telnyxGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'telnyx',
    auth_token: 'KEY0123456789ABCDEF0123456789ABCDEF_aBcDeFgHiJkLmNoPqRsTuV',
    callback_secret: KEYS.publicKey,
    ...changes,
  })
}
const gateway = telnyxGateway()

function signed(body: string, at = sms.now, key = KEYS.privateKey): Callback {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = sign(null, Buffer.from(`${timestamp}|${body}`), key).toString('base64')
  const headers = { 'telnyx-timestamp': timestamp, 'telnyx-signature-ed25519': signature }
  return { method: 'POST', url: CALLBACK_URL, headers, body }
}

function event(event_type: string, payload: object): string {
  const data = {
    event_type,
    id: 'b301ed3f-1490-491f-995f-6e64e69674d4',
    occurred_at: '2026-11-22T12:00:00.574Z',
    payload,
    record_type: 'event',
  }
  return JSON.stringify({ data, meta: { attempt: 1, delivered_to: CALLBACK_URL } })
}

const stop = {
  code: '40300',
  title: 'Blocked due to STOP message',
  detail: 'Messages cannot be sent due to an existing block rule.',
}

function outbound(status: string, changes: object = {}) {
  return {
    record_type: 'message',
    direction: 'outbound',
    id: ID,
    type: 'SMS',
    from: { phone_number: gateway.from, carrier: 'TELNYX LLC', line_type: 'VoIP' },
    to: [{ phone_number: sms.to, status, carrier: 'T-MOBILE USA, INC.', line_type: 'Wireless' }],
    text: sms.text,
    encoding: 'GSM-7',
    parts: 1,
    cost: { amount: '0.0051', currency: 'USD' },
    errors: [],
    ...changes,
  }
}

function example(event_type: string, status: string, error: object | undefined, receipt: Partial<Receipt>) {
  return {
    callback: signed(event(event_type, outbound(status, { errors: error ? [error] : [] }))),
    receipt: {
      providerMessageId: ID,
      status: 'accepted' as const,
      providerStatus: status,
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      segments: 1,
      price: { micros: 5_100, currency: 'USD' },
      network: 'T-MOBILE USA, INC.',
      ...receipt,
    },
  }
}

function refusal(status: number, code: string, title: string, detail = title) {
  return { status, body: JSON.stringify({ errors: [{ code, title, detail, meta: { url: 'https://developers.telnyx.com' } }] }) }
}

testHttpProvider({
  provider: telnyx,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token],
  accepted: [
    {
      answer: { status: 200, body: JSON.stringify({ data: outbound('queued') }) },
      providerMessageId: ID,
      segments: 1,
      price: { micros: 5_100, currency: 'USD' },
    },
    {
      answer: { status: 200, body: JSON.stringify({ data: outbound('queued', { cost: null, parts: 2 }) }) },
      providerMessageId: ID,
      segments: 2,
    },
  ],
  rejected: [
    { name: 'a wrong key', answer: refusal(401, '10009', 'Authentication failed'), by: 'configuration', code: '10009' },
    { name: 'a 401 without a code', answer: { status: 401, body: '' }, by: 'configuration', code: 'http_401' },
    {
      name: 'a number that is none',
      answer: refusal(400, '40310', "Invalid 'to' address", `The 'to' address ${sms.to} is invalid`),
      by: 'recipient',
      code: '40310',
    },
    {
      name: 'a guest who said STOP',
      answer: refusal(400, stop.code, stop.title, stop.detail),
      by: 'recipient',
      code: '40300',
      isOptOut: true,
    },
    { name: '40300 for another reason', answer: refusal(400, '40300', 'Not allowed'), by: 'route', code: '40300' },
    {
      name: 'a country that is not allowed',
      answer: refusal(400, '40309', 'Invalid destination region'),
      by: 'route',
      code: '40309',
      isLocal: true,
    },
    {
      name: 'a text that is too large',
      answer: refusal(400, '40302', 'Message too large', sms.text),
      by: 'content',
      code: '40302',
    },
    {
      name: 'a message that failed at once',
      answer: {
        status: 200,
        body: JSON.stringify({ data: outbound('sending_failed', { errors: [{ code: '40312', title: 'Profile is disabled' }] }) }),
      },
      by: 'configuration',
      code: '40312',
    },
    { name: 'a code not in the table', answer: refusal(422, '49999', `No ${sms.to} for 481516`), by: 'route', code: '49999' },
  ],
  throttled: {
    answer: { ...refusal(429, '10011', 'Too many requests'), headers: { 'Retry-After': '1' } },
    retryAfterS: 1,
    code: '10011',
  },
  check: {
    ok: {
      status: 200,
      body: JSON.stringify({ data: { balance: '300.00', credit_limit: '100.00', available_credit: '400.00', currency: 'USD' } }),
    },
    refused: { answer: refusal(401, '10009', 'Authentication failed'), code: '10009' },
  },
  signedWith: 'callback_secret',
  otherSecret: OTHER.publicKey,
  callbacks: () => [
    example('message.sent', 'sent', undefined, {}),
    example('message.finalized', 'delivered', undefined, { status: 'delivered' }),
    example('message.finalized', 'delivery_unconfirmed', undefined, {}),
    example(
      'message.finalized',
      'delivery_failed',
      { code: '40001', title: 'Not routable' },
      {
        status: 'failed',
        errorCode: '40001',
        errorMessage: TELNYX_ERRORS.get('40001')?.hint ?? 'not in the table',
        errorClass: 'recipient',
      },
    ),
    example('message.finalized', 'sending_failed', stop, {
      status: 'failed',
      errorCode: '40300',
      errorMessage: TELNYX_STOP.hint,
      errorClass: 'recipient',
      isOptOut: true,
    }),
    example('message.finalized', 'sending_failed', undefined, {
      status: 'failed',
      errorMessage: 'Telnyx reports sending_failed: no reason given.',
    }),
  ],
})

describe('the request to Telnyx', () => {
  const send = (changes: Partial<OpenGateway> = {}, smsChanges = {}) => {
    const request = telnyx.buildSend({ ...sms, callbackUrl: CALLBACK_URL, ...smsChanges }, telnyxGateway(changes))
    assert.ok(!(request instanceof Promise))
    return { ...request, json: JSON.parse(request.body ?? '') as Record<string, unknown> }
  }

  test('is the one Telnyx documents', () => {
    const { method, url, headers, json } = send()
    assert.deepEqual([method, url], ['POST', 'https://api.telnyx.com/v2/messages'])
    assert.equal(headers.authorization, `Bearer ${gateway.auth_token}`)
    assert.deepEqual(json, {
      from: '+15555550100',
      to: '+15555550123',
      text: sms.text,
      type: 'SMS',
      webhook_url: CALLBACK_URL,
      use_profile_webhooks: false,
    })
  })

  test('names the messaging profile beside a sender name, or in place of a number for its pool', () => {
    const named = send({ from: 'Lobby', options: { messaging_profile_id: PROFILE } }).json
    assert.deepEqual([named.from, named.messaging_profile_id], ['Lobby', PROFILE])
    const pool = send({ from: PROFILE }).json
    assert.deepEqual(['from' in pool, pool.messaging_profile_id], [false, PROFILE])
  })

  test('names a callback only where Telnyx can call it', () => {
    const { json } = send({}, { callbackUrl: 'http://wifi.lan/hooks/x' })
    assert.deepEqual(['webhook_url' in json, 'use_profile_webhooks' in json], [false, false])
    assert.equal(
      send({ base_url: 'http://127.0.0.1:1' }, { callbackUrl: 'http://127.0.0.1:2/x' }).json.webhook_url,
      'http://127.0.0.1:2/x',
    )
  })
})

describe('signatures of Telnyx', () => {
  const body = event('message.finalized', outbound('delivered'))
  const isOurs = (callback: Callback, now = sms.now, secret = KEYS.publicKey) =>
    telnyx.verifyCallback?.(callback, telnyxGateway({ callback_secret: secret }), now)

  test('they are good for five minutes before and after', () => {
    const callback = signed(body)
    const when = (s: number) => isOurs(callback, new Date(sms.now.getTime() + s * 1000))
    assert.deepEqual([-301, -300, 0, 300, 301].map(when), [false, true, true, true, false])
  })

  test('what Telnyx’s own SDK takes we take, what it refuses we refuse', async () => {
    const client = new Telnyx({ apiKey: 'KEY0', publicKey: KEYS.publicKey })
    const now = new Date()
    const genuine = signed(body, now)
    const withHeader = (name: string, value: string) => ({ ...genuine, headers: { ...genuine.headers, [name]: value } })
    const cases: [string, Callback, boolean][] = [
      ['genuine', genuine, true],
      ['with letters of every script', signed(event('message.received', { text: 'naïve – 漢字 – 🔑' }), now), true],
      ['by another key', signed(body, now, OTHER.privateKey), false],
      ['another body', { ...genuine, body: `${body} ` }, false],
      ['another time', withHeader('telnyx-timestamp', String(Math.floor(now.getTime() / 1000) + 1)), false],
      ['an old one', signed(body, new Date(now.getTime() - 400_000)), false],
      ['no time', withHeader('telnyx-timestamp', ''), false],
      ['half a signature', withHeader('telnyx-signature-ed25519', 'AAAA'), false],
      ['no base64', withHeader('telnyx-signature-ed25519', '%%%'), false],
    ]
    for (const [name, callback, isGenuine] of cases) {
      const { headers } = callback
      const isTheirs = await client.webhooks.unwrap(callback.body, { headers }).then(
        () => true,
        () => false,
      )
      assert.equal(isTheirs, isGenuine, `the SDK: ${name}`)
      assert.equal(isOurs(callback, now), isGenuine, name)
    }
  })

  test('a key that is none takes nothing and does not throw', () => {
    for (const secret of ['', 'x', KEYS.publicKey.slice(0, -1), `${KEYS.publicKey}=`, gateway.auth_token])
      assert.equal(isOurs(signed(body), sms.now, secret), false)
  })
})

describe('texts from phones, by Telnyx', () => {
  const read = (body: string) => telnyx.readInbound?.(signed(body), gateway)
  test('are told from reports', () => {
    const payload = {
      direction: 'inbound',
      id: ID,
      from: { phone_number: '+13125550001' },
      to: [{ phone_number: '+15555550100' }],
      text: 'Stop',
    }
    assert.deepEqual(read(event('message.received', payload)), [{ from: '+13125550001', to: '+15555550100', text: 'Stop' }])
    assert.deepEqual(telnyx.readCallback?.(signed(event('message.received', payload)), gateway), [])
    assert.deepEqual(read(event('message.sent', outbound('sent'))), [])
    assert.deepEqual(read(event('message.received', { ...payload, text: null })), [])
  })
})

describe('a Telnyx gateway', () => {
  const fields = (changes: Partial<OpenGateway>) => gatewayProblems(telnyx, telnyxGateway(changes)).map(({ field }) => field)

  test('is refused with what people really mistake, each with a sentence', () => {
    assert.deepEqual(fields({ from: '15555550100' }), ['from'])
    assert.deepEqual(fields({ auth_token: KEYS.publicKey }), ['auth_token'])
    assert.deepEqual(fields({ callback_secret: gateway.auth_token }), ['callback_secret'])
    assert.deepEqual(fields({ from: 'Lobby' }), ['options.messaging_profile_id'])
    assert.deepEqual(fields({ options: { messaging_profile_id: '+15555550100' } }), ['options.messaging_profile_id'])
    assert.deepEqual(fields({ base_url: 'ftp://api.telnyx.com' }), ['base_url'])
  })

  test('may send from a short code, a pool or a name', () => {
    for (const from of ['12345', PROFILE]) assert.deepEqual(fields({ from }), [])
    assert.deepEqual(fields({ from: 'Lobby', options: { messaging_profile_id: PROFILE } }), [])
  })

  test('is told what it goes without', () => {
    assert.equal(telnyx.warnings(telnyxGateway({ callback_secret: '' })).length, 1)
    assert.deepEqual(telnyx.warnings(gateway), [])
  })
})
