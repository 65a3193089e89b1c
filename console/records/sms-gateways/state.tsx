import { Alert, AlertTitle, Box, Chip } from '@mui/material'
import { useLocale, useRecordContext, useTranslate } from 'react-admin'
import { useServerText } from '../../server-text.ts'

export interface Gateway {
  id: string
  name: string
  provider: string
  from: string
  enabled: boolean
  warnings: string[]
  health: { state: 'ok' | 'probing' | 'resting' | 'throttled'; until: string | null; reason: string }
  usage_plan_ids: string[]
  splash_portal_ids: string[]
  [field: string]: unknown
}

const COLORS = { off: 'default', ok: 'success', probing: 'warning', resting: 'error', throttled: 'warning' } as const
const WORDS = 'resources.sms_gateways.state'

/** How a gateway is, in one or two words. */
export function GatewayState(_props: { label?: string }) {
  const translate = useTranslate()
  const gateway = useRecordContext<Gateway>()
  if (!gateway) return null
  const state = gateway.enabled ? gateway.health.state : 'off'
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <Chip size="small" variant="outlined" color={COLORS[state]} label={translate(`${WORDS}.${state}`)} />
      {gateway.enabled && gateway.warnings.length > 0 && (
        <Chip size="small" variant="outlined" color="warning" label={translate(`${WORDS}.attention`)} />
      )}
    </Box>
  )
}

/** What happens while a gateway is not well, and why. Nothing while it is. */
export function GatewayHealth() {
  const translate = useTranslate()
  const serverText = useServerText()
  const locale = useLocale()
  const gateway = useRecordContext<Gateway>()
  if (!gateway?.enabled || gateway.health.state === 'ok') return null
  const { state, until, reason } = gateway.health
  const time = until ? new Date(until).toLocaleTimeString(locale) : '–'
  return (
    <Alert severity={state === 'resting' ? 'error' : 'warning'} sx={{ margin: 2, marginBottom: 0 }}>
      <AlertTitle>{translate(`${WORDS}.${state}`)}</AlertTitle>
      {translate(`resources.sms_gateways.health.${state}`, { until: time })}
      {reason && <div>{translate('resources.sms_gateways.health.reason', { reason: serverText(reason) })}</div>}
    </Alert>
  )
}
