import { z } from 'zod'
import { findAdministrator, lockAdministrator } from '../administrators/administrator.ts'
import { makeRecoveryCodes, saveRecoveryCodes } from '../administrators/recovery-codes.ts'
import { hasSecondFactor, keepARequiredFactor } from '../administrators/second-factors.ts'
import { takeFactorSlot } from '../administrators/sign-in.ts'
import {
  findTotpStep,
  makeTotpSecret,
  readPendingTotpSecret,
  savePendingTotpSecret,
  saveTotpSecret,
  totpUri,
} from '../administrators/totp.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { parseInput } from '../http/parse.ts'
import { insertAuditEvent, tellUntold } from './audit.ts'
import { line } from './fields.ts'
import { ME_TAG, ownerOf } from './me.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { visitorOf } from './sign-in-browser.ts'

const confirmation = z.strictObject({ code: line(100, 1).describe('Six digits of the app. Blanks do not count.') })
const secretAnswer: NamedSchema = {
  name: 'TotpSecret',
  zod: z.object({
    secret: z.string().describe('In base32, to type into the app. Shown this once.'),
    uri: z.string().describe('The same as an otpauth URI, for a QR code.'),
  }),
}
const codesAnswer: NamedSchema = {
  name: 'RecoveryCodes',
  zod: z.object({
    recovery_codes: z.array(z.string()).describe('Each is good once, in place of the second factor. Shown this once.'),
  }),
}
const CODES_EXAMPLE = { recovery_codes: ['7k2m-9xqd-4hvt', 'a3rw-c81n-p0ze'] }
const ASKS = { tag: ME_TAG, role: 'read_only', isForSessions: true, isSensitive: true } as const

/** An app that shows codes as a second factor (RFC 6238), and codes to write down for when it is lost. */
export function myTotpOperations(ctx: Context): Operation[] {
  return [
    {
      ...ASKS,
      method: 'POST',
      path: '/me/totp',
      id: 'begin_my_totp',
      summary: 'Begin to use an app that shows codes',
      isForEnrolment: true,
      description: 'Nothing changes before `POST /me/totp/confirm`; an app that is in use goes on counting until then.',
      answer: {
        status: 200,
        description: 'The secret for the app.',
        schema: secretAnswer,
        example: {
          secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
          uri: 'otpauth://totp/Gatehouse%20wifi.example.com:operator?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        },
      },
      async handle(c, caller) {
        const { administratorId } = ownerOf(caller)
        const secret = makeTotpSecret()
        const { login } = await ctx.db.transaction(async trx => {
          const administrator = await lockAdministrator(trx, administratorId)
          await savePendingTotpSecret(ctx, trx, administratorId, secret)
          await audit(ctx, trx, caller, { totp_pending: tellUntold(administrator.totp_pending_encrypted, secret) })
          return administrator
        })
        const uri = totpUri(secret, { login, host: new URL(ctx.config.publicUrl).hostname })
        return answerJson(c.env, 200, { secret, uri })
      },
    },
    {
      ...ASKS,
      method: 'POST',
      path: '/me/totp/confirm',
      id: 'confirm_my_totp',
      summary: 'Use the app from now on',
      isForEnrolment: true,
      description:
        'With a code that the app shows. Makes ten recovery codes; those of before are worth nothing. `conflict`: there is no secret to confirm.',
      body: { schema: { name: 'TotpConfirmation', zod: confirmation }, example: { code: '123456' } },
      answer: { status: 200, description: 'The app is asked for from now on.', schema: codesAnswer, example: CODES_EXAMPLE },
      refusals: ['conflict', 'too_many'],
      async handle(c, caller) {
        const { code } = parseInput(confirmation, await readJson(c.req.raw))
        const { administratorId } = ownerOf(caller)
        const administrator = await findAdministrator(ctx.db, administratorId)
        const secret = readPendingTotpSecret(ctx, administrator)
        if (secret === undefined) throw nothingPending()
        await takeFactorSlot(ctx, administrator, visitorOf(ctx, c))
        const step = findTotpStep(secret, code, ctx.clock.now())
        if (step === undefined)
          throw invalidField('code', 'This is not the code that the app shows now. Is the clock of the device right?')
        const { codes, kept } = await makeRecoveryCodes()
        await ctx.db.transaction(async trx => {
          const now = await lockAdministrator(trx, administratorId)
          // Another tab may have begun anew, or confirmed already.
          if (readPendingTotpSecret(ctx, now) !== secret) throw nothingPending()
          await saveTotpSecret(ctx, trx, { id: administratorId, secret, step })
          const recoveryCodes = await saveRecoveryCodes(trx, administratorId, kept, ctx.clock.now())
          const totp = tellUntold(now.totp_secret_encrypted, secret)
          await audit(ctx, trx, caller, { totp, recovery_codes: recoveryCodes })
        })
        return answerJson(c.env, 200, { recovery_codes: codes })
      },
    },
    {
      ...ASKS,
      method: 'DELETE',
      path: '/me/totp',
      id: 'delete_my_totp',
      summary: 'Stop using the app',
      description:
        'Without a passkey the recovery codes go with it. `conflict`: your password is too short to stand alone, or a second factor is required of you.',
      answer: { status: 204, description: 'No app is asked for any more.' },
      refusals: ['not_found', 'conflict'],
      async handle(c, caller) {
        const { administratorId } = ownerOf(caller)
        await ctx.db.transaction(async trx => {
          const administrator = await lockAdministrator(trx, administratorId)
          if (administrator.totp_secret_encrypted === null) throw new AppError('not_found', 'No app is in use.')
          const none = { totp_secret_encrypted: null, totp_pending_encrypted: null, totp_last_step: null }
          await trx.updateTable('administrators').set(none).where('id', '=', administratorId).execute()
          const codesGone = await keepARequiredFactor(ctx, trx, administrator)
          await audit(ctx, trx, caller, { totp: 'removed', ...(codesGone > 0 && { recovery_codes: { from: codesGone, to: 0 } }) })
        })
        return answerText(c.env, 204, null, '')
      },
    },
    {
      ...ASKS,
      method: 'POST',
      path: '/me/recovery_codes',
      id: 'make_my_recovery_codes',
      summary: 'Make new recovery codes',
      description: 'Ten; those of before are worth nothing. `conflict`: you have no second factor that they could stand in for.',
      answer: { status: 200, description: 'The new codes.', schema: codesAnswer, example: CODES_EXAMPLE },
      refusals: ['conflict'],
      async handle(c, caller) {
        const { administratorId } = ownerOf(caller)
        if (!(await hasSecondFactor(ctx.db, administratorId)))
          throw new AppError('conflict', 'Set up a second factor first: recovery codes stand in for one that is lost.')
        const { codes, kept } = await makeRecoveryCodes()
        await ctx.db.transaction(async trx => {
          await lockAdministrator(trx, administratorId)
          const recoveryCodes = await saveRecoveryCodes(trx, administratorId, kept, ctx.clock.now())
          await audit(ctx, trx, caller, { recovery_codes: recoveryCodes })
        })
        return answerJson(c.env, 200, { recovery_codes: codes })
      },
    },
  ]
}

function nothingPending(): AppError {
  return new AppError('conflict', 'There is no secret to confirm. Begin again.')
}

async function audit(ctx: Context, trx: Trx, caller: Caller, changes: Record<string, unknown>): Promise<void> {
  const { administratorId } = ownerOf(caller)
  await insertAuditEvent(ctx, trx, {
    actor: caller.name,
    action: 'update',
    resource: 'administrators',
    recordId: administratorId,
    changes,
  })
}
