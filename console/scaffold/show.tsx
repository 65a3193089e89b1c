import type { ReactNode } from 'react'
import {
  CloneButton,
  EditButton,
  ListButton,
  Show,
  SimpleShowLayout,
  TopToolbar,
  useCanAccess,
  useResourceContext,
  useResourceDefinition,
} from 'react-admin'
import { Warnings } from './form.tsx'

interface ScaffoldShowProps {
  /** The fields, or a layout of one's own. */
  children: ReactNode
  actions?: ReactNode
  /** True: `children` is the whole page. */
  bare?: boolean
}

/** The page that shows a record. */
export function ScaffoldShow({ children, actions, bare = false }: ScaffoldShowProps) {
  return (
    <Show actions={<ShowActions more={actions} />}>
      <Warnings />
      {bare ? children : <SimpleShowLayout>{children}</SimpleShowLayout>}
    </Show>
  )
}

function ShowActions({ more }: { more: ReactNode }) {
  const { hasEdit, hasCreate } = useResourceDefinition()
  const { canAccess: canCreate } = useCanAccess({ resource: useResourceContext() ?? '', action: 'create' })
  return (
    <TopToolbar>
      {more}
      {hasEdit && <EditButton />}
      {hasCreate && canCreate && <CloneButton />}
      <ListButton />
    </TopToolbar>
  )
}
