import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayWarnings } from '../../src/sms/gateway-problems.ts'
import type { OpenGateway } from '../../src/sms/provider.ts'
import { infobip } from '../../src/sms/providers/infobip.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const gatewayWith = (changes: Partial<OpenGateway>) =>
  openGateway({ provider: 'infobip', auth_token: 'key', base_url: 'https://abc12.api.infobip.com', ...changes })
const gateway = gatewayWith({})
const PUBLIC = 'https://wifi.example.com/hooks/sms/g1/m1?t=s'
const ID = `${sms.id}.mi9zgow0`

test('the request is as Infobip documents it', async () => {
  const request = await infobip.buildSend({ ...sms, callbackUrl: PUBLIC }, gateway)
  assert.deepEqual(
    { ...request, body: JSON.parse(request.body ?? '') },
    {
      method: 'POST',
      url: 'https://abc12.api.infobip.com/sms/3/messages',
      headers: { authorization: 'App key', accept: 'application/json', 'content-type': 'application/json' },
      body: {
        messages: [
          {
            sender: '15555550100',
            destinations: [{ to: '15555550123', messageId: `${sms.id}.${sms.now.getTime().toString(36)}` }],
            content: { text: sms.text },
            options: { validityPeriod: { amount: 600, timeUnit: 'SECONDS' } },
            webhooks: { delivery: { url: PUBLIC }, contentType: 'application/json', callbackData: sms.id },
          },
        ],
        options: { includeSmsCountInResponse: true },
      },
    },
  )
})

test('a second attempt has another id, for Infobip refuses one that it has seen', async () => {
  const idAt = async (now: Date) => {
    const { body } = await infobip.buildSend({ ...sms, now }, gateway)
    return JSON.parse(body ?? '').messages[0].destinations[0].messageId
  }
  assert.notEqual(await idAt(new Date('2026-11-22T12:00:00.001Z')), await idAt(new Date('2026-11-22T12:00:00.002Z')))
})

test('a callback that Infobip cannot reach is left out, and a validity beyond two days is cut', async () => {
  const { body } = await infobip.buildSend({ ...sms, validityS: 1_000_000, callbackUrl: 'http://localhost/hooks' }, gateway)
  const [{ webhooks, options }] = JSON.parse(body ?? '').messages
  assert.deepEqual(webhooks, { contentType: 'application/json', callbackData: sms.id })
  assert.deepEqual(options.validityPeriod, { amount: 172_800, timeUnit: 'SECONDS' })
})

test('a hundred reports in one call are a hundred receipts, and one that cannot be read spoils no other', () => {
  const report = (n: number) => ({
    messageId: n === 50 ? null : `m${n}`,
    status: { groupName: 'DELIVERED', name: 'DELIVERED_TO_HANDSET' },
  })
  const body = JSON.stringify({ results: Array.from({ length: 100 }, (_, n) => report(n)) })
  const receipts = infobip.readCallback?.({ method: 'POST', url: PUBLIC, headers: {}, body }, gateway) ?? []
  assert.equal(receipts.length, 99)
  assert.deepEqual(new Set(receipts.map(({ status }) => status)), new Set(['delivered']))
})

test('whether Infobip has a message: found in its log since then, and nothing proves that it has not', async () => {
  const request = await infobip.buildLookup?.(sms, gateway, sms.now)
  const url = new URL(request?.url ?? '')
  assert.equal(url.pathname, '/sms/3/logs')
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    destination: '15555550123',
    sentSince: '2026-11-22T11:59:45.000+0000',
    limit: '50',
  })
  const read = (results: unknown, status = 200) =>
    infobip.readLookup?.({ status, headers: {}, body: JSON.stringify({ results }) }, sms, sms.now, new Set())
  assert.deepEqual(read([{ messageId: 'other' }, { messageId: ID, sentAt: '2026-11-22T12:00:01.000+0000' }]), {
    outcome: 'found',
    providerMessageId: ID,
  })
  assert.deepEqual(
    read([{ messageId: ID, sentAt: '2026-11-22T11:30:00.000+0000' }]),
    { outcome: 'cannot_tell' },
    'an earlier attempt',
  )
  assert.deepEqual(read([]), { outcome: 'cannot_tell' })
  assert.deepEqual(read([{ messageId: ID }], 401), { outcome: 'cannot_tell' })
})

test('a key that may send but not see the balance is not called wrong', () => {
  const body = JSON.stringify({ requestError: { serviceException: { messageId: 'FORBIDDEN', text: 'Forbidden' } } })
  assert.equal(infobip.readCheck?.({ status: 403, headers: {}, body }, gateway).outcome, 'cannot_tell')
})

test('texts from phones are read', () => {
  const results = [
    { messageId: '817790313235066447', from: '385916242493', to: '385921004026', text: 'STOP', cleanText: 'STOP', smsCount: 1 },
    { messageId: '817790313235066448', from: 'Shop', to: '385921004026', text: 'Buy' },
  ]
  const body = JSON.stringify({ results, messageCount: 2, pendingMessageCount: 0 })
  assert.deepEqual(infobip.readInbound?.({ method: 'POST', url: PUBLIC, headers: {}, body }, gateway), [
    { from: '+385916242493', to: '+385921004026', text: 'STOP' },
  ])
})

test('mistakes in the fields are said before anything is sent', () => {
  const fieldsAtFault = (changes: Partial<OpenGateway>) => infobip.problems(gatewayWith(changes)).map(({ field }) => field)
  assert.deepEqual(fieldsAtFault({}), [])
  assert.deepEqual(fieldsAtFault({ from: '', auth_token: '', base_url: '' }), [], 'what is empty is somebody else’s to say')
  assert.deepEqual(fieldsAtFault({ auth_token: 'App 0030' }), ['auth_token'])
  assert.deepEqual(fieldsAtFault({ base_url: 'abc12.api.infobip.com' }), ['base_url'])
  assert.deepEqual(fieldsAtFault({ base_url: 'https://portal.infobip.com/dev' }), ['base_url'])
  assert.deepEqual(fieldsAtFault({ base_url: 'https://abc12.api.infobip.com/sms/3/messages' }), ['base_url'])
  assert.deepEqual(fieldsAtFault({ from: 'A name that is too long' }), ['from'])
  assert.deepEqual(infobip.warnings(gateway), [])
  assert.equal(gatewayWarnings(infobip, gatewayWith({ base_url: 'http://proxy.example.com' })).length, 1)
})
