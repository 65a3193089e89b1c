import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClock } from '../../src/lib/clock.ts'
import { startFakeSmtp } from '../fakes/smtp.ts'
import { closeAtEnd, createTestApp, eventually } from '../harness.ts'

// Two mail servers in order, both real SMTP servers on loopback.

const clock = createClock(true)
const app = await createTestApp({ clock, schedule: false })
const { ctx } = app
const start = async () => {
  const server = await startFakeSmtp()
  closeAtEnd(server.close)
  return server
}
const [first, second] = [await start(), await start()]

const addServer = async (name: string, port: number, position: number) => {
  const fields = { name, host: '127.0.0.1', port, security: 'none', from: 'wifi@lobby.example', position }
  const { status, body } = await app.api('POST', '/mail_servers', fields)
  assert.equal(status, 201, JSON.stringify(body))
  return body.id as string
}
// By name the other way round: the position is what counts.
const firstId = await addServer('Z', first.port, 0)
const secondId = await addServer('A', second.port, 1)

let people = 0
async function askForCode(): Promise<{ id: string; to: string }> {
  const to = `guest${people++}@example.com`
  const { status, body } = await app.api('POST', '/validations', { channel: 'email', to })
  assert.equal(status, 201, JSON.stringify(body))
  return { id: body.id, to }
}
const messageOf = (id: string) =>
  ctx.db.kysely.selectFrom('messages').selectAll().where('validation_id', '=', id).executeTakeFirstOrThrow()
const reaches = (id: string, status: string) =>
  eventually(async () => {
    const message = await messageOf(id)
    assert.equal(message.status, status, `${message.status} ${message.error_code} ${message.error_message}`)
    return message
  })
const counts = (to: string) => [first, second].map(server => server.mails.filter(mail => mail.recipients.includes(to)).length)

test('mail leaves by the first server in order', async () => {
  const { id, to } = await askForCode()
  assert.equal((await reaches(id, 'accepted')).mail_server_id, firstId)
  assert.deepEqual(counts(to), [1, 0])
})

for (const [name, script] of [
  ['is overloaded', { mailFrom: { code: 451, text: '4.3.2 Try later' } }],
  ['does not carry mail of this sender', { mailFrom: { code: 550, text: '5.7.1 Sender refused' } }],
] as const)
  test(`the second server takes the mail when the first ${name}`, async () => {
    first.script = script
    const { id, to } = await askForCode()
    const message = await reaches(id, 'accepted')
    first.script = {}
    assert.equal(message.mail_server_id, secondId)
    assert.deepEqual(counts(to), [0, 1])
  })

test('a mailbox that does not exist is asked for at no other server', async () => {
  // The first server’s pause is over.
  clock.advance(5)
  first.script = { rcptTo: { code: 550, text: '5.1.1 No such user' } }
  const { id, to } = await askForCode()
  const message = await reaches(id, 'failed')
  first.script = {}
  assert.equal(message.error_class, 'recipient')
  assert.deepEqual(counts(to), [0, 0])
})

test('an address that bounced is not written to, and is again once the operator lifts it', async () => {
  const to = 'gone@example.com'
  const suppression = await app.api('POST', '/suppressions', { channel: 'email', contact: to })
  assert.equal(suppression.status, 201, JSON.stringify(suppression.body))
  const held = await app.api('POST', '/validations', { channel: 'email', to })
  const message = await reaches(held.body.id, 'failed')
  assert.deepEqual([message.error_class, message.error_code], ['recipient', 'suppressed'])
  assert.deepEqual(counts(to), [0, 0])
  assert.equal((await app.api('DELETE', `/suppressions/${suppression.body.id}`)).status, 204)
  const again = await app.api('POST', '/validations', { channel: 'email', to })
  await reaches(again.body.id, 'accepted')
})
