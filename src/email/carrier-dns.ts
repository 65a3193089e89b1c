import { Resolver } from 'node:dns/promises'
import type { Carrier } from '../catalogue.ts'

const TIMEOUT_MS = 3_000
const TRIES = 2

type MxStatus = NonNullable<Carrier['mx_status']>

/**
 * Asks whether a domain takes mail: `ok` with a mail server or, without one, an address of its own (RFC 5321, 5.1);
 * `missing` if it does not exist, has neither, or says itself that it takes no mail (RFC 7505). Whatever else comes is an
 * `error`: it says something about the resolver and nothing about the domain.
 */
export type AskMail = (domain: string) => Promise<MxStatus>

/** `servers`: addresses of resolvers, with `:port` if need be; none: those of the system. */
export function createAskMail(servers: string[], options: { timeoutMs?: number; tries?: number } = {}): AskMail {
  const resolver = new Resolver({ timeout: options.timeoutMs ?? TIMEOUT_MS, tries: options.tries ?? TRIES })
  if (servers.length > 0) resolver.setServers(servers)

  return async domain => {
    // With the root's dot a resolver adds none of its search domains.
    const name = `${domain}.`
    const mx = await recordsOf(resolver.resolveMx(name))
    if (mx === 'none') return 'missing'
    if (mx === 'error') return 'error'
    if (mx.length > 0) return mx.some(({ exchange }) => exchange !== '' && exchange !== '.') ? 'ok' : 'missing'
    const addresses = await Promise.all([recordsOf(resolver.resolve4(name)), recordsOf(resolver.resolve6(name))])
    if (addresses.some(found => Array.isArray(found) && found.length > 0)) return 'ok'
    return addresses.includes('error') ? 'error' : 'missing'
  }
}

/** `none`: there is no such name. An empty list: the name has no records of this type. */
async function recordsOf<T>(asked: Promise<T[]>): Promise<T[] | 'none' | 'error'> {
  try {
    return await asked
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTFOUND') return 'none'
    return code === 'ENODATA' ? [] : 'error'
  }
}
