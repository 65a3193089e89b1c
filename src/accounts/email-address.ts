import { domainToASCII } from 'node:url'

const LENGTH_MAX = 254
const LOCAL_PART_LENGTH_MAX = 64
/** Dot-atom of RFC 5322 §3.2.3: no quoted local parts, so nothing that a mail server could read in two ways. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/** Reads an email address and returns it in lower case with its domain in ASCII. Undefined: it is none. */
export function parseEmailAddress(input: string): string | undefined {
  const text = input.normalize('NFKC').trim().toLowerCase()
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > LENGTH_MAX) return undefined
  const localPart = text.slice(0, at)
  // A URL parser stops at these: what is left would be another domain.
  if (/[\s/\\?#:@%]/.test(text.slice(at + 1))) return undefined
  const domain = domainToASCII(text.slice(at + 1))
  const address = `${localPart}@${domain}`
  const valid = localPart.length <= LOCAL_PART_LENGTH_MAX && LOCAL_PART.test(localPart) && DOMAIN.test(domain)
  return valid && address.length <= LENGTH_MAX ? address : undefined
}
