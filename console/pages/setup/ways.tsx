import AddIcon from '@mui/icons-material/AddOutlined'
import { Alert, Box, Button, Collapse, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { type RaRecord, RecordContextProvider, ResourceContextProvider, useGetList, useTranslate } from 'react-admin'
import { MailServerCreate } from '../../records/mail-servers/form.tsx'
import { TestMailServer } from '../../records/mail-servers/try-mail-server.tsx'
import { SmsGatewayCreate } from '../../records/sms-gateways/form.tsx'
import { TestGateway } from '../../records/sms-gateways/try-gateway.tsx'

const WORDS = 'gatehouse.setup'
const RECORDS_MAX = 100

/** How codes get onto phones. */
export function GatewayStep() {
  return (
    <WayStep
      resource="sms_gateways"
      words="gateway"
      test={<TestGateway inPage="text" />}
      form={onCreated => <SmsGatewayCreate onCreated={onCreated} />}
    />
  )
}

/** How codes get into mailboxes. */
export function MailStep() {
  return (
    <WayStep
      resource="mail_servers"
      words="mail"
      test={<TestMailServer inPage="text" />}
      form={onCreated => <MailServerCreate onCreated={onCreated} />}
    />
  )
}

interface WayStepProps {
  resource: string
  words: string
  /** The button that tries out the record at hand. */
  test: ReactNode
  form(onCreated: () => void): ReactNode
}

function WayStep({ resource, words, test, form }: WayStepProps) {
  const translate = useTranslate()
  const { data = [], refetch } = useGetList(resource, {
    pagination: { page: 1, perPage: RECORDS_MAX },
    sort: { field: 'name', order: 'ASC' },
  })
  const real = data.filter(record => record.provider !== 'simulator')
  const [isAdding, setAdding] = useState(false)
  const isOpen = isAdding
  const onCreated = () => {
    setAdding(false)
    void refetch()
  }
  return (
    <ResourceContextProvider value={resource}>
      {real.length === 0 ? (
        <Alert severity="info">{translate(`${WORDS}.simulator_only`)}</Alert>
      ) : (
        <Tried records={real} words={words} test={test} />
      )}
      {!isOpen && (
        <Button
          startIcon={<AddIcon />}
          variant={real.length === 0 ? 'contained' : 'outlined'}
          onClick={() => setAdding(true)}
          sx={{ marginTop: 2 }}
        >
          {translate(`${WORDS}.${words}_add`)}
        </Button>
      )}
      <Collapse in={isOpen} unmountOnExit>
        {form(onCreated)}
      </Collapse>
    </ResourceContextProvider>
  )
}

function Tried({ records, words, test }: { records: RaRecord[]; words: string; test: ReactNode }) {
  const translate = useTranslate()
  return (
    <Alert severity="success" icon={false}>
      <Typography variant="body2">{translate(`${WORDS}.${words}_test`)}</Typography>
      {records.map(record => (
        <Box key={record.id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <strong>{record.name}</strong>
          <RecordContextProvider value={record}>{test}</RecordContextProvider>
        </Box>
      ))}
    </Alert>
  )
}
