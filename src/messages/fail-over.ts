/** A gateway or mail server that could carry a message, as it stands now. */
export interface Way {
  id: string
  /** Left alone until then; undefined: it can be used. */
  restsUntil: Date | undefined
  /** The guest told this sender to stop. */
  isSuppressed: boolean
}

/** Where a message goes next, and when. */
export interface Next {
  id: string
  at: Date
}

/** Outcomes after which a way is of no more use for this message; the others pass. */
const FINAL = new Set(['recipient', 'route', 'configuration', 'content', 'suppressed', 'spent'])

/**
 * Chooses the next way for a message that no provider has: the first in order that was not tried and is well; else the
 * one that can be tried soonest, those that failed in passing not before `retryAt`. Undefined: there is none left. Pure.
 */
export function nextWay(ways: Way[], tried: ReadonlyMap<string, string>, times: { now: Date; retryAt: Date }): Next | undefined {
  let best: Next | undefined
  for (const { id, restsUntil, isSuppressed } of ways) {
    const outcome = tried.get(id)
    if (isSuppressed || (outcome !== undefined && FINAL.has(outcome))) continue
    const at = later(restsUntil ?? times.now, outcome === undefined ? times.now : times.retryAt)
    if (!best || at < best.at) best = { id, at }
  }
  return best
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
