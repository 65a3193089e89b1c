import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Receipt } from '../../src/sms/provider.ts'
import { eventually } from '../harness.ts'
import { type SessionOptions, startBoth } from './smpp-session.ts'

const TRY_LATER = 0x64

/** What a receipt says, without what it is about. */
function saying({ status, providerStatus, errorCode, errorClass }: Receipt) {
  return [status, providerStatus, errorCode, errorClass]
}

const tlv = (tag: number, value: Buffer | string | number): [number, Buffer] => [
  tag,
  typeof value === 'number' ? Buffer.from([value]) : typeof value === 'string' ? Buffer.from(`${value}\0`) : value,
]

async function startBound(session: SessionOptions = {}) {
  const both = await startBoth({}, session)
  await both.session.check()
  return both
}

describe('a receipt', () => {
  const STATES: [stat: string, ...saying: string[]][] = [
    ['DELIVRD', 'delivered', 'DELIVRD', '', ''],
    ['ACCEPTD', 'accepted', 'ACCEPTD', '', ''],
    ['ENROUTE', 'accepted', 'ENROUTE', '', ''],
    ['UNKNOWN', 'accepted', 'UNKNOWN', '', ''],
    ['EXPIRED', 'failed', 'EXPIRED', 'EXPIRED', ''],
    ['UNDELIV', 'failed', 'UNDELIV', 'UNDELIV', ''],
    ['DELETED', 'failed', 'DELETED', 'DELETED', 'route'],
    ['REJECTD', 'failed', 'REJECTD', 'REJECTD', 'route'],
    ['SOMETHING', 'accepted', 'SOMETHING', '', ''],
  ]
  for (const [stat, ...expected] of STATES)
    test(`in words: ${stat} is ${expected[0]}, whatever the quoted text says`, async () => {
      const { smsc, receipts } = await startBound()
      assert.equal(await smsc.peer.receipt('id-1', stat), 0)
      assert.deepEqual(receipts.map(saying), [expected])
      assert.equal(receipts[0]?.errorMessage !== '', expected[0] === 'failed')
    })

  test('in parameters says the same, with the network’s own error code', async () => {
    const { smsc, receipts } = await startBound()
    for (const state of [2, 5, 3, 1])
      await smsc.peer.deliver({
        esmClass: 0x04,
        tlvs: new Map([tlv(0x1e, 'id-7'), tlv(0x427, state), tlv(0x423, Buffer.from([3, 0, 27]))]),
      })
    assert.deepEqual(receipts.map(saying), [
      ['delivered', 'DELIVRD', '', ''],
      ['failed', 'UNDELIV', '27', ''],
      ['failed', 'EXPIRED', '27', ''],
      ['accepted', 'ENROUTE', '', ''],
    ])
    assert.ok(receipts.every(({ providerMessageId }) => providerMessageId === 'id-7'))
  })

  test('as other SMSCs write it: other letters, fields missing or in a message_payload', async () => {
    const { smsc, receipts } = await startBound()
    const texts = [
      'Id:A1 Stat:UNDELIV Err:0A5',
      'id:A1 stat:Delivered',
      'id:A1 text:a stat:EXPIRED',
      ' sub:1 id: A1  stat: REJECTD err: 00b',
      'id:A1',
    ]
    for (const text of texts) await smsc.peer.deliver({ esmClass: 0x04, octets: Buffer.from(text) })
    await smsc.peer.deliver({ esmClass: 0x04, tlvs: new Map([tlv(0x424, Buffer.from('id:A1 stat:DELIVRD err:0'))]) })
    assert.deepEqual(receipts.map(saying), [
      ['failed', 'UNDELIV', '0A5', ''],
      ['delivered', 'DELIVERED', '', ''],
      ['accepted', 'no state', '', ''],
      ['failed', 'REJECTD', '00b', 'route'],
      ['accepted', 'no state', '', ''],
      ['delivered', 'DELIVRD', '', ''],
    ])
    assert.ok(receipts.every(({ providerMessageId }) => providerMessageId === 'A1'))
  })

  test('that says for no text is answered and left', async () => {
    const { smsc, receipts, inbound } = await startBound()
    assert.equal(await smsc.peer.deliver({ esmClass: 0x04, octets: Buffer.from('stat:DELIVRD') }), 0)
    assert.deepEqual([receipts, inbound], [[], []])
  })

  test('that a phone has written is a text, not a receipt', async () => {
    const { smsc, receipts, inbound } = await startBound()
    const forged = 'id:id-1 sub:001 dlvrd:001 stat:DELIVRD err:000'
    await smsc.peer.deliver({ octets: Buffer.from(forged) })
    assert.equal(receipts.length, 0)
    assert.equal(inbound[0]?.text, forged)
  })

  test('finds ids that answers and receipts write differently, where the gateway says how', async () => {
    const cases: [base: string, answered: string, inText: string, inTlv: string | undefined, known: string][] = [
      ['same', '00AB', '00AB', undefined, '00AB'],
      ['decimal_receipts', '00AB', '0000000171', undefined, 'ab'],
      ['decimal_receipts', '00AB', '171', '00AB', 'ab'],
      ['decimal_receipts', '00AB', '171', '171', 'ab'],
      ['hex_receipts', '171', '00ab', undefined, 'ab'],
      ['hex_receipts', '18446744073709551617', '10000000000000001', undefined, '10000000000000001'],
      ['decimal_receipts', 'not-hex', 'not-decimal', 'not-hex', 'not-hex'],
    ]
    for (const [base, answered, inText, inTlv, known] of cases) {
      const { smsc, send, receipts } = await startBoth(
        { onSubmit: () => ({ id: answered }) },
        { options: { message_id_base: base } },
      )
      const outcome = await send()
      assert.equal('providerMessageId' in outcome && outcome.providerMessageId, known)
      await smsc.peer.receipt(inText, 'DELIVRD', inTlv === undefined ? {} : { tlvs: new Map([tlv(0x1e, inTlv)]) })
      assert.equal(receipts[0]?.providerMessageId, known, `${base} ${inText}`)
    }
  })
})

