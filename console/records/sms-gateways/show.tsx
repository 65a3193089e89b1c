import { Alert, Box, Button, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import {
  DateField,
  FunctionField,
  Labeled,
  NumberField,
  TextField,
  useCanAccess,
  useGetList,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { Link } from 'react-router'
import { CountryField } from '../../scaffold/country.tsx'
import { FieldGrid } from '../../scaffold/field-grid.tsx'
import { Section } from '../../scaffold/form.tsx'
import { ScaffoldShow } from '../../scaffold/show.tsx'
import { SmsPricesOfGateway } from '../sms-prices/of-gateway.tsx'
import { useProvider } from './providers.ts'
import { Receipts } from './receipts.tsx'
import { SenderTable } from './sender-table.tsx'
import { Spend } from './spend.tsx'
import { type Gateway, GatewayHealth, GatewayState } from './state.tsx'
import { CheckGateway, TestGateway } from './try-gateway.tsx'
import { UsedBy } from './used-by.tsx'

export function SmsGatewayShow() {
  return (
    <ScaffoldShow
      bare
      actions={
        <>
          <CheckGateway />
          <TestGateway />
        </>
      }
    >
      <GatewayHealth />
      <Notices />
      <Box sx={{ padding: 2, paddingTop: 0 }}>
        <Facts />
        <UsedBy />
        <Sending />
        <Options />
        <Receipts />
        <SmsPricesOfGateway />
      </Box>
    </ScaffoldShow>
  )
}

/** What keeps it from being of use though nothing is wrong with it. */
function Notices() {
  const translate = useTranslate()
  const gateway = useRecordContext<Gateway>()
  const { canAccess: canEdit } = useCanAccess({ resource: 'sms_gateways', action: 'edit' })
  const { total } = useGetList(
    'messages',
    { filter: { sms_gateway_id: gateway?.id }, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'DESC' } },
    { enabled: gateway !== undefined },
  )
  if (!gateway) return null
  const isUnused = gateway.usage_plan_ids.length + gateway.splash_portal_ids.length === 0
  const say = (name: string) => translate(`resources.sms_gateways.alerts.${name}`)
  return (
    <>
      {total === 0 && (
        <Notice text={say('untried')}>
          <TestGateway inPage="contained" />
        </Notice>
      )}
      {!gateway.enabled && <Notice text={say('off')} />}
      {isUnused && (
        <Notice text={say('unused')}>
          {canEdit && (
            <Button component={Link} to={`/sms_gateways/${gateway.id}`} size="small">
              {translate('ra.action.edit')}
            </Button>
          )}
        </Notice>
      )}
    </>
  )
}

function Notice({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Alert severity="info" sx={{ margin: 2, marginBottom: 0, '& .MuiAlert-message': { flex: 1 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <span>{text}</span>
        {children}
      </Box>
    </Alert>
  )
}

function Facts() {
  const translate = useTranslate()
  const gateway = useRecordContext<Gateway>()
  const provider = useProvider(gateway?.provider)
  if (!gateway) return null
  const { from, account_sid: account, auth_token: token } = provider?.fields ?? {}
  return (
    <Section title="resources.sms_gateways.sections.gateway">
      <FieldGrid>
        <Labeled source="name">
          <TextField source="name" />
        </Labeled>
        <Labeled source="state">
          <GatewayState />
        </Labeled>
        <Labeled source="provider">
          <FunctionField source="provider" render={() => provider?.label ?? gateway.provider} />
        </Labeled>
        {from && (
          <Labeled label={from.label}>
            <TextField source="from" emptyText="–" />
          </Labeled>
        )}
        {account && (
          <Labeled label={account.label}>
            <TextField source="account_sid" emptyText="–" sx={{ overflowWrap: 'anywhere' }} />
          </Labeled>
        )}
        {token && (
          <Labeled label={token.label}>
            <Typography variant="body2" component="span">
              {translate(`resources.sms_gateways.secret_${gateway.auth_token_set ? 'set' : 'missing'}`)}
            </Typography>
          </Labeled>
        )}
        <Labeled source="note">
          <TextField source="note" emptyText="–" sx={{ whiteSpace: 'pre-wrap' }} />
        </Labeled>
      </FieldGrid>
    </Section>
  )
}

function Sending() {
  const translate = useTranslate()
  const say = (name: string, values = {}) => translate(`resources.sms_gateways.${name}`, values)
  return (
    <Section title="resources.sms_gateways.sections.sending">
      <FieldGrid>
        <Labeled source="countries">
          <FunctionField
            source="countries"
            render={({ countries }) =>
              (countries as string[]).length === 0 ? say('everywhere') : <CountryField source="countries" />
            }
          />
        </Labeled>
        <Labeled source="weight">
          <FunctionField
            source="weight"
            render={({ weight }) => (weight === 0 ? say('weight_order') : say('weight_share', { weight }))}
          />
        </Labeled>
        <Labeled source="sends_per_second">
          <FunctionField
            source="sends_per_second"
            render={({ sends_per_second: count }) => (count === null ? say('no_limit') : say('per_second', { count }))}
          />
        </Labeled>
        <Labeled source="concurrency_max">
          <NumberField source="concurrency_max" />
        </Labeled>
        <Labeled source="updated_at">
          <DateField source="updated_at" showTime />
        </Labeled>
      </FieldGrid>
      <Spend />
      <SenderTable />
    </Section>
  )
}

/** What was set up of the provider's own, in its words. */
function Options() {
  const translate = useTranslate()
  const gateway = useRecordContext<Gateway & { options: Record<string, unknown>; base_url: string }>()
  const provider = useProvider(gateway?.provider)
  if (!gateway || !provider) return null
  const set = provider.options.filter(({ name }) => gateway.options[name] !== undefined)
  const { base_url: origin, callback_secret: secret } = provider.fields
  const hasSecret = secret && gateway.callback_secret_set === true
  if (set.length === 0 && !gateway.base_url && !hasSecret) return null
  return (
    <Section title="resources.sms_gateways.sections.options">
      <FieldGrid>
        {origin && gateway.base_url && (
          <Labeled label={origin.label}>
            <TextField source="base_url" sx={{ overflowWrap: 'anywhere' }} />
          </Labeled>
        )}
        {hasSecret && (
          <Labeled label={secret.label}>
            <SetWord />
          </Labeled>
        )}
        {set.map(({ name, label, choices }) => (
          <Labeled key={name} label={label}>
            <Typography variant="body2" component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {typeof gateway.options[name] === 'boolean'
                ? translate(gateway.options[name] ? 'ra.boolean.true' : 'ra.boolean.false')
                : (choices?.find(({ value }) => value === gateway.options[name])?.label ?? String(gateway.options[name]))}
            </Typography>
          </Labeled>
        ))}
      </FieldGrid>
    </Section>
  )
}

function SetWord() {
  const translate = useTranslate()
  return (
    <Typography variant="body2" component="span">
      {translate('resources.sms_gateways.secret_set')}
    </Typography>
  )
}
