import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Limits } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import type { Keys } from '../lib/keys.ts'
import { spendOnce } from './spend-once.ts'

// A CAPTCHA of the operator's choice. Its vendor is somebody else's server: whenever it cannot be asked, the puzzle stands in.

export type CaptchaVendor = Exclude<Limits['captcha_provider'], 'none'>

interface Vendor {
  script: string
  verify: string
  /** The class that its script looks for. */
  widget: string
  /** What the page's policy allows, as the vendor's documentation asks; `generic`: the origin of the script. */
  scripts: string[]
  frames: string[]
  others: string[]
}

const GOOGLE = 'https://www.google.com/recaptcha/'
const HCAPTCHA = ['https://hcaptcha.com', 'https://*.hcaptcha.com']

/**
 * developers.cloudflare.com/turnstile/reference/content-security-policy, docs.hcaptcha.com, developers.google.com/recaptcha/docs/faq.
 * `generic` speaks as reCAPTCHA v2 does, which other services offer for those who leave it.
 */
export const VENDORS: Record<CaptchaVendor, Vendor> = {
  turnstile: {
    script: 'https://challenges.cloudflare.com/turnstile/v0/api.js',
    verify: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
    widget: 'cf-turnstile',
    scripts: ['https://challenges.cloudflare.com'],
    frames: ['https://challenges.cloudflare.com'],
    others: [],
  },
  hcaptcha: {
    script: 'https://js.hcaptcha.com/1/api.js',
    verify: 'https://api.hcaptcha.com/siteverify',
    widget: 'h-captcha',
    scripts: HCAPTCHA,
    frames: HCAPTCHA,
    others: HCAPTCHA,
  },
  recaptcha: {
    script: `${GOOGLE}api.js`,
    verify: `${GOOGLE}api/siteverify`,
    widget: 'g-recaptcha',
    scripts: [GOOGLE, 'https://www.gstatic.com/recaptcha/'],
    frames: [GOOGLE, 'https://recaptcha.google.com/recaptcha/'],
    others: [],
  },
  generic: { script: '', verify: '', widget: 'g-recaptcha', scripts: [], frames: [], others: [] },
}

/** Longer than any vendor's: hCaptcha's are the longest, with some 2,500 characters. */
const TOKEN_LENGTH_MAX = 8_000
/** A guest waits for it. */
const VERIFY_TIMEOUT_MS = 3_000
/** How long nobody is sent to a vendor that could not be asked. */
const DOWN_S = 60
/** Longer than a token of any vendor is good for. */
const TOKEN_KEPT_S = 86_400
/** What says that the operator's secret is wrong. What a guest can bring about by an odd token is not here. */
const SECRET_ERRORS = new Set(['missing-input-secret', 'invalid-input-secret'])

/** A CAPTCHA that guests can be asked for now. */
export interface Captcha {
  vendor: CaptchaVendor
  when: 'after_puzzle' | 'always_past_limit'
  siteKey: string
  secret: string
  scriptUrl: string
  verifyUrl: string
  /** Somebody has got through with these settings. */
  hasWorked: boolean
}

export function captchaSecretContext(limitsId: string): string {
  return `limits.captcha_secret:${limitsId}`
}

/** The CAPTCHA as it is set; undefined: there is none, or it is not complete, or its vendor could not be asked within the last minute. */
export function openCaptcha({ catalogue, clock, keys }: Context): Captcha | undefined {
  const { limits } = catalogue.now
  const { captcha_provider: provider, captcha_when: when } = limits
  if (provider === 'none' || when === 'off' || (downUntil.get(limits) ?? 0) > clock.now().getTime()) return undefined
  const secret = decryptSecret(keys, limits)
  const scriptUrl = limits.captcha_script_url || VENDORS[provider].script
  const verifyUrl = limits.captcha_verify_url || VENDORS[provider].verify
  if (!secret || !scriptUrl || !verifyUrl) return undefined
  const { captcha_site_key: siteKey, captcha_worked_at: workedAt } = limits
  return { vendor: provider, when, siteKey, secret, scriptUrl, verifyUrl, hasWorked: workedAt !== null }
}

function decryptSecret(keys: Keys, { id, captcha_secret_encrypted: encrypted }: Limits): string | undefined {
  try {
    return encrypted ? keys.decrypt(encrypted, captchaSecretContext(id)) : undefined
  } catch {
    // Encrypted with another secret key: `gatehouse doctor` tells.
    return undefined
  }
}

/** `unavailable`: the vendor cannot say, or says that our secret is wrong. */
type CaptchaVerdict = 'human' | 'refused' | 'unavailable'

