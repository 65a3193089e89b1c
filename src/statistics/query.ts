import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { COUNTS, type Count, countMessages, type Dimension, STATS_COLUMNS } from './count-messages.ts'
import { BUCKETS } from './histogram.ts'

/** What figures can be grouped by: a dimension, or the hour or day in which messages were made. */
export type Group = Dimension | 'day' | 'hour'

export interface Question {
  /** Whole hours. */
  from: Date
  to: Date
  /** Whose days are counted; one that PostgreSQL knows. */
  timeZone: string
  groups: Group[]
  /** By dimension the values that count; null: messages without. */
  filters: Partial<Record<Dimension, (string | null)[]>>
}

/** The figures of a group of messages. */
export interface Figures extends Record<Exclude<Count, 'price_micros'>, number> {
  /** Text messages that were accepted at a price nobody knows: not in the spend. */
  unpriced: number
  histogram: number[]
  /** By currency: what was spent in it, and the proofs that were paid for in it. */
  money: Map<string, { micros: bigint; proven: number }>
}

export interface Answer {
  /** By the groups asked for, in their order; undefined when there are more than ROWS_MAX. */
  rows: { values: Record<string, string | Date | null>; figures: Figures }[] | undefined
  total: Figures
}

/** More groups than anybody reads, and as many as still make a quick answer. */
export const ROWS_MAX = 50_000

type Row = Record<string, string | number | Date | null> & { currency: string | null; proof_histogram: number[] }

/** Counts messages from the hours that are rolled up, and from the messages themselves in the others: one statement, one moment. */
export async function readStatistics(ctx: Context, question: Question): Promise<Answer> {
  const { from, to, groups, timeZone } = question
  const columns = groups.map(group => sql`${groupSql(group, timeZone)} as ${sql.ref(group)}`)
  const keys = sql.raw([...groups, 'currency'].map((_, i) => i + 1).join(', '))
  const histogram = Array.from({ length: BUCKETS }, (_, i) => `coalesce(sum(proof_histogram[${i + 1}]), 0)`).join(', ')
  const sums = COUNTS.map(count => `sum(${count})::${count === 'price_micros' ? 'text' : 'bigint'} as ${count}`).join(', ')
  const { rows } = await sql<Row>`
    with live as (
      select h.hour
      from generate_series(greatest(${from}::timestamptz, (select date_trunc('hour', min(created_at), 'UTC') from messages)),
        ${to}::timestamptz - interval '1 hour', interval '1 hour') h(hour)
      where not exists (select from message_stats_hours c where c.hour = h.hour)
    ), stats as (
      select ${sql.raw(STATS_COLUMNS)} from message_stats where hour >= ${from} and hour < ${to}
      union all
      ${sql.raw(countMessages('live'))}
    )
    select ${sql.join([...columns, sql`currency`])}, ${sql.raw(sums)},
      coalesce(sum(accepted) filter (where channel = 'sms' and currency is null), 0)::bigint as unpriced,
      array[${sql.raw(histogram)}]::float8[] as proof_histogram
    from stats ${where(question.filters)}
    group by ${keys} order by ${keys} limit ${ROWS_MAX + 1}`.execute(ctx.db.kysely)
  return fold(rows, groups)
}

function groupSql(group: Group, timeZone: string): RawBuilder<unknown> {
  return group === 'day' ? daySql(timeZone) : sql.ref(group)
}

/** SQL: the day of a time zone in which the hour of a row begins. */
export function daySql(timeZone: string): RawBuilder<string> {
  return sql`to_char(hour at time zone ${timeZone}, 'YYYY-MM-DD')`
}

function where(filters: Question['filters']): RawBuilder<unknown> {
  const conditions = Object.entries(filters).map(([column, values]) => {
    const ref = sql.ref(column)
    const given = values.filter(value => value !== null)
    return sql`(${ref}::text = any(${given}::text[])${values.length > given.length ? sql` or ${ref} is null` : sql``})`
  })
  return conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
}

/** Brings the currencies of a group together, and all groups into the total. */
function fold(rows: Row[], groups: Group[]): Answer {
  const total = emptyFigures()
  const byKey = new Map<string, { values: Record<string, string | Date | null>; figures: Figures }>()
  for (const row of rows) {
    const values = Object.fromEntries(groups.map(group => [group, row[group] as string | Date | null]))
    const key = JSON.stringify(values)
    let found = byKey.get(key)
    if (!found) {
      found = { values, figures: emptyFigures() }
      byKey.set(key, found)
    }
    add(found.figures, row)
    add(total, row)
  }
  return { rows: rows.length > ROWS_MAX ? undefined : [...byKey.values()], total }
}

const NUMBERS = ['sent', 'codes', 'accepted', 'delivered', 'failed', 'proven', 'segments', 'unpriced'] as const

function emptyFigures(): Figures {
  const numbers = Object.fromEntries(NUMBERS.map(name => [name, 0])) as Record<(typeof NUMBERS)[number], number>
  return { ...numbers, histogram: Array.from({ length: BUCKETS }, () => 0), money: new Map() }
}

function add(figures: Figures, row: Row): void {
  for (const name of NUMBERS) figures[name] += Number(row[name])
  figures.histogram = figures.histogram.map((count, i) => count + (row.proof_histogram[i] ?? 0))
  if (row.currency === null) return
  const spent = figures.money.get(row.currency) ?? { micros: 0n, proven: 0 }
  figures.money.set(row.currency, {
    micros: spent.micros + BigInt(row.price_micros as string),
    proven: spent.proven + Number(row.proven),
  })
}
