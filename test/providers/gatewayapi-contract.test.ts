import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import type { OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { gatewayapi } from '../../src/sms/providers/gatewayapi.ts'
import { GATEWAYAPI_ERRORS } from '../../src/sms/providers/gatewayapi-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const ID = 421332671

function gwapiGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'gatewayapi',
    from: 'Lobby',
    auth_token: 'SxYwGo3sS9ZbQ5yWl8fTqk1nDkTrTn4mVn7',
    callback_secret: 'a token of ours',
    ...changes,
  })
}
const gateway = gwapiGateway()

/** As in https://gatewayapi.com/docs/apis/rest */
function error(status: number, code: string, message: string) {
  const body = { code, incident_uuid: 'd8127429-fa0c-4316-b1f2-e610c3958f43', message, variables: [sms.to] }
  return { status, body: JSON.stringify(body) }
}

function sign(secret: string, claims: object, alg = 'HS256'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg })}.${part(claims)}`
  return `${signed}.${createHmac(alg === 'HS512' ? 'sha512' : 'sha256', secret)
    .update(signed)
    .digest('base64url')}`
}

function callback(by: OpenGateway, fields: Record<string, unknown>, receipt: Partial<Receipt>) {
  const body = {
    id: ID,
    msisdn: 15555550123,
    time: 1795348800,
    userref: sms.id,
    country_code: 'US',
    country_prefix: 1,
    ...fields,
  }
  const headers = { 'x-gwapi-signature': sign(by.callback_secret, { ...body, callback_url: null, api: 4 }) }
  return {
    callback: { method: 'POST', url: sms.callbackUrl, headers, body: JSON.stringify(body) },
    receipt: {
      providerMessageId: String(ID),
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: String(fields.status),
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      ...receipt,
    },
  }
}

testHttpProvider({
  provider: gatewayapi,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token, Buffer.from(`${gateway.auth_token}:`).toString('base64'), gateway.callback_secret],
  accepted: [
    {
      answer: {
        status: 200,
        body: JSON.stringify({ ids: [ID], usage: { countries: { US: 2 }, currency: 'DKK', total_cost: 0.3 } }),
      },
      providerMessageId: String(ID),
      segments: 2,
      price: { micros: 300_000, currency: 'DKK' },
    },
    { answer: { status: 200, body: JSON.stringify({ ids: [ID] }) }, providerMessageId: String(ID) },
  ],
  rejected: [
    { name: 'a wrong token', answer: error(401, '0x0229', 'Invalid token'), by: 'configuration', code: '0x0229' },
    {
      name: 'an address that is not on the list',
      answer: error(403, '0x0213', 'Unauthorized IP-address: %1'),
      by: 'configuration',
      code: '0x0213',
    },
    { name: 'an empty account', answer: error(403, '0x0216', 'Insufficient credit'), by: 'configuration', code: '0x0216' },
    {
      name: 'a country that is not open',
      answer: error(403, '0x0217', 'Unauthorized destination: country %1'),
      by: 'configuration',
      code: '0x0217',
      isLocal: true,
    },
    {
      name: 'a number that is held back',
      answer: error(403, '0x0214', `Temporary blacklist for MSISDN ${sms.to} with hash 5`),
      by: 'route',
      code: '0x0214',
    },
    {
      name: 'a text that is filtered',
      answer: error(422, '0x0312', 'Messages filtered based on content'),
      by: 'content',
      code: '0x0312',
    },
    { name: 'an error not in the table', answer: error(400, '0x02ff', `${sms.to}: ${sms.text}`), by: 'route', code: '0x02FF' },
    { name: 'an answer that is not theirs', answer: { status: 401, body: '<html>' }, by: 'configuration', code: 'http_401' },
  ],
  unheardOf: { recipient: 'a wrong number is taken and then reported as undeliverable' },
  throttled: {
    answer: { status: 429, headers: { 'Retry-After': '7' }, body: '' },
    retryAfterS: 7,
    code: 'http_429',
  },
  check: {
    ok: { status: 200, body: JSON.stringify({ credit: 1234.56, currency: 'DKK', id: 1 }) },
    refused: { answer: error(401, '0x0229', 'Invalid token'), code: '0x0229' },
  },
  signedWith: 'callback_secret',
  callbacks: by => [
    callback(by, { status: 'BUFFERED' }, {}),
    callback(by, { status: 'ENROUTE' }, {}),
    callback(by, { status: 'DELIVERED', charge_status: 'CAPTURED' }, { status: 'delivered' }),
    callback(
      by,
      { status: 'UNDELIVERABLE', error: 'Unknown subscriber', code: '0x1010' },
      {
        status: 'failed',
        errorCode: '0x1010',
        errorMessage: GATEWAYAPI_ERRORS.get('0x1010')?.hint ?? 'not in the table',
        errorClass: 'recipient',
      },
    ),
    callback(
      by,
      { status: 'EXPIRED' },
      {
        status: 'failed',
        errorMessage: 'The phone was off or out of reach until the code had expired: the guest can ask for another one.',
      },
    ),
    callback(
      by,
      { status: 'REJECTED', error: 'no route to 15555550123', code: '0x1FFF' },
      {
        status: 'failed',
        errorCode: '0x1FFF',
        errorMessage:
          'The mobile network rejected the message: ask GatewayAPI which senders and texts it takes in this country. (no route to …)',
      },
    ),
  ],
})

describe('GatewayAPI: the request', () => {
  const send = async (changes: Partial<OpenGateway> = {}, smsChanges = {}) => {
    const callbackUrl = 'https://wifi.hotel.com/hooks/sms/g/m?t=x'
    const request = await gatewayapi.buildSend({ ...sms, callbackUrl, ...smsChanges }, gwapiGateway(changes))
    return { ...request, json: JSON.parse(request.body ?? '') }
  }

  test('is the one that GatewayAPI documents', async () => {
    const { method, url, headers, json } = await send({ callback_secret: '' })
    assert.deepEqual([method, url], ['POST', 'https://gatewayapi.com/rest/mtsms'])
    assert.equal(headers.authorization, `Basic ${btoa(`${gateway.auth_token}:`)}`)
    assert.deepEqual(json, {
      class: 'standard',
      message: sms.text,
      sender: 'Lobby',
      recipients: [{ msisdn: '15555550123' }],
      encoding: 'UTF8',
      validity_period: 600,
      userref: sms.id,
      callback_url: 'https://wifi.hotel.com/hooks/sms/g/m?t=x',
    })
  })

  test('says Unicode, class, platform and the shortest validity as they are needed', async () => {
    const { url, json } = await send(
      { base_url: 'https://gatewayapi.eu/', from: '+4512345678', options: { class: 'secret' } },
      { encoding: 'UCS-2', validityS: 20 },
    )
    assert.equal(url, 'https://gatewayapi.eu/rest/mtsms')
    assert.deepEqual([json.encoding, json.class, json.validity_period, json.sender], ['UCS2', 'secret', 60, '4512345678'])
  })

  test('leaves the address of receipts to the webhook that signs, or where it cannot be called', async () => {
    assert.equal('callback_url' in (await send()).json, false)
    assert.equal('callback_url' in (await send({ callback_secret: '' }, { callbackUrl: 'http://10.0.0.1/x' })).json, false)
  })
})

describe('GatewayAPI: signatures', () => {
  // From the documentation: the secret is "secret". https://gatewayapi.com/docs/apis/rest#authentication-token
  const PUBLISHED =
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpZCI6MjM4MTcwMywibXNpc2RuIjo0NTQyNjA5MDQ1LCJ0aW1lIjoxNTIyNzY0MDYyLCJzdGF0dXMiOiJERUxJVkVSRUQiLCJlcnJvciI6bnVsbCwiY29kZSI6bnVsbCwidXNlcnJlZiI6bnVsbCwiY2FsbGJhY2tfdXJsIjoiaHR0cDovL2JiYWY3MTQyLm5ncm9rLmlvIiwiYXBpIjo0fQ.KdfDH65bnQtgxEkFnpAQodOciAJedZFB13r9wEo8t3Y'
  const published = {
    id: 2381703,
    msisdn: 4542609045,
    time: 1522764062,
    status: 'DELIVERED',
    error: null,
    code: null,
    userref: null,
  }
  const verify = (signature: string, body: object, now = sms.now) =>
    gatewayapi.verifyCallback?.(
      { method: 'POST', url: sms.callbackUrl, headers: { 'x-gwapi-signature': signature }, body: JSON.stringify(body) },
      gwapiGateway({ callback_secret: 'secret' }),
      now,
    )

  test('the example that GatewayAPI publishes is genuine', () => {
    assert.equal(verify(PUBLISHED, published), true)
    assert.equal(verify(PUBLISHED, { ...published, status: 'UNDELIVERABLE' }), false)
    assert.equal(verify(PUBLISHED, { ...published, extra: 1 }), false)
  })

  test('another algorithm, none, or one whose time is over is refused', () => {
    assert.equal(verify(sign('secret', published), published), true)
    assert.equal(verify(sign('secret', published, 'none'), published), false)
    assert.equal(verify(sign('secret', published, 'HS512'), published), false)
    assert.equal(verify(sign('secret', published).replace(/[^.]*$/, ''), published), false)
    assert.equal(verify(sign('secret', { ...published, exp: 1_000 }), published), false)
    for (const nonsense of ['', '..', 'a.b', 'a.b.c.d', `${sign('secret', published)}.x`])
      assert.equal(verify(nonsense, published), false)
  })

  test('a signed token without a message says nothing of any body', () => {
    assert.equal(verify(sign('secret', published), {}), false)
  })
})

describe('GatewayAPI: the gateway’s form', () => {
  const fieldsOf = (changes: Partial<OpenGateway>) => gatewayapi.problems(gwapiGateway(changes)).map(({ field }) => field)

  test('mistakes are named', () => {
    assert.deepEqual(fieldsOf({}), [])
    for (const from of ['Hotel Lobby 12345', '+4512345678901234', 'Löbby']) assert.deepEqual(fieldsOf({ from }), ['from'], from)
    assert.deepEqual(fieldsOf({ auth_token: 'key:secret' }), ['auth_token'])
    for (const base_url of ['https://messaging.gatewayapi.eu', 'https://gatewayapi.com/rest', 'gatewayapi.eu'])
      assert.deepEqual(fieldsOf({ base_url }), ['base_url'], base_url)
  })

  test('what is worth knowing is said', () => {
    assert.deepEqual(gatewayapi.warnings(gwapiGateway({ callback_secret: '' })), [])
    assert.equal(gatewayapi.warnings(gateway).length, 1)
  })
})

test('GatewayAPI: a text from a phone is read', () => {
  const read = (body: object) =>
    gatewayapi.readInbound?.({ method: 'POST', url: sms.callbackUrl, headers: {}, body: JSON.stringify(body) }, gateway)
  const inbound = { id: 1000001, msisdn: 4587654321, receiver: 451204, message: 'STOP', senttime: 1450000000 }
  assert.deepEqual(read(inbound), [{ from: '+4587654321', to: '451204', text: 'STOP' }])
  assert.deepEqual(read({ ...inbound, msisdn: 'Bank' }), [])
})
