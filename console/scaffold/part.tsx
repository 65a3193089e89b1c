import { Box, Card, CardContent, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'

/** A part of a page, under a heading; with `action` something to press beside it. */
export function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const translate = useTranslate()
  return (
    <Card component="section">
      <CardContent>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: 1 }}>
          <Typography component="h2" variant="h6" gutterBottom>
            {translate(title)}
          </Typography>
          {action}
        </Box>
        {children}
      </CardContent>
    </Card>
  )
}
