import { useQuery } from '@tanstack/react-query'
import { call } from '../../rest.ts'

export type Range = 'day' | 'week' | 'month'

const HOUR_MS = 3_600_000
const LENGTHS: Record<Range, number> = { day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS }
const REFRESH_MS = 30_000

interface RecordRef {
  resource: string
  id: string
  name: string
}

export interface ChecklistItem {
  key: string
  state: 'done' | 'missing' | 'attention' | 'put_aside'
  importance: 'required' | 'recommended'
  records: RecordRef[]
}

export interface AlertItem {
  key: string
  severity: 'error' | 'warning' | 'info'
  since: string | null
  records: RecordRef[]
  figures: Record<string, string | number | null>
  node: string | null
}

/** Counts of messages, of a group or of all. */
export interface MessageFigures {
  sent: number
  codes: number
  delivered: number
  failed: number
  proven: number
  delivery_rate: number | null
  proven_rate: number | null
  seconds_to_proof: { p50: number | null; p95: number | null }
  spend: Record<string, string>
  unpriced: number
}

export interface SignUpFigures {
  created: number
  activated: number
  proven_rate: number | null
  seconds_to_activation: number | null
}

interface When {
  day?: string
  hour?: string
}

interface Answer<Row, Total> {
  data: Row[]
  total: Total
}

/** Days, or within a day hours. */
export function stepOf(range: Range): 'day' | 'hour' {
  return range === 'day' ? 'hour' : 'day'
}

function useAnswer<T>(path: string, query: Record<string, unknown> = {}) {
  return useQuery({
    queryKey: [path, query],
    queryFn: ({ signal }) => call<T>(path, { query, signal }),
    refetchInterval: REFRESH_MS,
  })
}

// To the hour, as the figures are counted: the same question is asked again, and not a new one each time.
function fromOf(range: Range): string {
  const end = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
  return new Date(end - LENGTHS[range]).toISOString()
}

export const useChecklist = () => useAnswer<{ data: ChecklistItem[] }>('/checklist')
export const useAlerts = () => useAnswer<{ data: AlertItem[] }>('/alerts')
export const useSignUps = (range: Range) =>
  useAnswer<Answer<When & SignUpFigures, SignUpFigures>>('/statistics/sign_ups', { from: fromOf(range), group_by: stepOf(range) })
export const useMessages = (range: Range) =>
  useAnswer<Answer<When & MessageFigures, MessageFigures>>('/statistics', { from: fromOf(range), group_by: stepOf(range) })
export const useGateways = (range: Range) =>
  useAnswer<Answer<{ sms_gateway_id: string | null; sms_gateway: string | null } & MessageFigures, MessageFigures>>(
    '/statistics',
    {
      from: fromOf(range),
      group_by: 'gateway',
    },
  )
export const useCountries = (range: Range) =>
  useAnswer<Answer<{ country: string | null } & MessageFigures, MessageFigures>>('/statistics', {
    from: fromOf(range),
    group_by: 'country',
  })
export const useRefusals = (range: Range) =>
  useAnswer<
    Answer<When & { refusals: Record<string, number>; count: number }, { refusals: Record<string, number>; count: number }>
  >('/statistics/limits', { from: fromOf(range), group_by: stepOf(range) })
