import assert from 'node:assert/strict'
import { listSimulatorMessages, type SimulatorMessage } from '../src/simulator/store.ts'
import { createTestApp, eventually, type Guest, type Page, type TestApp } from './harness.ts'

export const PASSWORD = 'lantern over the quay'

// biome-ignore lint/suspicious/noExplicitAny: a row of any table
export type Row = Record<string, any>

/** What a code that goes out leaves behind. */
export const SENDING = [
  'contact_budgets',
  'limit_counters',
  'message_attempts',
  'message_events',
  'messages',
  'simulator_messages',
  'validations',
]

/** What a refused start may change: its counters were looked at, and count nothing of it. */
export const TOUCHED = ['limit_counters']

/** A portal as the demo seed makes it, and what its guests and their phones do. */
export interface Lobby extends TestApp {
  path(page: string): string
  /** The id of a plan by its name. */
  plan(name: string): string
  /** Waits for the next message to a contact that no earlier call has returned. */
  nextMessage(to: string): Promise<SimulatorMessage>
  /** The code in the next message to a contact. */
  nextCode(to: string): Promise<string>
  /** How many messages there are, once nothing is on its way any more. */
  countMessages(): Promise<number>
  /** A six-digit code that is certainly not this one. */
  wrong(code: string): string
  /** Signs a new guest up and proves what the plan asks for. */
  join(plan: string, form: Record<string, string>): Promise<Guest>
  /** The one account with this login. */
  account(login: string): Promise<Row>
  /** The rows of a table, oldest first. */
  rows(table: string): Promise<Row[]>
  /** Does something, waits until all messages are out, and fails unless exactly these tables have changed. */
  changing<T>(tables: string[], work: () => Promise<T>): Promise<T>
}

export async function openLobby(options: Parameters<typeof createTestApp>[0] = {}): Promise<Lobby> {
  const app = await createTestApp({ seed: 'demo', schedule: false, ...options })
  const { ctx, database } = app
  const read = new Map<string, number>()

  const path = (page: string) => `/portal/lobby${page && `/${page}`}`
  const plan = (name: string) => {
    const found = [...ctx.catalogue.now.usagePlans.values()].find(candidate => candidate.name === name)
    assert.ok(found, `there is no plan ${name}`)
    return found.id
  }
  async function nextMessage(to: string): Promise<SimulatorMessage> {
    const nth = read.get(to) ?? 0
    const message = await eventually(async () => (await listSimulatorMessages(ctx)).filter(sent => sent.to === to)[nth])
    read.set(to, nth + 1)
    return message
  }
  const nextCode = async (to: string) => codeIn(await nextMessage(to))

  // What a node counts in memory, and that it is there, is written some seconds later.
  const tables = (
    await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '%migration%'
        and tablename not in ('limit_refusals', 'sign_up_counts', 'node_keys') order by 1`,
    )
  ).map(({ name }) => name)
  async function fingerprint(): Promise<Record<string, string>> {
    await untilQuiet()
    const union = tables.map(
      name => `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`,
    )
    const found = await database.query<{ name: string; hash: string }>(union.join(' union all '))
    return Object.fromEntries(found.map(({ name, hash }) => [name, hash]))
  }
  async function untilQuiet(): Promise<void> {
    await eventually(async () => {
      const [row] = await database.query<{ n: number }>(
        `select count(*)::int as n from messages where status in ('queued', 'sending')`,
      )
      return row?.n === 0
    })
  }
  const rows = (table: string) => database.query<Row>(`select * from ${table} order by id`)

  return {
    ...app,
    path,
    plan,
    nextMessage,
    nextCode,
    async countMessages() {
      await untilQuiet()
      return (await listSimulatorMessages(ctx)).length
    },
    wrong: code => String((Number(code) + 1) % 1_000_000).padStart(6, '0'),
    async join(name, form) {
      const guest = app.guest()
      let page = await guest.submit(path('sign_up'), {
        usage_plan_id: plan(name),
        password: PASSWORD,
        password_confirmation: PASSWORD,
        ...form,
      })
      for (const contact of ['phone', 'email'] as const)
        if (form[contact] && /code/i.test(page.text) && page.text.includes('name="code"'))
          page = await guest.submit(path('validate_account'), { code: await nextCode(form[contact]) })
      return guest
    },
    rows,
    async account(login) {
      const found = (await rows('accounts')).filter(account => account.login === login)
      assert.equal(found.length, 1, `${found.length} accounts have the login ${login}`)
      return found[0] ?? {}
    },
    async changing(expected, work) {
      const before = await fingerprint()
      const result = await work()
      const after = await fingerprint()
      assert.deepEqual(
        Object.keys(after).filter(name => after[name] !== before[name]),
        expected.toSorted(),
        'the tables that changed',
      )
      return result
    },
  }
}

export function codeIn(message: SimulatorMessage): string {
  const code = /^\d{6}/.exec(message.text)?.[0]
  assert.ok(code, `no code at the start of: ${message.text}`)
  return code
}

/** What a page says, without its markup. */
export function textOf({ text }: Pick<Page, 'text'>): string {
  return text
    .replace(/<style>.*?<\/style>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}
