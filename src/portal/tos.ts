import { html, page } from './layout.ts'
import { linkTo, type Visit } from './site.ts'

/** The operator's terms. */
export function showTos(visit: Visit): Promise<Response> {
  const { phrases, portal } = visit
  const terms = portal.terms === '' ? html`<p>${phrases.noTerms}</p>` : html`<p class="terms">${portal.terms}</p>`
  return page(visit, {
    name: 'tos',
    title: phrases.terms,
    body: html`<h1>${phrases.terms}</h1>${terms}<p class="links"><a href="${linkTo(visit, '')}">${phrases.backToStart}</a></p>`,
  })
}
