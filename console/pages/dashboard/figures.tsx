import { Box, Card, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'react-admin'
import { type Range, useMessages, useRefusals, useSignUps } from './questions.ts'

const WORDS = 'gatehouse.dashboard.figures'

/** The figures of a time that an operator asks for first. */
export function Figures({ range }: { range: Range }) {
  const translate = useTranslate()
  const locale = useLocale()
  const signUps = useSignUps(range).data?.total
  const messages = useMessages(range).data?.total
  const refused = useRefusals(range).data?.total
  const count = (value: number | undefined) => (value === undefined ? '…' : value.toLocaleString(locale))
  const share = (value: number | null | undefined) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value ?? 0)
  const seconds = messages?.seconds_to_proof.p50 ?? null
  return (
    <Box component="dl" sx={{ display: 'grid', gap: 1.5, margin: 0, gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))' }}>
      <Figure label="sign_ups" value={count(signUps?.created)} />
      <Figure
        label="activated"
        value={count(signUps?.activated)}
        more={
          signUps && signUps.proven_rate !== null
            ? translate(`${WORDS}.activated_share`, { share: share(signUps.proven_rate) })
            : ''
        }
      />
      <Figure label="seconds" value={seconds === null ? translate(`${WORDS}.nothing`) : describeSeconds(seconds, locale)} />
      <Figure
        label="proven"
        value={count(messages?.proven)}
        more={
          messages && messages.proven_rate !== null
            ? translate(`${WORDS}.proven_share`, { share: share(messages.proven_rate) })
            : ''
        }
      />
      <Figure
        label="delivered"
        value={count(messages?.delivered)}
        more={
          messages && messages.delivery_rate !== null
            ? translate(`${WORDS}.delivered_share`, { share: share(messages.delivery_rate) })
            : ''
        }
      />
      <Figure
        label="spend"
        value={describeSpend(messages?.spend ?? {}, locale) || translate(`${WORDS}.nothing`)}
        more={messages && messages.unpriced > 0 ? translate(`${WORDS}.unpriced`, { smart_count: messages.unpriced }) : ''}
      />
      <Figure label="refused" value={count(refused?.count)} />
    </Box>
  )
}

/** Amounts by currency, in the words of a language. */
export function describeSpend(spend: Record<string, string>, locale: string): string {
  return Object.entries(spend)
    .filter(([, amount]) => Number(amount) > 0)
    .map(([currency, amount]) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount)))
    .join(' + ')
}

export function describeSeconds(seconds: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 0 }).format(seconds)
}

function Figure({ label, value, more = '' }: { label: string; value: string; more?: string }) {
  const translate = useTranslate()
  return (
    <Card component="div" sx={{ padding: 1.75 }}>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {translate(`${WORDS}.${label}`)}
      </Typography>
      <Typography component="dd" variant="h5" sx={{ margin: 0, fontWeight: 650 }}>
        {value}
      </Typography>
      {more && (
        <Typography component="dd" variant="body2" sx={{ color: 'text.secondary', margin: 0 }}>
          {more}
        </Typography>
      )}
    </Card>
  )
}
