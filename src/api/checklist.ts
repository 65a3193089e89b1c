import { z } from 'zod'
import type { MailServer, SmsGateway, Snapshot } from '../catalogue.ts'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { isLoopback } from '../http/host.ts'
import { canSend, planAvailability } from '../sms/route.ts'
import { type ChecklistFacts, findChecklistFacts } from './checklist-facts.ts'
import { CHECKLIST_KEYS, type ChecklistKey } from './checklist-keys.ts'
import { CHECKLIST_WORDS } from './checklist-words.ts'
import type { Operation } from './operation.ts'
import { SETTINGS_TAG } from './settings.ts'

const STATES = ['done', 'missing', 'attention', 'put_aside'] as const

/** A record that a point of the checklist or an alert is about. */
export const recordOf = z.object({
  resource: z.string().describe('As in the address of the record.'),
  id: z.string(),
  name: z.string(),
})
export type RecordRef = z.output<typeof recordOf>

interface ChecklistItem {
  key: ChecklistKey
  /** `missing`: there is none yet; `attention`: what there is does not work as it should. */
  state: 'done' | 'missing' | 'attention'
  importance: 'required' | 'recommended'
  records: RecordRef[]
}

const item = z.object({
  key: z.enum(CHECKLIST_KEYS),
  state: z
    .enum(STATES)
    .describe(
      '`missing`: there is none yet. `attention`: what there is does not work as it should. `put_aside`: not done, and the operator knows (settings.setup_dismissed).',
    ),
  importance: z.enum(['required', 'recommended']).describe('`required`: without it guests cannot sign up as it is set up.'),
  records: z.array(recordOf).describe('What it is about.'),
  title: z.string(),
  why: z.string(),
  action: z.string().describe('What to do.'),
})

/** What is still to be done before guests can come. */
export function checklistOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/checklist',
      id: 'read_checklist',
      tag: SETTINGS_TAG,
      summary: 'Read what is still to be done',
      description:
        'Computed when it is asked for. A point that has no meaning here (a test of a mail server where there is none) is left out.',
      answer: {
        status: 200,
        description: 'Every point, done or not.',
        schema: { name: 'Checklist', zod: z.object({ data: z.array(item) }) },
        example: {
          data: [
            {
              key: 'plan_not_offered',
              state: 'attention',
              importance: 'recommended',
              records: [{ resource: 'usage_plans', id: '0199a7a0-5c00-7000-8000-000000000002', name: 'Guest Wi-Fi' }],
              ...CHECKLIST_WORDS.plan_not_offered,
            },
          ],
        },
      },
      async handle(c, caller) {
        const items = judgeChecklist(ctx.catalogue.now, ctx.config, await findChecklistFacts(ctx, caller))
        const dismissed = new Set(ctx.catalogue.now.settings.setup_dismissed)
        const data = items.map(({ key, state, ...rest }) => ({
          key,
          state: state !== 'done' && dismissed.has(key) ? 'put_aside' : state,
          ...rest,
          ...CHECKLIST_WORDS[key],
        }))
        return answerJson(c.env, 200, { data })
      },
    },
  ]
}

