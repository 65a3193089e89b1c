import {
  type Account,
  type Contact,
  deleteUnprovenAccount,
  findAccountByLoginKey,
  insertAccount,
  loginKey,
  type OpenedAccount,
} from '../accounts/account.ts'
import { hashPassword, judgePassword, refuseIfBusy, verifyPassword } from '../accounts/password.ts'
import { endSessionsOf } from '../accounts/session.ts'
import { continueSignUp } from '../accounts/sign-up.ts'
import { contactsToProve, takePlan } from '../accounts/take-plan.ts'
import type { UsagePlan } from '../catalogue.ts'
import { duplicateOf } from '../db/db.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { addressKey, prefixOf } from '../limits/counters-for.ts'
import { compareInSlot, giveBackLoginSlot, takeLoginSlot } from '../limits/login-throttle.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { readEmail, readPhone } from './contact-input.ts'
import { type Fields, type FormState, isTicked, textOf } from './forms.ts'
import { retryAfterOf, signUpCodes, withCodes } from './issue-codes.ts'
import { contactOf, contactsOf, offeredPlans } from './offers.ts'
import { signUpPage } from './sign-up-page.ts'
import { beginSession, redirect, type Visit } from './site.ts'

const LOGIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+'-]*$/u
const LOGIN_LENGTH_MIN = 2
const LOGIN_LENGTH_MAX = 254
const NAME_LENGTH_MAX = 100
/** How long an account that has proven nothing keeps its login from others. */
const LOGIN_HELD_MS = 3_600_000

export function showSignUp(visit: Visit): Promise<Response> {
  const plans = offeredPlans(visit.ctx.catalogue.now, visit.portal)
  const asked = plans.find(({ id }) => id === visit.query.get('usage_plan_id'))
  return signUpPage(visit, { plan: asked ?? (plans.length === 1 ? plans[0] : undefined) })
}

interface SignUp {
  plan: UsagePlan | undefined
  login: string
  password: string
  firstName: string
  lastName: string
  phone: string | null
  email: string | null
  /** What the plan asks to be proven, as the guest chose. */
  contacts: Contact[]
}

/** Opens an account: active at once where the plan asks for no proof, else pending until its contacts are proven. */
export async function signUp(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, phrases } = visit
  const { input, errors } = readSignUp(visit, fields)
  const form: FormState = { values: fields, errors }
  const again = () => signUpPage(visit, { plan: input.plan, form })
  const { plan } = input
  if (errors.size > 0 || !plan) return again()

  const holder = input.login ? await findAccountByLoginKey(ctx.db, loginKey(input.login)) : undefined
  const claim = decideLogin(holder, await isSamePassword(visit, holder, input.password), visit.now)
  if (claim === 'taken') {
    errors.set('login', phrases.errors.login_taken)
    return again()
  }

  const proofs = claim === 'continue' && holder ? keptProofs(holder, input) : NO_PROOFS
  const contacts = contactsToProve(plan.validation_method, proofs).filter(contact => input.contacts.includes(contact))
  const crowd = crowdOf(contacts.map(contact => input[contact])) ?? addressKey(ctx.keys, visit.client.address)
  if (claim !== 'continue') refuseIfBusy(crowd)
  let passwordHash: string | null = null
  const opening = {
    // A hash takes as long as a hundred codes: nobody is to have that work done for a sign-up that a limit refuses.
    async before() {
      if (claim !== 'continue') passwordHash = await hashPassword(input.password, crowd)
    },
    async within(trx: HotTrx, send: (owner: { accountId: string; sessionId: string }) => Promise<void>) {
      const account = await openAccount(visit, trx, { input, plan, holder, claim, passwordHash })
      const isProven = contactsToProve(plan.validation_method, account).length === 0
      if (isProven) trx.pipeline(takePlan(trx, account.id, plan, visit.now))
      const signedIn = isProven && plan.automatic_login
      const session = await beginSession(visit, trx, {
        ...((signedIn || !isProven) && { accountId: account.id }),
        usagePlanId: isProven ? undefined : plan.id,
        signedIn,
      })
      if (!isProven) await send({ accountId: account.id, sessionId: session.id })
      return { isProven, token: session.token, login: account.login, createdAt: account.created_at }
    },
  }
  try {
    const answer = await withCodes(visit, signUpCodes(visit, { account: input, contacts, plan }), opening)
    const counted = { usagePlanId: plan.id, splashPortalId: visit.portal.id, began: answer.createdAt }
    if (claim !== 'continue') ctx.counts.signUp({ kind: 'created', ...counted })
    if (answer.isProven) ctx.counts.signUp({ kind: 'activated', ...counted })
    if (!answer.isProven) return redirect(visit, 'validate_account', { token: answer.token })
    return plan.automatic_login
      ? redirect(visit, 'status', { notice: 'welcome', token: answer.token })
      : redirect(visit, 'login', { notice: 'account_ready', token: answer.token, login: answer.login })
  } catch (error) {
    if (duplicateOf(error) === 'accounts_login_key_key' || error instanceof LoginTaken) {
      errors.set('login', phrases.errors.login_taken)
      return again()
    }
    return signUpPage(visit, { plan, form, retryAfterS: retryAfterOf(error) })
  }
}

