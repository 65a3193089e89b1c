import type { PasswordFault } from '../accounts/password.ts'

/** What is wrong with a password, for an operator. */
export const PASSWORD_FAULTS: Record<PasswordFault | 'too_short_alone', string> = {
  too_short: 'Must have at least 8 characters.',
  too_short_alone: 'Must have at least 15 characters: a sentence is easiest to remember. With a second factor 8 are enough.',
  too_long: 'Must have at most 128 characters.',
  common: 'This password is among the most common ones: take another.',
  personal: 'The password is too much like the login, the name or a contact: take another.',
}
