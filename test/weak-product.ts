import { randomInt, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Browser, createClient } from '../attack/client.ts'
import type { Account, Flow, Subject, Target } from '../attack/target.ts'

/** A sign-up and password reset with every mistake that the attacks look for. */
class WeakProduct {
  readonly sent: { to: string; text: string }[] = []
  readonly #codes = new Map<string, string>()
  readonly #passwords = new Map<string, string>()
  readonly #sessions = new Map<string, string>()

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = Object.fromEntries(new URLSearchParams(body))
    const { to = '', code, password = '' } = form
    const session = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const say = (status: number, text: string, cookie = '') => {
      response.writeHead(status, { 'content-type': 'text/plain', ...(cookie && { 'set-cookie': `session=${cookie}` }) })
      response.end(text)
    }
    switch (request.url) {
      case '/start': {
        // One code a contact whoever asks, any host in its last line, and the account is told by the status.
        if (form.purpose === 'reset' && !this.#passwords.has(to)) return say(404, 'There is no such account.')
        const made = this.#codes.get(to) ?? String(randomInt(1_000_000)).padStart(6, '0')
        this.#codes.set(to, made)
        this.sent.push({
          to,
          text: `${made} is your code\n@${request.headers['x-forwarded-host'] ?? request.headers.host} #${made}`,
        })
        return say(200, 'sent')
      }
      case '/check': {
        // Any code that is out fits any contact.
        const isRight = [...this.#codes.values()].includes(code ?? '')
        // Looked at first, used up later: two at once both see it.
        await nextTurn()
        await nextTurn()
        if (!isRight) return say(422, 'wrong')
        if (password === '') return say(200, 'approved')
        return this.#setPassword(to, password, say)
      }
      case '/password':
        return this.#setPassword(to, password, say)
      case '/login': {
        if (!this.#passwords.has(to)) return say(404, 'There is no such account.')
        if (this.#passwords.get(to) !== password) return say(401, 'Wrong password.')
        const made = randomUUID()
        this.#sessions.set(made, to)
        return say(200, 'signed in', made)
      }
      default:
        return this.#sessions.has(session) ? say(200, 'signed in') : say(401, 'signed out')
    }
  }

  #setPassword(to: string, password: string, say: (status: number, text: string) => void): void {
    this.#passwords.set(to, password)
    say(200, 'changed')
  }
}

/** Starts the weak product on loopback, with its adapter. */
export async function openWeakProduct(): Promise<Target> {
  const product = new WeakProduct()
  const server = createServer((request, response) => void product.answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const client = createClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const whom = (browser: Browser) => browser.notes.get('to') ?? ''
  const freshPhone = () => `+1555${String(randomInt(10_000_000)).padStart(7, '0')}`
  const anyone = (): Subject => {
    const contact = freshPhone()
    return { contact, typed: contact }
  }

  const signUp: Flow = {
    name: 'sign-up',
    subject: async () => anyone(),
    start(browser, { contact: to }, asked) {
      browser.notes.set('to', to)
      return browser.post('/start', { to }, asked)
    },
    resend: browser => browser.post('/start', { to: whom(browser) }),
    check: (browser, code) => browser.post('/check', { to: whom(browser), code }),
    isStarted: ({ status }) => status === 200,
    isApproved: ({ status }) => status === 200,
    guessesMax: 10,
    startsMax: 5,
  }
  const setPassword = (browser: Browser, password: string, code?: string) =>
    code === undefined
      ? browser.post('/password', { to: whom(browser), password })
      : browser.post('/check', { to: whom(browser), password, code })
  const reset: Flow = {
    ...signUp,
    name: 'reset',
    subject: account,
    known: account,
    stranger: anyone,
    start(browser, { contact: to }, asked) {
      browser.notes.set('to', to)
      return browser.post('/start', { to, purpose: 'reset' }, asked)
    },
    check: (browser, code) => setPassword(browser, 'new', code),
  }

  async function account(): Promise<Account> {
    const browser = client.browser()
    const subject = anyone()
    browser.notes.set('to', subject.contact)
    await setPassword(browser, 'old')
    return { ...subject, login: subject.contact, password: 'old' }
  }

  return {
    name: 'a weak product',
    client,
    flows: [signUp, reset],
    reset: { flow: reset, setPassword, isChanged: ({ status }) => status === 200 },
    account,
    login: (browser, to, password) => browser.post('/login', { to, password }),
    isSignedIn: async browser => (await browser.send('/status')).status === 200,
    inbox: async contact => product.sent.filter(({ to }) => to === contact).map(({ text }) => text),
    recipients: async () => product.sent.map(({ to }) => to),
    codeIn: text => /\d{6}/.exec(text)?.[0],
    pump: {
      numbers: Array.from({ length: 100 }, (_, i) => `+12015550${100 + i}`),
      expensive: ['+19005550123'],
      start: (browser, contact) => signUp.start(browser, { contact, typed: contact }),
      resend: signUp.resend,
      sendsMax: 20,
    },
    poison: {
      start: (browser, contact, asked) => signUp.start(browser, { contact, typed: contact }, asked),
      contact: freshPhone,
    },
    async close() {
      client.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
