import { z } from 'zod'
import { hashPassword, verifyPassword } from '../accounts/password.ts'
import { type Administrator, findAdministrator, lockAdministrator } from '../administrators/administrator.ts'
import { insertChallenge, takeChallenge } from '../administrators/challenge.ts'
import {
  listPasskeys,
  notePasskeyUse,
  requirePasskeySite,
  signInOptions,
  type UsedPasskey,
  verifyPasskey,
} from '../administrators/passkey.ts'
import { isShortAlone, judgeAdministratorPassword } from '../administrators/password-rule.ts'
import { hasSecondFactor, keepAFactor } from '../administrators/second-factors.ts'
import { confirmAdministratorSession, endAdministratorSessions } from '../administrators/session.ts'
import { compareCounted, noteSuccess } from '../administrators/sign-in.ts'
import type { Context } from '../context.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { type Caller, requireConfirmation } from '../http/caller.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import type { RequestContext } from '../http/routes.ts'
import { newPassword, ownFields, PASSWORD_LENGTH_MAX } from './administrators.ts'
import { describeChanges, insertAuditEvent } from './audit.ts'
import { describeAdministrator, describeProgram, ME, ME_EXAMPLE } from './describe-me.ts'
import { id, secret } from './fields.ts'
import type { Operation } from './operation.ts'
import { CHALLENGE_EXAMPLE, passkeyChallenge, passkeyResponse } from './passkey-schemas.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'
import { setCookies, visitorOf } from './sign-in-browser.ts'

export const ME_TAG = 'Me'

const change = z.strictObject({ ...ownFields, password: newPassword }).partial()
const proof = z.strictObject({
  password: secret(PASSWORD_LENGTH_MAX).unwrap().optional(),
  challenge_id: id.optional(),
  response: passkeyResponse.optional(),
})

/** The administrator of a session. Only operations that are for sessions may ask. */
export function ownerOf({ administratorId, sessionId }: Caller): { administratorId: string; sessionId: string } {
  if (administratorId === undefined || sessionId === undefined) throw new Error('the caller has no session')
  return { administratorId, sessionId }
}

/** Who calls, what they change of themselves, and how they prove that it is them. */
export function meOperations(ctx: Context, operations: () => Operation[]): Operation[] {
  const asMe = { status: 200, schema: ME, example: ME_EXAMPLE } as const

  async function answerMe(c: RequestContext, caller: Caller): Promise<Response> {
    if (caller.sessionId === undefined) return answerJson(c.env, 200, describeProgram(ctx, operations(), caller))
    const me = await describeAdministrator(ctx, operations(), caller.sessionId)
    if (!me) throw new AppError('unauthorized', 'You are signed out. Sign in again.')
    return answerJson(c.env, 200, me)
  }

  return [
    {
      method: 'GET',
      path: '/me',
      id: 'read_me',
      tag: ME_TAG,
      summary: 'Read who calls, and what they may do',
      isForEnrolment: true,
      answer: { ...asMe, description: 'You.' },
      handle: answerMe,
    },
    {
      method: 'PATCH',
      path: '/me',
      id: 'update_me',
      tag: ME_TAG,
      summary: 'Change your name, address, language or password',
      description: 'A new password needs a confirmed session, and ends all your other ones.',
      role: 'read_only',
      isForSessions: true,
      body: { schema: { name: 'MeUpdate', zod: change }, example: { name: 'Olga Operator', locale: 'en' } },
      answer: { ...asMe, description: 'You, as you are now.' },
      refusals: ['confirm_identity'],
      async handle(c, caller) {
        const input = parseInput(change, await readJson(c.req.raw))
        if (input.password !== undefined) requireConfirmation(caller, ctx.clock.now())
        await changeMe(ctx, caller, input)
        return answerMe(c, caller)
      },
    },
    {
      method: 'POST',
      path: '/me/confirm/options',
      id: 'confirm_me_options',
      tag: ME_TAG,
      summary: 'Begin to confirm that it is you with a passkey',
      role: 'read_only',
      isForSessions: true,
      isForEnrolment: true,
      answer: { status: 200, description: 'What the browser needs.', schema: passkeyChallenge, example: CHALLENGE_EXAMPLE },
      refusals: ['conflict'],
      async handle(c, caller) {
        requirePasskeySite(ctx.config)
        const { administratorId } = ownerOf(caller)
        const visitor = visitorOf(ctx, c)
        const asked = { purpose: 'confirm', administratorId, device: visitor.device } as const
        const { id: challengeId, challenge } = await insertChallenge(ctx.db, asked, ctx.clock.now())
        const options = await signInOptions(ctx.config, { challenge, passkeys: await listPasskeys(ctx.db, administratorId) })
        return setCookies(ctx, answerJson(c.env, 200, { challenge_id: challengeId, options }), visitor)
      },
    },
    {
      method: 'POST',
      path: '/me/confirm',
      id: 'confirm_me',
      tag: ME_TAG,
      summary: 'Confirm that it is you',
      description:
        'With your password, or with a passkey: `challenge_id` and `response`. For ten minutes you can then do what `confirm_identity` refuses. Signing in counts as well.',
      role: 'read_only',
      isForSessions: true,
      isForEnrolment: true,
      body: { schema: { name: 'Confirmation', zod: proof }, example: { password: 'correct horse battery' } },
      answer: { ...asMe, description: 'It is you.' },
      refusals: ['too_many', 'conflict'],
      async handle(c, caller) {
        await confirm(ctx, c, caller, parseInput(proof, await readJson(c.req.raw)))
        return answerMe(c, caller)
      },
    },
  ]
}

