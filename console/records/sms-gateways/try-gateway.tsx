import CheckIcon from '@mui/icons-material/KeyOutlined'
import SendIcon from '@mui/icons-material/SendOutlined'
import { Link as ExternalLink } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { call } from '../../rest.ts'
import { type Tried, TryOut } from '../../scaffold/try-out.tsx'
import { useProvider } from './providers.ts'

const SEVERITIES: Record<string, Tried['severity']> = {
  ok: 'success',
  accepted: 'success',
  cannot_tell: 'warning',
  throttled: 'warning',
  unknown: 'warning',
  refused: 'error',
  rejected: 'error',
  unavailable: 'error',
}

interface Answer {
  outcome: string
  error_code: string
  explanation: string
  message_id?: string
}

/** Asks the provider whether it knows the credentials, where it can be asked without sending. */
export function CheckGateway() {
  const translate = useTranslate()
  const record = useRecordContext()
  const provider = useProvider(record?.provider)
  if (!provider?.can_check || provider.id === 'simulator') return null
  return (
    <TryOut
      operation="check_sms_gateway"
      phrases="resources.sms_gateways.check"
      icon={<CheckIcon />}
      act={async id => said(translate, 'check', await call<Answer>(`/sms_gateways/${id}/check`, { method: 'POST', body: {} }))}
    />
  )
}

/** Sends one message to the operator's own phone. */
export function TestGateway({ inPage }: { inPage?: 'text' | 'contained' }) {
  const translate = useTranslate()
  const record = useRecordContext()
  return (
    <TryOut
      operation="test_sms_gateway"
      phrases="resources.sms_gateways.test"
      icon={<SendIcon />}
      recipient="tel"
      inPage={inPage}
      act={async (id, to) => {
        const answer = await call<Answer>(`/sms_gateways/${id}/test`, { method: 'POST', body: { to } })
        const isSimulator = record?.provider === 'simulator' && answer.outcome === 'accepted'
        return {
          ...said(translate, 'test', answer),
          next: (
            <>
              <div>
                <Link to={`/messages/${answer.message_id}/show`}>{translate('resources.sms_gateways.test.follow')}</Link>
              </div>
              {isSimulator && (
                <ExternalLink href="/simulator" target="_blank" rel="noreferrer">
                  {translate('resources.sms_gateways.test.simulator')}
                </ExternalLink>
              )}
            </>
          ),
        }
      }}
    />
  )
}

function said(translate: ReturnType<typeof useTranslate>, what: 'check' | 'test', answer: Answer): Tried {
  const { outcome, error_code: code, explanation } = answer
  return {
    severity: SEVERITIES[outcome] ?? 'warning',
    title: translate(`resources.sms_gateways.${what}.${outcome}`),
    texts: [explanation],
    code,
  }
}
