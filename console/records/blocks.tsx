import LiftIcon from '@mui/icons-material/LockOpenOutlined'
import { Alert, Chip } from '@mui/material'
import {
  BooleanInput,
  DataTable,
  DateField,
  FunctionField,
  ReferenceField,
  useLocale,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { countryName } from '../countries.ts'
import { AskedAction } from '../scaffold/asked-action.tsx'
import { WordField, WordsFilter } from '../scaffold/choice.tsx'
import { ScaffoldList } from '../scaffold/list.tsx'

const TIME = { dateStyle: 'short', timeStyle: 'short' } as const
const KINDS = ['prefix', 'country', 'gateway'] as const
const WORDS = 'resources.blocks'

const filters = [
  <WordsFilter key="kind" source="kind" ids={KINDS} prefix={`${WORDS}.kinds`} />,
  <BooleanInput key="active" source="active" />,
]

/** What the pumping breaker has stopped. */
export function BlockList() {
  return (
    <ScaffoldList
      filters={filters}
      canImport={false}
      rowClick={false}
      canBulkDelete={false}
      sort={{ field: 'blocked_at', order: 'DESC' }}
      before={<About />}
      hidden={['strikes']}
    >
      <DataTable.Col source="kind">
        <WordField source="kind" prefix={`${WORDS}.kinds`} />
      </DataTable.Col>
      <DataTable.Col source="value" disableSort>
        <Blocked />
      </DataTable.Col>
      <DataTable.Col source="state" disableSort>
        <State />
      </DataTable.Col>
      <DataTable.Col source="blocked_at">
        <DateField source="blocked_at" showTime options={TIME} />
      </DataTable.Col>
      <DataTable.Col source="blocked_until">
        <DateField source="blocked_until" showTime options={TIME} />
      </DataTable.Col>
      <DataTable.NumberCol source="strikes" />
      <DataTable.Col source="proofs" disableSort>
        <Entered />
      </DataTable.Col>
      <DataTable.Col label="">
        <AskedAction
          operation="delete_blocks"
          method="DELETE"
          path={id => `/blocks/${id}`}
          label={`${WORDS}.lift`}
          question={`${WORDS}.lift_question`}
          done={`${WORDS}.lifted`}
          icon={<LiftIcon />}
        />
      </DataTable.Col>
    </ScaffoldList>
  )
}

function Blocked() {
  const locale = useLocale()
  return (
    <FunctionField<{ id: string; kind: string; value: string }>
      render={({ kind, value }) => {
        if (kind === 'gateway') return <ReferenceField source="value" reference="sms_gateways" link="show" />
        return kind === 'country' ? countryName(value, locale) : value
      }}
    />
  )
}

function State() {
  const translate = useTranslate()
  const block = useRecordContext<{ id: string; active: boolean; shadow: boolean }>()
  if (!block) return null
  const state = !block.active ? 'ended' : block.shadow ? 'shadow' : 'active'
  return (
    <Chip
      size="small"
      variant="outlined"
      color={({ ended: 'default', shadow: 'info', active: 'error' } as const)[state]}
      label={translate(`${WORDS}.states.${state}`)}
    />
  )
}

function Entered() {
  const translate = useTranslate()
  const block = useRecordContext<{ id: string; sends: number; proofs: number }>()
  return block ? <span>{translate(`${WORDS}.entered`, { proofs: block.proofs, sends: block.sends })}</span> : null
}

function About() {
  const translate = useTranslate()
  return (
    <Alert severity="info" sx={{ margin: 2, marginBottom: 0 }}>
      {translate(`${WORDS}.about`)}
    </Alert>
  )
}
