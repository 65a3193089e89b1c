import { Box, useTheme } from '@mui/material'
import { BarChart } from '@mui/x-charts/BarChart'
import { LineChart } from '@mui/x-charts/LineChart'
import { useLocale, useTranslate } from 'react-admin'
import { Part } from '../../scaffold/part.tsx'
import { type Range, stepOf, useMessages, useRefusals, useSignUps } from './questions.ts'

const WORDS = 'gatehouse.dashboard'
const HEIGHT = 240
const MARGIN = { left: 0, right: 12, bottom: 0 }
/** Room for four digits. */
const AXIS_WIDTH = 40

interface When {
  day?: string
  hour?: string
}

/** How sign-ups, messages, the time to a proof and refusals went, step by step. */
export function Charts({ range }: { range: Range }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
      <SignUps range={range} />
      <Messages range={range} />
      <Seconds range={range} />
      <Refusals range={range} />
    </Box>
  )
}

function SignUps({ range }: { range: Range }) {
  const palette = useTheme().palette
  const rows = useSignUps(range).data?.data ?? []
  return (
    <Bars
      title="sign_ups"
      range={range}
      rows={rows}
      series={[
        { key: 'created', color: palette.primary.main, values: rows.map(row => row.created) },
        { key: 'activated', color: palette.success.main, values: rows.map(row => row.activated) },
      ]}
    />
  )
}

function Messages({ range }: { range: Range }) {
  const palette = useTheme().palette
  const rows = useMessages(range).data?.data ?? []
  return (
    <Bars
      title="messages"
      range={range}
      rows={rows}
      series={[
        { key: 'sent', color: palette.text.secondary, values: rows.map(row => row.sent) },
        { key: 'delivered', color: palette.primary.main, values: rows.map(row => row.delivered) },
        { key: 'proven', color: palette.success.main, values: rows.map(row => row.proven) },
        { key: 'failed', color: palette.error.main, values: rows.map(row => row.failed) },
      ]}
    />
  )
}

function Refusals({ range }: { range: Range }) {
  const translate = useTranslate()
  const { palette } = useTheme()
  const rows = useRefusals(range).data?.data ?? []
  const kinds = [...new Set(rows.flatMap(row => Object.keys(row.refusals)))]
  const colors = [
    palette.warning.main,
    palette.error.main,
    palette.info.main,
    palette.primary.main,
    palette.success.main,
    palette.text.secondary,
  ]
  return (
    <Bars
      title="limits"
      range={range}
      rows={rows}
      isStacked
      series={kinds.map((kind, index) => ({
        key: kind,
        label: translate(`${WORDS}.kinds.${kind}`, { _: kind }),
        color: colors[index % colors.length] ?? palette.primary.main,
        values: rows.map(row => row.refusals[kind] ?? 0),
      }))}
    />
  )
}

interface Series {
  key: string
  label?: string
  color: string
  values: number[]
}

function Bars({
  title,
  range,
  rows,
  series,
  isStacked = false,
}: {
  title: string
  range: Range
  rows: When[]
  series: Series[]
  isStacked?: boolean
}) {
  const translate = useTranslate()
  const labels = useLabels(range, rows)
  return (
    <Part title={`${WORDS}.charts.${title}`}>
      {rows.length === 0 ? (
        <Nothing />
      ) : (
        <BarChart
          height={HEIGHT}
          skipAnimation
          title={translate(`${WORDS}.charts.${title}`)}
          margin={MARGIN}
          xAxis={[{ data: labels, scaleType: 'band' }]}
          yAxis={[{ width: AXIS_WIDTH, tickMinStep: 1 }]}
          series={series.map(({ key, label, color, values }) => ({
            data: values,
            label: label ?? translate(`${WORDS}.charts.${key}`),
            color,
            ...(isStacked && { stack: 'all' }),
          }))}
        />
      )}
    </Part>
  )
}

function Seconds({ range }: { range: Range }) {
  const translate = useTranslate()
  const { palette } = useTheme()
  const rows = (useMessages(range).data?.data ?? []).filter(row => row.seconds_to_proof.p50 !== null)
  const labels = useLabels(range, rows)
  return (
    <Part title={`${WORDS}.charts.seconds`}>
      {rows.length === 0 ? (
        <Nothing />
      ) : (
        <LineChart
          height={HEIGHT}
          skipAnimation
          hideLegend
          title={translate(`${WORDS}.charts.seconds`)}
          margin={MARGIN}
          xAxis={[{ data: labels, scaleType: 'point' }]}
          yAxis={[{ min: 0, width: AXIS_WIDTH }]}
          series={[{ data: rows.map(row => row.seconds_to_proof.p50), color: palette.primary.main, curve: 'linear' }]}
        />
      )}
    </Part>
  )
}

function Nothing() {
  const translate = useTranslate()
  return <Box sx={{ minHeight: HEIGHT }}>{translate(`${WORDS}.charts.nothing`)}</Box>
}

function useLabels(range: Range, rows: When[]): string[] {
  const locale = useLocale()
  return rows.map(({ day, hour }) =>
    stepOf(range) === 'hour'
      ? new Date(hour ?? '').toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
      : new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  )
}
