import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postfixBounce } from '../../test/fakes/bounces.ts'
import { createTestApp } from '../../test/harness.ts'
import { bounceAddressFor } from '../email/bounce-address.ts'
import { uuidv7 } from '../lib/random.ts'
import { bounceHookUrl } from './email-hooks.ts'

const app = await createTestApp({ schedule: false })
const { body: server } = await app.api('POST', '/mail_servers', { name: 'Relay', host: 'h.example', from: 'wifi@example.com' })
const { body: other } = await app.api('POST', '/mail_servers', { name: 'Other', host: 'h.example', from: 'wifi@example.com' })
const { pathname, search } = new URL(server.bounce_hook_url)

async function message(): Promise<{ id: string; to: string; guest: string }> {
  const now = app.clock.now()
  const id = uuidv7(now)
  const guest = 'guest@example.net'
  await app.database.query(
    `insert into messages (id, channel, template, status, "to", locale, created_at, expires_at) values ($1, 'email', 'code', 'accepted', $2, 'en', $3, $3)`,
    [id, guest, now],
  )
  return { id, guest, to: bounceAddressFor(app.ctx.keys, 'bounces@example.com', id) }
}
const post = (path: string, body: string) =>
  app.request(path, { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body })
const statusOf = async ({ id }: { id: string }) =>
  (await app.database.query<{ status: string }>('select status from messages where id = $1', [id]))[0]?.status

test('a mail server’s own URL takes a bounce', async () => {
  const sent = await message()
  assert.equal(server.bounce_hook_url, bounceHookUrl(app.ctx, server.id))
  const answer = await post(pathname + search, postfixBounce(sent))
  assert.deepEqual([answer.status, await answer.text()], [204, ''])
  assert.equal(await statusOf(sent), 'failed')
})

test('what is no bounce, or of nothing, is taken without a word about it', async () => {
  for (const mail of ['', 'hello', 'From: a@b.example\r\n\r\nhello', '\0'.repeat(1000)])
    assert.equal((await post(pathname + search, mail)).status, 204)
})

test('without its token, with another’s, or at another’s address a bounce is refused and changes nothing', async () => {
  const sent = await message()
  const foreign = new URL(other.bounce_hook_url).search
  for (const path of [pathname, `${pathname}?t=`, `${pathname}?t=x`, pathname + foreign, `/hooks/email/${sent.id}${search}`]) {
    const answer = await post(path, postfixBounce(sent))
    assert.equal(answer.status, 403, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  }
  assert.equal(await statusOf(sent), 'accepted')
})

test('the URL of a mail server that is gone leads nowhere', async () => {
  const { pathname: gone, search: token } = new URL(other.bounce_hook_url)
  await app.api('DELETE', `/mail_servers/${other.id}`)
  assert.equal((await post(gone + token, '')).status, 404)
})

test('a bounce of up to a megabyte is taken, announced or not; a larger one is refused', async () => {
  const padding = (bytes: number) => `X-Padding: ${'x'.repeat(bytes)}\r\n`
  const base = await app.listen()
  for (const chunked of [false, true]) {
    const sent = await message()
    const send = (mail: string) =>
      fetch(base + pathname + search, {
        method: 'POST',
        ...(chunked ? { body: new Blob([mail]).stream(), duplex: 'half' as const } : { body: mail }),
      })
    const large = `${postfixBounce(sent)}${'quoted line of the original mail\r\n'.repeat(25_000)}`
    assert.ok(large.length > 800_000)
    assert.equal((await send(large)).status, 204)
    assert.equal(await statusOf(sent), 'failed')
    assert.equal((await send(padding(1_100_000))).status, 413)
  }
  const elsewhere = await app.request('/api/v1/mail_servers', {
    method: 'POST',
    headers: { authorization: `Bearer ${app.config.apiKey}`, 'content-type': 'application/json' },
    body: padding(100_000),
  })
  assert.equal(elsewhere.status, 413)
})

test('a bounce that cannot be recorded now is asked for again', async () => {
  const sent = await message()
  await app.database.query('alter table messages rename to messages_away')
  const answer = await post(pathname + search, postfixBounce(sent))
  await app.database.query('alter table messages_away rename to messages')
  assert.ok(answer.status >= 500, String(answer.status))
  assert.equal(await statusOf(sent), 'accepted')
  assert.equal((await post(pathname + search, postfixBounce(sent))).status, 204)
  assert.equal(await statusOf(sent), 'failed')
})
