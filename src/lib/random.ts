import { randomFillSync } from 'node:crypto'

// The only source of randomness. Bytes are drawn in blocks, since one call to the kernel an id shows under load.
const block = Buffer.alloc(4096)
let used = block.length

/** Returns `n` (at most 4096) unpredictable bytes. */
export function randomBytes(n: number): Buffer {
  if (used + n > block.length) {
    randomFillSync(block)
    used = 0
  }
  const bytes = Buffer.from(block.subarray(used, used + n))
  block.fill(0, used, used + n)
  used += n
  return bytes
}

/** Returns an unguessable token of `bytes` random bytes (default 32) in base64url. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

/** Returns a number in [0, 1), for jitter. */
export function randomFraction(): number {
  return randomBytes(4).readUInt32BE() / 0x1_0000_0000
}

/** Returns a UUID version 7 (RFC 9562): ids made later sort later, to the millisecond; 74 bits are random. */
export function uuidv7(now: Date): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  randomBytes(10).copy(bytes, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
