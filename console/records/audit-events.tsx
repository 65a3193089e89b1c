import { Alert, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import {
  DataTable,
  DateField,
  DateTimeInput,
  FunctionField,
  Labeled,
  NumberField,
  SelectInput,
  TextField,
  TextInput,
  useLocale,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { Link } from 'react-router'
import { WordField } from '../scaffold/choice.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'
import { WideTable } from '../scaffold/wide-table.tsx'

interface AuditEvent {
  id: string
  resource: string
  record_id: string
  action: string
  changes: Record<string, unknown>
}

const ACTIONS = [
  'create',
  'update',
  'delete',
  'reset',
  'resend',
  'resend_code',
  'cancel',
  'test',
  'export',
  'import_prices',
  'erase',
  'start_password_reset',
  'forget_devices',
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'confirm',
  'reset_second_factor',
  'make_reset_link',
  'rotate_key',
  'purge',
  'retire',
]
/** What the trail says of what it does not tell. */
const UNTOLD = new Set(['set', 'changed', 'removed'])
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
/** Kinds of records that have a page to go to. */
const SHOWN = new Set([
  'sms_gateways',
  'usage_plans',
  'splash_portals',
  'account_groups',
  'accounts',
  'carriers',
  'mail_servers',
  'suppressions',
  'administrators',
  'api_keys',
  'validations',
])

/** Kinds whose events lead to no page. */
const OTHERS = [
  'sms_prices',
  'blocks',
  'messages',
  'audit_events',
  'limits',
  'settings',
  'persons',
  'administrator_passkeys',
  'secret_keys',
]

const filters = [
  <SelectInput
    key="action"
    source="action"
    choices={ACTIONS.map(id => ({ id, name: `resources.audit_events.actions.${id}` }))}
  />,
  <KindFilter key="resource" source="resource" />,
  <TextInput key="actor" source="actor" />,
  <DateTimeInput key="from" source="at_from" label="gatehouse.scaffold.from" />,
  <DateTimeInput key="to" source="at_to" label="gatehouse.scaffold.to" />,
]

function KindFilter({ source }: { source: string }) {
  const kindName = useKindName()
  const choices = [...SHOWN, ...OTHERS].map(id => ({ id, name: kindName(id) }))
  return <SelectInput source={source} choices={choices} translateChoice={false} />
}

/** What a kind of record is called. */
function useKindName(): (resource: string) => string {
  const translate = useTranslate()
  return resource =>
    translate(`gatehouse.other_resources.${resource}`, {
      _: translate(`resources.${resource}.name`, { smart_count: 1, _: resource }),
    })
}

/** Who changed what, and when. */
export function AuditEventList() {
  return (
    <ScaffoldList
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      canImport={false}
      canBulkDelete={false}
      hidden={['number']}
    >
      <DataTable.NumberCol source="number" />
      <DataTable.Col source="at">
        <DateField source="at" showTime />
      </DataTable.Col>
      <DataTable.Col source="actor" />
      <DataTable.Col source="action">
        <WordField source="action" prefix="resources.audit_events.actions" />
      </DataTable.Col>
      <DataTable.Col source="resource">
        <Kind />
      </DataTable.Col>
      <DataTable.Col source="changes" disableSort>
        <ChangedFields />
      </DataTable.Col>
    </ScaffoldList>
  )
}

function Kind() {
  const kindName = useKindName()
  const record = useRecordContext<AuditEvent>()
  return record ? <span>{kindName(record.resource)}</span> : null
}

/** Which fields, by their names. */
function ChangedFields() {
  const translate = useTranslate()
  const record = useRecordContext<AuditEvent>()
  const fields = Object.keys(record?.changes ?? {}).slice(0, 6)
  if (!record || fields.length === 0) return <span>–</span>
  const name = (field: string) =>
    translate(`resources.${record.resource}.fields.${field}`, {
      _: translate(`resources.audit_events.facts.${field}`, { _: field }),
    })
  return <span>{fields.map(name).join(', ')}</span>
}

export function AuditEventShow() {
  return (
    <ScaffoldShow>
      <NumberField source="number" emptyText="–" />
      <DateField source="at" showTime options={{ dateStyle: 'medium', timeStyle: 'long' }} />
      <TextField source="actor" />
      <WordField source="action" prefix="resources.audit_events.actions" />
      <Labeled source="resource">
        <Kind />
      </Labeled>
      <FunctionField<AuditEvent>
        source="record_id"
        render={({ resource, record_id, action }) =>
          SHOWN.has(resource) && !['delete', 'export'].includes(action) ? (
            <Link to={`/${resource}/${record_id}/show`}>{record_id}</Link>
          ) : (
            record_id
          )
        }
      />
      <Changes />
      <Chain />
    </ScaffoldShow>
  )
}

/** Before and after, field by field. */
function Changes() {
  const translate = useTranslate()
  const record = useRecordContext<AuditEvent>()
  const lines = Object.entries(record?.changes ?? {}).flatMap(([field, change]) => linesOf(field, change))
  const words = 'resources.audit_events'
  if (!record || lines.length === 0) return <span>{translate(`${words}.no_changes`)}</span>
  return (
    <WideTable label={translate(`${words}.fields.changes`)}>
      <Table
        size="small"
        sx={{ '& td, & th': { verticalAlign: 'top', minWidth: '7rem' }, '& th': { overflowWrap: 'break-word' } }}
      >
        <TableHead>
          <TableRow>
            {(['field', 'from', 'to'] as const).map(name => (
              <TableCell key={name}>{translate(`${words}.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(line => (
            <TableRow key={line.path.join('.')}>
              <TableCell component="th" scope="row">
                <FieldName resource={record.resource} path={line.path} />
              </TableCell>
              {line.untold ? (
                <TableCell colSpan={2}>{translate(`${words}.secret_${line.untold}`)}</TableCell>
              ) : (
                <>
                  <TableCell>
                    <Value value={line.from} resource={record.resource} />
                  </TableCell>
                  <TableCell>
                    <Value value={line.to} resource={record.resource} />
                  </TableCell>
                </>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </WideTable>
  )
}

interface Line {
  /** The field, and where it holds others, which of them. */
  path: string[]
  from?: unknown
  to?: unknown
  /** What became of something that is never shown. */
  untold?: string
}

/** What differs, one value a line: of a field that holds others only those that are not the same. */
function linesOf(field: string, change: unknown): Line[] {
  if (typeof change === 'string' && UNTOLD.has(change)) return [{ path: [field], untold: change }]
  const { from, to } = isPair(change) ? change : { to: change }
  return differences([field], from, to)
}

function differences(path: string[], from: unknown, to: unknown): Line[] {
  if (!isGroup(from) && !isGroup(to)) return [{ path, from, to }]
  const [before, after] = [isGroup(from) ? from : {}, isGroup(to) ? to : {}]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .flatMap(name => differences([...path, name], before[name], after[name]))
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPair(change: unknown): change is { from?: unknown; to?: unknown } {
  return isGroup(change) && ('from' in change || 'to' in change)
}

/** A field as the forms call it, and whatever has no name there as the API does. */
function FieldName({ resource, path }: { resource: string; path: string[] }) {
  const translate = useTranslate()
  const names = path.map((name, at) =>
    translate(`resources.${resource}.fields.${path.slice(0, at + 1).join('.')}`, {
      _: translate(`resources.audit_events.facts.${name}`, { _: name }),
    }),
  )
  return <>{names.join(' › ')}</>
}

function Value({ value, resource }: { value: unknown; resource: string }) {
  const translate = useTranslate()
  const locale = useLocale()
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return <>–</>
  if (typeof value === 'boolean') return <>{translate(`ra.boolean.${value}`)}</>
  if (Array.isArray(value)) return <>{value.map(one => (isGroup(one) ? JSON.stringify(one) : String(one))).join(', ')}</>
  const text = String(value)
  if (TIME.test(text)) return <>{new Date(text).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })}</>
  // States and roles have words; everything else says itself.
  return <>{translate(`resources.${resource}.statuses.${text}`, { _: translate(`gatehouse.roles.${text}`, { _: text }) })}</>
}

function Chain() {
  const translate = useTranslate()
  return (
    <Alert severity="info" icon={false}>
      <div>{translate('resources.audit_events.chain')}</div>
      <TextField source="hash" sx={{ overflowWrap: 'anywhere', fontFamily: 'monospace' }} />
    </Alert>
  )
}
