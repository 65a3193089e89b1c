import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import { type ReactNode, useState } from 'react'
import {
  Button,
  Confirm,
  useCanAccess,
  useDataProvider,
  useListContext,
  useNotify,
  useRefresh,
  useResourceContext,
  useTranslate,
  useUnselectAll,
} from 'react-admin'

/** Deletes the selected records, after asking. What cannot be deleted stays, and the reason is shown. */
export function BulkDelete() {
  return (
    <BulkAction
      action="delete"
      label="ra.action.delete"
      icon={<DeleteIcon />}
      color="error"
      question="gatehouse.scaffold.bulk_delete_title"
      act={(dataProvider, resource, ids) => dataProvider.deleteMany(resource, { ids })}
    />
  )
}

interface BulkActionProps {
  /** What whoever sees it must be allowed to do with the resource. */
  action: string
  label: string
  icon: ReactNode
  color?: 'error' | 'primary'
  /** Asked first, with `smart_count`. */
  question: string
  /** What follows from it. */
  explanation?: string
  act(dataProvider: ReturnType<typeof useDataProvider>, resource: string, ids: string[]): Promise<unknown>
}

/** A button for the selected records, which asks before it acts and says what could not be done. */
export function BulkAction({
  action,
  label,
  icon,
  color = 'primary',
  question,
  explanation = 'gatehouse.scaffold.delete_text',
  act,
}: BulkActionProps) {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const { selectedIds } = useListContext()
  const { canAccess } = useCanAccess({ resource, action })
  const dataProvider = useDataProvider()
  const notify = useNotify()
  const refresh = useRefresh()
  const unselect = useUnselectAll(resource)
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (!canAccess) return null

  async function confirm(): Promise<void> {
    setBusy(true)
    try {
      await act(dataProvider, resource, selectedIds.map(String))
      notify('gatehouse.scaffold.saved', { type: 'success' })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notify('gatehouse.scaffold.some_failed', {
        type: 'error',
        messageArgs: { reason: translate(reason, { _: reason }) },
        autoHideDuration: 10_000,
      })
    } finally {
      setBusy(false)
      setAsking(false)
      unselect()
      refresh()
    }
  }

  return (
    <>
      <Button label={label} color={color} onClick={() => setAsking(true)}>
        {icon}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isBusy}
        title={translate(question, { smart_count: selectedIds.length })}
        content={translate(explanation)}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
        confirmColor={color === 'error' ? 'warning' : 'primary'}
      />
    </>
  )
}
