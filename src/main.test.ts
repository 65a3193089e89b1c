import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { closeAtEnd, createTestDatabase, createTestFolder, eventually } from '../test/harness.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const SECRET_KEY = 'a secret key for tests, 32 bytes or more'

interface Run {
  status: number | null
  out: string
  err: string
}

interface Running {
  child: ChildProcess
  out(): string
  err(): string
  ended: Promise<Run>
}

/** Starts the command line with nothing in the environment but what is given. */
function start(words: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [MAIN, ...words], { env: { PATH: '/usr/bin:/bin', ...env } })
  closeAtEnd(async () => child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text
  })
  const ended = once(child, 'close').then(([status]) => ({ status, out, err }))
  return { child, out: () => out, err: () => err, ended }
}

function run(words: string[], env: Record<string, string> = {}): Promise<Run> {
  return start(words, env).ended
}

/** Runs `gatehouse serve` until its welcome is printed. */
async function serve(env: Record<string, string>): Promise<Running & { origin: string }> {
  const running = start(['serve'], { GATEHOUSE_PORT: '0', GATEHOUSE_LOG_LEVEL: 'warn', ...env })
  await eventually(() => running.out().includes('Ctrl-C stops it.') || running.child.exitCode !== null, { deadlineMs: 20_000 })
  assert.equal(running.child.exitCode, null, running.err())
  const origin = /http:\/\/localhost:\d+/.exec(running.out())?.[0] ?? ''
  return { ...running, origin: origin.replace('localhost', '127.0.0.1') }
}

async function stop({ child, ended }: Running): Promise<Run> {
  child.kill('SIGTERM')
  return ended
}

const COMMANDS = ['administrator', 'serve', 'migrate', 'doctor', 'backup', 'restore', 'config']

test('--help names every command, and every command has help of its own', async () => {
  const overview = await run(['--help'])
  assert.equal(overview.status, 0)
  for (const name of COMMANDS) {
    assert.match(overview.out, new RegExp(`^  ${name} `, 'm'))
    const { status, out, err } = await run([name, '--help'], { GATEHOUSE_NONSENSE: 'does not matter here' })
    assert.equal(status, 0)
    assert.match(out, new RegExp(`^Usage: gatehouse ${name}`))
    assert.equal(err, '')
  }
})

test('a command line that makes no sense is refused in one sentence, with status 2', async () => {
  const wrong: [string[], RegExp][] = [
    [['serv'], /^gatehouse: "serv" is not a command of Gatehouse; see: gatehouse --help\n$/],
    [['constructor'], /^gatehouse: "constructor" is not a command/],
    [['config', '--loud'], /^gatehouse: Unknown option '--loud'.*; see: gatehouse config --help\n$/],
    [['config', 'now'], /^gatehouse: "now" is one argument too many; see: gatehouse config --help\n$/],
  ]
  for (const [words, sentence] of wrong) {
    const { status, out, err } = await run(words)
    assert.equal(status, 2)
    assert.match(err, sentence)
    assert.equal(out, '')
  }
})

test('wrong options stop every command but --help, all of them named on standard error', async () => {
  for (const name of ['serve', 'config', 'migrate']) {
    const { status, out, err } = await run([name], { GATEHOUSE_PORT: 'none', GATEHOUSE_COLOUR: 'blue' })
    assert.equal(status, 1)
    assert.match(err, /^gatehouse: GATEHOUSE_COLOUR .*\ngatehouse: GATEHOUSE_PORT .*\n$/)
    assert.equal(out, '')
  }
  const doctor = await run(['doctor'], { GATEHOUSE_PORT: 'none', GATEHOUSE_COLOUR: 'blue' })
  assert.equal(doctor.status, 1)
  assert.match(doctor.out, /PROBLEM +GATEHOUSE_COLOUR .*\nPROBLEM +GATEHOUSE_PORT /)
})

test('config shows what is in force, and of a secret only whether it is set', async () => {
  const { status, out } = await run(['config'], {
    GATEHOUSE_PORT: '9000',
    GATEHOUSE_API_KEY: 'hunter2-hunter2-hunter2',
    GATEHOUSE_TRUSTED_PROXIES: '10.0.0.0/8,::1',
  })
  assert.equal(status, 0)
  assert.match(out, /^GATEHOUSE_PORT +9000$/m)
  assert.match(out, /^GATEHOUSE_API_KEY +set$/m)
  assert.match(out, /^GATEHOUSE_SECRET_KEY +not set$/m)
  assert.match(out, /^GATEHOUSE_TRUSTED_PROXIES +10\.0\.0\.0\/8,::1\/128$/m)
  assert.doesNotMatch(out, /hunter2/)
})

