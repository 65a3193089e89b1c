import { PgBoss } from 'pg-boss'
import { indexContacts, purgeContacts } from './accounts/contact-index.ts'
import type { RetentionKind } from './config.ts'
import type { Context } from './context.ts'
import { purgeAuditEvents } from './db/audit-trail.ts'
import { refreshCarriers, tellCarriers } from './email/carrier-health.ts'
import { aliveCarriers } from './email/carriers.ts'
import { syncCarrierFacts } from './email/sync-carrier-facts.ts'
import { addSeconds } from './lib/clock.ts'
import { askPrices } from './messages/ask-prices.ts'
import { rollUpStatistics } from './statistics/rollup.ts'

const DAY_S = 86_400

/** By kind of record: what is deleted, its key, and when; $1 is the time that the retention reaches back to. */
const PURGED: Partial<Record<RetentionKind, { table: string; key: string; condition: string }[]>> = {
  sessions: [{ table: 'sessions', key: 'id', condition: 'expires_at < $1' }],
  // Whom a block keeps out stays out, and who still has time to use keeps it.
  accounts: [
    {
      table: 'accounts',
      key: 'id',
      condition: "status <> 'blocked' and greatest(created_at, last_seen_at, usage_expires_at) < $1",
    },
  ],
  // An account that was never proven keeps its login name from others.
  pending_accounts: [{ table: 'accounts', key: 'id', condition: "status = 'pending' and created_at < $1" }],
  simulator_messages: [{ table: 'simulator_messages', key: 'id', condition: 'at < $1' }],
  validations: [{ table: 'validations', key: 'id', condition: 'created_at < $1' }],
  messages: [{ table: 'messages', key: 'id', condition: 'created_at < $1' }],
  contact_budgets: [{ table: 'contact_budgets', key: 'key', condition: 'touched_at < $1' }],
  statistics: [
    { table: 'message_stats', key: 'hour', condition: 'hour < $1' },
    { table: 'message_stats_hours', key: 'hour', condition: 'hour < $1' },
    { table: 'limit_refusals', key: 'hour', condition: 'hour < $1' },
    { table: 'sign_up_counts', key: 'hour', condition: 'hour < $1' },
  ],
}

/** Rows deleted in one statement, so that a purge never holds many locks. */
const PURGE_BATCH = 5000

/** Jobs that run by the clock, each once for all nodes (pg-boss). `stop` waits for one that runs. */
export async function startSchedule(ctx: Context): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => ctx.db.pool.query(text, values) },
    schema: 'gatehouse_jobs',
  })
  boss.on('error', error => ctx.log.warn({ err: error }, 'the schedule met an error'))
  await boss.start()
  const jobs = {
    purge: () => purge(ctx),
    'carriers-check': () => checkCarriers(ctx),
    'carriers-refresh': () => refreshCarriers(ctx),
    prices: () => askPrices(ctx),
    statistics: async () => void (await rollUpStatistics(ctx)),
    contacts: async () => void (await indexContacts(ctx)),
  }
  const crons = {
    purge: '17 * * * *',
    'carriers-check': '5 0 * * *',
    'carriers-refresh': '*/10 * * * *',
    prices: '7-59/10 * * * *',
    statistics: '4-59/10 * * * *',
    contacts: '2-59/5 * * * *',
  }
  for (const name of ['purge', 'carriers-check', 'carriers-refresh', 'prices', 'statistics', 'contacts'] as const) {
    await boss.createQueue(name)
    await boss.work(name, { pollingIntervalSeconds: 30 }, jobs[name])
    await boss.schedule(name, crons[name])
  }
  await checkCarriers(ctx)
  // Asked for when it is read, so that every node tells what holds then.
  Object.assign(ctx.metrics.carriersAlive, {
    collect: () => ctx.metrics.carriersAlive.set(aliveCarriers(ctx.catalogue.now, ctx.clock.now()).length),
  })
  return { stop: () => boss.stop({ graceful: true, close: false }) }
}

/** Deletes what has outlived its retention (GATEHOUSE_RETENTION_DAYS). Deleting a record deletes what hangs on it. */
export async function purge(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const purged: Record<string, number> = {}
  for (const [kind, tables] of Object.entries(PURGED)) {
    const days = ctx.config.retentionDays[kind as keyof typeof PURGED]
    if (days === undefined) continue
    for (const { table, key, condition } of tables)
      purged[table] = await purgeTable(ctx, table, key, condition, addSeconds(now, -days * DAY_S))
  }
  // What the limits count is worth nothing after a day; a browser is known as long as its cookie lasts, and a proof renews both.
  purged.limit_counters = await purgeTable(ctx, 'limit_counters', 'key', 'touched_at < $1', addSeconds(now, -2 * DAY_S))
  purged.failure_counters = await purgeTable(ctx, 'failure_counters', 'key', 'touched_at < $1', addSeconds(now, -2 * DAY_S))
  purged.known_devices = await purgeTable(ctx, 'known_devices', 'ctid', 'proven_at < $1', addSeconds(now, -180 * DAY_S))
  // Nodes that run say so every half minute.
  purged.node_keys = await purgeTable(ctx, 'node_keys', 'worker', 'seen_at < $1', addSeconds(now, -7 * DAY_S))
  for (const table of ['administrator_sessions', 'administrator_tickets', 'administrator_challenges', 'administrator_links'])
    purged[table] = await purgeTable(ctx, table, 'id', 'expires_at < $1', now)
  purged.spent_puzzles = await purgeTable(ctx, 'spent_puzzles', 'id', 'expires_at < $1', now)
  // After the records that they were for.
  purged.contact_index = await purgeContacts(ctx)
  const { audit_events: days } = ctx.config.retentionDays
  const deleted =
    days === undefined ? 0 : await purgeAuditEvents(ctx.db, ctx.keys, { before: addSeconds(now, -days * DAY_S), now })
  if (deleted === 'broken')
    ctx.log.error('audit events that are due to go are not as they were written, and stay: see gatehouse doctor --audit')
  else purged.audit_events = deleted
  ctx.log.info({ purged }, 'purged what has outlived its retention')
}

async function purgeTable(ctx: Context, table: string, key: string, condition: string, before: Date): Promise<number> {
  let total = 0
  for (;;) {
    // The condition twice: of a row that somebody holds, what counts is how they leave it.
    const { rowCount } = await ctx.db.pool.query(
      `delete from ${table}
       where ${key} = any(array(select ${key} from ${table} where ${condition} limit ${PURGE_BATCH})) and ${condition}`,
      [before],
    )
    total += rowCount ?? 0
    if ((rowCount ?? 0) < PURGE_BATCH) return total
  }
}

/** Takes up what this version knows of carriers, and tells the operator which do not deliver. */
export async function checkCarriers(ctx: Context): Promise<void> {
  const facts = await ctx.db.transaction(trx =>
    syncCarrierFacts((text, values) => ctx.db.run({ name: '', text }, values, trx), ctx.clock.now()),
  )
  if (facts.added + facts.changed > 0) ctx.log.info({ facts }, 'took up what this version knows of carriers')
  await ctx.catalogue.reload()
  tellCarriers(ctx)
}
