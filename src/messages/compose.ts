import type { SplashPortal } from '../catalogue.ts'
import type { Channel } from '../db/tables.ts'
import { charactersMax, countSegments, foreignToGsm7, toAscii, toGsm7, type WrittenSms, writeSms } from '../sms/segments.ts'
import { renderEmail } from './email-page.ts'
import { de } from './templates/de.ts'
import { en } from './templates/en.ts'
import { es } from './templates/es.ts'
import { fill } from './templates/fill.ts'
import { fr } from './templates/fr.ts'
import type { TemplateName, Texts } from './templates/texts.ts'

export const SUPPORTED_LOCALES = ['en', 'es', 'fr', 'de'] as const
export type Locale = (typeof SUPPORTED_LOCALES)[number]

export const MESSAGE_TEMPLATES = ['code', 'password_changed', 'contact_moved', 'reset_invitation'] as const
type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

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
  portal:
    | Pick<SplashPortal, 'name' | 'slug' | 'brand_name' | 'brand_color' | 'message_templates' | 'sms_segments_max'>
    | undefined
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
  /** A brand is cut to fit, but not below so many characters. */
  brandMin: number
}

/** What a short text may be made of, and how long it may be. */
interface Medium {
  write(text: string): string
  /** A name in the form that it has within a template. */
  writeName(name: string, template: string): string
  fits(text: string): boolean
  charactersMax: number
}

/**
 * Letters of another script are kept, in a name too: it may turn the whole text into UCS-2. Emoji in a name are not worth
 * that.
 */
function sms(segmentsMax: number): Medium {
  return {
    write: text => writeSms(text).text,
    writeName: (name, template) => (isForeign(template) || hasForeignLetters(name) ? name : toGsm7(name)),
    fits: text => countSegments(text).segments <= segmentsMax,
    charactersMax: charactersMax('GSM-7', segmentsMax),
  }
}

const EMAIL_TO_SMS: Medium = {
  write: toAscii,
  writeName: toAscii,
  fits: text => text.length <= EMAIL_TO_SMS_MAX,
  charactersMax: EMAIL_TO_SMS_MAX,
}

/**
 * Writes a text message of at most as many segments as the portal allows, or 140 characters of ASCII for a carrier's
 * email gateway. A text with a code ends with the line `@host #code`, which lets the phone offer the code on that host
 * alone (WICG, Origin-bound one-time codes); that origin has no port. The brand is cut where it is too long. A host name
 * too long for that line and the text (more than about 110 characters) costs the line.
 */
