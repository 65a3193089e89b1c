import DownloadIcon from '@mui/icons-material/FileDownloadOutlined'
import { Button, useCanAccess, useListContext, useResourceContext } from 'react-admin'
import { toSearch } from '../rest.ts'

/** Downloads what the list shows, as the filters have it and without a limit, as CSV. */
export function ExportButton() {
  const resource = useResourceContext() ?? ''
  const { filterValues, sort, total } = useListContext()
  const { canAccess } = useCanAccess({ resource, action: 'export' })
  if (!canAccess) return null
  const query = toSearch({ ...filterValues, ...(sort?.field && { sort: sort.field, order: sort.order.toLowerCase() }) })
  return (
    <Button
      component="a"
      href={`/api/v1/${resource}/export${query}`}
      download={`${resource}.csv`}
      disabled={total === 0}
      label="ra.action.export"
    >
      <DownloadIcon />
    </Button>
  )
}
