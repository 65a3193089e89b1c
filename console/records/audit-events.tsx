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
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { Link } from 'react-router'
import { WordField } from '../scaffold/choice.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'

interface AuditEvent {
  id: string
  resource: string
  record_id: string
  action: string
  changes: Record<string, unknown>
}

const CHANGES_MAX = 6
const ACTIONS = [
  'create',
  'update',
  'delete',
  'resend',
  'resend_code',
  'cancel',
  'test',
  'export',
  'import',
  'import_prices',
  'erase',
  'sign_in',
  'sign_out',
  'forget_devices',
  'start_password_reset',
  'make_reset_link',
  'reset',
  'reset_second_factor',
  'confirm',
  'retire',
  'rotate_key',
  'purge',
]
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

const filters = [
  <SelectInput
    key="action"
    source="action"
    choices={ACTIONS.map(id => ({ id, name: `resources.audit_events.actions.${id}` }))}
  />,
  <SelectInput key="resource" source="resource" choices={[...SHOWN].map(id => ({ id, name: `resources.${id}.name` }))} />,
  <TextInput key="actor" source="actor" />,
  <DateTimeInput key="from" source="at_from" label="gatehouse.scaffold.from" />,
  <DateTimeInput key="to" source="at_to" label="gatehouse.scaffold.to" />,
]

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
  const translate = useTranslate()
  const record = useRecordContext<AuditEvent>()
  if (!record) return null
  const { resource } = record
  return (
    <span>
      {translate(`gatehouse.other_resources.${resource}`, {
        _: translate(`resources.${resource}.name`, { smart_count: 1, _: resource }),
      })}
    </span>
  )
}

export function AuditEventShow() {
  return (
    <ScaffoldShow>
      <NumberField source="number" emptyText="–" />
      <DateField source="at" showTime />
      <TextField source="actor" />
      <WordField source="action" prefix="resources.audit_events.actions" />
      <Labeled source="resource">
        <Kind />
      </Labeled>
      <FunctionField<AuditEvent>
        source="record_id"
        render={({ resource, record_id, action }) =>
          SHOWN.has(resource) && action !== 'delete' ? <Link to={`/${resource}/${record_id}/show`}>{record_id}</Link> : record_id
        }
      />
      <Changes />
      <Chain />
    </ScaffoldShow>
  )
}

/** What a field is called, of the record or of the event itself. */
function useFieldNames(): (resource: string | undefined, field: string) => string {
  const translate = useTranslate()
  return (resource, field) =>
    translate(`resources.${resource}.fields.${field}`, { _: translate(`resources.audit_events.noted.${field}`, { _: field }) })
}

function ChangedFields() {
  const nameOf = useFieldNames()
  const record = useRecordContext<AuditEvent>()
  const fields = Object.keys(record?.changes ?? {}).slice(0, CHANGES_MAX)
  return <span>{[...new Set(fields.map(field => nameOf(record?.resource, field)))].join(', ') || '–'}</span>
}

/** Before and after, field by field. */
function Changes() {
  const translate = useTranslate()
  const nameOf = useFieldNames()
  const record = useRecordContext<AuditEvent>()
  const entries = Object.entries(record?.changes ?? {})
  const words = 'resources.audit_events'
  if (entries.length === 0) return <span>{translate(`${words}.no_changes`)}</span>
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {(['field', 'from', 'to'] as const).map(name => (
            <TableCell key={name}>{translate(`${words}.${name}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map(([field, change]) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row">
              {nameOf(record?.resource, field)}
            </TableCell>
            {isPair(change) ? (
              <>
                <TableCell>{tell(change.from)}</TableCell>
                <TableCell>{tell(change.to)}</TableCell>
              </>
            ) : (
              <TableCell colSpan={2}>{change === 'changed' ? translate(`${words}.secret_changed`) : tell(change)}</TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function isPair(change: unknown): change is { from?: unknown; to?: unknown } {
  return typeof change === 'object' && change !== null && ('from' in change || 'to' in change)
}

function tell(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
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
