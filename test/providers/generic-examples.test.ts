import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { gatewayProblems } from '../../src/sms/gateway-problems.ts'
import { openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type { Callback, OpenGateway } from '../../src/sms/provider.ts'
import { generic } from '../../src/sms/providers/generic.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'

// Each example configuration of docs/operating/generic-http.md, exactly as it stands there, against a server that answers
// and calls back as the product's documentation or source says.

const DOCUMENT = readFileSync(new URL('../../docs/operating/generic-http.md', import.meta.url), 'utf8')
const TEXT = '481516 is your "code" for Lobby \\ Wi-Fi\n@wifi.example #481516 – 漢'

/** The configuration under a heading of the document. */
function example(heading: string): OpenGateway {
  const [, json] = new RegExp(`^### ${heading}[^#]*?\`\`\`json\n([^]*?)\`\`\``, 'm').exec(DOCUMENT) ?? []
  assert.ok(json, `there is an example for ${heading}`)
  return openGateway({ from: '', ...(JSON.parse(json) as Partial<OpenGateway> & { provider: string }) })
}

interface Answer {
  status: number
  body: unknown
}

interface Called {
  method: string
  path: string
  headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: the bodies of four products
  json: any
}

const engine = openHttpEngine()
after(() => engine.close())

/** Sends a text by an example configuration to a server that behaves as its product does. */
async function sendBy(gateway: OpenGateway, respond: (called: Called) => Answer, changes: Partial<OpenGateway> = {}) {
  const calls: Called[] = []
  const server = createServer(async (request, response) => {
    const called = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      json: JSON.parse(await readText(request)),
    }
    calls.push(called)
    const { status, body } = respond(called)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    const url = new URL(String(gateway.options.url).replaceAll('{', '%7B').replaceAll('}', '%7D'))
    const path = decodeURIComponent(url.pathname + url.search)
    const options = { ...gateway.options, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}` }
    const outcome = await sendByHttp(
      engine,
      generic,
      { ...sms, text: TEXT, encoding: 'UCS-2' },
      { ...gateway, ...changes, options },
    )
    return { outcome, calls }
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
}

function hook(body: string, path = '/hooks/sms/g1?t=x'): Callback {
  return { method: 'POST', url: `https://wifi.example${path}`, headers: {}, body }
}

const receipts = (gateway: OpenGateway, body: object) =>
  generic
    .readCallback?.(hook(JSON.stringify(body)), gateway)
    .map(({ providerMessageId, messageId, status, errorMessage }) => ({ providerMessageId, messageId, status, errorMessage }))

for (const heading of ['SMS Gateway for Android', 'httpSMS', 'textbee', 'SMSEagle'])
  test(`${heading}: the example can be saved`, () => assert.deepEqual(gatewayProblems(generic, example(heading)), []))

// https://docs.sms-gate.app/features/sending-messages, /features/webhooks
describe('SMS Gateway for Android', () => {
  const gateway = example('SMS Gateway for Android')
  const authorization = `Basic ${btoa(`${gateway.account_sid}:${gateway.auth_token}`)}`
  const respond = ({ method, path, headers, json }: Called): Answer => {
    if (headers.authorization !== authorization) return { status: 401, body: { message: 'Unauthorized' } }
    if (method !== 'POST' || path !== '/3rdparty/v1/messages') return { status: 404, body: { message: 'Not Found' } }
    if (!/^\+\d+$/.test(json.phoneNumbers?.[0])) return { status: 400, body: { message: 'failed to validate phone number' } }
    const recipients = [{ phoneNumber: json.phoneNumbers[0], state: 'Pending' }]
    return { status: 202, body: { id: json.id, deviceId: 'd', state: 'Pending', isHashed: false, recipients, states: {} } }
  }

  test('takes the text under our id', async () => {
    const { outcome, calls } = await sendBy(gateway, respond)
    assert.deepEqual(outcome, { outcome: 'accepted', providerMessageId: sms.id })
    assert.deepEqual(calls[0]?.json, {
      id: sms.id,
      textMessage: { text: TEXT },
      phoneNumbers: [sms.to],
      ttl: 600,
      withDeliveryReport: true,
    })
  })

  test('a wrong password is the operator’s', async () => {
    const { outcome } = await sendBy(gateway, respond, { auth_token: 'wrong' })
    assert.ok(outcome.outcome === 'rejected' && outcome.by === 'configuration', JSON.stringify(outcome))
  })

  test('its callbacks are receipts, and texts from phones', () => {
    const event = (name: string, more = {}) => ({
      deviceId: 'ffffffffceb0b1db0000018e937c815b',
      event: name,
      id: 'Ey6ECgOkVVFjz3CL48B8C',
      payload: { messageId: sms.id, sender: null, recipient: sms.to, simNumber: 1, ...more },
      webhookId: 'LreFUt-Z3sSq0JufY9uWB',
    })
    const read = (name: string, more = {}) =>
      receipts(gateway, event(name, more))?.map(it => `${it.providerMessageId} ${it.status}`)
    assert.deepEqual(read('sms:sent', { partsCount: 1 }), [`${sms.id} accepted`])
    assert.deepEqual(read('sms:delivered'), [`${sms.id} delivered`])
    assert.deepEqual(read('sms:failed', { reason: 'Network error' }), [`${sms.id} failed`])
    assert.deepEqual(read('sms:cancelled'), [`${sms.id} failed`])
    assert.deepEqual(read('system:ping'), [])
    const received = event('sms:received', { message: 'STOP', sender: '+15555550123' })
    assert.deepEqual(generic.readInbound?.(hook(JSON.stringify(received)), gateway), [
      { from: '+15555550123', to: '', text: 'STOP' },
    ])
  })
})

// https://docs.httpsms.com, and api/pkg of github.com/NdoleStudio/httpsms
describe('httpSMS', () => {
  const gateway = example('httpSMS')
  const ID = '32343a19-da5e-4b1b-a767-3298a73703cb'
  const respond = ({ method, path, headers, json }: Called): Answer => {
    if (headers['x-api-key'] !== gateway.auth_token)
      return { status: 401, body: { status: 'error', message: 'You are not authorized to carry out this request.' } }
    if (method !== 'POST' || path !== '/v1/messages/send') return { status: 404, body: { status: 'error', message: 'Not found' } }
    if (json.from !== gateway.from)
      return {
        status: 422,
        body: { status: 'error', message: 'validation errors while sending message', data: { from: ['no phone'] } },
      }
    const data = {
      id: ID,
      request_id: json.request_id,
      owner: json.from,
      contact: json.to,
      content: json.content,
      status: 'pending',
    }
    return { status: 200, body: { status: 'success', message: 'message added to queue', data } }
  }

  test('takes the text and gives it an id', async () => {
    const { outcome, calls } = await sendBy(gateway, respond)
    assert.deepEqual(outcome, { outcome: 'accepted', providerMessageId: ID })
    assert.deepEqual(calls[0]?.json, { from: gateway.from, to: sms.to, content: TEXT, request_id: sms.id })
  })

  test('a wrong key and an unpaid plan are the operator’s, another phone is not this way', async () => {
    const by = async (...args: Parameters<typeof sendBy>) => {
      const { outcome } = await sendBy(...args)
      return outcome.outcome === 'rejected' && outcome.by
    }
    assert.equal(await by(gateway, respond, { auth_token: 'wrong' }), 'configuration')
    assert.equal(await by(gateway, () => ({ status: 402, body: { status: 'error', message: 'upgrade' } })), 'configuration')
    assert.equal(await by(gateway, respond, { from: '+15005550000' }), 'route')
  })

  test('its callbacks are receipts by our id and theirs, and texts from phones', () => {
    const event = (type: string, data: object) => ({ specversion: '1.0', id: 'e-1', source: '/v1/messages', type, data })
    const data = {
      id: ID,
      owner: gateway.from,
      contact: sms.to,
      request_id: sms.id,
      encrypted: false,
      content: TEXT,
      sim: 'SIM1',
    }
    const read = (type: string, more = {}) =>
      receipts(gateway, event(type, { ...data, ...more }))?.map(it => `${it.providerMessageId} ${it.messageId} ${it.status}`)
    assert.deepEqual(read('message.phone.sent'), [`${ID} ${sms.id} accepted`])
    assert.deepEqual(read('message.phone.delivered'), [`${ID} ${sms.id} delivered`])
    assert.deepEqual(read('message.send.failed', { error_message: 'NO_SERVICE' }), [`${ID} ${sms.id} failed`])
    assert.deepEqual(read('message.send.expired'), [])
    const received = event('message.phone.received', { message_id: ID, owner: gateway.from, contact: sms.to, content: 'STOP' })
    assert.deepEqual(generic.readInbound?.(hook(JSON.stringify(received)), gateway), [
      { from: sms.to, to: gateway.from, text: 'STOP' },
    ])
  })
})

// api/src/gateway and api/src/webhook of github.com/vernu/textbee
describe('textbee', () => {
  const gateway = example('textbee')
  const BATCH = '66f0000000000000000000bb'
  const respond = ({ method, path, headers, json }: Called): Answer => {
    if (headers['x-api-key'] !== gateway.auth_token) return { status: 401, body: { error: 'Unauthorized' } }
    if (method !== 'POST' || path !== `/api/v1/gateway/devices/${gateway.account_sid}/send-sms`)
      return { status: 400, body: { success: false, error: 'Device does not exist or is not enabled' } }
    if (!Array.isArray(json.recipients)) return { status: 400, body: { success: false, error: 'Invalid recipients' } }
    const data = { success: true, message: 'SMS added to queue for processing', smsBatchId: BATCH, recipientCount: 1 }
    return { status: 201, body: { data } }
  }

  test('takes the text in a batch of its own', async () => {
    const { outcome, calls } = await sendBy(gateway, respond)
    assert.deepEqual(outcome, { outcome: 'accepted', providerMessageId: BATCH })
    assert.deepEqual(calls[0]?.json, { recipients: [sms.to], message: TEXT })
  })

  test('a wrong key is the operator’s, a used-up plan passes, and an answer without an id leaves it open', async () => {
    const wrong = await sendBy(gateway, respond, { auth_token: 'wrong' })
    assert.ok(wrong.outcome.outcome === 'rejected' && wrong.outcome.by === 'configuration')
    const limit = { status: 429, body: { message: 'You have reached your daily limit', hasReachedLimit: true } }
    assert.equal((await sendBy(gateway, () => limit)).outcome.outcome, 'throttled')
    const unqueued = { status: 201, body: { data: { responses: [{ success: true }], successCount: 1, failureCount: 0 } } }
    assert.equal((await sendBy(gateway, () => unqueued)).outcome.outcome, 'unknown')
  })

  test('its callbacks are receipts by the batch, and texts from phones', () => {
    const event = (webhookEvent: string, more: object) => ({ smsId: 's', message: TEXT, deviceId: 'd', webhookEvent, ...more })
    const read = (name: string, more = {}) =>
      receipts(gateway, event(name, { smsBatchId: BATCH, recipient: sms.to, ...more }))?.map(
        it => `${it.providerMessageId} ${it.status}`,
      )
    assert.deepEqual(read('MESSAGE_SENT', { status: 'sent' }), [`${BATCH} accepted`])
    assert.deepEqual(read('MESSAGE_DELIVERED', { status: 'delivered' }), [`${BATCH} delivered`])
    assert.deepEqual(read('MESSAGE_FAILED', { status: 'failed', errorCode: '4', errorMessage: 'No service' }), [
      `${BATCH} failed`,
    ])
    assert.deepEqual(read('UNKNOWN_STATE'), [])
    const received = { ...event('MESSAGE_RECEIVED', { sender: sms.to }), message: 'STOP' }
    assert.deepEqual(generic.readInbound?.(hook(JSON.stringify(received)), gateway), [{ from: sms.to, to: '', text: 'STOP' }])
  })
})

// https://www.smseagle.eu/docs/apiv2, https://www.smseagle.eu/callback-url
describe('SMSEagle', () => {
  const gateway = example('SMSEagle')
  const respond = ({ method, path, headers, json }: Called): Answer => {
    if (headers['access-token'] !== gateway.auth_token) return { status: 401, body: { message: 'Unauthorized' } }
    if (method !== 'POST' || path !== '/api/v2/messages/sms') return { status: 404, body: { message: 'Not found' } }
    if (!['standard', 'unicode'].includes(json.encoding)) return { status: 400, body: { message: 'encoding' } }
    return { status: 200, body: [{ status: 'queued', message: 'OK', number: json.to[0], id: 654 }] }
  }

  test('takes the text, said to be in Unicode', async () => {
    const { outcome, calls } = await sendBy(gateway, respond)
    assert.deepEqual(outcome, { outcome: 'accepted', providerMessageId: '654' })
    assert.deepEqual(calls[0]?.json, { to: [sms.to], text: TEXT, encoding: 'unicode' })
  })

  test('a wrong token is the operator’s, and a text that was not queued is not accepted', async () => {
    const wrong = await sendBy(gateway, respond, { auth_token: 'wrong' })
    assert.ok(wrong.outcome.outcome === 'rejected' && wrong.outcome.by === 'configuration')
    const failed = { status: 200, body: [{ status: 'error', message: 'no modem', number: sms.to, id: null }] }
    assert.equal((await sendBy(gateway, () => failed)).outcome.outcome, 'unknown')
  })

  test('texts from phones are read', () => {
    const form = new URLSearchParams({
      sender: '48601123123',
      timestamp: '20261122120000',
      msgid: '431',
      text: 'STOP',
    }).toString()
    assert.deepEqual(generic.readInbound?.(hook(form), gateway), [{ from: '+48601123123', to: '', text: 'STOP' }])
    assert.deepEqual(generic.readCallback?.(hook(form), gateway), [])
  })
})
