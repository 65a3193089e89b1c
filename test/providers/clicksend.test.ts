import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenGateway } from '../../src/sms/provider.ts'
import { clicksend } from '../../src/sms/providers/clicksend.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'

const gatewayWith = (changes: Partial<OpenGateway>) =>
  openGateway({ provider: 'clicksend', account_sid: 'lobby', auth_token: 'key', ...changes })
const gateway = gatewayWith({})
const HOOK = 'https://wifi.example/hooks/sms/g1?t=s'

test('the request is as ClickSend documents it', async () => {
  const request = await clicksend.buildSend(sms, gateway)
  assert.deepEqual(
    { ...request, body: JSON.parse(request.body ?? '') },
    {
      method: 'POST',
      url: 'https://rest.clicksend.com/v3/sms/send',
      headers: { authorization: 'Basic bG9iYnk6a2V5', accept: 'application/json', 'content-type': 'application/json' },
      body: { messages: [{ source: 'gatehouse', to: sms.to, from: '+15555550100', body: sms.text, custom_string: sms.id }] },
    },
  )
  const shared = await clicksend.buildSend(sms, gatewayWith({ from: '' }))
  assert.equal('from' in JSON.parse(shared.body ?? '').messages[0], false)
})

test('an error inside a success, whose effect ClickSend does not document, may have been sent', () => {
  const read = (value: unknown) => clicksend.readSend({ status: 200, headers: {}, body: JSON.stringify(value) }, gateway)
  assert.equal(read({ http_code: 200, response_code: 'BAD_REQUEST', data: null }).outcome, 'unknown')
  assert.equal(read({ response_code: 'SUCCESS', data: { messages: [{ status: 'INTERNAL_ERROR' }] } }).outcome, 'unknown')
  assert.equal(read({ response_code: 'SUCCESS', data: { messages: [{ status: 'SUCCESS' }] } }).outcome, 'unknown', 'no id')
})

test('the same text twice to one number waits; it is nobody’s fault', () => {
  const body = JSON.stringify({ response_code: 'SUCCESS', data: { messages: [{ status: 'THROTTLED' }] } })
  assert.equal(clicksend.readSend({ status: 200, headers: {}, body }, gateway).outcome, 'throttled')
})

test('whether ClickSend has a message: found by our id, and nothing proves that it has not', async () => {
  const request = await clicksend.buildLookup?.(sms, gateway, sms.now)
  const url = new URL(request?.url ?? '')
  assert.equal(url.pathname, '/v3/sms/history')
  assert.deepEqual(Object.fromEntries(url.searchParams), { q: `to:${sms.to}`, date_from: '1795348500', limit: '50' })
  const read = (data: unknown) =>
    clicksend.readLookup?.(
      { status: 200, headers: {}, body: JSON.stringify({ data: { total: 1, data } }) },
      sms,
      sms.now,
      new Set(),
    )
  const found = { direction: 'out', date: 1795348801, custom_string: sms.id, message_id: 'M1' }
  assert.deepEqual(read([{ ...found, custom_string: 'other' }, found]), { outcome: 'found', providerMessageId: 'M1' })
  for (const other of [{ direction: 'in' }, { date: 1795340000 }, { custom_string: '' }])
    assert.deepEqual(read([{ ...found, ...other }]), { outcome: 'cannot_tell' }, JSON.stringify(other))
  assert.deepEqual(read([]), { outcome: 'cannot_tell' })
})

test('receipts of voice calls and faxes, and codes that are not documented, say nothing', () => {
  const read = (fields: Record<string, string>) =>
    clicksend.readCallback?.(
      { method: 'POST', url: HOOK, headers: {}, body: new URLSearchParams({ message_id: 'M1', ...fields }).toString() },
      gateway,
    )
  assert.equal(read({ status_code: '201' })?.length, 1)
  assert.deepEqual(read({ status_code: '201', message_type: 'voice' }), [])
  assert.deepEqual(read({ status_code: '999' }), [])
})

test('a receipt and a text are read from a form, from JSON and from a query', () => {
  const receipt = { message_id: 'M1', status_code: '201', status: 'Delivered' }
  const reply = { from: '+61411111111', to: '+61422222222', body: 'STOP', message: 'STOP' }
  const ways = (fields: Record<string, string>) => [
    { method: 'POST', url: HOOK, headers: {}, body: new URLSearchParams(fields).toString() },
    { method: 'POST', url: HOOK, headers: {}, body: JSON.stringify(fields) },
    { method: 'GET', url: `${HOOK}&${new URLSearchParams(fields)}`, headers: {}, body: '' },
  ]
  for (const way of ways(receipt)) assert.equal(clicksend.readCallback?.(way, gateway)[0]?.status, 'delivered')
  for (const way of ways(reply))
    assert.deepEqual(clicksend.readInbound?.(way, gateway), [{ from: '+61411111111', to: '+61422222222', text: 'STOP' }])
})

test('mistakes in the fields are said before anything is sent', () => {
  const fieldsAtFault = (changes: Partial<OpenGateway>) => clicksend.problems(gatewayWith(changes)).map(({ field }) => field)
  assert.deepEqual(fieldsAtFault({}), [])
  assert.deepEqual(fieldsAtFault({ from: '' }), [])
  assert.deepEqual(fieldsAtFault({ from: 'A name that is too long' }), ['from'])
  assert.deepEqual(fieldsAtFault({ account_sid: 'lobby:key' }), ['account_sid'])
  assert.deepEqual(fieldsAtFault({ auth_token: 'a key' }), ['auth_token'])
  assert.deepEqual(fieldsAtFault({ base_url: 'https://rest.clicksend.com/v3' }), ['base_url'])
  assert.ok(clicksend.warnings(gateway).some(warning => /callback address/.test(warning)))
})

test('credit that is used up is no good gateway', () => {
  const body = JSON.stringify({ response_code: 'SUCCESS', data: { balance: '0.000000' } })
  assert.equal(clicksend.readCheck?.({ status: 200, headers: {}, body }, gateway).outcome, 'refused')
})
