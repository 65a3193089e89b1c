import type { z } from 'zod'
import type { Role } from '../db/tables.ts'
import type { ErrorCode } from '../errors.ts'
import type { Caller } from '../http/caller.ts'
import type { RequestContext } from '../http/routes.ts'

/** A schema under the name it has in the OpenAPI document. */
export interface NamedSchema {
  name: string
  zod: z.ZodType
}

export interface Parameter {
  name: string
  description: string
  schema: Record<string, unknown>
}

/**
 * One thing the API does: its route, its part of the OpenAPI document and its handler. Routes and document are made
 * from the same list, so neither can have what the other lacks.
 */
export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Under /api/v1, with `{id}` where it stands. */
  path: string
  /** Unique: what a generated client calls it. */
  id: string
  tag: string
  summary: string
  description?: string
  query?: Parameter[]
  body?: { schema: NamedSchema; example: unknown; optional?: boolean }
  /** An example of the body where that is text/csv. */
  csvBody?: string
  /** The body where that is neither JSON nor CSV: its types, and what it is in the OpenAPI document. */
  rawBody?: { types: string[]; schema: Record<string, unknown>; example?: string }
  answer: {
    status: 200 | 201 | 204
    description: string
    schema?: NamedSchema
    example?: unknown
    /** An example of the answer as text/csv: the only form, or beside a schema the one that is asked for by Accept. */
    csv?: string
    /** An example of the answer where that is a stream of server-sent events without end. */
    events?: string
    /** True: the answer is a page. */
    isPage?: boolean
    location?: boolean
  }
  /** True: it needs neither a key nor a session. */
  isOpen?: boolean
  /** The least role that may call it. `read_only` for GET and `operator` for everything else unless said. */
  role?: Role
  /** True: it is about the administrator who is signed in to the console; a key has no part in it. */
  isForSessions?: boolean
  /** True: a session must have been confirmed within the last ten minutes. */
  isSensitive?: boolean
  /** True: who has yet to make a second factor that is required of them may call it. */
  isForEnrolment?: boolean
  /** How it may refuse, beyond what every operation of its shape can answer. */
  refusals?: ErrorCode[]
  handle(c: RequestContext, caller: Caller): Promise<Response> | Response
}

/** The least role that may call an operation. */
export function roleOf({ role, method }: Pick<Operation, 'role' | 'method'>): Role {
  return role ?? (method === 'GET' ? 'read_only' : 'operator')
}
