import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import type { Administrator } from './administrator.ts'
import { notePasskeyUse, verifyPasskey } from './passkey.ts'
import { findRecoveryCode, spendRecoveryCode } from './recovery-codes.ts'
import type { SignInMethod } from './sign-in.ts'
import { findTotpStep, readTotpSecret, spendTotpStep } from './totp.ts'

/** What is shown beside the password. */
export type Factor = { kind: 'totp' | 'recovery_code'; code: string } | { kind: 'passkey'; response: { id: string } }

/** A factor that is right, and how it is used up; that answers false where it was used already. */
interface ProvenFactor {
  method: SignInMethod
  spend(trx: Trx): Promise<boolean>
}

/** Judges a second factor. Undefined: it is not right. */
export async function proveFactor(
  ctx: Context,
  administrator: Administrator,
  { factor, challenge }: { factor: Factor; challenge: string },
): Promise<ProvenFactor | undefined> {
  const now = ctx.clock.now()
  switch (factor.kind) {
    case 'totp': {
      const secret = readTotpSecret(ctx, administrator)
      const step = secret === undefined ? undefined : findTotpStep(secret, factor.code, now)
      if (step === undefined) return undefined
      return { method: 'password and totp', spend: trx => spendTotpStep(trx, administrator.id, step) }
    }
    case 'recovery_code': {
      const found = await findRecoveryCode(ctx.db, administrator.id, factor.code)
      return found === undefined
        ? undefined
        : { method: 'password and recovery code', spend: trx => spendRecoveryCode(trx, found) }
    }
    case 'passkey': {
      const used = await verifyPasskey(ctx, { response: factor.response, challenge, needsUser: false })
      if (used?.administratorId !== administrator.id) return undefined
      return { method: 'password and passkey', spend: trx => notePasskeyUse(trx, used, now) }
    }
  }
}
