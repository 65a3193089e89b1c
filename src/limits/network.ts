import { isIP } from 'node:net'

/**
 * The network that a client's address stands for: an IPv4 address itself, of an IPv6 address its first 64 bits, since
 * one household or phone has all the rest. Undefined for this very machine: then it is a proxy that GATEHOUSE_TRUSTED_PROXIES
 * does not name, and says nothing about the guest. What is no address shares one network with all that is not.
 */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const family = isIP(plain)
  if (family === 4) return plain.startsWith('127.') ? undefined : plain
  if (family === 0) return 'unknown'
  const groups = groupsOf(plain)
  const [first, ...rest] = groups
  if (first === 0 && rest.slice(0, 6).every(group => group === 0) && rest[6] === 1) return undefined
  // An IPv4 address in IPv6 form (::ffff:a.b.c.d).
  if (groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff)
    return networkOf([groups[6], groups[7]].flatMap(group => [(group ?? 0) >> 8, (group ?? 0) & 0xff]).join('.'))
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const read = (text: string) =>
    text === ''
      ? []
      : text.split(':').flatMap(part => {
          if (!part.includes('.')) return [Number.parseInt(part, 16)]
          const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number)
          return [a * 256 + b, c * 256 + d]
        })
  const [left, right] = [read(head), read(tail ?? '')]
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
}
