import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { gatewayProblems } from '../../src/sms/gateway-problems.ts'
import type { Callback, OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { sinch } from '../../src/sms/providers/sinch.ts'
import { SINCH_RECEIPT_ERRORS } from '../../src/sms/providers/sinch-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const BATCH = '01FC66621XXXXX119Z8PMV1QPU'
const PLAN = '0123456789abcdef0123456789abcdef'
const NONCE = '01FJA8B4A7BM43YGWSG9GBV067'
const CALLBACK_URL = 'https://wifi.example.com/hooks/sms/g1/m1?t=token'

function sinchGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'sinch',
    account_sid: PLAN,
    auth_token: 'fedcba9876543210fedcba9876543210',
    callback_secret: 'a secret of forty characters, as it were',
    options: { region: 'eu' },
    ...changes,
  })
}
const gateway = sinchGateway()

function signed(body: string, secret: string, algorithm = 'HmacSHA256'): Callback {
  const timestamp = String(sms.now.getTime() / 1000)
  const headers = {
    'x-sinch-webhook-signature': createHmac(algorithm.slice(4), secret).update(`${body}.${NONCE}.${timestamp}`).digest('base64'),
    'x-sinch-webhook-signature-nonce': NONCE,
    'x-sinch-webhook-signature-timestamp': timestamp,
    'x-sinch-webhook-signature-algorithm': algorithm,
  }
  return { method: 'POST', url: CALLBACK_URL, headers, body }
}

/** As in https://developers.sinch.com/docs/sms/api-reference/sms/delivery-reports */
function report(status: string, code: number, changes: object = {}): string {
  return JSON.stringify({
    at: '2026-11-22T12:00:05.603Z',
    batch_id: BATCH,
    client_reference: sms.id,
    code,
    operator_status_at: '2026-11-22T12:00:00Z',
    recipient: sms.to.slice(1),
    status,
    type: 'recipient_delivery_report_sms',
    ...changes,
  })
}

function example(by: OpenGateway, status: string, code: number, receipt: Partial<Receipt>, changes: object = {}) {
  return {
    callback: signed(report(status, code, changes), by.callback_secret),
    receipt: {
      providerMessageId: BATCH,
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: status,
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      ...receipt,
    },
  }
}

const reason = (code: string) => ({
  status: 'failed' as const,
  errorCode: code,
  errorMessage: SINCH_RECEIPT_ERRORS.get(code)?.hint ?? 'not in the table',
  errorClass: SINCH_RECEIPT_ERRORS.get(code)?.class ?? '',
})

function error(status: number, code: string, text: string) {
  return { status, body: JSON.stringify({ code, text }) }
}

const batch = {
  id: BATCH,
  to: [sms.to.slice(1)],
  from: '15555550100',
  canceled: false,
  body: sms.text,
  type: 'mt_text',
  client_reference: sms.id,
}

testHttpProvider({
  provider: sinch,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token, gateway.callback_secret],
  accepted: [{ answer: { status: 201, body: JSON.stringify(batch) }, providerMessageId: BATCH }],
  rejected: [
    { name: 'a wrong token', answer: { status: 401, body: '' }, by: 'configuration', code: 'http_401' },
    { name: 'an unknown service plan', answer: { status: 404, body: '' }, by: 'configuration', code: 'http_404' },
    {
      name: 'a plan that may not',
      answer: error(403, 'unknown_campaign', 'The campaign ID does not match the specified originator.'),
      by: 'configuration',
      code: 'unknown_campaign',
    },
    {
      name: 'a value of a wrong form',
      answer: error(400, 'syntax_invalid_parameter_format', `Invalid MSISDN ${sms.to}`),
      by: 'route',
      code: 'syntax_invalid_parameter_format',
    },
    { name: 'a code not in the table', answer: error(400, 'new_code', `No ${sms.to} for 481516`), by: 'route', code: 'new_code' },
  ],
  unheardOf: {
    recipient: 'Sinch judges the number when it sends, and reports it in the receipt.',
    content: 'Sinch’s answers do not tell the text from other fields; the receipt does.',
  },
  throttled: {
    answer: { status: 429, headers: { 'Retry-After': '4' }, body: '' },
    retryAfterS: 4,
    code: 'http_429',
  },
  check: {
    ok: { status: 200, body: JSON.stringify({ count: 0, page: 0, batches: [], page_size: 0 }) },
    refused: { answer: { status: 401, body: '' }, code: 'http_401' },
  },
  signedWith: 'callback_secret',
  callbacks: by => [
    example(by, 'Queued', 400, {}),
    example(by, 'Dispatched', 401, {}),
    example(by, 'Unknown', 0, {}),
    example(
      by,
      'Delivered',
      0,
      { status: 'delivered', segments: 2, network: '310260' },
      { number_of_message_parts: 2, operator: '310260' },
    ),
    example(by, 'Aborted', 412, reason('412')),
    example(by, 'Rejected', 15, reason('15')),
    example(by, 'Expired', 0, { status: 'failed', errorMessage: 'Sinch reports Expired, code 0.' }),
    example(by, 'Failed', 999, { status: 'failed', errorCode: '999', errorMessage: 'Sinch reports Failed, code 999.' }),
  ],
})

