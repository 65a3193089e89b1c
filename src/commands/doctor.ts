import { stat, statfs } from 'node:fs/promises'
import type pg from 'pg'
import { openCatalogue } from '../catalogue.ts'
import { type Config, ConfigError, readConfig, withPublicUrl } from '../config.ts'
import { type Db, openDb } from '../db/db.ts'
import { abandonedClusters, hasCluster } from '../db/embedded-place.ts'
import { checkServerVersion, pendingMigrations } from '../db/migrate.ts'
import { currentKeyId } from '../db/secret-keys.ts'
import { unreadableSecrets } from '../db/stored-secrets.ts'
import { createClock } from '../lib/clock.ts'
import { createKeys, type Keys } from '../lib/keys.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { mailServersFor, planAvailability } from '../sms/route.ts'
import { type Command, print } from './command.ts'
import { checkAudit, readHead } from './doctor-audit.ts'
import { openDatabase, withClient } from './open-database.ts'
import { readSecretKeys, secretKeyFile } from './secret-key.ts'

const CLOCK_SKEW_MAX_MS = 2000
const FREE_BYTES_MIN = 1_000_000_000

/** Prints one line a finding. */
export interface Report {
  ok(line: string): void
  /** Worth a look; changes nothing about the exit status. */
  warn(line: string): void
  problem(line: string): void
}

export const doctor: Command = {
  usage: '[--audit [--audit-head NUMBER:HASH]]',
  options: { audit: { type: 'boolean' }, 'audit-head': { type: 'string' } },
  help: `Checks the options, the database and its schema, the secret key, the clock, and whether what the operator has set up can
work. Changes nothing. Exit status 1 when there is a problem; a warning is no problem. It may run beside "gatehouse serve".

  --audit                     check the audit trail instead, every event of it, and name the first that is not as it was written
  --audit-head NUMBER:HASH    and that this event, noted from an earlier check, is still in it`,
  async run({ options }) {
    let problems = 0
    const say = (word: string, line: string) => print(`${word.padEnd(8)} ${line}`)
    const report: Report = {
      ok: line => say('ok', line),
      warn: line => say('warning', line),
      problem: line => {
        problems++
        say('PROBLEM', line)
      },
    }
    try {
      const config = readConfig()
      const head = readHead(options['audit-head'])
      if (options.audit || head) await checkAudit(config, report, head)
      else await examine(config, report)
    } catch (error) {
      if (error instanceof ConfigError) for (const line of error.problems) report.problem(line)
      else if (error instanceof OperatorError) report.problem(error.message)
      else throw error
    }
    return problems > 0 ? 1 : 0
  },
}

async function examine(config: Config, report: Report): Promise<void> {
  report.ok('options')
  // Where the environment does not say it, the settings may: they are in the database, as far as that can be read.
  let publicUrl = ''
  try {
    publicUrl = await examineDatabase(config, report)
  } finally {
    examineOrigin(withPublicUrl(config, publicUrl), report)
  }
}

/** Answers the public URL of the settings; empty: there is none, or it cannot be read yet. */
async function examineDatabase(config: Config, report: Report): Promise<string> {
  if (config.databaseUrl === undefined && !(await hasCluster(config.dataDir))) {
    report.ok(`database: none yet, the first "gatehouse serve" makes it in ${config.dataDir}`)
    return ''
  }
  const keys = await examineSecretKey(config, report)
  await examineDisk(config, report)
  const database = await openDatabase(config, createLog('silent'), { join: true })
  try {
    const pending = await withClient(database.connection, async client => {
      const major = await checkServerVersion(client)
      report.ok(`database: ${database.description}, PostgreSQL ${major}`)
      await examineClock(client, report)
      return pendingMigrations(client)
    })
    if (pending.length > 0) {
      report.warn(`schema: ${pending.length} migrations will be applied at the next start (or by "gatehouse migrate")`)
      return ''
    }
    report.ok('schema: up to date')
    return await examineRecords(database.connection, { config, keys, report })
  } finally {
    await database.close()
  }
}

function examineOrigin(config: Config, report: Report): void {
  const { protocol, hostname } = new URL(config.publicUrl)
  if (hostname === 'localhost' || hostname.startsWith('127.'))
    report.warn(`public URL: ${config.publicUrl} works on this machine only; set GATEHOUSE_PUBLIC_URL to what guests can reach`)
  else if (protocol === 'http:')
    report.warn(`public URL: ${config.publicUrl} is not encrypted; passwords and codes can be read on the way`)
  else report.ok(`public URL: ${config.publicUrl}`)
}

