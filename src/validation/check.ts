import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import { changedNothing, type Statement, type Trx } from '../db/db.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import type { ValidationsTable } from '../db/tables.ts'
import { createCoalescer } from '../lib/coalescer.ts'
import { equalInConstantTime } from '../lib/keys.ts'
import { flushProofs, noteProof } from '../limits/note-proofs.ts'
import { deriveCode, readCode } from './code.ts'
import { ownKey } from './issue.ts'
import { FAILURES_PER_DAY_MAX, FAILURES_PER_HOUR_MAX, FAILURES_SINCE_PROOF_MAX, lastDay, withinBudget } from './rules.ts'

/** What a check is compared with. `failure_key`: the budget that its check was counted on. */
export type ApprovedValidation = { failure_key: string } & Pick<
  Selectable<ValidationsTable>,
  | 'id'
  | 'purpose'
  | 'channel'
  | 'contact'
  | 'budget_key'
  | 'device'
  | 'limit_keys'
  | 'decoy'
  | 'account_id'
  | 'created_at'
  | 'session_id'
  | 'splash_portal_id'
  | 'usage_plan_id'
  | 'carrier_id'
  | 'seed'
  | 'generation'
  | 'code_length'
>

export interface Check {
  /** The validations that the code may fit: one, or the two of a browser that proves a number and an address. */
  ids: string[]
  /** The browser that asks; null for the REST API, whose caller holds the id. */
  sessionId: string | null
  /** As typed. */
  code: string
}

export type CheckResult = { outcome: 'approved'; validation: ApprovedValidation } | { outcome: 'refused' }

// Spends one check of each validation and one slot of its contact's failure budget, before anything is compared, and
// commits by itself. A validation that is not answered must not be compared. The budget is read first (a contact that is
// closed costs its owner no check, but for a reset: what is left of one may not tell that there is an account) and taken after, under the row's lock, so that parallel checks cannot exceed it.
// A browser that has proven the contact before has a budget of its own, which no stranger can use up.
// Other browsers take a slot of the browser and of the client address that asked for the code as well; past the limit of an
// address, which strangers share, each code has one try. No slot is given back: a proof counts for two of them.
// The last check leaves the row exhausted; if it was right, the approval below overrules that.
// What the parts know of the rows of a batch is put together by sorting (shut) and by hashed subplans, since joins go row by
// row here (db.ts): a batch twice as large is to cost twice as much and no more.
const COUNT: Statement = {
  name: 'validation_count',
  text: `
with input as (
  select t.*, ${ownKey('v.budget_key', 'v.budget_key', 'v.device')} as failure_key
  from unnest($2::uuid[], $3::uuid[]) as t(id, session_id) join validations v on v.id = t.id
), counted as (
  update validations v set checks = v.checks + 1, status = case when v.checks + 1 >= v.checks_max then 'exhausted' else v.status end
  from input
  where v.id = input.id and v.session_id is not distinct from input.session_id and (v.purpose = 'api') = (input.session_id is null)
    and v.status = 'pending' and v.checks < v.checks_max and v.expires_at > $1
    and (v.purpose = 'password_reset' or not exists (select from contact_budgets b where b.key = input.failure_key
      and not (b.failures_since_proof < ${FAILURES_SINCE_PROOF_MAX} and ${withinBudget('b.failures', FAILURES_PER_HOUR_MAX, FAILURES_PER_DAY_MAX)})))
  returning v.id, v.created_at, v.purpose, v.channel, v.contact, v.budget_key, v.device, v.limit_keys, v.decoy, v.account_id, v.session_id,
    v.splash_portal_id, v.usage_plan_id, v.carrier_id, v.seed, v.generation, v.code_length, v.checks, input.failure_key
), asked as (
  select counted.id, k as key, w.most, row_number() over (partition by k order by counted.id) as nth,
    k like 'address:%' and counted.checks = 1 as is_free
  from counted cross join unnest(counted.limit_keys) k
    cross join lateral (select case when k like 'device:%' then $4::integer when k like 'address:%' then $5::integer end as most) w
  where counted.failure_key = counted.budget_key and w.most is not null
), given as (
  select g.key, g.granted from (select array_agg(key) as keys, array_agg(n) as counts, array_agg(most) as maxes
    from (select key, count(*)::integer as n, most from asked group by key, most) s) a
  cross join lateral take_failures($1::timestamptz, a.keys, a.counts, a.maxes) g
), shut as (
  select id from (
    select id, nth, is_free, max(granted) over (partition by key) as granted
    from (select id, key, nth, is_free, null::integer as granted from asked union all select null, key, null, null, granted from given) unmatched
  ) matched where nth > granted and not is_free
), open as (
  select * from counted where id not in (select id from shut)
), slot as (
  insert into contact_budgets as b (key, failures, failures_since_proof, touched_at)
  select failure_key, array_agg($1::timestamptz), count(*), $1 from open group by failure_key order by failure_key
  on conflict (key) do update
    set failures = ${lastDay('b.failures')} || excluded.failures, failures_since_proof = b.failures_since_proof + excluded.failures_since_proof, touched_at = $1
    where b.failures_since_proof + excluded.failures_since_proof <= ${FAILURES_SINCE_PROOF_MAX}
      and ${withinBudget('b.failures', FAILURES_PER_HOUR_MAX, FAILURES_PER_DAY_MAX, 'excluded.failures_since_proof')}
  returning key
)
select * from open where (failure_key in (select key from slot)) is true`,
}

