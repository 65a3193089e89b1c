import { endSession } from '../accounts/session.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { redirect, type Visit } from './site.ts'

/** Ends this browser's session. */
export async function logout(visit: Visit): Promise<Response> {
  const { session, now } = visit
  if (session)
    await visit.ctx.db.transaction(async trx => {
      await cancelValidationsOf(trx, { sessionId: session.id })
      await endSession(trx, session.id, now)
    })
  return redirect(visit, 'login', { notice: 'signed_out', token: '' })
}
