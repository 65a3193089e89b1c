import type { Config } from '../config.ts'
import { verifyAuditTrail } from '../db/audit-trail.ts'
import { openDb } from '../db/db.ts'
import { pendingMigrations } from '../db/migrate.ts'
import { createKeys } from '../lib/keys.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import type { Report } from './doctor.ts'
import { openDatabase, withClient } from './open-database.ts'
import { rereadSecretKeys } from './secret-key.ts'

interface NotedHead {
  number: number
  hash: string
}

/** Reads `17:3fdb…`, as an earlier check printed it. */
export function readHead(text: unknown): NotedHead | undefined {
  if (text === undefined) return undefined
  const [, number, hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(String(text)) ?? []
  if (number === undefined)
    throw new OperatorError('--audit-head is a number, a colon and the hash of that event in 64 hex digits')
  return { number: Number(number), hash: hash.toLowerCase() }
}

/** Checks the audit trail, and that it still holds the noted event. */
export async function checkAudit(config: Config, report: Report, noted: NotedHead | undefined): Promise<void> {
  const { current, previous } = await rereadSecretKeys(config)
  const database = await openDatabase(config, createLog('silent'), { join: true })
  try {
    if ((await withClient(database.connection, client => pendingMigrations(client))).length > 0)
      throw new OperatorError('the database is not at this version of Gatehouse; run "gatehouse migrate" first')
    const db = openDb(database.connection, { poolMax: 1, onError: () => undefined })
    try {
      const verdict = await verifyAuditTrail(db, createKeys(current, previous))
      if (verdict.outcome === 'broken') {
        report.problem(`audit trail: ${verdict.what}`)
        return
      }
      const { events, adopted, unchained, head } = verdict
      if (unchained > 0) report.warn(`audit trail: ${unchained} events from an older version are not in it until the next event`)
      if (adopted > 0)
        report.warn(
          `audit trail: ${adopted} events were there before it began, and nothing tells whether they were changed until then`,
        )
      report.ok(`audit trail: ${events} events, each as it was written`)
      if (head)
        report.ok(`audit trail: it ends with ${head.number}:${head.hash.toString('hex')}; keep that elsewhere for --audit-head`)
      if (!noted) return
      const found = await db.kysely
        .selectFrom('audit_events')
        .select('hash')
        .where('number', '=', noted.number)
        .executeTakeFirst()
      if (found?.hash?.toString('hex') === noted.hash) report.ok(`audit trail: event ${noted.number} is the one that was noted`)
      else report.problem(`audit trail: event ${noted.number} is ${found ? 'not the one that was noted' : 'not in it any more'}`)
    } finally {
      await db.close()
    }
  } finally {
    await database.close()
  }
}
