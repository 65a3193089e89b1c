import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { BUCKETS } from './histogram.ts'
import type { RefusalKind } from './hourly-counts.ts'
import { daySql } from './query.ts'

interface Span {
  from: Date
  to: Date
  timeZone: string
}

type Values = Record<string, string | Date | null>
export type SignUpGroup = 'day' | 'hour' | 'usage_plan_id' | 'splash_portal_id'

/** Sign-ups and password resets of a group. */
export interface SignUpFigures {
  created: number
  activated: number
  resets_started: number
  resets_finished: number
  /** How long activations took. */
  histogram: number[]
}

/** Adds up what was counted by the hour (hourly-counts.ts), by group and in all. */
export async function readSignUps(
  ctx: Context,
  { from, to, timeZone, groups }: Span & { groups: SignUpGroup[] },
): Promise<{ rows: { values: Values; figures: SignUpFigures }[]; total: SignUpFigures }> {
  const sum = (kind: string) => sql`coalesce(sum(count) filter (where kind = ${sql.lit(kind)}), 0)::bigint`
  const buckets = Array.from(
    { length: BUCKETS },
    (_, i) => sql`coalesce(sum(count) filter (where kind = 'activated' and bucket = ${sql.lit(i)}), 0)`,
  )
  const { rows } = await sql<Values & SignUpFigures>`
    select ${sql.join([
      ...groups.map(group => sql`${groupSql(group, timeZone)} as ${sql.ref(group)}`),
      sql`${sum('created')} as created`,
      sql`${sum('activated')} as activated`,
      sql`${sum('reset_started')} as resets_started`,
      sql`${sum('reset_finished')} as resets_finished`,
      sql`array[${sql.join(buckets)}]::float8[] as histogram`,
    ])}
    from sign_up_counts where hour >= ${from} and hour < ${to} ${grouped(groups)}`.execute(ctx.db.kysely)
  const found = rows.map(({ created, activated, resets_started, resets_finished, histogram, ...values }) => ({
    values,
    figures: { created, activated, resets_started, resets_finished, histogram },
  }))
  const total: SignUpFigures = { created: 0, activated: 0, resets_started: 0, resets_finished: 0, histogram: [] }
  for (const { figures } of found) {
    for (const name of ['created', 'activated', 'resets_started', 'resets_finished'] as const) total[name] += figures[name]
    total.histogram = figures.histogram.map((count, i) => count + (total.histogram[i] ?? 0))
  }
  return { rows: found, total }
}

export type RefusalCounts = Partial<Record<RefusalKind, number>>

/** Adds up what was refused, by group and in all. */
export async function readRefusalCounts(
  ctx: Context,
  { from, to, timeZone, groups }: Span & { groups: ('day' | 'hour')[] },
): Promise<{ rows: { values: Values; refusals: RefusalCounts }[]; total: RefusalCounts }> {
  const columns = groups.map(group => sql`${groupSql(group, timeZone)} as ${sql.ref(group)}`)
  const { rows } = await sql<{ values: Values; kind: RefusalKind; count: number } & Values>`
    select ${sql.join([...columns, sql`kind`, sql`sum(count)::bigint as count`])}
    from limit_refusals where hour >= ${from} and hour < ${to} ${grouped([...groups, 'kind'])}`.execute(ctx.db.kysely)
  const byKey = new Map<string, { values: Values; refusals: RefusalCounts }>()
  const total: RefusalCounts = {}
  for (const row of rows) {
    const values = Object.fromEntries(groups.map(group => [group, row[group] as string | Date]))
    const key = JSON.stringify(values)
    const group = byKey.get(key) ?? { values, refusals: {} }
    group.refusals[row.kind] = row.count
    total[row.kind] = (total[row.kind] ?? 0) + row.count
    byKey.set(key, group)
  }
  return { rows: [...byKey.values()], total }
}

function groupSql(group: SignUpGroup, timeZone: string): RawBuilder<unknown> {
  return group === 'day' ? daySql(timeZone) : sql.ref(group)
}

/** By the places of the columns: an expression with a parameter is another one each time it is written. */
function grouped(columns: readonly string[]): RawBuilder<unknown> {
  if (columns.length === 0) return sql``
  const places = sql.raw(columns.map((_, i) => i + 1).join(', '))
  return sql`group by ${places} order by ${places}`
}
