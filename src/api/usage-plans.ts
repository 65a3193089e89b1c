import { z } from 'zod'
import type { UsagePlan } from '../catalogue.ts'
import { PLAN_GATEWAYS, PORTAL_PLANS } from '../db/links.ts'
import { listUsesOfUsagePlan, selectUsagePlans } from '../plans/usage-plan.ts'
import { planAvailability } from '../sms/route.ts'
import { id, ids, integer, lines, name, note, stamps, warnings } from './fields.ts'
import type { Resource } from './resource.ts'

/** What a guest has to prove, or may prove: the rXg's words. */
export const METHODS = ['none', 'sms', 'email', 'sms_or_email', 'sms_and_email'] as const

const fields = {
  name,
  description: lines(1_000).describe('What guests read on the plan’s card.'),
  note,
  account_group_id: id.nullable().describe('The group that guests of the plan are put into.'),
  validation_method: z.enum(METHODS).describe('What a guest proves before the plan is granted. `none` unless said.'),
  automatic_login: z.boolean().describe('Sign the guest in once the account is activated. True unless said.'),
  unlimited_usage: z.boolean().describe('The plan never ends. False unless said.'),
  usage_minutes: integer(1)
    .nullable()
    .describe('How long the plan lasts from its activation; null: it does not end. Of no effect on an unlimited one.'),
  max_devices: integer(1, 10_000).nullable().describe('How many devices may be signed in at once; null: any number.'),
  sms_gateway_ids: ids.describe('The gateways that its codes go out through, in fail-over order.'),
  splash_portal_ids: ids.describe('The portals that offer it. On a portal added here its card comes last.'),
}
const update = z.strictObject(fields).partial()

export const usagePlans: Resource<UsagePlan, z.output<typeof update>> = {
  name: 'usage_plans',
  one: 'usage plan',
  tag: 'Usage plans',
  about:
    'What a guest can pick on a portal. A plan whose validation method cannot be carried out (no enabled gateway, no mail server) is saved with a warning and not offered.',
  schema: 'UsagePlan',
  read: z.object({
    id,
    ...fields,
    name: z.string(),
    description: z.string(),
    note: z.string(),
    offered: z.boolean().describe('Whether portals offer it: false while its validation method cannot be carried out. Computed.'),
    warnings,
    ...stamps,
  }),
  create: update.required({ name: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000002',
    name: 'Guest Wi-Fi',
    description: 'One day, one device',
    note: '',
    account_group_id: '0199a7a0-5c00-7000-8000-000000000001',
    validation_method: 'sms',
    automatic_login: true,
    unlimited_usage: false,
    usage_minutes: 1440,
    max_devices: 1,
    sms_gateway_ids: ['0199a7a0-5c00-7000-8000-000000000004'],
    splash_portal_ids: ['0199a7a0-5c00-7000-8000-000000000003'],
    offered: true,
    warnings: [],
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: {
    name: 'Guest Wi-Fi',
    validation_method: 'sms',
    usage_minutes: 1440,
    sms_gateway_ids: ['0199a7a0-5c00-7000-8000-000000000004'],
    splash_portal_ids: ['0199a7a0-5c00-7000-8000-000000000003'],
  },
  columns: {
    name: 'text',
    description: 'text',
    note: 'text',
    account_group_id: 'id',
    validation_method: METHODS,
    automatic_login: 'boolean',
    unlimited_usage: 'boolean',
    usage_minutes: 'integer',
    max_devices: 'integer',
    sms_gateway_ids: 'ids',
    splash_portal_ids: 'ids',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['name', 'description', 'note'],
  sortedBy: 'name',
  cached: true,
  unique: { usage_plans_name_key: { field: 'name', message: 'Another usage plan has this name.' } },
  references: { account_group_id: 'account_groups', sms_gateway_ids: 'sms_gateways', splash_portal_ids: 'splash_portals' },
  links: {
    sms_gateway_ids: { link: PLAN_GATEWAYS, side: 'owner' },
    splash_portal_ids: { link: PORTAL_PLANS, side: 'member' },
  },
  select: selectUsagePlans,
  listUses: listUsesOfUsagePlan,
  prepare: (_ctx, { sms_gateway_ids, splash_portal_ids, ...columns }, { before }) => ({
    values: before ? columns : { validation_method: 'none', ...columns },
  }),
  present(ctx, row) {
    const { offered, reasons } = planAvailability(ctx.catalogue.now, row)
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      note: row.note,
      account_group_id: row.account_group_id,
      validation_method: row.validation_method,
      automatic_login: row.automatic_login,
      unlimited_usage: row.unlimited_usage,
      usage_minutes: row.usage_minutes,
      max_devices: row.max_devices,
      sms_gateway_ids: row.sms_gateway_ids,
      splash_portal_ids: row.splash_portal_ids,
      offered,
      warnings: reasons,
      created_at: row.created_at,
      updated_at: row.updated_at,
    }
  },
}
