import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Connection, connectTo } from './client.ts'
import type { FakeTwilio } from './fake-twilio.ts'
import { AUTHORIZATION } from './gatehouse.ts'
import { randomNumber } from './numbers.ts'

// What the guests of part `hostile` do. Each is one arrival; how many requests that makes is said with each.

/** Where everything is, as hostile.ts has set it up. */
export interface Place {
  origin: string
  fake: FakeTwilio
  portalId: string
  /** Its gateway may spend little. */
  poorPortalId: string
  slug: string
  planId: string
}

/** What has been seen: times of honest guests, and what became of everybody. */
export interface Seen {
  startMs: Record<'api' | 'portal', number[]>
  checkMs: Record<'api' | 'portal', number[]>
  requests: number
  /** How often each thing happened to each kind of guest. */
  counts: Map<string, Map<string, number>>
}

/** People behind one address, as in a hotel. */
const SITES = 200
const THINK_MIN_MS = 1_000
const THINK_MAX_MS = 5_000
/** One honest guest in so many mistypes the code once. */
const MISTYPES_ONE_IN = 10
const JSON_HEADERS = { ...AUTHORIZATION, 'content-type': 'application/json' }
const FORM = 'application/x-www-form-urlencoded'
const PASSWORD = 'lantern over the quay'

const site = (i: number) => `100.64.${i >> 8}.${(i & 255) + 1}`
const randomAddress = () => `198.${18 + randomInt(2)}.${randomInt(256)}.${randomInt(1, 255)}`
const randomCode = () => String(randomInt(1_000_000)).padStart(6, '0')
const other = (code: string) => (code === '000000' ? '000001' : '000000')

/** Keeps connections that nobody uses at the moment, as many as were ever needed at once. */
export function createPool(origin: string) {
  const idle: Connection[] = []
  const all: Connection[] = []
  return {
    async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
      let connection = idle.pop()
      if (!connection) {
        connection = connectTo(origin)
        all.push(connection)
      }
      try {
        return await work(connection)
      } finally {
        idle.push(connection)
      }
    },
    close: () => Promise.all(all.map(connection => connection.close())),
    get size() {
      return all.length
    },
  }
}

export type Kind = keyof ReturnType<typeof createGuests>

/** Under which name a guest is counted who met an error: an answer that none expects, or none, or no code within 10 s. */
export const COUNTED_AS: Record<Kind, string> = {
  honestApi: 'honest, REST',
  honestPortal: 'honest, portal',
  pumping: 'pumping one prefix',
  guessing: 'guessing codes',
  sameContact: 'one contact again and again',
  spending: 'spending',
  enumerating: 'wrong passwords',
  rotating: 'sign-ups from ever new addresses',
}

