import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, findAccountByIdentifier } from '../accounts/account.ts'
import { resetChannels } from '../sms/route.ts'
import type { NewValidation } from '../validation/issue.ts'
import { postForm, textField } from './fields.ts'
import { EMPTY_FORM, type Fields, type FormState, textOf } from './forms.ts'
import { retryAfterOf, tooManyCodes, withCodes } from './issue-codes.ts'
import { html, page } from './layout.ts'
import { readIdentifier } from './login.ts'
import { contactOf } from './offers.ts'
import { beginSession, linkTo, redirect, type Visit } from './site.ts'

/**
 * When an answer comes, whether a message goes out or not. The work takes a few milliseconds, a little more for an account
 * that is known: by then that has passed.
 */
export const ANSWER_AFTER_MS = 100

export function showForgotPassword(visit: Visit): Promise<Response> {
  return forgotPasswordPage(visit)
}

function forgotPasswordPage(
  visit: Visit,
  reply: { form?: FormState; problem?: string; retryAfterS?: number } = {},
): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const name = 'forgot_password'
  const title = phrases.forgotTitle
  const links = html`<p class="links"><a href="${linkTo(visit, 'login')}">${phrases.signIn}</a></p>`
  if (resetChannels(visit.ctx.catalogue.now, visit.portal).length === 0)
    return page(visit, { name, title, status: 404, body: html`<h1>${title}</h1><p>${phrases.noReset}</p>${links}` })
  const field = textField(visit, form, { name: 'login', label: phrases.login, autocomplete: 'username', isOnly: true })
  return page(visit, {
    name,
    title,
    form,
    onlyField: 'login',
    problem,
    body: html`<h1>${title}</h1><p class="dim">${phrases.forgotLead}</p>${postForm(linkTo(visit, name), field, { label: phrases.sendCode })}${links}`,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

/**
 * Starts a password reset. Known or unknown, the answer and the work are the same: who cannot be reached gets codes that
 * nobody receives. What is limited, and seen to be, is what was typed; never the account behind it.
 */
export async function forgotPassword(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, phrases, portal } = visit
  const channels = resetChannels(ctx.catalogue.now, portal)
  if (channels.length === 0) return forgotPasswordPage(visit)
  const typed = textOf(fields, 'login')
  if (typed === '') {
    const errors = new Map([['login', phrases.errors.login_required]])
    return forgotPasswordPage(visit, { form: { values: fields, errors } })
  }
  const answerTime = sleep(ANSWER_AFTER_MS)
  const who = readIdentifier(visit, typed)
  const account = await findAccountByIdentifier(ctx.db, who)
  const targets = chooseTargets(account, who, { channels, both: portal.password_reset_method === 'sms_and_email' })
  try {
    const resets = targets.map((target, i) =>
      resetOf(visit, { target, key: `reset:${who.budgetKey}${i > 0 ? `#${i + 1}` : ''}`, account }),
    )
    const token = await withCodes(visit, resets, {
      async within(trx, send) {
        const session = await beginSession(visit, trx, {})
        await send({ sessionId: session.id })
        return session.token
      },
    })
    if (targets.some(({ decoy }) => !decoy)) countReset(visit, 'reset_started', visit.now)
    await answerTime
    return redirect(visit, 'reset_password', { token })
  } catch (error) {
    const retryAfterS = retryAfterOf(error)
    const problem = tooManyCodes(visit, retryAfterS)
    return forgotPasswordPage(visit, { form: { values: fields, errors: new Map() }, problem, retryAfterS })
  }
}

/** Counts a reset of an account that there is. */
export function countReset({ ctx, portal }: Visit, kind: 'reset_started' | 'reset_finished', began: Date): void {
  ctx.counts.signUp({ kind, usagePlanId: null, splashPortalId: portal.id, began })
}

interface Target {
  channel: 'sms' | 'email'
  contact: string
  decoy: boolean
}

interface Typed {
  phone: string | null
  email: string | null
  budgetKey: string
}

/** Where the codes go: only to proven contacts, all that the method asks for or decoys in their place. */
export function chooseTargets(
  account: Account | undefined,
  who: Typed,
  { channels, both }: { channels: ('sms' | 'email')[]; both: boolean },
): Target[] {
  const proven = (channel: 'sms' | 'email') => {
    const contact = contactOf(channel)
    return account && account.status !== 'blocked' && account[`${contact}_validated_at`] ? account[contact] : null
  }
  const decoy = (channel: 'sms' | 'email'): Target => ({ channel, contact: who.budgetKey, decoy: true })
  const real = (channel: 'sms' | 'email'): Target | undefined => {
    const contact = proven(channel)
    return contact === null ? undefined : { channel, contact, decoy: false }
  }
  if (both) {
    const targets = channels.map(real)
    return targets.every(target => target !== undefined) ? targets : channels.map(decoy)
  }
  // The contact that was typed decides, else a number comes first.
  const typed = who.phone ? 'sms' : who.email ? 'email' : undefined
  const order = channels.toSorted((a, b) => Number(b === typed) - Number(a === typed))
  return [order.map(real).find(target => target !== undefined) ?? decoy(order[0] ?? 'sms')]
}

function resetOf(
  visit: Visit,
  { target, key, account }: { target: Target; key: string; account: Account | undefined },
): NewValidation {
  return {
    purpose: 'password_reset',
    ...target,
    startKey: key,
    // Wrong guesses at a real code count against its contact.
    ...(target.decoy && { budgetKey: key }),
    accountId: target.decoy ? undefined : account?.id,
    splashPortalId: visit.portal.id,
    locale: visit.locale,
  }
}
