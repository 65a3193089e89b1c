import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Options } from '@node-rs/argon2'
import { Piscina } from 'piscina'
import { randomBytes } from '../lib/random.ts'
import { AskedLately } from './asked-lately.ts'
import { busy, CrowdLane } from './crowd-lane.ts'

/** In code points, after normalisation (NIST SP 800-63B-4 counts them so). */
const LENGTH_MIN = 8
const LENGTH_MAX = 128

// OWASP's floor for argon2id: 19 MiB, two passes, one lane. The parameters stand in every hash, so they can be raised.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options
const SALT_BYTES = 16

/** A hash that no password is known for: what a guest without an account is compared with. */
const DUMMY_HASH = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`

const THREADS_MAX = Math.min(availableParallelism(), 3)
const IDLE_MS = 60_000
const WAITING_MAX = 64

const WORKER = fileURLToPath(new URL('password-worker.ts', import.meta.url))
/**
 * What a hash gives way by, where the system knows priorities of threads (Linux). One of a guest's own gives way a little: the
 * processor that it has, all other guests and the database wait for. One of the lane gets what nobody else has a use for.
 */
const NICE = { guest: 6, lane: 19 }
const threads = new Piscina<unknown, unknown>({
  filename: WORKER,
  minThreads: 0,
  maxThreads: THREADS_MAX,
  idleTimeout: IDLE_MS,
  // One that is being hashed, and the next.
  concurrentTasksPerWorker: 2,
  niceIncrement: NICE.guest,
})
const laneThread = new Piscina<unknown, unknown>({
  filename: WORKER,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: IDLE_MS,
  niceIncrement: NICE.lane,
})
const askedLately = new AskedLately()
const lane = new CrowdLane()

async function inThread<T>(name: 'hash' | 'verify', task: object, crowd: string | undefined): Promise<T> {
  const runIn = (pool: typeof threads) => pool.run(task, { name }) as Promise<T>
  const asked = crowd === undefined ? 0 : askedLately.add(crowd, performance.now())
  if (asked > 0) return lane.run(asked, () => runIn(laneThread))
  if (threads.queueSize >= WAITING_MAX) throw busy()
  return runIn(threads)
}

/** Throws `busy` where a hash for this crowd would: before work is done that nothing would become of. */
export function refuseIfBusy(crowd: string | undefined): void {
  const asked = crowd === undefined ? 0 : askedLately.of(crowd)
  if (asked > 0) lane.refuseIfFull(asked)
  else if (threads.queueSize >= WAITING_MAX) throw busy()
}

/**
 * Returns the PHC string of an argon2id hash. Throws `busy` when too many wait already. The `crowd` is what the guest has in
 * common with others who may be the same person in disguise: who belongs to one that asked often lately waits behind the rest.
 */
export function hashPassword(password: string, crowd?: string): Promise<string> {
  return inThread('hash', { password: password.normalize('NFC'), options: { ...COST, salt: randomBytes(SALT_BYTES) } }, crowd)
}

/**
 * Says whether the password fits the hash. Without a hash it does the same work and says no. Throws `busy`, and takes a `crowd`,
 * as hashPassword does; a right password is not held against it.
 */
export async function verifyPassword(password: string, stored: string | null, crowd?: string): Promise<boolean> {
  const task = { password: password.normalize('NFC'), stored: stored ?? DUMMY_HASH }
  const isRight = (await inThread<boolean>('verify', task, crowd)) && stored !== null
  if (isRight && crowd !== undefined) askedLately.forgive(crowd)
  return isRight
}

export interface PasswordOwner {
  login?: string | undefined
  /** Email addresses and E.164 numbers. */
  contacts?: readonly string[]
  names?: readonly string[]
}

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'personal'

/** Says what is wrong with a new password, or undefined. No rule of composition: length and not being guessable count. */
export function judgePassword(password: string, owner: PasswordOwner = {}): PasswordFault | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < LENGTH_MIN) return 'too_short'
  if (length > LENGTH_MAX) return 'too_long'
  const plain = fold(password)
  const typed = password.normalize('NFC').toLowerCase()
  if ([typed, plain].some(form => commonPasswords().has(form) || isPattern(form))) return 'common'
  if (isPersonal(plain, owner)) return 'personal'
  return undefined
}

/** Lower case, compatibility forms unified, nothing but letters and digits: `Alice.Smith!` reads `alicesmith`. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** `aaaaaaaa`, `12341234`, `abcdefgh`, `87654321`: one short block repeated, or steps of one. */
function isPattern(text: string): boolean {
  if (/^(.{1,4}?)\1+$/u.test(text)) return true
  const steps = [...text].map((letter, i, all) => (letter.codePointAt(0) ?? 0) - (all[i - 1]?.codePointAt(0) ?? 0)).slice(1)
  return steps.length > 0 && (steps.every(step => step === 1) || steps.every(step => step === -1))
}

const PERSONAL_LENGTH_MIN = 3
/** A login with a year or a few signs after it is still the login. */
const REST_LENGTH_MIN = 5

function isPersonal(plain: string, { login = '', contacts = [], names = [] }: PasswordOwner): boolean {
  const localParts = contacts.map(contact => contact.split('@')[0] ?? '')
  // A number is also known without its country code.
  const nationalForms = contacts.filter(contact => contact.startsWith('+')).map(contact => contact.slice(-7))
  return [login, ...contacts, ...localParts, ...nationalForms, ...names, names.join(' ')].map(fold).some(item => {
    if (item.length < PERSONAL_LENGTH_MIN) return false
    const isPartOfIt = plain.length >= REST_LENGTH_MIN && item.includes(plain)
    return isPartOfIt || (plain.includes(item) && plain.replaceAll(item, '').length < REST_LENGTH_MIN)
  })
}

let common: Set<string> | undefined

/** The bundled list, read when the first password is judged. */
function commonPasswords(): Set<string> {
  if (!common) {
    const text = readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8')
    common = new Set(
      text
        .slice(text.indexOf('\n----') + 1)
        .split('\n')
        .slice(1),
    )
    common.delete('')
  }
  return common
}
