import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { validateV3Signature } from 'plivo'
import { gatewayProblems, gatewayWarnings } from '../../src/sms/gateway-problems.ts'
import type { Callback, OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { plivo } from '../../src/sms/providers/plivo.ts'
import { PLIVO_ERRORS } from '../../src/sms/providers/plivo-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const UUID = 'db3ce55a-7f1d-11e1-8ea7-1231380bc196'
const NONCE = '05429567804466091622'
const CALLBACK_URL = 'https://wifi.example.com/hooks/sms/g1/m1?t=token'
const TOKEN = 'ZmFrZSB0b2tlbiBvZiBhIG1haW4gYWNjb3VudCAx'

function plivoGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'plivo',
    from: '+15555550100',
    account_sid: 'MAXXXXXXXXXXXXXXXXXX',
    auth_token: TOKEN,
    callback_secret: TOKEN,
    ...changes,
  })
}
const gateway = plivoGateway()

type Fields = Record<string, string | string[]>

function formOf(fields: Fields): string {
  const form = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return form.toString()
}

/** Signed as Plivo's description of V3 says, for an address without a query. */
function signature(secret: string, fields: Record<string, string>): string {
  const form = Object.keys(fields)
    .sort()
    .map(name => `${name}${fields[name]}`)
    .join('')
  return createHmac('sha256', secret).update(`${sms.callbackUrl}?${form}.${NONCE}`).digest('base64')
}

function callback(by: OpenGateway, changes: Record<string, string>, receipt: Partial<Receipt>, header = 'x-plivo-signature-v3') {
  const fields = {
    MessageUUID: UUID,
    ParentMessageUUID: UUID,
    To: sms.to.slice(1),
    From: by.from.slice(1),
    Type: 'sms',
    Status: 'sent',
    Units: '1',
    TotalRate: '0.00550',
    TotalAmount: '0.00550',
    MCC: '310',
    MNC: '260',
    PartInfo: '1 of 1',
    QueuedTime: '2026-11-22 12:00:01.251231',
    ...changes,
  }
  const headers = { [header]: signature(by.callback_secret, fields), 'x-plivo-signature-v3-nonce': NONCE }
  return {
    callback: { method: 'POST', url: sms.callbackUrl, headers, body: formOf(fields) },
    receipt: {
      providerMessageId: UUID,
      status: 'accepted' as const,
      providerStatus: fields.Status,
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      price: { micros: 5_500, currency: 'USD' },
      segments: 1,
      network: '310260',
      ...receipt,
    },
  }
}

const reason = (code: string) => ({
  errorCode: code,
  errorMessage: PLIVO_ERRORS.get(code)?.hint ?? 'not in the table',
  errorClass: PLIVO_ERRORS.get(code)?.class ?? '',
})

function error(status: number, text: string) {
  return { status, body: JSON.stringify({ api_id: '97ceeb52-58b6-11e1-86da-77300b68f8bb', error: text }) }
}

testHttpProvider({
  provider: plivo,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [TOKEN, Buffer.from(`${gateway.account_sid}:${TOKEN}`).toString('base64')],
  accepted: [
    {
      answer: { status: 202, body: JSON.stringify({ api_id: UUID, message: 'message(s) queued', message_uuid: [UUID] }) },
      providerMessageId: UUID,
    },
  ],
  rejected: [
    {
      name: 'a wrong token',
      answer: { status: 401, body: 'Could not verify your access level for that URL.' },
      by: 'configuration',
      code: 'http_401',
    },
    { name: 'an unknown account', answer: error(404, 'not found'), by: 'configuration', code: 'http_404' },
    {
      name: 'a number that is none',
      answer: { status: 202, body: JSON.stringify({ message: 'queued', message_uuid: [], invalid_number: [sms.to] }) },
      by: 'recipient',
      code: 'invalid_number',
    },
    { name: 'a value that is wrong', answer: error(400, `src for ${sms.to} not valid`), by: 'route', code: 'http_400' },
  ],
  unheardOf: { content: 'Plivo takes every text, and reports a wrong one in the receipt.' },
  throttled: {
    answer: { ...error(429, 'too many requests'), headers: { 'Retry-After': '3' } },
    retryAfterS: 3,
    code: 'http_429',
  },
  check: {
    ok: { status: 200, body: JSON.stringify({ account_type: 'standard', auth_id: gateway.account_sid, cash_credits: '23.45' }) },
    refused: { answer: { status: 401, body: 'Could not verify your access level for that URL.' }, code: 'http_401' },
  },
  signedWith: 'callback_secret',
  callbacks: by =>
    [
      callback(by, { Status: 'queued' }, {}),
      callback(by, { Status: 'sent' }, {}, 'x-plivo-signature-ma-v3'),
      callback(by, { Status: 'delivered', ErrorCode: '000' }, { status: 'delivered' }),
      callback(by, { Status: 'undelivered', ErrorCode: '80' }, { status: 'failed', ...reason('80') }),
      callback(by, { Status: 'failed', ErrorCode: '200' }, { status: 'failed', ...reason('200'), isOptOut: true }),
      callback(
        by,
        { Status: 'rejected', ErrorCode: '777', MCC: '', MNC: '' },
        { status: 'failed', errorCode: '777', errorMessage: 'Plivo reports rejected, code 777.', network: undefined },
      ),
    ].map(({ callback, receipt }) => {
      const { network, ...rest } = receipt
      return { callback, receipt: network ? { ...rest, network } : rest }
    }),
})

