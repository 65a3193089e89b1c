import type { OutgoingSms } from '../provider.ts'
import { type EncodedText, encodeText, fits, septetsOf } from './alphabet.ts'
import { TLV } from './pdu.ts'
import type { Concatenation, SmppSettings } from './settings.ts'

/** esm_class: the octets begin with a user data header. */
const HAS_HEADER = 0x40

// Septets or 16-bit units of one text, and of a part beside its header of 6 octets (3GPP TS 23.040, 9.2.3.24.1).
const SINGLE_MAX = { septets: 160, units: 70 }
const PART_MAX = { septets: 153, units: 67 }

/** One submit_sm's share of a text. */
export interface Part extends EncodedText {
  esmClass: number
  tlvs: Map<number, Buffer>
}

export interface DividedText {
  parts: Part[]
  /** What the network counts, and bills. */
  segments: number
}

/** Divides a text into what is handed over: one part, or several under one reference (0 to 255). Pure. */
export function divideText(
  sms: Pick<OutgoingSms, 'text' | 'encoding'>,
  settings: Pick<SmppSettings, 'alphabet' | 'concatenation'>,
  reference: number,
): DividedText {
  // The euro sign is in GSM-7 and not in Latin-1: such a text goes as UCS-2 where the SMSC wants Latin-1.
  const alphabet = sms.encoding === 'GSM-7' && fits(sms.text, settings.alphabet) ? settings.alphabet : 'ucs2'
  const slices = sliceText(sms.text, alphabet === 'ucs2' ? 'units' : 'septets')
  const segments = slices.length
  if (segments === 1) return { parts: [plain(encodeText(sms.text, alphabet))], segments }
  if (settings.concatenation === 'payload') return { parts: [asPayload(encodeText(sms.text, alphabet))], segments }
  const parts = slices.map((slice, i) =>
    withReference(encodeText(slice, alphabet), settings.concatenation, { reference, total: segments, number: i + 1 }),
  )
  return { parts, segments }
}

/** Neither an escaped pair nor a surrogate pair is ever torn apart. */
function sliceText(text: string, measure: 'septets' | 'units'): string[] {
  const characters = [...text].map(character => ({
    character,
    width: measure === 'septets' ? septetsOf(character) : character.length,
  }))
  const whole = characters.reduce((sum, { width }) => sum + width, 0)
  if (whole <= SINGLE_MAX[measure]) return [text]
  const slices = ['']
  let used = 0
  for (const { character, width } of characters) {
    if (used + width > PART_MAX[measure]) {
      slices.push('')
      used = 0
    }
    slices[slices.length - 1] += character
    used += width
  }
  return slices
}

function plain(text: EncodedText): Part {
  return { ...text, esmClass: 0, tlvs: new Map() }
}

function asPayload({ dataCoding, octets }: EncodedText): Part {
  return { dataCoding, octets: Buffer.alloc(0), esmClass: 0, tlvs: new Map([[TLV.message_payload, octets]]) }
}

function withReference(
  text: EncodedText,
  concatenation: Concatenation,
  { reference, total, number }: { reference: number; total: number; number: number },
): Part {
  if (concatenation === 'sar')
    return {
      ...plain(text),
      tlvs: new Map<number, Buffer>([
        [TLV.sar_msg_ref_num, Buffer.from([0, reference])],
        [TLV.sar_total_segments, Buffer.from([total])],
        [TLV.sar_segment_seqnum, Buffer.from([number])],
      ]),
    }
  const header = Buffer.from([5, 0, 3, reference, total, number])
  return { ...plain(text), esmClass: HAS_HEADER, octets: Buffer.concat([header, text.octets]) }
}
