import { Box, Link, Typography } from '@mui/material'
import { AutocompleteInput, required, useRecordContext, useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { type Provider, useProviders } from './providers.ts'

/** Picks the provider by its name or by what is said of it. */
export function ProviderInput({ helperText }: { helperText: string }) {
  const translate = useTranslate()
  const providers = useProviders()
  const { clearErrors } = useFormContext()
  const chosen = useWatch({ name: 'provider' })
  const provider = providers?.find(({ id }) => id === chosen)
  const wordOn = (id: string) => translate(`resources.sms_gateways.providers.${id}`, { _: '' })
  const matches = (typed: string, { id, label }: Provider) =>
    `${label} ${id} ${wordOn(id)}`.toLowerCase().includes(typed.trim().toLowerCase())
  return (
    <Box sx={{ width: '100%' }}>
      <AutocompleteInput
        source="provider"
        choices={providers ?? []}
        isPending={!providers}
        optionText={<ProviderChoice />}
        inputText={(choice: Provider) => choice?.label ?? ''}
        matchSuggestion={matches}
        validate={required()}
        disableClearable
        // What was wrong in the fields of the other provider says nothing of this one's.
        onChange={() => clearErrors()}
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
