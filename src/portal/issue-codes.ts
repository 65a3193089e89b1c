import type { Account, Contact } from '../accounts/account.ts'
import type { UsagePlan } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { disposableMode, signalOf } from '../limits/disposable.ts'
import { type Issued, issueCodes as issueAll, type NewValidation } from '../validation/issue.ts'
import { wouldRefuse } from '../validation/would-refuse.ts'
import { formatSpan } from './format.ts'
import { channelOf } from './offers.ts'
import type { Visit } from './site.ts'

interface Codes {
  account: Pick<Account, 'phone' | 'email'> & { id?: string }
  contacts: Contact[]
  sessionId: string
  plan: UsagePlan | undefined
}

/** Sends a code to each of the contacts that the account has. Throws `too_many`, so that the transaction leaves nothing behind. */
export async function issueCodes(visit: Visit, trx: Trx, codes: Codes): Promise<void> {
  const { account, sessionId } = codes
  const validations = validationsFor(visit, codes)
  await issueForGuest(
    visit,
    trx,
    validations.map(validation => ({ ...validation, accountId: account.id, sessionId })),
  )
}

/** Whether codes to these contacts are likely to be refused: a hint, which spares the work that comes before them. */
export function wouldRefuseCodes(visit: Visit, codes: Omit<Codes, 'sessionId'>): Promise<boolean> {
  const { address, device, hasSolvedPuzzle } = visit.client
  return wouldRefuse(
    visit.ctx,
    validationsFor(visit, codes).map(validation => ({ ...validation, address, device, hasSolvedPuzzle })),
  )
}

function validationsFor({ portal, locale }: Visit, { account, contacts, plan }: Omit<Codes, 'sessionId'>): NewValidation[] {
  return contacts.flatMap(contact => {
    const value = account[contact]
    const start = { purpose: 'sign_up' as const, splashPortalId: portal.id, usagePlanId: plan?.id, locale }
    return value === null ? [] : [{ ...start, channel: channelOf(contact), contact: value }]
  })
}

/** Starts validations for whoever asks. Throws `too_many`, so that the transaction leaves nothing behind. */
export async function issueForGuest(visit: Visit, trx: Trx, validations: NewValidation[]): Promise<void> {
  const { address, device, hasSolvedPuzzle } = visit.client
  holdUpDisposable(visit, validations)
  const issued = await issueAll(
    visit.ctx,
    validations.map(validation => ({ ...validation, address, device, hasSolvedPuzzle })),
    trx,
  )
  const refused = issued.find(one => one.outcome === 'too_many')
  if (!refused) {
    visit.client.isCounted = true
    return
  }
  noteRefusal(visit, refused)
  throw new AppError('too_many', 'Too many codes were asked for.', { retryAfterS: refused.retryAfterS })
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
