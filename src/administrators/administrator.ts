import type { Selectable } from 'kysely'
import type { Db, Trx } from '../db/db.ts'
import type { AdministratorsTable, Role } from '../db/tables.ts'
import { AppError } from '../errors.ts'
import { uuidv7 } from '../lib/random.ts'

/** Of a login that somebody chooses on a page of ours, or that the command line is given. */
export const LOGIN_LENGTH_MAX = 100

export type Administrator = Selectable<AdministratorsTable>

/** Two owners who give up at once: the second finds that they are the last. The number is arbitrary and must never change. */
const OWNERS_LOCK = 0x6f77_6e72

/** Finds who may sign in with a login. */
export function findActiveAdministrator(db: Db, login: string): Promise<Administrator | undefined> {
  return db.kysely
    .selectFrom('administrators')
    .selectAll()
    .where('login', '=', login)
    .where('status', '=', 'active')
    .executeTakeFirst()
}

/** Finds the administrator of a session. Throws when there is none, since a session does not outlive its administrator. */
export function findAdministrator(db: Db | Trx, id: string): Promise<Administrator> {
  const kysely = 'kysely' in db ? db.kysely : db
  return kysely.selectFrom('administrators').selectAll().where('id', '=', id).executeTakeFirstOrThrow(signedOut)
}

/** Locks an administrator for a change of how they sign in. Throws `unauthorized` for one who is gone or blocked. */
export async function lockAdministrator(trx: Trx, id: string): Promise<Administrator> {
  const row = await lockAdministratorRow(trx, id)
  if (row?.status !== 'active') throw signedOut()
  return row
}

/** Locks an administrator, blocked or not. */
export function lockAdministratorRow(trx: Trx, id: string): Promise<Administrator | undefined> {
  return trx.selectFrom('administrators').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Makes an administrator of somebody who chose a password that stands alone. */
export function insertAdministrator(
  trx: Trx,
  { login, passwordHash, role }: { login: string; passwordHash: string; role: Role },
  now: Date,
): Promise<Administrator> {
  return trx
    .insertInto('administrators')
    .values({ id: uuidv7(now), login, password_hash: passwordHash, role, created_at: now, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
}

function signedOut(): AppError {
  return new AppError('unauthorized', 'You are signed out. Sign in again.')
}

type Standing = Pick<Administrator, 'id' | 'role' | 'status'>

/**
 * Throws `conflict` when a change would leave the installation without an active owner, exactly, whoever else changes
 * another one at once. `after` is undefined for a deletion. Call it with the administrator's row locked.
 */
export async function keepAnOwner(trx: Trx, before: Standing, after: Standing | undefined): Promise<void> {
  if (!isActiveOwner(before) || (after && isActiveOwner(after))) return
  await trx.selectNoFrom(eb => eb.fn('pg_advisory_xact_lock', [eb.val(OWNERS_LOCK)]).as('locked')).execute()
  const other = await trx
    .selectFrom('administrators')
    .select('id')
    .where('role', '=', 'owner')
    .where('status', '=', 'active')
    .where('id', '<>', before.id)
    .limit(1)
    .executeTakeFirst()
  if (other) return
  throw new AppError(
    'conflict',
    'This is the last active owner, who can be neither deleted nor blocked nor given another role. Make somebody else an owner first.',
  )
}

function isActiveOwner({ role, status }: Standing): boolean {
  return role === 'owner' && status === 'active'
}
