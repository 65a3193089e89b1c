import { PgBoss } from 'pg-boss'
import type { Context } from './context.ts'
import { refreshCarriers, tellCarriers } from './email/carrier-health.ts'
import { aliveCarriers } from './email/carriers.ts'
import { syncCarrierFacts } from './email/sync-carrier-facts.ts'
import { addSeconds } from './lib/clock.ts'
import { rollUpStatistics } from './statistics/rollup.ts'

const DAY_S = 86_400

/** How long records are kept, in days. Deleting one deletes what hangs on it. */
export const RETENTION_DAYS = {
  sessions: 0,
  pendingAccounts: 1,
  simulatorMessages: 7,
  validations: 30,
  messages: 90,
  contactBudgets: 90,
  statistics: 1100,
} as const

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
    statistics: async () => void (await rollUpStatistics(ctx)),
  }
  const crons = {
    purge: '17 * * * *',
    'carriers-check': '5 0 * * *',
    'carriers-refresh': '*/10 * * * *',
    statistics: '4-59/10 * * * *',
  }
  for (const name of ['purge', 'carriers-check', 'carriers-refresh', 'statistics'] as const) {
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

/** Deletes what has outlived its retention. */
export async function purge(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const before = (days: number) => addSeconds(now, -days * DAY_S)
  const purged = {
    sessions: await purgeTable(ctx, 'sessions', 'id', 'expires_at < $1', before(RETENTION_DAYS.sessions)),
    // An account that was never proven keeps its login name from others.
    accounts: await purgeTable(
      ctx,
      'accounts',
      'id',
      "status = 'pending' and created_at < $1",
      before(RETENTION_DAYS.pendingAccounts),
    ),
    simulator_messages: await purgeTable(ctx, 'simulator_messages', 'id', 'at < $1', before(RETENTION_DAYS.simulatorMessages)),
    validations: await purgeTable(ctx, 'validations', 'id', 'created_at < $1', before(RETENTION_DAYS.validations)),
    messages: await purgeTable(ctx, 'messages', 'id', 'created_at < $1', before(RETENTION_DAYS.messages)),
    message_stats: await purgeTable(ctx, 'message_stats', 'hour', 'hour < $1', before(RETENTION_DAYS.statistics)),
    message_stats_hours: await purgeTable(ctx, 'message_stats_hours', 'hour', 'hour < $1', before(RETENTION_DAYS.statistics)),
    contact_budgets: await purgeTable(ctx, 'contact_budgets', 'key', 'touched_at < $1', before(RETENTION_DAYS.contactBudgets)),
  }
  ctx.log.info({ purged }, 'purged what has outlived its retention')
}

async function purgeTable(ctx: Context, table: string, key: string, condition: string, before: Date): Promise<number> {
  let total = 0
  for (;;) {
    const { rowCount } = await ctx.db.pool.query(
      `delete from ${table} where ${key} = any(array(select ${key} from ${table} where ${condition} limit ${PURGE_BATCH}))`,
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
