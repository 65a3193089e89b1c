import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** Labelled fields beside each other, as many in a row as there is room for. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(12rem, 100%), 1fr))', gap: 1.5 }}>
      {children}
    </Box>
  )
}
