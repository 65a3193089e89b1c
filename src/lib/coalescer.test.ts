import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCoalescer } from './coalescer.ts'

/** A `run` whose batches end when the test says so. */
function gated<In>() {
  const batches: { items: In[]; finish: () => void; fail: (error: Error) => void }[] = []
  const run = (items: In[]) =>
    new Promise<In[]>((resolve, reject) => {
      batches.push({ items, finish: () => resolve(items), fail: reject })
    })
  return { batches, run }
}

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

test('runs the calls of one turn together and collects those that come while they are in flight', async () => {
  const { batches, run } = gated<number>()
  const call = createCoalescer({ run })
  const results = [call(0), call(1)]
  await turn()
  results.push(call(2), call(3))
  await turn()
  assert.deepEqual(
    batches.map(batch => batch.items),
    [[0, 1]],
  )
  batches[0]?.finish()
  await turn()
  assert.deepEqual(
    batches.map(batch => batch.items),
    [
      [0, 1],
      [2, 3],
    ],
  )
  batches[1]?.finish()
  assert.deepEqual(await Promise.all(results), [0, 1, 2, 3])
})

test('never puts two items with the same key into one batch, and keeps their order', async () => {
  const { batches, run } = gated<string>()
  const call = createCoalescer({ run, keyOf: item => item[0] ?? '' })
  const results = [call('x'), call('a1'), call('a2'), call('b1')]
  await turn()
  for (let i = 0; i < 2; i++) {
    batches[i]?.finish()
    await turn()
  }
  assert.deepEqual(
    batches.map(batch => batch.items),
    [['x', 'a1', 'b1'], ['a2']],
  )
  assert.deepEqual(await Promise.all(results), ['x', 'a1', 'a2', 'b1'])
})

test('finds the one bad item of a batch that changed nothing, and lets the others through', async () => {
  const tried: number[][] = []
  const call = createCoalescer<number, number>({
    run: async items => {
      tried.push(items)
      if (items.includes(2)) throw new Error('bad item')
      return items
    },
    changedNothing: () => true,
  })
  const results = await Promise.allSettled([call(0), call(1), call(2), call(3)])
  assert.deepEqual(
    results.map(result => result.status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
  assert.deepEqual(tried, [[0, 1, 2, 3], [0], [1], [2], [3]])
})

test('does not try again what may have changed something', async () => {
  let runs = 0
  const call = createCoalescer<number, number>({
    run: async () => {
      runs++
      throw new Error('connection lost')
    },
  })
  const results = await Promise.allSettled([call(1), call(2), call(3)])
  assert.equal(results.filter(result => result.status === 'rejected').length, 3)
  assert.equal(runs, 1)
})
