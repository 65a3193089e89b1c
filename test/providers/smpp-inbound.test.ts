import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TLV } from '../../src/sms/smpp/pdu.ts'
import { SENDER, type SessionOptions, startBoth, TO } from './smpp-session.ts'

async function startBound(session: SessionOptions = {}) {
  const both = await startBoth({}, session)
  await both.session.check()
  return both
}

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
      tlvs: new Map([[TLV.message_payload, Buffer.from('START')]]),
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
