import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import { forgetContacts, lockContactIndex } from './contact-index.ts'
import { isCodeOf, isCountedFor, isSentTo, type Person } from './find-person.ts'

/** How many records of each kind went, and how many were kept without anything that tells whose they were. */
export interface Erased {
  accounts_deleted: number
  sessions_deleted: number
  validations_anonymised: number
  messages_anonymised: number
  budgets_deleted: number
  known_devices_deleted: number
  suppressions_deleted: number
  suppressions_kept: number
}

/**
 * Erases a person. Accounts, sessions, budgets and known browsers go; codes and messages stay as numbers to count, without
 * contact, account, provider's id or words of the provider; what was still to be sent is not. An opt-out is kept under
 * `hide(channel, contact)`, without its notes: it says not to write to somebody, so it has to outlive that they are
 * forgotten. A bounce goes. `busy`: a message to them is leaving this moment, and nothing was changed.
 */
export async function erasePerson(
  trx: Trx,
  person: Person,
  { now, hide }: { now: Date; hide: (channel: 'sms' | 'email', contact: string) => string },
): Promise<Erased | 'busy'> {
  const { accountIds, contacts } = person
  const change = async (query: RawBuilder<unknown>) => Number((await query.execute(trx)).numAffectedRows ?? 0)
  await lockContactIndex(trx)
  // From here to the end of the transaction no worker takes one up: they pass over rows that are locked.
  const { rows: messages } = await sql<{ id: string; status: string; to: string }>`
    select id, status, "to" from messages where ${isSentTo(person)} for update`.execute(trx)
  if (messages.some(({ status }) => status === 'sending')) return 'busy'
  const ids = messages.map(({ id }) => id)

  const messagesAnonymised = await change(sql`
    update messages set "to" = '', account_id = null, provider_message_id = null, error_message = null, due_at = null, worker = null,
      error_class = case when status = 'queued' then 'cancelled' else error_class end,
      error_code = case when status = 'queued' then 'erased' else error_code end,
      final_at = case when status = 'queued' then ${now} else final_at end,
      status = case when status = 'queued' then 'failed' else status end
    where id = any(${ids}::uuid[])`)
  await change(sql`update message_attempts set error_message = null where message_id = any(${ids}::uuid[])`)
  await change(sql`delete from message_events where message_id = any(${ids}::uuid[])`)
  const { rows: validations } = await sql<{ contact: string }>`
    select contact from validations where ${isCodeOf(person)}`.execute(trx)
  const validationsAnonymised = await change(sql`
    update validations set contact = '', budget_key = '', account_id = null, session_id = null, device = null, limit_keys = '{}', seed = '',
      status = case when status = 'pending' then 'cancelled' else status end
    where ${isCodeOf(person)}`)
  await forgetContacts(trx, [...contacts, ...messages.map(({ to }) => to), ...validations.map(({ contact }) => contact)])
  const kept = await keepOptOuts(trx, contacts, hide)
  return {
    messages_anonymised: messagesAnonymised,
    validations_anonymised: validationsAnonymised,
    suppressions_kept: kept,
    suppressions_deleted: await change(sql`
      delete from suppressions where contact = any(${contacts}::text[]) or message_id = any(${ids}::uuid[]) and reason = 'hard_bounce'`),
    budgets_deleted: await change(sql`delete from contact_budgets where ${isCountedFor(person, 'key')}`),
    known_devices_deleted: await change(sql`delete from known_devices where ${isCountedFor(person, 'contact')}`),
    sessions_deleted: await change(sql`delete from sessions where account_id = any(${accountIds}::uuid[])`),
    accounts_deleted: await deleteAccounts(trx, person, now),
  }
}

/** An account of somebody else that only names the contact, without having proven it, loses it. */
async function deleteAccounts(trx: Trx, { accountIds, contacts }: Person, now: Date): Promise<number> {
  for (const contact of ['phone', 'email'])
    await sql`
      update accounts set ${sql.ref(contact)} = null, updated_at = ${now}
      where ${sql.ref(contact)} = any(${contacts}::text[]) and ${sql.ref(`${contact}_validated_at`)} is null
        and id <> all(${accountIds}::uuid[])`.execute(trx)
  const deleted = await sql`delete from accounts where id = any(${accountIds}::uuid[])`.execute(trx)
  return Number(deleted.numAffectedRows ?? 0)
}

async function keepOptOuts(
  trx: Trx,
  contacts: string[],
  hide: (channel: 'sms' | 'email', contact: string) => string,
): Promise<number> {
  const { rows } = await sql<{ id: string; channel: 'sms' | 'email'; contact: string }>`
    select id, channel, contact from suppressions
    where contact = any(${contacts}::text[]) and reason <> 'hard_bounce' for update`.execute(trx)
  let kept = 0
  for (const { id, channel, contact } of rows) {
    // One that is there already, from when the same contact was erased before, is enough.
    const moved = await sql`
      update suppressions s set contact = ${hide(channel, contact)}, detail = '', note = '', message_id = null
      where id = ${id} and not exists (select from suppressions o where o.channel = s.channel and o.contact = ${hide(channel, contact)}
        and o.sms_gateway_id is not distinct from s.sms_gateway_id and o.sender = s.sender)`.execute(trx)
    kept += Number(moved.numAffectedRows ?? 0)
  }
  return kept
}
