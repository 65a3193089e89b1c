import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// What PostgreSQL did with the product's statements, as it ran them: times from pg_stat_statements, plans of a sample of the
// real executions from auto_explain. Both come with the server and are switched on for this one run, in the bench's own data
// folder. Nothing is copied from the product, so a statement that is added or changed shows up by itself.

const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements, auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.sample_rate': '0.02',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_parameter_max_length': '0',
  logging_collector: 'on',
  log_directory: 'bench_log',
  log_filename: 'plans.log',
  log_rotation_size: '0',
}

export interface StatementTimes {
  /** The statement, on one line. */
  text: string
  calls: number
  total_ms: number
  mean_ms: number
  max_ms: number
  rows: number
}

/** Makes the server record statements and plans from its next start on. */
export async function recordPlans(database: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    for (const [name, value] of Object.entries(SETTINGS)) {
      const literal = name === 'shared_preload_libraries' ? value : client.escapeLiteral(value)
      await client.query(`alter system set ${name} = ${literal}`)
    }
    await client.query('create extension if not exists pg_stat_statements')
  } finally {
    await client.end()
  }
}

export async function forgetTimes(database: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    await client.query('select pg_stat_statements_reset()')
  } finally {
    await client.end()
  }
}

/** The statements that took most of the server's time since the last reset, costliest first. */
export async function statementTimes(database: pg.ClientConfig, count: number): Promise<StatementTimes[]> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    const { rows } = await client.query(
      `select query, calls, total_exec_time, mean_exec_time, max_exec_time, rows from pg_stat_statements
       where dbid = (select oid from pg_database where datname = current_database()) and query !~ 'pg_stat_statements'
       order by total_exec_time desc limit $1`,
      [count],
    )
    return rows.map(row => ({
      text: row.query.replace(/\s+/g, ' ').trim(),
      calls: Number(row.calls),
      total_ms: row.total_exec_time,
      mean_ms: row.mean_exec_time,
      max_ms: row.max_exec_time,
      rows: Number(row.rows),
    }))
  } finally {
    await client.end()
  }
}

/** The slowest recorded execution's plan of each of these statements, as far as one was sampled. */
export function slowestPlans(dataDir: string, statements: StatementTimes[]): Map<string, string> {
  const path = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find(name => name.endsWith('bench_log/plans.log'))
  const plans = new Map<string, string>()
  if (!path || !existsSync(join(dataDir, path))) return plans
  const slowest = new Map<string, number>()
  for (const entry of readFileSync(join(dataDir, path), 'utf8')
    .split(/^LOG: {2}duration: /m)
    .slice(1)) {
    const durationMs = Number.parseFloat(entry)
    const [text = '', plan = ''] = (entry.split('Query Text: ')[1] ?? '').split(/\n(?=\t?[A-Z][\w -]+ {2}\((?:cost|actual|rows))/)
    const key = normal(text)
    const statement = statements.find(other => normal(other.text) === key)
    if (!statement || durationMs <= (slowest.get(statement.text) ?? -1)) continue
    slowest.set(statement.text, durationMs)
    plans.set(statement.text, `slowest sampled: ${durationMs} ms\n${plan.trimEnd()}`)
  }
  return plans
}

/** pg_stat_statements writes constants as parameters, auto_explain does not: compare without either. */
function normal(text: string): string {
  return text
    .replace(/interval '[^']*'|'(?:[^']|'')*'|\$\d+|\b\d+\b/g, '?')
    .replace(/interval \?/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
}
