import { Typography } from '@mui/material'
import { useRecordContext } from 'react-admin'
import { useServerText } from '../server-text.ts'

/** A field that holds a sentence of the server. */
export function ServerTextField({ source }: { source: string; label?: string }) {
  const serverText = useServerText()
  const text = useRecordContext()?.[source]
  return (
    <Typography variant="body2" component="span">
      {text ? serverText(text) : '–'}
    </Typography>
  )
}
