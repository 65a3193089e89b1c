const WORDS = 'gatehouse.sign_in'

/** What became of a passkey, by the name that the browser's error has (WebAuthn level 3). */
const OUTCOMES: Record<string, string> = {
  NotAllowedError: `${WORDS}.passkey_not_used`,
  AbortError: `${WORDS}.passkey_not_used`,
  InvalidStateError: `${WORDS}.passkey_known`,
  SecurityError: `${WORDS}.passkey_elsewhere`,
  NotSupportedError: `${WORDS}.passkey_unfit`,
  ConstraintError: `${WORDS}.passkey_unfit`,
}

/** What to tell of a failure: of a passkey a phrase that says what to do, since the browser's own words do not; else its message. */
export function tellFailure(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  return OUTCOMES[failure.name] ?? failure.message
}
