import { sql } from 'kysely'
import { z } from 'zod'
import { type Account, loginKey } from '../accounts/account.ts'
import { parseEmailAddress } from '../accounts/email-address.ts'
import { selectAccounts } from '../accounts/list-accounts.ts'
import { hashPassword, judgePassword } from '../accounts/password.ts'
import { endSessionsOf } from '../accounts/session.ts'
import type { Context } from '../context.ts'
import { invalidFields } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { signalsOf } from '../limits/disposable.ts'
import { parsePhoneNumber } from '../sms/phone-number.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { maskLogin } from './audit.ts'
import { id, integer, line, locale, note, secret, stamps, time } from './fields.ts'
import { isAccountAbout } from './find-by-contact.ts'
import { signals } from './guard-settings.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'
import { type Resource, seesContacts } from './resource.ts'

const STATUSES = ['pending', 'active', 'blocked'] as const
const PASSWORD_LENGTH_MAX = 500

const fields = {
  login: line(254, 1).describe('What the guest signs in with. Unique, whatever its case.'),
  first_name: line(100),
  last_name: line(100),
  email: z
    .string()
    .max(254)
    .transform((text, issue) => {
      const address = parseEmailAddress(text)
      if (address !== undefined) return address
      issue.addIssue({ code: 'custom', message: 'Must be an email address.' })
      return z.NEVER
    })
    .nullable()
    .meta({ format: 'email' })
    .describe('Kept in lower case. A changed address is unproven.'),
  phone: line(40).nullable().describe('In international form; kept as E.164. A changed number is unproven.'),
  account_group_id: id.nullable(),
  usage_plan_id: id.nullable(),
  status: z
    .enum(STATUSES)
    .describe('`pending`: may only finish proving. `blocked`: may not sign in, and is signed out. `active` unless said.'),
  unlimited_usage: z.boolean().describe('False unless said.'),
  usage_expires_at: time.nullable().describe('When the usage ends; of no effect on unlimited usage.'),
  max_devices: integer(1, 10_000).nullable(),
  locale: locale.describe('Language of its messages. `en` unless said.'),
  note,
}
const update = z
  .strictObject({
    ...fields,
    password: secret(PASSWORD_LENGTH_MAX).describe(
      'Write-only: at least 8 characters, not a common one, not the login or a contact. A new one signs the account out everywhere. Null clears it.',
    ),
  })
  .partial()

