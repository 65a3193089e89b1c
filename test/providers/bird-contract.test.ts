import { createHash, createHmac } from 'node:crypto'
import type { OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { bird } from '../../src/sms/providers/bird.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const ID = 'e8077d803532c0b5937c639b60216938'
const KEY = 'live_ABCDEFGHIJKLMNOPQRSTUVWXY'
const gateway = openGateway({ provider: 'bird', auth_token: KEY, callback_secret: 'PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd' })

const message = {
  id: ID,
  href: `https://rest.messagebird.com/messages/${ID}`,
  direction: 'mt',
  type: 'sms',
  originator: '15555550100',
  body: sms.text,
  reference: sms.id,
  validity: 600,
  datacoding: 'plain',
  createdDatetime: '2026-11-22T12:00:00+00:00',
  recipients: {
    totalCount: 1,
    totalSentCount: 1,
    items: [{ recipient: 15555550123, status: 'sent', statusDatetime: '2026-11-22T12:00:00+00:00', messagePartCount: 1 }],
  },
}

function error(status: number, code: number, parameter: string | null, description: string) {
  return { status, body: JSON.stringify({ errors: [{ code, description, parameter }] }) }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as Bird makes it: the peer that judges it is in bird.test.ts. */
function sign(url: string, body: string, secret: string): string {
  const nbf = sms.now.getTime() / 1000
  const claims = {
    iss: 'MessageBird',
    nbf,
    exp: nbf + 60,
    jti: '59a244dc-e9ad-4e23-9778-371faa238f72',
    url_hash: sha256(url),
    ...(body !== '' && { payload_hash: sha256(body) }),
  }
  const token = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64url')}`
}

function callback(by: OpenGateway, method: 'GET' | 'POST', params: Record<string, string>, receipt: Partial<Receipt>) {
  const fields = new URLSearchParams({
    id: ID,
    reference: sms.id,
    recipient: '15555550123',
    statusDatetime: '2026-11-22T12:00:05+00:00',
    ...params,
  }).toString()
  const url = `${sms.callbackUrl}?t=abc${method === 'GET' ? `&${fields}` : ''}`
  const body = method === 'GET' ? '' : fields
  return {
    callback: { method, url, headers: { 'messagebird-signature-jwt': sign(url, body, by.callback_secret) }, body },
    receipt: {
      providerMessageId: ID,
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: params.status ?? '',
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      ...receipt,
    },
  }
}

testHttpProvider({
  provider: bird,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [KEY, gateway.callback_secret],
  accepted: [{ answer: { status: 201, body: JSON.stringify(message) }, providerMessageId: ID, segments: 1 }],
  rejected: [
    {
      name: 'a wrong access key',
      answer: error(401, 2, 'access_key', 'Request not allowed (incorrect access_key)'),
      by: 'configuration',
      code: '2',
    },
    {
      name: 'a number that does not exist',
      answer: error(422, 9, 'recipients', `no (correct) recipients found: ${sms.to}`),
      by: 'recipient',
      code: '9.recipients',
    },
    { name: 'a text that is refused', answer: error(422, 9, 'body', 'body is required'), by: 'content', code: '9.body' },
    { name: 'no balance', answer: error(402, 25, null, 'Not enough balance'), by: 'configuration', code: '25' },
    {
      name: 'an error not in the table',
      answer: error(422, 77, 'validity', `No 481516 for ${sms.to}`),
      by: 'route',
      code: '77',
    },
    { name: 'a login page', answer: { status: 403, body: '<html>' }, by: 'configuration', code: 'http_403' },
  ],
  throttled: { answer: { status: 429, headers: { 'Retry-After': '3' }, body: '' }, retryAfterS: 3, code: '429' },
  check: {
    ok: { status: 200, body: JSON.stringify({ payment: 'prepaid', type: 'credits', amount: 9.2 }) },
    refused: { answer: error(401, 2, 'access_key', 'Request not allowed (incorrect access_key)'), code: '2' },
  },
  signedWith: 'callback_secret',
  callbacks: by => [
    callback(by, 'POST', { status: 'sent', statusReason: 'pending DLR' }, {}),
    callback(by, 'GET', { status: 'buffered', statusReason: 'pending DLR', statusErrorCode: '27' }, {}),
    callback(
      by,
      'GET',
      {
        status: 'delivered',
        statusReason: 'successfully delivered',
        statusErrorCode: '0',
        mccmnc: '20408',
        messagePartCount: '1',
        'price[amount]': '0.075',
        'price[currency]': 'EUR',
      },
      { status: 'delivered', price: { micros: 75_000, currency: 'EUR' }, segments: 1, network: '20408' },
    ),
    callback(
      by,
      'GET',
      { status: 'delivery_failed', statusReason: 'unknown subscriber', statusErrorCode: '1' },
      {
        status: 'failed',
        errorCode: '1',
        errorClass: 'recipient',
        errorMessage: 'The network does not know the number, or it is no longer in use: the guest has to check it.',
      },
    ),
    callback(
      by,
      'GET',
      { status: 'delivery_failed', statusReason: 'opted out', statusErrorCode: '103' },
      {
        status: 'failed',
        errorCode: '103',
        errorClass: 'recipient',
        isOptOut: true,
        errorMessage: 'The guest once replied STOP to this sender: only a text START from that phone lifts it.',
      },
    ),
    callback(
      by,
      'POST',
      { status: 'expired', statusReason: 'DLR not received' },
      {
        status: 'failed',
        errorCode: 'expired',
        errorClass: 'unavailable',
        errorMessage: 'No word came from the carrier before the code had expired.',
      },
    ),
  ],
})
