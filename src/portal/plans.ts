import type { Account, Contact } from '../accounts/account.ts'
import { lockAccount } from '../accounts/account.ts'
import { setWantedPlan } from '../accounts/session.ts'
import { contactsToProve, takePlan } from '../accounts/take-plan.ts'
import type { UsagePlan } from '../catalogue.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { postForm } from './fields.ts'
import { describePlan } from './format.ts'
import { EMPTY_FORM, type Fields, type FormState, textOf } from './forms.ts'
import { retryAfterOf, signUpCodes, tooManyCodes, withCodes } from './issue-codes.ts'
import { html, page } from './layout.ts'
import { contactsOf, offeredPlans } from './offers.ts'
import { linkTo, redirect, signedInAccount, type Visit } from './site.ts'

export function showPlans(visit: Visit): Promise<Response> | Response {
  if (!signedInAccount(visit)) return redirect(visit, 'login', { notice: 'sign_in_first' })
  return plansPage(visit)
}

function plansPage(visit: Visit, reply: { form?: FormState; problem?: string; retryAfterS?: number } = {}): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const plans = offeredPlans(visit.ctx.catalogue.now, visit.portal)
  const current = signedInAccount(visit)?.usage_plan_id
  return page(visit, {
    name: 'plans',
    title: phrases.takePlan,
    form,
    problem,
    body: html`<h1>${phrases.takePlan}</h1>${plans.length === 0 && html`<p>${phrases.noPlans}</p>`}<ul class="cards" id="usage_plan_id">${plans.map(
      plan =>
        html`<li class="card"><b>${plan.name}${plan.id === current && html` <small>(${phrases.currentPlan})</small>`}</b>${
          plan.description && html`<span>${plan.description}</span>`
        }<small>${describePlan(visit, plan)}</small>${postForm(
          linkTo(visit, 'plans'),
          html`<input type="hidden" name="usage_plan_id" value="${plan.id}">`,
          { label: phrases.take, of: plan.name, second: true },
        )}</li>`,
    )}</ul><p class="links"><a href="${linkTo(visit, 'status')}">${phrases.yourAccess}</a></p>`,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

/** Gives a signed-in account a plan, at once if what it asks for is proven already, else after the proof. */
export async function choosePlan(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, phrases, session, now } = visit
  const account = signedInAccount(visit)
  if (!account || !session) return redirect(visit, 'login', { notice: 'sign_in_first' })
  const plan = offeredPlans(ctx.catalogue.now, visit.portal).find(({ id }) => id === textOf(fields, 'usage_plan_id'))
  if (!plan) {
    const errors = new Map([['usage_plan_id', phrases.errors.plan_required]])
    return plansPage(visit, { form: { values: fields, errors } })
  }
  try {
    const contacts = contactsToAsk(visit, plan, account)
    const isTaken = await withCodes(visit, signUpCodes(visit, { account, contacts, plan }), {
      async within(trx, send) {
        const current = await lockAccount(trx, account.id)
        if (current?.status !== 'active') return false
        await cancelValidationsOf(trx, { sessionId: session.id, purpose: 'sign_up' })
        if (contactsToProve(plan.validation_method, current).length === 0) {
          await takePlan(trx, account.id, plan, now)
          await setWantedPlan(trx, session.id, null)
          return true
        }
        await setWantedPlan(trx, session.id, plan.id)
        // A contact that was changed meanwhile gets no code by itself: the next page sends one to the new one.
        if (contacts.every(contact => current[contact] === account[contact]))
          await send({ accountId: account.id, sessionId: session.id })
        return false
      },
    })
    return isTaken ? redirect(visit, 'status', { notice: 'plan_taken' }) : redirect(visit, 'validate_account')
  } catch (error) {
    const retryAfterS = retryAfterOf(error)
    return plansPage(visit, { problem: tooManyCodes(visit, retryAfterS), retryAfterS })
  }
}

/** The contacts of the account that a code goes to at once; one that it lacks is asked for on the next page. */
function contactsToAsk(visit: Visit, plan: UsagePlan, account: Account): Contact[] {
  const possible = contactsOf(visit.ctx.catalogue.now, plan)
  const contacts = contactsToProve(plan.validation_method, account).filter(
    contact => possible.includes(contact) && account[contact] !== null,
  )
  return plan.validation_method === 'sms_or_email' ? contacts.slice(0, 1) : contacts
}
