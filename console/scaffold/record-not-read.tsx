import { useEditContext, useNotify, useRedirect, useResourceContext, useShowContext } from 'react-admin'
import { Refusal } from '../rest.ts'
import { NotRead } from './not-read.tsx'

/** In the place of a record that could not be read, and that may well exist. */
export function ShowNotRead() {
  const { error, refetch } = useShowContext()
  return <NotRead error={error} onRetry={() => refetch()} />
}

export function EditNotRead() {
  const { error, refetch } = useEditContext()
  return <NotRead error={error} onRetry={() => refetch()} />
}

/** What to do when a record cannot be read: back to the list where there is none; else the page itself says why. */
export function useLeaveMissing(): (error: unknown) => void {
  const notify = useNotify()
  const redirect = useRedirect()
  const resource = useResourceContext() ?? ''
  return error => {
    if (!(error instanceof Refusal && error.status === 404)) return
    notify('ra.notification.item_doesnt_exist', { type: 'error' })
    redirect('list', resource)
  }
}
