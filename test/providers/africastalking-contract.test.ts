import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { africastalking } from '../../src/sms/providers/africastalking.ts'
import { AFRICASTALKING_ERRORS } from '../../src/sms/providers/africastalking-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const ID = 'ATXid_7b1b6f0c1f0f0ad4e5c7a3f4a5b0d9c2'

function talkingGateway(changes: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'africastalking',
    from: 'LOBBY',
    account_sid: 'hotel-lobby',
    auth_token: 'atsk_0123456789abcdef0123456789abcdef',
    ...changes,
  })
}
const gateway = talkingGateway()

/** As in https://developers.africastalking.com/docs/sms/sending/bulk */
function answer(recipient: object, status = 201) {
  const example = { statusCode: 101, number: sms.to, status: 'Success', cost: 'KES 0.8000', messageId: ID, messageParts: 1 }
  const Message = 'Sent to 1/1 Total Cost: KES 0.8000'
  return { status, body: JSON.stringify({ SMSMessageData: { Message, Recipients: [{ ...example, ...recipient }] } }) }
}

function refused(statusCode: number, status: string, httpStatus?: number) {
  return answer({ statusCode, status, messageId: 'None', cost: '0' }, httpStatus)
}

function callback(fields: Record<string, string>, receipt: Partial<Receipt>) {
  const body = new URLSearchParams({ id: ID, phoneNumber: sms.to, networkCode: '63902', retryCount: '0', ...fields }).toString()
  return {
    callback: { method: 'POST', url: sms.callbackUrl, headers: {}, body },
    receipt: {
      providerMessageId: ID,
      status: 'accepted' as const,
      providerStatus: fields.status ?? '',
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      network: '63902',
      ...receipt,
    },
  }
}

testHttpProvider({
  provider: africastalking,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token],
  accepted: [
    { answer: answer({}), providerMessageId: ID, segments: 1, price: { micros: 800_000, currency: 'KES' } },
    {
      answer: answer({ statusCode: 100, cost: 'TZS 44.0000', messageParts: 2 }, 200),
      providerMessageId: ID,
      segments: 2,
      price: { micros: 44_000_000, currency: 'TZS' },
    },
    { answer: answer({ statusCode: 102, cost: '0', messageParts: undefined }), providerMessageId: ID },
  ],
  rejected: [
    {
      name: 'a wrong API key',
      answer: { status: 401, body: 'The supplied authentication is invalid' },
      by: 'configuration',
      code: 'http_401',
    },
    { name: 'a wrong number', answer: refused(403, 'InvalidPhoneNumber'), by: 'recipient', code: 'InvalidPhoneNumber' },
    {
      name: 'a phone that opted out',
      answer: refused(406, 'UserInBlacklist'),
      by: 'recipient',
      code: 'UserInBlacklist',
      isOptOut: true,
    },
    { name: 'an empty account', answer: refused(405, 'InsufficientBalance'), by: 'configuration', code: 'InsufficientBalance' },
    { name: 'a network without a route', answer: refused(407, 'CouldNotRoute'), by: 'route', code: 'CouldNotRoute' },
    {
      name: 'a promotional sender by night',
      answer: refused(409, 'DoNotDisturbRejection', 409),
      by: 'configuration',
      code: 'DoNotDisturbRejection',
      isLocal: true,
    },
    {
      name: 'a sender that is not registered',
      answer: { status: 201, body: JSON.stringify({ SMSMessageData: { Message: 'InvalidSenderId', Recipients: [] } }) },
      by: 'configuration',
      code: 'InvalidSenderId',
    },
    {
      name: 'a refusal in words',
      answer: { status: 400, body: `Request is missing something for ${sms.to}` },
      by: 'route',
      code: 'http_400',
    },
  ],
  unheardOf: { content: 'texts are not judged before they are taken' },
  throttled: { answer: { status: 429, headers: { 'Retry-After': '7' }, body: '' }, retryAfterS: 7, code: 'http_429' },
  check: {
    ok: { status: 200, body: JSON.stringify({ UserData: { balance: 'KES 1785.50' } }) },
    refused: { answer: { status: 401, body: 'The supplied authentication is invalid' }, code: 'http_401' },
  },
  callbacks: () => [
    callback({ status: 'Sent' }, {}),
    callback({ status: 'Buffered' }, {}),
    callback({ status: 'Success' }, { status: 'delivered' }),
    callback(
      { status: 'Failed', failureReason: 'UserDoesNotExist' },
      {
        status: 'failed',
        errorCode: 'UserDoesNotExist',
        errorMessage: AFRICASTALKING_ERRORS.get('UserDoesNotExist')?.hint ?? 'not in the table',
        errorClass: 'recipient',
      },
    ),
    callback(
      { status: 'Rejected', failureReason: 'UserInBlackList' },
      {
        status: 'failed',
        errorCode: 'UserInBlackList',
        errorMessage: AFRICASTALKING_ERRORS.get('UserInBlackList')?.hint ?? 'not in the table',
        errorClass: 'recipient',
        isOptOut: true,
      },
    ),
    callback(
      { status: 'Failed', failureReason: 'DeliveryFailure' },
      {
        status: 'failed',
        errorCode: 'DeliveryFailure',
        errorMessage: 'The message did not reach the phone and the network gives no reason: the guest can ask for another code.',
      },
    ),
    callback(
      { status: 'AbsentSubscriber' },
      {
        status: 'failed',
        errorCode: 'AbsentSubscriber',
        errorMessage: AFRICASTALKING_ERRORS.get('AbsentSubscriber')?.hint ?? 'not in the table',
        errorClass: 'unavailable',
      },
    ),
  ],
})