// Approves by predicate: of any number of right checks at once, one finds the row not yet approved and its code the one that
// was compared. A proof gives the contact its budgets back, and the browser is known from then on. Answers the ids that were
// approved by this very statement, each with the counters on which its proof counts: none, if the contact was proven within
// the hour, since one phone could otherwise make room for any number of others.
const APPROVE: Statement = {
  name: 'validation_approve',
  text: `
with approved as (
  update validations v set status = 'approved', approved_at = $1
  from unnest($2::uuid[], $3::integer[]) as t(id, generation)
  where v.id = t.id and v.generation = t.generation and status in ('pending', 'exhausted') and approved_at is null
  returning v.id, budget_key, device, limit_keys
), proven as (
  insert into contact_budgets as b (key, touched_at, proven_at)
  select distinct budget_key, $1::timestamptz, $1::timestamptz from approved order by budget_key
  on conflict (key) do update set starts = '{}', failures = '{}', failures_since_proof = 0, touched_at = $1, proven_at = $1
), proven_here as (
  update contact_budgets b set starts = '{}', failures = '{}', failures_since_proof = 0, touched_at = $1, proven_at = $1
  where b.key = any(select budget_key || '@' || device from approved where device is not null)
), known as (
  insert into known_devices (contact, device, proven_at, first_proven_at)
  select distinct budget_key, device, $1::timestamptz, $1::timestamptz from approved where device is not null
  on conflict (contact, device) do update set proven_at = $1
)
select id, case when exists (select from contact_budgets f where f.key = approved.budget_key and f.proven_at > $1::timestamptz - interval '1 hour')
  then '{}' else limit_keys end as limit_keys
from approved`,
}

// Gives back the check of the other validation of a browser whose code fitted the first ($3), which is taken along in order.
const REFUND: Statement = {
  name: 'validation_refund',
  text: `
with taken as (
  select id from validations where id = any($1::uuid[] || $3::uuid) order by id for update
), refunded as (
  update validations v set checks = checks - 1, status = case when status = 'exhausted' then 'pending' else status end
  from taken
  where v.id = taken.id and v.id <> $3 and status in ('pending', 'exhausted') and checks > 0
  returning v.id
)
update contact_budgets b
set failures = b.failures[1:cardinality(b.failures) - 1], failures_since_proof = greatest(0, b.failures_since_proof - 1)
from refunded join unnest($1::uuid[], $2::text[]) as t(id, failure_key) on t.id = refunded.id
where b.key = t.failure_key`,
}

// What an unknown id is compared with, so that it costs the same.
const NOBODY: ApprovedValidation = {
  id: '00000000-0000-0000-0000-000000000000',
  purpose: 'api',
  channel: 'sms',
  contact: '',
  budget_key: '',
  failure_key: '',
  device: null,
  limit_keys: [],
  decoy: true,
  account_id: null,
  created_at: new Date(0),
  session_id: null,
  splash_portal_id: null,
  usage_plan_id: null,
  carrier_id: null,
  seed: Buffer.alloc(32),
  generation: 0,
  code_length: 6,
}

type Compared = Pick<ApprovedValidation, 'id' | 'generation'>

interface Batches {
  count: (item: { id: string; sessionId: string | null }) => Promise<ApprovedValidation | undefined>
  approve: (compared: Compared) => Promise<string[] | undefined>
}

const batches = new WeakMap<Context, Batches>()

