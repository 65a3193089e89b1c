import type { OutgoingSms } from '../provider.ts'
import type { ValidityForm } from './settings.ts'

const DAYS_MAX = 30
const DAY_S = 86_400

/** The validity_period of a text, 7.1.1: YYMMDDhhmmss, then 000R for a length of time, or 000+ for a time in UTC. */
export function validityPeriod({ validityS, now }: Pick<OutgoingSms, 'validityS' | 'now'>, form: ValidityForm): string {
  if (form === 'none') return ''
  const seconds = Math.min(Math.max(Math.floor(validityS), 1), DAYS_MAX * DAY_S)
  if (form === 'absolute') {
    const end = new Date(now.getTime() + seconds * 1000)
    return `${end.toISOString().replace(/\D/g, '').slice(2, 14)}000+`
  }
  const parts = [Math.floor(seconds / DAY_S), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return `0000${parts.map(part => String(part).padStart(2, '0')).join('')}000R`
}
