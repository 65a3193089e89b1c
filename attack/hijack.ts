import { begin, twin } from './begin.ts'
import type { Browser } from './client.ts'
import { readCode } from './inbox.ts'
import type { Account, Attack, Finding, Flow, Reset, Target } from './target.ts'

const ATTACKERS_PASSWORD = 'nineteen owls in a barn'

export const hijack: Attack = {
  name: 'hijack',
  tries: 'takes accounts over: squats on contacts, swaps sessions, replays, skips steps, forges callbacks',
  async run(target) {
    const findings: Finding[] = []
    if (target.signUp) findings.push(await squat(target, target.signUp))
    for (const flow of target.flows) findings.push(await swap(target, flow))
    if (target.reset)
      findings.push(
        await skipSteps(target, target.reset),
        await replay(target, target.reset),
        await crossPurpose(target, target.reset),
      )
    if (target.forgeries) findings.push(await forge(target))
    return findings
  },
}

/** Whoever signs up first with a contact and a password has neither once its owner proves it. */
async function squat(target: Target, { flow, start }: NonNullable<Target['signUp']>): Promise<Finding> {
  const { contact } = await flow.subject()
  const squatter = target.client.browser()
  const login = `squat${contact.slice(-7)}`
  await start(squatter, { contact, typed: login }, ATTACKERS_PASSWORD)
  const squattersCode = await readCode(target, contact)
  const owner = await begin(target, flow, { contact, typed: contact })
  const isOwners = flow.isApproved(await flow.check(owner.browser, owner.code))
  const reached: string[] = []
  if (!isOwners) reached.push('the owner could not prove the contact')
  if (flow.isApproved(await flow.check(squatter, squattersCode))) reached.push('the squatter’s code was taken after the owner’s')
  if (await target.isSignedIn(squatter)) reached.push('the squatter is signed in')
  for (const name of [login, contact]) {
    const browser = target.client.browser()
    await target.login(browser, name, ATTACKERS_PASSWORD)
    if (await target.isSignedIn(browser))
      reached.push(`the squatter’s password opens ${name === contact ? 'the owner’s account' : 'an account'}`)
  }
  return {
    what: 'who typed a contact before its owner loses everything to the owner',
    held: reached.length === 0,
    reached: reached.join('; ') || 'nothing',
  }
}

/** A code is worth nothing in another browser: one that has started nothing, one with its own code, one with the other's marks. */
async function swap(target: Target, flow: Flow): Promise<Finding> {
  const [one, two] = [await begin(target, flow), await begin(target, flow)]
  const reached: string[] = []
  const stranger = target.client.browser()
  for (const name of one.browser.cookies.keys()) stranger.cookies.set(name, 'A'.repeat(43))
  if (one.browser.notes.size === 0 && flow.isApproved(await flow.check(target.client.browser(), one.code)))
    reached.push('a browser without a session')
  if (one.browser.notes.size === 0 && flow.isApproved(await flow.check(stranger, one.code)))
    reached.push('a browser with made-up cookies')
  if (one.code !== two.code) {
    if (flow.isApproved(await flow.check(two.browser, one.code))) reached.push('the browser of another contact')
    if (flow.isApproved(await flow.check(one.browser, two.code))) reached.push('the other way round')
  }
  const isOwn = flow.isApproved(await flow.check(one.browser, one.code))
  if (!isOwn) reached.push('its own browser was refused')
  return {
    what: `${flow.name}: a code counts in the browser that asked for it and in no other`,
    held: reached.length === 0,
    reached: reached.join('; ') || 'refused everywhere else',
  }
}

async function opens(target: Target, { login }: Account, password: string): Promise<boolean> {
  const browser = target.client.browser()
  await target.login(browser, login, password)
  return target.isSignedIn(browser)
}

