import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** As many columns as there is room for; on a phone two narrow ones, since in one the page would be long. */
export const FIELD_COLUMNS = {
  xs: 'repeat(auto-fill, minmax(8.5rem, 1fr))',
  sm: 'repeat(auto-fill, minmax(12rem, 1fr))',
}

/** Labelled fields beside each other. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: FIELD_COLUMNS, gap: 1.5, '& > *': { minWidth: 0, overflowWrap: 'anywhere' } }}
    >
      {children}
    </Box>
  )
}