export function composeSms(input: ComposeInput): WrittenSms {
  const { template, locale } = checkInput(input)
  const host = new URL(input.publicUrl).hostname
  const values = { code: input.code ?? '', minutes: String(input.minutes ?? ''), host, link: linkOf(input) }
  const texts = BUILT_IN[locale]
  const own = (name: TemplateName) => input.portal?.message_templates[locale]?.[name]
  const tail = template === 'code' ? `\n${webOtpLine(host, values.code)}` : ''
  const brands = brandsOf(input, host)
  if (input.channel === 'email_to_sms') {
    const name = template === 'code' ? 'code_email_to_sms' : (`${template}_sms` as const)
    const templates = [own(name), texts[name]].filter(text => text !== undefined)
    const plain = templates.map(text => ({ template: text, tail: '', brandMin: BRAND_MIN }))
    const short = template === 'reset_invitation' ? texts.reset_invitation_sms_short : texts[name]
    return firstThatFits(EMAIL_TO_SMS, brands, values, [
      ...(tail ? plain.map(text => ({ ...text, tail })) : []),
      ...plain,
      { template: short, tail: '', brandMin: 0 },
    ])
  }
  const name = `${template}_sms` as const
  const hasShort = template === 'code' || template === 'reset_invitation'
  const short = hasShort ? texts[`${template}_sms_short`] : texts[name]
  return firstThatFits(sms(input.portal?.sms_segments_max ?? 1), brands, values, [
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
    portal: portalUrl(input),
    link: linkOf(input),
  }
  const body = text(`${template}_email_text`)
  return {
    subject: oneLine(fill(text(`${template}_email_subject`), values)),
    text: `${fill(body, values).trim()}\n`,
    html: renderEmail({ body, values, locale, brand, color: input.portal?.brand_color ?? '' }),
  }
}

function portalUrl({ portal, publicUrl }: Pick<ComposeInput, 'portal' | 'publicUrl'>): string {
  return portal ? `${publicUrl}/portal/${portal.slug}` : publicUrl
}

/** Where a guest begins a password reset. */
function linkOf(input: Pick<ComposeInput, 'portal' | 'publicUrl'>): string {
  return input.portal ? resetUrl(input.publicUrl, input.portal.slug) : input.publicUrl
}

export function resetUrl(publicUrl: string, slug: string): string {
  return `${publicUrl}/portal/${slug}/forgot_password`
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

/** Writes a short text with as little of the brand as a reader needs: what it takes at least. */
export function shortestForm(
  channel: 'sms' | 'email_to_sms',
  { template, tail, values, brands }: { template: string; tail: string; values: Record<string, string>; brands: string[] },
): WrittenSms {
  const medium = channel === 'sms' ? sms(1) : EMAIL_TO_SMS
  const name = namesFor(medium, template, brands).at(-1) ?? ''
  const text = writeText(medium, { template, tail }, values, shorten(charactersOf(name), BRAND_MIN))
  const { encoding, segments } = countSegments(text)
  return { text, encoding, segments }
}

export function webOtpLine(host: string, code: string): string {
  return `@${host} #${code}`
}

function checkInput(input: ComposeInput): { template: MessageTemplate; locale: Locale } {
  const template = MESSAGE_TEMPLATES.find(name => name === input.template)
  if (!template) throw new Error(`there is no message template ${input.template}`)
  if (template === 'code' && !(/^\d{4,10}$/.test(input.code ?? '') && Number.isInteger(input.minutes)))
    throw new Error('a message with a code needs the code and its minutes')
  return { template, locale: pickLocale(input.locale) }
}

function firstThatFits(medium: Medium, brands: string[], values: Record<string, string>, variants: Variant[]): WrittenSms {
  for (const variant of variants) {
    const names = namesFor(medium, variant.template, brands)
    // The shreds of a name are shown only where no whole one fits anywhere.
    for (const name of variant.brandMin < BRAND_MIN ? names.slice(-1) : names) {
      const text = fit(medium, variant, values, name)
      if (text === undefined) continue
      const { encoding, segments } = countSegments(text)
      return { text, encoding, segments }
    }
  }
  throw new Error('the text of a message does not fit')
}

function fit(medium: Medium, variant: Variant, values: Record<string, string>, brand: string): string | undefined {
  const whole = writeText(medium, variant, values, brand)
  if (medium.fits(whole)) return whole
  if (!variant.template.includes('{brand}')) return undefined
  const characters = charactersOf(brand)
  const keptMax = Math.min(characters.length - 1, medium.charactersMax)
  for (let kept = keptMax; kept >= Math.min(variant.brandMin, characters.length); kept--) {
    const text = writeText(medium, variant, values, shorten(characters, kept))
    if (medium.fits(text)) return text
  }
  return undefined
}

/** The text, without the @ of anything that Chromium, which looks on every line, would read as the line with the code. */
function writeText(
  medium: Medium,
  { template, tail }: Pick<Variant, 'template' | 'tail'>,
  values: Record<string, string>,
  brand: string,
): string {
  const text = medium
    .write(fill(template, { ...values, brand }))
    .replace(/ {2,}/g, ' ')
    .replace(/@(?=[a-zA-Z0-9.-]+ #)/g, '')
  return text.trim() + tail
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader takes for characters: a letter with its marks is one. */
function charactersOf(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment)
}

/** The beginning of a brand, up to the end of a word where one ends late enough. */
function shorten(characters: string[], length: number): string {
  if (length >= characters.length) return characters.join('')
  let kept = characters.slice(0, length).join('')
  if (characters[length] !== ' ') {
    const wordEnd = kept.lastIndexOf(' ')
    if (wordEnd * 2 > kept.length) kept = kept.slice(0, wordEnd)
  }
  return kept.replace(/[\s,;:.&/-]+$/, '')
}

/**
 * The names that a text may show, best first. One that would turn a text of GSM-7 into UCS-2 is followed by those that do
 * not, up to the first of them.
 */
function namesFor(medium: Medium, template: string, brands: string[]): string[] {
  const names = brands.map(name => oneLine(medium.writeName(name, template))).filter(name => name !== '')
  const plain = names.findIndex(name => isForeign(template) || !isForeign(name))
  return plain < 0 ? [...names, ''] : names.slice(0, plain + 1)
}

function isForeign(text: string): boolean {
  return foreignToGsm7(text).length > 0
}

function hasForeignLetters(text: string): boolean {
  return foreignToGsm7(text).some(character => /[\p{L}\p{N}]/u.test(character))
}

/** What the sender may be called, best first. */
function brandsOf(input: ComposeInput, host: string): string[] {
  return [input.portal?.brand_name ?? '', input.portal?.name ?? '', host].map(oneLine).filter(name => name !== '')
}

function oneLine(text: string): string {
  return (
    text
      // Persian and emoji need the two joiners; the other unseen characters have no place in a line.
      .replace(/((?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029])+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

function lifetimeOf(locale: Locale, minutes = 0): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes).replace(/\s/g, ' ')
}
