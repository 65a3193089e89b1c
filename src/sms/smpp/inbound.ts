import type { InboundSms, OpenGateway } from '../provider.ts'
import { phoneOf, senderOf } from './addresses.ts'
import { type Alphabet, decodeText } from './alphabet.ts'
import { type ShortMessage, TLV } from './pdu.ts'

const HAS_HEADER = 0x40
/** Long texts whose last part has not come; the oldest is forgotten. */
const OPEN_TEXTS_MAX = 200

/** Reads the texts that phones send, and puts long ones together. */
export class InboundTexts {
  readonly #gateway: Pick<OpenGateway, 'from' | 'senders'>
  readonly #alphabet: Alphabet
  readonly #open = new Map<string, string[]>()

  constructor(gateway: Pick<OpenGateway, 'from' | 'senders'>, alphabet: Alphabet) {
    this.#gateway = gateway
    this.#alphabet = alphabet
  }

  /** The text, once it is whole; undefined: a part is missing, or it is none that a guest's phone has written. */
  read(sms: ShortMessage): InboundSms | undefined {
    const from = phoneOf(sms.source)
    const { octets, place } = withoutHeader(sms)
    const text = decodeText({ dataCoding: sms.dataCoding, octets }, this.#alphabet)
    if (from === undefined || text === undefined) return undefined
    const to = senderOf(sms.destination, this.#gateway)
    const whole = place ? this.#assemble(`${from} ${to} ${place.reference}`, place, text) : text
    return whole ? { from, to, text: whole } : undefined
  }

  #assemble(key: string, { total, number }: Place, text: string): string | undefined {
    const parts = this.#open.get(key) ?? []
    parts[number - 1] = text
    this.#open.delete(key)
    // Object.keys leaves out what has not come yet.
    if (Object.keys(parts).length >= total) return parts.join('')
    this.#open.set(key, parts)
    const oldest = this.#open.keys().next().value
    if (this.#open.size > OPEN_TEXTS_MAX && oldest !== undefined) this.#open.delete(oldest)
    return undefined
  }
}

/** Where a part belongs in a long text. */
interface Place {
  reference: string
  total: number
  number: number
}

function withoutHeader(sms: ShortMessage): { octets: Buffer; place: Place | undefined } {
  const all = sms.octets.length > 0 ? sms.octets : (sms.tlvs.get(TLV.message_payload) ?? sms.octets)
  if ((sms.esmClass & HAS_HEADER) === 0) return { octets: all, place: placeOfParameters(sms) }
  const end = 1 + (all[0] ?? 0)
  return { octets: all.subarray(end), place: placeOfHeader(all.subarray(1, end)) }
}

/** Concatenation with 8 or 16 bits of reference (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8). */
function placeOfHeader(header: Buffer): Place | undefined {
  for (let at = 0; at + 2 <= header.length; at += 2 + (header[at + 1] ?? 0)) {
    const value = header.subarray(at + 2, at + 2 + (header[at + 1] ?? 0))
    if (header[at] === 0 && value.length === 3) return placeOf(value.subarray(0, 1), value[1], value[2])
    if (header[at] === 8 && value.length === 4) return placeOf(value.subarray(0, 2), value[2], value[3])
  }
  return undefined
}

function placeOfParameters({ tlvs }: ShortMessage): Place | undefined {
  const reference = tlvs.get(TLV.sar_msg_ref_num)
  return reference && placeOf(reference, tlvs.get(TLV.sar_total_segments)?.[0], tlvs.get(TLV.sar_segment_seqnum)?.[0])
}

function placeOf(reference: Buffer, total = 0, number = 0): Place | undefined {
  return total > 1 && number >= 1 && number <= total ? { reference: reference.toString('hex'), total, number } : undefined
}
