import { z } from 'zod'
import type { Context } from '../context.ts'
import { PLAN_GATEWAYS, PORTAL_GATEWAYS } from '../db/links.ts'
import { listUsesOfSmsGateway, type SmsGatewayRow, selectSmsGateways } from '../gateways/sms-gateway.ts'
import { invalidFields } from '../http/parse.ts'
import { formatMicros, readMicros } from '../lib/money.ts'
import { serverOf } from '../lib/server-of.ts'
import { callbackUrl } from '../messages/hand-over.ts'
import { gatewayProblems, gatewayWarnings as openWarnings } from '../sms/gateway-problems.ts'
import type { OpenGateway } from '../sms/provider.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { hideFreeOptions } from './audit.ts'
import { country, id, ids, integer, line, lines, name, note, secret, stamps, time, warnings } from './fields.ts'
import { refuseKeptSecret } from './kept-secret.ts'
import { type Resource, seesSecrets } from './resource.ts'

const providers = [...PROVIDERS.keys()]
const OPTION = z.union([lines(8_000), z.number(), z.boolean()])
const SECRETS = ['auth_token', 'callback_secret'] as const

const money = z
  .union([z.string().trim(), z.number().transform(String)])
  .refine(text => readMicros(text) !== undefined, 'Must be an amount such as 25 or 12.50, not negative.')

const fields = {
  name,
  provider: z.enum(providers).describe('What the record is for. It decides which fields are needed.'),
  from: line(60).describe(
    'The sender: a number (E.164), a short code, or a sender name of up to 11 characters with at least one letter. With Twilio also a Messaging Service (`MG…`).',
  ),
  account_sid: line(200).describe('The first half of the credentials; what it is called depends on the provider.'),
  base_url: line(500).describe('Replaces the provider’s own origin. Empty: the provider’s.'),
  options: z
    .record(z.string().regex(/^\w{1,60}$/, 'Must be letters, digits and underscores.'), OPTION)
    .refine(options => Object.keys(options).length <= 50, 'Must have at most 50 entries.')
    .describe('What else a provider needs.'),
  note,
  enabled: z.boolean().describe('Only enabled gateways send. True unless said.'),
  countries: z
    .array(country)
    .max(250)
    .transform(list => [...new Set(list)])
    .describe('The countries it serves. Empty: all.'),
  senders: z
    .record(country, line(60, 1))
    .describe('What messages to a country come from instead of `from`, by country code: `{"GB": "HOTEL"}`.'),
  weight: integer(0, 1000).describe(
    '0 (unless said): tried in the order of the plan or portal. Gateways with more than 0 come first, each with its share of the messages; the others follow in order.',
  ),
  sends_per_second: integer(1, 100_000)
    .nullable()
    .describe('At most so many messages a second, from all nodes together. Null: no limit.'),
  concurrency_max: integer(1, 1000).describe('At most so many requests at once, from each node. 64 unless said.'),
  currency: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{3}$/, 'Must be a currency code of three letters such as USD (ISO 4217).')
    .toUpperCase()
    .describe('Of its prices and spend limits. USD unless said.'),
  daily_spend_max: money
    .nullable()
    .describe('At most so much a day (UTC), from all nodes together, by the price table. Null: no limit.'),
  monthly_spend_max: money.nullable().describe('At most so much a calendar month (UTC). Null: no limit.'),
  usage_plan_ids: ids.describe('The plans that send through it. On a plan added here it comes last in the fail-over order.'),
  splash_portal_ids: ids.describe('The portals whose password resets go through it. On a portal added here it comes last.'),
}
const update = z
  .strictObject({
    ...fields,
    auth_token: secret(2_000).describe(
      'The second half of the credentials. Write-only; left out it stays, empty or null clears it. With another provider, server or template that holds it, it is put in again, except with the root key.',
    ),
    callback_secret: secret(2_000).describe(
      'What receipts are signed with, where the provider has a secret for that. Write-only.',
    ),
  })
  .partial()

const health = z.object({
  state: z
    .enum(['ok', 'probing', 'resting', 'throttled'])
    .describe(
      'How this node finds it. `resting`: left alone after failures, until `until`; then one message probes it. `throttled`: the provider asked for a pause.',
    ),
  until: time.nullable(),
  reason: z.string().describe('The provider’s last words, where it is not well.'),
})
const spend = z
  .object({ today: z.string(), this_month: z.string() })
  .nullable()
  .describe('What counts against the spend limits, in its currency. Null until a limit was set.')

