import type { Selectable } from 'kysely'
import type { Db, Statement, Trx } from '../db/db.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import type { AccountsTable } from '../db/tables.ts'
import { randomBytes, uuidv7 } from '../lib/random.ts'

export type Account = Selectable<AccountsTable>
export type Contact = 'phone' | 'email'

const GENERATED_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GENERATED_LENGTH = 8

/** What two logins are compared by: case and width do not make a difference. */
export function loginKey(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
}

/** A login for a guest who chose none: `guest-` and 8 letters and digits that are hard to confuse. */
function generateLogin(): string {
  // 31 letters do not divide 256: the bias is far below what a name needs.
  const letters = [...randomBytes(GENERATED_LENGTH)].map(byte => GENERATED_LETTERS[byte % GENERATED_LETTERS.length])
  return `guest-${letters.join('')}`
}

/** Whether a login looks like one that was made up. */
export function isGeneratedLogin(login: string): boolean {
  return new RegExp(`^guest-[${GENERATED_LETTERS}]{${GENERATED_LENGTH}}$`).test(login)
}

/** What a guest may be known by. */
export interface Identifier {
  loginKey: string
  /** E.164, if what was typed reads as a number. */
  phone: string | null
  /** Lower case, if what was typed reads as an address. */
  email: string | null
}

const FIND: Statement = {
  text: `
select * from accounts
where login_key = $1 or (phone = $2 and phone_validated_at is not null) or (email = $3 and email_validated_at is not null)
order by (phone = $2 and phone_validated_at is not null or email = $3 and email_validated_at is not null) desc nulls last
limit 1`,
}

/** Finds an account by a proven contact, else by its login: nobody takes over an owner's number by using it as a login. */
export async function findAccountByIdentifier(db: Db, who: Identifier): Promise<Account | undefined> {
  return (await db.run<Account>(FIND, [who.loginKey, who.phone, who.email]))[0]
}

export function findAccountByLoginKey(db: Db, key: string): Promise<Account | undefined> {
  return db.kysely.selectFrom('accounts').selectAll().where('login_key', '=', key).executeTakeFirst()
}

export async function findAccount(db: Db, id: string | null): Promise<Account | undefined> {
  return id === null ? undefined : db.kysely.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Finds the account and keeps it locked until the transaction ends. */
export function lockAccount(trx: Trx, id: string): Promise<Account | undefined> {
  return trx.selectFrom('accounts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Finds the account that has proven a number. */
export function findAccountByProvenPhone(db: Db, phone: string): Promise<Account | undefined> {
  return db.kysely
    .selectFrom('accounts')
    .selectAll()
    .where('phone', '=', phone)
    .where('phone_validated_at', 'is not', null)
    .executeTakeFirst()
}

export interface NewAccount {
  /** Blank: one is made up. */
  login: string
  passwordHash: string | null
  firstName: string
  lastName: string
  phone: string | null
  email: string | null
  usagePlanId: string | null
  accountGroupId: string | null
  locale: string
}

export type OpenedAccount = Pick<Account, 'id' | 'login' | 'created_at' | 'phone_validated_at' | 'email_validated_at'>

/** Inserts a pending account. The transaction fails with a duplicate of `accounts_login_key_key` when the login is taken. */
export function insertAccount(trx: HotTrx, account: NewAccount, now: Date): OpenedAccount {
  const login = account.login || generateLogin()
  const row = {
    id: uuidv7(now),
    login,
    login_key: loginKey(login),
    password_hash: account.passwordHash,
    first_name: account.firstName,
    last_name: account.lastName,
    phone: account.phone,
    email: account.email,
    usage_plan_id: account.usagePlanId,
    account_group_id: account.accountGroupId,
    status: 'pending' as const,
    locale: account.locale,
    created_at: now,
    updated_at: now,
  }
  trx.pipeline(trx.insertInto('accounts').values(row).execute())
  return { ...row, phone_validated_at: null, email_validated_at: null }
}

/** Deletes an account that has never proven anything. False: it is no such account any more. */
export async function deleteUnprovenAccount(trx: Trx, id: string): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('accounts')
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .where('phone_validated_at', 'is', null)
    .where('email_validated_at', 'is', null)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

/** Gives an account another contact, unproven. The same contact again changes nothing and stays proven. */
export async function setContact(trx: Trx, id: string, contact: Contact, value: string, now: Date): Promise<void> {
  await trx
    .updateTable('accounts')
    .set(
      contact === 'phone'
        ? { phone: value, phone_validated_at: null, updated_at: now }
        : { email: value, email_validated_at: null, updated_at: now },
    )
    .where('id', '=', id)
    .where(contact, 'is distinct from', value)
    .execute()
}

export async function setPassword(trx: Trx, id: string, passwordHash: string, now: Date): Promise<void> {
  await trx.updateTable('accounts').set({ password_hash: passwordHash, updated_at: now }).where('id', '=', id).execute()
}

/** From then on nobody signs in by password until a reset sets a new one. */
export async function clearPassword(trx: Trx, id: string, now: Date): Promise<void> {
  await trx.updateTable('accounts').set({ password_hash: null, updated_at: now }).where('id', '=', id).execute()
}
