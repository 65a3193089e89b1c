import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { MessagesTable } from '../db/tables.ts'
import { maskContact } from '../lib/mask.ts'
import { id, time } from './fields.ts'
import { isMessageAbout, narrowMessages, PART_LENGTH_MIN } from './find-by-contact.ts'
import type { ReadResource } from './resource.ts'

const CHANNELS = ['sms', 'email', 'email_to_sms'] as const
const STATUSES = ['queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown'] as const

type MessageRow = Omit<Selectable<MessagesTable>, 'attempts'> & {
  attempts: SaidAttempt[]
  events: SaidEvent[]
  proven_at: Date | null
}

interface Said {
  error_message: string | null
}

interface SaidAttempt extends Said {
  number: number
  sms_gateway_id: string | null
  mail_server_id: string | null
  started_at: string
  finished_at: string | null
  outcome: string | null
  error_code: string | null
}

interface SaidEvent extends Said {
  at: string
  status: string
  source: string
}

export const attempt = z.object({
  number: z.int(),
  sms_gateway_id: id.nullable(),
  mail_server_id: id.nullable(),
  started_at: time,
  finished_at: time.nullable().describe('Null: it is under way, or its end was never seen.'),
  outcome: z.string().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
})
const event = z.object({
  at: time,
  status: z.string(),
  source: z.string(),
  provider_message_id: z.string(),
  error_code: z.string(),
  error_message: z.string(),
})

// Times inside JSON as the rest of the API writes them: UTC with milliseconds.
const utc = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

// The lists of attempts and events are made for the rows of a page alone: they are no part of a filter or an order.
function selectMessages(): RawBuilder<MessageRow> {
  return sql`
    select m.id, m.channel, m.template, m.status, m."to", m.locale, m.validation_id, m.account_id, m.splash_portal_id, m.usage_plan_id,
      m.sms_gateway_id, m.mail_server_id, m.carrier_id, m.country, m.provider_message_id, m.error_class, m.error_code, m.error_message,
      (select coalesce(json_agg(json_build_object('number', a.number, 'sms_gateway_id', a.sms_gateway_id, 'mail_server_id', a.mail_server_id,
          'started_at', ${utc('a.started_at')}, 'finished_at', ${utc('a.finished_at')}, 'outcome', a.outcome,
          'error_code', a.error_code, 'error_message', a.error_message) order by a.number), '[]')
        from message_attempts a where a.message_id = m.id) as attempts,
      (select coalesce(json_agg(json_build_object('at', ${utc('e.at')}, 'status', e.status, 'source', e.source,
          'provider_message_id', e.provider_message_id, 'error_code', e.error_code, 'error_message', e.error_message) order by e.at), '[]')
        from message_events e where e.message_id = m.id) as events,
      (select v.approved_at from validations v where v.id = m.validation_id) as proven_at,
      m.due_at, m.created_at, m.expires_at, m.accepted_at, m.final_at
    from messages m`
}

export const messages: ReadResource<MessageRow> = {
  name: 'messages',
  one: 'message',
  tag: 'Messages',
  about:
    'What was to be sent, and what became of it. Three truths stand apart: accepted by the provider (`accepted_at`), delivered by its receipt (`status`), proven by its code (`proven_at`). The texts are not kept.',
  schema: 'Message',
  read: z.object({
    id,
    channel: z.enum(CHANNELS),
    template: z.string(),
    status: z.enum(STATUSES).describe('`unknown`: the provider may or may not have it, and cannot be asked.'),
    to: z.string().describe('Masked.'),
    locale: z.string(),
    validation_id: id.nullable(),
    account_id: id.nullable(),
    splash_portal_id: id.nullable(),
    usage_plan_id: id.nullable(),
    sms_gateway_id: id.nullable(),
    mail_server_id: id.nullable(),
    carrier_id: id.nullable(),
    country: z.string().nullable().describe('Of the number, as ISO 3166-1 alpha-2; null for an address.'),
    provider_message_id: z.string().nullable(),
    error_class: z.string().nullable().describe('Whose fault a failure is.'),
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    attempts: z.array(attempt).describe('Each request to a provider, written down before it leaves.'),
    events: z.array(event).describe('What the provider said, in its answers and receipts.'),
    due_at: time.nullable().describe('When something is to be done about it next.'),
    created_at: time,
    expires_at: time,
    accepted_at: time.nullable(),
    final_at: time.nullable(),
    proven_at: time.nullable().describe('When the code in it was entered.'),
  }),
  example: {
    id: '0199a7a0-5c00-7000-8000-00000000000b',
    channel: 'sms',
    template: 'code',
    status: 'delivered',
    to: '+1******0123',
    locale: 'en',
    validation_id: '0199a7a0-5c00-7000-8000-00000000000c',
    account_id: null,
    splash_portal_id: '0199a7a0-5c00-7000-8000-000000000003',
    usage_plan_id: null,
    sms_gateway_id: '0199a7a0-5c00-7000-8000-000000000004',
    mail_server_id: null,
    carrier_id: null,
    country: 'US',
    provider_message_id: 'SM0123456789abcdef0123456789abcdef',
    error_class: null,
    error_code: null,
    error_message: null,
    attempts: [
      {
        number: 1,
        sms_gateway_id: '0199a7a0-5c00-7000-8000-000000000004',
        mail_server_id: null,
        started_at: '2026-11-22T10:00:00.010Z',
        finished_at: '2026-11-22T10:00:00.160Z',
        outcome: 'accepted',
        error_code: null,
        error_message: null,
      },
    ],
    events: [
      {
        at: '2026-11-22T10:00:02.000Z',
        status: 'delivered',
        source: 'receipt',
        provider_message_id: 'SM0123456789abcdef0123456789abcdef',
        error_code: '',
        error_message: '',
      },
    ],
    due_at: null,
    created_at: '2026-11-22T10:00:00.000Z',
    expires_at: '2026-11-22T10:10:00.000Z',
    accepted_at: '2026-11-22T10:00:00.160Z',
    final_at: '2026-11-22T10:00:02.000Z',
    proven_at: '2026-11-22T10:00:20.000Z',
  },
  columns: {
    channel: CHANNELS,
    template: 'text',
    status: STATUSES,
    to: 'contact',
    locale: 'text',
    validation_id: 'id',
    account_id: 'id',
    splash_portal_id: 'id',
    usage_plan_id: 'id',
    sms_gateway_id: 'id',
    mail_server_id: 'id',
    carrier_id: 'id',
    provider_message_id: 'text',
    error_class: 'text',
    error_code: 'text',
    country: 'text',
    created_at: 'time',
    expires_at: 'time',
    accepted_at: 'time',
    final_at: 'time',
  },
  search: ['to', 'provider_message_id', 'error_code'],
  aboutQ: `Only messages to this number or address or a part of it, of at least ${PART_LENGTH_MIN} characters: with or without blanks and dashes, in international or national form, or only the last digits. Or with this as their provider’s message id, error code, own id or validation’s id, whole.`,
  isAbout: isMessageAbout,
  narrow: narrowMessages,
  sortedBy: 'id',
  sorts: ['created_at'],
  select: selectMessages,
  present(_ctx, row) {
    const to = maskContact(row.to)
    // Providers like to repeat the number in what they say.
    const masked = <T extends Said>(said: T) => ({ ...said, error_message: said.error_message?.replaceAll(row.to, to) ?? null })
    return { ...masked(row), to, attempts: row.attempts.map(masked), events: row.events.map(masked) }
  },
}
