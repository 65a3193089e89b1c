import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { SuppressionsTable } from '../db/tables.ts'
import { isEmailAddress } from '../email/address.ts'
import { invalidFields } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { isErasedContact, noteErasedOptOuts } from '../messages/erased-opt-outs.ts'
import { id, line, note, stamps } from './fields.ts'
import type { Resource } from './resource.ts'

const CHANNELS = ['sms', 'email'] as const
const REASONS = ['opted_out', 'hard_bounce', 'complaint', 'manual'] as const
const E164 = /^\+[1-9]\d{6,14}$/

type SuppressionRow = Selectable<SuppressionsTable>

const fields = {
  channel: z.enum(CHANNELS),
  contact: line(254, 3)
    .toLowerCase()
    .describe('A number with its country code such as +15555550123, or an email address. Masked when it is read.'),
  sms_gateway_id: id.nullable().describe('With `sms`: only what this gateway sends. Null: whatever sends.'),
  sender: line(60).describe('With `sms`: only what comes from this sender of the gateway. Empty: from any.'),
  note,
}
const create = z.strictObject(fields).partial().required({ channel: true, contact: true })
const update = z.strictObject({ note }).partial()

/** Who is not sent to. Deleting one lifts it: the next message goes out again. */
export const suppressions: Resource<SuppressionRow, z.output<typeof create>> = {
  name: 'suppressions',
  one: 'suppression',
  tag: 'Suppressions',
  about:
    'Who is not sent to: numbers that answered STOP, addresses that do not exist or complained, and whom you put in yourself. Deleting a record lifts it.',
  schema: 'Suppression',
  read: z.object({
    id,
    channel: z.enum(CHANNELS),
    contact: z.string().describe('Masked. `erased`: kept as a keyed hash, since the data of the person were erased.'),
    sms_gateway_id: id.nullable(),
    sender: z.string(),
    reason: z.enum(REASONS),
    detail: z.string().describe('What it follows from, in words.'),
    message_id: id.nullable().describe('The message that came back, as long as it is kept.'),
    note: z.string(),
    ...stamps,
  }),
  create,
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-00000000000d',
    channel: 'email',
    contact: 'g***@example.com',
    sms_gateway_id: null,
    sender: '',
    reason: 'hard_bounce',
    detail: 'The mailbox does not exist: the guest has to correct the address.',
    message_id: '0199a7a0-5c00-7000-8000-00000000000b',
    note: '',
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { note: 'Asked us by letter not to write.', channel: 'email', contact: 'guest@example.com' },
  columns: {
    channel: CHANNELS,
    contact: 'contact',
    sms_gateway_id: 'id',
    sender: 'text',
    reason: REASONS,
    message_id: 'id',
    note: 'text',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['contact', 'detail', 'note'],
  sortedBy: 'id',
  personal: ['detail', 'note'],
  references: { sms_gateway_id: 'sms_gateways' },
  unique: {
    suppressions_channel_contact_sms_gateway_id_sender_key: { field: 'contact', message: 'This contact is suppressed already.' },
  },
  select: selectSuppressions,
  async followDeletion(trx, before) {
    if (isErasedContact(before.contact)) await noteErasedOptOuts(trx)
  },
  prepare(_ctx, { channel, contact, sms_gateway_id, sender, note: text }, { before }) {
    if (before) return { values: { note: text } }
    const problems = []
    if (channel === 'email' && !isEmailAddress(contact ?? ''))
      problems.push({ field: 'contact', message: 'Must be one email address.' })
    if (channel === 'sms' && !E164.test(contact ?? ''))
      problems.push({ field: 'contact', message: 'Must be a number with its country code such as +15555550123.' })
    if (channel === 'email' && sms_gateway_id)
      problems.push({ field: 'sms_gateway_id', message: 'Email goes through no SMS gateway: leave it out.' })
    if (channel === 'email' && sender) problems.push({ field: 'sender', message: 'Is for text messages: leave it out.' })
    if (problems.length > 0) throw invalidFields(problems)
    return { values: { channel, contact, sms_gateway_id, sender, note: text, reason: 'manual' } }
  },
  present: (_ctx, row) => ({ ...row, contact: isErasedContact(row.contact) ? 'erased' : maskContact(row.contact) }),
}

function selectSuppressions(): RawBuilder<SuppressionRow> {
  return sql`
    select id, channel, contact, sms_gateway_id, sender, reason, detail, message_id, note, created_at, updated_at from suppressions`
}
