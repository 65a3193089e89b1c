// Runs the test suite: one database server for the whole run, a database of its own for every file (test/harness.ts).
// Arguments choose files by a part of their path: npm test -- src/db
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TEST_TIMEOUT_MS = 240_000
/** A test file that never ends must not keep CI waiting for ever. */
const RUN_TIMEOUT_MS = 40 * 60_000

const parts = process.argv.slice(2)
const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: ROOT })
  .filter(file => parts.length === 0 || parts.some(part => file.includes(part)))
  .sort()
if (files.length === 0) {
  console.error(`no test file has ${parts.join(' or ')} in its path`)
  process.exit(1)
}

let server
const { GATEHOUSE_TEST_DATABASE_URL: givenUrl } = process.env
if (!givenUrl) server = await startServer()
process.exitCode = await runFiles(givenUrl ?? server.url)
await server?.stop()

async function startServer() {
  const { startTestServer } = await import('../test/server.ts')
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  const { url, stop } = await startTestServer(folder)
  return {
    url,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function runFiles(databaseUrl) {
  const chromium = findChromium()
  const args = [`--test-concurrency=${Math.max(2, availableParallelism())}`, `--test-timeout=${TEST_TIMEOUT_MS}`]
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', ...args, ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GATEHOUSE_TEST_DATABASE_URL: databaseUrl, ...(chromium && { CHROME_PATH: chromium }) },
  })
  // The tests end first, then the server they use.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const guard = setTimeout(() => {
    console.error(`the tests have not ended within ${RUN_TIMEOUT_MS / 60_000} minutes: stopping them`)
    child.kill('SIGTERM')
  }, RUN_TIMEOUT_MS)
  return new Promise(resolve =>
    child.once('exit', code => {
      clearTimeout(guard)
      resolve(code ?? 1)
    }),
  )
}
