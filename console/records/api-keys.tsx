import {
  Alert,
  Box,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Button as MuiButton,
} from '@mui/material'
import { useState } from 'react'
import {
  Create,
  DataTable,
  DateField,
  DateTimeInput,
  ListButton,
  ReferenceField,
  required,
  SaveButton,
  SimpleForm,
  TextField,
  TextInput,
  Toolbar,
  TopToolbar,
  useRedirect,
  useTranslate,
} from 'react-admin'
import { WordsFilter } from '../scaffold/choice.tsx'
import { useCopy } from '../scaffold/copy-text.tsx'
import { FocusFirstFault } from '../scaffold/focus-first-fault.tsx'
import { ScaffoldEdit, useHelp } from '../scaffold/form.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { RecordInput } from '../scaffold/record-input.tsx'
import { ROLES, RoleField, RoleInput } from '../scaffold/role.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'

const filters = [
  <WordsFilter key="role" source="role" ids={ROLES} prefix="gatehouse.roles" />,
  <RecordInput key="administrator" source="administrator_id" reference="administrators" sortedBy="login" />,
]

export function ApiKeyList() {
  return (
    <ScaffoldList sort={{ field: 'name', order: 'ASC' }} filters={filters} canImport={false} hidden={['note', 'updated_at']}>
      <DataTable.Col source="name" />
      <DataTable.Col source="key_prefix" />
      <DataTable.Col source="role" disableSort>
        <RoleField source="role" />
      </DataTable.Col>
      <DataTable.Col source="administrator_id">
        <ReferenceField source="administrator_id" reference="administrators" link={false} emptyText="–">
          <TextField source="login" />
        </ReferenceField>
      </DataTable.Col>
      <DataTable.Col source="expires_at">
        <DateField source="expires_at" showTime emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at" field={DateField} />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

interface NewKey {
  id: string
  key: string
}

/** Makes a key and shows it, once. */
export function ApiKeyCreate() {
  const redirect = useRedirect()
  const [made, setMade] = useState<NewKey>()
  return (
    <>
      <Create
        redirect={false}
        mutationOptions={{ onSuccess: record => setMade(record as NewKey) }}
        actions={
          <TopToolbar>
            <ListButton />
          </TopToolbar>
        }
      >
        <SimpleForm
          sx={{ maxWidth: '48rem' }}
          defaultValues={{ role: 'operator' }}
          toolbar={
            <Toolbar>
              <SaveButton alwaysEnable />
            </Toolbar>
          }
        >
          <Fields />
          <FocusFirstFault />
        </SimpleForm>
      </Create>
      {made && <ShownOnce apiKey={made.key} onClose={() => redirect('show', 'api_keys', made.id)} />}
    </>
  )
}

function ShownOnce({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const translate = useTranslate()
  const { isCopied, copy } = useCopy()
  return (
    <Dialog open aria-labelledby="new-key-title">
      <DialogTitle id="new-key-title">{translate('resources.api_keys.new_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('resources.api_keys.new_text')}</DialogContentText>
        <Box component="code" sx={{ display: 'block', marginBlock: 2, overflowWrap: 'anywhere', fontSize: '1rem' }}>
          {apiKey}
        </Box>
        {isCopied && <Alert severity="success">{translate('resources.api_keys.copied')}</Alert>}
      </DialogContent>
      <DialogActions>
        <MuiButton onClick={() => copy(apiKey)}>{translate('resources.api_keys.copy')}</MuiButton>
        <MuiButton variant="contained" onClick={onClose}>
          {translate('resources.api_keys.kept')}
        </MuiButton>
      </DialogActions>
    </Dialog>
  )
}

export function ApiKeyEdit() {
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
      <RoleInput source="role" helperText={help('role')} />
      <RecordInput source="administrator_id" reference="administrators" sortedBy="login" helperText={help('administrator_id')} />
      <DateTimeInput source="expires_at" helperText={help('expires_at')} />
      <TextInput source="note" multiline helperText={help('note')} />
    </>
  )
}

export function ApiKeyShow() {
  return (
    <ScaffoldShow>
      <TextField source="name" />
      <TextField source="key_prefix" />
      <RoleField source="role" />
      <ReferenceField source="administrator_id" reference="administrators" link="show" emptyText="–">
        <TextField source="login" />
      </ReferenceField>
      <DateField source="expires_at" showTime emptyText="–" />
      <TextField source="note" emptyText="–" />
      <DateField source="created_at" showTime />
      <DateField source="updated_at" showTime />
    </ScaffoldShow>
  )
}
