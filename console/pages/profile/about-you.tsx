import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useLocale, useNotify, useSetLocale, useTranslate } from 'react-admin'
import type { Me } from '../../auth-provider.ts'
import { LOCALES } from '../../i18n.ts'
import { call } from '../../rest.ts'

export function AboutYou({ me, onChange }: { me: Me; onChange: () => Promise<void> }) {
  const translate = useTranslate()
  const notify = useNotify()
  const setLocale = useSetLocale()
  const [name, setName] = useState(me.administrator?.name ?? '')
  const [email, setEmail] = useState(me.administrator?.email ?? '')
  const shown = useLocale()
  const [locale, chooseLocale] = useState(me.administrator?.locale || shown)
  const [error, setError] = useState('')
  const words = 'gatehouse.profile'

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setError('')
    try {
      await call('/me', { method: 'PATCH', body: { name, email, locale } })
      await setLocale(locale)
      await onChange()
      notify(`${words}.saved`, { type: 'success' })
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }

  return (
    <form onSubmit={save}>
      <Typography variant="body2" sx={{ marginBottom: 1 }}>
        {translate(`${words}.role`, {
          role: translate(`gatehouse.roles.${me.role}`),
          help: translate(`gatehouse.roles.${me.role}_help`),
        })}
      </Typography>
      <TextField
        label={translate(`${words}.name`)}
        value={name}
        onChange={event => setName(event.target.value)}
        autoComplete="name"
      />
      <TextField
        label={translate(`${words}.email`)}
        type="email"
        value={email}
        onChange={event => setEmail(event.target.value)}
        autoComplete="email"
      />
      <TextField
        select
        label={translate(`${words}.language`)}
        value={locale}
        onChange={event => chooseLocale(event.target.value)}
      >
        {LOCALES.map(({ locale: id, name: text }) => (
          <MenuItem key={id} value={id}>
            {text}
          </MenuItem>
        ))}
      </TextField>
      {error && <Alert severity="error">{error}</Alert>}
      <Box sx={{ marginTop: 1 }}>
        <Button type="submit" variant="contained">
          {translate(`${words}.save`)}
        </Button>
      </Box>
    </form>
  )
}
