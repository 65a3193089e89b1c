import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, mkdtemp, readdir, readFile, readlink, realpath, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Logger } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { exists, findPlace, noteLocation, type Place } from './embedded-place.ts'

const DATABASE = 'gatehouse'
const ROLE = 'gatehouse'
const PORT = 5432
/** Session lock in the database `postgres`: whoever holds it runs this server. */
const OWNER_LOCK = 1_195_460_680
/** sockaddr_un holds 104 bytes on macOS and 108 on Linux. */
const SOCKET_PATH_BYTES_MAX = 100
const POLL_MS = 10
/** How long the lock of a Gatehouse that was just killed may take to fall. */
const OWNER_WAIT_MS = 1500
const OTHER_SERVER_WAIT_MS = 60_000
const STOP_WAIT_MS = 30_000
const RESTART_PAUSE_MS = 100
const RESTART_PAUSE_MS_MAX = 5000

/** Small, durable, silent about data: the log of the server never holds a statement or a value of a row. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '80',
  shared_buffers: '16MB',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '2',
  autovacuum_worker_slots: '2',
  max_logical_replication_workers: '0',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
}

export interface EmbeddedServer {
  connection: pg.ConnectionConfig
  /** False: another Gatehouse runs it, and this one was let in as a guest. */
  own: boolean
  major: number
  /** The server's processes as they are now. */
  pids(): Promise<number[]>
  /** Stops an own server, its connections included; leaves another's alone. */
  stop(): Promise<void>
}

interface Options {
  dataDir: string
  log: Logger
  /** When another Gatehouse runs the server: use it as a guest instead of refusing. */
  join?: boolean
  /** Replaces server settings, for tests. */
  settings?: Record<string, string>
}

/**
 * Starts the PostgreSQL that comes with Gatehouse on a Unix socket, and starts it again whenever it dies. A server left
 * over by a killed Gatehouse is stopped first. Throws an OperatorError when another Gatehouse uses the data folder.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedServer> {
  const { dataDir, log, join: mayJoin = false } = options
  const place = await findPlace(dataDir, log)
  const { cluster, major } = place
  if (await exists(join(cluster, 'PG_VERSION'))) await checkMajor(place)
  else await initCluster(dataDir, place)
  const socketDir = await makeSocketDir(place)

  let child: ChildProcess | undefined
  // Its session holds the owner lock; its end is how the death of the server is noticed.
  let owner: pg.Client | undefined
  let stopping = false
  let recovering: Promise<void> | undefined

  /** Ends with this process owning the running server, or with the socket folder of the one it may join. */
  async function acquire(): Promise<string | undefined> {
    const deadline = performance.now() + OTHER_SERVER_WAIT_MS
    while (!stopping) {
      if (performance.now() > deadline) throw new OperatorError(await whyNotFree(cluster))
      const running = await readPidFile(cluster)
      const client = running && (await connect(running.socketDir))
      if (!running || (!client && !(await isServer(running.pid, cluster)))) {
        const started = await launch()
        if (started) return own(started)
      } else if (client) {
        const lock = await takeLock(client)
        if (lock === 'taken' && running.pid === child?.pid) return own(client)
        const holder = lock === 'held' ? await lockHolder(client) : ''
        await client.end()
        if (lock === 'held') {
          if (mayJoin) return running.socketDir
          throw new OperatorError(
            `another Gatehouse (${holder}) uses the data folder ${dataDir}; stop it first, or set GATEHOUSE_DATA_DIR to another folder`,
          )
        }
        if (lock === 'taken') {
          log.info({ process: running.pid }, 'stopping the database server that a killed Gatehouse left over')
          await stopProcess(running.pid, () => isServer(running.pid, cluster))
        }
      } else await sleep(POLL_MS)
    }
    return undefined
  }

  function own(client: pg.Client): undefined {
    owner = client
    client.once('end', () => {
      if (stopping) return
      log.error('the database server went away; starting it again')
      recovering = recover()
    })
  }

  async function recover(): Promise<void> {
    for (let pauseMs = RESTART_PAUSE_MS; !stopping; pauseMs = Math.min(pauseMs * 2, RESTART_PAUSE_MS_MAX)) {
      try {
        await acquire()
        log.info('the database server is back')
        return
      } catch (error) {
        log.error({ err: error }, 'the database server did not start; trying again')
        await sleep(pauseMs)
      }
    }
  }

  /** Starts the server: a connection that holds the owner lock, or undefined when another process was faster. */
  async function launch(): Promise<pg.Client | undefined> {
    const server = spawnServer(place, socketDir, options.settings)
    child = server.process
    logLines(server, log)
    for (;;) {
      const client = await connect(socketDir)
      if (client) {
        if ((await takeLock(client)) === 'taken') return client
        await client.end()
        return undefined
      }
      if (!isRunning(server.process)) {
        const lines = server.lastLines.join('\n')
        const inUse = /lock file "(.+)" already exists|shared memory block .* is still in use/.exec(lines)
        if (inUse) {
          if (inUse[1]) await removeStaleLock(resolve(cluster, inUse[1]), cluster)
          await sleep(POLL_MS)
          return undefined
        }
        throw new OperatorError(`PostgreSQL did not start: ${server.failure ?? lines.replaceAll('\n', ' / ')}`)
      }
      await sleep(POLL_MS)
    }
  }

  const killOnExit = () => child?.kill('SIGINT')
  process.once('exit', killOnExit)

  async function stop(): Promise<void> {
    stopping = true
    await recovering
    process.off('exit', killOnExit)
    if (child?.pid !== undefined) await stopProcess(child.pid, () => isRunning(child))
    await owner?.end()
    if (socketDir !== cluster) await rm(socketDir, { recursive: true, force: true })
  }

  let guestOf: string | undefined
  try {
    guestOf = await acquire()
    if (guestOf === undefined) await createDatabase(socketDir)
  } catch (error) {
    await stop()
    throw error
  }
  if (guestOf !== undefined) await stop()
  return {
    connection: connectionTo(guestOf ?? socketDir, DATABASE),
    own: guestOf === undefined,
    major,
    pids: () => processesOf(child?.pid),
    stop,
  }
}

