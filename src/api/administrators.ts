import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { hashPassword, judgePassword } from '../accounts/password.ts'
import { listUses } from '../db/references.ts'
import type { AdministratorsTable } from '../db/tables.ts'
import { invalidFields } from '../http/parse.ts'
import { email, id, line, lines, NOTE_LENGTH_MAX, secret, stamps, time } from './fields.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'
import type { Resource } from './resource.ts'

export type Administrator = Selectable<AdministratorsTable>

const fields = {
  login: line(100, 1).describe('What they sign in with. Unique.'),
  name: line(100),
  email: z.union([email, z.literal('')]).describe('Empty: none.'),
  note: lines(NOTE_LENGTH_MAX),
}
const password = secret(500)
  .unwrap()
  .describe('Write-only: at least 8 characters, not a common one, not the login or the address.')
const update = z.strictObject({ ...fields, password }).partial()

export const administrators: Resource<Administrator, z.output<typeof update>> = {
  name: 'administrators',
  one: 'administrator',
  tag: 'Administrators',
  about: 'Who may operate this installation.',
  schema: 'Administrator',
  read: z.object({
    id,
    login: z.string(),
    name: z.string(),
    email: z.string(),
    password: z.null().describe('Never read back.'),
    password_set: z.boolean(),
    last_login_at: time.nullable(),
    note: z.string(),
    ...stamps,
  }),
  create: update.required({ login: true, password: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000008',
    login: 'operator',
    name: 'Olga Operator',
    email: 'olga@example.com',
    password: null,
    password_set: true,
    last_login_at: null,
    note: '',
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { login: 'operator', password: 'correct horse battery', email: 'olga@example.com' },
  columns: {
    login: 'text',
    name: 'text',
    email: 'contact',
    last_login_at: 'time',
    note: 'text',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['login', 'name', 'email', 'note'],
  sortedBy: 'login',
  unique: { administrators_login_key: { field: 'login', message: 'Another administrator has this login.' } },
  select: (): RawBuilder<Administrator> => sql`select * from administrators`,
  // Keys outlive nobody unnoticed: whoever removes an administrator decides about their keys first.
  listUses: (trx, administratorId) => listUses(trx, 'api_keys', sql`administrator_id = ${administratorId}`),
  async prepare(_ctx, { password: typed, ...columns }, { before }) {
    if (typed === undefined) return { values: columns }
    const contacts = [columns.email ?? before?.email].filter(contact => typeof contact === 'string')
    const fault = judgePassword(typed, { login: columns.login ?? before?.login, contacts })
    if (fault) throw invalidFields([{ field: 'password', message: PASSWORD_FAULTS[fault] }])
    return { values: { ...columns, password_hash: await hashPassword(typed) } }
  },
  present: (_ctx, row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    email: row.email,
    password: null,
    password_set: true,
    last_login_at: row.last_login_at,
    note: row.note,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}
