import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

const PREFIX = 'GATEHOUSE_'
const SECRET_KEY_BYTES_MIN = 32

/** Everything that can be set from outside, parsed once. */
export interface Config {
  host: string
  port: number
  /** Origin (no trailing slash) for links, callbacks and the WebOTP line. Never taken from a request. */
  publicUrl: string
  /** Who said so. What the operator has set in the database stands in for the default alone. */
  publicUrlFrom: 'environment' | 'settings' | 'default'
  /** Undefined: Gatehouse runs its own PostgreSQL in the data folder. */
  databaseUrl: string | undefined
  dataDir: string
  /** Undefined: generated into the data folder. */
  secretKey: string | undefined
  /** The key before it, while it is being replaced. */
  secretKeyPrevious: string | undefined
  apiKey: string | undefined
  adminLogin: string | undefined
  adminPassword: string | undefined
  trustedProxies: string[]
  /** Names and addresses that requests may be for, besides the public URL's. */
  allowedHosts: string[]
  /** Resolvers as `address` or `address:port`; empty: the system's. */
  dnsServers: string[]
  /** Undefined: returned mail is not listened for. */
  bounceListen: { protocol: 'smtp' | 'lmtp'; host: string; port: number } | undefined
  seed: 'demo' | 'none'
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  testClock: boolean
  /** How many days records of each kind are kept; undefined: for ever. */
  retentionDays: Record<RetentionKind, number | undefined>
}

/** Every problem of the environment at once. */
export class ConfigError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * How many days records are kept unless the operator says otherwise, and the least that works: limits look back a day, and
 * statistics count an hour's messages and codes for three days.
 */
const RETENTION = {
  sessions: { days: 7, min: 0 },
  accounts: { days: undefined, min: 30 },
  pending_accounts: { days: 1, min: 1 },
  simulator_messages: { days: 7, min: 0 },
  validations: { days: 30, min: 4 },
  messages: { days: 90, min: 4 },
  contact_budgets: { days: 90, min: 2 },
  statistics: { days: 1100, min: 4 },
  audit_events: { days: undefined, min: 30 },
} satisfies Record<string, { days: number | undefined; min: number }>
const RETENTION_DAYS_MAX = 36_500
export type RetentionKind = keyof typeof RETENTION

function describeRetention(): string {
  return Object.entries(RETENTION)
    .map(([kind, { days }]) => `${kind}=${days ?? 'forever'}`)
    .join(',')
}

interface Option {
  /** Help for `gatehouse config`. */
  help: string
  secret?: boolean
  default?: string
  schema: z.ZodType<unknown, string>
}

const text = z.string().min(1, 'must not be empty')
const onOff = z.enum(['on', 'off'], 'must be on or off').transform(value => value === 'on')
const cidr = z.union([z.cidrv4(), z.cidrv6(), z.ipv4().transform(ip => `${ip}/32`), z.ipv6().transform(ip => `${ip}/128`)])

/** An address, or an address and a port; with a port an IPv6 address stands in brackets. */
function isDnsServer(text: string): boolean {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? []
  return isIP(text) > 0 || (isIP(bracketed ?? plain ?? '') > 0 && Number(port ?? 53) <= 65_535 && Number(port ?? 53) > 0)
}

const secretKey = z
  .string()
  .refine(
    key => Buffer.byteLength(key) >= SECRET_KEY_BYTES_MIN,
    `must have at least ${SECRET_KEY_BYTES_MIN} bytes; make one with: openssl rand -base64 48`,
  )

