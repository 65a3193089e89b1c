// The numbers of the one-time code, in one place (NIST SP 800-63B-4 §3.1.3: at least 6 digits, at most 10 minutes, accepted once,
// and a new code must not reset the count of failures).

export const CODE_DIGITS = 6
export const CODE_LIFETIME_S = 600
export const CHECKS_MAX = 5
export const SENDS_MAX = 4
/** How long after the first, second and third sending the next one may be asked for. */
export const RESEND_AFTER_S = [30, 60, 120] as const

/** Per contact, in sliding windows. A proof of the contact forgets them; a new code does not. */
export const STARTS_PER_HOUR_MAX = 5
export const STARTS_PER_DAY_MAX = 10
export const FAILURES_PER_HOUR_MAX = 10
export const FAILURES_PER_DAY_MAX = 20
export const FAILURES_SINCE_PROOF_MAX = 100

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** SQL that is true while `times` (timestamptz[]) leave room for `more` within the hour and the day before $1. */
export function withinBudget(times: string, perHour: number, perDay: number, more = '1'): string {
  return `(select count(*) filter (where at > $1::timestamptz - interval '1 hour') + ${more} <= ${perHour} and count(*) + ${more} <= ${perDay}
    from unnest(${times}) at where at > $1::timestamptz - interval '1 day')`
}

/** SQL for `times` without those older than a day before $1. */
export function lastDay(times: string): string {
  return `array(select at from unnest(${times}) at where at > $1::timestamptz - interval '1 day')`
}

/** Seconds until a budget that is spent has room for one more. */
export function retryAfterS(times: Date[], now: Date, perHour: number, perDay: number): number {
  const roomAt = (windowMs: number, max: number) => {
    const within = times.map(time => time.getTime()).filter(time => time > now.getTime() - windowMs)
    const leaver = within.sort((a, b) => a - b)[within.length - max]
    return leaver === undefined ? now.getTime() : leaver + windowMs
  }
  const at = Math.max(roomAt(HOUR_MS, perHour), roomAt(DAY_MS, perDay))
  return Math.max(1, Math.ceil((at - now.getTime()) / 1000))
}
