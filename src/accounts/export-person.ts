import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import { isCodeOf, isCountedFor, isSentTo, type Person } from './find-person.ts'

type Row = Record<string, unknown>

/** Everything that is kept about a person, by kind, each record as it is stored. */
export type PersonRecords = Record<(typeof KINDS)[number], Row[]>

const KINDS = [
  'accounts',
  'sessions',
  'validations',
  'messages',
  'budgets',
  'known_devices',
  'suppressions',
  'audit_events',
] as const

/**
 * Reads everything that is kept about a person. Left out is what says nothing about them: hashes of passwords and tokens,
 * what codes are derived from, and who of the operator's people did something. `hidden`: their contacts as suppressions
 * have them that were kept when somebody with the same contact was erased.
 */
export async function exportPerson(trx: Trx, person: Person, hidden: string[]): Promise<PersonRecords> {
  const { accountIds, contacts } = person
  const read = async (query: RawBuilder<Row>) => (await query.execute(trx)).rows
  const validations = await read(sql`
    select id, purpose, channel, contact, status, account_id, splash_portal_id, usage_plan_id, carrier_id, locale, checks, sends,
      device is not null as browser_known, created_at, last_sent_at, expires_at, approved_at
    from validations where ${isCodeOf(person)} order by created_at, id`)
  const suppressions = await read(sql`
    select id, channel, contact, sms_gateway_id, sender, reason, detail, note, created_at, updated_at
    from suppressions where contact = any(${[...contacts, ...hidden]}::text[]) order by created_at, id`)
  const concerned = [accountIds, validations.map(row => row.id), suppressions.map(row => row.id)].flat()
  return {
    accounts: await read(sql`
      select id, login, first_name, last_name, email, email_validated_at, phone, phone_validated_at, account_group_id, usage_plan_id,
        status, unlimited_usage, usage_expires_at, max_devices, locale, note, password_hash is not null as password_set, last_seen_at, created_at, updated_at
      from accounts where id = any(${accountIds}::uuid[]) order by created_at, id`),
    sessions: await read(sql`
      select id, account_id, splash_portal_id, usage_plan_id, user_agent, address, created_at, signed_in_at, expires_at
      from sessions where account_id = any(${accountIds}::uuid[]) order by created_at, id`),
    validations,
    messages: await read(messagesOf(person)),
    budgets: await read(sql`
      select key, starts, failures, failures_since_proof, proven_at, touched_at
      from contact_budgets where ${isCountedFor(person, 'key')} order by key`),
    known_devices: await read(sql`
      select contact, first_proven_at, proven_at from known_devices where ${isCountedFor(person, 'contact')} order by proven_at`),
    suppressions,
    audit_events: await read(sql`
      select at, action, resource, record_id, changes
      from audit_events where record_id = any(${concerned}::text[]) order by at, id`),
  }
}

// Of what was sent only that it was, and what became of it: the texts are not kept.
function messagesOf(person: Person): RawBuilder<Row> {
  return sql`
    select id, channel, template, status, "to", locale, validation_id, account_id, splash_portal_id, usage_plan_id, sms_gateway_id,
      mail_server_id, carrier_id, country, network, provider_message_id, error_class, error_code, error_message, created_at, expires_at,
      accepted_at, final_at,
      (select coalesce(json_agg(json_build_object('at', e.at, 'status', e.status, 'source', e.source, 'error_code', e.error_code,
        'error_message', e.error_message) order by e.at), '[]') from message_events e where e.message_id = m.id) as events
    from messages m where ${isSentTo(person)} order by created_at, id`
}
