import { setTimeout as sleep } from 'node:timers/promises'
import type { Contact } from '../accounts/account.ts'
import { resendCode } from '../validation/resend.ts'
import { listSentCodes, type SentCode } from '../validation/sent-codes.ts'
import { ANSWER_AFTER_MS } from './forgot-password.ts'
import { formatSpan } from './format.ts'
import { type Fields, isTicked, textOf } from './forms.ts'
import { noteRefusal, retryAfterOf, signUpCodes, tooManyCodes, withCodes } from './issue-codes.ts'
import { channelOf, contactOf } from './offers.ts'
import { findProving, type Proving } from './proving.ts'
import { resetPasswordPage } from './reset-password.ts'
import { redirect, type Visit } from './site.ts'
import { smsTokenPage } from './sms-token.ts'
import { validateAccountPage } from './validate-account-page.ts'

/** What became of a wish for another message. */
type Resending =
  | { outcome: 'sent' }
  /** None of them is good any more. */
  | { outcome: 'over' }
  | { outcome: 'wait'; retryAfterS: number }
  | { outcome: 'no_more'; retryAfterS: number }
  /** A limit is reached, be it the contact's or one that others use as well. */
  | { outcome: 'too_many'; retryAfterS: number }

/** Sends the codes that this browser waits for again, or those of one channel. */
export async function resendValidationCode(visit: Visit, fields: Fields): Promise<Response> {
  const proving = await findProving(visit)
  const purpose = textOf(fields, 'purpose') || (proving ? 'sign_up' : await findPurpose(visit))
  switch (purpose) {
    case 'password_reset':
      return resendReset(visit)
    case 'free_sms':
      return resendToken(visit)
    default:
      return proving ? resendForAccount(visit, proving, fields) : redirect(visit, 'login', { notice: 'session_over' })
  }
}

/** A form that names no purpose may come from either of the pages without an account. */
async function findPurpose(visit: Visit): Promise<'password_reset' | 'free_sms' | undefined> {
  for (const purpose of ['password_reset', 'free_sms'] as const)
    if ((await listSentCodes(visit.ctx, { sessionId: visit.session?.id, purpose })).length > 0) return purpose
  return undefined
}

async function resendForAccount(visit: Visit, proving: Proving, fields: Fields): Promise<Response> {
  const wish = { channel: textOf(fields, 'channel'), ignoresOptOut: isTicked(fields, 'opted_in') }
  const result = await resendOrIssue(visit, proving, wish)
  if (result.outcome === 'sent') return redirect(visit, 'validate_account', { notice: 'code_sent' })
  if (result.outcome === 'over') return redirect(visit, 'validate_account')
  return validateAccountPage(visit, proving, { problem: explain(visit, result), retryAfterS: result.retryAfterS })
}

/** The channel does not matter here, and the time is the same: both would tell about the account. */
async function resendReset(visit: Visit): Promise<Response> {
  const answerTime = sleep(ANSWER_AFTER_MS)
  const result = await resend(visit, await listSentCodes(visit.ctx, { sessionId: visit.session?.id, purpose: 'password_reset' }))
  await answerTime
  if (result.outcome === 'sent') return redirect(visit, 'reset_password', { notice: 'code_sent' })
  if (result.outcome === 'over') return redirect(visit, 'forgot_password', { notice: 'reset_over' })
  return resetPasswordPage(visit, { problem: explain(visit, result), retryAfterS: result.retryAfterS })
}

async function resendToken(visit: Visit): Promise<Response> {
  const result = await resend(visit, await listSentCodes(visit.ctx, { sessionId: visit.session?.id, purpose: 'free_sms' }))
  if (result.outcome === 'sent') return redirect(visit, 'sms_token', { notice: 'code_sent' })
  if (result.outcome === 'over') return redirect(visit, 'sms', { notice: 'token_over' })
  return smsTokenPage(visit, { problem: explain(visit, result), retryAfterS: result.retryAfterS })
}

async function resendOrIssue(
  visit: Visit,
  { account, sessionId, plan, missing, oneIsEnough, sent }: Proving,
  { channel, ignoresOptOut }: { channel: string; ignoresOptOut: boolean },
): Promise<Resending> {
  const wanted = missing.filter(contact => channel === '' || channelOf(contact) === channel)
  const waiting = sent.filter(code => code.isPending && wanted.includes(contactOf(code.channel)))
  const isUnasked = (contact: Contact) =>
    account[contact] !== null && !waiting.some(({ channel: of }) => contactOf(of) === contact)
  // Without a channel, one code under way is enough where one contact is.
  const unasked = channel === '' && oneIsEnough && waiting.length > 0 ? [] : wanted.filter(isUnasked)
  if (unasked.length > 0) {
    try {
      const codes = signUpCodes(visit, { account, contacts: unasked, plan })
      await withCodes(visit, codes, { within: (_trx, send) => send({ accountId: account.id, sessionId }) })
    } catch (error) {
      return { outcome: 'too_many', retryAfterS: retryAfterOf(error) }
    }
    if (waiting.length === 0) return { outcome: 'sent' }
  }
  return resend(visit, waiting, ignoresOptOut)
}

/** `ignoresOptOut`: the guest was told how to opt in again, and asks once more. */
async function resend(visit: Visit, codes: SentCode[], ignoresOptOut = false): Promise<Resending> {
  const pending = codes.filter(({ isPending }) => isPending)
  const { address, hasSolvedPuzzle } = visit.client
  let result: Resending = { outcome: pending.length > 0 ? 'sent' : 'over' }
  for (const { id, expires_at } of pending) {
    const sent = await resendCode(visit.ctx, { id, sessionId: visit.session?.id, ignoresOptOut, address, hasSolvedPuzzle })
    if (sent.outcome === 'too_many') {
      noteRefusal(visit, sent)
      result = { outcome: 'too_many', retryAfterS: sent.retryAfterS }
    }
    if (sent.outcome === 'too_soon') result = { outcome: 'wait', retryAfterS: sent.retryAfterS }
    if (sent.outcome === 'no_more' || sent.outcome === 'gone') {
      const left = Math.ceil((expires_at.getTime() - visit.now.getTime()) / 1000)
      result = { outcome: 'no_more', retryAfterS: Math.max(1, left) }
    }
  }
  return result
}

function explain(visit: Visit, { outcome, retryAfterS }: Extract<Resending, { retryAfterS: number }>): string {
  if (outcome === 'too_many') return tooManyCodes(visit, retryAfterS)
  const { phrases, locale } = visit
  const span = formatSpan(locale, retryAfterS)
  return outcome === 'wait' ? phrases.errors.resend_too_soon(span) : phrases.errors.resend_no_more(span)
}
