import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Receipt } from '../../src/sms/provider.ts'
import { eventually } from '../harness.ts'
import { outgoing, startBoth } from './smpp-session.ts'

const LONG = 'A long text of three parts, each with something in it. '.repeat(8)

describe('receipts of a text of three parts', () => {
  async function startLong(ids: (number: number) => string = number => `id-${number}`) {
    const both = await startBoth({ onSubmit: ({ number }) => ({ id: ids(number) }) })
    const sms = outgoing({ text: LONG })
    assert.equal((await both.send(sms)).outcome, 'accepted')
    return { ...both, sms }
  }

  test('make it delivered once the last part is, in whatever order and however often they come', async () => {
    const { smsc, receipts, sms } = await startLong()
    for (const id of ['id-3', 'id-3', 'id-1', 'id-2']) await smsc.peer.receipt(id, 'DELIVRD')
    assert.deepEqual(
      receipts.map(({ status, providerStatus }) => [status, providerStatus]),
      [
        ['accepted', 'DELIVRD (1 of 3 parts delivered)'],
        ['accepted', 'DELIVRD (1 of 3 parts delivered)'],
        ['accepted', 'DELIVRD (2 of 3 parts delivered)'],
        ['delivered', 'DELIVRD'],
      ],
    )
    assert.ok(receipts.every(receipt => receipt.providerMessageId === 'id-1' && receipt.messageId === sms.id))
  })

  test('make it failed as soon as one part is, for no other gateway to repeat, and nothing undoes that', async () => {
    const { smsc, receipts } = await startLong()
    for (const [id, stat] of [
      ['id-1', 'DELIVRD'],
      ['id-2', 'REJECTD'],
      ['id-2', 'DELIVRD'],
      ['id-3', 'DELIVRD'],
    ] as const)
      await smsc.peer.receipt(id, stat)
    assert.deepEqual(
      receipts.map(({ status, errorClass }) => [status, errorClass]),
      [
        ['accepted', ''],
        ['failed', ''],
        ['failed', ''],
        ['failed', ''],
      ],
    )
  })

  test('do not forget a delivered part for an older state that comes late', async () => {
    const { smsc, receipts } = await startLong()
    await smsc.peer.receipt('id-1', 'DELIVRD')
    await smsc.peer.receipt('id-1', 'ENROUTE')
    await smsc.peer.receipt('id-2', 'DELIVRD')
    await smsc.peer.receipt('id-3', 'DELIVRD')
    assert.equal(receipts.at(-1)?.status, 'delivered')
  })

  test('that all have one id make it delivered with the first', async () => {
    const { smsc, receipts } = await startLong(() => 'one-id')
    await smsc.peer.receipt('one-id', 'DELIVRD')
    assert.deepEqual(
      receipts.map(({ status }) => status),
      ['delivered'],
    )
  })

  test('that come in one packet with the answers are those of the whole', async () => {
    const { send, receipts } = await startBoth({
      onSubmit({ number, peer }) {
        peer.socket.cork()
        setImmediate(() => {
          void peer.receipt(`id-${number}`, 'DELIVRD')
          peer.socket.uncork()
        })
        return {}
      },
    })
    const sms = outgoing({ text: LONG })
    await send(sms)
    await eventually(() => receipts.at(-1)?.status === 'delivered')
    assert.ok(receipts.every(({ messageId }) => messageId === sms.id))
  })

  test('that come before the other parts are taken make nothing delivered', async () => {
    const recorded: Receipt[] = []
    const { smsc, send } = await startBoth(
      {
        async onSubmit({ number, peer }) {
          // One for a part that was answered, and one for the part itself, whose id nobody knows yet.
          if (number === 2) assert.equal(await peer.receipt('id-1', 'DELIVRD'), 0)
          if (number === 2) assert.equal(await peer.receipt('id-2', 'DELIVRD'), 0)
          return {}
        },
      },
      {
        events: {
          onReceipt: async receipt => {
            const isKnown = receipt.messageId !== undefined
            if (isKnown) recorded.push(receipt)
            return isKnown
          },
        },
      },
    )
    assert.equal((await send({ text: LONG })).outcome, 'accepted')
    assert.ok(recorded.every(({ status }) => status === 'accepted'))
    await eventually(() => recorded.some(({ providerStatus }) => providerStatus.includes('2 of 3')))
    await smsc.peer.receipt('id-3', 'DELIVRD')
    assert.equal(recorded.at(-1)?.status, 'delivered')
  })
})
