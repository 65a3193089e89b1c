import BlockIcon from '@mui/icons-material/BlockOutlined'
import GroupIcon from '@mui/icons-material/GroupsOutlined'
import PlanIcon from '@mui/icons-material/SellOutlined'
import ProvenIcon from '@mui/icons-material/VerifiedOutlined'
import { Box } from '@mui/material'
import {
  BooleanField,
  DataTable,
  DateField,
  DateTimeInput,
  FunctionField,
  NullableBooleanInput,
  ReferenceField,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { BulkAction } from '../../scaffold/bulk.tsx'
import { WordField, WordsFilter } from '../../scaffold/choice.tsx'
import { ScaffoldList } from '../../scaffold/list.tsx'
import { RecordInput } from '../../scaffold/record-input.tsx'
import { MoveTo } from './move-to.tsx'

const STATUSES = ['pending', 'active', 'blocked'] as const
const WORDS = 'resources.accounts'
export const STATUS_COLORS = { active: 'success', blocked: 'error', pending: 'warning' } as const

const filters = [
  <WordsFilter key="status" source="status" ids={STATUSES} prefix={`${WORDS}.statuses`} />,
  <RecordInput key="group" source="account_group_id" reference="account_groups" />,
  <RecordInput key="plan" source="usage_plan_id" reference="usage_plans" />,
  <NullableBooleanInput key="unlimited" source="unlimited_usage" />,
  <DateTimeInput key="from" source="created_at_from" label="gatehouse.scaffold.from" />,
  <DateTimeInput key="to" source="created_at_to" label="gatehouse.scaffold.to" />,
]

interface Named {
  id: string
  first_name: string
  last_name: string
}

/** Identities :: Accounts */
export function AccountList() {
  return (
    <ScaffoldList
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      searchLabel={`${WORDS}.search`}
      bulk={<AccountBulkActions />}
      hidden={[
        'phone_validated_at',
        'email_validated_at',
        'usage_expires_at',
        'unlimited_usage',
        'max_devices',
        'locale',
        'note',
        'updated_at',
      ]}
    >
      <DataTable.Col source="login" />
      <DataTable.Col source="last_name" label={`${WORDS}.fields.full_name`}>
        <FunctionField<Named> render={({ first_name, last_name }) => `${first_name} ${last_name}`.trim() || '–'} />
      </DataTable.Col>
      <DataTable.Col source="status">
        <WordField source="status" prefix={`${WORDS}.statuses`} colors={STATUS_COLORS} />
      </DataTable.Col>
      <DataTable.Col source="phone">
        <Contact field="phone" />
      </DataTable.Col>
      <DataTable.Col source="phone_validated_at">
        <DateField source="phone_validated_at" emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="email">
        <Contact field="email" />
      </DataTable.Col>
      <DataTable.Col source="email_validated_at">
        <DateField source="email_validated_at" emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="account_group_id">
        <ReferenceField source="account_group_id" reference="account_groups" link={false} emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="usage_plan_id">
        <ReferenceField source="usage_plan_id" reference="usage_plans" link={false} emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="usage_expires_at">
        <DateField source="usage_expires_at" showTime emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="unlimited_usage" field={BooleanField} />
      <DataTable.NumberCol source="max_devices" />
      <DataTable.Col source="locale" />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at">
        <DateField source="created_at" />
      </DataTable.Col>
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

/** A number or an address, and a sign where it was proven. */
function Contact({ field }: { field: 'phone' | 'email' }) {
  const translate = useTranslate()
  const account = useRecordContext()
  if (!account?.[field]) return <span>–</span>
  const isProven = account[`${field}_validated_at`] !== null
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      {account[field]}
      {isProven && (
        <ProvenIcon fontSize="small" color="success" titleAccess={translate(`${WORDS}.fields.${field}_validated_at`)} />
      )}
    </Box>
  )
}

function AccountBulkActions() {
  return (
    <>
      <MoveTo field="account_group_id" reference="account_groups" label={`${WORDS}.actions.move_group`} icon={<GroupIcon />} />
      <MoveTo field="usage_plan_id" reference="usage_plans" label={`${WORDS}.actions.move_plan`} icon={<PlanIcon />} />
      <BulkAction
        action="edit"
        label={`${WORDS}.actions.block`}
        question={`${WORDS}.actions.block`}
        explanation={`${WORDS}.actions.block_question`}
        icon={<BlockIcon />}
        act={(dataProvider, resource, ids) => dataProvider.updateMany(resource, { ids, data: { status: 'blocked' } })}
      />
    </>
  )
}
