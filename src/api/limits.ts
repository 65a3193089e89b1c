import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Limits } from '../catalogue.ts'
import type { Context } from '../context.ts'
import type { BlocksTable } from '../db/tables.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { parseInput } from '../http/parse.ts'
import { describeChanges, insertAuditEvent } from './audit.ts'
import { country, id, integer, time } from './fields.ts'
import { guardColumns, guardExample, guardFields, guardRead, guardWrite, requireMaySetScript } from './guard-settings.ts'
import { notFound } from './list.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { findRow, idOf, type ReadResource, readOperations } from './resource.ts'

const TAG = 'Limits'
const MICROS = 1_000_000
const perHour = integer(1, 10_000_000).nullable()
const amount = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, 'Must be an amount such as 25 or 25.50.')
  .nullable()
const currency = z.string().regex(/^[A-Z]{3}$/, 'Must be a currency code of three letters such as USD.')

const fields = {
  device_codes_per_hour: perHour.describe(
    'How many codes a browser, or what a program calls `device`, may ask for in an hour. As with all of these, each proof makes room for four more. Null: no limit.',
  ),
  address_sends_per_hour: perHour.describe('For a client address (IPv6: the first 64 bits). A solved puzzle lifts it.'),
  prefix_sends_per_hour: perHour.describe(
    'Of guests, to numbers that differ in the last four digits only. A solved puzzle lifts it.',
  ),
  country_sends_per_hour: perHour.describe('Of guests, to numbers of a country. A solved puzzle lifts it.'),
  portal_sends_per_hour: perHour.describe('Of the guests of a splash portal. A solved puzzle lifts it.'),
  gateway_sends_per_hour: perHour.describe('Of guests, through an SMS gateway.'),
  system_sends_per_hour: perHour.describe('Of all guests. A solved puzzle lifts it.'),
  device_failures_per_hour: perHour.describe(
    'How many wrong codes a browser, or what a program calls `device`, may enter in an hour, whatever the contact; each proof makes room for one more. A browser that has proven the contact before has a limit of its own for it.',
  ),
  address_failures_per_hour: perHour.describe(
    'How many wrong codes may come from a client address in an hour; each proof makes room for one more. Past it a code has one try instead of five.',
  ),
  address_login_failures_per_hour: perHour.describe(
    'How many wrong passwords may come from a client address in an hour, whatever the login. A solved puzzle lifts it; a browser that has signed in before does not count.',
  ),
  api_prefix_sends_per_hour: perHour.describe('The same for codes that programs ask for. Null unless set: no limit.'),
  api_country_sends_per_hour: perHour,
  api_portal_sends_per_hour: perHour,
  api_gateway_sends_per_hour: perHour,
  api_system_sends_per_hour: perHour,
  puzzle_bits: integer(0, 24)
    .refine(bits => bits === 0 || bits >= 8, 'Must be 0, or from 8 to 24.')
    .describe('How hard the puzzle is: one more doubles the work. 18 is a second on a phone; 0: no puzzles, only waiting.'),
  breaker: z
    .enum(['on', 'shadow', 'off'])
    .describe('The pumping breaker. `shadow`: it logs and lists what it would block, and refuses nothing.'),
  breaker_prefix_sends: integer(1, 1_000_000).describe(
    'From so many sendings within an hour on, breaker_percent of them have to be proven: to numbers that differ in the last four digits only.',
  ),
  breaker_api_prefix_sends: integer(1, 1_000_000).describe('The same where a program asks and does not give client_ip.'),
  breaker_country_sends: integer(1, 1_000_000).describe('The same for a country.'),
  breaker_gateway_sends: integer(1, 1_000_000).describe('The same for an SMS gateway.'),
  breaker_percent: integer(1, 90),
  safe_prefixes: z
    .array(z.string().regex(/^\+\d{1,14}$/, 'Must be the beginning of an E.164 number, such as +1555.'))
    .max(200)
    .describe('Beginnings of numbers that are neither counted nor blocked by prefix, country and gateway.'),
  safe_countries: z.array(country).max(250).describe('Countries whose numbers are not.'),
  ...guardFields,
  spend_max: z
    .record(currency, z.strictObject({ daily: amount, monthly: amount }))
    .describe('By currency, what all gateways together may spend in a calendar day and month (UTC). Null: no limit.'),
}
const read = z.object({
  ...fields,
  ...guardRead,
  updated_at: time.nullable(),
})
const update = z.strictObject({ ...fields, ...guardWrite }).partial()
const schema: NamedSchema = { name: 'Limits', zod: read }
const example = {
  device_codes_per_hour: 5,
  address_sends_per_hour: 20,
  prefix_sends_per_hour: 10,
  country_sends_per_hour: 100,
  portal_sends_per_hour: 1000,
  gateway_sends_per_hour: 2000,
  system_sends_per_hour: 5000,
  device_failures_per_hour: 20,
  address_failures_per_hour: 100,
  address_login_failures_per_hour: 100,
  api_prefix_sends_per_hour: null,
  api_country_sends_per_hour: null,
  api_portal_sends_per_hour: null,
  api_gateway_sends_per_hour: null,
  api_system_sends_per_hour: null,
  puzzle_bits: 18,
  breaker: 'on',
  breaker_prefix_sends: 20,
  breaker_api_prefix_sends: 300,
  breaker_country_sends: 300,
  breaker_gateway_sends: 600,
  breaker_percent: 20,
  safe_prefixes: ['+1555', '+1500555'],
  safe_countries: [],
  ...guardExample,
  spend_max: { USD: { daily: '25', monthly: null } },
  updated_at: null,
}

