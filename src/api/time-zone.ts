import pg from 'pg'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { invalidFields } from '../http/parse.ts'

/** A time zone by its IANA name. */
export const timeZone = z
  .string()
  .trim()
  .max(60)
  .refine(isTimeZone, 'Must be the IANA name of a time zone, such as Europe/Berlin or UTC.')

// Node takes offsets such as +02:00 for time zones as well: they have no name and no summer time.
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Throws `invalid` for a time zone that PostgreSQL, whose list is its own, does not know. */
export async function requireTimeZone(ctx: Context, name: string): Promise<void> {
  if (name === 'UTC' || name === ctx.catalogue.now.settings.time_zone) return
  try {
    await ctx.db.pool.query('select $1::timestamptz at time zone $2', [ctx.clock.now(), name])
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '22023') throw error
    const message = 'The database server does not know this time zone: take another name of it, or UTC.'
    throw invalidFields([{ field: 'time_zone', message }])
  }
}

/** What a question of statistics leaves out. */
export function questionDefaults({ clock, catalogue }: Context): { now: Date; timeZone: string } {
  return { now: clock.now(), timeZone: catalogue.now.settings.time_zone }
}
