import { Alert } from '@mui/material'
import {
  BooleanInput,
  DateTimeInput,
  FormDataConsumer,
  NumberInput,
  required,
  SelectInput,
  TextInput,
  useTranslate,
} from 'react-admin'
import { LOCALES } from '../../i18n.ts'
import { WordInput } from '../../scaffold/choice.tsx'
import { ScaffoldCreate, ScaffoldEdit, Section, useHelp } from '../../scaffold/form.tsx'
import { RecordInput } from '../../scaffold/record-input.tsx'

const STATUSES = ['pending', 'active', 'blocked'] as const
const WORDS = 'resources.accounts'

export function AccountCreate() {
  return (
    <ScaffoldCreate defaultValues={{ status: 'active', unlimited_usage: false, locale: 'en' }}>
      <Fields />
    </ScaffoldCreate>
  )
}

export function AccountEdit() {
  return (
    <ScaffoldEdit>
      <Fields />
    </ScaffoldEdit>
  )
}

// No field for a password: a guest sets it by a reset, and nobody else ever knows it.
function Fields() {
  const translate = useTranslate()
  const help = useHelp()
  return (
    <>
      <TextInput source="login" validate={required()} helperText={help('login')} />
      <TextInput source="first_name" />
      <TextInput source="last_name" />
      <WordInput source="status" ids={STATUSES} prefix={`${WORDS}.statuses`} validate={required()} helperText={help('status')} />
      <Section title={`${WORDS}.sections.contacts`}>
        <TextInput source="phone" type="tel" parse={emptyIsNone} helperText={help('phone')} />
        <TextInput source="email" type="email" parse={emptyIsNone} helperText={help('email')} />
        <SelectInput
          source="locale"
          choices={LOCALES.map(({ locale, name }) => ({ id: locale, name }))}
          translateChoice={false}
          helperText={help('locale')}
        />
      </Section>
      <Section title={`${WORDS}.sections.usage`}>
        <RecordInput source="account_group_id" reference="account_groups" helperText={help('account_group_id')} />
        <RecordInput source="usage_plan_id" reference="usage_plans" />
        <BooleanInput source="unlimited_usage" helperText={help('unlimited_usage')} />
        <FormDataConsumer>
          {({ formData }) =>
            !formData.unlimited_usage && <DateTimeInput source="usage_expires_at" helperText={help('usage_expires_at')} />
          }
        </FormDataConsumer>
        <NumberInput source="max_devices" min={1} helperText={help('max_devices')} />
      </Section>
      <TextInput source="note" multiline helperText={help('note')} />
      <Alert severity="info" sx={{ marginTop: 1 }}>
        {translate(`${WORDS}.help.password`)}
      </Alert>
    </>
  )
}

/** No contact is none, not an empty one. */
function emptyIsNone(text: string): string | null {
  return text.trim() === '' ? null : text
}
