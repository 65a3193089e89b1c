import { AppError } from '../errors.ts'

const WAITING_MAX = 32
const BUSY_RETRY_AFTER_S = 2

interface Waiting {
  asked: number
  begin: () => void
  refuse: (error: AppError) => void
}

/** What a guest is told who finds too many before him. */
export function busy(): AppError {
  return new AppError('busy', 'Too many sign-ins at once. Try again in a moment.', { retryAfterS: BUSY_RETRY_AFTER_S })
}

/**
 * Work for crowds that asked before, one at a time, whose crowd asked least first. After each the processor is everybody else's
 * for as long as it took.
 */
export class CrowdLane {
  readonly #waiting: Waiting[] = []
  #isTaken = false

  /** Throws `busy` if `run` would at once. */
  refuseIfFull(asked: number): void {
    const last = this.#waiting.length >= WAITING_MAX ? this.#waiting.at(-1) : undefined
    if (last && last.asked <= asked) throw busy()
  }

  /** Does the work when its turn has come. Throws `busy` when 32 wait already whose crowds asked no oftener, then or later. */
  async run<T>(asked: number, work: () => Promise<T>): Promise<T> {
    await this.#turn(asked)
    const from = performance.now()
    try {
      return await work()
    } finally {
      setTimeout(() => this.#next(), performance.now() - from)
    }
  }

  #turn(asked: number): Promise<void> | undefined {
    if (!this.#isTaken) {
      this.#isTaken = true
      return undefined
    }
    return new Promise((begin, refuse) => {
      const before = this.#waiting.findLastIndex(other => other.asked <= asked)
      this.#waiting.splice(before + 1, 0, { asked, begin, refuse })
      if (this.#waiting.length > WAITING_MAX) this.#waiting.pop()?.refuse(busy())
    })
  }

  #next(): void {
    const next = this.#waiting.shift()
    if (next) next.begin()
    else this.#isTaken = false
  }
}
