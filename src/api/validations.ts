import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { parseEmailAddress } from '../accounts/email-address.ts'
import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import type { ValidationsTable } from '../db/tables.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readJson, readOptionalJson } from '../http/body.ts'
import { parseInput } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { deviceKey } from '../limits/counters-for.ts'
import { signalsOf } from '../limits/disposable.ts'
import type { LimitedBy } from '../limits/take-starts.ts'
import { pickLocale } from '../messages/compose.ts'
import { parsePhoneNumber, servedCountries } from '../sms/phone-number.ts'
import { canSend } from '../sms/route.ts'
import { cancelValidation } from '../validation/cancel.ts'
import { checkCode } from '../validation/check.ts'
import { issueCode } from '../validation/issue.ts'
import { resendCode } from '../validation/resend.ts'
import { CHECKS_MAX } from '../validation/rules.ts'
import { insertAuditEvent } from './audit.ts'
import { id, line, locale, time } from './fields.ts'
import { isValidationAbout, narrowValidations, PART_LENGTH_MIN } from './find-by-contact.ts'
import { signals } from './guard-settings.ts'
import { notFound } from './list.ts'
import { either } from './list-conditions.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { findRow, idOf, isId, type ReadResource, readOperations, recordSchema } from './resource.ts'

const PURPOSES = ['sign_up', 'password_reset', 'free_sms', 'api'] as const
const CHANNELS = ['sms', 'email', 'email_to_sms'] as const
const STATUSES = ['pending', 'approved', 'expired', 'exhausted', 'cancelled'] as const
/** What was exceeded, by the limit. */
export const TOO_MANY: Record<LimitedBy, string> = {
  contact: 'This contact was sent too many codes. Try again later.',
  device: 'This device has asked for too many codes that were not entered. Try again later.',
  address: 'This client address has asked for too many codes that were not entered. Try again later.',
  prefix: 'Too many codes to numbers that begin like this one were not entered. Try again later.',
  country: 'Too many codes to numbers of this country were not entered. Try again later.',
  portal: 'Too many codes of this splash portal were not entered. Try again later.',
  gateway: 'Too many codes sent through this gateway were not entered. Try again later.',
  system: 'Too many codes were not entered. Try again later.',
}
const NOBODY = '00000000-0000-0000-0000-000000000000'
const TAG = 'Validations'

const start = z.strictObject({
  channel: z.enum(['sms', 'email']),
  to: z
    .string()
    .min(1)
    .max(320)
    .describe('A mobile number, national (of the portal’s default_country) or international, or an email address.'),
  splash_portal_id: id
    .nullish()
    .describe(
      'Whose countries, brand, texts and gateways count. Left out: those of the oldest portal, and any gateway if it has none.',
    ),
  locale: locale.nullish().describe('Language of the message. `en` unless said.'),
  client_ip: z
    .union([z.ipv4(), z.ipv6()])
    .nullish()
    .describe('The address of the guest that you ask for. With it the code counts for that address, as on the portal.'),
  device: line(200, 1)
    .nullish()
    .describe('What you know the guest’s browser or device by. It may ask for so many codes an hour, whatever the contact.'),
})
const check = z.strictObject({ code: z.string().max(64).describe('As typed; blanks and dashes do not count.') })
const nothing = z.strictObject({})
const verdict: NamedSchema = { name: 'Verdict', zod: z.object({ status: z.enum(['approved', 'pending']) }) }

type ValidationRow = Omit<
  Selectable<ValidationsTable>,
  'seed' | 'budget_key' | 'generation' | 'code_length' | 'grant_spent_at' | 'session_id'
> & { stored_status: string; is_over: boolean }

// The stored status says pending until something touches the row: what counts is the clock.
function selectValidations(now: Date): RawBuilder<ValidationRow> {
  return sql`
    select id, purpose, channel, case when status = 'pending' and expires_at <= ${now} then 'expired' else status end as status,
      contact, decoy, account_id, splash_portal_id, usage_plan_id, carrier_id, checks, checks_max, sends, last_sent_at, locale,
      created_at, expires_at, approved_at, ended_as, status as stored_status, expires_at <= ${now} as is_over
    from validations`
}

