import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenGateway } from '../../src/sms/provider.ts'
import { aws } from '../../src/sms/providers/aws.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const OPTIONS = { region: 'eu-west-1', configuration_set: 'gatehouse' }
const gatewayWith = (changes: Partial<OpenGateway>) =>
  openGateway({
    provider: 'aws',
    account_sid: 'AKIDEXAMPLE',
    auth_token: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    options: OPTIONS,
    ...changes,
  })
const gateway = gatewayWith({})
const HOOK = 'https://wifi.example/hooks/sms/g1?t=s'
const post = (body: unknown) => ({ method: 'POST', url: HOOK, headers: {}, body: JSON.stringify(body) })

// What botocore 1.29.27 (Debian's python3-botocore, AWS's own library for Python) signs for the same requests at the same time.
const SCOPE = 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/eu-west-1/sms-voice/aws4_request'
const SIGNED = 'SignedHeaders=content-type;host;x-amz-date;x-amz-target'
const SIGNATURES = {
  send: '335c311d420176e336d6124670b67a7e2dbb0aacdf3753699cf61ff5494e9c38',
  check: 'bdbac56bd6405e1084ca18d2cf458e0285d24c5e2afe542ea809673308c678b9',
}

test('the request is as AWS documents it, with the signature that AWS’s own library makes', async () => {
  const request = await aws.buildSend(sms, gateway)
  assert.deepEqual(
    { ...request, body: JSON.parse(request.body ?? '') },
    {
      method: 'POST',
      url: 'https://sms-voice.eu-west-1.amazonaws.com/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-date': '20261122T120000Z',
        'x-amz-target': 'PinpointSMSVoiceV2.SendTextMessage',
        authorization: `${SCOPE}, ${SIGNED}, Signature=${SIGNATURES.send}`,
      },
      body: {
        DestinationPhoneNumber: sms.to,
        OriginationIdentity: '+15555550100',
        MessageBody: sms.text,
        MessageType: 'TRANSACTIONAL',
        TimeToLive: 600,
        Context: { message_id: sms.id },
        ConfigurationSetName: 'gatehouse',
      },
    },
  )
})

test('the question about the account is signed as AWS’s own library signs it', async () => {
  const request = await aws.buildCheck?.(gateway, sms.now)
  assert.equal(request?.headers['x-amz-target'], 'PinpointSMSVoiceV2.DescribeAccountAttributes')
  assert.equal(request?.headers.authorization, `${SCOPE}, ${SIGNED}, Signature=${SIGNATURES.check}`)
})

