import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { randomBytes } from './random.ts'

/** First byte of what is encrypted: with this one, four bytes say which key it needs. */
const WITH_KEY_ID = 2
/** Of before keys had ids. */
const WITHOUT_KEY_ID = 1
const KEY_ID_BYTES = 4
const IV_BYTES = 12
const TAG_BYTES = 16
const LINK_MAC_BYTES = 16

/** What is derived from the installation's secret key. One purpose, one key (HKDF-SHA-256, RFC 5869). */
export interface Keys {
  /** Eight hex digits that tell this key from others. They are derived from it as every key is, so they tell nothing else. */
  readonly id: string
  /** Each key that is in use by itself, the newest first: what was made before a rotation is good with one of them. */
  readonly all: readonly Keys[]
  /** Encrypts with AES-256-GCM. `context` names where the text belongs; it only decrypts with the same one. */
  encrypt(text: string, context: string): Buffer
  /** Decrypts with whichever key it needs. Throws when that is none of these. */
  decrypt(encrypted: Buffer, context: string): string
  /** HMAC-SHA-256 under the key for one-time codes. */
  codeMac(data: string | Buffer): Buffer
  /** HMAC-SHA-256 under the key for what comes back about mail: bounce addresses and the URLs that take bounces. */
  bounceMac(data: string): Buffer
  /** A secret for an address that we hand out, 128 bits as base64url: whoever knows it was told it by us. */
  linkMac(data: string): string
  /** HMAC-SHA-256 under the key for the audit trail. */
  auditMac(data: Buffer): Buffer
}

/** The secret keys as they are configured; each has at least 32 bytes. */
export interface SecretKeys {
  current: string
  /** Still read with, while secrets are encrypted anew. */
  previous?: string | undefined
}

/** Keys that can be exchanged while they are in use. */
export interface KeyRing extends Keys {
  /** Takes other keys. Writes with the one that has the id `writeWith`; without it, or when there is none, with the newest. */
  hold(secrets: SecretKeys, writeWith?: string): void
}

/** Derives the keys. */
export function createKeys(secret: string, previous?: string): KeyRing {
  let all: Keys[] = []
  let writing: Keys
  const hold = (secrets: SecretKeys, writeWith?: string) => {
    const newest = deriveKeys(secrets.current)
    all = secrets.previous === undefined ? [newest] : [newest, deriveKeys(secrets.previous)]
    writing = all.find(key => key.id === writeWith) ?? newest
  }
  hold({ current: secret, previous })
  return {
    get id() {
      return writing.id
    },
    get all() {
      return all
    },
    hold,
    encrypt: (text, context) => writing.encrypt(text, context),
    decrypt(encrypted, context) {
      const id = keyIdOf(encrypted)
      const fitting = id === undefined ? all : all.filter(key => key.id === id)
      for (const key of fitting) {
        try {
          return key.decrypt(encrypted, context)
        } catch (error) {
          if (key === fitting.at(-1)) throw error
        }
      }
      throw new Error(`a secret was encrypted with the unknown key ${id}`)
    },
    codeMac: data => writing.codeMac(data),
    bounceMac: data => writing.bounceMac(data),
    linkMac: data => writing.linkMac(data),
    auditMac: data => writing.auditMac(data),
  }
}

function deriveKeys(secret: string): Keys {
  const bytes = (info: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', `gatehouse ${info}`, length))
  // Key objects: handing over raw bytes at each call costs six times the MAC itself.
  const derive = (info: string) => createSecretKey(bytes(info, 32))
  const encryptionKey = derive('secrets at rest')
  const codeKey = derive('one-time codes')
  const bounceKey = derive('bounces')
  const linkKey = derive('links')
  const auditKey = derive('audit trail')
  const idBytes = bytes('key id', KEY_ID_BYTES)
  const keys: Keys = {
    id: idBytes.toString('hex'),
    get all() {
      return [keys]
    },
    // form (1 byte), key id (4), IV, tag, ciphertext
    encrypt(text, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv).setAAD(Buffer.from(context))
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([WITH_KEY_ID]), idBytes, iv, cipher.getAuthTag(), encrypted])
    },
    decrypt(encrypted, context) {
      const ivAt = encrypted[0] === WITH_KEY_ID ? 1 + KEY_ID_BYTES : 1
      const tagAt = ivAt + IV_BYTES
      const textAt = tagAt + TAG_BYTES
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, encrypted.subarray(ivAt, tagAt), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(context)).setAuthTag(encrypted.subarray(tagAt, textAt))
      return decipher.update(encrypted.subarray(textAt)).toString('utf8') + decipher.final('utf8')
    },
    codeMac: data => createHmac('sha256', codeKey).update(data).digest(),
    bounceMac: data => createHmac('sha256', bounceKey).update(data).digest(),
    linkMac: data => createHmac('sha256', linkKey).update(data).digest().subarray(0, LINK_MAC_BYTES).toString('base64url'),
    auditMac: data => createHmac('sha256', auditKey).update(data).digest(),
  }
  return keys
}

/** The id of the key that a stored secret needs; undefined where it was stored before keys had ids. Throws on anything else. */
export function keyIdOf(encrypted: Buffer): string | undefined {
  if (encrypted[0] === WITHOUT_KEY_ID) return undefined
  if (encrypted[0] !== WITH_KEY_ID) throw new Error(`a secret is stored in the unknown form ${encrypted[0]}`)
  return encrypted.toString('hex', 1, 1 + KEY_ID_BYTES)
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
