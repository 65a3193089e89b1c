import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guardFormula, readCsvRows, unguardFormula, writeCsv } from './csv.ts'

const read = async (text: string) => (await readCsvRows(text, 1000)).rows.map(({ line, values }) => [line, ...values])

test('reads commas, semicolons and tabs, every kind of line end, and tells where each row begins', async () => {
  const rows = [
    [1, 'a', 'b'],
    [2, 'x\ny', '2'],
    [5, '3', '4 é'],
  ]
  for (const separator of [',', ';', '\t'])
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(await read(`a,b/"x/y",2//3,4 é`.replaceAll(',', separator).replaceAll('/', end)), rows)
  // Lines that end in different ways, as files put together by hand have them.
  assert.deepEqual(await read('a,b\r\n1,2\n3,4\r5,6'), [
    [1, 'a', 'b'],
    [2, '1', '2'],
    [3, '3', '4'],
    [4, '5', '6'],
  ])
})

test('names the line where a quotation mark is missing or out of place', async () => {
  const many = '1,2\n'.repeat(2000)
  for (const row of ['3,"4', '3,"4"5', '3,4"5']) {
    const { fault } = await readCsvRows(`a,b\n${many}${row}\n${many}`, 10_000)
    assert.equal(fault, 2002, row)
  }
})

test('reads no more rows than it may keep', async () => {
  assert.equal((await readCsvRows('1\n'.repeat(5000), 100)).rows.length, 100)
})

test('whatever is written is read back', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '\n', "'", '=', 'é', '🐘') })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async cells => {
      const rows = cells.filter(row => row.some(value => value.trim() !== ''))
      const text = writeCsv([['first', 'second'], ...rows])
      assert.deepEqual(
        (await readCsvRows(text, 100)).rows.slice(1).map(({ values }) => values),
        rows,
      )
    }),
  )
})

test('no cell, wherever a spreadsheet may cut it, begins a formula, and the guard comes off again', () => {
  for (const [text, guarded] of [
    ['=1+1', "'=1+1"],
    ['+15555550123', "'+15555550123"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "\t'=1"],
    ['  =1', "  '=1"],
    ["'=1", "''=1"],
    ['＝1', "'＝1"],
    ['x;=cmd', "x;'=cmd"],
    ['x\n=cmd', "x\n'=cmd"],
    ['a=b - c', 'a=b - c'],
    ["it's", "it's"],
  ] as const) {
    assert.equal(guardFormula(text), guarded)
    assert.equal(unguardFormula(guarded), text)
  }
  const hostile = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", ';', '\n', '\t', '\r', ' ', 'a', '＝') })
  fc.assert(
    fc.property(hostile, text => {
      const guarded = guardFormula(text)
      assert.equal(unguardFormula(guarded), text)
      for (const part of guarded.split(/[;\t\r\n]/)) assert.doesNotMatch(part, /^\s*[=+\-@＝＋－＠]/)
    }),
  )
})
