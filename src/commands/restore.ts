import type pg from 'pg'
import { type Config, readConfig } from '../config.ts'
import { type ArchiveHeader, dropAll, hasRows, type OpenedArchive, openArchive, tablesInOrder } from '../db/archive.ts'
import { applyMigrations, migrate, readMigrations } from '../db/migrate.ts'
import { createClock } from '../lib/clock.ts'
import { createKeys } from '../lib/keys.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { KEY_CHECK } from './backup.ts'
import { type Command, print } from './command.ts'
import { openDatabase, withClient } from './open-database.ts'
import { readSecretKeys, secretKeyFile } from './secret-key.ts'

export const restore: Command = {
  usage: '[--force] FILE',
  argumentsMax: 1,
  options: { force: { type: 'boolean' } },
  help: `Reads a file of "gatehouse backup" into the database and brings it to this version. All or nothing: when it fails, the
database is as it was. Gatehouse must not run meanwhile, and the secret key of the backed-up installation must be in place.

  --force   replace what the database holds; without it only an empty one is taken`,
  async run({ arguments: [file], options }) {
    if (file === undefined) throw new OperatorError('say which file to restore: gatehouse restore FILE')
    const config = readConfig()
    const archive = await openArchive(file)
    try {
      await checkKey(config, archive.header)
      const database = await openDatabase(config, createLog('silent'))
      try {
        const rows = await withClient(database.connection, client =>
          restoreInto(client, archive, { force: options.force === true, now: createClock().now() }),
        )
        print(`${rows} records of ${archive.header.created_at} are in ${database.description}`)
      } finally {
        await database.close()
      }
    } finally {
      await archive.close()
    }
    return 0
  },
}

async function checkKey(config: Config, header: ArchiveHeader): Promise<void> {
  const secrets = await readSecretKeys(config)
  const place = `put the key of that installation into ${secretKeyFile(config)}, or set GATEHOUSE_SECRET_KEY to it`
  if (secrets === undefined) throw new OperatorError(`the backup’s stored secrets need their secret key; ${place}`)
  try {
    createKeys(secrets.current, secrets.previous).decrypt(Buffer.from(header.key_check, 'base64'), KEY_CHECK)
  } catch {
    throw new OperatorError(`the backup was made with another secret key; ${place}`)
  }
}

async function restoreInto(
  client: pg.Client,
  archive: OpenedArchive,
  { force, now }: { force: boolean; now: Date },
): Promise<number> {
  await refuseIfInUse(client)
  const tables = await tablesInOrder(client)
  if (tables.length > 0 && !tables.includes('migrations'))
    throw new OperatorError('the database holds tables of something else than Gatehouse; give Gatehouse one of its own')
  if (!force && (await hasRows(client)))
    throw new OperatorError('the database is not empty; --force replaces what it holds by the backup')
  const { migrations } = archive.header
  const known = await readMigrations()
  const unknown = migrations.find(name => !known.some(migration => migration.name === name))
  if (unknown)
    throw new OperatorError(`the backup is of a newer Gatehouse (it has the migration ${unknown}); restore it with that version`)

  await client.query('begin')
  try {
    await dropAll(client)
    await applyMigrations(
      client,
      known.filter(({ name }) => migrations.includes(name)),
      now,
    )
    const rows = await archive.load(client)
    await client.query('commit')
    await migrate(client, { log: createLog('silent'), now })
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function refuseIfInUse(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database() and application_name = 'gatehouse' and pid <> pg_backend_pid()`,
  )
  if (rowCount) throw new OperatorError('a Gatehouse runs on this database; stop every node, then restore')
}
