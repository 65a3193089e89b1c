import { createServer, Packet } from 'dns2'

/** What the server says of a name: its records, or how it fails. `silent`: it does not answer. */
export type Zone = { mx?: string[]; a?: string[]; aaaa?: string[] } | 'nxdomain' | 'servfail' | 'silent'

export interface FakeDns {
  /** For GATEHOUSE_DNS_SERVERS. */
  address: string
  zones: Record<string, Zone>
  /** What was asked, as `MX vtext.com`. */
  questions: string[]
  close(): Promise<void>
}

const TYPES = { [Packet.TYPE.MX]: 'MX', [Packet.TYPE.A]: 'A', [Packet.TYPE.AAAA]: 'AAAA' } as Record<number, string>

/** A real DNS server on loopback that answers from `zones`; of any other name it says that there is none. */
export async function startFakeDns(zones: Record<string, Zone> = {}): Promise<FakeDns> {
  const fake: FakeDns = {
    address: '',
    zones,
    questions: [],
    close: async () => {
      await server.close()
    },
  }
  const server = createServer({
    udp: true,
    handle(request, send) {
      const [question] = request.questions as { name: string; type: number }[]
      if (!question) return
      const { name, type } = question
      fake.questions.push(`${TYPES[type]} ${name}`)
      const zone = fake.zones[name.toLowerCase()] ?? 'nxdomain'
      if (zone === 'silent') return
      const response = Packet.createResponseFromRequest(request)
      if (zone === 'nxdomain') response.header.rcode = Packet.RCODE.NXDOMAIN
      else if (zone === 'servfail') response.header.rcode = Packet.RCODE.SERVFAIL
      else {
        const basics = { name, type, class: Packet.CLASS.IN, ttl: 60 }
        const records = {
          MX: zone.mx?.map(exchange => ({ ...basics, exchange, priority: 10 })),
          A: zone.a?.map(address => ({ ...basics, address })),
          AAAA: zone.aaaa?.map(address => ({ ...basics, address })),
        }[TYPES[type] ?? '']
        response.answers.push(...((records ?? []) as never[]))
      }
      send(response)
    },
  })
  await server.listen({ udp: { port: 0, address: '127.0.0.1' } })
  const { udp } = server.addresses() as { udp: { port: number } }
  fake.address = `127.0.0.1:${udp.port}`
  return fake
}
