/** A gateway or mail server that could carry a message, as it stands now. */
export interface Way {
  id: string
  /** Left alone until then; undefined: it can be used. */
  restsUntil: Date | undefined
  /** The guest told this sender to stop. */
  isSuppressed: boolean
  /** How its last attempt at this message ended, and when it may be tried again if that passes; undefined: not tried. */
  last: { outcome: string; retryAt: Date } | undefined
}

/** Where a message goes next, and when. */
export interface Next {
  id: string
  at: Date
}

/** Outcomes after which a way is of no more use for this message; the others pass. */
const FINAL = new Set(['recipient', 'route', 'configuration', 'content', 'spent'])

/**
 * Chooses the next way for a message that no provider has: the one that can be tried soonest, of several one that was not
 * tried yet, of those the first in order. Undefined: there is none left. Pure.
 */
export function nextWay(ways: Way[], now: Date): Next | undefined {
  let best: (Next & { isNew: boolean }) | undefined
  for (const { id, restsUntil, isSuppressed, last } of ways) {
    if (isSuppressed || (last && FINAL.has(last.outcome))) continue
    const at = latest(now, restsUntil, last?.retryAt)
    const isNew = last === undefined
    if (!best || at < best.at || (at.getTime() === best.at.getTime() && isNew && !best.isNew)) best = { id, at, isNew }
  }
  return best && { id: best.id, at: best.at }
}

function latest(now: Date, ...times: (Date | undefined)[]): Date {
  return times.reduce<Date>((late, time) => (time && time > late ? time : late), now)
}
