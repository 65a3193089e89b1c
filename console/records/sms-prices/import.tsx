import UploadIcon from '@mui/icons-material/FileUploadOutlined'
import { Alert, Checkbox, FormControlLabel } from '@mui/material'
import { useState } from 'react'
import { Button, useCanAccess, useNotify, useRefresh, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'
import { type BadLine, BadLines, CsvDialog } from '../../scaffold/csv-dialog.tsx'

const WORDS = 'resources.sms_prices.import'

interface Findings {
  created: number
  updated: number
  unchanged: number
  removed: number
  errors: BadLine[]
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

function changesIn({ created, updated, removed }: Findings): number {
  return created + updated + removed
}

function ImportDialog({ gatewayId, onClose }: { gatewayId: string; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const [replace, setReplace] = useState(false)
  const say = (name: string) => translate(`${WORDS}.${name}`)

  function finish(done: Findings): void {
    notify(`${WORDS}.done`, { type: 'success', messageArgs: { ...done }, autoHideDuration: 10_000 })
    refresh()
    onClose()
  }

  return (
    <CsvDialog<Findings>
      title={say('title')}
      intro={say('intro')}
      options={forget => (
        <FormControlLabel
          sx={{ marginTop: 1 }}
          control={
            <Checkbox
              checked={replace}
              onChange={event => {
                setReplace(event.target.checked)
                forget()
              }}
            />
          }
          label={say('replace')}
        />
      )}
      send={(csv, isDryRun) =>
        call(`/sms_gateways/${gatewayId}/prices/import`, { method: 'POST', query: { dry_run: isDryRun, replace }, csv })
      }
      findings={findings => <Checked findings={findings} />}
      checkLabel={say('check')}
      readyLabel={findings => (findings.errors.length === 0 && changesIn(findings) > 0 ? say('go') : undefined)}
      onDone={finish}
      onClose={onClose}
    />
  )
}

function Checked({ findings }: { findings: Findings }) {
  const translate = useTranslate()
  const { errors, ...counts } = findings
  if (errors.length > 0)
    return (
      <>
        <Alert severity="error">{translate(`${WORDS}.faulty`)}</Alert>
        <BadLines errors={errors} />
      </>
    )
  const hasChanges = changesIn(findings) > 0
  return (
    <Alert severity={hasChanges ? 'success' : 'info'}>
      <div>{translate(`${WORDS}.${hasChanges ? 'checked' : 'nothing'}`)}</div>
      <div>{translate(`${WORDS}.counts`, counts)}</div>
    </Alert>
  )
}
