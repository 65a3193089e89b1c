import { isDeepStrictEqual } from 'node:util'
import { type Caller, hasRootKey } from '../http/caller.ts'
import { invalidFields } from '../http/parse.ts'

/**
 * Throws `invalid` where a secret that is stored and not given again would go to other places than before: whoever made such a
 * change could have it sent to a server of their own, and read what nobody can read here. With the root key it is theirs anyway.
 */
export function refuseKeptSecret(caller: Caller, field: string, { before, after }: { before: string[]; after: string[] }): void {
  if (hasRootKey(caller) || isDeepStrictEqual(before, after)) return
  throw invalidFields([{ field, message: 'Put it in again: with this change it would go elsewhere than it was meant to.' }])
}
