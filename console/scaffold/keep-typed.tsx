import { useEffect } from 'react'
import { useRecordContext } from 'react-admin'
import { useFormContext } from 'react-hook-form'

/** A form's `resetOptions`: what was typed stays when the record changes underneath, by a check, an upload, or somebody else. */
export const KEEP_TYPED = { keepDirtyValues: true }

/** Within such a form: after each save, which `saves` counts, nothing is typed that would have to be kept. */
export function ForgetTyped({ saves }: { saves: number }) {
  const { reset } = useFormContext()
  const record = useRecordContext()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a record that changes without a save is what KEEP_TYPED is for.
  useEffect(() => {
    if (saves > 0) reset(record)
  }, [saves])
  return null
}
