import { hashPassword, verifyPassword } from '../accounts/password.ts'
import type { Db, Trx } from '../db/db.ts'
import { randomBytes, uuidv7 } from '../lib/random.ts'

const CODES = 10
/** Crockford’s base32: nothing in it looks like something else. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 12
/** The first letters find the row. The other ten, 50 bits, are kept as the password hash of the whole code (NIST SP 800-63B-4 §3.1.2.2). */
const SELECTOR_LENGTH = 2

/** Codes to write down, as `abcd-efgh-jkmn`, and what is kept of each. It takes as long as ten passwords. */
export async function makeRecoveryCodes(): Promise<{ codes: string[]; kept: { selector: string; code_hash: string }[] }> {
  const codes = new Map<string, string>()
  while (codes.size < CODES) {
    const code = [...randomBytes(LENGTH)].map(byte => LETTERS[byte % LETTERS.length]).join('')
    codes.set(code.slice(0, SELECTOR_LENGTH), code)
  }
  const kept = [...codes].map(async ([selector, code]) => ({ selector, code_hash: await hashPassword(code) }))
  return { codes: [...codes.values()].map(show), kept: await Promise.all(kept) }
}

function show(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** Makes these the administrator's codes; those of before are worth nothing. Returns how many were left and are now. */
export async function saveRecoveryCodes(
  trx: Trx,
  administratorId: string,
  kept: { selector: string; code_hash: string }[],
  now: Date,
): Promise<{ from: number; to: number }> {
  const dropped = await trx
    .deleteFrom('administrator_recovery_codes')
    .where('administrator_id', '=', administratorId)
    .executeTakeFirst()
  const rows = kept.map(code => ({ id: uuidv7(now), administrator_id: administratorId, created_at: now, ...code }))
  await trx.insertInto('administrator_recovery_codes').values(rows).execute()
  return { from: Number(dropped.numDeletedRows), to: rows.length }
}

/** Finds a code that is still good, however it is written. Says no in the same time. */
export async function findRecoveryCode(db: Db, administratorId: string, typed: string): Promise<string | undefined> {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  const row = await db.kysely
    .selectFrom('administrator_recovery_codes')
    .select(['id', 'code_hash'])
    .where('administrator_id', '=', administratorId)
    .where('selector', '=', code.slice(0, SELECTOR_LENGTH))
    .executeTakeFirst()
  return (await verifyPassword(code, row?.code_hash ?? null)) ? row?.id : undefined
}

/** Spends a code, once. Returns whether it was still there. */
export async function spendRecoveryCode(trx: Trx, id: string): Promise<boolean> {
  const spent = await trx.deleteFrom('administrator_recovery_codes').where('id', '=', id).executeTakeFirst()
  return spent.numDeletedRows > 0n
}
