import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AskedLately } from './asked-lately.ts'

test('knows how often a crowd asked in the last minute or two, and forgets it after', () => {
  const asked = new AskedLately()
  assert.deepEqual(
    [1_000, 2_000, 61_500].map(at => asked.add('+4474001', at)),
    [0, 1, 2],
  )
  assert.equal(asked.add('+4474002', 61_600), 0)
  assert.equal(asked.add('+4474001', 122_000), 1)
  assert.equal(asked.add('+4474001', 500_000), 0)
})

test('does not hold a right password against the crowd', () => {
  const asked = new AskedLately()
  for (let i = 0; i < 3; i++) {
    assert.equal(asked.add('192.0.2.0', 1_000), 0)
    asked.forgive('192.0.2.0')
  }
  asked.forgive('nobody')
  assert.equal(asked.add('nobody', 1_000), 0)
})

test('remembers a bounded number of crowds', () => {
  const asked = new AskedLately()
  asked.add('first', 0)
  for (let i = 0; i < 20_001; i++) asked.add(`stranger ${i}`, 1)
  assert.equal(asked.add('first', 2), 0)
})
