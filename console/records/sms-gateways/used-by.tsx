import { Box, Link as MuiLink, Typography } from '@mui/material'
import { type RaRecord, useGetMany, useRecordContext, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { Section } from '../../scaffold/form.tsx'
import type { Gateway } from './state.tsx'

interface User extends RaRecord {
  name: string
  sms_gateway_ids: string[]
  validation_method?: string
}

/** The plans and portals that send through a gateway, and at which place of their order. */
export function UsedBy() {
  const gateway = useRecordContext<Gateway>()
  if (!gateway) return null
  return (
    <Section title="resources.sms_gateways.sections.used_by">
      <Users resource="usage_plans" ids={gateway.usage_plan_ids} gatewayId={gateway.id} />
      <Users resource="splash_portals" ids={gateway.splash_portal_ids} gatewayId={gateway.id} />
    </Section>
  )
}

function Users({ resource, ids, gatewayId }: { resource: 'usage_plans' | 'splash_portals'; ids: string[]; gatewayId: string }) {
  const translate = useTranslate()
  const { data: users = [] } = useGetMany<User>(resource, { ids }, { enabled: ids.length > 0 })
  return (
    <Box sx={{ marginBottom: 1 }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }} component="h3">
        {translate(`resources.${resource}.name`, { smart_count: 2 })}
      </Typography>
      {ids.length === 0 && <Typography variant="body2">{translate('resources.sms_gateways.used_by.none')}</Typography>}
      <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>
        {users.map(user => (
          <li key={user.id}>
            <Typography variant="body2" component="span">
              <MuiLink component={Link} to={`/${resource}/${user.id}/show`}>
                {user.name}
              </MuiLink>{' '}
              <Remark resource={resource} user={user} gatewayId={gatewayId} />
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  )
}

/** Where it stands among the gateways of a plan or portal, and what keeps it from being used there. */
function Remark({ resource, user, gatewayId }: { resource: string; user: User; gatewayId: string }) {
  const translate = useTranslate()
  const { sms_gateway_ids: order = [], validation_method: method } = user
  const place = order.indexOf(gatewayId) + 1
  return (
    <>
      {order.length > 1 && place > 0 && (
        <span>({translate('resources.sms_gateways.used_by.failover', { place, total: order.length })})</span>
      )}
      {resource === 'usage_plans' && method !== undefined && !method.includes('sms') && (
        <Box component="span" sx={{ color: 'warning.main' }}>
          {' '}
          {translate('resources.sms_gateways.alerts.no_sms')}
        </Box>
      )}
    </>
  )
}
