import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Everything the bench starts is registered here and ended by endAll(), however the run ends.

const STOP_TIMEOUT_MS = 15_000
const KB = 1024

interface Started {
  child: ChildProcess
  exited: Promise<void>
}

const started = new Set<Started>()
let workDir: string | undefined

export interface Process {
  pid: number
  /** What it printed, on both streams. */
  outputFile: string
  /** Rejects when it ends before `ready` does. */
  whileRunning<T>(ready: Promise<T>): Promise<T>
  /** Asks it to stop and waits until it has; kills it after 15 s. */
  stop(): Promise<void>
}

/** A folder that is gone after the run. */
export function makeDir(name: string): string {
  workDir ??= makeWorkDir()
  const dir = join(workDir, name)
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  return dir
}

function makeWorkDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  // Started by root, Gatehouse runs its database as another user, who has to get through to the data folder.
  chmodSync(dir, 0o755)
  return dir
}

/** Starts a Node program. It gets the environment given and nothing of the caller's but PATH and HOME. */
export function startNode(name: string, args: string[], env: Record<string, string> = {}): Process {
  const outputFile = join(makeDir('output'), `${name}.log`)
  const output = openSync(outputFile, 'a')
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
  })
  const exited = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const entry = { child, exited }
  started.add(entry)
  void exited.then(() => started.delete(entry))
  return {
    pid: child.pid ?? 0,
    outputFile,
    whileRunning: ready =>
      Promise.race([
        ready,
        exited.then(() => {
          throw new Error(`${name} ended; its last lines were:\n${lastLines(outputFile)}`)
        }),
      ]),
    stop: () => stop(entry),
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
}

async function stop({ child, exited }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await exited
  clearTimeout(timer)
}

/** Ends every process of this run, left-over databases too, and removes its folders. */
export async function endAll(options: { keep: boolean }): Promise<void> {
  await Promise.all([...started].map(stop))
  if (workDir === undefined) return
  for (const pid of postmasters(workDir)) {
    try {
      process.kill(pid, 'SIGINT')
    } catch {
      // It has ended by itself.
    }
  }
  if (options.keep) console.log(`kept: ${workDir}`)
  else rmSync(workDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** Pids of database servers whose data folder belongs to this run. */
function postmasters(dir: string): number[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('postmaster.pid'))
    .map(path => Number(readFileSync(join(dir, path), 'utf8').split('\n')[0]))
    .filter(pid => processes().some(process => process.pid === pid && process.command.includes('postgres')))
}

interface ProcessState {
  pid: number
  parent: number
  command: string
  /** Used so far, in user and kernel mode, its ended children included. */
  cpuMs: number
}

const TICK_MS = 10

function processes(): ProcessState[] {
  const found: ProcessState[] = []
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
      // From the state on, which is the third field of proc(5)'s list.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
      found.push({ pid: Number(name), parent: Number(fields[1]), command, cpuMs: ticks * TICK_MS })
    } catch {
      // It ended meanwhile.
    }
  }
  return found
}

/** The processes given and all that they started. */
function tree(pids: number[]): ProcessState[] {
  const all = processes()
  const family = new Set(pids)
  let size = 0
  while (size !== family.size) {
    size = family.size
    for (const process of all) if (family.has(process.parent)) family.add(process.pid)
  }
  return all.filter(process => family.has(process.pid))
}

export interface CpuTime {
  server_ms: number
  postgres_ms: number
}

/** CPU time of a server and its children so far, its PostgreSQL apart. */
export function cpuTime(pids: number[]): CpuTime {
  const time = { server_ms: 0, postgres_ms: 0 }
  for (const process of tree(pids)) time[process.command.includes('postgres') ? 'postgres_ms' : 'server_ms'] += process.cpuMs
  return time
}

export interface Memory {
  processes: number
  server_mb: number
  postgres_mb: number
  total_mb: number
}

/** Proportional set size of a server and its children: shared pages are counted once, by halves. */
export function memory(pids: number[]): Memory {
  const sum = { processes: 0, server_mb: 0, postgres_mb: 0, total_mb: 0 }
  for (const process of tree(pids)) {
    try {
      const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process.pid}/smaps_rollup`, 'utf8'))?.[1]
      const mb = Number(pss) / KB
      sum.processes++
      sum[process.command.includes('postgres') ? 'postgres_mb' : 'server_mb'] += mb
      sum.total_mb += mb
    } catch {
      // It ended meanwhile.
    }
  }
  return sum
}

/** The database server that keeps its data somewhere under this folder. */
export function findPostmaster(dir: string): { pid: number; host: string; port: number } | undefined {
  const path = readdirSync(dir, { recursive: true, encoding: 'utf8' }).find(name => name.endsWith('postmaster.pid'))
  if (!path) return undefined
  // Line by line: pid, data folder, start time, port, socket folder (PostgreSQL, "Database File Layout").
  const lines = readFileSync(join(dir, path), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), host: lines[4] ?? '' }
}
