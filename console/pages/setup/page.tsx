import { Box, Button, Step, StepButton, Stepper, Typography, useMediaQuery } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { Title, useStore, useTranslate } from 'react-admin'
import { Part } from '../../scaffold/part.tsx'
import { SettingsForm } from '../settings.tsx'
import { DoneStep } from './done.tsx'
import { PortalStep } from './portal.tsx'
import { GatewayStep, MailStep } from './ways.tsx'

const WORDS = 'gatehouse.setup'
const STEPS = ['operator', 'gateway', 'mail', 'portal', 'done'] as const

/** The walk from an empty installation to the first guest. Each step can be left for later; the dashboard remembers what is missing. */
export function SetupPage() {
  const translate = useTranslate()
  const isNarrow = useMediaQuery('(max-width: 600px)')
  const [at, setAt] = useStore<number>('setup.step', 0)
  const [visited, setVisited] = useState(new Set([at]))
  const go = (step: number) => {
    const next = Math.max(0, Math.min(STEPS.length - 1, step))
    setAt(next)
    setVisited(new Set([...visited, next]))
    window.scrollTo(0, 0)
  }
  const step = STEPS[at] ?? 'operator'
  const onNext = () => go(at + 1)
  const pages: Record<(typeof STEPS)[number], ReactNode> = {
    operator: <SettingsForm onSaved={onNext} saveLabel={`${WORDS}.next`} />,
    gateway: <GatewayStep />,
    mail: <MailStep />,
    portal: <PortalStep onMade={onNext} />,
    done: <DoneStep onFinish={() => setAt(0)} />,
  }
  return (
    <Box sx={{ maxWidth: '56rem', width: '100%', marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={`${WORDS}.title`} />
      <Stepper activeStep={at} nonLinear alternativeLabel={isNarrow} component="ol" sx={{ padding: 0, listStyle: 'none' }}>
        {STEPS.map((name, index) => (
          <Step key={name} component="li" completed={index < at && visited.has(index)}>
            <StepButton onClick={() => go(index)}>{translate(`${WORDS}.steps.${name}`)}</StepButton>
          </Step>
        ))}
      </Stepper>
      <Part title={`${WORDS}.steps.${step}`}>
        {step !== 'done' && <Typography sx={{ marginBottom: 2 }}>{translate(`${WORDS}.${step}_text`)}</Typography>}
        {pages[step]}
      </Part>
      <Box sx={{ display: 'flex', gap: 1 }}>
        {at > 0 && <Button onClick={() => go(at - 1)}>{translate(`${WORDS}.back`)}</Button>}
        {step !== 'done' && (
          <Button onClick={onNext} variant={step === 'operator' ? 'text' : 'outlined'}>
            {translate(step === 'operator' ? `${WORDS}.later` : `${WORDS}.skip`)}
          </Button>
        )}
      </Box>
    </Box>
  )
}
