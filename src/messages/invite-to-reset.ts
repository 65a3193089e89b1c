import type { Context } from '../context.ts'
import type { Statement, Trx } from '../db/db.ts'
import { lastDay, retryAfterS, STARTS_PER_DAY_MAX, STARTS_PER_HOUR_MAX, withinBudget } from '../validation/rules.ts'
import { enqueueNotice, type Notice } from './enqueue.ts'

const PER_HOUR_AND_DAY = [STARTS_PER_HOUR_MAX, STARTS_PER_DAY_MAX] as const

// Under a key of its own: what the front desk sends takes nothing from the codes that the guest may ask for.
const TAKE: Statement = {
  name: 'reset_invitation_take',
  text: `
insert into contact_budgets as b (key, starts, touched_at) values ($2, array[$1::timestamptz], $1)
on conflict (key) do update set starts = ${lastDay('b.starts')} || $1::timestamptz, touched_at = $1
  where ${withinBudget('b.starts', ...PER_HOUR_AND_DAY)}
returning 1`,
}

/**
 * Queues a message that leads a guest to the portal's password reset: a link and no code. A contact gets as many of them
 * as codes. Returns the seconds until there is room again, or 0 if it was queued.
 */
export async function inviteToReset(ctx: Context, invitation: Omit<Notice, 'template'>, trx: Trx): Promise<number> {
  const now = ctx.clock.now()
  const key = `invitation:${invitation.to}`
  const taken = await ctx.db.run(TAKE, [now, key], trx)
  if (taken.length === 0) {
    const budget = await trx.selectFrom('contact_budgets').select('starts').where('key', '=', key).executeTakeFirst()
    return retryAfterS(budget?.starts ?? [], now, ...PER_HOUR_AND_DAY)
  }
  await enqueueNotice(ctx, { ...invitation, template: 'reset_invitation' }, trx)
  return 0
}
