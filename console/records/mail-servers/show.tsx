import { Alert, Box, Typography } from '@mui/material'
import { DateField, Labeled, NumberField, TextField, useRecordContext, useTranslate } from 'react-admin'
import { WordField } from '../../scaffold/choice.tsx'
import { CopyText } from '../../scaffold/copy-text.tsx'
import { FieldGrid } from '../../scaffold/field-grid.tsx'
import { Section } from '../../scaffold/form.tsx'
import { ScaffoldShow } from '../../scaffold/show.tsx'
import { type MailServer, MailServerState } from './state.tsx'
import { CheckMailServer, TestMailServer } from './try-mail-server.tsx'

export function MailServerShow() {
  return (
    <ScaffoldShow
      bare
      actions={
        <>
          <CheckMailServer />
          <TestMailServer />
        </>
      }
    >
      <Off />
      <Box sx={{ padding: 2, paddingTop: 0 }}>
        <Connection />
        <Sender />
        <Bounces />
      </Box>
    </ScaffoldShow>
  )
}

function Off() {
  const translate = useTranslate()
  const server = useRecordContext<MailServer>()
  if (!server || server.enabled) return null
  return (
    <Alert severity="info" sx={{ margin: 2, marginBottom: 0 }}>
      {translate('resources.mail_servers.alerts.off')}
    </Alert>
  )
}

function Connection() {
  const translate = useTranslate()
  const server = useRecordContext<MailServer>()
  const isSmtp = server?.provider === 'smtp'
  return (
    <Section title="resources.mail_servers.sections.connection">
      <FieldGrid>
        <Labeled source="name">
          <TextField source="name" />
        </Labeled>
        <Labeled source="state">
          <MailServerState />
        </Labeled>
        <Labeled source="provider">
          <WordField source="provider" prefix="resources.mail_servers.kinds" />
        </Labeled>
        {isSmtp && (
          <Labeled source="host">
            <TextField source="host" />
          </Labeled>
        )}
        {isSmtp && (
          <Labeled source="port">
            <TextField source="port" />
          </Labeled>
        )}
        {isSmtp && (
          <Labeled source="security">
            <WordField source="security" prefix="resources.mail_servers.security_short" />
          </Labeled>
        )}
        {isSmtp && (
          <Labeled source="username">
            <TextField source="username" emptyText="–" />
          </Labeled>
        )}
        {isSmtp && (
          <Labeled source="password">
            <Typography variant="body2" component="span">
              {translate(`resources.mail_servers.password_${server.password_set ? 'set' : 'missing'}`)}
            </Typography>
          </Labeled>
        )}
      </FieldGrid>
    </Section>
  )
}

function Sender() {
  return (
    <Section title="resources.mail_servers.sections.sender">
      <FieldGrid>
        <Labeled source="from">
          <TextField source="from" />
        </Labeled>
        <Labeled source="position">
          <NumberField source="position" />
        </Labeled>
        <Labeled source="note">
          <TextField source="note" emptyText="–" sx={{ whiteSpace: 'pre-wrap' }} />
        </Labeled>
        <Labeled source="updated_at">
          <DateField source="updated_at" showTime />
        </Labeled>
      </FieldGrid>
    </Section>
  )
}

/** How mail that comes back gets to Gatehouse, and what has to be set up for it. */
function Bounces() {
  const translate = useTranslate()
  const server = useRecordContext<MailServer>()
  if (server?.provider !== 'smtp') return null
  const say = (name: string, values = {}) => translate(`resources.mail_servers.bounces.${name}`, values)
  const [mailbox = '', domain = ''] = server.bounce_address.split('@')
  return (
    <Section title="resources.mail_servers.sections.bounces">
      {server.bounce_address === '' ? (
        <Typography variant="body2">{say('off')}</Typography>
      ) : (
        <>
          <Typography variant="body2">{say('how', { example: `${mailbox}+…@${domain}` })}</Typography>
          <Box component="ul" sx={{ marginBlock: 1, paddingLeft: 3, typography: 'body2' }}>
            <li>{say('way_lmtp')}</li>
            <li>{say('way_url')}</li>
          </Box>
          <CopyText label={say('address')} text={server.bounce_hook_url} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('secret')} {say('manual', { start: `${mailbox}+` })}
          </Typography>
        </>
      )}
    </Section>
  )
}
