import { begin } from './begin.ts'
import { forgedAddress } from './client.ts'
import { countMessages, countNow, readCode, wrongCode } from './inbox.ts'
import type { Attack, Finding, Flow, Target } from './target.ts'

const GUESSES_PER_SESSION = 5
const RESENDS_MAX = 4
/** Longer than any spacing of resends. */
const RESEND_WAIT_S = 121

// How many guesses a server compares cannot be seen from outside. What can be: once the promised number was wrong, the right
// code is refused too. Only that proves that guesses are counted, so every part of this attack ends with the right code.

export const brute: Attack = {
  name: 'brute',
  tries: 'guesses codes: at one code, across resends, across sessions and addresses, and with what is no code',
  async run(target) {
    const findings: Finding[] = []
    for (const flow of target.flows)
      findings.push(
        await oddCodes(target, flow),
        await oneCode(target, flow),
        await acrossResends(target, flow),
        await acrossSessions(target, flow),
      )
    return findings
  },
}

async function oddCodes(target: Target, flow: Flow): Promise<Finding> {
  const { browser, code } = await begin(target, flow)
  const odd = ['', ' ', '0', 'null', 'undefined', 'true', '*', '%', '.*', "' or '1'='1", '[]', '{"$ne":null}', '-1', '1e5', 'NaN']
  odd.push(`${code}0`, `0${code}`, code.slice(1), code.slice(0, -1), `${code},${wrongCode(code)}`, `${code}\u0000`)
  let approved = 0
  for (const guess of odd) if (flow.isApproved(await flow.check(browser, guess))) approved++
  return {
    what: `${flow.name}: what is no code is never taken`,
    held: approved === 0,
    reached: `${approved} of ${odd.length} taken`,
  }
}

async function oneCode(target: Target, flow: Flow): Promise<Finding> {
  const { browser, code } = await begin(target, flow)
  let approved = 0
  for (let n = 1; n <= flow.guessesMax; n++) if (flow.isApproved(await flow.check(browser, wrongCode(code, n)))) approved++
  const isTaken = flow.isApproved(await flow.check(browser, code))
  return {
    what: `${flow.name}: after ${flow.guessesMax} wrong guesses at one code the right one is refused`,
    held: approved === 0 && !isTaken,
    reached: isTaken ? 'the right code was taken after them' : `${approved} guesses taken, then the right code refused`,
  }
}

async function acrossResends(target: Target, flow: Flow): Promise<Finding> {
  const what = `${flow.name}: a resent code gives no guesses back`
  if (!target.advance) return { what, held: undefined, reached: 'not tried: the clock cannot be moved' }
  const { browser, subject, code: first } = await begin(target, flow)
  let code = first
  let guesses = 0
  let resends = 0
  for (; resends < RESENDS_MAX; resends++) {
    // More than the promise in all: what a server refuses unread, because the code is used up, counts for nothing.
    for (let n = 0; n < GUESSES_PER_SESSION; n++) await flow.check(browser, wrongCode(code, ++guesses))
    const before = await countMessages(target, subject.contact)
    await target.advance(RESEND_WAIT_S)
    await flow.resend(browser)
    if ((await countMessages(target, subject.contact)) > before) code = await readCode(target, subject.contact, before)
  }
  const isTaken = flow.isApproved(await flow.check(browser, code))
  const end = isTaken ? 'taken' : 'refused'
  return { what, held: !isTaken, reached: `${guesses} guesses over ${resends} resends, then the newest code ${end}` }
}

async function acrossSessions(target: Target, flow: Flow): Promise<Finding> {
  const what = `${flow.name}: new sessions and forged addresses give no guesses back`
  const subject = await flow.subject()
  let guesses = 0
  for (let sessions = 1; ; sessions++) {
    const before = await countNow(target, subject.contact)
    const browser = target.client.browser(forgedAddress())
    if (!flow.isStarted(await flow.start(browser, subject)))
      return { what, held: true, reached: `${guesses} guesses in ${sessions - 1} sessions, then no session started any more` }
    const code = await readCode(target, subject.contact, before)
    if (guesses >= flow.guessesMax) {
      const isTaken = flow.isApproved(await flow.check(browser, code))
      const end = isTaken ? 'taken' : 'refused'
      return {
        what,
        held: !isTaken,
        reached: `${guesses} guesses in ${sessions - 1} sessions, then a new session's right code ${end}`,
      }
    }
    for (let n = 0; n < GUESSES_PER_SESSION; n++) {
      guesses++
      if (flow.isApproved(await flow.check(browser, wrongCode(code, guesses))))
        return { what, held: false, reached: 'a wrong code was taken' }
    }
  }
}