describe('the request to Plivo', () => {
  const send = (changes: Partial<OpenGateway> = {}, smsChanges = {}) => {
    const request = plivo.buildSend({ ...sms, callbackUrl: CALLBACK_URL, ...smsChanges }, plivoGateway(changes))
    assert.ok(!(request instanceof Promise))
    return { ...request, json: JSON.parse(request.body ?? '') as Record<string, unknown> }
  }

  test('is the one Plivo documents', () => {
    const { method, url, headers, json } = send()
    assert.deepEqual([method, url], ['POST', 'https://api.plivo.com/v1/Account/MAXXXXXXXXXXXXXXXXXX/Message/'])
    assert.equal(headers['content-type'], 'application/json')
    assert.equal(headers.authorization, `Basic ${Buffer.from(`MAXXXXXXXXXXXXXXXXXX:${TOKEN}`).toString('base64')}`)
    assert.deepEqual(json, {
      src: '+15555550100',
      dst: '+15555550123',
      text: sms.text,
      type: 'sms',
      url: CALLBACK_URL,
      method: 'POST',
    })
  })

  test('names a Powerpack in its own field', () => {
    const { json } = send({ from: '86bbb125-97bb-4d72-89fd-81d5c515b015' })
    assert.deepEqual([json.powerpack_uuid, 'src' in json], ['86bbb125-97bb-4d72-89fd-81d5c515b015', false])
  })

  test('names a callback only where Plivo can call it', () => {
    const { json } = send({}, { callbackUrl: 'http://10.0.0.1/hooks/x' })
    assert.deepEqual(['url' in json, 'method' in json], [false, false])
    const local = send({ base_url: 'http://127.0.0.1:4010' }, { callbackUrl: 'http://127.0.0.1:1/hooks/x' })
    assert.equal(local.json.url, 'http://127.0.0.1:1/hooks/x')
  })
})

