import SignOutIcon from '@mui/icons-material/LogoutOutlined'
import SecondFactorIcon from '@mui/icons-material/PhonelinkLockOutlined'
import {
  BooleanField,
  DataTable,
  DateField,
  NumberField,
  PasswordInput,
  required,
  SelectInput,
  TextField,
  TextInput,
} from 'react-admin'
import { LOCALES } from '../i18n.ts'
import { AskedAction } from '../scaffold/asked-action.tsx'
import { WordField, WordInput, WordsFilter } from '../scaffold/choice.tsx'
import { ScaffoldCreate, ScaffoldEdit, useHelp } from '../scaffold/form.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'
import { ROLES, RoleField, RoleInput } from '../scaffold/role.tsx'
import { ScaffoldShow } from '../scaffold/show.tsx'

// System :: Administrators

const STATUSES = ['active', 'blocked'] as const
const WORDS = 'resources.administrators'
const COLORS = { active: 'success', blocked: 'error' } as const

const filters = [
  <WordsFilter key="role" source="role" ids={ROLES} prefix="gatehouse.roles" />,
  <WordsFilter key="status" source="status" ids={STATUSES} prefix={`${WORDS}.statuses`} />,
]

export function AdministratorList() {
  return (
    <ScaffoldList
      sort={{ field: 'login', order: 'ASC' }}
      filters={filters}
      canImport={false}
      hidden={['email', 'note', 'locale', 'created_at']}
    >
      <DataTable.Col source="login" />
      <DataTable.Col source="name" />
      <DataTable.Col source="email" />
      <DataTable.Col source="role">
        <RoleField source="role" />
      </DataTable.Col>
      <DataTable.Col source="status">
        <WordField source="status" prefix={`${WORDS}.statuses`} colors={COLORS} />
      </DataTable.Col>
      <DataTable.Col source="totp_enabled" field={BooleanField} disableSort />
      <DataTable.NumberCol source="passkeys" disableSort />
      <DataTable.Col source="last_login_at">
        <DateField source="last_login_at" showTime emptyText="–" />
      </DataTable.Col>
      <DataTable.Col source="locale" />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at" field={DateField} />
    </ScaffoldList>
  )
}

export function AdministratorCreate() {
  const help = useHelp()
  return (
    <ScaffoldCreate defaultValues={{ role: 'operator' }}>
      <TextInput source="login" validate={required()} autoComplete="off" helperText={help('login')} />
      <PasswordInput source="password" validate={required()} autoComplete="new-password" helperText={help('password')} />
      <Fields />
    </ScaffoldCreate>
  )
}

export function AdministratorEdit() {
  const help = useHelp()
  return (
    <ScaffoldEdit actions={<Actions />}>
      <TextInput source="login" validate={required()} autoComplete="off" helperText={help('login')} />
      <PasswordInput source="password" autoComplete="new-password" helperText={help('new_password')} />
      <WordInput source="status" ids={STATUSES} prefix={`${WORDS}.statuses`} validate={required()} helperText={help('status')} />
      <Fields />
    </ScaffoldEdit>
  )
}

function Fields() {
  const help = useHelp()
  return (
    <>
      <RoleInput source="role" helperText={help('role')} />
      <TextInput source="name" />
      <TextInput source="email" type="email" />
      <SelectInput source="locale" choices={LOCALES.map(({ locale, name }) => ({ id: locale, name }))} translateChoice={false} />
      <TextInput source="note" multiline helperText={help('note')} />
    </>
  )
}

function Actions() {
  return (
    <>
      <AskedAction
        operation="reset_second_factor"
        when={({ totp_enabled, passkeys }) => totp_enabled || passkeys > 0}
        path={id => `/administrators/${id}/reset_second_factor`}
        label={`${WORDS}.reset_second_factor`}
        question={`${WORDS}.reset_second_factor_question`}
        done={`${WORDS}.second_factor_reset`}
        icon={<SecondFactorIcon />}
        color="error"
      />
      <AskedAction
        operation="sign_out_administrator"
        path={id => `/administrators/${id}/sign_out`}
        label={`${WORDS}.sign_out`}
        question={`${WORDS}.sign_out_question`}
        done={`${WORDS}.signed_out`}
        icon={<SignOutIcon />}
      />
    </>
  )
}

export function AdministratorShow() {
  return (
    <ScaffoldShow actions={<Actions />}>
      <TextField source="login" />
      <TextField source="name" emptyText="–" />
      <TextField source="email" emptyText="–" />
      <RoleField source="role" />
      <WordField source="status" prefix={`${WORDS}.statuses`} colors={COLORS} />
      <BooleanField source="totp_enabled" />
      <NumberField source="passkeys" />
      <DateField source="last_login_at" showTime emptyText="–" />
      <TextField source="note" emptyText="–" />
      <DateField source="created_at" showTime />
      <DateField source="updated_at" showTime />
    </ScaffoldShow>
  )
}
