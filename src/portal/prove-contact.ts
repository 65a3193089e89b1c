import type { Account } from '../accounts/account.ts'
import { type Loser, ownContact } from '../accounts/own-contact.ts'
import { endSessionsOf } from '../accounts/session.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { forgetLoginDevices } from '../limits/login-throttle.ts'
import { enqueueNotice } from '../messages/enqueue.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { type ApprovedValidation, type CheckResult, checkCode } from '../validation/check.ts'
import { contactOf } from './offers.ts'
import type { Visit } from './site.ts'

/** The account of a code that fitted has moved on: it is gone, blocked, or has another contact by now. */
class Stale extends Error {}

interface Check {
  ids: string[]
  sessionId: string
  code: string
}

/**
 * Checks a code that proves a contact of an account. When it fits, the contact is the account's own from then on, every
 * other account loses it, and `then` runs in the same transaction with the account as it is now.
 */
export async function proveContact(
  visit: Visit,
  check: Check,
  then: (trx: HotTrx, account: Account) => void,
): Promise<CheckResult> {
  try {
    return await checkCode(visit.ctx, check, async (trx, approved) => {
      then(trx, await takeOwnership(visit, trx, approved))
    })
  } catch (error) {
    if (error instanceof Stale) return { outcome: 'refused' }
    throw error
  }
}

async function takeOwnership(visit: Visit, trx: HotTrx, approved: ApprovedValidation): Promise<Account> {
  const { ctx, now, portal } = visit
  const contact = contactOf(approved.channel)
  const owned = await ownContact(trx, { accountId: approved.account_id ?? '', contact, value: approved.contact }, now)
  if (!owned) throw new Stale()
  if (owned.isNew) trx.pipeline(forgetLoginDevices(trx, approved.contact, approved.device))
  for (const loser of owned.losers) await endClaims(loser)
  return owned.account

  async function endClaims({ account, fate }: Loser): Promise<void> {
    if (fate === 'stripped') {
      await endSessionsOf(trx, account.id, now)
      await cancelValidationsOf(trx, { accountId: account.id })
    } else if (fate !== 'deleted') await cancelValidationsOf(trx, { accountId: account.id, contact: approved.contact })
    if (fate !== 'moved') return
    for (const { channel, to } of provenContacts(account).filter(proven => proven.to !== approved.contact))
      await enqueueNotice(
        ctx,
        { template: 'contact_moved', channel, to, locale: account.locale, accountId: account.id, splashPortalId: portal.id },
        trx,
      )
  }
}

/** Where an account's owner can certainly be reached. */
export function provenContacts(account: Account): { channel: 'sms' | 'email'; to: string }[] {
  return [
    ...(account.phone && account.phone_validated_at ? [{ channel: 'sms' as const, to: account.phone }] : []),
    ...(account.email && account.email_validated_at ? [{ channel: 'email' as const, to: account.email }] : []),
  ]
}
