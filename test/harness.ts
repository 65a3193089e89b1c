import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { App } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import type { Context } from '../src/context.ts'
import { migrate, readMigrations } from '../src/db/migrate.ts'
import { type Clock, createClock } from '../src/lib/clock.ts'
import { createLog, type Logger } from '../src/lib/log.ts'
import { randomToken } from '../src/lib/random.ts'
import { seedDemo } from '../src/seed.ts'
import { startTestServer } from './server.ts'

export const TEST_API_KEY = 'test-root-key-0123456789'
const TEST_SECRET_KEY = 'a secret key for tests, 32 bytes or more'
/** Where scripts/test.js, or whoever runs the suite on a server of theirs, says what server to use. */
const SERVER_URL = process.env.GATEHOUSE_TEST_DATABASE_URL
const TEMPLATE_LOCK = 1_413_829_460
// Longer than anything takes, on a machine that is busy with something else too.
const EVENTUALLY_MS = 20_000
const EVENTUALLY_POLL_MS = 10

export const testLog = createLog('silent')

// Everything a test file opens is closed at its end, the last opened first.
const cleanups: (() => Promise<unknown>)[] = []
after(async () => {
  // One that fails must not leave the rest open: the process would never end.
  const failures: unknown[] = []
  for (const close of cleanups.reverse()) await close().catch(error => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed')
})

/** Registers what must be closed at the end of the test file; returns a function that does it now, once. */
export function closeAtEnd(close: () => Promise<unknown>): () => Promise<void> {
  let closing: Promise<unknown> | undefined
  const closeOnce = () => {
    closing ??= close()
    return closing
  }
  cleanups.push(closeOnce)
  return async () => {
    await closeOnce()
  }
}

/** Makes a folder that is removed at the end of the test file. */
export async function createTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'))
  // Started by root, the database server runs as a user who must get in here.
  await chmod(folder, 0o755)
  closeAtEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

let ownServer: Promise<string> | undefined

/** URL of the test server: the run's, or, for a test file that is run by itself, one that this process starts. */
function serverUrl(): Promise<string> {
  if (SERVER_URL) return Promise.resolve(SERVER_URL)
  ownServer ??= startServer()
  return ownServer
}

async function startServer(): Promise<string> {
  const { url, stop } = await startTestServer(await createTestFolder())
  closeAtEnd(stop)
  return url
}

function urlWithDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Name of the migrated database that all others are cloned from: another schema, another name. */
async function templateName(): Promise<string> {
  const hash = createHash('sha256')
  for (const migration of await readMigrations()) hash.update(migration.checksum)
  return `gatehouse_template_${hash.digest('hex').slice(0, 12)}`
}

/** Makes the template if the server does not have it yet; only its complete form gets its name. */
export async function ensureTemplate(url: string): Promise<string> {
  const name = await templateName()
  await withClient(url, async client => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`drop database if exists ${name}_new with (force)`)
    await client.query(`create database ${name}_new template template0 encoding 'UTF8'`)
    await migrate({ connectionString: urlWithDatabase(url, `${name}_new`) }, { log: testLog, now: createClock().now() })
    await client.query(`alter database ${name}_new rename to ${name}`)
  })
  return name
}

let template: Promise<string> | undefined

export interface TestDatabase {
  url: string
  connection: pg.ConnectionConfig
  /** Runs one statement on a connection of its own. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  /** Drops it now, connections or not; at the end of the file it is dropped anyway. */
  drop(): Promise<void>
}

/** Makes a database of the test's own: migrated and without rows, or with `empty` without any table. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = await serverUrl()
  if (!options.empty) template ??= ensureTemplate(server)
  const from = options.empty ? 'template0' : await template
  const name = `gatehouse_test_${randomToken(9).toLowerCase().replaceAll('-', '_')}`
  await withClient(server, client => client.query(`create database ${name} template ${from}`))
  const url = urlWithDatabase(server, name)
  return {
    url,
    connection: { connectionString: url },
    query: async (sql, values) => withClient(url, async client => (await client.query(sql, values)).rows),
    drop: closeAtEnd(() => withClient(server, client => client.query(`drop database if exists ${name} with (force)`))),
  }
}

/** Finds a port before the application starts, since its public URL must name it. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** A configuration for tests: as if nothing were set, on a free port, with a root API key. */
export async function createTestConfig(overrides: Partial<Config> = {}): Promise<Config> {
  const port = overrides.port ?? (await freePort())
  return {
    ...readConfig({}),
    dnsServers: ['127.0.0.1:1'],
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    secretKey: TEST_SECRET_KEY,
    apiKey: TEST_API_KEY,
    logLevel: 'silent',
    ...overrides,
  }
}

