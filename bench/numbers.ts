import { randomInt } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

// British mobiles: +44 7400 000000 to +44 7599 999999. Contacts have budgets, so every flow needs a number of its own.
const FIRST = 447_400_000_000
const COUNT = 200_000_000
/** libphonenumber's patterns for these ranges end at the thousand: one look a block is enough. */
const BLOCK = 1_000

let next = FIRST + randomInt(COUNT / BLOCK) * BLOCK

/** Returns a mobile number (E.164) that was never returned before and that libphonenumber takes for one. */
export function freshNumber(): string {
  while (next % BLOCK === 0 && !isMobile(`+${next}`)) skipTo(next + BLOCK)
  const number = `+${next}`
  skipTo(next + 1)
  return number
}

function skipTo(number: number): void {
  next = number < FIRST + COUNT ? number : FIRST
}

function isMobile(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.isValid() === true && parsed.getType() === 'MOBILE'
}
