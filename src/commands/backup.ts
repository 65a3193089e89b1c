import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { writeArchive } from '../db/archive.ts'
import { exists } from '../db/embedded-place.ts'
import { pendingMigrations } from '../db/migrate.ts'
import { createClock } from '../lib/clock.ts'
import { createKeys } from '../lib/keys.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { type Command, print } from './command.ts'
import { openDatabase, withClient } from './open-database.ts'
import { loadSecretKey, secretKeyFile } from './secret-key.ts'

/** What `key_check` of an archive encrypts, and for what. */
export const KEY_CHECK = 'gatehouse backup'

export const backup: Command = {
  usage: '[FILE]',
  argumentsMax: 1,
  help: `Writes all records, as of one moment, into one file (default gatehouse-TIME.backup.gz in the current folder), while
Gatehouse runs or not. "gatehouse restore" reads it into any PostgreSQL that Gatehouse runs on, of any version.
The secret key is not in it: keep that apart, since without it the stored secrets cannot be read.`,
  async run({ arguments: [name] }) {
    const config = readConfig()
    const now = createClock().now()
    const file = resolve(name ?? `gatehouse-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup.gz`)
    if (await exists(file)) throw new OperatorError(`${file} is there already; give another name`)
    const keys = createKeys(await loadSecretKey(config))
    const database = await openDatabase(config, createLog('silent'), { join: true })
    const draft = `${file}.part`
    try {
      const rows = await withClient(database.connection, async client => {
        if ((await pendingMigrations(client)).length > 0)
          throw new OperatorError('the database is not at this version of Gatehouse; run "gatehouse migrate" first')
        const keyCheck = keys.encrypt(KEY_CHECK, KEY_CHECK).toString('base64')
        return writeArchive(client, { file: draft, createdAt: now, keyCheck })
      })
      await rename(draft, file)
      print(`${rows} records of ${database.description} are in ${file}`)
      print(`Keep the secret key as well: ${config.secretKey ? 'GATEHOUSE_SECRET_KEY' : secretKeyFile(config)}`)
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') await rm(draft, { force: true })
      if (code && /^E[A-Z]+$/.test(code)) throw new OperatorError(`${file} cannot be written: ${message}`)
      throw error
    } finally {
      await database.close()
    }
    return 0
  },
}
