import type { Db, Trx } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'
import { hashToken } from '../lib/keys.ts'
import { randomToken, uuidv7 } from '../lib/random.ts'

const LIFETIME_S = 3600

/** Makes a link’s token for whoever lost everything. Only its hash is kept; one that was made before stays good beside it. */
export async function insertLink(trx: Trx, login: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = randomToken()
  const expiresAt = addSeconds(now, LIFETIME_S)
  await trx
    .insertInto('administrator_links')
    .values({ id: uuidv7(now), token_hash: hashToken(token), login, created_at: now, expires_at: expiresAt })
    .execute()
  return { token, expiresAt }
}

/** The login that a link is for; undefined: it is not good, or not any more. */
export async function findLinkLogin(db: Db, token: string, now: Date): Promise<string | undefined> {
  const link = await db.kysely
    .selectFrom('administrator_links')
    .select('login')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return link?.login
}

/** Spends a link and every other one for its login. Returns that, or undefined where somebody was first. */
export async function spendLink(trx: Trx, token: string, now: Date): Promise<string | undefined> {
  const link = await trx
    .deleteFrom('administrator_links')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .returning('login')
    .executeTakeFirst()
  if (link) await trx.deleteFrom('administrator_links').where('login', '=', link.login).execute()
  return link?.login
}
