import { z } from 'zod'
import type { Carrier } from '../catalogue.ts'
import { addressTemplateProblem } from '../email/carriers.ts'
import { selectCarriers } from '../gateways/carrier.ts'
import { country, date, id, line, note, stamps } from './fields.ts'
import type { Resource } from './resource.ts'

const STATUSES = ['active', 'degraded', 'sunset', 'retired', 'unknown'] as const

const fields = {
  name: line(100, 1).describe('Unique within its country.'),
  country,
  address_template: line(254)
    .refine(
      template => addressTemplateProblem(template) === undefined,
      'Must be one address with {number} before the @, for example {number}@sms.example.com.',
    )
    .describe('`{number}` becomes the ten national digits of a +1 number, else the digits with the country code.'),
  status: z
    .enum(STATUSES)
    .describe(
      'Guests are offered `active` and `degraded` ones. After `sunset_on` it reads `retired` by itself. `unknown` unless said.',
    ),
  sunset_on: date.nullable().describe('The gateway’s last day (UTC).'),
  last_verified_on: date.nullable(),
  sources: z.array(line(500, 1)).max(20).describe('Where the facts come from.'),
  note,
}
const update = z.strictObject(fields).partial()

/** Deleting a carrier leaves the messages and codes that went through it. */
export const carriers: Resource<Carrier, z.output<typeof update>> = {
  name: 'carriers',
  one: 'carrier',
  tag: 'Carriers',
  about: 'Email-to-SMS gateways of mobile carriers, for free SMS. Best effort: most of the world’s have been shut down.',
  schema: 'Carrier',
  read: z.object({
    id,
    ...fields,
    name: z.string(),
    country: z.string(),
    address_template: z.string(),
    sources: z.array(z.string()),
    note: z.string(),
    ...stamps,
  }),
  create: update.required({ name: true, country: true, address_template: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000006',
    name: 'Example Mobile',
    country: 'US',
    address_template: '{number}@sms.example.com',
    status: 'active',
    sunset_on: null,
    last_verified_on: '2026-11-22',
    sources: ['https://example.com/email-to-text'],
    note: '',
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { name: 'Example Mobile', country: 'US', address_template: '{number}@sms.example.com', status: 'active' },
  columns: {
    name: 'text',
    country: 'text',
    address_template: 'text',
    status: STATUSES,
    sunset_on: 'date',
    last_verified_on: 'date',
    note: 'text',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['name', 'address_template', 'note'],
  sortedBy: 'name',
  cached: true,
  unique: { carriers_name_country_key: { field: 'name', message: 'Another carrier of this country has this name.' } },
  select: selectCarriers,
  prepare: (_ctx, columns, { before }) => ({ values: before ? columns : { status: 'unknown', ...columns } }),
  present: (_ctx, row) => ({
    id: row.id,
    name: row.name,
    country: row.country,
    address_template: row.address_template,
    status: row.status,
    sunset_on: row.sunset_on,
    last_verified_on: row.last_verified_on,
    sources: row.sources,
    note: row.note,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}
