import { findAccount, lockAccount, setPassword } from '../accounts/account.ts'
import { hashPassword } from '../accounts/password.ts'
import { endSession, endSessionsOf } from '../accounts/session.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { enqueueNotice } from '../messages/enqueue.ts'
import { resetChannels } from '../sms/route.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { checkCode } from '../validation/check.ts'
import { isGrant, listResetValidations, type ResetValidation, spendGrants } from '../validation/grant.ts'
import { codeField, newPasswordFields, postForm } from './fields.ts'
import { countReset } from './forgot-password.ts'
import { EMPTY_FORM, type Fields, type FormState, textOf } from './forms.ts'
import { html, page } from './layout.ts'
import { contactOf } from './offers.ts'
import { provenContacts } from './prove-contact.ts'
import { readNewPassword } from './sign-up.ts'
import { linkTo, redirect, type Visit } from './site.ts'

export async function showResetPassword(visit: Visit): Promise<Response> {
  const reset = await findReset(visit)
  return reset ? resetPasswordPage(visit, { reset }) : redirect(visit, 'forgot_password', { notice: 'reset_over' })
}

/** Where a browser stands in its password reset. */
interface Reset {
  sessionId: string
  /** All codes of this reset: one, or two where the portal asks for both contacts. */
  validations: ResetValidation[]
  /** Those whose code was entered within the time that counts. */
  granted: ResetValidation[]
}

async function findReset(visit: Visit): Promise<Reset | undefined> {
  const { session, ctx, now } = visit
  if (!session) return undefined
  const validations = await listResetValidations(ctx.db, session.id)
  if (validations.length === 0 || validations.some(({ grant_spent_at }) => grant_spent_at !== null)) return undefined
  return { sessionId: session.id, validations, granted: validations.filter(validation => isGrant(validation, now)) }
}

interface Reply {
  reset?: Reset | undefined
  form?: FormState
  problem?: string
  retryAfterS?: number
}

/** The page for code and new password. It says nothing that would differ for an account that does not exist. */
export async function resetPasswordPage(visit: Visit, reply: Reply): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const { granted, validations } = reply.reset ?? (await findReset(visit)) ?? { granted: [], validations: [] }
  const isGranted = granted.length > 0 && granted.length === validations.length
  const channels = resetChannels(visit.ctx.catalogue.now, visit.portal)
  const ways = visit.portal.password_reset_method === 'sms_and_email' ? 'both' : channels.length === 1 ? channels[0] : 'either'
  const lead = isGranted ? phrases.codeAccepted : granted.length > 0 ? phrases.secondCode : phrases.resetLead[ways ?? 'either']
  return page(visit, {
    name: 'reset_password',
    title: phrases.resetTitle,
    form,
    problem,
    body: html`<h1>${phrases.resetTitle}</h1><p>${lead}</p>${!isGranted && html`<p class="dim">${phrases.resetWait}</p>`}${postForm(
      linkTo(visit, 'reset_password'),
      html`${!isGranted && codeField(visit, form, { name: 'code', label: phrases.code })}${newPasswordFields(visit, form, phrases.newPassword)}`,
      { label: phrases.setPassword },
    )}${
      !isGranted &&
      postForm(linkTo(visit, 'resend_validation_code'), html`<input type="hidden" name="purpose" value="password_reset">`, {
        label: phrases.resend,
        second: true,
      })
    }<p class="links"><a href="${linkTo(visit, 'forgot_password')}">${phrases.startAgain}</a></p>`,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

/**
 * Sets a new password. The code comes first: once accepted it is a grant for this browser, good for 10 minutes and one
 * password. The password is judged before the grant is spent, so that a weak one costs nothing.
 */
export async function resetPassword(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, phrases } = visit
  const reset = await findReset(visit)
  if (!reset) return redirect(visit, 'forgot_password', { notice: 'reset_over' })

  if (reset.granted.length < reset.validations.length) {
    const open = reset.validations.filter(({ status }) => status === 'pending')
    const check = { ids: open.map(({ id }) => id), sessionId: reset.sessionId, code: textOf(fields, 'code') }
    const result = await checkCode(ctx, check)
    if (result.outcome === 'refused') {
      const errors = new Map([['code', phrases.errors.code_refused]])
      return resetPasswordPage(visit, { reset, form: { values: fields, errors } })
    }
    reset.granted = reset.validations.filter(
      validation => reset.granted.includes(validation) || validation.id === result.validation.id,
    )
    if (reset.granted.length < reset.validations.length)
      return redirect(visit, 'reset_password', { notice: 'first_code_accepted' })
  }

  const account = await findAccount(ctx.db, reset.granted[0]?.account_id ?? null)
  const owner = account && {
    login: account.login,
    contacts: [account.phone, account.email].filter(contact => contact !== null),
    names: [account.first_name, account.last_name],
  }
  const fault = readNewPassword(fields, owner)
  if (fault)
    return resetPasswordPage(visit, {
      reset,
      form: { values: fields, errors: new Map([[fault.field, phrases.errors[fault.error]]]) },
    })

  const passwordHash = await hashPassword(fields.get('password') ?? '')
  try {
    await ctx.db.hotTransaction(trx => setNewPassword(visit, trx, reset, passwordHash))
  } catch (error) {
    if (error instanceof GrantOver) return redirect(visit, 'forgot_password', { notice: 'reset_over' })
    throw error
  }
  countReset(visit, 'reset_finished', reset.granted[0]?.created_at ?? visit.now)
  return redirect(visit, 'login', { notice: 'password_changed', token: '' })
}

/** The grant was spent or taken back since the request began. */
class GrantOver extends Error {}

/** Spends the grant and sets the password, both or neither; then nothing of before is worth anything, and the owner is told. */
async function setNewPassword(visit: Visit, trx: HotTrx, reset: Reset, passwordHash: string): Promise<void> {
  const { ctx, now, portal } = visit
  const accountId = reset.granted[0]?.account_id
  const account = accountId ? await lockAccount(trx, accountId) : undefined
  // A contact that moved to another account meanwhile is no proof any more.
  const isOwner = reset.granted.every(({ channel, contact, account_id }) => {
    const name = contactOf(channel)
    return account?.id === account_id && account?.[name] === contact && account[`${name}_validated_at`] !== null
  })
  if (!account || !isOwner || account.status === 'blocked') throw new GrantOver()
  const ids = reset.granted.map(({ id }) => id)
  if (!(await spendGrants(trx, { ids, sessionId: reset.sessionId }, now))) throw new GrantOver()

  trx.pipeline(setPassword(trx, account.id, passwordHash, now))
  trx.pipeline(endSessionsOf(trx, account.id, now))
  trx.pipeline(endSession(trx, reset.sessionId, now))
  trx.pipeline(cancelValidationsOf(trx, { accountId: account.id }))
  for (const { channel, to } of provenContacts(account))
    await enqueueNotice(
      ctx,
      { template: 'password_changed', channel, to, locale: account.locale, accountId: account.id, splashPortalId: portal.id },
      trx,
    )
}
