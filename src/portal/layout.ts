import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { SplashPortal } from '../catalogue.ts'
import { type Locale, SUPPORTED_LOCALES } from '../messages/compose.ts'
import { logoUrlOf } from '../portals/logo.ts'
import { EMPTY_FORM, type FormState } from './forms.ts'
import { ownParagraph } from './own-text.ts'
import type { Phrases } from './phrases/phrases.ts'
import { gateOf, type Sources } from './puzzle.ts'
import { linkTo, type NoticeName, type PageName, type Preview, type Visit } from './site.ts'
import { frameStyleOf, previewStyleOf, styleOf } from './style.ts'

/** A piece of a page. What is put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The languages by their own names. */
const LANGUAGES: Record<Locale, string> = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' }

interface Shell {
  phrases: Phrases
  locale: Locale
  /** Undefined: an error outside any portal. */
  portal: SplashPortal | undefined
  title: string
  body: Html
  homeUrl: string
  /** Frames of this server are shown in it. */
  hasFrames?: boolean
  /** What its scripts may load; undefined: it has none. */
  sources?: Sources | undefined
  /** The console shows it within its own page. */
  preview?: Preview | undefined
  /** The same page in another language. */
  languageUrl: (locale: Locale) => string
}

export interface Page {
  name: PageName
  title: string
  body: Html
  /** The form that came back, if one did: its errors are summed up at the top. */
  form?: FormState
  /** The one field of a page that has no other: its error is said once, at the top. */
  onlyField?: string | undefined
  hasFrames?: boolean
  /** What is wrong besides the fields, or instead of them. */
  problem?: string | undefined
  status?: 200 | 404 | 422 | 429
  retryAfterS?: number
  /** Of the page's address, kept by the language switch. */
  query?: Record<string, string>
}

/** Answers with a page of the portal. 422 unless said otherwise when its form came back with errors. */
export function page(visit: Visit, content: Page): Promise<Response> {
  const { phrases } = visit
  const form = content.form ?? EMPTY_FORM
  const isWrong = form.errors.size > 0 || content.problem !== undefined
  const title = isWrong ? `${phrases.errorPrefix}: ${content.title}` : content.title
  const gate = visit.preview ? undefined : gateOf(visit)
  const body = html`${isWrong ? errorSummary(phrases, form, content) : noticeOf(visit)}${gate?.html}${content.body}`
  return answerPage(
    {
      phrases,
      locale: visit.locale,
      portal: visit.portal,
      title,
      body,
      hasFrames: content.hasFrames === true && !visit.preview,
      sources: gate?.sources,
      preview: visit.preview,
      homeUrl: linkTo(visit, ''),
      languageUrl: locale => linkTo({ portal: visit.portal, chosenLocale: locale }, content.name, content.query),
    },
    content.status ?? (isWrong ? 422 : 200),
    content.retryAfterS,
  )
}

function errorSummary(phrases: Phrases, form: FormState, { problem, onlyField = '' }: Page): Html {
  const only = form.errors.size === 1 ? form.errors.get(onlyField) : undefined
  if (only !== undefined)
    return html`<div class="alert" role="alert" tabindex="-1" autofocus>${problem && html`<p>${problem}</p>`}<p><a id="${onlyField}-error" href="#${onlyField}">${only}</a></p></div>`
  return html`<div class="alert" role="alert" tabindex="-1" autofocus>${problem && html`<p>${problem}</p>`}${
    form.errors.size > 0 &&
    html`<p><b>${phrases.errorSummary}</b></p><ul>${[...form.errors].map(
      ([field, message]) => html`<li><a href="#${field}">${message}</a></li>`,
    )}</ul>`
  }</div>`
}

function noticeOf(visit: Visit): Html | undefined {
  const name = visit.query.get('notice') ?? ''
  const { notices } = visit.phrases
  return Object.hasOwn(notices, name)
    ? html`<div class="notice" role="status"><p>${notices[name as NoticeName]}</p></div>`
    : undefined
}

