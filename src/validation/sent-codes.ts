import type { Context } from '../context.ts'
import type { Channel, Purpose } from '../db/tables.ts'

/** A code that went out to a browser and was not accepted so far. */
export interface SentCode {
  id: string
  channel: Channel
  contact: string
  /** It can still be entered, as far as time and tries go. */
  isPending: boolean
  expires_at: Date
}

/** The last code of each channel that a browser was sent, good still or not; without those cancelled or accepted. */
export async function listSentCodes(
  ctx: Context,
  where: { sessionId: string | undefined; purpose: Purpose },
): Promise<SentCode[]> {
  if (where.sessionId === undefined) return []
  const now = ctx.clock.now()
  const rows = await ctx.db.kysely
    .selectFrom('validations')
    .distinctOn('channel')
    .select(['id', 'channel', 'contact', 'status', 'expires_at'])
    .where('session_id', '=', where.sessionId)
    .where('purpose', '=', where.purpose)
    .where('status', 'in', ['pending', 'expired', 'exhausted'])
    .orderBy('channel', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ status, ...code }) => ({ ...code, isPending: status === 'pending' && code.expires_at > now }))
}
