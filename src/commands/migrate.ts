import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { createClock } from '../lib/clock.ts'
import { createLog } from '../lib/log.ts'
import { type Command, print } from './command.ts'
import { openDatabase } from './open-database.ts'
import { loadSecretKey } from './secret-key.ts'

export const migrateCommand: Command = {
  usage: '',
  help: `Brings the database to the schema of this version. "gatehouse serve" does the same at every start; this command is for
those who want to do it beforehand.`,
  async run() {
    const config = readConfig()
    // A database made here needs its key from the beginning, as one that "serve" makes has it.
    await loadSecretKey(config)
    const database = await openDatabase(config, createLog(config.logLevel), { join: true })
    try {
      const applied = await migrate(database.connection, { log: createLog('silent'), now: createClock().now() })
      print(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
    } finally {
      await database.close()
    }
    return 0
  },
}
