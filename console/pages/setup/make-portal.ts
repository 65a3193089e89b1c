import { call } from '../../rest.ts'
import type { Template } from './templates.ts'

interface Named {
  id: string
  name: string
}

/**
 * Makes the groups and plans of a template and a portal that offers them, with every enabled gateway in order. What has
 * the name already is used as it is; a plan gets a name of its own where another has it.
 */
export async function makePortal(name: string, template: Template): Promise<Named & { slug: string }> {
  const [groups, plans, gateways] = await Promise.all([
    list('account_groups'),
    list('usage_plans'),
    list('sms_gateways', { enabled: true }),
  ])
  const gatewayIds = gateways.map(({ id }) => id)
  // It is the portal's name that may be refused: before that nothing is made that would stay behind.
  const portal = await create<Named & { slug: string }>('splash_portals', {
    name,
    password_reset_method: 'sms_or_email',
    sms_gateway_ids: gatewayIds,
  })
  const planIds: string[] = []
  try {
    for (const { group, ...plan } of template.plans) {
      const accountGroup = groups.find(known => known.name === group) ?? (await create<Named>('account_groups', { name: group }))
      if (!groups.includes(accountGroup)) groups.push(accountGroup)
      const taken = new Set(plans.map(known => known.name))
      const made = await create<Named>('usage_plans', {
        ...plan,
        name: freeName(plan.name, name, taken),
        account_group_id: accountGroup.id,
        sms_gateway_ids: plan.validation_method.includes('sms') ? gatewayIds : [],
      })
      plans.push(made)
      planIds.push(made.id)
    }
    // In the order of the template, which is that of the cards.
    await call(`/splash_portals/${portal.id}`, { method: 'PATCH', body: { usage_plan_ids: planIds } })
  } catch (error) {
    // The next try begins anew.
    const made = [...planIds.map(id => `/usage_plans/${id}`), `/splash_portals/${portal.id}`]
    for (const path of made) await call(path, { method: 'DELETE' }).catch(() => undefined)
    throw error
  }
  return portal
}

async function list(resource: string, query: Record<string, unknown> = {}): Promise<Named[]> {
  return (await call<{ data: Named[] }>(`/${resource}`, { query: { ...query, per_page: 500 } })).data
}

function create<T>(resource: string, body: Record<string, unknown>): Promise<T> {
  return call<T>(`/${resource}`, { method: 'POST', body })
}

function freeName(wanted: string, portal: string, taken: Set<string>): string {
  if (!taken.has(wanted)) return wanted
  const ofPortal = `${portal} ${wanted}`
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? ofPortal : `${ofPortal} ${count}`
    if (!taken.has(candidate)) return candidate
  }
}
