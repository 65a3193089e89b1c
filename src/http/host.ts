import { isIP } from 'node:net'

/**
 * What a request's Host makes of it. `answer`: it is for us. `by_address`: it names us by an IP address, as network gear
 * may that sends guests here. `unknown`: it names somebody else.
 */
export type HostVerdict = 'answer' | 'by_address' | 'unknown'

/**
 * Decides by the name in the Host header, whatever its port: a proxy may leave the port out or have another one. Ours are
 * the public URL's, those of `allowed`, and this machine's own names; undefined, which HTTP/1.0 allows, names nobody else.
 *
 * While the public URL itself is this machine's own, nobody has said yet how others reach us: then any IP address is ours
 * as well. A page of another site can make a browser send a name it owns (DNS rebinding), never an address.
 */
export function createHostPolicy(publicUrl: string, allowed: string[]): (host: string | undefined) => HostVerdict {
  const own = new Set([publicUrl, ...allowed.map(name => `http://${name}`)].map(url => new URL(url).hostname))
  const isAtHome = isLoopback(new URL(publicUrl).hostname)
  const { host: usual } = new URL(publicUrl)

  return host => {
    if (host === undefined || host === usual) return 'answer'
    const name = nameOf(host)
    if (own.has(name) || isLoopback(name)) return 'answer'
    if (!isAddress(name)) return 'unknown'
    return isAtHome ? 'answer' : 'by_address'
  }
}

/** True for `localhost`, names under it, and addresses that never leave the machine. An IPv6 address stands in brackets. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || (isIP(name) === 4 && name.startsWith('127.'))
}

function isAddress(name: string): boolean {
  return isIP(name) === 4 || (name.startsWith('[') && name.endsWith(']') && isIP(name.slice(1, -1)) === 6)
}

/** The name in a Host header, as a URL has it; empty for what is none. */
function nameOf(host: string): string {
  const url = /^[^\s/\\?#@]+$/.test(host) ? URL.parse(`http://${host}`) : null
  return url?.hostname.replace(/\.$/, '') ?? ''
}
