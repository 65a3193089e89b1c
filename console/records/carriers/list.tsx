import { Alert, AlertTitle } from '@mui/material'
import { DataTable, DateField, useTranslate } from 'react-admin'
import { WordField, WordsFilter } from '../../scaffold/choice.tsx'
import { CountriesInput, CountryField } from '../../scaffold/country.tsx'
import { ScaffoldList } from '../../scaffold/list.tsx'
import { Redemption } from './redemption.tsx'
import { HEALTH_COLORS, HEALTHS, MX, MX_COLORS, STATUS_COLORS, STATUSES, WORDS } from './words.ts'

// System :: Portals, Carriers

const filters = [
  <CountriesInput key="country" source="country" />,
  <WordsFilter key="status" source="status" ids={STATUSES} prefix={`${WORDS}.statuses_short`} />,
  <WordsFilter key="health" source="health" ids={HEALTHS} prefix={`${WORDS}.healths`} />,
  <WordsFilter key="mx" source="mx_status" ids={MX} prefix={`${WORDS}.mx`} />,
]

export function CarrierList() {
  return (
    <ScaffoldList
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hidden={['last_verified_on', 'mx_status', 'redemption', 'note', 'created_at', 'updated_at']}
      before={<About />}
    >
      <DataTable.Col source="name" />
      <DataTable.Col source="country" field={CountryField} />
      <DataTable.Col source="status">
        <WordField source="status" prefix={`${WORDS}.statuses_short`} colors={STATUS_COLORS} />
      </DataTable.Col>
      <DataTable.Col source="health">
        <WordField source="health" prefix={`${WORDS}.healths`} colors={HEALTH_COLORS} />
      </DataTable.Col>
      <DataTable.Col source="address_template" />
      <DataTable.Col source="sunset_on" field={DateField} />
      <DataTable.Col source="last_verified_on" field={DateField} />
      <DataTable.Col source="mx_status">
        <WordField source="mx_status" prefix={`${WORDS}.mx`} colors={MX_COLORS} />
      </DataTable.Col>
      <DataTable.Col source="redemption" disableSort field={Redemption} />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at" field={DateField} />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

function About() {
  const translate = useTranslate()
  return (
    <Alert severity="info" sx={{ margin: 2 }}>
      <AlertTitle>{translate(`${WORDS}.about_title`)}</AlertTitle>
      {translate(`${WORDS}.about`)}
    </Alert>
  )
}
