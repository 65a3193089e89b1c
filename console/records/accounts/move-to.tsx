import { Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Button as MuiButton, TextField } from '@mui/material'
import { type ReactNode, useState } from 'react'
import {
  Button,
  useCanAccess,
  useDataProvider,
  useGetList,
  useListContext,
  useNotify,
  useRefresh,
  useResourceContext,
  useTranslate,
  useUnselectAll,
} from 'react-admin'

const CHOICES_MAX = 500

interface MoveToProps {
  field: string
  reference: string
  label: string
  icon: ReactNode
}

/** Gives the selected records another group, plan and the like. */
export function MoveTo({ field, reference, label, icon }: MoveToProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const resource = useResourceContext() ?? ''
  const unselect = useUnselectAll(resource)
  const dataProvider = useDataProvider()
  const { selectedIds } = useListContext()
  const { canAccess } = useCanAccess({ resource, action: 'edit' })
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { data: choices = [] } = useGetList(
    reference,
    { pagination: { page: 1, perPage: CHOICES_MAX }, sort: { field: 'name', order: 'ASC' } },
    { enabled: isOpen },
  )
  if (!canAccess) return null

  async function move(): Promise<void> {
    setBusy(true)
    try {
      await dataProvider.updateMany(resource, { ids: selectedIds, data: { [field]: chosen } })
      notify('resources.accounts.actions.moved', { type: 'success', messageArgs: { smart_count: selectedIds.length } })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notify('gatehouse.scaffold.some_failed', { type: 'error', messageArgs: { reason } })
    } finally {
      setBusy(false)
      setOpen(false)
      unselect()
      refresh()
    }
  }

  return (
    <>
      <Button label={label} onClick={() => setOpen(true)}>
        {icon}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} maxWidth="xs" fullWidth aria-labelledby={`${field}-title`}>
        <DialogTitle id={`${field}-title`}>{translate(label)}</DialogTitle>
        <DialogContent>
          <TextField
            select
            label={translate(`resources.${reference}.name`, { smart_count: 1 })}
            value={chosen}
            onChange={event => setChosen(event.target.value)}
          >
            {choices.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        </DialogContent>
        <DialogActions>
          <MuiButton onClick={() => setOpen(false)}>{translate('ra.action.cancel')}</MuiButton>
          <MuiButton variant="contained" disabled={chosen === '' || isBusy} onClick={move}>
            {translate('ra.action.confirm')}
          </MuiButton>
        </DialogActions>
      </Dialog>
    </>
  )
}
