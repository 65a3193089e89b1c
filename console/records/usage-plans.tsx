import {
  AutocompleteArrayInput,
  BooleanField,
  BooleanInput,
  ChipField,
  DataTable,
  DateField,
  FormDataConsumer,
  Labeled,
  NumberField,
  NumberInput,
  ReferenceArrayField,
  ReferenceArrayInput,
  ReferenceField,
  required,
  SingleFieldList,
  TextField,
  TextInput,
  useLocale,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { WordField, WordInput, WordsFilter } from '../scaffold/choice.tsx'
import { ScaffoldCreate, ScaffoldEdit, useHelp } from '../scaffold/form.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { OrderedRecordsInput } from '../scaffold/ordered-records.tsx'
import { RecordInput } from '../scaffold/record-input.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'
import { AccountsOf } from './accounts/accounts-of.tsx'

// Billing :: Plans

export const METHODS = ['none', 'sms', 'email', 'sms_or_email', 'sms_and_email'] as const
const WORDS = 'gatehouse.methods'

const filters = [
  <WordsFilter key="method" source="validation_method" ids={METHODS} prefix={WORDS} />,
  <RecordInput key="group" source="account_group_id" reference="account_groups" />,
  <RecordInput key="gateway" source="sms_gateway_ids" reference="sms_gateways" />,
  <RecordInput key="portal" source="splash_portal_ids" reference="splash_portals" />,
]

export function UsagePlanList() {
  return (
    <ScaffoldList
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hidden={['description', 'note', 'max_devices', 'automatic_login', 'updated_at']}
    >
      <DataTable.Col source="name" />
      <DataTable.Col source="description" />
      <DataTable.Col source="validation_method">
        <WordField source="validation_method" prefix={WORDS} />
      </DataTable.Col>
      <DataTable.Col source="account_group_id">
        <ReferenceField source="account_group_id" reference="account_groups" link={false} />
      </DataTable.Col>
      <DataTable.Col source="splash_portal_ids" disableSort>
        <ReferenceArrayField source="splash_portal_ids" reference="splash_portals">
          <SingleFieldList linkType={false}>
            <ChipField source="name" size="small" />
          </SingleFieldList>
        </ReferenceArrayField>
      </DataTable.Col>
      <DataTable.Col source="usage_minutes" label="resources.usage_plans.usage_time">
        <UsageTime />
      </DataTable.Col>
      <DataTable.NumberCol source="max_devices" />
      <DataTable.Col source="automatic_login" field={BooleanField} />
      <DataTable.Col source="offered" field={BooleanField} disableSort />
      <DataTable.Col source="note" />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

export function UsagePlanCreate() {
  return (
    <ScaffoldCreate defaultValues={{ validation_method: 'sms', automatic_login: true, unlimited_usage: false }}>
      <Fields />
    </ScaffoldCreate>
  )
}

export function UsagePlanEdit() {
  return (
    <ScaffoldEdit>
      <Fields />
    </ScaffoldEdit>
  )
}

function Fields() {
  const help = useHelp()
  return (
    <>
      <TextInput source="name" validate={required()} helperText={help('name')} />
      <TextInput source="description" multiline helperText={help('description')} />
      <RecordInput source="account_group_id" reference="account_groups" helperText={help('account_group_id')} />
      <WordInput
        source="validation_method"
        ids={METHODS}
        prefix={WORDS}
        validate={required()}
        helperText={help('validation_method')}
      />
      <FormDataConsumer>
        {({ formData }) =>
          String(formData.validation_method).includes('sms') && (
            <OrderedRecordsInput source="sms_gateway_ids" reference="sms_gateways" helperText={help('sms_gateway_ids')} />
          )
        }
      </FormDataConsumer>
      <ReferenceArrayInput source="splash_portal_ids" reference="splash_portals" sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteArrayInput helperText={help('splash_portal_ids')} />
      </ReferenceArrayInput>
      <BooleanInput source="automatic_login" helperText={help('automatic_login')} />
      <BooleanInput source="unlimited_usage" helperText={help('unlimited_usage')} />
      <FormDataConsumer>
        {({ formData }) =>
          !formData.unlimited_usage && <NumberInput source="usage_minutes" min={1} helperText={help('usage_minutes')} />
        }
      </FormDataConsumer>
      <NumberInput source="max_devices" min={1} helperText={help('max_devices')} />
      <TextInput source="note" multiline helperText={help('note')} />
    </>
  )
}

const MINUTES = { day: 1_440, hour: 60, minute: 1 }

/** How long a plan lasts, in words. */
function UsageTime() {
  const translate = useTranslate()
  const locale = useLocale()
  const plan = useRecordContext<{ id: string; usage_minutes: number | null; unlimited_usage: boolean }>()
  if (!plan?.usage_minutes)
    return <span>{plan?.unlimited_usage ? translate('resources.usage_plans.fields.unlimited_usage') : '–'}</span>
  let rest = plan.usage_minutes
  const parts = Object.entries(MINUTES).flatMap(([unit, length]) => {
    const count = Math.floor(rest / length)
    rest %= length
    return count > 0 ? [count.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })] : []
  })
  return <span>{parts.join(', ')}</span>
}

export function UsagePlanShow() {
  return (
    <ScaffoldShow actions={<AccountsOf field="usage_plan_id" />}>
      <TextField source="name" />
      <TextField source="description" emptyText="–" />
      <BooleanField source="offered" />
      <WordField source="validation_method" prefix={WORDS} />
      <ReferenceField source="account_group_id" reference="account_groups" emptyText="–" />
      <ReferenceArrayField source="sms_gateway_ids" reference="sms_gateways" />
      <ReferenceArrayField source="splash_portal_ids" reference="splash_portals" />
      <BooleanField source="automatic_login" />
      <Labeled label="resources.usage_plans.usage_time">
        <UsageTime />
      </Labeled>
      <NumberField source="max_devices" emptyText="–" />
      <TextField source="note" emptyText="–" />
      <DateField source="created_at" showTime />
      <DateField source="updated_at" showTime />
    </ScaffoldShow>
  )
}
