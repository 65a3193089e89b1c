import { z } from 'zod'
import { type Administrator, lockAdministratorRow } from '../administrators/administrator.ts'
import { dropSecondFactors } from '../administrators/second-factors.ts'
import { endAdministratorSessions } from '../administrators/session.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { administrators } from './administrators.ts'
import { insertAuditEvent } from './audit.ts'
import { notFound } from './list.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { idOf } from './resource.ts'

const dropped = z.object({
  totp: z.boolean(),
  passkeys: z.int().min(0),
  recovery_codes: z.int().min(0),
  sessions: z.int().min(0),
})
const reset: NamedSchema = { name: 'SecondFactorReset', zod: dropped }
const signedOut: NamedSchema = { name: 'AdministratorSignedOut', zod: z.object({ sessions: z.int().min(0) }) }

/** What owners do for and to other administrators. */
export function administratorOperations(ctx: Context): Operation[] {
  const owners = { tag: administrators.tag, role: 'owner', isSensitive: true } as const
  return [
    {
      ...owners,
      method: 'POST',
      path: '/administrators/{id}/reset_second_factor',
      id: 'reset_second_factor',
      summary: 'Take an administrator’s second factors away',
      description:
        'For one who has lost them: app, passkeys and recovery codes go, and every session ends. The password stays; make sure first that it is them who asks. `conflict`: it is too short to stand alone.',
      answer: {
        status: 200,
        description: 'What there was.',
        schema: reset,
        example: { totp: true, passkeys: 1, recovery_codes: 8, sessions: 2 },
      },
      refusals: ['not_found', 'conflict'],
      async handle(c, caller) {
        const counts = await withAdministrator(
          ctx,
          idOf(c, administrators.one),
          async (trx, { id, password_is_short: isShort }) => {
            if (isShort)
              throw new AppError(
                'conflict',
                'The password of this administrator is too short to stand alone. Give them one of at least 15 characters first.',
              )
            const { totp, passkeys, recoveryCodes } = await dropSecondFactors(trx, id)
            const sessions = await endAdministratorSessions(trx, id)
            const gone = { totp, passkeys, recovery_codes: recoveryCodes, sessions }
            await audit(ctx, trx, caller, { action: 'reset_second_factor', id, changes: describeReset(gone) })
            return gone
          },
        )
        return answerJson(c.env, 200, counts)
      },
    },
    {
      ...owners,
      method: 'POST',
      path: '/administrators/{id}/sign_out',
      id: 'sign_out_administrator',
      summary: 'Sign an administrator out everywhere',
      answer: { status: 200, description: 'How many sessions have ended.', schema: signedOut, example: { sessions: 2 } },
      refusals: ['not_found'],
      async handle(c, caller) {
        const sessions = await withAdministrator(ctx, idOf(c, administrators.one), async (trx, { id }) => {
          const ended = await endAdministratorSessions(trx, id)
          if (ended > 0) await audit(ctx, trx, caller, { action: 'sign_out', id, changes: { sessions: { from: ended, to: 0 } } })
          return ended
        })
        return answerJson(c.env, 200, { sessions })
      },
    },
  ]
}

/** What the audit trail says of factors that were taken away. */
export function describeReset({ totp, passkeys, recovery_codes, sessions }: z.output<typeof dropped>): Record<string, unknown> {
  return {
    ...(totp && { totp: 'removed' }),
    passkeys: { from: passkeys, to: 0 },
    recovery_codes: { from: recovery_codes, to: 0 },
    sessions: { from: sessions, to: 0 },
  }
}

async function withAdministrator<T>(
  ctx: Context,
  id: string,
  work: (trx: Trx, administrator: Administrator) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction(async trx => {
    const administrator = await lockAdministratorRow(trx, id)
    if (!administrator) throw notFound(administrators.one)
    return work(trx, administrator)
  })
}

async function audit(
  ctx: Context,
  trx: Trx,
  caller: Caller,
  { action, id: recordId, changes }: { action: string; id: string; changes: Record<string, unknown> },
): Promise<void> {
  await insertAuditEvent(ctx, trx, { actor: caller.name, action, resource: administrators.name, recordId, changes })
}
