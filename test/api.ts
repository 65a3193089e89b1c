import assert from 'node:assert/strict'
import { z } from 'zod'
import type { ApiAnswer, TestApp } from './harness.ts'

type Json = Record<string, unknown>

interface DocumentedOperation {
  requestBody?: { content: Record<string, { schema: Json; example?: unknown }> }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
}

export interface OpenApi {
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { schemas: Record<string, Json> }
}

export type Api = (method: string, path: string, body?: unknown, key?: string) => Promise<ApiAnswer>

/** Reads the OpenAPI document as any program would. */
export async function readOpenApi(app: TestApp): Promise<OpenApi> {
  const response = await app.request('/api/v1/openapi.json')
  assert.equal(response.status, 200)
  return (await response.json()) as OpenApi
}

/**
 * Calls the API, with the root key unless another is given, and fails the test when an answer, or a body that was taken, is not what the OpenAPI
 * document says.
 */
export async function documentedApi(app: TestApp): Promise<Api> {
  const document = await readOpenApi(app)
  const definitions = JSON.parse(
    JSON.stringify(document.components.schemas)
      .replaceAll('#/components/schemas/', '#/$defs/')
      // zod takes a relative reference for a URL.
      .replaceAll('"format":"uri-reference",', ''),
  )
  const schemas = new Map<string, z.ZodType>()

  function schemaOf(schema: Json): z.ZodType {
    const name = String(schema.$ref).replace('#/components/schemas/', '')
    let made = schemas.get(name)
    if (!made) {
      made = z.fromJSONSchema({ ...definitions[name], $defs: definitions })
      schemas.set(name, made)
    }
    return made
  }

  return async (method, path, body, key) => {
    const answer = await app.api(method, path, body, key)
    const what = `${method} ${path} -> ${answer.status}`
    const plain = path.split('?')[0] ?? ''
    const found = Object.entries(document.paths).find(([template]) =>
      new RegExp(`^${template.replace('{id}', '[^/]+')}$`).test(plain),
    )
    const operation = found?.[1][method.toLowerCase()]
    if (!operation) {
      assert.ok(answer.status === 404 || answer.status === 405, `${what} is not in the OpenAPI document`)
      return answer
    }
    const documented = operation.responses[answer.status]
    assert.ok(documented, `${what} is not in the OpenAPI document: ${JSON.stringify(answer.body)}`)
    assert.ok(answer.headers.get('x-request-id'), `${what} has no request id`)
    const [type, content] = Object.entries(documented.content ?? {})[0] ?? []
    if (!type || !content) assert.equal(answer.body, '', `${what} has a body`)
    else {
      assert.equal(answer.headers.get('content-type'), type, what)
      const parsed = schemaOf(content.schema).safeParse(answer.body)
      assert.ok(parsed.success, `${what} is not as documented: ${parsed.error} in ${JSON.stringify(answer.body)}`)
    }
    const taken = operation.requestBody?.content['application/json']
    if (taken && body !== undefined && answer.status < 300) {
      const parsed = schemaOf(taken.schema).safeParse(body)
      assert.ok(parsed.success, `${what} took a body that is not documented: ${parsed.error}`)
    }
    return answer
  }
}

/** The problem of an answer must be of this status and code, and name these fields. Returns its detail. */
export function assertProblem(answer: ApiAnswer, status: number, code: string, fields: string[] = []): string {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  assert.equal(answer.body.status, status)
  assert.equal(answer.body.code, code, JSON.stringify(answer.body))
  assert.ok(answer.body.type && answer.body.title && answer.body.detail, 'a problem has a type, a title and a detail')
  const named: { field: string }[] = answer.body.errors ?? []
  assert.deepEqual(named.map(error => error.field).sort(), [...fields].sort(), JSON.stringify(answer.body.errors))
  return answer.body.detail
}
