import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import type { Purpose, ValidationsTable } from '../db/tables.ts'

export type PendingValidation = Pick<
  Selectable<ValidationsTable>,
  | 'id'
  | 'purpose'
  | 'channel'
  | 'contact'
  | 'decoy'
  | 'account_id'
  | 'carrier_id'
  | 'usage_plan_id'
  | 'sends'
  | 'last_sent_at'
  | 'created_at'
  | 'expires_at'
>

/** The codes that a browser can still enter, oldest first. */
export function listPendingValidations(
  ctx: Context,
  where: { sessionId: string; purpose: Purpose },
  trx?: Trx,
): Promise<PendingValidation[]> {
  return (trx ?? ctx.db.kysely)
    .selectFrom('validations')
    .select([
      'id',
      'purpose',
      'channel',
      'contact',
      'decoy',
      'account_id',
      'carrier_id',
      'usage_plan_id',
      'sends',
      'last_sent_at',
      'created_at',
      'expires_at',
    ])
    .where('session_id', '=', where.sessionId)
    .where('purpose', '=', where.purpose)
    .where('status', '=', 'pending')
    .where('expires_at', '>', ctx.clock.now())
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
