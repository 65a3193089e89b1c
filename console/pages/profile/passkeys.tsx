import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material'
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Confirm, useLocale, useNotify, useTranslate } from 'react-admin'
import type { Me } from '../../auth-provider.ts'
import { tellFailure } from '../../passkey-failure.ts'
import { call } from '../../rest.ts'
import { NotRead } from '../../scaffold/not-read.tsx'
import { WideTable } from '../../scaffold/wide-table.tsx'
import { makeRecoveryCodes, NewRecoveryCodes } from './recovery-codes.tsx'

const WORDS = 'gatehouse.profile'

interface Passkey {
  id: string
  name: string
  created_at: string
  last_used_at: string | null
}

interface Registration {
  challenge_id: string
  options: Parameters<typeof startRegistration>[0]['optionsJSON']
}

/** The passkeys that somebody has; the first one brings recovery codes for the day when its device is gone. */
export function Passkeys({ me, onChange }: { me: Me; onChange: () => Promise<void> }) {
  const translate = useTranslate()
  const notify = useNotify()
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const [removing, setRemoving] = useState<Passkey>()
  const [codes, setCodes] = useState<string[]>()
  const {
    data,
    error: notRead,
    refetch,
  } = useQuery({
    queryKey: ['me', 'passkeys'],
    queryFn: ({ signal }) => call<{ data: Passkey[] }>('/me/passkeys', { signal }),
  })

  async function attempt(act: () => Promise<unknown>, done: string): Promise<void> {
    setError('')
    try {
      await act()
      notify(done, { type: 'success' })
    } catch (failure) {
      const text = tellFailure(failure)
      setError(translate(text, { _: text }))
    } finally {
      setRemoving(undefined)
      // Also after a failure: the passkey may be there, and only its recovery codes are not.
      await Promise.all([refetch(), onChange()])
    }
  }

  function add(event: FormEvent): void {
    event.preventDefault()
    void attempt(async () => {
      const { challenge_id, options } = await call<Registration>('/me/passkeys/options', { method: 'POST', body: {} })
      const response = await startRegistration({ optionsJSON: options })
      await call('/me/passkeys', { method: 'POST', body: { challenge_id, response, name } })
      setName('')
      if (me.recovery_codes_left === 0) setCodes(await makeRecoveryCodes())
    }, `${WORDS}.passkey_added`)
  }

  return (
    <>
      <Typography variant="body2">{translate(`${WORDS}.passkeys_text`)}</Typography>
      {notRead && !data ? (
        <NotRead error={notRead} onRetry={refetch} />
      ) : (
        data && <Kept passkeys={data.data} onRemove={setRemoving} />
      )}
      {browserSupportsWebAuthn() ? (
        <Box
          component="form"
          onSubmit={add}
          sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap', marginTop: 1 }}
        >
          <TextField
            label={translate(`${WORDS}.passkey_name`)}
            helperText={translate(`${WORDS}.passkey_name_help`)}
            value={name}
            onChange={event => setName(event.target.value)}
            required
            fullWidth={false}
            sx={{ flex: '1 1 14rem' }}
          />
          <Button type="submit" variant="outlined" sx={{ marginTop: 1 }}>
            {translate(`${WORDS}.passkey_add`)}
          </Button>
        </Box>
      ) : (
        <Alert severity="info">{translate(`${WORDS}.passkey_unsupported`)}</Alert>
      )}
      {error && <Alert severity="error">{error}</Alert>}
      <Confirm
        isOpen={removing !== undefined}
        title={translate(`${WORDS}.passkey_remove`)}
        content={translate(`${WORDS}.passkey_remove_question`)}
        confirmColor="warning"
        onConfirm={() => attempt(() => call(`/me/passkeys/${removing?.id}`, { method: 'DELETE' }), `${WORDS}.passkey_removed`)}
        onClose={() => setRemoving(undefined)}
      />
      {codes && <NewRecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </>
  )
}

function Kept({ passkeys, onRemove }: { passkeys: Passkey[]; onRemove: (passkey: Passkey) => void }) {
  const translate = useTranslate()
  const locale = useLocale()
  const day = (iso: string) => new Date(iso).toLocaleDateString(locale)
  if (passkeys.length === 0) return <Typography variant="body2">{translate(`${WORDS}.passkey_none`)}</Typography>
  return (
    <WideTable label={translate(`${WORDS}.passkeys`)}>
      <Table size="small" sx={{ marginBlock: 1 }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate(`${WORDS}.passkey_name`)}</TableCell>
            <TableCell>{translate(`${WORDS}.created`)}</TableCell>
            <TableCell>{translate(`${WORDS}.passkey_used`)}</TableCell>
            <TableCell component="td" />
          </TableRow>
        </TableHead>
        <TableBody>
          {passkeys.map(passkey => (
            <TableRow key={passkey.id}>
              <TableCell>{passkey.name}</TableCell>
              <TableCell>{day(passkey.created_at)}</TableCell>
              <TableCell>{passkey.last_used_at ? day(passkey.last_used_at) : translate(`${WORDS}.passkey_never`)}</TableCell>
              <TableCell align="right">
                <Button
                  size="small"
                  color="error"
                  onClick={() => onRemove(passkey)}
                  aria-label={`${translate(`${WORDS}.passkey_remove`)}: ${passkey.name}`}
                >
                  {translate(`${WORDS}.passkey_remove`)}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </WideTable>
  )
}
