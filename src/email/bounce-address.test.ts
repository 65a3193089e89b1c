import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKeys } from '../lib/keys.ts'
import { uuidv7 } from '../lib/random.ts'
import { isEmailAddress } from './address.ts'
import { bounceAddressFor, bounceAddressProblem, bounceHookToken, findBouncedMessage } from './bounce-address.ts'

const keys = createKeys('a secret key for tests, 32 bytes or more')
const others = createKeys('another secret key, 32 bytes or more too')
const ids = Array.from({ length: 200 }, () => uuidv7(new Date(1_795_341_605_000)))

test('the return address of every message is an address, and leads back to that message, in any case of letters', () => {
  for (const id of ids) {
    const address = bounceAddressFor(keys, 'gatehouse-bounces-100@example.com', id)
    assert.ok(isEmailAddress(address), address)
    assert.equal(address.indexOf('@'), 64)
    assert.equal(findBouncedMessage(keys, address), id)
    assert.equal(findBouncedMessage(keys, address.toUpperCase()), id)
  }
})

test('a token of another installation, or with any one letter changed, is none', () => {
  const [id = ''] = ids
  const address = bounceAddressFor(keys, 'b@example.com', id)
  assert.equal(findBouncedMessage(others, address), undefined)
  for (let at = 2; at < address.indexOf('@'); at++)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz234567') {
      if (address[at] === letter) continue
      const forged = address.slice(0, at) + letter + address.slice(at + 1)
      assert.equal(findBouncedMessage(keys, forged), undefined, forged)
    }
})

test('the address is found within a mail, also behind a few forged ones, and not behind any number of them', () => {
  const [id = '', other = ''] = ids
  const address = bounceAddressFor(keys, 'b@example.com', id)
  const forged = `${bounceAddressFor(others, 'b@example.com', other)} `
  assert.equal(findBouncedMessage(keys, `To: <${address}>\r\nSubject: x`), id)
  assert.equal(findBouncedMessage(keys, forged.repeat(3) + address), id)
  assert.equal(findBouncedMessage(keys, forged.repeat(1000) + address), undefined)
  for (const text of ['', 'b@example.com', 'b+@example.com', `b+${'a'.repeat(42)}@example.com`, 'x'.repeat(100_000)])
    assert.equal(findBouncedMessage(keys, text), undefined)
})

test('an address without room for the token, or that is none, is told', () => {
  assert.equal(bounceAddressProblem('bounces@example.com'), undefined)
  for (const bad of ['', 'bounces', 'a+b@example.com', `${'a'.repeat(22)}@example.com`, 'Bounces <b@example.com>', 'b@x, c@x'])
    assert.ok(bounceAddressProblem(bad), bad)
})

test('the token of a hook belongs to one mail server of one installation, and is no return address', () => {
  const tokens = [bounceHookToken(keys, ids[0] ?? ''), bounceHookToken(keys, ids[1] ?? ''), bounceHookToken(others, ids[0] ?? '')]
  assert.equal(new Set(tokens).size, 3)
  for (const token of tokens) assert.match(token, /^[\w-]{43}$/)
})
