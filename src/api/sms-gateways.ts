import { z } from 'zod'
import type { Context } from '../context.ts'
import { PLAN_GATEWAYS, PORTAL_GATEWAYS } from '../db/links.ts'
import { listUsesOfSmsGateway, type SmsGatewayRow, selectSmsGateways } from '../gateways/sms-gateway.ts'
import { invalidFields } from '../http/parse.ts'
import type { OpenGateway } from '../sms/provider.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { id, ids, line, name, note, secret, stamps, warnings } from './fields.ts'
import type { Resource } from './resource.ts'

const providers = [...PROVIDERS.keys()]
const OPTION = z.union([line(500), z.number(), z.boolean()])

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
  usage_plan_ids: ids.describe('The plans that send through it. On a plan added here it comes last in the fail-over order.'),
  splash_portal_ids: ids.describe('The portals whose password resets go through it. On a portal added here it comes last.'),
}
const update = z
  .strictObject({
    ...fields,
    auth_token: secret(500).describe(
      'The second half of the credentials. Write-only; left out it stays, empty or null clears it.',
    ),
  })
  .partial()

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
  prepare(ctx, { usage_plan_ids, splash_portal_ids, auth_token, options, ...columns }, { id: recordId, before }) {
    const gateway: OpenGateway = {
      ...blank,
      ...before,
      ...withoutUndefined(columns),
      options: options ?? before?.options ?? {},
      auth_token: auth_token === undefined ? (openToken(ctx, before) ?? '') : (auth_token ?? ''),
      id: recordId,
    }
    // A token that was cleared on purpose is a warning, so that the rest of the record can still be changed.
    const isCleared = before !== undefined && gateway.auth_token === ''
    const problems = (PROVIDERS.get(gateway.provider)?.problems(gateway) ?? []).filter(
      problem => !(isCleared && problem.field === 'auth_token'),
    )
    if (problems.length > 0) throw invalidFields(problems)
    return {
      values: {
        ...columns,
        ...(options && { options: JSON.stringify(options) }),
        ...(auth_token !== undefined && {
          auth_token_encrypted: auth_token ? ctx.keys.encrypt(auth_token, tokenContext(recordId)) : null,
        }),
      },
    }
  },
  present: (ctx, row) => ({
    id: row.id,
    name: row.name,
    provider: row.provider,
    from: row.from,
    account_sid: row.account_sid,
    auth_token: null,
    auth_token_set: row.auth_token_encrypted !== null,
    base_url: row.base_url,
    options: row.options,
    note: row.note,
    enabled: row.enabled,
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
  created_at: new Date(0),
  updated_at: new Date(0),
}

function withoutUndefined<T extends object>(columns: T) {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

function tokenContext(recordId: string): string {
  return `sms_gateways.auth_token:${recordId}`
}

/** The token in clear; empty where there is none, undefined where it was encrypted with another secret key. */
function openToken(ctx: Context, row: Pick<SmsGatewayRow, 'id' | 'auth_token_encrypted'> | undefined): string | undefined {
  if (!row?.auth_token_encrypted) return ''
  try {
    return ctx.keys.decrypt(row.auth_token_encrypted, tokenContext(row.id))
  } catch {
    return undefined
  }
}

function gatewayWarnings(ctx: Context, row: SmsGatewayRow): string[] {
  const provider = PROVIDERS.get(row.provider)
  if (!provider) return [`This version of Gatehouse has no provider "${row.provider}": nothing is sent through this gateway.`]
  const token = openToken(ctx, row)
  if (token === undefined) return ['The stored auth_token was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.']
  if (token === '' && provider.fields.auth_token.required)
    return ['There is no auth_token, so nothing can be sent through this gateway: put one in.']
  return provider.warnings({ ...row, auth_token: token })
}
