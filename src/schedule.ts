import { PgBoss } from 'pg-boss'
import type { Context } from './context.ts'
import { aliveCarriers } from './email/carriers.ts'
import { addSeconds } from './lib/clock.ts'

const DAY_S = 86_400

/** How long records are kept, in days. Deleting one deletes what hangs on it. */
export const RETENTION_DAYS = {
  sessions: 0,
  pendingAccounts: 1,
  simulatorMessages: 7,
  validations: 30,
  messages: 90,
  contactBudgets: 90,
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
  const jobs = { purge: () => purge(ctx), 'carriers-check': () => checkCarriers(ctx) }
  const crons = { purge: '17 * * * *', 'carriers-check': '5 0 * * *' }
  for (const name of ['purge', 'carriers-check'] as const) {
    await boss.createQueue(name)
    await boss.work(name, { pollingIntervalSeconds: 30 }, jobs[name])
    await boss.schedule(name, crons[name])
  }
  await checkCarriers(ctx)
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

/** Tells the operator when free SMS has lost its last carrier. */
async function checkCarriers(ctx: Context): Promise<void> {
  await ctx.catalogue.reload()
  const alive = aliveCarriers(ctx.catalogue.now, ctx.clock.now()).length
  ctx.metrics.carriersAlive.set(alive)
  const offered = [...ctx.catalogue.now.accountGroups.values()].some(group => group.name === 'SMS')
  if (offered && alive === 0)
    ctx.log.warn(
      'free SMS is switched on by the account group SMS, but no carrier is alive: the portals do not offer it; see the carriers and what they offer instead',
    )
}
