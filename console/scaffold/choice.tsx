import { Chip, Typography } from '@mui/material'
import { SelectArrayInput, SelectInput, type SelectInputProps, useFieldValue, useTranslate } from 'react-admin'

type Color = 'default' | 'success' | 'warning' | 'error' | 'info' | 'primary'

/** The ids of a choice as React-admin wants them; their words are the phrases `PREFIX.ID`. */
export function choicesOf(ids: readonly string[], prefix: string): { id: string; name: string }[] {
  return ids.map(id => ({ id, name: `${prefix}.${id}` }))
}

interface WordsProps {
  ids: readonly string[]
  /** Where their phrases are. */
  prefix: string
}

/** Picks one of a few words. */
export function WordInput({ ids, prefix, ...props }: WordsProps & SelectInputProps) {
  return <SelectInput {...props} choices={choicesOf(ids, prefix)} />
}

/** A filter by any of a few words. */
export function WordsFilter({ ids, prefix, source, label }: WordsProps & { source: string; label?: string }) {
  return <SelectArrayInput source={source} {...(label && { label })} choices={choicesOf(ids, prefix)} sx={{ minWidth: 180 }} />
}

/** Shows a word in plain text or, with colours, as a chip: the word says it, the colour helps to find it. */
export function WordField({
  source,
  prefix,
  colors,
}: {
  source: string
  prefix: string
  label?: string
  colors?: Record<string, Color>
}) {
  const translate = useTranslate()
  const value = useFieldValue<Record<string, unknown>>({ source }) as string | null | undefined
  if (!value) return <span>–</span>
  const text = translate(`${prefix}.${value}`, { _: value })
  return colors ? (
    <Chip size="small" variant="outlined" color={colors[value] ?? 'default'} label={text} sx={{ alignSelf: 'flex-start' }} />
  ) : (
    <Typography component="span" variant="body2">
      {text}
    </Typography>
  )
}
