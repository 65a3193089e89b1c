import type { MailServer, SmsGateway, Snapshot } from '../catalogue.ts'
import { formatMicros } from '../lib/money.ts'
import type { AlertFacts, WayFigures } from './alert-facts.ts'
import type { RecordRef } from './checklist.ts'

export const ALERT_KEYS = [
  'credentials_refused',
  'gateway_failing',
  'gateway_resting',
  'gateway_throttled',
  'mail_server_failing',
  'mail_server_resting',
  'mail_server_throttled',
  'spend_cap_reached',
  'spend_cap_near',
  'pumping_block',
  'outbox_backlog',
  'unknown_outcomes',
  'node_gone',
  'carrier_suspended',
] as const
type AlertKey = (typeof ALERT_KEYS)[number]

export interface Alert {
  key: AlertKey
  severity: 'error' | 'warning' | 'info'
  /** Null: nobody noted it. */
  since: Date | null
  records: RecordRef[]
  figures: Record<string, string | number | Date | null>
  /** The node in whose memory alone it is known; null: it holds for all. */
  node: string | null
}

/** How this node finds a gateway or mail server. */
export interface WayHealth {
  state: 'ok' | 'probing' | 'resting' | 'throttled'
  until: Date | null
  reason: string
}

/** From so many failures in the last hour, and this share of the attempts, on: a bad number or two is nobody's trouble. */
const FAILURES_MIN = 3
const FAILING_SHARE = 0.2
const FAILING_BADLY_SHARE = 0.5
const NEAR_SHARE = 0.8
/** When a backlog is no passing peak any more. */
const LATE_BADLY_S = 300

/** Words of providers and mail servers about credentials. Each of their tables is tested against it. */
const CREDENTIALS =
  /credential|password|auth(entication|orization)? (token|id|key|failed)|api[ -]?(key|token|secret|id)|access key|secret|signature|login|log in|account sid|service plan|token|username|user name|bind/i

const SEVERITIES = ['error', 'warning', 'info']

/** Everything that is wrong now, the worst first. Pure. */
export function judgeAlerts(
  snapshot: Snapshot,
  facts: AlertFacts,
  here: { node: string; healthOf: (way: SmsGateway | MailServer) => WayHealth; now: Date },
): Alert[] {
  const alerts = [
    ...[...snapshot.smsGateways.values()].flatMap(way => wayAlerts('sms_gateways', way, facts, here)),
    ...[...snapshot.mailServers.values()].flatMap(way => wayAlerts('mail_servers', way, facts, here)),
    ...spendAlerts(snapshot, facts),
    ...blockAlerts(snapshot, facts),
    ...queueAlerts(facts, here.now),
    ...carrierAlerts(snapshot),
  ]
  const rank = (it: Alert) => SEVERITIES.indexOf(it.severity) * 100 + ALERT_KEYS.indexOf(it.key)
  return alerts.sort((a, b) => rank(a) - rank(b))
}

function wayAlerts(
  resource: 'sms_gateways' | 'mail_servers',
  way: SmsGateway | MailServer,
  facts: AlertFacts,
  here: { node: string; healthOf: (way: SmsGateway | MailServer) => WayHealth },
): Alert[] {
  if (!way.enabled) return []
  const kind = resource === 'sms_gateways' ? 'gateway' : 'mail_server'
  const records = [{ resource, id: way.id, name: way.name }]
  const found: Alert[] = []
  const figures = facts.ways.find(({ id }) => id === way.id)
  if (figures) found.push(...failureAlerts(kind, records, figures))
  const { state, until, reason } = here.healthOf(way)
  if (state === 'ok') return found
  const [key, severity] =
    state === 'throttled' ? ([`${kind}_throttled`, 'warning'] as const) : ([`${kind}_resting`, 'error'] as const)
  found.push({ key, severity, since: null, records, figures: { until, explanation: reason }, node: here.node })
  return found
}

function failureAlerts(kind: 'gateway' | 'mail_server', records: RecordRef[], of: WayFigures): Alert[] {
  const rate = of.failed / of.attempts
  const figures = {
    attempts: of.attempts,
    failed: of.failed,
    failure_rate: Math.round(rate * 10_000) / 10_000,
    code: of.code,
    explanation: of.message,
  }
  const common = { since: of.since, records, figures, node: null }
  // Credentials that are refused now refuse every message: the first one is enough.
  if (of.last_outcome === 'configuration' && CREDENTIALS.test(of.last_message ?? ''))
    return [{ key: 'credentials_refused', severity: 'error', ...common, figures: { ...figures, explanation: of.last_message } }]
  if (of.failed < FAILURES_MIN || rate < FAILING_SHARE) return []
  return [{ key: `${kind}_failing`, severity: rate >= FAILING_BADLY_SHARE ? 'error' : 'warning', ...common }]
}

/** True for the words of a provider about credentials that it refuses. */
export function isAboutCredentials(message: string): boolean {
  return CREDENTIALS.test(message)
}

interface Cap {
  period: 'day' | 'month'
  cap: number | null | undefined
  spent: number
}

