import type { SplashPortal } from '../catalogue.ts'
import type { Channel } from '../db/tables.ts'
import { countSegments, GSM7_SEGMENT_MAX, toAscii, toGsm7 } from '../sms/segments.ts'
import { renderEmail } from './email-page.ts'
import { de } from './templates/de.ts'
import { en } from './templates/en.ts'
import { es } from './templates/es.ts'
import { fill } from './templates/fill.ts'
import { fr } from './templates/fr.ts'
import type { TemplateName, Texts } from './templates/texts.ts'

export const SUPPORTED_LOCALES = ['en', 'es', 'fr', 'de'] as const
export type Locale = (typeof SUPPORTED_LOCALES)[number]

type MessageTemplate = 'code' | 'password_changed' | 'contact_moved'

export const BUILT_IN: Record<Locale, Texts> = { en, es, fr, de }

/** What a carrier's email-to-SMS gateway passes on, in characters. */
export const EMAIL_TO_SMS_MAX = 140
/** So much of a brand is shown, or a shorter text is taken. */
const BRAND_MIN = 12
const EMAIL_BRAND_MAX = 60

export interface ComposeInput {
  template: string
  /** Any language tag; the nearest supported one is taken. */
  locale: string
  channel: Channel
  portal: Pick<SplashPortal, 'name' | 'slug' | 'brand_name' | 'brand_color' | 'message_templates'> | undefined
  publicUrl: string
  code?: string | undefined
  /** How long the code still is of use, in whole minutes. */
  minutes?: number | undefined
}

export interface ComposedEmail {
  subject: string
  text: string
  html: string
}

interface Variant {
  template: string
  tail: string
  /** A brand is cut to fit, but not below this. */
  brandMin: number
}

/** How a short text is measured and what it may be made of. */
interface Medium {
  max: number
  write(text: string): string
  measure(text: string): number
}

const SMS: Medium = { max: GSM7_SEGMENT_MAX, write: toGsm7, measure: text => countSegments(text).units }
const EMAIL_TO_SMS: Medium = { max: EMAIL_TO_SMS_MAX, write: toAscii, measure: text => text.length }

/**
 * Writes a text message: one segment of GSM-7, or 140 characters of ASCII for a carrier's email gateway. A text with a
 * code ends with the line `@host #code`, which lets the phone offer the code on that host alone (WICG, Origin-bound
 * one-time codes); that origin has no port. The brand is cut where it is too long. A host name too long for that line
 * and the text (more than about 110 characters) costs the line.
 */
export function composeSms(input: ComposeInput): string {
  const { template, locale } = checkInput(input)
  const host = new URL(input.publicUrl).hostname
  const values = { code: input.code ?? '', minutes: String(input.minutes ?? ''), host }
  const texts = BUILT_IN[locale]
  const own = (name: TemplateName) => input.portal?.message_templates[locale]?.[name]
  const tail = template === 'code' ? `\n${webOtpLine(host, values.code)}` : ''
  const brands = brandsOf(input, host)
  if (input.channel === 'email_to_sms') {
    const name = template === 'code' ? 'code_email_to_sms' : (`${template}_sms` as const)
    const templates = [own(name), texts[name]].filter(text => text !== undefined)
    const plain = templates.map(text => ({ template: text, tail: '', brandMin: BRAND_MIN }))
    return firstThatFits(EMAIL_TO_SMS, brands, values, [
      ...(tail ? plain.map(text => ({ ...text, tail })) : []),
      ...plain,
      { template: texts[name], tail: '', brandMin: 0 },
    ])
  }
  const name = `${template}_sms` as const
  const short = template === 'code' ? texts.code_sms_short : texts[name]
  return firstThatFits(SMS, brands, values, [
    ...[own(name), texts[name], short]
      .filter(text => text !== undefined)
      .map(text => ({ template: text, tail, brandMin: BRAND_MIN })),
    { template: short, tail, brandMin: 1 },
    { template: short, tail: '', brandMin: 0 },
  ])
}

/** Writes an email: subject with the code first, plain text, and the same as a small page without anything from outside. */
export function composeEmail(input: ComposeInput): ComposedEmail {
  const { template, locale } = checkInput(input)
  const host = new URL(input.publicUrl).hostname
  const brand = [...(brandsOf(input, host)[0] ?? host)].slice(0, EMAIL_BRAND_MAX).join('').trim()
  const text = (name: TemplateName) => input.portal?.message_templates[locale]?.[name] ?? BUILT_IN[locale][name]
  const values = {
    code: input.code ?? '',
    brand,
    minutes: String(input.minutes ?? ''),
    lifetime: lifetimeOf(locale, input.minutes),
    host,
    portal: input.portal ? `${input.publicUrl}/portal/${input.portal.slug}` : input.publicUrl,
  }
  const body = text(`${template}_email_text`)
  return {
    subject: oneLine(fill(text(`${template}_email_subject`), values)),
    text: `${fill(body, values).trim()}\n`,
    html: renderEmail({ body, values, locale, brand, color: input.portal?.brand_color ?? '' }),
  }
}

