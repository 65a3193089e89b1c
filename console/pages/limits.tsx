import { Alert, Box } from '@mui/material'
import {
  ArrayInput,
  FormDataConsumer,
  NumberInput,
  required,
  SimpleFormIterator,
  TextInput,
  Title,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { WordInput } from '../scaffold/choice.tsx'
import { CountriesInput } from '../scaffold/country.tsx'
import { Section } from '../scaffold/form.tsx'
import { SecretInput } from '../scaffold/secret-input.tsx'
import { SingletonForm } from '../scaffold/singleton.tsx'

const WORDS = 'resources.limits'
const HELP = `${WORDS}.help`
const SENDS = ['address', 'prefix', 'country', 'portal', 'gateway', 'system']
const API_SENDS = ['prefix', 'country', 'portal', 'gateway', 'system']
const FAILURES = ['device_failures_per_hour', 'address_failures_per_hour', 'address_login_failures_per_hour']
const BREAKER_SENDS = ['breaker_prefix_sends', 'breaker_api_prefix_sends', 'breaker_country_sends', 'breaker_gateway_sends']

/** How many codes may go where, what stops pumping, and what may be spent. */
export function LimitsPage() {
  const translate = useTranslate()
  return (
    <Box sx={{ marginTop: 2 }}>
      <Title title={translate(`${WORDS}.name`, { smart_count: 2 })} />
      <Alert severity="info" sx={{ marginBottom: 2 }}>
        {translate(`${WORDS}.about`)}
      </Alert>
      <SingletonForm name="limits" toForm={toForm} fromForm={fromForm}>
        <Section title={`${WORDS}.sections.codes`}>
          <PerHour sources={['device_codes_per_hour', ...SENDS.map(kind => `${kind}_sends_per_hour`)]} />
        </Section>
        <Section title={`${WORDS}.sections.failures`}>
          <PerHour sources={FAILURES} />
        </Section>
        <Section title={`${WORDS}.sections.programs`}>
          <PerHour sources={API_SENDS.map(kind => `api_${kind}_sends_per_hour`)} />
        </Section>
        <Section title={`${WORDS}.sections.puzzle`}>
          <NumberInput source="puzzle_bits" min={0} max={24} validate={required()} helperText={`${HELP}.puzzle_bits`} />
          <Captcha />
        </Section>
        <Section title={`${WORDS}.sections.breaker`}>
          <Breaker />
        </Section>
        <Section title={`${WORDS}.sections.disposable`}>
          <Disposable />
        </Section>
        <Section title={`${WORDS}.sections.spend`}>
          <Spend />
        </Section>
      </SingletonForm>
    </Box>
  )
}

function PerHour({ sources }: { sources: string[] }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', columnGap: 2, rowGap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
      {sources.map(source => (
        <NumberInput
          key={source}
          source={source}
          min={1}
          placeholder={translate(`${HELP}.empty`)}
          helperText={false}
          // What an empty one means is said in it.
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
    </Box>
  )
}

function Captcha() {
  const record = useRecordContext()
  // The API takes no other vendor for a secret that was put in for this one.
  const isElsewhere = (form: Record<string, unknown>) =>
    ['captcha_provider', 'captcha_verify_url'].some(name => record !== undefined && (form[name] ?? '') !== record[name])
  return (
    <>
      <WordInput
        source="captcha_provider"
        ids={['none', 'turnstile', 'hcaptcha', 'recaptcha', 'generic']}
        prefix={`${WORDS}.captchas`}
        validate={required()}
        helperText={`${HELP}.captcha_provider`}
      />
      <FormDataConsumer>
        {({ formData }) =>
          formData.captcha_provider !== 'none' && (
            <>
              <WordInput
                source="captcha_when"
                ids={['off', 'after_puzzle', 'always_past_limit']}
                prefix={`${WORDS}.captcha_times`}
                validate={required()}
              />
              <TextInput source="captcha_site_key" helperText={`${HELP}.captcha_site_key`} autoComplete="off" />
              <SecretInput source="captcha_secret" mustReplace={isElsewhere(formData)} />
              <TextInput source="captcha_script_url" type="url" helperText={`${HELP}.captcha_url`} />
              <TextInput source="captcha_verify_url" type="url" helperText={`${HELP}.captcha_url`} />
            </>
          )
        }
      </FormDataConsumer>
    </>
  )
}

function Breaker() {
  return (
    <>
      <WordInput
        source="breaker"
        ids={['on', 'shadow', 'off']}
        prefix={`${WORDS}.breakers`}
        validate={required()}
        helperText={`${HELP}.breaker`}
      />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        {BREAKER_SENDS.map(source => (
          <NumberInput key={source} source={source} min={1} validate={required()} />
        ))}
        <NumberInput source="breaker_percent" min={1} max={90} validate={required()} helperText={`${HELP}.breaker_percent`} />
      </Box>
      <ListInput source="safe_prefixes" help="safe_prefixes" />
      <CountriesInput source="safe_countries" helperText={`${HELP}.safe_countries`} />
    </>
  )
}

function Disposable() {
  const modes = { ids: ['off', 'note', 'puzzle', 'refuse'], prefix: `${WORDS}.modes` }
  return (
    <>
      <WordInput source="disposable_email" {...modes} validate={required()} helperText={`${HELP}.disposable_email`} />
      <ListInput source="disposable_email_domains" help="list" />
      <ListInput source="disposable_email_exceptions" help="list" />
      <WordInput source="disposable_phone" {...modes} validate={required()} />
      <ListInput source="disposable_phone_prefixes" help="disposable_phone_prefixes" />
    </>
  )
}

/** A list of texts, one a line. */
function ListInput({ source, help }: { source: string; help: string }) {
  return (
    <TextInput
      source={source}
      multiline
      maxRows={8}
      format={(list: string[] | undefined) => (list ?? []).join('\n')}
      parse={(text: string) => text.split('\n')}
      helperText={`${HELP}.${help}`}
    />
  )
}

function Spend() {
  const label = (field: string) => `${WORDS}.fields.${field}`
  return (
    <ArrayInput source="spend_max" helperText={`${HELP}.spend`}>
      <SimpleFormIterator inline disableReordering>
        <TextInput
          source="currency"
          label={label('currency')}
          parse={(text: string) => text.toUpperCase()}
          validate={required()}
          helperText={false}
        />
        <TextInput source="daily" label={label('daily')} slotProps={{ htmlInput: { inputMode: 'decimal' } }} helperText={false} />
        <TextInput
          source="monthly"
          label={label('monthly')}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          helperText={false}
        />
      </SimpleFormIterator>
    </ArrayInput>
  )
}

interface Cap {
  currency: string
  daily: string | null
  monthly: string | null
}

/** The API has limits of spend by currency; a form has rows. */
function toForm(limits: Record<string, unknown>): Record<string, unknown> {
  const byCurrency = Object.entries((limits.spend_max ?? {}) as Record<string, Omit<Cap, 'currency'>>)
  return { ...limits, spend_max: byCurrency.map(([currency, caps]) => ({ currency, ...caps })) }
}

function fromForm(values: Record<string, unknown>): Record<string, unknown> {
  const rows = (values.spend_max ?? []) as Cap[]
  const texts = Object.entries(values).map(([field, value]) => [
    field,
    isTexts(value) ? value.map(text => text.trim()).filter(Boolean) : value,
  ])
  return {
    ...Object.fromEntries(texts),
    spend_max: Object.fromEntries(
      rows.map(({ currency, daily, monthly }) => [currency, { daily: daily || null, monthly: monthly || null }]),
    ),
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}
