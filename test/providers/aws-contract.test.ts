import type { Receipt } from '../../src/sms/provider.ts'
import { aws } from '../../src/sms/providers/aws.ts'
import { AWS_EVENTS } from '../../src/sms/providers/aws-errors.ts'
import { sms, testHttpProvider } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const ID = '862a8790-60c0-4430-9b2b-658bdexample'
const gateway = openGateway({
  provider: 'aws',
  account_sid: 'AKIDEXAMPLE',
  auth_token: SECRET,
  options: { region: 'us-east-1', configuration_set: 'gatehouse' },
})

function error(type: string, more: Record<string, unknown> = {}, status = 400) {
  return { status, body: JSON.stringify({ __type: `com.amazonaws.smsvoice#${type}`, Message: `Refused: ${sms.to}`, ...more }) }
}

/** An event as the topic of SNS delivers it. */
function callback(eventType: string, receipt: Partial<Receipt>, more: Record<string, unknown> = {}) {
  const messageStatus = eventType.replace('TEXT_', '')
  const event = {
    eventType,
    eventVersion: '1.0',
    eventTimestamp: 1795348805000,
    isFinal: true,
    originationPhoneNumber: '+15555550100',
    destinationPhoneNumber: sms.to,
    isoCountryCode: 'US',
    mcc: '310',
    mnc: '800',
    messageId: ID,
    messageRequestTimestamp: 1795348800000,
    messageEncoding: 'GSM',
    messageType: 'TRANSACTIONAL',
    messageStatus,
    messageStatusDescription: 'As it says',
    context: { message_id: sms.id },
    totalMessageParts: 1,
    totalMessagePrice: 0.00581,
    totalCarrierFee: 0.003,
    ...more,
  }
  const body = {
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: 'arn:aws:sns:us-east-1:111122223333:gatehouse',
    Message: JSON.stringify(event),
    Timestamp: '2026-11-22T12:00:05.000Z',
    SignatureVersion: '1',
    Signature: 'EXAMPLE',
    SigningCertURL: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem',
  }
  const headers = { 'x-amz-sns-message-type': 'Notification', 'content-type': 'text/plain; charset=UTF-8' }
  return {
    callback: { method: 'POST', url: 'https://wifi.example/hooks/sms/g1?t=abc', headers, body: JSON.stringify(body) },
    receipt: {
      providerMessageId: ID,
      messageId: sms.id,
      status: 'accepted' as const,
      providerStatus: messageStatus,
      errorCode: '',
      errorMessage: '',
      errorClass: '',
      price: { micros: 8_810, currency: 'USD' },
      segments: 1,
      network: '310800',
      ...receipt,
    },
  }
}

function failure(eventType: string) {
  const { error: known } = AWS_EVENTS.get(eventType) ?? {}
  return callback(eventType, {
    status: 'failed',
    errorCode: eventType,
    errorMessage: known?.hint ?? 'not in the table',
    errorClass: known?.class ?? '',
  })
}

testHttpProvider({
  provider: aws,
  gateway: origin => ({ ...gateway, base_url: origin }),
  secrets: [SECRET],
  accepted: [{ answer: { status: 200, body: JSON.stringify({ MessageId: ID }) }, providerMessageId: ID }],
  rejected: [
    {
      name: 'a wrong access key',
      answer: error('UnrecognizedClientException'),
      by: 'configuration',
      code: 'UnrecognizedClientException',
    },
    {
      name: 'a wrong secret',
      answer: error('InvalidSignatureException'),
      by: 'configuration',
      code: 'InvalidSignatureException',
    },
    {
      name: 'a user without the permission',
      answer: error('AccessDeniedException'),
      by: 'configuration',
      code: 'AccessDeniedException',
    },
    {
      name: 'a type in the header only',
      answer: {
        status: 400,
        headers: { 'x-amzn-ErrorType': 'ResourceNotFoundException:http://internal.amazon.com/' },
        body: '{}',
      },
      by: 'configuration',
      code: 'ResourceNotFoundException',
    },
    {
      name: 'the sandbox',
      answer: error('ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_NOT_VERIFIED' }),
      by: 'configuration',
      code: 'DESTINATION_PHONE_NUMBER_NOT_VERIFIED',
      isLocal: true,
    },
    {
      name: 'a guest who said STOP',
      answer: error('ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }),
      by: 'recipient',
      code: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
      isOptOut: true,
    },
    {
      name: 'a number that is none',
      answer: error('ValidationException', {
        Reason: 'FIELD_VALIDATION_FAILED',
        Fields: [{ Name: 'DestinationPhoneNumber', Message: `${sms.to} is invalid` }],
      }),
      by: 'recipient',
      code: 'FIELD_VALIDATION_FAILED.DestinationPhoneNumber',
    },
    {
      name: 'a text that is refused',
      answer: error('ValidationException', { Reason: 'FIELD_VALIDATION_FAILED', Fields: [{ Name: 'MessageBody' }] }),
      by: 'content',
      code: 'FIELD_VALIDATION_FAILED.MessageBody',
    },
    {
      name: 'a reason not in the table',
      answer: error('ValidationException', { Reason: 'SOMETHING_NEW' }),
      by: 'route',
      code: 'SOMETHING_NEW',
    },
    { name: 'a login page', answer: { status: 403, body: '<html>' }, by: 'configuration', code: 'http_403' },
  ],
  throttled: {
    answer: { ...error('ThrottlingException'), headers: { 'Retry-After': '2' } },
    retryAfterS: 2,
    code: 'ThrottlingException',
  },
  check: {
    ok: { status: 200, body: JSON.stringify({ AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'PRODUCTION' }] }) },
    refused: { answer: error('UnrecognizedClientException'), code: 'UnrecognizedClientException' },
  },
  callbacks: () => [
    callback('TEXT_PENDING', {}),
    callback('TEXT_SUCCESSFUL', {}),
    callback('TEXT_DELIVERED', { status: 'delivered' }),
    callback('TEXT_UNKNOWN', {}),
    ...[...AWS_EVENTS].filter(([, { status }]) => status === 'failed').map(([eventType]) => failure(eventType)),
  ],
})