async function changeMe(ctx: Context, caller: Caller, { password, ...columns }: z.output<typeof change>): Promise<void> {
  const { administratorId, sessionId } = ownerOf(caller)
  const hash = password === undefined ? {} : await hashNew(ctx, administratorId, password, columns.email)
  await ctx.db.transaction(async trx => {
    const before = await lockAdministrator(trx, administratorId)
    const values = Object.fromEntries(Object.entries({ ...columns, ...hash }).filter(([, value]) => value !== undefined))
    if (Object.keys(values).length === 0) return
    await trx
      .updateTable('administrators')
      .set({ ...values, updated_at: ctx.clock.now() })
      .where('id', '=', administratorId)
      .execute()
    if (password !== undefined) {
      await keepAFactor(trx, administratorId)
      await endAdministratorSessions(trx, administratorId, sessionId)
    }
    const changes = describeChanges(before, { ...before, ...values })
    if (Object.keys(changes).length > 0)
      await insertAuditEvent(ctx, trx, {
        actor: caller.name,
        action: 'update',
        resource: 'administrators',
        recordId: administratorId,
        changes,
      })
  })
}

async function hashNew(ctx: Context, administratorId: string, password: string, newEmail: string | undefined) {
  const { login, name, email } = await findAdministrator(ctx.db, administratorId)
  const standsAlone = !(await hasSecondFactor(ctx.db, administratorId))
  const fault = judgeAdministratorPassword(password, { login, names: [name], contacts: [newEmail ?? email], standsAlone })
  if (fault) throw invalidField('password', PASSWORD_FAULTS[fault])
  return { password_hash: await hashPassword(password), password_is_short: isShortAlone(password) }
}

async function confirm(ctx: Context, c: RequestContext, caller: Caller, given: z.output<typeof proof>): Promise<void> {
  const { administratorId, sessionId } = ownerOf(caller)
  const administrator = await findAdministrator(ctx.db, administratorId)
  const visitor = visitorOf(ctx, c)
  const asked = judgeProof(given)
  // A stolen cookie is no way to guess passwords faster.
  const proven = await compareCounted(ctx, { login: administrator.login, browser: visitor }, crowd =>
    proves(ctx, administrator, asked, { device: visitor.device, crowd }),
  )
  if (!proven && given.password !== undefined) throw invalidField('password', 'This is not your password.')
  if (!proven) throw invalidField('response', 'This passkey was not accepted. Try again, or use your password.')
  const now = ctx.clock.now()
  await ctx.db.transaction(async trx => {
    if (proven !== 'password' && !(await notePasskeyUse(trx, proven, now)))
      throw invalidField('response', 'This passkey has been taken away. Use another one, or your password.')
    await confirmAdministratorSession(trx, sessionId, now)
    await insertAuditEvent(ctx, trx, {
      actor: caller.name,
      action: 'confirm',
      resource: 'administrators',
      recordId: administratorId,
      changes: { method: { to: proven === 'password' ? 'password' : 'passkey' } },
    })
  })
  await noteSuccess(ctx, administrator, visitor)
}

type Proof = { password: string } | { challengeId: string; response: NonNullable<z.output<typeof proof>['response']> }

/** One of the two ways, whole. */
function judgeProof({ password, challenge_id, response }: z.output<typeof proof>): Proof {
  if (password !== undefined && challenge_id === undefined && response === undefined) return { password }
  if (password === undefined && challenge_id !== undefined && response !== undefined)
    return { challengeId: challenge_id, response }
  throw invalidFields(
    ['password', 'challenge_id', 'response'].map(field => ({
      field,
      message: 'Give either the password, or a challenge_id and a response.',
    })),
  )
}

async function proves(
  ctx: Context,
  administrator: Administrator,
  given: Proof,
  { device, crowd }: { device: string; crowd: string | undefined },
): Promise<'password' | UsedPasskey | undefined> {
  if ('password' in given)
    return (await verifyPassword(given.password, administrator.password_hash, crowd)) ? 'password' : undefined
  const { response } = given
  const asked = { id: given.challengeId, purpose: 'confirm', administratorId: administrator.id, device } as const
  const challenge = await takeChallenge(ctx.db, asked, ctx.clock.now())
  const used = challenge === undefined ? undefined : await verifyPasskey(ctx, { response, challenge, needsUser: false })
  return used?.administratorId === administrator.id ? used : undefined
}
