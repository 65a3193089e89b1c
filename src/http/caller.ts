import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { hashToken } from '../lib/keys.ts'

/** Who calls the API. */
export interface Caller {
  /** What the audit log calls them. */
  name: string
  /** Undefined: the root key of the configuration. */
  apiKeyId: string | undefined
}

const ROOT: Caller = { name: 'root key (GATEHOUSE_API_KEY)', apiKeyId: undefined }

/** Returns the function that finds the caller of a request by its bearer token (RFC 6750), or throws `unauthorized`. */
export function createAuthenticate(ctx: Context): (request: Request) => Caller {
  const rootHash = ctx.config.apiKey === undefined ? undefined : hashToken(ctx.config.apiKey)

  return request => {
    const header = request.headers.get('authorization')
    if (header === null)
      throw new AppError('unauthorized', 'Send an API key with the request, as the header Authorization: Bearer KEY.')
    const token = /^bearer +(\S+) *$/i.exec(header)?.[1]
    if (token === undefined)
      throw new AppError('unauthorized', 'The Authorization header must read: Bearer, a space, and an API key.')
    // Keys are long and random: what is compared and looked up is their hash, which nobody can steer.
    const hash = hashToken(token)
    if (rootHash && timingSafeEqual(hash, rootHash)) return ROOT
    const key = ctx.catalogue.now.apiKeys.get(hash.toString('hex'))
    if (!key) throw new AppError('unauthorized', 'There is no such API key.')
    if (key.expires_at && key.expires_at <= ctx.clock.now()) throw new AppError('unauthorized', 'The API key has expired.')
    return { name: key.name, apiKeyId: key.id }
  }
}
