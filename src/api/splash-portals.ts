import { z } from 'zod'
import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { PORTAL_GATEWAYS, PORTAL_PLANS } from '../db/links.ts'
import type { MessageTemplates } from '../db/tables.ts'
import type { FieldError } from '../errors.ts'
import { invalidFields } from '../http/parse.ts'
import { checkTemplates, type TemplateSite } from '../messages/check-templates.ts'
import { deleteLogo, logoUrlOf } from '../portals/logo.ts'
import { selectSplashPortals } from '../portals/splash-portal.ts'
import { EVERY_COUNTRY } from '../sms/phone-number.ts'
import { canSend, planAvailability } from '../sms/route.ts'
import { freeSmsProblems } from './account-groups.ts'
import { country, id, ids, integer, line, lines, name, note, stamps, warnings } from './fields.ts'
import { portalTexts } from './portal-texts.ts'
import type { Resource } from './resource.ts'
import { METHODS } from './usage-plans.ts'

const SLUG_LENGTH_MAX = 63
const LOGO_LENGTH_MAX = 16_000
/** Until the operator has said where the guests are (settings). */
const DEFAULT_COUNTRY = 'US'
// An image in the page itself has to fit into what a captive window loads at once.
const LOGO = /^(https:\/\/[^\s"'<>]+|\/(?!\/)[^\s"'<>]*|data:image\/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*|)$/

const fields = {
  name,
  slug: z
    .string()
    .max(SLUG_LENGTH_MAX)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Must be small letters, digits and single dashes, such as main-lobby.')
    .describe('Its address: /portal/SLUG. Made from the name unless given.'),
  note,
  password_reset_method: z
    .enum(METHODS)
    .describe('How a guest who forgot the password proves who they are. `none` unless said: no resets.'),
  default_country: country.describe(
    `Country of numbers in national form. Unless said that of the settings, or ${DEFAULT_COUNTRY}.`,
  ),
  allowed_countries: z
    .array(z.union([z.literal(EVERY_COUNTRY), country]))
    .max(250)
    .describe('Countries whose numbers are served. Empty: default_country alone. ["*"]: all, which invites fraud at your cost.'),
  extra_prefixes: z
    .array(z.string().regex(/^\+\d{1,14}$/, 'Must be the beginning of an E.164 number, such as +1555.'))
    .max(100)
    .describe('Beginnings of numbers that are taken whatever the numbering plan says: for test numbers and new ranges.'),
  brand_name: line(60).describe('What guests read as the sender. The portal’s name unless given.'),
  brand_color: z
    .string()
    .trim()
    .regex(/^(#[0-9a-fA-F]{6}|)$/, 'Must be a colour such as #1d4ed8.')
    .toLowerCase()
    .describe('Of buttons and links. Adjusted where it would be hard to read.'),
  logo_url: z
    .string()
    .trim()
    .max(LOGO_LENGTH_MAX)
    .regex(LOGO, 'Must be an https address, a path on this server, or a data:image/… URL in base64.')
    .describe(
      'An https address, a path on this server, or a small image as a data URL. Reads as the path of the uploaded logo where there is one; another value takes its place.',
    ),
  terms: lines(50_000).describe('What a guest accepts before signing up. Empty: nothing is asked.'),
  message_templates: z
    .record(z.string().max(35), z.record(z.string().max(60), z.string().max(5_000)))
    .describe('The operator’s own texts by locale and name, for example {"en": {"code_sms": "{code} is your {brand} code."}}.'),
  portal_texts: portalTexts,
  sms_segments_max: integer(1, 10).describe(
    'Into how many segments a text message may go; each costs. One holds 160 characters, or 70 where a text has letters that GSM-7 lacks (another script); of several each holds 153 or 67. 1 unless said.',
  ),
  sms_gateway_ids: ids.describe('The gateways for password resets, in fail-over order.'),
  usage_plan_ids: ids.describe('The plans on offer, in the order of their cards.'),
}
export const portalChanges = z.strictObject(fields).partial()

export const splashPortals: Resource<SplashPortal, z.output<typeof portalChanges>> = {
  name: 'splash_portals',
  one: 'splash portal',
  tag: 'Splash portals',
  about: 'The pages at /portal/SLUG where guests sign up, sign in and reset their password.',
  schema: 'SplashPortal',
  read: z.object({
    id,
    ...fields,
    name: z.string(),
    slug: z.string(),
    note: z.string(),
    default_country: z.string(),
    allowed_countries: z.array(z.string()),
    brand_name: z.string(),
    brand_color: z.string(),
    logo_url: z.string(),
    terms: z.string(),
    warnings,
    ...stamps,
  }),
  create: portalChanges.required({ name: true }),
  update: portalChanges,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000003',
    name: 'Lobby',
    slug: 'lobby',
    note: '',
    password_reset_method: 'sms_or_email',
    default_country: 'US',
    allowed_countries: ['US', 'CA'],
    extra_prefixes: [],
    brand_name: 'Hotel Aurora',
    brand_color: '#1d4ed8',
    logo_url: '',
    terms: '',
    message_templates: {},
    portal_texts: {},
    sms_segments_max: 1,
    sms_gateway_ids: ['0199a7a0-5c00-7000-8000-000000000004'],
    usage_plan_ids: ['0199a7a0-5c00-7000-8000-000000000002'],
    warnings: [],
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: {
    name: 'Lobby',
    slug: 'lobby',
    password_reset_method: 'sms_or_email',
    sms_gateway_ids: ['0199a7a0-5c00-7000-8000-000000000004'],
    usage_plan_ids: ['0199a7a0-5c00-7000-8000-000000000002'],
  },
  columns: {
    name: 'text',
    slug: 'text',
    note: 'text',
    password_reset_method: METHODS,
    default_country: 'text',
    brand_name: 'text',
    sms_segments_max: 'integer',
    sms_gateway_ids: 'ids',
    usage_plan_ids: 'ids',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['name', 'slug', 'note', 'brand_name'],
  sortedBy: 'name',
  cached: true,
  unique: {
    splash_portals_name_key: { field: 'name', message: 'Another splash portal has this name.' },
    splash_portals_slug_key: { field: 'slug', message: 'Another splash portal has this address.' },
  },
  references: { sms_gateway_ids: 'sms_gateways', usage_plan_ids: 'usage_plans' },
  links: {
    sms_gateway_ids: { link: PORTAL_GATEWAYS, side: 'owner' },
    usage_plan_ids: { link: PORTAL_PLANS, side: 'owner' },
  },
  select: selectSplashPortals,
  prepare(ctx, { sms_gateway_ids, usage_plan_ids, message_templates, portal_texts, logo_url, ...columns }, { before }) {
    const slug = columns.slug ?? before?.slug ?? slugOf(columns.name ?? '')
    const problems = templateProblems(message_templates ?? before?.message_templates ?? {}, {
      brands: [columns.brand_name ?? before?.brand_name ?? '', columns.name ?? before?.name ?? ''],
      publicUrl: ctx.config.publicUrl,
      slug,
      segmentsMax: columns.sms_segments_max ?? before?.sms_segments_max ?? 1,
    })
    if (problems.length > 0) throw invalidFields(problems)
    const texts = {
      ...(message_templates && { message_templates: JSON.stringify(message_templates) }),
      ...(portal_texts && { portal_texts: JSON.stringify(portal_texts) }),
      ...logoColumns(logo_url),
    }
    if (before) return { values: { ...columns, ...texts } }
    const defaults = {
      slug,
      password_reset_method: 'none',
      default_country: ctx.catalogue.now.settings.country || DEFAULT_COUNTRY,
    }
    return { values: { ...defaults, ...columns, ...texts } }
  },
  async follow(trx, { before, after }) {
    if (before.logo_hash && !after.logo_hash) await deleteLogo(trx, after.id)
  },
  present: (ctx, row) => ({
    id: row.id,
    name: row.name,
    slug: row.slug,
    note: row.note,
    password_reset_method: row.password_reset_method,
    default_country: row.default_country,
    allowed_countries: row.allowed_countries,
    extra_prefixes: row.extra_prefixes,
    brand_name: row.brand_name,
    brand_color: row.brand_color,
    logo_url: logoUrlOf(row),
    terms: row.terms,
    message_templates: row.message_templates,
    portal_texts: row.portal_texts,
    sms_segments_max: row.sms_segments_max,
    sms_gateway_ids: row.sms_gateway_ids,
    usage_plan_ids: row.usage_plan_ids,
    warnings: portalWarnings(ctx, row),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}

/** The address of an uploaded logo as it was read, perhaps an older one or of another installation: no wish for a change. */
const UPLOADED = /^\/portal\/[a-z0-9-]+\/logo\?v=/

/** The columns that a logo_url that was given sets: it takes the place of the uploaded logo. */
export function logoColumns(given: string | undefined): { logo_url?: string; logo_hash?: string } {
  return given === undefined || UPLOADED.test(given) ? {} : { logo_url: given, logo_hash: '' }
}

/** Problems of the texts, by field: `message_templates.fr.code_sms`. */
export function templateProblems(templates: MessageTemplates, site: TemplateSite): FieldError[] {
  return checkTemplates(templates, site).map(({ place, message }) => ({ field: `message_templates.${place}`, message }))
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH_MAX)
    .replace(/^-|-$/g, '')
  if (slug === '')
    throw invalidFields([{ field: 'slug', message: 'The name holds no letters or digits to make an address of: give a slug.' }])
  return slug
}

function portalWarnings(ctx: Context, portal: SplashPortal): string[] {
  const snapshot = ctx.catalogue.now
  const { password_reset_method: method } = portal
  const found: string[] = []
  const question = { purpose: 'password_reset', splashPortalId: portal.id } as const
  if (method.includes('sms') && !canSend(snapshot, 'sms', question))
    found.push(
      'Passwords are reset by SMS, but the portal has no enabled SMS gateway: attach one, or enable one that is attached.',
    )
  if (method.includes('email') && !canSend(snapshot, 'email', question))
    found.push('Passwords are reset by email, but no mail server is enabled: add or enable one.')
  for (const planId of portal.usage_plan_ids) {
    const plan = snapshot.usagePlans.get(planId)
    if (plan && !planAvailability(snapshot, plan).offered)
      found.push(`The usage plan "${plan.name}" is not offered: see its warnings.`)
  }
  return [...found, ...freeSmsProblems(ctx)]
}
