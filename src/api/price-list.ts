import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readCsv } from '../http/body.ts'
import { guardFormula, writeCsv } from '../lib/csv.ts'
import { formatMicros } from '../lib/money.ts'
import { uuidv7 } from '../lib/random.ts'
import { insertAuditEvent } from './audit.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { COLUMNS, comparePrices, ERRORS_MAX, type ListedPrice, readPriceList, type StoredPrice } from './read-price-list.ts'
import { idOf } from './resource.ts'
import { smsPrices } from './sms-prices.ts'

const EXAMPLE = 'country,price,note\nUS,0.0079,\nGB,0.04,from March\n*,0.1,every other country\n'

const count = z.int().min(0)
const imported = z.object({
  created: count,
  updated: count,
  unchanged: count,
  removed: count,
  errors: z
    .array(z.object({ line: z.int().min(1), field: z.string(), message: z.string() }))
    .describe(`Up to ${ERRORS_MAX}. With any, nothing is changed.`),
})
const switchParameter = (name: string, description: string) => ({
  name,
  description,
  schema: { type: 'boolean', default: false },
})

/** A gateway's whole price list as a file, in and out. */
export function priceListOperations(ctx: Context): Operation[] {
  const { tag } = smsPrices
  return [
    {
      method: 'POST',
      path: '/sms_gateways/{id}/prices/import',
      id: 'import_sms_prices',
      tag,
      summary: 'Import a price list',
      description:
        'Takes a CSV file whose first line names its columns: `country` (ISO 3166-1 alpha-2, or `*`; names of countries are not read), `price` (of a segment, in the gateway’s currency) and, if you like, `note`. Commas or semicolons. All lines are taken or none: a file with faults is refused, and `errors` says which lines.',
      query: [
        switchParameter('dry_run', 'true: changes nothing, and answers what would be, faults included.'),
        switchParameter('replace', 'true: prices of countries that are not in the file are removed.'),
      ],
      csvBody: EXAMPLE,
      answer: {
        status: 200,
        description: 'What has changed, or with `dry_run` would.',
        schema: { name: 'SmsPriceImport', zod: imported },
        example: { created: 2, updated: 1, unchanged: 0, removed: 0, errors: [] },
      },
      refusals: ['not_found', 'invalid'],
      async handle(c, caller) {
        const gatewayId = idOf(c, 'SMS gateway')
        const { dryRun, replace } = readSwitches(new URL(c.req.url).searchParams)
        const { prices, errors } = await readPriceList(await readCsv(c.req.raw))
        const what = { gatewayId, prices: errors.length > 0 ? [] : prices, replace, actor: caller.name }
        if (errors.length > 0 && !dryRun) {
          await findGateway(ctx, undefined, gatewayId)
          throw new AppError('invalid', `The file has ${errors.length} faults; nothing was changed.`, { fields: errors })
        }
        if (errors.length > 0) {
          await findGateway(ctx, undefined, gatewayId)
          return answerJson(c.env, 200, { created: 0, updated: 0, unchanged: 0, removed: 0, errors })
        }
        return answerJson(c.env, 200, { ...(await importPrices(ctx, what, dryRun)), errors })
      },
    },
    {
      method: 'GET',
      path: '/sms_gateways/{id}/prices/export',
      id: 'export_sms_prices',
      tag,
      summary: 'Export a price list',
      description: 'A file as the import takes it.',
      answer: { status: 200, description: 'All prices of the gateway.', csv: EXAMPLE },
      refusals: ['not_found'],
      async handle(c) {
        const gatewayId = idOf(c, 'SMS gateway')
        await findGateway(ctx, undefined, gatewayId)
        const rows = await listPrices(ctx, undefined, gatewayId)
        const text = writeCsv([
          [...COLUMNS],
          ...rows.map(row => [row.country, formatMicros(row.price_micros), guardFormula(row.note)]),
        ])
        return answerText(c.env, 200, text, 'text/csv; charset=utf-8', {
          'content-disposition': 'attachment; filename="sms-prices.csv"',
        })
      },
    },
  ]
}

