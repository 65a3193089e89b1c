import type { Receipt } from '../../src/sms/provider.ts'
import { infobip } from '../../src/sms/providers/infobip.ts'
import { INFOBIP_ERRORS } from '../../src/sms/providers/infobip-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const KEY = '003026bbc133714df1834b8638bb496e-8f4b3d9a-e931-478d-a994-28a725159ab9'
const ID = `${sms.id}.${sms.now.getTime().toString(36)}`
const gateway = openGateway({ provider: 'infobip', from: 'InfoSMS', auth_token: KEY })

/** An answer to one message, whose state is `name` in the group `groupName`. */
function answer(groupName: string, name: string, description = '') {
  const status = { groupId: 1, groupName, id: 26, name, description }
  const message = { messageId: ID, status, destination: '15555550123', details: { messageCount: 1 } }
  return { status: 200, body: JSON.stringify({ bulkId: '2034072219640523072', messages: [message] }) }
}

function error(status: number, property?: string) {
  const violations = property ? [{ property, violation: `must not be ${sms.to}` }] : []
  const body = {
    errorCode: `E${status}`,
    description: 'Request cannot be processed.',
    action: 'Adjust it.',
    violations,
    resources: [],
  }
  return { status, body: JSON.stringify(body) }
}

const legacy = {
  requestError: { serviceException: { messageId: 'UNAUTHORIZED', text: 'Invalid login details' } },
}

function callback(report: Record<string, unknown>, receipt: Partial<Receipt>) {
  const results = [
    {
      bulkId: 'BULK-ID-123-xyz',
      messageId: ID,
      to: '15555550123',
      sender: 'InfoSMS',
      sentAt: '2026-11-22T12:00:00.000+0000',
      doneAt: '2026-11-22T12:00:05.000+0000',
      messageCount: 2,
      mccMnc: '310012',
      callbackData: sms.id,
      price: { pricePerMessage: 0.0081, currency: 'EUR' },
      error: { groupId: 0, groupName: 'OK', id: 0, name: 'NO_ERROR', description: 'No Error', permanent: false },
      ...report,
    },
  ]
  return {
    callback: { method: 'POST', url: `${sms.callbackUrl}?t=abc`, headers: {}, body: JSON.stringify({ results }) },
    receipt: {
      providerMessageId: ID,
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: '',
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      price: { micros: 16_200, currency: 'EUR' },
      segments: 2,
      network: '310012',
      ...receipt,
    },
  }
}

const state = (groupName: string, name: string) => ({ groupId: 3, groupName, id: 5, name, description: 'As it says' })

testHttpProvider({
  provider: infobip,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [KEY],
  accepted: [{ answer: answer('PENDING', 'PENDING_ACCEPTED'), providerMessageId: ID, segments: 1 }],
  rejected: [
    { name: 'a wrong API key', answer: error(401), by: 'configuration', code: 'E401' },
    {
      name: 'a wrong API key, as the older API says it',
      answer: { status: 401, body: JSON.stringify(legacy) },
      by: 'configuration',
      code: 'UNAUTHORIZED',
    },
    { name: 'a number that is none', answer: error(400, 'messages[0].destinations[0].to'), by: 'recipient', code: 'E400.to' },
    { name: 'a text that is refused', answer: error(400, 'messages[0].content.text'), by: 'content', code: 'E400.text' },
    { name: 'another field', answer: error(400, 'messages[0].options.flash'), by: 'route', code: 'E400' },
    {
      name: '200 with a sender that is not registered',
      answer: answer('REJECTED', 'REJECTED_SOURCE', 'Invalid Source address'),
      by: 'configuration',
      code: 'REJECTED_SOURCE',
    },
    {
      name: '200 with a trial account',
      answer: answer('REJECTED', 'REJECTED_DESTINATION_NOT_REGISTERED'),
      by: 'configuration',
      code: 'REJECTED_DESTINATION_NOT_REGISTERED',
      isLocal: true,
    },
    {
      name: '200 with a state not in the table',
      answer: answer('REJECTED', 'REJECTED_SOMETHING_NEW', `No ${sms.to} for 481516`),
      by: 'route',
      code: 'REJECTED_SOMETHING_NEW',
    },
  ],
  throttled: { answer: { ...error(429), headers: { 'Retry-After': '5' } }, retryAfterS: 5, code: 'E429' },
  check: {
    ok: { status: 200, body: JSON.stringify({ balance: 47.79134, currency: 'EUR' }) },
    refused: { answer: { status: 401, body: JSON.stringify(legacy) }, code: 'UNAUTHORIZED' },
  },
  callbacks: () => [
    callback({ status: state('PENDING', 'PENDING_ENROUTE') }, { providerStatus: 'PENDING_ENROUTE' }),
    callback({ status: state('DELIVERED', 'DELIVERED_TO_OPERATOR') }, { providerStatus: 'DELIVERED_TO_OPERATOR' }),
    callback(
      { status: state('DELIVERED', 'DELIVERED_TO_HANDSET') },
      { status: 'delivered', providerStatus: 'DELIVERED_TO_HANDSET' },
    ),
    callback(
      {
        status: state('UNDELIVERABLE', 'UNDELIVERABLE_NOT_DELIVERED'),
        error: { groupId: 1, groupName: 'HANDSET_ERRORS', id: 27, name: 'EC_ABSENT_SUBSCRIBER', permanent: false },
      },
      {
        status: 'failed',
        providerStatus: 'UNDELIVERABLE_NOT_DELIVERED',
        errorCode: 'EC_ABSENT_SUBSCRIBER',
        errorClass: 'unavailable',
        errorMessage: 'The phone is off or out of reach: the guest can ask for the code again.',
      },
    ),
    callback(
      {
        status: state('REJECTED', 'REJECTED_DESTINATION_BLOCKLISTED'),
        error: { groupId: 2, groupName: 'USER_ERRORS', id: 603, name: 'EC_CONTENT_BLOCKED', permanent: true },
      },
      {
        status: 'failed',
        providerStatus: 'REJECTED_DESTINATION_BLOCKLISTED',
        errorCode: 'EC_CONTENT_BLOCKED',
        errorClass: 'recipient',
        isOptOut: true,
        errorMessage: INFOBIP_ERRORS.get('EC_CONTENT_BLOCKED')?.hint ?? 'not in the table',
      },
    ),
    callback(
      { status: state('EXPIRED', 'EXPIRED_EXPIRED') },
      {
        status: 'failed',
        providerStatus: 'EXPIRED_EXPIRED',
        errorCode: 'EXPIRED_EXPIRED',
        errorClass: 'unavailable',
        errorMessage: INFOBIP_ERRORS.get('EXPIRED_EXPIRED')?.hint ?? 'not in the table',
      },
    ),
  ],
})
