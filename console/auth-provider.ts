import type { AuthProvider } from 'ra-core'
import { spokenLocale } from './i18n.ts'
import { call, Refusal } from './rest.ts'
import { store } from './store.ts'

/** Who is signed in, and what they may do: GET /me. */
export interface Me {
  administrator: { id: string; login: string; name: string; email: string; locale: string } | null
  role: Role
  /** The API's operations that this person may call. */
  operations: string[]
  totp_enabled: boolean
  passkeys: number
  recovery_codes_left: number
  /** Nothing else is allowed until they have made one. */
  second_factor_due: boolean
  session_id: string | null
  expires_at: string | null
  confirmed_until: string | null
  /** Of the settings, for who has chosen no language. */
  default_locale: string
}

type Role = 'read_only' | 'front_desk' | 'operator' | 'owner'

/** What a list, a form or a button asks for, as operations of the API. */
const OPERATIONS: Record<string, string> = {
  list: 'list',
  show: 'read',
  create: 'create',
  clone: 'create',
  edit: 'update',
  delete: 'delete',
  export: 'export',
  import: 'import',
}

const FRESH_MS = 60_000
let known: { me: Promise<Me>; at: number } | undefined

/**
 * Who is signed in. Asked at most once a minute; throws a Refusal with status 401 where nobody is. A server that does not
 * answer has not said so: then what was known before still holds.
 */
export function readMe(): Promise<Me> {
  if (!known || Date.now() - known.at > FRESH_MS) {
    const before = known?.me
    const me = call<Me>('/me').catch(error => {
      if (before && !isSignedOut(error)) return before
      throw error
    })
    me.catch(forgetMe)
    known = { me, at: Date.now() }
  }
  return known.me
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401
}

/** After signing in or out, or a change to oneself. */
export function forgetMe(): void {
  known = undefined
}

/** The language of whoever signs in: what they have chosen in their profile; the settings' where the browser wants none of ours. */
function ownLocale({ administrator, default_locale }: Me): string | undefined {
  if (administrator?.locale) return administrator.locale
  return spokenLocale() || store.getItem('locale') ? undefined : default_locale
}

/** Whether this person may call an operation of the API, by its id. */
async function mayCall(operation: string): Promise<boolean> {
  return (await readMe()).operations.includes(operation)
}

export const authProvider: AuthProvider = {
  // The sign-in page talks to the API itself (pages/sign-in.tsx): there are several ways and steps.
  async login() {
    forgetMe()
    const locale = ownLocale(await readMe())
    if (locale) store.setItem('locale', locale)
  },
  async logout() {
    forgetMe()
    await call('/sign_out', { method: 'POST', body: {} }).catch(() => undefined)
  },
  // React-admin signs out whoever this throws for, and with that ends the session.
  async checkAuth() {
    await readMe().catch(error => {
      if (isSignedOut(error)) throw error
    })
  },
  async checkError(error) {
    if (!isSignedOut(error)) return
    forgetMe()
    throw error
  },
  async getIdentity() {
    const { administrator, role } = await readMe()
    return { id: administrator?.id ?? 'key', fullName: administrator?.name || administrator?.login || role }
  },
  async getPermissions() {
    return readMe()
  },
  async canAccess({ resource, action }) {
    const operation = OPERATIONS[action]
    return operation === undefined ? mayCall(action) : mayCall(`${operation}_${resource}`)
  },
}
