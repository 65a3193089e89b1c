import { Box, Chip } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'

export interface MailServer {
  id: string
  name: string
  provider: 'smtp' | 'simulator'
  enabled: boolean
  warnings: string[]
  bounce_address: string
  bounce_hook_url: string
  password_set: boolean
}

/** How a mail server is, in one or two words. */
export function MailServerState(_props: { label?: string; source?: string }) {
  const translate = useTranslate()
  const server = useRecordContext<MailServer>()
  if (!server) return null
  const say = (name: string) => translate(`resources.mail_servers.state.${name}`)
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <Chip
        size="small"
        variant="outlined"
        color={server.enabled ? 'success' : 'default'}
        label={say(server.enabled ? 'on' : 'off')}
      />
      {server.enabled && server.warnings.length > 0 && (
        <Chip size="small" variant="outlined" color="warning" label={say('attention')} />
      )}
    </Box>
  )
}
