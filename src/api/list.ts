import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { AppError, type FieldError } from '../errors.ts'
import { invalidFields } from '../http/parse.ts'
import { countRows, estimateShare } from './count-rows.ts'
import { type ColumnKind, either, isList, toCondition } from './list-conditions.ts'
import type { Parameter } from './operation.ts'

const PER_PAGE = 25
const PER_PAGE_MAX = 500
/** Further on a list is read by narrowing it with filters: an offset is paid for row by row. */
const OFFSET_MAX = 1_000_000
const VALUE_LENGTH_MAX = 500
const VALUES_MAX = 500

/** What a list can be filtered, sorted and searched by. */
export interface Listing {
  columns: Record<string, ColumnKind>
  /** Columns that `q` looks into. */
  search: string[]
  /** What a list is sorted by unless it is asked otherwise. `id`: newest first, as in every table that grows with the guests. */
  sortedBy: string
  /** The columns it can be sorted by, where that is not all of them: those that a large table has in order. */
  sorts?: readonly string[]
  /** SQL that is true for a record `r` that `q` is about, where that is not one with this text in a column of `search`. */
  isAbout?(q: string): RawBuilder<unknown>
  /** What `q` finds then, for the OpenAPI document. */
  aboutQ?: string
  /** SQL that is true for a record with one of these values, where a column is computed and PostgreSQL knows nothing of its values. */
  hasValue?: Record<string, (values: string[]) => RawBuilder<unknown>>
  /** What a large table is to be read by. */
  narrow?(ctx: Context, asked: Asked): Promise<Narrowed>
}

/** What a list was asked for, as far as there are ways to it that PostgreSQL does not see. */
export interface Asked {
  /** Empty: nothing is searched. */
  q: string
  /** The values of a filter, none of them empty. */
  values: Map<string, unknown[]>
}

/** What holds for every record that is asked for, beside the conditions themselves. */
export interface Narrowed {
  conditions: RawBuilder<unknown>[]
  /** `few` records are left, so that all may be counted; `q` is about so `many` that whoever reads the list in order meets them. */
  matches: 'few' | 'many' | 'unknown'
}

export interface ListQuery {
  page: number
  perPage: number
  sort: string
  order: 'asc' | 'desc'
  conditions: RawBuilder<unknown>[]
  /** The one of the conditions that `q` has become. */
  about: RawBuilder<unknown> | undefined
  asked: Asked
}

const PAGING = new Set(['page', 'per_page', 'sort', 'order', 'q'])

/** Reads one page of `select` and the number of all rows that the query matches. */
export async function listRows<Row extends { id: string }>(
  ctx: Context,
  select: RawBuilder<Row>,
  listing: Listing,
  parameters: URLSearchParams,
): Promise<{ rows: Row[]; total: number }> {
  const query = parseListQuery(listing, parameters)
  const { conditions, matches } = (await listing.narrow?.(ctx, query.asked)) ?? { conditions: [], matches: 'unknown' }
  const others = [...query.conditions.filter(condition => condition !== query.about), ...conditions]
  // In a function PostgreSQL takes a condition for true half of the time: of a text that is in many it would believe that it
  // is in few, read everything there is and sort it.
  const about = query.about && (matches === 'many' ? sql`coalesce(${query.about}, false)` : query.about)
  const matching = sql`from (${select}) r ${where([...others, ...(about ? [about] : [])])}`
  const offset = (query.page - 1) * query.perPage
  const direction = sql.raw(query.order)
  const order = sql`${sortKey(listing, query.sort)} ${direction}, r.id ${direction}`
  // The page is found by its ids first, so that what a record is put together from is not put together for rows skipped.
  const page = await sql<{ id: string; total: number | null }>`
    select r.id, ${matches === 'few' ? sql`count(*) over ()` : sql`null`} as total ${matching}
    order by ${order}
    limit ${query.perPage} offset ${offset}`.execute(ctx.db.kysely)
  const ids = page.rows.map(row => row.id)
  const found = await sql<Row>`select r.* from (${select}) r where r.id = any(${ids}::uuid[])`.execute(ctx.db.kysely)
  const byId = new Map(found.rows.map(row => [row.id, row]))
  const rows = ids.flatMap(id => byId.get(id) ?? [])
  const counted = page.rows[0]?.total
  if (typeof counted === 'number') return { rows, total: counted }
  if (ids.length < query.perPage && (ids.length > 0 || offset === 0)) return { rows, total: offset + ids.length }
  const seen = ids.length > 0 ? offset + ids.length : 0
  return {
    rows,
    total:
      query.about && matches === 'many'
        ? await estimateShare(ctx, sql`from (${select}) r ${where(others)}`, { about: query.about, order }, seen)
        : await countRows(ctx, matching, seen),
  }
}

function where(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
}

// Whatever the collation: a small table reads in the order of the alphabet, a large one in that of its index.
export function sortKey(listing: Listing, column: string): RawBuilder<unknown> {
  const kind = listing.columns[column]
  if (kind === 'login') return sql`r.login_key`
  return kind === 'text' && listing.sortedBy !== 'id' ? sql`lower(r.${sql.ref(column)})` : sql`r.${sql.ref(column)}`
}

