// Loaded into a server by `--import test/crash-at.ts?at=WHEN:STATEMENT`: kills the process with SIGKILL right before the
// named statement is sent, or right after its rows have arrived.
import pg from 'pg'

const [when, statement] = (new URL(import.meta.url).searchParams.get('at') ?? '').split(':')

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const query = pg.Pool.prototype.query as (this: pg.Pool, ...args: unknown[]) => Promise<pg.QueryResult>
const patched = async function (this: pg.Pool, ...args: unknown[]): Promise<pg.QueryResult> {
  const isIt = (args[0] as { name?: string }).name === statement
  if (isIt && when === 'before') die()
  const result = await query.apply(this, args)
  // A claim that found nothing is not the step that is meant.
  if (isIt && when === 'after' && (result.rowCount ?? 0) > 0) die()
  return result
}
pg.Pool.prototype.query = patched as typeof pg.Pool.prototype.query
