import {
  Alert,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  Button as MuiButton,
  TextField,
} from '@mui/material'
import { useState } from 'react'
import { useGetList, useNotify, useRefresh, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'

const WORDS = 'resources.accounts.actions'
const PORTALS_MAX = 500

/** Sends the guest a link to the page where they set a new password themselves. */
export function ResetDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [portalId, setPortalId] = useState('')
  const [channel, setChannel] = useState('')
  const [mustSignOut, setMustSignOut] = useState(false)
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { data: portals = [] } = useGetList('splash_portals', {
    pagination: { page: 1, perPage: PORTALS_MAX },
    sort: { field: 'name', order: 'ASC' },
  })
  const usable = portals.filter(portal => portal.password_reset_method !== 'none')

  async function send(): Promise<void> {
    setBusy(true)
    setError('')
    try {
      const body = { sign_out: mustSignOut, ...(portalId && { splash_portal_id: portalId }), ...(channel && { channel }) }
      const { contact } = await call<{ contact: string }>(`/accounts/${accountId}/start_password_reset`, { method: 'POST', body })
      notify(`${WORDS}.reset_done`, { type: 'success', messageArgs: { contact } })
      refresh()
      onClose()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="reset-title">
      <DialogTitle id="reset-title">{translate(`${WORDS}.reset_title`)}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ marginBottom: 2 }}>{translate(`${WORDS}.reset_text`)}</DialogContentText>
        {usable.length > 1 && (
          <TextField
            select
            label={translate(`${WORDS}.reset_portal`)}
            value={portalId}
            onChange={event => setPortalId(event.target.value)}
          >
            {usable.map(portal => (
              <MenuItem key={portal.id} value={portal.id}>
                {portal.name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          select
          label={translate(`${WORDS}.reset_channel`)}
          value={channel}
          onChange={event => setChannel(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{translate(`${WORDS}.reset_any`)}</MenuItem>
          <MenuItem value="sms">{translate('gatehouse.channels.sms')}</MenuItem>
          <MenuItem value="email">{translate('gatehouse.channels.email')}</MenuItem>
        </TextField>
        <FormControlLabel
          control={<Checkbox checked={mustSignOut} onChange={event => setMustSignOut(event.target.checked)} />}
          label={translate(`${WORDS}.reset_sign_out`)}
        />
        {error && <Alert severity="error">{error}</Alert>}
      </DialogContent>
      <DialogActions>
        <MuiButton onClick={onClose}>{translate('ra.action.cancel')}</MuiButton>
        <MuiButton variant="contained" onClick={send} disabled={isBusy}>
          {translate(`${WORDS}.reset_go`)}
        </MuiButton>
      </DialogActions>
    </Dialog>
  )
}
