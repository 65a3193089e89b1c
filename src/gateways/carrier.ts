import { type RawBuilder, sql } from 'kysely'
import type { Carrier } from '../catalogue.ts'

/** Carriers with the status that counts at `now`: one whose sunset_on has passed (UTC) is retired, whatever was entered. */
export function selectCarriers(now: Date): RawBuilder<Carrier> {
  return sql`
    select id, name, country, address_template,
      case when sunset_on < ${now.toISOString().slice(0, 10)}::date then 'retired' else status end as status,
      sunset_on, last_verified_on, sources, note, created_at, updated_at
    from carriers`
}
