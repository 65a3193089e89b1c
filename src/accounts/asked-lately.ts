/** Of the two generations that are kept, one grows for so long. */
const GENERATION_MS = 60_000
/** More crowds than that end a generation early: strangers choose what they are called, and memory has a bound. */
const CROWDS_MAX = 10_000

/** How often each crowd asked within the last minute or two. */
export class AskedLately {
  #now = new Map<string, number>()
  #before = new Map<string, number>()
  #begun = 0

  /** How many there were. */
  of(crowd: string): number {
    return (this.#now.get(crowd) ?? 0) + (this.#before.get(crowd) ?? 0)
  }

  /** Counts one more, and returns how many there were before. `at` is in milliseconds and never goes back. */
  add(crowd: string, at: number): number {
    if (at - this.#begun >= GENERATION_MS || this.#now.size >= CROWDS_MAX) {
      this.#before = at - this.#begun < 2 * GENERATION_MS ? this.#now : new Map()
      this.#now = new Map()
      this.#begun = at
    }
    const before = this.of(crowd)
    this.#now.set(crowd, (this.#now.get(crowd) ?? 0) + 1)
    return before
  }

  /** Takes one back. */
  forgive(crowd: string): void {
    const now = this.#now.get(crowd)
    if (now) this.#now.set(crowd, now - 1)
  }
}
