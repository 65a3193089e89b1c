import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SendOutcome } from '../sms/provider.ts'
import type { Next } from './fail-over.ts'
import { backoffS, decide, decideUnknown } from './settle.ts'

const now = new Date('2026-11-22T12:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const life = (expiresInS = 600) => ({ expiresAt: inSeconds(expiresInS) })
const after = (outcome: SendOutcome, next?: Next, expiresInS = 600) => decide(outcome, next, life(expiresInS), now)
const error = { code: '1', message: 'why' }

test('is done when the provider has the message', () => {
  const settlement = after({ outcome: 'accepted', providerMessageId: 'SM1' })
  assert.deepEqual([settlement.status, settlement.dueAt, settlement.providerMessageId], ['accepted', null, 'SM1'])
})

test('gives up on a number or a text that is refused, whatever other gateway there is', () => {
  for (const by of ['recipient', 'content'] as const) {
    const settlement = after({ outcome: 'rejected', by, ...error }, { id: 'B', at: now })
    assert.deepEqual([settlement.status, settlement.dueAt, settlement.outcome, settlement.errorCode], ['failed', null, by, '1'])
  }
})

test('goes on to the next gateway at once when this one is set up wrong, has no route, or was told to stop', () => {
  for (const refusal of [
    { by: 'route' as const },
    { by: 'configuration' as const },
    { by: 'recipient' as const, isOptOut: true },
  ]) {
    const settlement = after({ outcome: 'rejected', ...refusal, ...error }, { id: 'B', at: now })
    assert.deepEqual([settlement.status, settlement.dueAt, settlement.nextWay], ['queued', now, 'B'])
    assert.equal(after({ outcome: 'rejected', ...refusal, ...error }).status, 'failed', 'there is no other')
  }
})

test('waits longer with each try, with jitter', () => {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const waitS = backoffS(attempt)
    assert.ok(waitS >= 2 ** (attempt - 1) / 2 && waitS <= 2 ** (attempt - 1), `${waitS} s at try ${attempt}`)
  }
})

test('gives up when the code would be nearly dead by the next try', () => {
  assert.equal(after({ outcome: 'throttled', ...error }, { id: 'A', at: inSeconds(541) }).status, 'failed')
  assert.equal(after({ outcome: 'unavailable', ...error }, { id: 'A', at: now }, 60).status, 'failed')
  assert.equal(after({ outcome: 'unavailable', ...error }, { id: 'A', at: now }, 61).status, 'queued')
})

test('asks about an unknown outcome and repeats it only after a plain no', () => {
  const unknown = after({ outcome: 'unknown', ...error })
  assert.equal(unknown.status, 'unknown')
  assert.ok(unknown.dueAt && unknown.dueAt > now)
  assert.equal(decideUnknown({ outcome: 'found', providerMessageId: 'SM1' }, undefined, life(300), now).status, 'accepted')
  assert.deepEqual(
    [decideUnknown({ outcome: 'not_found' }, { id: 'B', at: now }, life(300), now)].map(({ status, dueAt }) => [status, dueAt]),
    [['queued', now]],
  )
  const again = decideUnknown({ outcome: 'cannot_tell' }, { id: 'B', at: now }, life(300), now)
  assert.ok(again.status === 'unknown' && again.dueAt && again.dueAt > now)
  assert.equal(
    decideUnknown({ outcome: 'cannot_tell' }, undefined, life(0), now).dueAt,
    null,
    'a dead code is asked about no more',
  )
})
