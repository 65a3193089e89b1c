import type { Account } from '../accounts/account.ts'
import { endSession, signInSession } from '../accounts/session.ts'
import { contactsToProve, takePlan } from '../accounts/take-plan.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { type Fields, textOf } from './forms.ts'
import { proveContact } from './prove-contact.ts'
import { findProving, type Proving } from './proving.ts'
import { browserOf, redirect, signedInAccount, type Visit } from './site.ts'
import { validateAccountPage } from './validate-account-page.ts'

export async function showValidateAccount(visit: Visit): Promise<Response> {
  const proving = await findProving(visit)
  if (!proving) return redirect(visit, 'login', { notice: 'session_over' })
  if (proving.missing.length === 0 && proving.account.status === 'active') return redirect(visit, 'status')
  return validateAccountPage(visit, proving)
}

/** Takes a code for any contact that waits for one. When all that the plan asks for is proven, the plan begins. */
export async function validateAccount(visit: Visit, fields: Fields): Promise<Response> {
  const proving = await findProving(visit)
  if (!proving) return redirect(visit, 'login', { notice: 'session_over' })
  if (proving.missing.length === 0) return finishWithoutCode(visit, proving)

  let step: Step = 'next'
  let token = ''
  const ids = proving.sent.map(({ id }) => id)
  const check = { ids, sessionId: proving.sessionId, code: textOf(fields, 'code') }
  const result = await proveContact(visit, check, (trx, account) => {
    step = decideStep(proving, account)
    token = takeStep(visit, trx, proving, step)
  })
  if (result.outcome === 'refused') {
    const errors = new Map([['code', visit.phrases.errors.code_refused]])
    return validateAccountPage(visit, proving, { form: { values: fields, errors } })
  }
  return answerStep(visit, proving, step, token)
}

/** What follows a proof: the other contact, the plan with or without being signed in, or nothing but the proof. */
type Step = 'next' | 'signed_in' | 'sign_in' | 'proven'

/** `account` as it is after the proof. */
function decideStep({ plan, account: before }: Pick<Proving, 'plan' | 'account'>, account: Account): Step {
  if (!plan) return 'proven'
  if (contactsToProve(plan.validation_method, account).length > 0) return 'next'
  return plan.automatic_login || before.status === 'active' ? 'signed_in' : 'sign_in'
}

function takeStep(visit: Visit, trx: HotTrx, { account, sessionId, plan }: Proving, step: Step): string {
  if (!plan || (step !== 'signed_in' && step !== 'sign_in')) return ''
  trx.pipeline(takePlan(trx, account.id, plan, visit.now))
  if (step === 'signed_in')
    return signInSession(trx, { id: sessionId, accountId: account.id, browser: browserOf(visit) }, visit.now)
  trx.pipeline(endSession(trx, sessionId, visit.now))
  return ''
}

function answerStep(visit: Visit, proving: Proving, step: Step, token: string): Response {
  const { account } = proving
  if ((step === 'signed_in' || step === 'sign_in') && account.status === 'pending') countActivation(visit, proving)
  switch (step) {
    case 'next':
      return redirect(visit, 'validate_account', { notice: 'first_proven' })
    case 'signed_in':
      return redirect(visit, 'status', { notice: signedInAccount(visit) ? 'plan_taken' : 'welcome', token })
    case 'sign_in':
      return redirect(visit, 'login', { notice: 'account_ready', token, login: account.login })
    case 'proven':
      return redirect(visit, 'status', { notice: 'contact_proven' })
  }
}

function countActivation({ ctx, portal, now }: Visit, { account, plan }: Proving): void {
  const began = account.created_at
  const seconds = (now.getTime() - began.getTime()) / 1000
  ctx.counts.signUp({ kind: 'activated', usagePlanId: plan?.id ?? null, splashPortalId: portal.id, began, seconds })
}

/** The operator has changed the plan meanwhile so that nothing is left to prove. */
async function finishWithoutCode(visit: Visit, proving: Proving): Promise<Response> {
  if (!proving.isComplete) return validateAccountPage(visit, proving)
  const step = decideStep(proving, proving.account)
  const token = await visit.ctx.db.hotTransaction(async trx => takeStep(visit, trx, proving, step))
  return answerStep(visit, proving, step, token)
}
