import { Box } from '@mui/material'
import type { ReactNode } from 'react'

interface WideTableProps {
  label: string
  /** In pixels; as high as it is, unless said. */
  heightMax?: number
  children: ReactNode
}

/** A table that scrolls within the page where it is wider, or higher than it may be; with the keyboard too. */
export function WideTable({ label, heightMax, children }: WideTableProps) {
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflow: 'auto', ...(heightMax && { maxHeight: heightMax }) }}>
      {children}
    </Box>
  )
}
