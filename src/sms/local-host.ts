import { BlockList, isIP } from 'node:net'

const LOCAL_NETWORKS: [network: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
]
const local = new BlockList()
for (const [network, prefix, family] of LOCAL_NETWORKS) local.addSubnet(network, prefix, family)

/** Names that no public DNS answers (RFC 6761, RFC 8375, RFC 9476 and common habit). */
const LOCAL_NAME = /(^[^.]*|\.(localhost|local|internal|lan|home|home\.arpa|test|invalid|example))\.?$/

/** Says whether the host of a URL is certainly not on the internet: a private address, or a name of a local network. */
export function isLocalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  return family === 0 ? LOCAL_NAME.test(host) : local.check(host, family === 6 ? 'ipv6' : 'ipv4')
}
