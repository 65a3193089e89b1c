import { z } from 'zod'
import { findAccount } from '../accounts/account.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import { readOptionalJson } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { parseInput } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { type Resent, resendCode } from '../validation/resend.ts'
import { accounts } from './accounts.ts'
import { insertAuditEvent } from './audit.ts'
import { id } from './fields.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { idOf } from './resource.ts'
import { TOO_MANY } from './validations.ts'

const CHANNELS = ['sms', 'email'] as const
const question = z.strictObject({
  channel: z.enum(CHANNELS).optional().describe('Which of its codes. Left out: each that is pending.'),
})
const answer = z.object({
  data: z.array(
    z.object({
      validation_id: id,
      channel: z.enum(CHANNELS),
      contact: z.string().describe('Masked.'),
      outcome: z.enum(['sent', 'too_soon', 'too_many', 'no_more', 'gone']),
      retry_after_seconds: z.int().min(1).nullable(),
    }),
  ),
})

interface Tried {
  validation_id: string
  channel: 'sms' | 'email'
  contact: string
  resent: Resent
}

/** What the front desk does for a guest whose code has not come. */
export function resendCodeOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'POST',
      path: '/accounts/{id}/resend_code',
      id: 'resend_account_code',
      role: 'front_desk',
      tag: accounts.tag,
      summary: 'Send a guest’s sign-up codes again',
      description:
        'As the guest could on the portal: at most 4 sendings of a code, 30, 60 and 120 seconds apart, within the limits. The code stays bound to the browser that asked for it. `conflict`: no code is pending, so the guest has to ask for one there.',
      body: {
        schema: { name: 'CodeResend', zod: question },
        example: { channel: 'sms' },
        optional: true,
      },
      answer: {
        status: 200,
        description: 'At least one is on its way: what became of each.',
        schema: { name: 'CodesResent', zod: answer },
        example: {
          data: [
            {
              validation_id: '0199a7a0-5c00-7000-8000-00000000000c',
              channel: 'sms',
              contact: '+1******0123',
              outcome: 'sent',
              retry_after_seconds: null,
            },
          ],
        },
      },
      refusals: ['not_found', 'conflict', 'too_many'],
      async handle(c, caller) {
        const { channel } = parseInput(question, await readOptionalJson(c.req.raw))
        const accountId = idOf(c, accounts.one)
        if (!(await findAccount(ctx.db, accountId))) throw notFound(accounts.one)
        const pending = await listPendingCodes(ctx, accountId, channel)
        const tried: Tried[] = []
        for (const { id: validationId, session_id: sessionId, contact, ...code } of pending) {
          const resent = await resend(ctx, { accountId, validationId, sessionId, channel: code.channel }, caller)
          tried.push({ validation_id: validationId, channel: code.channel, contact: maskContact(contact), resent })
        }
        if (!tried.some(({ resent }) => resent.outcome === 'sent')) throw refusalOf(tried)
        const data = tried.map(({ resent, ...code }) => ({
          ...code,
          outcome: resent.outcome,
          retry_after_seconds: 'retryAfterS' in resent ? resent.retryAfterS : null,
        }))
        return answerJson(c.env, 200, { data })
      },
    },
  ]
}

/** The newest code of each channel that a sign-up waits for. */
async function listPendingCodes(ctx: Context, accountId: string, channel: 'sms' | 'email' | undefined) {
  const rows = await ctx.db.kysely
    .selectFrom('validations')
    .distinctOn('channel')
    .select(['id', 'channel', 'contact', 'session_id'])
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'sign_up')
    .where('status', '=', 'pending')
    .where('expires_at', '>', ctx.clock.now())
    .where('session_id', 'is not', null)
    .where('channel', 'in', channel ? [channel] : [...CHANNELS])
    .orderBy('channel', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as 'sms' | 'email' }))
}

interface Which {
  accountId: string
  validationId: string
  sessionId: string | null
  channel: string
}

function resend(ctx: Context, { accountId, validationId, sessionId, channel }: Which, caller: Caller): Promise<Resent> {
  return ctx.db.transaction(async trx => {
    const resent = await resendCode(ctx, { id: validationId, sessionId: sessionId ?? undefined }, trx)
    if (resent.outcome === 'sent')
      await insertAuditEvent(ctx, trx, {
        actor: caller.name,
        action: 'resend_code',
        resource: accounts.name,
        recordId: accountId,
        changes: { channel, sends: { from: resent.sends - 1, to: resent.sends } },
      })
    return resent
  })
}

/** Why nothing was sent: what passes soonest. */
function refusalOf(tried: Tried[]): AppError {
  const waits = tried.flatMap(({ resent }) => ('retryAfterS' in resent ? [resent] : []))
  const [first] = waits.sort((a, b) => a.retryAfterS - b.retryAfterS)
  if (first?.outcome === 'too_many')
    return new AppError('too_many', TOO_MANY[first.by], { retryAfterS: first.retryAfterS, extra: { limit: first.by } })
  if (first)
    return new AppError('too_many', `The code was sent a moment ago. Try again in ${first.retryAfterS} s.`, {
      retryAfterS: first.retryAfterS,
    })
  if (tried.some(({ resent }) => resent.outcome === 'no_more'))
    return new AppError('conflict', 'The code was sent as often as it may be. The guest can ask for a new one on the portal.')
  return new AppError('conflict', 'No code is pending. The guest has to ask for one on the portal.')
}
