import { Box, Button, Typography } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { useChecklist } from '../dashboard/questions.ts'

const WORDS = 'gatehouse.setup'

/** What is open still, and where to go from here. */
export function DoneStep({ onFinish }: { onFinish: () => void }) {
  const translate = useTranslate()
  const { data } = useChecklist()
  const { data: portals = [] } = useGetList('splash_portals', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'created_at', order: 'DESC' },
  })
  const open = (data?.data ?? []).filter(({ state }) => state === 'missing' || state === 'attention')
  const [portal] = portals
  return (
    <>
      <Typography>{translate(`${WORDS}.done_text`)}</Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', marginBlock: 2 }}>
        {portal && (
          <Button href={`/portal/${portal.slug}`} target="_blank" rel="noopener" variant="contained">
            {translate(`${WORDS}.done_open`)}
          </Button>
        )}
        <Button href="/simulator" target="_blank" rel="noopener" variant="outlined">
          {translate(`${WORDS}.done_simulator`)}
        </Button>
        <Button component={Link} to="/profile" variant="outlined">
          {translate(`${WORDS}.done_second_factor`)}
        </Button>
        <Button component={Link} to="/" variant="outlined" onClick={onFinish}>
          {translate(`${WORDS}.finish`)}
        </Button>
      </Box>
      {open.length > 0 && (
        <>
          <Typography variant="body2">{translate(`${WORDS}.done_missing`)}</Typography>
          <Box component="ul">
            {open.map(({ key }) => (
              <li key={key}>{translate(`gatehouse.checklist.${key}.title`)}</li>
            ))}
          </Box>
        </>
      )}
    </>
  )
}
