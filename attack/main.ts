import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ATTACKS, type Result, runAttack } from './run.ts'
import type { Sizes, Target } from './target.ts'
import { openBetterAuth } from './targets/better-auth.ts'
import { openGatehouse } from './targets/gatehouse.ts'

const HELP = `npm run attack -- --url URL [options]

Attacks a running server and says what got through. Use it on servers of your own: it makes accounts and asks for messages.

  --url URL          where the server answers, for example http://localhost:8080
  --api-key KEY      a key of its REST API; or the variable GATEHOUSE_ATTACK_API_KEY
  --only A,B         only these attacks: ${ATTACKS.map(({ name }) => name).join(', ')}
  --json FILE        write the report as JSON too
  --pairs N          pairs of times that are compared (2000; 0: none)
  --parallel N       requests at the same moment (16)
  --rounds N         how often each race is run (5)
  --numbers N        numbers that are pumped (100)
  --target NAME      gatehouse, or better-auth: see attack/README.md
  --inbox URL        where the messages of another product than Gatehouse can be read
  --slug NAME        the splash portal (lobby)
`

async function run(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      url: { type: 'string' },
      'api-key': { type: 'string' },
      only: { type: 'string' },
      json: { type: 'string' },
      pairs: { type: 'string', default: '2000' },
      parallel: { type: 'string', default: '16' },
      rounds: { type: 'string', default: '5' },
      numbers: { type: 'string', default: '100' },
      target: { type: 'string', default: 'gatehouse' },
      inbox: { type: 'string' },
      slug: { type: 'string', default: 'lobby' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help || !values.url) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const attacks = values.only ? values.only.split(',').map(readAttack) : ATTACKS
  const sizes: Sizes = {
    pairs: readNumber('--pairs', values.pairs, 0),
    parallel: readNumber('--parallel', values.parallel, 2),
    rounds: readNumber('--rounds', values.rounds, 1),
    numbers: readNumber('--numbers', values.numbers, 1),
  }
  const target = await open(values.target, { ...values, url: new URL(values.url).origin })
  console.log(`Attacking ${target.name}${target.advance ? '' : '. Its clock cannot be moved: some things are not tried'}`)
  const results: Result[] = []
  try {
    for (const attack of attacks) {
      const result = await runAttack(attack, target, sizes)
      print(result)
      results.push(result)
    }
  } finally {
    await target.close()
  }
  const bad = results.filter(({ verdict }) => verdict !== 'held')
  console.log(
    bad.length === 0
      ? '\nNothing got through.'
      : `\nNot withstood: ${bad.map(({ attack, verdict }) => `${attack} (${verdict})`).join(', ')}`,
  )
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ target: target.name, at: new Date().toISOString(), sizes, results }, null, 2)}\n`,
    )
  return bad.length === 0 ? 0 : 1
}

function open(
  name: string,
  { url, inbox, slug, 'api-key': given }: { url: string; inbox?: string; slug: string; 'api-key'?: string },
): Promise<Target> {
  const apiKey = given ?? process.env.GATEHOUSE_ATTACK_API_KEY
  if (name === 'better-auth') {
    if (!inbox) throw new Error('better-auth needs --inbox: see attack/README.md')
    return openBetterAuth(url, inbox)
  }
  if (name !== 'gatehouse') throw new Error(`--target knows no ${name}; it knows gatehouse and better-auth`)
  if (!apiKey)
    throw new Error('give an API key with --api-key or GATEHOUSE_ATTACK_API_KEY: the attacks read what the simulator was sent')
  return openGatehouse(url, { apiKey, slug })
}

function readAttack(name: string) {
  const attack = ATTACKS.find(known => known.name === name.trim())
  if (!attack) throw new Error(`--only knows no ${name}; it knows ${ATTACKS.map(known => known.name).join(', ')}`)
  return attack
}

function readNumber(name: string, text: string, min: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min) throw new Error(`${name} must be a whole number from ${min} on, but is ${text}`)
  return value
}

function print({ attack, tries, requests, seconds, findings, verdict, error }: Result): void {
  console.log(`\n${attack}: ${tries}`)
  for (const { what, held, reached } of findings)
    console.log(`  ${held === undefined ? '–' : held ? 'ok' : 'NO'}  ${what}\n        ${reached}`)
  if (error) console.log(`  It broke off: ${error}`)
  console.log(`  ${verdict}; ${requests} requests, ${seconds.toFixed(1)} s`)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(`attack: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 2
}
