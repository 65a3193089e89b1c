/** GSM-7 in the order of its codes (3GPP TS 23.038, 6.2.1); 0x1B leads to the extension table. */
const BASIC = [
  ...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
]
const EXTENSION = new Map([
  ['\f', 0x0a],
  ['^', 0x14],
  ['{', 0x28],
  ['}', 0x29],
  ['\\', 0x2f],
  ['[', 0x3c],
  ['~', 0x3d],
  [']', 0x3e],
  ['|', 0x40],
  ['€', 0x65],
])
const ESCAPE = 0x1b
const CODES = new Map<string, number[]>()
for (const [code, character] of BASIC.entries()) if (code !== ESCAPE) CODES.set(character, [code])
for (const [character, code] of EXTENSION) CODES.set(character, [ESCAPE, code])
const EXTENDED = new Map([...EXTENSION].map(([character, code]) => [code, character]))

/** How the texts that fit into GSM-7 are written: what SMSCs take data coding 0 for differs. */
export type Alphabet = 'gsm' | 'latin1' | 'latin1_default'

const DATA_CODING = { gsm: 0, latin1: 3, latin1_default: 0, ucs2: 8 } as const

/** The septets that a character takes on the air; 0: GSM-7 does not have it. */
export function septetsOf(character: string): number {
  return CODES.get(character)?.length ?? 0
}

/** Says whether a text can go out without UCS-2. */
export function fits(text: string, alphabet: Alphabet): boolean {
  return [...text].every(character => septetsOf(character) > 0 && (alphabet === 'gsm' || character <= '\xff'))
}

export interface EncodedText {
  dataCoding: number
  octets: Buffer
}

/** Writes a text as the octets of a short message: GSM-7 one septet to an octet, as SMSCs want it, not packed. */
export function encodeText(text: string, alphabet: Alphabet | 'ucs2'): EncodedText {
  const dataCoding = DATA_CODING[alphabet]
  if (alphabet === 'ucs2') return { dataCoding, octets: Buffer.from(text, 'utf16le').swap16() }
  if (alphabet !== 'gsm') return { dataCoding, octets: Buffer.from(text, 'latin1') }
  return { dataCoding, octets: Buffer.from([...text].flatMap(character => CODES.get(character) ?? [])) }
}

/** Reads the octets of a short message; undefined: they are no text (data for a SIM card, a ring tone). */
export function decodeText({ dataCoding, octets }: EncodedText, alphabet: Alphabet): string | undefined {
  // 0x18 to 0x1B, 0x10 to 0x13 and 0xF0 to 0xF3 are the same with a message class (3GPP TS 23.038, 4).
  if (dataCoding === 8 || (dataCoding & 0xfc) === 0x18) return fromUcs2(octets)
  if (dataCoding === 1 || dataCoding === 3) return octets.toString('latin1')
  if (dataCoding !== 0 && (dataCoding & 0xfc) !== 0x10 && (dataCoding & 0xfc) !== 0xf0) return undefined
  return alphabet === 'latin1_default' ? octets.toString('latin1') : fromGsm(octets)
}

function fromUcs2(octets: Buffer): string {
  const even = Buffer.from(octets.subarray(0, octets.length & ~1))
  return even.swap16().toString('utf16le')
}

function fromGsm(octets: Buffer): string {
  let text = ''
  for (let i = 0; i < octets.length; i++) {
    const code = octets[i] ?? 0
    if (code !== ESCAPE) text += BASIC[code] ?? '\ufffd'
    // A code that the extension table does not have is shown as in the basic one.
    else if (++i < octets.length) text += EXTENDED.get(octets[i] ?? 0) ?? BASIC[octets[i] ?? 0] ?? '\ufffd'
  }
  return text
}
