import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Answer } from './client.ts'
import type { Target } from './load.ts'
import { type Process, startNode } from './processes.ts'

// The systems that flows are run against besides Gatehouse, and what they all look like over HTTP.

const READY_TIMEOUT_MS = 30_000

/** Starts a child of the bench: a file that prints "listening PORT". */
export async function startListener(
  name: string,
  file: string | URL,
  args: string[],
): Promise<{ process: Process; origin: string }> {
  const process = startNode(name, [file instanceof URL ? fileURLToPath(file) : file, ...args])
  const port = await process.whileRunning(listeningPort(process.outputFile))
  return { process, origin: `http://127.0.0.1:${port}` }
}

async function listeningPort(outputFile: string): Promise<string> {
  const deadline = performance.now() + READY_TIMEOUT_MS
  while (performance.now() < deadline) {
    const port = existsSync(outputFile) && /^listening (\d+)$/m.exec(readFileSync(outputFile, 'utf8'))?.[1]
    if (port) return port
    await sleep(20)
  }
  throw new Error(`it did not listen within ${READY_TIMEOUT_MS / 1000} s; see ${outputFile}`)
}

function expectStatus(answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${answer.text.slice(0, 200)}`)
}

/** Gatehouse's REST API. */
export function validationsApi(name: string, origin: string, headers: Record<string, string> = {}, portalId?: string): Target {
  return {
    name,
    origin,
    headers: { 'content-type': 'application/json', ...headers },
    start: {
      path: '/api/v1/validations',
      body: to => JSON.stringify({ channel: 'sms', to, splash_portal_id: portalId, locale: 'en' }),
    },
    readStart(answer) {
      expectStatus(answer, 201)
      return (JSON.parse(answer.text) as { id: string }).id
    },
    check: { path: id => `/api/v1/validations/${id}/check`, body: (_number, code) => JSON.stringify({ code }) },
    readCheck(answer) {
      expectStatus(answer, 200)
      const { status } = JSON.parse(answer.text) as { status: string }
      if (status !== 'approved') throw new Error(`the right code was answered ${status}`)
    },
  }
}

/** better-auth's HTTP API; `lean` checks through the route that writes no user. */
export function betterAuthApi(name: string, origin: string, lean: boolean): Target {
  return {
    name,
    origin,
    headers: { 'content-type': 'application/json' },
    start: { path: '/api/auth/phone-number/send-otp', body: phoneNumber => JSON.stringify({ phoneNumber }) },
    readStart(answer) {
      expectStatus(answer, 200)
      return ''
    },
    check: {
      path: () => (lean ? '/lean/verify' : '/api/auth/phone-number/verify'),
      body: (phoneNumber, code) => JSON.stringify({ phoneNumber, code, ...(!lean && { disableSession: true }) }),
    },
    readCheck(answer) {
      expectStatus(answer, 200)
      const { status } = JSON.parse(answer.text) as { status: boolean }
      if (!status) throw new Error('the right code was refused')
    },
  }
}

const PEERS = join(import.meta.dirname, 'peers')

/** Installs better-auth beside its own package file, once; never into the product. Returns its version and its server. */
export async function installBetterAuth(): Promise<{ version: string; file: string }> {
  const file = join(PEERS, 'better-auth.js')
  const wanted = readJson<{ dependencies: Record<string, string> }>('package.json').dependencies['better-auth'] ?? ''
  const installed = join(PEERS, 'node_modules/better-auth/package.json')
  if (!existsSync(installed) || readJson<{ version: string }>('node_modules/better-auth/package.json').version !== wanted) {
    console.log('installing better-auth into bench/peers/node_modules')
    await installPeers()
  }
  return { version: wanted, file }
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(PEERS, file), 'utf8')) as T
}

function installPeers(): Promise<void> {
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' })
    npm.once('error', reject)
    npm.once('exit', code => (code === 0 ? resolve() : reject(new Error(`npm ci in ${PEERS} ended with status ${code}`))))
  })
}
