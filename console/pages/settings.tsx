import { Alert, Box } from '@mui/material'
import type { ReactNode } from 'react'
import { AutocompleteInput, SelectInput, TextInput, Title, usePermissions, useRecordContext, useTranslate } from 'react-admin'
import type { Me } from '../auth-provider.ts'
import { LOCALES } from '../i18n.ts'
import { WordInput } from '../scaffold/choice.tsx'
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
      <SettingsForm>
        <SecondFactorRequired />
      </SettingsForm>
    </Box>
  )
}

interface SettingsFormProps {
  onSaved?: () => void
  saveLabel?: string
  /** More inputs. */
  children?: ReactNode
}

/** The form; with `onSaved` a step of a walk. */
export function SettingsForm({ onSaved, saveLabel, children }: SettingsFormProps) {
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
      {children}
    </SingletonForm>
  )
}

/** Who needs a second factor: for an owner to say, who has one first. */
function SecondFactorRequired() {
  const { permissions: me } = usePermissions<Me>()
  const hasFactor = me !== undefined && (me.totp_enabled || me.passkeys > 0)
  const help = me?.role === 'owner' && !hasFactor ? 'second_factor_own_first' : 'second_factor_required'
  return (
    <WordInput
      source="second_factor_required"
      ids={['none', 'owners', 'everyone']}
      prefix={`${WORDS}.second_factor_of`}
      helperText={`${WORDS}.help.${help}`}
      readOnly={me?.role !== 'owner'}
    />
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
    <Box sx={{ display: 'grid', gap: 1, marginBlock: 1 }}>
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
