import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'

type Value = string | number | null

/** Writes rows as RFC 4180 has it: CRLF after each, quotes where they are needed, nothing for null. */
export function writeCsv(rows: Value[][]): string {
  return rows.map(row => `${row.map(writeValue).join(',')}\r\n`).join('')
}

function writeValue(value: Value): string {
  const text = value === null ? '' : String(value)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// A spreadsheet takes a text that begins with one of these for a formula. Where it separates by semicolons or tabs a text
// that holds them can begin several cells, and rows. The second half are their full-width forms.
const FORMULA = /(^|[;\t\r\n])(\s*)('*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g
const GUARDED = /(^|[;\t\r\n])(\s*)'('*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** Keeps a spreadsheet from taking a text, or what follows a separator in it, for a formula: by an apostrophe before it. */
export function guardFormula(text: string): string {
  return text.replace(FORMULA, "$1$2'$3")
}

/** Gives back exactly the text that guardFormula was given. */
export function unguardFormula(text: string): string {
  return text.replace(GUARDED, '$1$2$3')
}

/** Bytes that are read in one go, before other requests have their turn. */
const SLICE = 32 * 1024

export interface CsvRow {
  /** Where it begins, from 1; a quoted value may go over several lines. */
  line: number
  values: string[]
}

/**
 * Reads the rows that are not empty, the first `rowsMax` of them. The first one tells whether commas, semicolons or tabs
 * separate; lines may end as they like. `fault`: the line with a quotation mark that is missing or out of place.
 */
export async function readCsvRows(text: string, rowsMax: number): Promise<{ rows: CsvRow[]; fault: number | undefined }> {
  const plain = text.replace(/\r\n?/g, '\n')
  const rows: CsvRow[] = []
  let linesBefore = 0
  const parser = parse({
    delimiter: delimiterOf(plain),
    record_delimiter: '\n',
    relax_column_count: true,
    // Nothing is handed on: what waits to be read would be lost with a fault.
    on_record: (values: string[], { lines }) => {
      if (rows.length < rowsMax && values.some(value => value.trim() !== '')) rows.push({ line: linesBefore + 1, values })
      linesBefore = lines
      return null
    },
  })
  try {
    await pipeline(slices(Buffer.from(plain)), parser.resume())
    return { rows, fault: undefined }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { rows, fault: linesBefore + 1 }
  }
}

async function* slices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE) {
    yield bytes.subarray(at, at + SLICE)
    await setImmediate()
  }
}

// Of names, which hold none of these.
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/\n|$/))
  const counts = [',', ';', '\t'].map(sign => [sign, first.split(sign).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
