import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKeys } from '../lib/keys.ts'
import { randomBytes, uuidv7 } from '../lib/random.ts'
import { type CodeSource, deriveCode, readCode } from './code.ts'

const keys = createKeys('a secret key for tests, at least 32 bytes')
const source = (over: Partial<CodeSource> = {}): CodeSource => ({
  id: '0197a1b2-0000-7000-8000-000000000000',
  purpose: 'api',
  contact: '+15555550123',
  seed: Buffer.alloc(32, 7),
  generation: 0,
  code_length: 6,
  ...over,
})

test('derives the same code from the same row and key, and another as soon as anything differs', () => {
  const code = deriveCode(keys, source())
  assert.equal(deriveCode(keys, source()), code)
  const others = [
    deriveCode(keys, source({ id: '0197a1b2-0000-7000-8000-000000000001' })),
    deriveCode(keys, source({ purpose: 'password_reset' })),
    deriveCode(keys, source({ contact: '+15555550124' })),
    deriveCode(keys, source({ seed: Buffer.alloc(32, 8) })),
    deriveCode(keys, source({ generation: 1 })),
    deriveCode(createKeys('another secret key for tests, also 32 bytes'), source()),
  ]
  assert.equal(others.filter(other => other === code).length, 0)
})

test('draws every digit at every place equally often, leading zeros included', () => {
  const draws = 60_000
  const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0))
  for (let i = 0; i < draws; i++) {
    const code = deriveCode(keys, source({ id: uuidv7(new Date(i)), seed: randomBytes(32) }))
    assert.match(code, /^\d{6}$/)
    for (let place = 0; place < 6; place++) {
      const row = counts[place] as number[]
      row[Number(code[place])] = (row[Number(code[place])] ?? 0) + 1
    }
  }
  const expected = draws / 10
  for (const row of counts) {
    const chiSquare = row.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    // 9 degrees of freedom: beyond 45 lies less than one in a million.
    assert.ok(chiSquare < 45, `chi-square ${chiSquare}`)
  }
})

test('makes codes of 4 to 10 digits', () => {
  for (let length = 4; length <= 10; length++)
    assert.match(deriveCode(keys, source({ code_length: length })), new RegExp(`^\\d{${length}}$`))
})

test('reads a code through spaces, dashes and full-width digits, and nothing else', () => {
  for (const typed of ['123456', ' 123 456 ', '123-456', '１２３４５６', '12\u00a034\u201356'])
    assert.equal(readCode(typed), '123456', typed)
  for (const typed of ['', '12345', '1234567', '12345a', '0x1234', '1e5555', '123456\u0000', '１２３４５a', ' '.repeat(70)])
    assert.equal(readCode(typed), undefined, JSON.stringify(typed))
})
