import { randomInt } from 'node:crypto'
import { type Browser, createClient } from '../client.ts'
import { readCode } from '../inbox.ts'
import type { Account, Flow, Target } from '../target.ts'

const PASSWORD = 'copper kettle on a hill'
/** Not promises of better-auth, which makes none about a contact: what is asked of everybody here. */
const GUESSES_MAX = 10
const STARTS_MAX = 5
const SENDS_PER_PREFIX_MAX = 20

const freshPhone = () => `+1555${String(randomInt(10_000_000)).padStart(7, '0')}`

/**
 * Opens a server with better-auth's phone-number plugin, as attack/README.md says it must be set up. `inbox` answers
 * GET with what its sendOTP was given, oldest first: a JSON array of `{to, text}`.
 */
export async function openBetterAuth(origin: string, inbox: string): Promise<Target> {
  const client = createClient(origin)
  const post = (browser: Browser, path: string, body: unknown, asked = {}) =>
    browser.json('POST', `/api/auth${path}`, body, { headers: { origin }, ...asked })
  const noted = (browser: Browser) => browser.notes.get('phone') ?? ''

  const messages = async () => (await (await fetch(inbox)).json()) as { to: string; text: string }[]

  const signUp: Flow = {
    name: 'sign-up by text message',
    subject: async () => anyone(),
    start(browser, { contact }, asked) {
      browser.notes.set('phone', contact)
      return post(browser, '/phone-number/send-otp', { phoneNumber: contact }, asked)
    },
    resend: browser => post(browser, '/phone-number/send-otp', { phoneNumber: noted(browser) }),
    check: (browser, code) => post(browser, '/phone-number/verify', { phoneNumber: noted(browser), code }),
    isStarted: ({ status }) => status === 200,
    isApproved: ({ status, text }) => status === 200 && /"status":\s*true/.test(text),
    guessesMax: GUESSES_MAX,
    startsMax: STARTS_MAX,
  }
  const reset: Flow = {
    ...signUp,
    name: 'password reset',
    subject: account,
    known: account,
    stranger: anyone,
    start(browser, { contact }, asked) {
      browser.notes.set('phone', contact)
      return post(browser, '/phone-number/request-password-reset', { phoneNumber: contact }, asked)
    },
    resend: browser => post(browser, '/phone-number/request-password-reset', { phoneNumber: noted(browser) }),
    check: (browser, code) => setPassword(browser, 'seven lamps by the river', code),
  }
  const target: Target = {
    name: `better-auth at ${origin}`,
    client,
    flows: [signUp, reset],
    reset: { flow: reset, setPassword, isChanged: reset.isApproved },
    account,
    login: (browser, phoneNumber, password) => post(browser, '/sign-in/phone-number', { phoneNumber, password }),
    isSignedIn: async browser => /"session":/.test((await browser.send('/api/auth/get-session')).text),
    inbox: async contact => {
      return (await messages()).filter(({ to }) => to === contact).map(({ text }) => text)
    },
    recipients: async () => (await messages()).map(({ to }) => to),
    codeIn: text => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0],
    pump: {
      numbers: Array.from({ length: 100 }, (_, i) => `+12015550${100 + i}`),
      expensive: ['+19005550123', '+18005550123', '+870773111632', '+447012345678'],
      start: (browser, contact) => signUp.start(browser, { contact, typed: contact }),
      resend: signUp.resend,
      sendsMax: SENDS_PER_PREFIX_MAX,
    },
    poison: {
      start: (browser, contact, asked) => signUp.start(browser, { contact, typed: contact }, asked),
      contact: freshPhone,
    },
    close: async () => client.close(),
  }
  return target

  function anyone() {
    const contact = freshPhone()
    return { contact, typed: contact }
  }

  function setPassword(browser: Browser, newPassword: string, otp = '') {
    return post(browser, '/phone-number/reset-password', { phoneNumber: noted(browser), otp, newPassword })
  }

  async function account(): Promise<Account> {
    const browser = client.browser()
    const subject = anyone()
    await signUp.start(browser, subject)
    await signUp.check(browser, await readCode(target, subject.contact))
    await reset.start(browser, subject)
    await setPassword(browser, PASSWORD, await readCode(target, subject.contact, 1))
    return { ...subject, login: subject.contact, password: PASSWORD }
  }
}
