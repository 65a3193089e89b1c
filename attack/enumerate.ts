import { randomInt, randomUUID } from 'node:crypto'
import { type Answer, type Browser, headerOf } from './client.ts'
import { countMessages } from './inbox.ts'
import { mannWhitney } from './mann-whitney.ts'
import type { Account, Attack, Finding, Flow, Sizes, Subject, Target } from './target.ts'

const GUESSES = 7
const RESEND_WAIT_S = 31
/** How long an account rests: twice a day it may be asked for as often as TRIES_PER_ACCOUNT says. */
const REST_S = 43_201
const ACCOUNTS = 50
/** Beyond any limit that is worth the name. */
const TRIES_MAX = 25
/** The chance that a difference is called one which is none. */
const P_MIN = 0.01
const WARM_UP_PAIRS = 10
/** So often one account is tried before another takes its place, which stays below every limit. */
const TRIES_PER_ACCOUNT = 4
/** Differ with every answer, whoever asks. */
const OWN_HEADERS = new Set(['date', 'x-request-id', 'connection', 'keep-alive'])

export const enumerate: Attack = {
  name: 'enumerate',
  tries: 'compares what is answered for contacts with and without an account: status, headers, cookies, text, limits, time',
  async run(target, sizes) {
    const findings: Finding[] = []
    for (const flow of target.flows) {
      const { known, stranger } = flow
      if (!known || !stranger) continue
      findings.push(await compareFlow(target, flow, { known: await known(), stranger: stranger() }))
    }
    findings.push(await compareLogin(target, await target.account()))
    if (sizes.pairs > 0) findings.push(...(await compareTimes(target, sizes)))
    return findings
  },
}

interface Step {
  name: string
  answer: Answer
  subject: Subject
}

async function compareFlow(target: Target, flow: Flow, whom: { known: Subject; stranger: Subject }): Promise<Finding> {
  const steps: [Step, Step][] = []
  const [known, stranger] = [target.client.browser(), target.client.browser()]
  const both = async (
    name: string,
    ask: (browser: Browser, subject: Subject) => Promise<Answer>,
    browsers = [known, stranger],
  ) => {
    const [a, b] = await Promise.all([ask(browsers[0] as Browser, whom.known), ask(browsers[1] as Browser, whom.stranger)])
    steps.push([
      { name, answer: a, subject: whom.known },
      { name, answer: b, subject: whom.stranger },
    ])
    return [a, b] as const
  }
  const bothAndNext = async (name: string, ask: (browser: Browser, subject: Subject) => Promise<Answer>) => {
    const [{ headers }] = await both(name, ask)
    const location = headers.find(([header]) => header === 'location')?.[1]
    // The page tells what has become of the message: first let it arrive.
    if (target.inbox) await Promise.all([whom.known, whom.stranger].map(({ contact }) => countMessages(target, contact)))
    if (location?.startsWith('/')) await both(`the page after ${name}`, browser => browser.send(location))
  }

  await bothAndNext('start', (browser, subject) => flow.start(browser, subject))
  await both('resend at once', browser => flow.resend(browser))
  if (target.advance) {
    await target.advance(RESEND_WAIT_S)
    await bothAndNext('resend', browser => flow.resend(browser))
  }
  for (let n = 1; n <= GUESSES; n++) await both(`guess ${n}`, browser => flow.check(browser, String(100_000 + n)))
  await both('resend after the guesses', browser => flow.resend(browser))
  let answers: readonly [Answer, Answer]
  for (let n = 1; n <= TRIES_MAX; n++) {
    answers = await both(`start ${n} more`, (browser, subject) => flow.start(browser, subject), [
      target.client.browser(),
      target.client.browser(),
    ])
    if (answers.every(({ status }) => status === 429)) break
  }
  const different = firstDifference(steps)
  const last = steps.at(-1)?.[0]
  return {
    what: `${flow.name}: known and unknown contacts are answered alike at each of ${steps.length} steps`,
    held: different === undefined,
    reached: different ?? `no difference; both limited at: ${last?.answer.status === 429 ? last.name : 'nothing'}`,
  }
}

async function compareLogin(target: Target, account: Account): Promise<Finding> {
  const unknown = account.login.slice(0, -8) + randomUUID().slice(0, 8)
  const steps: [Step, Step][] = []
  for (const [a, b] of [
    [account.login, unknown],
    [account.contact, account.contact.slice(0, -7) + String(randomInt(10_000_000)).padStart(7, '0')],
  ] as const)
    for (let n = 1; n <= TRIES_MAX; n++) {
      const [known, stranger] = await Promise.all(
        [a, b].map(login => target.login(target.client.browser(), login, 'not the password at all')),
      )
      if (!known || !stranger) throw new Error('no answer')
      steps.push([
        { name: `sign-in ${n}`, answer: known, subject: { contact: a, typed: a } },
        { name: `sign-in ${n}`, answer: stranger, subject: { contact: b, typed: b } },
      ])
      if (known.status === 429 && stranger.status === 429) break
    }
  const different = firstDifference(steps)
  const last = steps.at(-1)?.[0]
  return {
    what: `sign-in: known and unknown names are answered alike at each of ${steps.length} tries`,
    held: different === undefined,
    reached: different ?? `no difference; both limited at: ${last?.answer.status === 429 ? last.name : 'nothing'}`,
  }
}

function firstDifference(steps: [Step, Step][]): string | undefined {
  for (const [a, b] of steps) {
    const found = differenceOf(shapeOf(a), shapeOf(b))
    if (found) return `${a.name}: ${found}`
  }
  return undefined
}

