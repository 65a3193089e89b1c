import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { AuditEventsTable } from '../db/tables.ts'
import { id, time } from './fields.ts'
import type { ReadResource } from './resource.ts'

type AuditEvent = Selectable<AuditEventsTable>

const hash = z.string().nullable()

export const auditEvents: ReadResource<AuditEvent> = {
  name: 'audit_events',
  one: 'audit event',
  tag: 'Audit events',
  about:
    'Who changed which record, when, and from what to what. Of secrets it says only that they were set, changed or removed; contacts are masked. Events are only ever added, and each holds the hash of the one before it: `gatehouse doctor --audit` finds any that was changed or taken out since.',
  schema: 'AuditEvent',
  read: z.object({
    id,
    at: time,
    number: z.int().nullable().describe('Its place in the trail, without gaps. Null: from before events were numbered.'),
    actor: z.string().describe('The name of the API key, or the login of the administrator.'),
    action: z
      .string()
      .describe(
        '`create`, `update`, `delete`, for validations `resend` and `cancel`, for administrators `sign_in`, `sign_in_failed` (by the second factor) and `sign_out`.',
      ),
    resource: z.string(),
    record_id: z.string(),
    changes: z
      .record(z.string(), z.unknown())
      .describe(
        'By field: `{"from": …, "to": …}`; of a secret, and of what a guest could be known by, only `set`, `changed` or `removed`.',
      ),
    previous_hash: hash.describe('The `hash` of the event with the number before.'),
    hash: hash.describe(
      'SHA-256 over `previous_hash` and the event, in hex. Note the newest one elsewhere to prove later that nothing before it has changed.',
    ),
  }),
  example: {
    id: '0199a7a0-5c00-7000-8000-00000000000a',
    number: 17,
    at: '2026-11-22T10:00:00.000Z',
    actor: 'Booking system',
    action: 'update',
    resource: 'usage_plans',
    record_id: '0199a7a0-5c00-7000-8000-000000000002',
    changes: { max_devices: { from: 1, to: 2 } },
    previous_hash: '6b51d431df5d7f141cbececcf79edf3dd861c3b4069f0b11661a3eefacbba918',
    hash: '3fdba35f04dc8c462986c992bcf875546257113072a909c162f7e470e581e278',
  },
  columns: { number: 'integer', at: 'time', actor: 'text', action: 'text', resource: 'text', record_id: 'text' },
  search: ['actor', 'resource', 'record_id'],
  sortedBy: 'id',
  roles: { read: 'operator' },
  select: (): RawBuilder<AuditEvent> => sql`select * from audit_events`,
  present: (_ctx, row) => ({
    id: row.id,
    number: row.number,
    at: row.at,
    actor: row.actor,
    action: row.action,
    resource: row.resource,
    record_id: row.record_id,
    changes: row.changes,
    previous_hash: row.previous_hash?.toString('hex') ?? null,
    hash: row.hash?.toString('hex') ?? null,
  }),
}
