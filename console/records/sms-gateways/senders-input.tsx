import AddIcon from '@mui/icons-material/AddOutlined'
import RemoveIcon from '@mui/icons-material/CloseOutlined'
import { Autocomplete, Box, Button, FormHelperText, FormLabel, IconButton, TextField, Typography } from '@mui/material'
import { useEffect, useId, useState } from 'react'
import { useInput, useLocale, useRecordContext, useTranslate } from 'react-admin'
import { useFormState } from 'react-hook-form'
import { countryName, listCountries } from '../../countries.ts'

type Senders = Record<string, string>
interface Line {
  key: number
  country: string
  sender: string
}

let lastKey = 0

/** A sender for each of some countries. */
export function SendersInput({ helperText }: { helperText: string }) {
  const translate = useTranslate()
  const locale = useLocale()
  const record = useRecordContext()
  const { field, fieldState } = useInput<Senders>({
    source: 'senders',
    validate: (senders: Senders | null) =>
      Object.entries(senders ?? {}).some(([country, sender]) => country.startsWith('?') || sender.trim() === '')
        ? 'resources.sms_gateways.senders.missing'
        : undefined,
  })
  const { errors } = useFormState({ name: 'senders' })
  const [lines, setLines] = useState<Line[]>(() => linesOf(field.value))
  const labelId = useId()
  const countries = listCountries(locale)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another record, or the one that was saved, starts it anew
  useEffect(() => setLines(linesOf(field.value)), [record?.id, record?.updated_at])

  function change(next: Line[]): void {
    setLines(next)
    // A line without a country has a key of its own, so that the form knows of it and does not save without it.
    field.onChange(Object.fromEntries(next.map(({ key, country, sender }) => [country || `?${key}`, sender])))
  }

  const changeLine = (key: number, part: Partial<Line>) =>
    change(lines.map(line => (line.key === key ? { ...line, ...part } : line)))
  const mistake = fieldState.error?.message ? translate('resources.sms_gateways.senders.missing') : messageIn(errors.senders)

  return (
    <Box role="group" aria-labelledby={labelId} sx={{ width: '100%', marginBlock: 1 }}>
      <FormLabel id={labelId} component="div" error={fieldState.invalid} sx={{ fontSize: '0.875rem' }}>
        {translate('resources.sms_gateways.fields.senders')}
      </FormLabel>
      {lines.length === 0 && <Typography variant="body2">{translate('resources.sms_gateways.senders.none')}</Typography>}
      {lines.map(({ key, country, sender }) => (
        <Box key={key} sx={{ display: 'flex', columnGap: 1, alignItems: 'center', flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
          <Autocomplete
            options={countries.filter(({ id }) => id === country || !lines.some(line => line.country === id))}
            getOptionLabel={({ name }) => name}
            getOptionKey={({ id }) => id}
            value={countries.find(({ id }) => id === country) ?? null}
            isOptionEqualToValue={(option, value) => option.id === value.id}
            onChange={(_event, chosen) => changeLine(key, { country: chosen?.id ?? '' })}
            noOptionsText={translate('gatehouse.ordered.nothing_found')}
            sx={{ flex: { xs: '1 1 100%', sm: 1 }, minWidth: 0 }}
            renderInput={input => <TextField {...input} label={translate('resources.sms_gateways.senders.country')} />}
          />
          <TextField
            label={translate('resources.sms_gateways.senders.sender')}
            value={sender}
            onChange={event => changeLine(key, { sender: event.target.value })}
            sx={{ flex: 1, minWidth: 0 }}
          />
          <IconButton
            onClick={() => change(lines.filter(line => line.key !== key))}
            aria-label={translate('resources.sms_gateways.senders.remove', { country: countryName(country, locale) })}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={() => change([...lines, { key: ++lastKey, country: '', sender: '' }])}
      >
        {translate('resources.sms_gateways.senders.add')}
      </Button>
      <FormHelperText error={mistake !== undefined} sx={{ marginInline: 0 }}>
        {mistake ?? helperText}
      </FormHelperText>
    </Box>
  )
}

function linesOf(senders: Senders | null | undefined): Line[] {
  return Object.entries(senders ?? {}).map(([country, sender]) => ({ key: ++lastKey, country, sender }))
}

/** What the API says of one country's sender. */
function messageIn(errors: unknown): string | undefined {
  const found = Object.values((errors ?? {}) as Record<string, { message?: unknown } | undefined>).find(one => one?.message)
  return typeof found?.message === 'string' ? found.message : undefined
}