function connectionTo(socketDir: string, database: string): pg.ConnectionConfig {
  return { host: socketDir, port: PORT, user: ROLE, database }
}

async function checkMajor({ cluster, major }: Place): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found === String(major)) return
  throw new OperatorError(
    `${cluster} was made by PostgreSQL ${found}, but this Gatehouse brings PostgreSQL ${major}; run "gatehouse backup" with the Gatehouse that made it, move that folder away, then run "gatehouse restore" with this one`,
  )
}

// The cluster gets its name only when it is complete, so a start that dies half-way leaves nothing that looks like one.
async function initCluster(dataDir: string, place: Place): Promise<void> {
  const { cluster, programs, user } = place
  const fresh = await mkdtemp(`${cluster}.new-`)
  if (user) await chown(fresh, user.uid, user.gid)
  try {
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
    await promisify(execFile)(
      join(programs, 'bin/initdb'),
      ['--pgdata', fresh, '--username', ROLE, '--auth=trust', '--no-instructions', ...locale],
      { ...user, cwd: '/', env: { LANG: 'C' } },
    )
    await rename(fresh, cluster)
    await noteLocation(dataDir, cluster)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (await exists(join(cluster, 'PG_VERSION'))) return
    const { stderr, message } = error as Error & { stderr?: string }
    throw new OperatorError(`the database in ${cluster} could not be made: ${(stderr || message).trim().replaceAll('\n', ' / ')}`)
  }
}

// The cluster's folder is open to its owner alone, so the socket lives there, unless that makes its path too long.
async function makeSocketDir({ cluster, user }: Place): Promise<string> {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_BYTES_MAX) return cluster
  const folder = await mkdtemp('/tmp/gatehouse-')
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

interface SpawnedServer {
  process: ChildProcess
  /** The last lines of its log, for the sentence that says why it did not start. */
  lastLines: string[]
  /** Why it could not be run at all. */
  failure: string | undefined
}