/** Answers with a whole document. It loads nothing from outside but the portal's logo. */
export async function answerPage(shell: Shell, status: number, retryAfterS?: number): Promise<Response> {
  const { portal, phrases } = shell
  const brand = portal?.brand_name || portal?.name || 'Wi-Fi'
  const { preview } = shell
  const color = portal?.brand_color ?? ''
  const style = preview ? previewStyleOf(color, preview.colorScheme) : styleOf(color)
  const logo = portal ? logoUrlOf(portal) : ''
  const document =
    await html`<!doctype html><html lang="${shell.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><title>${shell.title} – ${brand}</title><style>${raw(style.css)}</style></head><body${preview && html` inert`}><div class="page"><header><a href="${shell.homeUrl}">${
      logo ? html`<img src="${logo}" alt="${brand}">` : html`<span class="mark"></span>${brand}`
    }</a></header><main>${shell.body}</main><footer>${portal && ownParagraph(portal, shell.locale, 'help_text')}<nav aria-label="${phrases.language}">${SUPPORTED_LOCALES.map(
      locale =>
        locale === shell.locale
          ? html`<b lang="${locale}" aria-current="true">${LANGUAGES[locale]}</b>`
          : html`<a lang="${locale}" hreflang="${locale}" href="${shell.languageUrl(locale)}">${LANGUAGES[locale]}</a>`,
    )}</nav></footer></div></body></html>`
  return new Response(document.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': shell.locale,
      'cache-control': 'no-store',
      vary: 'Accept-Language, Cookie',
      'content-security-policy': `default-src 'none'; style-src ${style.source}; img-src 'self' data:${logoOrigin(logo)};${sourcesOf(shell)} form-action ${preview ? "'none'" : "'self'"}; base-uri 'none'; frame-ancestors ${preview ? "'self'" : "'none'"}`,
      // With no-referrer browsers would send "Origin: null" along with our own forms.
      // A vendor's widget knows by it where it is shown.
      'referrer-policy': shell.sources?.frames ? 'strict-origin-when-cross-origin' : 'same-origin',
      ...(retryAfterS !== undefined && { 'retry-after': String(retryAfterS) }),
    },
  })
}

/** What a page may load beyond its style and its logo. */
function sourcesOf({ hasFrames, sources }: Shell): string {
  const frames = [...(hasFrames ? ["'self'"] : []), ...(sources?.frames ?? [])]
  const others = sources?.others ?? []
  return [
    frames.length > 0 && ` frame-src ${frames.join(' ')};`,
    sources && ` script-src ${["'self'", ...(sources.scripts ?? [])].join(' ')};`,
    others.length > 0 && ` connect-src ${others.join(' ')};`,
    // Widgets set the style of their own elements.
    sources?.frames && " style-src-attr 'unsafe-inline';",
  ]
    .filter(Boolean)
    .join('')
}

/** Answers with a line for a frame within a page of the portal. With `refreshS` the browser asks again by itself. */
export async function answerFrame(
  frame: { locale: Locale; portal: SplashPortal | undefined; title: string; line: Html; refreshS?: number | undefined },
  status = 200,
): Promise<Response> {
  const style = frameStyleOf(frame.portal?.brand_color ?? '')
  const document =
    await html`<!doctype html><html lang="${frame.locale}"><head><meta charset="utf-8"><title>${frame.title}</title><style>${raw(style.css)}</style></head><body>${frame.line}</body></html>`
  return new Response(document.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': frame.locale,
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src ${style.source}; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`,
      'referrer-policy': 'same-origin',
      ...(frame.refreshS !== undefined && { refresh: String(frame.refreshS) }),
    },
  })
}

function logoOrigin(url: string): string {
  return /^https?:/.test(url) && URL.canParse(url) ? ` ${new URL(url).origin}` : ''
}

export { html }
