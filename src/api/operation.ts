import type { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import type { Caller } from '../http/api-key.ts'
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
  answer: {
    status: 200 | 201 | 204
    description: string
    schema?: NamedSchema
    example?: unknown
    /** An example of the answer as text/csv: the only form, or beside a schema the one that is asked for by Accept. */
    csv?: string
    location?: boolean
  }
  /** True: it needs no key. */
  isOpen?: boolean
  /** How it may refuse, beyond what every operation of its shape can answer. */
  refusals?: ErrorCode[]
  handle(c: RequestContext, caller: Caller): Promise<Response> | Response
}
