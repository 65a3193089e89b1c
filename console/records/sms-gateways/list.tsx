import OffIcon from '@mui/icons-material/PauseCircleOutlined'
import OnIcon from '@mui/icons-material/PlayCircleOutlined'
import {
  BooleanInput,
  ChipField,
  DataTable,
  DateField,
  FunctionField,
  ReferenceArrayField,
  SelectArrayInput,
  SingleFieldList,
  useLocale,
} from 'react-admin'
import { BulkAction } from '../../scaffold/bulk.tsx'
import { CountriesInput, CountryField } from '../../scaffold/country.tsx'
import { ScaffoldList } from '../../scaffold/list.tsx'
import { describeMoney } from '../../scaffold/money.ts'
import { RecordInput } from '../../scaffold/record-input.tsx'
import { useProviders } from './providers.ts'
import { type Gateway, GatewayState } from './state.tsx'

const filters = [
  <ProviderFilter key="provider" source="provider" />,
  <CountriesInput key="countries" source="countries" />,
  <BooleanInput key="enabled" source="enabled" />,
  <RecordInput key="plan" source="usage_plan_ids" reference="usage_plans" />,
  <RecordInput key="portal" source="splash_portal_ids" reference="splash_portals" />,
]

export function SmsGatewayList() {
  const locale = useLocale()
  const providers = useProviders()
  return (
    <ScaffoldList
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hidden={['account_sid', 'countries', 'weight', 'note', 'created_at', 'updated_at']}
      bulk={<EnableAndDisable />}
    >
      <DataTable.Col source="name" />
      <DataTable.Col source="provider">
        <FunctionField
          source="provider"
          render={(gateway: Gateway) => providers?.find(({ id }) => id === gateway.provider)?.label ?? gateway.provider}
        />
      </DataTable.Col>
      <DataTable.Col source="from" />
      <DataTable.Col source="state" disableSort field={GatewayState} />
      <DataTable.Col source="usage_plan_ids" disableSort>
        <Names source="usage_plan_ids" reference="usage_plans" />
      </DataTable.Col>
      <DataTable.Col source="splash_portal_ids" disableSort>
        <Names source="splash_portal_ids" reference="splash_portals" />
      </DataTable.Col>
      <DataTable.Col source="spend" disableSort>
        <FunctionField source="spend" render={(gateway: Gateway) => spentToday(gateway, locale)} />
      </DataTable.Col>
      <DataTable.Col source="account_sid" />
      <DataTable.Col source="countries" disableSort field={CountryField} />
      <DataTable.NumberCol source="weight" />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at" field={DateField} />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

function Names({ source, reference }: { source: string; reference: string }) {
  return (
    <ReferenceArrayField source={source} reference={reference}>
      <SingleFieldList linkType={false}>
        <ChipField source="name" size="small" />
      </SingleFieldList>
    </ReferenceArrayField>
  )
}

function spentToday({ spend, currency }: Gateway, locale: string): string {
  return spend ? describeMoney((spend as { today: string }).today, String(currency), locale) : '–'
}

function ProviderFilter({ source }: { source: string }) {
  const providers = useProviders()
  return (
    <SelectArrayInput
      source={source}
      choices={providers ?? []}
      optionText="label"
      translateChoice={false}
      sx={{ minWidth: 200 }}
    />
  )
}

function EnableAndDisable() {
  return (
    <>
      <BulkAction
        action="edit"
        label="resources.sms_gateways.enable"
        icon={<OnIcon />}
        question="resources.sms_gateways.enable_question"
        explanation="resources.sms_gateways.enable_text"
        act={(dataProvider, resource, ids) => dataProvider.updateMany(resource, { ids, data: { enabled: true } })}
      />
      <BulkAction
        action="edit"
        label="resources.sms_gateways.disable"
        icon={<OffIcon />}
        question="resources.sms_gateways.disable_question"
        explanation="resources.sms_gateways.disable_text"
        act={(dataProvider, resource, ids) => dataProvider.updateMany(resource, { ids, data: { enabled: false } })}
      />
    </>
  )
}
