import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { countMessages, STATS_COLUMNS } from './count-messages.ts'

/** How many hours after its end an hour is counted, and counted again: receipts, prices and proofs come late. */
const COUNTED_AT_AGES_H = [1, 2, 6, 24, 72]
/** Codes are purged after 30 days: an hour counted again after that would lose its proofs. */
const RECOUNT_DAYS_MAX = 29
/** A run ends after so many hours; the next one goes on. */
const HOURS_PER_RUN_MAX = 500

/** SQL: the last time until `now` at which the hour that begins at `hour` was to be counted. */
const lastDue = (hour: string, now: string) =>
  `(${hour} + interval '1 hour' * (select max(age) + 1 from unnest('{${COUNTED_AT_AGES_H.join(',')}}'::int[]) age where ${hour} + interval '1 hour' * (age + 1) <= ${now}))`

// The newest first: they are asked for most. An hour that was never counted is, however old it is.
const DUE = `
select h.hour
from generate_series((select date_trunc('hour', min(created_at), 'UTC') from messages), $1::timestamptz - interval '2 hours', interval '1 hour') h(hour)
left join message_stats_hours c on c.hour = h.hour
where c.hour is null and exists (select from messages m where m.created_at >= h.hour and m.created_at < h.hour + interval '1 hour')
  or c.counted_at < ${lastDue('h.hour', '$1::timestamptz')} and h.hour > $1::timestamptz - interval '${RECOUNT_DAYS_MAX} days'
order by h.hour desc limit ${HOURS_PER_RUN_MAX}`

/**
 * Counts the messages of every hour that is due into message_stats, an hour a transaction. May run on several nodes at
 * once: each hour is counted by the one that has its row first. Returns how many hours this call has counted.
 */
export async function rollUpStatistics(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.pool.query<{ hour: Date }>(DUE, [ctx.clock.now()])
  let counted = 0
  for (const { hour } of rows) if (await countHour(ctx, hour)) counted++
  return counted
}

async function countHour(ctx: Context, hour: Date): Promise<boolean> {
  const now = ctx.clock.now()
  return ctx.db.transaction(async trx => {
    // Waits for another node that counts the hour, and then finds it done. Statements of their own, so that what follows
    // sees what that node has committed.
    const taken = await sql`
      insert into message_stats_hours as c (hour, counted_at) values (${hour}, ${now})
      on conflict (hour) do update set counted_at = excluded.counted_at
        where c.counted_at < ${sql.raw(lastDue('excluded.hour', 'excluded.counted_at'))}
      returning hour`.execute(trx)
    if (taken.rows.length === 0) return false
    await sql`delete from message_stats where hour = ${hour}`.execute(trx)
    await sql`
      insert into message_stats (${sql.raw(STATS_COLUMNS)})
      with hours as (select ${hour}::timestamptz as hour)
      ${sql.raw(countMessages('hours'))}`.execute(trx)
    return true
  })
}
