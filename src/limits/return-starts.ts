import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import { createCoalescer } from '../lib/coalescer.ts'

/** A start that take_starts has counted, and of which nothing became. */
export interface CountedStart {
  /** The contact's budget that it was taken from. */
  contact: string
  counters: string[]
  /** The `moment` it was counted at. */
  at: Date
}

// Contacts before counters, each in order, as take_starts locks them. A contact that was proven meanwhile has its budget back.
const RETURN_CONTACTS: Statement = {
  name: 'limits_return_contacts',
  text: `
with given as (select * from unnest($1::text[], $2::timestamptz[]) as t(key, moment)),
locked as materialized (select b.key from contact_budgets b where b.key = any($1::text[]) order by b.key for update)
update contact_budgets b set starts = b.starts[:array_position(b.starts, given.moment) - 1] || b.starts[array_position(b.starts, given.moment) + 1:]
from locked join given on given.key = locked.key
where b.key = locked.key and array_position(b.starts, given.moment) is not null`,
}

// A block forgets what led to it: what was counted before it, or at nearly the same time by another node's clock, stays.
const RETURN_COUNTERS: Statement = {
  name: 'limits_return_counters',
  text: `
with given as (select *, floor(extract(epoch from moment) / 60)::integer as minute from unnest($1::text[], $2::timestamptz[], $3::integer[]) as t(key, moment, n)),
locked as materialized (select l.key from limit_counters l where l.key = any($1::text[]) order by l.key for update)
update limit_counters l set sends[array_position(l.minutes, given.minute)] = l.sends[array_position(l.minutes, given.minute)] - given.n
from locked join given on given.key = locked.key
where l.key = locked.key and l.sends[array_position(l.minutes, given.minute)] >= given.n
  and (l.blocked_at is null or l.blocked_at < given.moment - interval '1 minute')`,
}

const coalescers = new WeakMap<Context, (start: CountedStart) => Promise<void>>()

/**
 * Gives back what a start has taken, to the contact and to the counters. Never more than was taken: where that is in doubt it
 * stays counted. Never throws.
 */
export async function returnStart(ctx: Context, start: CountedStart): Promise<void> {
  let returnOne = coalescers.get(ctx)
  if (!returnOne) {
    returnOne = createCoalescer({ run: starts => returnAll(ctx, starts), keyOf: ({ contact }) => contact })
    coalescers.set(ctx, returnOne)
  }
  try {
    await returnOne(start)
  } catch (error) {
    ctx.log.warn({ err: error }, 'starts that came to nothing were not given back; limits leave less room for an hour')
  }
}

async function returnAll(ctx: Context, starts: CountedStart[]): Promise<undefined[]> {
  // An update changes a row once: a counter is given back once a batch for each minute, which nearly always is one.
  const byMinute = Map.groupBy(starts, ({ at }) => Math.floor(at.getTime() / 60_000))
  for (const group of byMinute.values()) {
    const counters = Map.groupBy(
      group.flatMap(start => start.counters.map(key => ({ key, at: start.at }))),
      ({ key }) => key,
    )
    const oldest = [...counters.values()].map(of => new Date(Math.min(...of.map(({ at }) => at.getTime()))))
    await ctx.db.run(RETURN_CONTACTS, [group.map(({ contact }) => contact), group.map(({ at }) => at)])
    await ctx.db.run(RETURN_COUNTERS, [[...counters.keys()], oldest, [...counters.values()].map(of => of.length)])
  }
  return starts.map(() => undefined)
}
