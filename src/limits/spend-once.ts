import type { Context } from '../context.ts'

/** Spends what is good once (a puzzle, a CAPTCHA's token) for all nodes together. False: it was spent before. */
export async function spendOnce({ db }: Context, { id, expiresAt }: { id: string; expiresAt: Date }): Promise<boolean> {
  const spent = await db.kysely
    .insertInto('spent_puzzles')
    .values({ id, expires_at: expiresAt })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  return spent.numInsertedOrUpdatedRows === 1n
}
