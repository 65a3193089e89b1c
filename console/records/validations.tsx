import CancelIcon from '@mui/icons-material/CancelOutlined'
import ResendIcon from '@mui/icons-material/ForwardToInboxOutlined'
import { DataTable, DateField, DateTimeInput, FunctionField, NumberField, ReferenceField, TextField } from 'react-admin'
import { languageName } from '../i18n.ts'
import { AskedAction } from '../scaffold/asked-action.tsx'
import { WordField, WordsFilter } from '../scaffold/choice.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { RecordInput } from '../scaffold/record-input.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'
import { TryPortal } from './messages/try-portal.tsx'

const STATUSES = ['pending', 'approved', 'expired', 'exhausted', 'cancelled'] as const
const PURPOSES = ['sign_up', 'password_reset', 'free_sms', 'api'] as const
const CHANNELS = ['sms', 'email', 'email_to_sms'] as const
const WORDS = 'resources.validations'
const COLORS = { approved: 'success', exhausted: 'error', pending: 'info' } as const

const filters = [
  <WordsFilter key="status" source="status" ids={STATUSES} prefix={`${WORDS}.statuses`} />,
  <WordsFilter key="purpose" source="purpose" ids={PURPOSES} prefix={`${WORDS}.purposes`} />,
  <WordsFilter key="channel" source="channel" ids={CHANNELS} prefix="gatehouse.channels" />,
  <RecordInput key="portal" source="splash_portal_id" reference="splash_portals" />,
  <RecordInput key="plan" source="usage_plan_id" reference="usage_plans" />,
  <DateTimeInput key="from" source="created_at_from" label="gatehouse.scaffold.from" />,
  <DateTimeInput key="to" source="created_at_to" label="gatehouse.scaffold.to" />,
]

export function ValidationList() {
  return (
    <ScaffoldList
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      canImport={false}
      canBulkDelete={false}
      whenEmpty={<TryPortal />}
      hidden={['locale', 'usage_plan_id', 'expires_at']}
    >
      <DataTable.Col source="created_at">
        <DateField source="created_at" showTime />
      </DataTable.Col>
      <DataTable.Col disableSort source="contact" />
      <DataTable.Col disableSort source="status">
        <WordField source="status" prefix={`${WORDS}.statuses`} colors={COLORS} />
      </DataTable.Col>
      <DataTable.Col disableSort source="purpose">
        <WordField source="purpose" prefix={`${WORDS}.purposes`} />
      </DataTable.Col>
      <DataTable.Col disableSort source="channel">
        <WordField source="channel" prefix="gatehouse.channels" />
      </DataTable.Col>
      <DataTable.Col disableSort source="splash_portal_id">
        <ReferenceField source="splash_portal_id" reference="splash_portals" link={false} />
      </DataTable.Col>
      <DataTable.Col disableSort source="usage_plan_id">
        <ReferenceField source="usage_plan_id" reference="usage_plans" link={false} />
      </DataTable.Col>
      <DataTable.NumberCol disableSort source="checks" />
      <DataTable.NumberCol disableSort source="sends" />
      <DataTable.Col disableSort source="locale">
        <FunctionField source="locale" render={({ locale }) => languageName(locale)} />
      </DataTable.Col>
      <DataTable.Col disableSort source="expires_at">
        <DateField source="expires_at" showTime />
      </DataTable.Col>
    </ScaffoldList>
  )
}

export function ValidationShow() {
  return (
    <ScaffoldShow
      actions={
        <>
          <AskedAction
            operation="resend_validation"
            when={record => record.status === 'pending'}
            path={id => `/validations/${id}/resend`}
            label={`${WORDS}.resend`}
            question={`${WORDS}.resend_question`}
            done={`${WORDS}.resent`}
            icon={<ResendIcon />}
          />
          <AskedAction
            operation="cancel_validation"
            when={record => record.status === 'pending'}
            path={id => `/validations/${id}/cancel`}
            label={`${WORDS}.cancel`}
            question={`${WORDS}.cancel_question`}
            done={`${WORDS}.cancelled`}
            icon={<CancelIcon />}
            color="error"
          />
        </>
      }
    >
      <TextField source="contact" />
      <WordField source="status" prefix={`${WORDS}.statuses`} colors={COLORS} />
      <WordField source="purpose" prefix={`${WORDS}.purposes`} />
      <WordField source="channel" prefix="gatehouse.channels" />
      <ReferenceField source="account_id" reference="accounts" link="show" emptyText="–" />
      <ReferenceField source="splash_portal_id" reference="splash_portals" link="show" emptyText="–" />
      <ReferenceField source="usage_plan_id" reference="usage_plans" link="show" emptyText="–" />
      <NumberField source="checks" />
      <NumberField source="checks_max" />
      <NumberField source="sends" />
      <DateField source="last_sent_at" showTime />
      <DateField source="created_at" showTime />
      <DateField source="expires_at" showTime />
      <DateField source="approved_at" showTime emptyText="–" />
      <FunctionField source="locale" render={({ locale }) => languageName(locale)} />
    </ScaffoldShow>
  )
}
