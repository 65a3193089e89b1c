import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { gatewayProblems } from '../../src/sms/gateway-problems.ts'
import type { Callback, OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { vonage } from '../../src/sms/providers/vonage.ts'
import { VONAGE_RECEIPT_ERRORS } from '../../src/sms/providers/vonage-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const CALLBACK_URL = 'https://wifi.example.com/hooks/sms/g1/m1?t=token'

function vonageGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'vonage',
    from: '15555550100',
    account_sid: 'abcd1234',
    auth_token: 'S3cretOfTheApi00',
    callback_secret: 'V0nAgeSignatureSecret00000000000',
    options: { signature_method: 'sha256' },
    ...changes,
  })
}
const gateway = vonageGateway()

function answer(...messages: Record<string, string>[]) {
  return { status: 200, body: JSON.stringify({ 'message-count': String(messages.length), messages }) }
}

const part = (id: string) => ({
  to: sms.to.slice(1),
  'message-id': id,
  status: '0',
  'remaining-balance': '15.53590000',
  'message-price': '0.03330000',
  network: '310260',
})

/** As in Vonage's guide, with the parameters in the order it writes them. */
function signed(params: Record<string, string>, secret: string): Record<string, string> {
  const text = Object.keys(params)
    .sort()
    .map(name => `&${name}=${params[name]?.replaceAll('&', '_').replaceAll('=', '_')}`)
    .join('')
  return { ...params, sig: createHmac('sha256', secret).update(text).digest('hex').toUpperCase() }
}

function receiptParams(by: OpenGateway, changes: Record<string, string>): Record<string, string> {
  const params = {
    msisdn: sms.to.slice(1),
    to: by.from,
    'network-code': '310260',
    messageId: '0A0000001234567B',
    price: '0.03330000',
    status: 'delivered',
    scts: '2611221200',
    'err-code': '0',
    'api-key': by.account_sid,
    'client-ref': sms.id,
    'message-timestamp': '2026-11-22 12:00:04',
    timestamp: String(sms.now.getTime() / 1000),
    nonce: 'ec11dd3e-1e7f-4db5-9467-82b02cd223b9',
    ...changes,
  }
  return signed(params, by.callback_secret)
}

type How = 'GET' | 'form' | 'JSON'

function callbackOf(how: How, params: Record<string, string>): Callback {
  const query = new URLSearchParams(params).toString()
  switch (how) {
    case 'GET':
      return { method: 'GET', url: `${sms.callbackUrl}?t=token&${query}`, headers: {}, body: '' }
    case 'form':
      return { method: 'POST', url: `${sms.callbackUrl}?t=token`, headers: {}, body: query }
    case 'JSON':
      return { method: 'POST', url: `${sms.callbackUrl}?t=token`, headers: {}, body: JSON.stringify(params) }
  }
}

function example(by: OpenGateway, how: How, params: Record<string, string>, receipt: Partial<Receipt>) {
  return {
    callback: callbackOf(how, receiptParams(by, params)),
    receipt: {
      providerMessageId: '0A0000001234567B',
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: params.status ?? 'delivered',
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      network: '310260',
      ...receipt,
    },
  }
}

const reason = (code: string) => ({
  errorCode: code,
  errorMessage: VONAGE_RECEIPT_ERRORS.get(code)?.hint ?? 'not in the table',
  errorClass: VONAGE_RECEIPT_ERRORS.get(code)?.class ?? '',
})

