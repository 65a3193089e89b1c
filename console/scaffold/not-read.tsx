import { Alert, Button } from '@mui/material'
import { useTranslate } from 'react-admin'

/** What stands in the place of what could not be read: the reason, and the way to try again. */
export function NotRead({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const translate = useTranslate()
  const reason = error instanceof Error ? error.message : String(error)
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {translate('ra.action.refresh')}
        </Button>
      }
    >
      {translate(reason, { _: reason })}
    </Alert>
  )
}
