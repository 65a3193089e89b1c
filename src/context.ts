import type { Catalogue } from './catalogue.ts'
import type { Config } from './config.ts'
import type { Db } from './db/db.ts'
import type { Listener } from './db/listener.ts'
import type { Clock } from './lib/clock.ts'
import type { Keys } from './lib/keys.ts'
import type { Logger } from './lib/log.ts'
import type { Metrics } from './lib/metrics.ts'

/** What every action gets: the running installation. Made by app.ts; imported by everyone for its type alone. */
export interface Context {
  config: Config
  clock: Clock
  log: Logger
  db: Db
  listener: Listener
  keys: Keys
  metrics: Metrics
  /** The operator's records, in memory. */
  catalogue: Catalogue
}
