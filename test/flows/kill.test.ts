import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type FakeTwilio, startFakeTwilio } from '../fakes/twilio.ts'
import { closeAtEnd, createTestConfig, createTestFolder, eventually, TEST_API_KEY } from '../harness.ts'

// The server as a user starts it, with its own database, killed with SIGKILL at each step of a message's way, and started
// again. The provider outside counts what it was given.

const root = new URL('../../', import.meta.url)
const dataDir = await createTestFolder()
const { port, publicUrl } = await createTestConfig()
const twilio: FakeTwilio = await startFakeTwilio()
closeAtEnd(twilio.close)

let server: ChildProcess | undefined
closeAtEnd(stopServer)

async function stopServer(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

async function startServer(crashAt?: string): Promise<void> {
  const preload = crashAt ? ['--import', `${new URL('test/crash-at.ts', root).href}?at=${crashAt}`] : []
  server = spawn(process.execPath, [...preload, 'src/main.ts', 'serve'], {
    cwd: fileURLToPath(root),
    stdio: 'ignore',
    env: {
      PATH: '/usr/bin:/bin',
      GATEHOUSE_DATA_DIR: dataDir,
      GATEHOUSE_PORT: String(port),
      GATEHOUSE_PUBLIC_URL: publicUrl,
      GATEHOUSE_API_KEY: TEST_API_KEY,
      GATEHOUSE_SEED: 'none',
    },
  })
  await eventually(async () => (await fetch(`${publicUrl}/readyz`)).ok, { deadlineMs: 20_000 })
}

interface Answer {
  id: string
  data: { status: string }[]
}

async function api(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${publicUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${TEST_API_KEY}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  return (await response.json()) as Answer
}

const died = async () => {
  if (server && server.signalCode === null) await once(server, 'exit', { signal: AbortSignal.timeout(20_000) })
  assert.equal(server?.signalCode, 'SIGKILL')
}

await startServer()
const gateway = await api('POST', '/sms_gateways', {
  name: 'Twilio',
  ...twilio.gateway(),
})
const portal = await api('POST', '/splash_portals', {
  name: 'Lobby',
  slug: 'lobby',
  password_reset_method: 'sms',
  default_country: 'US',
  extra_prefixes: ['+1555'],
  sms_gateway_ids: [gateway.id],
})
const plan = await api('POST', '/usage_plans', {
  name: 'Guest Wi-Fi',
  validation_method: 'sms',
  sms_gateway_ids: [gateway.id],
  splash_portal_ids: [portal.id],
})
await stopServer()

const askForCode = (to: string) => api('POST', '/validations', { channel: 'sms', to, splash_portal_id: portal.id })

/** A message that is written within a transaction is queued and claimed; the others are written as claimed. */
async function signUp(to: string): Promise<void> {
  const form = { usage_plan_id: plan.id, phone: to, password: 'a long enough one', password_confirmation: 'a long enough one' }
  const response = await fetch(`${publicUrl}/portal/lobby/sign_up`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  assert.equal(response.status, 303)
}

const steps = [
  { at: 'before:validation_issue', name: 'before the request has changed anything', messages: 0 },
  { at: 'after:validation_issue', name: 'when message and attempt are written and nothing has left', messages: 1 },
  { at: 'signed up', name: 'when the message is queued', messages: 1 },
  { at: 'after:message_claim', name: 'when a queued message is claimed and nothing has left', messages: 1 },
  { at: 'provider has not taken it', name: 'when the request has left but the provider has not taken it', messages: 1 },
  { at: 'provider has taken it', name: 'when the provider has taken the message but not answered', messages: 1 },
  { at: 'before:message_settle', name: 'when the provider has answered and nothing is written down', messages: 1 },
  { at: 'after:message_settle', name: 'when everything is written down', messages: 1 },
]

for (const [i, step] of steps.entries()) {
  test(`loses no message and sends none twice when killed ${step.name}`, async () => {
    const to = `+1555555${String(i).padStart(4, '0')}`
    await startServer(/^(before|after):/.test(step.at) ? step.at : undefined)
    if (step.at.startsWith('provider')) {
      twilio.next({ answer: 'never', takes: step.at === 'provider has taken it' })
      const before = twilio.requests.length
      await askForCode(to)
      await eventually(() => twilio.requests.length > before)
      server?.kill('SIGKILL')
    } else if (step.at === 'signed up') {
      await signUp(to)
      server?.kill('SIGKILL')
    } else if (step.at === 'after:message_claim') await signUp(to).catch(() => undefined)
    else await askForCode(to).catch(() => undefined)
    await died()

    await startServer()
    if (step.messages > 0) await twilio.messageTo(to, 1, 20_000)
    await eventually(
      async () => {
        const { data } = await api('GET', '/messages?per_page=500')
        assert.deepEqual(
          data.filter(message => message.status !== 'accepted'),
          [],
        )
        return true
      },
      { deadlineMs: 20_000 },
    )
    assert.equal(twilio.messagesTo(to).length, step.messages)
    await stopServer()
  })
}