// By the column itself, whose values PostgreSQL has counted.
function hasStatus(values: string[]): RawBuilder<unknown> {
  const isPending = sql`r.stored_status = 'pending'`
  return either([
    sql`r.stored_status = any(${values.filter(value => value !== 'pending')}::text[])`,
    ...(values.includes('pending') ? [sql`(${isPending} and not r.is_over)`] : []),
    ...(values.includes('expired') ? [sql`(${isPending} and r.is_over)`] : []),
  ])
}

export const validations: ReadResource<ValidationRow> = {
  name: 'validations',
  one: 'validation',
  tag: TAG,
  about:
    'One-time codes. Gatehouse as a verification service: POST sends a code, `check` says whether it was entered right. The code itself is in no answer.',
  schema: 'Validation',
  read: z.object({
    id,
    purpose: z.enum(PURPOSES),
    channel: z.enum(CHANNELS),
    status: z.enum(STATUSES),
    contact: z.string().describe('Masked.'),
    decoy: z.boolean().describe('Stands for a contact that nobody has, so that a stranger cannot tell; nothing was sent.'),
    account_id: id.nullable(),
    splash_portal_id: id.nullable(),
    usage_plan_id: id.nullable(),
    carrier_id: id.nullable(),
    checks: z.int().describe('How many codes were tried.'),
    checks_max: z.int(),
    sends: z.int().describe('How often the code was sent.'),
    last_sent_at: time,
    locale: z.string(),
    created_at: time,
    expires_at: time,
    approved_at: time.nullable(),
    signals,
  }),
  example: {
    id: '0199a7a0-5c00-7000-8000-00000000000c',
    purpose: 'api',
    channel: 'sms',
    status: 'pending',
    contact: '+1******0123',
    decoy: false,
    account_id: null,
    splash_portal_id: '0199a7a0-5c00-7000-8000-000000000003',
    usage_plan_id: null,
    carrier_id: null,
    checks: 0,
    checks_max: 5,
    sends: 1,
    last_sent_at: '2026-11-22T10:00:00.000Z',
    locale: 'en',
    created_at: '2026-11-22T10:00:00.000Z',
    expires_at: '2026-11-22T10:10:00.000Z',
    approved_at: null,
    signals: [],
  },
  columns: {
    purpose: PURPOSES,
    channel: CHANNELS,
    status: STATUSES,
    contact: 'contact',
    decoy: 'boolean',
    account_id: 'id',
    splash_portal_id: 'id',
    usage_plan_id: 'id',
    carrier_id: 'id',
    checks: 'integer',
    sends: 'integer',
    locale: 'text',
    created_at: 'time',
    expires_at: 'time',
    approved_at: 'time',
  },
  search: ['contact'],
  aboutQ: `Only validations of this number or address or a part of it, of at least ${PART_LENGTH_MIN} characters: with or without blanks and dashes, in international or national form, or only the last digits. Or with this as their id.`,
  isAbout: isValidationAbout,
  hasValue: { status: hasStatus },
  narrow: narrowValidations,
  sortedBy: 'id',
  sorts: ['created_at'],
  select: selectValidations,
  present: (ctx, { stored_status: _status, is_over: _isOver, ended_as: _ended, ...row }) => ({
    ...row,
    contact: maskContact(row.contact),
    signals: row.decoy ? [] : signalsOf([row.contact], ctx.catalogue.now.limits),
  }),
}

