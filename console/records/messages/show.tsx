import { Alert, AlertTitle, Box, Card, CardContent, Typography } from '@mui/material'
import { DateField, Labeled, ReferenceField, TextField, useRecordContext, useTranslate } from 'react-admin'
import { WordField } from '../../scaffold/choice.tsx'
import { FieldGrid } from '../../scaffold/field-grid.tsx'
import { ScaffoldShow } from '../../scaffold/show.tsx'
import { useServerText } from '../../server-text.ts'
import { STATUS_COLORS } from './list.tsx'
import type { Message } from './message.ts'
import { Timeline } from './timeline.tsx'

const WORDS = 'resources.messages'

/** One message: what happened, what to do, and every step. */
export function MessageShow() {
  return (
    <ScaffoldShow bare>
      <CardContent>
        <Advice />
        <Facts />
        <Steps />
      </CardContent>
    </ScaffoldShow>
  )
}

function Advice() {
  const translate = useTranslate()
  const serverText = useServerText()
  const message = useRecordContext<Message>()
  if (!message) return null
  if (message.proven_at) return <Alert severity="success">{translate(`${WORDS}.is_proven`)}</Alert>
  if (!message.advice) return null
  const severity = message.status === 'failed' ? 'error' : message.status === 'delivered' ? 'info' : 'warning'
  return (
    <Alert severity={severity}>
      <AlertTitle component="h2">{translate(`${WORDS}.what_happened`)}</AlertTitle>
      {serverText(message.advice.text)}
    </Alert>
  )
}

function Facts() {
  return (
    <Box sx={{ marginBlock: 3 }}>
      <FieldGrid>
        <Labeled source="to">
          <TextField source="to" />
        </Labeled>
        <Labeled source="status">
          <WordField source="status" prefix={`${WORDS}.statuses`} colors={STATUS_COLORS} />
        </Labeled>
        <Labeled source="channel">
          <WordField source="channel" prefix="gatehouse.channels" />
        </Labeled>
        <Labeled source="account_id">
          <ReferenceField source="account_id" reference="accounts" link="show" emptyText="–" />
        </Labeled>
        <Labeled source="usage_plan_id">
          <ReferenceField source="usage_plan_id" reference="usage_plans" link="show" emptyText="–" />
        </Labeled>
        <Labeled source="splash_portal_id">
          <ReferenceField source="splash_portal_id" reference="splash_portals" link="show" emptyText="–" />
        </Labeled>
        <Labeled source="sms_gateway_id">
          <ReferenceField source="sms_gateway_id" reference="sms_gateways" link="show" emptyText="–" />
        </Labeled>
        <Labeled source="mail_server_id">
          <ReferenceField source="mail_server_id" reference="mail_servers" link="show" emptyText="–" />
        </Labeled>
        <Labeled source="validation_id">
          <ReferenceField source="validation_id" reference="validations" link="show" emptyText="–">
            <WordField source="status" prefix="resources.validations.statuses" />
          </ReferenceField>
        </Labeled>
        <Labeled source="error_class">
          <WordField source="error_class" prefix={`${WORDS}.classes`} />
        </Labeled>
        <Labeled source="provider_message_id">
          <TextField source="provider_message_id" emptyText="–" sx={{ overflowWrap: 'anywhere' }} />
        </Labeled>
        <Labeled source="expires_at">
          <DateField source="expires_at" showTime />
        </Labeled>
      </FieldGrid>
    </Box>
  )
}

function Steps() {
  const translate = useTranslate()
  const message = useRecordContext<Message>()
  if (!message) return null
  return (
    <Card component="section" variant="outlined">
      <CardContent>
        <Typography component="h2" variant="h6" gutterBottom>
          {translate(`${WORDS}.timeline.title`)}
        </Typography>
        <Timeline message={message} />
      </CardContent>
    </Card>
  )
}
