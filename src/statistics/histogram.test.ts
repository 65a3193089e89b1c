import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestDatabase } from '../../test/harness.ts'
import { BUCKETS, bucketSql, PERCENTILE_ERROR, percentile } from './histogram.ts'

const database = await createTestDatabase()

async function histogramOf(seconds: number[]): Promise<number[]> {
  const rows = await database.query<{ bucket: number }>(`select ${bucketSql('s')} as bucket from unnest($1::numeric[]) s`, [
    seconds,
  ])
  const histogram = Array.from({ length: BUCKETS }, () => 0)
  for (const { bucket } of rows) histogram[bucket] = (histogram[bucket] ?? 0) + 1
  return histogram
}

test('tells percentiles between 1 s and 600 s within the promised error, and sums of histograms as well', async () => {
  assert.ok(PERCENTILE_ERROR < 0.1)
  const fast = Array.from({ length: 400 }, (_, i) => 1 + i * 0.11)
  const slow = Array.from({ length: 600 }, (_, i) => 30 + i * 0.9)
  const sum = (await histogramOf(fast)).map(() => 0)
  for (const part of [await histogramOf(fast), await histogramOf(slow)])
    for (const [i, n] of part.entries()) sum[i] = (sum[i] ?? 0) + n
  const all = [...fast, ...slow].sort((a, b) => a - b)
  for (const q of [0.05, 0.5, 0.95, 1]) {
    const exact = all[Math.ceil(all.length * q) - 1] ?? Number.NaN
    const told = percentile(sum, q) ?? Number.NaN
    // What is told is rounded to three digits.
    assert.ok(Math.abs(told / exact - 1) <= PERCENTILE_ERROR + 0.005, `${q}: ${told} for ${exact}`)
  }
})

test('tells what lies outside as the bound, and nothing without proofs', async () => {
  assert.equal(percentile(await histogramOf([0, 0.2, 0.99]), 0.95), 1)
  assert.equal(percentile(await histogramOf([600, 1500]), 0.5), 600)
  assert.equal(percentile(await histogramOf([]), 0.5), null)
})
