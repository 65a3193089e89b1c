import {
  Alert,
  Box,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Button as MuiButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useServerText } from '../server-text.ts'
import { ChooseFile } from './choose-file.tsx'

export interface BadLine {
  line: number
  field: string
  message: string
}

interface CsvDialogProps<Found> {
  title: string
  intro: string
  /** Choices of how the file is taken; `forget` what was found, since it was found for other ones. */
  options: (forget: () => void) => ReactNode
  /** Sends the text; a dry run changes nothing and says what would be. */
  send: (csv: string, isDryRun: boolean) => Promise<Found>
  /** What the check found, in words. */
  findings: (found: Found) => ReactNode
  /** What the button says once the file may be taken; undefined while it may not. */
  readyLabel: (found: Found) => string | undefined
  checkLabel: string
  onDone: (found: Found) => void
  onClose: () => void
}

/** A CSV file is chosen, checked line by line, its effect shown, and only then taken. */
export function CsvDialog<Found>({
  title,
  intro,
  options,
  send,
  findings,
  readyLabel,
  checkLabel,
  onDone,
  onClose,
}: CsvDialogProps<Found>) {
  const translate = useTranslate()
  const titleId = useId()
  const [file, setFile] = useState<{ name: string; text: string }>()
  const [found, setFound] = useState<Found>()
  const [busy, setBusy] = useState<'checking' | 'writing'>()
  const [error, setError] = useState('')

  async function choose(chosen: File): Promise<void> {
    setFile({ name: chosen.name, text: await chosen.text() })
    setFound(undefined)
    setError('')
  }

  async function attempt(isDryRun: boolean, then: (outcome: Found) => void): Promise<void> {
    if (!file) return
    setBusy(isDryRun ? 'checking' : 'writing')
    setError('')
    try {
      then(await send(file.text, isDryRun))
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setBusy(undefined)
    }
  }

  const ready = found === undefined ? undefined : readyLabel(found)
  return (
    <Dialog open onClose={() => busy || onClose()} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ marginBottom: 2 }}>{intro}</DialogContentText>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <ChooseFile
            label={translate('gatehouse.import.choose')}
            accept=".csv,text/csv,text/plain"
            disabled={busy !== undefined}
            onChoose={choose}
          />
          {file && <span>{file.name}</span>}
        </Box>
        {options(() => setFound(undefined))}
        {busy && (
          <Box sx={{ marginTop: 2 }} role="status">
            {translate(`gatehouse.import.${busy}`)}
            <LinearProgress aria-label={translate(`gatehouse.import.${busy}`)} />
          </Box>
        )}
        {error && (
          <Alert severity="error" sx={{ marginTop: 2 }}>
            {error}
          </Alert>
        )}
        <Box role="status" sx={{ marginTop: 2 }}>
          {found !== undefined && findings(found)}
        </Box>
      </DialogContent>
      <DialogActions>
        <MuiButton onClick={onClose} disabled={busy !== undefined}>
          {translate('ra.action.cancel')}
        </MuiButton>
        <MuiButton
          variant="contained"
          disabled={!file || busy !== undefined}
          onClick={() => (ready === undefined ? attempt(true, setFound) : attempt(false, onDone))}
        >
          {ready ?? checkLabel}
        </MuiButton>
      </DialogActions>
    </Dialog>
  )
}

/** The lines of a file that cannot be taken, each with its reason. */
export function BadLines({ errors }: { errors: BadLine[] }) {
  const translate = useTranslate()
  const serverText = useServerText()
  if (errors.length === 0) return null
  return (
    <Table size="small" sx={{ marginTop: 1 }}>
      <TableHead>
        <TableRow>
          {(['line', 'field', 'problem'] as const).map(name => (
            <TableCell key={name}>{translate(`gatehouse.import.${name}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {errors.map(({ line, field, message }) => (
          <TableRow key={`${line} ${field} ${message}`}>
            <TableCell>{line}</TableCell>
            <TableCell>{field}</TableCell>
            <TableCell>{serverText(message)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
