import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { guardFormula, writeCsv } from '../lib/csv.ts'
import { formatMicros } from '../lib/money.ts'
import { PERCENTILE_ERROR, percentile } from '../statistics/histogram.ts'
import { type Figures, type Group, ROWS_MAX, readStatistics } from '../statistics/query.ts'
import { id, time } from './fields.ts'
import type { Operation } from './operation.ts'
import { readQuestion, statisticsParameters } from './statistics-question.ts'
import { questionDefaults, requireTimeZone } from './time-zone.ts'

const count = z.int().min(0)
const rate = z.number().min(0).nullable()
const money = z.record(z.string(), z.string())

const figures = {
  sent: count.describe('Messages that were tried at least once, without codes taken back before they left.'),
  codes: count.describe('Of these, how many carried a code and not a notice.'),
  accepted: count.describe('Taken by the provider or mail server.'),
  delivered: count.describe('Reported as delivered. Many carriers report nothing.'),
  failed: count.describe('Refused, reported as failed, or never taken by anybody.'),
  proven: count.describe('Brought the code that was then entered.'),
  delivery_rate: rate.describe('`delivered` by `sent`; null without any.'),
  proven_rate: rate.describe('`proven` by `codes`; null without any.'),
  seconds_to_proof: z
    .object({ p50: z.number().nullable(), p95: z.number().nullable() })
    .describe(
      `From asking for a code to entering it: within how many seconds half, and 95 %, of the proofs came. Within ${Math.ceil(PERCENTILE_ERROR * 100)} % of the exact figure between 1 and 600 s; beyond, that bound.`,
    ),
  segments: count.describe('Parts of text messages, as they are charged.'),
  spend: money.describe('By currency, exact. The provider’s own price where it told one, else that of the price list.'),
  unpriced: count.describe('Text messages that were taken at a price nobody knows: not in `spend`.'),
  cost_per_proven: money.describe('By currency: its spend by the proofs paid for in it. Left out without any.'),
}
const named = z.string().nullable().optional()
const groupFields = {
  day: z.iso.date().optional(),
  hour: time.optional(),
  channel: z.string().optional(),
  sms_gateway_id: id.nullable().optional(),
  sms_gateway: named.describe('Its name; null once the record is deleted. So with the other records.'),
  mail_server_id: id.nullable().optional(),
  mail_server: named,
  carrier_id: id.nullable().optional(),
  carrier: named,
  country: named,
  network: named.describe('As the provider calls it.'),
  usage_plan_id: id.nullable().optional(),
  usage_plan: named,
  splash_portal_id: id.nullable().optional(),
  splash_portal: named,
}
const statistics = z.object({
  from: time.describe('As asked for, rounded down to the hour.'),
  to: time.describe('Rounded up to the hour.'),
  time_zone: z.string().describe('Whose days were counted.'),
  data: z.array(z.object({ ...groupFields, ...figures })).describe('A row for each group that has messages, in order.'),
  total: z.object(figures),
})

const EXAMPLE = {
  sent: 120,
  codes: 118,
  accepted: 119,
  delivered: 112,
  failed: 2,
  proven: 101,
  delivery_rate: 0.9333,
  proven_rate: 0.8559,
  seconds_to_proof: { p50: 17.9, p95: 66.9 },
  segments: 121,
  spend: { USD: '0.9559' },
  unpriced: 0,
  cost_per_proven: { USD: '0.009464' },
}

