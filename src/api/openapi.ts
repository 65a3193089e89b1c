import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { ROLES } from '../administrators/role.ts'
import { ERRORS, type ErrorCode } from '../errors.ts'
import { type NamedSchema, type Operation, roleOf } from './operation.ts'

export type JsonSchema = Record<string, unknown>

export interface Tag {
  name: string
  description: string
}

const ROLES_EXPLAINED =
  'Roles, each of which may do what those before it may: `read_only` reads, and sees the contacts of guests masked; `front_desk` helps guests with their accounts and codes; `operator` runs the installation; `owner` decides about administrators and API keys.'

const schemaRef = (name: string) => `#/components/schemas/${name}`

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'An error, RFC 9457.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the kind of error is described.' },
    title: { type: 'string', description: 'The same for every error of its code.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    detail: { type: 'string', description: 'What happened and what to do, for a person.' },
    errors: {
      type: 'array',
      description: 'With 422: the fields or parameters at fault.',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
    used_by: {
      type: 'array',
      description: 'With `in_use`: the records that use this one, up to ten of a kind.',
      items: {
        type: 'object',
        required: ['resource', 'id', 'name'],
        properties: { resource: { type: 'string' }, id: { type: 'string' }, name: { type: 'string' } },
      },
    },
    request_id: { type: 'string', description: 'With `internal`: finds the error in the log.' },
  },
}

/** Every error that an operation can answer with, by its status. */
export function refusalsOf(operation: Operation): Map<number, ErrorCode[]> {
  const hasBody = operation.body ?? operation.csvBody ?? operation.rawBody
  const codes: ErrorCode[] = [
    ...(hasBody ? (['bad_request'] as const) : []),
    ...(operation.isOpen ? [] : (['unauthorized', 'forbidden'] as const)),
    ...(operation.isSensitive ? (['confirm_identity'] as const) : []),
    // These by the console's cookie alone.
    ...(operation.isOpen || operation.isForEnrolment ? [] : (['second_factor_due'] as const)),
    ...(operation.method === 'GET' ? [] : (['unsupported_media_type'] as const)),
    ...(operation.isOpen && operation.method === 'GET' ? [] : (['cross_site'] as const)),
    ...(hasBody ? (['too_large', 'unsupported_media_type', 'invalid'] as const) : []),
    ...(operation.refusals ?? []),
    'internal',
    'busy',
    'unavailable',
  ]
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of new Set(codes)) {
    const { status } = ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b))
}

/** The schemas of all operations as JSON Schema, by name. Where one holds another it refers to it. */
export function jsonSchemas(operations: Operation[]): Record<string, JsonSchema> {
  const convert = (schemas: (NamedSchema | undefined)[], io: 'input' | 'output') => {
    const registry = z.registry<{ id: string }>()
    for (const schema of schemas) if (schema) registry.add(schema.zod, { id: schema.name })
    return z.toJSONSchema(registry, { io, uri: schemaRef, unrepresentable: 'any', override: dropNoise }).schemas
  }
  const converted = {
    ...convert(
      operations.map(operation => operation.body?.schema),
      'input',
    ),
    ...convert(
      operations.map(operation => operation.answer.schema),
      'output',
    ),
  }
  const named = Object.entries(converted).map(([name, { $schema, $id, id, ...schema }]): [string, JsonSchema] => [name, schema])
  return { ...Object.fromEntries(named.sort(([a], [b]) => a.localeCompare(b))), Problem: PROBLEM }
}

// A format says what its pattern would, and bounds that bound nothing only take room.
function dropNoise({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.minLength === 0) delete jsonSchema.minLength
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

/** Makes the OpenAPI 3.1 document of all operations. */
export function openApiDocument(operations: Operation[], tags: Tag[], publicUrl: string): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...(operation.path.includes('{id}') && { parameters: [ID_PARAMETER] }),
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation),
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Gatehouse',
      version: packageJson.version,
      description: `${packageJson.description}\n\n${ROLES_EXPLAINED}`,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    tags,
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, or the root key of the configuration (GATEHOUSE_API_KEY).',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: publicUrl.startsWith('https:') ? '__Host-gatehouse_admin' : 'gatehouse_admin',
          description:
            'The session of an administrator who is signed in to the console. A request that changes something must come from its page.',
        },
      },
      schemas: jsonSchemas(operations),
    },
  }
}

