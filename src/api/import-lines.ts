import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { AuditEvent } from '../db/audit-trail.ts'
import { changedNothing, type Trx } from '../db/db.ts'
import { AppError, type FieldError } from '../errors.ts'
import type { Caller } from '../http/caller.ts'
import { parseInput } from '../http/parse.ts'
import { uuidv7 } from '../lib/random.ts'
import { insertAuditEvent } from './audit.ts'
import type { NaturalKey } from './natural-keys.ts'
import { type Layout, type Line, type LineError, locate, readValues } from './read-csv-records.ts'
import type { Names } from './record-columns.ts'
import { changeRecord, insertRecord, isId, type Resource, writing } from './resource.ts'

/** Lines of a transaction: few, so that guests whose accounts are in it wait a moment and no more. */
const LINES_AT_ONCE = 50
/** Passwords are hashed two at a time: guests who sign in meanwhile come in between. */
const PREPARED_AT_ONCE = 2
const BUSY_PAUSE_MS = 100
const BUSY_TRIES_MAX = 100
/** How often lines are written anew that clashed with somebody else's changes. */
const TRIES_MAX = 3

export const MODES = ['create', 'update', 'upsert'] as const
export type Mode = (typeof MODES)[number]
type Values = Record<string, unknown>

/** One import: of what, how, and by whom. */
export interface Run<Row extends { id: string }, Input extends object> {
  ctx: Context
  resource: Resource<Row, Input>
  key: NaturalKey
  layout: Layout
  names: Names
  caller: Caller
  dryRun: boolean
  mode: Mode
  /** Set: none is taken with a fault in any, and how many lines could not even be read. */
  allOrNothing: { unread: number } | undefined
  /** The line that is about a record, by its id, the keys it has and those it gets: no two lines may be. */
  taken: Map<string, number>
}

export type Outcome = 'created' | 'updated' | 'unchanged' | LineError[]

/** What a line is to do, and what is wrong with it. */
interface Plan<Row, Input> {
  line: Line
  id: string
  /** Undefined: the record is new. */
  before: Row | undefined
  input: Partial<Input>
  values: Values
  faults: FieldError[]
}

/**
 * Takes the lines in transactions of a few; in a single one where none may be kept without the others, and for the records
 * that operators keep in tables of a few. A dry run rolls each of them back.
 */
export async function importLines<Row extends { id: string }, Input extends object>(
  run: Run<Row, Input>,
  lines: Line[],
): Promise<Outcome[]> {
  const { resource, allOrNothing, dryRun, ctx } = run
  const isWhole = allOrNothing !== undefined || resource.cached === true
  const plans: Plan<Row, Input>[] = []
  const outcomes: Outcome[] = []
  try {
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      plans.push(...(await planLines(run, lines.slice(at, at + LINES_AT_ONCE))))
      if (!isWhole) outcomes.push(...(await writeLines(run, plans.splice(0))))
    }
    if (isWhole) outcomes.push(...(await writeLines(run, plans)))
  } finally {
    if (resource.cached && !dryRun) await ctx.catalogue.reload()
  }
  return outcomes
}

async function planLines<Row extends { id: string }, Input extends object>(
  run: Run<Row, Input>,
  lines: Line[],
): Promise<Plan<Row, Input>[]> {
  const drafts = lines.map(line => ({ line, ...readValues(line, run.layout, run.names) }))
  const found = await findRecords(run, drafts)
  const plans = drafts.map(draft => planLine(run, draft, found))
  // Each takes the next from one list.
  const queue = plans.values()
  const work = async () => {
    for (const plan of queue) await prepare(run, plan)
  }
  await Promise.all(Array.from({ length: PREPARED_AT_ONCE }, work))
  return plans
}

interface Draft {
  line: Line
  values: Values
  faults: FieldError[]
}

interface Found<Row> {
  byId: Map<string, Row>
  byKey: Map<string, Row>
}

function idIn({ cells }: Line): string {
  const id = cells.get('id')?.trim().toLowerCase() ?? ''
  return isId(id) ? id : ''
}

