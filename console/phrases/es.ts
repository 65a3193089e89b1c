import type { Phrases } from './en.ts'
import { accountGroups } from './es/account-groups.ts'
import { accounts } from './es/accounts.ts'
import { administrators } from './es/administrators.ts'
import { apiKeys } from './es/api-keys.ts'
import { auditEvents, otherResources } from './es/audit-events.ts'
import { carriers } from './es/carriers.ts'
import { checklist } from './es/checklist.ts'
import { alerts, dashboard } from './es/dashboard.ts'
import { limits } from './es/limits.ts'
import { mailServers } from './es/mail-servers.ts'
import { messages } from './es/messages.ts'
import { methods } from './es/methods.ts'
import { orderedRecords } from './es/ordered-records.ts'
import { profile } from './es/profile.ts'
import { blocks, channels, suppressions, validations } from './es/protection.ts'
import { reactAdmin } from './es/react-admin.ts'
import { roles } from './es/roles.ts'
import { copy, secret } from './es/secret.ts'
import { settings } from './es/settings.ts'
import { setup } from './es/setup.ts'
import { shell } from './es/shell.ts'
import { signIn } from './es/sign-in.ts'
import { smsGateways } from './es/sms-gateways.ts'
import { smsPrices } from './es/sms-prices.ts'
import { splashPortals } from './es/splash-portals.ts'
import { usagePlans } from './es/usage-plans.ts'

/** Everything the console says in Spanish. */
export const es: Phrases = {
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