testHttpProvider({
  provider: vonage,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token, gateway.callback_secret],
  accepted: [
    {
      answer: answer(part('0A0000001234567B')),
      providerMessageId: '0A0000001234567B',
      segments: 1,
      price: { micros: 33_300, currency: 'EUR' },
    },
    {
      answer: answer(part('0A0000001234567B'), part('0A0000001234567C')),
      providerMessageId: '0A0000001234567B',
      segments: 2,
      price: { micros: 66_600, currency: 'EUR' },
    },
  ],
  rejected: [
    { name: 'a wrong secret', answer: answer({ status: '4', 'error-text': 'Bad Credentials' }), by: 'configuration', code: '4' },
    { name: 'an empty account', answer: answer({ status: '9', 'error-text': 'Quota Exceeded' }), by: 'configuration', code: '9' },
    {
      name: 'a number without a network',
      answer: answer({ status: '6', 'error-text': `Unroutable ${sms.to}` }),
      by: 'recipient',
      code: '6',
    },
    {
      name: 'a sender that may not send there',
      answer: answer({ status: '15', 'error-text': 'Illegal Sender Address - rejected' }),
      by: 'route',
      code: '15',
      isLocal: true,
    },
    { name: 'a text that is too long', answer: answer({ status: '12', 'error-text': 'Too long' }), by: 'content', code: '12' },
    {
      name: 'a status not in the table',
      answer: answer({ status: '101', 'error-text': `No ${sms.to} for 481516` }),
      by: 'route',
      code: '101',
    },
    { name: 'a 401', answer: { status: 401, body: '' }, by: 'configuration', code: 'http_401' },
  ],
  throttled: {
    answer: { status: 429, headers: { 'Retry-After': '2' }, body: 'Too Many Requests' },
    retryAfterS: 2,
    code: 'http_429',
  },
  check: {
    ok: { status: 200, body: '{"value":10.28,"autoReload":false}' },
    refused: {
      answer: { status: 401, body: '{"error-code":"401","error-code-label":"authentication failed"}' },
      code: 'http_401',
    },
  },
  signedWith: 'callback_secret',
  unsigned: callback => ({
    ...callback,
    url: callback.url.replace(/&sig=\w+/, ''),
    body: callback.body.replace(/&sig=\w+|,"sig":"\w+"/, ''),
  }),
  callbacks: by => [
    example(by, 'GET', { status: 'buffered' }, {}),
    example(by, 'form', { status: 'accepted' }, {}),
    example(by, 'JSON', { status: 'delivered' }, { status: 'delivered' }),
    example(by, 'JSON', { status: 'failed', 'err-code': '3' }, { status: 'failed', ...reason('3') }),
    example(by, 'form', { status: 'rejected', 'err-code': '9' }, { status: 'failed', ...reason('9'), isOptOut: true }),
    example(
      by,
      'GET',
      { status: 'expired', 'err-code': '77' },
      { status: 'failed', errorCode: '77', errorMessage: 'Vonage reports expired, code 77.' },
    ),
  ],
})

describe('the request to Vonage', () => {
  const send = (changes: Partial<OpenGateway> = {}, smsChanges = {}) => {
    const request = vonage.buildSend({ ...sms, callbackUrl: CALLBACK_URL, ...smsChanges }, vonageGateway(changes))
    assert.ok(!(request instanceof Promise))
    return { ...request, form: Object.fromEntries(new URLSearchParams(request.body)) }
  }

  test('is the one Vonage documents', () => {
    const { method, url, form } = send()
    assert.deepEqual([method, url], ['POST', 'https://rest.nexmo.com/sms/json'])
    assert.deepEqual(form, {
      api_key: 'abcd1234',
      api_secret: 'S3cretOfTheApi00',
      from: '15555550100',
      to: '15555550123',
      text: sms.text,
      type: 'text',
      ttl: '600000',
      'client-ref': sms.id,
      callback: CALLBACK_URL,
    })
  })

  test('says when the text needs Unicode, and how long it is of use, within what Vonage takes', () => {
    assert.equal(send({}, { encoding: 'UCS-2' }).form.type, 'unicode')
    const ttl = (validityS: number) => send({}, { validityS }).form.ttl
    assert.deepEqual([0, 19, 20, 61.9, 604_800, 9e9].map(ttl), ['20000', '20000', '20000', '61000', '604800000', '604800000'])
  })

  test('names a callback only where Vonage can call it', () => {
    assert.equal('callback' in send({}, { callbackUrl: 'http://wifi.local/hooks/x' }).form, false)
    const local = send({ base_url: 'http://127.0.0.1:4010/' }, { callbackUrl: 'http://127.0.0.1:1/hooks/x' })
    assert.deepEqual([local.url, local.form.callback], ['http://127.0.0.1:4010/sms/json', 'http://127.0.0.1:1/hooks/x'])
  })
})

describe('what Vonage answers when nobody knows', () => {
  test('an internal error and a message of which only a part was taken may be out', () => {
    for (const body of [
      answer({ status: '5', 'error-text': 'Internal Error' }),
      answer(part('A'), { status: '1', 'error-text': 'Throughput Rate Exceeded' }),
      answer({ status: '1', 'error-text': 'Throughput Rate Exceeded' }, part('B')),
    ])
      assert.equal(vonage.readSend({ ...body, headers: {} }, gateway).outcome, 'unknown', body.body)
    const none = vonage.readSend({ ...answer({ status: '1' }), headers: {} }, gateway)
    assert.equal(none.outcome, 'throttled')
  })
})

