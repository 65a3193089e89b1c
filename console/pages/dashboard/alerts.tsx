import { Alert, AlertTitle, Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { countryName } from '../../countries.ts'
import { useServerText } from '../../server-text.ts'
import { type AlertItem, useAlerts } from './questions.ts'

const WORDS = 'gatehouse.dashboard'

/** What is wrong now, the worst first, and what to do about it. */
export function Alerts() {
  const translate = useTranslate()
  const { data } = useAlerts()
  if (!data) return null
  if (data.data.length === 0) return <Alert severity="success">{translate(`${WORDS}.all_well`)}</Alert>
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.data.map(alert => (
        <Item key={`${alert.key} ${alert.records.map(({ id }) => id).join()} ${alert.node}`} alert={alert} />
      ))}
    </Box>
  )
}

function Item({ alert: { key, severity, since, records, figures, node } }: { alert: AlertItem }) {
  const translate = useTranslate()
  const serverText = useServerText()
  const locale = useLocale()
  const nameOf = (record: AlertItem['records'][number]) =>
    // Of what is blocked, a country goes by its code.
    record.resource === 'blocks' ? countryName(record.name, locale) : record.name
  const name = records.map(nameOf).join(', ')
  // What the breaker only watches goes on.
  const words = `gatehouse.alerts.${key === 'pumping_block' && severity === 'info' ? 'pumping_watched' : key}`
  const time = since && new Date(since).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <Alert severity={severity}>
      <AlertTitle component="h3">{translate(`${words}.title`, { ...figures, name, _: key })}</AlertTitle>
      {typeof figures.explanation === 'string' && <div>{serverText(figures.explanation)}</div>}
      <div>{translate(`${words}.action`, { _: '' })}</div>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {records.map(record => (
          <Link
            key={record.id}
            to={
              record.resource === 'limits'
                ? '/limits'
                : record.resource === 'blocks'
                  ? '/blocks'
                  : `/${record.resource}/${record.id}/show`
            }
          >
            {nameOf(record)}
          </Link>
        ))}
        {time && <Typography variant="body2">{translate(`${WORDS}.since`, { time })}</Typography>}
        {node && <Typography variant="body2">{translate(`${WORDS}.on_node`, { node })}</Typography>}
      </Box>
    </Alert>
  )
}