export const accounts: Resource<Account, z.output<typeof update>> = {
  name: 'accounts',
  one: 'account',
  tag: 'Accounts',
  about: 'Guests. Portals make them; an operator can too. A contact counts as proven only when its code was entered.',
  schema: 'Account',
  read: z.object({
    id,
    ...fields,
    login: z.string(),
    email: z.string().nullable(),
    first_name: z.string(),
    last_name: z.string(),
    phone: z.string().nullable().describe('Masked, as are the address and a login that is either, for the role `read_only`.'),
    locale: z.string(),
    note: z.string(),
    email_validated_at: time.nullable().describe('When the address was proven.'),
    phone_validated_at: time.nullable().describe('When the number was proven.'),
    password: z.null().describe('Never read back.'),
    password_set: z.boolean(),
    last_seen_at: time
      .nullable()
      .describe('When a browser last signed in to it, or, to the day, opened a page while signed in. Null: never.'),
    signals,
    ...stamps,
  }),
  create: update.required({ login: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000007',
    login: 'ana',
    first_name: 'Ana',
    last_name: 'Silva',
    email: 'ana@example.com',
    email_validated_at: null,
    phone: '+15555550123',
    phone_validated_at: '2026-11-22T10:00:00.000Z',
    account_group_id: '0199a7a0-5c00-7000-8000-000000000001',
    usage_plan_id: '0199a7a0-5c00-7000-8000-000000000002',
    status: 'active',
    unlimited_usage: false,
    usage_expires_at: '2026-11-23T10:00:00.000Z',
    max_devices: 1,
    locale: 'en',
    note: '',
    password: null,
    password_set: true,
    last_seen_at: '2026-11-22T10:00:00.000Z',
    signals: [],
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: { login: 'ana', phone: '+15555550123', password: 'correct horse battery', status: 'active' },
  columns: {
    login: 'login',
    first_name: 'text',
    last_name: 'text',
    email: 'contact',
    email_validated_at: 'time',
    phone: 'contact',
    phone_validated_at: 'time',
    account_group_id: 'id',
    usage_plan_id: 'id',
    status: STATUSES,
    unlimited_usage: 'boolean',
    usage_expires_at: 'time',
    max_devices: 'integer',
    locale: 'text',
    note: 'text',
    last_seen_at: 'time',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['login', 'first_name', 'last_name', 'email', 'phone'],
  aboutQ:
    'Only accounts with this text in login, first_name, last_name, email or phone, or in several of them in this order: `ana silva`. A number with or without blanks and dashes, in international or national form, or only digits of it.',
  isAbout: isAccountAbout,
  sortedBy: 'id',
  roles: { write: 'front_desk', delete: 'operator' },
  unique: {
    accounts_login_key_key: { field: 'login', message: 'Another account has this login.' },
  },
  personal: ['login', 'first_name', 'last_name', 'note'],
  references: { account_group_id: 'account_groups', usage_plan_id: 'usage_plans' },
  select: selectAccounts,
  async prepare(ctx, { password, phone, email, login, usage_expires_at, ...columns }, { before, isTrial }) {
    const number = phone === undefined ? undefined : readPhone(ctx, phone)
    return {
      values: {
        ...(!before && { status: 'active' }),
        ...columns,
        ...(login !== undefined && { login, login_key: loginKey(login) }),
        ...(usage_expires_at !== undefined && {
          usage_expires_at: usage_expires_at === null ? null : new Date(usage_expires_at),
        }),
        ...(number !== undefined && { phone: number, ...(before && { phone_validated_at: keptIfSame('phone', number) }) }),
        ...(email !== undefined && { email, ...(before && { email_validated_at: keptIfSame('email', email) }) }),
        ...(password !== undefined && {
          password_hash: await hashOf(password, isTrial, {
            login: login ?? before?.login,
            contacts: [number ?? before?.phone, email ?? before?.email].filter(contact => typeof contact === 'string'),
            names: [columns.first_name ?? before?.first_name ?? '', columns.last_name ?? before?.last_name ?? ''],
          }),
        }),
      },
    }
  },
  async follow(trx, { ctx, before, after, input }) {
    const isMoved = before.phone !== after.phone || before.email !== after.email
    const isShutOut = (before.status !== 'blocked' && after.status === 'blocked') || input.password !== undefined
    if (isMoved || isShutOut) await cancelValidationsOf(trx, { accountId: after.id })
    if (isShutOut) await endSessionsOf(trx, after.id, ctx.clock.now())
  },
  present: (ctx, row, caller) => ({
    id: row.id,
    login: seesContacts(caller) ? row.login : maskLogin(row.login),
    first_name: row.first_name,
    last_name: row.last_name,
    email: row.email === null || seesContacts(caller) ? row.email : maskContact(row.email),
    email_validated_at: row.email_validated_at,
    phone: row.phone === null || seesContacts(caller) ? row.phone : maskContact(row.phone),
    phone_validated_at: row.phone_validated_at,
    account_group_id: row.account_group_id,
    usage_plan_id: row.usage_plan_id,
    status: row.status,
    unlimited_usage: row.unlimited_usage,
    usage_expires_at: row.usage_expires_at,
    max_devices: row.max_devices,
    locale: row.locale,
    note: row.note,
    password: null,
    password_set: row.password_hash !== null,
    last_seen_at: row.last_seen_at,
    signals: signalsOf([row.phone, row.email], ctx.catalogue.now.limits),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}

// Decided by the row as it is then: a contact that a guest proves meanwhile does not lend its proof to another one.
function keptIfSame(contact: 'phone' | 'email', value: string | null) {
  return sql`case when ${sql.ref(contact)} = ${value}::text then ${sql.ref(`${contact}_validated_at`)} end`
}

function readPhone(ctx: Context, text: string | null): string | null {
  if (text === null || text === '') return null
  const extraPrefixes = [...ctx.catalogue.now.splashPortals.values()].flatMap(portal => portal.extra_prefixes)
  const parsed = parsePhoneNumber(text, { country: '', allowedCountries: [], extraPrefixes })
  if (parsed.ok) return parsed.e164
  const message =
    parsed.reason === 'cannot_receive_sms'
      ? 'This number cannot receive text messages.'
      : 'Must be a mobile number in international form, such as +14155550123.'
  throw invalidFields([{ field: 'phone', message }])
}

async function hashOf(
  password: string | null,
  isTrial: boolean | undefined,
  owner: Parameters<typeof judgePassword>[1],
): Promise<string | null> {
  if (!password) return null
  const fault = judgePassword(password, owner)
  if (fault) throw invalidFields([{ field: 'password', message: PASSWORD_FAULTS[fault] }])
  return isTrial ? 'not hashed' : hashPassword(password)
}
