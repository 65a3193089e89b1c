import OpenIcon from '@mui/icons-material/OpenInNewOutlined'
import { Button } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'

/** The way to a first message: to sign up on the newest portal, as a guest does. Nothing where there is none. */
export function TryPortal() {
  const translate = useTranslate()
  const { data: portals = [] } = useGetList('splash_portals', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'created_at', order: 'DESC' },
  })
  const [portal] = portals
  if (!portal) return null
  return (
    <Button href={`/portal/${portal.slug}`} target="_blank" rel="noopener" variant="contained" startIcon={<OpenIcon />}>
      {translate('resources.splash_portals.open')}
    </Button>
  )
}
