import type { Phrases } from './en.ts'
import { accountGroups } from './fr/account-groups.ts'
import { accounts } from './fr/accounts.ts'
import { administrators } from './fr/administrators.ts'
import { apiKeys } from './fr/api-keys.ts'
import { auditEvents, otherResources } from './fr/audit-events.ts'
import { carriers } from './fr/carriers.ts'
import { checklist } from './fr/checklist.ts'
import { alerts, dashboard } from './fr/dashboard.ts'
import { limits } from './fr/limits.ts'
import { mailServers } from './fr/mail-servers.ts'
import { messages } from './fr/messages.ts'
import { methods } from './fr/methods.ts'
import { orderedRecords } from './fr/ordered-records.ts'
import { profile } from './fr/profile.ts'
import { blocks, channels, suppressions, validations } from './fr/protection.ts'
import { reactAdmin } from './fr/react-admin.ts'
import { roles } from './fr/roles.ts'
import { copy, secret } from './fr/secret.ts'
import { settings } from './fr/settings.ts'
import { setup } from './fr/setup.ts'
import { shell } from './fr/shell.ts'
import { signIn } from './fr/sign-in.ts'
import { smsGateways } from './fr/sms-gateways.ts'
import { smsPrices } from './fr/sms-prices.ts'
import { splashPortals } from './fr/splash-portals.ts'
import { usagePlans } from './fr/usage-plans.ts'

/** Everything the console says in French. */
export const fr: Phrases = {
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
