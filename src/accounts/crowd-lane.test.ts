import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '../errors.ts'
import { CrowdLane } from './crowd-lane.ts'

test('works for one at a time, whose crowd asked least first, and of equals the one that came first', async () => {
  const lane = new CrowdLane()
  const done: string[] = []
  let atOnce = 0
  const ask = (name: string, asked: number) =>
    lane.run(asked, async () => {
      assert.equal(++atOnce, 1)
      await new Promise(resolve => setImmediate(resolve))
      atOnce--
      done.push(name)
    })
  await Promise.all([ask('first', 9), ask('often', 5), ask('once', 1), ask('twice', 2), ask('once too', 1)])
  assert.deepEqual(done, ['first', 'once', 'once too', 'twice', 'often'])
})

test('when too many wait, refuses the one whose crowd asked oftenest', async () => {
  const lane = new CrowdLane()
  const gate = Promise.withResolvers<void>()
  const first = lane.run(1, () => gate.promise)
  const waiting = [40, ...Array.from({ length: 31 }, () => 3)].map(asked => lane.run(asked, async () => asked))
  const refused = (error: unknown) => error instanceof AppError && error.code === 'busy' && (error.retryAfterS ?? 0) > 0
  await assert.rejects(
    lane.run(50, async () => 50),
    refused,
  )
  const late = lane.run(2, async () => 2)
  await assert.rejects(waiting.shift() as Promise<number>, refused)
  gate.resolve()
  await first
  assert.deepEqual(await Promise.all([late, ...waiting]), [2, ...Array.from({ length: 31 }, () => 3)])
})

test('goes on after work that fails, and answers its error', async () => {
  const lane = new CrowdLane()
  const failing = lane.run(1, () => Promise.reject(new Error('no memory')))
  const next = lane.run(1, async () => 'served')
  await assert.rejects(failing, /no memory/)
  assert.equal(await next, 'served')
  assert.equal(await lane.run(1, async () => 'later'), 'later')
})

test('says beforehand whom it would refuse', async () => {
  const lane = new CrowdLane()
  const gate = Promise.withResolvers<void>()
  const first = lane.run(1, () => gate.promise)
  const waiting = Array.from({ length: 31 }, () => lane.run(3, async () => 3))
  lane.refuseIfFull(9)
  const last = lane.run(3, async () => 3)
  assert.throws(() => lane.refuseIfFull(3), AppError)
  lane.refuseIfFull(2)
  gate.resolve()
  await Promise.all([first, last, ...waiting])
})
