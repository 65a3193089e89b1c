import { Chip, Tooltip } from '@mui/material'
import { useEffect, useState } from 'react'
import { useListContext, useStore, useTranslate } from 'react-admin'

const REFRESH_MS = 1_000
const AGAIN_MS = 5_000

type State = 'on' | 'off' | 'lost'

/** A switch for following the log as it grows: the list is read anew, at most once a second, when something has changed. */
export function LiveSwitch() {
  const translate = useTranslate()
  const [isOn, setOn] = useStore('messages.live', true)
  const state = useChanges(isOn)
  const words = `resources.messages.live_${state}`
  return (
    <Tooltip title={translate(words)}>
      <Chip
        component="button"
        label={translate('resources.messages.live')}
        color={state === 'on' ? 'success' : state === 'lost' ? 'warning' : 'default'}
        variant={state === 'on' ? 'filled' : 'outlined'}
        size="small"
        onClick={() => setOn(!isOn)}
        aria-pressed={isOn}
        aria-label={`${translate('resources.messages.live')}. ${translate(words)}`}
        sx={{ marginInline: 1 }}
      />
    </Tooltip>
  )
}

function useChanges(isOn: boolean): State {
  const { refetch } = useListContext()
  const [isLost, setLost] = useState(false)

  useEffect(() => {
    if (!isOn) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let later: ReturnType<typeof setTimeout> | undefined
    let stream: EventSource
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        refetch()
      }, REFRESH_MS)
    }
    const listen = () => {
      stream = new EventSource('/api/v1/messages/stream')
      stream.addEventListener('message', refresh)
      stream.addEventListener('gap', refresh)
      stream.addEventListener('open', () => {
        setLost(false)
        refresh()
      })
      // Whoever listens may not any more: the list is told so, and leads to where they can sign in.
      stream.addEventListener('end', () => {
        stream.close()
        refresh()
      })
      stream.addEventListener('error', () => {
        setLost(true)
        // A browser tries again by itself where the line broke, and never where it was refused: while a server starts, for one.
        if (stream.readyState === EventSource.CLOSED) later = setTimeout(listen, AGAIN_MS)
      })
    }
    listen()
    return () => {
      clearTimeout(timer)
      clearTimeout(later)
      stream.close()
    }
  }, [isOn, refetch])

  if (!isOn) return 'off'
  return isLost ? 'lost' : 'on'
}
