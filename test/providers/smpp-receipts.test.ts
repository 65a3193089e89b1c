import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Receipt } from '../../src/sms/provider.ts'
import { eventually } from '../harness.ts'
import { outgoing, SENDER, type SessionOptions, startBoth, TO } from './smpp-session.ts'

const LONG = 'A long text of three parts, each with something in it. '.repeat(8)
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
    assert.deepEqual(receipts.map(saying), [['delivered', 'DELIVRD', '', '']])
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

describe('a text from a phone', () => {
  test('is heard in each alphabet, from an E.164 number, at the sender that it was sent to', async () => {
    const { smsc, inbound } = await startBound({ gateway: { senders: { GB: '60060', US: '+15555550101' } } })
    const ucs2 = Buffer.from('СТОП 🛑', 'utf16le').swap16()
    await smsc.peer.deliver({ octets: Buffer.from('STOP') })
    await smsc.peer.deliver({ octets: Buffer.from([0x53, 0x1b, 0x65, 0x00, 0x1b, 0x3c]), dataCoding: 0xf1 })
    await smsc.peer.deliver({ octets: ucs2, dataCoding: 8 })
    await smsc.peer.deliver({ octets: Buffer.from('für', 'latin1'), dataCoding: 3 })
    await smsc.peer.deliver({
      octets: Buffer.alloc(0),
      tlvs: new Map([tlv(0x424, Buffer.from('START'))]),
      source: { ton: 0, npi: 1, address: '4915112345678' },
      destination: { ton: 0, npi: 0, address: '60060' },
    })
    await smsc.peer.deliver({ octets: Buffer.from('HELP'), destination: { ton: 0, npi: 0, address: '15555550101' } })
    assert.deepEqual(inbound, [
      { from: TO, to: SENDER, text: 'STOP' },
      { from: TO, to: SENDER, text: 'S€@[' },
      { from: TO, to: SENDER, text: 'СТОП 🛑' },
      { from: TO, to: SENDER, text: 'für' },
      { from: '+4915112345678', to: '60060', text: 'START' },
      { from: TO, to: '+15555550101', text: 'HELP' },
    ])
  })

  test('in Latin-1 under data coding 0 is heard where the gateway says so', async () => {
    const { smsc, inbound } = await startBound({ options: { gsm7: 'latin1_default' } })
    await smsc.peer.deliver({ octets: Buffer.from('für @', 'latin1') })
    assert.equal(inbound[0]?.text, 'für @')
  })

  test('in several parts is put together, in whatever order they come', async () => {
    const { smsc, inbound } = await startBound()
    const part = (reference: number, number: number, text: string) => ({
      esmClass: 0x40,
      octets: Buffer.concat([Buffer.from([5, 0, 3, reference, 3, number]), Buffer.from(text)]),
    })
    for (const sms of [part(1, 3, 'three'), part(2, 1, 'other'), part(1, 1, 'one '), part(1, 2, 'two ')])
      assert.equal(await smsc.peer.deliver(sms), 0)
    assert.deepEqual(
      inbound.map(({ text }) => text),
      ['one two three'],
    )
  })

  test('that is none (data, or from a name) is answered and left', async () => {
    const { smsc, inbound, receipts } = await startBound()
    assert.equal(await smsc.peer.deliver({ octets: Buffer.from([1, 2, 3]), dataCoding: 4 }), 0)
    assert.equal(await smsc.peer.deliver({ octets: Buffer.from('Buy!'), source: { ton: 5, npi: 0, address: 'SHOP' } }), 0)
    assert.equal(await smsc.peer.deliver({ esmClass: 0x40, octets: Buffer.from([255, 0, 9]) }), 0)
    assert.deepEqual([inbound, receipts], [[], []])
  })
})