export const smsGateways: Resource<SmsGatewayRow, z.output<typeof update>> = {
  name: 'sms_gateways',
  one: 'SMS gateway',
  tag: 'SMS gateways',
  about: 'Providers of text messages. Several on a plan or portal are tried in their order.',
  schema: 'SmsGateway',
  read: z.object({
    id,
    ...fields,
    name: z.string(),
    note: z.string(),
    provider: z.string(),
    auth_token: z.null().describe('Never read back.'),
    auth_token_set: z.boolean(),
    callback_secret: z.null().describe('Never read back.'),
    callback_secret_set: z.boolean(),
    daily_spend_max: z.string().nullable(),
    monthly_spend_max: z.string().nullable(),
    spend,
    health,
    callback_url: z
      .string()
      .nullable()
      .describe(
        'For a provider that has to be told one address for its receipts. It holds a secret: null for a role below `operator`. Texts from phones go to the same with `/inbound` before the `?`.',
      ),
    warnings,
    ...stamps,
  }),
  create: update.required({ name: true, provider: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000004',
    name: 'Twilio',
    provider: 'twilio',
    from: '+15555550100',
    account_sid: 'AC0123456789abcdef0123456789abcdef',
    base_url: '',
    options: {},
    note: '',
    enabled: true,
    usage_plan_ids: ['0199a7a0-5c00-7000-8000-000000000002'],
    splash_portal_ids: ['0199a7a0-5c00-7000-8000-000000000003'],
    auth_token: null,
    auth_token_set: true,
    callback_secret: null,
    callback_secret_set: false,
    countries: [],
    senders: {},
    weight: 0,
    sends_per_second: null,
    concurrency_max: 64,
    currency: 'USD',
    daily_spend_max: '25.00',
    monthly_spend_max: null,
    spend: { today: '3.95', this_month: '61.62' },
    health: { state: 'ok', until: null, reason: '' },
    callback_url: 'https://wifi.example.com/hooks/sms/0199a7a0-5c00-7000-8000-000000000004',
    warnings: [],
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: {
    name: 'Twilio',
    provider: 'twilio',
    from: '+15555550100',
    account_sid: 'AC0123456789abcdef0123456789abcdef',
    auth_token: 'the Auth Token from the Twilio console',
    usage_plan_ids: ['0199a7a0-5c00-7000-8000-000000000002'],
  },
  columns: {
    name: 'text',
    provider: providers,
    from: 'contact',
    account_sid: 'text',
    base_url: 'text',
    note: 'text',
    enabled: 'boolean',
    countries: 'countries',
    weight: 'integer',
    currency: 'text',
    usage_plan_ids: 'ids',
    splash_portal_ids: 'ids',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['name', 'from', 'note'],
  sortedBy: 'name',
  cached: true,
  unique: { sms_gateways_name_key: { field: 'name', message: 'Another SMS gateway has this name.' } },
  references: { usage_plan_ids: 'usage_plans', splash_portal_ids: 'splash_portals' },
  links: {
    usage_plan_ids: { link: PLAN_GATEWAYS, side: 'member' },
    splash_portal_ids: { link: PORTAL_GATEWAYS, side: 'member' },
  },
  select: selectSmsGateways,
  listUses: listUsesOfSmsGateway,
  prepare(ctx, input, { id: recordId, before, caller }) {
    const { usage_plan_ids, splash_portal_ids, auth_token, callback_secret, options, senders, ...rest } = input
    const { daily_spend_max, monthly_spend_max, ...columns } = rest
    const gateway: OpenGateway = {
      ...blank,
      ...before,
      ...withoutUndefined(columns),
      options: options ?? before?.options ?? {},
      senders: senders ?? before?.senders ?? {},
      auth_token: auth_token === undefined ? (openSecret(ctx, before, 'auth_token') ?? '') : (auth_token ?? ''),
      callback_secret:
        callback_secret === undefined ? (openSecret(ctx, before, 'callback_secret') ?? '') : (callback_secret ?? ''),
      id: recordId,
    }
    // A token that was cleared on purpose is a warning, so that the rest of the record can still be changed.
    const isCleared = before !== undefined && gateway.auth_token === ''
    const provider = PROVIDERS.get(gateway.provider)
    const problems = (provider ? gatewayProblems(provider, gateway) : []).filter(
      problem => !(isCleared && problem.field === 'auth_token'),
    )
    if (problems.length > 0) throw invalidFields(problems)
    if (before && auth_token === undefined && gateway.auth_token !== '' && provider?.fields.auth_token)
      refuseKeptSecret(caller, 'auth_token', { before: tokenPlaces(before), after: tokenPlaces(gateway) })
    const sealed = (field: (typeof SECRETS)[number], value: string | null | undefined) =>
      value === undefined
        ? {}
        : { [`${field}_encrypted`]: value ? ctx.keys.encrypt(value, secretContext(field, recordId)) : null }
    return {
      values: {
        ...columns,
        ...(options && { options: JSON.stringify(options) }),
        ...(senders && { senders: JSON.stringify(senders) }),
        ...(daily_spend_max !== undefined && { daily_spend_max_micros: microsOf(daily_spend_max) }),
        ...(monthly_spend_max !== undefined && { monthly_spend_max_micros: microsOf(monthly_spend_max) }),
        ...sealed('auth_token', auth_token),
        ...sealed('callback_secret', callback_secret),
      },
    }
  },
  present: (ctx, row, caller) => ({
    id: row.id,
    name: row.name,
    provider: row.provider,
    from: row.from,
    account_sid: row.account_sid,
    auth_token: null,
    auth_token_set: row.auth_token_encrypted !== null,
    callback_secret: null,
    callback_secret_set: row.callback_secret_encrypted !== null,
    base_url: row.base_url,
    options: seesSecrets(caller) ? row.options : hideFreeOptions(row.options),
    note: row.note,
    enabled: row.enabled,
    countries: row.countries,
    senders: row.senders,
    weight: row.weight,
    sends_per_second: row.sends_per_second,
    concurrency_max: row.concurrency_max,
    currency: row.currency,
    daily_spend_max: moneyOf(row.daily_spend_max_micros),
    monthly_spend_max: moneyOf(row.monthly_spend_max_micros),
    spend: spendOf(row, ctx.clock.now()),
    health: ctx.health.report(row),
    callback_url: seesSecrets(caller) ? callbackUrl(ctx, row) : null,
    usage_plan_ids: row.usage_plan_ids,
    splash_portal_ids: row.splash_portal_ids,
    warnings: gatewayWarnings(ctx, row),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}

const blank = {
  name: '',
  provider: '',
  from: '',
  account_sid: '',
  base_url: '',
  note: '',
  enabled: true,
  countries: [],
  weight: 0,
  sends_per_second: null,
  concurrency_max: 64,
  currency: 'USD',
  daily_spend_max_micros: null,
  monthly_spend_max_micros: null,
  created_at: new Date(0),
  updated_at: new Date(0),
}

/** Where the token of a gateway goes: to whom, and in which templates. */
function tokenPlaces({ provider, base_url, options }: Pick<SmsGatewayRow, 'provider' | 'base_url' | 'options'>): string[] {
  const [url = '', headers = '', body = ''] = ['url', 'headers', 'body'].map(name => String(options[name] ?? ''))
  const withToken = [url, headers, body].map(template => (/\{(auth_token|basic_auth)\}/.test(template) ? template : ''))
  return [provider, serverOf(base_url), serverOf(url), ...withToken]
}

function withoutUndefined<T extends object>(columns: T) {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

function microsOf(amount: string | null): number | null {
  return amount === null ? null : (readMicros(amount) ?? null)
}

function moneyOf(micros: number | null): string | null {
  return micros === null ? null : formatMicros(micros)
}

/** What the limits have counted, as of today: yesterday's count says nothing of today. */
function spendOf(row: SmsGatewayRow, now: Date): { today: string; this_month: string } | null {
  if (row.spent_day === null || row.spent_month === null) return null
  const today = now.toISOString().slice(0, 10)
  return {
    today: formatMicros(row.spent_day === today ? (row.spent_day_micros ?? 0) : 0),
    this_month: formatMicros(row.spent_month.slice(0, 7) === today.slice(0, 7) ? (row.spent_month_micros ?? 0) : 0),
  }
}

function secretContext(field: (typeof SECRETS)[number], recordId: string): string {
  return `sms_gateways.${field}:${recordId}`
}

/** A secret in clear; empty where there is none, undefined where it was encrypted with another secret key. */
function openSecret(
  ctx: Context,
  row: Pick<SmsGatewayRow, 'id' | 'auth_token_encrypted' | 'callback_secret_encrypted'> | undefined,
  field: (typeof SECRETS)[number],
): string | undefined {
  const encrypted = row?.[`${field}_encrypted`]
  if (!row || !encrypted) return ''
  try {
    return ctx.keys.decrypt(encrypted, secretContext(field, row.id))
  } catch {
    return undefined
  }
}

function gatewayWarnings(ctx: Context, row: SmsGatewayRow): string[] {
  const provider = PROVIDERS.get(row.provider)
  if (!provider) return [`This version of Gatehouse has no provider "${row.provider}": nothing is sent through this gateway.`]
  const [token, callbackSecret] = [openSecret(ctx, row, 'auth_token'), openSecret(ctx, row, 'callback_secret')]
  if (token === undefined || callbackSecret === undefined)
    return [
      `The stored ${token === undefined ? 'auth_token' : 'callback_secret'} was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.`,
    ]
  if (token === '' && provider.fields.auth_token?.required)
    return ['There is no auth_token, so nothing can be sent through this gateway: put one in.']
  const { auth_token_encrypted: _, callback_secret_encrypted: __, ...rest } = row
  return [
    ...openWarnings(provider, { ...rest, auth_token: token, callback_secret: callbackSecret }),
    ...(hasSpendLimit(row) && !ctx.catalogue.now.smsPrices.has(row.id)
      ? ['There is a spend limit but no price, so nothing counts against it: put in sms_prices, at least one for the country *.']
      : []),
  ]
}

function hasSpendLimit(row: SmsGatewayRow): boolean {
  return row.daily_spend_max_micros !== null || row.monthly_spend_max_micros !== null
}
