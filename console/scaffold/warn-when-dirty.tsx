import { useState } from 'react'
import { WarnWhenUnsavedChanges } from 'react-admin'
import { type Control, useFormState } from 'react-hook-form'

interface Props {
  enable?: boolean
  formRootPathName?: string
  formControl?: Control
}

/** Asks before what was typed is left behind. It stands in nobody's way before there is anything to lose. */
export function WarnWhenDirty({ enable = true, formRootPathName, formControl }: Props) {
  const { dirtyFields } = useFormState(formControl ? { control: formControl } : undefined)
  const [isNeeded, setNeeded] = useState(false)
  const isDirty = Object.keys(dirtyFields).length > 0
  // It stays from then on: a save leaves the page in the same moment, and that is for it to let through.
  if (isDirty && !isNeeded) setNeeded(true)
  if (!isNeeded) return null
  return <WarnWhenUnsavedChanges enable={enable} formRootPathName={formRootPathName} formControl={formControl} />
}
