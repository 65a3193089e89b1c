import OrderIcon from '@mui/icons-material/SwapVertOutlined'
import { Dialog, DialogActions, DialogContent, DialogTitle, Button as MuiButton } from '@mui/material'
import { useState } from 'react'
import { Button, Form, useCanAccess, useDataProvider, useGetList, useNotify, useRefresh, useTranslate } from 'react-admin'
import { OrderedRecordsInput } from '../../scaffold/ordered-records.tsx'

const RESOURCE = 'mail_servers'
/** Room to put one in between by its number. */
const STEP = 10

/** Puts the mail servers into another order, by dragging or by the keyboard. */
export function ChangeOrder() {
  const { canAccess } = useCanAccess({ resource: RESOURCE, action: 'edit' })
  const { data: servers = [] } = useGetList(RESOURCE, {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'position', order: 'ASC' },
  })
  const [isOpen, setOpen] = useState(false)
  if (!canAccess || servers.length < 2) return null
  // The order that counts: by position, then by name.
  const ids = servers
    .toSorted((a, b) => a.position - b.position || String(a.name).localeCompare(String(b.name)))
    .map(({ id }) => String(id))
  return (
    <>
      <Button label="resources.mail_servers.order.button" onClick={() => setOpen(true)}>
        <OrderIcon />
      </Button>
      {isOpen && <OrderDialog ids={ids} onClose={() => setOpen(false)} />}
    </>
  )
}

function OrderDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const translate = useTranslate()
  const dataProvider = useDataProvider()
  const notify = useNotify()
  const refresh = useRefresh()
  const [isBusy, setBusy] = useState(false)

  async function save({ order }: { order?: string[] }): Promise<void> {
    setBusy(true)
    try {
      for (const [index, id] of (order ?? []).entries())
        await dataProvider.update(RESOURCE, { id, data: { position: (index + 1) * STEP }, previousData: { id } })
      notify('gatehouse.scaffold.saved', { type: 'success' })
      onClose()
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' })
    } finally {
      setBusy(false)
      refresh()
    }
  }

  return (
    <Dialog open onClose={() => isBusy || onClose()} maxWidth="sm" fullWidth aria-labelledby="order-title">
      <Form record={{ order: ids }} onSubmit={save} resource={RESOURCE}>
        <DialogTitle id="order-title">{translate('resources.mail_servers.order.title')}</DialogTitle>
        <DialogContent>
          <OrderedRecordsInput
            source="order"
            reference={RESOURCE}
            label="resources.mail_servers.order.label"
            helperText={translate('resources.mail_servers.order.help')}
            isFixed
          />
        </DialogContent>
        <DialogActions>
          <MuiButton onClick={onClose} disabled={isBusy}>
            {translate('ra.action.cancel')}
          </MuiButton>
          <MuiButton type="submit" variant="contained" disabled={isBusy}>
            {translate('gatehouse.scaffold.save_changes')}
          </MuiButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
