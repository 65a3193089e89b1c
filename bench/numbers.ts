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

/** Returns a mobile number anywhere in the range, as guests have them; one in millions comes twice. */
export function randomNumber(): string {
  for (;;) {
    const block = FIRST + randomInt(COUNT / BLOCK) * BLOCK
    if (isMobileBlock(block)) return `+${block + randomInt(BLOCK)}`
  }
}

const mobileBlocks = new Map<number, boolean>()

/** libphonenumber takes longer for a number than a guest's request does. */
function isMobileBlock(block: number): boolean {
  let known = mobileBlocks.get(block)
  if (known === undefined) {
    // Not Jersey or the Isle of Man, which a British portal does not serve.
    known = isMobile(`+${block}`) && parsePhoneNumberFromString(`+${block}`)?.country === 'GB'
    mobileBlocks.set(block, known)
  }
  return known
}

function skipTo(number: number): void {
  next = number < FIRST + COUNT ? number : FIRST
}

function isMobile(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.isValid() === true && parsed.getType() === 'MOBILE'
}