/**
 * Numbers side by side may be one pumper's. Who has no number is known by the whole address, of which others share only the
 * provider. Undefined: nothing is to be proven, and there is only where they are.
 */
function crowdOf(contacts: (string | null)[]): string | undefined {
  const phone = contacts.find(contact => contact?.startsWith('+'))
  return phone ? prefixOf(phone) : (contacts[0] ?? undefined)
}

type Proofs = Pick<Account, 'phone_validated_at' | 'email_validated_at'>
const NO_PROOFS: Proofs = { phone_validated_at: null, email_validated_at: null }

/** What of an account that is taken up again stays proven: a contact that is the same, or was not asked for this time. */
function keptProofs(holder: Account, input: Pick<SignUp, 'phone' | 'email'>): Proofs {
  const keeps = (contact: Contact) => input[contact] === null || input[contact] === holder[contact]
  return {
    phone_validated_at: keeps('phone') ? holder.phone_validated_at : null,
    email_validated_at: keeps('email') ? holder.email_validated_at : null,
  }
}

/** What the login that a guest asks for is: free, or held by an account. */
type LoginClaim = 'free' | 'continue' | 'replace' | 'taken'

/** Only an account that has proven something, or was opened within the hour, keeps its login from others. */
export function decideLogin(holder: Account | undefined, isSame: boolean, now: Date): LoginClaim {
  if (!holder) return 'free'
  if (holder.status !== 'pending') return 'taken'
  if (isSame) return 'continue'
  const hasProven = holder.phone_validated_at !== null || holder.email_validated_at !== null
  return !hasProven && now.getTime() - holder.created_at.getTime() > LOGIN_HELD_MS ? 'replace' : 'taken'
}

/**
 * Whether the guest is the one who opened the pending account. Guesses count as failed sign-ins. A right one takes no more than
 * its own back: the login may read like a contact that somebody else has proven, whose failures count in the same place.
 */
async function isSamePassword(visit: Visit, holder: Account | undefined, password: string): Promise<boolean> {
  if (holder?.status !== 'pending') return false
  const signIn = { key: holder.login_key, addressKey: addressKey(visit.ctx.keys, visit.client.address) }
  const slot = await takeLoginSlot(visit.ctx, signIn, visit.now)
  if (slot.outcome === 'refused') return false
  const isSame = await compareInSlot(visit.ctx, slot, () => verifyPassword(password, holder.password_hash, signIn.addressKey))
  if (isSame) await giveBackLoginSlot(visit.ctx, slot)
  return isSame
}

/** The holder of the login changed between the look and the transaction. */
class LoginTaken extends Error {}

interface Opening {
  input: SignUp
  plan: UsagePlan
  holder: Account | undefined
  claim: LoginClaim
  passwordHash: string | null
}

