import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Selectable } from 'kysely'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import type { Db, Trx } from '../db/db.ts'
import type { AdministratorPasskeysTable } from '../db/tables.ts'
import { AppError } from '../errors.ts'
import type { Administrator } from './administrator.ts'

export type Passkey = Selectable<AdministratorPasskeysTable>

const TIMEOUT_MS = 300_000
/** Ed25519, P-256 and RSA (COSE): every authenticator has one of them. */
const ALGORITHMS = [-8, -7, -257]

interface Site {
  /** What passkeys are bound to: the name of the public URL. */
  id: string
  origin: string
}

/** The site as browsers know it (WebAuthn: the relying party). Undefined: they keep no passkeys for an IP address, or over http. */
function siteOf({ publicUrl }: Pick<Config, 'publicUrl'>): Site | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl)
  const isSecure = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
  const isAddress = isIP(hostname) !== 0 || hostname.startsWith('[')
  return isSecure && !isAddress ? { id: hostname, origin } : undefined
}

export function canUsePasskeys(config: Pick<Config, 'publicUrl'>): boolean {
  return siteOf(config) !== undefined
}

/** Throws `conflict` where browsers keep no passkeys for the public URL. */
export function requirePasskeySite(config: Pick<Config, 'publicUrl'>): Site {
  const site = siteOf(config)
  if (site) return site
  throw new AppError(
    'conflict',
    `Passkeys need a name and https: with the public URL ${config.publicUrl} browsers keep none. Set GATEHOUSE_PUBLIC_URL to one such as https://wifi.example.com.`,
  )
}

export function listPasskeys(db: Db, administratorId: string): Promise<Passkey[]> {
  return db.kysely
    .selectFrom('administrator_passkeys')
    .selectAll()
    .where('administrator_id', '=', administratorId)
    .orderBy('id')
    .execute()
}

/** What the browser needs to sign in: with one of these passkeys, or without any named, with whichever there is. */
export function signInOptions(
  config: Pick<Config, 'publicUrl'>,
  { challenge, passkeys }: { challenge: string; passkeys?: Passkey[] },
): Promise<Awaited<ReturnType<typeof generateAuthenticationOptions>>> {
  return generateAuthenticationOptions({
    rpID: requirePasskeySite(config).id,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    // By itself a passkey is two factors only where the device asks for a finger, a face or a PIN.
    userVerification: passkeys ? 'preferred' : 'required',
    ...(passkeys && { allowCredentials: passkeys.map(({ credential_id: id, transports }) => ({ id, transports })) }),
  })
}

/** What the browser needs to make a passkey of an administrator's. */
export function registerOptions(
  config: Pick<Config, 'publicUrl'>,
  { challenge, administrator, passkeys }: { challenge: string; administrator: Administrator; passkeys: Passkey[] },
): Promise<Awaited<ReturnType<typeof generateRegistrationOptions>>> {
  const site = requirePasskeySite(config)
  return generateRegistrationOptions({
    rpName: `Gatehouse ${site.id}`,
    rpID: site.id,
    userID: new TextEncoder().encode(administrator.id),
    userName: administrator.login,
    userDisplayName: administrator.name || administrator.login,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: passkeys.map(({ credential_id: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'))
}

type NewPasskey = Pick<Passkey, 'credential_id' | 'public_key' | 'counter' | 'transports'>

/** Judges what a browser answers to `registerOptions`. Undefined: it is no passkey of this site for this challenge. */
export async function verifyNewPasskey(
  ctx: Context,
  { response, challenge }: { response: unknown; challenge: string },
): Promise<NewPasskey | undefined> {
  const site = requirePasskeySite(ctx.config)
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified || !registrationInfo) return undefined
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return { credential_id: id, public_key: Buffer.from(publicKey), counter, transports: transports ?? [] }
  } catch (error) {
    return refused(ctx, error)
  }
}

/** A passkey that has signed, and what it has counted. */
export interface UsedPasskey {
  id: string
  administratorId: string
  counter: number
}

/** Judges what a browser answers to `signInOptions`. Undefined: no passkey that is known here has signed this challenge. */
export async function verifyPasskey(
  ctx: Context,
  { response, challenge, needsUser }: { response: { id: string }; challenge: string; needsUser: boolean },
): Promise<UsedPasskey | undefined> {
  const site = requirePasskeySite(ctx.config)
  const passkey = await ctx.db.kysely
    .selectFrom('administrator_passkeys')
    .selectAll()
    .where('credential_id', '=', response.id)
    .executeTakeFirst()
  if (!passkey) return undefined
  const answer = response as AuthenticationResponseJSON
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
        transports: passkey.transports,
      },
      requireUserVerification: needsUser,
    })
    const { userHandle } = answer.response
    const isTheirs =
      userHandle === undefined || Buffer.from(userHandle, 'base64url').toString('utf8') === passkey.administrator_id
    if (!verified || !isTheirs) return undefined
    return { id: passkey.id, administratorId: passkey.administrator_id, counter: authenticationInfo.newCounter }
  } catch (error) {
    return refused(ctx, error)
  }
}

// The library throws whatever is wrong with an answer, which anybody may have made up.
function refused({ log }: Context, error: unknown): undefined {
  log.info({ reason: (error as Error).message.slice(0, 200) }, 'a passkey was refused')
  return undefined
}

/** Notes that a passkey was used. Returns false where it is gone, or its counter says that it has a copy. */
export async function notePasskeyUse(trx: Trx, { id, counter }: UsedPasskey, now: Date): Promise<boolean> {
  const noted = await trx
    .updateTable('administrator_passkeys')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    // Most passkeys are on several devices and do not count.
    .where(eb => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.lit(counter === 0)])]))
    .executeTakeFirst()
  return noted.numUpdatedRows > 0n
}
