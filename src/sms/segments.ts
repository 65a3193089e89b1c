// 3GPP TS 23.038, section 6.2.1: the default alphabet of SMS, and its extension table, whose characters take two septets.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('\f^{}\\[~]|€')
/** Most texts are of the alphabet as they are: one look tells. */
const ALL_GSM7 = new RegExp(`^[${[...BASIC, ...EXTENSION].join('').replace(/[\]\\^-]/g, '\\$&')}]*$`, 'u')

/** Septets of GSM-7, and 16-bit units of UCS-2: alone, and beside the 6-byte header of a part (3GPP TS 23.040). */
const GSM7_SEGMENT_MAX = 160
const GSM7_PART_MAX = 153
const UCS2_SEGMENT_MAX = 70
const UCS2_PART_MAX = 67

/** The characters that a text of so many segments can have at most. */
export function charactersMax(encoding: SegmentCount['encoding'], segments: number): number {
  if (encoding === 'GSM-7') return segments === 1 ? GSM7_SEGMENT_MAX : segments * GSM7_PART_MAX
  return segments === 1 ? UCS2_SEGMENT_MAX : segments * UCS2_PART_MAX
}

// What has no base letter in Unicode's decomposition, and punctuation that phones and word processors insert.
const GSM7_REPLACEMENTS = new Map(
  Object.entries({
    '‘’‚‛′´`ʼʻ': "'",
    '“”„‟″«»': '"',
    '‹': '<',
    '›': '>',
    '‐‑‒–—―−•·': '-',
    '⁄∕÷': '/',
    '¦': '|',
    '→': '->',
    '←': '<-',
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
    ə: 'e',
    Ə: 'E',
    ẞ: 'SS',
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
  const isGsm7 = ALL_GSM7.test(text)
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

/** A text as it leaves, and what it costs. */
export interface WrittenSms {
  text: string
  encoding: SegmentCount['encoding']
  segments: number
}

/**
 * Writes a text as it leaves. Typographic signs, odd blanks and marked Latin letters get their nearest in GSM-7, where one
 * of them would more than double the price. A text with anything that has no such form stays as it is, in UCS-2.
 */
export function writeSms(text: string): WrittenSms {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .toWellFormed()
  const written = foreignToGsm7(text).length === 0 ? toGsm7(text) : plain
  return cost(written)
}

function cost(text: string): WrittenSms {
  const { encoding, segments } = countSegments(text)
  return { text, encoding, segments }
}

/** The characters of a text that have no equivalent in GSM-7 either (other scripts, emoji), each once. */
export function foreignToGsm7(text: string): string[] {
  return ALL_GSM7.test(text) ? [] : foreignTo(text, GSM7_REPLACEMENTS, isGsm7)
}

/** The same for the printable part of ASCII and line feeds. */
export function foreignToAscii(text: string): string[] {
  return foreignTo(text, ASCII_REPLACEMENTS, isPlainAscii)
}

// What nobody would miss: a mark without its letter, a joiner, a direction, a variant of an emoji.
const UNSEEN = /^[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u

function foreignTo(text: string, replacements: Map<string, string>, fits: (character: string) => boolean): string[] {
  const hasForm = (character: string) =>
    fits(character) || /\s/.test(character) || replacements.has(character) || UNSEEN.test(character)
  return [...new Set(text.normalize('NFC'))].filter(
    character => !hasForm(character) && ![...character.normalize('NFKD')].every(hasForm),
  )
}

/** Writes a text in GSM-7: other letters as their nearest Latin ones, what has none (emoji, other scripts) is left out. */
export function toGsm7(text: string): string {
  return transliterate(text, GSM7_REPLACEMENTS, isGsm7)
}

/** Writes a text in the printable part of ASCII and line feeds, by the same rules: what a 7-bit email can carry. */
export function toAscii(text: string): string {
  return transliterate(text, ASCII_REPLACEMENTS, isPlainAscii)
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

function isGsm7(character: string): boolean {
  return septetsOf(character) !== undefined
}

function isPlainAscii(character: string): boolean {
  return character === '\n' || (character >= ' ' && character <= '~')
}

function septetsOf(character: string): 1 | 2 | undefined {
  return BASIC.has(character) ? 1 : EXTENSION.has(character) ? 2 : undefined
}
