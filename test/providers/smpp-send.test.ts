import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SendOutcome } from '../../src/sms/provider.ts'
import { eventually } from '../harness.ts'
import { outgoing, SENDER, startBoth, TO } from './smpp-session.ts'

const LONG = 'A long text of three parts, each with something in it. '.repeat(8)

function isKind(outcome: SendOutcome, kind: SendOutcome['outcome'], code: string): void {
  assert.deepEqual({ outcome: outcome.outcome, code: 'code' in outcome ? outcome.code : '' }, { outcome: kind, code })
  const { message } = outcome as { message: string }
  assert.ok(message.length > 20 && !message.includes(TO.slice(1)) && !message.includes('123456'), message)
}

describe('what an answer means', () => {
  test('an id is accepted under that id', async () => {
    const { smsc, send } = await startBoth({ onSubmit: () => ({ id: 'aB-12.x' }) })
    assert.deepEqual(await send(), { outcome: 'accepted', providerMessageId: 'aB-12.x', segments: 1 })
    assert.equal(smsc.seen.submits.length, 1)
  })

  test('a status of success without an id is accepted all the same', async () => {
    const { send } = await startBoth({ onSubmit: () => ({ id: '' }) })
    assert.deepEqual(await send(), { outcome: 'accepted', providerMessageId: '', segments: 1 })
  })

  const REFUSALS: [status: number, code: string, kind: string][] = [
    [0x0b, 'ESME_RINVDSTADR', 'recipient'],
    [0x0a, 'ESME_RINVSRCADR', 'configuration'],
    [0x62, 'ESME_RINVEXPIRY', 'configuration'],
    [0x45, 'ESME_RSUBMITFAIL', 'route'],
    [0x01, 'ESME_RINVMSGLEN', 'content'],
    [0x40b, '0x0000040b', 'route'],
    [0x58, 'ESME_RTHROTTLED', 'throttled'],
    [0x14, 'ESME_RMSGQFUL', 'throttled'],
    [0x08, 'ESME_RSYSERR', 'unavailable'],
  ]
  for (const [status, code, kind] of REFUSALS)
    test(`${code} is ${kind}, and the text was offered once`, async () => {
      const { smsc, send } = await startBoth({ onSubmit: () => ({ status }) })
      const outcome = await send()
      if (outcome.outcome === 'rejected') assert.equal(outcome.by, kind)
      isKind(outcome, ['throttled', 'unavailable'].includes(kind) ? (kind as 'throttled') : 'rejected', code)
      assert.equal(smsc.seen.submits.length, 1)
    })

  test('an SMSC that takes the connection for unbound is connected to again', async () => {
    const { smsc, send } = await startBoth({ onSubmit: ({ number }) => (number === 1 ? { status: 0x04 } : {}) })
    isKind(await send(), 'unavailable', 'ESME_RINVBNDSTS')
    await eventually(() => smsc.seen.binds.length === 2)
    assert.equal((await send()).outcome, 'accepted')
  })
})

