import {
  Alert,
  Box,
  Button,
  FormControlLabel,
  FormLabel,
  LinearProgress,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material'
import { type FormEvent, useId, useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import { makePortal } from './make-portal.ts'
import { TEMPLATES } from './templates.ts'

const WORDS = 'gatehouse.setup'

/** A portal and its plans out of a template. */
export function PortalStep({ onMade }: { onMade: () => void }) {
  const translate = useTranslate()
  const labelId = useId()
  const { data: portals = [] } = useGetList('splash_portals', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  const [name, setName] = useState('')
  const [templateId, setTemplateId] = useState('hotel')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault()
    const template = TEMPLATES.find(({ id }) => id === templateId)
    if (!template) return
    setBusy(true)
    setError('')
    try {
      await makePortal(name.trim(), template)
      onMade()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={make}>
      {portals.length > 0 && (
        <Alert severity="success" sx={{ marginBottom: 2 }}>
          {translate(`${WORDS}.portal_have`, { names: portals.map(portal => portal.name).join(', ') })}
        </Alert>
      )}
      <TextField
        label={translate(`${WORDS}.portal_name`)}
        helperText={translate(`${WORDS}.portal_name_help`)}
        value={name}
        onChange={event => setName(event.target.value)}
        required
      />
      <FormLabel id={labelId}>{translate(`${WORDS}.portal_template`)}</FormLabel>
      <RadioGroup aria-labelledby={labelId} value={templateId} onChange={event => setTemplateId(event.target.value)}>
        {TEMPLATES.map(({ id }) => (
          <FormControlLabel
            key={id}
            value={id}
            control={<Radio />}
            label={
              <Typography component="span" variant="body2">
                <strong>{translate(`${WORDS}.templates.${id}`)}</strong>: {translate(`${WORDS}.templates.${id}_text`)}
              </Typography>
            }
          />
        ))}
      </RadioGroup>
      {error && <Alert severity="error">{error}</Alert>}
      {isBusy && <LinearProgress aria-label={translate(`${WORDS}.portal_making`)} />}
      <Box sx={{ marginTop: 2 }}>
        <Button type="submit" variant="contained" disabled={isBusy}>
          {translate(`${WORDS}.portal_make`)}
        </Button>
      </Box>
    </form>
  )
}
