import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { hashPassword } from '../src/accounts/password.ts'
import { uuidv7 } from '../src/lib/random.ts'
import { deriveCode } from '../src/validation/code.ts'
import type { Guest } from './harness.ts'
import { type Lobby, PASSWORD, type Row } from './lobby.ts'
import type { Step } from './password-steps.ts'

const CHECKS_MAX = 5
const GRANT_MS = 600_000
/** Below the failures that close a contact, or a login, for an hour. */
const FAILURES_SURE = 8
/** Nearer than this to an end of time the model leaves it open. */
const EDGE_MS = 3_000
const NOBODY = '+15550000000'

interface Account {
  id: string
  login: string
  phone: string
  password: string
  oldPassword: string
  hash: string
  failures: number
  loginFailures: number
}

/** A password reset as the session that began it knows it. */
interface Reset {
  validation: string
  /** Undefined: somebody without an account was asked for. */
  account: Account | undefined
  code: string
  expiresAt: number
  guesses: number
  grantedAt: number | undefined
}

interface Session {
  reset: Reset | undefined
  /** The code that it had, good or not: it is tried again once it must be dead. */
  lastCode: string
  signedIn: Account | undefined
}

const sharedHash = await hashPassword(PASSWORD)

/** One walk beside its model. `run` throws where the portal does what the model forbids, or does not what it must. */
export class PasswordWalk {
  readonly #lobby: Lobby
  readonly #browsers: [Guest, Guest]
  readonly #accounts: Account[] = []
  /** By the token of the cookie. A session that has ended stays, with nothing in it. */
  readonly #sessions = new Map<string, Session>()
  readonly #codes = { old: '', signUp: '' }
  #passwords = 0
  changes = 0
  refusals = 0

  constructor(lobby: Lobby) {
    this.#lobby = lobby
    this.#browsers = [lobby.guest(), lobby.guest()]
  }

  async run(steps: Step[]): Promise<void> {
    for (let i = 0; i < 2; i++) this.#accounts.push(await this.#createAccount())
    for (const next of steps) {
      await this.#take(next)
      await this.#seeThatNoPasswordChanged(next)
    }
    await this.#seeWhoIsSignedIn()
  }

  /** Every session there was, ended or not, is signed in exactly where the model says. */
  async #seeWhoIsSignedIn(): Promise<void> {
    const visitor = this.#lobby.guest()
    for (const [token, { signedIn }] of this.#sessions) {
      visitor.cookies.set('gatehouse', token)
      const isSignedIn = (await visitor.get(this.#lobby.path('status'))).status === 200
      assert.equal(isSignedIn, signedIn !== undefined, 'a session is signed in after a right password, and until the next one')
    }
  }

  async #createAccount(): Promise<Account> {
    const id = uuidv7(this.#lobby.clock.now())
    const login = `walker-${id.slice(-12)}`
    const phone = `+1555${String(randomInt(10_000_000)).padStart(7, '0')}`
    const now = this.#lobby.clock.now()
    await this.#query(
      `insert into accounts (id, login, login_key, password_hash, phone, phone_validated_at, status, created_at, updated_at)
       values ($1, $2, $2, $3, $4, $5, 'active', $5, $5)`,
      [id, login, sharedHash, phone, now],
    )
    return { id, login, phone, password: PASSWORD, oldPassword: 'never was one', hash: sharedHash, failures: 0, loginFailures: 0 }
  }

