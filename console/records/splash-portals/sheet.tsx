import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Box, Button, Checkbox, FormControlLabel, Paper, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { Loading, Title, useGetOne, useTranslate } from 'react-admin'
import { useParams } from 'react-router'
import { LOCALES, type Locale } from '../../i18n.ts'
import { QrCode } from '../../qr-code.tsx'
import { call } from '../../rest.ts'
import { NotRead } from '../../scaffold/not-read.tsx'
import { SHEET_WORDS } from './sheet-words.ts'

const WORDS = 'resources.splash_portals.sheet_page'

/** A sheet to print and hang up: the way into the network and to the portal, as codes that phones read. */
export function SplashPortalSheet() {
  const translate = useTranslate()
  const { id = '' } = useParams()
  const { data: portal, ...ofPortal } = useGetOne('splash_portals', { id })
  const { data: settings, ...ofSettings } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call<{ public_url_in_use: string }>('/settings', { signal }),
  })
  const [network, setNetwork] = useState('')
  const [locales, setLocales] = useState<Locale[]>(['en'])
  const failed = [ofPortal, ofSettings].find(({ error }) => error)
  if (!portal || !settings)
    return (
      <>
        <Title title={`${WORDS}.title`} />
        {failed?.error ? <NotRead error={failed.error} onRetry={failed.refetch} /> : <Loading />}
      </>
    )
  const toggle = (locale: Locale) =>
    setLocales(locales.includes(locale) ? locales.filter(other => other !== locale) : [...locales, locale])
  return (
    <Box sx={{ marginTop: 2, maxWidth: '56rem' }}>
      <Title title={`${WORDS}.title`} />
      <Box sx={{ '@media print': { display: 'none' }, marginBottom: 2 }}>
        <TextField
          label={translate(`${WORDS}.network`)}
          helperText={translate(`${WORDS}.network_help`)}
          value={network}
          onChange={event => setNetwork(event.target.value)}
        />
        <Box role="group" aria-label={translate(`${WORDS}.languages`)}>
          {LOCALES.map(({ locale, name }) => (
            <FormControlLabel
              key={locale}
              control={<Checkbox checked={locales.includes(locale)} onChange={() => toggle(locale)} />}
              label={name}
            />
          ))}
        </Box>
        <Button variant="contained" startIcon={<PrintIcon />} onClick={() => window.print()}>
          {translate(`${WORDS}.print`)}
        </Button>
      </Box>
      <Sheet
        portal={portal as unknown as Portal}
        url={`${settings.public_url_in_use}/portal/${portal.slug}`}
        network={network.trim()}
        locales={locales}
      />
    </Box>
  )
}

interface Portal {
  name: string
  brand_name: string
  logo_url: string
}

function Sheet({ portal, url, network, locales }: { portal: Portal; url: string; network: string; locales: Locale[] }) {
  const words = locales.map(locale => SHEET_WORDS[locale])
  return (
    <Paper
      sx={{ padding: 5, textAlign: 'center', backgroundColor: '#fff', color: '#111', '@media print': { border: 0, padding: 0 } }}
    >
      {portal.logo_url && (
        <Box component="img" src={portal.logo_url} alt="" sx={{ maxHeight: 96, maxWidth: '60%', marginBottom: 2 }} />
      )}
      <Typography component="h2" sx={{ fontSize: '2.5rem', fontWeight: 700, marginBottom: 3 }}>
        {portal.brand_name || portal.name}: {words[0]?.heading ?? 'Wi-Fi'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 6, justifyContent: 'center', flexWrap: 'wrap' }}>
        {network && <Scannable text={joinCode(network)} lines={words.map(word => word.join.replace('%{network}', network))} />}
        <Scannable text={url} lines={words.map(word => (network ? word.second : word.open))} address={url} />
      </Box>
    </Paper>
  )
}

function Scannable({ text, lines, address = '' }: { text: string; lines: string[]; address?: string }) {
  return (
    <Box sx={{ width: '22rem', maxWidth: '100%' }}>
      <Box sx={{ display: 'flex', justifyContent: 'center' }}>
        <QrCode text={text} label={[...lines, address].join('. ')} size="20rem" />
      </Box>
      {lines.map(line => (
        <Typography key={line} sx={{ overflowWrap: 'anywhere', fontSize: '1.1rem' }}>
          {line}
        </Typography>
      ))}
      {address && <Typography sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}>{breakable(address)}</Typography>}
    </Box>
  )
}

/** An address is read best when a line ends after a slash. */
function breakable(address: string): ReactNode[] {
  return address.split(/(?<=[^/:]\/)/).map(part => (
    <Fragment key={part}>
      {/* Not after a hyphen: it would seem to be one that divides a word. */}
      <Box component="span" sx={{ display: 'inline-block', maxWidth: '100%' }}>
        {part}
      </Box>
      <wbr />
    </Fragment>
  ))
}

/** What phones take for "join this open network" (the ZXing form, which iOS and Android read). */
function joinCode(network: string): string {
  return `WIFI:T:nopass;S:${network.replaceAll(/[\\;,:"]/g, sign => `\\${sign}`)};;`
}
