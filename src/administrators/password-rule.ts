import { judgePassword, type PasswordFault, type PasswordOwner } from '../accounts/password.ts'

/** NIST SP 800-63B-4 §3.1.1.2: a password that stands alone, and one that goes with a second factor. In code points. */
export const ALONE_LENGTH_MIN = 15

/** Says whether a password is too short to stand alone. */
export function isShortAlone(password: string): boolean {
  return [...password.normalize('NFC')].length < ALONE_LENGTH_MIN
}

/** What is wrong with an administrator’s new password, or undefined. `standsAlone`: nothing else is asked for beside it. */
export function judgeAdministratorPassword(
  password: string,
  owner: PasswordOwner & { standsAlone: boolean },
): PasswordFault | 'too_short_alone' | undefined {
  const fault = judgePassword(password, owner)
  const isTooShort = fault === 'too_short' || fault === undefined
  return owner.standsAlone && isTooShort && isShortAlone(password) ? 'too_short_alone' : fault
}