  #query(text: string, values: unknown[]): Promise<Row[]> {
    return this.#lobby.ctx.db.run<Row>({ name: '', text }, values)
  }

  #now(): number {
    return this.#lobby.clock.now().getTime()
  }

  #sessionOf(browser: Guest): Session {
    const token = sessionToken(browser)
    const found = this.#sessions.get(token) ?? { reset: undefined, lastCode: '123456', signedIn: undefined }
    if (token !== '') this.#sessions.set(token, found)
    return found
  }

  /** The portal has given this browser another session: nothing is left of the one before. */
  #end(session: Session): void {
    session.reset = undefined
    session.signedIn = undefined
  }

  async #take(next: Step): Promise<void> {
    const [one, two] = this.#browsers
    switch (next.do) {
      case 'wait':
        this.#lobby.clock.advance(next.seconds)
        return
      case 'swap':
        this.#browsers.reverse()
        return
      case 'steal':
        for (const [name, value] of one.cookies) two.cookies.set(name, value)
        return
    }
    const browser = this.#browsers[next.by] as Guest
    const session = this.#sessionOf(browser)
    switch (next.do) {
      case 'start':
        return this.#start(browser, session, next)
      case 'enter':
        return this.#setPassword(browser, session, { code: this.#codeFor(next.code, browser), isWeak: next.password === 'weak' })
      case 'skip':
        return this.#setPassword(browser, session, {})
      case 'again':
        return this.#setPassword(browser, session, { code: this.#codes.old })
      case 'bring_back': {
        const token = [...this.#sessions.keys()].at(-1 - next.nth)
        if (token) browser.cookies.set('gatehouse', token)
        return
      }
      case 'resend':
        await browser.post(this.#lobby.path('resend_validation_code'), { purpose: 'password_reset' })
        if (session.reset) {
          await this.#readCode(session.reset)
          session.lastCode = session.reset.code
        }
        return
      case 'sign_out':
        await browser.post(this.#lobby.path('logout'), {})
        return this.#end(session)
      case 'sign_up':
        return this.#signUp(browser, session, next.of)
      case 'prove_with_reset_code':
        return this.#proveWithResetCode(browser, session)
      case 'sign_in':
        return this.#signIn(browser, session, next)
    }
  }

  async #start(browser: Guest, session: Session, { of, typing }: Extract<Step, { do: 'start' }>): Promise<void> {
    const account = this.#accounts[of]
    const answer = await browser.post(this.#lobby.path('forgot_password'), { login: account?.[typing] ?? NOBODY })
    if (answer.status !== 303) return
    this.#end(session)
    const [row] = await this.#query(
      `select v.* from validations v join sessions s on s.id = v.session_id
       where s.token_hash = sha256(convert_to($1, 'UTF8')) and v.purpose = 'password_reset'`,
      [sessionToken(browser)],
    )
    assert.ok(row, 'a start has made a code')
    assert.equal(row.account_id, account?.id ?? null)
    assert.equal(row.decoy, account === undefined)
    const reset: Reset = { validation: row.id, account, code: '', expiresAt: 0, guesses: 0, grantedAt: undefined }
    await this.#readCode(reset)
    Object.assign(this.#sessionOf(browser), { reset, lastCode: reset.code })
  }

  /** What the phone has by now: a resend late in a code's life makes a new one. */
  async #readCode(reset: Reset): Promise<void> {
    const [row] = await this.#query('select * from validations where id = $1', [reset.validation])
    assert.ok(row)
    reset.code = deriveCode(this.#lobby.ctx.keys, row as Parameters<typeof deriveCode>[1])
    reset.expiresAt = row.expires_at.getTime()
  }

  #codeFor(which: Extract<Step, { do: 'enter' }>['code'], browser: Guest): string {
    const other = this.#browsers.find(one => one !== browser) as Guest
    const session = this.#sessionOf(browser)
    const own = session.reset
    const resets = [...this.#sessions.values()].map(({ reset }) => reset)
    switch (which) {
      case 'right':
        return session.lastCode
      case 'wrong':
        return this.#lobby.wrong(session.lastCode)
      case 'of_other_browser':
        return this.#sessionOf(other).lastCode
      case 'of_other_account':
        return resets.find(reset => reset && reset.account !== own?.account)?.code ?? '123456'
      case 'old':
        return this.#codes.old
      case 'of_sign_up':
        return this.#codes.signUp
      case 'blank':
        return ''
    }
  }

  async #setPassword(
    browser: Guest,
    session: Session,
    { code, isWeak = false }: { code?: string; isWeak?: boolean },
  ): Promise<void> {
    const { reset } = session
    const password = isWeak ? 'short' : `the ${++this.#passwords} lanterns of ${randomHex(4)}`
    const verdict = this.#judge(reset, code)
    await browser.post(this.#lobby.path('reset_password'), {
      password,
      password_confirmation: password,
      ...(code !== undefined && { code }),
    })
    if (reset && reset.grantedAt === undefined && verdict === 'no' && /^d{6}$/.test(code ?? '')) {
      reset.guesses++
      if (reset.account) reset.account.failures++
    }
    const account = reset?.account
    const hash = account && (await this.#hashOf(account))
    if (account && hash !== account.hash) {
      assert.ok(verdict !== 'no', 'a password changes only after a code for its account, purpose and session')
      assert.ok(!isWeak, 'no weak password is set')
      this.changes++
      this.#codes.old = reset.code
      Object.assign(account, { hash, password, oldPassword: account.password, failures: 0, loginFailures: account.loginFailures })
      // Nothing of before is worth anything.
      for (const any of this.#sessions.values()) {
        if (any.signedIn === account) any.signedIn = undefined
        if (any.reset?.account === account) any.reset = undefined
      }
      this.#end(session)
      return
    }
    this.refusals++
    if (isWeak && reset && verdict !== 'no') reset.grantedAt ??= this.#now()
    else assert.ok(verdict !== 'yes', 'the right code in its time sets a good password')
  }

  /** Whether what is sent now may set a password, must, or lies too near to a limit to say. */
  #judge(reset: Reset | undefined, code: string | undefined): 'no' | 'maybe' | 'yes' {
    if (!reset?.account) return 'no'
    const now = this.#now()
    if (reset.grantedAt !== undefined && now < reset.grantedAt + GRANT_MS)
      return now < reset.grantedAt + GRANT_MS - EDGE_MS && reset.account.failures < FAILURES_SURE ? 'yes' : 'maybe'
    if (reset.grantedAt !== undefined || code !== reset.code || now >= reset.expiresAt || reset.guesses >= CHECKS_MAX) return 'no'
    return reset.account.failures < FAILURES_SURE && now < reset.expiresAt - EDGE_MS ? 'yes' : 'maybe'
  }

  async #signUp(browser: Guest, session: Session, of: number): Promise<void> {
    const account = this.#accounts[of] as Account
    const form = { usage_plan_id: this.#lobby.plan('Guest Wi-Fi'), password: PASSWORD, password_confirmation: PASSWORD }
    const answer = await browser.post(this.#lobby.path('sign_up'), { ...form, phone: account.phone })
    if (answer.status !== 303) return
    this.#end(session)
    this.#sessionOf(browser)
    const [row] = await this.#query(
      "select * from validations where purpose = 'sign_up' and contact = $1 order by created_at desc, id desc limit 1",
      [account.phone],
    )
    assert.ok(row)
    this.#codes.signUp = deriveCode(this.#lobby.ctx.keys, row as Parameters<typeof deriveCode>[1])
  }

  /** The code of a reset proves no contact: a sign-up that waits for one stays where it is. */
  async #proveWithResetCode(browser: Guest, session: Session): Promise<void> {
    const code = [...this.#sessions.values()].find(({ reset }) => reset)?.reset?.code ?? '123456'
    if (code === this.#codes.signUp) return
    const answer = await browser.post(this.#lobby.path('validate_account'), { code })
    assert.doesNotMatch(answer.location, /notice=(welcome|contact_proven|first_proven|account_ready)/)
    // Counted against whichever number this browser was proving.
    if (session.reset === undefined) for (const account of this.#accounts) account.failures++
  }

  async #signIn(browser: Guest, session: Session, next: Extract<Step, { do: 'sign_in' }>): Promise<void> {
    const account = this.#accounts[next.of] as Account
    const password = { right: account.password, wrong: 'not the password', old: account.oldPassword }[next.with]
    const answer = await browser.post(this.#lobby.path('login'), { login: account.login, password })
    const isIn = answer.location.includes('/status')
    if (next.with !== 'right') assert.ok(!isIn, 'only the password of now signs in')
    else if (account.loginFailures < FAILURES_SURE) assert.ok(isIn, 'the password of now signs in')
    if (!isIn) {
      account.loginFailures++
      return
    }
    account.loginFailures = 0
    this.#end(session)
    this.#sessionOf(browser).signedIn = account
  }

  async #hashOf({ id }: Account): Promise<string> {
    const [row] = await this.#query('select password_hash from accounts where id = $1', [id])
    return row?.password_hash
  }

  async #seeThatNoPasswordChanged(after: Step): Promise<void> {
    const ids = this.#accounts.map(({ id }) => id)
    const rows = await this.#query(
      'select id, password_hash, phone, phone_validated_at, status from accounts where id = any($1)',
      [ids],
    )
    for (const account of this.#accounts) {
      const row = rows.find(({ id }) => id === account.id)
      assert.equal(row?.password_hash, account.hash, `${after.do} has changed a password that it had no code for`)
      assert.ok(
        row.phone === account.phone && row.phone_validated_at && row.status === 'active',
        `${after.do} has taken the number away`,
      )
    }
  }
}

function randomHex(length: number): string {
  return Array.from({ length }, () => randomInt(16).toString(16)).join('')
}

/** The first half of the one cookie; the other is what the browser is known again by. */
function sessionToken(browser: Guest): string {
  return (browser.cookies.get('gatehouse') ?? '').split('.')[0] ?? ''
}