/** Says what is done and what is not. Pure. */
function judgeChecklist(snapshot: Snapshot, config: Pick<Config, 'publicUrl'>, facts: ChecklistFacts): ChecklistItem[] {
  const { settings } = snapshot
  const gateways = [...snapshot.smsGateways.values()].filter(it => it.enabled && it.provider !== 'simulator')
  const servers = [...snapshot.mailServers.values()].filter(it => it.enabled && it.provider !== 'simulator')
  const { protocol, hostname } = new URL(config.publicUrl)
  const isLocal = isLoopback(hostname)
  const [needsSms, needsMail] = [isAskedFor(snapshot, 'sms'), isAskedFor(snapshot, 'email')]

  const items: ChecklistItem[] = [
    point('administrator', facts.hasAdministrator ? 'done' : 'missing', 'required'),
    point('operator', settings.operator_name !== '' && settings.country !== '' ? 'done' : 'missing', 'recommended'),
    point('portal', hasWorkingPortal(snapshot) ? 'done' : 'missing', 'required'),
    point('public_url_is_localhost', isLocal ? 'missing' : 'done', 'required'),
    point('public_url_https', protocol === 'https:' ? 'done' : 'missing', 'recommended'),
    point('sms_gateway', gateways.length > 0 ? 'done' : 'missing', needsSms ? 'required' : 'recommended'),
    point('mail_server', servers.length > 0 ? 'done' : 'missing', needsMail ? 'required' : 'recommended'),
    about(
      'plan_not_offered',
      'recommended',
      'usage_plans',
      [...snapshot.usagePlans.values()].filter(it => it.splash_portal_ids.length === 0),
    ),
    about(
      'plan_cannot_be_validated',
      'required',
      'usage_plans',
      [...snapshot.usagePlans.values()].filter(it => planAvailability(snapshot, it).reasons.length > 0),
    ),
    about(
      'portal_cannot_reset',
      'required',
      'splash_portals',
      [...snapshot.splashPortals.values()].filter(it => cannotReset(snapshot, it)),
    ),
  ]
  if (facts.hasSecondFactor !== undefined)
    items.push(point('second_factor', facts.hasSecondFactor ? 'done' : 'missing', 'recommended'))
  if (gateways.length > 0) {
    const isUntested = (it: SmsGateway) => !facts.acceptedWays.has(it.id)
    items.push(about('sms_gateway_tested', 'recommended', 'sms_gateways', gateways.filter(isUntested)))
    items.push(
      about(
        'spend_cap',
        'recommended',
        'sms_gateways',
        gateways.filter(it => !isCapped(snapshot, it)),
      ),
    )
  }
  if (servers.length > 0) {
    const isUntested = (it: MailServer) => !facts.acceptedWays.has(it.id)
    items.push(about('mail_server_tested', 'recommended', 'mail_servers', servers.filter(isUntested)))
  }
  // Known only where a provider has said so.
  for (const key of ['test_credentials', 'trial_account'] as const) {
    const told = gateways.filter(it => facts[key].has(it.id) || (key === 'test_credentials' && isTestSender(it)))
    if (told.length > 0) items.push(about(key, 'required', 'sms_gateways', told))
  }
  return items.sort((a, b) => CHECKLIST_KEYS.indexOf(a.key) - CHECKLIST_KEYS.indexOf(b.key))
}

function point(key: ChecklistKey, state: ChecklistItem['state'], importance: ChecklistItem['importance']): ChecklistItem {
  return { key, state, importance, records: [] }
}

/** A point that is done as long as no record is at fault. */
function about(
  key: ChecklistKey,
  importance: ChecklistItem['importance'],
  resource: string,
  atFault: { id: string; name: string }[],
): ChecklistItem {
  const records = atFault.map(({ id, name }) => ({ resource, id, name }))
  return { key, state: records.length > 0 ? 'attention' : 'done', importance, records }
}

function isAskedFor({ usagePlans, splashPortals }: Snapshot, channel: 'sms' | 'email'): boolean {
  return (
    [...usagePlans.values()].some(it => it.validation_method.includes(channel)) ||
    [...splashPortals.values()].some(it => it.password_reset_method.includes(channel))
  )
}

function hasWorkingPortal(snapshot: Snapshot): boolean {
  return [...snapshot.splashPortals.values()].some(portal =>
    portal.usage_plan_ids.some(id => {
      const plan = snapshot.usagePlans.get(id)
      return plan && planAvailability(snapshot, plan).offered
    }),
  )
}

function cannotReset(snapshot: Snapshot, portal: { id: string; password_reset_method: string }): boolean {
  const question = { purpose: 'password_reset', splashPortalId: portal.id } as const
  return (['sms', 'email'] as const).some(
    channel => portal.password_reset_method.includes(channel) && !canSend(snapshot, channel, question),
  )
}

/** Only test credentials can send from Twilio's magic numbers. */
function isTestSender({ provider, from }: SmsGateway): boolean {
  return provider === 'twilio' && from.startsWith('+15005550')
}

/** A cap without a price counts nothing. */
function isCapped({ limits, smsPrices }: Snapshot, gateway: SmsGateway): boolean {
  const total = limits.spend_max[gateway.currency]
  const caps = [gateway.daily_spend_max_micros, gateway.monthly_spend_max_micros, total?.daily, total?.monthly]
  return caps.some(cap => cap !== null && cap !== undefined) && (smsPrices.get(gateway.id)?.size ?? 0) > 0
}
