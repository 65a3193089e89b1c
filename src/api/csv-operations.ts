import type { Context } from '../context.ts'
import { writeCsv } from '../lib/csv.ts'
import { accountGroups } from './account-groups.ts'
import { accounts } from './accounts.ts'
import { auditEvents } from './audit-events.ts'
import { carriers } from './carriers.ts'
import { exportOperation } from './export-records.ts'
import { importOperation } from './import-records.ts'
import { blocks } from './limits.ts'
import { mailServers } from './mail-servers.ts'
import { messages } from './messages.ts'
import { BY_CONTACT, BY_COUNTRY_AND_NAME, BY_LOGIN, BY_NAME, BY_SLUG, type NaturalKey } from './natural-keys.ts'
import type { Operation } from './operation.ts'
import { type Column, columnsOf, indexNames, type Names, nameColumnsOf, writeRow } from './record-columns.ts'
import type { ReadResource, Resource } from './resource.ts'
import { smsGateways } from './sms-gateways.ts'
import { splashPortals } from './splash-portals.ts'
import { suppressions } from './suppressions.ts'
import { usagePlans } from './usage-plans.ts'
import { validations } from './validations.ts'

/** Records as CSV files, out and in. Prices have files of their own (price-list.ts). */
export function csvOperations(ctx: Context): Operation[] {
  const people = { isPersonal: true, role: 'operator' } as const
  return [
    ...bothWays(ctx, accounts, BY_LOGIN, people),
    ...bothWays(ctx, accountGroups, BY_NAME),
    ...bothWays(ctx, usagePlans, BY_NAME),
    ...bothWays(ctx, splashPortals, BY_SLUG),
    ...bothWays(ctx, smsGateways, BY_NAME),
    ...bothWays(ctx, mailServers, BY_NAME),
    ...bothWays(ctx, carriers, BY_COUNTRY_AND_NAME),
    ...bothWays(ctx, suppressions, BY_CONTACT, people),
    exportOperation(ctx, messages, { ...people, example: exampleOf(messages) }),
    exportOperation(ctx, validations, { ...people, example: exampleOf(validations) }),
    exportOperation(ctx, auditEvents, { example: exampleOf(auditEvents) }),
    exportOperation(ctx, blocks, { example: exampleOf(blocks) }),
  ]
}

function bothWays<Row extends { id: string }, Input extends object>(
  ctx: Context,
  resource: Resource<Row, Input>,
  key: NaturalKey,
  options: { isPersonal?: true; role?: 'operator' } = {},
): Operation[] {
  return [
    exportOperation(ctx, resource, { ...options, example: exampleOf(resource) }),
    importOperation(ctx, resource, key, newExampleOf(resource)),
  ]
}

function exampleOf<Row extends { id: string }>({ read, example }: ReadResource<Row>): string {
  return writeExample(columnsOf(read), example)
}

/** Names where there are some: that is how a file is written by hand. */
function newExampleOf<Row extends { id: string }, Input extends object>({ newExample }: Resource<Row, Input>): string {
  const columns = Object.keys(newExample).map(field => nameColumnsOf(field)[0] ?? { name: field, field })
  return writeExample(columns, newExample)
}

function writeExample(columns: Column[], record: Record<string, unknown>): string {
  return writeCsv([columns.map(({ name }) => name), writeRow(columns, record, exampleNames())])
}

/** The names that the records of the examples have. */
function exampleNames(): Names {
  const named = [accountGroups, usagePlans, splashPortals, smsGateways, mailServers, carriers] as const
  return new Map(
    named.map(({ name, example: { id, name: own } }) => [name as never, indexNames([{ id: String(id), name: String(own) }])]),
  )
}
