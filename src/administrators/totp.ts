import { Secret, TOTP } from 'otpauth'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { randomBytes } from '../lib/random.ts'
import type { Administrator } from './administrator.ts'

// What every authenticator app takes (RFC 6238): SHA-1, six digits, a new code every 30 s.
const PERIOD_S = 30
/** A clock may be one step off. */
const WINDOW = 1
/** As RFC 4226 §4 recommends. */
const SECRET_BYTES = 20

type Secrets = Pick<Administrator, 'id' | 'totp_secret_encrypted' | 'totp_pending_encrypted'>

/** A new secret, in base32 as apps take it by hand. */
export function makeTotpSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32
}

/** The URI of the QR code. */
export function totpUri(secret: string, { login, host }: { login: string; host: string }): string {
  return totpOf(secret, { issuer: `Gatehouse ${host}`, label: login.replaceAll(':', ' ') }).toString()
}

/** The step whose code this is, as the clock is now; undefined: none within the window. */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta
}

function totpOf(secret: string, named: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...named, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_S })
}

/** The secret whose codes count; undefined: there is none. */
export function readTotpSecret({ keys }: Context, { id, totp_secret_encrypted: encrypted }: Secrets): string | undefined {
  return encrypted ? keys.decrypt(encrypted, `administrators.totp_secret:${id}`) : undefined
}

/** The secret that was shown and is not confirmed yet. */
export function readPendingTotpSecret({ keys }: Context, { id, totp_pending_encrypted: encrypted }: Secrets): string | undefined {
  return encrypted ? keys.decrypt(encrypted, `administrators.totp_pending:${id}`) : undefined
}

/** Keeps a secret until it is confirmed. Codes of the one before go on counting. */
export async function savePendingTotpSecret({ keys }: Context, trx: Trx, id: string, secret: string): Promise<void> {
  const encrypted = keys.encrypt(secret, `administrators.totp_pending:${id}`)
  await trx.updateTable('administrators').set({ totp_pending_encrypted: encrypted }).where('id', '=', id).execute()
}

/** Makes a confirmed secret the one whose codes count, from the step after this one on. */
export async function saveTotpSecret(
  { keys }: Context,
  trx: Trx,
  { id, secret, step }: { id: string; secret: string; step: number },
): Promise<void> {
  await trx
    .updateTable('administrators')
    .set({
      totp_secret_encrypted: keys.encrypt(secret, `administrators.totp_secret:${id}`),
      totp_pending_encrypted: null,
      totp_last_step: step,
    })
    .where('id', '=', id)
    .execute()
}

/** Spends a step, once: no code is accepted twice, nor one from before a code that was. Returns whether it was still good. */
export async function spendTotpStep(trx: Trx, administratorId: string, step: number): Promise<boolean> {
  const spent = await trx
    .updateTable('administrators')
    .set({ totp_last_step: step })
    .where('id', '=', administratorId)
    .where('totp_secret_encrypted', 'is not', null)
    .where(eb => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return spent.numUpdatedRows > 0n
}