async function examineSecretKey(config: Config, report: Report): Promise<Keys | undefined> {
  const secrets = await readSecretKeys(config)
  const keys = secrets && createKeys(secrets.current, secrets.previous)
  if (config.secretKey) {
    report.ok(`secret key: ${keys?.id}, from GATEHOUSE_SECRET_KEY`)
    return keys
  }
  const file = secretKeyFile(config)
  if (keys === undefined) {
    report.problem(`secret key: ${file} is missing; put it back from your backup, or set GATEHOUSE_SECRET_KEY`)
    return undefined
  }
  const { mode } = await stat(file)
  if (mode & 0o077) report.problem(`secret key: others may read ${file}; run: chmod 600 ${file}`)
  else report.ok(`secret key: ${keys.id}, in ${file}`)
  return keys
}

async function examineDisk(config: Config, report: Report): Promise<void> {
  if (config.databaseUrl !== undefined) return
  const { bavail, bsize } = await statfs(config.dataDir)
  const freeBytes = bavail * bsize
  const gigabytes = (freeBytes / 1e9).toFixed(1)
  if (freeBytes < FREE_BYTES_MIN) report.warn(`disk: only ${gigabytes} GB are free at ${config.dataDir}`)
  else report.ok(`disk: ${gigabytes} GB free`)
  for (const { folder, dataDir } of await abandonedClusters())
    report.warn(`disk: ${folder} holds a database of ${dataDir}, which does not use it any more; delete it if you do not need it`)
}

// Nodes compare times that other nodes wrote, so every clock must agree with the database's.
async function examineClock(client: pg.Client, report: Report): Promise<void> {
  const before = createClock().now().getTime()
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
  const after = createClock().now().getTime()
  const at = rows[0]?.at.getTime() ?? 0
  const skewMs = at < before ? before - at : Math.max(0, at - after)
  if (skewMs > CLOCK_SKEW_MAX_MS)
    report.problem(`clock: this machine and the database differ by ${(skewMs / 1000).toFixed(1)} s; keep both in time with NTP`)
  else report.ok('clock')
}

async function examineSecrets(db: Db, keys: Keys, report: Report): Promise<void> {
  for (const secret of await unreadableSecrets(db, keys))
    report.problem(`${secret} was stored with another secret key; bring that key back, or enter the secret again`)
  const current = await currentKeyId(db)
  const [newest, previous] = keys.all
  if (current === undefined || newest === undefined) return
  if (!keys.all.some(key => key.id === current))
    report.problem(
      `secret key: the database is used with the key ${current}, and this is ${newest.id}; see "gatehouse config --help"`,
    )
  else if (newest.id !== current)
    report.warn(`secret key: still ${current}; "gatehouse config rotate-key" goes over to ${newest.id} when every node has it`)
  else if (previous) {
    const { rowCount } = await db.pool.query('select from secret_keys where key_id = $1 and retired_at is not null', [
      previous.id,
    ])
    report.warn(
      rowCount
        ? `secret key: nothing needs ${previous.id} any more; take GATEHOUSE_SECRET_KEY_PREVIOUS away`
        : `secret key: ${previous.id} is still kept beside ${current}; "gatehouse config rotate-key" lets go of it`,
    )
  }
}

async function examineRecords(
  connection: pg.ConnectionConfig,
  { config, keys, report }: { config: Config; keys: Keys | undefined; report: Report },
): Promise<string> {
  const db = openDb(connection, { poolMax: 1, onError: () => undefined })
  try {
    const { now: snapshot } = await openCatalogue(db, createLog('silent'))
    if (keys) await examineSecrets(db, keys, report)
    for (const plan of snapshot.usagePlans.values()) {
      const { offered, reasons } = planAvailability(snapshot, plan)
      for (const reason of reasons) report.warn(`usage plan "${plan.name}"${offered ? '' : ' is not offered'}: ${reason}`)
      if (plan.splash_portal_ids.length === 0) report.warn(`usage plan "${plan.name}": no splash portal offers it`)
    }
    for (const portal of snapshot.splashPortals.values()) {
      if (/sms/.test(portal.password_reset_method) && portal.sms_gateway_ids.length === 0)
        report.warn(`splash portal "${portal.name}": passwords are reset by SMS, but it has no SMS gateway`)
      if (/email/.test(portal.password_reset_method) && mailServersFor(snapshot).length === 0)
        report.warn(`splash portal "${portal.name}": passwords are reset by email, but no mail server is enabled`)
    }
    for (const gateway of snapshot.smsGateways.values())
      if (gateway.provider === 'simulator' && gateway.enabled)
        report.warn(`SMS gateway "${gateway.name}" is a simulator: it sends nothing to real phones`)
    const { rows } = await db.pool.query('select count(*) as n from administrators')
    if (rows[0].n === 0 && config.adminLogin === undefined)
      report.warn('administrators: none yet; "gatehouse serve" prints a link that makes the first one')
    report.ok(
      `records: ${snapshot.splashPortals.size} portals, ${snapshot.usagePlans.size} usage plans, ${snapshot.smsGateways.size} SMS gateways, ${snapshot.mailServers.size} mail servers`,
    )
    return snapshot.settings.public_url
  } finally {
    await db.close()
  }
}
