import type { Account, Contact } from '../accounts/account.ts'
import type { UsagePlan } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { issueCode } from '../validation/issue.ts'
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
  for (const contact of contacts) {
    const value = account[contact]
    if (value === null) continue
    const issued = await issueCode(
      visit.ctx,
      {
        purpose: 'sign_up',
        channel: channelOf(contact),
        contact: value,
        accountId: account.id,
        sessionId,
        splashPortalId: visit.portal.id,
        usagePlanId: plan?.id,
        locale: visit.locale,
      },
      trx,
    )
    if (issued.outcome === 'too_many')
      throw new AppError('too_many', 'Too many codes were asked for.', { retryAfterS: issued.retryAfterS })
  }
}

/** The seconds to wait, if an error says that too many codes were asked for; any other error is thrown on. */
export function retryAfterOf(error: unknown): number {
  if (error instanceof AppError && error.code === 'too_many') return error.retryAfterS ?? 60
  throw error
}
