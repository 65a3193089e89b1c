import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material'
import { startAuthentication } from '@simplewebauthn/browser'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { forgetMe, type Me, readMe } from '../auth-provider.ts'
import { tellFailure } from '../passkey-failure.ts'
import { call, onConfirmNeeded } from '../rest.ts'

/** Asks for the password or a passkey before something sensitive, when the API wants it; what was started then goes on. */
export function ConfirmIdentity() {
  const translate = useTranslate()
  const answer = useRef<((confirmed: boolean) => void) | undefined>(undefined)
  const [me, setMe] = useState<Me>()
  const [password, setPassword] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    onConfirmNeeded(async () => {
      setMe(await readMe())
      return new Promise(resolve => {
        answer.current = resolve
      })
    })
  }, [])

  function close(confirmed: boolean): void {
    forgetMe()
    setMe(undefined)
    setPassword('')
    setError('')
    answer.current?.(confirmed)
  }

  async function confirmWith(body: () => Promise<unknown>): Promise<void> {
    setBusy(true)
    setError('')
    try {
      await call('/me/confirm', { method: 'POST', body: await body() })
      close(true)
    } catch (failure) {
      setError(tellFailure(failure))
    } finally {
      setBusy(false)
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    // The dialog may lie over a form of its own; that one is not what is sent.
    event.stopPropagation()
    void confirmWith(async () => ({ password }))
  }

  const usePasskey = () => confirmWith(proveByPasskey)

  return (
    <Dialog open={me !== undefined} onClose={() => close(false)} aria-labelledby="confirm-identity-title" maxWidth="xs" fullWidth>
      <form onSubmit={submit}>
        <DialogTitle id="confirm-identity-title">{translate('gatehouse.confirm.title')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ marginBottom: 2 }}>{translate('gatehouse.confirm.why')}</DialogContentText>
          <input type="text" name="username" autoComplete="username" value={me?.administrator?.login ?? ''} readOnly hidden />
          <TextField
            type="password"
            label={translate('gatehouse.sign_in.password')}
            autoComplete="current-password"
            value={password}
            onChange={event => setPassword(event.target.value)}
            autoFocus
            required
          />
          {error && (
            <Alert severity="error" sx={{ marginTop: 1 }}>
              {translate(error, { _: error })}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => close(false)}>{translate('ra.action.cancel')}</Button>
          {(me?.passkeys ?? 0) > 0 && (
            <Button onClick={usePasskey} disabled={isBusy}>
              {translate('gatehouse.sign_in.with_passkey')}
            </Button>
          )}
          <Button type="submit" variant="contained" disabled={isBusy || password === ''}>
            {translate('ra.action.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

async function proveByPasskey(): Promise<unknown> {
  const { challenge_id, options } = await call<{
    challenge_id: string
    options: Parameters<typeof startAuthentication>[0]['optionsJSON']
  }>('/me/confirm/options', { method: 'POST', body: {} })
  return { challenge_id, response: await startAuthentication({ optionsJSON: options }) }
}
