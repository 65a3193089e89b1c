import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { chmod, chown, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { postfixBounce } from '../fakes/bounces.ts'
import { findPostfix, type Postfix, startPostfix } from '../fakes/postfix.ts'
import { startFakeSmtp } from '../fakes/smtp.ts'
import { closeAtEnd, createTestApp, eventually, isCi, type TestApp } from '../harness.ts'
import { openLobby, PASSWORD, textOf } from '../lobby.ts'

// Before any test begins: what the file opens is closed when they have ended.
const postfix = await findPostfix()

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

test('a guest who mistyped the address is told so once the mail comes back, and nothing more is sent there', async () => {
  const fake = await startFakeSmtp()
  closeAtEnd(() => fake.close())
  const lobby = await openLobby()
  for (const id of lobby.ctx.catalogue.now.mailServers.keys()) await lobby.api('PATCH', `/mail_servers/${id}`, { enabled: false })
  const server = await lobby.api('POST', '/mail_servers', {
    name: 'Relay',
    host: '127.0.0.1',
    port: fake.port,
    security: 'none',
    from: 'wifi@example.com',
    bounce_address: 'bounces@example.com',
  })
  const guest = lobby.guest()
  const email = 'gwest@example.net'
  await guest.submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Day pass'),
    email,
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  const mail = await eventually(() => fake.mails[0])
  const waiting = textOf(await guest.get(lobby.path('validate_account')))
  const hook = new URL(server.body.bounce_hook_url)
  const answer = await lobby.request(hook.pathname + hook.search, {
    method: 'POST',
    body: postfixBounce({ to: mail.from, guest: email }),
  })
  assert.equal(answer.status, 204)
  const told = textOf(await guest.get(lobby.path('validate_account')))
  assert.notEqual(told, waiting)
  const [message] = await lobby.database.query('select status, error_class, error_code from messages')
  assert.deepEqual({ ...message }, { status: 'failed', error_class: 'recipient', error_code: '5.1.1' })
  assert.equal((await lobby.api('GET', `/suppressions?contact=${email}`)).body.data[0].reason, 'hard_bounce')

  lobby.clock.advance(120)
  await lobby.api('POST', '/validations', { channel: 'email', to: email })
  await eventually(async () => {
    const rows = await lobby.database.query(`select from messages where status in ('queued', 'sending')`)
    return rows.length === 0
  })
  assert.equal(fake.mails.length, 1)
})

const docs = await readFile(new URL('../../docs/operating/bounces.md', import.meta.url), 'utf8')

/** A block of the operating guide: what it says is what Postfix gets. */
function fromGuide(block: string): string {
  const [, text] = new RegExp(`\`\`\`${block}\\n([\\s\\S]*?)\`\`\``).exec(docs) ?? []
  assert.ok(text, `the guide has no block ${block}`)
  return text
}

function missing(t: TestContext, reason: string): void {
  assert.equal(isCi, false, reason)
  t.skip(reason)
}

interface Way {
  bounceListen?: { protocol: 'smtp' | 'lmtp'; host: string; port: number }
  write(config: string, app: TestApp, hookUrl: string): Promise<{ main: string; master: string }>
}

const transport = (config: string) => fromGuide('postfix-main').replaceAll('/etc/postfix', config)

/** A code to an address that does not exist, through a real Postfix, whose report comes back as the guide says. */
async function bounceThrough(files: Exclude<typeof postfix, string>, { bounceListen, write }: Way): Promise<void> {
  const guests = await startFakeSmtp()
  closeAtEnd(() => guests.close())
  guests.script = { rcptTo: { code: 550, text: '5.1.1 No such user here' } }
  const app = await createTestApp({ schedule: false, config: { ...(bounceListen && { bounceListen }) } })
  await app.listen()
  const port = await freePort()
  const { body: server } = await app.api('POST', '/mail_servers', {
    name: 'Postfix',
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'gatehouse@example.com',
    bounce_address: 'bounces@example.com',
  })
  let peer: Postfix | undefined
  try {
    peer = await startPostfix(files, {
      port,
      async write(config) {
        const { main, master } = await write(config, app, server.bounce_hook_url)
        const named = `${main}\ndefault_transport = smtp:[127.0.0.1]:${guests.port}\nsmtputf8_enable = no\n`
        return { main: named, master }
      },
    })
    const { body } = await app.api('POST', '/validations', { channel: 'email', to: 'nobody@example.net' })
    const message = await eventually(
      async () => {
        const { body: found } = await app.api('GET', `/messages?validation_id=${body.id}`)
        return found.data[0]?.status === 'failed' && found.data[0]
      },
      { deadlineMs: 20_000 },
    )
    assert.deepEqual([message.error_class, message.error_code], ['recipient', '5.1.1'])
    assert.match(message.error_message, /mailbox does not exist.*It said: 550 5\.1\.1 No such user here/)
    assert.deepEqual(
      message.events.map(({ source, status }: { source: string; status: string }) => `${source} ${status}`),
      ['attempt 1 accepted', 'bounce failed'],
    )
    assert.equal((await app.api('GET', '/suppressions?contact=nobody@example.net')).body.data[0].reason, 'hard_bounce')
  } catch (error) {
    throw new Error(`Postfix said:\n${await peer?.log()}`, { cause: error })
  }
}

test('Postfix hands a report in by LMTP, as the guide says', { timeout: 60_000 }, async t => {
  if (typeof postfix === 'string') return missing(t, postfix)
  const port = await freePort()
  await bounceThrough(postfix, {
    bounceListen: { protocol: 'lmtp', host: '127.0.0.1', port },
    async write(config) {
      await writeFile(
        join(config, 'gatehouse_transport'),
        fromGuide('postfix-transport-lmtp').replace('127.0.0.1:2424', `127.0.0.1:${port}`),
      )
      // As where example.com is the machine's own domain: the alias is what lets the address in.
      await writeFile(join(config, 'aliases'), `/^bounces$/ postmaster\n`)
      assert.match(fromGuide('postfix-aliases'), /^bounces: postmaster$/m)
      const own = `mydestination = example.com\nlocal_recipient_maps = regexp:${config}/aliases\n`
      return { main: transport(config) + own, master: '' }
    },
  })
})

test('Postfix hands a report in by its pipe and HTTP, as the guide says', { timeout: 60_000 }, async t => {
  if (typeof postfix === 'string') return missing(t, postfix)
  if (!existsSync('/usr/bin/curl')) return missing(t, 'there is no curl on this machine')
  await bounceThrough(postfix, {
    async write(config, _app, hookUrl) {
      const secret = join(config, 'gatehouse_bounce')
      const script = join(config, 'gatehouse-bounce')
      await writeFile(secret, fromGuide('curl-config').replace(/https:[^"]*/, hookUrl))
      await chown(secret, 65_534, 65_534)
      await chmod(secret, 0o400)
      await writeFile(script, fromGuide('sh').replace('/etc/postfix/gatehouse_bounce', secret))
      await chmod(script, 0o755)
      await writeFile(join(config, 'gatehouse_transport'), fromGuide('postfix-transport-pipe'))
      return {
        main: `${transport(config)}${fromGuide('postfix-main-pipe')}mydestination =\nrelay_domains = example.com\n`,
        master: fromGuide('postfix-master').replace('/usr/local/bin/gatehouse-bounce', script),
      }
    },
  })
})