test('the first start makes key and database and says where to go; the second finds them; both end cleanly', async () => {
  const dataDir = join(await createTestFolder(), 'data')
  const env = { GATEHOUSE_DATA_DIR: dataDir }
  const first = await serve(env)
  for (const place of ['/portal/lobby', '/admin', '/simulator', '/api/docs', '/admin/setup?token='])
    assert.ok(first.out().includes(`http://localhost:${new URL(first.origin).port}${place}`), `${place} in ${first.out()}`)
  assert.equal((await fetch(`${first.origin}/healthz`)).status, 200)
  assert.equal((await fetch(`${first.origin}/portal/lobby`)).status, 200)
  assert.equal((await stat(join(dataDir, 'secret_key'))).mode & 0o777, 0o600)
  const postmaster = Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
  const { status, err } = await stop(first)
  assert.equal(status, 0)
  assert.equal(err, '', 'nothing went wrong at level warn')
  await assert.rejects(readFile(`/proc/${postmaster}/cmdline`), /ENOENT/)

  const key = await readFile(join(dataDir, 'secret_key'), 'utf8')
  const second = await serve({ ...env, GATEHOUSE_ADMIN_LOGIN: 'chief', GATEHOUSE_ADMIN_PASSWORD: 'violet-harbour-71' })
  assert.match(second.out(), /Sign in to the console as chief/)
  assert.doesNotMatch(second.out(), /setup\?token/)
  assert.equal(await readFile(join(dataDir, 'secret_key'), 'utf8'), key)
  assert.equal((await stop(second)).status, 0)

  await test('a database whose secret key is gone is not given a new one', async () => {
    await rm(join(dataDir, 'secret_key'))
    const refused = await run(['serve'], env)
    assert.equal(refused.status, 1)
    assert.match(refused.err, /^gatehouse: the data folder has a database but not its secret key; put .*secret_key back.*\n$/)
    const doctor = await run(['doctor'], env)
    assert.equal(doctor.status, 1)
    assert.match(doctor.out, /^PROBLEM +secret key: .* is missing/m)
    await writeFile(join(dataDir, 'secret_key'), key)
    await chmod(join(dataDir, 'secret_key'), 0o644)
    const open = await run(['doctor'], env)
    assert.equal(open.status, 1)
    assert.match(open.out, /^PROBLEM +secret key: others may read .*chmod 600/m)
  })
})

