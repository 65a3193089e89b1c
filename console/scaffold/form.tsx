import { Alert, Box, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import {
  CloneButton,
  Create,
  Edit,
  ListButton,
  SaveButton,
  ShowButton,
  SimpleForm,
  Toolbar,
  TopToolbar,
  type TransformData,
  useNotify,
  useRecordContext,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { useServerText } from '../server-text.ts'
import { DeleteButton } from './delete.tsx'
import { FocusFirstFault } from './focus-first-fault.tsx'
import { ForgetTyped, KEEP_TYPED } from './keep-typed.tsx'
import { EditNotRead, useLeaveMissing } from './record-not-read.tsx'
import { WarnWhenDirty } from './warn-when-dirty.tsx'

interface FormProps {
  /** The inputs. */
  children: ReactNode
  /** More buttons over an existing record. */
  actions?: ReactNode
  /** What is said over the form. */
  before?: ReactNode
  transform?: TransformData
  /** True: the form takes the width there is. */
  isWide?: boolean
  canClone?: boolean
  defaultValues?: Record<string, unknown>
}

export interface CreateProps {
  /** What comes after instead of the new record’s page: then the form is a part of another page. */
  onCreated?(): void
}

/** The page that makes a record; with `source` in its address, from another one. */
export function ScaffoldCreate({ children, before, transform, defaultValues, onCreated }: FormProps & CreateProps) {
  return (
    <Create
      redirect={onCreated ? false : 'show'}
      {...(onCreated && { mutationOptions: { onSuccess: onCreated }, title: false as unknown as string, component: 'div' })}
      {...(transform && { transform })}
      actions={
        onCreated ? (
          false
        ) : (
          <TopToolbar>
            <ListButton />
          </TopToolbar>
        )
      }
    >
      {before}
      <SimpleForm {...(defaultValues && { defaultValues })} sx={{ maxWidth: '48rem' }} toolbar={<FormToolbar />}>
        {children}
        <WarnWhenDirty />
        <FocusFirstFault />
      </SimpleForm>
    </Create>
  )
}

/** The page that changes a record. Saves at once, shows the API's refusal beside the field, keeps what was typed. */
export function ScaffoldEdit({ children, actions, before, transform, isWide = false, canClone = true }: FormProps) {
  const notify = useNotify()
  const onError = useLeaveMissing()
  const [saves, setSaves] = useState(0)
  const onSuccess = () => {
    setSaves(saves + 1)
    notify('gatehouse.scaffold.saved', { type: 'success' })
  }
  return (
    <Edit
      mutationMode="pessimistic"
      redirect={false}
      queryOptions={{ onError }}
      error={<EditNotRead />}
      {...(transform && { transform })}
      mutationOptions={{ onSuccess }}
      actions={
        <TopToolbar>
          {actions}
          <ShowButton />
          {canClone && <CloneButton />}
          <ListButton />
        </TopToolbar>
      }
    >
      <Warnings />
      {before}
      <SimpleForm resetOptions={KEEP_TYPED} sx={{ maxWidth: isWide ? 'none' : '48rem' }} toolbar={<FormToolbar canDelete />}>
        {children}
        <ForgetTyped saves={saves} />
        <WarnWhenDirty />
        <FocusFirstFault />
      </SimpleForm>
    </Edit>
  )
}

function FormToolbar({ canDelete = false }: { canDelete?: boolean }) {
  return (
    <Toolbar sx={{ justifyContent: 'space-between', gap: 1 }}>
      <SaveButton alwaysEnable={!canDelete} />
      {canDelete && <DeleteButton />}
    </Toolbar>
  )
}

/** What the API found worth a word about this record, and what to do about it. */
export function Warnings() {
  const translate = useTranslate()
  const serverText = useServerText()
  const record = useRecordContext<{ id: string; warnings?: (string | { message: string })[] }>()
  const warnings = record?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <Alert severity="warning" sx={{ margin: 2, marginBottom: 0 }}>
      <Typography component="p" sx={{ fontWeight: 600 }}>
        {translate('gatehouse.scaffold.warnings')}
      </Typography>
      {warnings.map(warning => {
        const text = typeof warning === 'string' ? warning : warning.message
        return <div key={text}>{serverText(text)}</div>
      })}
    </Alert>
  )
}

/** The words under a field: `resources.RESOURCE.help.FIELD`. */
export function useHelp(): (field: string) => string {
  const translate = useTranslate()
  const resource = useResourceContext()
  return field => translate(`resources.${resource}.help.${field}`, { _: '' })
}

/** A group of inputs under a heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate()
  return (
    <Box component="section" sx={{ width: '100%', marginTop: 3 }}>
      <Typography component="h2" variant="h6" gutterBottom>
        {translate(title, { _: title })}
      </Typography>
      {children}
    </Box>
  )
}
