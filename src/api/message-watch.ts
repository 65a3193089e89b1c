import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { messages } from './messages.ts'

export type MessageRow = Parameters<typeof messages.present>[1]

/** What has become new or different since the last look. */
export interface Heard {
  /** Until when everything is in it. */
  at: Date
  /** Oldest first. */
  rows: MessageRow[]
  /** There was more than one look can find. */
  gap: boolean
}

export interface MessageWatch {
  readonly listeners: number
  /** Tells what happens from now on, after what has happened since `since`. Returns the end of it. */
  listen(since: Date | undefined, tell: (heard: Heard) => void): () => void
}

/** How many of the newest messages are looked at. */
const LOOK_MAX = 500
const LOOK_EVERY_MS = 1_000

interface Seen {
  id: string
  /** Another one whenever anything about the message is. */
  version: string
}

// Through the primary key, whose order is that of time. xmin is another one after every change of a row.
const LOOK = sql<Seen>`
  select n.id, concat(n.version, ' ', v.approved_at, ' ', (select count(*) from message_events e where e.message_id = n.id)) as version
  from (select id, xmin::text as version, validation_id from messages order by id desc limit ${sql.lit(LOOK_MAX)}) n
  left join validations v on v.id = n.validation_id`

/** One look a second for all that listen on this node, and none while nobody does. */
export function createMessageWatch(ctx: Context): MessageWatch {
  const listeners = new Set<(heard: Heard) => void>()
  /** What the last look has found; undefined: there was none since somebody listens. */
  let seen: Map<string, string> | undefined
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  /** Of the looks, each time that somebody begins to listen. */
  let series = 0

  async function look(): Promise<void> {
    const at = ctx.clock.now()
    const { rows } = await LOOK.execute(ctx.db.kysely)
    const before = seen
    seen = new Map(rows.map(({ id, version }) => [id, version]))
    if (!before) return
    const changed = rows.filter(({ id, version }) => before.get(id) !== version).map(({ id }) => id)
    if (changed.length === 0) return
    // When not one of them was there before, some have come and gone out of sight in between.
    const gap = rows.length === LOOK_MAX && before.size > 0 && changed.every(id => !before.has(id)) && changed.length === LOOK_MAX
    const heard = { at, rows: await read(changed), gap }
    for (const tell of listeners) tell(heard)
  }

  async function read(ids: string[]): Promise<MessageRow[]> {
    const select = messages.select(ctx.clock.now())
    const { rows } = await sql<MessageRow>`
      select * from (${select}) r where r.id = any(${ids}::uuid[]) order by r.id`.execute(ctx.db.kysely)
    return rows
  }

  /** What happened since a time, for one that has just come. */
  async function catchUp(since: Date, tell: (heard: Heard) => void): Promise<void> {
    const at = ctx.clock.now()
    const { rows } = await LOOK.execute(ctx.db.kysely)
    const found = await read(rows.map(({ id }) => id))
    const oldest = found[0]?.created_at
    const gap = rows.length === LOOK_MAX && oldest !== undefined && oldest > since
    tell({ at, rows: found.filter(row => touchedAt(row) > since.getTime()), gap })
  }

  function start(): void {
    seen = undefined
    const own = ++series
    const next = () => {
      looking = look().catch(error => ctx.log.warn({ err: error }, 'the live log cannot look for messages'))
      looking.then(() => {
        if (listeners.size > 0 && series === own) timer = setTimeout(next, LOOK_EVERY_MS)
      })
    }
    next()
  }

  return {
    get listeners() {
      return listeners.size
    },
    listen(since, tell) {
      if (listeners.size === 0) start()
      listeners.add(tell)
      // After the first look, so that nothing falls between the two.
      if (since)
        looking = looking
          .then(() => (listeners.has(tell) ? catchUp(since, tell) : undefined))
          .catch(error => ctx.log.warn({ err: error }, 'the live log cannot tell what happened before'))
      return () => {
        listeners.delete(tell)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}

/** The last time, in ms, at which anything about a message happened. */
function touchedAt({ created_at, accepted_at, final_at, proven_at, attempts, events }: MessageRow): number {
  const times = [
    ...[created_at, accepted_at, final_at, proven_at].map(time => time?.getTime()),
    // Inside of JSON times are text.
    ...attempts.flatMap(it => [it.started_at, it.finished_at]).map(time => (time ? Date.parse(time) : 0)),
    ...events.map(it => Date.parse(it.at)),
  ]
  return Math.max(...times.map(time => time ?? 0))
}
