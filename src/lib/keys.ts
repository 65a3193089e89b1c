import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { randomBytes } from './random.ts'

const KEY_ID = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const LINK_MAC_BYTES = 16

/** What is derived from the installation's secret key. One purpose, one key (HKDF-SHA-256, RFC 5869). */
export interface Keys {
  /** Encrypts with AES-256-GCM. `context` names where the text belongs; it only decrypts with the same one. */
  encrypt(text: string, context: string): Buffer
  decrypt(encrypted: Buffer, context: string): string
  /** HMAC-SHA-256 under the key for one-time codes. */
  codeMac(data: string | Buffer): Buffer
  /** HMAC-SHA-256 under the key for what comes back about mail: bounce addresses and the URLs that take bounces. */
  bounceMac(data: string): Buffer
  /** A secret for an address that we hand out, 128 bits as base64url: whoever knows it was told it by us. */
  linkMac(data: string): string
}

/** Derives the keys. `secret` has at least 32 bytes. */
export function createKeys(secret: string): Keys {
  // Key objects: handing over raw bytes at each call costs six times the MAC itself.
  const derive = (info: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `gatehouse ${info}`, 32)))
  const encryptionKey = derive('secrets at rest')
  const codeKey = derive('one-time codes')
  const bounceKey = derive('bounces')
  const linkKey = derive('links')
  return {
    // key id (1 byte), IV, tag, ciphertext
    encrypt(text, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv).setAAD(Buffer.from(context))
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([KEY_ID]), iv, cipher.getAuthTag(), encrypted])
    },
    decrypt(encrypted, context) {
      if (encrypted[0] !== KEY_ID) throw new Error(`a secret was encrypted with the unknown key ${encrypted[0]}`)
      const iv = encrypted.subarray(1, 1 + IV_BYTES)
      const tag = encrypted.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, iv).setAAD(Buffer.from(context)).setAuthTag(tag)
      return decipher.update(encrypted.subarray(1 + IV_BYTES + TAG_BYTES)).toString('utf8') + decipher.final('utf8')
    },
    codeMac: data => createHmac('sha256', codeKey).update(data).digest(),
    bounceMac: data => createHmac('sha256', bounceKey).update(data).digest(),
    linkMac: data => createHmac('sha256', linkKey).update(data).digest().subarray(0, LINK_MAC_BYTES).toString('base64url'),
  }
}

/** SHA-256 of an unguessable token: what is stored of session cookies and API keys. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/** Compares two strings in a time that tells nothing but their lengths. */
export function equalInConstantTime(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
