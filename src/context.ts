import type { Catalogue, SplashPortal } from './catalogue.ts'
import type { Config } from './config.ts'
import type { Db } from './db/db.ts'
import type { Listener } from './db/listener.ts'
import type { Clock } from './lib/clock.ts'
import type { Keys } from './lib/keys.ts'
import type { Logger } from './lib/log.ts'
import type { Metrics } from './lib/metrics.ts'
import type { ClaimedMessage } from './messages/claim.ts'
import type { Carriage } from './messages/hand-over.ts'
import type { GatewayHealth } from './sms/gateway-health.ts'
import type { HourlyCounts } from './statistics/hourly-counts.ts'

/** This node's worker, as a start sees it. */
interface Worker {
  /** How many messages it can take up right now. */
  room(): number
  /** Takes up messages that were written as claimed by it. */
  take(messages: ClaimedMessage[]): void
}

/** What the pages that an operator can look at before saving are called. */
type PreviewPage = 'splash' | 'sign_up' | 'validate_account' | 'forgot_password' | 'sms'

/** A page of a portal as it would be with values that are not saved. */
export interface PageDraft {
  portal: SplashPortal
  page: PreviewPage
  locale: 'en' | 'es' | 'fr' | 'de'
  colorScheme: 'light' | 'dark' | undefined
}

/** What every action gets: the running installation. Made by app.ts; imported by everyone for its type alone. */
export interface Context {
  config: Config
  clock: Clock
  log: Logger
  db: Db
  listener: Listener
  keys: Keys
  metrics: Metrics
  /** What messages leave by. */
  carriage: Carriage
  /** How this node finds its gateways and mail servers. */
  health: GatewayHealth
  /** Set while this node sends messages (messages/deliver.ts). */
  worker: Worker | undefined
  /** What is counted by the hour: refusals and sign-ups. */
  counts: HourlyCounts
  /** Fires when this node begins to close: what never ends by itself ends then. */
  closing: AbortSignal
  /** Shows a page to the console as guests would get it (portal/preview.ts). The API may not import the portal. */
  previewPage(draft: PageDraft): Promise<Response>
  /** The operator's records, in memory. */
  catalogue: Catalogue
}
