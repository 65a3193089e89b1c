import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TIMEOUT_MS = 180_000
/** apt has one list of packages for all: while one test file renews it, another would find nothing. */
const LOCK = join(tmpdir(), 'gatehouse-test-apt.lock')

/**
 * Fetches Debian's packages and unpacks them into `folder`, which installs nothing. Returns the folder that stands for `/`.
 * Throws where there is no apt, no network, or nobody but root could renew the list of packages.
 */
export async function unpackDebianPackages(names: string[], folder: string): Promise<string> {
  // A fresh machine has no list of packages yet, and an old list names packages that are gone.
  const script = 'apt-get download "$@" || { apt-get update && apt-get download "$@"; }'
  if (names.length > 0) await run('flock', [LOCK, 'sh', '-c', script, 'sh', ...names], { cwd: folder, timeout: TIMEOUT_MS })
  const root = join(folder, 'root')
  for (const name of await readdir(folder)) if (name.endsWith('.deb')) await run('dpkg-deb', ['-x', join(folder, name), root])
  return root
}
