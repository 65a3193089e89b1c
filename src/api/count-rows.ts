import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'

/** Up to here a total is counted; beyond it is PostgreSQL's estimate, so that a page of a large table stays cheap. */
export const TOTAL_EXACT_MAX = 10_000
/** A count that takes longer is given up for the estimate. */
const COUNT_MS_MAX = 100
/** Of so many rows a share is taken for that of all. */
const SAMPLE_ROWS = 5000
const QUERY_CANCELED = '57014'

/** Counts rows, or estimates them where they are many or hard to count. Never fewer than `seen`. */
export async function countRows(ctx: Context, matching: RawBuilder<unknown>, seen: number): Promise<number> {
  const counted = await countInTime(ctx, matching)
  if (counted !== undefined && counted <= TOTAL_EXACT_MAX) return counted
  return Math.max(counted ?? seen, await estimateRows(ctx, matching))
}

async function estimateRows(ctx: Context, matching: RawBuilder<unknown>): Promise<number> {
  const explained = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select 1 ${matching}`.execute(ctx.db.kysely)
  return explained.rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}

/**
 * Estimates how many of the rows that match are `about` something, by the first of them in `order`; exact where those are all. What a
 * text is in cannot be estimated otherwise. Never fewer than `seen`.
 */
export async function estimateShare(
  ctx: Context,
  matching: RawBuilder<unknown>,
  { about, order }: { about: RawBuilder<unknown>; order: RawBuilder<unknown> },
  seen: number,
): Promise<number> {
  const { rows } = await sql<{ hits: number; n: number }>`
    select count(*) filter (where ${about}) as hits, count(*) as n
    from (select r.* ${matching} order by ${order} limit ${SAMPLE_ROWS}) r`.execute(ctx.db.kysely)
  const { hits, n } = rows[0] ?? { hits: 0, n: 0 }
  if (n < SAMPLE_ROWS) return hits
  return Math.max(seen, Math.round((hits / n) * (await estimateRows(ctx, matching))))
}

async function countInTime(ctx: Context, matching: RawBuilder<unknown>): Promise<number | undefined> {
  try {
    return await ctx.db.transaction(async trx => {
      await sql`set local statement_timeout = ${sql.raw(String(COUNT_MS_MAX))}`.execute(trx)
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from (select 1 ${matching} limit ${TOTAL_EXACT_MAX + 1}) c`.execute(trx)
      return rows[0]?.n ?? 0
    })
  } catch (error) {
    if ((error as { code?: string }).code === QUERY_CANCELED) return undefined
    throw error
  }
}