/** Starts, checks, sends again and cancels. The first two write no audit row: their own rows are the record. */
export function validationOperations(ctx: Context): Operation[] {
  const record = recordSchema(validations)
  const { example } = validations
  const recordAnswer = (description: string) => ({ status: 200 as const, description, schema: record, example })
  return [
    ...readOperations(ctx, validations),
    {
      method: 'POST',
      path: '/validations',
      id: 'start_validation',
      role: 'front_desk',
      tag: TAG,
      summary: 'Send a code',
      description:
        'A contact can be sent 5 codes an hour and 10 a day; a proof of the contact makes room again. `too_many` says in Retry-After when there is room, and under `limit` which limit it is: see Limits. `no_route`: no enabled gateway or mail server could send.',
      body: { schema: { name: 'ValidationStart', zod: start }, example: { channel: 'sms', to: '+15555550123', locale: 'en' } },
      answer: { status: 201, description: 'The code is on its way.', schema: record, example, location: true },
      refusals: ['invalid', 'no_route', 'too_many'],
      async handle(c) {
        const { channel, to, ...rest } = parseInput(start, await readJson(c.req.raw))
        const portal = portalOf(ctx, rest.splash_portal_id ?? undefined)
        const contact = channel === 'sms' ? readNumber(to, portal) : readAddress(to)
        const splashPortalId = routeOf(ctx, channel, portal, rest.splash_portal_id ?? undefined)
        const language = pickLocale(rest.locale)
        const issued = await issueCode(ctx, {
          purpose: 'api',
          channel,
          contact,
          splashPortalId,
          locale: language,
          ...(rest.client_ip && { address: rest.client_ip }),
          ...(rest.device && { device: deviceKey(ctx.keys, `api ${rest.device}`) }),
        })
        if (issued.outcome === 'too_many')
          throw new AppError('too_many', TOO_MANY[issued.by], { retryAfterS: issued.retryAfterS, extra: { limit: issued.by } })
        // Known without asking the database again.
        const body = {
          id: issued.id,
          purpose: 'api',
          channel,
          status: 'pending',
          contact: maskContact(contact),
          decoy: false,
          account_id: null,
          splash_portal_id: splashPortalId ?? null,
          usage_plan_id: null,
          carrier_id: null,
          checks: 0,
          checks_max: CHECKS_MAX,
          sends: 1,
          last_sent_at: issued.createdAt,
          locale: language,
          created_at: issued.createdAt,
          expires_at: issued.expiresAt,
          approved_at: null,
          signals: signalsOf([contact], ctx.catalogue.now.limits),
        }
        return answerJson(c.env, 201, body, { location: `/api/v1/validations/${issued.id}` })
      },
    },
    {
      method: 'POST',
      path: '/validations/{id}/check',
      id: 'check_validation',
      role: 'front_desk',
      tag: TAG,
      summary: 'Check a code',
      description:
        'Answers `approved` once, to the right code. Wrong, expired, used up, cancelled and unknown all answer `pending`, so that nobody learns more than that.',
      body: { schema: { name: 'ValidationCheck', zod: check }, example: { code: '123456' } },
      answer: {
        status: 200,
        description: 'Whether the contact is proven now.',
        schema: verdict,
        example: { status: 'approved' },
      },
      refusals: ['invalid'],
      async handle(c) {
        const { code } = parseInput(check, await readJson(c.req.raw))
        const validationId = c.req.param('id') ?? ''
        const ids = [isId(validationId) ? validationId.toLowerCase() : NOBODY]
        const { outcome } = await checkCode(ctx, { ids, sessionId: null, code })
        const text = outcome === 'approved' ? '{"status":"approved"}' : '{"status":"pending"}'
        return answerText(c.env, 200, text, 'application/json')
      },
    },
    {
      method: 'POST',
      path: '/validations/{id}/resend',
      id: 'resend_validation',
      role: 'front_desk',
      tag: TAG,
      summary: 'Send a code again',
      description:
        'The same code while half its life is left, then a new one. At most 4 sendings in all, 30, 60 and 120 seconds apart: `too_many` says when. `conflict`: there is nothing left to send.',
      body: { schema: { name: 'Nothing', zod: nothing }, example: {}, optional: true },
      answer: recordAnswer('It is on its way.'),
      refusals: ['not_found', 'conflict', 'too_many'],
      async handle(c, caller) {
        parseInput(nothing, await readOptionalJson(c.req.raw))
        const validationId = idOf(c, validations.one)
        const resent = await ctx.db.transaction(async trx => {
          const done = await resendCode(ctx, { id: validationId }, trx)
          if (done.outcome === 'sent')
            await audit(ctx, trx, caller.name, 'resend', validationId, { sends: { from: done.sends - 1, to: done.sends } })
          return done
        })
        const row = await findRow(ctx, validations, validationId)
        if (!row) throw notFound(validations.one)
        switch (resent.outcome) {
          case 'too_many':
            throw new AppError('too_many', TOO_MANY[resent.by], { retryAfterS: resent.retryAfterS, extra: { limit: resent.by } })
          case 'too_soon':
            throw new AppError('too_many', `The code was sent a moment ago. Try again in ${resent.retryAfterS} s.`, {
              retryAfterS: resent.retryAfterS,
            })
          case 'no_more':
            throw new AppError('conflict', 'The code was sent as often as it may be. Start a new validation.')
          case 'gone':
            throw new AppError('conflict', goneDetail(row))
          case 'sent':
            return answerJson(c.env, 200, validations.present(ctx, row, caller))
        }
      },
    },
    {
      method: 'POST',
      path: '/validations/{id}/cancel',
      id: 'cancel_validation',
      role: 'front_desk',
      tag: TAG,
      summary: 'Cancel a validation',
      description:
        'Its code is worth nothing from then on. Only validations that were started here can be cancelled, while they are pending.',
      body: { schema: { name: 'Nothing', zod: nothing }, example: {}, optional: true },
      answer: recordAnswer('It is cancelled.'),
      refusals: ['not_found', 'conflict'],
      async handle(c, caller) {
        parseInput(nothing, await readOptionalJson(c.req.raw))
        const validationId = idOf(c, validations.one)
        const cancelled = await ctx.db.transaction(async trx => {
          const done = await cancelValidation(ctx, validationId, trx)
          if (done) await audit(ctx, trx, caller.name, 'cancel', validationId, { status: { from: 'pending', to: 'cancelled' } })
          return done
        })
        const row = await findRow(ctx, validations, validationId)
        if (!row) throw notFound(validations.one)
        if (!cancelled && row.status !== 'cancelled') throw new AppError('conflict', goneDetail(row))
        return answerJson(c.env, 200, validations.present(ctx, row, caller))
      },
    },
  ]
}

