import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import {
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  List,
  ListItem,
  Button as MuiButton,
} from '@mui/material'
import { useState } from 'react'
import {
  Button,
  Confirm,
  useCanAccess,
  useDelete,
  useGetRecordRepresentation,
  useNotify,
  useRecordContext,
  useRedirect,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { Link } from 'react-router'
import { Refusal } from '../rest.ts'

/** Deletes the record after asking. Where others use it, it lists them with the way to each. */
export function DeleteButton() {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const record = useRecordContext()
  const represent = useGetRecordRepresentation(resource)
  const { canAccess } = useCanAccess({ resource, action: 'delete', record })
  const notify = useNotify()
  const redirect = useRedirect()
  const [remove, { isPending }] = useDelete()
  const [isAsking, setAsking] = useState(false)
  const [uses, setUses] = useState<Refusal['usedBy']>([])
  if (!record || !canAccess) return null

  const confirm = () =>
    remove(
      resource,
      { id: record.id, previousData: record },
      {
        onSuccess: () => {
          notify('gatehouse.scaffold.deleted', { type: 'success' })
          redirect('list', resource)
        },
        onError: error => {
          setAsking(false)
          if (error instanceof Refusal && error.usedBy.length > 0) setUses(error.usedBy)
          else notify(error instanceof Error ? error.message : String(error), { type: 'error' })
        },
      },
    )

  return (
    <>
      <Button label="ra.action.delete" color="error" onClick={() => setAsking(true)}>
        <DeleteIcon />
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={translate('gatehouse.scaffold.delete_title', { name: String(represent(record)) })}
        content={translate('gatehouse.scaffold.delete_text')}
        confirm="ra.action.delete"
        confirmColor="warning"
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
      <Dialog open={uses.length > 0} onClose={() => setUses([])} aria-labelledby="in-use-title">
        <DialogTitle id="in-use-title">{translate('gatehouse.scaffold.in_use_title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{translate('gatehouse.scaffold.in_use_text')}</DialogContentText>
          <List dense>
            {uses.map(use => (
              <ListItem key={use.id}>
                <span>
                  {translate(`resources.${use.resource}.name`, { smart_count: 1, _: use.resource })}{' '}
                  <Link to={`/${use.resource}/${use.id}/show`}>{use.name}</Link>
                </span>
              </ListItem>
            ))}
          </List>
        </DialogContent>
        <DialogActions>
          <MuiButton onClick={() => setUses([])}>{translate('ra.action.close')}</MuiButton>
        </DialogActions>
      </Dialog>
    </>
  )
}
