import {
  AutocompleteArrayInput,
  BooleanInput,
  maxLength,
  minValue,
  NumberInput,
  ReferenceArrayInput,
  required,
  TextInput,
  useRecordContext,
} from 'react-admin'
import { useWatch } from 'react-hook-form'
import { serverOf } from '../../../src/lib/server-of.ts'
import { CountriesInput } from '../../scaffold/country.tsx'
import { type CreateProps, ScaffoldCreate, ScaffoldEdit, useHelp } from '../../scaffold/form.tsx'
import { MoreFields } from '../../scaffold/more-fields.tsx'
import { SecretInput } from '../../scaffold/secret-input.tsx'
import { OptionInput } from './option-input.tsx'
import { ProviderInput } from './provider-input.tsx'
import { type FieldName, gatewayFromForm, isNeeded, type Provider, useProvider, useProviders } from './providers.ts'
import { SendersInput } from './senders-input.tsx'
import { CheckGateway, TestGateway } from './try-gateway.tsx'

// System :: Portals, SMS Gateways: the fields of the rXg's scaffold in its order, and under "More" what Gatehouse has beyond them.

const NEW = { provider: 'twilio', enabled: true, weight: 0, concurrency_max: 64, currency: 'USD' }
const RELATED = { sort: { field: 'name', order: 'ASC' as const }, perPage: 200 }

export function SmsGatewayCreate({ onCreated }: CreateProps) {
  const providers = useProviders()
  return (
    <ScaffoldCreate {...(onCreated && { onCreated })} defaultValues={NEW} transform={gatewayFromForm(providers)}>
      <Fields />
    </ScaffoldCreate>
  )
}

export function SmsGatewayEdit() {
  const providers = useProviders()
  return (
    <ScaffoldEdit
      transform={gatewayFromForm(providers)}
      actions={
        <>
          <CheckGateway />
          <TestGateway />
        </>
      }
    >
      <Fields />
    </ScaffoldEdit>
  )
}

function Fields() {
  const help = useHelp()
  const provider = useProvider(useWatch({ name: 'provider' }))
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(100)]} helperText={help('name')} />
      <ProviderInput helperText={help('provider')} />
      {provider && <Credentials key={provider.id} provider={provider} />}
      <ReferenceArrayInput source="usage_plan_ids" reference="usage_plans" {...RELATED}>
        <AutocompleteArrayInput helperText={help('usage_plan_ids')} />
      </ReferenceArrayInput>
      <ReferenceArrayInput source="splash_portal_ids" reference="splash_portals" {...RELATED}>
        <AutocompleteArrayInput helperText={help('splash_portal_ids')} />
      </ReferenceArrayInput>
      <TextInput source="note" multiline helperText={help('note')} />
      {provider && <More provider={provider} />}
    </>
  )
}

/** Whether what is stored is for another provider. */
function useIsOther(provider: Provider): boolean {
  const record = useRecordContext()
  return record?.id !== undefined && record.provider !== provider.id
}

/** Whether the token that is stored is for another server: the API takes no such change without it. */
function useIsElsewhere(): boolean {
  const record = useRecordContext()
  const [base, url] = useWatch({ name: ['base_url', 'options.url'] })
  if (record?.id === undefined) return false
  const isOther = (typed: unknown, stored: unknown) => serverOf(String(typed ?? '')) !== serverOf(String(stored ?? ''))
  return isOther(base, record.base_url) || isOther(url, record.options?.url)
}

/** The fields without which this provider sends nothing. */
function Credentials({ provider }: { provider: Provider }) {
  const isOther = useIsOther(provider)
  const isElsewhere = useIsElsewhere()
  const { auth_token: token, base_url: origin } = provider.fields
  return (
    <>
      <ProviderText name="from" provider={provider} />
      <ProviderText name="account_sid" provider={provider} />
      {token && (
        <SecretInput
          source="auth_token"
          label={token.label}
          helperText={token.help}
          isRequired={token.required}
          mustReplace={isOther || isElsewhere}
        />
      )}
      {origin?.required && <ProviderText name="base_url" provider={provider} />}
      {provider.options.filter(isNeeded).map(option => (
        <OptionInput key={option.name} option={option} />
      ))}
    </>
  )
}

function ProviderText({ name, provider }: { name: FieldName; provider: Provider }) {
  const field = provider.fields[name]
  if (!field) return null
  return (
    <TextInput
      source={name}
      label={field.label}
      helperText={field.help}
      {...(field.required && { validate: required() })}
      autoComplete="off"
    />
  )
}

const MORE = [
  'base_url',
  'callback_secret',
  'options',
  'countries',
  'senders',
  'weight',
  'sends_per_second',
  'concurrency_max',
  'currency',
  'daily_spend_max',
  'monthly_spend_max',
  'enabled',
]

function More({ provider }: { provider: Provider }) {
  const help = useHelp()
  const isOther = useIsOther(provider)
  const { base_url: origin, callback_secret: secret } = provider.fields
  return (
    <MoreFields sources={MORE} title="resources.sms_gateways.more" text="resources.sms_gateways.more_help">
      <BooleanInput source="enabled" helperText={help('enabled')} />
      {origin && !origin.required && <ProviderText name="base_url" provider={provider} />}
      {secret && (
        <SecretInput
          source="callback_secret"
          label={secret.label}
          helperText={secret.help}
          isRequired={secret.required}
          mustReplace={isOther}
        />
      )}
      {provider.options
        .filter(option => !isNeeded(option))
        .map(option => (
          <OptionInput key={option.name} option={option} />
        ))}
      <CountriesInput source="countries" helperText={help('countries')} />
      <SendersInput helperText={help('senders')} />
      <NumberInput source="weight" min={0} max={1000} validate={[required(), minValue(0)]} helperText={help('weight')} />
      <NumberInput source="sends_per_second" min={1} validate={minValue(1)} helperText={help('sends_per_second')} />
      <NumberInput
        source="concurrency_max"
        min={1}
        max={1000}
        validate={[required(), minValue(1)]}
        helperText={help('concurrency_max')}
      />
      <TextInput
        source="currency"
        parse={(text: string) => text.toUpperCase()}
        validate={required()}
        helperText={help('currency')}
      />
      <AmountInput source="daily_spend_max" />
      <AmountInput source="monthly_spend_max" />
    </MoreFields>
  )
}

/** An amount of money, which stays a text so that it stays exact. Empty: none. */
function AmountInput({ source }: { source: string }) {
  const help = useHelp()
  return (
    <TextInput
      source={source}
      parse={(text: string) => (text.trim() === '' ? null : text)}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      helperText={help(source)}
    />
  )
}
