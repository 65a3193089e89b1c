import { Card } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Loading, ResourceContextProvider, SaveButton, SimpleForm, Toolbar, useCanAccess, useNotify } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { changes } from '../data-provider.ts'
import { call, Refusal } from '../rest.ts'
import { FocusFirstFault } from './focus-first-fault.tsx'
import { ForgetTyped, KEEP_TYPED } from './keep-typed.tsx'
import { NotRead } from './not-read.tsx'
import { WarnWhenDirty } from './warn-when-dirty.tsx'

interface SingletonFormProps {
  /** `settings` is read and changed at /settings; its words are the phrases of a resource by this name. */
  name: string
  /** The inputs. */
  children: ReactNode
  /** From what is read to what the form holds, and back. */
  toForm?(record: Record<string, unknown>): Record<string, unknown>
  fromForm?(values: Record<string, unknown>): Record<string, unknown>
  onSaved?(): void
  /** What the button says. */
  saveLabel?: string
}

/** A form for what there is one of. Only what was changed is sent. */
export function SingletonForm({
  name,
  children,
  toForm = record => record,
  fromForm = values => values,
  onSaved,
  saveLabel,
}: SingletonFormProps) {
  const notify = useNotify()
  const queries = useQueryClient()
  const [saves, setSaves] = useState(0)
  const { canAccess } = useCanAccess({ resource: 'api', action: `update_${name}` })
  const {
    data: record,
    error,
    refetch,
  } = useQuery({
    queryKey: [name],
    queryFn: ({ signal }) => call<Record<string, unknown>>(`/${name}`, { signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (!record) return error ? <NotRead error={error} onRetry={refetch} /> : <Loading />

  async function save(values: FieldValues): Promise<FieldValues | undefined> {
    try {
      const body = changes(fromForm(values), record)
      const after = await call(`/${name}`, { method: 'PATCH', body })
      queries.setQueryData([name], after)
      setSaves(saves + 1)
      notify('gatehouse.scaffold.saved', { type: 'success' })
      onSaved?.()
      return undefined
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error', autoHideDuration: 10_000 })
      return error instanceof Refusal ? error.body?.errors : {}
    }
  }

  return (
    <ResourceContextProvider value={name}>
      <Card {...(onSaved && { sx: { border: 0, borderRadius: 0, '& .MuiCardContent-root': { paddingInline: 0 } } })}>
        <SimpleForm
          record={{ id: name, ...toForm(record) }}
          resetOptions={KEEP_TYPED}
          onSubmit={save}
          toolbar={
            canAccess ? (
              <Toolbar>
                <SaveButton alwaysEnable={onSaved !== undefined} {...(saveLabel && { label: saveLabel })} />
              </Toolbar>
            ) : (
              false
            )
          }
          sx={{ maxWidth: '48rem' }}
        >
          {children}
          <ForgetTyped saves={saves} />
          <WarnWhenDirty />
          <FocusFirstFault />
        </SimpleForm>
      </Card>
    </ResourceContextProvider>
  )
}