describe('Africa’s Talking: an answer that leaves it open', () => {
  const read = (recipient: object) => africastalking.readSend({ headers: {}, ...answer(recipient) }, gateway).outcome

  test('their own failures may have sent it', () => {
    for (const statusCode of [500, 501, 999, 'x']) assert.equal(read({ statusCode }), 'unknown', String(statusCode))
  })

  test('success without an id may have sent it', () => assert.equal(read({ messageId: 'None' }), 'unknown'))
})

describe('Africa’s Talking: the request', () => {
  const send = async (changes: Partial<OpenGateway> = {}) => {
    const request = await africastalking.buildSend(sms, talkingGateway(changes))
    return { ...request, form: Object.fromEntries(new URLSearchParams(request.body)) }
  }

  test('is the one that Africa’s Talking documents', async () => {
    const { method, url, headers, form } = await send()
    assert.deepEqual([method, url], ['POST', 'https://api.africastalking.com/version1/messaging'])
    assert.equal(headers.apikey, gateway.auth_token)
    assert.equal(headers.accept, 'application/json')
    assert.deepEqual(form, { username: 'hotel-lobby', to: sms.to, message: sms.text, from: 'LOBBY', bulkSMSMode: '1' })
  })

  test('goes to the sandbox for the username sandbox, and without a sender where there is none', async () => {
    const { url, form } = await send({ account_sid: 'sandbox', from: '' })
    assert.equal(url, 'https://api.sandbox.africastalking.com/version1/messaging')
    assert.equal('from' in form, false)
    assert.equal((await send({ base_url: 'http://127.0.0.1:1/' })).url, 'http://127.0.0.1:1/version1/messaging')
  })

  test('the balance is asked for by username', async () => {
    const request = await africastalking.buildCheck?.(talkingGateway({ account_sid: 'sandbox' }), sms.now)
    assert.equal(request?.url, 'https://api.sandbox.africastalking.com/version1/user?username=sandbox')
  })
})

describe('Africa’s Talking: the gateway’s form', () => {
  const fieldsOf = (changes: Partial<OpenGateway>) => africastalking.problems(talkingGateway(changes)).map(({ field }) => field)

  test('mistakes are named', () => {
    for (const from of ['', 'LOBBY', '22384', '+254711082000']) assert.deepEqual(fieldsOf({ from }), [], from)
    assert.deepEqual(fieldsOf({ from: 'Hotel Lobby Wi-Fi' }), ['from'])
    assert.deepEqual(fieldsOf({ account_sid: 'me@hotel.com' }), ['account_sid'])
    assert.deepEqual(fieldsOf({ auth_token: 'atsk 1' }), ['auth_token'])
    for (const base_url of ['https://api.africastalking.com/version1/messaging', 'https://api.sandbox.africastalking.com', 'x'])
      assert.deepEqual(fieldsOf({ base_url }), ['base_url'], base_url)
    assert.deepEqual(fieldsOf({ account_sid: 'sandbox', base_url: 'https://api.africastalking.com' }), ['base_url'])
  })

  test('what is worth knowing is said', () => {
    assert.deepEqual(africastalking.warnings(gateway), [])
    assert.equal(africastalking.warnings(talkingGateway({ account_sid: 'sandbox' })).length, 1)
    assert.equal(africastalking.warnings(talkingGateway({ from: '' })).length, 1)
  })
})

test('Africa’s Talking: texts from phones, and opt-outs at the network, are read', () => {
  const read = (fields: Record<string, string>) =>
    africastalking.readInbound?.(
      { method: 'POST', url: sms.callbackUrl, headers: {}, body: new URLSearchParams(fields).toString() },
      gateway,
    )
  const text = { date: '2026-11-22 12:00:00', from: '+254711082321', id: 'x', text: 'STOP', to: '22384', networkCode: '63902' }
  assert.deepEqual(read(text), [{ from: '+254711082321', to: '22384', text: 'STOP' }])
  assert.deepEqual(read({ senderId: 'LOBBY', phoneNumber: '+254711082321' }), [
    { from: '+254711082321', to: 'LOBBY', text: 'STOP' },
  ])
  assert.deepEqual(read({ ...text, from: 'Bank' }), [])
})
