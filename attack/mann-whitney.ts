/** What the test says of two samples. */
export interface RankTest {
  /** The chance of ranks at least as uneven as these if both samples came from one distribution (two-sided). */
  p: number
  /** Of a pair drawn at random, how often the second is the larger; 0.5 is no difference. */
  larger: number
}

/**
 * Mann and Whitney's U test by the normal approximation, with the correction for ties (Mann & Whitney 1947; Siegel 1956).
 * Good for samples of 20 and more. It asks for no shape of the distributions, which answer times do not have.
 */
export function mannWhitney(first: number[], second: number[]): RankTest {
  const [n, m] = [first.length, second.length]
  if (n === 0 || m === 0) throw new Error('the test needs two samples')
  const all = [...first.map(value => ({ value, isFirst: true })), ...second.map(value => ({ value, isFirst: false }))]
  all.sort((a, b) => a.value - b.value)

  let rankSum = 0
  let ties = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to++
    // Equal values share the mean of their ranks, which begin at 1.
    const rank = (from + 1 + to) / 2
    for (let i = from; i < to; i++) if (all[i]?.isFirst) rankSum += rank
    const tied = to - from
    ties += tied ** 3 - tied
    from = to
  }

  const u = rankSum - (n * (n + 1)) / 2
  const total = n + m
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
  const larger = 1 - u / (n * m)
  if (variance === 0) return { p: 1, larger }
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / Math.sqrt(variance)
  return { p: Math.min(1, 2 * upperTail(z)), larger }
}

/** 1 - Φ(z) for z >= 0, by Abramowitz & Stegun 26.2.17: off by at most 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}
