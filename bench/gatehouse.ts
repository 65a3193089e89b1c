import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { connectTo } from './client.ts'
import { ACCOUNT_SID, AUTH_TOKEN, FROM } from './fake-twilio.ts'
import type { Target } from './load.ts'
import { findPostmaster, startNode } from './processes.ts'
import { validationsApi } from './targets.ts'

const API_KEY = 'bench-0123456789abcdef0123456789abcdef'
export const AUTHORIZATION = { authorization: `Bearer ${API_KEY}` }
const READY_TIMEOUT_MS = 60_000
const READY_POLL_MS = 5
const MAIN = join(import.meta.dirname, '../src/main.ts')
/** As `npm start` has it. */
const NODE_FLAGS = ['--max-semi-space-size=8']

export interface Gatehouse {
  origin: string
  dataDir: string
  /** From starting the process to the first /readyz that answered 200. */
  readyMs: number
  pid: number
  /** The server and its database server; their children are theirs. */
  pids(): number[]
  /** How to reach the database in the box, another of its databases too. */
  database(name?: string): pg.ClientConfig
  /** Creates a record over the API and answers its id. */
  create(resource: string, record: object): Promise<string>
  change(resource: string, id: string, changes: object): Promise<void>
  /** Changes the one record of a resource, such as `limits`. */
  set(resource: string, changes: object): Promise<void>
  /** Creates a gateway to the fake provider and a portal that uses it, over the API. */
  setUp(twilioOrigin: string): Promise<Target>
  stop(): Promise<void>
}

/** Starts Gatehouse as a user would, with its own database in `dataDir`, and waits until it is ready. */
export async function startGatehouse(dataDir: string, nodeArgs: string[] = []): Promise<Gatehouse> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const begin = performance.now()
  const server = startNode('gatehouse', [...NODE_FLAGS, ...nodeArgs, MAIN, 'serve'], {
    GATEHOUSE_DATA_DIR: dataDir,
    GATEHOUSE_PORT: String(port),
    GATEHOUSE_PUBLIC_URL: origin,
    GATEHOUSE_API_KEY: API_KEY,
    GATEHOUSE_SEED: 'none',
    // Guests' addresses come in X-Forwarded-For, as behind a proxy.
    GATEHOUSE_TRUSTED_PROXIES: '127.0.0.1/32',
  })
  await server.whileRunning(readyAt(origin))
  const readyMs = performance.now() - begin

  function database(name = 'gatehouse'): pg.ClientConfig {
    const found = findPostmaster(dataDir)
    if (!found) throw new Error(`no database server in ${dataDir}`)
    return { host: found.host, port: found.port, user: 'gatehouse', database: name }
  }

  const create = (resource: string, record: object) => ask(origin, 'POST', resource, record)
  return {
    origin,
    dataDir,
    readyMs,
    pid: server.pid,
    pids: () => [server.pid, ...[findPostmaster(dataDir)?.pid ?? []].flat()],
    database,
    create,
    async change(resource, id, changes) {
      await ask(origin, 'PATCH', `${resource}/${id}`, changes)
    },
    async set(resource, changes) {
      await ask(origin, 'PATCH', resource, changes)
    },
    setUp: twilioOrigin => setUp({ origin, create }, twilioOrigin),
    stop: () => server.stop(),
  }
}

async function setUp(gatehouse: Pick<Gatehouse, 'origin' | 'create'>, twilioOrigin: string): Promise<Target> {
  // A data folder that was used before has such records already.
  const unique = Date.now()
  const gatewayId = await gatehouse.create('sms_gateways', {
    name: `Fake Twilio ${unique}`,
    provider: 'twilio',
    from: FROM,
    account_sid: ACCOUNT_SID,
    auth_token: AUTH_TOKEN,
    base_url: twilioOrigin,
  })
  const portalId = await gatehouse.create('splash_portals', {
    name: `Bench ${unique}`,
    slug: `bench-${unique}`,
    password_reset_method: 'none',
    default_country: 'GB',
    sms_gateway_ids: [gatewayId],
  })
  return validationsApi('Gatehouse', gatehouse.origin, AUTHORIZATION, portalId)
}

async function ask(origin: string, method: string, path: string, record: object): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method,
    headers: { ...AUTHORIZATION, 'content-type': 'application/json' },
    body: JSON.stringify(record),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  return (JSON.parse(text) as { id: string }).id
}

export async function readyAt(origin: string): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS
  const connection = connectTo(origin)
  try {
    while (performance.now() < deadline) {
      const status = await connection.get('/readyz').then(
        answer => answer.status,
        () => 0,
      )
      if (status === 200) return
      await sleep(READY_POLL_MS)
    }
  } finally {
    await connection.close()
  }
  throw new Error(`Gatehouse was not ready within ${READY_TIMEOUT_MS / 1000} s`)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
