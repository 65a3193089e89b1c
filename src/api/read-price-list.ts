import { z } from 'zod'
import { AppError } from '../errors.ts'
import { parseInput } from '../http/parse.ts'
import { readCsvRows, unguardFormula } from '../lib/csv.ts'
import { readMicros } from '../lib/money.ts'
import { note } from './fields.ts'
import { price, priceCountry } from './sms-prices.ts'

export const COLUMNS = ['country', 'price', 'note'] as const
export const ERRORS_MAX = 100
/** More than a body can hold. */
const LINES_MAX = 20_000

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

/** Reads a price list. With any error the prices are not to be used. */
export async function readPriceList(text: string): Promise<{ prices: ListedPrice[]; errors: LineError[] }> {
  const { rows, fault } = await readCsvRows(text, LINES_MAX)
  if (fault !== undefined)
    return { prices: [], errors: [{ line: fault, field: '', message: 'A quotation mark is missing or out of place.' }] }
  const errors: LineError[] = []
  const [header, ...lines] = rows
  if (!header) return { prices: [], errors: [{ line: 1, field: '', message: 'The file is empty.' }] }
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
    const read = parseInput(PRICE, { ...values, ...(values.note !== undefined && { note: unguardFormula(values.note) }) })
    return { country: read.country, micros: readMicros(read.price) ?? 0, note: read.note }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    errors.push(...error.fields.map(fault => ({ line, ...fault })))
    return undefined
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
