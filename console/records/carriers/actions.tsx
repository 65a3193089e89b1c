import CheckIcon from '@mui/icons-material/DnsOutlined'
import ResetIcon from '@mui/icons-material/RestoreOutlined'
import VerifiedIcon from '@mui/icons-material/VerifiedOutlined'
import { useState } from 'react'
import { Button, Confirm, useCanAccess, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'
import { useMayCall } from '../../scaffold/may-call.ts'
import { type Carrier, WORDS } from './words.ts'

/** Does one thing to the carrier at hand, says what came of it, and shows the record as it is then. */
function useAct(): { isBusy: boolean; act(work: (id: string) => Promise<{ phrase: string; words?: object }>): Promise<void> } {
  const notify = useNotify()
  const refresh = useRefresh()
  const carrier = useRecordContext<Carrier>()
  const [isBusy, setBusy] = useState(false)
  return {
    isBusy,
    async act(work) {
      setBusy(true)
      try {
        const { phrase, words = {} } = await work(String(carrier?.id))
        notify(phrase, { type: 'success', messageArgs: words })
      } catch (error) {
        notify(error instanceof Error ? error.message : String(error), { type: 'error', autoHideDuration: 10_000 })
      } finally {
        setBusy(false)
        refresh()
      }
    },
  }
}

/** Asks the DNS about the carrier's domain, and judges it anew. */
export function CheckCarrier() {
  const translate = useTranslate()
  const carrier = useRecordContext<Carrier>()
  const canAccess = useMayCall('check_carrier')
  const { isBusy, act } = useAct()
  if (!carrier || !canAccess) return null
  const check = () =>
    act(async id => {
      const { mx_status } = await call<Carrier>(`/carriers/${id}/check`, { method: 'POST', body: {} })
      return { phrase: `${WORDS}.checked`, words: { mx: translate(`${WORDS}.mx.${mx_status}`, { _: '–' }) } }
    })
  return (
    <Button label={`${WORDS}.check`} onClick={check} disabled={isBusy}>
      <CheckIcon />
    </Button>
  )
}

/** Notes that a message was seen to arrive today. */
export function VerifiedToday() {
  const { canAccess } = useCanAccess({ resource: 'carriers', action: 'edit' })
  const carrier = useRecordContext<Carrier>()
  const { isBusy, act } = useAct()
  const [isAsking, setAsking] = useState(false)
  if (!carrier || !canAccess) return null
  const confirm = async () => {
    // Their today, not that of UTC. Sweden writes a date as the API reads it.
    const today = new Date().toLocaleDateString('sv-SE')
    await act(async id => {
      await call(`/carriers/${id}`, { method: 'PATCH', body: { last_verified_on: today } })
      return { phrase: 'gatehouse.scaffold.saved' }
    })
    setAsking(false)
  }
  return (
    <>
      <Button label={`${WORDS}.verified_today`} onClick={() => setAsking(true)}>
        <VerifiedIcon />
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isBusy}
        title={`${WORDS}.verified_title`}
        content={`${WORDS}.verified_text`}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** Gives back to the built-in facts what was changed here. Only where something was. */
export function ResetCarrier() {
  const translate = useTranslate()
  const carrier = useRecordContext<Carrier>()
  const canAccess = useMayCall('reset_carrier')
  const { isBusy, act } = useAct()
  const [isAsking, setAsking] = useState(false)
  if (!carrier || !canAccess || carrier.overridden.length === 0) return null
  const fields = carrier.overridden.map(field => translate(`${WORDS}.fields.${field}`)).join(', ')
  const confirm = async () => {
    await act(async id => {
      await call(`/carriers/${id}/reset`, { method: 'POST', body: {} })
      return { phrase: `${WORDS}.reset_done` }
    })
    setAsking(false)
  }
  return (
    <>
      <Button label={`${WORDS}.reset`} onClick={() => setAsking(true)}>
        <ResetIcon />
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isBusy}
        title={translate(`${WORDS}.reset_title`, { name: carrier.name })}
        content={translate(`${WORDS}.${carrier.fact_key === null ? 'reset_own' : 'reset_text'}`, { fields })}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
