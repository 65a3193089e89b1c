import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { AuditEventsTable } from '../db/tables.ts'
import { id, time } from './fields.ts'
import type { ReadResource } from './resource.ts'

type AuditEvent = Selectable<AuditEventsTable>

export const auditEvents: ReadResource<AuditEvent> = {
  name: 'audit_events',
  one: 'audit event',
  tag: 'Audit events',
  about: 'Who changed which record, when, and from what to what. Secrets read as “changed”, contacts are masked.',
  schema: 'AuditEvent',
  read: z.object({
    id,
    at: time,
    actor: z.string().describe('The name of the API key.'),
    action: z.string().describe('`create`, `update`, `delete`, and for validations `resend` and `cancel`.'),
    resource: z.string(),
    record_id: z.string(),
    changes: z.record(z.string(), z.unknown()).describe('By field: `{"from": …, "to": …}`, or `changed` for a secret.'),
  }),
  example: {
    id: '0199a7a0-5c00-7000-8000-00000000000a',
    at: '2026-11-22T10:00:00.000Z',
    actor: 'Booking system',
    action: 'update',
    resource: 'usage_plans',
    record_id: '0199a7a0-5c00-7000-8000-000000000002',
    changes: { max_devices: { from: 1, to: 2 } },
  },
  columns: { at: 'time', actor: 'text', action: 'text', resource: 'text', record_id: 'text' },
  search: ['actor', 'resource', 'record_id'],
  sortedBy: 'id',
  select: (): RawBuilder<AuditEvent> => sql`select * from audit_events`,
  present: (_ctx, row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    resource: row.resource,
    record_id: row.record_id,
    changes: row.changes,
  }),
}
