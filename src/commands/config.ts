import { OPTIONS, readConfig } from '../config.ts'
import { type Command, print } from './command.ts'

const rows = Object.entries(OPTIONS).map(([name, option]) => {
  const { help, default: standard, secret } = { default: undefined, secret: false, ...option }
  return { name: `GATEHOUSE_${name}`, help, standard, secret }
})

export const configCommand: Command = {
  usage: '',
  help: `Shows the options that are in force; of a secret, only whether it is set. They are read from the environment, each also
from a file: NAME_FILE holds the path.

${rows.map(({ name, help, standard, secret }) => `  ${name}\n      ${help}${secret ? '; a secret' : ''}${standard ? ` (default ${standard})` : ''}`).join('\n')}`,
  async run() {
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
  return Array.isArray(value) ? value.join(',') : String(value)
}
