import { accountGroups } from './de/account-groups.ts'
import { accounts } from './de/accounts.ts'
import { administrators } from './de/administrators.ts'
import { apiKeys } from './de/api-keys.ts'
import { auditEvents, otherResources } from './de/audit-events.ts'
import { carriers } from './de/carriers.ts'
import { checklist } from './de/checklist.ts'
import { alerts, dashboard } from './de/dashboard.ts'
import { limits } from './de/limits.ts'
import { mailServers } from './de/mail-servers.ts'
import { messages } from './de/messages.ts'
import { methods } from './de/methods.ts'
import { orderedRecords } from './de/ordered-records.ts'
import { profile } from './de/profile.ts'
import { blocks, channels, suppressions, validations } from './de/protection.ts'
import { reactAdmin } from './de/react-admin.ts'
import { roles } from './de/roles.ts'
import { copy, secret } from './de/secret.ts'
import { settings } from './de/settings.ts'
import { setup } from './de/setup.ts'
import { shell } from './de/shell.ts'
import { signIn } from './de/sign-in.ts'
import { smsGateways } from './de/sms-gateways.ts'
import { smsPrices } from './de/sms-prices.ts'
import { splashPortals } from './de/splash-portals.ts'
import { usagePlans } from './de/usage-plans.ts'
import type { Phrases } from './en.ts'

/** Everything the console says in German. */
export const de: Phrases = {
  ...reactAdmin,
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