describe('signatures of Vonage', () => {
  // The examples in the tests of Vonage's own Python library: https://github.com/Vonage/vonage-python-sdk
  const EXAMPLES = {
    md5hash: '6af838ef94998832dbfc29020b564830',
    md5: 'c15c21ced558c93a226c305f58f902f2',
    sha1: '3e19a4e6880fdc2c1426bfd0587c98b9532f0210',
    sha256: 'a321e824b9b816be7c3f28859a31749a098713d39f613c80d455bbaffae1cd24',
    sha512:
      '812a18f76680fa0fe1b8bd9ee1625466ceb1bd96242e4d050d2cfd9a7b40166c63ed26ec9702168781b6edcf1633db8ff95af9341701004eec3fcf9550572ee8',
  }
  const at = new Date(1_461_605_396_000)
  const by = (signature_method: string) => vonageGateway({ callback_secret: 'secret', options: { signature_method } })

  test('the examples of Vonage’s own library are genuine, by their method only', () => {
    for (const [method, sig] of Object.entries(EXAMPLES))
      for (const how of ['GET', 'form', 'JSON'] as const) {
        const callback = callbackOf(how, { a: '1', b: '2', timestamp: '1461605396', sig })
        for (const other of Object.keys(EXAMPLES))
          assert.equal(vonage.verifyCallback?.(callback, by(other), at), other === method, `${method} by ${other}`)
      }
  })

  test('without a choice it is the MD5 hash, as in Vonage’s dashboard', () => {
    const callback = callbackOf('JSON', { a: '1', b: '2', timestamp: '1461605396', sig: EXAMPLES.md5hash })
    assert.equal(vonage.verifyCallback?.(callback, vonageGateway({ callback_secret: 'secret', options: {} }), at), true)
  })

  test('& and = in a value are signed as _', () => {
    const sig = createHash('md5').update('&text=a_b_c ü+&timestamp=1461605396secret').digest('hex')
    for (const how of ['GET', 'form', 'JSON'] as const) {
      const callback = callbackOf(how, { text: 'a&b=c ü+', timestamp: '1461605396', sig })
      assert.equal(vonage.verifyCallback?.(callback, by('md5hash'), at), true, how)
    }
  })

  test('they are good for five minutes before and after', () => {
    const callback = callbackOf('JSON', { a: '1', b: '2', timestamp: '1461605396', sig: EXAMPLES.sha256 })
    const when = (s: number) => vonage.verifyCallback?.(callback, by('sha256'), new Date(at.getTime() + s * 1000))
    assert.deepEqual([-301, -300, 0, 300, 301].map(when), [false, true, true, true, false])
  })
})

describe('texts from phones, by Vonage', () => {
  test('are read in each of its three ways', () => {
    const params = { msisdn: '447700900001', to: '447700900000', messageId: '0A0', text: 'Stop', type: 'text', keyword: 'STOP' }
    for (const how of ['GET', 'form', 'JSON'] as const)
      assert.deepEqual(vonage.readInbound?.(callbackOf(how, params), gateway), [
        { from: '+447700900001', to: '+447700900000', text: 'Stop' },
      ])
    assert.deepEqual(vonage.readInbound?.(callbackOf('JSON', { msisdn: 'x', text: 'STOP' }), gateway), [])
  })
})

describe('a Vonage gateway', () => {
  const fields = (changes: Partial<OpenGateway>) => gatewayProblems(vonage, vonageGateway(changes)).map(({ field }) => field)

  test('is refused with what people really mistake, each with a sentence', () => {
    assert.deepEqual(fields({ account_sid: '78d335fa-323d-0114-9c3d-d6f0d48968cf' }), ['account_sid'])
    assert.deepEqual(fields({ from: '+1 (555) 555-0100' }), ['from'])
    assert.deepEqual(fields({ from: 'A very long name' }), ['from'])
    assert.deepEqual(fields({ auth_token: 'abc def' }), ['auth_token'])
    assert.deepEqual(fields({ base_url: 'rest.nexmo.com' }), ['base_url'])
    assert.deepEqual(fields({ options: { signature_method: 'sha3' } }), ['options.signature_method'])
    assert.deepEqual(fields({ account_sid: '' }), ['account_sid'])
  })

  test('may have any key elsewhere, and a name for a sender', () => {
    assert.deepEqual(fields({ account_sid: 'tenant-1', base_url: 'https://sms.example.com' }), [])
    assert.deepEqual(fields({ from: 'Lobby' }), [])
    assert.equal(vonage.warnings(vonageGateway({ from: 'Lobby' })).length, 1)
    assert.equal(vonage.warnings(vonageGateway({ callback_secret: 'S3cretOfTheApi00' })).length, 1)
    assert.deepEqual(vonage.warnings(gateway), [])
  })
})