const ID_PARAMETER = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}
const REQUEST_ID = { 'x-request-id': { description: 'Finds the request in the log.', schema: { type: 'string' } } }
const LOCATION = { location: { description: 'Path of the new record.', schema: { type: 'string', format: 'uri-reference' } } }
const RETRY_AFTER = { 'retry-after': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } }
const WWW_AUTHENTICATE = { 'www-authenticate': { description: 'How to authenticate.', schema: { type: 'string' } } }

function describeOperation(operation: Operation): Record<string, unknown> {
  const { body, csvBody, rawBody, answer } = operation
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, ...describeAccess(operation)].filter(Boolean).join(' '),
    ...(operation.isOpen && { security: [] }),
    ...(operation.isForSessions && { security: [{ session: [] }] }),
    ...(!operation.isOpen && { 'x-role': roleOf(operation) }),
    ...(operation.query && {
      parameters: operation.query.map(({ name, description, schema }) => ({ name, in: 'query', description, schema })),
    }),
    ...(body && {
      requestBody: {
        required: !body.optional,
        content: { 'application/json': { schema: { $ref: schemaRef(body.schema.name) }, example: body.example } },
      },
    }),
    ...(csvBody !== undefined && { requestBody: { required: true, content: csvContent(csvBody) } }),
    ...(rawBody && { requestBody: { required: true, content: rawContent(rawBody) } }),
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: { ...REQUEST_ID, ...(answer.location && LOCATION) },
        ...((answer.schema || answer.csv !== undefined || answer.events !== undefined || answer.isPage) && {
          content: {
            ...(answer.schema && {
              'application/json': { schema: { $ref: schemaRef(answer.schema.name) }, example: answer.example },
            }),
            ...(answer.csv !== undefined && csvContent(answer.csv)),
            ...(answer.events !== undefined && {
              'text/event-stream': { schema: { type: 'string' }, example: answer.events },
            }),
            ...(answer.isPage && { 'text/html; charset=utf-8': { schema: { type: 'string' } } }),
          },
        }),
      },
      ...Object.fromEntries([...refusalsOf(operation)].map(([status, codes]) => [status, describeRefusal(status, codes)])),
    },
  }
}

function describeAccess(operation: Operation): string[] {
  if (operation.isOpen) return ['Open to everybody.']
  return [
    `Takes the role \`${roleOf(operation)}\`${roleOf(operation) === ROLES.at(-1) ? '' : ' or higher'}.`,
    ...(operation.isForSessions ? ['For administrators who are signed in to the console.'] : []),
    ...(operation.isSensitive ? ['A session must have been confirmed within ten minutes: see `POST /me/confirm`.'] : []),
  ]
}

function csvContent(example: string): Record<string, unknown> {
  return { 'text/csv': { schema: { type: 'string' }, example } }
}

function rawContent({ types, schema, example }: NonNullable<Operation['rawBody']>): Record<string, unknown> {
  return Object.fromEntries(types.map(type => [type, { schema, ...(example !== undefined && { example }) }]))
}

function describeRefusal(status: number, codes: ErrorCode[]): Record<string, unknown> {
  return {
    description: codes.map(code => `\`${code}\`: ${ERRORS[code].title}.`).join(' '),
    headers: {
      ...REQUEST_ID,
      ...((status === 429 || status === 503) && RETRY_AFTER),
      ...(status === 401 && WWW_AUTHENTICATE),
    },
    content: { 'application/problem+json': { schema: { $ref: schemaRef('Problem') } } },
  }
}
