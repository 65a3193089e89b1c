import { Alert, Box, Button, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { Notification, useLogout, useTranslate } from 'react-admin'
import { forgetMe, type Me } from '../auth-provider.ts'
import { ConfirmIdentity } from '../layout/confirm-identity.tsx'
import { Part } from '../scaffold/part.tsx'
import { AuthenticatorApp } from './profile/authenticator-app.tsx'
import { Passkeys } from './profile/passkeys.tsx'

const WORDS = 'gatehouse.sign_in'

/** In place of the console, for whoever has yet to make a second factor that is required of them. */
export function SecondFactorDue({ me, onDone }: { me: Me; onDone: () => void }) {
  const translate = useTranslate()
  const signOut = useLogout()
  const queries = useQueryClient()
  const refresh = async () => {
    forgetMe()
    // Also what React-admin remembers of what they may do.
    await Promise.all([['me'], ['auth']].map(queryKey => queries.invalidateQueries({ queryKey })))
  }
  return (
    <Box component="main" sx={{ maxWidth: '40rem', marginInline: 'auto', padding: 2, display: 'grid', gap: 2 }}>
      <Typography component="h1" variant="h5" sx={{ marginTop: 'clamp(0rem, 6vh, 4rem)' }}>
        {translate(`${WORDS}.due_title`)}
      </Typography>
      <Typography>{translate(`${WORDS}.due_text`)}</Typography>
      <Part title="gatehouse.profile.second_factor">
        <AuthenticatorApp me={me} onChange={refresh} />
      </Part>
      <Part title="gatehouse.profile.passkeys">
        <Passkeys me={me} onChange={refresh} />
      </Part>
      {!me.second_factor_due && <Alert severity="success">{translate(`${WORDS}.due_done`)}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
        <Button onClick={() => signOut()}>{translate('ra.auth.logout')}</Button>
        <Button variant="contained" disabled={me.second_factor_due} onClick={onDone}>
          {translate(`${WORDS}.due_go`)}
        </Button>
      </Box>
      <ConfirmIdentity />
      <Notification />
    </Box>
  )
}
