import { z } from 'zod'
import { endAdministratorSession, endAdministratorSessions, listAdministratorSessions } from '../administrators/session.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { answerJson, answerText } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { insertAuditEvent } from './audit.ts'
import { id, time } from './fields.ts'
import { notFound } from './list.ts'
import { ME_TAG, ownerOf } from './me.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { idOf } from './resource.ts'

const session = z.object({
  id,
  created_at: time,
  last_seen_at: time.describe('To the minute.'),
  address: z.string(),
  user_agent: z.string().describe('In words, such as `Chrome on Android`. Empty: it did not say.'),
  current: z.boolean().describe('The one that asks.'),
})
const list: NamedSchema = {
  name: 'MySessionList',
  zod: z.object({ data: z.array(session), total: z.int().min(0) }),
}
const ended: NamedSchema = { name: 'SessionsEnded', zod: z.object({ ended: z.int().min(0) }) }
const EXAMPLE = {
  id: '0199a7a0-5c00-7000-8000-00000000000f',
  created_at: '2026-11-22T10:00:00.000Z',
  last_seen_at: '2026-11-22T10:30:00.000Z',
  address: '192.0.2.7',
  user_agent: 'Chrome on Android',
  current: true,
}

/** Where an administrator is signed in, and an end to it. */
export function mySessionOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/me/sessions',
      id: 'list_my_sessions',
      tag: ME_TAG,
      summary: 'List where you are signed in',
      role: 'read_only',
      isForSessions: true,
      answer: { status: 200, description: 'All of them.', schema: list, example: { data: [EXAMPLE], total: 1 } },
      async handle(c, caller) {
        const { administratorId, sessionId } = ownerOf(caller)
        const rows = await listAdministratorSessions(ctx.db, administratorId, ctx.clock.now())
        const data = rows.map(row => ({ ...row, current: row.id === sessionId }))
        return answerJson(c.env, 200, { data, total: data.length })
      },
    },
    {
      method: 'DELETE',
      path: '/me/sessions/{id}',
      id: 'end_my_session',
      tag: ME_TAG,
      summary: 'Sign out elsewhere',
      role: 'read_only',
      isForSessions: true,
      answer: { status: 204, description: 'That session has ended.' },
      refusals: ['not_found'],
      async handle(c, caller) {
        const { administratorId } = ownerOf(caller)
        const sessionId = idOf(c, 'session')
        await ctx.db.transaction(async trx => {
          if (!(await endAdministratorSession(trx, { id: sessionId, administratorId }))) throw notFound('session')
          await auditEnd(ctx, trx, caller, 1)
        })
        return answerText(c.env, 204, null, '')
      },
    },
    {
      method: 'POST',
      path: '/me/sessions/end_others',
      id: 'end_my_other_sessions',
      tag: ME_TAG,
      summary: 'Sign out everywhere else',
      role: 'read_only',
      isForSessions: true,
      answer: { status: 200, description: 'How many sessions have ended.', schema: ended, example: { ended: 2 } },
      async handle(c, caller) {
        const { administratorId, sessionId } = ownerOf(caller)
        const count = await ctx.db.transaction(async trx => {
          const others = await endAdministratorSessions(trx, administratorId, sessionId)
          if (others > 0) await auditEnd(ctx, trx, caller, others)
          return others
        })
        return answerJson(c.env, 200, { ended: count })
      },
    },
  ]
}

async function auditEnd(ctx: Context, trx: Trx, caller: Caller, sessions: number): Promise<void> {
  const { administratorId } = ownerOf(caller)
  await insertAuditEvent(ctx, trx, {
    actor: caller.name,
    action: 'sign_out',
    resource: 'administrators',
    recordId: administratorId,
    changes: { sessions_ended: { to: sessions } },
  })
}
