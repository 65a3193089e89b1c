import type { Keys } from '../lib/keys.ts'
import { randomBytes } from '../lib/random.ts'
import { CODE_DIGITS } from './rules.ts'

/** What a code is derived from. */
export interface CodeSource {
  id: string
  purpose: string
  contact: string
  seed: Buffer
  generation: number
  code_length: number
}

const SHAPE = new RegExp(`^[0-9]{${CODE_DIGITS}}$`)
const SEED_BYTES = 32
const KEY_ID_BYTES = 4
const CHUNK_BYTES = 6
const CHUNK_VALUES = 2 ** (8 * CHUNK_BYTES)

/** What makes one code unlike all others. It begins with the id of the key that its codes are derived from, and tells nothing else. */
export function createSeed(keys: Keys): Buffer {
  const seed = randomBytes(SEED_BYTES)
  seed.write(keys.id, 'hex')
  return seed
}

// A seed from before keys had ids belongs to the oldest.
function keyOf(keys: Keys, seed: Buffer): Keys {
  const id = seed.toString('hex', 0, KEY_ID_BYTES)
  return keys.all.find(key => key.id === id) ?? keys.all.at(-1) ?? keys
}

/**
 * Derives the code of a validation: uniform digits by rejection sampling from HMAC-SHA-256 (RFC 2104) under the installation's key.
 * So neither a code nor a hash of one is stored anywhere, and a resend repeats the same code without keeping it. The key is
 * the one that the seed was made with, so that a code outlives a rotation.
 */
export function deriveCode(keys: Keys, source: CodeSource): string {
  const values = 10 ** source.code_length
  const limit = CHUNK_VALUES - (CHUNK_VALUES % values)
  const key = keyOf(keys, source.seed)
  for (let round = 0; ; round++) {
    const mac = key.codeMac(
      `${source.id}|${source.purpose}|${source.contact}|${source.seed.toString('hex')}|${source.generation}|${round}`,
    )
    for (let at = 0; at + CHUNK_BYTES <= mac.length; at += CHUNK_BYTES) {
      const value = mac.readUIntBE(at, CHUNK_BYTES)
      if (value < limit) return String(value % values).padStart(source.code_length, '0')
    }
  }
}

/** Brings what a person typed to digits: spaces and dashes count for nothing. Undefined: it cannot be a code. */
export function readCode(typed: string): string | undefined {
  if (typed.length > 64) return undefined
  const code = typed.normalize('NFKC').replace(/[\s\-\u2010-\u2015]/g, '')
  return SHAPE.test(code) ? code : undefined
}
