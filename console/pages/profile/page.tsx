import { Alert, Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Loading, Title, useTranslate } from 'react-admin'
import { forgetMe, readMe } from '../../auth-provider.ts'
import { NotRead } from '../../scaffold/not-read.tsx'
import { Part } from '../../scaffold/part.tsx'
import { AboutYou } from './about-you.tsx'
import { AuthenticatorApp } from './authenticator-app.tsx'
import { ChangePassword } from './change-password.tsx'
import { Passkeys } from './passkeys.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Sessions } from './sessions.tsx'

/** Who you are here, how you sign in, and where you are signed in. */
export function ProfilePage() {
  const translate = useTranslate()
  const { data: me, error, refetch } = useQuery({ queryKey: ['me'], queryFn: readMe })
  const refresh = async () => {
    forgetMe()
    await refetch()
  }
  return (
    <Box sx={{ maxWidth: '48rem', width: '100%', display: 'grid', gap: 2, marginTop: 2 }}>
      <Title title="gatehouse.profile.title" />
      {!me ? (
        error ? (
          <NotRead error={error} onRetry={refetch} />
        ) : (
          <Loading />
        )
      ) : me.administrator ? (
        <>
          <Part title="gatehouse.profile.about">
            <AboutYou me={me} onChange={refresh} />
          </Part>
          <Part title="gatehouse.profile.password">
            <ChangePassword login={me.administrator.login} />
          </Part>
          <Part title="gatehouse.profile.second_factor">
            <AuthenticatorApp me={me} onChange={refresh} />
          </Part>
          <Part title="gatehouse.profile.passkeys">
            <Passkeys me={me} onChange={refresh} />
          </Part>
          {(me.totp_enabled || me.passkeys > 0) && (
            <Part title="gatehouse.profile.recovery">
              <RecoveryCodes me={me} onChange={refresh} />
            </Part>
          )}
          <Part title="gatehouse.profile.sessions">
            <Sessions />
          </Part>
        </>
      ) : (
        <Alert severity="info">{translate('gatehouse.profile.key_caller')}</Alert>
      )}
    </Box>
  )
}
