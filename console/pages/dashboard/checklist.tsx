import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined'
import { Accordion, AccordionDetails, AccordionSummary, Alert, Box, Button, Chip, Collapse, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { call } from '../../rest.ts'
import { useMayCall } from '../../scaffold/may-call.ts'
import { type ChecklistItem, useChecklist } from './questions.ts'

const WORDS = 'gatehouse.dashboard'
/** Where each point is mended, and the operation that this needs; a point about records leads to them. */
const PLACES: Record<string, { to: string; operation: string }> = {
  administrator: { to: '/administrators', operation: 'create_administrators' },
  second_factor: { to: '/profile', operation: 'update_me' },
  operator: { to: '/settings', operation: 'update_settings' },
  portal: { to: '/splash_portals/create', operation: 'create_splash_portals' },
  public_url_is_localhost: { to: '/settings', operation: 'update_settings' },
  public_url_https: { to: '/settings', operation: 'update_settings' },
  sms_gateway: { to: '/sms_gateways/create', operation: 'create_sms_gateways' },
  mail_server: { to: '/mail_servers/create', operation: 'create_mail_servers' },
  spend_cap: { to: '/limits', operation: 'update_limits' },
}

/** What is missing, why it matters, and the way to mend it: what is needed first. */
export function Checklist() {
  const translate = useTranslate()
  const { data, refetch } = useChecklist()
  const [isOpen, setOpen] = useState(false)
  const setAside = useSetAside(refetch)
  const canSetUp = useMayCall('update_settings')
  if (!data) return null
  // Who may not set things up is only kept from their work by what others have to do.
  const own = data.data.filter(({ key }) => canSetUp || key === 'second_factor')
  const open = own.filter(({ state }) => state === 'missing' || state === 'attention')
  const aside = canSetUp ? own.filter(({ state }) => state === 'put_aside') : []
  const asideKeys = aside.map(({ key }) => key)
  const inOrder = [...open.filter(isNeeded), ...open.filter(item => !isNeeded(item))]
  return (
    <>
      {open.length === 0 && <Alert severity="success">{translate(`${WORDS}.${canSetUp ? 'to_do_done' : 'to_do_none'}`)}</Alert>}
      {inOrder.map(item => (
        <Item key={item.key} item={item} onPutAside={canSetUp ? () => setAside([...asideKeys, item.key]) : undefined} />
      ))}
      {aside.length > 0 && (
        <>
          <Button size="small" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} sx={{ marginTop: 1 }}>
            {translate(`${WORDS}.put_aside_list`, { smart_count: aside.length })}
          </Button>
          <Collapse in={isOpen} unmountOnExit>
            {aside.map(({ key }) => (
              <Box key={key} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
                <Typography variant="body2">{translate(`gatehouse.checklist.${key}.title`)}</Typography>
                <Button size="small" onClick={() => setAside(asideKeys.filter(other => other !== key))}>
                  {translate(`${WORDS}.bring_back`)}
                </Button>
              </Box>
            ))}
          </Collapse>
        </>
      )}
    </>
  )
}

function isNeeded({ importance }: ChecklistItem): boolean {
  return importance === 'required'
}

function useSetAside(refetch: () => Promise<unknown>): (keys: string[]) => Promise<void> {
  const notify = useNotify()
  return async keys => {
    try {
      await call('/settings', { method: 'PATCH', body: { setup_dismissed: keys } })
      await refetch()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notify(`${WORDS}.settings_failed`, { type: 'error', messageArgs: { reason } })
    }
  }
}

function Item({ item, onPutAside }: { item: ChecklistItem; onPutAside: (() => void) | undefined }) {
  const translate = useTranslate()
  const { key, importance, records } = item
  const place = PLACES[key]
  const words = `gatehouse.checklist.${key}`
  return (
    <Accordion disableGutters square sx={{ border: 0, '&::before': { display: 'none' } }}>
      <AccordionSummary
        expandIcon={<ExpandIcon />}
        sx={{
          paddingInline: 0,
          minHeight: 40,
          '& .MuiAccordionSummary-content': { margin: '6px 0', gap: 1, alignItems: 'center' },
        }}
      >
        <Chip
          size="small"
          color={isNeeded(item) ? 'error' : 'default'}
          variant="outlined"
          label={translate(`${WORDS}.${importance}`)}
        />
        <Typography component="span" variant="body1">
          {translate(`${words}.title`)}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ padding: 0, paddingBottom: 1.5 }}>
        <Typography variant="body2">{translate(`${words}.why`)}</Typography>
        <Typography variant="body2">{translate(`${words}.action`)}</Typography>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', marginTop: 1 }}>
          {records.map(({ resource, id, name }) => (
            <Link key={id} to={`/${resource}/${id}/show`}>
              {name}
            </Link>
          ))}
          {records.length === 0 && place && <Go {...place} title={translate(`${words}.title`)} />}
          {onPutAside && (
            <Button
              size="small"
              onClick={onPutAside}
              aria-label={`${translate(`${WORDS}.put_aside`)}: ${translate(`${words}.title`)}`}
            >
              {translate(`${WORDS}.put_aside`)}
            </Button>
          )}
        </Box>
      </AccordionDetails>
    </Accordion>
  )
}

function Go({ to, operation, title }: { to: string; operation: string; title: string }) {
  const translate = useTranslate()
  const mayGo = useMayCall(operation)
  if (!mayGo) return null
  const words = translate(`${WORDS}.go`)
  return (
    <Button component={Link} to={to} size="small" variant="contained" aria-label={`${words}: ${title}`}>
      {words}
    </Button>
  )
}
