import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useLocale, useRecordContext, useTranslate } from 'react-admin'
import { countryName } from '../../countries.ts'
import type { Gateway } from './state.tsx'

/** The senders of a gateway that are only for one country. Nothing where it has none. */
export function SenderTable() {
  const translate = useTranslate()
  const locale = useLocale()
  const gateway = useRecordContext<Gateway & { senders: Record<string, string> }>()
  const senders = Object.entries(gateway?.senders ?? {})
  if (senders.length === 0) return null
  return (
    <Table size="small" sx={{ maxWidth: '30rem', marginTop: 2, '& caption': { captionSide: 'top', padding: 0 } }}>
      <caption>{translate('resources.sms_gateways.fields.senders')}</caption>
      <TableHead>
        <TableRow>
          <TableCell>{translate('resources.sms_gateways.senders.country')}</TableCell>
          <TableCell>{translate('resources.sms_gateways.senders.sender')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {senders.map(([country, sender]) => (
          <TableRow key={country}>
            <TableCell>{countryName(country, locale)}</TableCell>
            <TableCell>{sender}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
