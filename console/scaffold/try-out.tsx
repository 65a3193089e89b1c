import {
  Alert,
  AlertTitle,
  Box,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Button as MuiButton,
  TextField,
} from '@mui/material'
import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from 'react'
import { useNotify, useRecordContext, useTranslate } from 'react-admin'
import { Refusal } from '../rest.ts'
import { useServerText } from '../server-text.ts'
import { ActionButton } from './action-button.tsx'
import { useMayCall } from './may-call.ts'

/** What became of a try, in words. */
export interface Tried {
  severity: 'success' | 'info' | 'warning' | 'error'
  title: string
  /** The server's sentences. Empty ones are left out. */
  texts: string[]
  /** The provider's or server's own code. Empty where it gave none. */
  code: string
  /** Where to look next. */
  next?: ReactNode
}

interface TryOutProps {
  /** The API's operation: who may not call it does not see the button. */
  operation: string
  /** Where the phrases are: `button`, `title`, `intro`, `busy`, `again`, `code` and, for a recipient, `to`, `to_help`, `go`. */
  phrases: string
  icon: ReactElement
  /** What kind of address it goes to. Without it, the try begins when the dialog opens. */
  recipient?: 'tel' | 'email'
  /** As ActionButton takes it. */
  inPage?: 'text' | 'contained' | undefined
  act(id: string, to: string): Promise<Tried>
}

/** A button that opens a dialog, tries the record at hand out as it is saved, and says what came of it. */
export function TryOut({ operation, phrases, icon, recipient, inPage, act }: TryOutProps) {
  const translate = useTranslate()
  const record = useRecordContext()
  const notify = useNotify()
  const canAccess = useMayCall(operation)
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [to, setTo] = useState('')
  const [mistake, setMistake] = useState('')
  const [tried, setTried] = useState<Tried>()
  const titleId = useId()
  if (!record || !canAccess) return null

  async function go(event?: FormEvent): Promise<void> {
    event?.preventDefault()
    // The dialog is beside the page's form in the document, but within it for React.
    event?.stopPropagation()
    setBusy(true)
    setMistake('')
    setTried(undefined)
    try {
      setTried(await act(String(record?.id), to.replace(/[\s()-]/g, '')))
    } catch (error) {
      const field = error instanceof Refusal ? (error.body as { errors?: { to?: string } }).errors?.to : undefined
      const reason = error instanceof Error ? error.message : String(error)
      if (field && recipient) setMistake(field)
      else if (recipient) setMistake(translate(reason, { _: reason }))
      else {
        notify(reason, { type: 'error' })
        setOpen(false)
      }
    } finally {
      setBusy(false)
    }
  }

  function open(): void {
    setTried(undefined)
    setMistake('')
    setOpen(true)
    if (!recipient) void go()
  }

  return (
    <>
      <ActionButton label={`${phrases}.button`} icon={icon} inPage={inPage} onClick={open} />
      <Dialog open={isOpen} onClose={() => isBusy || setOpen(false)} maxWidth="sm" fullWidth aria-labelledby={titleId}>
        <form onSubmit={go} noValidate>
          <DialogTitle id={titleId}>{translate(`${phrases}.title`, { name: record.name })}</DialogTitle>
          <DialogContent>
            <DialogContentText sx={{ marginBottom: 2 }}>{translate(`${phrases}.intro`)}</DialogContentText>
            {recipient && (
              <TextField
                autoFocus
                type={recipient}
                autoComplete={recipient}
                label={translate(`${phrases}.to`)}
                value={to}
                onChange={event => setTo(event.target.value)}
                error={mistake !== ''}
                helperText={mistake || translate(`${phrases}.to_help`)}
                disabled={isBusy}
              />
            )}
            {isBusy && (
              <Box role="status" sx={{ marginTop: 2 }}>
                {translate(`${phrases}.busy`)}
                <LinearProgress aria-label={translate(`${phrases}.busy`)} sx={{ marginTop: 1 }} />
              </Box>
            )}
            <Box role="status">{tried && <Outcome tried={tried} phrases={phrases} />}</Box>
          </DialogContent>
          <DialogActions>
            <MuiButton onClick={() => setOpen(false)} disabled={isBusy}>
              {translate('ra.action.close')}
            </MuiButton>
            <MuiButton type="submit" variant="contained" disabled={isBusy || (recipient !== undefined && to.trim() === '')}>
              {translate(tried || !recipient ? `${phrases}.again` : `${phrases}.go`)}
            </MuiButton>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}

function Outcome({ tried: { severity, title, texts, code, next }, phrases }: { tried: Tried; phrases: string }) {
  const translate = useTranslate()
  const serverText = useServerText()
  return (
    <Alert severity={severity} sx={{ marginTop: 2 }}>
      <AlertTitle>{title}</AlertTitle>
      {texts
        .filter(text => text !== '')
        .map(text => (
          <div key={text}>{serverText(text)}</div>
        ))}
      {code && <div>{translate(`${phrases}.code`, { code })}</div>}
      {next}
    </Alert>
  )
}