/** No way around the code. */
async function skipSteps(target: Target, { flow, setPassword, isChanged }: Reset): Promise<Finding> {
  const account = await target.account()
  const reached: string[] = []
  const attempt = async (how: string, browser: Browser, code?: string) => {
    if (isChanged(await setPassword(browser, ATTACKERS_PASSWORD, code))) reached.push(how)
  }
  await attempt('without anything', target.client.browser())
  const { browser } = await begin(target, flow, account)
  await attempt('without a code', browser)
  await attempt('with a blank code', browser, '')
  await attempt('with a wrong code', browser, '000000')
  await attempt('without a code after a wrong one', browser)
  const signedIn = target.client.browser()
  const other = await target.account()
  await target.login(signedIn, other.login, other.password)
  await attempt('from another account', signedIn)
  if (await opens(target, account, ATTACKERS_PASSWORD)) reached.push('the new password opens the account')
  if (!(await opens(target, account, account.password))) reached.push('the old password opens it no longer')
  return {
    what: 'no password is set by skipping a step of the reset',
    held: reached.length === 0,
    reached: reached.join('; ') || 'the old password still holds, and no other',
  }
}

/** A code and what it allows are good once, and what was open before is closed. */
async function replay(target: Target, { flow, setPassword, isChanged }: Reset): Promise<Finding> {
  const account = await target.account()
  const before = target.client.browser()
  await target.login(before, account.login, account.password)
  const { browser, code } = await begin(target, flow, account)
  const copy = twin(target, browser)
  const reached: string[] = []
  if (!isChanged(await setPassword(browser, 'the first new password', code))) reached.push('the right code was refused')
  for (const [who, again] of [
    ['the same browser', browser],
    ['a copy of its cookies', copy],
  ] as const) {
    if (isChanged(await setPassword(again, ATTACKERS_PASSWORD, code))) reached.push(`${who} with the code`)
    if (isChanged(await setPassword(again, ATTACKERS_PASSWORD))) reached.push(`${who} without it`)
  }
  if (await target.isSignedIn(before)) reached.push('a session from before is still signed in')
  if (await target.isSignedIn(copy)) reached.push('the copy is signed in')
  if (await opens(target, account, ATTACKERS_PASSWORD)) reached.push('the attacker’s password opens the account')
  return {
    what: 'a reset is good for one password and ends all sessions',
    held: reached.length === 0,
    reached: reached.join('; ') || 'every replay refused',
  }
}

/** A code of one purpose is none of another, though contact and browser are the same. */
async function crossPurpose(target: Target, { flow, setPassword, isChanged }: Reset): Promise<Finding> {
  const what = 'a sign-up code sets no password, and a reset code proves no contact'
  if (!target.signUp) return { what, held: undefined, reached: 'not tried: there is no sign-up' }
  const account = await target.account()
  const signUp = target.signUp.flow
  const started = await begin(target, signUp, account)
  const reset = await begin(target, flow, account)
  if (started.code === reset.code) return { what, held: undefined, reached: 'not tried: both codes were the same by chance' }
  const reached: string[] = []
  if (isChanged(await setPassword(reset.browser, ATTACKERS_PASSWORD, started.code)))
    reached.push('the sign-up code set a password')
  if (signUp.isApproved(await signUp.check(started.browser, reset.code))) reached.push('the reset code proved a contact')
  if (await opens(target, account, ATTACKERS_PASSWORD)) reached.push('the attacker’s password opens the account')
  return { what, held: reached.length === 0, reached: reached.join('; ') || 'refused both ways' }
}

async function forge(target: Target): Promise<Finding> {
  const forgeries = (await target.forgeries?.()) ?? []
  const taken: string[] = []
  for (const { name, send } of forgeries) {
    const { status } = await send(target.client.browser())
    if (status < 400) taken.push(`${name} (${status})`)
    if (status >= 500) taken.push(`${name} made an error of the server (${status})`)
  }
  return {
    what: 'what providers did not send is refused',
    held: taken.length === 0,
    reached: taken.join('; ') || `${forgeries.length} forgeries refused`,
  }
}
