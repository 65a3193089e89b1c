import type pg from 'pg'
import { importBytesMax } from './api/import-records.ts'
import { renderPasswordFormError } from './api/password-form.ts'
import { resetAdministratorRoutes } from './api/reset-administrator.ts'
import { apiRoutes } from './api/routes.ts'
import { createSetup } from './api/setup.ts'
import { openCatalogue } from './catalogue.ts'
import { type Config, withPublicUrl } from './config.ts'
import { consoleRoutes } from './console/routes.ts'
import type { Context } from './context.ts'
import { openDb } from './db/db.ts'
import { openListener } from './db/listener.ts'
import { keepPresence } from './db/presence.ts'
import { followKeys } from './db/secret-keys.ts'
import { BOUNCE_BYTES_MAX, startBounceListener } from './email/bounce-listener.ts'
import { createMailer } from './email/smtp.ts'
import { renderErrorPage, renderProblem } from './http/answer.ts'
import { healthRoutes } from './http/health.ts'
import { homeRoutes } from './http/home.ts'
import { createServer, type Server } from './http/server.ts'
import { type Clock, createClock } from './lib/clock.ts'
import { createKeys, type SecretKeys } from './lib/keys.ts'
import type { Logger } from './lib/log.ts'
import { createMetrics } from './lib/metrics.ts'
import { flushProofs } from './limits/note-proofs.ts'
import { startDeliverer } from './messages/deliver.ts'
import { emailHookRoutes } from './messages/email-hooks.ts'
import { hookRoutes } from './messages/hooks.ts'
import { keepSessions } from './messages/keep-sessions.ts'
import { hearInbound } from './messages/opt-out.ts'
import { recordReceipt } from './messages/receipts.ts'
import { recordBounce } from './messages/record-bounce.ts'
import { renderPortalError } from './portal/error-page.ts'
import { previewPage } from './portal/preview.ts'
import { portalRoutes } from './portal/routes.ts'
import { startSchedule } from './schedule.ts'
import { simulatorRoutes } from './simulator/routes.ts'
import { createGatewayHealth } from './sms/gateway-health.ts'
import { openHttpEngine } from './sms/http.ts'
import { openSessions } from './sms/sessions.ts'
import { createHourlyCounts } from './statistics/hourly-counts.ts'

/** Connections to the database, twice: for hot statements and for the rest. Each is held for a statement, so few serve many. */
const POOL_MAX = 8

/** A running installation: one process, its workers and its web server. */
export interface App {
  ctx: Context
  /** Answers a request in process. */
  fetch(request: Request): Promise<Response>
  /** Every address that is answered. */
  routes: Server['routes']
  listen(): Promise<{ port: number }>
  /** Path and token of the page that makes the first administrator. */
  setupPath: string
  /** Stops taking requests, finishes what is in flight, and lets go of the database. */
  close(): Promise<void>
}

export interface AppOptions {
  connection: pg.ConnectionConfig
  secretKey: string
  /** Reads the keys anew, where they are files that a rotation exchanges; without it they are those of the configuration. */
  readSecretKeys?: () => Promise<SecretKeys>
  log: Logger
  clock?: Clock
  /** Off in tests that want no jobs by the clock. */
  schedule?: boolean
}

/** Opens an installation on a migrated database. */
export async function openApp(config: Config, options: AppOptions): Promise<App> {
  const { log } = options
  const db = openDb(options.connection, {
    poolMax: POOL_MAX,
    onError: error => log.warn({ err: error }, 'a database connection failed'),
  })
  const listener = await openListener(db, log)
  const catalogue = await openCatalogue(db, log)
  const clock = options.clock ?? createClock(config.testClock)
  const readSecretKeys =
    options.readSecretKeys ?? (async () => ({ current: options.secretKey, previous: config.secretKeyPrevious }))
  const secrets = await readSecretKeys()
  const keys = createKeys(secrets.current, secrets.previous)
  try {
    await followKeys({ db, listener, keys, clock, log, read: readSecretKeys, beforeDropping: () => catalogue.reload() })
  } catch (error) {
    await listener.close()
    await db.close()
    throw error
  }
  const counts = createHourlyCounts({ db, clock, log })
  const closing = new AbortController()
  const ctx: Context = {
    config: withPublicUrl(config, catalogue.now.settings.public_url),
    clock,
    carriage: {
      http: openHttpEngine(),
      sessions: openSessions({
        onReceipt: async (gatewayId, receipt) => (await recordReceipt(ctx, { gatewayId }, receipt)) !== 'unknown_message',
        onInbound: async (gatewayId, sms) => void (await hearInbound(ctx, gatewayId, sms)),
        log,
      }),
      mailer: createMailer(),
    },
    health: createGatewayHealth(clock, log),
    log,
    db,
    listener,
    keys,
    metrics: createMetrics(),
    worker: undefined,
    counts,
    closing: closing.signal,
    previewPage: draft => previewPage(ctx, draft),
    catalogue,
  }

  listener.on('gatehouse_catalogue', () => {
    catalogue.reload().then(
      () => keepSessions(ctx),
      error => log.error({ err: error }, 'cannot read the catalogue'),
    )
  })
  keepSessions(ctx)
  const deliverer = startDeliverer(ctx)
  const presence = keepPresence({ db, listener, clock, log })
  const schedule = options.schedule === false ? undefined : await startSchedule(ctx)
  const bounces = await startBounceListener(ctx, mail => recordBounce(ctx, mail))
  const setup = await createSetup(ctx)
  const server = createServer(ctx, [
    { path: '/portal', routes: portalRoutes(ctx), renderError: renderPortalError(ctx) },
    { path: '/api', routes: apiRoutes(ctx), renderError: renderProblem, isForPrograms: true, bodyBytesMax: importBytesMax },
    {
      path: '/hooks/email',
      routes: emailHookRoutes(ctx),
      renderError: renderProblem,
      isForPrograms: true,
      bodyBytesMax: BOUNCE_BYTES_MAX,
    },
    { path: '/hooks', routes: hookRoutes(ctx), renderError: renderProblem, isForPrograms: true },
    { path: '/simulator', routes: simulatorRoutes(ctx), renderError: renderErrorPage },
    { path: '/admin', routes: setup.routes, renderError: renderPasswordFormError },
    { path: '/admin', routes: resetAdministratorRoutes(ctx), renderError: renderPasswordFormError },
    { path: '/', routes: consoleRoutes(), renderError: renderErrorPage },
    { path: '/', routes: homeRoutes(ctx), renderError: renderErrorPage },
    { path: '/', routes: healthRoutes(ctx, () => deliverer.healthy), renderError: renderErrorPage },
  ])

  return {
    ctx,
    fetch: request => server.fetch(request),
    routes: server.routes,
    listen: () => server.listen(),
    setupPath: `/admin/setup?token=${setup.token}`,
    async close() {
      closing.abort()
      await server.close()
      await bounces?.close()
      await schedule?.stop()
      await deliverer.stop()
      await ctx.carriage.sessions.close()
      await ctx.carriage.http.close()
      ctx.carriage.mailer.close()
      await flushProofs(ctx)
      await counts.flush()
      await presence.stop()
      await listener.close()
      await db.close()
    },
  }
}
