import CheckIcon from '@mui/icons-material/KeyOutlined'
import SendIcon from '@mui/icons-material/SendOutlined'
import { Link as ExternalLink } from '@mui/material'
import { useRecordContext, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'
import { type Tried, TryOut } from '../../scaffold/try-out.tsx'

const SEVERITIES: Record<string, Tried['severity']> = {
  ok: 'success',
  accepted: 'success',
  cannot_tell: 'error',
  throttled: 'warning',
  unknown: 'warning',
  refused: 'error',
  rejected: 'error',
  unavailable: 'error',
}

interface Answer {
  outcome: string
  code: string
  message: string
  hint: string
}

/** Connects and signs in, and sends nothing. */
export function CheckMailServer() {
  const translate = useTranslate()
  const record = useRecordContext()
  if (record?.provider === 'simulator') return null
  return (
    <TryOut
      operation="check_mail_servers"
      phrases="resources.mail_servers.check"
      icon={<CheckIcon />}
      act={async id => said(translate, 'check', await call<Answer>(`/mail_servers/${id}/check`, { method: 'POST', body: {} }))}
    />
  )
}

/** Sends one mail to the operator's own mailbox. */
export function TestMailServer({ inPage }: { inPage?: 'text' | 'contained' }) {
  const translate = useTranslate()
  const record = useRecordContext()
  return (
    <TryOut
      operation="test_mail_servers"
      phrases="resources.mail_servers.test"
      icon={<SendIcon />}
      recipient="email"
      inPage={inPage}
      act={async (id, to) => {
        const answer = await call<Answer>(`/mail_servers/${id}/test`, { method: 'POST', body: { to } })
        return {
          ...said(translate, 'test', answer),
          next: record?.provider === 'simulator' && (
            <ExternalLink href="/simulator" target="_blank" rel="noreferrer">
              {translate('resources.mail_servers.test.simulator')}
            </ExternalLink>
          ),
        }
      }}
    />
  )
}

function said(translate: ReturnType<typeof useTranslate>, what: 'check' | 'test', answer: Answer): Tried {
  const { outcome, code, message, hint } = answer
  return {
    severity: SEVERITIES[outcome] ?? 'warning',
    title: translate(`resources.mail_servers.${what}.${outcome}`),
    texts: [hint, message],
    code,
  }
}