test('doctor and backup work beside a running Gatehouse; a second serve and a restore are refused', async () => {
  const folder = await createTestFolder()
  const env = {
    GATEHOUSE_DATA_DIR: join(folder, 'data'),
    GATEHOUSE_PORT: '0',
    GATEHOUSE_API_KEY: 'key-of-the-doctor-0123456789abcdef',
  }
  const running = await serve(env)
  const second = await run(['serve'], env)
  assert.equal(second.status, 1)
  assert.match(second.err, /^gatehouse: another Gatehouse \(process \d+\) uses the data folder .*\n$/)

  const doctor = await run(['doctor'], env)
  assert.equal(doctor.status, 0, doctor.out + doctor.err)
  assert.match(doctor.out, /^ok +schema: up to date$/m)
  assert.match(doctor.out, /^warning +SMS gateway "Phone simulator" is a simulator/m)
  assert.match(doctor.out, /^warning +public URL: http:\/\/localhost:\d+ works on this machine only/m)

  // What the settings say counts from the next start on, and the doctor looks at that.
  const settings = await fetch(`${running.origin}/api/v1/settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${env.GATEHOUSE_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ public_url: 'https://wifi.example.com' }),
  })
  assert.equal(settings.status, 200)
  assert.match((await run(['doctor'], env)).out, /^ok +public URL: https:\/\/wifi\.example\.com$/m)

  const file = join(folder, 'all.gz')
  const backup = await run(['backup', file], env)
  assert.equal(backup.status, 0, backup.err)
  assert.match(backup.out, /^\d+ records of .* are in .*all\.gz\nKeep the secret key as well: .*secret_key\n$/)
  const again = await run(['backup', file], env)
  assert.equal(again.status, 1)
  assert.match(again.err, /all\.gz is there already; give another name/)

  const restore = await run(['restore', '--force', file], env)
  assert.equal(restore.status, 1)
  assert.match(restore.err, /another Gatehouse \(process \d+\) uses the data folder/)
  assert.equal((await fetch(`${running.origin}/readyz`)).status, 200)
  assert.equal((await stop(running)).status, 0)
})

test('a backup moves to another server: refused without the key, into a full database, and beside a running node', async () => {
  const folder = await createTestFolder()
  const [from, to] = [await createTestDatabase(), await createTestDatabase({ empty: true })]
  const envOf = (url: string) => ({ GATEHOUSE_DATABASE_URL: url, GATEHOUSE_SECRET_KEY: SECRET_KEY, GATEHOUSE_DATA_DIR: folder })
  const node = await serve(envOf(from.url))
  assert.equal((await stop(node)).status, 0)
  await from.query(`update usage_plans set note = 'from the first server' where name = 'Day pass'`)
  const file = join(folder, 'moved.gz')
  assert.equal((await run(['backup', file], envOf(from.url))).status, 0)

  const otherKey = { ...envOf(to.url), GATEHOUSE_SECRET_KEY: 'another secret key, which is as long as it must be' }
  const refused = await run(['restore', file], otherKey)
  assert.equal(refused.status, 1)
  assert.match(refused.err, /^gatehouse: the backup was made with another secret key; .*\n$/)

  const restored = await run(['restore', file], envOf(to.url))
  assert.equal(restored.status, 0, restored.err)
  const notes = 'select name, note from usage_plans order by name'
  assert.deepEqual(await to.query(notes), await from.query(notes))

  await to.query(`update usage_plans set note = 'changed since' where name = 'Day pass'`)
  const full = await run(['restore', file], envOf(to.url))
  assert.equal(full.status, 1)
  assert.match(full.err, /^gatehouse: the database is not empty; --force replaces/)

  const cut = join(folder, 'cut.gz')
  await writeFile(cut, (await readFile(file)).subarray(0, -400))
  const broken = await run(['restore', '--force', cut], envOf(to.url))
  assert.equal(broken.status, 1)
  assert.match(broken.err, /cut\.gz cannot be read as a backup/)
  const [plan] = await to.query(`select note from usage_plans where name = 'Day pass'`)
  assert.equal(plan?.note, 'changed since', 'a restore that fails changes nothing')

  const other = await serve(envOf(to.url))
  const beside = await run(['restore', '--force', file], envOf(to.url))
  assert.equal(beside.status, 1)
  assert.match(beside.err, /a Gatehouse runs on this database; stop every node/)
  assert.equal((await stop(other)).status, 0)

  const forced = await run(['restore', '--force', file], envOf(to.url))
  assert.equal(forced.status, 0, forced.err)
  assert.deepEqual(await to.query(notes), await from.query(notes))
})

test('migrate brings an empty database to this version, and says so', async () => {
  const database = await createTestDatabase({ empty: true })
  const env = { GATEHOUSE_DATABASE_URL: database.url, GATEHOUSE_SECRET_KEY: SECRET_KEY }
  const first = await run(['migrate'], env)
  assert.equal(first.status, 0, first.err)
  assert.match(first.out, /^Applied: 000001_initial/)
  assert.match((await run(['migrate'], env)).out, /^The database is up to date\.\n$/)
})

test('two nodes that start at once on an empty database seed it once and make one administrator', async () => {
  const database = await createTestDatabase({ empty: true })
  const env = {
    GATEHOUSE_DATABASE_URL: database.url,
    GATEHOUSE_SECRET_KEY: SECRET_KEY,
    GATEHOUSE_ADMIN_LOGIN: 'chief',
    GATEHOUSE_ADMIN_PASSWORD: 'violet-harbour-71',
  }
  const nodes = await Promise.all([serve(env), serve(env)])
  const counts = await database.query(
    `select (select count(*)::integer from splash_portals) as portals, (select count(*)::integer from usage_plans) as plans,
       (select count(*)::integer from administrators) as administrators`,
  )
  assert.deepEqual(counts, [{ portals: 1, plans: 4, administrators: 1 }])
  for (const node of nodes) assert.equal((await stop(node)).status, 0)
})

test('a port in use and a database out of reach are said in one sentence, and leave nothing running', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  closeAtEnd(() => new Promise(resolve => taken.close(resolve)))
  const { port } = taken.address() as AddressInfo
  const dataDir = join(await createTestFolder(), 'data')
  const busy = await run(['serve'], { GATEHOUSE_DATA_DIR: dataDir, GATEHOUSE_PORT: String(port), GATEHOUSE_LOG_LEVEL: 'warn' })
  assert.equal(busy.status, 1)
  assert.equal(
    busy.err,
    `gatehouse: port ${port} on 127.0.0.1 is in use by another program; stop that, or set GATEHOUSE_PORT to a free one\n`,
  )
  await assert.rejects(stat(join(dataDir, 'postgres/postmaster.pid')), /ENOENT/)

  const env = { GATEHOUSE_DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/x`, GATEHOUSE_SECRET_KEY: SECRET_KEY }
  taken.on('connection', socket => socket.destroy())
  for (const command of ['serve', 'migrate', 'backup']) {
    const { status, err } = await run([command], { ...env, GATEHOUSE_DATA_DIR: dataDir })
    assert.equal(status, 1)
    assert.match(err, /^gatehouse: the database x on 127\.0\.0\.1:\d+ cannot be reached: .*GATEHOUSE_DATABASE_URL.*\n$/)
    assert.doesNotMatch(err, /hunter2/)
  }
})

test('Gatehouse that is killed takes its place again: same database, no question asked', async () => {
  const env = { GATEHOUSE_DATA_DIR: join(await createTestFolder(), 'data'), GATEHOUSE_API_KEY: 'test-root-key-0123456789' }
  const first = await serve(env)
  const made = await fetch(`${first.origin}/api/v1/account_groups`, {
    method: 'POST',
    headers: { authorization: 'Bearer test-root-key-0123456789', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Acknowledged' }),
  })
  assert.equal(made.status, 201)
  first.child.kill('SIGKILL')
  await first.ended
  const second = await serve(env)
  const found = await fetch(`${second.origin}/api/v1/account_groups?q=Acknowledged`, {
    headers: { authorization: 'Bearer test-root-key-0123456789' },
  })
  assert.equal(((await found.json()) as { total: number }).total, 1)
  assert.equal((await stop(second)).status, 0)
})
