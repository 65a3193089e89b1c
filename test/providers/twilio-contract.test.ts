import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { twilio } from '../../src/sms/providers/twilio.ts'
import { TWILIO_ERRORS } from '../../src/sms/providers/twilio-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { twilioGateway } from './twilio-gateway.ts'

const SID = 'SMded05904ccb347238880ca9264e8fe1c'
const gateway = twilioGateway({})

function error(status: number, code: number, message: string) {
  const more_info = `https://www.twilio.com/docs/errors/${code}`
  return { status, body: JSON.stringify({ code, message, more_info, status }) }
}

function callback(by: OpenGateway, params: Record<string, string>, receipt: Partial<Receipt>) {
  const fields = {
    SmsSid: SID,
    SmsStatus: params.MessageStatus ?? '',
    To: sms.to,
    MessageSid: SID,
    AccountSid: by.account_sid,
    From: by.from,
    ApiVersion: '2010-04-01',
    ...params,
  }
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature(by.auth_token, sms.callbackUrl, fields) }
  return {
    callback: { method: 'POST', url: sms.callbackUrl, headers, body: new URLSearchParams(fields).toString() },
    receipt: {
      providerMessageId: SID,
      status: 'accepted' as const,
      providerStatus: params.MessageStatus ?? '',
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      ...receipt,
    },
  }
}

testHttpProvider({
  provider: twilio,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [gateway.auth_token, Buffer.from(`${gateway.account_sid}:${gateway.auth_token}`).toString('base64')],
  accepted: [
    { answer: { status: 201, body: JSON.stringify({ sid: SID, status: 'queued', error_code: null }) }, providerMessageId: SID },
    { answer: { status: 200, body: JSON.stringify({ sid: SID, status: 'accepted' }) }, providerMessageId: SID },
  ],
  rejected: [
    { name: 'a wrong token', answer: error(401, 20003, 'Authenticate'), by: 'configuration', code: '20003' },
    {
      name: 'a number that does not exist',
      answer: error(400, 21211, `The 'To' number ${sms.to} is not a valid phone number.`),
      by: 'recipient',
      code: '21211',
    },
    {
      name: 'a pair of numbers without a route',
      answer: error(400, 21612, `Message cannot be sent to ${sms.to}`),
      by: 'route',
      code: '21612',
    },
    { name: 'a text that is too long', answer: error(400, 21617, `Too long: ${sms.text}`), by: 'content', code: '21617' },
    { name: 'an error not in the table', answer: error(400, 29999, `No ${sms.to} for 481516`), by: 'route', code: '29999' },
    { name: 'an account that is not there', answer: { status: 404, body: 'Not Found' }, by: 'configuration', code: 'http_404' },
    { name: 'a forbidden resource', answer: { status: 403, body: '' }, by: 'configuration', code: 'http_403' },
  ],
  throttled: {
    answer: { ...error(429, 20429, 'Too Many Requests'), headers: { 'Retry-After': '7' } },
    retryAfterS: 7,
    code: '20429',
  },
  check: {
    ok: { status: 200, body: JSON.stringify({ sid: gateway.account_sid, status: 'active', type: 'Full' }) },
    refused: { answer: error(401, 20003, 'Authenticate'), code: '20003' },
  },
  signedWith: 'auth_token',
  callbacks: by => [
    callback(by, { MessageStatus: 'sending' }, {}),
    callback(by, { MessageStatus: 'sent' }, {}),
    callback(by, { MessageStatus: 'delivered', RawDlrDoneDate: '2611221530' }, { status: 'delivered' }),
    callback(
      by,
      { MessageStatus: 'undelivered', ErrorCode: '30034' },
      {
        status: 'failed',
        errorCode: '30034',
        errorMessage: TWILIO_ERRORS.get('30034')?.hint ?? 'not in the table',
        errorClass: 'configuration',
      },
    ),
  ],
})
