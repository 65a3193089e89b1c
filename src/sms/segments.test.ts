import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SegmentedMessage } from 'sms-segments-calculator'
// @ts-expect-error it comes without types
import untypedSplitSms from 'split-sms'
import { countSegments, foreignToAscii, foreignToGsm7, toAscii, toGsm7, writeSms } from './segments.ts'

interface SplitSms {
  split(text: string): { characterSet: 'GSM' | 'Unicode'; parts: unknown[] }
}
const splitSms: SplitSms = untypedSplitSms

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Both calculators, asked the same: they must agree with each other before they judge us. */
function peers(text: string): { encoding: string; segments: number } {
  const twilio = new SegmentedMessage(text)
  const split = splitSms.split(text)
  const answer = { encoding: twilio.encodingName as string, segments: twilio.segmentsCount }
  assert.deepEqual(
    { encoding: split.characterSet === 'GSM' ? 'GSM-7' : 'UCS-2', segments: split.parts.length },
    answer,
    `the two calculators disagree on ${JSON.stringify(text)}`,
  )
  return answer
}

function agreesWithPeers(text: string): void {
  const { encoding, segments } = countSegments(text)
  assert.deepEqual({ encoding, segments }, peers(text), JSON.stringify(text))
}

const CASES: Record<string, string> = {
  empty: '',
  'one letter': 'a',
  '160 letters': 'a'.repeat(160),
  '161 letters': 'a'.repeat(161),
  '306 and 307 letters': 'a'.repeat(306),
  '307 letters': 'a'.repeat(307),
  '80 euros': '€'.repeat(80),
  '81 euros': '€'.repeat(81),
  'escape pair across 153': `${'a'.repeat(152)}€${'a'.repeat(10)}`,
  'escape pair ends at 153': `${'a'.repeat(151)}€${'a'.repeat(10)}`,
  'escape pair across 306': `${'a'.repeat(305)}[${'a'.repeat(10)}`,
  'pairs only, three parts': '{'.repeat(160),
  '70 units': `${'a'.repeat(69)}я`,
  '71 units': `${'a'.repeat(70)}я`,
  '134 units': 'я'.repeat(134),
  '135 units': 'я'.repeat(135),
  'emoji across 67': `${'a'.repeat(66)}😀${'a'.repeat(10)}`,
  'emoji ends at 67': `${'a'.repeat(65)}😀${'a'.repeat(10)}`,
  '35 emoji': '😀'.repeat(35),
  '36 emoji': '😀'.repeat(36),
  'CRLF in GSM-7': 'line\r\nline',
  'CRLF at the end of 160': `${'a'.repeat(159)}\r\n`,
  'CRLF in UCS-2': `я\r\n${'a'.repeat(67)}`,
  NFD: 'cafe\u0301',
  'curly quotes': '“hello” ‘there’',
  'small cedilla': 'ça va',
  'capital cedilla': 'Ça va',
  backtick: '`',
  'form feed': '\f'.repeat(81),
  'pipes in UCS-2': `я${'|'.repeat(69)}`,
  'capital Greek': 'ΔΦΓΛΩΠΨΣΘΞ',
  'small Greek': 'δφγλω',
  tab: 'a\tb',
  'no-break space': 'a\u00a0b',
  'Greek, 70': 'Ο κωδικός σας είναι 123456. Λήγει σε 10 λεπτά.'.padEnd(70, 'α'),
  'Arabic, 71': 'رمز الدخول 123456'.padEnd(71, 'ر'),
  'Chinese across 134': '验证码'.repeat(45),
  'Persian with a joiner': 'می\u200cخواهم',
}

for (const [name, text] of Object.entries(CASES))
  test(`counts as two other calculators do: ${name}`, () => {
    agreesWithPeers(text)
  })

test('counts as two other calculators do on 1,500 random texts', () => {
  const random = seeded(20261122)
  const pick = (from: string[]) => from[Math.floor(random() * from.length)] ?? 'a'
  const gsm = [...'abcdefgXYZ0123456789 @£$èÉÇß?!\n€[]{}~^|\\']
  const any = [...gsm, ...'яç“’…ñ😀🎉中`']
  for (let i = 0; i < 1500; i++) {
    const alphabet = random() < 0.6 ? gsm : any
    // Lengths gather around the limits, where mistakes are.
    const around = pick(['10', '67', '70', '134', '153', '160', '201', '306', '320'])
    const length = Math.max(0, Math.round(Number(around) + (random() - 0.5) * 8))
    agreesWithPeers(Array.from({ length }, () => pick(alphabet)).join(''))
  }
})

