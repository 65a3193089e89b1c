import {
  Alert,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Button as MuiButton,
  TextField,
} from '@mui/material'
import { useState } from 'react'
import { useNotify, useRedirect, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'

const WORDS = 'resources.accounts.actions'

/** Erases a guest's data, once their login has been typed: nothing brings them back. */
export function EraseDialog({ accountId, login, onClose }: { accountId: string; login: string; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function erase(): Promise<void> {
    setBusy(true)
    setError('')
    try {
      await call(`/accounts/${accountId}/erase`, { method: 'POST', body: {} })
      notify(`${WORDS}.erased`, { type: 'success' })
      redirect('list', 'accounts')
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="erase-title">
      <DialogTitle id="erase-title">{translate(`${WORDS}.erase`)}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ marginBottom: 2 }}>{translate(`${WORDS}.erase_question`)}</DialogContentText>
        <TextField
          label={translate(`${WORDS}.erase_type`, { login })}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          autoComplete="off"
          autoFocus
        />
        {error && <Alert severity="error">{error}</Alert>}
      </DialogContent>
      <DialogActions>
        <MuiButton onClick={onClose}>{translate('ra.action.cancel')}</MuiButton>
        <MuiButton color="error" variant="contained" onClick={erase} disabled={typed !== login || isBusy}>
          {translate(`${WORDS}.erase`)}
        </MuiButton>
      </DialogActions>
    </Dialog>
  )
}
