import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { randomBytes } from '../../src/lib/random.ts'

// An authenticator as WebAuthn level 3 has it, in software: makes passkeys on P-256 and signs with them. It does what it is
// told, so that a test can have it do what a real one never would.

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const BACKUP_ELIGIBLE = 0x08
const BACKED_UP = 0x10
const ATTESTED = 0x40

interface Credential {
  id: Buffer
  rpId: string
  userHandle: string
  privateKey: KeyObject
}

export interface SigningManner {
  /** Where the page is that asks; the site’s own unless said. */
  origin?: string
  /** False: no finger, face or PIN was asked for. */
  verifiesUser?: boolean
  /** What it says that it has signed so far; passkeys that are on several devices say 0. */
  counter?: number
}

// biome-ignore lint/suspicious/noExplicitAny: options as the server sent them
type Options = any

export interface Authenticator {
  /** Answers `navigator.credentials.create`. */
  create(options: Options, manner?: SigningManner): Record<string, unknown>
  /** Answers `navigator.credentials.get` with the passkey it has for the site. */
  get(options: Options, manner?: SigningManner): Record<string, unknown>
}

/** A device that keeps passkeys for pages of `origin`. */
export function createAuthenticator(origin: string): Authenticator {
  const credentials: Credential[] = []

  return {
    create({ rp, user, challenge }, manner = {}) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const credential = { id: randomBytes(32), rpId: String(rp.id), userHandle: String(user.id), privateKey }
      credentials.push(credential)
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const cose = new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credential.id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, credential.id, cbor(cose)])
      const authData = authDataOf(credential.rpId, manner, attested)
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return answer(credential.id, {
        clientDataJSON: clientData('webauthn.create', challenge, manner.origin ?? origin).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal', 'hybrid'],
      })
    },

    get({ rpId, challenge, allowCredentials = [] }, manner = {}) {
      const allowed = allowCredentials.map(({ id }: { id: string }) => id)
      const credential = credentials.find(
        known => known.rpId === rpId && (allowed.length === 0 || allowed.includes(known.id.toString('base64url'))),
      )
      if (!credential) throw new Error('the authenticator has no passkey for this')
      const client = clientData('webauthn.get', challenge, manner.origin ?? origin)
      const authData = authDataOf(credential.rpId, manner)
      const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()])
      return answer(credential.id, {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, credential.privateKey).toString('base64url'),
        userHandle: credential.userHandle,
      })
    },
  }
}

function answer(id: Buffer, response: Record<string, unknown>): Record<string, unknown> {
  const text = id.toString('base64url')
  return { id: text, rawId: text, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform', response }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authDataOf(rpId: string, { verifiesUser = true, counter = 0 }: SigningManner, attested?: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head[0] =
    USER_PRESENT | BACKUP_ELIGIBLE | BACKED_UP | (verifiesUser ? USER_VERIFIED : 0) | (attested === undefined ? 0 : ATTESTED)
  head.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), head, attested ?? Buffer.alloc(0)])
}

/** CBOR (RFC 8949) of what is needed here: whole numbers, texts, bytes and maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  const entries = [...(value as Map<unknown, unknown>)]
  return Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, item]) => [cbor(key), cbor(item)])])
}

function cborHead(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n])
  if (n < 256) return Buffer.from([(major << 5) | 24, n])
  return Buffer.from([(major << 5) | 25, n >> 8, n & 0xff])
}