describe('a receipt that comes', () => {
  test('before the answer to its text is offered until the text is known', async () => {
    const known = new Set<string>()
    const offered: string[] = []
    const recorded: string[] = []
    const { smsc, send } = await startBoth(
      {
        async onSubmit({ peer }) {
          assert.equal(await peer.receipt('early', 'DELIVRD'), 0)
          return { id: 'early' }
        },
      },
      {
        events: {
          async onReceipt({ providerMessageId: id }) {
            offered.push(id)
            if (known.has(id)) recorded.push(id)
            return known.has(id)
          },
        },
      },
    )
    const outcome = await send()
    assert.equal(offered[0], 'early')
    assert.deepEqual(recorded, [])
    assert.ok(outcome.outcome === 'accepted')
    known.add(outcome.providerMessageId)
    await eventually(() => recorded.length === 1)
    const tries = offered.length
    assert.equal(await smsc.peer.receipt('other', 'DELIVRD'), 0)
    assert.equal(offered.filter(id => id === 'early').length, tries, 'not offered again once it is recorded')
  })

  test('for no text that is known is offered a bounded number of times, and that is noted once', async () => {
    let offers = 0
    const { smsc, notes, session } = await startBoth(
      {},
      {
        limits: { receiptAgainMs: [1, 1, 1] },
        events: {
          onReceipt: async () => {
            offers++
            return false
          },
        },
      },
    )
    await session.check()
    await smsc.peer.receipt('unheard-of', 'DELIVRD')
    await eventually(() => notes.some(note => note.includes('message_id_base')))
    await smsc.peer.receipt('unheard-of-2', 'DELIVRD')
    await eventually(() => offers === 8)
    await session.close()
    assert.equal(notes.filter(note => note.includes('message_id_base')).length, 1)
    assert.equal(offers, 8)
    assert.ok(!notes.join().includes('unheard-of'))
  })

  test('while nothing can be written down stays with the SMSC', async () => {
    let isAway = true
    const { smsc, session } = await startBoth(
      {},
      {
        events: {
          onReceipt: async () => {
            if (isAway) throw new Error('the database is away')
            return true
          },
          onInbound: async () => {
            if (isAway) throw new Error('the database is away')
          },
        },
      },
    )
    await session.check()
    assert.equal(await smsc.peer.receipt('id-1', 'DELIVRD'), TRY_LATER)
    assert.equal(await smsc.peer.deliver({ octets: Buffer.from('STOP') }), TRY_LATER)
    isAway = false
    assert.equal(await smsc.peer.receipt('id-1', 'DELIVRD'), 0)
    assert.equal(await smsc.peer.deliver({ octets: Buffer.from('STOP') }), 0)
  })

  test('in a flood is left with the SMSC beyond what can be handled at once', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<void>(resolve => (release = resolve))
    const { smsc, session } = await startBoth(
      {},
      {
        events: {
          onReceipt: async () => {
            await gate
            return true
          },
        },
      },
    )
    await session.check()
    const { peer } = smsc
    const answers = Array.from({ length: 400 }, (_, i) => peer.receipt(`id-${i}`, 'DELIVRD'))
    const answered: number[] = []
    for (const answer of answers) void answer.then(status => answered.push(status))
    await eventually(() => answered.length === 144)
    assert.equal(answered.filter(status => status === TRY_LATER).length, 144)
    release()
    await Promise.all(answers)
    assert.equal(answered.filter(status => status === 0).length, 256)
  })

  test('twice, and later with an older state, is passed on each time: the message keeps its last word', async () => {
    const { smsc, receipts } = await startBound()
    for (const stat of ['DELIVRD', 'DELIVRD', 'ENROUTE']) await smsc.peer.receipt('id-1', stat)
    assert.deepEqual(
      receipts.map(({ status }) => status),
      ['delivered', 'delivered', 'accepted'],
    )
  })
})
