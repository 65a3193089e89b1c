import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { unpackDebianPackages } from '../debian-packages.ts'

const run = promisify(execFile)
const PERL = 'perl'
const PACKAGE = 'libnet-smpp-perl'
const FOLDER = fileURLToPath(new URL(`../../node_modules/.cache/gatehouse/${PACKAGE}`, import.meta.url))
const SCRIPT = fileURLToPath(new URL('../fakes/smsc.pl', import.meta.url))
const MODULES = 'usr/share/perl5'

/**
 * Folder with Perl's Net::SMPP: the system's own, else Debian's package, unpacked into node_modules/.cache. Throws where
 * there is neither Perl nor apt, or the archive cannot be reached.
 */
export async function netSmpp(): Promise<string> {
  if (existsSync(join(FOLDER, MODULES, 'Net/SMPP.pm'))) return join(FOLDER, MODULES)
  const isInstalled = await run(PERL, ['-MNet::SMPP', '-e', '1']).then(
    () => true,
    () => false,
  )
  if (isInstalled) return '.'
  await mkdir(dirname(FOLDER), { recursive: true })
  const folder = await mkdtemp(`${FOLDER}-`)
  try {
    await rename(await unpackDebianPackages([PACKAGE], folder), FOLDER).catch(error => {
      // Another test file was quicker.
      if (!existsSync(FOLDER)) throw error
    })
    return join(FOLDER, MODULES)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface PerlEvent {
  event: string
  [name: string]: unknown
}

/** Runs the Perl SMSC on loopback. `events` grows with all that it says. */
export async function startPerlSmsc(modules: string, options: { systemId: string; password: string; ids: string }) {
  const args = ['-I', modules, SCRIPT, options.systemId, options.password, options.ids]
  // Net::SMPP complains of every connection that ends.
  const child = spawn(PERL, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const events: PerlEvent[] = []
  const port = await new Promise<number>((resolve, reject) => {
    void exited.then(() => reject(new Error('the Perl SMSC ended before it listened')))
    createInterface(child.stdout).on('line', line => {
      const event = JSON.parse(line) as PerlEvent
      events.push(event)
      if (event.event === 'listening') resolve(Number(event.port))
    })
  })
  return {
    url: `smpp://127.0.0.1:${port}`,
    events,
    async close(): Promise<void> {
      child.kill('SIGKILL')
      await exited
    },
  }
}
