import { chmod } from 'node:fs/promises'
import type pg from 'pg'
import { startEmbedded } from '../src/db/embedded.ts'
import { createLog } from '../src/lib/log.ts'

/** No crash is survived, for the sake of speed. Tests of durability start servers of their own. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
}

/** Starts a PostgreSQL for tests in a folder, which it opens to the user that the server runs as. */
export async function startTestServer(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  await chmod(folder, 0o755)
  const server = await startEmbedded({ dataDir: folder, log: createLog('silent'), settings: SETTINGS })
  return { url: urlOf(server.connection), stop: server.stop }
}

/** Writes a connection as a URL that names a socket folder. */
export function urlOf({ host = '', port = 5432, user = '', database = '' }: pg.ConnectionConfig): string {
  return `postgres:///${database}?${new URLSearchParams({ host, port: String(port), user })}`
}
