import { hash, randomInt, randomUUID } from 'node:crypto'
import { type Answer, type Asked, type Browser, createClient, headerOf } from '../client.ts'
import { readCode } from '../inbox.ts'
import type { Account, Flow, Forgery, Subject, Target } from '../target.ts'

/** Long enough for every rule, and nobody's. */
const PASSWORD = 'copper kettle on a hill'
const NEW_PASSWORD = 'seven lamps by the river'
/** What src/validation/rules.ts promises. */
const GUESSES_PER_CONTACT_MAX = 10
const STARTS_PER_HOUR_MAX = 5
/** From so many sendings on, a prefix must have proofs (migrations/000003). */
const SENDS_PER_PREFIX_MAX = 20
const PROVEN = /[?&]notice=(?:welcome|plan_taken|first_proven|account_ready|contact_proven)\b/

/** +1 555 is no area code: numbers that nobody has. */
const freshPhone = () => `+1555${String(randomInt(10_000_000)).padStart(7, '0')}`
const freshEmail = () => `attack-${randomUUID().slice(0, 13)}@example.com`

/** Opens Gatehouse, portal and API, on a server whose gateways are simulators. Throws, saying what is missing. */
export async function openGatehouse(origin: string, options: { apiKey: string; slug?: string }): Promise<Target> {
  const { apiKey, slug = 'lobby' } = options
  const client = createClient(origin)
  const operator = client.browser({ authorization: `Bearer ${apiKey}` })
  const api = (method: string, path: string, body?: unknown) => operator.json(method, `/api/v1${path}`, body)
  const page = (name: string) => `/portal/${slug}/${name}`
  const toPage = (answer: Answer, name: string) => answer.status === 303 && headerOf(answer, 'location').startsWith(page(name))
  const made: string[] = []

  async function list<T>(path: string): Promise<T[]> {
    const answer = await api('GET', path)
    if (answer.status !== 200) throw new Error(`GET /api/v1${path} answered ${answer.status}: is --api-key right?`)
    return (JSON.parse(answer.text) as { data: T[] }).data
  }
  const plans = await list<{ id: string; validation_method: string }>('/usage_plans?per_page=100')
  const planOf = (method: string) => {
    const plan = plans.find(({ validation_method }) => validation_method === method)
    if (!plan) throw new Error(`there is no usage plan with the validation method ${method}: the demo has one`)
    return plan.id
  }
  const [bySms, byEmail] = [planOf('sms'), planOf('email')]
  const [carrier] = await list<{ id: string; address_template: string }>('/carriers?name=Verizon')
  const hasTestClock = (await api('POST', '/test_clock', { advance_seconds: 1 })).status === 200

  const messages = () => list<{ to: string; text: string }>('/simulator/messages')
  const signUp = (browser: Browser, form: Record<string, string>, asked?: Asked) =>
    browser.post(
      page('sign_up'),
      { usage_plan_id: bySms, password: PASSWORD, password_confirmation: PASSWORD, tos: '1', ...form },
      asked,
    )
  const resend = (browser: Browser) => browser.post(page('resend_validation_code'), {})

  const target: Target = {
    name: `Gatehouse at ${origin}`,
    client,
    flows: [],
    account,
    login: (browser, login, password) => browser.post(page('login'), { login, password }),
    isSignedIn: async browser => (await browser.send(page('status'))).status === 200,
    inbox: async contact => (await messages()).filter(({ to }) => to === contact).map(({ text }) => text),
    recipients: async () => (await messages()).map(({ to }) => to),
    codeIn: text => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0],
    ...(hasTestClock && {
      async advance(seconds: number) {
        const { status } = await api('POST', '/test_clock', { advance_seconds: seconds })
        if (status !== 200) throw new Error(`the test clock answered ${status}`)
      },
    }),
    pump: {
      // 555-0100 to 555-0199 are fictional in every area code, and unlike +1 555 they are guarded as any number is.
      numbers: Array.from({ length: 100 }, (_, i) => `+12015550${100 + i}`),
      expensive: [
        '+19005550123',
        '+18005550123',
        '+870773111632',
        '+8816123456',
        '+447012345678',
        '+18765550123',
        '+9790123456',
        '55512',
      ],
      start: async (browser, phone) => workFor(browser, await signUp(browser, { phone })),
      resend,
      sendsMax: SENDS_PER_PREFIX_MAX,
    },
    poison: {
      start: (browser, phone, asked, names = '') => signUp(browser, { phone, first_name: names, last_name: names }, asked),
      raw: (browser, body) => raw(browser, bySms, body),
      rawEmail: (browser, body) => raw(browser, byEmail, body),
      contact: freshPhone,
    },
    forgeries,
    async close() {
      for (const path of made) await api('DELETE', path)
      client.close()
    },
  }

  const flow = (
    name: string,
    own: Pick<Flow, 'subject' | 'start' | 'check' | 'isStarted' | 'isApproved'> & Partial<Flow>,
  ): Flow => ({
    resend,
    guessesMax: GUESSES_PER_CONTACT_MAX,
    startsMax: STARTS_PER_HOUR_MAX,
    ...own,
    name,
  })
  const anyone = (contact: string): Subject => ({ contact, typed: contact })
  const bySmsFlow = flow('sign-up by text message', {
    subject: async () => anyone(freshPhone()),
    known: account,
    stranger: () => anyone(freshPhone()),
    start: (browser, { contact }, asked) => signUp(browser, { phone: contact }, asked),
    check: (browser, code) => browser.post(page('validate_account'), { code }),
    isStarted: answer => toPage(answer, 'validate_account'),
    isApproved: answer => PROVEN.test(headerOf(answer, 'location')),
  })
  const reset = flow('password reset', {
    subject: account,
    known: account,
    stranger: () => anyone(freshPhone()),
    start: (browser, { typed }, asked) => browser.post(page('forgot_password'), { login: typed }, asked),
    resend: browser => browser.post(page('resend_validation_code'), { purpose: 'password_reset' }),
    check: (browser, code) => setPassword(browser, NEW_PASSWORD, code),
    isStarted: answer => toPage(answer, 'reset_password'),
    isApproved: isChanged,
  })
  target.flows.push(
    bySmsFlow,
    flow('sign-up by email', {
      ...bySmsFlow,
      subject: async () => anyone(freshEmail()),
      stranger: () => anyone(freshEmail()),
      known: async () => {
        const { email } = await prove({ usage_plan_id: byEmail, email: freshEmail() })
        return anyone(email ?? '')
      },
      start: (browser, { contact }, asked) => signUp(browser, { usage_plan_id: byEmail, email: contact }, asked),
    }),
    reset,
    flow('verification by API', {
      subject: async () => anyone(freshPhone()),
      start: async (browser, { contact }, asked) => {
        const answer = await browser.json('POST', '/api/v1/validations', { channel: 'sms', to: contact }, withKey(asked))
        if (answer.status === 201) browser.notes.set('id', (JSON.parse(answer.text) as { id: string }).id)
        return answer
      },
      resend: browser => browser.json('POST', `/api/v1/validations/${browser.notes.get('id')}/resend`, {}, withKey()),
      check: (browser, code) => browser.json('POST', `/api/v1/validations/${browser.notes.get('id')}/check`, { code }, withKey()),
      isStarted: ({ status }) => status === 201,
      isApproved: ({ text }) => /"status":\s*"approved"/.test(text),
    }),
  )
  if (carrier)
    target.flows.push(
      flow('free text message', {
        // What the carrier's mail gateway gets.
        subject: async () => {
          const typed = freshPhone()
          return { typed, contact: carrier.address_template.replace('{number}', typed.slice(2)) }
        },
        start: (browser, { typed }, asked) =>
          browser.post(page('sms'), { phone: typed, carrier_id: carrier.id, tos: '1' }, asked),
        resend: browser => browser.post(page('resend_validation_code'), { purpose: 'free_sms' }),
        check: (browser, token) => browser.post(page('sms_token'), { token }),
        isStarted: answer => toPage(answer, 'sms_token'),
        isApproved: answer => PROVEN.test(headerOf(answer, 'location')),
      }),
    )
  target.signUp = {
    flow: bySmsFlow,
    start: (browser, { contact, typed }, password, asked) =>
      signUp(browser, { phone: contact, login: typed, password, password_confirmation: password }, asked),
  }
  target.reset = { flow: reset, setPassword, isChanged }
  return target

  /** Solves the puzzle of a page, as its script does, and sends the form again. */
  function workFor(browser: Browser, answer: Answer): Promise<Answer> | Answer {
    const inputOf = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)?.[1] ?? ''
    const puzzle = inputOf('puzzle')
    if (puzzle === '') return answer
    const [, bits, , mac] = puzzle.split('.')
    let number = 0
    while (Math.clz32(hash('sha256', `${mac}:${number}`, 'buffer').readUInt32BE()) < Number(bits)) number++
    return browser.post(page('sign_up'), { puzzle, puzzle_answer: String(number), puzzle_form: inputOf('puzzle_form') })
  }

  function withKey(asked: Asked = {}): Asked {
    return { ...asked, headers: { authorization: `Bearer ${apiKey}`, ...asked.headers } }
  }

  function raw(browser: Browser, plan: string, body: string): Promise<Answer> {
    const rest = new URLSearchParams({ usage_plan_id: plan, password: PASSWORD, password_confirmation: PASSWORD, tos: '1' })
    return browser.post(page('sign_up'), {}, { body: `${rest}&${body}` })
  }

  function setPassword(browser: Browser, password: string, code?: string): Promise<Answer> {
    return browser.post(page('reset_password'), {
      password,
      password_confirmation: password,
      ...(code !== undefined && { code }),
    })
  }

  function isChanged(answer: Answer): boolean {
    return headerOf(answer, 'location').includes('notice=password_changed')
  }

  async function prove(form: { usage_plan_id?: string; phone?: string; email?: string; login?: string }): Promise<typeof form> {
    const browser = client.browser()
    const started = await signUp(browser, form as Record<string, string>)
    if (!bySmsFlow.isStarted(started)) throw new Error(`an account could not be made: the sign-up answered ${started.status}`)
    const code = await readCode(target, form.phone ?? form.email ?? '')
    const checked = await bySmsFlow.check(browser, code)
    if (!bySmsFlow.isApproved(checked)) throw new Error(`an account could not be made: its code was answered ${checked.status}`)
    return form
  }

  async function account(): Promise<Account> {
    const contact = freshPhone()
    const login = `attack-${randomUUID().slice(0, 13)}`
    await prove({ phone: contact, login })
    return { contact, typed: contact, login, password: PASSWORD }
  }

  async function forgeries(): Promise<Forgery[]> {
    const answer = await api('POST', '/sms_gateways', {
      name: `Attack ${randomUUID().slice(0, 8)}`,
      provider: 'twilio',
      from: '+15005550006',
      account_sid: 'AC0123456789abcdef0123456789abcdef',
      auth_token: 'fedcba9876543210fedcba9876543210',
      enabled: false,
    })
    if (answer.status !== 201) throw new Error(`a gateway for forged callbacks could not be made: ${answer.text.slice(0, 200)}`)
    const { id } = JSON.parse(answer.text) as { id: string }
    made.push(`/sms_gateways/${id}`)
    const message = randomUUID()
    const post =
      (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      (browser: Browser) =>
        browser.send(`/hooks/sms/${id}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams(form).toString(),
        })
    const receipt = { MessageSid: 'SM0123456789abcdef0123456789abcdef', MessageStatus: 'delivered', To: '+15555550123' }
    const stop = { From: '+15555550123', To: '+15005550006', Body: 'STOP', OptOutType: 'STOP' }
    return [
      { name: 'a receipt without a signature', send: post(`/${message}`, receipt) },
      {
        name: 'a receipt with a made-up signature',
        send: post(`/${message}`, receipt, { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }),
      },
      { name: 'a receipt with an empty signature', send: post(`/${message}`, receipt, { 'x-twilio-signature': '' }) },
      { name: 'a STOP in the name of a phone', send: post('/inbound', stop) },
      {
        name: 'a receipt for a gateway that is not there',
        send: browser => browser.send(`/hooks/sms/${randomUUID()}/${message}`, { method: 'POST', body: '' }),
      },
      {
        name: 'returned mail with a made-up token',
        send: browser => browser.send(`/hooks/email/${randomUUID()}?t=${'a'.repeat(43)}`, { method: 'POST', body: 'x' }),
      },
    ]
  }
}
