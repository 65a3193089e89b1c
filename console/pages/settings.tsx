import { Alert, Box } from '@mui/material'
import { AutocompleteInput, SelectInput, TextInput, Title, useRecordContext, useTranslate } from 'react-admin'
import { LOCALES } from '../i18n.ts'
import { CountryInput } from '../scaffold/country.tsx'
import { SingletonForm } from '../scaffold/singleton.tsx'

const WORDS = 'resources.settings'
const ZONES = Intl.supportedValuesOf('timeZone').map(id => ({ id, name: id.replaceAll('_', ' ') }))
const UTC = { id: 'UTC', name: 'UTC' }

interface Settings {
  id: string
  public_url_in_use: string
  public_url_from: 'environment' | 'settings' | 'default'
  restart_needed: boolean
}

/** Who runs this installation, and where. */
export function SettingsPage() {
  const translate = useTranslate()
  return (
    <Box sx={{ marginTop: 2 }}>
      <Title title={translate(`${WORDS}.name`, { smart_count: 1 })} />
      <SettingsForm />
    </Box>
  )
}

/** The form; with `onSaved` a step of a walk. */
export function SettingsForm({ onSaved, saveLabel }: { onSaved?: () => void; saveLabel?: string }) {
  const help = (field: string) => `${WORDS}.help.${field}`
  return (
    <SingletonForm name="settings" {...(onSaved && { onSaved })} {...(saveLabel && { saveLabel })}>
      <TextInput source="operator_name" helperText={help('operator_name')} autoComplete="organization" />
      <CountryInput source="country" helperText={help('country')} />
      <AutocompleteInput source="time_zone" choices={[UTC, ...ZONES]} translateChoice={false} helperText={help('time_zone')} />
      <SelectInput
        source="locale"
        choices={LOCALES.map(({ locale, name }) => ({ id: locale, name }))}
        translateChoice={false}
        helperText={help('locale')}
      />
      <TextInput source="public_url" type="url" placeholder="https://wifi.example.com" helperText={help('public_url')} />
      <PublicUrl />
    </SingletonForm>
  )
}

/** What the public URL is now, and what has to happen for it to change. */
function PublicUrl() {
  const translate = useTranslate()
  const settings = useRecordContext<Settings>()
  if (!settings) return null
  const url = settings.public_url_in_use
  const { hostname } = new URL(url)
  return (
    <Box sx={{ display: 'grid', gap: 1, marginTop: 1 }}>
      {settings.public_url_from === 'environment' && (
        <Alert severity="info">{translate(`${WORDS}.help.from_environment`, { url })}</Alert>
      )}
      {settings.restart_needed && <Alert severity="warning">{translate(`${WORDS}.restart_needed`, { url })}</Alert>}
      {(hostname === 'localhost' || hostname.startsWith('127.')) && !settings.restart_needed && (
        <Alert severity="warning">{translate(`${WORDS}.is_local`, { url })}</Alert>
      )}
    </Box>
  )
}