/** Notes what became of a guest. */
export function count(seen: Seen, name: string, what: string): void {
  const counts = seen.counts.get(name) ?? new Map<string, number>()
  seen.counts.set(name, counts)
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

export function createGuests(place: Place, seen: Seen, pool: ReturnType<typeof createPool>) {
  const { fake, slug } = place
  let guests = 0

  const became = (kind: Kind, what: string) => count(seen, COUNTED_AS[kind], what)
  const post = (path: string, headers: Record<string, string>, body: string) => {
    seen.requests++
    return pool.use(connection => connection.post(path, headers, body))
  }
  const form = (page: string, fields: Record<string, string>, from: { address: string; cookie?: string }) =>
    post(
      `/portal/${slug}/${page}`,
      { 'content-type': FORM, 'x-forwarded-for': from.address, cookie: from.cookie ?? '' },
      new URLSearchParams(fields).toString(),
    )

  async function start(
    to: string,
    who: { address: string; device: string },
    portalId = place.portalId,
  ): Promise<{ id: string } | { refusedBy: string }> {
    const asked = { channel: 'sms', to, splash_portal_id: portalId, client_ip: who.address, device: who.device }
    const { status, text } = await post('/api/v1/validations', JSON_HEADERS, JSON.stringify(asked))
    if (status === 201) return { id: (JSON.parse(text) as { id: string }).id }
    return { refusedBy: status === 429 ? (JSON.parse(text) as { limit: string }).limit : `status ${status}` }
  }
  async function isApproved(id: string, code: string): Promise<boolean> {
    const { status, text } = await post(`/api/v1/validations/${id}/check`, JSON_HEADERS, JSON.stringify({ code }))
    if (status !== 200) throw new Error(`a check answered ${status}`)
    return text.includes('approved')
  }
  const signUpForm = (phone: string) => ({
    usage_plan_id: place.planId,
    phone,
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })

  /** Waits as people do; answers when the guest wanted to go on. */
  async function think(): Promise<number> {
    const due = performance.now() + randomInt(THINK_MIN_MS, THINK_MAX_MS)
    await sleep(due - performance.now())
    return due
  }

  return {
    /** A number never used before, asked for over the REST API, its code entered some seconds later: 2 requests, or 3. */
    async honestApi(due: number) {
      const to = randomNumber()
      const arrival = fake.arrivalTo(to)
      arrival.catch(() => undefined)
      const started = await start(to, { address: site(randomInt(SITES)), device: `guest-${guests++}` })
      if ('refusedBy' in started) return became('honestApi', `start refused: ${started.refusedBy}`)
      seen.startMs.api.push(performance.now() - due)
      const { code } = await arrival
      if (randomInt(MISTYPES_ONE_IN) === 0) {
        await think()
        if (await isApproved(started.id, other(code))) throw new Error('a wrong code was approved')
      }
      const dueNext = await think()
      const approved = await isApproved(started.id, code)
      seen.checkMs.api.push(performance.now() - dueNext)
      became('honestApi', approved ? 'served' : 'right code refused')
    },

    /** The same at a splash portal: account with password, code, signed in. 2 requests, or 3. */
    async honestPortal(due: number) {
      const to = randomNumber()
      const arrival = fake.arrivalTo(to)
      arrival.catch(() => undefined)
      const address = site(randomInt(SITES))
      const answer = await form('sign_up', signUpForm(to), { address })
      if (answer.status !== 303) return became('honestPortal', `start refused: ${answer.status}`)
      seen.startMs.portal.push(performance.now() - due)
      const cookie = cookieOf(answer)
      const { code } = await arrival
      if (randomInt(MISTYPES_ONE_IN) === 0) {
        await think()
        await form('validate_account', { code: other(code) }, { address, cookie })
      }
      const dueNext = await think()
      const checked = await form('validate_account', { code }, { address, cookie })
      seen.checkMs.portal.push(performance.now() - dueNext)
      became('honestPortal', checked.status === 303 ? 'served' : `right code refused: ${checked.status}`)
    },

    /** Numbers of one prefix that somebody earns by, from 3,000 addresses, never entered: 1 request. */
    async pumping() {
      const to = `+4474001${String(20_000 + randomInt(10_000))}`
      const n = randomInt(3_000)
      const started = await start(to, { address: `198.51.${n >> 8}.${n & 255}`, device: `pump-${guests++}` })
      became('pumping', 'id' in started ? 'sent' : `refused: ${started.refusedBy}`)
    },

    /** A code for one of 300 strangers' numbers, then three guesses at once, from 40 addresses, ten of them honest sites: 1 or 3 requests. */
    async guessing() {
      const guesser = guessers[randomInt(guessers.length)] as (typeof guessers)[number]
      if (guesser.id === undefined || guesser.guesses >= 6) {
        const started = await start(victims[randomInt(victims.length)] as string, guesser)
        if ('id' in started) Object.assign(guesser, { id: started.id, guesses: 0 })
        // A limit of the browser is met by a new browser.
        else if (started.refusedBy === 'device') guesser.device = `guesser-${guests++}`
        return became('guessing', 'id' in started ? 'sent' : `refused: ${started.refusedBy}`)
      }
      guesser.guesses += 3
      const { id } = guesser
      const results = await Promise.all([0, 1, 2].map(() => isApproved(id, randomCode())))
      for (const hit of results) became('guessing', hit ? 'guessed a code' : 'check refused')
    },

    /** One of five numbers, again and again, at a portal whose gateway may spend little: 1 request. */
    async sameContact() {
      const started = await start(
        `+44740020000${randomInt(5)}`,
        { address: randomAddress(), device: `same-${guests++}` },
        place.poorPortalId,
      )
      became('sameContact', 'id' in started ? 'sent' : `refused: ${started.refusedBy}`)
    },

    /** Codes for ever new numbers at a portal whose gateway may spend little: 1 request. */
    async spending() {
      const to = randomNumber()
      const started = await start(to, { address: randomAddress(), device: `spend-${guests++}` }, place.poorPortalId)
      became('spending', 'id' in started ? 'taken' : `refused: ${started.refusedBy}`)
    },

    /** A wrong password, or a password reset, for a login that may exist, from 500 addresses: 1 request. */
    async enumerating() {
      const address = `203.0.${randomInt(2)}.${randomInt(1, 251)}`
      const login = randomInt(2) === 0 ? `guest${randomInt(400)}` : (victims[randomInt(victims.length)] as string)
      const isReset = randomInt(2) === 0
      const answer = isReset
        ? await form('forgot_password', { login }, { address })
        : await form('login', { login, password: 'a wrong password' }, { address })
      count(seen, isReset ? 'resets for strangers' : COUNTED_AS.enumerating, outcomeOf(answer))
    },

    /** Sign-ups at the portal from ever new addresses, for numbers of 30 prefixes, never entered: 1 request. */
    async rotating() {
      const phone = `+44750${String(1_000 + randomInt(30)).slice(1)}${String(randomInt(10_000)).padStart(4, '0')}`
      const answer = await form('sign_up', signUpForm(phone), { address: randomAddress() })
      became('rotating', outcomeOf(answer))
    },
  }
}

const victims = Array.from({ length: 300 }, () => randomNumber())
const guessers: { id?: string; guesses: number; address: string; device: string }[] = Array.from({ length: 120 }, (_, i) => ({
  guesses: 0,
  address: i % 4 === 0 ? site(i / 4 < 10 ? i / 4 : 0) : `192.0.2.${i % 30}`,
  device: `guesser-first-${i}`,
}))

function outcomeOf({ status }: Answer): string {
  if (status === 429) return 'refused: limit'
  if (status === 503) return 'refused: busy'
  return status === 303 ? 'taken' : status === 422 ? 'wrong' : `status ${status}`
}

function cookieOf({ headers }: Answer): string {
  return [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
}
