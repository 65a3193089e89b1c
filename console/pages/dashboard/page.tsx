import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { Title, useStore, useTranslate } from 'react-admin'
import { NotRead } from '../../scaffold/not-read.tsx'
import { Part } from '../../scaffold/part.tsx'
import { Alerts } from './alerts.tsx'
import { Charts } from './charts.tsx'
import { Checklist } from './checklist.tsx'
import { Figures } from './figures.tsx'
import {
  type Range,
  useAlerts,
  useChecklist,
  useCountries,
  useGateways,
  useMessages,
  useRefusals,
  useSignUps,
} from './questions.ts'
import { CountryTable, GatewayTable } from './tables.tsx'

const RANGES: Range[] = ['day', 'week', 'month']

/** What is to be done, what is wrong, and how it goes. */
export function DashboardPage() {
  const translate = useTranslate()
  const [range, setRange] = useStore<Range>('dashboard.range', 'day')
  const state = [useChecklist(), useAlerts()]
  const figures = [useSignUps(range), useMessages(range), useRefusals(range), useGateways(range), useCountries(range)]
  const questions = [...state, ...figures]
  const failed = questions.find(isUnread)
  return (
    <Box sx={{ display: 'grid', gap: 2, marginTop: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="ra.page.dashboard" />
      {failed && <NotRead error={failed.error} onRetry={() => questions.map(({ refetch }) => refetch())} />}
      {!state.some(isUnread) && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
            alignItems: 'start',
          }}
        >
          <Part title="gatehouse.dashboard.to_do">
            <Checklist />
          </Part>
          <Part title="gatehouse.dashboard.alerts">
            <Alerts />
          </Part>
        </Box>
      )}
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        value={range}
        onChange={(_event, chosen: Range | null) => chosen && setRange(chosen)}
        aria-label={translate('gatehouse.dashboard.range')}
      >
        {RANGES.map(name => (
          <ToggleButton key={name} value={name}>
            {translate(`gatehouse.dashboard.ranges.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {!figures.some(isUnread) && (
        <>
          <Figures range={range} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
            <Part title="gatehouse.dashboard.charts.gateways">
              <GatewayTable range={range} />
            </Part>
            <Part title="gatehouse.dashboard.charts.countries">
              <CountryTable range={range} />
            </Part>
          </Box>
          <Charts range={range} />
        </>
      )}
    </Box>
  )
}

function isUnread({ error, data }: { error: unknown; data: unknown }): boolean {
  return Boolean(error) && !data
}
