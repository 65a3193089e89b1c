import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ACCOUNT_SID, AUTH_TOKEN, type FakeTwilio, FROM } from './fake-twilio.ts'
import { freePort, type Gatehouse } from './gatehouse.ts'
import { freshNumber } from './numbers.ts'
import { memory } from './processes.ts'

// The way out alone: how fast queued messages leave through one gateway, and how soon another gateway has a message when
// the first is away.

const FILL_BATCH = 10_000
const LOOK_MS = 100
const MEMORY_LOOKS = 10

export interface OutboxFigures {
  messages: number
  provider_ms: number
  concurrency: number
  seconds: number
  per_s: number
  /** Memory of the server (PSS) as the messages left, from the first tenth to the last. */
  server_mb: number[]
}

/** Queues `count` codes and measures how fast they leave through one gateway whose provider takes `providerMs` to answer. */
export async function drainOutbox(
  gatehouse: Gatehouse,
  fake: FakeTwilio,
  { count, providerMs, concurrency }: { count: number; providerMs: number; concurrency: number },
): Promise<OutboxFigures> {
  const gateway = await createGateway(gatehouse, fake.origin, concurrency)
  const client = new pg.Client(gatehouse.database())
  await client.connect()
  fake.delayMs = providerMs
  try {
    for (let filled = 0; filled < count; filled += FILL_BATCH)
      await queueCodes(client, gateway, Math.min(FILL_BATCH, count - filled))
    await client.query('vacuum analyze messages, validations')
    const before = fake.received
    const serverMb: number[] = []
    await client.query(`update messages set due_at = created_at where status = 'queued' and sms_gateway_id = $1`, [gateway])
    await client.query("select pg_notify('gatehouse_messages', '')")
    const begin = performance.now()
    let next = count / MEMORY_LOOKS
    while (fake.received - before < count) {
      await sleep(LOOK_MS)
      if (fake.received - before < next) continue
      serverMb.push(Math.round(memory([gatehouse.pid]).server_mb))
      next += count / MEMORY_LOOKS
    }
    const seconds = (performance.now() - begin) / 1000
    return { messages: count, provider_ms: providerMs, concurrency, seconds, per_s: count / seconds, server_mb: serverMb }
  } finally {
    fake.delayMs = 0
    await client.end()
  }
}

async function createGateway(gatehouse: Gatehouse, origin: string, concurrency: number): Promise<string> {
  return gatehouse.create('sms_gateways', {
    name: `Outbox ${performance.now()}`,
    provider: 'twilio',
    from: FROM,
    account_sid: ACCOUNT_SID,
    auth_token: AUTH_TOKEN,
    base_url: origin,
    concurrency_max: concurrency,
  })
}

/** Codes as a start would have written them, not due yet. */
async function queueCodes(client: pg.Client, gateway: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, freshNumber)
  await client.query(
    `
with codes as (
  insert into validations (id, purpose, channel, status, contact, budget_key, seed, last_sent_at, created_at, expires_at)
  select gen_random_uuid(), 'api', 'sms', 'pending', number, 'sms:' || number, decode(md5(number) || md5('x' || number), 'hex'), now(), now(),
    now() + interval '600 s'
  from unnest($1::text[]) number returning id, contact
)
insert into messages (id, channel, template, status, "to", locale, validation_id, sms_gateway_id, country, created_at, expires_at)
select gen_random_uuid(), 'sms', 'code', 'queued', contact, 'en', id, $2, 'GB', now(), now() + interval '600 s' from codes`,
    [numbers, gateway],
  )
}

export interface FailOverFigures {
  /** From the POST of the start to the second provider's receipt, in milliseconds. */
  refused_ms: number[]
  /** The first gateway's host takes no connection and says nothing. */
  silent_ms: number[]
  /** The first gateway's breaker is open. */
  open_ms: number[]
}

/** Two gateways in order, the first away: how soon has the second one the message? */
export async function measureFailOver(gatehouse: Gatehouse, fake: FakeTwilio, rounds: number): Promise<FailOverFigures> {
  const nowhere = `http://127.0.0.1:${await freePort()}`
  const first = await createGateway(gatehouse, nowhere, 64)
  const second = await createGateway(gatehouse, fake.origin, 64)
  const portal = await gatehouse.create('splash_portals', {
    name: `Fail-over ${performance.now()}`,
    slug: `fail-over-${Math.floor(performance.now())}`,
    password_reset_method: 'none',
    default_country: 'GB',
    sms_gateway_ids: [first, second],
  })
  async function once(): Promise<number> {
    const number = freshNumber()
    const arrival = fake.arrivalTo(number)
    const begin = performance.now()
    await gatehouse.create('validations', { channel: 'sms', to: number, splash_portal_id: portal })
    return (await arrival).at - begin
  }
  /** A changed record starts with a closed breaker. */
  const heal = (origin: string) => gatehouse.change('sms_gateways', first, { base_url: origin })
  const figures: FailOverFigures = { refused_ms: [], silent_ms: [], open_ms: [] }
  for (let round = 0; round < rounds; round++) {
    await heal(nowhere)
    figures.refused_ms.push(await once())
    await once()
    await once()
    figures.open_ms.push(await once())
  }
  const silent = await startSilentHost()
  try {
    for (let round = 0; round < rounds; round++) {
      await heal(silent.origin)
      figures.silent_ms.push(await once())
    }
  } finally {
    silent.stop()
  }
  return figures
}

/** A host whose queue of connections is full: the kernel drops whoever wants one more. */
async function startSilentHost(): Promise<{ origin: string; stop(): void }> {
  const script =
    "const s=require('node:net').createServer();s.listen({port:0,host:'127.0.0.1',backlog:1},()=>{console.log(s.address().port);setInterval(()=>{},1e3)})"
  const host: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(host.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  const port = Number(line.toString())
  host.kill('SIGSTOP')
  const fillers: Socket[] = []
  for (let i = 0; i < 4; i++) fillers.push(connect(port, '127.0.0.1').on('error', () => undefined))
  await sleep(200)
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      for (const socket of fillers) socket.destroy()
      host.kill('SIGKILL')
    },
  }
}
