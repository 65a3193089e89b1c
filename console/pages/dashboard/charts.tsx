import { Box, Table, TableBody, TableCell, TableHead, TableRow, ToggleButton, useTheme } from '@mui/material'
import { useLocale, useStore, useTranslate } from 'react-admin'
import { Part } from '../../scaffold/part.tsx'
import { WideTable } from '../../scaffold/wide-table.tsx'
import { Drawing, type Series } from './drawing.tsx'
import { type Range, stepOf, useMessages, useRefusals, useSignUps } from './questions.ts'

const WORDS = 'gatehouse.dashboard'
/** Of a table in a chart's place, in pixels. */
const TABLE_HEIGHT = 240

/**
 * Every kind of refusal, in the order of its bars, with a colour of its own that stays the same in every time. Each has a contrast
 * of 3 to 1 or more with the light and with the dark ground.
 */
const REFUSAL_COLORS: Record<string, string> = {
  contact: '#3180f0',
  device: '#e07a1f',
  address: '#1f9254',
  prefix: '#a45ee5',
  country: '#d93a34',
  portal: '#0a9cb8',
  gateway: '#a1527a',
  system: '#858585',
  breaker: '#8a6a32',
  spend: '#8f9510',
  login: '#e85cb4',
  checks: '#6a63c2',
}

interface When {
  day?: string
  hour?: string
}

/** How sign-ups, messages, the time to a proof and refusals went, step by step. */
export function Charts({ range }: { range: Range }) {
  const isRead = [useSignUps(range), useMessages(range), useRefusals(range)].every(({ data }) => data)
  if (!isRead) return <Box sx={{ minHeight: 2 * TABLE_HEIGHT }} />
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
  const label = useLabel()
  const palette = useTheme().palette
  const rows = useSignUps(range).data?.data ?? []
  return (
    <Chart
      title="sign_ups"
      range={range}
      rows={rows}
      series={[
        { ...label('created'), color: palette.primary.main, values: rows.map(row => row.created) },
        { ...label('activated'), color: palette.success.main, values: rows.map(row => row.activated) },
      ]}
    />
  )
}

function Messages({ range }: { range: Range }) {
  const label = useLabel()
  const palette = useTheme().palette
  const rows = useMessages(range).data?.data ?? []
  return (
    <Chart
      title="messages"
      range={range}
      rows={rows}
      series={[
        { ...label('sent'), color: palette.text.secondary, values: rows.map(row => row.sent) },
        { ...label('delivered'), color: palette.primary.main, values: rows.map(row => row.delivered) },
        { ...label('proven'), color: palette.success.main, values: rows.map(row => row.proven) },
        { ...label('failed'), color: palette.error.main, values: rows.map(row => row.failed) },
      ]}
    />
  )
}

function Refusals({ range }: { range: Range }) {
  const translate = useTranslate()
  const { palette } = useTheme()
  const rows = useRefusals(range).data?.data ?? []
  const met = new Set(rows.flatMap(row => Object.keys(row.refusals)))
  // A kind that is not known here comes last.
  const kinds = [...new Set([...Object.keys(REFUSAL_COLORS), ...met])].filter(kind => met.has(kind))
  return (
    <Chart
      title="limits"
      range={range}
      rows={rows}
      kind="stacked"
      series={kinds.map(kind => ({
        key: kind,
        label: translate(`${WORDS}.kinds.${kind}`, { _: kind }),
        color: REFUSAL_COLORS[kind] ?? palette.text.secondary,
        values: rows.map(row => row.refusals[kind] ?? 0),
      }))}
    />
  )
}

function Seconds({ range }: { range: Range }) {
  const translate = useTranslate()
  const { palette } = useTheme()
  const rows = (useMessages(range).data?.data ?? []).filter(row => row.seconds_to_proof.p50 !== null)
  const label = translate(`${WORDS}.columns.p50`)
  const values = rows.map(row => row.seconds_to_proof.p50)
  return (
    <Chart
      title="seconds"
      range={range}
      rows={rows}
      kind="line"
      series={[{ key: 'p50', label, color: palette.primary.main, values }]}
    />
  )
}

interface ChartProps {
  title: string
  range: Range
  rows: When[]
  series: Series[]
  kind?: 'grouped' | 'stacked' | 'line'
}

/** A drawing that can be read as a table instead: by who hears the page, and by who wants to copy the numbers. */
function Chart({ title: name, range, rows, series, kind = 'grouped' }: ChartProps) {
  const translate = useTranslate()
  const title = `${WORDS}.charts.${name}`
  const [isTable, setTable] = useStore(`dashboard.table.${title}`, false)
  const labels = useLabels(range, rows)
  if (labels.length === 0) return <Part title={title}>{translate(`${WORDS}.charts.nothing`)}</Part>
  return (
    <Part
      title={title}
      action={
        <ToggleButton
          size="small"
          value="table"
          selected={isTable}
          aria-label={`${translate(`${WORDS}.charts.table`)}: ${translate(title)}`}
          onChange={() => setTable(!isTable)}
          sx={{ flexShrink: 0, paddingBlock: 0.5 }}
        >
          {translate(`${WORDS}.charts.table`)}
        </ToggleButton>
      }
    >
      {isTable ? (
        <Numbers title={title} range={range} labels={labels} series={series} />
      ) : (
        <Drawing labels={labels} series={series} kind={kind} />
      )}
    </Part>
  )
}

interface NumbersProps {
  title: string
  range: Range
  labels: string[]
  series: Series[]
}

function Numbers({ title, range, labels, series }: NumbersProps) {
  const translate = useTranslate()
  const locale = useLocale()
  return (
    <WideTable label={translate(title)} heightMax={TABLE_HEIGHT}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{translate(`${WORDS}.columns.${stepOf(range)}`)}</TableCell>
            {series.map(({ key, label }) => (
              <TableCell key={key} align="right">
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {labels.map((label, row) => (
            <TableRow key={label}>
              <TableCell component="th" scope="row">
                {label}
              </TableCell>
              {series.map(({ key, values }) => (
                <TableCell key={key} align="right">
                  {values[row]?.toLocaleString(locale) ?? '–'}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </WideTable>
  )
}

/** What a series is called. */
function useLabel(): (key: string) => Pick<Series, 'key' | 'label'> {
  const translate = useTranslate()
  return key => ({ key, label: translate(`${WORDS}.charts.${key}`) })
}

function useLabels(range: Range, rows: When[]): string[] {
  const locale = useLocale()
  return rows.map(({ day, hour }) =>
    stepOf(range) === 'hour'
      ? new Date(hour ?? '').toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
      : new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  )
}
