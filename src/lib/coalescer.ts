interface Waiting<In, Out> {
  item: In
  resolve: (out: Out) => void
  reject: (error: unknown) => void
}

interface CoalescerOptions<In, Out> {
  /** Does the work for many at once: answers in the order of the items. */
  run: (items: In[]) => Promise<Out[]>
  /** Items with an equal key never share a batch: the later one waits for the next. */
  keyOf?: (item: In) => string
  batchMax?: number
  /** How many batches may be in flight at once. */
  parallel?: number
  /** Says whether a failed batch changed nothing, so that its items may be tried one by one to find the bad one. */
  changedNothing?: (error: unknown) => boolean
}

/**
 * Turns single calls into batches: calls of one turn of the event loop run together, at its end; while `parallel` batches
 * are in flight, calls collect into the next one. So an idle system answers at once and a loaded one pays for a round trip
 * once a batch.
 */
export function createCoalescer<In, Out>(options: CoalescerOptions<In, Out>): (item: In) => Promise<Out> {
  const { run, keyOf, batchMax = 256, parallel = 1, changedNothing = () => false } = options
  let waiting: Waiting<In, Out>[] = []
  let inFlight = 0
  let isScheduled = false

  function takeBatch(): Waiting<In, Out>[] {
    if (!keyOf) return waiting.splice(0, batchMax)
    const keys = new Set<string>()
    const batch: Waiting<In, Out>[] = []
    const later: Waiting<In, Out>[] = []
    for (const entry of waiting) {
      const key = keyOf(entry.item)
      if (batch.length < batchMax && !keys.has(key)) {
        keys.add(key)
        batch.push(entry)
      } else later.push(entry)
    }
    waiting = later
    return batch
  }

  async function runBatch(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await run(batch.map(entry => entry.item))
      batch.forEach((entry, i) => {
        entry.resolve(results[i] as Out)
      })
    } catch (error) {
      if (batch.length > 1 && changedNothing(error)) {
        for (const entry of batch) await runBatch([entry])
      } else for (const entry of batch) entry.reject(error)
    }
  }

  function pump(): void {
    while (inFlight < parallel && waiting.length > 0) {
      inFlight++
      void runBatch(takeBatch()).finally(() => {
        inFlight--
        pump()
      })
    }
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (isScheduled) return
      isScheduled = true
      setImmediate(() => {
        isScheduled = false
        pump()
      })
    })
}
