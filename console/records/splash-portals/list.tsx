import { ChipField, DataTable, DateField, ReferenceArrayField, SingleFieldList } from 'react-admin'
import { WordField, WordsFilter } from '../../scaffold/choice.tsx'
import { CountriesInput, CountryField } from '../../scaffold/country.tsx'
import { ScaffoldList } from '../../scaffold/list.tsx'
import { RecordInput } from '../../scaffold/record-input.tsx'
import { METHODS } from '../usage-plans.tsx'

// Policies :: Captive Portals, Splash Portals

const filters = [
  <WordsFilter key="method" source="password_reset_method" ids={METHODS} prefix="gatehouse.methods" />,
  <CountriesInput key="country" source="default_country" />,
  <RecordInput key="plan" source="usage_plan_ids" reference="usage_plans" />,
  <RecordInput key="gateway" source="sms_gateway_ids" reference="sms_gateways" />,
]

export function SplashPortalList() {
  return (
    <ScaffoldList
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hidden={['brand_name', 'note', 'allowed_countries', 'updated_at']}
    >
      <DataTable.Col source="name" />
      <DataTable.Col source="slug" />
      <DataTable.Col source="brand_name" />
      <DataTable.Col source="usage_plan_ids" disableSort>
        <ReferenceArrayField source="usage_plan_ids" reference="usage_plans">
          <SingleFieldList linkType={false}>
            <ChipField source="name" size="small" />
          </SingleFieldList>
        </ReferenceArrayField>
      </DataTable.Col>
      <DataTable.Col source="password_reset_method">
        <WordField source="password_reset_method" prefix="gatehouse.methods" />
      </DataTable.Col>
      <DataTable.Col source="default_country">
        <CountryField source="default_country" />
      </DataTable.Col>
      <DataTable.Col source="allowed_countries" disableSort>
        <CountryField source="allowed_countries" />
      </DataTable.Col>
      <DataTable.Col source="note" />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}
