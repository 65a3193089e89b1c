import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { duplicateOf } from '../db/db.ts'
import { checkCarrierDomains, judgeCarriers, REDEMPTION_WINDOW_DAYS, redemptionSql } from '../email/carrier-health.ts'
import { addressTemplateProblem, CARRIER_STATUSES, carrierStatusSql, couldBeOffered } from '../email/carriers.ts'
import { resetCarrier } from '../email/sync-carrier-facts.ts'
import { AppError } from '../errors.ts'
import { type CarrierRow, selectCarriers } from '../gateways/carrier.ts'
import { answerJson } from '../http/answer.ts'
import { readOptionalJson } from '../http/body.ts'
import { parseInput } from '../http/parse.ts'
import { addSeconds } from '../lib/clock.ts'
import { describeChanges, insertAuditEvent } from './audit.ts'
import { country, date, id, line, note, stamps, time, warnings } from './fields.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { findRow, idOf, type Resource, recordSchema, resourceOperations } from './resource.ts'

const HEALTHS = ['degraded', 'suspended'] as const
const MX_STATUSES = ['ok', 'missing', 'error'] as const
const STALE_AFTER_DAYS = 180

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
    .enum(CARRIER_STATUSES)
    .describe(
      'The status that counts. Guests are offered `active` and `degraded` ones. After `sunset_on`, and while `health` is `suspended`, it reads `retired` by itself. What you set yourself counts more than `health`. `unknown` unless said.',
    ),
  sunset_on: date.nullable().describe('The gateway’s last day (UTC).'),
  last_verified_on: date.nullable(),
  sources: z.array(line(500, 1)).max(20).describe('Where the facts come from.'),
  note,
}
const update = z.strictObject(fields).partial()

