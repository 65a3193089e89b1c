import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearchTerms } from './search-terms.ts'

const patterns = (q: string) => readSearchTerms(q).patterns
/** Whether a contact is found by what somebody typed. */
const finds = (q: string, contact: string) =>
  patterns(q).some(pattern => contact.includes(pattern.slice(1, -1).replaceAll(/\\(.)/g, '$1')))

test('a number is found however it is written', () => {
  for (const q of [
    '+447912345678',
    ' 447912345678',
    '447912345678',
    '+44 7912 345 678',
    '+44 (0) 7912 345678',
    '0044 7912-345-678',
    '011 44 7912 345678',
    '07912 345678',
    '07912/345.678',
    '(07912) 345678',
    '345 678',
    '5678',
  ])
    assert.ok(finds(q, '+447912345678'), q)
  assert.ok(finds('0123', '+15555550123'))
  assert.ok(finds('(555) 555-0123', '+15555550123'))
  assert.ok(finds('06 698', '+3906698123'))
})

test('a number is not found by the digits of another one', () => {
  for (const q of ['07912 345679', '+44 7912 345 67 9', '+1 7912345678', '00']) assert.ok(!finds(q, '+447912345678'), q)
})

test('parts of an address are taken as they are, in lower case, signs literally', () => {
  assert.deepEqual(patterns('Ana@Example'), ['%ana@example%'])
  assert.deepEqual(patterns('50%_\\'), ['%50\\%\\_\\\\%'])
  assert.deepEqual(patterns('guest 5'), ['%guest 5%'])
})

test('a whole code or id is kept in the case it may have', () => {
  assert.deepEqual(readSearchTerms(' sm01ab ').wholes, ['sm01ab', 'SM01AB'])
  assert.equal(readSearchTerms('0199A7A0-5c00-7000-8000-00000000000b').id, '0199a7a0-5c00-7000-8000-00000000000b')
  assert.equal(readSearchTerms('0199a7a0').id, undefined)
})
