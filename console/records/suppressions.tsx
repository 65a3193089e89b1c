import { Alert } from '@mui/material'
import { DataTable, DateField, FormDataConsumer, ReferenceField, required, TextField, TextInput, useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { WordField, WordInput, WordsFilter } from '../scaffold/choice.tsx'
import { ScaffoldCreate, ScaffoldEdit, useHelp } from '../scaffold/form.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { RecordInput } from '../scaffold/record-input.tsx'
import { ServerTextField } from '../scaffold/server-text-field.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'

const CHANNELS = ['sms', 'email'] as const
const REASONS = ['opted_out', 'hard_bounce', 'complaint', 'manual'] as const
const WORDS = 'resources.suppressions.reasons'

const filters = [
  <WordsFilter key="channel" source="channel" ids={CHANNELS} prefix="gatehouse.channels" />,
  <WordsFilter key="reason" source="reason" ids={REASONS} prefix={WORDS} />,
  <RecordInput key="gateway" source="sms_gateway_id" reference="sms_gateways" />,
]

export function SuppressionList() {
  return (
    <ScaffoldList
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      before={<Lifting />}
      hidden={['sms_gateway_id', 'note', 'sender']}
    >
      <DataTable.Col source="contact" />
      <DataTable.Col source="channel">
        <WordField source="channel" prefix="gatehouse.channels" />
      </DataTable.Col>
      <DataTable.Col source="reason">
        <WordField source="reason" prefix={WORDS} />
      </DataTable.Col>
      <DataTable.Col source="detail" disableSort>
        <ServerTextField source="detail" />
      </DataTable.Col>
      <DataTable.Col source="sms_gateway_id">
        <ReferenceField source="sms_gateway_id" reference="sms_gateways" link={false} />
      </DataTable.Col>
      <DataTable.Col source="sender" />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at">
        <DateField source="created_at" showTime />
      </DataTable.Col>
    </ScaffoldList>
  )
}

function Lifting() {
  const translate = useTranslate()
  return (
    <Alert severity="info" sx={{ margin: 2, marginBottom: 0 }}>
      {translate('resources.suppressions.lift')}
    </Alert>
  )
}

export function SuppressionCreate() {
  const help = useHelp()
  return (
    <ScaffoldCreate defaultValues={{ channel: 'sms' }}>
      <ChannelInput />
      <TextInput source="contact" validate={required()} helperText={help('contact')} />
      <FormDataConsumer>
        {({ formData }) =>
          formData.channel === 'sms' && (
            <>
              <RecordInput source="sms_gateway_id" reference="sms_gateways" helperText={help('sms_gateway_id')} />
              <TextInput source="sender" helperText={help('sender')} />
            </>
          )
        }
      </FormDataConsumer>
      <TextInput source="note" multiline helperText={help('note')} />
    </ScaffoldCreate>
  )
}

function ChannelInput() {
  const { setValue } = useFormContext()
  /** Email has neither: what was chosen for text messages would be refused, by fields that are not shown. */
  function follow(): void {
    setValue('sms_gateway_id', null)
    setValue('sender', '')
  }
  return <WordInput source="channel" ids={CHANNELS} prefix="gatehouse.channels" validate={required()} onChange={follow} />
}

export function SuppressionEdit() {
  const help = useHelp()
  return (
    <ScaffoldEdit canClone={false}>
      <TextField source="contact" />
      <TextInput source="note" multiline helperText={help('note')} />
    </ScaffoldEdit>
  )
}

export function SuppressionShow() {
  return (
    <ScaffoldShow canClone={false}>
      <TextField source="contact" />
      <WordField source="channel" prefix="gatehouse.channels" />
      <WordField source="reason" prefix={WORDS} />
      <ServerTextField source="detail" />
      <ReferenceField source="message_id" reference="messages" link="show" emptyText="–" />
      <ReferenceField source="sms_gateway_id" reference="sms_gateways" link="show" emptyText="–" />
      <TextField source="sender" emptyText="–" />
      <TextField source="note" emptyText="–" />
      <DateField source="created_at" showTime />
    </ScaffoldShow>
  )
}
