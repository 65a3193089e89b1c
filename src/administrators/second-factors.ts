import type { Settings } from '../catalogue.ts'
import type { Context } from '../context.ts'
import type { Db, Trx } from '../db/db.ts'
import type { Role } from '../db/tables.ts'
import { AppError } from '../errors.ts'

/** Says whether the operator requires a second factor of this role. */
export function requiresSecondFactor(
  { second_factor_required: of }: Pick<Settings, 'second_factor_required'>,
  role: Role,
): boolean {
  return of === 'everyone' || (of === 'owners' && role === 'owner')
}

/** Says whether an administrator has an app or a passkey. */
export async function hasSecondFactor(db: Db | Trx, administratorId: string): Promise<boolean> {
  const kysely = 'kysely' in db ? db.kysely : db
  const row = await kysely
    .selectFrom('administrators as a')
    .select('a.id')
    .where('a.id', '=', administratorId)
    .where(eb =>
      eb.or([
        eb('a.totp_secret_encrypted', 'is not', null),
        eb.exists(eb.selectFrom('administrator_passkeys as p').select('p.id').whereRef('p.administrator_id', '=', 'a.id')),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/**
 * To be called after an administrator took a second factor of theirs away, in its transaction, with the administrator
 * locked. Throws `conflict` where it was the last one and one is required of them; else as `keepAFactor`.
 */
export async function keepARequiredFactor(ctx: Context, trx: Trx, { id, role }: { id: string; role: Role }): Promise<number> {
  if (requiresSecondFactor(ctx.catalogue.now.settings, role) && !(await hasSecondFactor(trx, id)))
    throw new AppError('conflict', 'A second factor is required of you here, and this is your last one. Add another one first.')
  return keepAFactor(trx, id)
}

/**
 * To be called after a second factor was taken away or a password changed, in its transaction, with the administrator
 * locked. Where there is no factor left the recovery codes go too, and it throws `conflict` where the password is too
 * short to stand alone. Returns how many codes went.
 */
export async function keepAFactor(trx: Trx, administratorId: string): Promise<number> {
  if (await hasSecondFactor(trx, administratorId)) return 0
  const { password_is_short: isShort } = await trx
    .selectFrom('administrators')
    .select('password_is_short')
    .where('id', '=', administratorId)
    .executeTakeFirstOrThrow()
  if (isShort)
    throw new AppError(
      'conflict',
      'This is your last second factor, and your password is too short to stand alone. Choose one of at least 15 characters first.',
    )
  const dropped = await trx
    .deleteFrom('administrator_recovery_codes')
    .where('administrator_id', '=', administratorId)
    .executeTakeFirst()
  return Number(dropped.numDeletedRows)
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
