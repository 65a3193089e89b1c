import { hash } from 'node:crypto'
import { addSeconds } from '../lib/clock.ts'
import { equalInConstantTime, type Keys } from '../lib/keys.ts'
import { randomToken } from '../lib/random.ts'

// A proof of work in the manner of hashcash: finding a number whose hash begins with so many zero bits takes a browser a
// second or two, checking it takes one hash. Nobody else's server is asked, so it works before a guest is online.

const LIFETIME_S = 300
const BITS_MAX = 24
const SHAPE = /^(\d{10})\.(\d{1,2})\.([\w-]{12})\.([\w-]{22})$/
const ANSWER = /^\d{1,12}$/

/** Whom a puzzle is for and what for: it is worth nothing to another browser or on another page. */
export interface PuzzleFor {
  device: string
  page: string
}

/** Makes a puzzle that only this installation can have made. `excess`: by how much the budget is exceeded, as a multiple of it. */
export function makePuzzle(keys: Keys, whom: PuzzleFor, options: { bits: number; excess: number; now: Date }): string {
  const expiresS = Math.floor(addSeconds(options.now, LIFETIME_S).getTime() / 1000)
  const bits = Math.min(BITS_MAX, options.bits + Math.floor(Math.log2(1 + Math.max(0, options.excess))))
  const start = `${expiresS}.${bits}.${randomToken(9)}`
  return `${start}.${macOf(keys, start, whom)}`
}

/** Checks an answer. Returns what must be spent, once, for it to count; undefined: it is wrong, too late, or another's. */
export function checkPuzzle(
  keys: Keys,
  whom: PuzzleFor,
  given: { puzzle: string; answer: string; now: Date },
): { id: string; expiresAt: Date } | undefined {
  const [, expiresS, bits, random, mac = ''] = SHAPE.exec(given.puzzle) ?? []
  if (!random || !ANSWER.test(given.answer)) return undefined
  const start = `${expiresS}.${bits}.${random}`
  if (!keys.all.some(key => equalInConstantTime(macOf(key, start, whom), mac))) return undefined
  const expiresAt = new Date(Number(expiresS) * 1000)
  if (expiresAt <= given.now || zeroBitsOf(hash('sha256', `${mac}:${given.answer}`, 'buffer')) < Number(bits)) return undefined
  return { id: random, expiresAt }
}

function macOf(keys: Keys, start: string, { device, page }: PuzzleFor): string {
  return keys.linkMac(`puzzle ${start} ${device} ${page}`)
}

function zeroBitsOf(bytes: Buffer): number {
  return Math.clz32(bytes.readUInt32BE())
}
