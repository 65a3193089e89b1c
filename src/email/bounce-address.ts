import { equalInConstantTime, type Keys } from '../lib/keys.ts'
import { isEmailAddress } from './address.ts'

// Each message has a return address of its own (VERP): whatever comes back to it is about that message, however badly it
// is written. The MAC makes sure that only who was sent the mail, or carried it, can say something about it.

/** Base32 (RFC 4648) in lower case: a mail server may change the case of an address on its way. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const MAC_BYTES = 10
const TOKEN_LENGTH = Math.ceil(((16 + MAC_BYTES) * 8) / 5)
/** What RFC 5321 allows before the @, less a plus sign and a token. */
const NAME_LENGTH_MAX = 64 - 1 - TOKEN_LENGTH
const ADDRESS_LENGTH_MAX = 254 - 1 - TOKEN_LENGTH
/** Each costs a MAC, and who sends a bounce decides how many there are. */
const CANDIDATES_MAX = 20

/** What keeps an address from being a bounce address, as a sentence; undefined: nothing. */
export function bounceAddressProblem(address: string): string | undefined {
  if (!isEmailAddress(address)) return 'Must be one address such as bounces@example.com.'
  const name = address.slice(0, address.lastIndexOf('@'))
  if (name.includes('+')) return 'Must have no + before the @: Gatehouse puts one there, followed by a token for each message.'
  if (name.length > NAME_LENGTH_MAX || address.length > ADDRESS_LENGTH_MAX)
    return `Must have at most ${NAME_LENGTH_MAX} characters before the @, so that there is room for the token.`
  return undefined
}

/** The return address of one message: `bounces+TOKEN@example.com`. */
export function bounceAddressFor(keys: Keys, bounceAddress: string, messageId: string): string {
  const at = bounceAddress.lastIndexOf('@')
  return `${bounceAddress.slice(0, at)}+${tokenFor(keys, messageId)}${bounceAddress.slice(at)}`
}

/** The id of the message whose return address a text holds, an address or a whole mail; undefined when there is none of ours. */
export function findBouncedMessage(keys: Keys, text: string): string | undefined {
  let candidates = 0
  for (const [, found = ''] of text.matchAll(/\+([a-z2-7]{42})@/gi)) {
    if (candidates++ === CANDIDATES_MAX) return undefined
    const token = found.toLowerCase()
    const messageId = idIn(token)
    if (keys.all.some(key => equalInConstantTime(token, tokenFor(key, messageId)))) return messageId
  }
  return undefined
}

/** What a mail server's URL for bounces ends with. */
export function bounceHookToken(keys: Keys, mailServerId: string): string {
  return keys.bounceMac(`hook ${mailServerId}`).toString('base64url')
}

function tokenFor(keys: Keys, messageId: string): string {
  const mac = keys.bounceMac(`address ${messageId}`).subarray(0, MAC_BYTES)
  return encode(Buffer.concat([Buffer.from(messageId.replaceAll('-', ''), 'hex'), mac]))
}

function idIn(token: string): string {
  const hex = decode(token).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

function encode(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function decode(text: string): Buffer {
  const bits = [...text].map(letter => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