function present(row: Limits & { only_one?: boolean }) {
  const { id: _id, only_one: _one, spend_max, captcha_secret_encrypted: secret, ...limits } = row
  const money = (micros: number | null) => (micros === null ? null : String(micros / MICROS))
  return {
    ...limits,
    captcha_secret: null,
    captcha_secret_set: secret !== null,
    spend_max: Object.fromEntries(
      Object.entries(spend_max).map(([code, { daily, monthly }]) => [code, { daily: money(daily), monthly: money(monthly) }]),
    ),
  }
}

/** What bounds the sending of codes: one record that is read and changed. */
export function limitOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/limits',
      id: 'read_limits',
      tag: TAG,
      summary: 'Read the limits',
      answer: { status: 200, description: 'What holds now.', schema, example },
      handle: c => answerJson(c.env, 200, present(ctx.catalogue.now.limits)),
    },
    {
      method: 'PATCH',
      path: '/limits',
      id: 'update_limits',
      tag: TAG,
      summary: 'Change the limits',
      description:
        'Fields that are left out stay as they are. What was counted before counts against the new limits. To change `captcha_script_url` takes an owner with a confirmed session.',
      body: { schema: { name: 'LimitsUpdate', zod: update }, example: { country_sends_per_hour: 500 } },
      answer: { status: 200, description: 'What holds from now on.', schema, example },
      refusals: ['forbidden', 'invalid', 'confirm_identity'],
      async handle(c, caller) {
        const { spend_max, captcha_secret, ...columns } = parseInput(update, await readJson(c.req.raw))
        const micros = (text: string | null) => (text === null ? null : Math.round(Number(text) * MICROS))
        const spend = spend_max && {
          spend_max: JSON.stringify(
            Object.fromEntries(
              Object.entries(spend_max).map(([code, it]) => [code, { daily: micros(it.daily), monthly: micros(it.monthly) }]),
            ),
          ),
        }
        const after = await ctx.db.transaction(async trx => {
          const before = await trx.selectFrom('limits').selectAll().forUpdate().executeTakeFirstOrThrow()
          requireMaySetScript(ctx, caller, before, columns)
          const guard = guardColumns(ctx, caller, before, { ...columns, captcha_secret })
          const all = { ...columns, ...spend, ...guard }
          const values = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
          const changed = await trx
            .updateTable('limits')
            .set({ ...values, updated_at: ctx.clock.now() })
            .returningAll()
            .executeTakeFirstOrThrow()
          const changes = describeChanges(before, changed)
          if (Object.keys(changes).length > 0)
            await insertAuditEvent(ctx, trx, {
              actor: caller.name,
              action: 'update',
              resource: 'limits',
              recordId: changed.id,
              changes,
            })
          return changed
        })
        await ctx.catalogue.reload()
        return answerJson(c.env, 200, present(after))
      },
    },
  ]
}

