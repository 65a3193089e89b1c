import type { Browser } from './client.ts'
import { countNow, readCode } from './inbox.ts'
import type { Flow, Subject, Target } from './target.ts'

export interface Begun {
  browser: Browser
  subject: Subject
  code: string
}

/** Starts a flow in a new browser, for somebody new unless said for whom, and reads the code that was sent. */
export async function begin(target: Target, flow: Flow, given?: Subject): Promise<Begun> {
  const subject = given ?? (await flow.subject())
  // An account that was just made has had a message already.
  const before = await countNow(target, subject.contact)
  const browser = target.client.browser()
  const started = await flow.start(browser, subject)
  if (!flow.isStarted(started)) throw new Error(`${flow.name} did not start: it was answered ${started.status}`)
  return { browser, subject, code: await readCode(target, subject.contact, before) }
}

/** A browser that sends the same cookies, as the same page in another tab does. */
export function twin(target: Target, browser: Browser): Browser {
  const other = target.client.browser()
  for (const [name, value] of browser.cookies) other.cookies.set(name, value)
  for (const [name, value] of browser.notes) other.notes.set(name, value)
  return other
}
