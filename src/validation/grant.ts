import type { Selectable } from 'kysely'
import type { Db, Trx } from '../db/db.ts'
import type { ValidationsTable } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'

/** How long an approved password reset may be used for a new password. */
const GRANT_LIFETIME_S = 600

export type ResetValidation = Pick<
  Selectable<ValidationsTable>,
  'id' | 'channel' | 'contact' | 'status' | 'account_id' | 'created_at' | 'approved_at' | 'grant_spent_at'
>

/** All codes of the password reset that a browser has started, in whatever state. */
export function listResetValidations(db: Db, sessionId: string): Promise<ResetValidation[]> {
  return db.kysely
    .selectFrom('validations')
    .select(['id', 'channel', 'contact', 'status', 'account_id', 'created_at', 'approved_at', 'grant_spent_at'])
    .where('session_id', '=', sessionId)
    .where('purpose', '=', 'password_reset')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Whether an approval still allows one new password. */
export function isGrant({ status, approved_at, grant_spent_at }: ResetValidation, now: Date): boolean {
  return (
    status === 'approved' && grant_spent_at === null && approved_at !== null && addSeconds(approved_at, GRANT_LIFETIME_S) > now
  )
}

/** Spends the grants of a browser. False: not all of them are good any more, and the caller's transaction must not commit. */
export async function spendGrants(trx: Trx, grants: { ids: string[]; sessionId: string }, now: Date): Promise<boolean> {
  const spent = await trx
    .updateTable('validations')
    .set({ grant_spent_at: now })
    .where('id', 'in', grants.ids)
    .where('session_id', '=', grants.sessionId)
    .where('purpose', '=', 'password_reset')
    .where('status', '=', 'approved')
    .where('grant_spent_at', 'is', null)
    .where('approved_at', '>', addSeconds(now, -GRANT_LIFETIME_S))
    .executeTakeFirst()
  return Number(spent.numUpdatedRows) === grants.ids.length
}
