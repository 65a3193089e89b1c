import { useCanAccess } from 'react-admin'

/** Whether this person may call an operation of the API, by its id. False until that is known. */
export function useMayCall(operation: string): boolean {
  // React-admin asks about actions on resources; this one stands for the API as a whole.
  return useCanAccess({ resource: 'api', action: operation }).canAccess === true
}
