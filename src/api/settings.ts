import { z } from 'zod'
import { hasRole } from '../administrators/role.ts'
import { hasSecondFactor } from '../administrators/second-factors.ts'
import type { Settings } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { type Caller, requireConfirmation } from '../http/caller.ts'
import { parseInput } from '../http/parse.ts'
import { describeChanges, insertAuditEvent } from './audit.ts'
import { CHECKLIST_KEYS } from './checklist-keys.ts'
import { country, line, time } from './fields.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { requireTimeZone, timeZone } from './time-zone.ts'

export const SETTINGS_TAG = 'Settings'
/** The languages of the console and of the portals. */
const LOCALES = ['en', 'es', 'fr', 'de'] as const

const publicUrl = z
  .string()
  .trim()
  .max(300)
  .transform((text, issue) => {
    if (text === '') return ''
    const url = URL.parse(text)
    if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
      return url.origin
    issue.addIssue({ code: 'custom', message: 'Must be an origin such as https://wifi.example.com, without a path.' })
    return z.NEVER
  })

const fields = {
  operator_name: line(100).describe('Who runs this, for people.'),
  country: z
    .union([z.literal(''), country])
    .describe('Where the guests are: what a new splash portal takes for its default_country. Empty: not said yet.'),
  time_zone: timeZone.describe('Whose days the statistics count, unless they are asked for another.'),
  locale: z
    .enum(LOCALES)
    .describe('The language of the console for whoever has chosen none and whose browser asks for none that it speaks.'),
  public_url: publicUrl.describe(
    'Origin that guests and providers reach this at. Counts from the next start on, and only where GATEHOUSE_PUBLIC_URL is not set. Empty: the default, http://localhost with the port.',
  ),
  setup_dismissed: z
    .array(z.enum(CHECKLIST_KEYS))
    .transform(keys => [...new Set(keys)])
    .describe('Points of the checklist that are put aside.'),
  second_factor_required: z
    .enum(['none', 'owners', 'everyone'])
    .describe(
      'Which administrators must have a second factor at the console. Who has none sets one up at their next sign-in, and can do nothing else until then. API keys are not touched.',
    ),
}
const read = z.object({
  ...fields,
  country: z.string(),
  time_zone: z.string(),
  public_url: z.string(),
  setup_dismissed: z.array(z.string()),
  public_url_in_use: z.string().describe('What links and callbacks are made from now.'),
  public_url_from: z.enum(['environment', 'settings', 'default']).describe('Who said so.'),
  restart_needed: z.boolean().describe('True: `public_url` was changed since the start of the node that answers.'),
  updated_at: time.nullable(),
})
const update = z.strictObject(fields).partial()
const schema: NamedSchema = { name: 'Settings', zod: read }
const example = {
  operator_name: 'Hotel Aurora',
  country: 'DE',
  time_zone: 'Europe/Berlin',
  locale: 'de',
  public_url: 'https://wifi.example.com',
  setup_dismissed: ['spend_cap'],
  second_factor_required: 'owners',
  public_url_in_use: 'https://wifi.example.com',
  public_url_from: 'settings',
  restart_needed: false,
  updated_at: '2026-11-22T10:00:00.000Z',
}

/** Who runs this installation and where: one record that is read and changed. */
export function settingsOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/settings',
      id: 'read_settings',
      tag: SETTINGS_TAG,
      summary: 'Read the settings',
      answer: { status: 200, description: 'What holds now.', schema, example },
      handle: c => answerJson(c.env, 200, present(ctx, ctx.catalogue.now.settings)),
    },
    {
      method: 'PATCH',
      path: '/settings',
      id: 'update_settings',
      tag: SETTINGS_TAG,
      summary: 'Change the settings',
      description:
        'Fields that are left out stay as they are. `public_url` and `second_factor_required` take an owner with a confirmed session. `conflict`: an owner who requires a second factor of themselves has one first.',
      body: { schema: { name: 'SettingsUpdate', zod: update }, example: { operator_name: 'Hotel Aurora', country: 'DE' } },
      answer: { status: 200, description: 'What holds from now on.', schema, example },
      refusals: ['forbidden', 'invalid', 'conflict', 'confirm_identity'],
      async handle(c, caller) {
        const input = parseInput(update, await readJson(c.req.raw))
        if (input.public_url !== undefined) requireMayMove(ctx, caller, input.public_url)
        if (input.second_factor_required !== undefined) await requireMayRequire(ctx, caller, input.second_factor_required)
        if (input.time_zone !== undefined) await requireTimeZone(ctx, input.time_zone)
        const values = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
        const after = await ctx.db.transaction(async trx => {
          const before = await trx.selectFrom('settings').selectAll().forUpdate().executeTakeFirstOrThrow()
          const changed = await trx
            .updateTable('settings')
            .set({ ...values, updated_at: ctx.clock.now() })
            .returningAll()
            .executeTakeFirstOrThrow()
          const changes = describeChanges(before, changed)
          if (Object.keys(changes).length > 0)
            await insertAuditEvent(ctx, trx, {
              actor: caller.name,
              action: 'update',
              resource: 'settings',
              recordId: changed.id,
              changes,
            })
          return changed
        })
        await ctx.catalogue.reload()
        return answerJson(c.env, 200, present(ctx, after))
      },
    },
  ]
}

/** Throws where a caller may not change the public URL: links, passkeys and the names of cookies hang on it. */
function requireMayMove(ctx: Context, caller: Caller, publicUrl: string): void {
  if (!hasRole(caller.role, 'owner')) throw new AppError('forbidden', 'Only an owner may change the public URL.')
  if (publicUrl !== ctx.catalogue.now.settings.public_url) requireConfirmation(caller, ctx.clock.now())
}

/** Throws where a caller may not say of whom a second factor is required. */
async function requireMayRequire(ctx: Context, caller: Caller, required: Settings['second_factor_required']): Promise<void> {
  if (!hasRole(caller.role, 'owner')) throw new AppError('forbidden', 'Only an owner may say who needs a second factor.')
  requireConfirmation(caller, ctx.clock.now())
  const { administratorId } = caller
  if (administratorId === undefined || required === 'none') return
  // Somebody is left then who can get in with all that is required.
  if (!(await hasSecondFactor(ctx.db, administratorId)))
    throw new AppError('conflict', 'Set up a second factor of your own first, in your profile. Then require it of others.')
}

function present({ config }: Context, settings: Settings) {
  return {
    operator_name: settings.operator_name,
    country: settings.country,
    time_zone: settings.time_zone,
    locale: settings.locale,
    public_url: settings.public_url,
    setup_dismissed: settings.setup_dismissed,
    second_factor_required: settings.second_factor_required,
    public_url_in_use: config.publicUrl,
    public_url_from: config.publicUrlFrom,
    restart_needed: needsRestart(config, settings.public_url),
    updated_at: settings.updated_at,
  }
}

/** Whether a start would make another public URL of the settings than the one in use. Pure. */
export function needsRestart(config: Pick<Context['config'], 'publicUrl' | 'publicUrlFrom'>, stored: string): boolean {
  switch (config.publicUrlFrom) {
    case 'environment':
      return false
    case 'settings':
      return stored !== config.publicUrl
    case 'default':
      return stored !== '' && stored !== config.publicUrl
  }
}
