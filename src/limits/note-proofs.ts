import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'

/**
 * Proofs wait this long for one another. Many starts hold the counters' rows at any moment, and every proof would wait for
 * them in turn; until it is counted a proof only leaves less room than there is.
 */
const COLLECT_MS = 100

const NOTE_PROOFS: Statement = { name: 'limits_note_proofs', text: 'select note_proofs($1, $2::text[], $3::integer)' }

interface Collected {
  /** Not counted yet: the keys that wait, and those that are being written. */
  waiting: string[]
  writing: string[]
  timer: NodeJS.Timeout | undefined
  /** Ends when what is being written is. */
  written: Promise<void>
  /** What was written last, and how often something was. */
  last: Set<string>
  writes: number
}

const collections = new WeakMap<Context, Collected>()

/** Counts a proof on these counters, a moment later. A crash in between loses it, which leaves less room. Throws nothing. */
export function noteProof(ctx: Context, keys: string[]): void {
  if (keys.length === 0) return
  let collected = collections.get(ctx)
  if (!collected) {
    collected = { waiting: [], writing: [], timer: undefined, written: Promise.resolve(), last: new Set(), writes: 0 }
    collections.set(ctx, collected)
  }
  collected.waiting.push(...keys)
  collected.timer ??= setTimeout(() => void flushProofs(ctx), COLLECT_MS)
}

/** How often this node has counted proofs. */
export function proofWrites(ctx: Context): number {
  return collections.get(ctx)?.writes ?? 0
}

/**
 * Whether there may be more room under this key than when this node had counted proofs so often. Counts those that wait,
 * if there are any: who is refused for nothing else costs nobody a write.
 */
export async function hasProofsSince(ctx: Context, writes: number, key: string): Promise<boolean> {
  const collected = collections.get(ctx)
  if (!collected) return false
  if (collected.waiting.includes(key) || collected.writing.includes(key)) {
    await flushProofs(ctx)
    return true
  }
  return collected.writes > writes && (collected.writes > writes + 1 || collected.last.has(key))
}

/** Counts what this node has not counted yet, and waits for what is being counted. One write at a time, for all who wait. */
export async function flushProofs(ctx: Context): Promise<void> {
  const collected = collections.get(ctx)
  if (!collected) return
  if (collected.writing.length > 0) await collected.written
  // Somebody else who waited may have begun the next one.
  if (collected.writing.length === 0 && collected.waiting.length > 0) collected.written = write(ctx, collected)
  await collected.written
}

async function write(ctx: Context, collected: Collected): Promise<void> {
  clearTimeout(collected.timer)
  collected.timer = undefined
  const keys = collected.waiting
  collected.writing = keys
  collected.waiting = []
  try {
    await ctx.db.run(NOTE_PROOFS, [ctx.clock.now(), keys, ctx.catalogue.now.limits.breaker_percent])
    collected.last = new Set(keys)
    collected.writes++
  } catch (error) {
    ctx.log.warn({ err: error }, 'proofs could not be counted; limits leave less room for an hour')
  } finally {
    collected.writing = []
  }
}
