import { Link as MuiLink } from '@mui/material'
import type { ReactNode } from 'react'
import { useCreatePath, useRecordContext, useResourceContext } from 'react-admin'
import { Link } from 'react-router'

/** What a row of a table says of its record as a link to it, for the keyboard: a click on a row is for the mouse alone. */
export function RecordLink({ to, children }: { to: 'show' | 'edit'; children: ReactNode }) {
  const resource = useResourceContext()
  const record = useRecordContext()
  const createPath = useCreatePath()
  if (!record || !resource) return null
  return (
    <MuiLink
      component={Link}
      to={createPath({ resource, id: record.id, type: to })}
      underline="hover"
      color="inherit"
      onClick={event => event.stopPropagation()}
    >
      {children}
    </MuiLink>
  )
}
