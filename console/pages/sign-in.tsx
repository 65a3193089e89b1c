import { Alert, Box, Button, Card, CardContent, TextField, Typography } from '@mui/material'
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { type FormEvent, useState } from 'react'
import { Notification, useLogin, useTranslate } from 'react-admin'
import { tellFailure } from '../passkey-failure.ts'
import { call, Refusal } from '../rest.ts'
import { Dashboard } from './dashboard/place.ts'

type PasskeyOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']

interface SecondFactor {
  status: 'second_factor'
  ticket: string
  methods: ('totp' | 'recovery_code' | 'passkey')[]
  passkey_options: PasskeyOptions | null
}

type Answer = { status: 'signed_in' } | SecondFactor

/** Where an administrator signs in: a password and, where one is set up, a second factor; or a passkey alone. */
export function SignInPage() {
  const translate = useTranslate()
  const enter = useLogin()
  const [second, setSecond] = useState<SecondFactor>()
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function attempt(ask: () => Promise<Answer>): Promise<void> {
    setBusy(true)
    setError('')
    // Where most go from here is on its way meanwhile.
    const next = Dashboard.load().catch(() => undefined)
    try {
      const answer = await ask()
      if (answer.status === 'second_factor') return setSecond(answer)
      await next
      await enter({})
    } catch (failure) {
      // A ticket that is used up or too old leads back to the first step.
      if (failure instanceof Refusal && failure.signInAgain) setSecond(undefined)
      const text = tellFailure(failure)
      setError(translate(text, { _: text }))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'start center', padding: 2, paddingTop: 'clamp(1rem, 12vh, 8rem)' }}
    >
      <Card sx={{ width: '100%', maxWidth: '24rem' }}>
        <CardContent sx={{ padding: 3 }}>
          <Typography component="h1" variant="h6" gutterBottom>
            {translate(second ? 'gatehouse.sign_in.second_title' : 'gatehouse.sign_in.title')}
          </Typography>
          {second ? (
            <SecondStep
              second={second}
              isBusy={isBusy}
              attempt={attempt}
              onBack={() => {
                setSecond(undefined)
                setError('')
              }}
            />
          ) : (
            <FirstStep isBusy={isBusy} attempt={attempt} />
          )}
          {error && (
            <Alert severity="error" sx={{ marginTop: 2 }}>
              {error}
            </Alert>
          )}
        </CardContent>
      </Card>
      <Notification />
    </Box>
  )
}

interface StepProps {
  isBusy: boolean
  attempt(ask: () => Promise<Answer>): Promise<void>
}

function FirstStep({ isBusy, attempt }: StepProps) {
  const translate = useTranslate()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => call<Answer>('/sign_in', { method: 'POST', body: { login, password } }))
  }
  const byPasskey = () =>
    attempt(async () => {
      const { challenge_id, options } = await call<{ challenge_id: string; options: PasskeyOptions }>(
        '/sign_in/passkey/options',
        { method: 'POST', body: {} },
      )
      const response = await startAuthentication({ optionsJSON: options })
      return call<Answer>('/sign_in/passkey', { method: 'POST', body: { challenge_id, response } })
    })

  return (
    <form onSubmit={submit}>
      <TextField
        label={translate('gatehouse.sign_in.login')}
        name="login"
        autoComplete="username webauthn"
        autoFocus
        required
        value={login}
        onChange={event => setLogin(event.target.value)}
      />
      <TextField
        label={translate('gatehouse.sign_in.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      <Button type="submit" variant="contained" fullWidth disabled={isBusy} sx={{ marginTop: 2 }}>
        {translate('gatehouse.sign_in.go')}
      </Button>
      {browserSupportsWebAuthn() && (
        <Button fullWidth onClick={byPasskey} disabled={isBusy} sx={{ marginTop: 1 }}>
          {translate('gatehouse.sign_in.with_passkey')}
        </Button>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', marginTop: 2 }}>
        {translate('gatehouse.sign_in.lost')}
      </Typography>
    </form>
  )
}

function SecondStep({ second, isBusy, attempt, onBack }: StepProps & { second: SecondFactor; onBack: () => void }) {
  const translate = useTranslate()
  const { ticket, methods, passkey_options: passkey } = second
  const [kind, setKind] = useState<'code' | 'recovery_code'>(methods.includes('totp') ? 'code' : 'recovery_code')
  const [value, setValue] = useState('')

  const send = (proof: Record<string, unknown>) =>
    call<Answer>('/sign_in/second_factor', { method: 'POST', body: { ticket, ...proof } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => send({ [kind]: value.trim() }))
  }
  const byPasskey = (options: PasskeyOptions) =>
    attempt(async () => send({ passkey: await startAuthentication({ optionsJSON: options }) }))
  const other = kind === 'code' ? 'recovery_code' : 'code'
  const switchKind = () => {
    setKind(other)
    setValue('')
  }

  return (
    <form onSubmit={submit}>
      {methods.some(method => method !== 'passkey') && (
        <TypedFactor kind={kind} value={value} onType={setValue} isBusy={isBusy} />
      )}
      {passkey && (
        <Button fullWidth onClick={() => byPasskey(passkey)} disabled={isBusy} sx={{ marginTop: 1 }}>
          {translate('gatehouse.sign_in.with_passkey')}
        </Button>
      )}
      {methods.includes('recovery_code') && methods.includes('totp') && (
        <Button fullWidth onClick={switchKind} sx={{ marginTop: 1 }}>
          {translate(`gatehouse.sign_in.use_${other}`)}
        </Button>
      )}
      <Button fullWidth onClick={onBack}>
        {translate('gatehouse.sign_in.back')}
      </Button>
    </form>
  )
}

interface TypedFactorProps {
  kind: 'code' | 'recovery_code'
  value: string
  onType(value: string): void
  isBusy: boolean
}

function TypedFactor({ kind, value, onType, isBusy }: TypedFactorProps) {
  const translate = useTranslate()
  return (
    <>
      <TextField
        key={kind}
        name={kind}
        label={translate(`gatehouse.sign_in.${kind}`)}
        autoComplete={kind === 'code' ? 'one-time-code' : 'off'}
        slotProps={{ htmlInput: kind === 'code' ? { inputMode: 'numeric' } : {} }}
        autoFocus
        required
        value={value}
        onChange={event => onType(event.target.value)}
      />
      <Button type="submit" variant="contained" fullWidth disabled={isBusy} sx={{ marginTop: 2 }}>
        {translate('gatehouse.sign_in.go')}
      </Button>
    </>
  )
}