async function openAccount(
  visit: Visit,
  trx: HotTrx,
  { input, plan, holder, claim, passwordHash }: Opening,
): Promise<OpenedAccount> {
  const details = {
    firstName: input.firstName,
    lastName: input.lastName,
    phone: input.phone,
    email: input.email,
    usagePlanId: plan.id,
    locale: visit.locale,
  }
  if (claim === 'continue' && holder) {
    const account = await continueSignUp(trx, holder, details, visit.now)
    if (!account) throw new LoginTaken()
    trx.pipeline(cancelValidationsOf(trx, { accountId: account.id }))
    trx.pipeline(endSessionsOf(trx, account.id, visit.now))
    return account
  }
  if (claim === 'replace' && holder && !(await deleteUnprovenAccount(trx, holder.id))) throw new LoginTaken()
  return insertAccount(trx, { ...details, login: input.login, passwordHash, accountGroupId: null }, visit.now)
}

function readSignUp(visit: Visit, fields: Fields): { input: SignUp; errors: Map<string, string> } {
  const { phrases, portal } = visit
  const snapshot = visit.ctx.catalogue.now
  const errors = new Map<string, string>()
  const plan = offeredPlans(snapshot, portal).find(({ id }) => id === textOf(fields, 'usage_plan_id'))
  if (!plan) errors.set('usage_plan_id', phrases.errors.plan_required)

  const phone = readPhone(visit, fields)
  const email = readEmail(visit, fields)
  const contacts = plan ? chooseContacts(contactsOf(snapshot, plan), plan, fields) : []
  if (phone.error) errors.set('phone', phone.error)
  else if (!phone.value && contacts.includes('phone')) errors.set('phone', phrases.errors.phone_required)
  if (email.error) errors.set('email', email.error)
  else if (!email.value && contacts.includes('email')) errors.set('email', phrases.errors.email_required)

  const login = textOf(fields, 'login').normalize('NFC')
  const { firstName, lastName } = readNames(visit, fields, errors)
  if (login !== '' && ([...login].length < LOGIN_LENGTH_MIN || [...login].length > LOGIN_LENGTH_MAX))
    errors.set('login', phrases.errors.login_length)
  else if (login !== '' && !LOGIN.test(login)) errors.set('login', phrases.errors.login_characters)

  const password = fields.get('password') ?? ''
  const owner = {
    login,
    contacts: [phone.value, email.value].filter(value => value !== undefined),
    names: [firstName, lastName],
  }
  const fault = readNewPassword(fields, owner)
  if (fault) errors.set(fault.field, phrases.errors[fault.error])
  if (portal.terms !== '' && !isTicked(fields, 'tos')) errors.set('tos', phrases.errors.terms_required)

  return {
    errors,
    input: { plan, login, password, firstName, lastName, phone: phone.value ?? null, email: email.value ?? null, contacts },
  }
}

/** Reads the names of a form, which may be blank. */
export function readNames(
  { phrases }: Visit,
  fields: Fields,
  errors: Map<string, string>,
): { firstName: string; lastName: string } {
  const [firstName, lastName] = [textOf(fields, 'first_name'), textOf(fields, 'last_name')]
  if ([...firstName].length > NAME_LENGTH_MAX) errors.set('first_name', phrases.errors.name_too_long)
  if ([...lastName].length > NAME_LENGTH_MAX) errors.set('last_name', phrases.errors.name_too_long)
  return { firstName, lastName }
}

/** Judges the two password fields of a form: at most one of them is wrong. */
export function readNewPassword(fields: Fields, owner: Parameters<typeof judgePassword>[1]) {
  const password = fields.get('password') ?? ''
  if (password === '') return { field: 'password', error: 'password_required' } as const
  const fault = judgePassword(password, owner)
  if (fault) return { field: 'password', error: `password_${fault}` } as const
  if (password !== fields.get('password_confirmation'))
    return { field: 'password_confirmation', error: 'password_mismatch' } as const
  return undefined
}

/** With `sms_or_email` the guest chooses by `channel`, or by what was filled in, a number first. */
function chooseContacts(possible: Contact[], plan: UsagePlan, fields: Fields): Contact[] {
  if (plan.validation_method !== 'sms_or_email') return possible
  const channel = textOf(fields, 'channel')
  const chosen = channel === 'sms' || channel === 'email' ? contactOf(channel) : undefined
  if (chosen && possible.includes(chosen)) return [chosen]
  return [possible.find(contact => textOf(fields, contact) !== '') ?? possible[0] ?? 'phone']
}
