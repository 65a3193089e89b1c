import { type RawBuilder, sql } from 'kysely'
import type { Carrier } from '../catalogue.ts'
import type { CarrierStatus } from '../db/tables.ts'

export type CarrierRow = Carrier & {
  /** The status as the built-in table or the operator says it; `status` is the one that counts. */
  recorded_status: CarrierStatus
  redemption: { sent: number; proven: number }
}

/** Carriers with the status that counts and the codes that were entered, both as SQL over a row `c`. */
export function selectCarriers(computed: {
  status: RawBuilder<CarrierStatus>
  redemption: RawBuilder<CarrierRow['redemption']>
}): RawBuilder<CarrierRow> {
  return sql`
    select id, name, country, address_template, ${computed.status} as status, status as recorded_status,
      sunset_on, last_verified_on, sources, note, fact_key, overridden, mx_status, mx_checked_at, health, health_reason, health_at,
      ${computed.redemption} as redemption, created_at, updated_at
    from carriers c`
}
