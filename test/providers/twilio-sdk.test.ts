import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, test } from 'node:test'
import twilioSdk from 'twilio'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js'
import { twilio } from '../../src/sms/providers/twilio.ts'
import { startFakeTwilio } from '../fakes/twilio.ts'
import { twilioGateway } from './twilio-gateway.ts'

type Params = Record<string, string | string[]>

function isOurs(token: string, signature: string, url: string, body: string, method = 'POST'): boolean | undefined {
  const headers = { 'x-twilio-signature': signature }
  return twilio.verifyCallback?.({ method, url, headers, body }, twilioGateway({ auth_token: token }))
}

/** As a form: a list is a parameter that is repeated. */
function formOf(params: Params): string {
  const form = new URLSearchParams()
  for (const [name, values] of Object.entries(params)) for (const value of [values].flat()) form.append(name, value)
  return form.toString()
}

describe('callback signatures, against Twilio’s own SDK', () => {
  const token = '12345'
  test('the examples that Twilio publishes are genuine for both', () => {
    for (const [url, number, signature] of [
      ['https://example.com/myapp.php?foo=1&bar=2', '+14158675310', 'L/OH5YylLD5NRKLltdqwSvS0BnU='],
      ['https://mycompany.com/myapp.php?foo=1&bar=2', '+14158675309', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ] as const) {
      const params = { CallSid: 'CA1234567890ABCDE', Caller: number, Digits: '1234', From: number, To: '+18005551212' }
      assert.equal(getExpectedTwilioSignature(token, url, params), signature)
      assert.equal(isOurs(token, signature, url, formOf(params)), true)
    }
  })

  const callback: Params = {
    MessageSid: 'SM1',
    MessageStatus: 'delivered',
    To: '+15555550123',
    From: '+15005550006',
    ErrorCode: '',
  }
  const urls = [
    'https://wifi.example.com/hooks/sms/g1/m1',
    'http://wifi.example.com/hooks/sms/g1/m1',
    'https://wifi.example.com:8443/hooks/sms/g1/m1',
    'http://127.0.0.1:41234/hooks/sms/g1/m1',
    'http://[::1]:8080/hooks/sms/g1/m1',
    'https://wifi.example.com:443/hooks/sms/g1/m1',
    'https://wifi.example.com/hooks/sms/g1/m1?a=1&b=2&a=3',
    'https://wifi.example.com/hooks/sms/g1/m1?q=%C3%BC%20%2B+x',
    'https://wifi.example.com/hooks/sms/g1/m1?',
    "https://wifi.example.com/it's(here)/~x",
  ]
  const bodies: Record<string, Params> = {
    'a status callback': callback,
    'no parameters': {},
    'letters of every script': { ...callback, Body: 'naïve – 漢字 – مرحبا – 🔑', Ünï: 'x' },
    'characters that forms escape': { ...callback, Body: "a+b c&d=e%20f\n'(!*~)" },
    'names that sort by case': { b: '1', B: '2', a: '3', A: '4', _: '5', '1': '6' },
    'a repeated parameter': { ...callback, MediaUrl: ['z', 'a', 'z', 'm'] },
    'new parameters nobody announced': { ...callback, RawDlrDoneDate: '2611221530', Zzz: '', AAA: '1' },
  }

  for (const [name, params] of Object.entries(bodies))
    test(`what the SDK signs we take, what it refuses we refuse: ${name}`, () => {
      for (const url of urls) {
        const genuine = getExpectedTwilioSignature(token, url, params)
        assert.equal(isOurs(token, genuine, url, formOf(params)), true, url)
        const forged: [string, string, Params][] = [
          [genuine.replace(/^./, first => (first === 'A' ? 'B' : 'A')), url, params],
          [genuine, `${url}x`, params],
          [genuine, url, { ...params, MessageStatus: 'failed' }],
          [getExpectedTwilioSignature('54321', url, params), url, params],
          ['', url, params],
        ]
        for (const [signature, calledUrl, calledParams] of forged) {
          assert.equal(validateRequest(token, signature, calledUrl, calledParams), false, `the SDK: ${calledUrl}`)
          assert.equal(isOurs(token, signature, calledUrl, formOf(calledParams)), false, calledUrl)
        }
      }
    })

  test('Twilio’s habit of signing without a port, or with one that was left out, is known to both', () => {
    const body = formOf(callback)
    for (const [called, signed] of [
      ['https://wifi.example.com:8443/h', 'https://wifi.example.com/h'],
      ['https://wifi.example.com/h', 'https://wifi.example.com:443/h'],
      ['http://wifi.example.com/h?x=y:1', 'http://wifi.example.com:80/h?x=y:1'],
      ['http://[::1]:8080/h', 'http://[::1]/h'],
    ] as const) {
      const signature = getExpectedTwilioSignature(token, signed, callback)
      assert.equal(validateRequest(token, signature, called, callback), true, called)
      assert.equal(isOurs(token, signature, called, body), true, called)
    }
    const otherPort = getExpectedTwilioSignature(token, 'https://wifi.example.com:9/h', callback)
    assert.equal(validateRequest(token, otherPort, 'https://wifi.example.com/h', callback), false)
    assert.equal(isOurs(token, otherPort, 'https://wifi.example.com/h', body), false)
  })

  test('a JSON body counts by its hash in the URL', () => {
    const body = '{"MessageSid":"SM1","text":"ü"}'
    const hash = createHash('sha256').update(body).digest('hex')
    const url = `https://wifi.example.com/h?a=b&bodySHA256=${hash}`
    const signature = getExpectedTwilioSignature(token, url, {})
    assert.equal(validateRequestWithBody(token, signature, url, body), true)
    assert.equal(isOurs(token, signature, url, body), true)
    for (const changed of [`${body} `, '', body.replace('SM1', 'SM2')]) {
      assert.equal(validateRequestWithBody(token, signature, url, changed), false)
      assert.equal(isOurs(token, signature, url, changed), false)
    }
  })

  test('a GET is signed by its URL alone', () => {
    const url = 'https://wifi.example.com/h?MessageSid=SM1&MessageStatus=sent'
    assert.equal(isOurs(token, getExpectedTwilioSignature(token, url, {}), url, '', 'GET'), true)
    assert.equal(isOurs(token, getExpectedTwilioSignature(token, url, {}), `${url}2`, '', 'GET'), false)
  })
})

describe('the fake Twilio, against Twilio’s own SDK as its client', async () => {
  const fake = await startFakeTwilio()
  after(() => fake.close())

  class LoopbackClient extends RequestClient {
    override request<T>(options: RequestClient.RequestOptions<T>) {
      return super.request<T>({ ...options, uri: options.uri.replace('https://api.twilio.com', fake.origin) })
    }
  }
  const client = (token = fake.authToken) => twilioSdk(fake.accountSid, token, { httpClient: new LoopbackClient() })

  test('takes a message and gives it back as the SDK expects it', async () => {
    const sent = await client().messages.create({
      to: '+15555550101',
      from: fake.from,
      body: '123456 is your code',
      validityPeriod: 600,
    })
    assert.match(sent.sid, /^SM[0-9a-f]{32}$/)
    assert.equal(sent.status, 'queued')
    assert.equal(sent.numSegments, '1')
    assert.ok(Math.abs(sent.dateCreated.getTime() - Date.now()) < 5_000)
    const fetched = await client().messages(sent.sid).fetch()
    assert.equal(fetched.body, '123456 is your code')
    assert.equal(fake.codeFor('+15555550101'), '123456')
    assert.equal(fake.messagesTo('+15555550101')[0]?.validityS, 600)
  })

  test('lists by number and day, newest first, page by page', async () => {
    for (const body of ['one', 'two', 'three', 'four', 'five'])
      await client().messages.create({ to: '+15555550102', from: fake.from, body })
    const listed = await client().messages.list({ to: '+15555550102', pageSize: 2 })
    assert.deepEqual(
      listed.map(message => message.body),
      ['five', 'four', 'three', 'two', 'one'],
    )
    const dateSentAfter = new Date(Date.now() - 86_400_000)
    assert.equal((await client().messages.list({ to: '+15555550102', dateSentAfter })).length, 0, 'none has left yet')
  })

  test('refuses what Twilio refuses, with Twilio’s codes', async () => {
    const refusal = async (changes: object, token?: string) => {
      const message = { to: '+15555550103', from: fake.from, body: 'x', ...changes }
      const error = await client(token)
        .messages.create(message)
        .then(() => ({ code: 0, status: 201 }))
        .catch((error: { code: number; status: number }) => error)
      return [error.status, error.code]
    }
    assert.deepEqual(await refusal({}, 'f'.repeat(32)), [401, 20_003])
    assert.deepEqual(await refusal({ to: '0555 1234' }), [400, 21_211])
    assert.deepEqual(await refusal({ to: '+15005550001' }), [400, 21_211])
    assert.deepEqual(await refusal({ to: '+15005550009' }), [400, 21_614])
    assert.deepEqual(await refusal({ from: '+15005550008' }), [400, 21_611])
    assert.deepEqual(await refusal({ from: '+15559999999' }), [400, 21_606])
    assert.deepEqual(await refusal({ from: 'Lobby' }), [400, 21_612])
    assert.deepEqual(await refusal({ from: undefined }), [400, 21_603])
    assert.deepEqual(await refusal({ body: 'x'.repeat(1_601) }), [400, 21_617])
    assert.deepEqual(await refusal({ body: '' }), [400, 21_602])
    assert.deepEqual(await refusal({ validityPeriod: 36_001 }), [400, 21_624])
    assert.deepEqual(await refusal({ statusCallback: 'https://my_host.example.com/x' }), [400, 21_609])
    assert.equal(fake.messagesTo('+15555550103').length, 0)
  })
})
