import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// Where the machines of a cloud get their credentials, by whoever asks from within. Such an address is no provider's, and what
// an operator can have asked there they could read out of the answer.
const SERVICES: [network: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['169.254.0.0', 16, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['fe80::a9fe:a9fe', 128, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
  ['fd20:ce::254', 128, 'ipv6'],
]
const services = new BlockList()
for (const [network, prefix, family] of SERVICES) services.addSubnet(network, prefix, family)

export const METADATA_ADDRESS = 'metadata_address'

/** Says whether the host of a URL is such an address. A name is looked at when it is resolved. */
export function isMetadataAddress(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  return family !== 0 && services.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

/** Resolves a name as Node does, but to no such address; where there is no other it fails. */
export const lookupElsewhere: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, all = []) => {
    const found = all.filter(({ address }) => !isMetadataAddress(address))
    const [first] = found
    if (error) callback(error, '', 0)
    else if (!first) callback(Object.assign(new Error('there is no other address'), { code: METADATA_ADDRESS }), '', 0)
    else if (options.all) callback(null, found)
    else callback(null, first.address, first.family)
  })
}
