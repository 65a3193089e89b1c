import { Alert } from '@mui/material'
import { DateInput, maxLength, required, TextArrayInput, TextInput, useRecordContext, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { WordInput } from '../../scaffold/choice.tsx'
import { CountryInput } from '../../scaffold/country.tsx'
import { ScaffoldCreate, ScaffoldEdit, useHelp } from '../../scaffold/form.tsx'
import { CheckCarrier, ResetCarrier } from './actions.tsx'
import { type Carrier, isOffered, STATUSES, WORDS } from './words.ts'

export function CarrierCreate() {
  return (
    <ScaffoldCreate defaultValues={{ status: 'unknown', sources: [] }}>
      <Fields />
    </ScaffoldCreate>
  )
}

export function CarrierEdit() {
  return (
    <ScaffoldEdit
      actions={
        <>
          <CheckCarrier />
          <ResetCarrier />
        </>
      }
    >
      <Overridden />
      <Fields />
    </ScaffoldEdit>
  )
}

/** Which fields a new version leaves alone. */
function Overridden() {
  const translate = useTranslate()
  const carrier = useRecordContext<Carrier>()
  if (!carrier || carrier.overridden.length === 0 || carrier.fact_key === null) return null
  const fields = carrier.overridden.map(field => translate(`${WORDS}.fields.${field}`)).join(', ')
  return (
    <Alert severity="info" sx={{ width: '100%', marginBottom: 1 }}>
      {translate(`${WORDS}.overridden_form`, { fields })}
    </Alert>
  )
}

function Fields() {
  const translate = useTranslate()
  const help = useHelp()
  const status = String(useWatch({ name: 'status' }))
  const effect = translate(`${WORDS}.${isOffered(status) ? 'offered' : 'not_offered'}`)
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(100)]} helperText={help('name')} />
      <CountryInput source="country" validate={required()} helperText={help('country')} />
      <TextInput source="address_template" validate={required()} helperText={help('address_template')} autoComplete="off" />
      <WordInput
        source="status"
        ids={STATUSES}
        prefix={`${WORDS}.statuses`}
        validate={required()}
        helperText={`${effect} ${help('status')}`}
      />
      <DateInput source="sunset_on" helperText={help('sunset_on')} />
      <DateInput source="last_verified_on" helperText={help('last_verified_on')} />
      <TextArrayInput source="sources" helperText={help('sources')} />
      <TextInput source="note" multiline helperText={help('note')} />
    </>
  )
}