describe('what goes into a text', () => {
  test('the sender’s TON and NPI follow from what it is, unless the gateway sets them', async () => {
    const { smsc, send } = await startBoth()
    for (const from of [SENDER, '12345', 'Hotel Lobby']) await send({}, from)
    assert.deepEqual(
      smsc.seen.submits.map(({ source }) => source),
      [
        { ton: 1, npi: 1, address: SENDER.slice(1) },
        { ton: 3, npi: 0, address: '12345' },
        { ton: 5, npi: 0, address: 'Hotel Lobby' },
      ],
    )
    const options = { source_ton: 0, source_npi: 8, destination_ton: 2, destination_npi: 0 }
    const other = await startBoth({}, { options })
    await other.send()
    assert.deepEqual(other.smsc.seen.submits[0]?.source, { ton: 0, npi: 8, address: SENDER.slice(1) })
    assert.deepEqual(other.smsc.seen.submits[0]?.destination, { ton: 2, npi: 0, address: TO.slice(1) })
  })

  test('the validity goes along as a length, as a time, or not at all, and receipts are asked for or not', async () => {
    const forms: Record<string, string> = { relative: '000001020304000R', absolute: '261123140304000+', none: '' }
    for (const [validity, expected] of Object.entries(forms)) {
      const { smsc, send } = await startBoth({}, { options: { validity, registered_delivery: validity !== 'none' } })
      await send({ validityS: 86_400 + 2 * 3600 + 3 * 60 + 4 })
      const [submit] = smsc.seen.submits
      assert.equal(submit?.validityPeriod, expected)
      assert.equal(submit?.registeredDelivery, validity === 'none' ? 0 : 1)
    }
  })

  test('a long text goes as parts with the sar_ parameters where the gateway says so', async () => {
    const { smsc, send } = await startBoth({}, { options: { concatenation: 'sar' } })
    assert.equal((await send({ text: LONG })).outcome, 'accepted')
    const parts = smsc.seen.submits.map(({ esmClass, tlvs }) => [
      esmClass,
      ...[0x20e, 0x20f].map(tag => tlvs.get(tag)?.toString('hex')),
    ])
    assert.deepEqual(parts, [
      [0, '03', '01'],
      [0, '03', '02'],
      [0, '03', '03'],
    ])
    assert.equal(smsc.seen.submits.map(({ octets }) => octets.toString('latin1')).join(''), LONG)
    assert.equal(new Set(smsc.seen.submits.map(({ tlvs }) => tlvs.get(0x20c)?.toString('hex'))).size, 1)
  })
})

describe('the window', () => {
  test('no more texts than the window wait for an answer at once, and all are taken', async () => {
    const { smsc, send } = await startBoth(
      { onSubmit: async () => new Promise(resolve => setImmediate(() => resolve({}))) },
      { options: { window: 3 } },
    )
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => send()))
    assert.ok(outcomes.every(({ outcome }) => outcome === 'accepted'))
    assert.equal(new Set(outcomes.map(outcome => 'providerMessageId' in outcome && outcome.providerMessageId)).size, 50)
    assert.equal(smsc.seen.unansweredMost, 3)
  })

  test('a text that finds no room in time was not sent', async () => {
    const { smsc, send, session } = await startBoth(
      { onSubmit: () => 'silence' },
      { options: { window: 1 }, limits: { windowWaitMs: 30, answerMs: 400 } },
    )
    const first = send()
    isKind(await send(), 'unavailable', 'window_full')
    isKind(await first, 'unknown', 'timeout')
    await session.close()
    assert.equal(smsc.seen.submits.length, 1)
  })
})

describe('what was sent and not answered', () => {
  test('silence is unknown, and the text is not repeated', async () => {
    const { smsc, send, session } = await startBoth({ onSubmit: () => 'silence' }, { limits: { answerMs: 50 } })
    isKind(await send(), 'unknown', 'timeout')
    assert.equal((await session.check()).outcome, 'ok', 'the connection stands')
    assert.equal(smsc.seen.submits.length, 1)
    assert.equal(smsc.seen.connections, 1)
  })

  test('a lost connection makes every text in the window unknown, and none is repeated on the next', async () => {
    const { smsc, send, session } = await startBoth({
      onSubmit: ({ number }) => (number < 5 ? 'silence' : number === 5 ? 'disconnect' : {}),
    })
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => send()))
    for (const outcome of outcomes) isKind(outcome, 'unknown', 'connection_lost')
    assert.equal((await send()).outcome, 'accepted')
    await session.close()
    assert.equal(smsc.seen.submits.length, 6)
    assert.equal(smsc.seen.binds.length, 2)
  })

  test('an answer that comes late settles what was unknown', async () => {
    let answer: (value: { id: string }) => void = () => undefined
    const { send, receipts } = await startBoth(
      { onSubmit: () => new Promise(resolve => (answer = resolve)) },
      { limits: { answerMs: 30 } },
    )
    const sms = outgoing()
    isKind(await send(sms), 'unknown', 'timeout')
    assert.equal(receipts.length, 0)
    answer({ id: 'late-1' })
    await eventually(() => receipts.length === 1)
    const [receipt] = receipts
    assert.deepEqual([receipt?.messageId, receipt?.providerMessageId, receipt?.status], [sms.id, 'late-1', 'accepted'])
  })

  test('a refusal that comes late settles it too, and says that nothing has left', async () => {
    let answer: (value: { status: number }) => void = () => undefined
    const { send, receipts } = await startBoth(
      { onSubmit: () => new Promise(resolve => (answer = resolve)) },
      { limits: { answerMs: 30 } },
    )
    const sms = outgoing()
    isKind(await send(sms), 'unknown', 'timeout')
    answer({ status: 0x45 })
    await eventually(() => receipts.length === 1)
    const [receipt] = receipts
    assert.deepEqual(
      [receipt?.messageId, receipt?.status, receipt?.errorCode, receipt?.errorClass],
      [sms.id, 'failed', 'ESME_RSUBMITFAIL', 'route'],
    )
  })
})

