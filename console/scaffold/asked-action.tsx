import { type ReactNode, useState } from 'react'
import { Button, Confirm, type RaRecord, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { call } from '../rest.ts'
import { useMayCall } from './may-call.ts'

interface AskedDialogProps {
  path(id: string): string
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  label: string
  question: string
  done: string
  color?: 'error' | 'primary'
  onDone?(): void
  onClose(): void
}

interface AskedActionProps extends Omit<AskedDialogProps, 'onClose'> {
  /** The API's operation: who may not call it does not see the button. */
  operation: string
  /** For which records there is something to do; all unless said. */
  when?(record: RaRecord): boolean
  icon: ReactNode
}

/** A button that does one thing to the record at hand, after asking, and says that it is done. */
export function AskedAction({ operation, when, icon, ...asked }: AskedActionProps) {
  const record = useRecordContext()
  const canAccess = useMayCall(operation)
  const [isAsking, setAsking] = useState(false)
  if (!record || !canAccess || (when && !when(record))) return null
  return (
    <>
      <Button label={asked.label} color={asked.color ?? 'primary'} onClick={() => setAsking(true)}>
        {icon}
      </Button>
      {isAsking && <AskedDialog {...asked} onClose={() => setAsking(false)} />}
    </>
  )
}

/** The question before one thing is done to the record at hand, and what follows from a yes. */
export function AskedDialog({
  path,
  method = 'POST',
  body = {},
  label,
  question,
  done,
  color = 'primary',
  onDone,
  onClose,
}: AskedDialogProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const record = useRecordContext()
  const [isBusy, setBusy] = useState(false)

  async function confirm(): Promise<void> {
    setBusy(true)
    try {
      await call(path(String(record?.id)), { method, ...(method !== 'DELETE' && { body }) })
      notify(done, { type: 'success' })
      onDone?.()
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error', autoHideDuration: 10_000 })
    } finally {
      onClose()
      refresh()
    }
  }

  return (
    <Confirm
      isOpen
      loading={isBusy}
      title={translate(label)}
      content={translate(question)}
      confirmColor={color === 'error' ? 'warning' : 'primary'}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
