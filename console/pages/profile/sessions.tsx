import { Alert, Button, Chip, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useNotify, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'
import { NotRead } from '../../scaffold/not-read.tsx'
import { WideTable } from '../../scaffold/wide-table.tsx'
import { useServerText } from '../../server-text.ts'

const WORDS = 'gatehouse.profile'

interface Session {
  id: string
  created_at: string
  last_seen_at: string
  address: string
  user_agent: string
  current: boolean
}

/** Where you are signed in, and the way to end it. */
export function Sessions() {
  const translate = useTranslate()
  const serverText = useServerText()
  const notify = useNotify()
  const locale = useLocale()
  const [error, setError] = useState('')
  const {
    data,
    error: notRead,
    refetch,
  } = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: ({ signal }) => call<{ data: Session[] }>('/me/sessions', { signal }),
  })
  const sessions = data?.data ?? []
  const time = (iso: string) => new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })

  async function end(act: () => Promise<unknown>): Promise<void> {
    setError('')
    try {
      await act()
      notify(`${WORDS}.session_ended`, { type: 'success' })
      await refetch()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }

  if (notRead && !data) return <NotRead error={notRead} onRetry={refetch} />
  return (
    <>
      <WideTable label={translate(`${WORDS}.sessions`)}>
        <Table
          size="small"
          sx={{ '& th, & td:nth-of-type(2)': { whiteSpace: 'nowrap' }, '& td:first-of-type': { minWidth: '8rem' } }}
        >
          <TableHead>
            <TableRow>
              {['session_browser', 'session_address', 'session_since', 'session_seen'].map(name => (
                <TableCell key={name}>{translate(`${WORDS}.${name}`)}</TableCell>
              ))}
              <TableCell component="td" />
            </TableRow>
          </TableHead>
          <TableBody>
            {sessions.map(session => (
              <TableRow key={session.id}>
                <TableCell>{serverText(session.user_agent) || '–'}</TableCell>
                <TableCell>{session.address || '–'}</TableCell>
                <TableCell>{time(session.created_at)}</TableCell>
                <TableCell>{time(session.last_seen_at)}</TableCell>
                <TableCell align="right">
                  {session.current ? (
                    <Chip size="small" label={translate(`${WORDS}.session_this`)} />
                  ) : (
                    <Button
                      size="small"
                      onClick={() => end(() => call(`/me/sessions/${session.id}`, { method: 'DELETE' }))}
                      aria-label={`${translate(`${WORDS}.session_end`)}: ${session.user_agent || session.address}`}
                    >
                      {translate(`${WORDS}.session_end`)}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </WideTable>
      {error && <Alert severity="error">{error}</Alert>}
      {sessions.length > 1 && (
        <Button
          variant="outlined"
          sx={{ marginTop: 2 }}
          onClick={() => end(() => call('/me/sessions/end_others', { method: 'POST', body: {} }))}
        >
          {translate(`${WORDS}.session_end_others`)}
        </Button>
      )}
    </>
  )
}
