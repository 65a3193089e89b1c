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
import { FIELD_COLUMNS } from './field-grid.tsx'
import { Warnings } from './form.tsx'
import { ShowNotRead, useLeaveMissing } from './record-not-read.tsx'

// As many fields in a row as there is room for; what is no field of a record takes a row of its own.
const GRID = {
  padding: 2,
  '& .RaSimpleShowLayout-stack': {
    display: 'grid',
    gridTemplateColumns: FIELD_COLUMNS,
    gap: 2,
  },
  '& .RaSimpleShowLayout-row': { margin: '0 !important', minWidth: 0, overflowWrap: 'anywhere' },
  '& th': { overflowWrap: 'normal' },
  '& .RaSimpleShowLayout-row:has(table, .MuiAlert-root)': { gridColumn: '1 / -1' },
}

interface ScaffoldShowProps {
  /** The fields, or a layout of one's own. */
  children: ReactNode
  actions?: ReactNode
  /** True: `children` is the whole page. */
  bare?: boolean
  canClone?: boolean
}

/** The page that shows a record. */
export function ScaffoldShow({ children, actions, bare = false, canClone = true }: ScaffoldShowProps) {
  const onError = useLeaveMissing()
  return (
    <Show actions={<ShowActions more={actions} canClone={canClone} />} queryOptions={{ onError }} error={<ShowNotRead />}>
      <Warnings />
      {bare ? children : <SimpleShowLayout sx={GRID}>{children}</SimpleShowLayout>}
    </Show>
  )
}

function ShowActions({ more, canClone }: { more: ReactNode; canClone: boolean }) {
  const { hasEdit, hasCreate } = useResourceDefinition()
  const { canAccess: canCreate } = useCanAccess({ resource: useResourceContext() ?? '', action: 'create' })
  return (
    <TopToolbar>
      {more}
      {hasEdit && <EditButton />}
      {canClone && hasCreate && canCreate && <CloneButton />}
      <ListButton />
    </TopToolbar>
  )
}
