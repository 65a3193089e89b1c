import { ListItemText } from '@mui/material'
import { required, SelectInput, type SelectInputProps, useRecordContext, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { WordField } from './choice.tsx'

export const ROLES = ['read_only', 'front_desk', 'operator', 'owner'] as const

/** Picks a role; each says what it may. */
export function RoleInput(props: SelectInputProps) {
  const translate = useTranslate()
  const chosen = useWatch({ name: props.source ?? 'role' })
  const nameOf = (id: unknown) => translate(`gatehouse.roles.${id}`)
  return (
    <SelectInput
      {...props}
      choices={ROLES.map(id => ({ id, name: nameOf(id) }))}
      // In the list each says what it may; what is chosen says it below, where there is room.
      optionText={<RoleOption />}
      slotProps={{ select: { renderValue: nameOf } }}
      translateChoice={false}
      validate={required()}
      helperText={chosen ? `gatehouse.roles.${chosen}_help` : props.helperText}
    />
  )
}

function RoleOption() {
  const translate = useTranslate()
  const choice = useRecordContext<{ id: string; name: string }>()
  return <ListItemText primary={choice?.name} secondary={translate(`gatehouse.roles.${choice?.id}_help`)} />
}

export function RoleField({ source }: { source: string; label?: string }) {
  return (
    <WordField source={source} prefix="gatehouse.roles" colors={{ owner: 'warning', operator: 'primary', front_desk: 'info' }} />
  )
}
