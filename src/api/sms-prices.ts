import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { formatMicros, readMicros } from '../lib/money.ts'
import { country, id, note, stamps } from './fields.ts'
import type { Resource } from './resource.ts'

interface SmsPriceRow {
  id: string
  /** What an audit event calls it. */
  name: string
  sms_gateway_id: string
  country: string
  /** Decimal text, as PostgreSQL writes a numeric. */
  price: string
  currency: string
  note: string
  created_at: Date
  updated_at: Date
}

const EVERYWHERE = '*'

export const priceCountry = z
  .string('Must be a text.')
  .trim()
  .refine(
    text => text === EVERYWHERE || country.safeParse(text).success,
    'Must be a country code of two letters such as US (ISO 3166-1), or * for every other country.',
  )
  .toUpperCase()
  .describe('ISO 3166-1 alpha-2 code; `*`: every country without a price of its own.')

export const price = z
  .string('Must be a text, so that it stays exact.')
  .trim()
  .refine(
    text => readMicros(text) !== undefined,
    'Must be a decimal number such as 0.0079: a point, at most six digits on each side, no sign and no currency.',
  )
  .describe('Of one segment, in the currency of the gateway: a decimal such as `0.0079`, exact to a millionth.')

const fields = { sms_gateway_id: id, country: priceCountry, price, note }
const update = z.strictObject(fields).partial()

/** What a segment costs, by gateway and country. Messages keep the price they were sent at. */
export const smsPrices: Resource<SmsPriceRow, z.output<typeof update>> = {
  name: 'sms_prices',
  one: 'SMS price',
  tag: 'SMS prices',
  about:
    'What one segment of a text message costs, by gateway and country. A message is priced when it is sent; a later change of the list leaves it. The price that a provider reports replaces it.',
  schema: 'SmsPrice',
  read: z.object({
    id,
    sms_gateway_id: id,
    country: z.string(),
    price: z.string(),
    currency: z.string().describe('The gateway’s (ISO 4217).'),
    note: z.string(),
    ...stamps,
  }),
  create: update.required({ sms_gateway_id: true, country: true, price: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-00000000000d',
    sms_gateway_id: '0199a7a0-5c00-7000-8000-000000000004',
    country: 'US',
    price: '0.0079',
    currency: 'USD',
    note: '',
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { sms_gateway_id: '0199a7a0-5c00-7000-8000-000000000004', country: 'US', price: '0.0079' },
  columns: {
    sms_gateway_id: 'id',
    country: 'text',
    price: 'decimal',
    currency: 'text',
    note: 'text',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['country', 'note'],
  sortedBy: 'country',
  cached: true,
  unique: {
    sms_prices_sms_gateway_id_country_key: { field: 'country', message: 'The gateway has a price for this country already.' },
  },
  references: { sms_gateway_id: 'sms_gateways' },
  select: (): RawBuilder<SmsPriceRow> => sql`
    select p.id, g.name || ', ' || p.country as name, p.sms_gateway_id, p.country, trim_scale(p.price_micros / 1000000.0) as price,
      g.currency, p.note, p.created_at, p.updated_at
    from sms_prices p join sms_gateways g on g.id = p.sms_gateway_id`,
  prepare: (_ctx, { price: given, ...columns }) => ({
    values: { ...columns, ...(given !== undefined && { price_micros: readMicros(given) }) },
  }),
  present: (_ctx, row) => ({
    id: row.id,
    sms_gateway_id: row.sms_gateway_id,
    country: row.country,
    price: formatMicros(readMicros(row.price) ?? 0),
    currency: row.currency,
    note: row.note,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}
