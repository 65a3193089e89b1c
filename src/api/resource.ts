import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { hasRole } from '../administrators/role.ts'
import type { Context } from '../context.ts'
import type { AuditEvent } from '../db/audit-trail.ts'
import { duplicateOf, type Trx } from '../db/db.ts'
import { type Link, setMembers, setOwners } from '../db/links.ts'
import { missingIds, type RecordUse } from '../db/references.ts'
import type { Role, Tables } from '../db/tables.ts'
import { AppError, type FieldError } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import type { RequestContext } from '../http/routes.ts'
import { uuidv7 } from '../lib/random.ts'
import { describeChanges, insertAuditEvent } from './audit.ts'
import { TOTAL_EXACT_MAX } from './count-rows.ts'
import { type Listing, listParameters, listRows, notFound } from './list.ts'
import type { NamedSchema, Operation } from './operation.ts'

type Values = Record<string, unknown>

/** What a body becomes: the columns to write, and what the answer tells this one time. */
interface Prepared {
  values: Values
  once?: Values
}

/** What an input is for. */
interface Target<Row> {
  id: string
  before: Row | undefined
  caller: Caller
  /** It will be rolled back: what is costly to make and breaks no rule need not be made. */
  isTrial?: boolean
}

/** A kind of record as the API shows it: what is needed to list and read it. */
export interface ReadResource<Row extends { id: string }> extends Listing {
  /** The table's name and the path's. */
  name: keyof Tables & string
  /** In sentences: `usage plan`. */
  one: string
  tag: string
  about: string
  /** In the OpenAPI document: `UsagePlan`. */
  schema: string
  read: z.ZodObject
  example: Values
  /** The least role for each, where it is another one than usual. */
  roles?: { read?: Role; write?: Role; delete?: Role }
  /** The records as they are read, whatever of them is stored or computed. */
  select(now: Date): RawBuilder<Row>
  present(ctx: Context, row: Row, caller: Caller): Values
}

/** A kind of record that operators create, change and delete. */
export interface Resource<Row extends { id: string }, Input extends object> extends ReadResource<Row> {
  create: z.ZodType<Input>
  update: z.ZodType<Partial<Input>>
  newExample: Values
  /** Turns what was sent into columns, outside any transaction. Throws `invalid`. `before` is undefined for a new record. */
  prepare(ctx: Context, input: Partial<Input>, target: Target<Row>): Promise<Prepared> | Prepared
  /** Fields that hold ids, and the table they are of. */
  references?: Record<string, keyof Tables & string>
  /** Fields that are lists of related records, and from which side. */
  links?: Record<string, { link: Link; side: 'owner' | 'member' }>
  /** What a change entails, in its transaction. */
  follow?(trx: Trx, change: { ctx: Context; before: Row; after: Row; input: Partial<Input> }): Promise<void>
  /** What a deletion entails, in its transaction. */
  followDeletion?(trx: Trx, before: Row): Promise<void>
  /** Throws where there would be something wrong after a change, or without the record. Its row is locked. */
  guard?(trx: Trx, before: Row, after: Row | undefined): Promise<void>
  /** The records that keep this one from being deleted. */
  listUses?(trx: Trx, id: string): Promise<RecordUse[]>
  /** Unique constraints: the field at fault, and what to say. */
  unique?: Record<string, FieldError>
  /** Columns with what a guest can be known by: the audit trail says that they changed, and no more. */
  personal?: readonly string[]
  /** True: kept in memory by the catalogue, which has to read it anew. */
  cached?: boolean
  /** True: who writes by a session must have confirmed just now that it is them. */
  isSensitive?: boolean
}

const CONTACTS_ROLE: Role = 'front_desk'

/** Says who sees addresses with a secret in them, and what may hold a credential. */
export function seesSecrets(caller: Caller): boolean {
  return hasRole(caller.role, 'operator')
}

/** Says who sees contacts in full, where they are shown in full at all. */
export function seesContacts(caller: Caller): boolean {
  return hasRole(caller.role, CONTACTS_ROLE)
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Returns the id in a request's path. What cannot be an id is one of nothing. */
export function idOf(c: RequestContext, one: string): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound(one)
  return id.toLowerCase()
}

