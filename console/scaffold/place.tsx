import { type ComponentType, lazy, type ReactNode, useState } from 'react'

/** A part of the console that is loaded when somebody first goes there. */
export interface Place {
  (): ReactNode
  /** Loads it ahead. */
  load: () => Promise<void>
}

/** Places by the names of their components in a file, which is loaded once. */
export function from<Module extends Record<string, unknown>>(loadFile: () => Promise<Module>) {
  let loaded: Module | undefined
  const load = async () => {
    loaded ??= await loadFile()
    return loaded
  }
  return (name: keyof Module & string): Place => {
    const Later = lazy(async () => ({ default: (await load())[name] as ComponentType }))
    function Place() {
      // React would show a wheel before a lazy part even if it is there already, and for 300 ms at least.
      const [Part] = useState(() => (loaded?.[name] as ComponentType | undefined) ?? Later)
      return <Part />
    }
    return Object.assign(Place, { load: async () => void (await load()) })
  }
}
