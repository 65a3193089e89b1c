import { sql } from 'kysely'
import { hasSecondFactor } from '../administrators/second-factors.ts'
import type { Context } from '../context.ts'
import type { Caller } from '../http/caller.ts'

/** What the checklist has to ask the database. */
export interface ChecklistFacts {
  hasAdministrator: boolean
  /** Undefined: it is no administrator who asks. */
  hasSecondFactor: boolean | undefined
  /** Gateways and mail servers that something went out through, a test or a code. */
  acceptedWays: Set<string>
  /** Gateways whose provider has said so since the record was changed. */
  test_credentials: Set<string>
  trial_account: Set<string>
}

/** By provider, the codes that say whose credentials or account these are: see each provider's table of errors. */
export const TELLING_CODES: Record<'test_credentials' | 'trial_account', Record<string, readonly string[]>> = {
  test_credentials: { twilio: ['20008'] },
  trial_account: { twilio: ['21608', '30044', '30454', '63038'] },
}

const ACCEPTED = sql<{ id: string }>`
  select w.id from (select id, 'sms' as kind from sms_gateways union all select id, 'mail' from mail_servers) w
  where exists (select from messages m where m.sms_gateway_id = w.id and m.accepted_at is not null)
    or w.kind = 'mail' and (
      exists (select from messages m where m.mail_server_id = w.id and m.accepted_at is not null)
      or exists (select from audit_events e where e.resource = 'mail_servers' and e.record_id = w.id::text and e.action = 'test'
        and e.changes ->> 'outcome' = 'accepted'))`

// A provider that says so refuses everything, so that the newest messages are enough.
const TOLD = sql<{ id: string; provider: string; code: string }>`
  select distinct g.id, g.provider, m.error_code as code
  from sms_gateways g, lateral (
    select error_code, created_at from messages where sms_gateway_id = g.id order by created_at desc limit 20
  ) m
  where m.error_code is not null and m.created_at > g.updated_at`

/** Finds out what the catalogue and the configuration do not say. */
export async function findChecklistFacts(ctx: Context, caller: Caller): Promise<ChecklistFacts> {
  const { kysely } = ctx.db
  const [administrator, accepted, told] = await Promise.all([
    kysely.selectFrom('administrators').select('id').limit(1).executeTakeFirst(),
    ACCEPTED.execute(kysely),
    TOLD.execute(kysely),
  ])
  const tells = (what: keyof typeof TELLING_CODES) =>
    new Set(told.rows.filter(it => TELLING_CODES[what][it.provider]?.includes(it.code)).map(it => it.id))
  return {
    hasAdministrator: administrator !== undefined,
    hasSecondFactor: caller.administratorId === undefined ? undefined : await hasSecondFactor(ctx.db, caller.administratorId),
    acceptedWays: new Set(accepted.rows.map(({ id }) => id)),
    test_credentials: tells('test_credentials'),
    trial_account: tells('trial_account'),
  }
}
