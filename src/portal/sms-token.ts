import { signInSession } from '../accounts/session.ts'
import { joinGroup } from '../accounts/take-plan.ts'
import { maskContact } from '../lib/mask.ts'
import { listSentCodes } from '../validation/sent-codes.ts'
import { adviceOn, deliveryLine, findDeliveries } from './delivery.ts'
import { codeField, postForm } from './fields.ts'
import { EMPTY_FORM, type Fields, type FormState, textOf } from './forms.ts'
import { html, page } from './layout.ts'
import { freeSmsOf } from './offers.ts'
import { proveContact } from './prove-contact.ts'
import { browserOf, linkTo, redirect, type Visit } from './site.ts'

export function showSmsToken(visit: Visit): Promise<Response> | Response {
  return visit.session ? smsTokenPage(visit, {}) : redirect(visit, 'sms', { notice: 'session_over' })
}

/** The page for the token, honest about how uncertain its way is. */
export async function smsTokenPage(
  visit: Visit,
  reply: { form?: FormState; problem?: string; retryAfterS?: number },
): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const sent = await listSentCodes(visit.ctx, { sessionId: visit.session?.id, purpose: 'free_sms' })
  const deliveries = await findDeliveries(visit, sent)
  return page(visit, {
    name: 'sms_token',
    title: phrases.tokenTitle,
    form,
    onlyField: 'token',
    hasFrames: true,
    problem,
    body: html`<h1>${phrases.tokenTitle}</h1>${sent.map(code => {
      const delivery = deliveries.get(code.id)
      if (!delivery) return ''
      const advice = adviceOn(visit, code, delivery)
      return html`<p>${phrases.tokenSent(maskContact(code.contact))}</p>${deliveryLine(visit, code, delivery)}${advice && html`<p>${advice}</p>`}`
    })}<p class="dim">${phrases.bestEffort}</p>${postForm(
      linkTo(visit, 'sms_token'),
      codeField(visit, form, { name: 'token', label: phrases.token, isOnly: true }),
      {
        label: phrases.signInWithToken,
      },
    )}${
      sent.length > 0 &&
      postForm(linkTo(visit, 'resend_validation_code'), html`<input type="hidden" name="purpose" value="free_sms">`, {
        label: phrases.resend,
        second: true,
      })
    }<p class="links"><a href="${linkTo(visit, 'sms')}">${phrases.otherNumber}</a><a href="${linkTo(visit, '')}">${phrases.otherWays}</a></p>`,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

/** Takes the token: the number is proven, the account joins the group, and the guest is signed in. */
export async function enterSmsToken(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, session, now } = visit
  if (!session) return redirect(visit, 'sms', { notice: 'session_over' })
  const sent = await listSentCodes(visit.ctx, { sessionId: visit.session?.id, purpose: 'free_sms' })
  const check = { ids: sent.map(({ id }) => id), sessionId: session.id, code: textOf(fields, 'token') }
  let token = ''
  let opened: Date | undefined
  const result = await proveContact(visit, check, (trx, account) => {
    if (account.status === 'pending') opened = account.created_at
    // The group may have gone since the token was sent: the one that the account was made for still holds.
    const group = freeSmsOf(ctx.catalogue.now, now)?.group.id ?? account.account_group_id
    if (group) trx.pipeline(joinGroup(trx, account.id, group, now))
    token = signInSession(trx, { id: session.id, accountId: account.id, browser: browserOf(visit) }, now)
  })
  if (result.outcome === 'approved' && opened)
    ctx.counts.signUp({
      kind: 'activated',
      usagePlanId: null,
      splashPortalId: visit.portal.id,
      began: opened,
      seconds: (now.getTime() - opened.getTime()) / 1000,
    })
  if (result.outcome === 'approved') return redirect(visit, 'status', { notice: 'welcome', token })
  const errors = new Map([['token', visit.phrases.errors.code_refused]])
  return smsTokenPage(visit, { form: { values: fields, errors } })
}
