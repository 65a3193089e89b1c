import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gatewayWarnings } from '../../src/sms/gateway-problems.ts'
import type { OpenGateway, OutgoingSms, Receipt } from '../../src/sms/provider.ts'
import { kannel } from '../../src/sms/providers/kannel.ts'
import { sms, testHttpProvider } from './contract.ts'
import { kannelGateway } from './kannel-gateway.ts'

const gateway = kannelGateway({})

function callback(status: string, receipt: Partial<Receipt>, meta = '?orig_msg?dlr_mask=31&') {
  const query = new URLSearchParams({ t: 'secret', id: sms.id, status, meta })
  return {
    callback: { method: 'GET', url: `${sms.callbackUrl}?${query}`, headers: {}, body: '' },
    receipt: {
      providerMessageId: sms.id,
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

testHttpProvider({
  provider: kannel,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token],
  accepted: [
    { answer: { status: 202, body: '0: Accepted for delivery' }, providerMessageId: sms.id },
    { answer: { status: 202, body: '3: Queued for later delivery' }, providerMessageId: sms.id },
    {
      answer: { status: 202, body: '0: Accepted for delivery: de36d49d-7bdc-4798-910c-d3c110476540' },
      providerMessageId: 'de36d49d-7bdc-4798-910c-d3c110476540',
    },
  ],
  rejected: [
    {
      name: 'a wrong password',
      answer: { status: 403, body: 'Authorization failed for sendsms' },
      by: 'configuration',
      code: 'authorization_failed',
    },
    {
      name: 'a number without an SMSC',
      answer: { status: 403, body: 'Not routable. Do not try again.' },
      by: 'route',
      code: 'not_routable',
    },
    {
      name: 'a number on a list',
      answer: { status: 400, body: 'Number(s) has/have been denied by white- and/or black-lists.' },
      by: 'route',
      code: 'denied',
    },
    {
      name: 'a text that cannot be written',
      answer: { status: 400, body: 'Charset or body misformed, rejected' },
      by: 'content',
      code: 'misformed',
    },
    {
      name: 'a path that is not there',
      answer: { status: 404, body: 'Unknown request.' },
      by: 'configuration',
      code: 'unknown_request',
    },
    {
      name: 'a sentence not in the table',
      answer: { status: 400, body: `PID field misformed for ${sms.to}, rejected` },
      by: 'route',
      code: 'http_400',
    },
  ],
  unheardOf: { recipient: 'Kannel takes every number; that one does not exist is said by a report' },
  throttled: { answer: { status: 429, headers: { 'Retry-After': '7' }, body: '' }, retryAfterS: 7, code: 'http_429' },
  check: {
    ok: { status: 400, body: 'Missing receiver number, rejected' },
    refused: { answer: { status: 403, body: 'Authorization failed for sendsms' }, code: 'authorization_failed' },
  },
  callbacks: () => [
    callback('8', {}),
    callback('4', {}),
    callback('1', { status: 'delivered' }),
    callback(
      '2',
      {
        status: 'failed',
        errorCode: '001',
        errorMessage:
          'The message did not reach the phone: it is off, out of reach, or not in use. The guest can ask for another code.',
      },
      '?smpp?dlr_err=001&',
    ),
    callback('16', {
      status: 'failed',
      errorMessage: 'The SMSC did not take the message from Kannel: see the log of bearerbox for its reason.',
      errorClass: 'route',
    }),
  ],
})

describe('Kannel: the request', () => {
  const callbackUrl = 'http://10.0.0.2/hooks/sms/g/m?t=a%2Fb'
  const send = async (changes: Partial<OpenGateway> = {}, smsChanges: Partial<OutgoingSms> = {}) =>
    kannel.buildSend({ ...sms, callbackUrl, ...smsChanges }, kannelGateway(changes))

  test('by POST keeps everything out of the address', async () => {
    assert.deepEqual(await send(), {
      method: 'POST',
      url: 'http://127.0.0.1:13013/cgi-bin/sendsms',
      headers: {
        'x-kannel-username': 'gatehouse',
        'x-kannel-password': 'a-password-of-kannel',
        'x-kannel-from': 'Lobby',
        'x-kannel-to': sms.to,
        'x-kannel-coding': '0',
        'x-kannel-validity': '10',
        'x-kannel-dlr-mask': '31',
        'x-kannel-dlr-url': `http://10.0.0.2/hooks/sms/g/m?t=a%%2Fb&id=${sms.id}&status=%d&meta=%D`,
        'content-type': 'text/plain; charset=UTF-8',
      },
      body: sms.text,
    })
  })

  test('by GET is the documented query', async () => {
    const options = { method: 'GET', smsc: 'fake' }
    const { method, url, body } = await send({ options }, { text: 'naïve & 漢', encoding: 'UCS-2', validityS: 59 })
    assert.deepEqual([method, body], ['GET', undefined])
    const { origin, pathname, searchParams } = new URL(url)
    assert.equal(origin + pathname, 'http://127.0.0.1:13013/cgi-bin/sendsms')
    assert.deepEqual(Object.fromEntries(searchParams), {
      username: 'gatehouse',
      password: 'a-password-of-kannel',
      from: 'Lobby',
      to: sms.to,
      coding: '2',
      charset: 'UTF-8',
      validity: '1',
      smsc: 'fake',
      'dlr-mask': '31',
      'dlr-url': `http://10.0.0.2/hooks/sms/g/m?t=a%%2Fb&id=${sms.id}&status=%d&meta=%D`,
      text: 'naïve & 漢',
    })
  })

  test('goes to another path where there is one, and by GET where a header cannot hold a setting', async () => {
    assert.equal((await send({ base_url: 'https://sms.hotel.com/send' })).url, 'https://sms.hotel.com/send')
    assert.equal((await send({ from: 'Löbby' })).method, 'GET')
    assert.equal('x-kannel-from' in (await send({ from: '' })).headers, false)
  })
})

describe('Kannel: an answer', () => {
  const read = (status: number, body: string) => kannel.readSend({ status, headers: {}, body }, gateway).outcome

  test('that bearerbox is not there was certainly not sent, another failure may have been', () => {
    assert.equal(read(503, 'Temporal failure, try again later.'), 'unavailable')
    assert.equal(read(500, 'Sending failed.'), 'unknown')
    assert.equal(read(202, 'Sent.'), 'accepted')
    assert.equal(read(200, '10: odd'), 'unknown')
  })
})

test('Kannel: the gateway’s form names mistakes', () => {
  const fieldsOf = (changes: Partial<OpenGateway>) => kannel.problems(kannelGateway(changes)).map(({ field }) => field)
  assert.deepEqual(fieldsOf({}), [])
  assert.deepEqual(fieldsOf({ account_sid: 'a b' }), ['account_sid'])
  assert.deepEqual(fieldsOf({ auth_token: 'a\n' }), ['auth_token'])
  assert.deepEqual(fieldsOf({ from: 'a\nb' }), ['from'])
  assert.deepEqual(fieldsOf({ options: { smsc: 'a b' } }), ['options.smsc'])
  for (const base_url of ['10.0.0.5:13013', 'http://u:p@10.0.0.5', 'http://10.0.0.5/cgi-bin/sendsms?user=x'])
    assert.deepEqual(fieldsOf({ base_url }), ['base_url'], base_url)
  assert.equal(gatewayWarnings(kannel, gateway).length, 0)
  assert.equal(gatewayWarnings(kannel, kannelGateway({ base_url: 'http://sms.hotel.com:13013' })).length, 1)
})
