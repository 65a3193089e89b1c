import { z } from 'zod'
import { listUsesOfAccountGroup, selectAccountGroups } from '../accounts/account-group.ts'
import type { AccountGroup } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { aliveCarriers } from '../email/carriers.ts'
import { id, integer, line, note, stamps, warnings } from './fields.ts'
import type { Resource } from './resource.ts'

/** A group of exactly this name switches free SMS on, as on the rXg. */
const FREE_SMS_GROUP = 'SMS'

const update = z
  .strictObject({
    name: line(100, 1).describe('Unique. A group named exactly `SMS` switches free SMS on.'),
    priority: integer(-1_000_000, 1_000_000).describe(
      'Which group counts where a guest is in several: the highest. 0 unless said.',
    ),
    note,
  })
  .partial()

const example = {
  id: '0199a7a0-5c00-7000-8000-000000000001',
  name: 'Guests',
  priority: 10,
  note: '',
  warnings: [],
  created_at: '2026-11-22T10:00:00.000Z',
  updated_at: '2026-11-22T10:00:00.000Z',
}

export const accountGroups: Resource<AccountGroup, z.output<typeof update>> = {
  name: 'account_groups',
  one: 'account group',
  tag: 'Account groups',
  about: 'Where a usage plan puts its guests. What a group may do is decided by the network.',
  schema: 'AccountGroup',
  read: z.object({ id, name: z.string(), priority: z.int(), note: z.string(), warnings, ...stamps }),
  create: update.required({ name: true }),
  update,
  example,
  newExample: { name: 'Guests', priority: 10 },
  columns: { name: 'text', priority: 'integer', note: 'text', created_at: 'time', updated_at: 'time' },
  search: ['name', 'note'],
  sortedBy: 'name',
  cached: true,
  unique: { account_groups_name_key: { field: 'name', message: 'Another account group has this name.' } },
  select: selectAccountGroups,
  listUses: listUsesOfAccountGroup,
  prepare: (_ctx, { name, priority, note }) => ({ values: { name, priority, note } }),
  present: (ctx, row) => ({
    id: row.id,
    name: row.name,
    priority: row.priority,
    note: row.note,
    warnings: freeSmsWarnings(ctx, row.name),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}

function freeSmsWarnings(ctx: Context, name: string): string[] {
  if (name !== FREE_SMS_GROUP)
    return name.toUpperCase() === FREE_SMS_GROUP ? [`Only a group named exactly ${FREE_SMS_GROUP} switches free SMS on.`] : []
  return freeSmsProblems(ctx)
}

/** Why free SMS, where it is switched on, is not offered on the portals. */
export function freeSmsProblems(ctx: Context): string[] {
  const snapshot = ctx.catalogue.now
  if (![...snapshot.accountGroups.values()].some(group => group.name === FREE_SMS_GROUP)) return []
  const problems: string[] = []
  if (aliveCarriers(snapshot, ctx.clock.now()).length === 0)
    problems.push(
      'Free SMS is switched on by the account group SMS, but no carrier is active or degraded: it is not offered. See carriers.',
    )
  if (![...snapshot.mailServers.values()].some(server => server.enabled))
    problems.push('Free SMS goes out by email, but no mail server is enabled: add or enable one.')
  return problems
}
