import { Alert, Box, Button, TextField } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'

export function ChangePassword({ login }: { login: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [password, setPassword] = useState('')
  const [error, setError] = useState('')
  const words = 'gatehouse.profile'

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setError('')
    try {
      await call('/me', { method: 'PATCH', body: { password } })
      setPassword('')
      notify(`${words}.password_changed`, { type: 'success' })
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }

  return (
    <form onSubmit={save}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <TextField
        label={translate(`${words}.new_password`)}
        helperText={translate(`${words}.new_password_help`)}
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      {error && <Alert severity="error">{error}</Alert>}
      <Box sx={{ marginTop: 1 }}>
        <Button type="submit" variant="outlined" disabled={password === ''}>
          {translate(`${words}.change_password`)}
        </Button>
      </Box>
    </form>
  )
}
