import { BlockList, isIP } from 'node:net'

/** Where a request came from, as an IP address without brackets, port or IPv4-mapped prefix. */
export type AddressOf = (peer: string, forwardedFor: string | undefined) => string

/**
 * Reads the client's address: the peer's own, and only where the peer is a trusted proxy the rightmost address of
 * X-Forwarded-For that is not one. Everything further left was written by the client. `trusted` are CIDRs.
 */
export function createAddressOf(trusted: string[]): AddressOf {
  if (trusted.length === 0) return plainAddress
  const proxies = new BlockList()
  for (const cidr of trusted) {
    const [network = '', prefix = ''] = cidr.split('/')
    proxies.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4')
  }
  const isProxy = (address: string) => {
    const family = isIP(address)
    return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4')
  }

  return (peer, forwardedFor) => {
    let address = plainAddress(peer)
    if (!forwardedFor) return address
    // However long it is: what the client wrote stands further left than what the proxies did.
    const hops = forwardedFor.split(',')
    while (isProxy(address)) {
      const hop = hops.pop()
      if (hop === undefined) break
      const next = plainAddress(hop.trim())
      // What is no address was not written by a proxy of ours: the last one that vouches for something is the client.
      if (isIP(next) === 0) break
      address = next
    }
    return address
  }
}

function plainAddress(text: string): string {
  const address = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text
  return address.toLowerCase().startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address
}
