import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpackDebianPackages } from '../debian-packages.ts'
import { closeAtEnd, createTestFolder, eventually } from '../harness.ts'

// Users of every Debian that Postfix can be run as without making any: it wants two that are not root and differ.
const [OWNER, OWNER_ID] = ['news', 9]
const [GROUP, GROUP_ID] = ['uucp', 10]
const QUEUES = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'maildrop',
  'private',
  'public',
  'saved',
  'trace',
]

/** Where Postfix is: installed on this machine, or taken out of its Debian package. */
interface PostfixFiles {
  sbin: string
  daemons: string
  libraries: string
}

/** Finds Postfix, or downloads its package and unpacks it into a folder. A text says why there is none. */
export async function findPostfix(): Promise<PostfixFiles | string> {
  if (process.getuid?.() !== 0) return 'Postfix is started by root alone'
  let root = ''
  try {
    if (!existsSync('/usr/sbin/postconf')) root = await unpackPackage()
  } catch (error) {
    return `Postfix is not installed, and its package cannot be had: ${(error as Error).message}`
  }
  return { sbin: `${root}/usr/sbin`, daemons: `${root}/usr/lib/postfix/sbin`, libraries: `${root}/usr/lib/postfix` }
}

async function unpackPackage(): Promise<string> {
  return unpackDebianPackages(['postfix'], await createTestFolder())
}

export interface Postfix {
  /** Its configuration, for files that it reads. */
  config: string
  log(): Promise<string>
}

/** Starts a Postfix of its own in a folder: `main` and `master` are lines for main.cf and master.cf. Stopped at the end of the file. */
export async function startPostfix(
  files: PostfixFiles,
  options: { port: number; write: (config: string) => Promise<{ main: string; master: string }> },
): Promise<Postfix> {
  const folder = await createTestFolder()
  const [config, queue, data] = [join(folder, 'config'), join(folder, 'queue'), join(folder, 'data')]
  await mkdir(config)
  await mkdir(data)
  await chown(data, OWNER_ID, OWNER_ID)
  await mkdir(queue)
  await mkdir(join(queue, 'pid'))
  for (const name of QUEUES) {
    await mkdir(join(queue, name))
    await chown(join(queue, name), OWNER_ID, ['public', 'maildrop'].includes(name) ? GROUP_ID : 0)
    await chmod(join(queue, name), { public: 0o710, maildrop: 0o730 }[name] ?? 0o700)
  }
  const { main, master } = await options.write(config)
  await writeFile(
    join(config, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
command_directory = ${files.sbin}
daemon_directory = ${files.daemons}
mail_owner = ${OWNER}
setgid_group = ${GROUP}
import_environment = MAIL_CONFIG LD_LIBRARY_PATH=${files.libraries}
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
alias_database =
alias_maps =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
myhostname = mail.example.com
disable_dns_lookups = yes
${main}
`,
  )
  await writeFile(
    join(config, 'master.cf'),
    `127.0.0.1:${options.port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
${master}
`,
  )
  const child = spawn(join(files.daemons, 'master'), ['-d', '-c', config], {
    stdio: 'ignore',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LD_LIBRARY_PATH: files.libraries, MAIL_CONFIG: config },
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  closeAtEnd(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const log = () => readFile(join(folder, 'log'), 'utf8').catch(() => '')
  await eventually(async () => /daemon started/.test(await log()), { deadlineMs: 15_000 })
  return { config, log }
}
