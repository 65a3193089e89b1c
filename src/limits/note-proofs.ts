import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'

/**
 * Proofs wait this long for one another. Many starts hold the counters' rows at any moment, and every proof would wait for
 * them in turn; until it is counted a proof only leaves less room than there is.
 */
const COLLECT_MS = 100

const NOTE_PROOFS: Statement = { name: 'limits_note_proofs', text: 'select note_proofs($1, $2::text[], $3::integer)' }

interface Collected {
  keys: string[]
  timer: NodeJS.Timeout | undefined
  /** What is being written; ends when it is. */
  writing: Promise<void>
  /** How often something was. */
  writes: number
}

const collections = new WeakMap<Context, Collected>()

/** Counts a proof on these counters, a moment later. A crash in between loses it, which leaves less room. Throws nothing. */
export function noteProof(ctx: Context, keys: string[]): void {
  if (keys.length === 0) return
  let collected = collections.get(ctx)
  if (!collected) {
    collected = { keys: [], timer: undefined, writing: Promise.resolve(), writes: 0 }
    collections.set(ctx, collected)
  }
  collected.keys.push(...keys)
  collected.timer ??= setTimeout(() => void flushProofs(ctx), COLLECT_MS)
}

/** How often this node has counted proofs: if it is more than before, there may be more room than before. */
export function proofWrites(ctx: Context): number {
  return collections.get(ctx)?.writes ?? 0
}

/** Counts what this node has not counted yet, and waits for what is being counted. */
export async function flushProofs(ctx: Context): Promise<void> {
  const collected = collections.get(ctx)
  if (!collected) return
  const { keys } = collected
  clearTimeout(collected.timer)
  collected.timer = undefined
  collected.keys = []
  if (keys.length > 0)
    collected.writing = ctx.db.run(NOTE_PROOFS, [ctx.clock.now(), keys, ctx.catalogue.now.limits.breaker_percent]).then(
      () => {
        collected.writes++
      },
      error => ctx.log.warn({ err: error }, 'proofs could not be counted; limits leave less room for an hour'),
    )
  await collected.writing
}
