// Brings what Gatehouse needs and the machine lacks. npm runs it before start, test, check and bench, with the machine's own
// Node, which may be older than Gatehouse's: plain JavaScript for Node 18 and later, nothing from node_modules.
// --dev: for those who develop Gatehouse; --test: the same, and a browser. The console is built where it is going to be served.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole } from './build-console.js'
import { findChromium } from './chromium.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NODE = join(ROOT, 'node_modules/node/bin/node')
const NODE_MIN = [24, 7]

class SetupError extends Error {}

try {
  if (!isInstalled()) install()
  checkNode()
  if (!process.argv.includes('--dev')) bringConsole()
  if (process.argv.includes('--test')) bringChromium()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`setup: ${error.message}`)
  process.exit(1)
}

/** Whether node_modules holds what the lock file says. npm leaves a list of what it installed. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json')
  if (!installed) return false
  // To run Gatehouse on a Node that is recent enough, an installation without development packages will do.
  const needsDev = process.argv.length > 2 || !isRecent(process.versions.node)
  return Object.entries(readPackages('package-lock.json') ?? {}).every(([path, wanted]) => {
    if (path === '') return true
    if (installed[path]) return installed[path].version === wanted.version
    return wanted.optional || wanted.devOptional || (wanted.dev && !needsDev)
  })
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  console.error('setup: installing the packages of package-lock.json, Node 24 and PostgreSQL among them (once, some 950 MB) …')
  const started = performance.now()
  npm('ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error')
  console.error(`setup: installed in ${Math.round((performance.now() - started) / 1000)} s`)
}

function npm(...args) {
  // npm says where it is itself, so that this works with any npm, in the PATH or not.
  const npmCli = process.env.npm_execpath
  const result = npmCli?.endsWith('.js') ? run(process.execPath, [npmCli, ...args]) : run('npm', args)
  if (result !== 0) throw new SetupError(`"npm ${args[0]}" failed; what it said is above. Solve that and start again`)
}

// Only what is worth knowing goes to standard error: standard output belongs to what is started after this.
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } })
  if (error) throw new SetupError(`${command} cannot be run: ${error.message}`)
  return status
}

function checkNode() {
  if (existsSync(NODE) || isRecent(process.versions.node)) return
  npm('rebuild', 'node')
  if (!existsSync(NODE))
    throw new SetupError(
      `Gatehouse needs Node ${NODE_MIN.join('.')} or later and this is ${process.version}; allow npm to run the install script of the package "node", or install Node 24`,
    )
}

function bringConsole() {
  const started = performance.now()
  const outcome = buildConsole()
  if (outcome === 'built') console.error(`setup: built the console in ${Math.round((performance.now() - started) / 1000)} s`)
  if (outcome === 'failed') throw new SetupError('the console could not be built; what went wrong is above')
  if (outcome === 'cannot')
    console.error('setup: the console is not built, and the packages that build it are not here: run "npm ci", then start again')
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])
}

function bringChromium() {
  if (findChromium()) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.error('setup: installing Debian’s Chromium for the browser tests …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env)
    if (findChromium()) return
  }
  const advice = 'install Chromium, or set CHROME_PATH to a browser of its family'
  if (process.env.CI === 'true') throw new SetupError(`there is no Chromium and CI=true lets no test be skipped; ${advice}`)
  console.error(`setup: there is no Chromium, so the browser tests will be skipped; ${advice}`)
}
