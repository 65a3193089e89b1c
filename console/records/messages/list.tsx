import { AutocompleteInput, DataTable, DateField, DateTimeInput, ReferenceField, ReferenceInput, TextInput } from 'react-admin'
import { WordField, WordsFilter } from '../../scaffold/choice.tsx'
import { ScaffoldList } from '../../scaffold/list.tsx'
import { RecordInput } from '../../scaffold/record-input.tsx'
import { LiveSwitch } from './live.tsx'
import { TryPortal } from './try-portal.tsx'

const CHANNELS = ['sms', 'email', 'email_to_sms'] as const
export const STATUSES = ['queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown'] as const
export const STATUS_COLORS = { delivered: 'success', failed: 'error', unknown: 'warning', accepted: 'info' } as const
const WORDS = 'resources.messages'

const filters = [
  <WordsFilter key="status" source="status" ids={STATUSES} prefix={`${WORDS}.statuses`} />,
  <WordsFilter key="channel" source="channel" ids={CHANNELS} prefix="gatehouse.channels" />,
  <RecordInput key="gateway" source="sms_gateway_id" reference="sms_gateways" />,
  <RecordInput key="server" source="mail_server_id" reference="mail_servers" />,
  <RecordInput key="plan" source="usage_plan_id" reference="usage_plans" />,
  <RecordInput key="portal" source="splash_portal_id" reference="splash_portals" />,
  <ReferenceInput key="account" source="account_id" reference="accounts">
    <AutocompleteInput optionText="login" filterToQuery={text => ({ q: text })} />
  </ReferenceInput>,
  <TextInput key="code" source="error_code" />,
  <DateTimeInput key="from" source="created_at_from" label="gatehouse.scaffold.from" />,
  <DateTimeInput key="to" source="created_at_to" label="gatehouse.scaffold.to" />,
]

/** The log of everything that was to be sent, as it happens. */
export function MessageList() {
  return (
    <ScaffoldList
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      canImport={false}
      canBulkDelete={false}
      searchLabel={`${WORDS}.search`}
      actions={<LiveSwitch />}
      whenEmpty={
        <>
          <TryPortal />
          <LiveSwitch />
        </>
      }
      hidden={[
        'splash_portal_id',
        'usage_plan_id',
        'template',
        'locale',
        'mail_server_id',
        'provider_message_id',
        'error_class',
        'final_at',
      ]}
    >
      <DataTable.Col source="created_at">
        <DateField
          source="created_at"
          showTime
          options={{ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' }}
        />
      </DataTable.Col>
      <DataTable.Col disableSort source="to" />
      <DataTable.Col disableSort source="status">
        <WordField source="status" prefix={`${WORDS}.statuses`} colors={STATUS_COLORS} />
      </DataTable.Col>
      <DataTable.Col source="proven_at" disableSort>
        <DateField source="proven_at" showTime emptyText="–" options={{ timeStyle: 'medium' }} />
      </DataTable.Col>
      <DataTable.Col disableSort source="channel">
        <WordField source="channel" prefix="gatehouse.channels" />
      </DataTable.Col>
      <DataTable.Col disableSort source="template">
        <WordField source="template" prefix={`${WORDS}.templates`} />
      </DataTable.Col>
      <DataTable.Col disableSort source="sms_gateway_id">
        <ReferenceField source="sms_gateway_id" reference="sms_gateways" link={false} emptyText="–" />
      </DataTable.Col>
      <DataTable.Col disableSort source="mail_server_id">
        <ReferenceField source="mail_server_id" reference="mail_servers" link={false} emptyText="–" />
      </DataTable.Col>
      <DataTable.Col disableSort source="splash_portal_id">
        <ReferenceField source="splash_portal_id" reference="splash_portals" link={false} emptyText="–" />
      </DataTable.Col>
      <DataTable.Col disableSort source="usage_plan_id">
        <ReferenceField source="usage_plan_id" reference="usage_plans" link={false} emptyText="–" />
      </DataTable.Col>
      <DataTable.Col disableSort source="error_code" />
      <DataTable.Col disableSort source="error_class">
        <WordField source="error_class" prefix={`${WORDS}.classes`} />
      </DataTable.Col>
      <DataTable.Col disableSort source="provider_message_id" />
      <DataTable.Col disableSort source="locale" />
      <DataTable.Col disableSort source="final_at">
        <DateField source="final_at" showTime emptyText="–" />
      </DataTable.Col>
    </ScaffoldList>
  )
}