/** Deleting a carrier leaves the messages and codes that went through it. */
export const carriers: Resource<CarrierRow, z.output<typeof update>> = {
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
    fact_key: z.string().nullable().describe('The built-in carrier it was made from. Null: you made it.'),
    overridden: z
      .array(z.string())
      .describe('The fields that you have changed: a new version of Gatehouse leaves them as they are, until a reset.'),
    health: z
      .enum(HEALTHS)
      .nullable()
      .describe(
        'What Gatehouse has found out. `suspended`: its domain has no mail server, or it refused messages to 3 numbers within a day. `degraded`: less than 20 % of at least 10 codes were entered. Null: nothing.',
      ),
    health_reason: z.string(),
    health_at: time.nullable().describe('When its health changed last.'),
    mx_status: z
      .enum(MX_STATUSES)
      .nullable()
      .describe('What the DNS says of its domain. `error`: the DNS could not be asked. Null: it was not asked yet.'),
    mx_checked_at: time.nullable(),
    redemption: z
      .object({ sent: z.int(), proven: z.int(), rate: z.number().nullable(), window_days: z.int() })
      .describe('How many codes went out through it and how many of them were entered; codes that still can be are left out.'),
    warnings,
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
    fact_key: 'US/example-mobile',
    overridden: [],
    health: null,
    health_reason: '',
    health_at: null,
    mx_status: 'ok',
    mx_checked_at: '2026-11-22T10:00:00.000Z',
    redemption: { sent: 14, proven: 11, rate: 0.786, window_days: 7 },
    warnings: [],
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { name: 'Example Mobile', country: 'US', address_template: '{number}@sms.example.com', status: 'active' },
  columns: {
    name: 'text',
    country: 'text',
    address_template: 'text',
    status: CARRIER_STATUSES,
    fact_key: 'text',
    health: HEALTHS,
    mx_status: MX_STATUSES,
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
  select: now => selectCarriers({ status: carrierStatusSql(now), redemption: redemptionSql(now) }),
  prepare(ctx, input, { before }) {
    if (!before) return { values: { status: 'unknown', ...input } }
    const fields = overriddenBy(input, before)
    const hasMoved = input.address_template !== undefined && input.address_template !== before.address_template
    return {
      values: {
        ...input,
        ...(fields.length > 0 && {
          overridden: sql`array(select distinct unnest(overridden || ${fields}::text[]) order by 1)`,
        }),
        // What was found out about another address says nothing about this one.
        ...(hasMoved && { mx_status: null, mx_checked_at: null, health: null, health_reason: '', health_at: ctx.clock.now() }),
      },
    }
  },
  present: (ctx, row) => ({
    id: row.id,
    name: row.name,
    country: row.country,
    address_template: row.address_template,
    status: row.status,
    sunset_on: row.sunset_on,
    last_verified_on: row.last_verified_on,
    sources: row.sources,
    note: row.note,
    fact_key: row.fact_key,
    overridden: row.overridden,
    health: row.health,
    health_reason: row.health_reason,
    health_at: row.health_at,
    mx_status: row.mx_status,
    mx_checked_at: row.mx_checked_at,
    redemption: {
      ...row.redemption,
      rate: row.redemption.sent > 0 ? Math.round((row.redemption.proven / row.redemption.sent) * 1000) / 1000 : null,
      window_days: REDEMPTION_WINDOW_DAYS,
    },
    warnings: carrierWarnings(row, ctx.clock.now()),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}

/**
 * The fields that a change takes into the operator's hands. A status counts as changed when it differs from the record's
 * or from the one that is shown. Of a carrier that he made himself only the status is held against what is found out.
 */
function overriddenBy(input: z.output<typeof update>, before: CarrierRow): string[] {
  const differs = (field: keyof typeof input) =>
    input[field] !== undefined &&
    (JSON.stringify(input[field]) !== JSON.stringify(before[field]) ||
      (field === 'status' && input.status !== before.recorded_status))
  return (Object.keys(fields) as (keyof typeof fields)[]).filter(
    field => differs(field) && (before.fact_key !== null || field === 'status'),
  )
}

function carrierWarnings(row: CarrierRow, now: Date): string[] {
  const carrier = { ...row, status: row.recorded_status }
  if (!couldBeOffered(carrier, now)) return []
  const found: string[] = []
  if (row.health !== null && row.overridden.includes('status'))
    found.push(
      `${row.health_reason} It is offered as ${row.status} all the same, because you have set its status; POST /carriers/{id}/reset takes that back.`,
    )
  else if (row.health === 'suspended')
    found.push(
      `${row.health_reason} It is not offered meanwhile. POST /carriers/{id}/check looks again; setting its status offers it all the same.`,
    )
  else if (row.health === 'degraded') found.push(`${row.health_reason} Guests are told that its messages may not arrive.`)
  if (row.last_verified_on !== null && new Date(row.last_verified_on) < addSeconds(now, -STALE_AFTER_DAYS * 86_400))
    found.push(`It was last verified on ${row.last_verified_on}: try it with a phone of this carrier, and set last_verified_on.`)
  return found
}

const nothing = z.strictObject({})

/** The records, and what can be done to one. */
export function carrierOperations(ctx: Context): Operation[] {
  const answer = {
    status: 200 as const,
    description: 'The record as it is now.',
    schema: recordSchema(carriers),
    example: carriers.example,
  }
  const body = { schema: { name: 'Nothing', zod: nothing }, example: {}, optional: true }
  return [
    ...resourceOperations(ctx, carriers),
    {
      method: 'POST',
      path: '/carriers/{id}/check',
      id: 'check_carrier',
      tag: carriers.tag,
      summary: 'Check a carrier now',
      description:
        'Asks the DNS about its domain, and judges its health anew. Gatehouse does so by itself: the first daily, the second every 10 minutes.',
      body,
      answer,
      refusals: ['not_found'],
      async handle(c, caller) {
        parseInput(nothing, await readOptionalJson(c.req.raw))
        const carrierId = idOf(c, carriers.one)
        await checkCarrierDomains(ctx, [await read(ctx, carrierId)])
        await judgeCarriers(ctx)
        return answerJson(c.env, 200, carriers.present(ctx, await read(ctx, carrierId), caller))
      },
    },
    {
      method: 'POST',
      path: '/carriers/{id}/reset',
      id: 'reset_carrier',
      tag: carriers.tag,
      summary: 'Take the built-in facts of a carrier again',
      description:
        'Whatever you have changed goes back to what this version of Gatehouse knows. Of a carrier that you made, only your word on its status stops counting more than its health. `conflict`: this version does not know the carrier any more, or another one has its name.',
      body,
      answer,
      refusals: ['not_found', 'conflict'],
      async handle(c, caller) {
        parseInput(nothing, await readOptionalJson(c.req.raw))
        const carrierId = idOf(c, carriers.one)
        await reset(ctx, carrierId, caller.name)
        await ctx.catalogue.reload()
        return answerJson(c.env, 200, carriers.present(ctx, await read(ctx, carrierId), caller))
      },
    },
  ]
}

async function reset(ctx: Context, carrierId: string, actor: string): Promise<void> {
  await ctx.db
    .transaction(async trx => {
      await trx.selectFrom('carriers').select('id').where('id', '=', carrierId).forUpdate().execute()
      const before = await findRow(ctx, carriers, carrierId, trx)
      if (!before) throw notFound(carriers.one)
      const now = ctx.clock.now()
      if (before.fact_key === null)
        await trx.updateTable('carriers').set({ overridden: [] }).where('id', '=', carrierId).execute()
      else if (!(await resetCarrier((text, values) => ctx.db.run({ name: '', text }, values, trx), now, carrierId)))
        throw new AppError(
          'conflict',
          'This version of Gatehouse does not know the carrier any more: there is nothing to go back to.',
        )
      const after = await findRow(ctx, carriers, carrierId, trx)
      const changes = describeChanges(before, after)
      if (Object.keys(changes).length > 0)
        await insertAuditEvent(ctx, trx, { actor, action: 'reset', resource: carriers.name, recordId: carrierId, changes })
    })
    .catch(error => {
      if (duplicateOf(error))
        throw new AppError('conflict', 'Another carrier has the name of this one: give that one another name first.')
      throw error
    })
}

async function read(ctx: Context, carrierId: string): Promise<CarrierRow> {
  const row = await findRow(ctx, carriers, carrierId)
  if (!row) throw notFound(carriers.one)
  return row
}
