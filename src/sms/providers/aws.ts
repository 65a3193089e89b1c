import { AwsV4Signer } from 'aws4fetch'
import type { FieldError } from '../../errors.ts'
import { textOption } from '../gateway-problems.ts'
import type {
  Callback,
  CheckOutcome,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  InboundSms,
  OpenGateway,
  OptionField,
  OutgoingSms,
  Receipt,
  SendOutcome,
} from '../provider.ts'
import {
  baseUrlProblem,
  checkRefusal,
  classOfStatus,
  isObject,
  type JsonObject,
  mayHaveBeenTaken,
  objectsOf,
  originOf,
  readCode,
  readMessageId,
  readNumber,
  readObject,
  readPrice,
  readRetryAfter,
  receiptError,
  refusal,
  SENDER_NAME_WARNING,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { AWS_ERRORS, AWS_EVENTS } from './aws-errors.ts'

const TTL_MIN_S = 5
const TTL_MAX_S = 259_200
/** Under which an event gives our message id back. */
const CONTEXT_KEY = 'message_id'

const REGION_SHAPE = /^[a-z]{2}(-[a-z]+)+-\d$/
const SNS_HOST = /^sns\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?$/

const REGION: OptionField = {
  name: 'region',
  label: 'AWS Region',
  help: 'Where the number and the configuration set are, as in eu-west-1.',
  type: 'text',
  required: true,
}
const CONFIGURATION_SET: OptionField = {
  name: 'configuration_set',
  label: 'Configuration set',
  help: 'Its name. Receipts come only with one whose event destination is an Amazon SNS topic that calls this gateway’s callback address.',
  type: 'text',
  required: false,
}

/** AWS End User Messaging SMS (Pinpoint SMS and Voice, version 2). https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html */
export const aws: HttpProvider = {
  id: 'aws',
  label: 'AWS End User Messaging SMS',
  docs: 'https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html',
  kind: 'http',
  fields: {
    from: {
      label: 'Origination identity',
      help: 'A phone number of the account (+15551234567), a sender ID, a pool (pool-…), or the ARN of one of them.',
      required: true,
    },
    account_sid: {
      label: 'Access Key ID',
      help: 'Of an IAM user that may do sms-voice:SendTextMessage and sms-voice:DescribeAccountAttributes, and nothing else.',
      required: true,
    },
    auth_token: { label: 'Secret Access Key', help: 'Shown once, when the access key is made.', required: true },
    base_url: { label: 'Endpoint URL', help: 'Leave empty for AWS itself; for a VPC endpoint: its address.', required: false },
  },
  options: [REGION, CONFIGURATION_SET],
  problems,
  warnings,
  buildSend,
  readSend,
  buildCheck,
  readCheck,
  // SNS signs with a certificate that would have to be fetched for each message; the URL's secret stands for it.
  signing: 'never',
  readCallback,
  readInbound,
  confirmCallback,
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', problemOfFrom(gateway.from))
  add('account_sid', problemOfKeyId(gateway.account_sid))
  if (/\s/.test(gateway.auth_token)) add('auth_token', 'The Secret Access Key has spaces or line breaks in it: copy it again.')
  if (/^A[KS]IA[A-Z0-9]{16}$/.test(gateway.auth_token))
    add('auth_token', 'This is an Access Key ID: put it into its own field, and the Secret Access Key here.')
  add('base_url', baseUrlProblem(gateway.base_url, 'https://sms-voice.eu-west-1.amazonaws.com'))
  const region = textOption(gateway, REGION)
  if (region !== '' && !REGION_SHAPE.test(region))
    add('options.region', 'A region is written as in eu-west-1 or us-east-1: it is in the top right corner of the AWS console.')
  if (!/^[A-Za-z0-9_:/-]{0,256}$/.test(textOption(gateway, CONFIGURATION_SET)))
    add('options.configuration_set', 'The name of a configuration set has letters, digits, - and _ only, or is an ARN.')
  return found
}

function problemOfFrom(from: string): string | undefined {
  if (from === '' || /^\+[1-9]\d{6,14}$/.test(from) || /^\d{3,8}$/.test(from) || /^(pool|phone|sender)-\w+$/.test(from))
    return undefined
  if (/^arn:/.test(from))
    return /^arn:aws[\w-]*:sms-voice:[\w:/-]+$/.test(from)
      ? undefined
      : 'The ARN of a number, pool or sender ID begins with arn:aws:sms-voice:.'
  if (/^\+?[\d\s().-]+$/.test(from)) return 'Write the number with a plus, the country code and digits only, as in +15551234567.'
  if (/^(?=.*[A-Za-z])[A-Za-z0-9_-]{1,11}$/.test(from)) return undefined
  return 'A sender ID has at most 11 characters: letters, digits and - _, and at least one letter.'
}

function problemOfKeyId(id: string): string | undefined {
  if (/^ASIA/.test(id)) return 'This is a temporary key (ASIA…), which expires: make an access key for an IAM user (AKIA…).'
  if (/^\d{12}$/.test(id)) return 'This is the number of the AWS account: put in the Access Key ID of an IAM user (AKIA…).'
  if (/^arn:/.test(id)) return 'This is an ARN: put in the Access Key ID of an IAM user (AKIA…).'
  return /[^A-Za-z0-9]/.test(id) ? 'An Access Key ID has letters and digits only: copy it again.' : undefined
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  if (textOption(gateway, CONFIGURATION_SET) === '')
    found.push('Without a configuration set no receipts come: messages stay at accepted. Codes work all the same.')
  if (/^(?!arn:|pool-|phone-).*[A-Za-z]/.test(gateway.from)) found.push(SENDER_NAME_WARNING)
  return found
}

function buildSend(sms: OutgoingSms, gateway: OpenGateway): Promise<HttpRequest> {
  const configurationSet = textOption(gateway, CONFIGURATION_SET)
  const message = {
    DestinationPhoneNumber: sms.to,
    OriginationIdentity: gateway.from,
    MessageBody: sms.text,
    MessageType: 'TRANSACTIONAL',
    TimeToLive: Math.min(Math.max(Math.floor(sms.validityS), TTL_MIN_S), TTL_MAX_S),
    Context: { [CONTEXT_KEY]: sms.id },
    ...(configurationSet !== '' && { ConfigurationSetName: configurationSet }),
  }
  return signed('SendTextMessage', message, gateway, sms.now)
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
async function signed(operation: string, body: JsonObject, gateway: OpenGateway, now: Date): Promise<HttpRequest> {
  const region = textOption(gateway, REGION)
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  const { url, headers } = await new AwsV4Signer({
    method: 'POST',
    url: `${originOf(gateway.base_url, `https://sms-voice.${region}.${domain}`)}/`,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `PinpointSMSVoiceV2.${operation}` },
    body: JSON.stringify(body),
    accessKeyId: gateway.account_sid,
    secretAccessKey: gateway.auth_token,
    service: 'sms-voice',
    region,
    datetime: now.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    allHeaders: true,
  }).sign()
  return { method: 'POST', url: url.href, headers: Object.fromEntries(headers), body: JSON.stringify(body) }
}

function readSend(answer: HttpAnswer): SendOutcome {
  if (answer.status >= 200 && answer.status < 300) {
    const providerMessageId = readMessageId(readObject(answer.body)?.MessageId)
    return providerMessageId === '' ? unknownSuccess('AWS') : { outcome: 'accepted', providerMessageId }
  }
  if (mayHaveBeenTaken(answer)) return unknownStatus('AWS', answer)
  const { code, detail } = readError(answer)
  return refusal(AWS_ERRORS.get(code), {
    code,
    fallback: classOfStatus(answer.status),
    unknownHint: unknownHint(code, detail),
    retryAfterS: readRetryAfter(answer),
  })
}

/** The type is in `__type` behind a #, or in a header before a colon; the reason is more telling, and the field even more. */
function readError(answer: HttpAnswer): { code: string; detail: string } {
  const body = readObject(answer.body)
  const type = readCode(String(body?.__type ?? answer.headers['x-amzn-errortype'] ?? '').replace(/^.*#|:.*$/g, ''))
  const reason = readCode(body?.Reason)
  const [field] = objectsOf(body?.Fields)
  const candidates = [`${reason}.${readCode(field?.Name)}`, reason, type]
  const known = candidates.find(code => AWS_ERRORS.has(code))
  const fallback = answer.status === 429 ? 'TooManyRequestsException' : `http_${answer.status}`
  return { code: known ?? (reason || type || fallback), detail: withoutDigits(body?.Message ?? body?.message) }
}

function unknownHint(code: string, detail: string): string {
  return `AWS refused the request (${code})${detail ? `: ${detail}` : '.'}`
}

/** https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountAttributes.html */
function buildCheck(gateway: OpenGateway, now: Date): Promise<HttpRequest> {
  return signed('DescribeAccountAttributes', {}, gateway, now)
}

function readCheck(answer: HttpAnswer): CheckOutcome {
  const body = readObject(answer.body)
  if (answer.status === 200 && Array.isArray(body?.AccountAttributes)) {
    const isSandbox = objectsOf(body.AccountAttributes).some(({ Name, Value }) => Name === 'ACCOUNT_TIER' && Value === 'SANDBOX')
    return {
      outcome: 'ok',
      message: isSandbox
        ? 'The credentials are right. The account is in the SMS sandbox: it sends only to numbers verified in the AWS console.'
        : 'The credentials are right and the account may send to every number.',
    }
  }
  const { code, detail } = readError(answer)
  if (code === 'AccessDeniedException')
    return {
      outcome: 'cannot_tell',
      code,
      message:
        'AWS knows the key, but it may not ask about the account (sms-voice:DescribeAccountAttributes): send a test message.',
    }
  const known = AWS_ERRORS.get(code)
  const message = known?.hint ?? unknownHint(code, detail)
  return known?.class === 'throttled' ? { outcome: 'cannot_tell', code, message } : checkRefusal('AWS', answer, code, message)
}

/** What a topic of SNS delivers, or the event itself where raw delivery is on. https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html */
function readNotification(callback: Callback): JsonObject | undefined {
  const body = readObject(callback.body)
  if (body?.Type === undefined) return body
  return body.Type === 'Notification' && typeof body.Message === 'string' ? readObject(body.Message) : undefined
}

/** https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html */
function readCallback(callback: Callback): Receipt[] {
  const event = readNotification(callback)
  const type = String(event?.eventType)
  const known = AWS_EVENTS.get(type)
  const providerMessageId = readMessageId(event?.messageId)
  if (!event || !known || providerMessageId === '') return []
  const messageId = isObject(event.context) ? readMessageId(event.context[CONTEXT_KEY]) : ''
  const segments = Number(event.totalMessageParts)
  // The carrier's fee is not in the price; AWS bills in US dollars.
  const price = readPrice(Number(event.totalMessagePrice) + Number(event.totalCarrierFee ?? 0), 'USD')
  const network = `${event.mcc ?? ''}${event.mnc ?? ''}`
  return [
    {
      providerMessageId,
      ...(messageId !== '' && { messageId }),
      status: known.status,
      providerStatus: readCode(event.messageStatus) || type,
      ...receiptError(known.error, known.error ? type : '', ''),
      ...(price && { price }),
      ...(segments > 0 && { segments }),
      ...(/^\d{5,6}$/.test(network) && { network }),
    },
  ]
}

/** https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html */
function readInbound(callback: Callback): InboundSms[] {
  const message = readNotification(callback)
  const from = readNumber(message?.originationNumber)
  const to = String(message?.destinationNumber ?? '')
  return from === '' || typeof message?.messageBody !== 'string'
    ? []
    : [{ from, to: readNumber(to) || to, text: message.messageBody }]
}

/** A new subscription is confirmed by calling the URL in it, which only SNS itself may name. */
function confirmCallback(callback: Callback): HttpRequest | undefined {
  const body = readObject(callback.body)
  if (body?.Type !== 'SubscriptionConfirmation' || typeof body.SubscribeURL !== 'string') return undefined
  const url = URL.parse(body.SubscribeURL)
  const isSns =
    url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && SNS_HOST.test(url.hostname)
  if (!url || !isSns || url.pathname !== '/' || url.searchParams.get('Action') !== 'ConfirmSubscription') return undefined
  return { method: 'GET', url: url.href, headers: { accept: 'text/xml' } }
}
