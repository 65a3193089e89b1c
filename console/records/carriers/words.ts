export const STATUSES = ['active', 'degraded', 'sunset', 'retired', 'unknown'] as const
export const HEALTHS = ['degraded', 'suspended'] as const
export const MX = ['ok', 'missing', 'error'] as const
export const WORDS = 'resources.carriers'

export const STATUS_COLORS = { active: 'success', degraded: 'warning', sunset: 'warning' } as const
export const HEALTH_COLORS = { degraded: 'warning', suspended: 'error' } as const
export const MX_COLORS = { ok: 'success', missing: 'error', error: 'warning' } as const

export interface Carrier {
  id: string
  name: string
  status: (typeof STATUSES)[number]
  health: (typeof HEALTHS)[number] | null
  mx_status: (typeof MX)[number] | null
  fact_key: string | null
  overridden: string[]
  sources: string[]
  redemption: { sent: number; proven: number; rate: number | null; window_days: number }
}

/** Whether guests can choose a carrier with this status. */
export function isOffered(status: string): boolean {
  return status === 'active' || status === 'degraded'
}
