import { DataTable, DateField, NumberField, NumberInput, required, TextField, TextInput } from 'react-admin'
import { ScaffoldCreate, ScaffoldEdit, useHelp } from '../scaffold/form.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'
import { AccountsOf } from './accounts/accounts-of.tsx'

// Identities :: Groups

export function AccountGroupList() {
  return (
    <ScaffoldList sort={{ field: 'name', order: 'ASC' }} hidden={['created_at', 'updated_at']}>
      <DataTable.Col source="name" />
      <DataTable.NumberCol source="priority" />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at" field={DateField} />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

export function AccountGroupCreate() {
  return (
    <ScaffoldCreate>
      <Fields />
    </ScaffoldCreate>
  )
}

export function AccountGroupEdit() {
  return (
    <ScaffoldEdit>
      <Fields />
    </ScaffoldEdit>
  )
}

function Fields() {
  const help = useHelp()
  return (
    <>
      <TextInput source="name" validate={required()} helperText={help('name')} />
      <NumberInput source="priority" defaultValue={0} helperText={help('priority')} />
      <TextInput source="note" multiline helperText={help('note')} />
    </>
  )
}

export function AccountGroupShow() {
  return (
    <ScaffoldShow actions={<AccountsOf field="account_group_id" />}>
      <TextField source="name" />
      <NumberField source="priority" />
      <TextField source="note" emptyText="–" />
      <DateField source="created_at" showTime />
      <DateField source="updated_at" showTime />
    </ScaffoldShow>
  )
}
