#!/usr/bin/env -S node --max-semi-space-size=8
import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { type Command, print } from './command.ts'

interface Entry {
  summary: string
  /** A command is loaded only when it is called: --help and a typing error answer at once. */
  load(): Promise<Command>
}

const COMMANDS: Record<string, Entry> = {
  serve: { summary: 'run Gatehouse', load: async () => (await import('./serve.ts')).serve },
  migrate: {
    summary: 'bring the database to this version',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  doctor: { summary: 'check the installation', load: async () => (await import('./doctor.ts')).doctor },
  backup: { summary: 'write everything into one file', load: async () => (await import('./backup.ts')).backup },
  restore: {
    summary: 'read such a file into an empty database',
    load: async () => (await import('./restore.ts')).restore,
  },
  administrator: {
    summary: 'let an administrator in again who cannot sign in',
    load: async () => (await import('./administrator.ts')).administratorCommand,
  },
  config: { summary: 'show the options', load: async () => (await import('./config.ts')).configCommand },
}

/** Exit status of a command line that makes no sense, as usual among Unix tools. */
const EXIT_USAGE = 2

/** Errors of the machine whose own words ("EACCES: permission denied, mkdir '/x'") say what to do. */
const REFUSED_BY_SYSTEM = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EMFILE'])

/** Runs the command that the words name and returns the exit status. */
export async function runCommandLine(words: string[]): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    printOverview()
    return name === undefined ? EXIT_USAGE : 0
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!entry) return fail(`"${name}" is not a command of Gatehouse; see: gatehouse --help`, EXIT_USAGE)
  try {
    return await runCommand(name, await entry.load(), rest)
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.problems.join('\ngatehouse: '), 1)
    if (error instanceof OperatorError) return fail(error.message, 1)
    if (REFUSED_BY_SYSTEM.has((error as NodeJS.ErrnoException).code ?? '')) return fail((error as Error).message, 1)
    return fail(`this is a bug or a broken machine: ${error instanceof Error ? error.stack : String(error)}`, 1)
  }
}

async function runCommand(name: string, command: Command, words: string[]): Promise<number> {
  const { argumentsMax = 0, options = {} } = command
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: words,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    return fail(`${(error as Error).message.split('. ')[0]}; see: gatehouse ${name} --help`, EXIT_USAGE)
  }
  if (parsed.values.help) {
    print(`Usage: gatehouse ${name} ${command.usage}`.trimEnd())
    print(`\n${command.help}`)
    return 0
  }
  if (parsed.positionals.length > argumentsMax)
    return fail(`"${parsed.positionals[argumentsMax]}" is one argument too many; see: gatehouse ${name} --help`, EXIT_USAGE)
  return command.run({ arguments: parsed.positionals, options: parsed.values })
}

function printOverview(): void {
  print('Gatehouse: guests prove a mobile number or an email address before they get service.\n')
  print('Usage: gatehouse COMMAND [OPTIONS]\n')
  for (const [name, { summary }] of Object.entries(COMMANDS)) print(`  ${name.padEnd(13)} ${summary}`)
  print('\n"gatehouse COMMAND --help" tells more; "gatehouse config --help" lists every option of the environment.')
}

function fail(sentence: string, status: number): number {
  process.stderr.write(`gatehouse: ${sentence}\n`)
  return status
}
