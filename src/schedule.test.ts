import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, eventually } from '../test/harness.ts'
import type { RetentionKind } from './config.ts'
import { uuidv7 } from './lib/random.ts'
import { purge } from './schedule.ts'
import { issueCode } from './validation/issue.ts'

const { ctx, clock, config } = await createTestApp({ seed: 'demo' })
const kept = (kind: RetentionKind) => config.retentionDays[kind] ?? 0

const count = async (
  table: 'validations' | 'messages' | 'message_attempts' | 'contact_budgets' | 'accounts' | 'simulator_messages' | 'carriers',
) =>
  (
    await ctx.db.kysely
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

async function insertAccount(login: string, status: 'pending' | 'active'): Promise<void> {
  const now = clock.now()
  await ctx.db.kysely
    .insertInto('accounts')
    .values({ id: uuidv7(now), login, login_key: login, status, created_at: now, updated_at: now })
    .execute()
}

test('keeps everything for its time, and then purges it and nothing else', async () => {
  const issued = await issueCode(ctx, { purpose: 'api', channel: 'sms', contact: '+15555550100', locale: 'en' })
  assert.equal(issued.outcome, 'issued')
  await insertAccount('never-proven', 'pending')
  await insertAccount('guest', 'active')
  const carriers = await count('carriers')

  await purge(ctx)
  assert.deepEqual(
    [await count('validations'), await count('messages'), await count('contact_budgets'), await count('accounts')],
    [1, 1, 1, 2],
  )

  clock.advance((kept('pending_accounts') + 1) * 86_400)
  await purge(ctx)
  assert.deepEqual([await count('validations'), await count('accounts')], [1, 1])

  clock.advance(kept('messages') * 86_400)
  await purge(ctx)
  const left = ['validations', 'messages', 'message_attempts', 'contact_budgets', 'simulator_messages', 'accounts'] as const
  assert.deepEqual(await Promise.all(left.map(count)), [0, 0, 0, 0, 0, 1])
  assert.equal(await count('carriers'), carriers)
})

test('an account that is proven while the purge comes by stays', async () => {
  await insertAccount('late', 'pending')
  await insertAccount('never', 'pending')
  clock.advance((kept('pending_accounts') + 1) * 86_400)
  let purging: Promise<void> | undefined
  await ctx.db.transaction(async trx => {
    await trx.updateTable('accounts').set({ status: 'active' }).where('login', '=', 'late').execute()
    purging = purge(ctx)
    await eventually(async () => {
      const { rows } = await ctx.db.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length > 0
    })
  })
  await purging
  const { rows } = await ctx.db.pool.query(`select login from accounts where login in ('late', 'never')`)
  assert.deepEqual(rows, [{ login: 'late' }])
})

test('an operator keeps records longer or shorter by their kind', async () => {
  const retentionDays = { ...config.retentionDays, validations: 4, messages: undefined }
  const own = { ...ctx, config: { ...config, retentionDays } }
  await issueCode(own, { purpose: 'api', channel: 'sms', contact: '+15555550101', locale: 'en' })
  clock.advance(5 * 86_400)
  await purge(own)
  assert.deepEqual([await count('validations'), await count('messages')], [0, 1])
  clock.advance(4000 * 86_400)
  await purge(own)
  assert.equal(await count('messages'), 1)
})

test('accounts are kept for ever unless the operator says how long they may be unused', async () => {
  clock.advance(4000 * 86_400)
  await purge(ctx)
  const before = await count('accounts')
  assert.ok(before > 0)
  const own = { ...ctx, config: { ...config, retentionDays: { ...config.retentionDays, accounts: 60 } } }
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)
  for (const [login, columns] of Object.entries({
    'used lately': { last_seen_at: daysAgo(59) },
    'has time left': { usage_expires_at: daysAgo(-1) },
    'kept out': { status: 'blocked' as const },
    unused: { last_seen_at: daysAgo(61) },
    'never used': {},
  })) {
    const at = daysAgo(100)
    const row = { id: uuidv7(at), login, login_key: login, status: 'active' as const, created_at: at, updated_at: at }
    await ctx.db.kysely
      .insertInto('accounts')
      .values({ ...row, ...columns })
      .execute()
  }
  await purge(own)
  const left = await ctx.db.kysely.selectFrom('accounts').select('login').orderBy('login').execute()
  assert.deepEqual(
    left.map(({ login }) => login),
    ['has time left', 'kept out', 'used lately'],
  )
})
