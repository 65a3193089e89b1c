import { timingSafeEqual } from 'node:crypto'
import { hasRole, lesserRole } from '../administrators/role.ts'
import { requiresSecondFactor } from '../administrators/second-factors.ts'
import { type AdministratorSession, CONFIRMED_S, touchAdministratorSession } from '../administrators/session.ts'
import type { Context } from '../context.ts'
import type { Role } from '../db/tables.ts'
import { AppError } from '../errors.ts'
import { addSeconds } from '../lib/clock.ts'
import { hashToken } from '../lib/keys.ts'
import { sessionTokenOf } from './administrator-cookies.ts'
import { refuseCrossSite } from './cross-site.ts'

/** Who calls the API: a program by its key, or an administrator by the console's cookie. */
export interface Caller {
  /** What the audit log calls them. */
  name: string
  role: Role
  /** Undefined: the root key of the configuration, or no program. */
  apiKeyId: string | undefined
  /** Of an administrator who is signed in to the console; undefined for a program. */
  administratorId: string | undefined
  sessionId: string | undefined
  /** Until when they count as having proven just now that it is them. */
  confirmedUntil: Date | undefined
  /** A second factor is required of them, and they have yet to make one. */
  isFactorDue: boolean
}

const PROGRAM = {
  apiKeyId: undefined,
  administratorId: undefined,
  sessionId: undefined,
  confirmedUntil: undefined,
  isFactorDue: false,
}
const ROOT: Caller = { ...PROGRAM, name: 'root key (GATEHOUSE_API_KEY)', role: 'owner' }
/** Whoever has the root key has the configuration of the server, and with it the key that secrets are stored under. */
export function hasRootKey(caller: Caller): boolean {
  return caller === ROOT
}

/** Of what everybody may call. Its role allows nothing by itself. */
export const NOBODY: Caller = { ...PROGRAM, name: 'nobody', role: 'read_only' }

/** Bodies of these types need no permission of the browser's to be sent from another site (Fetch, CORS-safelisted). */
const TYPES_TAKEN = ['application/json', 'text/csv']

/**
 * Returns the function that finds the caller of a request by its bearer token (RFC 6750), or throws `unauthorized`. It asks
 * no database.
 */
export function createAuthenticate(ctx: Context): (request: Request) => Caller {
  const rootHash = ctx.config.apiKey === undefined ? undefined : hashToken(ctx.config.apiKey)

  return request => {
    const header = request.headers.get('authorization')
    if (header === null)
      throw new AppError(
        'unauthorized',
        'Sign in to the console, or send an API key with the request, as the header Authorization: Bearer KEY.',
      )
    const token = /^bearer +(\S+) *$/i.exec(header)?.[1]
    if (token === undefined)
      throw new AppError('unauthorized', 'The Authorization header must read: Bearer, a space, and an API key.')
    // Keys are long and random: what is compared and looked up is their hash, which nobody can steer.
    const hash = hashToken(token)
    if (rootHash && timingSafeEqual(hash, rootHash)) return ROOT
    const key = ctx.catalogue.now.apiKeys.get(hash.toString('hex'))
    if (!key) throw new AppError('unauthorized', 'There is no such API key.')
    if (key.expires_at && key.expires_at <= ctx.clock.now()) throw new AppError('unauthorized', 'The API key has expired.')
    if (key.holder?.status === 'blocked')
      throw new AppError('unauthorized', 'The administrator whose API key this is has been blocked.')
    const role = key.holder ? lesserRole(key.role, key.holder.role) : key.role
    return { ...PROGRAM, name: key.name, role, apiKeyId: key.id }
  }
}

/**
 * As `createAuthenticate`, and where there is no bearer token by the console's cookie, with one query. `typesTaken`: those
 * that the address takes besides the usual ones.
 */
export function createAuthenticateAnyone(
  ctx: Context,
): (request: Request, typesTaken?: readonly string[]) => Caller | Promise<Caller> {
  const byKey = createAuthenticate(ctx)
  return (request, typesTaken) => {
    const token = request.headers.has('authorization') ? undefined : sessionTokenOf(ctx.config, request)
    return token === undefined ? byKey(request) : bySession(ctx, request, token, typesTaken)
  }
}

async function bySession(ctx: Context, request: Request, token: string, typesTaken?: readonly string[]): Promise<Caller> {
  // Nothing but the console's own page reads by its cookie: a page beside it, on another port or name of the same site, which
  // browsers send it for, is to learn nothing by asking either.
  if (request.method === 'GET' || request.method === 'HEAD') refuseCrossSite(ctx.config.publicUrl, request)
  else refuseForgery(ctx.config.publicUrl, request, typesTaken)
  const session = await touchAdministratorSession(ctx.db, token, ctx.clock.now())
  if (!session) throw new AppError('unauthorized', 'You are signed out. Sign in again.')
  return callerOf(ctx, session)
}

/** The administrator of a session as a caller. */
export function callerOf(ctx: Context, session: AdministratorSession): Caller {
  return {
    name: session.login,
    role: session.role,
    apiKeyId: undefined,
    administratorId: session.administrator_id,
    sessionId: session.id,
    confirmedUntil: addSeconds(session.confirmed_at, CONFIRMED_S),
    isFactorDue: session.lacks_factor && requiresSecondFactor(ctx.catalogue.now.settings, session.role),
  }
}

/** Refuses what a page of another site could have made a browser send together with the console's cookie. */
export function refuseForgery(publicUrl: string, request: Request, typesTaken: readonly string[] = []): void {
  refuseCrossSite(publicUrl, request)
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const taken = [...TYPES_TAKEN, ...typesTaken]
  if (type !== undefined && !taken.includes(type) && !/^application\/[\w.-]+\+json$/.test(type))
    throw new AppError('unsupported_media_type', `Send the body as ${taken.join(' or ')}.`)
}

/** What a call takes of its caller. */
interface Access {
  role: Role
  /** True: it leads to a second factor, so it needs none. */
  isForEnrolment?: boolean | undefined
}

/**
 * Throws `forbidden`, and says which role it takes, unless the caller has that or a higher one; and `second_factor_due`
 * where they have yet to make a second factor that is required of them.
 */
export function requireRole(caller: Caller, { role: needed, isForEnrolment }: Access): void {
  if (caller.isFactorDue && !isForEnrolment)
    throw new AppError(
      'second_factor_due',
      'A second factor is required of you here. Set up an authenticator app or a passkey first.',
    )
  if (hasRole(caller.role, needed)) return
  throw new AppError(
    'forbidden',
    needed === 'owner'
      ? `This takes the role owner; yours is ${caller.role}.`
      : `This takes the role ${needed} or higher; yours is ${caller.role}.`,
  )
}

/** Throws `confirm_identity` unless a session was confirmed just now. A program's key is all it has, so it needs none. */
export function requireConfirmation(caller: Caller, now: Date): void {
  if (caller.sessionId === undefined || (caller.confirmedUntil && caller.confirmedUntil > now)) return
  throw new AppError('confirm_identity', 'Confirm that it is you, with your password or a passkey, and do it again.')
}
