import { hashPassword } from '../accounts/password.ts'
import type { Context } from '../context.ts'
import { uuidv7 } from '../lib/random.ts'

/** Makes the administrator of the configuration unless there is any. Returns whether there is one now. */
export async function ensureFirstAdministrator(ctx: Context): Promise<boolean> {
  const { adminLogin, adminPassword } = ctx.config
  const { rowCount } = await ctx.db.pool.query('select from administrators limit 1')
  if (rowCount) return true
  if (adminLogin === undefined || adminPassword === undefined) return false
  const now = ctx.clock.now()
  // Of nodes that start at once one inserts; the login is unique.
  await ctx.db.pool.query(
    `insert into administrators (id, login, password_hash, created_at, updated_at) values ($1, $2, $3, $4, $4)
     on conflict (login) do nothing`,
    [uuidv7(now), adminLogin, await hashPassword(adminPassword), now],
  )
  ctx.log.info({ login: adminLogin }, 'the first administrator was made')
  return true
}
