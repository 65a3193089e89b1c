import UploadIcon from '@mui/icons-material/FileUploadOutlined'
import {
  Alert,
  Box,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  LinearProgress,
  Button as MuiButton,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material'
import { useState } from 'react'
import { Button, useCanAccess, useNotify, useRefresh, useResourceContext, useTranslate } from 'react-admin'
import { call } from '../rest.ts'
import { ChooseFile } from './choose-file.tsx'

type Mode = 'create' | 'update' | 'upsert'

interface Outcome {
  lines: number
  created: number
  updated: number
  unchanged: number
  failed: number
  errors: { line: number; field: string; message: string }[]
  errors_total: number
}

/** Opens the way in for a CSV file: every line is checked and its mistakes shown before anything is written. */
export function ImportButton() {
  const resource = useResourceContext() ?? ''
  const { canAccess } = useCanAccess({ resource, action: 'import' })
  const [isOpen, setOpen] = useState(false)
  if (!canAccess) return null
  return (
    <>
      <Button label="gatehouse.scaffold.import" onClick={() => setOpen(true)}>
        <UploadIcon />
      </Button>
      {isOpen && <ImportDialog resource={resource} onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ resource, onClose }: { resource: string; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [file, setFile] = useState<{ name: string; text: string }>()
  const [mode, setMode] = useState<Mode>('create')
  const [outcome, setOutcome] = useState<Outcome>()
  const [busy, setBusy] = useState<'checking' | 'writing'>()
  const [error, setError] = useState('')

  async function choose(chosen: File): Promise<void> {
    setFile({ name: chosen.name, text: await chosen.text() })
    setOutcome(undefined)
    setError('')
  }

  function changeMode(chosen: Mode): void {
    setMode(chosen)
    setOutcome(undefined)
  }

  async function send(isDryRun: boolean): Promise<Outcome | undefined> {
    if (!file) return undefined
    setBusy(isDryRun ? 'checking' : 'writing')
    setError('')
    try {
      const query = { dry_run: isDryRun, mode }
      return await call<Outcome>(`/${resource}/import`, { method: 'POST', query, csv: file.text })
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
      return undefined
    } finally {
      setBusy(undefined)
    }
  }

  async function write(): Promise<void> {
    const done = await send(false)
    if (!done) return
    notify('gatehouse.import.done', {
      type: done.failed > 0 ? 'warning' : 'success',
      messageArgs: { ...done },
      autoHideDuration: 10_000,
    })
    refresh()
    onClose()
  }

  const good = outcome ? outcome.created + outcome.updated : 0
  return (
    <Dialog open onClose={() => busy || onClose()} maxWidth="md" fullWidth aria-labelledby="import-title">
      <DialogTitle id="import-title">
        {translate('gatehouse.import.title', { name: translate(`resources.${resource}.name`, 2) })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ marginBottom: 2 }}>{translate('gatehouse.import.intro')}</DialogContentText>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <ChooseFile
            label={translate('gatehouse.import.choose')}
            accept=".csv,text/csv,text/plain"
            disabled={busy !== undefined}
            onChoose={choose}
          />
          {file && <span>{file.name}</span>}
        </Box>
        <FormControl sx={{ marginTop: 2 }}>
          <FormLabel id="import-mode">{translate('gatehouse.import.mode')}</FormLabel>
          <RadioGroup row aria-labelledby="import-mode" value={mode} onChange={event => changeMode(event.target.value as Mode)}>
            {(['create', 'update', 'upsert'] as const).map(value => (
              <FormControlLabel
                key={value}
                value={value}
                control={<Radio />}
                label={translate(`gatehouse.import.mode_${value}`)}
              />
            ))}
          </RadioGroup>
        </FormControl>
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
        {outcome && <Findings outcome={outcome} />}
      </DialogContent>
      <DialogActions>
        <MuiButton onClick={onClose} disabled={busy !== undefined}>
          {translate('ra.action.cancel')}
        </MuiButton>
        {outcome && good > 0 ? (
          <MuiButton variant="contained" onClick={write} disabled={busy !== undefined}>
            {translate('gatehouse.import.go', { smart_count: good })}
          </MuiButton>
        ) : (
          <MuiButton
            variant="contained"
            onClick={async () => setOutcome(await send(true))}
            disabled={!file || busy !== undefined}
          >
            {translate('gatehouse.import.check')}
          </MuiButton>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Findings({ outcome }: { outcome: Outcome }) {
  const translate = useTranslate()
  const counts = (['created', 'updated', 'unchanged', 'failed'] as const).filter(name => outcome[name] > 0)
  return (
    <Box sx={{ marginTop: 2 }} role="status">
      <Alert severity={outcome.failed > 0 ? 'warning' : 'success'}>
        <div>{translate('gatehouse.import.checked')}</div>
        <div>{counts.map(name => translate(`gatehouse.import.${name}`, { smart_count: outcome[name] })).join(' · ')}</div>
        {outcome.failed > 0 && <div>{translate('gatehouse.import.bad_lines_left_out')}</div>}
      </Alert>
      {outcome.errors.length > 0 && (
        <Table size="small" sx={{ marginTop: 1 }}>
          <TableHead>
            <TableRow>
              {(['line', 'field', 'problem'] as const).map(name => (
                <TableCell key={name}>{translate(`gatehouse.import.${name}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {outcome.errors.map(({ line, field, message }) => (
              <TableRow key={`${line} ${field} ${message}`}>
                <TableCell>{line}</TableCell>
                <TableCell>{field}</TableCell>
                <TableCell>{message}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {outcome.errors_total > outcome.errors.length && (
        <p>{translate('gatehouse.import.more_errors', { smart_count: outcome.errors_total - outcome.errors.length })}</p>
      )}
    </Box>
  )
}