describe('the request to Sinch', () => {
  const send = (changes: Partial<OpenGateway> = {}, smsChanges = {}) => {
    const request = sinch.buildSend({ ...sms, callbackUrl: CALLBACK_URL, ...smsChanges }, sinchGateway(changes))
    assert.ok(!(request instanceof Promise))
    return { ...request, json: JSON.parse(request.body ?? '') as Record<string, unknown> }
  }

  test('is the one Sinch documents', () => {
    const { method, url, headers, json } = send()
    assert.deepEqual([method, url], ['POST', `https://eu.sms.api.sinch.com/xms/v1/${PLAN}/batches`])
    assert.equal(headers.authorization, `Bearer ${gateway.auth_token}`)
    assert.deepEqual(json, {
      from: '+15555550100',
      to: ['+15555550123'],
      body: sms.text,
      type: 'mt_text',
      expire_at: '2026-11-22T12:10:00.000Z',
      client_reference: sms.id,
      delivery_report: 'per_recipient',
      callback_url: CALLBACK_URL,
    })
  })

  test('goes to the region’s address, the United States’ by default, or to the base URL', () => {
    for (const region of ['us', 'eu', 'au', 'br', 'ca'])
      assert.equal(new URL(send({ options: { region } }).url).host, `${region}.sms.api.sinch.com`)
    assert.equal(new URL(send({ options: {} }).url).host, 'us.sms.api.sinch.com')
    assert.equal(send({ base_url: 'http://127.0.0.1:4010/' }).url, `http://127.0.0.1:4010/xms/v1/${PLAN}/batches`)
  })

  test('never asks Sinch to keep a message for more than its three days', () => {
    const until = (validityS: number) => send({}, { validityS }).json.expire_at
    assert.deepEqual([0, 60.9, 1e6].map(until), [
      '2026-11-22T12:00:01.000Z',
      '2026-11-22T12:01:00.000Z',
      '2026-11-25T12:00:00.000Z',
    ])
  })

  test('asks for no report where Sinch cannot call', () => {
    const { json } = send({}, { callbackUrl: 'http://192.168.1.1/hooks/x' })
    assert.deepEqual([json.delivery_report, 'callback_url' in json], ['none', false])
  })
})

describe('whether Sinch has a message', () => {
  const since = new Date('2026-11-22T12:00:00Z')
  const read = (body: unknown, status = 200) =>
    sinch.readLookup?.({ status, headers: {}, body: JSON.stringify(body) }, sms, since, new Set())

  test('is asked by our own reference', () => {
    const request = sinch.buildLookup?.(sms, gateway, since)
    assert.ok(request && !(request instanceof Promise))
    const url = new URL(request.url)
    assert.deepEqual([request.method, url.pathname], ['GET', `/xms/v1/${PLAN}/batches`])
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      client_reference: sms.id,
      start_date: '2026-11-22T11:00:00.000Z',
      page_size: '10',
    })
  })

  test('is a yes only for our reference, and a no only for an empty list', () => {
    assert.deepEqual(read({ count: 1, page: 0, batches: [batch], page_size: 1 }), { outcome: 'found', providerMessageId: BATCH })
    assert.deepEqual(read({ count: 0, page: 0, batches: [], page_size: 0 }), { outcome: 'not_found' })
    const other = { ...batch, client_reference: 'another' }
    for (const body of [{ count: 1, batches: [other] }, { count: 1, batches: [] }, { batches: [] }, { count: 0 }, null, []])
      assert.deepEqual(read(body), { outcome: 'cannot_tell' }, JSON.stringify(body))
    assert.deepEqual(read({ count: 0, batches: [] }, 503), { outcome: 'cannot_tell' })
  })
})

