import { useEffect, useRef } from 'react'
import { useFormState } from 'react-hook-form'

/** Within a form: after a try to save, leads to the first field at fault. The form does so itself for what it finds, not for what the API refuses. */
export function FocusFirstFault() {
  const place = useRef<HTMLSpanElement>(null)
  const told = useRef(0)
  const { errors, isSubmitting, submitCount } = useFormState()
  const hasFault = Object.keys(errors).length > 0
  useEffect(() => {
    if (isSubmitting || !hasFault || told.current === submitCount) return
    told.current = submitCount
    place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [hasFault, isSubmitting, submitCount])
  return <span ref={place} hidden />
}
