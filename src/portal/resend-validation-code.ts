import type { Contact } from '../accounts/account.ts'
import type { Purpose } from '../db/tables.ts'
import { listPendingValidations, type PendingValidation } from '../validation/pending.ts'
import { resendCode } from '../validation/resend.ts'
import { formatSpan } from './format.ts'
import { type Fields, textOf } from './forms.ts'
import { issueCodes, retryAfterOf } from './issue-codes.ts'
import { channelOf, contactOf } from './offers.ts'
import { findProving, type Proving } from './proving.ts'
import { resetPasswordPage } from './reset-password.ts'
import { redirect, type Visit } from './site.ts'
import { smsTokenPage } from './sms-token.ts'
import { validateAccountPage } from './validate-account-page.ts'

/** What became of a wish for another message. */
type Resending =
  | { outcome: 'sent' }
  | { outcome: 'nothing' }
  | { outcome: 'wait'; retryAfterS: number }
  | { outcome: 'no_more'; retryAfterS: number }

/** Sends the codes that this browser waits for again, or those of one channel. */
export async function resendValidationCode(visit: Visit, fields: Fields): Promise<Response> {
  switch (textOf(fields, 'purpose')) {
    case 'password_reset':
      return resendTo(visit, fields, 'password_reset')
    case 'free_sms':
      return resendTo(visit, fields, 'free_sms')
    default:
      return resendForAccount(visit, fields)
  }
}

async function resendForAccount(visit: Visit, fields: Fields): Promise<Response> {
  const proving = await findProving(visit)
  if (!proving) {
    // A form that names no purpose may come from either of the pages without an account.
    const purpose = await findPurpose(visit)
    return purpose ? resendTo(visit, fields, purpose) : redirect(visit, 'login', { notice: 'session_over' })
  }
  const result = await resendOrIssue(visit, proving, textOf(fields, 'channel'))
  if (result.outcome === 'sent') return redirect(visit, 'validate_account', { notice: 'code_sent' })
  if (result.outcome === 'nothing') return redirect(visit, 'validate_account')
  return validateAccountPage(visit, proving, { problem: explain(visit, result), retryAfterS: result.retryAfterS })
}

async function findPurpose(visit: Visit): Promise<'password_reset' | 'free_sms' | undefined> {
  for (const purpose of ['password_reset', 'free_sms'] as const)
    if (visit.session && (await listPendingValidations(visit.ctx, { sessionId: visit.session.id, purpose })).length > 0)
      return purpose
  return undefined
}

async function resendTo(
  visit: Visit,
  fields: Fields,
  purpose: Extract<Purpose, 'password_reset' | 'free_sms'>,
): Promise<Response> {
  const isReset = purpose === 'password_reset'
  const back = isReset ? 'reset_password' : 'sms_token'
  if (!visit.session) return redirect(visit, isReset ? 'forgot_password' : 'sms')
  const pending = await listPendingValidations(visit.ctx, { sessionId: visit.session.id, purpose })
  const channel = textOf(fields, 'channel')
  const result = await resend(visit, channel ? pending.filter(validation => validation.channel === channel) : pending)
  if (result.outcome === 'sent') return redirect(visit, back, { notice: 'code_sent' })
  if (result.outcome === 'nothing') return redirect(visit, back)
  const reply = { problem: explain(visit, result), retryAfterS: result.retryAfterS }
  return isReset ? resetPasswordPage(visit, reply) : smsTokenPage(visit, reply)
}

async function resendOrIssue(
  visit: Visit,
  { account, sessionId, plan, missing, oneIsEnough, pending }: Proving,
  channel: string,
): Promise<Resending> {
  const wanted = missing.filter(contact => channel === '' || channelOf(contact) === channel)
  const waiting = pending.filter(validation => wanted.includes(contactOf(validation.channel)))
  const isUnasked = (contact: Contact) =>
    account[contact] !== null && !waiting.some(({ channel: of }) => contactOf(of) === contact)
  // Without a channel, one code under way is enough where one contact is.
  const unasked = channel === '' && oneIsEnough && waiting.length > 0 ? [] : wanted.filter(isUnasked)
  if (unasked.length > 0) {
    try {
      await visit.ctx.db.transaction(trx => issueCodes(visit, trx, { account, contacts: unasked, sessionId, plan }))
    } catch (error) {
      return { outcome: 'wait', retryAfterS: retryAfterOf(error) }
    }
    if (waiting.length === 0) return { outcome: 'sent' }
  }
  return resend(visit, waiting)
}

async function resend(visit: Visit, validations: PendingValidation[]): Promise<Resending> {
  let result: Resending = { outcome: validations.length > 0 ? 'sent' : 'nothing' }
  for (const { id, expires_at } of validations) {
    const sent = await resendCode(visit.ctx, { id, sessionId: visit.session?.id })
    if (sent.outcome === 'too_soon') result = { outcome: 'wait', retryAfterS: sent.retryAfterS }
    if (sent.outcome === 'no_more' || sent.outcome === 'gone') {
      const left = Math.ceil((expires_at.getTime() - visit.now.getTime()) / 1000)
      result = { outcome: 'no_more', retryAfterS: Math.max(1, left) }
    }
  }
  return result
}

function explain({ phrases, locale }: Visit, { outcome, retryAfterS }: Extract<Resending, { retryAfterS: number }>): string {
  const span = formatSpan(locale, retryAfterS)
  return outcome === 'wait' ? phrases.errors.resend_too_soon(span) : phrases.errors.resend_no_more(span)
}
