import type { Trx } from '../db/db.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import type { Account, Contact } from './account.ts'

/** What became of another account that had the contact. */
export interface Loser {
  account: Account
  /**
   * `deleted`: it never proved anything. `stripped`: its password is gone too, since whoever set it never proved to be
   * its owner. `unlinked`: it keeps everything but the contact. `moved`: it had proven the contact and has lost it.
   */
  fate: 'deleted' | 'stripped' | 'unlinked' | 'moved'
}

/**
 * Notes that an account has proven a contact. The owner wins: every other account loses it. Answers those, so that the
 * caller ends their sessions and codes. `isNew`: the account had not proven it before. Rows are locked in the order of their
 * ids: accounts, then validations. Undefined: the account is gone or has another contact by now.
 */
export async function ownContact(
  trx: HotTrx,
  proof: { accountId: string; contact: Contact; value: string },
  now: Date,
): Promise<{ account: Account; losers: Loser[]; isNew: boolean } | undefined> {
  const { contact, value } = proof
  const validatedAt = `${contact}_validated_at` as const
  const holders = await trx
    .selectFrom('accounts')
    .selectAll()
    .where(eb => eb.or([eb('id', '=', proof.accountId), eb(contact, '=', value)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  const owner = holders.find(holder => holder.id === proof.accountId)
  if (owner?.[contact] !== value || owner.status === 'blocked') return undefined

  // What ends with the losers, and what the owner's proof uses up.
  if (holders.length > 1) await lockValidationsOf(trx, holders)
  const losers = holders.filter(holder => holder !== owner).map(account => ({ account, fate: judge(account, contact) }))
  for (const { account, fate } of losers) {
    if (fate === 'deleted') await trx.deleteFrom('accounts').where('id', '=', account.id).execute()
    else
      await trx
        .updateTable('accounts')
        .set({ [contact]: null, [validatedAt]: null, updated_at: now, ...(fate === 'stripped' && { password_hash: null }) })
        .where('id', '=', account.id)
        .execute()
  }
  const proven = { [validatedAt]: now, updated_at: now }
  trx.pipeline(trx.updateTable('accounts').set(proven).where('id', '=', owner.id).execute())
  return { account: { ...owner, ...proven }, losers, isNew: owner[validatedAt] === null }
}

async function lockValidationsOf(trx: Trx, accounts: Account[]): Promise<void> {
  await trx
    .selectFrom('validations')
    .select('id')
    .where(
      'account_id',
      'in',
      accounts.map(({ id }) => id),
    )
    .where('status', 'in', ['pending', 'exhausted'])
    .orderBy('id')
    .forUpdate()
    .execute()
}

function judge(account: Account, contact: Contact): Loser['fate'] {
  const other = contact === 'phone' ? 'email' : 'phone'
  if (account[`${contact}_validated_at`]) return 'moved'
  if (account[`${other}_validated_at`]) return 'unlinked'
  return account.status === 'pending' ? 'deleted' : 'stripped'
}
