import { BUCKETS, bucketSql } from './histogram.ts'

/** What messages are told apart by: the key of a row of message_stats, its hour and currency aside. */
const DIMENSIONS = [
  'channel',
  'sms_gateway_id',
  'mail_server_id',
  'carrier_id',
  'country',
  'network',
  'usage_plan_id',
  'splash_portal_id',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const COUNTS = ['sent', 'codes', 'accepted', 'delivered', 'failed', 'proven', 'segments', 'price_micros'] as const
export type Count = (typeof COUNTS)[number]

const KEY = ['hour', ...DIMENSIONS, 'currency'].join(', ')

/** The columns of message_stats, as countMessages answers them. */
export const STATS_COLUMNS = `${KEY}, ${COUNTS.join(', ')}, proof_histogram`

// One message of an approved validation has proven its contact: of those with the code that was entered the last that had
// been accepted by then; without any the last that may have left, so that there is always one.
const standing = (m: string) =>
  `(case when ${m}.accepted_at <= v.approved_at then 2 when ${m}.status = 'failed' then 0 else 1 end, coalesce(${m}.accepted_at, ${m}.created_at), ${m}.id)`

// A code that was taken back before it left was never sent. A message counts as paid for unless it certainly was not taken.
const SENT = `(m.attempts > 0 or m.status <> 'queued') and m.error_class is distinct from 'cancelled'`
const ACCEPTED = `(m.accepted_at is not null or m.status in ('accepted', 'delivered'))`
const PAID = `(${ACCEPTED} or m.status = 'unknown')`

/**
 * SQL that counts the messages made in the hours of `hours` (a relation with a column `hour`), in rows as message_stats has
 * them. The limit makes every plan look validations up one by one: hours are few, and the table is not.
 */
export function countMessages(hours: string): string {
  const histogram = Array.from({ length: BUCKETS }, (_, i) => `coalesce(sum(proven) filter (where bucket = ${i}), 0)`)
  return `
  select ${KEY}, ${COUNTS.map(count => `sum(${count})::${count === 'price_micros' ? 'bigint' : 'int'} as ${count}`).join(', ')},
    case when sum(proven) = 0 then '{}'::int[] else array[${histogram.join(', ')}]::int[] end as proof_histogram
  from (
    select h.hour, ${DIMENSIONS.map(column => `m.${column}`).join(', ')},
      case when ${PAID} and m.price_micros is not null then m.currency end as currency, proof.bucket,
      count(*) as sent,
      count(*) filter (where m.template = 'code') as codes,
      count(*) filter (where ${ACCEPTED}) as accepted,
      count(*) filter (where m.status = 'delivered') as delivered,
      count(*) filter (where m.status = 'failed') as failed,
      count(proof.bucket) as proven,
      coalesce(sum(m.segments) filter (where ${PAID}), 0) as segments,
      coalesce(sum(m.price_micros) filter (where ${PAID}), 0) as price_micros
    from ${hours} h
    join messages m on m.created_at >= h.hour and m.created_at < h.hour + interval '1 hour'
    left join lateral (
      select ${bucketSql('extract(epoch from v.approved_at - v.created_at)')} as bucket
      from validations v
      where v.id = m.validation_id and v.approved_at is not null and v.generation = m.generation and not exists (
        select from messages o where o.validation_id = v.id and o.generation = v.generation and o.id <> m.id
          and ${standing('o')} > ${standing('m')})
      limit 1
    ) proof on true
    where ${SENT}
    group by h.hour, ${DIMENSIONS.map(column => `m.${column}`).join(', ')}, ${DIMENSIONS.length + 2}, proof.bucket
  ) counted
  group by ${KEY}`
}
