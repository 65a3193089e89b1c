import OffIcon from '@mui/icons-material/PauseCircleOutlined'
import OnIcon from '@mui/icons-material/PlayCircleOutlined'
import { Typography } from '@mui/material'
import { BooleanInput, DataTable, DateField, useTranslate } from 'react-admin'
import { BulkAction } from '../../scaffold/bulk.tsx'
import { WordField, WordsFilter } from '../../scaffold/choice.tsx'
import { ScaffoldList } from '../../scaffold/list.tsx'
import { ChangeOrder } from './order.tsx'
import { MailServerState } from './state.tsx'

const filters = [
  <WordsFilter key="provider" source="provider" ids={['smtp', 'simulator']} prefix="resources.mail_servers.kinds" />,
  <WordsFilter
    key="security"
    source="security"
    ids={['starttls', 'tls', 'none']}
    prefix="resources.mail_servers.security_short"
  />,
  <BooleanInput key="enabled" source="enabled" />,
]

export function MailServerList() {
  return (
    <ScaffoldList
      sort={{ field: 'position', order: 'ASC' }}
      filters={filters}
      hidden={['port', 'security', 'username', 'bounce_address', 'note', 'created_at', 'updated_at']}
      bulk={<EnableAndDisable />}
      actions={<ChangeOrder />}
      before={<Explained />}
    >
      <DataTable.NumberCol source="position" />
      <DataTable.Col source="name" />
      <DataTable.Col source="provider">
        <WordField source="provider" prefix="resources.mail_servers.kinds" />
      </DataTable.Col>
      <DataTable.Col source="host" />
      <DataTable.Col source="port" />
      <DataTable.Col source="security">
        <WordField source="security" prefix="resources.mail_servers.security_short" />
      </DataTable.Col>
      <DataTable.Col source="from" />
      <DataTable.Col source="state" disableSort field={MailServerState} />
      <DataTable.Col source="username" />
      <DataTable.Col source="bounce_address" />
      <DataTable.Col source="note" />
      <DataTable.Col source="created_at" field={DateField} />
      <DataTable.Col source="updated_at" field={DateField} />
    </ScaffoldList>
  )
}

function Explained() {
  const translate = useTranslate()
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', padding: 2, paddingBottom: 1 }}>
      {translate('resources.mail_servers.order.explained')}
    </Typography>
  )
}

function EnableAndDisable() {
  return (
    <>
      <BulkAction
        action="edit"
        label="resources.mail_servers.enable"
        icon={<OnIcon />}
        question="resources.mail_servers.enable_question"
        explanation="resources.mail_servers.enable_text"
        act={(dataProvider, resource, ids) => dataProvider.updateMany(resource, { ids, data: { enabled: true } })}
      />
      <BulkAction
        action="edit"
        label="resources.mail_servers.disable"
        icon={<OffIcon />}
        question="resources.mail_servers.disable_question"
        explanation="resources.mail_servers.disable_text"
        act={(dataProvider, resource, ids) => dataProvider.updateMany(resource, { ids, data: { enabled: false } })}
      />
    </>
  )
}
