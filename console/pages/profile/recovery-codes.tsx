import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useState } from 'react'
import { Confirm, useTranslate } from 'react-admin'
import type { Me } from '../../auth-provider.ts'
import { call } from '../../rest.ts'
import { useCopy } from '../../scaffold/copy-text.tsx'

const WORDS = 'gatehouse.profile'
/** So few that it is time for new ones. */
const FEW = 3

/** Makes new recovery codes; those of before are worth nothing then. */
export async function makeRecoveryCodes(): Promise<string[]> {
  return (await call<{ recovery_codes: string[] }>('/me/recovery_codes', { method: 'POST', body: {} })).recovery_codes
}

/** How many recovery codes are left, and the way to new ones. */
export function RecoveryCodes({ me, onChange }: { me: Me; onChange: () => Promise<void> }) {
  const translate = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const [codes, setCodes] = useState<string[]>()
  const [error, setError] = useState('')

  async function renew(): Promise<void> {
    setError('')
    try {
      setCodes(await makeRecoveryCodes())
      await onChange()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setAsking(false)
    }
  }

  return (
    <>
      <Alert severity={me.recovery_codes_left < FEW ? 'warning' : 'success'}>
        {translate(`${WORDS}.recovery_left`, { smart_count: me.recovery_codes_left })}
      </Alert>
      {error && (
        <Alert severity="error" sx={{ marginTop: 1 }}>
          {error}
        </Alert>
      )}
      <Button variant="outlined" sx={{ marginTop: 2 }} onClick={() => (me.recovery_codes_left > 0 ? setAsking(true) : renew())}>
        {translate(`${WORDS}.recovery_new`)}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={translate(`${WORDS}.recovery_new`)}
        content={translate(`${WORDS}.recovery_new_question`)}
        onConfirm={renew}
        onClose={() => setAsking(false)}
      />
      {codes && <NewRecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </>
  )
}

/** Shows recovery codes, once. */
export function NewRecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const translate = useTranslate()
  const { copy } = useCopy()
  return (
    <Dialog open aria-labelledby="recovery-title">
      <DialogTitle id="recovery-title">{translate(`${WORDS}.recovery`)}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate(`${WORDS}.recovery_text`)}</DialogContentText>
        <Box
          component="ul"
          aria-labelledby="recovery-title"
          sx={{ columns: '10rem 2', fontFamily: 'monospace', fontSize: '1rem', listStyle: 'none', padding: 0 }}
        >
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => copy(codes.join('\n'))}>{translate(`${WORDS}.recovery_copy`)}</Button>
        <Button variant="contained" onClick={onClose}>
          {translate(`${WORDS}.recovery_kept`)}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
