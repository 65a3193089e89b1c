import { localStorageStore } from 'ra-core'

const PREFIX = 'RaStoregatehouse.'
/** What says how somebody likes the console. What they looked for and chose in lists goes with them. */
const KEPT = /^(version|locale|theme|sidebar\.open|dashboard\..*|messages\.live|.*\.savedQueries|.*\.datatable.*)$/

const kept = localStorageStore('1', 'gatehouse')

/** What this browser remembers. React-admin empties it at each sign-out, also when a session has ended by itself. */
export const store: typeof kept = {
  ...kept,
  reset() {
    const names = Object.keys(localStorage).filter(key => key.startsWith(PREFIX))
    for (const name of names.map(key => key.slice(PREFIX.length))) if (!KEPT.test(name)) kept.removeItem(name)
  },
}