function batchesOf(ctx: Context): Batches {
  let made = batches.get(ctx)
  if (!made) {
    made = {
      count: createCoalescer({
        run: async items => {
          const { device_failures_per_hour, address_failures_per_hour } = ctx.catalogue.now.limits
          const most = [device_failures_per_hour, address_failures_per_hour]
          // Whoever takes several rows takes them in this order.
          const inOrder = items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
          const values = [ctx.clock.now(), inOrder.map(item => item.id), inOrder.map(item => item.sessionId), ...most]
          const rows = new Map((await ctx.db.run<ApprovedValidation>(COUNT, values)).map(row => [row.id, row]))
          return items.map(item => rows.get(item.id))
        },
        keyOf: item => item.id,
        changedNothing,
      }),
      approve: createCoalescer({
        run: async compared => {
          const approved = await approve(ctx, compared)
          return compared.map(({ id }) => approved.get(id))
        },
        keyOf: ({ id }) => id,
        changedNothing,
      }),
    }
    batches.set(ctx, made)
  }
  return made
}

/** Answers for each validation that was approved by this very call the counters that get its proof. */
async function approve(ctx: Context, compared: Compared[], trx?: Trx): Promise<Map<string, string[]>> {
  const values = [ctx.clock.now(), compared.map(({ id }) => id), compared.map(({ generation }) => generation)]
  const rows = await ctx.db.run<{ id: string; limit_keys: string[] }>(APPROVE, values, trx)
  return new Map(rows.map(row => [row.id, row.limit_keys]))
}

/**
 * The one way in which a code is checked, for every purpose: shape, then failure budget and check spent in a statement
 * committed by itself, then a comparison in constant time, then consumption by predicate. The approval commits in one
 * transaction with what `withApproval` does, or neither does: if that throws, the code stays good; if another check has used the
 * code, or PostgreSQL has the transaction begin again, what was done is undone. Wrong, expired, exhausted and unknown all
 * answer `refused`.
 */
export async function checkCode(
  ctx: Context,
  check: Check,
  withApproval?: (trx: HotTrx, approved: ApprovedValidation) => Promise<void>,
): Promise<CheckResult> {
  const code = readCode(check.code)
  if (code === undefined) return refused(ctx, 'malformed')

  const { count, approve: approveOne } = batchesOf(ctx)
  const counted = await Promise.all(check.ids.map(id => count({ id, sessionId: check.sessionId })))
  const open = counted.filter(validation => validation !== undefined)
  const fits = (open.length > 0 ? open : [NOBODY]).filter(validation =>
    equalInConstantTime(deriveCode(ctx.keys, validation), code),
  )
  const match = fits.find(validation => !validation.decoy)
  if (!match) return refused(ctx, open.length > 0 ? 'wrong' : 'not_open')

  const others = open.filter(validation => validation !== match)
  const counters =
    withApproval || others.length > 0
      ? await approveWith(ctx, { match, others }, trx => withApproval?.(trx, match))
      : await approveOne(match)
  if (!counters) return refused(ctx, 'used')
  noteProof(ctx, counters)
  // The next guest of a crowd at a portal may need the room.
  if (withApproval) void flushProofs(ctx)
  ctx.metrics.validationsChecked.inc({ outcome: 'approved' })
  ctx.metrics.messagesProven.inc({ channel: match.channel })
  ctx.metrics.secondsToProof.observe({ channel: match.channel }, (ctx.clock.now().getTime() - match.created_at.getTime()) / 1000)
  return { outcome: 'approved', validation: match }
}

/** Undoes what was done with an approval, where another check has used the code. */
class Used extends Error {}

/** Rows are locked in one order everywhere, accounts, then validations, then budgets: so the approval comes last. */
async function approveWith(
  ctx: Context,
  { match, others }: { match: ApprovedValidation; others: ApprovedValidation[] },
  work: (trx: HotTrx) => Promise<void> | undefined,
): Promise<string[] | undefined> {
  try {
    return await ctx.db.hotTransaction(async trx => {
      await work(trx)
      if (others.length > 0)
        trx.pipeline(ctx.db.run(REFUND, [others.map(({ id }) => id), others.map(it => it.failure_key), match.id], trx))
      const counters = (await approve(ctx, [match], trx)).get(match.id)
      if (!counters) throw new Used()
      return counters
    })
  } catch (error) {
    if (error instanceof Used) return undefined
    throw error
  }
}

function refused(ctx: Context, reason: 'malformed' | 'wrong' | 'not_open' | 'used'): CheckResult {
  ctx.metrics.validationsChecked.inc({ outcome: reason })
  if (reason === 'not_open') ctx.counts.refusal('checks')
  return { outcome: 'refused' }
}
