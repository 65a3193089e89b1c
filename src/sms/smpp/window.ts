interface Waiter {
  timer: NodeJS.Timeout
  finish: (isIn: boolean) => void
}

/** Lets so many in at once; the others wait in line, up to a time and a number. */
export class Window {
  readonly #size: number
  readonly #queueMax: number
  readonly #line = new Set<Waiter>()
  #inside = 0

  constructor(size: number, queueMax: number) {
    this.#size = size
    this.#queueMax = queueMax
  }

  /** True: it is in, and must leave. False: there was no room in time, or the signal ended the wait. */
  enter(waitMs: number, signal: AbortSignal): Promise<boolean> {
    if (this.#inside < this.#size) {
      this.#inside++
      return Promise.resolve(true)
    }
    if (this.#line.size >= this.#queueMax || signal.aborted) return Promise.resolve(false)
    return new Promise(resolve => {
      const giveUp = () => waiter.finish(false)
      const waiter: Waiter = {
        timer: setTimeout(giveUp, waitMs),
        finish: isIn => {
          clearTimeout(waiter.timer)
          signal.removeEventListener('abort', giveUp)
          this.#line.delete(waiter)
          resolve(isIn)
        },
      }
      signal.addEventListener('abort', giveUp)
      this.#line.add(waiter)
    })
  }

  leave(): void {
    const next = this.#line.values().next().value
    // Its place goes over to whoever has waited longest.
    if (next) next.finish(true)
    else this.#inside--
  }
}
