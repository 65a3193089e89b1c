import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SendOutcome } from '../sms/provider.ts'
import { decide, decideUnknown } from './settle.ts'

const now = new Date('2026-11-22T12:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const after = (outcome: SendOutcome, attempt = 1, expiresInS = 600) =>
  decide(outcome, { attempt, expiresAt: inSeconds(expiresInS) }, now)
const error = { code: '1', message: 'why' }

test('is done when the provider has the message', () => {
  const settlement = after({ outcome: 'accepted', providerMessageId: 'SM1' })
  assert.deepEqual([settlement.status, settlement.dueAt, settlement.providerMessageId], ['accepted', null, 'SM1'])
})

test('never tries a rejected message again', () => {
  for (const by of ['recipient', 'route', 'configuration', 'content'] as const) {
    const settlement = after({ outcome: 'rejected', by, ...error })
    assert.deepEqual([settlement.status, settlement.dueAt, settlement.outcome, settlement.errorCode], ['failed', null, by, '1'])
  }
})

test('waits longer with each try, with jitter, while the provider is away', () => {
  let before = 0
  for (let attempt = 1; attempt <= 5; attempt++) {
    const { status, dueAt } = after({ outcome: 'unavailable', ...error }, attempt)
    const waitS = ((dueAt?.getTime() ?? 0) - now.getTime()) / 1000
    assert.equal(status, 'queued')
    assert.ok(waitS >= 2 ** (attempt - 1) / 2 && waitS <= 2 ** (attempt - 1), `${waitS} s at try ${attempt}`)
    assert.ok(waitS >= before / 2)
    before = waitS
  }
})

test('waits at least as long as a throttling provider asks', () => {
  const { status, dueAt } = after({ outcome: 'throttled', retryAfterS: 90, ...error })
  assert.deepEqual([status, dueAt], ['queued', inSeconds(90)])
})

test('gives up when the code would be nearly dead by the next try', () => {
  assert.equal(after({ outcome: 'throttled', retryAfterS: 541, ...error }).status, 'failed')
  assert.equal(after({ outcome: 'unavailable', ...error }, 1, 60).status, 'failed')
})

test('asks about an unknown outcome and repeats it only after a plain no', () => {
  const unknown = after({ outcome: 'unknown', ...error })
  assert.equal(unknown.status, 'unknown')
  assert.ok(unknown.dueAt && unknown.dueAt > now)
  assert.equal(decideUnknown({ outcome: 'found', providerMessageId: 'SM1' }, inSeconds(300), now).status, 'accepted')
  assert.deepEqual(
    [decideUnknown({ outcome: 'not_found' }, inSeconds(300), now)].map(({ status, dueAt }) => [status, dueAt]),
    [['queued', now]],
  )
  const again = decideUnknown({ outcome: 'cannot_tell' }, inSeconds(300), now)
  assert.ok(again.status === 'unknown' && again.dueAt && again.dueAt > now)
  assert.equal(decideUnknown({ outcome: 'cannot_tell' }, now, now).dueAt, null, 'a dead code is asked about no more')
})
