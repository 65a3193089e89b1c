import type { Role } from '../db/tables.ts'

/** What somebody may do, in order: each role may do what those before it may. */
export const ROLES = ['read_only', 'front_desk', 'operator', 'owner'] as const satisfies readonly Role[]

/** Says whether a role is enough where at least another one is needed. */
export function hasRole(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}

/** The role that may do less of the two. */
export function lesserRole(a: Role, b: Role): Role {
  return hasRole(a, b) ? b : a
}