async function findRecords<Row extends { id: string }, Input extends object>(
  { ctx, resource, key }: Run<Row, Input>,
  drafts: Draft[],
): Promise<Found<Row>> {
  const ids = drafts.map(({ line }) => idIn(line)).filter(id => id !== '')
  const { rows } = await sql<Row>`
    select r.* from (${resource.select(ctx.clock.now())}) r
    where r.id = any(${ids}::uuid[]) or ${key.candidates(drafts.map(({ values }) => values))}`.execute(ctx.db.kysely)
  return {
    byId: new Map(rows.map(row => [row.id, row])),
    byKey: new Map(rows.flatMap(row => key.keysOf(row as Values).map(text => [text, row] as const))),
  }
}

/** Decides what a line is to do, and finds what is wrong with it by itself and beside the lines before it. */
function planLine<Row extends { id: string }, Input extends object>(
  run: Run<Row, Input>,
  { line, values, faults }: Draft,
  found: Found<Row>,
): Plan<Row, Input> {
  const { ctx, resource, key, mode } = run
  const keys = key.keysOf(values)
  const byId = found.byId.get(idIn(line))
  const before = byId ?? keys.map(text => found.byKey.get(text)).find(row => row !== undefined)
  const plan = { line, before, id: before?.id ?? uuidv7(ctx.clock.now()), input: {}, values: {} }
  const field = [...key.fields, 'id'].find(name => line.cells.has(name)) ?? key.fields[0] ?? 'id'

  const other = claim(run.taken, [...keys, ...(before ? [before.id, ...key.keysOf(before as Values)] : [])], line.line)
  if (other !== undefined) return { ...plan, faults: [{ field, message: `Line ${other} is about the same ${resource.one}.` }] }
  if (before && mode === 'create') return { ...plan, faults: [{ field, message: 'There is such a record already.' }] }
  if (!before && mode === 'update') return { ...plan, faults: [{ field, message: 'There is no such record.' }] }
  if (before) return { ...plan, ...planChange(run, line, before, byId !== undefined) }
  return { ...plan, ...check(resource.create, values, [...faults, ...(key.problemOf?.(values) ?? [])]) }
}

/** Notes the line as the one that is about a record, or returns the line that is already. */
function claim(taken: Map<string, number>, claimed: string[], line: number): number | undefined {
  const other = claimed.map(text => taken.get(text)).find(at => at !== undefined)
  if (other === undefined) for (const text of claimed) taken.set(text, line)
  return other
}

function planChange<Row extends { id: string }, Input extends object>(
  { ctx, resource, key, layout, names, caller }: Run<Row, Input>,
  line: Line,
  before: Row,
  isById: boolean,
): { input: Partial<Input>; faults: FieldError[] } {
  const shown = JSON.parse(JSON.stringify(resource.present(ctx, before, caller))) as Values
  const { values, faults } = readValues(line, layout, names, shown)
  const changes = Object.entries(values)
  // What a record was found by is no change of it, even where it is shown masked.
  const fixed = changes.filter(([name]) => layout.fixed.has(name) && (isById || !key.fields.includes(name)))
  return check(resource.update, Object.fromEntries(changes.filter(([name]) => !layout.fixed.has(name))), [
    ...faults,
    ...fixed.map(([name]) => ({ field: name, message: 'Cannot be changed: delete the record and make a new one.' })),
  ])
}

function check<T extends object>(schema: z.ZodType<T>, values: Values, faults: FieldError[]): { input: T; faults: FieldError[] } {
  try {
    return { input: parseInput(schema, values), faults }
  } catch (error) {
    return { input: {} as T, faults: [...faults, ...faultsOf(error)] }
  }
}

/** What a refusal says of the fields. Throws whatever is no refusal. */
function faultsOf(error: unknown): FieldError[] {
  if (!(error instanceof AppError)) throw error
  return error.fields.length > 0 ? error.fields : [{ field: '', message: error.message }]
}

