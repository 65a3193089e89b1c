import type { Receipt } from '../../src/sms/provider.ts'
import { generic } from '../../src/sms/providers/generic.ts'
import { sms, testHttpProvider } from './contract.ts'
import { genericGateway } from './generic-gateway.ts'

const gateway = genericGateway()
const refused = (status: number, code: string, text = '') => ({ status, body: JSON.stringify({ error: { code, text } }) })

function callback(fields: Record<string, string>, receipt: Partial<Receipt>) {
  const body = JSON.stringify({ id: 'm-1', reference: sms.id, ...fields })
  return {
    callback: { method: 'POST', url: sms.callbackUrl, headers: {}, body },
    receipt: {
      providerMessageId: 'm-1',
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: fields.state ?? '',
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      ...receipt,
    },
  }
}

testHttpProvider({
  provider: generic,
  gateway: origin => genericGateway({ options: { url: `${origin}/v1/send` } }),
  secrets: [gateway.auth_token],
  accepted: [
    { answer: { status: 200, body: '{"result":"queued","message":{"id":"m-1"}}' }, providerMessageId: 'm-1' },
    { answer: { status: 202, body: '{"result":"SENT","message":{"id":17}}' }, providerMessageId: '17' },
  ],
  rejected: [
    { name: 'a wrong key', answer: refused(401, ''), by: 'configuration', code: 'http_401' },
    { name: 'a number by its code', answer: refused(400, 'bad_number', sms.to), by: 'recipient', code: 'bad_number' },
    { name: 'a number by its status', answer: { status: 404, body: 'no such phone' }, by: 'recipient', code: 'http_404' },
    { name: 'a text', answer: refused(400, 'bad_text', sms.text), by: 'content', code: 'bad_text' },
    { name: 'an empty account', answer: refused(402, 'no_credit'), by: 'configuration', code: 'no_credit' },
    { name: 'an error under a success status', answer: refused(200, 'no_route'), by: 'route', code: 'no_route' },
    { name: 'a code in no list', answer: refused(400, 'odd', `no way to ${sms.to}`), by: 'route', code: 'odd' },
    { name: 'a code that is the number', answer: refused(400, '15555550123'), by: 'route', code: 'http_400' },
  ],
  throttled: {
    answer: { ...refused(200, 'slow_down'), headers: { 'Retry-After': '7' } },
    retryAfterS: 7,
    code: 'slow_down',
  },
  callbacks: () => [
    callback({ state: 'ENROUTE' }, {}),
    callback({ state: 'DELIVRD' }, { status: 'delivered' }),
    callback(
      { state: 'UNDELIV', reason: 'absent' },
      {
        status: 'failed',
        errorCode: 'absent',
        errorMessage: 'The service reports that the message was not delivered: absent. The guest can ask for another code.',
      },
    ),
  ],
})
