import assert from 'node:assert/strict'
import { createCipheriv, hkdfSync } from 'node:crypto'
import { test } from 'node:test'
import { createKeys, keyIdOf } from './keys.ts'

const OLD = 'the old secret key of these tests, 32 bytes or more'
const NEW = 'the new secret key of these tests, 32 bytes or more'

test('a secret is read for what it was encrypted for, with the key it needs, and by no other', () => {
  const keys = createKeys(OLD)
  const encrypted = keys.encrypt('rosebud', 'sms_gateways.auth_token:1')
  assert.equal(keys.decrypt(encrypted, 'sms_gateways.auth_token:1'), 'rosebud')
  assert.equal(keyIdOf(encrypted), keys.id)
  assert.throws(() => keys.decrypt(encrypted, 'sms_gateways.auth_token:2'))
  assert.throws(() => createKeys(NEW).decrypt(encrypted, 'sms_gateways.auth_token:1'), /unknown key/)
  for (const at of [0, 1, 6, 20, encrypted.length - 1]) {
    const changed = Buffer.from(encrypted)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.throws(() => keys.decrypt(changed, 'sms_gateways.auth_token:1'), `byte ${at}`)
  }
  for (const length of [0, 1, 5, 17, 20, 32])
    assert.throws(() => keys.decrypt(encrypted.subarray(0, length), 'x'), `${length} bytes`)
})

test('during a rotation both keys read, and the one that is said writes', () => {
  const old = createKeys(OLD)
  const both = createKeys(NEW, OLD)
  const fresh = createKeys(NEW)
  assert.notEqual(old.id, fresh.id)
  assert.deepEqual(
    both.all.map(key => key.id),
    [fresh.id, old.id],
  )
  assert.equal(both.decrypt(old.encrypt('before', 'x'), 'x'), 'before')
  assert.equal(fresh.decrypt(both.encrypt('after', 'x'), 'x'), 'after')
  both.hold({ current: NEW, previous: OLD }, old.id)
  assert.equal(both.id, old.id)
  assert.equal(old.decrypt(both.encrypt('while others have the old one', 'x'), 'x'), 'while others have the old one')
  assert.deepEqual(both.codeMac('x'), old.codeMac('x'))
  both.hold({ current: NEW })
  assert.throws(() => both.decrypt(old.encrypt('before', 'x'), 'x'), /unknown key/)
})

test('what was stored before keys had ids is still read, with either key', () => {
  const key = Buffer.from(hkdfSync('sha256', OLD, '', 'gatehouse secrets at rest', 32))
  const iv = Buffer.alloc(12, 7)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from('x'))
  const text = Buffer.concat([cipher.update('from long ago', 'utf8'), cipher.final()])
  const stored = Buffer.concat([Buffer.from([1]), iv, cipher.getAuthTag(), text])
  assert.equal(createKeys(OLD).decrypt(stored, 'x'), 'from long ago')
  assert.equal(createKeys(NEW, OLD).decrypt(stored, 'x'), 'from long ago')
  assert.throws(() => createKeys(NEW).decrypt(stored, 'x'))
})