describe('a text of several parts', () => {
  test('is accepted under its first part’s id when all parts are', async () => {
    const { smsc, send } = await startBoth()
    assert.deepEqual(await send({ text: LONG }), { outcome: 'accepted', providerMessageId: 'id-1', segments: 3 })
    assert.equal(smsc.seen.submits.length, 3)
  })

  test('whose first part is refused was not sent, and may go another way', async () => {
    const { smsc, send } = await startBoth({ onSubmit: () => ({ status: 0x45 }) })
    isKind(await send({ text: LONG }), 'rejected', 'ESME_RSUBMITFAIL')
    assert.equal(smsc.seen.submits.length, 1)
  })

  test('goes on with the parts for which the SMSC was too busy', async () => {
    const { smsc, send } = await startBoth({ onSubmit: ({ number }) => ({ status: number === 2 || number === 3 ? 0x58 : 0 }) })
    assert.deepEqual(await send({ text: LONG }), { outcome: 'accepted', providerMessageId: 'id-1', segments: 3 })
    const taken = smsc.seen.submits.filter(({ number }) => number !== 2 && number !== 3).map(({ octets }) => octets[5])
    assert.deepEqual(taken.sort(), [1, 2, 3], 'each part was taken once')
  })

  test('a part of which is refused for good is unknown, not repeated, and reported as failed without a way on', async () => {
    const { smsc, send, receipts } = await startBoth({ onSubmit: ({ octets }) => ({ status: octets[5] === 3 ? 0x45 : 0 }) })
    const sms = outgoing({ text: LONG })
    isKind(await send(sms), 'unknown', 'ESME_RSUBMITFAIL')
    await eventually(() => receipts.length === 1)
    assert.deepEqual(
      [receipts[0]?.messageId, receipts[0]?.status, receipts[0]?.errorCode, receipts[0]?.errorClass],
      [sms.id, 'failed', 'ESME_RSUBMITFAIL', ''],
    )
    // What the taken parts report later does not make it whole.
    assert.equal(await smsc.peer.receipt('id-1', 'DELIVRD'), 0)
    assert.equal(await smsc.peer.receipt('id-2', 'DELIVRD'), 0)
    assert.equal(receipts.length, 1)
    assert.equal(smsc.seen.submits.length, 3)
  })

  test('a part of which is not answered is unknown', async () => {
    const { smsc, send, receipts } = await startBoth(
      { onSubmit: ({ octets }) => (octets[5] === 2 ? 'silence' : {}) },
      { limits: { answerMs: 60 } },
    )
    isKind(await send({ text: LONG }), 'unknown', 'timeout')
    assert.equal(await smsc.peer.receipt('id-1', 'DELIVRD'), 0)
    assert.deepEqual(receipts, [], 'one part that has arrived says nothing of the whole')
    assert.equal(smsc.seen.submits.length, 3)
  })
})
