import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { parseInput } from '../http/parse.ts'
import { readMicros } from '../lib/money.ts'
import { note } from './fields.ts'
import { price, priceCountry } from './sms-prices.ts'

export const COLUMNS = ['country', 'price', 'note'] as const
export const ERRORS_MAX = 100

const PRICE = z.object({ country: priceCountry, price, note: note.optional() })

interface LineError {
  line: number
  field: string
  message: string
}

export interface ListedPrice {
  country: string
  micros: number
  /** Undefined: the file has no column for it. */
  note: string | undefined
}

export interface StoredPrice {
  country: string
  price_micros: number
  note: string
}

/** Reads a price list. Pure. With any error the prices are not to be used. */
export function readPriceList(text: string): { prices: ListedPrice[]; errors: LineError[] } {
  const errors: LineError[] = []
  const records = splitLines(text, errors)
  const [header, ...lines] = records
  if (!header) {
    if (errors.length === 0) errors.push({ line: 1, field: '', message: 'The file is empty.' })
    return { prices: [], errors }
  }
  const names = header.values.map(name => name.trim().toLowerCase())
  for (const [i, name] of names.entries()) {
    if (!(COLUMNS as readonly string[]).includes(name))
      errors.push({
        line: header.line,
        field: name.slice(0, 60),
        message: `There is no such column; there are ${COLUMNS.join(', ')}.`,
      })
    else if (names.indexOf(name) !== i) errors.push({ line: header.line, field: name, message: 'Is there twice.' })
  }
  for (const name of ['country', 'price'])
    if (!names.includes(name)) errors.push({ line: header.line, field: name, message: 'The first line must name this column.' })
  if (errors.length > 0) return { prices: [], errors }

  const byCountry = new Map<string, ListedPrice & { line: number }>()
  for (const { line, values } of lines) {
    if (values.length !== names.length) {
      errors.push({ line, field: '', message: `Has ${values.length} fields, and the first line ${names.length}.` })
      continue
    }
    const read = readLine(line, Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])), errors)
    if (!read) continue
    const before = byCountry.get(read.country)
    if (before) errors.push({ line, field: 'country', message: `${read.country} is on line ${before.line} already.` })
    else byCountry.set(read.country, { ...read, line })
  }
  return { prices: [...byCountry.values()], errors: errors.slice(0, ERRORS_MAX) }
}

function readLine(line: number, values: Record<string, string>, errors: LineError[]): ListedPrice | undefined {
  try {
    const read = parseInput(PRICE, values)
    return { country: read.country, micros: readMicros(read.price) ?? 0, note: read.note }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    errors.push(...error.fields.map(fault => ({ line, ...fault })))
    return undefined
  }
}

/** The lines that are not empty, each with the number it begins at. What is no CSV adds its error. */
function splitLines(text: string, errors: LineError[]): { line: number; values: string[] }[] {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  try {
    const parsed = parse(text, {
      delimiter: first.includes(';') && !first.includes(',') ? ';' : ',',
      relax_column_count: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed
      .map(({ record }, i) => ({ line: (parsed[i - 1]?.info.lines ?? 0) + 1, values: record }))
      .filter(({ values }) => values.some(value => value.trim() !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    errors.push({ line: Number(error.lines) || 1, field: '', message: 'A quotation mark is missing or out of place.' })
    return []
  }
}

/** Decides what a list changes. Pure. */
export function comparePrices(stored: StoredPrice[], listed: ListedPrice[], replace: boolean) {
  const before = new Map(stored.map(row => [row.country, row]))
  const kept = new Set(listed.map(({ country }) => country))
  const isSame = ({ country, micros, note }: ListedPrice) => {
    const row = before.get(country)
    return row?.price_micros === micros && (note === undefined || row.note === note)
  }
  return {
    created: listed.filter(({ country }) => !before.has(country)),
    updated: listed.filter(row => before.has(row.country) && !isSame(row)),
    unchanged: listed.filter(isSame),
    removed: replace ? stored.filter(({ country }) => !kept.has(country)) : [],
  }
}
