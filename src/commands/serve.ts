import { type App, openApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { createClock } from '../lib/clock.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { seedDemo } from '../seed.ts'
import { type Command, print } from './command.ts'
import { ensureFirstAdministrator } from './first-administrator.ts'
import { openDatabase, withClient } from './open-database.ts'
import { loadSecretKey, rereadSecretKeys } from './secret-key.ts'

export const serve: Command = {
  usage: '',
  help: `Runs Gatehouse until it gets SIGINT (Ctrl-C) or SIGTERM: opens the database (its own in the data folder, unless
GATEHOUSE_DATABASE_URL is set), brings it to this version, fills an empty one with the demo (GATEHOUSE_SEED), and listens.
Standard output says where to go; the log goes to standard error, one JSON object a line.`,
  async run() {
    const config = readConfig()
    const log = createLog(config.logLevel)
    // Listened for from the beginning: a signal during the start must not leave the database server behind.
    const signal = new Promise<string>(resolve => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name))
    })
    const secretKey = await loadSecretKey(config)
    const database = await openDatabase(config, log)
    try {
      const clock = createClock(config.testClock)
      await migrate(database.connection, { log, now: clock.now() })
      if (config.seed === 'demo' && (await withClient(database.connection, client => seedDemo(client, clock.now()))))
        log.info('the empty database was filled with the demo; GATEHOUSE_SEED=none leaves it empty')
      const readSecretKeys = () => rereadSecretKeys(config)
      const app = await openApp(config, { connection: database.connection, secretKey, readSecretKeys, log, clock })
      try {
        const hasAdministrator = await ensureFirstAdministrator(app.ctx)
        const port = await listen(app, config)
        printWelcome(app, { port, hasAdministrator })
        log.info({ signal: await signal }, 'stopping')
      } finally {
        await app.close()
      }
    } finally {
      await database.close()
    }
    log.info('stopped')
    return 0
  },
}

async function listen(app: App, config: Config): Promise<number> {
  try {
    return (await app.listen()).port
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new OperatorError(
        `port ${config.port} on ${config.host} is in use by another program; stop that, or set GATEHOUSE_PORT to a free one`,
      )
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new OperatorError(
        `cannot listen on ${config.host}:${config.port} (${message}); set GATEHOUSE_HOST and GATEHOUSE_PORT`,
      )
    throw error
  }
}

function printWelcome(app: App, { port, hasAdministrator }: { port: number; hasAdministrator: boolean }): void {
  const { config, catalogue } = app.ctx
  const origin = config.port === 0 ? `http://localhost:${port}` : config.publicUrl
  print(`Gatehouse listens on ${config.host}:${port}\n`)
  for (const { name, slug } of catalogue.now.splashPortals.values()) print(`  Portal ${name.padEnd(9)} ${origin}/portal/${slug}`)
  print(`  Console          ${origin}/admin`)
  print(`  Simulator        ${origin}/simulator`)
  print(`  REST API         ${origin}/api/docs\n`)
  if (hasAdministrator)
    print(
      `  Sign in to the console as ${config.adminLogin ? `${config.adminLogin} (GATEHOUSE_ADMIN_LOGIN)` : 'an administrator'}.`,
    )
  else print(`  There is no administrator yet. This link, good once, makes the first one:\n  ${origin}${app.setupPath}`)
  if (config.apiKey) print('  The REST API takes the key of GATEHOUSE_API_KEY.')
  print('\nCtrl-C stops it.')
}