function spendAlerts(snapshot: Snapshot, { gatewaySpend, totalSpend }: AlertFacts): Alert[] {
  const ofGateways = [...snapshot.smsGateways.values()].flatMap(gateway => {
    const spent = gatewaySpend.find(({ owner }) => owner === gateway.id)
    if (!gateway.enabled || !spent) return []
    const records = [{ resource: 'sms_gateways', id: gateway.id, name: gateway.name }]
    // A limit is reached when not even the cheapest message fits any more.
    const cheapest = Math.min(...(snapshot.smsPrices.get(gateway.id)?.values() ?? [0]))
    return worstOf(
      [
        { period: 'day', cap: gateway.daily_spend_max_micros, spent: spent.day_micros },
        { period: 'month', cap: gateway.monthly_spend_max_micros, spent: spent.month_micros },
      ],
      { records, currency: gateway.currency, cheapest },
    )
  })
  const ofAll = Object.entries(snapshot.limits.spend_max).flatMap(([currency, { daily, monthly }]) => {
    const spent = totalSpend.find(({ owner }) => owner === currency)
    if (!spent) return []
    const records = [{ resource: 'limits', id: snapshot.limits.id, name: currency }]
    return worstOf(
      [
        { period: 'day', cap: daily, spent: spent.day_micros },
        { period: 'month', cap: monthly, spent: spent.month_micros },
      ],
      { records, currency, cheapest: 0 },
    )
  })
  return [...ofGateways, ...ofAll]
}

function worstOf(caps: Cap[], of: { records: RecordRef[]; currency: string; cheapest: number }): Alert[] {
  const used = caps.flatMap(({ period, cap, spent }) =>
    cap === null || cap === undefined ? [] : [{ period, cap, spent, isReached: spent + Math.max(1, of.cheapest) > cap }],
  )
  const worst = used.sort((a, b) => Number(b.isReached) - Number(a.isReached) || b.spent * a.cap - a.spent * b.cap)[0]
  if (!worst || (!worst.isReached && worst.spent < worst.cap * NEAR_SHARE)) return []
  const { period, cap, spent, isReached } = worst
  return [
    {
      key: isReached ? 'spend_cap_reached' : 'spend_cap_near',
      severity: isReached ? 'error' : 'warning',
      since: null,
      records: of.records,
      figures: { period, spent: formatMicros(spent), cap: formatMicros(cap), currency: of.currency },
      node: null,
    },
  ]
}

function blockAlerts({ smsGateways }: Snapshot, { blocks }: AlertFacts): Alert[] {
  const alert = (shown: AlertFacts['blocks'], severity: Alert['severity']): Alert[] =>
    shown.length === 0
      ? []
      : [
          {
            key: 'pumping_block',
            severity,
            since: shown[0]?.blocked_at ?? null,
            records: shown.map(({ id, kind, value }) => ({
              resource: 'blocks',
              id,
              name: kind === 'gateway' ? (smsGateways.get(value)?.name ?? value) : value,
            })),
            figures: Object.fromEntries(
              (['prefix', 'country', 'gateway'] as const).map(kind => [kind, shown.filter(it => it.kind === kind).length]),
            ),
            node: null,
          },
        ]
  const holding = blocks.filter(({ shadow }) => !shadow)
  const isWide = holding.some(({ kind }) => kind !== 'prefix')
  return [
    ...alert(holding, isWide ? 'error' : 'warning'),
    ...alert(
      blocks.filter(({ shadow }) => shadow),
      'info',
    ),
  ]
}

function queueAlerts({ backlog, unknown, goneNodes }: AlertFacts, now: Date): Alert[] {
  const found: Alert[] = []
  if (backlog.oldest) {
    const seconds = Math.round((now.getTime() - backlog.oldest.getTime()) / 1000)
    found.push({
      key: 'outbox_backlog',
      severity: seconds >= LATE_BADLY_S ? 'error' : 'warning',
      since: backlog.oldest,
      records: [],
      figures: { messages: backlog.count, oldest_seconds: seconds },
      node: null,
    })
  }
  if (unknown.oldest)
    found.push({
      key: 'unknown_outcomes',
      severity: 'warning',
      since: unknown.oldest,
      records: [],
      figures: { messages: unknown.count },
      node: null,
    })
  for (const { node, seen_at } of goneNodes)
    found.push({ key: 'node_gone', severity: 'warning', since: seen_at, records: [], figures: { node }, node: null })
  return found
}

function carrierAlerts({ carriers }: Snapshot): Alert[] {
  const suspended = [...carriers.values()]
    .filter(
      ({ status, health, overridden }) =>
        health === 'suspended' && (status === 'active' || status === 'degraded') && !overridden.includes('status'),
    )
    .sort((a, b) => (a.health_at?.getTime() ?? 0) - (b.health_at?.getTime() ?? 0))
  if (suspended.length === 0) return []
  return [
    {
      key: 'carrier_suspended',
      severity: 'info',
      since: suspended[0]?.health_at ?? null,
      records: suspended.map(({ id, name }) => ({ resource: 'carriers', id, name })),
      figures: { carriers: suspended.length, explanation: suspended[0]?.health_reason ?? '' },
      node: null,
    },
  ]
}
