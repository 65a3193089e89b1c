import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { ROLES } from '../administrators/role.ts'
import type { ApiKey } from '../catalogue.ts'
import { hashToken } from '../lib/keys.ts'
import { randomToken } from '../lib/random.ts'
import { id, line, note, stamps, time } from './fields.ts'
import type { Resource } from './resource.ts'

/** What every key begins with, so that scanners for leaked secrets can tell it. */
const KEY_START = 'gh_'
const PREFIX_LENGTH = 10

const fields = {
  name: line(100, 1).describe('Stands in the audit log beside every change made with the key.'),
  administrator_id: id
    .nullable()
    .describe('Whose key it is; null: a program’s. It may do no more than they may now, and nothing while they are blocked.'),
  role: z.enum(ROLES).describe('What it may do: see the roles at the top. `owner` unless said.'),
  expires_at: time.nullable().describe('Null: it does not expire.'),
  note,
}
const update = z.strictObject(fields).partial()

/** A new key: the text to hand over, and the columns that are kept of it. */
function makeApiKey(): { key: string; key_prefix: string; key_hash: Buffer } {
  const key = KEY_START + randomToken()
  return { key, key_prefix: key.slice(0, PREFIX_LENGTH), key_hash: hashToken(key) }
}

export const apiKeys: Resource<ApiKey, z.output<typeof update>> = {
  name: 'api_keys',
  one: 'API key',
  tag: 'API keys',
  about: 'What programs call this API with. Only a hash is kept: the answer to POST shows the key, and nothing ever again.',
  schema: 'ApiKey',
  read: z.object({
    id,
    ...fields,
    name: z.string(),
    note: z.string(),
    key: z.string().nullable().describe('The key itself in the answer to POST, and null ever after.'),
    key_prefix: z.string().describe('Its first characters, to tell keys apart.'),
    ...stamps,
  }),
  create: update.required({ name: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000009',
    name: 'Booking system',
    administrator_id: null,
    role: 'front_desk',
    expires_at: null,
    note: '',
    key: null,
    key_prefix: 'gh_Ab3dE6f',
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { name: 'Booking system', role: 'front_desk' },
  columns: {
    name: 'text',
    administrator_id: 'id',
    role: ROLES,
    expires_at: 'time',
    note: 'text',
    key_prefix: 'text',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['name', 'key_prefix', 'note'],
  sortedBy: 'name',
  roles: { read: 'owner', write: 'owner' },
  isSensitive: true,
  cached: true,
  references: { administrator_id: 'administrators' },
  select: (): RawBuilder<ApiKey> => sql`select * from api_keys`,
  prepare(_ctx, { expires_at, ...columns }, { before }) {
    const values = {
      ...columns,
      ...(expires_at !== undefined && { expires_at: expires_at === null ? null : new Date(expires_at) }),
    }
    if (before) return { values }
    const { key, ...kept } = makeApiKey()
    return { values: { ...values, ...kept }, once: { key } }
  },
  present: (_ctx, row) => ({
    id: row.id,
    name: row.name,
    administrator_id: row.administrator_id,
    role: row.role,
    expires_at: row.expires_at,
    note: row.note,
    key: null,
    key_prefix: row.key_prefix,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}