describe('callback signatures, against Plivo’s own SDK', () => {
  const fields: Fields = { MessageUUID: UUID, Status: 'delivered', To: '15555550123', From: '15555550100', ErrorCode: '000' }
  const urls = [
    'https://wifi.example.com/hooks/sms/g1/m1',
    'https://wifi.example.com/hooks/sms/g1/m1?t=token',
    'https://wifi.example.com:8443/hooks/sms/g1/m1?t=token&a=1',
    'http://127.0.0.1:41234/hooks/sms/g1/m1?b=2&a=3&a=1',
  ]
  const bodies: Record<string, Fields> = {
    'a receipt': fields,
    'no parameters': {},
    'letters of every script': { ...fields, Text: 'naïve – 漢字 – مرحبا – 🔑' },
    'characters that forms escape': { ...fields, Text: "a+b c&d=e%20f\n'(!*~)" },
    'names that sort by case': { b: '1', B: '2', a: '3', A: '4' },
    'a repeated parameter': { ...fields, Media: ['z', 'a', 'm'] },
  }

  /** The SDK signs nothing, it only tells genuine from forged. */
  function isTheirs(url: string, params: Fields, given: string, method = 'POST'): boolean {
    return validateV3Signature(method, url, NONCE, TOKEN, given, structuredClone(params)).valueOf()
  }
  function isOurs(url: string, body: string, given: string, method = 'POST'): boolean | undefined {
    const headers = { 'x-plivo-signature-v3': given, 'x-plivo-signature-v3-nonce': NONCE }
    return plivo.verifyCallback?.({ method, url, headers, body }, gateway, sms.now)
  }
  /** As Plivo describes it, and written apart from the code under test. */
  function sign(url: string, params: Fields): string {
    const { origin, pathname, searchParams } = new URL(url)
    const query = [...searchParams].map(([name, value]) => `${name}=${value}`).sort()
    const form = Object.keys(params)
      .sort()
      .flatMap(name =>
        [params[name] ?? []]
          .flat()
          .sort()
          .map(value => name + value),
      )
    const mark = query.length + form.length > 0 ? '?' : ''
    const text = `${origin}${pathname}${mark}${query.join('&')}${query.length > 0 && form.length > 0 ? '.' : ''}${form.join('')}`
    return createHmac('sha256', TOKEN).update(`${text}.${NONCE}`).digest('base64')
  }

  for (const [name, params] of Object.entries(bodies))
    test(`what the SDK takes we take, what it refuses we refuse: ${name}`, () => {
      for (const url of urls) {
        const genuine = sign(url, params)
        assert.equal(isTheirs(url, params, genuine), true, `the SDK: ${url}`)
        assert.equal(isOurs(url, formOf(params), genuine), true, url)
        assert.equal(isOurs(url, formOf(params), `${'A'.repeat(43)}=, ${genuine}`), true, 'one of two')
        for (const [given, calledUrl, calledParams] of [
          [genuine.replace(/^./, first => (first === 'A' ? 'B' : 'A')), url, params],
          [genuine, url.replace('/m1', '/m2'), params],
          [genuine, url, { ...params, Status: 'failed' }],
          ['', url, params],
        ] as const) {
          assert.equal(isTheirs(calledUrl, calledParams, given), false, `the SDK: ${calledUrl}`)
          assert.equal(isOurs(calledUrl, formOf(calledParams), given), false, calledUrl)
        }
      }
    })

  test('V2, which does not cover what is said, is not taken', () => {
    const [url, body] = ['https://wifi.example.com/hooks/sms/g1/m1', formOf(fields)]
    const v2 = createHmac('sha256', TOKEN).update(`${url}${NONCE}`).digest('base64')
    const headers = { 'x-plivo-signature-v2': v2, 'x-plivo-signature-v2-nonce': NONCE }
    assert.equal(plivo.verifyCallback?.({ method: 'POST', url, headers, body }, gateway, sms.now), false)
  })
})

describe('texts from phones, by Plivo', () => {
  const inbound = (body: string): Callback => ({ method: 'POST', url: CALLBACK_URL, headers: {}, body })
  test('are read with and without a plus', () => {
    for (const From of ['14155551234', '+14155551234'])
      assert.deepEqual(
        plivo.readInbound?.(inbound(formOf({ From, To: '15555550100', Text: 'STOP', MessageUUID: UUID })), gateway),
        [{ from: '+14155551234', to: '+15555550100', text: 'STOP' }],
      )
    for (const body of ['', 'From=1&Text=STOP', 'From=14155551234'])
      assert.deepEqual(plivo.readInbound?.(inbound(body), gateway), [])
  })
})

describe('a Plivo gateway', () => {
  const fields = (changes: Partial<OpenGateway>) => gatewayProblems(plivo, plivoGateway(changes)).map(({ field }) => field)

  test('is refused with what people really mistake, each with a sentence', () => {
    assert.deepEqual(fields({ account_sid: 'AC00000000000000000000000000000001' }), ['account_sid'])
    assert.deepEqual(fields({ auth_token: 'MAXXXXXXXXXXXXXXXXXX' }), ['auth_token'])
    assert.deepEqual(fields({ from: '(555) 555-0100' }), ['from'])
    assert.deepEqual(fields({ base_url: 'https://api.plivo.com/?x=1' }), ['base_url'])
    assert.deepEqual(fields({ options: { region: 'us' } }), ['options.region'])
  })

  test('may have any account elsewhere, and a name for a sender', () => {
    assert.deepEqual(fields({ account_sid: 'tenant-1', base_url: 'https://sms.example.com' }), [])
    assert.deepEqual(fields({ from: 'Lobby' }), [])
    assert.equal(gatewayWarnings(plivo, plivoGateway({ from: 'Lobby', base_url: 'http://sms.example.com' })).length, 2)
  })

  test('is told when it is a trial account', () => {
    const body = JSON.stringify({ account_type: 'trial', auth_id: gateway.account_sid, cash_credits: '0.50' })
    const outcome = plivo.readCheck?.({ status: 200, headers: {}, body }, gateway)
    assert.ok(outcome?.outcome === 'ok')
    assert.match(outcome.message, /0\.50 USD are left\. This is a trial account/)
  })
})
