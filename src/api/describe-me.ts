import { z } from 'zod'
import { hasRole, ROLES } from '../administrators/role.ts'
import { requiresSecondFactor } from '../administrators/second-factors.ts'
import { CONFIRMED_S } from '../administrators/session.ts'
import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import type { Caller } from '../http/caller.ts'
import { addSeconds } from '../lib/clock.ts'
import { id, time } from './fields.ts'
import { type NamedSchema, type Operation, roleOf } from './operation.ts'

export const ME: NamedSchema = {
  name: 'Me',
  zod: z.object({
    administrator: z
      .object({ id, login: z.string(), name: z.string(), email: z.string(), locale: z.string() })
      .nullable()
      .describe('Who is signed in. Null: a program, by its API key.'),
    role: z.enum(ROLES),
    operations: z.array(z.string()).describe('The `operationId` of everything that this caller may do.'),
    totp_enabled: z.boolean().describe('An app shows codes as a second factor.'),
    passkeys: z.int(),
    recovery_codes_left: z.int(),
    second_factor_due: z
      .boolean()
      .describe('The settings require a second factor of you: until you have made one, nothing but that is allowed.'),
    session_id: id.nullable(),
    expires_at: time.nullable().describe('When the session ends unless it is used; at the latest seven days after it began.'),
    confirmed_until: time.nullable().describe('Until when what needs a confirmed session can be done: see `POST /me/confirm`.'),
    default_locale: z.string().describe('The language of the settings.'),
  }),
}
export const ME_EXAMPLE = {
  administrator: {
    id: '0199a7a0-5c00-7000-8000-000000000008',
    login: 'operator',
    name: 'Olga Operator',
    email: 'olga@example.com',
    locale: 'en',
  },
  role: 'operator',
  operations: ['list_accounts', 'read_accounts'],
  totp_enabled: true,
  passkeys: 1,
  recovery_codes_left: 10,
  second_factor_due: false,
  session_id: '0199a7a0-5c00-7000-8000-00000000000f',
  expires_at: '2026-11-22T22:00:00.000Z',
  confirmed_until: '2026-11-22T10:10:00.000Z',
  default_locale: 'en',
}

const FIND: Statement = {
  name: 'administrator_describe',
  text: `
select a.id, a.login, a.name, a.email, a.locale, a.role, a.totp_secret_encrypted is not null as totp_enabled,
  (select count(*) from administrator_passkeys p where p.administrator_id = a.id) as passkeys,
  (select count(*) from administrator_recovery_codes r where r.administrator_id = a.id) as recovery_codes_left,
  s.expires_at, s.confirmed_at, s.began_without_factor
from administrator_sessions s join administrators a on a.id = s.administrator_id where s.id = $1`,
}

interface Row {
  id: string
  login: string
  name: string
  email: string
  locale: string
  role: Caller['role']
  totp_enabled: boolean
  passkeys: number
  recovery_codes_left: number
  expires_at: Date
  confirmed_at: Date
  began_without_factor: boolean
}

/** What a program is told of itself. */
export function describeProgram(ctx: Context, operations: Operation[], { role }: Caller): Record<string, unknown> {
  return {
    administrator: null,
    role,
    operations: allowedTo(operations, { role, isSession: false, isFactorDue: false }),
    totp_enabled: false,
    passkeys: 0,
    recovery_codes_left: 0,
    second_factor_due: false,
    session_id: null,
    expires_at: null,
    confirmed_until: null,
    default_locale: ctx.catalogue.now.settings.locale,
  }
}

/** What an administrator is told of themselves, as it is now. Undefined: the session has just ended. */
export async function describeAdministrator(
  ctx: Context,
  operations: Operation[],
  sessionId: string,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await ctx.db.run<Row>(FIND, [sessionId])
  if (!row) return undefined
  const hasFactor = row.totp_enabled || row.passkeys > 0
  const isFactorDue = row.began_without_factor && !hasFactor && requiresSecondFactor(ctx.catalogue.now.settings, row.role)
  return {
    administrator: { id: row.id, login: row.login, name: row.name, email: row.email, locale: row.locale },
    role: row.role,
    operations: allowedTo(operations, { role: row.role, isSession: true, isFactorDue }),
    totp_enabled: row.totp_enabled,
    passkeys: row.passkeys,
    recovery_codes_left: row.recovery_codes_left,
    second_factor_due: isFactorDue,
    session_id: sessionId,
    expires_at: row.expires_at,
    confirmed_until: addSeconds(row.confirmed_at, CONFIRMED_S),
    default_locale: ctx.catalogue.now.settings.locale,
  }
}

interface Standing {
  role: Caller['role']
  isSession: boolean
  isFactorDue: boolean
}

function allowedTo(operations: Operation[], { role, isSession, isFactorDue }: Standing): string[] {
  return operations
    .filter(operation => operation.isOpen || hasRole(role, roleOf(operation)))
    .filter(operation => isSession || !operation.isForSessions)
    .filter(operation => !isFactorDue || operation.isOpen || operation.isForEnrolment)
    .map(operation => operation.id)
}