/** Asks the vendor about a token, once: the second time it is refused without asking. `action`: the page that it is for. */
export async function verifyCaptcha(
  ctx: Context,
  captcha: Captcha,
  { token, action }: { token: string; action: string },
): Promise<CaptchaVerdict> {
  if (token === '' || token.length > TOKEN_LENGTH_MAX) return 'refused'
  const id = `captcha ${hash('sha256', token, 'base64url')}`
  if (!(await spendOnce(ctx, { id, expiresAt: addSeconds(ctx.clock.now(), TOKEN_KEPT_S) })))
    return count(ctx, captcha, 'replayed')
  const verdict = await ask(ctx, captcha, token, action)
  if (verdict === 'human' && !captcha.hasWorked) await noteWorked(ctx)
  return count(ctx, captcha, verdict)
}

/** Whether a guest whose browser could not show the CAPTCHA may do without it: the vendor is down, or it has never worked here. */
export async function mayDoWithout(ctx: Context, captcha: Captcha): Promise<boolean> {
  count(ctx, captcha, 'not_loaded')
  if (!captcha.hasWorked) return true
  // A token that is none: whoever refuses it is there.
  const verdict = await ask(ctx, captcha, 'not-loaded', '')
  return count(ctx, captcha, verdict === 'human' ? 'refused' : verdict) === 'unavailable'
}

/** What has become of a guest's CAPTCHA. */
type Outcome = CaptchaVerdict | 'misconfigured' | 'wrong_host' | 'replayed' | 'not_loaded'

async function ask(ctx: Context, captcha: Captcha, token: string, action: string): Promise<Outcome> {
  const { vendor, siteKey, secret, verifyUrl } = captcha
  const body = new URLSearchParams({ secret, response: token, ...(vendor === 'hcaptcha' && { sitekey: siteKey }) })
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const request = { method: 'POST' as const, url: verifyUrl, headers, body: body.toString() }
  const answer = await Promise.race([ctx.carriage.http.exchange(request), sleep(VERIFY_TIMEOUT_MS, undefined, { ref: false })])
  if (!answer || 'failed' in answer) return 'unavailable'
  const { publicUrl, allowedHosts } = ctx.config
  return readVerdict(answer, { hosts: [new URL(publicUrl).hostname, ...allowedHosts], action })
}

/** Reads what a vendor has answered. Host and action count where it tells them. */
export function readVerdict(
  { status, body }: { status: number; body: string },
  { hosts, action }: { hosts: string[]; action: string },
): Outcome {
  const said = readJson(body)
  if (status >= 500 || typeof said?.success !== 'boolean') return 'unavailable'
  const errors = Array.isArray(said['error-codes']) ? said['error-codes'] : []
  if (errors.some(code => SECRET_ERRORS.has(code))) return 'misconfigured'
  if (errors.includes('internal-error')) return 'unavailable'
  if (!said.success) return 'refused'
  const { hostname, action: forWhat } = said
  // hCaptcha's word for a browser that did not say.
  const isTold = typeof hostname === 'string' && hostname !== '' && hostname !== 'not-provided'
  if (isTold && !hosts.includes(hostname.toLowerCase())) return 'wrong_host'
  if (typeof forWhat === 'string' && forWhat !== '' && forWhat !== action) return 'refused'
  return 'human'
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

// In milliseconds of the clock. What was found out holds for the settings that it was found out with.
const downUntil = new WeakMap<Limits, number>()
const toldUntil = new WeakMap<Limits, Map<Outcome, number>>()

const TROUBLE: Partial<Record<Outcome, string>> = {
  unavailable: 'the CAPTCHA’s vendor cannot be asked: guests past a limit get the puzzle instead',
  misconfigured: 'the CAPTCHA’s vendor does not know captcha_secret: guests past a limit get the puzzle instead',
  wrong_host: 'the CAPTCHA was solved for another host name than this installation’s: refused',
  not_loaded:
    'a guest’s browser could not show the CAPTCHA: are the vendor’s hosts in the walled garden, and is captcha_site_key right?',
}

/** Counts an outcome, alerts the operator at most once a minute, and says what it means for the guest. */
function count(ctx: Context, { vendor }: Captcha, outcome: Outcome): CaptchaVerdict {
  ctx.metrics.captcha.inc({ provider: vendor, outcome })
  const { limits } = ctx.catalogue.now
  const now = ctx.clock.now().getTime()
  const isDown = outcome === 'unavailable' || outcome === 'misconfigured'
  if (isDown) downUntil.set(limits, now + DOWN_S * 1000)
  const told = toldUntil.get(limits) ?? new Map<Outcome, number>()
  toldUntil.set(limits, told)
  const trouble = TROUBLE[outcome]
  if (trouble && (told.get(outcome) ?? 0) <= now) {
    told.set(outcome, now + DOWN_S * 1000)
    ctx.log.warn({ provider: vendor }, trouble)
  }
  return outcome === 'human' ? 'human' : isDown ? 'unavailable' : 'refused'
}

async function noteWorked({ db, clock }: Context): Promise<void> {
  const worked = { captcha_worked_at: clock.now() }
  await db.kysely.updateTable('limits').set(worked).where('captcha_worked_at', 'is', null).execute()
}
