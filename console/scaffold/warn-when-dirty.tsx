import { useState } from 'react'
import { WarnWhenUnsavedChanges } from 'react-admin'
import { useFormState } from 'react-hook-form'

/** Within a form: asks before what was typed is left behind, and stands in nobody's way before there is anything to lose. */
export function WarnWhenDirty() {
  const { dirtyFields } = useFormState()
  const [isNeeded, setNeeded] = useState(false)
  // It stays from then on: a save leaves the page in the same moment, and that is for it to let through.
  if (!isNeeded && Object.keys(dirtyFields).length > 0) setNeeded(true)
  return isNeeded ? <WarnWhenUnsavedChanges enable formRootPathName={undefined} formControl={undefined} /> : null
}
