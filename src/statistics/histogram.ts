// How long proofs took, as counts between bounds that grow by a fixed factor: such counts of any hours, gateways and
// countries add up, and a percentile read from the sum is as good as from one of them. Rows in the database are counted by
// these bounds: they must stay as they are.

const SHORTEST_S = 1
const LONGEST_S = 600
/** Between the two. One more on each side takes what is shorter, or as long or longer. */
const STEPS = 34
const FACTOR = (LONGEST_S / SHORTEST_S) ** (1 / STEPS)

export const BUCKETS = STEPS + 2

/** The largest relative error of a percentile between 1 s and 600 s: it is told as the middle of its bucket. */
export const PERCENTILE_ERROR = Math.sqrt(FACTOR) - 1

/** SQL for the bucket, counted from 0, of a number of seconds that is SQL as well. */
export function bucketSql(seconds: string): string {
  return `width_bucket(ln(greatest(${seconds}, 0.001)::float8 / ${SHORTEST_S}), 0, ln(${LONGEST_S / SHORTEST_S}::float8), ${STEPS})`
}

/**
 * The seconds within which the share `q` of all counted proofs came; null without any. What lies below 1 s or from 600 s
 * on is told as that bound.
 */
export function percentile(histogram: number[], q: number): number | null {
  const rank = Math.ceil(histogram.reduce((sum, count) => sum + count, 0) * q)
  if (rank === 0) return null
  let seen = 0
  const bucket = histogram.findIndex(count => {
    seen += count
    return seen >= rank
  })
  if (bucket === 0) return SHORTEST_S
  if (bucket > STEPS) return LONGEST_S
  return Number((SHORTEST_S * FACTOR ** (bucket - 0.5)).toPrecision(3))
}
