import { Box, Card, CardContent, Chip, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import {
  BooleanField,
  DataTable,
  DateField,
  FunctionField,
  Labeled,
  NumberField,
  ReferenceField,
  ReferenceManyField,
  TextField,
  useLocale,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { languageName } from '../../i18n.ts'
import { WordField } from '../../scaffold/choice.tsx'
import { FieldGrid } from '../../scaffold/field-grid.tsx'
import { RecordLink } from '../../scaffold/record-link.tsx'
import { ScaffoldShow } from '../../scaffold/show.tsx'
import { WideTable } from '../../scaffold/wide-table.tsx'
import { STATUS_COLORS as MESSAGE_COLORS } from '../messages/list.tsx'
import { AccountActions } from './actions.tsx'
import { Devices, SignIns } from './history.tsx'
import { STATUS_COLORS } from './list.tsx'

const WORDS = 'resources.accounts'
const LAST = 10

/** Everything about a guest on one page: what is proven, what they may use, who signed in, which codes went out. */
export function AccountShow() {
  return (
    <ScaffoldShow bare actions={<AccountActions />}>
      <CardContent>
        <Facts />
        <Part title="messages">
          <LastMessages />
        </Part>
        <Part title="validations">
          <LastCodes />
        </Part>
        <Part title="sign_ins">
          <SignIns />
        </Part>
        <Part title="devices">
          <Devices />
        </Part>
      </CardContent>
    </ScaffoldShow>
  )
}

function Facts() {
  return (
    <FieldGrid>
      <Labeled source="login">
        <TextField source="login" />
      </Labeled>
      <Labeled source="first_name">
        <TextField source="first_name" emptyText="–" />
      </Labeled>
      <Labeled source="last_name">
        <TextField source="last_name" emptyText="–" />
      </Labeled>
      <Labeled source="status">
        <WordField source="status" prefix={`${WORDS}.statuses`} colors={STATUS_COLORS} />
      </Labeled>
      <Labeled source="phone">
        <Contact source="phone" />
      </Labeled>
      <Labeled source="email">
        <Contact source="email" />
      </Labeled>
      <Labeled source="account_group_id">
        <ReferenceField source="account_group_id" reference="account_groups" link="show" emptyText="–" />
      </Labeled>
      <Labeled source="usage_plan_id">
        <ReferenceField source="usage_plan_id" reference="usage_plans" link="show" emptyText="–" />
      </Labeled>
      <Labeled source="unlimited_usage">
        <BooleanField source="unlimited_usage" />
      </Labeled>
      <Labeled source="usage_expires_at">
        <DateField source="usage_expires_at" showTime emptyText="–" />
      </Labeled>
      <Labeled source="max_devices">
        <NumberField source="max_devices" emptyText="–" />
      </Labeled>
      <Labeled source="password_set">
        <BooleanField source="password_set" />
      </Labeled>
      <Labeled source="locale">
        <FunctionField source="locale" render={({ locale }) => languageName(locale)} />
      </Labeled>
      <Labeled source="last_seen_at">
        <DateField source="last_seen_at" showTime emptyText="–" />
      </Labeled>
      <Labeled source="created_at">
        <DateField source="created_at" showTime />
      </Labeled>
      <Labeled source="note">
        <TextField source="note" emptyText="–" />
      </Labeled>
    </FieldGrid>
  )
}

/** A contact, and whether its owner has proven it. */
function Contact({ source }: { source: 'phone' | 'email' }) {
  const translate = useTranslate()
  const locale = useLocale()
  const account = useRecordContext<Record<string, string | null> & { id: string }>()
  const contact = account?.[source]
  const provenAt = account?.[`${source}_validated_at`]
  if (!contact) return <span>{translate(`${WORDS}.none`)}</span>
  const proof = provenAt
    ? translate(`${WORDS}.proven`, {
        time: new Date(provenAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
      })
    : translate(`${WORDS}.unproven`)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 0.5, overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{contact}</Typography>
      <Chip size="small" variant="outlined" color={provenAt ? 'success' : 'warning'} label={proof} />
    </Box>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate()
  return (
    <Card component="section" variant="outlined" sx={{ marginTop: 2 }}>
      <CardContent>
        <Typography component="h2" variant="h6" gutterBottom>
          {translate(`${WORDS}.sections.${title}`)}
        </Typography>
        <WideTable label={translate(`${WORDS}.sections.${title}`)}>{children}</WideTable>
      </CardContent>
    </Card>
  )
}

function LastMessages() {
  return (
    <ReferenceManyField
      reference="messages"
      target="account_id"
      sort={{ field: 'id', order: 'DESC' }}
      perPage={LAST}
      empty={<None />}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="created_at" disableSort>
          <RecordLink to="show">
            <DateField source="created_at" showTime />
          </RecordLink>
        </DataTable.Col>
        <DataTable.Col source="to" disableSort />
        <DataTable.Col source="channel" disableSort>
          <WordField source="channel" prefix="gatehouse.channels" />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <WordField source="status" prefix="resources.messages.statuses" colors={MESSAGE_COLORS} />
        </DataTable.Col>
        <DataTable.Col source="proven_at" disableSort>
          <DateField source="proven_at" showTime emptyText="–" />
        </DataTable.Col>
      </DataTable>
    </ReferenceManyField>
  )
}

function LastCodes() {
  return (
    <ReferenceManyField
      reference="validations"
      target="account_id"
      sort={{ field: 'id', order: 'DESC' }}
      perPage={LAST}
      empty={<None />}
    >
      <DataTable rowClick="show" bulkActionButtons={false}>
        <DataTable.Col source="created_at" disableSort>
          <RecordLink to="show">
            <DateField source="created_at" showTime />
          </RecordLink>
        </DataTable.Col>
        <DataTable.Col source="purpose" disableSort>
          <WordField source="purpose" prefix="resources.validations.purposes" />
        </DataTable.Col>
        <DataTable.Col source="contact" disableSort />
        <DataTable.Col source="status" disableSort>
          <WordField source="status" prefix="resources.validations.statuses" />
        </DataTable.Col>
        <DataTable.NumberCol source="checks" disableSort />
        <DataTable.NumberCol source="sends" disableSort />
      </DataTable>
    </ReferenceManyField>
  )
}

function None() {
  const translate = useTranslate()
  return <Typography variant="body2">{translate(`${WORDS}.none`)}</Typography>
}
