import { type ReactNode, useState } from 'react'
import { Button, Confirm, type RaRecord, useCanAccess, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { call } from '../rest.ts'

interface AskedActionProps {
  /** The API's operation: who may not call it does not see the button. */
  operation: string
  /** For which records there is something to do; all unless said. */
  when?(record: RaRecord): boolean
  path(id: string): string
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  label: string
  question: string
  done: string
  icon: ReactNode
  color?: 'error' | 'primary'
  onDone?(): void
}

/** A button that does one thing to the record at hand, after asking, and says that it is done. */
export function AskedAction({
  operation,
  when,
  path,
  method = 'POST',
  body = {},
  label,
  question,
  done,
  icon,
  color = 'primary',
  onDone,
}: AskedActionProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const refresh = useRefresh()
  const record = useRecordContext()
  const { canAccess } = useCanAccess({ resource: 'api', action: operation })
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (!record || !canAccess || (when && !when(record))) return null

  async function confirm(): Promise<void> {
    setBusy(true)
    try {
      await call(path(String(record?.id)), { method, ...(method !== 'DELETE' && { body }) })
      notify(done, { type: 'success' })
      onDone?.()
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error', autoHideDuration: 10_000 })
    } finally {
      setBusy(false)
      setAsking(false)
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
        title={translate(label)}
        content={translate(question)}
        confirmColor={color === 'error' ? 'warning' : 'primary'}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
