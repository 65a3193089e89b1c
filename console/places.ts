import { from, type Place } from './scaffold/place.tsx'

// Every place of the console. A place is loaded when somebody first goes there.

interface RecordPlaces {
  /** The resource of the REST API. */
  name: string
  list: Place
  create?: Place
  edit?: Place
  show?: Place
  /** What a record is called where another one refers to it; its name unless said. */
  recordRepresentation?: string
}

const accountGroups = from(() => import('./records/account-groups.tsx'))
const accountForm = from(() => import('./records/accounts/form.tsx'))
const accountList = from(() => import('./records/accounts/list.tsx'))
const accountShow = from(() => import('./records/accounts/show.tsx'))
const administrators = from(() => import('./records/administrators.tsx'))
const apiKeys = from(() => import('./records/api-keys.tsx'))
const auditEvents = from(() => import('./records/audit-events.tsx'))
const blocks = from(() => import('./records/blocks.tsx'))
const limits = from(() => import('./pages/limits.tsx'))
const messageList = from(() => import('./records/messages/list.tsx'))
const messageShow = from(() => import('./records/messages/show.tsx'))
const portalForm = from(() => import('./records/splash-portals/form.tsx'))
const portalList = from(() => import('./records/splash-portals/list.tsx'))
const portalSheet = from(() => import('./records/splash-portals/sheet.tsx'))
const portalShow = from(() => import('./records/splash-portals/show.tsx'))
const suppressions = from(() => import('./records/suppressions.tsx'))
const usagePlans = from(() => import('./records/usage-plans.tsx'))
const validations = from(() => import('./records/validations.tsx'))
const smsGatewayList = from(() => import('./records/sms-gateways/list.tsx'))
const smsGatewayForm = from(() => import('./records/sms-gateways/form.tsx'))
const smsGatewayShow = from(() => import('./records/sms-gateways/show.tsx'))
const mailServerList = from(() => import('./records/mail-servers/list.tsx'))
const mailServerForm = from(() => import('./records/mail-servers/form.tsx'))
const mailServerShow = from(() => import('./records/mail-servers/show.tsx'))
const carrierList = from(() => import('./records/carriers/list.tsx'))
const carrierForm = from(() => import('./records/carriers/form.tsx'))
const carrierShow = from(() => import('./records/carriers/show.tsx'))
const notFound = from(() => import('./pages/not-found.tsx'))
const profile = from(() => import('./pages/profile/page.tsx'))
const settings = from(() => import('./pages/settings.tsx'))
const setup = from(() => import('./pages/setup/page.tsx'))
const signIn = from(() => import('./pages/sign-in.tsx'))

export const NotFoundPage = notFound('NotFoundPage')
export const SignInPage = signIn('SignInPage')

export const RECORDS: RecordPlaces[] = [
  {
    name: 'accounts',
    list: accountList('AccountList'),
    create: accountForm('AccountCreate'),
    edit: accountForm('AccountEdit'),
    show: accountShow('AccountShow'),
    recordRepresentation: 'login',
  },
  {
    name: 'account_groups',
    list: accountGroups('AccountGroupList'),
    create: accountGroups('AccountGroupCreate'),
    edit: accountGroups('AccountGroupEdit'),
    show: accountGroups('AccountGroupShow'),
  },
  {
    name: 'usage_plans',
    list: usagePlans('UsagePlanList'),
    create: usagePlans('UsagePlanCreate'),
    edit: usagePlans('UsagePlanEdit'),
    show: usagePlans('UsagePlanShow'),
  },
  {
    name: 'splash_portals',
    list: portalList('SplashPortalList'),
    create: portalForm('SplashPortalCreate'),
    edit: portalForm('SplashPortalEdit'),
    show: portalShow('SplashPortalShow'),
  },
  {
    name: 'messages',
    list: messageList('MessageList'),
    show: messageShow('MessageShow'),
    recordRepresentation: 'to',
  },
  {
    name: 'validations',
    list: validations('ValidationList'),
    show: validations('ValidationShow'),
    recordRepresentation: 'contact',
  },
  {
    name: 'suppressions',
    list: suppressions('SuppressionList'),
    create: suppressions('SuppressionCreate'),
    edit: suppressions('SuppressionEdit'),
    show: suppressions('SuppressionShow'),
    recordRepresentation: 'contact',
  },
  { name: 'blocks', list: blocks('BlockList'), recordRepresentation: 'value' },
  {
    name: 'administrators',
    list: administrators('AdministratorList'),
    create: administrators('AdministratorCreate'),
    edit: administrators('AdministratorEdit'),
    show: administrators('AdministratorShow'),
    recordRepresentation: 'login',
  },
  {
    name: 'api_keys',
    list: apiKeys('ApiKeyList'),
    create: apiKeys('ApiKeyCreate'),
    edit: apiKeys('ApiKeyEdit'),
    show: apiKeys('ApiKeyShow'),
  },
  {
    name: 'audit_events',
    list: auditEvents('AuditEventList'),
    show: auditEvents('AuditEventShow'),
    recordRepresentation: 'number',
  },
  {
    name: 'sms_gateways',
    list: smsGatewayList('SmsGatewayList'),
    create: smsGatewayForm('SmsGatewayCreate'),
    edit: smsGatewayForm('SmsGatewayEdit'),
    show: smsGatewayShow('SmsGatewayShow'),
  },
  {
    name: 'mail_servers',
    list: mailServerList('MailServerList'),
    create: mailServerForm('MailServerCreate'),
    edit: mailServerForm('MailServerEdit'),
    show: mailServerShow('MailServerShow'),
  },
  {
    name: 'carriers',
    list: carrierList('CarrierList'),
    create: carrierForm('CarrierCreate'),
    edit: carrierForm('CarrierEdit'),
    show: carrierShow('CarrierShow'),
  },
]

/** Places that are not a kind of record. */
export const PAGES: { path: string; element: Place }[] = [
  { path: '/profile', element: profile('ProfilePage') },
  { path: '/limits', element: limits('LimitsPage') },
  { path: '/settings', element: settings('SettingsPage') },
  { path: '/splash_portals/:id/sheet', element: portalSheet('SplashPortalSheet') },
  { path: '/setup', element: setup('SetupPage') },
]

/** Loads what an entry of the menu leads to, when it is likely to be wanted. A failure shows when one goes there. */
export function loadAhead(to: string): void {
  const place = RECORDS.find(({ name }) => name === to)?.list ?? PAGES.find(({ path }) => path === `/${to}`)?.element
  place?.load().catch(() => undefined)
}
