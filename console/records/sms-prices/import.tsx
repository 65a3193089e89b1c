import UploadIcon from '@mui/icons-material/FileUploadOutlined'
import {
  Alert,
  Box,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  LinearProgress,
  Button as MuiButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material'
import { useState } from 'react'
import { Button, useCanAccess, useNotify, useRefresh, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'
import { ChooseFile } from '../../scaffold/choose-file.tsx'

interface Findings {
  created: number
  updated: number
  unchanged: number
  removed: number
  errors: { line: number; field: string; message: string }[]
}

/** Takes a gateway's price list from a file: first it is checked and its effect shown, then it is taken whole or not at all. */
export function ImportPrices({ gatewayId }: { gatewayId: string }) {
  const { canAccess } = useCanAccess({ resource: 'sms_prices', action: 'import' })
  const [isOpen, setOpen] = useState(false)
  if (!canAccess) return null
  return (
    <>
      <Button label="gatehouse.scaffold.import" onClick={() => setOpen(true)}>
        <UploadIcon />
      </Button>
      {isOpen && <ImportDialog gatewayId={gatewayId} onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ gatewayId, onClose }: { gatewayId: string; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [file, setFile] = useState<{ name: string; text: string }>()
  const [replace, setReplace] = useState(false)
  const [findings, setFindings] = useState<Findings>()
  const [busy, setBusy] = useState<'checking' | 'writing'>()
  const [error, setError] = useState('')
  const say = (name: string, values = {}) => translate(`resources.sms_prices.import.${name}`, values)

  async function choose(chosen: File): Promise<void> {
    setFile({ name: chosen.name, text: await chosen.text() })
    setFindings(undefined)
    setError('')
  }

  async function send(isDryRun: boolean): Promise<Findings | undefined> {
    setBusy(isDryRun ? 'checking' : 'writing')
    setError('')
    try {
      const query = { dry_run: isDryRun, replace }
      return await call<Findings>(`/sms_gateways/${gatewayId}/prices/import`, { method: 'POST', query, csv: file?.text ?? '' })
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
    notify('resources.sms_prices.import.done', { type: 'success', messageArgs: { ...done }, autoHideDuration: 10_000 })
    refresh()
    onClose()
  }

  const changes = findings ? findings.created + findings.updated + findings.removed : 0
  const isReady = findings !== undefined && findings.errors.length === 0 && changes > 0
  return (
    <Dialog open onClose={() => busy || onClose()} maxWidth="md" fullWidth aria-labelledby="import-prices-title">
      <DialogTitle id="import-prices-title">{say('title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ marginBottom: 2 }}>{say('intro')}</DialogContentText>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <ChooseFile
            label={translate('gatehouse.import.choose')}
            accept=".csv,text/csv,text/plain"
            disabled={busy !== undefined}
            onChoose={choose}
          />
          {file && <span>{file.name}</span>}
        </Box>
        <FormControlLabel
          sx={{ marginTop: 1 }}
          control={
            <Checkbox
              checked={replace}
              onChange={event => {
                setReplace(event.target.checked)
                setFindings(undefined)
              }}
            />
          }
          label={say('replace')}
        />
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
        <Box role="status">{findings && <Checked findings={findings} hasChanges={changes > 0} />}</Box>
      </DialogContent>
      <DialogActions>
        <MuiButton onClick={onClose} disabled={busy !== undefined}>
          {translate('ra.action.cancel')}
        </MuiButton>
        <MuiButton
          variant="contained"
          disabled={!file || busy !== undefined}
          onClick={isReady ? write : async () => setFindings(await send(true))}
        >
          {say(isReady ? 'go' : 'check')}
        </MuiButton>
      </DialogActions>
    </Dialog>
  )
}

function Checked({ findings, hasChanges }: { findings: Findings; hasChanges: boolean }) {
  const translate = useTranslate()
  const say = (name: string, values = {}) => translate(`resources.sms_prices.import.${name}`, values)
  const { errors, ...counts } = findings
  if (errors.length === 0)
    return (
      <Alert severity={hasChanges ? 'success' : 'info'} sx={{ marginTop: 2 }}>
        <div>{say(hasChanges ? 'checked' : 'nothing')}</div>
        <div>{say('counts', counts)}</div>
      </Alert>
    )
  return (
    <>
      <Alert severity="error" sx={{ marginTop: 2 }}>
        {say('faulty')}
      </Alert>
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
              <TableCell>{message}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
