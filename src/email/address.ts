// RFC 5321 allows more in a mailbox (quotes, comments, other scripts before the @); nothing of it reaches a guest in
// practice, and each is a way to smuggle in a second recipient.
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/iu
const ADDRESS_LENGTH_MAX = 254

export interface Mailbox {
  name: string
  address: string
}

/** Says whether a text is exactly one plain email address: no name, no list, no white space, no control character. */
export function isEmailAddress(text: string): boolean {
  return text.length <= ADDRESS_LENGTH_MAX && ADDRESS.test(text) && !text.startsWith('.') && !/\.\.|\.@/.test(text)
}

/** Reads a sender: `wifi@example.com` or `Hotel Wi-Fi <wifi@example.com>`. Undefined: it is neither. */
export function parseMailbox(text: string): Mailbox | undefined {
  const [, quoted, plain, bracketed] = /^(?:"([^"\p{Cc}]*)"|([^"<>,;\p{Cc}]*?)) *<([^<>\s]+)>$/u.exec(text.trim()) ?? []
  const address = bracketed ?? text.trim()
  return isEmailAddress(address) ? { name: (quoted ?? plain ?? '').trim(), address } : undefined
}