/** What was sent, what became of it, how long proofs took and what it cost. */
export function statisticsOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/statistics',
      id: 'read_statistics',
      tag: 'Statistics',
      summary: 'Read statistics and spend',
      description: `Counts whole hours. A message belongs to the hour it was made in, and to the gateway it went through last. At most ${ROWS_MAX} rows. With \`Accept: text/csv\` the rows come as a table, with a column of spend for each currency.`,
      query: statisticsParameters,
      answer: {
        status: 200,
        description: 'The figures of each group, and of all together.',
        schema: { name: 'Statistics', zod: statistics },
        example: {
          from: '2026-11-21T10:00:00.000Z',
          to: '2026-11-22T10:00:00.000Z',
          time_zone: 'UTC',
          data: [{ day: '2026-11-21', country: 'US', ...EXAMPLE }],
          total: EXAMPLE,
        },
        csv: 'day,country,sent,codes,accepted,delivered,failed,proven,delivery_rate,proven_rate,p50,p95,segments,unpriced,spend_USD,cost_per_proven_USD\n2026-11-21,US,120,118,119,112,2,101,0.9333,0.8559,17.9,66.9,121,0,0.9559,0.009464\n',
      },
      refusals: ['invalid'],
      async handle(c) {
        const question = readQuestion(new URL(c.req.url).searchParams, questionDefaults(ctx))
        await requireTimeZone(ctx, question.timeZone)
        const { rows, total } = await readStatistics(ctx, question)
        if (!rows)
          throw new AppError('invalid', `That makes more than ${ROWS_MAX} rows: ask for fewer groups, or for less time.`, {
            fields: [{ field: 'group_by', message: `Makes more than ${ROWS_MAX} rows.` }],
          })
        const groups = rows.map(row => ({ values: nameRecords(ctx, row.values), figures: row.figures }))
        if (/\btext\/csv\b/i.test(c.req.header('accept') ?? ''))
          return answerText(c.env, 200, toCsv(question.groups, groups, total), 'text/csv; charset=utf-8')
        return answerJson(c.env, 200, {
          from: question.from,
          to: question.to,
          time_zone: question.timeZone,
          data: groups.map(row => ({ ...row.values, ...presentFigures(row.figures) })),
          total: presentFigures(total),
        })
      },
    },
  ]
}

/** Puts the name of each record beside its id. */
function nameRecords(ctx: Context, values: Record<string, string | Date | null>): Record<string, string | Date | null> {
  const { smsGateways, mailServers, carriers, usagePlans, splashPortals } = ctx.catalogue.now
  const records: Record<string, ReadonlyMap<string, { name: string }>> = {
    sms_gateway_id: smsGateways,
    mail_server_id: mailServers,
    carrier_id: carriers,
    usage_plan_id: usagePlans,
    splash_portal_id: splashPortals,
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const table = records[field]
      return table
        ? [
            [field, value],
            [field.slice(0, -'_id'.length), table.get(String(value))?.name ?? null],
          ]
        : [[field, value]]
    }),
  )
}

function presentFigures({ histogram, money: spent, ...counts }: Figures) {
  const { sent, codes, accepted, delivered, failed, proven, segments, unpriced } = counts
  const currencies = [...spent].sort(([a], [b]) => a.localeCompare(b))
  return {
    sent,
    codes,
    accepted,
    delivered,
    failed,
    proven,
    delivery_rate: share(delivered, sent),
    proven_rate: share(proven, codes),
    seconds_to_proof: { p50: percentile(histogram, 0.5), p95: percentile(histogram, 0.95) },
    segments,
    spend: Object.fromEntries(currencies.map(([currency, { micros }]) => [currency, formatMicros(micros)])),
    unpriced,
    cost_per_proven: Object.fromEntries(
      currencies.flatMap(([currency, { micros, proven: paid }]) => (paid > 0 ? [[currency, perProof(micros, paid)]] : [])),
    ),
  }
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) / 10_000 : null
}

// To the millionth, halves up.
function perProof(micros: bigint, proven: number): string {
  return formatMicros((micros * 2n + BigInt(proven)) / (2n * BigInt(proven)))
}

type PresentedGroup = { values: Record<string, string | Date | null>; figures: Figures }

/** The rows alone: who adds a column up does not want its total in it. */
function toCsv(groups: Group[], rows: PresentedGroup[], total: Figures): string {
  const keys = Object.keys(rows[0]?.values ?? Object.fromEntries(groups.map(group => [group, null])))
  const currencies = [...total.money.keys()].sort()
  const plain = ['sent', 'codes', 'accepted', 'delivered', 'failed', 'proven', 'delivery_rate', 'proven_rate'] as const
  const heads = ['p50', 'p95', 'segments', 'unpriced', ...currencies.flatMap(it => [`spend_${it}`, `cost_per_proven_${it}`])]
  const lines = rows.map(row => {
    const shown = presentFigures(row.figures)
    const { p50, p95 } = shown.seconds_to_proof
    return [
      ...keys.map(key => cell(row.values[key] ?? null)),
      ...plain.map(name => shown[name]),
      ...[p50, p95, shown.segments, shown.unpriced],
      ...currencies.flatMap(it => [shown.spend[it] ?? null, shown.cost_per_proven[it] ?? null]),
    ]
  })
  return writeCsv([[...keys, ...plain, ...heads], ...lines])
}

// The names of networks are from elsewhere.
function cell(value: string | Date | null): string | null {
  if (value instanceof Date) return value.toISOString()
  return value === null ? null : guardFormula(value)
}
