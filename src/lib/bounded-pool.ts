/** Runs at most `size` tasks at once and lets at most `queueMax` wait; a task beyond that is refused by `full()`. */
export function createBoundedPool(options: { size: number; queueMax: number; full: () => Error }) {
  const waiting: (() => void)[] = []
  let running = 0
  return async function inPool<T>(task: () => Promise<T>): Promise<T> {
    if (running >= options.size) {
      if (waiting.length >= options.queueMax) throw options.full()
      await new Promise<void>(resolve => waiting.push(resolve))
    } else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
