import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import pg from 'pg'
import { closeAtEnd, createTestFolder, eventually, testLog } from '../../test/harness.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

const isRoot = process.getuid?.() === 0

async function start(dataDir: string, options: { join?: boolean } = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: testLog, ...options })
  closeAtEnd(server.stop)
  return server
}

async function query(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The number of the server's first process, as its lock file has it. */
async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

// A killed process without a parent that asks after it stays as a zombie: it has no command line any more.
async function isAlive(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== ''
}

test('starts durable, on a Unix socket alone, in a folder of its own, and keeps its data', async () => {
  const dataDir = await createTestFolder()
  const server = await start(dataDir)
  assert.equal(server.own, true)
  assert.equal(server.major, 18)
  const settings = Object.fromEntries(
    (await query(server, 'select name, setting from pg_settings')).map(({ name, setting }) => [name, setting]),
  )
  assert.equal(settings.listen_addresses, '')
  assert.deepEqual([settings.fsync, settings.synchronous_commit, settings.full_page_writes], ['on', 'on', 'on'])
  assert.equal(settings.log_min_error_statement, 'panic')
  const socketFolder = await stat(server.connection.host ?? '')
  assert.equal(socketFolder.mode & 0o777, 0o700)
  if (isRoot) assert.notEqual(socketFolder.uid, 0)
  assert.ok((await server.pids()).length > 3)

  await query(server, 'create table kept (word text)')
  await query(server, `insert into kept values ('still here')`)
  const pid = await postmasterOf(dataDir)
  await server.stop()
  assert.equal(await isAlive(pid), false)
  assert.deepEqual(await query(await start(dataDir), 'select * from kept'), [{ word: 'still here' }])
})

test('starts the server again when it is killed, and loses no row that was acknowledged', async () => {
  const dataDir = await createTestFolder()
  const server = await start(dataDir)
  await query(server, 'create table written (n serial)')
  let acknowledged = 0
  const writing = (async () => {
    const client = new pg.Client(server.connection)
    client.on('error', () => undefined)
    await client.connect()
    for (;;) {
      await client.query('insert into written default values')
      acknowledged++
    }
  })()
  await eventually(() => acknowledged > 20)
  const killed = await postmasterOf(dataDir)
  process.kill(killed, 'SIGKILL')
  await assert.rejects(writing)
  const [row] = await eventually(() => query(server, 'select count(*)::integer as n from written'), { deadlineMs: 20_000 })
  assert.ok(Number(row?.n) >= acknowledged, `${row?.n} of ${acknowledged} rows`)
  assert.notEqual(await postmasterOf(dataDir), killed)
})

async function spawnHolder(dataDir: string): Promise<{ holder: ChildProcess; pids: number[]; acknowledged: () => number }> {
  const holder = spawn(process.execPath, [join(import.meta.dirname, '../../test/fixtures/hold-database.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  closeAtEnd(async () => holder.kill('SIGKILL'))
  let pids: number[] = []
  let acknowledged = 0
  createInterface(holder.stdout).on('line', line => {
    if (line.startsWith('{')) pids = JSON.parse(line).pids
    else acknowledged = Number(line)
  })
  await eventually(() => acknowledged > 20, { deadlineMs: 20_000 })
  return { holder, pids, acknowledged: () => acknowledged }
}

test('takes over from a Gatehouse that was killed: one server, every acknowledged row', async () => {
  const dataDir = await createTestFolder()
  const { holder, pids, acknowledged } = await spawnHolder(dataDir)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const leftOver = pids[0] ?? 0
  assert.equal(await isAlive(leftOver), true, 'the server outlives its Gatehouse')

  const server = await start(dataDir)
  assert.equal(server.own, true)
  assert.equal(await isAlive(leftOver), false, 'it was stopped before another was started')
  const [row] = await query(server, 'select count(*)::integer as n from written')
  assert.ok(Number(row?.n) >= acknowledged(), `${row?.n} of ${acknowledged()} rows`)
})

test('starts after Gatehouse and its server were killed together', async () => {
  const dataDir = await createTestFolder()
  const { holder, pids, acknowledged } = await spawnHolder(dataDir)
  const gone = once(holder, 'exit')
  holder.kill('SIGKILL')
  // The first of them is the one that matters; a short-lived worker may be gone already.
  for (const pid of pids) if (await isAlive(pid)) process.kill(pid, 'SIGKILL')
  await gone
  const [row] = await query(await start(dataDir), 'select count(*)::integer as n from written')
  assert.ok(Number(row?.n) >= acknowledged(), `${row?.n} of ${acknowledged()} rows`)
})

test('refuses a second Gatehouse on the same folder, and lets a guest in that asks to join', async () => {
  const dataDir = await createTestFolder()
  const server = await start(dataDir)
  const pid = await postmasterOf(dataDir)
  await assert.rejects(start(dataDir), (error: Error) => {
    assert.ok(error instanceof OperatorError)
    assert.match(
      error.message,
      new RegExp(`another Gatehouse \\(process ${process.pid}\\) uses the data folder .*GATEHOUSE_DATA_DIR`),
    )
    return true
  })
  const guest = await start(dataDir, { join: true })
  assert.equal(guest.own, false)
  assert.deepEqual(await query(guest, 'select 1 as one'), [{ one: 1 }])
  await guest.stop()
  assert.equal(await postmasterOf(dataDir), pid)
  assert.deepEqual(await query(server, 'select 1 as one'), [{ one: 1 }])
})

test('of several that start at once on a new folder one wins and the others are refused', async () => {
  const dataDir = await createTestFolder()
  const results = await Promise.allSettled([start(dataDir), start(dataDir), start(dataDir)])
  const winners = results.filter(result => result.status === 'fulfilled')
  assert.equal(winners.length, 1)
  for (const result of results)
    if (result.status === 'rejected') assert.match(String(result.reason), /another Gatehouse .* uses the data folder/)
  assert.deepEqual(await query(winners[0]?.value as EmbeddedServer, 'select 1 as one'), [{ one: 1 }])
  assert.deepEqual(await readdir(dataDir), ['postgres'], 'nothing half-made is left')
})

test('a path too long for a socket gets a short folder, which goes with the server', async () => {
  const dataDir = join(await createTestFolder(), 'a-rather-long-name-of-a-folder'.repeat(4))
  const server = await start(dataDir)
  const socketDir = server.connection.host ?? ''
  assert.match(socketDir, /^\/tmp\/gatehouse-/)
  assert.equal((await stat(socketDir)).mode & 0o777, 0o700)
  assert.deepEqual(await query(server, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
  await assert.rejects(stat(socketDir), /ENOENT/)
})

test('a database of another PostgreSQL major is refused with the way to bring it along', async () => {
  const dataDir = await createTestFolder()
  await (await start(dataDir)).stop()
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n')
  await assert.rejects(start(dataDir), (error: Error) => {
    assert.ok(error instanceof OperatorError)
    assert.match(error.message, /made by PostgreSQL 17, but this Gatehouse brings PostgreSQL 18.*backup.*restore/)
    return true
  })
})

test('a lock file whose number belongs to another program by now does not stop the start', async () => {
  const dataDir = await createTestFolder()
  await (await start(dataDir)).stop()
  const { uid, gid } = await stat(join(dataDir, 'postgres'))
  const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
  closeAtEnd(async () => stranger.kill())
  await once(stranger, 'spawn')
  await writeFile(
    join(dataDir, 'postgres/postmaster.pid'),
    `${stranger.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n${dataDir}\n\n`,
  )
  assert.deepEqual(await query(await start(dataDir), 'select 1 as one'), [{ one: 1 }])
  assert.equal(await isAlive(stranger.pid ?? 0), true)
})

test('says why the server did not start', async () => {
  const dataDir = await createTestFolder()
  await (await start(dataDir)).stop()
  await assert.rejects(
    startEmbedded({ dataDir, log: testLog, settings: { shared_buffers: 'many' } }),
    /PostgreSQL did not start: .*shared_buffers/,
  )
  await rm(join(dataDir, 'postgres/global'), { recursive: true })
  await assert.rejects(start(dataDir), /PostgreSQL did not start: .*global/)
})

test('as root, works below a folder that only root may enter', { skip: isRoot ? false : 'needs root' }, async () => {
  const closed = await mkdtemp(join(tmpdir(), 'gatehouse-closed-'))
  const elsewhere: string[] = []
  closeAtEnd(async () => {
    for (const folder of [closed, ...elsewhere]) await rm(folder, { recursive: true, force: true })
  })
  const dataDir = join(closed, 'data')
  const note = join(dataDir, 'postgres-location.txt')
  async function startElsewhere(): Promise<{ server: EmbeddedServer; cluster: string }> {
    const server = await start(dataDir)
    const [cluster = ''] = (await readFile(note, 'utf8')).split('\n')
    elsewhere.push(dirname(cluster))
    return { server, cluster }
  }

  await mkdir(dataDir)
  const first = await startElsewhere()
  await query(first.server, 'create table kept (word text)')
  await first.server.stop()
  assert.equal((await stat(closed)).mode & 0o777, 0o700)
  assert.deepEqual(await readdir(dataDir), ['postgres-location.txt'])
  assert.equal((await stat(first.cluster)).mode & 0o777, 0o700)
  const second = await startElsewhere()
  assert.deepEqual(await query(second.server, 'select * from kept'), [])
  await second.server.stop()

  await test('a new folder at the same path finds a new database, not the old one', async () => {
    await rm(note)
    const { server, cluster } = await startElsewhere()
    assert.notEqual(cluster, first.cluster)
    await assert.rejects(query(server, 'select * from kept'), /does not exist/)
    await server.stop()
  })

  await test('a note that leads nowhere stops the start', async () => {
    await writeFile(note, '/nowhere/postgres\n')
    await assert.rejects(start(dataDir), /says that the database is in \/nowhere\/postgres, but there is none/)
  })
})

test('stops even when its folder was deleted under it', async () => {
  const dataDir = await createTestFolder()
  const server = await start(dataDir)
  const pid = await postmasterOf(dataDir)
  await rm(join(dataDir, 'postgres'), { recursive: true })
  await server.stop()
  assert.equal(await isAlive(pid), false)
})
