import { OPTIONS, readConfig } from '../config.ts'
import { type Command, print } from './command.ts'
import { rotateKey } from './config-rotate-key.ts'

const rows = Object.entries(OPTIONS).map(([name, option]) => {
  const { help, default: standard, secret } = { default: undefined, secret: false, ...option }
  return { name: `GATEHOUSE_${name}`, help, standard, secret }
})

export const configCommand: Command = {
  usage: '[rotate-key [--keep-previous]]',
  argumentsMax: 1,
  options: { 'keep-previous': { type: 'boolean' } },
  help: `rotate-key replaces the secret key while Gatehouse runs: encrypts every stored secret anew, and lets go of the old key when no
code that is out needs it. It may be stopped and run again at any time. A generated key it replaces itself; with
GATEHOUSE_SECRET_KEY first give every node the new key there and the old one in GATEHOUSE_SECRET_KEY_PREVIOUS.

  --keep-previous   go on taking receipts and bounces of messages that were sent before; run it again, best after a week

Without rotate-key it shows the options that are in force; of a secret, only whether it is set. They are read from the environment, each also
from a file: NAME_FILE holds the path.

${rows.map(({ name, help, standard, secret }) => `  ${name}\n      ${help}${secret ? '; a secret' : ''}${standard ? ` (default ${standard})` : ''}`).join('\n')}`,
  async run({ arguments: [word], options }) {
    if (word === 'rotate-key') return rotateKey({ keepPrevious: options['keep-previous'] === true })
    if (word !== undefined || options['keep-previous']) {
      const what = word === undefined ? '--keep-previous goes with rotate-key' : `"${word}" is one argument too many`
      process.stderr.write(`gatehouse: ${what}; see: gatehouse config --help\n`)
      return 2
    }
    const config = readConfig()
    const width = Math.max(...rows.map(row => row.name.length))
    for (const { name, secret } of rows) {
      const value = config[propertyOf(name)]
      const isSet = value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
      print(`${name.padEnd(width)}  ${secret ? (isSet ? 'set' : 'not set') : isSet ? show(value) : 'not set'}`)
    }
    return 0
  },
}

// GATEHOUSE_DATA_DIR is config.dataDir.
function propertyOf(name: string): keyof ReturnType<typeof readConfig> {
  const words = name.replace('GATEHOUSE_', '').toLowerCase()
  return words.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof ReturnType<typeof readConfig>
}

function show(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.join(',')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, of]) => `${name}=${of ?? 'forever'}`)
    .join(',')
}