// In a session of its own: a Ctrl-C at the terminal must reach Gatehouse first, which stops the server last.
function spawnServer(place: Place, socketDir: string, settings: Record<string, string> = {}): SpawnedServer {
  const values = Object.entries({ ...SETTINGS, unix_socket_directories: socketDir, ...settings })
  const child = spawn(
    join(place.programs, 'bin/postgres'),
    ['-D', place.cluster, '-p', String(PORT), ...values.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...place.user, cwd: '/', env: { LANG: 'C' }, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const server: SpawnedServer = { process: child, lastLines: [], failure: undefined }
  child.once('error', (error: NodeJS.ErrnoException) => {
    server.failure =
      error.code === 'ENOENT'
        ? `${error.message} (the built-in server needs glibc: on another C library set GATEHOUSE_DATABASE_URL)`
        : error.message
  })
  return server
}

function isRunning(child: ChildProcess | undefined): boolean {
  return child?.pid !== undefined && child.exitCode === null && child.signalCode === null
}

function logLines(server: SpawnedServer, log: Logger): void {
  if (!server.process.stderr) return
  createInterface(server.process.stderr).on('line', line => {
    server.lastLines = [...server.lastLines.slice(-4), line]
    // What ends one session (FATAL) its client hears of; what ends the server (PANIC) nobody else would tell.
    log[line.startsWith('PANIC:') ? 'error' : 'debug']({ postgres: line }, 'database server')
  })
}

interface PidFile {
  pid: number
  socketDir: string
}

// https://www.postgresql.org/docs/18/storage-file-layout.html: line 1 the process, line 5 the socket folder.
async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, socketDir: lines[4] || cluster } : undefined
}

/** Whether that process is the server of this cluster (process numbers are used again). */
async function isServer(pid: number, cluster: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') {
      const name = await readFile(`/proc/${pid}/comm`, 'utf8')
      return name.trim() === 'postgres' && (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster))
    }
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])
    return stdout.includes('postgres') && stdout.includes(cluster)
  } catch {
    return false
  }
}

// PostgreSQL takes a lock file for stale only when its process number is free; but numbers are used again (in containers
// within seconds), and a dead process keeps its number until its parent asks after it. Only Linux says what is really there.
async function removeStaleLock(file: string, cluster: string): Promise<void> {
  if (process.platform !== 'linux' || (await processesIn(cluster)).length > 0) return
  await rm(file, { force: true })
}

/** The living processes that work in a folder, as every process of a PostgreSQL server does in its cluster. */
async function processesIn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map(async pid => ((await isServer(pid, cluster)) ? [pid] : [])))
  return found.flat()
}

async function whyNotFree(cluster: string): Promise<string> {
  const running = await readPidFile(cluster)
  return `a PostgreSQL server (process ${running?.pid}) runs on ${cluster} but does not answer; stop it with: kill -INT ${running?.pid}`
}

/** Shuts a server down ("fast": running transactions are rolled back) and returns when it is gone. */
async function stopProcess(pid: number, isRunning: () => boolean | Promise<boolean>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!(await isRunning())) return
    process.kill(pid, signal)
    const deadline = performance.now() + STOP_WAIT_MS
    while (performance.now() < deadline) {
      if (!(await isRunning())) return
      await sleep(POLL_MS)
    }
  }
  throw new OperatorError(`the PostgreSQL server (process ${pid}) does not stop; stop it, then start Gatehouse again`)
}

/** A connection for the owner lock, or undefined while the server does not take any. */
async function connect(socketDir: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...connectionTo(socketDir, 'postgres'), application_name: `process ${process.pid}` })
  // Without a listener a connection that breaks would end this process; 'end' follows and is what counts.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    return undefined
  }
}

type LockOutcome = 'taken' | 'held' | 'gone'

/** `held`: by another for longer than a killed process could; `gone`: the server went away meanwhile. */
async function takeLock(client: pg.Client): Promise<LockOutcome> {
  const deadline = performance.now() + OWNER_WAIT_MS
  try {
    for (;;) {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK])
      if (rows[0].taken) return 'taken'
      if (performance.now() > deadline) return 'held'
      await sleep(100)
    }
  } catch {
    return 'gone'
  }
}

async function lockHolder(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select application_name from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory' and objid = $1 and granted`,
    [OWNER_LOCK],
  )
  return rows[0]?.application_name ?? 'just started'
}

async function createDatabase(socketDir: string): Promise<void> {
  const client = new pg.Client(connectionTo(socketDir, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

async function processesOf(pid: number | undefined): Promise<number[]> {
  if (pid === undefined) return []
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return [pid, ...children.split(' ').filter(Boolean).map(Number)]
}
