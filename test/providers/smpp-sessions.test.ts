import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { InboundSms, OpenGateway, Receipt } from '../../src/sms/provider.ts'
import { smpp } from '../../src/sms/providers/smpp.ts'
import { openSessions } from '../../src/sms/sessions.ts'
import { type SmscScript, startSmsc } from '../fakes/smpp.ts'
import { eventually, testLog } from '../harness.ts'
import { outgoing, SENDER, smppGateway, TO } from './smpp-session.ts'

async function startPool(script: Partial<SmscScript> = {}) {
  const smsc = await startSmsc(script)
  const told: [gatewayId: string, what: Receipt | InboundSms][] = []
  const sessions = openSessions({
    onReceipt: async (gatewayId, receipt) => told.push([gatewayId, receipt]) > 0,
    onInbound: async (gatewayId, sms) => void told.push([gatewayId, sms]),
    log: testLog,
  })
  after(async () => {
    await sessions.close()
    await smsc.close()
  })
  const gateway = (changes: Partial<OpenGateway> = {}) => ({ ...smppGateway(smsc.url), ...changes })
  const send = (changes: Partial<OpenGateway> = {}) => sessions.sessionFor(smpp, gateway(changes)).send(outgoing(), SENDER)
  return { smsc, sessions, told, gateway, send }
}

describe('the sessions of all gateways', () => {
  test('are one for each gateway, whatever object its record is', async () => {
    const { smsc, sessions, gateway, send } = await startPool()
    assert.equal(sessions.sessionFor(smpp, gateway()), sessions.sessionFor(smpp, gateway({ from: '12345' })))
    await Promise.all([send(), send(), send({ id: '0198a5c2-7d10-7000-8000-000000000002' })])
    assert.equal(smsc.seen.binds.length, 2)
  })

  test('tell whose receipt and whose text it is', async () => {
    const { smsc, told, send, gateway } = await startPool()
    await send()
    await smsc.peer.receipt('id-1', 'DELIVRD')
    await smsc.peer.deliver({ octets: Buffer.from('STOP') })
    assert.deepEqual(
      told.map(([id]) => id),
      [gateway().id, gateway().id],
    )
    assert.deepEqual(told[1]?.[1], { from: TO, to: SENDER, text: 'STOP' })
  })

  test('are replaced when the record changes: the old one ends first, and what it had under way is not lost', async () => {
    let answer: (value: object) => void = () => undefined
    const unbindsBefore: number[] = []
    const { smsc, send } = await startPool({
      onBind: () => {
        unbindsBefore.push(smsc.seen.unbinds)
        return {}
      },
      onSubmit: ({ number }) => (number === 1 ? new Promise(resolve => (answer = resolve)) : {}),
    })
    const first = send()
    await eventually(() => smsc.seen.submits.length === 1)
    const updated_at = new Date('2026-11-22T00:00:01Z')
    const second = send({ updated_at, account_sid: 'changed' })
    // Another gateway connects, sends and is answered, and the new session still has not begun.
    assert.equal((await send({ id: '0198a5c2-7d10-7000-8000-000000000002' })).outcome, 'accepted')
    answer({})
    assert.equal((await first).outcome, 'accepted')
    assert.equal((await second).outcome, 'accepted')
    assert.ok(smsc.seen.binds[2]?.toString().startsWith('changed\0'))
    assert.deepEqual(unbindsBefore, [0, 0, 1], 'an account may allow one connection only')
    await eventually(() => smsc.peers.size === 2)
  })

  test('end for gateways that are gone, and all at the end', async () => {
    const { smsc, sessions, send, gateway } = await startPool()
    const other = '0198a5c2-7d10-7000-8000-000000000002'
    await send()
    await send({ id: other })
    sessions.keepOnly(new Set([other]))
    await eventually(() => smsc.peers.size === 1)
    await sessions.close()
    await eventually(() => smsc.peers.size === 0)
    assert.equal(smsc.seen.unbinds, 2)
    assert.throws(() => sessions.sessionFor(smpp, gateway()), /closed/)
  })
})