export async function findRow<Row extends { id: string }>(
  ctx: Context,
  resource: Pick<ReadResource<Row>, 'select'>,
  id: string,
  trx?: Trx,
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select * from (${resource.select(ctx.clock.now())}) r where r.id = ${id}`.execute(
    trx ?? ctx.db.kysely,
  )
  return rows[0]
}

/** The schema of a page of records. */
function listSchema(resource: { schema: string; read: z.ZodType }): NamedSchema {
  return { name: `${resource.schema}List`, zod: z.object({ data: z.array(resource.read), total: z.int().min(0) }) }
}

/** List and read. */
export function readOperations<Row extends { id: string }>(ctx: Context, resource: ReadResource<Row>): Operation[] {
  const { name, one, tag } = resource
  const path = `/${name}`
  const role = resource.roles?.read
  return [
    {
      method: 'GET',
      ...(role && { role }),
      path,
      id: `list_${name}`,
      tag,
      summary: `List ${tag.toLowerCase()}`,
      query: listParameters(resource),
      answer: {
        status: 200,
        description: `A page of records, and how many match in all: counted up to ${TOTAL_EXACT_MAX}, as far as that is quick, and else an estimate.`,
        schema: listSchema(resource),
        example: { data: [resource.example], total: 1 },
      },
      refusals: ['invalid'],
      async handle(c, caller) {
        const parameters = new URL(c.req.url).searchParams
        refuseProbing(resource, parameters, caller)
        const { rows, total } = await listRows(ctx, resource.select(ctx.clock.now()), resource, parameters)
        return answerJson(c.env, 200, { data: rows.map(row => resource.present(ctx, row, caller)), total })
      },
    },
    {
      method: 'GET',
      ...(role && { role }),
      path: `${path}/{id}`,
      id: `read_${name}`,
      tag,
      summary: `Read ${withArticle(one)}`,
      answer: { status: 200, description: 'The record.', schema: recordSchema(resource), example: resource.example },
      refusals: ['not_found'],
      async handle(c, caller) {
        const row = await findRow(ctx, resource, idOf(c, one))
        if (!row) throw notFound(one)
        return answerJson(c.env, 200, resource.present(ctx, row, caller))
      },
    },
  ]
}

/** Refuses a caller who sees contacts masked whatever would tell a contact by being filtered, searched or sorted by. */
export function refuseProbing(listing: Listing, parameters: URLSearchParams, caller: Caller): void {
  if (seesContacts(caller)) return
  const telling = Object.entries(listing.columns).flatMap(([column, kind]) =>
    kind === 'contact' || kind === 'login' ? [column] : [],
  )
  const isTelling = ([parameter, value]: [string, string]) =>
    telling.includes(parameter === 'sort' ? value : parameter) ||
    (parameter === 'q' && listing.search.some(column => telling.includes(column)))
  if ([...parameters].some(isTelling))
    throw new AppError(
      'forbidden',
      `To filter, search or sort by contacts, or by a login that may be one, takes the role ${CONTACTS_ROLE} or higher; yours is ${caller.role}.`,
    )
}

export function recordSchema(resource: { schema: string; read: z.ZodType }): NamedSchema {
  return { name: resource.schema, zod: resource.read }
}

/** List, create, read, change and delete. */
export function resourceOperations<Row extends { id: string }, Input extends object>(
  ctx: Context,
  resource: Resource<Row, Input>,
): Operation[] {
  const { name, one, tag, create, update, roles, isSensitive = false, guard } = resource
  const path = `/${name}`
  const writing = { ...(roles?.write && { role: roles.write }), isSensitive }
  return [
    ...readOperations(ctx, resource),
    {
      method: 'POST',
      ...writing,
      path,
      id: `create_${name}`,
      tag,
      summary: `Create ${withArticle(one)}`,
      body: { schema: { name: `${resource.schema}Create`, zod: create }, example: resource.newExample },
      answer: {
        status: 201,
        description: 'The new record.',
        schema: recordSchema(resource),
        example: resource.example,
        location: true,
      },
      refusals: ['invalid'],
      async handle(c, caller) {
        const { row, once } = await createRecord(ctx, resource, caller, parseInput(create, await readJson(c.req.raw)))
        const record = { ...resource.present(ctx, row, caller), ...once }
        return answerJson(c.env, 201, record, { location: `/api/v1${path}/${row.id}` })
      },
    },
    {
      method: 'PATCH',
      ...writing,
      path: `${path}/{id}`,
      id: `update_${name}`,
      tag,
      summary: `Change ${withArticle(one)}`,
      description: 'Fields that are left out stay as they are. A list of related records replaces the whole list.',
      body: {
        schema: { name: `${resource.schema}Update`, zod: update },
        example: Object.fromEntries(Object.entries(resource.newExample).slice(0, 1)),
      },
      answer: { status: 200, description: 'The record as it is now.', schema: recordSchema(resource), example: resource.example },
      refusals: ['not_found', 'invalid', ...(guard ? (['conflict'] as const) : [])],
      async handle(c, caller) {
        const id = idOf(c, one)
        const row = await updateRecord(ctx, resource, caller, id, parseInput(update, await readJson(c.req.raw)))
        return answerJson(c.env, 200, resource.present(ctx, row, caller))
      },
    },
    {
      method: 'DELETE',
      ...writing,
      ...(roles?.delete && { role: roles.delete }),
      path: `${path}/{id}`,
      id: `delete_${name}`,
      tag,
      summary: `Delete ${withArticle(one)}`,
      ...(resource.listUses && { description: 'Refused while other records use it; the answer lists them under `used_by`.' }),
      answer: { status: 204, description: 'It is gone.' },
      refusals: ['not_found', ...(resource.listUses ? (['in_use'] as const) : []), ...(guard ? (['conflict'] as const) : [])],
      async handle(c, caller) {
        await deleteRecord(ctx, resource, caller, idOf(c, one))
        return answerText(c.env, 204, null, '')
      },
    },
  ]
}

function withArticle(one: string): string {
  return `${/^(a(?!pi)|e|i|o|sms|api)/i.test(one) ? 'an' : 'a'} ${one}`
}

async function createRecord<Row extends { id: string }, Input extends object>(
  ctx: Context,
  resource: Resource<Row, Input>,
  caller: Caller,
  input: Input,
): Promise<{ row: Row; once: Values | undefined }> {
  const id = uuidv7(ctx.clock.now())
  const { values, once } = await resource.prepare(ctx, input, { id, before: undefined, caller })
  const row = await writing(resource, () =>
    ctx.db.transaction(async trx => {
      const created = await insertRecord(ctx, trx, resource, { id, values, input, actor: caller.name })
      await insertAuditEvent(ctx, trx, created.event)
      return created.row
    }),
  )
  if (resource.cached) await ctx.catalogue.reload()
  return { row, once }
}

/** What is to be written: the columns that `prepare` made of the input, and who wants it. */
interface Write<Input> {
  id: string
  values: Values
  input: Input
  actor: string
}

/** Inserts a record as `prepare` made it. The audit event is to be the last thing that the transaction writes. */
export async function insertRecord<Row extends { id: string }, Input extends object>(
  ctx: Context,
  trx: Trx,
  resource: Resource<Row, Input>,
  { id, values, input, actor }: Write<Input>,
): Promise<{ row: Row; event: AuditEvent }> {
  const now = ctx.clock.now()
  await checkReferences(trx, resource, input)
  const columns = Object.entries({ ...values, id, created_at: now, updated_at: now }).filter(([, value]) => value !== undefined)
  await sql`
    insert into ${sql.table(resource.name)} (${sql.join(columns.map(([column]) => sql.ref(column)))})
    values (${sql.join(columns.map(([, value]) => value))})`.execute(trx)
  await saveLinks(trx, resource, id, input)
  const row = await findRow(ctx, resource, id, trx)
  if (!row) throw new Error(`a new ${resource.one} cannot be read`)
  const changes = describeChanges(undefined, row, resource.personal)
  return { row, event: { actor, action: 'create', resource: resource.name, recordId: id, changes } }
}

async function updateRecord<Row extends { id: string }, Input extends object>(
  ctx: Context,
  resource: Resource<Row, Input>,
  caller: Caller,
  id: string,
  input: Partial<Input>,
): Promise<Row> {
  const seen = await findRow(ctx, resource, id)
  if (!seen) throw notFound(resource.one)
  const { values } = await resource.prepare(ctx, input, { id, before: seen, caller })
  const row = await writing(resource, () =>
    ctx.db.transaction(async trx => {
      const changed = await changeRecord(ctx, trx, resource, { id, values, input, actor: caller.name })
      if (changed.event) await insertAuditEvent(ctx, trx, changed.event)
      return changed.row
    }),
  )
  if (resource.cached) await ctx.catalogue.reload()
  return row
}

/** Changes a record as `prepare` made it; without an event nothing of it is different. Throws `not_found`. */
export async function changeRecord<Row extends { id: string }, Input extends object>(
  ctx: Context,
  trx: Trx,
  resource: Resource<Row, Input>,
  { id, values, input, actor }: Write<Partial<Input>>,
): Promise<{ row: Row; event: AuditEvent | undefined }> {
  await lockRow(trx, resource, id)
  const before = await findRow(ctx, resource, id, trx)
  if (!before) throw notFound(resource.one)
  await checkReferences(trx, resource, input)
  const columns = Object.entries(values).filter(([, value]) => value !== undefined)
  if (columns.length > 0) {
    const set = [...columns, ['updated_at', ctx.clock.now()] as const]
    await sql`
      update ${sql.table(resource.name)} set ${sql.join(set.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
      where id = ${id}`.execute(trx)
  }
  await saveLinks(trx, resource, id, input)
  const row = (await findRow(ctx, resource, id, trx)) ?? before
  await resource.guard?.(trx, before, row)
  await resource.follow?.(trx, { ctx, before, after: row, input })
  const changes = describeChanges(before, row, resource.personal)
  const isChanged = Object.keys(changes).length > 0
  return { row, event: isChanged ? { actor, action: 'update', resource: resource.name, recordId: id, changes } : undefined }
}

async function deleteRecord<Row extends { id: string }, Input extends object>(
  ctx: Context,
  resource: Resource<Row, Input>,
  caller: Caller,
  id: string,
): Promise<void> {
  await writing(resource, () =>
    ctx.db.transaction(async trx => {
      await lockRow(trx, resource, id)
      const before = await findRow(ctx, resource, id, trx)
      if (!before) throw notFound(resource.one)
      await resource.guard?.(trx, before, undefined)
      const uses = (await resource.listUses?.(trx, id)) ?? []
      if (uses.length > 0) throw inUse(resource.one, uses)
      await sql`delete from ${sql.table(resource.name)} where id = ${id}`.execute(trx)
      await resource.followDeletion?.(trx, before)
      const changes = describeChanges(before, undefined, resource.personal)
      await insertAuditEvent(ctx, trx, { actor: caller.name, action: 'delete', resource: resource.name, recordId: id, changes })
    }),
  )
  if (resource.cached) await ctx.catalogue.reload()
}

function inUse(one: string, uses: RecordUse[]): AppError {
  const users = uses.map(use => `${use.resource} "${use.name}"`).join(', ')
  return new AppError('in_use', `The ${one} is used by ${users}. Take it out there first.`, { extra: { used_by: uses } })
}

async function lockRow(trx: Trx, resource: { name: string }, id: string): Promise<void> {
  await sql`select from ${sql.table(resource.name)} where id = ${id} for update`.execute(trx)
}

async function checkReferences<Row extends { id: string }, Input extends object>(
  trx: Trx,
  resource: Resource<Row, Input>,
  input: Values | Partial<Input>,
): Promise<void> {
  const errors: FieldError[] = []
  for (const [field, table] of Object.entries(resource.references ?? {})) {
    const value = (input as Values)[field]
    if (value === undefined || value === null) continue
    for (const id of await missingIds(trx, table, [value].flat() as string[]))
      errors.push({ field, message: `There is no record ${id} in ${table}.` })
  }
  if (errors.length > 0) throw invalidFields(errors)
}

async function saveLinks<Row extends { id: string }, Input extends object>(
  trx: Trx,
  resource: Resource<Row, Input>,
  id: string,
  input: Values | Partial<Input>,
): Promise<void> {
  for (const [field, { link, side }] of Object.entries(resource.links ?? {})) {
    const listed = (input as Values)[field] as string[] | undefined
    if (!listed) continue
    if (side === 'owner') await setMembers(trx, link, id, listed)
    else await setOwners(trx, link, id, listed)
  }
}

/** Runs a change. What a constraint of the database refuses becomes the refusal that an operator understands. */
export async function writing<Row extends { id: string }, Input extends object, T>(
  resource: Resource<Row, Input>,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change()
  } catch (error) {
    const fault = resource.unique?.[duplicateOf(error) ?? '']
    if (fault) throw invalidFields([fault])
    throw error
  }
}
