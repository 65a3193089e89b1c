import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined'
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useFormState } from 'react-hook-form'

interface MoreFieldsProps {
  /** The fields within: a mistake in one of them opens it. */
  sources: string[]
  title: string
  /** What is within, in a few words. */
  text: string
  children: ReactNode
}

/** Inputs that most records do well without: folded away until somebody looks for them. */
export function MoreFields({ sources, title, text, children }: MoreFieldsProps) {
  const translate = useTranslate()
  const { errors } = useFormState()
  const [isOpen, setOpen] = useState(false)
  const hasMistake = sources.some(source => errors[source] !== undefined)
  return (
    <Accordion
      expanded={isOpen || hasMistake}
      onChange={(_event, next) => setOpen(next)}
      disableGutters
      slotProps={{ heading: { component: 'h2' } }}
      sx={{ width: '100%', marginTop: 2, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Box>
          <Typography sx={{ fontWeight: 600 }}>{translate(title)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(text)}
          </Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails>{children}</AccordionDetails>
    </Accordion>
  )
}
