import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'

/**
 * To be called after a second factor was taken away, in its transaction, with the administrator locked. Where it was the
 * last one the recovery codes go too, and it throws `conflict` where the password is too short to stand alone.
 */
export async function keepAFactor(trx: Trx, administratorId: string): Promise<void> {
  const { password_is_short: isShort, totp_secret_encrypted: totp } = await trx
    .selectFrom('administrators')
    .select(['password_is_short', 'totp_secret_encrypted'])
    .where('id', '=', administratorId)
    .executeTakeFirstOrThrow()
  const passkey = await trx
    .selectFrom('administrator_passkeys')
    .select('id')
    .where('administrator_id', '=', administratorId)
    .limit(1)
    .executeTakeFirst()
  if (totp !== null || passkey) return
  if (isShort)
    throw new AppError(
      'conflict',
      'This is your last second factor, and your password is too short to stand alone. Choose one of at least 15 characters first.',
    )
  await trx.deleteFrom('administrator_recovery_codes').where('administrator_id', '=', administratorId).execute()
}

/** Takes all second factors of an administrator away. Returns what there was. */
export async function dropSecondFactors(
  trx: Trx,
  id: string,
): Promise<{ totp: boolean; passkeys: number; recoveryCodes: number }> {
  const passkeys = await trx.deleteFrom('administrator_passkeys').where('administrator_id', '=', id).executeTakeFirst()
  const codes = await trx.deleteFrom('administrator_recovery_codes').where('administrator_id', '=', id).executeTakeFirst()
  const totp = await trx
    .updateTable('administrators')
    .set({ totp_secret_encrypted: null, totp_pending_encrypted: null, totp_last_step: null })
    .where('id', '=', id)
    .where(eb => eb.or([eb('totp_secret_encrypted', 'is not', null), eb('totp_pending_encrypted', 'is not', null)]))
    .executeTakeFirst()
  return {
    totp: totp.numUpdatedRows > 0n,
    passkeys: Number(passkeys.numDeletedRows),
    recoveryCodes: Number(codes.numDeletedRows),
  }
}
