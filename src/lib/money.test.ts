import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeCsv } from './csv.ts'
import { formatMicros, readMicros } from './money.ts'

test('reads decimals exactly, and nothing else', () => {
  assert.deepEqual(
    ['0.0079', '12', '0.10', '000001.000001', '999999.999999'].map(readMicros),
    [7900, 12_000_000, 100_000, 1_000_001, 999_999_999_999],
  )
  for (const text of ['', '.5', '5.', '-1', '+1', '1e3', '0,0079', '0.0000001', '1000000', ' 1', '1\n', 'NaN', '٣'])
    assert.equal(readMicros(text), undefined, JSON.stringify(text))
})

test('writes what it reads, with two to six digits after the point', () => {
  assert.deepEqual([0, 7900, 50_000, 12_340_000, 1, 10n ** 20n].map(formatMicros), [
    '0.00',
    '0.0079',
    '0.05',
    '12.34',
    '0.000001',
    '100000000000000.00',
  ])
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), micros => readMicros(formatMicros(micros)) === micros))
})

test('writes CSV that keeps commas, quotes, line ends and blanks', () => {
  assert.equal(
    writeCsv([
      ['a', null, 1.5],
      ['x,y', 'say "hi"', 'two\nlines'],
      [' b', ';', ''],
    ]),
    'a,,1.5\r\n"x,y","say ""hi""","two\nlines"\r\n" b",";",\r\n',
  )
})