/** Reads the query string. Throws `invalid` that names every parameter that does not exist or makes no sense. */
export function parseListQuery(listing: Listing, parameters: URLSearchParams): ListQuery {
  const query: ListQuery = {
    page: 1,
    perPage: PER_PAGE,
    sort: listing.sortedBy,
    order: listing.sortedBy === 'id' && !parameters.has('sort') ? 'desc' : 'asc',
    conditions: [],
    about: undefined,
    asked: { q: '', values: new Map() },
  }
  const errors: FieldError[] = []
  for (const parameter of new Set(parameters.keys())) {
    const values = parameters.getAll(parameter)
    const problem = problemOf(values) ?? readParameter(listing, query, parameter, values)
    if (problem !== undefined) errors.push({ field: parameter.slice(0, 60), message: problem })
  }
  if ((query.page - 1) * query.perPage > OFFSET_MAX)
    errors.push({
      field: 'page',
      message: `A list is paged up to its entry ${OFFSET_MAX}; narrow it with filters to get at the rest.`,
    })
  if (errors.length > 0) throw invalidFields(errors)
  // Ids are in the order of time, but only the index on the times can begin where a span begins.
  if (query.sort === 'id' && (parameters.has('created_at_from') || parameters.has('created_at_to'))) query.sort = 'created_at'
  return query
}

function problemOf(values: string[]): string | undefined {
  if (values.length > VALUES_MAX) return `May be given at most ${VALUES_MAX} times.`
  if (values.some(value => value.length > VALUE_LENGTH_MAX)) return `Must have at most ${VALUE_LENGTH_MAX} characters.`
  if (values.some(value => /\p{Cc}/u.test(value) || !value.isWellFormed())) return 'Must not hold control characters.'
  return undefined
}

/** Takes one parameter into the query. Returns what is wrong with it, or undefined. */
function readParameter(listing: Listing, query: ListQuery, parameter: string, values: string[]): string | undefined {
  const [value = ''] = values
  if (PAGING.has(parameter) && values.length > 1) return 'May be given once.'
  switch (parameter) {
    case 'page': {
      const page = readBetween(value, 1, OFFSET_MAX)
      if (page === undefined) return 'Must be a whole number from 1.'
      query.page = page
      return undefined
    }
    case 'per_page': {
      const perPage = readBetween(value, 1, PER_PAGE_MAX)
      if (perPage === undefined) return `Must be a whole number from 1 to ${PER_PAGE_MAX}.`
      query.perPage = perPage
      return undefined
    }
    case 'sort':
      if (!sortable(listing).includes(value)) return `Must be one of ${sortable(listing).join(', ')}.`
      query.sort = value
      return undefined
    case 'order': {
      const order = value.toLowerCase()
      if (order !== 'asc' && order !== 'desc') return 'Must be asc or desc.'
      query.order = order
      return undefined
    }
    case 'q': {
      if (listing.search.length === 0) return 'This list cannot be searched.'
      query.asked.q = value
      query.about = value === '' ? undefined : (listing.isAbout?.(value) ?? hasText(listing, value))
      if (query.about) query.conditions.push(query.about)
      return undefined
    }
    default: {
      const condition = toCondition(listing, parameter, values)
      if (typeof condition === 'string') return condition
      query.conditions.push(condition.sql)
      if (condition.values) query.asked.values.set(parameter, condition.values)
      return undefined
    }
  }
}

function hasText(listing: Listing, text: string): RawBuilder<unknown> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return either(listing.search.map(column => sql`r.${sql.ref(column)} ilike ${pattern}`))
}

function readBetween(value: string, min: number, max: number): number | undefined {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

function sortable(listing: Listing): string[] {
  if (listing.sorts) return ['id', ...listing.sorts]
  return ['id', ...Object.entries(listing.columns).flatMap(([column, kind]) => (isList(kind) || column === 'id' ? [] : [column]))]
}

const SCHEMAS: Record<string, Record<string, unknown>> = {
  id: { type: 'string', format: 'uuid' },
  ids: { type: 'string', format: 'uuid' },
  countries: { type: 'string', pattern: '^[A-Za-z]{2}$' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  time: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
}

/** The parameters of a list, for the OpenAPI document. */
export function listParameters(listing: Listing): Parameter[] {
  const sort = sortable(listing)
  const filters = Object.entries(listing.columns).flatMap(([column, kind]): Parameter[] => {
    const schema =
      typeof kind === 'string'
        ? (SCHEMAS[kind] ?? { type: 'string', maxLength: VALUE_LENGTH_MAX })
        : { type: 'string', enum: kind }
    const having = { ids: 'related to this one', countries: 'that serve this country, by name or since they serve all' }
    const equal = {
      name: column,
      description: `Only records ${having[kind as keyof typeof having] ?? 'with this value'}. Given several times: any of the values; empty: records without.`,
      schema,
    }
    if (kind !== 'time') return [equal]
    return [
      equal,
      { name: `${column}_from`, description: `Only records with ${column} at or after this time.`, schema },
      { name: `${column}_to`, description: `Only records with ${column} before this time.`, schema },
    ]
  })
  return [
    { name: 'page', description: 'Counts from 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
    {
      name: 'per_page',
      description: 'Records on a page.',
      schema: { type: 'integer', minimum: 1, maximum: PER_PAGE_MAX, default: PER_PAGE },
    },
    {
      name: 'sort',
      description: listing.sortedBy === 'id' ? 'By default the newest come first.' : `By default ${listing.sortedBy}.`,
      schema: { type: 'string', enum: sort },
    },
    { name: 'order', description: 'Ascending or descending.', schema: { type: 'string', enum: ['asc', 'desc'] } },
    ...(listing.search.length > 0
      ? [
          {
            name: 'q',
            description: listing.aboutQ ?? `Only records with this text in ${listing.search.join(', ')}.`,
            schema: { type: 'string', maxLength: VALUE_LENGTH_MAX },
          },
        ]
      : []),
    {
      name: 'id',
      description: 'Only these records. Given several times: any of them.',
      schema: { type: 'string', format: 'uuid' },
    },
    ...filters.filter(parameter => parameter.name !== 'id'),
  ]
}

/** The refusal for an id that is no id, or of nothing. */
export function notFound(one: string): AppError {
  return new AppError('not_found', `There is no ${one} with this id.`)
}
