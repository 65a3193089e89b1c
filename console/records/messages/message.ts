/** A message as the API tells of it. */
export interface Message {
  id: string
  channel: string
  template: string
  status: string
  to: string
  attempts: Attempt[]
  events: Event[]
  error_class: string | null
  error_code: string | null
  error_message: string | null
  /** What happened in plain words and what to do; on the page of one message alone. */
  advice?: { text: string } | null
  due_at: string | null
  created_at: string
  expires_at: string
  accepted_at: string | null
  final_at: string | null
  proven_at: string | null
}

interface Attempt {
  number: number
  sms_gateway_id: string | null
  mail_server_id: string | null
  started_at: string
  finished_at: string | null
  outcome: string | null
  error_code: string | null
  error_message: string | null
}

interface Event {
  at: string
  status: string
  source: string
  provider_message_id: string
  error_code: string
  error_message: string
}

export type Step =
  | { kind: 'created'; at: string }
  /** Attempts that came to the same one after the other are one step, from the first to the last. */
  | { kind: 'attempt'; at: string; first: Attempt; attempt: Attempt }
  | { kind: 'event'; at: string; event: Event }
  | { kind: 'proven'; at: string }
  | { kind: 'ended'; at: string }
  | { kind: 'next'; at: string }

/** What happened to a message, in the order of time. A step of the same instant stands where it belongs by its kind. */
export function timelineOf(message: Message): Step[] {
  const steps: Step[] = [
    { kind: 'created', at: message.created_at },
    ...message.attempts.map((attempt): Step => ({ kind: 'attempt', at: attempt.started_at, first: attempt, attempt })),
    // What the provider answered to an attempt is told with that attempt.
    ...message.events
      .filter(({ source }) => !source.startsWith('attempt '))
      .map((event): Step => ({ kind: 'event', at: event.at, event })),
    ...(message.final_at ? [{ kind: 'ended', at: message.final_at } as const] : []),
    ...(message.proven_at ? [{ kind: 'proven', at: message.proven_at } as const] : []),
    ...(message.due_at && !message.final_at ? [{ kind: 'next', at: message.due_at } as const] : []),
  ]
  const order = ['created', 'attempt', 'event', 'ended', 'proven', 'next']
  const told: Step[] = []
  for (const step of steps.sort((a, b) => a.at.localeCompare(b.at) || order.indexOf(a.kind) - order.indexOf(b.kind))) {
    const before = told.at(-1)
    if (step.kind === 'attempt' && before?.kind === 'attempt' && isSame(before.attempt, step.attempt))
      before.attempt = step.attempt
    else told.push(step)
  }
  return told
}

function isSame(one: Attempt, other: Attempt): boolean {
  const fields = ['sms_gateway_id', 'mail_server_id', 'outcome', 'error_code', 'error_message'] as const
  return fields.every(field => one[field] === other[field])
}

/** A length of time in words: milliseconds below a second, else with one decimal. */
export function describeDuration(fromIso: string, toIso: string, locale: string): string {
  const ms = Math.max(0, new Date(toIso).getTime() - new Date(fromIso).getTime())
  const [value, unit] = ms < 1_000 ? [ms, 'millisecond'] : ms < 120_000 ? [ms / 1_000, 'second'] : [ms / 60_000, 'minute']
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), maximumFractionDigits: 1 }).format(Number(value))
}
