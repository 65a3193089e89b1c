// Builds the operator's console into console/dist, unless what is there was made from the same sources.
// Plain JavaScript for Node 18 and later; --force builds in any case.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = join(ROOT, 'console')
/** The only file of the server that the console takes words from. */
const SHARED_WORDS = join(ROOT, 'src/api/checklist-words.ts')
const STAMP = join(SOURCES, 'dist/built-from.txt')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')
const NODE = join(ROOT, 'node_modules/node/bin/node')

/** Builds if need be. Answers `built`, `current`, `cannot` (without the development packages), or `failed`. */
export function buildConsole({ force = false } = {}) {
  const sources = hashSources()
  if (!force && isBuiltFrom(sources)) return 'current'
  if (!existsSync(VITE)) return 'cannot'
  const node = existsSync(NODE) ? NODE : process.execPath
  // Standard output belongs to what is started after this.
  const { status } = spawnSync(node, [VITE, 'build', SOURCES, '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) return 'failed'
  writeFileSync(STAMP, sources)
  return 'built'
}

function isBuiltFrom(sources) {
  try {
    return readFileSync(STAMP, 'utf8') === sources
  } catch {
    return false
  }
}

/** Of every source of the console and the packages it is built with. */
function hashSources() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  for (const path of [...listFiles(SOURCES), SHARED_WORDS]) hash.update(path.slice(ROOT.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.name !== 'dist')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outcome = buildConsole({ force: process.argv.includes('--force') })
  if (outcome === 'failed' || outcome === 'cannot') process.exit(1)
}