test('the signature changes with the secret, the region, the host and every byte of the body', async () => {
  const signatureOf = async (changes: Partial<OpenGateway>, text = sms.text) =>
    (await aws.buildSend({ ...sms, text }, gatewayWith(changes))).headers.authorization
  const signatures = await Promise.all([
    signatureOf({}),
    signatureOf({ auth_token: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ' }),
    signatureOf({ options: { ...OPTIONS, region: 'eu-west-2' } }),
    signatureOf({ base_url: 'https://vpce.example' }),
    signatureOf({}, `${sms.text}!`),
  ])
  assert.equal(new Set(signatures).size, signatures.length)
})

test('China has a domain of its own; the life of a message is kept within what AWS takes', async () => {
  const china = await aws.buildSend(sms, gatewayWith({ options: { region: 'cn-north-1' } }))
  assert.equal(china.url, 'https://sms-voice.cn-north-1.amazonaws.com.cn/')
  const lifeOf = async (validityS: number) =>
    JSON.parse((await aws.buildSend({ ...sms, validityS }, gateway)).body ?? '').TimeToLive
  assert.deepEqual([await lifeOf(1), await lifeOf(1_000_000)], [5, 259_200])
  assert.equal('ConfigurationSetName' in JSON.parse(china.body ?? ''), false)
})

function confirmation(changes: Record<string, unknown> = {}) {
  const TopicArn = 'arn:aws:sns:eu-west-1:111122223333:gatehouse'
  return post({
    Type: 'SubscriptionConfirmation',
    MessageId: '165545c9-2a5c-472c-8df2-7ff2be2b3b1b',
    Token: '2336412f37',
    TopicArn,
    Message: 'You have chosen to subscribe to the topic.',
    SubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${TopicArn}&Token=2336412f37`,
    ...changes,
  })
}

test('a subscription is confirmed by one call to SNS itself', () => {
  assert.deepEqual(aws.confirmCallback?.(confirmation(), gateway), {
    method: 'GET',
    url: 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:111122223333:gatehouse&Token=2336412f37',
    headers: { accept: 'text/xml' },
  })
  assert.deepEqual(aws.readCallback?.(confirmation(), gateway), [])
})

test('nothing else is ever called for a callback', () => {
  const ACTION = '?Action=ConfirmSubscription&Token=t'
  for (const SubscribeURL of [
    `http://sns.eu-west-1.amazonaws.com/${ACTION}`,
    `https://sns.eu-west-1.amazonaws.com:8443/${ACTION}`,
    `https://user@sns.eu-west-1.amazonaws.com/${ACTION}`,
    `https://sns.eu-west-1.amazonaws.com.evil.example/${ACTION}`,
    `https://evil.example/sns.eu-west-1.amazonaws.com/${ACTION}`,
    `https://evil-sns.eu-west-1.amazonaws.com/${ACTION}`,
    `https://sns.x.y.eu-west-1.amazonaws.com/${ACTION}`,
    `https://bucket.s3.amazonaws.com/${ACTION}`,
    `https://169.254.169.254/${ACTION}`,
    `https://sns.eu-west-1.amazonaws.com/path${ACTION}`,
    'https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe',
    'not a URL',
    7,
  ])
    assert.equal(aws.confirmCallback?.(confirmation({ SubscribeURL }), gateway), undefined, String(SubscribeURL))
  for (const Type of ['Notification', 'UnsubscribeConfirmation', undefined])
    assert.equal(aws.confirmCallback?.(confirmation({ Type }), gateway), undefined, Type)
  for (const body of ['', '{', '[]', 'null']) assert.equal(aws.confirmCallback?.({ ...confirmation(), body }, gateway), undefined)
})

test('an event is read with raw delivery too, and one of another channel says nothing', () => {
  const event = { eventType: 'TEXT_DELIVERED', messageId: 'm1', messageStatus: 'DELIVERED' }
  assert.equal(aws.readCallback?.(post(event), gateway)[0]?.status, 'delivered')
  assert.deepEqual(aws.readCallback?.(post({ ...event, eventType: 'VOICE_COMPLETED' }), gateway), [])
  assert.deepEqual(aws.readCallback?.(post({ Type: 'Notification', Message: 'Hello' }), gateway), [])
})

test('a text from a phone is read', () => {
  const message = {
    originationNumber: '+14255550182',
    destinationNumber: '+12125550101',
    messageKeyword: 'KEYWORD_1',
    messageBody: 'STOP',
    inboundMessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
  }
  const notification = post({ Type: 'Notification', Message: JSON.stringify(message) })
  assert.deepEqual(aws.readInbound?.(notification, gateway), [{ from: '+14255550182', to: '+12125550101', text: 'STOP' }])
})

test('a key without the permission to ask is not called wrong, and the sandbox is named', () => {
  const check = (status: number, body: unknown) => aws.readCheck?.({ status, headers: {}, body: JSON.stringify(body) }, gateway)
  assert.equal(check(400, { __type: 'AccessDeniedException' })?.outcome, 'cannot_tell')
  assert.equal(check(400, { __type: 'ThrottlingException' })?.outcome, 'cannot_tell')
  assert.match(check(200, { AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'SANDBOX' }] })?.message ?? '', /sandbox/)
})

test('mistakes in the fields are said before anything is sent', () => {
  const fieldsAtFault = (changes: Partial<OpenGateway>) => aws.problems(gatewayWith(changes)).map(({ field }) => field)
  for (const from of [
    '+15555550100',
    '12345',
    'Lobby',
    'pool-78ec067f62f94d57bd3bab991ad5f6ae',
    'arn:aws:sms-voice:eu-west-1:1:pool/pool-1',
  ])
    assert.deepEqual(fieldsAtFault({ from }), [], from)
  assert.deepEqual(fieldsAtFault({ from: 'arn:aws:sns:eu-west-1:1:topic' }), ['from'])
  assert.deepEqual(fieldsAtFault({ from: 'A name that is too long' }), ['from'])
  assert.deepEqual(fieldsAtFault({ account_sid: 'ASIAIOSFODNN7EXAMPLE' }), ['account_sid'])
  assert.deepEqual(fieldsAtFault({ account_sid: '111122223333' }), ['account_sid'])
  assert.deepEqual(fieldsAtFault({ auth_token: 'AKIAIOSFODNN7EXAMPLE' }), ['auth_token'])
  assert.deepEqual(fieldsAtFault({ options: { region: 'Ireland' } }), ['options.region'])
  assert.deepEqual(fieldsAtFault({ options: { ...OPTIONS, configuration_set: 'my set' } }), ['options.configuration_set'])
  assert.deepEqual(aws.warnings(gateway), [])
  assert.match(aws.warnings(gatewayWith({ options: { region: 'eu-west-1' } })).join(), /configuration set/)
})
