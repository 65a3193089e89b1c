import { argon2 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { AppError } from '../errors.ts'
import { createBoundedPool } from '../lib/bounded-pool.ts'
import { equalInConstantTime } from '../lib/keys.ts'
import { randomBytes } from '../lib/random.ts'

/** In code points, after normalisation (NIST SP 800-63B-4 counts them so). */
const LENGTH_MIN = 8
const LENGTH_MAX = 128

// OWASP's floor for argon2id: 19 MiB, two passes, one lane. The parameters stand in every hash, so they can be raised.
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const SALT_BYTES = 16
const HASH_BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** A hash that no password is known for: what a guest without an account is compared with. */
const DUMMY_HASH = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`

// libuv has four threads for everything that blocks: one is left for the rest.
const POOL_SIZE = Math.min(availableParallelism(), 3)
const QUEUE_MAX = 64
const BUSY_RETRY_AFTER_S = 2

const inPool = createBoundedPool({
  size: POOL_SIZE,
  queueMax: QUEUE_MAX,
  full: () => new AppError('busy', 'Too many sign-ins at once. Try again in a moment.', { retryAfterS: BUSY_RETRY_AFTER_S }),
})

interface Cost {
  memory: number
  passes: number
  parallelism: number
}

function derive(password: string, salt: Buffer, cost: Cost, bytes: number): Promise<Buffer> {
  const options = { message: password.normalize('NFC'), nonce: salt, tagLength: bytes, ...cost }
  return inPool(
    () =>
      new Promise((resolve, reject) => {
        argon2('argon2id', options, (error, key) => (error ? reject(error) : resolve(key)))
      }),
  )
}

/** Returns the PHC string of an argon2id hash. Throws `busy` when too many wait already. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES }, HASH_BYTES)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(hash)}`
}

/** Says whether the password fits the hash. Without a hash it does the same work and says no. Throws `busy` as hashPassword does. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = PHC.exec(hash ?? DUMMY_HASH)
  if (!parts) throw new Error('a stored password hash is not an argon2id PHC string')
  const [, memory, passes, parallelism, salt = '', expected = ''] = parts
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const bytes = Buffer.from(expected, 'base64').length
  const derived = await derive(password, Buffer.from(salt, 'base64'), cost, bytes)
  return equalInConstantTime(base64(derived), expected) && hash !== null
}

// PHC strings carry base64 without padding.
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
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
