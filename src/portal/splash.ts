import { resetChannels } from '../sms/route.ts'
import { describePlan } from './format.ts'
import { type Html, html, page } from './layout.ts'
import { freeSmsOf, offeredPlans } from './offers.ts'
import { ownParagraph, ownText } from './own-text.ts'
import { linkTo, signedInAccount, type Visit } from './site.ts'

/** The first page: the ways in that exist. */
export function showSplash(visit: Visit): Promise<Response> {
  const { phrases, portal } = visit
  const snapshot = visit.ctx.catalogue.now
  const plans = offeredPlans(snapshot, portal)
  const freeSms = freeSmsOf(snapshot, visit.now)
  const title = ownText(portal, visit.locale, 'welcome_title') || phrases.welcome(portal.brand_name || portal.name)
  const body = html`<h1>${title}</h1>${ownParagraph(portal, visit.locale, 'welcome_text')}${signedInAccount(visit) ? signedIn(visit) : signIn(visit)}${
    plans.length > 0 &&
    html`<h2>${phrases.newHere}</h2><ul class="cards">${plans.map(
      plan =>
        html`<li><a class="card" href="${linkTo(visit, 'sign_up', { usage_plan_id: plan.id })}"><b>${plan.name}</b>${
          plan.description && html`<span>${plan.description}</span>`
        }<small>${describePlan(visit, plan)}</small></a></li>`,
    )}</ul>`
  }${
    freeSms &&
    html`<h2>${phrases.freeSmsTitle}</h2><ul class="cards"><li><a class="card" href="${linkTo(visit, 'sms')}"><b>${freeSms && phrases.freeSmsCard}</b><small>${phrases.freeSmsCardHint}</small></a></li></ul>`
  }`
  return page(visit, { name: '', title, body })
}

function signIn(visit: Visit): Html {
  const { phrases, session } = visit
  const isProving = session?.account?.status === 'pending'
  const canReset = resetChannels(visit.ctx.catalogue.now, visit.portal).length > 0
  return html`<p class="dim">${phrases.splashLead}</p>${
    isProving && html`<p><a class="button" href="${linkTo(visit, 'validate_account')}">${phrases.finishProving}</a></p>`
  }<p><a class="button${isProving && ' second'}" href="${linkTo(visit, 'login')}">${phrases.signIn}</a></p>${
    canReset && html`<p class="links"><a href="${linkTo(visit, 'forgot_password')}">${phrases.forgotPassword}</a></p>`
  }`
}

function signedIn(visit: Visit): Html {
  const { phrases } = visit
  return html`<p>${phrases.signedInAs(signedInAccount(visit)?.login ?? '')}</p><p><a class="button" href="${linkTo(visit, 'status')}">${phrases.yourAccess}</a></p>`
}