type Shape = Record<'status' | 'headers' | 'cookies' | 'text' | 'length', string>

/** An answer without what differs by itself: who asked, when, and the value of a cookie. */
function shapeOf({ answer, subject }: Step): Shape {
  const cookies = answer.headers
    .filter(([name]) => name === 'set-cookie')
    .map(([, value]) => value.replace(/^([^=]*)=[^;]+/, '$1=…'))
  const headers = answer.headers.filter(([name]) => name !== 'set-cookie' && !OWN_HEADERS.has(name)).map(line => line.join(': '))
  return {
    status: String(answer.status),
    headers: withoutSubject(headers.join('\n'), subject),
    cookies: cookies.join('\n'),
    text: withoutSubject(answer.text, subject),
    length: headerOf(answer, 'content-length'),
  }
}

function withoutSubject(text: string, { contact, typed }: Subject): string {
  let plain = text
  for (const value of [typed, contact, encodeURIComponent(typed), encodeURIComponent(contact)])
    plain = plain.replaceAll(value, '‹whom›')
  // A masked number shows its last digits.
  return plain.replaceAll(`*${contact.slice(-4)}`, '*‹last›')
}

/** Says in what two answers differ. A second may have passed between them: numbers may differ by as much. */
function differenceOf(a: Shape, b: Shape): string | undefined {
  for (const name of ['status', 'headers', 'cookies', 'text', 'length'] as const)
    if (!isAlike(a[name], b[name]))
      return `${name} ${excerpt(a[name], b[name])} for a known contact, ${excerpt(b[name], a[name])} for an unknown one`
  return undefined
}

function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  const [words, others] = [a.split(/(\d+)/), b.split(/(\d+)/)]
  return (
    words.length === others.length &&
    words.every((word, i) => word === others[i] || (i % 2 === 1 && Math.abs(Number(word) - Number(others[i])) <= 2))
  )
}

function excerpt(text: string, other: string): string {
  let at = 0
  while (at < text.length && text[at] === other[at]) at++
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 50))
}

type Timed = { name: string; ask(isKnown: boolean, pair: number): Promise<Answer>; isLimited(answer: Answer): boolean }

/** Measures pairs in random order and asks whether the two could come from one distribution. */
async function compareTimes(target: Target, { pairs }: Sizes): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const timed of timedRequests(target)) {
    const [known, unknown]: [number[], number[]] = [[], []]
    let limited = 0
    for (let pair = -WARM_UP_PAIRS; pair < pairs && limited < WARM_UP_PAIRS; pair++) {
      const order = randomInt(2) === 0 ? [true, false] : [false, true]
      const times = new Map<boolean, number>()
      for (const isKnown of order) {
        const answer = await timed.ask(isKnown, pair + WARM_UP_PAIRS)
        if (!timed.isLimited(answer)) times.set(isKnown, answer.ms)
      }
      if (times.size < 2) limited++
      else if (pair >= 0) {
        known.push(times.get(true) ?? 0)
        unknown.push(times.get(false) ?? 0)
      }
    }
    if (known.length < 20) {
      findings.push({
        what: `${timed.name}: takes as long`,
        held: undefined,
        reached: `only ${known.length} pairs before a limit`,
      })
      continue
    }
    const { p, larger } = mannWhitney(known, unknown)
    findings.push({
      what: `${timed.name}: takes as long for known and unknown (Mann-Whitney, p > ${P_MIN})`,
      held: p > P_MIN,
      reached: `${known.length} pairs, p = ${p.toFixed(3)}, medians ${median(known).toFixed(2)} and ${median(unknown).toFixed(2)} ms, unknown slower in ${(100 * larger).toFixed(1)} %`,
    })
  }
  return findings
}

function timedRequests(target: Target): Timed[] {
  // An account serves for some pairs; then another, or the same again once the clock has moved on.
  const accounts: Account[] = []
  const accountFor = async (pair: number): Promise<Account> => {
    const n = Math.floor(pair / TRIES_PER_ACCOUNT)
    const place = target.advance ? n % ACCOUNTS : n
    if (target.advance && pair % (TRIES_PER_ACCOUNT * ACCOUNTS) === 0 && pair > 0) await target.advance(REST_S)
    accounts[place] ??= await target.account()
    return accounts[place]
  }
  let current: { pair: number; account: Promise<Account> } | undefined
  const accountOf = (pair: number) => {
    if (current?.pair !== pair) current = { pair, account: accountFor(pair) }
    return current.account
  }
  // A name that nobody has is tried as often as one that somebody has: the first try at a name is counted in a new row, the others
  // in the same one, whosever it is.
  const strangers = new Map<Account, string>()
  const strangerTo = (account: Account) => {
    const name = strangers.get(account) ?? account.login.slice(0, -8) + randomUUID().slice(0, 8)
    strangers.set(account, name)
    return name
  }
  const login: Timed = {
    name: 'sign-in with a wrong password',
    async ask(isKnown, pair) {
      const account = await accountOf(pair)
      return target.login(target.client.browser(), isKnown ? account.login : strangerTo(account), 'not the password at all')
    },
    isLimited: ({ status }) => status === 429,
  }
  const flow = target.reset?.flow
  if (!flow?.stranger) return [login]
  const { stranger } = flow
  const reset: Timed = {
    name: `start of a ${flow.name}`,
    async ask(isKnown, pair) {
      const account = await accountOf(pair)
      return flow.start(target.client.browser(), isKnown ? account : stranger())
    },
    isLimited: answer => !flow.isStarted(answer),
  }
  return [login, reset]
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
