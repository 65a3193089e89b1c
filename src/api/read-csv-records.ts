import type { FieldError } from '../errors.ts'
import type { CsvRow } from '../lib/csv.ts'
import {
  type Column,
  columnsOf,
  isSame,
  type Kind,
  kindsOf,
  type Names,
  nameColumnsOf,
  readCell,
  readNames,
} from './record-columns.ts'
import type { Resource } from './resource.ts'

type Values = Record<string, unknown>

/** What the columns of a file can be, for one kind of record. */
export interface Layout {
  /** Fields that a new record can have. */
  kinds: Map<string, Kind>
  /** Columns with names of related records, by the field that has their ids. */
  related: Map<string, Column>
  /** Everything a file may have a column for; what is computed is read over. */
  known: Set<string>
  /** Fields that stay as they were made. */
  fixed: Set<string>
}

/** One line of a file: its cells that are not empty, by column. */
export interface Line {
  line: number
  cells: Map<string, string>
}

export interface LineError extends FieldError {
  line: number
  /** What the cell holds; left out of what may be a secret. */
  value?: string
}

const VALUE_SHOWN_MAX = 100

export function layoutOf<Row extends { id: string }, Input extends object>(resource: Resource<Row, Input>): Layout {
  const kinds = kindsOf(resource.create, resource.read)
  const changeable = kindsOf(resource.update, resource.read)
  const related = new Map([...kinds.keys()].flatMap(field => nameColumnsOf(field).map(column => [field, column] as const)))
  const exported = columnsOf(resource.read).map(({ name }) => name)
  return {
    kinds,
    related,
    known: new Set([...exported, ...Object.keys(resource.read.shape), ...kinds.keys()]),
    fixed: new Set([...kinds.keys()].filter(field => !changeable.has(field))),
  }
}

/** Reads the first line: the column of each place, undefined where there is none. Case, blanks and dashes do not count. */
export function readHeader({ values }: CsvRow, layout: Layout): { columns: (string | undefined)[]; faults: FieldError[] } {
  const columns = values.map(
    value =>
      value
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_') || undefined,
  )
  const faults = columns.flatMap((column, i): FieldError[] => {
    const field = (values[i] ?? '').trim().slice(0, 60)
    if (column === undefined) return []
    if (!layout.known.has(column)) return [{ field, message: 'There is no such column.' }]
    return columns.indexOf(column) === i ? [] : [{ field, message: 'Is there twice.' }]
  })
  return { columns, faults }
}

/** Reads a line by its header. A text: what is wrong with it. */
export function readLine({ line, values }: CsvRow, columns: (string | undefined)[]): Line | string {
  // Spreadsheets like to end their lines with separators.
  const extra = values.slice(columns.length).some(value => value.trim() !== '')
  if (values.length < columns.length || extra) return `Has ${values.length} values, and the first line ${columns.length} names.`
  // PostgreSQL has no text with it, not even to compare with.
  if (values.some(value => value.includes('\0'))) return 'Holds a NUL character: save the file as UTF-8 text.'
  const cells = new Map<string, string>()
  for (const [i, column] of columns.entries()) {
    const value = values[i] ?? ''
    if (value.trim() === '') continue
    if (column === undefined) return `There is a value in column ${i + 1}, which has no name in the first line.`
    cells.set(column, value)
  }
  return { line, cells }
}

/**
 * Turns the cells of a line into what the API would be sent. Of a record that is there already (`before`, as the API shows
 * it) only what differs.
 */
export function readValues(
  { cells }: Line,
  layout: Layout,
  names: Names,
  before?: Values,
): { values: Values; faults: FieldError[] } {
  const values: Values = {}
  const faults: FieldError[] = []
  for (const [field, kind] of layout.kinds) {
    const cell = cells.get(field)
    let value = cell === undefined ? undefined : readCell(kind, cell)
    const column = layout.related.get(field)
    const named = column && cells.get(column.name)
    if (column && named !== undefined) {
      const read = readNames(column, named, names)
      const chosen = 'fault' in read ? read : chooseIds(column, value, read.ids, names, before?.[field])
      if ('fault' in chosen) {
        faults.push({ field: column.name, message: chosen.fault })
        continue
      }
      value = chosen.value
    }
    if (value !== undefined && !(before && isSame(value, before[field]))) values[field] = value
  }
  return { values, faults }
}

/** Of a column with ids and one with names, the one that was changed; names where the ids are of another installation. */
function chooseIds(
  column: Column,
  given: unknown,
  named: string[] | null,
  names: Names,
  before: unknown,
): { value: unknown } | { fault: string } {
  const isList = column.field.endsWith('_ids')
  const byName = isList ? (named ?? []) : (named?.[0] ?? null)
  const known = column.names && names.get(column.names)?.byId
  const isForeign = given !== null && [given].flat().some(id => !known?.has(String(id).toLowerCase()))
  if (given === undefined || isForeign || isSame(given, byName) || isSame(given, before)) return { value: byName }
  if (isSame(byName, before)) return { value: given }
  return { fault: `Names another record than ${column.field}. Leave one of the two empty.` }
}

/** Puts the line and what its cell holds to faults. */
export function locate(faults: FieldError[], { line, cells }: Line, layout: Layout): LineError[] {
  return faults.map(({ field, message }) => {
    const top = field.split('.')[0] ?? ''
    const value = cells.get(top)
    const isShown = value !== undefined && layout.kinds.get(top)?.isSecret !== true
    return { line, field, message, ...(isShown && { value: value.slice(0, VALUE_SHOWN_MAX) }) }
  })
}
