import { Alert, Typography } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { CopyText } from '../../scaffold/copy-text.tsx'
import { Section } from '../../scaffold/form.tsx'
import { receiptsOf, useProvider } from './providers.ts'
import type { Gateway } from './state.tsx'

const WORDS = 'resources.sms_gateways.receipts'
const LOCAL = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[|[^.]+$|.*\.(local|lan|internal|test|home\.arpa)$)/

/** Where a provider reports to, with what has to be set up there. */
export function Receipts() {
  const translate = useTranslate()
  const gateway = useRecordContext<Gateway & { callback_url: string }>()
  const provider = useProvider(gateway?.provider)
  if (!gateway || !provider) return null
  const kind = receiptsOf(provider)
  const address = gateway.callback_url
  const hasAddress = kind === 'by_hand' || kind === 'generic'
  // Kannel has no texts from phones that Gatehouse could hear.
  const hasInbound = hasAddress || (kind === 'per_message' && provider.id !== 'kannel')
  const isLocal = LOCAL.test(URL.parse(address)?.hostname ?? '')
  return (
    <Section title="resources.sms_gateways.sections.receipts">
      <Typography variant="body2">{translate(`${WORDS}.${kind}`)}</Typography>
      {isLocal && (hasAddress || hasInbound) && (
        <Alert severity="warning" sx={{ marginTop: 1 }}>
          {translate(`${WORDS}.local`)}
        </Alert>
      )}
      {(hasAddress || hasInbound) && <CopyText label={translate(`${WORDS}.address`)} text={address} />}
      {hasInbound && (
        <>
          <Typography variant="body2" sx={{ marginTop: 2 }}>
            {translate(`${WORDS}.inbound`)}
          </Typography>
          <CopyText label={translate(`${WORDS}.inbound_address`)} text={inboundAddress(address)} />
        </>
      )}
      {address.includes('?t=') && (hasAddress || hasInbound) && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(`${WORDS}.secret`)}
        </Typography>
      )}
    </Section>
  )
}

/** Texts from phones go to the same address with `/inbound` before the question mark. */
function inboundAddress(address: string): string {
  const [path = '', query] = address.split('?')
  return `${path}/inbound${query === undefined ? '' : `?${query}`}`
}
