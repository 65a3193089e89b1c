import type { Receipt } from '../../src/sms/provider.ts'
import { clicksend } from '../../src/sms/providers/clicksend.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const KEY = 'D83DED51-9E35-4D42-9BB9-0E34B7CA85AE'
const ID = 'BF7AD270-0DE2-418B-B606-71D527D9C1AE'
const gateway = openGateway({ provider: 'clicksend', account_sid: 'lobby@venue.example', auth_token: KEY })

/** An answer to one message: 200 whatever became of it. */
function answer(status: string, more = {}) {
  const message = {
    direction: 'out',
    date: 1795348800,
    to: sms.to,
    body: sms.text,
    from: '+15555550100',
    schedule: 1795348800,
    message_id: ID,
    message_parts: 1,
    message_price: '0.0792',
    custom_string: sms.id,
    country: 'US',
    carrier: 'T-Mobile',
    status,
    ...more,
  }
  const data = {
    total_price: 0.0792,
    total_count: 1,
    queued_count: 1,
    messages: [message],
    _currency: { currency_name_short: 'AUD' },
  }
  return { status: 200, body: JSON.stringify({ http_code: 200, response_code: 'SUCCESS', response_msg: 'Queued.', data }) }
}

function error(status: number, response_code: string, response_msg: string) {
  return { status, body: JSON.stringify({ http_code: status, response_code, response_msg, data: null }) }
}

function callback(params: Record<string, string>, receipt: Partial<Receipt>, form = true) {
  const fields = {
    timestamp_send: '1795348800',
    timestamp: '1795348805',
    message_id: ID,
    custom_string: sms.id,
    user_id: '1',
    subaccount_id: '1',
    message_type: 'sms',
    error_code: '',
    error_text: '',
    ...params,
  }
  const body = form ? new URLSearchParams(fields).toString() : JSON.stringify({ ...fields, timestamp: 1795348805 })
  return {
    callback: { method: 'POST', url: 'https://wifi.example/hooks/sms/g1?t=abc', headers: {}, body },
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
  provider: clicksend,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [KEY, Buffer.from(`${gateway.account_sid}:${KEY}`).toString('base64')],
  accepted: [
    { answer: answer('SUCCESS'), providerMessageId: ID, segments: 1, price: { micros: 79_200, currency: 'AUD' } },
    { answer: answer('SUCCESS', { message_parts: undefined, message_price: undefined }), providerMessageId: ID },
  ],
  rejected: [
    {
      name: 'wrong credentials',
      answer: error(401, 'UNAUTHORIZED', 'Authorization failed - please check the credentials'),
      by: 'configuration',
      code: 'UNAUTHORIZED',
    },
    { name: '200 with a number that is none', answer: answer('INVALID_RECIPIENT'), by: 'recipient', code: 'INVALID_RECIPIENT' },
    { name: '200 with an empty text', answer: answer('EMPTY_MESSAGE'), by: 'content', code: 'EMPTY_MESSAGE' },
    {
      name: '200 with a country that is switched off',
      answer: answer('COUNTRY_NOT_ENABLED'),
      by: 'configuration',
      code: 'COUNTRY_NOT_ENABLED',
      isLocal: true,
    },
    { name: '200 without credit', answer: answer('INSUFFICIENT_CREDIT'), by: 'configuration', code: 'INSUFFICIENT_CREDIT' },
    { name: '200 with a status not in the table', answer: answer('SOMETHING_NEW'), by: 'route', code: 'SOMETHING_NEW' },
    { name: 'a login page', answer: { status: 403, body: '<html>' }, by: 'configuration', code: 'http_403' },
  ],
  throttled: {
    answer: { ...error(429, 'TOO_MANY_REQUESTS', 'Too many requests'), headers: { 'Retry-After': '39' } },
    retryAfterS: 39,
    code: 'TOO_MANY_REQUESTS',
  },
  check: {
    ok: {
      status: 200,
      body: JSON.stringify({
        http_code: 200,
        response_code: 'SUCCESS',
        data: { user_id: 1, username: 'lobby', balance: '4.998000', _subaccount: { api_key: KEY } },
      }),
    },
    refused: { answer: error(401, 'UNAUTHORIZED', 'Authorization failed'), code: 'UNAUTHORIZED' },
  },
  callbacks: () => [
    callback({ status: 'Sent', status_code: '200', status_text: 'Success: Message received on gateway.' }, {}),
    callback({ status: 'Sent', status_code: '300', status_text: 'Temporary fault', error_code: '11' }, {}, false),
    callback(
      { status: 'Delivered', status_code: '201', status_text: 'Success: Message received on handset.' },
      { status: 'delivered' },
    ),
    callback(
      {
        status: 'Undelivered',
        status_code: '301',
        status_text: 'Delivery failed',
        error_code: '301',
        error_text: 'Delivery failed',
      },
      { status: 'failed', errorCode: '301', errorMessage: 'ClickSend could not deliver the message: Delivery failed' },
    ),
  ],
})
