import type { Context } from '../context.ts'
import { appendAuditEvent } from '../db/audit-trail.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { type Administrator, lockAdministrator } from './administrator.ts'
import { hasSecondFactor, requiresSecondFactor } from './second-factors.ts'
import { endSessionOfToken, insertAdministratorSession, type SignInFrom } from './session.ts'
import { clearSlots, isKnownDevice, isKnownToAny, noteKnownDevice, returnSlots, type Slot, takeSlot } from './sign-in-throttle.ts'

/** A browser that signs in. */
export interface SignInBrowser extends SignInFrom {
  /** What it is known again by, as `deviceKey` makes it. */
  device: string
  /** A keyed hash of the network that it is in; undefined: it is on this machine. */
  network: string | undefined
  /** The token of the session it has so far, which ends. */
  sessionToken: string | undefined
}

export type SignInMethod =
  | 'password'
  | 'password and totp'
  | 'password and recovery code'
  | 'password and passkey'
  | 'passkey'
  | 'set-up'
  | 'reset link'

/**
 * Takes what a sign-in may fail by, and compares the password then. Throws `too_many`. A browser that has signed in with the
 * login before has a budget of its own, so that no stranger can lock its owner out. Where the comparison comes to no answer,
 * because the server is busy, nothing was guessed and all goes back.
 */
export async function compareCounted<T>(
  ctx: Context,
  { login, browser }: { login: string; browser: SignInBrowser },
  compare: (crowd: string | undefined) => Promise<T>,
): Promise<T> {
  const now = ctx.clock.now()
  const isKnown = await isKnownDevice(ctx.db, login, browser.device)
  const slots: Slot[] = [slotOf('administrator', login, browser, isKnown)]
  if (!isKnown && browser.network !== undefined) slots.unshift({ budget: 'administrator_address', of: browser.network })
  for (const slot of slots) refuseAfter(await takeSlot(ctx.db, slot, now))
  try {
    return await compare(isKnown ? undefined : browser.network)
  } catch (error) {
    await returnSlots(ctx.db, slots, now)
    throw error
  }
}

/** Takes what second factors of an administrator may fail by. Throws `too_many`. */
export async function takeFactorSlot(ctx: Context, administrator: Administrator, browser: SignInBrowser): Promise<void> {
  const isKnown = await isKnownDevice(ctx.db, administrator.login, browser.device)
  refuseAfter(await takeSlot(ctx.db, slotOf('administrator_factor', administrator.id, browser, isKnown), ctx.clock.now()))
}

/**
 * Takes one of the challenges that an address may ask for. Throws `too_many`. Behind one address may be a whole venue: a
 * browser that an administrator has signed in with has a budget of its own.
 */
export async function takeChallengeSlot(ctx: Context, browser: SignInBrowser): Promise<void> {
  const { network } = browser
  if (network === undefined) return
  const isKnown = await isKnownToAny(ctx.db, browser.device)
  refuseAfter(await takeSlot(ctx.db, slotOf('administrator_challenge', network, browser, isKnown), ctx.clock.now()))
}

function slotOf(budget: Slot['budget'], of: string, { device }: SignInBrowser, isKnown: boolean): Slot {
  return isKnown ? { budget, of, device } : { budget, of }
}

function refuseAfter(retryAfterS: number): void {
  if (retryAfterS === 0) return
  throw new AppError('too_many', 'Too many attempts. Wait, or use a browser that you have signed in with before.', {
    retryAfterS,
  })
}

/** Forgets what failed, once it has turned out to be them, and knows the browser from now on. */
export async function noteSuccess(ctx: Context, { id, login }: Administrator, { device }: SignInBrowser): Promise<void> {
  await clearSlots(ctx.db, [
    { budget: 'administrator', of: login },
    { budget: 'administrator', of: login, device },
    { budget: 'administrator_factor', of: id },
    { budget: 'administrator_factor', of: id, device },
  ])
  await noteKnownDevice(ctx.db, login, device, ctx.clock.now())
}

interface SignIn {
  /** As they were when their password was compared. */
  administrator: Administrator
  browser: SignInBrowser
  method: SignInMethod
  /** Spends what may be used once. False: somebody else was first. */
  spend?: (trx: Trx) => Promise<boolean>
}

/**
 * Signs an administrator in: one transaction that spends, starts the session and writes it down. Undefined: what is good
 * once was spent already, or the administrator has been blocked or got another password meanwhile.
 */
export async function completeSignIn(
  ctx: Context,
  { administrator, browser, method, spend }: SignIn,
): Promise<{ sessionId: string; token: string } | undefined> {
  try {
    const session = await ctx.db.transaction(async trx => {
      const { password_hash: hash } = await lockAdministrator(trx, administrator.id)
      if (hash !== administrator.password_hash || (spend && !(await spend(trx)))) throw new SpentAlready()
      return beginSession(ctx, trx, { administrator, browser, method })
    })
    await noteSuccess(ctx, administrator, browser)
    ctx.log.info({ administrator: administrator.id, method }, 'an administrator has signed in')
    return session
  } catch (error) {
    if (error instanceof SpentAlready) return undefined
    throw error
  }
}

/** Rolls back what else the transaction has spent. */
class SpentAlready extends Error {}

/** Starts a session in place of the one that the browser had, and writes it down, as the last thing of a transaction. */
export async function beginSession(
  ctx: Context,
  trx: Trx,
  { administrator, browser, method }: Omit<SignIn, 'spend'>,
): Promise<{ sessionId: string; token: string }> {
  const now = ctx.clock.now()
  if (browser.sessionToken !== undefined) await endSessionOfToken(trx, browser.sessionToken)
  const isRequired = requiresSecondFactor(ctx.catalogue.now.settings, administrator.role)
  const lacksFactor = isRequired && !(await hasSecondFactor(trx, administrator.id))
  const started = { administratorId: administrator.id, from: browser, lacksFactor }
  const { id, token } = await insertAdministratorSession(trx, started, now)
  await trx.updateTable('administrators').set({ last_login_at: now }).where('id', '=', administrator.id).execute()
  await auditSignIn(ctx, trx, administrator, 'sign_in', {
    method,
    address: browser.address,
    browser: browser.userAgent,
  })
  return { sessionId: id, token }
}

/** Writes down what happened at a sign-in. Nothing that was typed is in it. */
export async function auditSignIn(
  ctx: Context,
  trx: Trx,
  administrator: Pick<Administrator, 'id' | 'login'>,
  action: 'sign_in' | 'sign_in_failed' | 'sign_out',
  facts: Record<string, string>,
): Promise<void> {
  await appendAuditEvent(trx, ctx.keys, ctx.clock.now(), {
    actor: administrator.login,
    action,
    resource: 'administrators',
    recordId: administrator.id,
    changes: Object.fromEntries(Object.entries(facts).map(([name, to]) => [name, { to }])),
  })
}
