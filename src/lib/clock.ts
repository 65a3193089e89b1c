/** The only source of time. `now()` is a fresh Date; a test clock runs with real time plus what it was advanced by. */
export interface Clock {
  now(): Date
  /** Moves the clock forward. Only a clock made with `movable` allows it. */
  advance(seconds: number): void
  readonly movable: boolean
}

export function createClock(movable = false): Clock {
  let aheadMs = 0
  return {
    movable,
    now: () => new Date(Date.now() + aheadMs),
    advance(seconds) {
      if (!movable) throw new Error('this clock cannot be moved')
      aheadMs += seconds * 1000
    },
  }
}

export function addSeconds(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000)
}
