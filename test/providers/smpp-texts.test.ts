import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countSegments } from '../../src/sms/segments.ts'
import { type Alphabet, decodeText, fits, septetsOf } from '../../src/sms/smpp/alphabet.ts'
import { type DividedText, divideText } from '../../src/sms/smpp/parts.ts'
import { decodeShortMessage, encodePdu, encodeShortMessage, PduReader, TLV } from '../../src/sms/smpp/pdu.ts'
import type { Concatenation } from '../../src/sms/smpp/settings.ts'

const CHARACTERS = fc.constantFrom(...'abc XYZ0189@£äöüß\n[]{}\\^~|€ΔΩ¿', 'я', '漢', '🔑', 'é', 'ç')
const GSM = fc.constantFrom(...'abc XYZ0189@£ß[]€')
const TEXTS = fc.oneof(...[CHARACTERS, GSM].map(unit => fc.string({ unit, minLength: 1, maxLength: 500, size: 'max' })))
const ALPHABETS = fc.constantFrom<Alphabet>('gsm', 'latin1', 'latin1_default')
const CONCATENATIONS = fc.constantFrom<Concatenation>('udh', 'sar', 'payload')

function joined({ parts }: DividedText, alphabet: Alphabet): string {
  return parts
    .map(({ dataCoding, octets, esmClass, tlvs }) => {
      const text = tlvs.get(TLV.message_payload) ?? (esmClass === 0x40 ? octets.subarray(6) : octets)
      return decodeText({ dataCoding, octets: text }, alphabet)
    })
    .join('')
}

describe('dividing a text', () => {
  test('loses nothing, fits into short messages, and costs the segments that are counted', () => {
    fc.assert(
      fc.property(TEXTS, ALPHABETS, CONCATENATIONS, (text, alphabet, concatenation) => {
        const count = countSegments(text)
        const divided = divideText({ text, encoding: count.encoding }, { alphabet, concatenation }, 7)
        assert.equal(joined(divided, alphabet), text)
        for (const { octets, dataCoding, esmClass } of divided.parts)
          assert.ok(octets.length <= (dataCoding === 8 ? 140 : esmClass === 0x40 ? 159 : 160))
        if (count.encoding === 'UCS-2' || fits(text, alphabet)) assert.equal(divided.segments, count.segments)
        else assert.ok(divided.segments >= count.segments)
        assert.equal(divided.parts.length, concatenation === 'payload' ? 1 : divided.segments)
      }),
      { numRuns: 400 },
    )
  })

  test('has the same idea of GSM-7 as the counting of segments', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code)
      const { encoding, units } = countSegments(character)
      assert.equal(septetsOf(character), encoding === 'GSM-7' ? units : 0, `U+${code.toString(16)}`)
    }
  })
})

test('a short message reads as it was written', () => {
  const address = fc.record(
    {
      ton: fc.nat(6),
      npi: fc.nat(18),
      address: fc.string({ unit: fc.constantFrom(...'0123456789AZ az'), maxLength: 20 }),
    },
    { noNullPrototype: true },
  )
  const octets = (maxLength: number) => fc.uint8Array({ maxLength }).map(bytes => Buffer.from(bytes))
  const shortMessages = fc.record(
    {
      source: address,
      destination: address,
      esmClass: fc.nat(255),
      validityPeriod: fc.constantFrom('', '000000001000000R'),
      registeredDelivery: fc.nat(1),
      dataCoding: fc.nat(255),
      octets: octets(254),
      tlvs: fc.array(fc.tuple(fc.nat(0xffff), octets(300)), { maxLength: 4 }).map(entries => new Map<number, Buffer>(entries)),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(shortMessages, sms => {
      assert.deepEqual(decodeShortMessage(encodeShortMessage(sms)), sms)
    }),
  )
})

test('no bytes whatever make the reader of short messages throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const sms = decodeShortMessage(Buffer.from(bytes))
      assert.ok(sms === undefined || sms.octets.length <= 255)
    }),
    { numRuns: 500 },
  )
})

test('PDUs are found in a stream however it is cut', () => {
  const pdus = fc.array(
    fc.record({ command: fc.nat(0xffff), status: fc.nat(255), sequence: fc.nat(), body: fc.uint8Array({ maxLength: 50 }) }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(pdus, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(pdu => encodePdu({ ...pdu, body: Buffer.from(pdu.body) })))
      const reader = new PduReader()
      const found = []
      for (let at = 0, i = 0; at < stream.length; i++) {
        const size = cuts[i % cuts.length] ?? 1
        found.push(...(reader.push(stream.subarray(at, at + size)) ?? []))
        at += size
      }
      assert.deepEqual(
        found,
        sent.map(pdu => ({ ...pdu, body: Buffer.from(pdu.body) })),
      )
    }),
  )
})
