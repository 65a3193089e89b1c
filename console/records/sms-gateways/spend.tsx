import { Box, LinearProgress, Typography } from '@mui/material'
import { useLocale, useRecordContext, useTranslate } from 'react-admin'
import { describeMoney } from '../../scaffold/money.ts'
import type { Gateway } from './state.tsx'

interface Spending extends Gateway {
  spend: { today: string; this_month: string } | null
  daily_spend_max: string | null
  monthly_spend_max: string | null
  currency: string
}

/** What has been spent of the caps. Nothing where there is no cap. */
export function Spend() {
  const translate = useTranslate()
  const gateway = useRecordContext<Spending>()
  if (!gateway) return null
  const { spend, daily_spend_max: daily, monthly_spend_max: monthly, currency } = gateway
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(15rem, 100%), 1fr))', gap: 2, marginTop: 1.5 }}
    >
      {daily !== null && (
        <Cap
          label={translate('resources.sms_gateways.spend.today')}
          spent={spend?.today ?? '0'}
          max={daily}
          currency={currency}
          full="day_capped"
        />
      )}
      {monthly !== null && (
        <Cap
          label={translate('resources.sms_gateways.spend.month')}
          spent={spend?.this_month ?? '0'}
          max={monthly}
          currency={currency}
          full="month_capped"
        />
      )}
    </Box>
  )
}

interface CapProps {
  label: string
  spent: string
  max: string
  currency: string
  /** What is said once nothing is left. */
  full: 'day_capped' | 'month_capped'
}

function Cap({ label, spent, max, currency, full }: CapProps) {
  const translate = useTranslate()
  const locale = useLocale()
  const money = (amount: string) => describeMoney(amount, currency, locale)
  const part = Number(max) > 0 ? Math.min(100, (Number(spent) / Number(max)) * 100) : 100
  return (
    <Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }} component="div">
        {label}
      </Typography>
      <Typography variant="body2">
        {translate('resources.sms_gateways.spend.of', { spent: money(spent), max: money(max) })}
      </Typography>
      <LinearProgress
        sx={{ marginTop: 0.5 }}
        variant="determinate"
        value={part}
        color={part < 80 ? 'primary' : part < 100 ? 'warning' : 'error'}
        aria-label={label}
      />
      {part >= 100 && (
        <Typography variant="body2" color="error">
          {translate(`resources.sms_gateways.spend.${full}`)}
        </Typography>
      )}
    </Box>
  )
}
