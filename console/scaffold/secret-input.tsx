import { Box, Button, FormHelperText, FormLabel, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { PasswordInput, required, useRecordContext, useResourceContext, useTranslate, useTranslateLabel } from 'react-admin'
import { useFormContext } from 'react-hook-form'

interface SecretInputProps {
  source: string
  label?: string
  helperText?: string
  isRequired?: boolean
  /** True: what is stored is of no use any more, so a new one is asked for. */
  mustReplace?: boolean
}

/** A secret, which the API takes and never tells: says whether one is set, and takes another in its place or removes it. */
export function SecretInput({ source, label, helperText, isRequired = false, mustReplace = false }: SecretInputProps) {
  const translate = useTranslate()
  const translateLabel = useTranslateLabel()
  const resource = useResourceContext()
  const record = useRecordContext()
  const { setValue } = useFormContext()
  const [choice, setChoice] = useState<'keep' | 'replace' | 'remove'>('keep')
  const [labelText, isSet] = [
    translateLabel({ source, ...(label !== undefined && { label }), ...(resource && { resource }) }),
    record?.id !== undefined && record[`${source}_set`] === true,
  ]
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved is the new state, so the choice starts again
  useEffect(() => setChoice('keep'), [record?.updated_at])

  function choose(next: typeof choice): void {
    setChoice(next)
    // Null is what the record says of it: not changed. Empty takes it away.
    setValue(source, next === 'remove' ? '' : null, { shouldDirty: true })
  }

  if (!isSet || mustReplace || choice === 'replace')
    return (
      <Box sx={{ width: '100%' }}>
        <PasswordInput
          source={source}
          label={labelText}
          {...(helperText !== undefined && { helperText })}
          {...((isRequired || choice === 'replace') && { validate: required() })}
          autoComplete="new-password"
        />
        {choice === 'replace' && (
          <Button size="small" onClick={() => choose('keep')}>
            {translate('gatehouse.secret.keep')}
          </Button>
        )}
      </Box>
    )
  return (
    <Box role="group" aria-label={String(labelText)} sx={{ width: '100%', marginBlock: 1 }}>
      <FormLabel component="div" sx={{ fontSize: '0.875rem' }}>
        {labelText}
      </FormLabel>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2">
          {translate(choice === 'remove' ? 'gatehouse.secret.to_be_removed' : 'gatehouse.secret.set')}
        </Typography>
        {choice === 'remove' ? (
          <Button size="small" onClick={() => choose('keep')}>
            {translate('gatehouse.secret.keep')}
          </Button>
        ) : (
          <>
            <Button size="small" variant="outlined" onClick={() => choose('replace')}>
              {translate('gatehouse.secret.replace')}
            </Button>
            <Button size="small" color="error" onClick={() => choose('remove')}>
              {translate('gatehouse.secret.remove')}
            </Button>
          </>
        )}
      </Box>
      {helperText && <FormHelperText sx={{ marginInline: 0 }}>{helperText}</FormHelperText>}
    </Box>
  )
}