export interface ApiAnswer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
}

export interface TestApp {
  app: App
  ctx: Context
  config: Config
  /** Moves for this application alone. */
  clock: Clock
  database: TestDatabase
  /** Sends a request in process. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Calls the REST API in process, with the root key unless another is given: `api('POST', '/usage_plans', {…})`. */
  api(method: string, path: string, body?: unknown, key?: string): Promise<ApiAnswer>
  /** A browser without script: keeps its cookies, posts forms, follows nothing by itself. */
  guest(): Guest
  /** Starts listening on the port of the public URL, which it returns. */
  listen(): Promise<string>
  close(): Promise<void>
}

export interface TestAppOptions {
  config?: Partial<Config>
  /** What the database is filled with; default none. */
  seed?: 'demo' | 'none'
  /** A database that exists already, to start a second node on it. */
  database?: TestDatabase
  clock?: Clock
  log?: Logger
  /** False: no jobs by the clock. */
  schedule?: boolean
}

/** Opens the whole application on a database of its own. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { openApp } = await import('../src/app.ts')
  const database = options.database ?? (await createTestDatabase())
  const clock = options.clock ?? createClock(true)
  const config = await createTestConfig({ databaseUrl: database.url, ...options.config })
  if (options.seed === 'demo') await withClient(database.url, client => seedDemo(client, clock.now()))
  const app = await openApp(config, {
    clock,
    connection: database.connection,
    secretKey: config.secretKey ?? TEST_SECRET_KEY,
    log: options.log ?? testLog,
    ...(options.schedule !== undefined && { schedule: options.schedule }),
  })
  const close = closeAtEnd(() => app.close())

  async function request(path: string, init?: RequestInit): Promise<Response> {
    return app.fetch(new Request(new URL(path, config.publicUrl), { redirect: 'manual', ...init }))
  }

  return {
    app,
    ctx: app.ctx,
    config,
    clock,
    database,
    request,
    async api(method, path, body, key = config.apiKey) {
      const response = await request(`/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
    },
    guest: () => createGuest(request, config.publicUrl),
    async listen() {
      await app.listen()
      return config.publicUrl
    },
    close,
  }
}

export interface Page {
  status: number
  /** Where a 303 leads, as path and query; empty without one. */
  location: string
  text: string
  headers: Headers
}

export interface Guest {
  cookies: Map<string, string>
  get(path: string): Promise<Page>
  /** Posts a form as a page of the same site does. */
  post(path: string, form: Record<string, string>): Promise<Page>
  /** Posts a form that must be taken, and opens the page it leads to. */
  submit(path: string, form: Record<string, string>): Promise<Page>
}

function createGuest(request: TestApp['request'], origin: string): Guest {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await request(path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/)
      if (value === '' || attributes.some(attribute => /^\s*max-age=0\s*$/i.test(attribute))) cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    const target = location === null ? undefined : new URL(location, new URL(path, origin))
    return {
      status: response.status,
      location: target ? target.pathname + target.search : '',
      text: await response.text(),
      headers: response.headers,
    }
  }

  const guest: Guest = {
    cookies,
    get: path => send(path, {}),
    post: (path, form) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(form).toString(),
      }),
    async submit(path, form) {
      const answer = await guest.post(path, form)
      assert.equal(answer.status, 303, `POST ${path} answered ${answer.status}: ${answer.text.slice(0, 2000)}`)
      return guest.get(answer.location)
    },
  }
  return guest
}

/** How much test/flows/fuzz.test.ts sends (FUZZ_REQUESTS), and the seed to repeat what a run has sent (FUZZ_SEED). */
export const fuzzing = {
  requests: Number(process.env.FUZZ_REQUESTS ?? 20_000),
  seed: process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED),
}

/** Where a peer that cannot be had is a failure, not a skip. */
export const isCi = process.env.CI === 'true'

/** Path of the Chromium to test with, or undefined. scripts/test.js finds it; by hand set CHROME_PATH. */
export const chromiumPath = process.env.CHROME_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)

/** Calls `fn` until it returns something truthy, which it returns; after the deadline fails with the last error of `fn`. */
export async function eventually<T>(fn: () => T | Promise<T>, options: { deadlineMs?: number } = {}): Promise<NonNullable<T>> {
  const { deadlineMs = EVENTUALLY_MS } = options
  const deadline = performance.now() + deadlineMs
  for (;;) {
    let failure: unknown
    try {
      const value = await fn()
      if (value) return value
    } catch (error) {
      failure = error
    }
    if (performance.now() > deadline) throw failure ?? new Error(`nothing came of it within ${deadlineMs} ms: ${fn}`)
    await sleep(EVENTUALLY_POLL_MS)
  }
}
