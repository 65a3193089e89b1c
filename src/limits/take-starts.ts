import type { Limits } from '../catalogue.ts'
import type { Context } from '../context.ts'
import type { Counter, CounterKind } from './counters-for.ts'

/** By how many further sendings each proof raises a budget: an address, prefix or portal where a fifth is proven never meets one. */
const GROWTH = 4

/** What has had too many. */
export type LimitedBy = 'contact' | CounterKind

/** Why a sending may not be, and when it is worth asking again. */
export interface Refusal {
  by: LimitedBy
  /** True: the pumping breaker has refused. */
  isBreaker: boolean
  /** A solved puzzle makes room for this one: by how many times the budget is exceeded; undefined: nothing but time does. */
  excess: number | undefined
  /** Null: as the contact's budget says. */
  retryAt: Date | null
}

/** What take_starts (migrations/000003) answers. */
export interface RefusedRow {
  n: number
  pair: number
  cause: 'contact' | 'breaker' | 'soft' | 'hard'
  retry_at: Date | null
  excess: number | null
}

/** The counters of a batch as the statement takes them. */
export interface CounterBatch {
  /** In the order of the parameters of take_starts, from `keys_asked` on. */
  values: unknown[]
  pairs: Counter[]
}

/** SQL that calls take_starts with the values of `counterBatch` at $`from` and following. `contacts` and `solved` are SQL. */
export function takeStarts(from: number, call: { contacts: string; solved: string; perHour: number; perDay: number }): string {
  const types = ['text', ...Array<string>(8).fill('integer')].map((type, i) => `$${from + i}::${type}[]`)
  return `take_starts($1::timestamptz, ${call.perHour}, ${call.perDay}, ${call.contacts}, ${call.solved}, ${types.join(', ')}, ${GROWTH}, $${from + 9}::integer, $${from + 10}::boolean)`
}

/** Lays out the counters of some sendings. */
export function counterBatch(rows: Counter[][], limits: Limits): CounterBatch {
  const pairs = rows.flat()
  const keys = [...new Set(pairs.map(({ key }) => key))].sort()
  const places = new Map(keys.map((key, i) => [key, i]))
  const counts = keys.map(() => 0)
  const budgets: (number | null)[] = keys.map(() => null)
  const breakers: (number | null)[] = keys.map(() => null)
  const firstPairs = [1]
  for (const row of rows) firstPairs.push((firstPairs.at(-1) ?? 1) + row.length)
  const pairKeys = pairs.map(({ key, soft, hard, breaker }) => {
    const place = places.get(key) ?? 0
    counts[place] = (counts[place] ?? 0) + 1
    budgets[place] = smallest(budgets[place], soft, hard)
    breakers[place] = smallest(breakers[place], breaker)
    return place + 1
  })
  const values = [
    keys,
    counts,
    budgets,
    breakers,
    firstPairs,
    pairKeys,
    pairs.map(({ soft }) => soft),
    pairs.map(({ hard }) => hard),
    pairs.map(({ breaker }) => breaker),
    limits.breaker_percent,
    limits.breaker === 'shadow',
  ]
  return { values, pairs }
}

function smallest(...numbers: (number | null | undefined)[]): number | null {
  const given = numbers.filter(number => number !== null && number !== undefined)
  return given.length > 0 ? Math.min(...given) : null
}

/** Reads what take_starts has answered: the refusals by row from 1 on. What the breaker has just blocked is logged. */
export function readRefusals(ctx: Context, answers: RefusedRow[], { values, pairs }: CounterBatch): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>()
  for (const { n, pair, cause, retry_at, excess } of answers) {
    if (n === 0) tellBlock(ctx, (values[0] as string[])[pair - 1] ?? '', retry_at)
    else {
      const counter = pairs[pair - 1]
      const times = cause === 'soft' ? (excess ?? 0) / (counter?.soft ?? 1) : undefined
      refusals.set(n, { by: counter?.kind ?? 'contact', isBreaker: cause === 'breaker', excess: times, retryAt: retry_at })
    }
  }
  return refusals
}

function tellBlock(ctx: Context, key: string, until: Date | null): void {
  const [kind = '', value] = key.split(':')
  const isShadow = ctx.catalogue.now.limits.breaker === 'shadow'
  ctx.metrics.blocks.inc({ kind, shadow: String(isShadow) })
  ctx.log.warn(
    { kind, value, until, shadow: isShadow },
    isShadow
      ? 'too few codes are proven: the breaker would have blocked'
      : 'too few codes are proven: blocked, this may be pumping',
  )
}
