import type { ParseArgsOptionsConfig } from 'node:util'

/** One word of the command line. */
export interface Command {
  /** What follows the word, as the usage line shows it. */
  usage: string
  /** Paragraphs of `--help`. */
  help: string
  options?: ParseArgsOptionsConfig
  /** How many arguments without a name it takes at most. */
  argumentsMax?: number
  /** Returns the exit status. What it throws is printed as one sentence, with exit status 1. */
  run(input: CommandInput): Promise<number>
}

interface CommandInput {
  arguments: string[]
  options: Record<string, unknown>
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}
