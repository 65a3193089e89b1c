import { call } from '../../rest.ts'
import type { Template } from './templates.ts'

interface Named {
  id: string
  name: string
}

/**
 * Makes a portal with every enabled gateway in order, and the groups and plans of a template that it offers. A group that
 * has the name already is used as it is; a plan gets a name of its own where another has it. All of it is made or nothing.
 */
export async function makePortal(name: string, template: Template): Promise<void> {
  const [groups, plans, gateways] = await Promise.all([
    list('account_groups'),
    list('usage_plans'),
    list('sms_gateways', { enabled: true }),
  ])
  const gatewayIds = gateways.map(({ id }) => id)
  const taken = new Set(plans.map(plan => plan.name))
  // The portal comes first: it is the one whose name may be refused.
  const portal = await create('splash_portals', { name, password_reset_method: 'sms_or_email', sms_gateway_ids: gatewayIds })
  const made = [`/splash_portals/${portal.id}`]
  try {
    for (const { group, ...plan } of template.plans) {
      let accountGroup = groups.find(known => known.name === group)
      if (!accountGroup) {
        accountGroup = await create('account_groups', { name: group })
        groups.push(accountGroup)
        made.push(`/account_groups/${accountGroup.id}`)
      }
      const planName = freeName(plan.name, name, taken)
      const { id } = await create('usage_plans', {
        ...plan,
        name: planName,
        account_group_id: accountGroup.id,
        sms_gateway_ids: plan.validation_method.includes('sms') ? gatewayIds : [],
        splash_portal_ids: [portal.id],
      })
      taken.add(planName)
      made.push(`/usage_plans/${id}`)
    }
  } catch (failure) {
    await unmake(made)
    throw failure
  }
}

/** The portal and the plans before the groups, which cannot go while a plan puts guests into them. */
async function unmake(paths: string[]): Promise<void> {
  const isGroup = (path: string) => path.startsWith('/account_groups/')
  // What led here counts, not that something cannot be deleted.
  for (const path of [...paths.filter(path => !isGroup(path)), ...paths.filter(isGroup)])
    await call(path, { method: 'DELETE' }).catch(() => undefined)
}

async function list(resource: string, query: Record<string, unknown> = {}): Promise<Named[]> {
  return (await call<{ data: Named[] }>(`/${resource}`, { query: { ...query, per_page: 500 } })).data
}

function create(resource: string, body: Record<string, unknown>): Promise<Named> {
  return call<Named>(`/${resource}`, { method: 'POST', body })
}

function freeName(wanted: string, portal: string, taken: Set<string>): string {
  if (!taken.has(wanted)) return wanted
  const ofPortal = `${portal} ${wanted}`
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? ofPortal : `${ofPortal} ${count}`
    if (!taken.has(candidate)) return candidate
  }
}