test('tells the units a text takes', () => {
  assert.deepEqual(countSegments('a€'), { encoding: 'GSM-7', units: 3, segments: 1 })
  assert.deepEqual(countSegments('я😀'), { encoding: 'UCS-2', units: 3, segments: 1 })
})

test('names the characters that have no equivalent, each once', () => {
  assert.deepEqual(foreignToGsm7('ça “va” ça… Łódź ﬁ ½ → \u200d\u00a0€'), [])
  assert.deepEqual(foreignToGsm7('да, да 🙂'), ['д', 'а', '🙂'])
  assert.deepEqual(foreignToGsm7('й'), ['й'], 'a mark does not make another script’s letter Latin')
  assert.deepEqual(foreignToGsm7('ΔΩ άλφα'), ['ά', 'λ', 'φ', 'α'])
  assert.deepEqual(foreignToAscii('ä€ß “x” я Δ'), ['я', 'Δ'])
})

test('a text is sent in GSM-7 where nothing is lost by it, else as it is', () => {
  const cases: [string, string, 'GSM-7' | 'UCS-2', number][] = [
    ['“Ça” – ç’est\u00a0ﬁn…', '"Ça" - c\'est fin...', 'GSM-7', 1],
    [`${'x'.repeat(159)}…`, `${'x'.repeat(159)}...`, 'GSM-7', 2],
    ['“Привет” – ça\r\nва…', '“Привет” – ça\nва…', 'UCS-2', 1],
    ['می\u200cخواهم', 'می\u200cخواهم', 'UCS-2', 1],
    ['я'.repeat(71), 'я'.repeat(71), 'UCS-2', 2],
    ['Cafe\u0301 \ud83d x', 'Café \ufffd x', 'UCS-2', 1],
  ]
  for (const [text, written, encoding, segments] of cases) assert.deepEqual(writeSms(text), { text: written, encoding, segments })
})

test('whatever is written loses no letter: only what GSM-7 can say is said in GSM-7', () => {
  const random = seeded(11)
  for (let i = 0; i < 2000; i++) {
    const text = Array.from({ length: 6 }, () => String.fromCodePoint(Math.floor(random() * 0x2ffff))).join('')
    const { text: written, encoding } = writeSms(text)
    assert.equal(encoding, countSegments(written).encoding)
    if (encoding === 'UCS-2')
      assert.equal(
        written,
        text
          .replace(/\r\n?|[\u2028\u2029]/g, '\n')
          .normalize('NFC')
          .toWellFormed(),
      )
    else for (const character of text) assert.ok(!/\p{L}/u.test(character) || toGsm7(character) !== '', JSON.stringify(text))
  }
})

test('writes other letters and typographic signs as their nearest in GSM-7 and leaves out what has none', () => {
  const pairs: [string, string][] = [
    ['Café “Zur Löwin” – Zürich', 'Café "Zur Löwin" - Zürich'],
    ['ça, Çà, Łódź, Škoda, İstanbul', 'ca, Çà, Lodz, Skoda, Istanbul'],
    ['Cœur d’Alène', "Coeur d'Alène"],
    ['Ho\u0301tel, Cafe\u0301', 'Hotel, Café'],
    ['Wi‑Fi ☕🎉 2×', 'Wi-Fi  2x'],
    ['100\u00a0€', '100 €'],
    ['日本', ''],
    ['ﬁne…', 'fine...'],
    ['a\r\nb\rc', 'a\nb\nc'],
  ]
  for (const [from, to] of pairs) assert.equal(toGsm7(from), to)
})

test('writes ASCII for a 7-bit email', () => {
  assert.equal(toAscii('Größe: 5 € – ¿código? Ñandú ßØæ'), 'Groesse: 5 EUR - codigo? Nandu ssOae')
  assert.equal(toAscii('token\n@host #1'), 'token\n@host #1')
})

test('what it writes in GSM-7 is GSM-7, whatever it is given, and stays the same when written again', () => {
  const random = seeded(7)
  for (let i = 0; i < 2000; i++) {
    const text = Array.from({ length: 30 }, () => String.fromCodePoint(Math.floor(random() * 0x2ffff))).join('')
    const written = toGsm7(text)
    assert.equal(countSegments(written).encoding, 'GSM-7')
    assert.equal(toGsm7(written), written)
    assert.match(toAscii(text), /^[\n\x20-\x7e]*$/)
  }
})
