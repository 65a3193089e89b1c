import { parseArgs } from 'node:util'

/** What can be measured, in the order it runs. The last six only when they are asked for. */
const PARTS = [
  'ceiling',
  'echo',
  'statements',
  'start',
  'receipt',
  'flows',
  'open',
  'delay',
  'outbox',
  'failover',
  'memory',
  'console',
  'hostile',
  'peers',
  'grown',
  'lists',
  'plans',
] as const
type Part = (typeof PARTS)[number]

export interface Options {
  /** Where the JSON goes as well. */
  json: string | undefined
  parts: Set<Part>
  /** Length of one measurement. */
  seconds: number
  /** How often each is repeated; the median is what counts. */
  rounds: number
  concurrencies: number[]
  /** Arrivals a second of the open loop. */
  rate: number
  /** Rows to fill the tables with before the flows are measured again. */
  grown: number
  /** Messages of part `lists`; a tenth as many accounts. */
  lists: number
  /** Arrivals a second and seconds of part `hostile`. */
  hostile: { rate: number; seconds: number }
  /** How long the fake provider takes to answer in part `delay`. */
  providerDelayMs: number
  /** Messages of part `outbox`. */
  outbox: number
  /** Record a CPU profile of the server into this folder. */
  prof: string | undefined
  keep: boolean
}

const HELP = `npm run bench -- [options]

  --json FILE          write the figures as JSON too
  --peers              better-auth's phone-number plugin beside it, on the same PostgreSQL, in turns
  --grown N            fill the tables with N rows and measure the flows again
  --lists N            fill the tables with N messages and a tenth as many accounts; lists and searches (1000000)
  --plans              plans and times of the statements as PostgreSQL ran them
  --prof [DIR]         CPU profile of the server under load at 64, hottest functions printed
  --only A,B           only these parts: ${PARTS.join(', ')}
  --seconds N          length of one measurement (5; of part hostile 60)
  --rounds N           how often each is repeated, medians are shown (3)
  --concurrency A,B    guests at a time (1,16,64,256)
  --rate N             arrivals a second of the open loop (200; of part hostile 500)
  --provider-delay N   milliseconds the provider takes in part delay (100)
  --outbox N           messages that wait in part outbox (20000)
  --keep               leave the data folder behind
`

/** Reads the command line; prints the help and returns undefined when that is what was asked for. */
export function readOptions(argv: string[]): Options | undefined {
  const { values } = parseArgs({
    args: argv.flatMap((arg, i) => (arg === '--prof' && !isValue(argv[i + 1]) ? ['--prof', ''] : [arg])),
    options: {
      json: { type: 'string' },
      peers: { type: 'boolean', default: false },
      grown: { type: 'string' },
      lists: { type: 'string' },
      plans: { type: 'boolean', default: false },
      prof: { type: 'string' },
      only: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      concurrency: { type: 'string', default: '1,16,64,256' },
      rate: { type: 'string' },
      'provider-delay': { type: 'string', default: '100' },
      outbox: { type: 'string', default: '20000' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return undefined
  }
  const parts = new Set<Part>(values.only ? values.only.split(',').map(readPart) : PARTS.filter(part => !ASKED_FOR.has(part)))
  if (values.peers) parts.add('peers')
  if (values.plans) parts.add('plans')
  if (values.grown !== undefined) parts.add('grown')
  if (values.lists !== undefined) parts.add('lists')
  return {
    json: values.json,
    parts,
    seconds: readNumber('--seconds', values.seconds ?? '5', 1, 600),
    rounds: readNumber('--rounds', values.rounds, 1, 50),
    concurrencies: values.concurrency.split(',').map(text => readNumber('--concurrency', text, 1, 1024)),
    rate: readNumber('--rate', values.rate ?? '200', 1, 10_000),
    hostile: {
      rate: readNumber('--rate', values.rate ?? '500', 1, 10_000),
      seconds: readNumber('--seconds', values.seconds ?? '60', 1, 600),
    },
    grown: readNumber('--grown', values.grown ?? '1000000', 1, 100_000_000),
    lists: readNumber('--lists', values.lists ?? '1000000', 20_000, 100_000_000),
    providerDelayMs: readNumber('--provider-delay', values['provider-delay'], 0, 5_000),
    outbox: readNumber('--outbox', values.outbox, 1000, 1_000_000),
    prof: values.prof === '' ? 'bench-prof' : values.prof,
    keep: values.keep,
  }
}

const ASKED_FOR = new Set<Part>(['console', 'hostile', 'peers', 'grown', 'lists', 'plans'])

function isValue(arg: string | undefined): boolean {
  return arg !== undefined && !arg.startsWith('-')
}

function readPart(text: string): Part {
  const part = PARTS.find(name => name === text.trim())
  if (!part) throw new Error(`--only knows no ${text}; it knows ${PARTS.join(', ')}`)
  return part
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (!(value >= min && value <= max)) throw new Error(`${name} must be a number from ${min} to ${max}, but is ${text}`)
  return value
}
