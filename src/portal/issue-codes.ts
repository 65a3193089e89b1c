import type { Account, Contact } from '../accounts/account.ts'
import type { UsagePlan } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { type Issued, issueCodes as issueAll, type NewValidation } from '../validation/issue.ts'
import { formatSpan } from './format.ts'
import { channelOf } from './offers.ts'
import type { Visit } from './site.ts'

interface Codes {
  account: Pick<Account, 'id' | 'phone' | 'email'>
  contacts: Contact[]
  sessionId: string
  plan: UsagePlan | undefined
}

/** Sends a code to each of the contacts that the account has. Throws `too_many`, so that the transaction leaves nothing behind. */
export async function issueCodes(visit: Visit, trx: Trx, { account, contacts, sessionId, plan }: Codes): Promise<void> {
  const started = contacts.flatMap(contact => {
    const value = account[contact]
    return value === null ? [] : [{ channel: channelOf(contact), contact: value }]
  })
  await issueForGuest(
    visit,
    trx,
    started.map(target => ({
      ...target,
      purpose: 'sign_up',
      accountId: account.id,
      sessionId,
      splashPortalId: visit.portal.id,
      usagePlanId: plan?.id,
      locale: visit.locale,
    })),
  )
}

/** Starts validations for whoever asks. Throws `too_many`, so that the transaction leaves nothing behind. */
export async function issueForGuest(visit: Visit, trx: Trx, validations: NewValidation[]): Promise<void> {
  const { address, device, hasSolvedPuzzle } = visit.client
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

/** Remembers what the answer to the guest has to say of a refusal. */
export function noteRefusal({ client }: Visit, refused: Pick<Extract<Issued, { outcome: 'too_many' }>, 'by' | 'excess'>): void {
  client.isCrowded = refused.by !== 'contact' && refused.by !== 'device'
  client.excess = refused.excess
  // A puzzle is for one browser.
  if (refused.excess !== undefined) client.isCounted = true
}

/** Says why there is no code now, and when there may be one. */
export function tooManyCodes({ phrases, locale, client }: Visit, retryAfterS: number): string {
  const span = formatSpan(locale, retryAfterS)
  return client.isCrowded ? phrases.errors.crowded(span) : phrases.errors.too_many_codes(span)
}

/** The seconds to wait, if an error says that too many codes were asked for; any other error is thrown on. */
export function retryAfterOf(error: unknown): number {
  if (error instanceof AppError && error.code === 'too_many') return error.retryAfterS ?? 60
  throw error
}
