import { Box, Link, Typography } from '@mui/material'
import { AutocompleteInput, required, useRecordContext, useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { NotRead } from '../../scaffold/not-read.tsx'
import { type Provider, useProvidersQuery } from './providers.ts'

/** Picks the provider by its name or by what is said of it. */
export function ProviderInput({ helperText }: { helperText: string }) {
  const translate = useTranslate()
  const { data: providers, error, refetch } = useProvidersQuery()
  const record = useRecordContext()
  const { clearErrors, setValue } = useFormContext()
  const chosen = useWatch({ name: 'provider' })
  const provider = providers?.find(({ id }) => id === chosen)
  const wordOn = (id: string) => translate(`resources.sms_gateways.providers.${id}`, { _: '' })
  const matches = (typed: string, { id, label }: Provider) =>
    `${label} ${id} ${wordOn(id)}`.toLowerCase().includes(typed.trim().toLowerCase())

  /** Nothing of one provider may reach another: what is secret, or says where to, goes with the provider that it is for. */
  function follow(next: unknown): void {
    const isAsStored = record?.id !== undefined && record.provider === next
    clearErrors()
    setValue('auth_token', isAsStored ? null : '')
    setValue('callback_secret', isAsStored ? null : '')
    setValue('base_url', isAsStored ? record.base_url : '')
  }

  if (error && !providers) return <NotRead error={error} onRetry={() => refetch()} />
  return (
    <Box sx={{ width: '100%' }}>
      <AutocompleteInput
        source="provider"
        choices={providers ?? []}
        isPending={!providers}
        readOnly={!providers}
        optionText={<ProviderChoice />}
        inputText={(choice: Provider) => choice?.label ?? ''}
        matchSuggestion={matches}
        validate={required()}
        disableClearable
        onChange={follow}
        helperText={helperText}
      />
      {provider && (
        <Typography variant="body2" sx={{ marginBottom: 1 }}>
          {wordOn(provider.id)}{' '}
          {provider.docs.startsWith('https://') && (
            <Link href={provider.docs} target="_blank" rel="noreferrer">
              {translate('resources.sms_gateways.docs')}
            </Link>
          )}
        </Typography>
      )}
    </Box>
  )
}

function ProviderChoice() {
  const translate = useTranslate()
  const provider = useRecordContext<Provider>()
  if (!provider) return null
  return (
    <Box sx={{ paddingBlock: 0.25 }}>
      <div>{provider.label}</div>
      <Typography variant="caption" sx={{ color: 'text.secondary' }} component="div">
        {translate(`resources.sms_gateways.providers.${provider.id}`, { _: '' })}
      </Typography>
    </Box>
  )
}
