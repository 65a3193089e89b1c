import UploadIcon from '@mui/icons-material/FileUploadOutlined'
import { Alert, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useState } from 'react'
import { useCanAccess, useNotify, useRefresh, useResourceContext, useTranslate } from 'react-admin'
import { call } from '../rest.ts'
import { ActionButton } from './action-button.tsx'
import { type BadLine, BadLines, CsvDialog } from './csv-dialog.tsx'

const MODES = ['create', 'update', 'upsert'] as const
type Mode = (typeof MODES)[number]

interface Outcome {
  lines: number
  created: number
  updated: number
  unchanged: number
  failed: number
  errors: BadLine[]
  errors_total: number
}

/** Opens the way in for a CSV file: every line is checked and its mistakes shown before anything is written. */
export function ImportButton({ isInPage = false }: { isInPage?: boolean }) {
  const resource = useResourceContext() ?? ''
  const { canAccess } = useCanAccess({ resource, action: 'import' })
  const [isOpen, setOpen] = useState(false)
  if (!canAccess) return null
  return (
    <>
      <ActionButton
        label="gatehouse.scaffold.import"
        icon={<UploadIcon />}
        inPage={isInPage ? 'text' : undefined}
        onClick={() => setOpen(true)}
      />
      {isOpen && <ImportDialog resource={resource} onClose={() => setOpen(false)} />}
    </>
  )
}

function ImportDialog({ resource, onClose }: { resource: string; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [mode, setMode] = useState<Mode>('create')

  function finish(done: Outcome): void {
    notify('gatehouse.import.done', {
      type: done.failed > 0 ? 'warning' : 'success',
      messageArgs: { ...done },
      autoHideDuration: 10_000,
    })
    refresh()
    onClose()
  }

  return (
    <CsvDialog<Outcome>
      title={translate('gatehouse.import.title', { name: translate(`resources.${resource}.name`, 2) })}
      intro={translate('gatehouse.import.intro')}
      options={forget => (
        <ModeChoice
          mode={mode}
          onChange={chosen => {
            setMode(chosen)
            forget()
          }}
        />
      )}
      send={(csv, isDryRun) => call(`/${resource}/import`, { method: 'POST', query: { dry_run: isDryRun, mode }, csv })}
      findings={outcome => <Findings outcome={outcome} />}
      checkLabel={translate('gatehouse.import.check')}
      readyLabel={({ created, updated }) =>
        created + updated > 0 ? translate('gatehouse.import.go', { smart_count: created + updated }) : undefined
      }
      onDone={finish}
      onClose={onClose}
    />
  )
}

function ModeChoice({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }) {
  const translate = useTranslate()
  return (
    <FormControl sx={{ marginTop: 2 }}>
      <FormLabel id="import-mode">{translate('gatehouse.import.mode')}</FormLabel>
      <RadioGroup row aria-labelledby="import-mode" value={mode} onChange={event => onChange(event.target.value as Mode)}>
        {MODES.map(value => (
          <FormControlLabel key={value} value={value} control={<Radio />} label={translate(`gatehouse.import.mode_${value}`)} />
        ))}
      </RadioGroup>
    </FormControl>
  )
}

function Findings({ outcome }: { outcome: Outcome }) {
  const translate = useTranslate()
  const counts = (['created', 'updated', 'unchanged', 'failed'] as const).filter(name => outcome[name] > 0)
  const untold = outcome.errors_total - outcome.errors.length
  return (
    <>
      <Alert severity={outcome.failed > 0 ? 'warning' : 'success'}>
        <div>{translate('gatehouse.import.checked')}</div>
        <div>{counts.map(name => translate(`gatehouse.import.${name}`, { smart_count: outcome[name] })).join(' · ')}</div>
        {outcome.failed > 0 && <div>{translate('gatehouse.import.bad_lines_left_out')}</div>}
      </Alert>
      <BadLines errors={outcome.errors} />
      {untold > 0 && <p>{translate('gatehouse.import.more_errors', { smart_count: untold })}</p>}
    </>
  )
}
