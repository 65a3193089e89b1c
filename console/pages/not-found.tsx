import { Alert, Box, Button } from '@mui/material'
import { Title, useTranslate } from 'react-admin'
import { Link } from 'react-router'

/** What an address that leads nowhere says. */
export function NotFoundPage() {
  const translate = useTranslate()
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, justifyItems: 'start' }}>
      <Title title="ra.page.not_found" />
      <Alert severity="warning">{translate('ra.message.not_found')}</Alert>
      <Button component={Link} to="/" variant="contained">
        {translate('ra.page.dashboard')}
      </Button>
    </Box>
  )
}
