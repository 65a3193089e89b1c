import { createRequire } from 'node:module'
import type { Limits } from '../catalogue.ts'

// Contacts that are made to be thrown away: mail services that give an address to anybody for minutes, and numbers that the
// operator has met before. A hint, never a proof, so what it entails is the operator's to say.

type DisposableMode = Limits['disposable_email']

/** What an operator is shown of a contact. */
type Signal = 'disposable_email' | 'disposable_phone'

/** Under these anybody registers a name, and the list has each of them as if it were one mail service. */
const REGISTRIES = new Set(['edu.pl', 'my.id', 'web.id', 'za.com'])

const require = createRequire(import.meta.url)
let listed: ReadonlySet<string> | undefined

/** 121,000 domains, 25 MB: read when an operator has asked for it. */
function listedDomains(): ReadonlySet<string> {
  listed ??= new Set<string>([...require('disposable-email-domains'), ...require('disposable-email-domains/wildcard.json')])
  return listed
}

/** What holds for a contact, an E.164 number or an address in lower case: `off` where it is on no list. Knows no account. */
export function disposableMode(contact: string, limits: Limits): DisposableMode {
  const isEmail = contact.includes('@')
  const mode = isEmail ? limits.disposable_email : limits.disposable_phone
  if (mode === 'off') return 'off'
  return (isEmail ? isDisposableAddress(contact, limits) : isDisposableNumber(contact, limits)) ? mode : 'off'
}

/** The signals of a contact, or of an account's; none where the operator has not asked for them. */
export function signalsOf(contacts: (string | null)[], limits: Limits): Signal[] {
  return contacts
    .filter(contact => contact !== null && disposableMode(contact, limits) !== 'off')
    .map(contact => signalOf(contact ?? ''))
}

export function signalOf(contact: string): Signal {
  return contact.includes('@') ? 'disposable_email' : 'disposable_phone'
}

/** Of a domain and those above it, the first that is on a list decides; an exception goes before. */
function isDisposableAddress(address: string, limits: Limits): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (limits.disposable_email_exceptions.includes(rest)) return false
    if (limits.disposable_email_domains.includes(rest)) return true
    if (listedDomains().has(rest) && (rest === domain || !REGISTRIES.has(rest))) return true
  }
  return false
}

function isDisposableNumber(number: string, { disposable_phone_prefixes }: Limits): boolean {
  return disposable_phone_prefixes.some(entry => {
    const [from = '', to] = entry.split('-')
    // Of one length, numbers have the order of their texts.
    return to === undefined ? number.startsWith(from) : number.length === from.length && number >= from && number <= to
  })
}
