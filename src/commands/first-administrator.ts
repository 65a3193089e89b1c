import { hashPassword } from '../accounts/password.ts'
import { ALONE_LENGTH_MIN, isShortAlone } from '../administrators/password-rule.ts'
import type { Context } from '../context.ts'
import { appendAuditEvent } from '../db/audit-trail.ts'
import { uuidv7 } from '../lib/random.ts'

/** Makes the administrator of the configuration, an owner, unless there is any. Returns whether there is one now. */
export async function ensureFirstAdministrator(ctx: Context): Promise<boolean> {
  const { adminLogin: login, adminPassword: password } = ctx.config
  const { rowCount } = await ctx.db.pool.query('select from administrators limit 1')
  if (rowCount) return true
  if (login === undefined || password === undefined) return false
  if (isShortAlone(password))
    ctx.log.warn(
      `GATEHOUSE_ADMIN_PASSWORD has fewer than ${ALONE_LENGTH_MIN} characters, too few for a password that stands alone: sign in and choose another, or set up a second factor`,
    )
  const passwordHash = await hashPassword(password)
  const isMade = await ctx.db.transaction(async trx => {
    const now = ctx.clock.now()
    const id = uuidv7(now)
    // Of nodes that start at once one inserts; the login is unique.
    const made = await trx
      .insertInto('administrators')
      .values({
        id,
        login,
        password_hash: passwordHash,
        password_is_short: isShortAlone(password),
        role: 'owner',
        created_at: now,
        updated_at: now,
      })
      .onConflict(conflict => conflict.column('login').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return false
    await appendAuditEvent(trx, ctx.keys, now, {
      actor: 'GATEHOUSE_ADMIN_LOGIN',
      action: 'create',
      resource: 'administrators',
      recordId: id,
      changes: { login: { to: login }, role: { to: 'owner' } },
    })
    return true
  })
  if (isMade) ctx.log.info({ login }, 'the first administrator was made')
  return true
}
