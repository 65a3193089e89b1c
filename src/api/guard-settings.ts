import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { hasRole } from '../administrators/role.ts'
import type { Limits } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { AppError, type FieldError } from '../errors.ts'
import { type Caller, requireConfirmation } from '../http/caller.ts'
import { invalidFields } from '../http/parse.ts'
import { serverOf } from '../lib/server-of.ts'
import { captchaSecretContext, VENDORS } from '../limits/captcha.ts'
import { isLocalHost } from '../sms/local-host.ts'
import { line, secret, time } from './fields.ts'
import { refuseKeptSecret } from './kept-secret.ts'

// The fields of the limits that say what guests meet beside counting: a CAPTCHA, and what throw-away contacts entail.

const MODES = ['off', 'note', 'puzzle', 'refuse'] as const

/** A secret goes to one of these, and the script of the other runs in our page. */
const vendorUrl = line(500).refine(isVendorUrl, 'Must be an https address; http will do on a network of your own.')

function isVendorUrl(text: string): boolean {
  if (text === '') return true
  const url = URL.parse(text)
  // The origin of one goes into a header, where these would end it.
  if (!url || url.username || url.password || /[\s;,'"]/.test(text)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocalHost(url.hostname))
}

/** Of a validation or an account, by what the limits say now. */
export const signals = z
  .array(z.enum(['disposable_email', 'disposable_phone']))
  .describe('What speaks against its contacts by the lists of the limits, as they are now. Computed; empty while those are off.')

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

const domains = z
  .array(
    z
      .string()
      .max(253)
      .transform(text => domainToASCII(text.trim().replace(/^[@.]/, '')))
      .refine(domain => DOMAIN.test(domain), 'Must be a domain such as example.com.')
      .meta({ example: 'example.com' }),
  )
  .max(1_000)

/** The beginning of a number, or the first and the last number of a range, both of one length. */
function isNumberRange(text: string): boolean {
  const [from = '', to, more] = text.split('-')
  if (more !== undefined || !/^\+\d{1,15}$/.test(from)) return false
  return to === undefined || (/^\+\d{1,15}$/.test(to) && to.length === from.length && to >= from)
}

/** Read and changed. */
export const guardFields = {
  captcha_provider: z
    .enum(['none', 'turnstile', 'hcaptcha', 'recaptcha', 'generic'])
    .describe('Whose CAPTCHA guests meet past a limit: reCAPTCHA is v2, and `generic` any service that speaks as that does.'),
  captcha_when: z
    .enum(['off', 'after_puzzle', 'always_past_limit'])
    .describe('`after_puzzle`: the puzzle first, then the CAPTCHA; `always_past_limit`: the CAPTCHA in place of the puzzle.'),
  captcha_site_key: line(200).describe('What the vendor shows its widget by. Public.'),
  captcha_script_url: vendorUrl.describe(
    'Where the widget’s script comes from. Needed with `generic`; empty: the vendor’s own. It runs on pages of this server, so only an owner may change it.',
  ),
  captcha_verify_url: vendorUrl.describe('Where tokens are checked. Needed with `generic`; empty: the vendor’s own.'),
  disposable_email: z
    .enum(MODES)
    .describe(
      'What becomes of guests with an address of a throw-away mail service. `note`: counted, and shown as a signal of account and validation; `puzzle`: they solve the puzzle; `refuse`: they are asked for another.',
    ),
  disposable_email_domains: domains.describe('Domains that count as such besides the built-in list, with all their subdomains.'),
  disposable_email_exceptions: domains.describe('Domains that do not, with all their subdomains. Of several the longest counts.'),
  disposable_phone: z.enum(MODES).describe('The same for the numbers of disposable_phone_prefixes.'),
  disposable_phone_prefixes: z
    .array(
      z
        .string()
        .refine(isNumberRange, 'Must be the beginning of a number such as +4470, or a range +447000000000-+447009999999.'),
    )
    .max(1_000)
    .describe('Beginnings of numbers, or ranges of numbers of one length.'),
}

/** Only read, or read in another form than it is written in. */
export const guardRead = {
  disposable_email_domains: z.array(z.string()),
  disposable_email_exceptions: z.array(z.string()),
  captcha_secret: z.null().describe('Never read back.'),
  captcha_secret_set: z.boolean(),
  captcha_worked_at: time
    .nullable()
    .describe(
      'When a guest first got through with these settings. Until then the puzzle stands in where the CAPTCHA does not load.',
    ),
}

/** Only written. */
export const guardWrite = {
  captcha_secret: secret(500).describe(
    'Write-only; left out it stays, empty or null clears it. With another server that checks tokens it is put in again, except with the root key.',
  ),
}

export const guardExample = {
  captcha_provider: 'turnstile',
  captcha_when: 'after_puzzle',
  captcha_site_key: '0x4AAAAAAAexample',
  captcha_secret: null,
  captcha_secret_set: true,
  captcha_script_url: '',
  captcha_verify_url: '',
  captcha_worked_at: '2026-11-22T10:00:00.000Z',
  disposable_email: 'puzzle',
  disposable_email_domains: ['throwaway.example'],
  disposable_email_exceptions: [],
  disposable_phone: 'off',
  disposable_phone_prefixes: [],
}

type Guard = { [Field in keyof Limits]?: Limits[Field] | undefined } & { captcha_secret?: string | null | undefined }

/**
 * Throws unless an owner who has just confirmed that it is them changes it: the script runs on pages of the origin that the
 * console has, and could act there for whoever opens one.
 */
export function requireMaySetScript(ctx: Context, caller: Caller, before: Limits, { captcha_script_url: url }: Guard): void {
  if (url === undefined || url === before.captcha_script_url) return
  if (!hasRole(caller.role, 'owner'))
    throw new AppError('forbidden', 'Only an owner may change where the script of the CAPTCHA comes from.')
  requireConfirmation(caller, ctx.clock.now())
}

/** The columns that follow from a change. Throws `invalid` where guests could not get past what the limits would be. */
export function guardColumns(ctx: Context, caller: Caller, before: Limits, change: Guard): Partial<Limits> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after: Limits = { ...before, ...given }
  const hasSecret =
    change.captcha_secret === undefined ? before.captcha_secret_encrypted !== null : Boolean(change.captcha_secret)
  const faults = guardFaults(after, hasSecret)
  if (faults.length > 0) throw invalidFields(faults)
  if (before.captcha_secret_encrypted && change.captcha_secret === undefined && after.captcha_provider !== 'none')
    refuseKeptSecret(caller, 'captcha_secret', { before: [verifierOf(before)], after: [verifierOf(after)] })

  const isOther = CAPTCHA_FIELDS.some(field => after[field] !== before[field]) || change.captcha_secret !== undefined
  const { captcha_secret: secret } = change
  return {
    ...(secret !== undefined && {
      captcha_secret_encrypted: secret ? ctx.keys.encrypt(secret, captchaSecretContext(before.id)) : null,
    }),
    // Whether the new ones are right is for the first guest to show.
    ...(isOther && { captcha_worked_at: null }),
  }
}

/** The server that the secret goes to; empty: to none. */
function verifierOf({ captcha_provider: provider, captcha_verify_url: url }: Limits): string {
  return provider === 'none' ? '' : serverOf(url || VENDORS[provider].verify)
}

const CAPTCHA_FIELDS = ['captcha_provider', 'captcha_site_key', 'captcha_script_url', 'captcha_verify_url'] as const

function guardFaults(limits: Limits, hasSecret: boolean): FieldError[] {
  const faults: FieldError[] = []
  const { captcha_provider: provider } = limits
  const isOn = limits.captcha_when !== 'off'
  if (isOn && provider === 'none')
    faults.push({ field: 'captcha_provider', message: 'Choose a vendor, or set captcha_when to off.' })
  if (isOn && provider !== 'none') {
    if (limits.captcha_site_key === '')
      faults.push({ field: 'captcha_site_key', message: 'Put in the site key from the vendor.' })
    if (!hasSecret) faults.push({ field: 'captcha_secret', message: 'Put in the secret from the vendor.' })
  }
  if (isOn && provider === 'generic')
    for (const field of ['captcha_script_url', 'captcha_verify_url'] as const)
      if (limits[field] === '') faults.push({ field, message: 'A generic CAPTCHA needs this address.' })
  for (const field of ['disposable_email', 'disposable_phone'] as const)
    if (limits[field] === 'puzzle' && limits.puzzle_bits === 0)
      faults.push({ field, message: 'There is no puzzle while puzzle_bits is 0: these guests could not go on.' })
  return faults
}
