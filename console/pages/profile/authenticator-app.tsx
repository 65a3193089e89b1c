import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { Confirm, useNotify, useTranslate } from 'react-admin'
import type { Me } from '../../auth-provider.ts'
import { QrCode } from '../../qr-code.tsx'
import { call } from '../../rest.ts'
import { NewRecoveryCodes } from './recovery-codes.tsx'

const WORDS = 'gatehouse.profile'

interface Secret {
  secret: string
  uri: string
}

/** Sets up the authenticator app, and shows the recovery codes that come with it. */
export function AuthenticatorApp({ me, onChange }: { me: Me; onChange: () => Promise<void> }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [secret, setSecret] = useState<Secret>()
  const [codes, setCodes] = useState<string[]>()
  const [isRemoving, setRemoving] = useState(false)
  const [error, setError] = useState('')

  async function attempt(act: () => Promise<void>): Promise<void> {
    setError('')
    try {
      await act()
      await onChange()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setRemoving(false)
    }
  }

  const start = () => attempt(async () => setSecret(await call<Secret>('/me/totp', { method: 'POST', body: {} })))
  const confirm = (code: string) =>
    attempt(async () => {
      const { recovery_codes: made } = await call<{ recovery_codes: string[] }>('/me/totp/confirm', {
        method: 'POST',
        body: { code },
      })
      setSecret(undefined)
      setCodes(made)
    })
  const remove = () =>
    attempt(async () => {
      await call('/me/totp', { method: 'DELETE' })
      notify(`${WORDS}.totp_removed`, { type: 'success' })
    })

  return (
    <>
      <Typography variant="body2" sx={{ marginBottom: 1 }}>
        {translate(`${WORDS}.second_factor_why`)}
      </Typography>
      <Alert severity={me.totp_enabled ? 'success' : me.passkeys > 0 ? 'info' : 'warning'}>
        <strong>{translate(`${WORDS}.totp`)}</strong>: {translate(me.totp_enabled ? `${WORDS}.totp_on` : `${WORDS}.totp_off`)}
      </Alert>
      {secret && <Scan secret={secret} onCode={confirm} />}
      {error && (
        <Alert severity="error" sx={{ marginTop: 1 }}>
          {error}
        </Alert>
      )}
      {!me.totp_enabled && !secret && (
        <Button variant="contained" onClick={start} sx={{ marginTop: 2 }}>
          {translate(`${WORDS}.totp_start`)}
        </Button>
      )}
      {me.totp_enabled && (
        <Button variant="outlined" color="error" onClick={() => setRemoving(true)} sx={{ marginTop: 2 }}>
          {translate(`${WORDS}.totp_remove`)}
        </Button>
      )}
      <Confirm
        isOpen={isRemoving}
        title={translate(`${WORDS}.totp_remove`)}
        content={translate(`${WORDS}.totp_remove_question`)}
        confirmColor="warning"
        onConfirm={remove}
        onClose={() => setRemoving(false)}
      />
      {codes && <NewRecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </>
  )
}

function Scan({ secret, onCode }: { secret: Secret; onCode: (code: string) => void }) {
  const translate = useTranslate()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCode(code.replace(/\s/g, ''))
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ marginTop: 2 }}>
      <Typography variant="body2" gutterBottom>
        {translate(`${WORDS}.totp_scan`)}
      </Typography>
      <QrCode text={secret.uri} label={translate(`${WORDS}.totp_scan`)} size="12rem" />
      <Typography variant="body2" sx={{ marginBlock: 1, overflowWrap: 'anywhere' }}>
        {translate(`${WORDS}.totp_key`)}: <code>{secret.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </Typography>
      <TextField
        label={translate(`${WORDS}.totp_code`)}
        value={code}
        onChange={event => setCode(event.target.value)}
        autoComplete="one-time-code"
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        required
        autoFocus
      />
      <Button type="submit" variant="contained" sx={{ marginTop: 1 }}>
        {translate(`${WORDS}.totp_confirm`)}
      </Button>
    </Box>
  )
}
