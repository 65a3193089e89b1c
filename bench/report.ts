import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { FlowFigures } from './load.ts'
import type { RepeatedFlows } from './measure.ts'

/** Everything measured in one run, as it is written to the JSON file. */
export interface Report {
  at: string
  machine: Record<string, string | number>
  versions: Record<string, string>
  options: Record<string, unknown>
  results: Record<string, unknown>
  goals: Goal[]
}

/** A figure that Gatehouse promises, and what this run found. */
export interface Goal {
  goal: string
  measured: number
  unit: string
  met: boolean
}

export function describeMachine(): Report['machine'] {
  return {
    cpu: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    system: readSystemName(),
    load_before: loadavg()[0] ?? 0,
  }
}

function readSystemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform
  } catch {
    return process.platform
  }
}

export function describeVersions(): Record<string, string> {
  const root = join(import.meta.dirname, '..')
  const versionOf = (file: string) => (JSON.parse(readFileSync(join(root, file), 'utf8')) as { version: string }).version
  const versions: Record<string, string> = { gatehouse: versionOf('package.json'), node: process.version }
  for (const name of ['hono', '@hono/node-server', 'pg', 'undici'])
    versions[name] = versionOf(`node_modules/${name}/package.json`)
  try {
    versions.commit = execFileSync('git', ['-C', root, 'describe', '--always', '--dirty'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  } catch {
    // Not a clone.
  }
  return versions
}

export async function postgresVersion(database: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    return (await client.query('show server_version')).rows[0].server_version
  } finally {
    await client.end()
  }
}

/** Prints rows under headings, numbers to the right. */
export function printTable(title: string, headings: string[], rows: string[][]): void {
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map(row => (row[i] ?? '').length)))
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  console.log(`\n${title}\n`)
  console.log(line(headings))
  console.log(widths.map(width => '-'.repeat(width)).join('  '))
  for (const row of rows) console.log(line(row))
}

const FLOW_HEADINGS = ['', 'at a time', 'flows/s', 'start p50', 'p99 ms', 'check p50', 'p99 ms', 'to provider p50', 'p99 ms']
const CPU_HEADINGS = ['CPU ms a flow: server', 'PostgreSQL', 'generator', 'failed']

export function printFlows(title: string, rows: [string, RepeatedFlows][]): void {
  const cells = rows.map(([name, flows]) => [
    ...flowCells(name, flows),
    ms(flows.cpu_per_flow.server_ms),
    ms(flows.cpu_per_flow.postgres_ms),
    ms(flows.cpu_per_flow.generator_ms),
    String(flows.failed),
  ])
  printTable(title, [...FLOW_HEADINGS, ...CPU_HEADINGS], cells)
  for (const [name, flows] of rows) if (flows.failure) console.log(`${name}: the first failure: ${flows.failure}`)
}

export function printOpenLoop(title: string, name: string, flows: FlowFigures): void {
  printTable(title, [...FLOW_HEADINGS, 'failed'], [[...flowCells(name, flows), String(flows.failed)]])
  if (flows.failure) console.log(`the first failure: ${flows.failure}`)
}

function flowCells(name: string, flows: FlowFigures): string[] {
  const times = [flows.start_ms, flows.check_ms, flows.receipt_ms].flatMap(({ p50, p99 }) => [ms(p50), ms(p99)])
  return [name, String(flows.concurrency), whole(flows.per_s), ...times]
}

export function printGoals(goals: Goal[]): void {
  const rows = goals.map(goal => [goal.goal, `${ms(goal.measured)} ${goal.unit}`, goal.met ? 'yes' : 'NO'])
  printTable('What is promised', ['', 'measured', 'met'], rows)
}

export function ms(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : '-'
}

export function whole(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : '-'
}
