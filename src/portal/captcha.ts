import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { addSeconds } from '../lib/clock.ts'
import { type Captcha, type CaptchaVendor, mayDoWithout, openCaptcha, VENDORS, verifyCaptcha } from '../limits/captcha.ts'
import { spendOnce } from '../limits/spend-once.ts'
import type { Fields } from './forms.ts'
import type { Html } from './layout.ts'
import type { Sealed, Sources } from './puzzle.ts'
import { answerScript } from './script.ts'
import { linkTo, type Visit } from './site.ts'

export const CAPTCHA_SCRIPT_PATH = '/portal/assets/captcha.js'
const SCRIPT = readFileSync(new URL('captcha.js', import.meta.url), 'utf8')
/** The vendors that take the language with their script; Turnstile takes it with its widget. */
const WITH_LANGUAGE: readonly CaptchaVendor[] = ['hcaptcha', 'recaptcha']

/** Answers with the script that puts the widget on the page, and sends the form when it is solved or does not come. */
export function answerCaptchaScript(): Response {
  return answerScript(SCRIPT)
}

/** The CAPTCHA with the form that goes on from it. This page's policy, and no other's, lets the vendor's script in. */
export function captchaForm(visit: Visit, captcha: Captcha, form: string): { html: Html; sources?: Sources } {
  const { phrases, locale, client, posted } = visit
  const page = posted?.page ?? ''
  const fields = html`<input type="hidden" name="puzzle_form" value="${form}">`
  const action = linkTo(visit, page)
  // Not again by itself, or the page would go round in circles.
  if (client.gate.captcha === 'not_loaded')
    return {
      html: html`<p role="status">${phrases.captchaNotLoaded}</p><form method="post" action="${action}">${fields}<button>${phrases.tryAgain}</button></form>`,
    }
  const { vendor, siteKey } = captcha
  const script = new URL(captcha.scriptUrl)
  if (WITH_LANGUAGE.includes(vendor)) script.searchParams.set('hl', locale)
  return {
    sources: sourcesOf(captcha),
    html: html`<div class="captcha" hidden><p role="status">${client.gate.captcha === 'refused' ? phrases.captchaRefused : phrases.captchaLead}</p><div class="${VENDORS[vendor].widget}" data-sitekey="${siteKey}" data-callback="captchaSolved" data-error-callback="captchaFailed" data-action="${page}" data-language="${locale}"></div></div><form method="post" action="${action}" data-captcha="${script.href}">${fields}<input type="hidden" name="captcha_token" value=""><input type="hidden" name="captcha_failed" value=""></form><noscript><p>${phrases.captchaNeedsScript}</p></noscript><script src="${CAPTCHA_SCRIPT_PATH}" defer></script>`,
  }
}

function sourcesOf({ vendor, scriptUrl }: Captcha): Sources {
  const { origin } = new URL(scriptUrl)
  if (vendor === 'generic') return { scripts: [origin], frames: [origin], others: [origin] }
  const { script, scripts, frames, others } = VENDORS[vendor]
  return { scripts: scriptUrl === script ? scripts : [...scripts, origin], frames, others }
}

/** Judges what came of a CAPTCHA, and notes on the visit whether the guest is past it, or what stands in its place. */
export async function judgeCaptcha(visit: Visit, sealed: Sealed, fields: Fields): Promise<void> {
  const { ctx, client, now } = visit
  const { ticket, expiresAt, isOneOfTwo } = sealed
  const isGood = now.getTime() < expiresAt && (await spendOnce(ctx, { id: ticket, expiresAt: addSeconds(now, 3_600) }))
  if (!isGood) {
    client.gate = { captcha: 'refused' }
    return
  }
  const captcha = openCaptcha(ctx)
  const verdict = captcha ? await verdictOf(visit, captcha, fields) : 'unavailable'
  if (verdict === 'human' || (verdict === 'unavailable' && isOneOfTwo)) client.hasSolvedPuzzle = true
  else if (verdict === 'unavailable') client.gate = { captcha: 'not_needed' }
  else if (verdict === 'refused') client.gate = { captcha: 'refused' }
  else client.gate = { hasSolved: isOneOfTwo, ...(verdict === 'not_loaded' && { captcha: verdict }) }
}

/** `none`: the guest asks to be shown it once more. */
async function verdictOf(
  { ctx, posted }: Visit,
  captcha: Captcha,
  fields: Fields,
): Promise<'human' | 'refused' | 'unavailable' | 'not_loaded' | 'none'> {
  const token = fields.get('captcha_token') ?? ''
  if (token !== '') return verifyCaptcha(ctx, captcha, { token, action: posted?.page ?? '' })
  if (!fields.get('captcha_failed')) return 'none'
  return (await mayDoWithout(ctx, captcha)) ? 'unavailable' : 'not_loaded'
}
