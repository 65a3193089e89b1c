import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseEmailAddress } from './email-address.ts'

test('reads an address in one spelling', () => {
  const cases: [string, string][] = [
    ['ana@example.com', 'ana@example.com'],
    ['  Ana.Silva+wifi@Example.COM ', 'ana.silva+wifi@example.com'],
    ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
    ['ana@sub.sub.example.co.uk', 'ana@sub.sub.example.co.uk'],
    ['ａｎａ@example.com', 'ana@example.com'],
    [`${'x'.repeat(64)}@example.com`, `${'x'.repeat(64)}@example.com`],
  ]
  for (const [input, address] of cases) assert.equal(parseEmailAddress(input), address, input)
})

test('refuses what is none, or could be read as more than one', () => {
  const cases = [
    '',
    '@',
    'ana',
    'ana@',
    '@example.com',
    'ana@localhost',
    'ana@example',
    'ana@example.123',
    'ana@[127.0.0.1]',
    'ana@127.0.0.1',
    'ana@-example.com',
    'ana@example..com',
    '.ana@example.com',
    'ana.@example.com',
    'a..b@example.com',
    'ana@b@example.com',
    'ana@example.com,b@example.com',
    'ana@example.com;b@example.com',
    'ana@example.com\r\nBcc: b@example.com',
    'ana@example.com/x',
    'ana@example.com?x',
    'ana@example.com#x',
    'ana@example.com:25',
    'ana@exam%70le.com',
    'Ana <ana@example.com>',
    '"ana silva"@example.com',
    'ana silva@example.com',
    'ána@example.com',
    'ana\u0000@example.com',
    `${'x'.repeat(65)}@example.com`,
    `ana@${'x.'.repeat(130)}com`,
  ]
  for (const input of cases) assert.equal(parseEmailAddress(input), undefined, JSON.stringify(input))
})
