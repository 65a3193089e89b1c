import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { Logger } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../migrations')
const FILE_NAME = /^(\d{6})_[a-z0-9_]+\.sql$/
const POSTGRES_MAJOR_MIN = 15
/** Advisory lock that one migrating node holds in a database. The number is arbitrary and must never change. */
const MIGRATION_LOCK = 4_155_701_311

export interface Migration {
  version: number
  name: string
  sql: string
  /** SHA-256 of the file, hex. */
  checksum: string
}

interface AppliedMigration {
  version: number
  name: string
  checksum: string
}

/** Reads the numbered .sql files of a folder, in the order of their numbers. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const migrations: Migration[] = []
  for (const file of (await readdir(folder)).sort()) {
    if (!file.endsWith('.sql')) continue
    const version = Number(FILE_NAME.exec(file)?.[1] ?? Number.NaN)
    if (Number.isNaN(version)) throw new OperatorError(`migrations/${file} is not named like 000001_what_it_does.sql; rename it`)
    if (migrations.some(other => other.version === version))
      throw new OperatorError(`migrations/${file} has the number of another migration; give it the next free one`)
    const sql = await readFile(join(folder, file), 'utf8')
    migrations.push({ version, name: basename(file, '.sql'), sql, checksum: createHash('sha256').update(sql).digest('hex') })
  }
  return migrations
}

/** Returns the server's major version. Throws an OperatorError for one that is too old. */
export async function checkServerVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query('show server_version_num')
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (major < POSTGRES_MAJOR_MIN)
    throw new OperatorError(
      `the database server is PostgreSQL ${major}, but Gatehouse needs PostgreSQL ${POSTGRES_MAJOR_MIN} or later; upgrade the server or set another GATEHOUSE_DATABASE_URL`,
    )
  return major
}

/**
 * Returns the migrations that a database still lacks, without changing anything. Throws an OperatorError when an
 * applied file was changed since, or when the database is newer than this program.
 */
export async function pendingMigrations(client: pg.ClientBase, folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const migrations = await readMigrations(folder)
  const { rows: tables } = await client.query(`select to_regclass('migrations') is not null as there`)
  const applied: AppliedMigration[] = tables[0].there
    ? (await client.query('select version, name, checksum from migrations order by version')).rows
    : []
  for (const done of applied) {
    const file = migrations.find(migration => migration.version === done.version)
    if (!file)
      throw new OperatorError(
        `the database is newer than this Gatehouse (it has the migration ${done.name}); start the version of Gatehouse that made it, or a later one`,
      )
    if (file.checksum !== done.checksum)
      throw new OperatorError(
        `migrations/${file.name}.sql was changed after it had been applied to this database; restore the file as it was and put the change into a new migration`,
      )
  }
  return migrations.filter(migration => !applied.some(done => done.version === migration.version))
}

/**
 * Brings a database to this program's schema: every missing migration in a transaction of its own, all of them under one
 * lock, so that nodes that start at once take turns. Returns the names of those applied.
 */
export async function migrate(
  connection: pg.ConnectionConfig | pg.Client,
  options: { folder?: string; log: Logger; now: Date },
): Promise<string[]> {
  if (connection instanceof pg.Client) return migrateOn(connection, options)
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await migrateOn(client, options)
  } finally {
    await client.end()
  }
}

async function migrateOn(client: pg.Client, options: { folder?: string; log: Logger; now: Date }): Promise<string[]> {
  const { folder = MIGRATIONS_FOLDER, log, now } = options
  await checkServerVersion(client)
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    const pending = await pendingMigrations(client, folder)
    for (const migration of pending) {
      await client.query('begin')
      try {
        await applyMigrations(client, [migration], now)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      log.info({ migration: migration.name }, 'migration applied')
    }
    return pending.map(migration => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

/** Applies migrations and notes them, in the caller's transaction. */
export async function applyMigrations(client: pg.Client, migrations: Migration[], now: Date): Promise<void> {
  await client.query(`create table if not exists migrations (
    version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`)
  for (const { version, name, sql, checksum } of migrations) {
    try {
      await client.query(sql)
    } catch (error) {
      throw new Error(`the migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
    await client.query('insert into migrations values ($1, $2, $3, $4)', [version, name, checksum, now])
  }
}