const KINDS = ['prefix', 'country', 'gateway'] as const
type BlockRow = Selectable<BlocksTable>

function selectBlocks(now: Date): RawBuilder<BlockRow & { active: boolean }> {
  return sql`select id, kind, value, blocked_at, blocked_until, blocked_until > ${now} as active, strikes, shadow, sends, proofs from blocks`
}

export const blocks: ReadResource<BlockRow & { active: boolean }> = {
  name: 'blocks',
  one: 'block',
  tag: 'Blocks',
  about:
    'What the pumping breaker has blocked: too few of the codes that went there were entered. A block ends by itself, the next one lasts twice as long, and for a day after it fewer codes are tried. DELETE lifts it and forgets all that.',
  schema: 'Block',
  read: z.object({
    id,
    kind: z.enum(KINDS),
    value: z.string().describe('A number without its last four digits, a country, or the id of an SMS gateway.'),
    blocked_at: time,
    blocked_until: time,
    active: z.boolean().describe('Whether it holds now.'),
    strikes: z.int().describe('How often in a row.'),
    shadow: z.boolean().describe('It refuses nothing: the breaker was in shadow mode.'),
    sends: z.int().describe('How many sendings the breaker had seen.'),
    proofs: z.int().describe('How many of them were proven, those since the block included.'),
  }),
  example: {
    id: '4dd54e25-1a42-86cb-8d1d-9b7f0a7d7f5c',
    kind: 'prefix',
    value: '+4474001',
    blocked_at: '2026-11-22T10:00:00.000Z',
    blocked_until: '2026-11-22T10:15:00.000Z',
    active: true,
    strikes: 1,
    shadow: false,
    sends: 20,
    proofs: 0,
  },
  columns: {
    kind: KINDS,
    value: 'text',
    blocked_at: 'time',
    blocked_until: 'time',
    active: 'boolean',
    strikes: 'integer',
    shadow: 'boolean',
  },
  search: ['value'],
  sortedBy: 'id',
  select: selectBlocks,
  present: (_ctx, row) => ({ ...row }),
}

/** List, read and lift. */
export function blockOperations(ctx: Context): Operation[] {
  return [
    ...readOperations(ctx, blocks),
    {
      method: 'DELETE',
      path: '/blocks/{id}',
      id: 'delete_blocks',
      tag: blocks.tag,
      summary: 'Lift a block',
      answer: { status: 204, description: 'It is lifted, and what led to it is forgotten.' },
      refusals: ['not_found'],
      async handle(c, caller) {
        const blockId = idOf(c, blocks.one)
        await ctx.db.transaction(async trx => {
          const row = await findRow(ctx, blocks, blockId, trx)
          if (!row) throw notFound(blocks.one)
          await trx
            .updateTable('limit_counters')
            // When it was forgotten stays: a start from before that is given back later takes nothing of what came after.
            .set({ blocked_at: ctx.clock.now(), blocked_until: null, strikes: 0, minutes: [], sends: [], proofs: [] })
            .where('key', '=', `${row.kind}:${row.value}`)
            .execute()
          await insertAuditEvent(ctx, trx, {
            actor: caller.name,
            action: 'delete',
            resource: blocks.name,
            recordId: blockId,
            changes: describeChanges(row, undefined),
          })
        })
        return answerText(c.env, 204, null, '')
      },
    },
  ]
}