function isUnchanged({ before, input }: Pick<Plan<unknown, object>, 'before' | 'input'>): boolean {
  return before !== undefined && Object.keys(input).length === 0
}

async function prepare<Row extends { id: string }, Input extends object>(
  { ctx, resource, caller, dryRun }: Run<Row, Input>,
  plan: Plan<Row, Input>,
): Promise<void> {
  const { id, before, input } = plan
  if (plan.faults.length > 0 || isUnchanged(plan)) return
  for (let tries = 1; ; tries++) {
    try {
      plan.values = (await resource.prepare(ctx, input, { id, before, caller, isTrial: dryRun })).values
      return
    } catch (error) {
      const isBusy = error instanceof AppError && error.code === 'busy'
      if (!isBusy || tries === BUSY_TRIES_MAX) {
        plan.faults = faultsOf(error)
        return
      }
      await setTimeout(BUSY_PAUSE_MS)
    }
  }
}

const NOT_KEPT = Symbol('rolled back on purpose')

async function writeLines<Row extends { id: string }, Input extends object>(
  run: Run<Row, Input>,
  plans: Plan<Row, Input>[],
): Promise<Outcome[]> {
  const { ctx, resource, dryRun, allOrNothing } = run
  for (let tries = 1; ; tries++) {
    let outcomes: Outcome[] = []
    try {
      await ctx.db.transaction(async trx => {
        outcomes = []
        const events: AuditEvent[] = []
        await lockRecords(trx, resource, plans)
        for (const plan of plans) outcomes.push(await writeLine(run, trx, plan, events))
        const hasFault = (allOrNothing?.unread ?? 0) > 0 || outcomes.some(outcome => Array.isArray(outcome))
        if (dryRun || (allOrNothing && hasFault)) throw NOT_KEPT
        // Last, since from the first on all other writers wait.
        for (const event of events) await insertAuditEvent(ctx, trx, event)
      })
      return outcomes
    } catch (error) {
      if (error === NOT_KEPT) return outcomes
      if (!changedNothing(error) || tries === TRIES_MAX) throw error
    }
  }
}

// In one order whatever that of the lines, so that two files with the same records wait for each other and no more.
async function lockRecords<Row extends { id: string }, Input extends object>(
  trx: Trx,
  resource: Resource<Row, Input>,
  plans: Plan<Row, Input>[],
): Promise<void> {
  const ids = plans.filter(plan => plan.faults.length === 0 && !isUnchanged(plan)).flatMap(({ before }) => before?.id ?? [])
  if (ids.length > 0)
    await sql`select from ${sql.table(resource.name)} where id = any(${ids}::uuid[]) order by id for update`.execute(trx)
}

/** Writes one line by itself: what it could not do, or changed nothing by, leaves no trace in the transaction. */
async function writeLine<Row extends { id: string }, Input extends object>(
  { ctx, resource, layout, caller }: Run<Row, Input>,
  trx: Trx,
  plan: Plan<Row, Input>,
  events: AuditEvent[],
): Promise<Outcome> {
  const { line, id, before, values } = plan
  if (plan.faults.length > 0) return locate(plan.faults, line, layout)
  if (isUnchanged(plan)) return 'unchanged'
  const what = { id, values, actor: caller.name }
  await sql`savepoint line`.execute(trx)
  try {
    const { event } = await writing(resource, () =>
      before
        ? changeRecord(ctx, trx, resource, { ...what, input: plan.input })
        : insertRecord(ctx, trx, resource, { ...what, input: plan.input as Input }),
    )
    if (!event) await sql`rollback to savepoint line`.execute(trx)
    await sql`release savepoint line`.execute(trx)
    if (!event) return 'unchanged'
    events.push(event)
    return before ? 'updated' : 'created'
  } catch (error) {
    const faults = faultsOf(error)
    await sql`rollback to savepoint line`.execute(trx)
    await sql`release savepoint line`.execute(trx)
    return locate(faults, line, layout)
  }
}
