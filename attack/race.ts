import { begin, twin } from './begin.ts'
import { type Browser, forgedAddress } from './client.ts'
import { countMessages, countNow, wrongCode } from './inbox.ts'
import type { Attack, Finding, Flow, Sizes, Target } from './target.ts'

/** As long as the shortest spacing of resends, and a little more. */
const RESEND_WAIT_S = 31

export const race: Attack = {
  name: 'race',
  tries: 'sends right codes, wrong codes, starts and resends all at the same moment',
  async run(target, sizes) {
    const findings: Finding[] = []
    for (const flow of target.flows)
      findings.push(
        await rightChecks(target, flow, sizes),
        await wrongChecks(target, flow, sizes),
        await otherSessions(target, flow, sizes),
        await starts(target, flow, sizes),
        await resends(target, flow, sizes),
      )
    return findings
  },
}

const times = <T>(n: number, work: (i: number) => Promise<T>) => Promise.all(Array.from({ length: n }, (_, i) => work(i)))

async function rightChecks(target: Target, flow: Flow, { rounds, parallel }: Sizes): Promise<Finding> {
  const counts: number[] = []
  let replayed = 0
  for (let round = 0; round < rounds; round++) {
    const { browser, code } = await begin(target, flow)
    const tabs = Array.from({ length: parallel + 1 }, () => twin(target, browser))
    const answers = await times(parallel, i => flow.check(tabs[i] as Browser, code))
    counts.push(answers.filter(answer => flow.isApproved(answer)).length)
    if (flow.isApproved(await flow.check(tabs[parallel] as Browser, code))) replayed++
  }
  const held = counts.every(count => count === 1) && replayed === 0
  const what = `${flow.name}: of ${parallel} right checks at once exactly one is taken, and none after`
  return { what, held, reached: `taken ${counts.join(', ')} times in ${rounds} rounds, ${replayed} afterwards` }
}

async function wrongChecks(target: Target, flow: Flow, { rounds, parallel }: Sizes): Promise<Finding> {
  const guesses = Math.max(parallel, flow.guessesMax)
  let taken = 0
  for (let round = 0; round < rounds; round++) {
    const { browser, code } = await begin(target, flow)
    const tabs = Array.from({ length: guesses }, () => twin(target, browser))
    const answers = await times(guesses, i => flow.check(tabs[i] as Browser, wrongCode(code, i)))
    answers.push(await flow.check(twin(target, browser), code))
    taken += answers.filter(answer => flow.isApproved(answer)).length
  }
  const what = `${flow.name}: after ${guesses} wrong checks at once the right code is refused`
  return { what, held: taken === 0, reached: `${taken} taken in ${rounds} rounds` }
}

async function otherSessions(target: Target, flow: Flow, { rounds, parallel }: Sizes): Promise<Finding> {
  const what = `${flow.name}: a code of another session is refused, also at the moment it is taken in its own`
  let stolen = 0
  let lost = 0
  for (let round = 0; round < rounds; round++) {
    const one = await begin(target, flow)
    const two = await begin(target, flow)
    if (one.code === two.code) continue
    const thieves = Array.from({ length: parallel }, () => twin(target, two.browser))
    const [own, ...theirs] = await Promise.all([
      flow.check(one.browser, one.code),
      ...thieves.map(thief => flow.check(thief, one.code)),
    ])
    if (!own || !flow.isApproved(own)) lost++
    stolen += theirs.filter(answer => flow.isApproved(answer)).length
  }
  return {
    what,
    held: stolen === 0 && lost === 0,
    reached: `${stolen} taken elsewhere, ${lost} refused where they belong, in ${rounds} rounds`,
  }
}

async function starts(target: Target, flow: Flow, { parallel }: Sizes): Promise<Finding> {
  const subject = await flow.subject()
  const before = await countNow(target, subject.contact)
  const answers = await times(Math.max(parallel, 2 * flow.startsMax), () =>
    flow.start(target.client.browser(forgedAddress()), subject),
  )
  const started = answers.filter(answer => flow.isStarted(answer)).length
  const sent = (await countMessages(target, subject.contact)) - before
  return {
    what: `${flow.name}: of ${answers.length} starts at once for one contact no more than ${flow.startsMax} send anything`,
    held: started <= flow.startsMax && sent <= flow.startsMax,
    reached: `${started} started, ${sent} messages`,
  }
}

async function resends(target: Target, flow: Flow, { parallel }: Sizes): Promise<Finding> {
  const what = `${flow.name}: of ${parallel} resends at once one sends a message`
  if (!target.advance) return { what, held: undefined, reached: 'not tried: the clock cannot be moved' }
  const { browser, subject } = await begin(target, flow)
  const before = await countMessages(target, subject.contact)
  await target.advance(RESEND_WAIT_S)
  await times(parallel, () => flow.resend(twin(target, browser)))
  const sent = (await countMessages(target, subject.contact)) - before
  return { what, held: sent <= 1, reached: `${sent} messages` }
}
