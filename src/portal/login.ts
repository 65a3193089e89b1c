import { type Account, findAccountByIdentifier, lockAccount, loginKey } from '../accounts/account.ts'
import { parseEmailAddress } from '../accounts/email-address.ts'
import { verifyPassword } from '../accounts/password.ts'
import { contactsToProve } from '../accounts/take-plan.ts'
import { addressKey } from '../limits/counters-for.ts'
import { clearLoginSlots, compareInSlot, takeLoginSlot } from '../limits/login-throttle.ts'
import { parsePhoneNumber } from '../sms/phone-number.ts'
import { resetChannels } from '../sms/route.ts'
import { postForm, textField } from './fields.ts'
import { formatSpan } from './format.ts'
import { EMPTY_FORM, type Fields, type FormState, textOf } from './forms.ts'
import { noteRefusal, retryAfterOf, signUpCodes, withCodes } from './issue-codes.ts'
import { html, page } from './layout.ts'
import { contactsOf } from './offers.ts'
import { beginSession, linkTo, redirect, signedInAccount, type Visit } from './site.ts'

export function showLogin(visit: Visit): Promise<Response> | Response {
  if (signedInAccount(visit)) return redirect(visit, 'status')
  const login = visit.query.get('login')
  return loginPage(visit, login ? { form: { values: new Map([['login', login]]), errors: new Map() } } : {})
}

function loginPage(visit: Visit, reply: { form?: FormState; problem?: string; retryAfterS?: number } = {}): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const canReset = resetChannels(visit.ctx.catalogue.now, visit.portal).length > 0
  const fields = html`${textField(visit, form, { name: 'login', label: phrases.login, autocomplete: 'username' })}${textField(
    visit,
    form,
    {
      name: 'password',
      label: phrases.password,
      type: 'password',
      autocomplete: 'current-password',
      isSecret: true,
    },
  )}`
  return page(visit, {
    name: 'login',
    title: phrases.signIn,
    form,
    problem,
    body: html`<h1>${phrases.signIn}</h1>${postForm(linkTo(visit, 'login'), fields, { label: phrases.signIn })}<p class="links">${
      canReset && html`<a href="${linkTo(visit, 'forgot_password')}">${phrases.forgotPassword}</a>`
    }<a href="${linkTo(visit, '')}">${phrases.otherWays}</a></p>`,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

/** Signs in by login name, proven number or proven address. An account that is still to be proven gets no further than proving. */
export async function login(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, phrases, now } = visit
  const errors = new Map<string, string>()
  const typed = textOf(fields, 'login')
  const password = fields.get('password') ?? ''
  const form = { values: fields, errors }
  if (typed === '') errors.set('login', phrases.errors.login_required)
  if (password === '') errors.set('password', phrases.errors.password_required)
  if (errors.size > 0) return loginPage(visit, { form })

  const who = readIdentifier(visit, typed)
  const { device, address, hasSolvedPuzzle } = visit.client
  const from = addressKey(ctx.keys, address)
  const signIn = { key: who.budgetKey, device, addressKey: hasSolvedPuzzle ? undefined : from }
  const slot = await takeLoginSlot(ctx, signIn, now)
  if (slot.outcome === 'refused') {
    const { retryAfterS } = slot
    ctx.counts.refusal('login')
    if (slot.by === 'address') noteRefusal(visit, { by: 'address', excess: 0 })
    return loginPage(visit, { form, problem: phrases.errors.too_many_logins(formatSpan(visit.locale, retryAfterS)), retryAfterS })
  }
  const account = await findAccountByIdentifier(ctx.db, who)
  // A browser that has signed in before is no stranger in disguise.
  const crowd = slot.isKnown ? undefined : from
  const isRight = await compareInSlot(ctx, slot, () => verifyPassword(password, account?.password_hash ?? null, crowd))
  const opened = account && decideSignIn(account, isRight) !== 'refused' ? await openSession(visit, account) : undefined
  if (!opened) return loginPage(visit, { form, problem: phrases.errors.login_refused })

  visit.client.isCounted = true
  await clearLoginSlots(ctx, signIn, slot, now)
  if (opened.account.status === 'pending') return continueProving(visit, opened)
  return redirect(visit, 'status', { notice: 'signed_in', token: opened.session.token })
}

/** An account that is blocked answers like one that does not exist. */
export function decideSignIn(account: Account | undefined, isRight: boolean): 'refused' | 'prove' | 'signed_in' {
  if (!account || !isRight || account.status === 'blocked') return 'refused'
  return account.status === 'pending' ? 'prove' : 'signed_in'
}

interface Opened {
  account: Account
  session: Awaited<ReturnType<typeof beginSession>>
}

/**
 * Opens the session of a right password. Undefined: while it was compared the account got another password, lost it, was
 * blocked or deleted. Whoever did that has ended every session, and this one would outlive them.
 */
function openSession(visit: Visit, compared: Account): Promise<Opened | undefined> {
  return visit.ctx.db.hotTransaction(async trx => {
    const account = await lockAccount(trx, compared.id)
    if (!account || decideSignIn(account, account.password_hash === compared.password_hash) === 'refused') return undefined
    const state = account.status === 'pending' ? { adoptCodes: true } : { signedIn: true }
    return { account, session: await beginSession(visit, trx, { accountId: account.id, ...state }) }
  })
}

/** In a session that can do nothing but prove. The codes that are under way are good in it; if there are none, new ones go out. */
async function continueProving(visit: Visit, { account, session }: Opened): Promise<Response> {
  const { ctx } = visit
  const snapshot = ctx.catalogue.now
  const plan = account.usage_plan_id === null ? undefined : snapshot.usagePlans.get(account.usage_plan_id)
  if (session.adopted === 0 && plan) {
    const missing = contactsToProve(plan.validation_method, account).filter(
      contact => account[contact] !== null && contactsOf(snapshot, plan).includes(contact),
    )
    const contacts = plan.validation_method === 'sms_or_email' ? missing.slice(0, 1) : missing
    try {
      const owner = { accountId: account.id, sessionId: session.id }
      await withCodes(visit, signUpCodes(visit, { account, contacts, plan }), { within: (_trx, send) => send(owner) })
    } catch (error) {
      // Signed in all the same: the page says what to do, and the next wish for a code says how long to wait.
      retryAfterOf(error)
    }
  }
  return redirect(visit, 'validate_account', { token: session.token })
}

/** Reads what a guest may be known by: a login name, a number in national or international form, or an address. */
export function readIdentifier(visit: Visit, typed: string) {
  const { portal } = visit
  const number = parsePhoneNumber(typed, {
    country: portal.default_country,
    allowedCountries: [],
    extraPrefixes: portal.extra_prefixes,
  })
  const phone = number.ok ? number.e164 : null
  const email = parseEmailAddress(typed) ?? null
  const key = loginKey(typed)
  // One spelling, one budget.
  return { loginKey: key, phone, email, budgetKey: phone ?? email ?? key }
}
