import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { hashPassword } from '../accounts/password.ts'
import { type Administrator, keepAnOwner } from '../administrators/administrator.ts'
import { isShortAlone, judgeAdministratorPassword } from '../administrators/password-rule.ts'
import { ROLES } from '../administrators/role.ts'
import { keepAFactor } from '../administrators/second-factors.ts'
import { endAdministratorSessions } from '../administrators/session.ts'
import { forgetKnownDevices, moveKnownDevices } from '../administrators/sign-in-throttle.ts'
import { listUses } from '../db/references.ts'
import { invalidFields } from '../http/parse.ts'
import { email, id, line, lines, locale, NOTE_LENGTH_MAX, secret, stamps, time } from './fields.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'
import type { Resource } from './resource.ts'

const STATUSES = ['active', 'blocked'] as const
export const PASSWORD_LENGTH_MAX = 500

/** An administrator with what is counted of how they sign in. */
type AdministratorRow = Omit<Administrator, 'totp_secret_encrypted' | 'totp_pending_encrypted' | 'totp_last_step'> & {
  totp_enabled: boolean
  passkeys: number
}

/** What administrators say of themselves. */
export const ownFields = {
  name: line(100),
  email: z.union([email, z.literal('')]).describe('Empty: none.'),
  locale: z.union([locale, z.literal('')]).describe('Language of the console. Empty: the browser’s.'),
}
export const newPassword = secret(PASSWORD_LENGTH_MAX)
  .unwrap()
  .describe(
    'Write-only: at least 15 characters, with a second factor at least 8; not a common one, not the login or the address. A new one signs the administrator out everywhere.',
  )

const fields = {
  login: line(100, 1).describe('What they sign in with. Unique.'),
  ...ownFields,
  role: z.enum(ROLES).describe('What they may do: see the roles at the top. `operator` unless said.'),
  status: z
    .enum(STATUSES)
    .describe('`blocked`: may not sign in, is signed out, and their API keys are refused. `active` unless said.'),
  note: lines(NOTE_LENGTH_MAX),
}
const update = z.strictObject({ ...fields, password: newPassword }).partial()

export const administrators: Resource<AdministratorRow, z.output<typeof update>> = {
  name: 'administrators',
  one: 'administrator',
  tag: 'Administrators',
  about: 'Who may operate this installation, and in which role. There is always an active owner: the last one stays.',
  schema: 'Administrator',
  read: z.object({
    id,
    ...fields,
    login: z.string(),
    name: z.string(),
    email: z.string(),
    locale: z.string(),
    note: z.string(),
    password: z.null().describe('Never read back.'),
    password_set: z.boolean(),
    totp_enabled: z.boolean().describe('They have an app that shows codes as a second factor.'),
    passkeys: z.int().describe('How many they have.'),
    last_login_at: time.nullable(),
    ...stamps,
  }),
  create: update.required({ login: true, password: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000008',
    login: 'operator',
    name: 'Olga Operator',
    email: 'olga@example.com',
    locale: 'en',
    role: 'operator',
    status: 'active',
    password: null,
    password_set: true,
    totp_enabled: false,
    passkeys: 1,
    last_login_at: null,
    note: '',
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { login: 'operator', password: 'correct horse battery', email: 'olga@example.com', role: 'operator' },
  columns: {
    login: 'text',
    name: 'text',
    email: 'contact',
    role: ROLES,
    status: STATUSES,
    totp_enabled: 'boolean',
    passkeys: 'integer',
    last_login_at: 'time',
    note: 'text',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['login', 'name', 'email', 'note'],
  sortedBy: 'login',
  roles: { read: 'owner', write: 'owner' },
  isSensitive: true,
  cached: true,
  unique: { administrators_login_key: { field: 'login', message: 'Another administrator has this login.' } },
  select: (): RawBuilder<AdministratorRow> => sql`
    select a.id, a.login, a.name, a.email, a.locale, a.role, a.status, a.password_hash, a.password_is_short, a.note,
      a.totp_secret_encrypted is not null as totp_enabled,
      (select count(*) from administrator_passkeys p where p.administrator_id = a.id) as passkeys,
      a.last_login_at, a.created_at, a.updated_at
    from administrators a`,
  guard: keepAnOwner,
  // Keys outlive nobody unnoticed: whoever removes an administrator decides about their keys first.
  listUses: (trx, administratorId) => listUses(trx, 'api_keys', sql`administrator_id = ${administratorId}`),
  async prepare(_ctx, { password, ...columns }, { before }) {
    if (password === undefined) return { values: columns }
    const contacts = [columns.email ?? before?.email].filter(contact => typeof contact === 'string')
    const standsAlone = !before?.totp_enabled && !before?.passkeys
    const owner = { login: columns.login ?? before?.login, contacts, standsAlone }
    const fault = judgeAdministratorPassword(password, owner)
    if (fault) throw invalidFields([{ field: 'password', message: PASSWORD_FAULTS[fault] }])
    const hash = { password_hash: await hashPassword(password), password_is_short: isShortAlone(password) }
    return { values: { ...columns, ...hash } }
  },
  async follow(trx, { before, after, input }) {
    const isShutOut = before.status !== 'blocked' && after.status === 'blocked'
    if (input.password !== undefined) await keepAFactor(trx, after.id)
    if (isShutOut || input.password !== undefined) await endAdministratorSessions(trx, after.id)
    if (before.login !== after.login) await moveKnownDevices(trx, before.login, after.login)
  },
  followDeletion: (trx, { login }) => forgetKnownDevices(trx, login),
  present: (_ctx, row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    email: row.email,
    locale: row.locale,
    role: row.role,
    status: row.status,
    password: null,
    password_set: true,
    totp_enabled: row.totp_enabled,
    passkeys: row.passkeys,
    last_login_at: row.last_login_at,
    note: row.note,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}
