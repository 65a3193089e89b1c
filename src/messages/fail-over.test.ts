import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextWay, type Way } from './fail-over.ts'

const now = new Date('2026-11-22T12:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const way = (id: string, more: Partial<Way> = {}): Way => ({
  id,
  restsUntil: undefined,
  isSuppressed: false,
  last: undefined,
  ...more,
})
const failed = (outcome: string, s = 0) => ({ last: { outcome, retryAt: inSeconds(s) } })

test('takes the first in order that was not tried and is well', () => {
  assert.deepEqual(nextWay([way('A', failed('route')), way('B'), way('C')], now), { id: 'B', at: now })
  assert.deepEqual(nextWay([way('A', failed('unavailable', 1)), way('B', { restsUntil: inSeconds(9) }), way('C')], now), {
    id: 'C',
    at: now,
  })
  assert.deepEqual(nextWay([way('A', failed('not_sent')), way('B')], now), { id: 'B', at: now })
})

test('goes back to one that failed in passing, not before it may be tried, and never to one that refused', () => {
  assert.deepEqual(nextWay([way('A', failed('unavailable', 4)), way('B', failed('throttled', 2))], now), {
    id: 'B',
    at: inSeconds(2),
  })
  for (const outcome of ['recipient', 'route', 'configuration', 'content', 'spent'])
    assert.equal(nextWay([way('A', failed(outcome))], now), undefined)
})

test('waits for a gateway that rests, and never takes one that was told to stop', () => {
  assert.deepEqual(nextWay([way('A', { restsUntil: inSeconds(7) })], now), { id: 'A', at: inSeconds(7) })
  assert.equal(nextWay([way('A', { isSuppressed: true })], now), undefined)
  assert.equal(nextWay([], now), undefined)
})
