import { useRecordContext, useTranslate } from 'react-admin'
import { type Carrier, WORDS } from './words.ts'

/** How many of the codes that went out through a carrier were entered. */
export function Redemption(_props: { source?: string; label?: string }) {
  const translate = useTranslate()
  const carrier = useRecordContext<Carrier>()
  if (!carrier) return null
  const { sent, proven, window_days: days } = carrier.redemption
  return (
    <span>{translate(`${WORDS}.${sent === 0 ? 'redemption_none' : 'redemption'}`, { sent, proven, smart_count: days })}</span>
  )
}
