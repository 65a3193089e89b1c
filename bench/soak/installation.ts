import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../../src/db/embedded.ts'
import { createLog } from '../../src/lib/log.ts'
import { urlOf } from '../../test/server.ts'
import { freePort, readyAt } from '../gatehouse.ts'
import { makeDir, type Process, startNode } from '../processes.ts'
import type { SoakCarrier } from './carrier.ts'

const API_KEY = 'soak-0123456789abcdef0123456789abcdef'
const SECRET_KEY = 'a secret key for the soak, 32 bytes or more'
const MAIN = join(import.meta.dirname, '../../src/main.ts')
const ASK_TIMEOUT_MS = 10_000

/** What happens to the nodes while a cell runs. */
export interface Disturbance {
  killEveryMs?: number
  jumpEveryMs?: number
  firstIsAway?: boolean
  flapEveryMs?: number
}

interface MessageRow {
  id: string
  status: string
}

/** Two nodes on one database, with two gateways in order. */
export interface Installation {
  /** Forgets all messages and begins a cell. */
  begin(disturbance: Disturbance): Promise<void>
  /** Asks one of the nodes for a code to a new number. False: there was no answer. */
  startOne(): Promise<boolean>
  countMessages(): Promise<number>
  messages(): Promise<MessageRow[]>
  end(): Promise<void>
  stop(): Promise<void>
}

interface Node {
  port: number
  origin: string
  process: Process | undefined
}

export async function startInstallation(first: SoakCarrier, second: SoakCarrier, random: () => number): Promise<Installation> {
  // A database that survives crashes as in real life.
  const server = await startEmbedded({
    dataDir: makeDir('soak-database'),
    log: createLog('silent'),
    settings: { max_connections: '200' },
  })
  const databaseUrl = urlOf(server.connection)
  const db = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  // At the end the server goes before its last connection.
  db.on('error', () => undefined)
  const nodes: Node[] = []
  for (let i = 0; i < 2; i++) {
    const port = await freePort()
    nodes.push({ port, origin: `http://127.0.0.1:${port}`, process: undefined })
  }
  // Callbacks come to the first node; when it is dead a carrier calls again.
  const publicUrl = (nodes[0] as Node).origin

  async function startOf(node: Node): Promise<void> {
    node.process = startNode(`node-${node.port}`, [MAIN, 'serve'], {
      GATEHOUSE_DATABASE_URL: databaseUrl,
      GATEHOUSE_SECRET_KEY: SECRET_KEY,
      GATEHOUSE_DATA_DIR: makeDir(`node-${node.port}`),
      GATEHOUSE_PORT: String(node.port),
      GATEHOUSE_PUBLIC_URL: publicUrl,
      GATEHOUSE_API_KEY: API_KEY,
      GATEHOUSE_SEED: 'none',
      GATEHOUSE_TEST_CLOCK: 'on',
      NODE_ENV: 'test',
    })
    await node.process.whileRunning(readyAt(node.origin))
  }

  async function ask(origin: string, method: string, path: string, body: object): Promise<{ status: number; id: string }> {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    })
    const text = await answer.text()
    return { status: answer.status, id: (JSON.parse(text || '{}') as { id?: string }).id ?? '' }
  }

  for (const node of nodes) await startOf(node)
  const fieldsOf = (carrier: SoakCarrier) => ({
    provider: 'twilio',
    from: carrier.from,
    account_sid: carrier.accountSid,
    auth_token: carrier.authToken,
    base_url: carrier.origin,
  })
  const a = await ask(publicUrl, 'POST', '/sms_gateways', { name: 'A', ...fieldsOf(first) })
  const b = await ask(publicUrl, 'POST', '/sms_gateways', { name: 'B', ...fieldsOf(second) })
  const portal = await ask(publicUrl, 'POST', '/splash_portals', {
    name: 'Soak',
    slug: 'soak',
    password_reset_method: 'none',
    default_country: 'US',
    extra_prefixes: ['+1555'],
    sms_gateway_ids: [a.id, b.id],
  })

  let numbers = 0
  let running: Disturbance = {}
  let disturbing: Promise<void> = Promise.resolve()
  const over = () => Object.keys(running).length === 0

  async function every(ms: number | undefined, act: () => Promise<void>): Promise<void> {
    if (ms === undefined) return
    while (!over()) {
      await sleep(ms * (0.5 + random()))
      if (!over()) await act()
    }
  }
  const oneOf = (): Node => nodes[random() < 0.5 ? 0 : 1] as Node

  async function kill(): Promise<void> {
    const node = oneOf()
    if (!node.process) return
    process.kill(node.process.pid, 'SIGKILL')
    await sleep(300)
    await startOf(node)
  }

  async function jump(): Promise<void> {
    const seconds = Math.ceil(random() * 60)
    await ask((nodes[1] as Node).origin, 'POST', '/test_clock', { advance_seconds: seconds }).catch(() => undefined)
  }

  const pointFirstTo = (origin: string) =>
    ask((nodes.find(({ process }) => process) as Node).origin, 'PATCH', `/sms_gateways/${a.id}`, { base_url: origin })
  const nowhere = `http://127.0.0.1:${await freePort()}`
  let isAway = false
  async function flap(): Promise<void> {
    isAway = !isAway
    await pointFirstTo(isAway ? nowhere : first.origin)
  }

  return {
    async begin(disturbance) {
      await db.query('truncate messages, validations, contact_budgets cascade')
      if (disturbance.firstIsAway) await pointFirstTo(nowhere)
      running = disturbance
      disturbing = Promise.all([
        every(disturbance.killEveryMs, kill),
        every(disturbance.jumpEveryMs, jump),
        every(disturbance.flapEveryMs, flap),
      ]).then(() => undefined)
    },
    async startOne() {
      const to = `+1555${String(numbers++).padStart(7, '0')}`
      try {
        return (
          (await ask(oneOf().origin, 'POST', '/validations', { channel: 'sms', to, splash_portal_id: portal.id })).status === 201
        )
      } catch {
        return false
      }
    },
    async countMessages() {
      const { rows } = await db.query<{ n: number }>('select count(*)::int as n from messages')
      return rows[0]?.n ?? 0
    },
    async messages() {
      const { rows } = await db.query<MessageRow>('select id, status from messages')
      return rows
    },
    async end() {
      running = {}
      await disturbing
      isAway = false
      await pointFirstTo(first.origin)
      // Clocks that were moved go back to the true time with a new process.
      for (const node of nodes) {
        await node.process?.stop()
        await startOf(node)
      }
    },
    async stop() {
      await Promise.all(nodes.map(node => node.process?.stop()))
      await db.end()
      await server.stop()
    },
  }
}
