import english from 'ra-language-english'
import { accountGroups } from './en/account-groups.ts'
import { accounts } from './en/accounts.ts'
import { administrators } from './en/administrators.ts'
import { apiKeys } from './en/api-keys.ts'
import { auditEvents, otherResources } from './en/audit-events.ts'
import { carriers } from './en/carriers.ts'
import { checklist } from './en/checklist.ts'
import { alerts, dashboard } from './en/dashboard.ts'
import { limits } from './en/limits.ts'
import { mailServers } from './en/mail-servers.ts'
import { messages } from './en/messages.ts'
import { methods } from './en/methods.ts'
import { orderedRecords } from './en/ordered-records.ts'
import { profile } from './en/profile.ts'
import { blocks, channels, suppressions, validations } from './en/protection.ts'
import { roles } from './en/roles.ts'
import { copy, secret } from './en/secret.ts'
import { settings } from './en/settings.ts'
import { setup } from './en/setup.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'
import { smsGateways } from './en/sms-gateways.ts'
import { smsPrices } from './en/sms-prices.ts'
import { splashPortals } from './en/splash-portals.ts'
import { usagePlans } from './en/usage-plans.ts'

/** Everything the console says in English. The other languages have the same shape, which the type check sees to. */
export const en = {
  ...english,
  gatehouse: {
    dashboard,
    alerts,
    checklist,
    ...shell,
    sign_in: signIn,
    profile,
    setup,
    ordered: orderedRecords,
    copy,
    secret,
    channels,
    methods,
    roles,
    other_resources: otherResources,
  },
  resources: {
    carriers,
    mail_servers: mailServers,
    sms_gateways: smsGateways,
    sms_prices: smsPrices,
    accounts,
    account_groups: accountGroups,
    administrators,
    api_keys: apiKeys,
    audit_events: auditEvents,
    blocks,
    messages,
    suppressions,
    limits,
    settings,
    splash_portals: splashPortals,
    usage_plans: usagePlans,
    validations,
  },
}

export type Phrases = typeof en
