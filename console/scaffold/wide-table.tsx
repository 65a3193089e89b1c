import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** A table that scrolls within the page where it is wider; with the keyboard too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflowX: 'auto' }}>
      {children}
    </Box>
  )
}
