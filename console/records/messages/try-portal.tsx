import OpenIcon from '@mui/icons-material/OpenInNewOutlined'
import { Button, useGetList } from 'react-admin'

/** The way to a first message: to sign up on the newest portal, as a guest does. Nothing where there is none. */
export function TryPortal() {
  const { data: portals = [] } = useGetList('splash_portals', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'created_at', order: 'DESC' },
  })
  const [portal] = portals
  if (!portal) return null
  return (
    <Button
      component="a"
      href={`/portal/${portal.slug}`}
      target="_blank"
      rel="noopener"
      variant="contained"
      label="resources.splash_portals.open"
    >
      <OpenIcon />
    </Button>
  )
}
