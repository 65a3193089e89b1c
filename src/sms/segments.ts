// 3GPP TS 23.038, section 6.2.1: the default alphabet of SMS, and its extension table, whose characters take two septets.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('\f^{}\\[~]|€')

/** Septets of GSM-7, and 16-bit units of UCS-2: alone, and beside the 6-byte header of a part (3GPP TS 23.040). */
export const GSM7_SEGMENT_MAX = 160
const GSM7_PART_MAX = 153
const UCS2_SEGMENT_MAX = 70
const UCS2_PART_MAX = 67

// What has no base letter in Unicode's decomposition, and punctuation that phones and word processors insert.
const GSM7_REPLACEMENTS = new Map(
  Object.entries({
    '‘’‚‛′´`ʼʻ': "'",
    '“”„‟″«»': '"',
    '‹': '<',
    '›': '>',
    '‐‑‒–—―−•·': '-',
    '⁄∕÷': '/',
    '×': 'x',
    '\u2028\u2029': '\n',
    œ: 'oe',
    Œ: 'OE',
    ł: 'l',
    Ł: 'L',
    đð: 'd',
    ĐÐ: 'D',
    ħ: 'h',
    Ħ: 'H',
    ŧ: 't',
    Ŧ: 'T',
    þ: 'th',
    Þ: 'Th',
    ı: 'i',
    ŋ: 'n',
    Ŋ: 'N',
    '®': '(R)',
    '©': '(C)',
  }).flatMap(([from, to]) => [...from].map(character => [character, to] as const)),
)
const ASCII_REPLACEMENTS = new Map([
  ...GSM7_REPLACEMENTS,
  ...Object.entries({ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ø: 'o', Ø: 'O', æ: 'ae', Æ: 'AE' }),
  ...Object.entries({ '€': 'EUR', '£': 'GBP', '¥': 'JPY' }),
])

export interface SegmentCount {
  encoding: 'GSM-7' | 'UCS-2'
  /** Septets or 16-bit units, before they are divided into segments. */
  units: number
  segments: number
}

/** Counts what a text costs: how it is encoded and into how many segments it goes. An empty text is one segment. */
export function countSegments(text: string): SegmentCount {
  const characters = [...text]
  const isGsm7 = characters.every(character => septetsOf(character) !== undefined)
  // Neither an escaped pair nor a surrogate pair is divided between two parts.
  const widths = isGsm7 ? characters.map(character => septetsOf(character) ?? 0) : characters.map(character => character.length)
  const units = widths.reduce((sum, width) => sum + width, 0)
  const encoding = isGsm7 ? 'GSM-7' : 'UCS-2'
  if (units <= (isGsm7 ? GSM7_SEGMENT_MAX : UCS2_SEGMENT_MAX)) return { encoding, units, segments: 1 }
  const partMax = isGsm7 ? GSM7_PART_MAX : UCS2_PART_MAX
  let segments = 1
  let used = 0
  for (const width of widths) {
    if (used + width > partMax) {
      segments++
      used = 0
    }
    used += width
  }
  return { encoding, units, segments }
}

/** The characters of a text that GSM-7 cannot carry, each once. */
export function foreignToGsm7(text: string): string[] {
  return [...new Set(text)].filter(character => septetsOf(character) === undefined)
}

/** Writes a text in GSM-7: other letters as their nearest Latin ones, what has none (emoji, other scripts) is left out. */
export function toGsm7(text: string): string {
  return transliterate(text, GSM7_REPLACEMENTS, character => septetsOf(character) !== undefined)
}

/** Writes a text in the printable part of ASCII and line feeds, by the same rules: what a 7-bit email can carry. */
export function toAscii(text: string): string {
  return transliterate(text, ASCII_REPLACEMENTS, character => character === '\n' || (character >= ' ' && character <= '~'))
}

function transliterate(text: string, replacements: Map<string, string>, fits: (character: string) => boolean): string {
  let out = ''
  for (const character of text.replace(/\r\n?/g, '\n').normalize('NFC')) {
    if (fits(character)) out += character
    else if (/\s/.test(character) && character !== '\u2028' && character !== '\u2029') out += ' '
    else out += replacements.get(character) ?? baseLetters(character, replacements, fits)
  }
  return out
}

/** The letters that a character is made of, without its marks: `ş` is `s`, `ﬁ` is `fi`. */
function baseLetters(character: string, replacements: Map<string, string>, fits: (character: string) => boolean): string {
  return [...character.normalize('NFKD')].map(part => (fits(part) ? part : (replacements.get(part) ?? ''))).join('')
}

function septetsOf(character: string): 1 | 2 | undefined {
  return BASIC.has(character) ? 1 : EXTENSION.has(character) ? 2 : undefined
}
