import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'

/** Cancels a pending validation of the REST API. False: there is none. */
export async function cancelValidation(ctx: Context, id: string, trx?: Trx): Promise<boolean> {
  const result = await (trx ?? ctx.db.kysely)
    .updateTable('validations')
    .set({ status: 'cancelled' })
    .where('id', '=', id)
    .where('purpose', '=', 'api')
    .where('status', '=', 'pending')
    .where('expires_at', '>', ctx.clock.now())
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Cancels the pending validations that meet all the given conditions, and takes back any approval not yet used for a reset. One that
 * its last check has exhausted stays so, and its code becomes another: that check may still be under way, and right.
 */
export async function cancelValidationsOf(
  trx: Trx,
  where: { accountId?: string; sessionId?: string; contact?: string; purpose?: 'sign_up' | 'password_reset' | 'free_sms' },
): Promise<void> {
  if (!where.accountId && !where.sessionId && !where.contact)
    throw new Error('cancelling every validation there is was surely not meant')
  let query = trx
    .updateTable('validations')
    .set({
      status: sql`case when status = 'exhausted' then 'exhausted' else 'cancelled' end`,
      generation: sql`generation + case when status = 'exhausted' then 1 else 0 end`,
    })
    .where(eb =>
      eb.or([
        eb('status', 'in', ['pending', 'exhausted']),
        eb.and([eb('purpose', '=', 'password_reset'), eb('status', '=', 'approved'), eb('grant_spent_at', 'is', null)]),
      ]),
    )
  if (where.accountId) query = query.where('account_id', '=', where.accountId)
  if (where.sessionId) query = query.where('session_id', '=', where.sessionId)
  if (where.contact) query = query.where('contact', '=', where.contact)
  if (where.purpose) query = query.where('purpose', '=', where.purpose)
  await query.execute()
}
