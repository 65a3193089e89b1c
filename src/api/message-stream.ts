import { findAdministratorSession } from '../administrators/session.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { sessionTokenOf } from '../http/administrator-cookies.ts'
import { type Caller, callerOf, createAuthenticate, requireRole } from '../http/caller.ts'
import { invalidFields } from '../http/parse.ts'
import { addSeconds } from '../lib/clock.ts'
import { createMessageWatch, type Heard, type MessageRow, type MessageWatch } from './message-watch.ts'
import { messages } from './messages.ts'
import type { Operation } from './operation.ts'

/** Streams at once on this node. */
export const STREAMS_MAX = 50
const HEARTBEAT_MS = 15_000
/** How often it is looked whether whoever listens still may. */
const ASK_AGAIN_MS = 5_000
/** How many messages may wait for a slow reader; it misses those beyond, and is told. */
const WAITING_MAX = 1_000
/** Written out ahead of the reader. */
const WRITTEN_BYTES = 16 * 1024
/** Nodes and clocks differ a little, and what was sent last may not have arrived: after a reconnection it comes again. */
const OVERLAP_S = 5
const RECONNECT_MS = 2_000
const BUSY_RETRY_S = 10

const watches = new WeakMap<Context, MessageWatch>()

function watchOf(ctx: Context): MessageWatch {
  const watch = watches.get(ctx) ?? createMessageWatch(ctx)
  watches.set(ctx, watch)
  return watch
}

/** The live log: messages as they are made and change. */
export function messageStreamOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/messages/stream',
      id: 'stream_messages',
      tag: messages.tag,
      summary: 'Follow messages as they happen',
      description: `Server-sent events. Each \`message\` is a record as \`GET /messages\` shows it, sent when it is new or has changed, within a second or two. \`gap\`: some were missed, so read the list again. \`end\`: whoever listens may not any more. A comment comes every ${HEARTBEAT_MS / 1000} s. After a reconnection with \`Last-Event-ID\`, what happened since is sent first; a record may come more than once. Looks at the newest 500 messages. \`busy\`: ${STREAMS_MAX} streams are open on this node.`,
      query: [
        {
          name: 'since',
          description: 'Send what happened since this time first, at most the newest 500 messages. Default: nothing of before.',
          schema: { type: 'string', format: 'date-time' },
        },
      ],
      answer: {
        status: 200,
        description: 'Events without end.',
        events: `id: 1795341600000\nevent: message\ndata: ${JSON.stringify(messages.example)}\n\n`,
      },
      refusals: ['invalid', 'busy'],
      handle(c, caller) {
        const request = c.req.raw
        const since = readSince(request)
        const watch = watchOf(ctx)
        if (watch.listeners >= STREAMS_MAX || ctx.closing.aborted)
          throw new AppError('busy', 'Too many live logs are open on this server. Close one, or try again shortly.', {
            retryAfterS: BUSY_RETRY_S,
          })
        c.env.complete = true
        const isHead = c.req.raw.method === 'HEAD'
        const body = isHead
          ? null
          : openStream(ctx, { watch, caller, since, mayListen: () => requireStill(ctx, caller, request) })
        return new Response(body, {
          headers: {
            ...c.env.jsonHeaders,
            'content-type': 'text/event-stream; charset=utf-8',
            // nginx and what follows its habits would collect events before passing them on.
            'x-accel-buffering': 'no',
            'x-request-id': c.env.requestId,
          },
        })
      },
    },
  ]
}

/** Throws once a key or session has ended. Unlike a request this is no use of the session, which would never be idle. */
async function requireStill(ctx: Context, { sessionId }: Caller, request: Request): Promise<void> {
  if (sessionId === undefined) {
    createAuthenticate(ctx)(request)
    return
  }
  const session = await findAdministratorSession(ctx.db, sessionTokenOf(ctx.config, request) ?? '', ctx.clock.now())
  if (!session) throw new AppError('unauthorized', 'You are signed out. Sign in again.')
  requireRole(callerOf(ctx, session), { role: 'read_only' })
}

/** From when on; undefined: from now. */
function readSince(request: Request): Date | undefined {
  const lastId = request.headers.get('last-event-id')
  // An id is the time at which everything until then had been sent.
  if (lastId && /^\d{13}$/.test(lastId)) return addSeconds(new Date(Number(lastId)), -OVERLAP_S)
  const parameters = new URL(request.url).searchParams
  const problems = [...new Set(parameters.keys())]
    .filter(name => name !== 'since')
    .map(name => ({ field: name.slice(0, 60), message: 'There is no such parameter; there is since.' }))
  const text = parameters.get('since')
  const isTime = text === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
  const since = text === null ? undefined : new Date(text)
  if (!isTime || Number.isNaN(since?.getTime() ?? 0))
    problems.push({ field: 'since', message: 'Must be a time such as 2026-01-31T12:00:00Z.' })
  if (problems.length > 0) throw invalidFields(problems)
  return since
}

interface Listening {
  watch: MessageWatch
  caller: Caller
  since: Date | undefined
  /** Throws once they may not any more. */
  mayListen(): Promise<void>
}

function openStream(ctx: Context, { watch, caller, since, mayListen }: Listening): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  /** What waits for the reader: the rows are those of every other stream, and written out one by one. */
  const waiting: ({ at: Date; row: MessageRow } | 'gap')[] = []
  let end: () => void = () => undefined

  function tell({ at, rows, gap }: Heard): void {
    if (gap && waiting.at(-1) !== 'gap') waiting.push('gap')
    for (const row of rows) {
      if (waiting.length < WAITING_MAX) waiting.push({ at, row })
      else if (waiting.at(-1) !== 'gap') waiting.push('gap')
    }
  }

  function nextEvent(): string | undefined {
    const next = waiting.shift()
    if (next === undefined) return undefined
    if (next === 'gap') return 'event: gap\ndata: {}\n\n'
    const record = JSON.stringify(messages.present(ctx, next.row, caller))
    return `id: ${next.at.getTime()}\nevent: message\ndata: ${record}\n\n`
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const hasRoom = () => (controller.desiredSize ?? 0) > 0
        const write = (text: string) => controller.enqueue(encoder.encode(text))
        const close = (lastWords = '') => {
          end()
          if (lastWords !== '') write(lastWords)
          controller.close()
        }
        const heartbeat = setInterval(() => hasRoom() && write(': still here\n\n'), HEARTBEAT_MS)
        const asking = setInterval(() => {
          mayListen().catch(error => {
            // A database that is away for a moment signs nobody out.
            const isOver = error instanceof AppError && error.status < 500
            if (isOver && !hasEnded) close(`event: end\ndata: ${JSON.stringify({ code: error.code })}\n\n`)
          })
        }, ASK_AGAIN_MS)
        const closeInOrder = () => close()
        ctx.closing.addEventListener('abort', closeInOrder)
        const forget = watch.listen(since, heard => {
          tell(heard)
          while (hasRoom() && waiting.length > 0) write(nextEvent() ?? '')
        })
        let hasEnded = false
        end = () => {
          if (hasEnded) return
          hasEnded = true
          clearInterval(heartbeat)
          clearInterval(asking)
          ctx.closing.removeEventListener('abort', closeInOrder)
          forget()
        }
        write(`retry: ${RECONNECT_MS}\n: from now on\n\n`)
      },
      pull(controller) {
        const event = nextEvent()
        if (event !== undefined) controller.enqueue(encoder.encode(event))
      },
      cancel() {
        end()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WRITTEN_BYTES }),
  )
}
