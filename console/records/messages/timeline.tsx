import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { RecordContextProvider, ReferenceField, useLocale, useTranslate } from 'react-admin'
import { useServerText } from '../../server-text.ts'
import { describeDuration, type Message, type Step, timelineOf } from './message.ts'

const WORDS = 'resources.messages'

/** Outcomes after which the same way is not tried again. */
const REFUSALS = new Set(['recipient', 'route', 'configuration', 'content'])

/** Everything that happened to a message, step by step. */
export function Timeline({ message }: { message: Message }) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {timelineOf(message).map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
        <StepItem key={index} step={step}>
          <StepText step={step} message={message} />
        </StepItem>
      ))}
    </Box>
  )
}

function colorOf(step: Step): string {
  if (step.kind === 'proven') return 'success.main'
  if (step.kind === 'next') return 'info.main'
  if (step.kind === 'attempt') {
    const { outcome } = step.attempt
    return outcome === 'accepted' ? 'success.main' : REFUSALS.has(outcome ?? '') ? 'error.main' : 'warning.main'
  }
  if (step.kind === 'event') return step.event.status === 'failed' || step.event.error_code ? 'error.main' : 'success.main'
  return 'text.secondary'
}

function StepItem({ step, children }: { step: Step; children: ReactNode }) {
  const locale = useLocale()
  const { at } = step
  const until = step.kind === 'attempt' ? step.attempt.started_at : at
  const words = new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const end = until === at ? '' : new Date(until).toLocaleTimeString(locale, { timeStyle: 'medium' })
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '13rem 1fr' }, columnGap: 3, position: 'relative' }}
    >
      <Typography
        component="time"
        dateTime={at}
        variant="body2"
        sx={{ color: 'text.secondary', paddingLeft: { xs: 3, sm: 0 }, textAlign: { sm: 'right' } }}
      >
        {words}
        {end && ` – ${end}`}
      </Typography>
      <Box
        sx={{
          borderLeft: '2px solid',
          borderColor: 'divider',
          paddingLeft: 2.5,
          paddingBottom: 2.5,
          position: 'relative',
          '&::before': {
            content: '""',
            position: 'absolute',
            left: -7,
            top: 5,
            width: 12,
            height: 12,
            borderRadius: '50%',
            backgroundColor: colorOf(step),
          },
        }}
      >
        {children}
      </Box>
    </Box>
  )
}

function StepText({ step, message }: { step: Step; message: Message }) {
  const translate = useTranslate()
  const serverText = useServerText()
  const locale = useLocale()
  const line = (key: string, values: Record<string, string | number> = {}) => translate(`${WORDS}.timeline.${key}`, values)
  const timeOf = (iso: string) => new Date(iso).toLocaleTimeString(locale)

  switch (step.kind) {
    case 'created':
      return <Said title={line('created')} text={[line('created_text', { time: timeOf(message.expires_at) })]} />
    case 'proven':
      return (
        <Said
          title={line('proven')}
          text={[line('proven_after', { duration: describeDuration(message.created_at, step.at, locale) })]}
        />
      )
    case 'ended':
      return <Said title={line('ended', { status: translate(`${WORDS}.statuses.${message.status}`, { _: message.status }) })} />
    case 'next':
      return <Said title={line('next')} text={[line('waiting')]} />
    case 'event': {
      const { source, status, error_code: code, error_message: text } = step.event
      const title = line('event', {
        source: translate(`${WORDS}.sources.${source}`, { _: source }),
        status: translate(`${WORDS}.statuses.${status}`, { _: status }),
      })
      return <Said title={title} text={text ? [line('provider_says', { text: serverText(text) })] : []} code={code} />
    }
    case 'attempt': {
      const { first, attempt } = step
      const number = first === attempt ? attempt.number : `${first.number}–${attempt.number}`
      const outcome = translate(`${WORDS}.outcomes.${attempt.outcome}`, { _: attempt.outcome ?? '' })
      const took =
        attempt.finished_at && attempt.outcome
          ? line('attempt_took', { duration: describeDuration(attempt.started_at, attempt.finished_at, locale), outcome })
          : line('attempt_open')
      const says = attempt.error_message ? line('provider_says', { text: serverText(attempt.error_message) }) : ''
      return (
        <Said
          title={
            <RecordContextProvider value={{ ...attempt, id: attempt.number }}>
              {line('attempt', { number, name: '' })}
              {attempt.sms_gateway_id && <ReferenceField source="sms_gateway_id" reference="sms_gateways" link="show" />}
              {attempt.mail_server_id && <ReferenceField source="mail_server_id" reference="mail_servers" link="show" />}
            </RecordContextProvider>
          }
          text={[took, says]}
          code={attempt.error_code ?? ''}
        />
      )
    }
  }
}

function Said({ title, text = [], code = '' }: { title: ReactNode; text?: string[]; code?: string }) {
  return (
    <>
      <Typography component="div" variant="body1" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {text.filter(Boolean).map(line => (
        <Typography key={line} variant="body2">
          {line}
        </Typography>
      ))}
      {code && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <code>{code}</code>
        </Typography>
      )}
    </>
  )
}
