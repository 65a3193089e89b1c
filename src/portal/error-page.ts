import type { Context } from '../context.ts'
import type { ErrorRenderer } from '../http/routes.ts'
import { DELIVERY_REFRESH_LONGEST_S } from './delivery.ts'
import { formatSpan } from './format.ts'
import { answerFrame, answerPage, html } from './layout.ts'
import { phrasesOf } from './phrases/phrases.ts'
import { linkTo, localeOf } from './site.ts'

/** Shows a refusal to a guest, in the guest's language and the portal's dress. */
export function renderPortalError(ctx: Context): ErrorRenderer {
  return async (error, request, env) => {
    const url = new URL(request.url)
    const { locale, chosenLocale } = localeOf(url.searchParams, request)
    const phrases = phrasesOf(locale)
    const portal = ctx.catalogue.now.portalsBySlug.get(url.pathname.split('/')[2] ?? '')
    // Of sessions of the console, which no portal has.
    const isOfConsole = error.code === 'confirm_identity' || error.code === 'second_factor_due'
    const text = phrases.refusals[isOfConsole ? 'forbidden' : error.code]
    // A frame would refuse to show a page; a fault that passes does not stop the line in it.
    if (url.pathname.endsWith('/delivery')) {
      const line = html`<p>${text.title}</p>`
      const refreshS = error.status >= 500 ? DELIVERY_REFRESH_LONGEST_S : undefined
      return answerFrame({ locale, portal, title: text.title, line, refreshS }, error.status)
    }
    const homeUrl = portal ? linkTo({ portal, chosenLocale }, '') : ''
    const response = await answerPage(
      {
        phrases,
        locale,
        portal,
        title: text.title,
        body: html`<h1>${text.title}</h1><p>${text.hint}${
          error.retryAfterS !== undefined && html` ${phrases.tryAgainIn(formatSpan(locale, error.retryAfterS))}`
        }</p>${error.code === 'internal' && html`<p class="hint">${phrases.requestId}: ${env.requestId}</p>`}${
          portal && html`<p><a class="button second" href="${homeUrl}">${phrases.backToStart}</a></p>`
        }`,
        homeUrl: homeUrl || url.pathname,
        languageUrl: other => (portal ? linkTo({ portal, chosenLocale: other }, '') : `${url.pathname}?locale=${other}`),
      },
      error.status,
      error.retryAfterS,
    )
    if (Array.isArray(error.extra.allow)) response.headers.set('allow', error.extra.allow.join(', '))
    return response
  }
}
