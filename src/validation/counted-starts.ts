import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { returnStart } from '../limits/return-starts.ts'
import { conclude, type Issued, insert, insertRows, type NewValidation, type Row, toRow } from './issue.ts'

/** Starts that are counted and not made yet. Whoever holds them makes them or gives them back; a crash leaves them counted. */
export type CountedStarts = { row: Row; startKey: string; at: Date }[]

/**
 * Counts the starts of one guest, all or none, so that the transaction that makes them holds nothing that other guests wait
 * for, and so that who is refused costs no work.
 */
export async function countStarts(
  ctx: Context,
  validations: NewValidation[],
): Promise<{ starts: CountedStarts } | Extract<Issued, { outcome: 'too_many' }>> {
  const now = ctx.clock.now()
  const rows = validations.map(validation => toRow(ctx, validation, 'count', now))
  const all = await Promise.all(rows.map(async row => ({ row, ...(await insert(ctx, row)) })))
  const starts = all.filter(({ refusal }) => !refusal)
  const refused = all.find(({ refusal }) => refusal)
  if (!refused) return { starts }
  await returnStarts(ctx, starts)
  return (await conclude(ctx, refused.row, refused)) as Extract<Issued, { outcome: 'too_many' }>
}

/** Gives counted starts back of which nothing became. Only for starts that are surely in no transaction that has committed. */
export async function returnStarts(ctx: Context, starts: CountedStarts): Promise<void> {
  await Promise.all(
    starts.map(({ row, startKey, at }) =>
      returnStart(ctx, { contact: startKey, counters: row.counters.map(({ key }) => key), at }),
    ),
  )
}

/** Makes the codes of counted starts and queues their messages, with the rest of the transaction. */
export async function makeCodes(
  ctx: Context,
  starts: CountedStarts,
  owner: { accountId?: string | undefined; sessionId: string },
  trx: Trx,
): Promise<void> {
  await Promise.all(
    starts.map(async ({ row, startKey, at }) => {
      // Its time is that of its start: by it, what could not be sent is found in the contact's budget.
      const made: Row = { ...row, ...owner, accountId: row.accountId ?? owner.accountId, part: 'write' }
      await insertRows(ctx, [made], at, trx)
      await conclude(ctx, made, { refusal: undefined, startKey, at })
    }),
  )
}
