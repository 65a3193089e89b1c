import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { unpackDebianPackages } from '../debian-packages.ts'
import { closeAtEnd, createTestFolder, eventually } from '../harness.ts'

const run = promisify(execFile)
const PACKAGES = ['kannel', 'kannel-extras']
const READY_WITHIN_MS = 30_000
const ADMIN_PASSWORD = 'admin'

interface Programs {
  bearerbox: string
  smsbox: string
  fakesmsc: string
  /** Where the libraries are that were fetched with them. */
  libraries: string
}

/**
 * Kannel's programs: those of this machine, or Debian's packages unpacked into a folder that goes with the test, which
 * installs nothing. Throws what stands in the way.
 */
export async function findKannel(): Promise<Programs> {
  const installed = programsUnder('/')
  if (existsSync(installed.bearerbox) && existsSync(installed.fakesmsc)) return installed
  if (!existsSync('/usr/bin/apt-get')) throw new Error('Kannel is not installed, and without apt-get it cannot be fetched')
  const folder = await createTestFolder()
  try {
    await unpackDebianPackages(PACKAGES, folder)
    return programsUnder(await unpackDebianPackages(await missingLibraries(), folder))
  } catch {
    throw new Error('Kannel is not installed, and its packages cannot be fetched: that needs Debian, a network and to be root')
  }
}

function programsUnder(root: string): Programs {
  const libraries = existsSync(join(root, 'usr/lib'))
    ? readdirSync(join(root, 'usr/lib'))
        .filter(name => name.endsWith('-linux-gnu'))
        .flatMap(name => [join(root, 'usr/lib', name), join(root, 'lib', name)])
    : []
  return {
    bearerbox: join(root, 'usr/sbin/bearerbox'),
    smsbox: join(root, 'usr/sbin/smsbox'),
    fakesmsc: join(root, 'usr/lib/kannel/test/fakesmsc'),
    libraries: root === '/' ? '' : libraries.join(':'),
  }
}

/** What the packages depend on and this machine does not have. */
async function missingLibraries(): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['depends', ...PACKAGES])
  const needed = new Set([...stdout.matchAll(/^ {2}Depends: (lib\S+)$/gm)].map(([, name]) => name ?? ''))
  const isInstalled = (name: string) =>
    run('dpkg-query', ['--status', name]).then(
      ({ stdout }) => /^Status: .* installed$/m.test(stdout),
      () => false,
    )
  const missing: string[] = []
  for (const name of needed) if (!(await isInstalled(name))) missing.push(name)
  return missing
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  await Promise.all(servers.map(server => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))))
  const ports = servers.map(server => (server.address() as AddressInfo).port)
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports
}

/** A text as it came out of Kannel at the other end. */
interface KannelText {
  from: string
  to: string
  text: string
}

/**
 * A whole Kannel on loopback: bearerbox, smsbox, and fakesmsc, which takes every text and reports it as delivered. It has
 * no route to numbers that begin with +888. It ends with the test file.
 */
export async function startKannel(programs: Programs, user: { name: string; password: string }) {
  const folder = await createTestFolder()
  const [admin = 0, box = 0, smsc = 0, sendsms = 0] = await freePorts(4)
  const config = join(folder, 'kannel.conf')
  await writeFile(config, kannelConf({ admin, box, smsc, sendsms }, user))
  const received: KannelText[] = []

  function start(program: string, args: string[], onLine: (line: string) => void = () => undefined): ChildProcess {
    const env = { LD_LIBRARY_PATH: programs.libraries }
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise(resolve => child.once('close', resolve))
    // Not loaded, or no such program: found out by nothing being ready.
    child.on('error', () => undefined)
    createInterface(child.stderr).on('line', onLine)
    closeAtEnd(() => {
      child.kill('SIGKILL')
      return ended
    })
    return child
  }

  async function status(): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${admin}/status.txt?password=${ADMIN_PASSWORD}`)
    return response.text()
  }

  const ready = { deadlineMs: READY_WITHIN_MS }
  start(programs.bearerbox, ['-v', '4', config])
  await eventually(async () => /FAKE:\d+ \(/.test(await status()), ready)
  start(programs.smsbox, ['-v', '4', config])
  const fakeArgs = ['-H', '127.0.0.1', '-r', String(smsc), '-m', '0', 'nobody nobody text nothing']
  start(programs.fakesmsc, fakeArgs, line => {
    const text = readText(line)
    if (text) received.push(text)
  })
  await eventually(async () => {
    const now = await status()
    return /smsbox:.*on-line/.test(now) && /FAKE:\d+ \(online/.test(now)
  }, ready)
  const origin = `http://127.0.0.1:${sendsms}`
  await eventually(() => fetch(origin).then(response => response.status === 404), ready)
  return { origin, received }
}

/** fakesmsc says what it got as <FROM TO TYPE TEXT>; in UCS-2, every byte is escaped that is no letter. */
function readText(line: string): KannelText | undefined {
  const [, from, to, type, raw] = /Got message \d+: <(\S+) (\S+) (\S+) (.*)>$/.exec(line) ?? []
  if (from === undefined || to === undefined || raw === undefined) return undefined
  return { from, to, text: type === 'ucs-2' ? readUcs2(raw) : raw }
}

function readUcs2(escaped: string): string {
  const bytes = [...escaped.replaceAll('+', ' ').matchAll(/%([0-9A-F]{2})|(.)/gi)].map(([, hex, letter]) =>
    hex === undefined ? (letter ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
  return Buffer.from(bytes).swap16().toString('utf16le')
}

function kannelConf(
  ports: Record<'admin' | 'box' | 'smsc' | 'sendsms', number>,
  user: { name: string; password: string },
): string {
  return `
group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = ${ADMIN_PASSWORD}
smsbox-port = ${ports.box}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = fake
host = 127.0.0.1
port = ${ports.smsc}
connect-allow-ip = 127.0.0.1
denied-prefix = "+888"

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${ports.sendsms}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = ${user.name}
password = ${user.password}
max-messages = 5
concatenation = true
`
}
