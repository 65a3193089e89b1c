import { required, SelectInput, type SelectInputProps, useTranslate } from 'react-admin'
import { WordField } from './choice.tsx'

export const ROLES = ['read_only', 'front_desk', 'operator', 'owner'] as const

/** Picks a role; each says what it may. */
export function RoleInput(props: SelectInputProps) {
  const translate = useTranslate()
  const choices = ROLES.map(id => ({
    id,
    name: `${translate(`gatehouse.roles.${id}`)}: ${translate(`gatehouse.roles.${id}_help`)}`,
  }))
  return <SelectInput {...props} choices={choices} translateChoice={false} validate={required()} />
}

export function RoleField({ source }: { source: string; label?: string }) {
  return (
    <WordField source={source} prefix="gatehouse.roles" colors={{ owner: 'warning', operator: 'primary', front_desk: 'info' }} />
  )
}
