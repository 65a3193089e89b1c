import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useLocale, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { countryName } from '../../countries.ts'
import { WideTable } from '../../scaffold/wide-table.tsx'
import { describeSeconds, describeSpend } from './figures.tsx'
import { type MessageFigures, type Range, useCountries, useGateways } from './questions.ts'

const WORDS = 'gatehouse.dashboard'
const ROWS_MAX = 10

export function GatewayTable({ range }: { range: Range }) {
  const translate = useTranslate()
  const rows = useGateways(range).data?.data
  return (
    <FigureTable
      head="gateway"
      rows={rows?.map(row => ({
        figures: row,
        key: row.sms_gateway_id ?? '',
        name: row.sms_gateway_id ? (
          <Link to={`/sms_gateways/${row.sms_gateway_id}/show`}>{row.sms_gateway ?? row.sms_gateway_id}</Link>
        ) : (
          translate(`${WORDS}.columns.none`)
        ),
      }))}
    />
  )
}

export function CountryTable({ range }: { range: Range }) {
  const translate = useTranslate()
  const locale = useLocale()
  const rows = useCountries(range).data?.data
  return (
    <FigureTable
      head="country"
      rows={rows?.map(row => ({
        figures: row,
        key: row.country ?? '',
        name: row.country ? countryName(row.country, locale) : translate(`${WORDS}.columns.unknown_country`),
      }))}
    />
  )
}

interface FigureRow {
  key: string
  name: ReactNode
  figures: MessageFigures
}

/** The busiest first. */
function FigureTable({ head, rows }: { head: string; rows: FigureRow[] | undefined }) {
  const translate = useTranslate()
  const locale = useLocale()
  const share = (value: number | null) =>
    value === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
  if (!rows) return <Typography variant="body2">…</Typography>
  if (rows.length === 0) return <Typography variant="body2">{translate(`${WORDS}.charts.nothing`)}</Typography>
  const busiest = rows.toSorted((a, b) => b.figures.sent - a.figures.sent).slice(0, ROWS_MAX)
  return (
    <WideTable label={translate(`${WORDS}.columns.${head}`)}>
      <Table size="small" sx={{ '& td, & th': { paddingInline: 1 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate(`${WORDS}.columns.${head}`)}</TableCell>
            {['sent', 'delivery_rate', 'proven_rate', 'p50', 'spend'].map(name => (
              <TableCell key={name} align="right">
                {translate(`${WORDS}.columns.${name}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {busiest.map(({ key, name, figures }) => (
            <TableRow key={key}>
              <TableCell component="th" scope="row">
                {name}
              </TableCell>
              <TableCell align="right">{figures.sent.toLocaleString(locale)}</TableCell>
              <TableCell align="right">{share(figures.delivery_rate)}</TableCell>
              <TableCell align="right">{share(figures.proven_rate)}</TableCell>
              <TableCell align="right">
                {figures.seconds_to_proof.p50 === null ? '–' : describeSeconds(figures.seconds_to_proof.p50, locale)}
              </TableCell>
              <TableCell align="right">{describeSpend(figures.spend, locale) || '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </WideTable>
  )
}