/** The portal of a request: the one it names, else the oldest. */
function portalOf(ctx: Context, portalId: string | undefined): SplashPortal | undefined {
  const portals = ctx.catalogue.now.splashPortals
  if (portalId === undefined) {
    let oldest: SplashPortal | undefined
    for (const portal of portals.values()) if (!oldest || portal.id < oldest.id) oldest = portal
    return oldest
  }
  const portal = portals.get(portalId)
  if (!portal) throw invalidField('splash_portal_id', `There is no record ${portalId} in splash_portals.`)
  return portal
}

/** The portal that the message goes out for; undefined: for none, by any gateway. Throws `no_route`. */
function routeOf(
  ctx: Context,
  channel: 'sms' | 'email',
  portal: SplashPortal | undefined,
  asked: string | undefined,
): string | undefined {
  const snapshot = ctx.catalogue.now
  if (canSend(snapshot, channel, { purpose: 'api', splashPortalId: portal?.id })) return portal?.id
  if (asked === undefined && canSend(snapshot, channel, { purpose: 'api' })) return undefined
  throw new AppError(
    'no_route',
    channel === 'email'
      ? 'No mail server is enabled: add or enable one.'
      : asked === undefined
        ? 'No SMS gateway is enabled: add or enable one.'
        : 'The splash portal has no enabled SMS gateway: attach one, or enable one that is attached.',
  )
}

function readNumber(text: string, portal: SplashPortal | undefined): string {
  const parsed = parsePhoneNumber(text, {
    country: portal?.default_country ?? '',
    allowedCountries: portal ? servedCountries(portal) : [],
    extraPrefixes: portal?.extra_prefixes ?? [],
  })
  if (parsed.ok) return parsed.e164
  switch (parsed.reason) {
    case 'empty':
    case 'not_a_number':
      throw invalidField('to', 'Must be a mobile number, best in international form such as +14155550123.')
    case 'cannot_receive_sms':
      throw invalidField('to', 'This number cannot receive text messages.')
    case 'country_not_served':
      throw invalidField('to', 'Numbers of this country are not served: see allowed_countries of the splash portal.')
  }
}

function readAddress(text: string): string {
  const address = parseEmailAddress(text)
  if (address === undefined) throw invalidField('to', 'Must be an email address.')
  return address
}

function goneDetail(row: ValidationRow): string {
  switch (row.status) {
    case 'approved':
      return 'The validation is approved.'
    case 'expired':
      return 'The validation is expired.'
    case 'exhausted':
      return 'The validation is exhausted.'
    case 'cancelled':
      return 'The validation is cancelled.'
    case 'pending':
      return 'The validation belongs to a guest’s browser and can only be acted on there.'
  }
}

function audit(
  ctx: Context,
  trx: Trx,
  actor: string,
  action: string,
  recordId: string,
  changes: Record<string, unknown>,
): Promise<void> {
  return insertAuditEvent(ctx, trx, { actor, action, resource: validations.name, recordId, changes })
}
