import { chmod, chown, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { hasCluster } from '../db/embedded-place.ts'
import type { SecretKeys } from '../lib/keys.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { randomToken } from '../lib/random.ts'

const FILE_NAME = 'secret_key'
const PREVIOUS_FILE_NAME = 'secret_key_previous'
const KEY_BYTES = 48
const KEY_LENGTH_MIN = 32

/** Path of the generated key. */
export function secretKeyFile(config: Config): string {
  return join(config.dataDir, FILE_NAME)
}

/** Path of the key that a generated one is replacing. */
function previousKeyFile(config: Config): string {
  return join(config.dataDir, PREVIOUS_FILE_NAME)
}

/** Reads the generated key; undefined when there is none. */
async function readSecretKey(config: Config): Promise<string | undefined> {
  return readKeyFile(secretKeyFile(config))
}

/** Returns the keys that are configured or generated now; makes none. */
export async function readSecretKeys(config: Config): Promise<SecretKeys | undefined> {
  if (config.secretKey) return { current: config.secretKey, previous: config.secretKeyPrevious }
  // In this order: the other file is there before this one becomes the new key.
  const current = await readSecretKey(config)
  const previous = await readKeyFile(previousKeyFile(config))
  return current === undefined ? undefined : { current, previous: previous === current ? undefined : previous }
}

/** Makes a new generated key and keeps the old one beside it. Killed at any point it can be done again. */
export async function replaceSecretKey(config: Config): Promise<void> {
  const file = secretKeyFile(config)
  const draft = await writeDraft(config.dataDir, file, randomToken(KEY_BYTES))
  await link(file, previousKeyFile(config)).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  await rename(draft, file)
}

/** Removes the key that was replaced. */
export async function removePreviousKey(config: Config): Promise<void> {
  await rm(previousKeyFile(config), { force: true })
}

async function readKeyFile(file: string): Promise<string | undefined> {
  let key: string
  try {
    key = (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new OperatorError(`the secret key cannot be read: ${(error as Error).message}`)
  }
  if (Buffer.byteLength(key) < KEY_LENGTH_MIN)
    throw new OperatorError(`${file} is damaged: it has fewer than ${KEY_LENGTH_MIN} bytes; put it back from your backup`)
  return key
}

/** The same keys, read anew while Gatehouse runs. */
export async function rereadSecretKeys(config: Config): Promise<SecretKeys> {
  const keys = await readSecretKeys(config)
  if (!keys) throw new OperatorError(`the secret key is gone: put ${secretKeyFile(config)} back from your backup`)
  return keys
}

/**
 * Returns the configured key, or the generated one, which is made at the first start. Never makes a new one beside an
 * existing database: what is encrypted in it would be lost for good. Call it before the database is opened.
 */
export async function loadSecretKey(config: Config): Promise<string> {
  const known = config.secretKey ?? (await readSecretKey(config))
  if (known) return known
  const file = secretKeyFile(config)
  if (await hasCluster(config.dataDir))
    throw new OperatorError(
      `the data folder has a database but not its secret key; put ${file} back from your backup, or set GATEHOUSE_SECRET_KEY to the key it was used with`,
    )
  await mkdir(config.dataDir, { recursive: true })
  return generate(config.dataDir, file)
}

// Complete or not there at all, and made by one process only: link() fails when the name is taken.
async function generate(dataDir: string, file: string): Promise<string> {
  const key = randomToken(KEY_BYTES)
  const draft = await writeDraft(dataDir, file, key)
  try {
    await link(draft, file)
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readFile(file, 'utf8')).trim()
  } finally {
    await rm(draft)
  }
}

async function writeDraft(dataDir: string, file: string, key: string): Promise<string> {
  const draft = `${file}.${randomToken(6)}`
  await writeFile(draft, `${key}\n`, { mode: 0o600, flush: true })
  await chmod(draft, 0o600)
  const owner = await stat(dataDir)
  if (process.getuid?.() === 0) await chown(draft, owner.uid, owner.gid)
  return draft
}
