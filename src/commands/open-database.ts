import pg from 'pg'
import type { Config } from '../config.ts'
import { startEmbedded } from '../db/embedded.ts'
import type { Logger } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'

export interface OpenedDatabase {
  connection: pg.ConnectionConfig
  /** For a line that is read by a person; without a password. */
  description: string
  close(): Promise<void>
}

/**
 * Opens the configured database, or starts the one in the box. With `join` a Gatehouse that runs on the same data folder
 * is no hindrance: its server is used.
 */
export async function openDatabase(config: Config, log: Logger, options: { join?: boolean } = {}): Promise<OpenedDatabase> {
  if (config.databaseUrl === undefined) {
    const server = await startEmbedded({ dataDir: config.dataDir, log, join: options.join ?? false })
    return {
      connection: { ...server.connection, application_name: 'gatehouse' },
      description: `its own PostgreSQL ${server.major} in ${config.dataDir}`,
      close: server.stop,
    }
  }
  const connection = { connectionString: config.databaseUrl, application_name: 'gatehouse' }
  return { connection, description: await reach(connection), close: async () => undefined }
}

async function reach(connection: pg.ConnectionConfig): Promise<string> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  const where = `${client.database} on ${client.host}:${client.port}`
  try {
    await client.connect()
  } catch (error) {
    // Node gives one error an address when a name has several, and then no message.
    const causes = error instanceof AggregateError ? error.errors : [error]
    const reason = causes.map(cause => (cause as Error).message).join('; ')
    throw new OperatorError(
      `the database ${where} cannot be reached: ${reason}; check GATEHOUSE_DATABASE_URL and that the server runs`,
    )
  }
  await client.end()
  return where
}

/** Lends a connection for the time of `work`. */
export async function withClient<T>(connection: pg.ConnectionConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