/** The best supported language for a language tag or an Accept-Language header (RFC 9110); English when none fits. */
export function pickLocale(requested: string | null | undefined): Locale {
  const wishes = (requested ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const q = Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? 1)
      return { language: tag.split(/[-_]/)[0], q: Number.isNaN(q) ? 0 : q }
    })
    .filter(wish => wish.q > 0)
    .sort((a, b) => b.q - a.q)
  for (const wish of wishes) {
    const locale = SUPPORTED_LOCALES.find(supported => supported === wish.language)
    if (locale) return locale
  }
  return 'en'
}

/**
 * Fills a short text, cutting the brand to the room that is left. Undefined: there is too little room for a brand that
 * a reader would know.
 */
export function fitBrand(text: {
  medium: 'sms' | 'email_to_sms'
  template: string
  tail: string
  values: Record<string, string>
  brand: string
}): string | undefined {
  const { medium: to, template, tail, values, brand } = text
  return fit(to === 'sms' ? SMS : EMAIL_TO_SMS, { template, tail, brandMin: BRAND_MIN }, values, oneLine(toGsm7(brand)))
}

export function webOtpLine(host: string, code: string): string {
  return `@${host} #${code}`
}

function checkInput(input: ComposeInput): { template: MessageTemplate; locale: Locale } {
  const { template } = input
  if (template !== 'code' && template !== 'password_changed' && template !== 'contact_moved')
    throw new Error(`there is no message template ${template}`)
  if (template === 'code' && !(/^\d{4,10}$/.test(input.code ?? '') && Number.isInteger(input.minutes)))
    throw new Error('a message with a code needs the code and its minutes')
  return { template, locale: pickLocale(input.locale) }
}

function firstThatFits(medium: Medium, brands: string[], values: Record<string, string>, variants: Variant[]): string {
  const brand = brands.map(name => tameBrand(medium.write(name))).find(name => name !== '') ?? ''
  for (const variant of variants) {
    const text = fit(medium, variant, values, brand)
    if (text !== undefined) return text
  }
  throw new Error('the text of a message does not fit')
}

function fit(medium: Medium, variant: Variant, values: Record<string, string>, brand: string): string | undefined {
  const template = medium.write(variant.template)
  const brands = template.split('{brand}').length - 1
  const write = (shown: string) =>
    `${fill(template, { ...values, brand: shown })
      .replace(/ {2,}/g, ' ')
      .trim()}${variant.tail}`
  const whole = write(brand)
  if (medium.measure(whole) <= medium.max) return whole
  if (brands === 0) return undefined
  const room = Math.floor((medium.max - medium.measure(write('x'))) / brands) + 1
  if (room < Math.min(variant.brandMin, medium.measure(brand))) return undefined
  const text = write(cut(medium, brand, room))
  return medium.measure(text) <= medium.max ? text : undefined
}

/** The beginning of a brand that measures at most `room`, up to the end of a word where one ends late enough. */
function cut(medium: Medium, brand: string, room: number): string {
  let kept = ''
  for (const character of brand) {
    if (medium.measure(kept + character) > room) break
    kept += character
  }
  if (kept.length < brand.length && brand[kept.length] !== ' ') {
    const wordEnd = kept.lastIndexOf(' ')
    if (wordEnd * 2 > kept.length) kept = kept.slice(0, wordEnd)
  }
  return kept.replace(/[\s,;:.&/-]+$/, '')
}

/** What the sender may be called, best first: a name of another script may leave nothing to write in GSM-7. */
function brandsOf(input: ComposeInput, host: string): string[] {
  return [input.portal?.brand_name ?? '', input.portal?.name ?? '', host].map(oneLine).filter(name => name !== '')
}

/** Takes the @ from what Chromium, which looks for it on every line, would read as the line with the code. */
function tameBrand(brand: string): string {
  return oneLine(brand).replace(/@(?=[a-zA-Z0-9.-]+ #)/g, '')
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function lifetimeOf(locale: Locale, minutes = 0): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes).replace(/\s/g, ' ')
}