function readSwitches(parameters: URLSearchParams): { dryRun: boolean; replace: boolean } {
  const wrong = [...parameters].filter(([name, value]) => !/^(dry_run|replace)$/.test(name) || !/^(true|false)$/.test(value))
  if (wrong.length > 0)
    throw new AppError('invalid', 'This takes dry_run and replace, each true or false.', {
      fields: wrong.map(([name]) => ({
        field: name.slice(0, 60),
        message: 'There are dry_run and replace, each true or false.',
      })),
    })
  return { dryRun: parameters.get('dry_run') === 'true', replace: parameters.get('replace') === 'true' }
}

async function importPrices(
  ctx: Context,
  what: { gatewayId: string; prices: ListedPrice[]; replace: boolean; actor: string },
  dryRun: boolean,
): Promise<Record<'created' | 'updated' | 'unchanged' | 'removed', number>> {
  const { gatewayId, prices, replace } = what
  const changes = await ctx.db.transaction(async trx => {
    await findGateway(ctx, trx, gatewayId)
    const stored = await listPrices(ctx, trx, gatewayId)
    const compared = comparePrices(stored, prices, replace)
    if (!dryRun) await writePrices(ctx, trx, what, stored, compared)
    return compared
  })
  if (!dryRun) await ctx.catalogue.reload()
  const { created, updated, unchanged, removed } = changes
  return { created: created.length, updated: updated.length, unchanged: unchanged.length, removed: removed.length }
}

async function writePrices(
  ctx: Context,
  trx: Trx,
  { gatewayId, actor }: { gatewayId: string; actor: string },
  stored: StoredPrice[],
  { created, updated, removed }: ReturnType<typeof comparePrices>,
): Promise<void> {
  const now = ctx.clock.now()
  const written = [...created, ...updated]
  if (written.length > 0)
    await sql`
      insert into sms_prices as p (id, sms_gateway_id, country, price_micros, note, created_at, updated_at)
      select id, ${gatewayId}, country, price_micros, coalesce(note, ''), ${now}, ${now}
      from unnest(${written.map(() => uuidv7(now))}::uuid[], ${written.map(row => row.country)}::text[],
        ${written.map(row => row.micros)}::bigint[], ${written.map(row => row.note ?? null)}::text[]) as t(id, country, price_micros, note)
      on conflict (sms_gateway_id, country) do update set price_micros = excluded.price_micros,
        note = case when ${written[0]?.note === undefined} then p.note else excluded.note end, updated_at = ${now}`.execute(trx)
  if (removed.length > 0)
    await sql`delete from sms_prices where sms_gateway_id = ${gatewayId} and country = any(${removed.map(row => row.country)}::text[])`.execute(
      trx,
    )
  if (written.length + removed.length === 0) return
  const before = new Map(stored.map(row => [row.country, formatMicros(row.price_micros)]))
  const changes = [
    ...written.map(({ country, micros }) => [country, { from: before.get(country) ?? null, to: formatMicros(micros) }]),
    ...removed.map(({ country }) => [country, { from: before.get(country), to: null }]),
  ]
  await insertAuditEvent(ctx, trx, {
    actor,
    action: 'import_prices',
    resource: 'sms_gateways',
    recordId: gatewayId,
    changes: Object.fromEntries(changes),
  })
}

/** Throws `not_found`. In a transaction it keeps other imports to the gateway waiting, and no message. */
async function findGateway(ctx: Context, trx: Trx | undefined, id: string): Promise<void> {
  const found = await sql`select from sms_gateways where id = ${id} ${trx ? sql`for no key update` : sql``}`.execute(
    trx ?? ctx.db.kysely,
  )
  if (found.rows.length === 0) throw notFound('SMS gateway')
}

function listPrices(ctx: Context, trx: Trx | undefined, gatewayId: string): Promise<StoredPrice[]> {
  return (trx ?? ctx.db.kysely)
    .selectFrom('sms_prices')
    .select(['country', 'price_micros', 'note'])
    .where('sms_gateway_id', '=', gatewayId)
    .orderBy('country')
    .execute()
}