describe('signatures of Sinch', () => {
  const isOurs = (callback: Callback, secret = gateway.callback_secret, now = sms.now) =>
    sinch.verifyCallback?.(callback, sinchGateway({ callback_secret: secret }), now)

  test('the example in the tests of Sinch’s own library is genuine', () => {
    // https://github.com/sinch/sinch-sdk-dotnet, for its Conversation API, which signs in the same way
    const body =
      '{"app_id":"","accepted_time":"2021-10-18T17:49:13.813615Z","project_id":"e2df3a34-a71b-4448-9db5-a8d2baad28e4","contact_create_notification":{"contact":{"id":"01FJA8B466Y0R2GNXD78MD9SM1","channel_identities":[{"channel":"SMS","identity":"48123456789","app_id":""}],"display_name":"New Test Contact","email":"new.contact@email.com","external_id":"","metadata":"","language":"EN_US"}},"message_metadata":""}'
    const headers = {
      'x-sinch-webhook-signature-nonce': NONCE,
      'x-sinch-webhook-signature-timestamp': '1634579353',
      'x-sinch-webhook-signature': '6bpJoRmFoXVjfJIVglMoJzYXxnoxRujzR4k2GOXewOE=',
    }
    const at = new Date(1_634_579_353_000)
    assert.equal(isOurs({ method: 'POST', url: CALLBACK_URL, headers, body }, 'foo_secret1234', at), true)
    assert.equal(isOurs({ method: 'POST', url: CALLBACK_URL, headers, body }, 'foo_secret1235', at), false)
  })

  test('they are good for five minutes before and after', () => {
    const callback = signed(report('Delivered', 0), gateway.callback_secret)
    const when = (s: number) => isOurs(callback, gateway.callback_secret, new Date(sms.now.getTime() + s * 1000))
    assert.deepEqual([-301, -300, 0, 300, 301].map(when), [false, true, true, true, false])
  })

  test('nonce, time and method are part of them', () => {
    const callback = signed(report('Delivered', 0), gateway.callback_secret)
    assert.equal(isOurs(signed('{}', gateway.callback_secret, 'HmacSHA512')), true)
    for (const [name, value] of [
      ['-nonce', 'another'],
      ['-nonce', ''],
      ['-timestamp', String(sms.now.getTime() / 1000 + 1)],
      ['-algorithm', 'HmacSHA512'],
      ['-algorithm', 'none'],
      ['', ''],
    ] as const)
      assert.equal(
        isOurs({ ...callback, headers: { ...callback.headers, [`x-sinch-webhook-signature${name}`]: value } }),
        false,
        name,
      )
  })
})

describe('callbacks of Sinch', () => {
  const read = (body: object) => sinch.readInbound?.(signed(JSON.stringify(body), gateway.callback_secret), gateway)
  const mo = { type: 'mo_text', id: '01XXXXX21XXXXX119Z8P1XXXXX', from: '16051234567', to: '13185551234', body: 'Stop' }

  test('texts from phones are told from reports', () => {
    assert.deepEqual(read(mo), [{ from: '+16051234567', to: '+13185551234', text: 'Stop' }])
    for (const body of [
      { ...mo, type: 'mo_binary' },
      { ...mo, from: 'x' },
      { ...mo, body: 5 },
    ])
      assert.deepEqual(read(body), [])
    assert.deepEqual(sinch.readCallback?.(signed(JSON.stringify(mo), gateway.callback_secret), gateway), [])
  })

  test('a summary of a whole batch says nothing of one message', () => {
    const summary = {
      type: 'delivery_report_sms',
      batch_id: BATCH,
      statuses: [{ code: 0, count: 1, status: 'Delivered' }],
      total_message_count: 1,
    }
    assert.deepEqual(sinch.readCallback?.(signed(JSON.stringify(summary), gateway.callback_secret), gateway), [])
  })
})

describe('a Sinch gateway', () => {
  const fields = (changes: Partial<OpenGateway>) => gatewayProblems(sinch, sinchGateway(changes)).map(({ field }) => field)

  test('is refused with what people really mistake, each with a sentence', () => {
    assert.deepEqual(fields({ account_sid: 'e2df3a34-a71b-4448-9db5-a8d2baad28e4' }), ['account_sid'])
    assert.deepEqual(fields({ from: '+1 555 555 0100' }), ['from'])
    assert.deepEqual(fields({ auth_token: 'abc\n' }), ['auth_token'])
    assert.deepEqual(fields({ base_url: 'https://us.sms.api.sinch.com/xms/v1' }), ['base_url'])
    assert.deepEqual(fields({ options: { region: 'de' } }), ['options.region'])
  })

  test('may have any plan elsewhere, and a name for a sender', () => {
    assert.deepEqual(fields({ account_sid: 'tenant-1', base_url: 'https://sms.example.com' }), [])
    assert.deepEqual(fields({ from: 'Lobby' }), [])
    assert.equal(sinch.warnings(sinchGateway({ from: 'Lobby' })).length, 1)
    assert.deepEqual(sinch.warnings(gateway), [])
  })
})
