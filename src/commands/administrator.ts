import { LOGIN_LENGTH_MAX } from '../administrators/administrator.ts'
import { insertLink } from '../administrators/link.ts'
import { type Config, readConfig, withPublicUrl } from '../config.ts'
import { appendAuditEvent } from '../db/audit-trail.ts'
import { type Db, openDb } from '../db/db.ts'
import { pendingMigrations } from '../db/migrate.ts'
import { currentKeyId } from '../db/secret-keys.ts'
import { createClock } from '../lib/clock.ts'
import { createKeys } from '../lib/keys.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { type Command, print } from './command.ts'
import { openDatabase, withClient } from './open-database.ts'
import { rereadSecretKeys } from './secret-key.ts'

const ACTOR = 'gatehouse administrator'

export const administratorCommand: Command = {
  usage: 'LOGIN',
  help: `Prints a link, good once and for an hour, for an administrator who cannot sign in any more. It opens a page that
sets a new password, takes apps, passkeys and recovery codes away, lifts a block, and signs them in. Where nobody has that
login, the link makes an owner.

It needs the database and the secret key of the installation, which may be running, and no password: whoever can run it
can do everything anyway. That it was run is in the audit trail.`,
  argumentsMax: 1,
  async run({ arguments: [login = ''] }) {
    const config = readConfig()
    refuseBadLogin(login.trim())
    // Before anything is opened: an installation without its key must not get another one.
    const secrets = await rereadSecretKeys(config)
    const database = await openDatabase(config, createLog('silent'), { join: true })
    try {
      await withClient(database.connection, async client => {
        if ((await pendingMigrations(client)).length > 0)
          throw new OperatorError('the database is not at this version of Gatehouse; run "gatehouse migrate" first')
      })
      const db = openDb(database.connection, { poolMax: 1, onError: () => undefined })
      try {
        const keys = createKeys(secrets.current, secrets.previous)
        keys.hold(secrets, await currentKeyId(db))
        await printLink({ config, db, keys, login: login.trim() })
      } finally {
        await db.close()
      }
    } finally {
      await database.close()
    }
    return 0
  },
}

function refuseBadLogin(login: string): void {
  if (login === '') throw new OperatorError('say whose link it is to be: gatehouse administrator LOGIN')
  if (login.length > LOGIN_LENGTH_MAX || /\p{Cc}/u.test(login))
    throw new OperatorError(`a login has at most ${LOGIN_LENGTH_MAX} letters, on one line`)
}

interface Making {
  config: Config
  db: Db
  keys: ReturnType<typeof createKeys>
  login: string
}

async function printLink({ config, db, keys, login }: Making): Promise<void> {
  const now = createClock().now()
  const administrators = await db.kysely.selectFrom('administrators').select(['id', 'login', 'role']).orderBy('login').execute()
  const found = administrators.find(administrator => administrator.login === login)
  const { token, expiresAt } = await db.transaction(async trx => {
    const link = await insertLink(trx, login, now)
    const event = { actor: ACTOR, action: 'make_reset_link', resource: 'administrators', recordId: found?.id ?? '' }
    await appendAuditEvent(trx, keys, now, { ...event, changes: { login: { to: login } } })
    return link
  })
  const settings = await db.kysely.selectFrom('settings').select('public_url').executeTakeFirst()
  const { publicUrl } = withPublicUrl(config, settings?.public_url ?? '')
  if (found) print(`This link sets a new password for "${login}" (${found.role}), and takes their second factors away.`)
  else {
    const others = administrators.map(administrator => `"${administrator.login}"`).join(', ')
    print(`There is no administrator "${login}" yet${others && ` (there is ${others})`}. This link makes one, an owner.`)
  }
  print(`It is good once, until ${expiresAt.toISOString()}:\n`)
  print(`  ${publicUrl}/admin/reset?token=${token}`)
}
