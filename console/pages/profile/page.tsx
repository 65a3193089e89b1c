import { Alert, Box, Card, CardContent, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading, Title, useTranslate } from 'react-admin'
import { forgetMe, readMe } from '../../auth-provider.ts'
import { AboutYou } from './about-you.tsx'
import { AuthenticatorApp } from './authenticator-app.tsx'
import { ChangePassword } from './change-password.tsx'
import { Passkeys } from './passkeys.tsx'
import { Sessions } from './sessions.tsx'

/** Who you are here, how you sign in, and where you are signed in. */
export function ProfilePage() {
  const translate = useTranslate()
  const { data: me, refetch } = useQuery({ queryKey: ['me'], queryFn: readMe })
  const refresh = async () => {
    forgetMe()
    await refetch()
  }
  if (!me) return <Loading />
  return (
    <Box sx={{ maxWidth: '48rem', width: '100%' }}>
      <Title title="gatehouse.profile.title" />
      {me.administrator ? (
        <>
          <Part title="about">
            <AboutYou me={me} onChange={refresh} />
          </Part>
          <Part title="password">
            <ChangePassword login={me.administrator.login} />
          </Part>
          <Part title="second_factor">
            <AuthenticatorApp me={me} onChange={refresh} />
          </Part>
          <Part title="passkeys">
            <Passkeys onChange={refresh} />
          </Part>
          <Part title="sessions">
            <Sessions />
          </Part>
        </>
      ) : (
        <Alert severity="info">{translate('gatehouse.profile.key_caller')}</Alert>
      )}
    </Box>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate()
  return (
    <Card component="section" sx={{ marginTop: 2 }}>
      <CardContent>
        <Typography component="h2" variant="h6" gutterBottom>
          {translate(`gatehouse.profile.${title}`)}
        </Typography>
        {children}
      </CardContent>
    </Card>
  )
}
