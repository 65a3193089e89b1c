import type { UsagePlan } from '../catalogue.ts'
import type { Locale } from '../messages/compose.ts'
import type { Visit } from './site.ts'

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** A span of time in words, of at most two units: `1 hour`, `3 hours 20 minutes`, `40 seconds`. */
export function formatSpan(locale: Locale, seconds: number): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value)
  if (seconds < 120 && seconds !== 60) return unit(Math.max(1, Math.ceil(seconds)), 'second')
  let left = Math.ceil(seconds / 60) * 60
  const parts: string[] = []
  for (const [name, size] of UNITS) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(unit(count, name))
  }
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(parts.slice(0, 2))
}

/** A moment in words, with its time zone, since the portal does not know the guest's. */
export function formatTime(locale: Locale, time: Date): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(time)
}

/** What a plan gives and asks for, in a line. */
export function describePlan(visit: Visit, plan: UsagePlan): string {
  const { phrases, locale } = visit
  const time = plan.unlimited_usage
    ? phrases.unlimited
    : plan.usage_minutes !== null
      ? formatSpan(locale, plan.usage_minutes * 60)
      : undefined
  const devices = plan.max_devices === null ? undefined : phrases.devices(plan.max_devices)
  const access = [time, devices].filter(Boolean).join(', ')
  return `${access && `${access}. `}${phrases.methods[plan.validation_method]}.`
}
