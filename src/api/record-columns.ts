import { isDeepStrictEqual } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../db/tables.ts'
import { guardFormula, unguardFormula } from '../lib/csv.ts'

// The columns of a record in a CSV file: the fields of the API by their names, and beside each field with ids a column with
// the names of those records, which another installation can read.

/** Tables whose records a file names. */
const NAMED = ['account_groups', 'usage_plans', 'splash_portals', 'sms_gateways', 'mail_servers', 'carriers'] as const
type NamedTable = (typeof NAMED)[number]

/** Addresses with a secret in them. */
const SECRET_ADDRESSES = ['callback_url', 'bounce_hook_url']
/** Written for null, which an empty cell is not: that one leaves a field as it is. */
const NULL = 'null'

export interface Column {
  name: string
  /** The field of the API that it is about. */
  field: string
  /** Set: it holds the names of records of this table, and `field` their ids. */
  names?: NamedTable
}

/** The columns that a kind of record is exported with: what its API answers but for secrets. */
export function columnsOf(read: z.ZodObject): Column[] {
  return Object.entries(read.shape).flatMap(([field, schema]) => {
    if (schema instanceof z.ZodNull || SECRET_ADDRESSES.includes(field)) return []
    return [{ name: field, field }, ...nameColumnsOf(field)]
  })
}

/** The column with names that belongs to a field with ids, if there is one. */
export function nameColumnsOf(field: string): Column[] {
  const [, one, many] = /^(.+)_id(s?)$/.exec(field) ?? []
  const table = NAMED.find(name => name === `${one}s`)
  return table ? [{ name: `${one}${many}`, field, names: table }] : []
}

/** The names of the records of some tables. */
export type Names = Map<NamedTable, { byId: Map<string, string>; idOf(name: string): string | undefined }>

export async function loadNames(db: Kysely<Tables>, columns: Column[]): Promise<Names> {
  const names: Names = new Map()
  for (const table of new Set(columns.flatMap(column => column.names ?? []))) {
    const { rows } = await sql<{ id: string; name: string }>`select id, name from ${sql.table(table)}`.execute(db)
    names.set(table, indexNames(rows))
  }
  return names
}

/** Finds a name as it is, else whatever its case where only one record has it then. */
export function indexNames(rows: { id: string; name: string }[]) {
  const exact = new Map(rows.map(row => [row.name, row.id]))
  const folded = Map.groupBy(rows, row => row.name.toLowerCase())
  return {
    byId: new Map(rows.map(row => [row.id, row.name])),
    idOf(name: string) {
      const same = folded.get(name.toLowerCase()) ?? []
      return exact.get(name) ?? (same.length === 1 ? same[0]?.id : undefined)
    },
  }
}

/** Writes one record as a row. */
export function writeRow(columns: Column[], record: Record<string, unknown>, names: Names): string[] {
  return columns.map(({ field, names: table }) => {
    const value = record[field]
    if (!table) return writeCell(value)
    const nameOf = (id: unknown) => names.get(table)?.byId.get(String(id)) ?? ''
    return writeCell(Array.isArray(value) ? value.map(nameOf) : value === null ? null : nameOf(value))
  })
}

/** Writes a value: a list as `a;b`, an object as JSON, nothing for null and what is empty. */
function writeCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return guard(value)
  if (Array.isArray(value)) return guard(writeList(value))
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '' : guard(JSON.stringify(value))
  return String(value)
}

function writeList(list: unknown[]): string {
  const isPlain = list.every(item => typeof item === 'string' && item !== '' && item.trim() === item && !/[;\n]|^\[/.test(item))
  return isPlain ? list.join(';') : JSON.stringify(list)
}

function guard(text: string): string {
  return guardFormula(text).replace(/^('*)null$/, "'$1null")
}

function unguard(text: string): string {
  return unguardFormula(text).replace(/^'('*)null$/, '$1null')
}

/** What the cells of a field are read as. */
export interface Kind {
  types: Set<unknown>
  isSecret: boolean
}

/** The fields that a schema takes, and how a file writes each. */
export function kindsOf(input: z.ZodType, read: z.ZodObject): Map<string, Kind> {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return new Map(
    Object.entries(properties).map(([field, schema]) => {
      const options = typeof schema === 'object' ? (schema.anyOf ?? [schema]) : []
      const types = new Set(options.map(option => (typeof option === 'object' ? option.type : undefined)))
      return [field, { types, isSecret: read.shape[field] instanceof z.ZodNull }]
    }),
  )
}

const BOOLEANS: Record<string, boolean> = { true: true, yes: true, 1: true, false: false, no: false, 0: false }

/** Reads a cell that is not empty. What it cannot read it returns as the text it is, for the schema to judge. */
export function readCell({ types, isSecret }: Kind, cell: string): unknown {
  if (cell === NULL) return emptyOf(types)
  // A secret was never exported, so nothing guards it.
  if (isSecret) return cell
  const text = unguard(cell)
  if (types.has('array')) return readList(text)
  if (types.has('object')) return readJson(text)
  if (types.has('string')) return text
  const word = text.trim().toLowerCase()
  if (types.has('boolean')) return Object.hasOwn(BOOLEANS, word) ? BOOLEANS[word] : text
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(word) ? Number(word) : text
}

/** What `null` makes of a field: null where there is such a thing, else nothing of its kind. */
function emptyOf(types: Set<unknown>): unknown {
  if (types.has('null')) return null
  if (types.has('array')) return []
  if (types.has('object')) return {}
  return types.has('string') ? '' : null
}

/** Reads `a;b` or a JSON list. */
function readList(text: string): unknown {
  if (text.trimStart().startsWith('[')) return readJson(text)
  return text
    .split(';')
    .map(item => item.trim())
    .filter(item => item !== '')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Reads a cell with names. Throws the sentence that says which name is nobody's. */
export function readNames(column: Column, cell: string, names: Names): { ids: string[] | null } | { fault: string } {
  if (cell === NULL) return { ids: null }
  const read = column.field.endsWith('_ids') ? readList(unguard(cell)) : [unguard(cell).trim()]
  const found = column.names && names.get(column.names)
  if (!Array.isArray(read) || !found) return { fault: 'Must be a list such as a;b.' }
  const ids: string[] = []
  for (const name of read) {
    const id = found.idOf(String(name))
    if (id === undefined) return { fault: `There is no record named “${String(name).slice(0, 100)}” in ${column.names}.` }
    ids.push(id)
  }
  return { ids }
}

export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}
