/** What a search is for. */
export interface SearchTerms {
  /** LIKE patterns for a text in lower case. */
  patterns: string[]
  /** The text as a value of its own: an error code, a provider's message id. */
  wholes: string[]
  /** Set if it is an id of ours. */
  id: string | undefined
}

/** What is left of a national number without its leading zero is looked for only from so many digits on. */
const NATIONAL_DIGITS_MIN = 6
const NUMBER = /^\+?[\d\s().\-/\u2010-\u2015]+$/
const DIGITS_MIN = 3
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads what somebody typed who looks for a guest: a number with blanks and dashes, in international or national form, or
 * only digits of it; a part of an address or name; or a whole id or code.
 */
export function readSearchTerms(q: string): SearchTerms {
  // A plus sign that a caller forgot to escape arrives as a blank.
  const text = q.replace(/^ (?=\d)/, '+').trim()
  const lower = text.toLowerCase()
  const parts = new Set([lower])
  for (const digits of NUMBER.test(text) ? digitsOf(text) : []) parts.add(digits)
  return {
    patterns: [...parts].map(part => `%${part.replace(/[\\%_]/g, '\\$&')}%`),
    wholes: [...new Set([text, lower, text.toUpperCase()])],
    id: UUID.test(lower) ? lower : undefined,
  }
}

/** The digits as E.164 may have them: without 00 before the country code, or the zero before a national number. */
function digitsOf(text: string): string[] {
  // Between a country code and a number: +44 (0) 7912 345678.
  const digits = text.replace(/\(0\)/, '').replace(/\D/g, '')
  if (digits.length < DIGITS_MIN) return []
  const national = digits.replace(/^(00|011|0)/, '')
  return national.length >= NATIONAL_DIGITS_MIN ? [digits, national] : [digits]
}
