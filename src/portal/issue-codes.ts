import type { Account, Contact } from '../accounts/account.ts'
import type { UsagePlan } from '../catalogue.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { AppError } from '../errors.ts'
import { disposableMode, signalOf } from '../limits/disposable.ts'
import { type CountedStarts, countStarts, makeCodes, returnStarts } from '../validation/counted-starts.ts'
import type { Issued, NewValidation } from '../validation/issue.ts'
import { formatSpan } from './format.ts'
import { channelOf } from './offers.ts'
import type { Visit } from './site.ts'

/** The codes that a sign-up sends: one to each of these contacts that there is. */
export function signUpCodes(
  { portal, locale }: Visit,
  { account, contacts, plan }: { account: Pick<Account, 'phone' | 'email'>; contacts: Contact[]; plan: UsagePlan | undefined },
): NewValidation[] {
  return contacts.flatMap(contact => {
    const value = account[contact]
    const start = { purpose: 'sign_up' as const, splashPortalId: portal.id, usagePlanId: plan?.id, locale }
    return value === null ? [] : [{ ...start, channel: channelOf(contact), contact: value }]
  })
}

interface Work<T> {
  /** Runs once the starts are counted, before the transaction begins. */
  before?: () => Promise<void>
  /** Runs in a transaction: what it does commits together with the codes, if it has called `send`. */
  within: (trx: HotTrx, send: (owner: { accountId?: string; sessionId: string }) => Promise<void>) => Promise<T>
}

/**
 * Counts the starts of these codes, then does the work that sends them. The limits' counters are shared by all guests, so they
 * are taken first and by themselves, and given back where nothing becomes of it. Throws `too_many` before any work is done.
 */
export async function withCodes<T>(visit: Visit, validations: NewValidation[], work: Work<T>): Promise<T> {
  const { ctx, client } = visit
  const starts = await takeStarts(visit, validations)
  let isSent = false
  // Once COMMIT is on its way nobody knows what became of it if the connection breaks.
  let mayHaveCommitted = false
  try {
    await work.before?.()
    const result = await ctx.db.hotTransaction(async trx => {
      isSent = false
      mayHaveCommitted = false
      const done = await work.within(trx, async owner => {
        await makeCodes(ctx, starts, owner, trx)
        isSent = true
      })
      mayHaveCommitted = isSent
      return done
    })
    if (isSent || starts.length === 0) client.isCounted = true
    else await returnStarts(ctx, starts)
    return result
  } catch (error) {
    if (!mayHaveCommitted) await returnStarts(ctx, starts)
    throw error
  }
}

async function takeStarts(visit: Visit, validations: NewValidation[]): Promise<CountedStarts> {
  const { address, device, hasSolvedPuzzle } = visit.client
  holdUpDisposable(visit, validations)
  const counted = await countStarts(
    visit.ctx,
    validations.map(validation => ({ ...validation, address, device, hasSolvedPuzzle })),
  )
  if ('starts' in counted) return counted.starts
  noteRefusal(visit, counted)
  throw new AppError('too_many', 'Too many codes were asked for.', { retryAfterS: counted.retryAfterS })
}

/** A contact that is made to be thrown away is counted or, where the operator wants that, has to get past the puzzle first. */
function holdUpDisposable(visit: Visit, validations: NewValidation[]): void {
  const { ctx, client } = visit
  for (const { purpose, contact } of validations) {
    // A reset goes to contacts that were proven, and must not tell which those are.
    const mode = purpose === 'password_reset' ? 'off' : disposableMode(contact, ctx.catalogue.now.limits)
    if (mode === 'off' || (mode === 'puzzle' && client.hasSolvedPuzzle)) continue
    ctx.metrics.disposable.inc({ signal: signalOf(contact), mode })
    if (mode !== 'puzzle') continue
    noteRefusal(visit, { by: 'contact', excess: 0 })
    client.isHeldUp = true
    throw new AppError('too_many', 'This contact has to get past the puzzle first.', { retryAfterS: 0 })
  }
}

/** Remembers what the answer to the guest has to say of a refusal. */
export function noteRefusal({ client }: Visit, refused: Pick<Extract<Issued, { outcome: 'too_many' }>, 'by' | 'excess'>): void {
  client.isCrowded = refused.by !== 'contact' && refused.by !== 'device'
  client.excess = refused.excess
  // A puzzle is for one browser.
  if (refused.excess !== undefined) client.isCounted = true
}

/** Says why there is no code now, and when there may be one. */
export function tooManyCodes({ phrases, locale, client }: Visit, retryAfterS: number): string {
  if (client.isHeldUp) return phrases.errors.one_more_step
  const span = formatSpan(locale, retryAfterS)
  return client.isCrowded ? phrases.errors.crowded(span) : phrases.errors.too_many_codes(span)
}

/** The seconds to wait, if an error says that too many codes were asked for; any other error is thrown on. */
export function retryAfterOf(error: unknown): number {
  if (error instanceof AppError && error.code === 'too_many') return error.retryAfterS ?? 60
  throw error
}