/** A host as a URL has it: in lower case, an IPv6 address in brackets. */
const hostName = z.string().transform((text, issue) => {
  const url = URL.parse(`http://${isIP(text) === 6 ? `[${text}]` : text}`)
  if (url && !/[/\\?#@*]/.test(text) && (isIP(text) === 6 || !/:\d*$/.test(text))) return url.hostname
  issue.addIssue({ code: 'custom', message: 'must be a name or an IP address' })
  return z.NEVER
})

const commaSeparated = z.string().transform(value =>
  value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean),
)

const retention = commaSeparated.transform((parts, issue) => {
  const kept: Record<string, number | undefined> = Object.fromEntries(
    Object.entries(RETENTION).map(([kind, { days }]) => [kind, days]),
  )
  for (const part of parts) {
    const [, kind = '', value = ''] = /^(\w+)\s*=\s*(\d{1,5}|forever)$/.exec(part) ?? []
    const { min } = RETENTION[kind as RetentionKind] ?? {}
    const days = value === 'forever' ? undefined : Number(value)
    if (min === undefined || (days !== undefined && (days < min || days > RETENTION_DAYS_MAX))) {
      const wanted = min === undefined ? describeRetention() : `${kind}=${min} or more`
      issue.addIssue({ code: 'custom', message: `must be kinds of records and days, such as ${wanted}` })
      return z.NEVER
    }
    kept[kind] = days
  }
  return kept as Record<RetentionKind, number | undefined>
})

export const OPTIONS = {
  HOST: { help: 'address it listens on', default: '127.0.0.1', schema: text },
  PORT: {
    help: 'port it listens on; 0 takes a free one',
    default: '8080',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number, for example 8080')
      .transform(Number)
      .refine(port => port <= 65_535, 'must be at most 65535'),
  },
  PUBLIC_URL: {
    help: 'origin that guests and providers reach it at: links, callbacks and the last line of a text message are made from it; unless set it follows the port',
    default: 'http://localhost:8080',
    schema: z.string().transform((value, issue) => {
      const url = URL.canParse(value) ? new URL(value) : undefined
      if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
        return url.origin
      issue.addIssue({ code: 'custom', message: 'must be an origin such as https://wifi.example.com, without a path' })
      return z.NEVER
    }),
  },
  DATABASE_URL: {
    help: 'PostgreSQL 15 or later shared by several nodes; without it Gatehouse runs its own in the data folder',
    secret: true,
    schema: z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host/database'),
  },
  DATA_DIR: {
    help: 'folder of its own database and of the generated secret key',
    default: './data',
    schema: text.transform(dir => resolve(dir)),
  },
  SECRET_KEY: {
    help: 'what codes and stored secrets are derived from; generated into the data folder unless a database URL is set',
    secret: true,
    schema: secretKey,
  },
  SECRET_KEY_PREVIOUS: {
    help: 'the key before it, while "gatehouse config rotate-key" replaces it; both are read with',
    secret: true,
    schema: secretKey,
  },
  API_KEY: { help: 'a root key for the REST API', secret: true, schema: z.string().min(16, 'must have at least 16 characters') },
  ADMIN_LOGIN: { help: 'the first administrator, made on an empty database', schema: text },
  ADMIN_PASSWORD: {
    help: 'that administrator’s password',
    secret: true,
    schema: z.string().min(8, 'must have at least 8 characters'),
  },
  TRUSTED_PROXIES: {
    help: 'comma-separated addresses or CIDRs whose forwarded headers count',
    default: '',
    schema: commaSeparated.pipe(z.array(cidr, 'must be addresses or CIDRs separated by commas, for example 10.0.0.0/8')),
  },
  ALLOWED_HOSTS: {
    help: 'comma-separated names or IP addresses, without a port, that requests may be for besides the public URL; others are refused',
    default: '',
    schema: commaSeparated.pipe(
      z.array(hostName, 'must be names or IP addresses separated by commas, for example wifi.lan,192.0.2.7'),
    ),
  },
  DNS_SERVERS: {
    help: 'comma-separated resolvers (address or address:port) that are asked whether carriers still take mail; default: the system’s',
    default: '',
    schema: commaSeparated.refine(
      servers => servers.every(isDnsServer),
      'must be IP addresses separated by commas, each with :port if need be, for example 9.9.9.9,[2620:fe::fe]:53',
    ),
  },
  BOUNCE_LISTEN: {
    help: 'where it takes returned mail from your mail server: 127.0.0.1:2525, or lmtp://127.0.0.1:2424',
    schema: z.string().transform((value, issue) => {
      const url = URL.parse(/^(?:smtp|lmtp):\/\//.test(value) ? value : `smtp://${value}`)
      const isPlace = url && !url.username && !url.search && !url.hash && ['', '/'].includes(url.pathname)
      if (isPlace && url.hostname !== '' && url.port !== '')
        return {
          protocol: url.protocol === 'lmtp:' ? ('lmtp' as const) : ('smtp' as const),
          host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
          port: Number(url.port),
        }
      issue.addIssue({ code: 'custom', message: 'must be an address and a port such as 127.0.0.1:2525 or lmtp://127.0.0.1:2424' })
      return z.NEVER
    }),
  },
  SEED: {
    help: 'what an empty database is filled with: demo or none',
    default: 'demo',
    schema: z.enum(['demo', 'none'], 'must be demo or none'),
  },
  LOG_LEVEL: {
    help: 'fatal, error, warn, info, debug, trace or silent',
    default: 'info',
    schema: z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    ),
  },
  TEST_CLOCK: { help: 'on: POST /api/v1/test_clock moves time; refused in production', default: 'off', schema: onOff },
  RETENTION_DAYS: {
    help: `how many days records are kept, as messages=30,validations=7; what is left out stays: ${describeRetention()}`,
    default: '',
    schema: retention,
  },
} satisfies Record<string, Option>

type OptionName = keyof typeof OPTIONS
type Value<N extends OptionName> = z.output<(typeof OPTIONS)[N]['schema']>

/** Parses the environment, `NAME_FILE` variants included. Throws a ConfigError that lists every problem. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const problems: string[] = []
  for (const name of Object.keys(env)) {
    if (!name.startsWith(PREFIX) || name.startsWith(`${PREFIX}TEST_DATABASE_URL`)) continue
    const known = name.slice(PREFIX.length)
    const option: Option | undefined = OPTIONS[known as OptionName] ?? OPTIONS[known.replace(/_FILE$/, '') as OptionName]
    if (!option) problems.push(`${name} is not an option of Gatehouse; the options are listed by: gatehouse config --help`)
  }

  function read<N extends OptionName>(name: N): Value<N> | undefined {
    const option: Option = OPTIONS[name]
    const variable = PREFIX + name
    let raw = env[variable]
    const file = env[`${variable}_FILE`]
    if (file !== undefined) {
      if (raw !== undefined) problems.push(`${variable} and ${variable}_FILE are both set; set one of them`)
      try {
        raw = readFileSync(file, 'utf8').trim()
      } catch (error) {
        problems.push(`${variable}_FILE cannot be read: ${(error as Error).message}`)
        return undefined
      }
    }
    raw ??= option.default
    if (raw === undefined) return undefined
    const parsed = option.schema.safeParse(raw)
    if (parsed.success) return parsed.data as Value<N>
    problems.push(`${variable} ${parsed.error.issues[0]?.message ?? 'is not valid'}${option.secret ? '' : `, but is "${raw}"`}`)
    return undefined
  }

  const config = {
    host: read('HOST'),
    port: read('PORT'),
    publicUrl: read('PUBLIC_URL'),
    publicUrlFrom: 'default',
    databaseUrl: read('DATABASE_URL'),
    dataDir: read('DATA_DIR'),
    secretKey: read('SECRET_KEY'),
    secretKeyPrevious: read('SECRET_KEY_PREVIOUS'),
    apiKey: read('API_KEY'),
    adminLogin: read('ADMIN_LOGIN'),
    adminPassword: read('ADMIN_PASSWORD'),
    trustedProxies: read('TRUSTED_PROXIES'),
    allowedHosts: read('ALLOWED_HOSTS'),
    dnsServers: read('DNS_SERVERS'),
    bounceListen: read('BOUNCE_LISTEN'),
    seed: read('SEED'),
    logLevel: read('LOG_LEVEL'),
    testClock: read('TEST_CLOCK'),
    retentionDays: read('RETENTION_DAYS'),
  }
  const publicUrlIsSet = env[`${PREFIX}PUBLIC_URL`] !== undefined || env[`${PREFIX}PUBLIC_URL_FILE`] !== undefined
  if (publicUrlIsSet) config.publicUrlFrom = 'environment'
  else if (config.port) config.publicUrl = `http://localhost:${config.port}`
  if (config.databaseUrl && !config.secretKey && !problems.some(problem => problem.includes('SECRET_KEY')))
    problems.push(
      'GATEHOUSE_SECRET_KEY must be set with a database URL, to the same value on every node; make one with: openssl rand -base64 48',
    )
  if (config.secretKeyPrevious && config.secretKeyPrevious === config.secretKey)
    problems.push('GATEHOUSE_SECRET_KEY_PREVIOUS must be another key than GATEHOUSE_SECRET_KEY; without a rotation leave it out')
  if (config.secretKeyPrevious && !config.secretKey && !problems.some(problem => problem.includes('SECRET_KEY ')))
    problems.push('GATEHOUSE_SECRET_KEY_PREVIOUS goes with GATEHOUSE_SECRET_KEY; set that too')
  if (
    (config.adminLogin === undefined) !== (config.adminPassword === undefined) &&
    !problems.some(problem => problem.includes('ADMIN_'))
  )
    problems.push('GATEHOUSE_ADMIN_LOGIN and GATEHOUSE_ADMIN_PASSWORD go together; set both or neither')
  if (config.testClock && env.NODE_ENV === 'production')
    problems.push('GATEHOUSE_TEST_CLOCK must be off when NODE_ENV is production')
  if (problems.length > 0) throw new ConfigError(problems)
  return config as Config
}

/** The configuration with the public URL of the settings, where there is one and the environment says none. */
export function withPublicUrl(config: Config, stored: string): Config {
  return config.publicUrlFrom === 'default' && stored !== ''
    ? { ...config, publicUrl: stored, publicUrlFrom: 'settings' }
    : config
}
