import type { Selectable } from 'kysely'
import type { Db } from './db/db.ts'
import type {
  AccountGroupsTable,
  AdministratorsTable,
  ApiKeysTable,
  CarriersTable,
  LimitsTable,
  MailServersTable,
  SettingsTable,
  SmsGatewaysTable,
  SplashPortalsTable,
  UsagePlansTable,
} from './db/tables.ts'
import type { Logger } from './lib/log.ts'

export type AccountGroup = Selectable<AccountGroupsTable>
export type SmsGateway = Selectable<SmsGatewaysTable>
export type MailServer = Selectable<MailServersTable>
export type Carrier = Selectable<CarriersTable>
export type ApiKey = Selectable<ApiKeysTable>
/** A key with the administrator whose it is: it may do no more than they may now. */
type HeldApiKey = ApiKey & { holder: Pick<Selectable<AdministratorsTable>, 'role' | 'status'> | undefined }
/** What bounds the sending of codes, as the operator has set it. */
export type Limits = Selectable<LimitsTable>
/** Who runs this installation and where. */
export type Settings = Selectable<SettingsTable>
/** A plan with its gateways in fail-over order. */
export type UsagePlan = Selectable<UsagePlansTable> & { sms_gateway_ids: string[]; splash_portal_ids: string[] }
/** A portal with its gateways in fail-over order and its plans in the order of their cards. */
export type SplashPortal = Selectable<SplashPortalsTable> & { sms_gateway_ids: string[]; usage_plan_ids: string[] }

/** The operator's records as of one moment, by id. Nothing in it is ever changed: a new one replaces it. */
export interface Snapshot {
  accountGroups: ReadonlyMap<string, AccountGroup>
  usagePlans: ReadonlyMap<string, UsagePlan>
  splashPortals: ReadonlyMap<string, SplashPortal>
  portalsBySlug: ReadonlyMap<string, SplashPortal>
  smsGateways: ReadonlyMap<string, SmsGateway>
  mailServers: ReadonlyMap<string, MailServer>
  carriers: ReadonlyMap<string, Carrier>
  /** Price of a segment in micros, by gateway and country; '*' is any other country. */
  smsPrices: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** By the hex of the key's hash. */
  apiKeys: ReadonlyMap<string, HeldApiKey>
  limits: Limits
  settings: Settings
}

/**
 * The operator's records in memory: a guest's request reads none of them from the database. A trigger on each of their
 * tables tells every node to read anew (channel `gatehouse_catalogue`); whoever changes one calls `reload()` before
 * answering, so that the writer reads its own write.
 */
export interface Catalogue {
  readonly now: Snapshot
  reload(): Promise<void>
}

export async function openCatalogue(db: Db, log: Logger): Promise<Catalogue> {
  let snapshot = await load(db)
  let loading: Promise<void> | undefined
  let again: Promise<void> | undefined

  async function reloadOnce(): Promise<void> {
    snapshot = await load(db)
    log.debug('catalogue reloaded')
  }

  // A load that runs already may have missed the change: wait for one that begins after this call.
  function reload(): Promise<void> {
    if (!loading) {
      loading = reloadOnce().finally(() => {
        loading = undefined
      })
      return loading
    }
    again ??= loading
      .catch(() => undefined)
      .then(() => {
        again = undefined
        return reload()
      })
    return again
  }

  return {
    get now() {
      return snapshot
    },
    reload,
  }
}

async function load(db: Db): Promise<Snapshot> {
  // One transaction, one snapshot: the relations agree with the records.
  const rows = await db.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async trx => ({
      accountGroups: await trx.selectFrom('account_groups').selectAll().orderBy('name').execute(),
      usagePlans: await trx.selectFrom('usage_plans').selectAll().orderBy('name').execute(),
      splashPortals: await trx.selectFrom('splash_portals').selectAll().orderBy('name').execute(),
      smsGateways: await trx.selectFrom('sms_gateways').selectAll().orderBy('name').execute(),
      mailServers: await trx.selectFrom('mail_servers').selectAll().orderBy('position').orderBy('name').execute(),
      carriers: await trx.selectFrom('carriers').selectAll().orderBy('country').orderBy('name').execute(),
      smsPrices: await trx.selectFrom('sms_prices').select(['sms_gateway_id', 'country', 'price_micros']).execute(),
      apiKeys: await trx.selectFrom('api_keys').selectAll().execute(),
      administrators: await trx.selectFrom('administrators').select(['id', 'role', 'status']).execute(),
      limits: await trx.selectFrom('limits').selectAll().executeTakeFirstOrThrow(),
      settings: await trx.selectFrom('settings').selectAll().executeTakeFirstOrThrow(),
      planGateways: await trx.selectFrom('usage_plan_sms_gateways').selectAll().orderBy('position').execute(),
      portalGateways: await trx.selectFrom('splash_portal_sms_gateways').selectAll().orderBy('position').execute(),
      portalPlans: await trx.selectFrom('splash_portal_usage_plans').selectAll().orderBy('position').execute(),
    }))
  const usagePlans = rows.usagePlans.map(plan => ({
    ...plan,
    sms_gateway_ids: rows.planGateways.filter(link => link.usage_plan_id === plan.id).map(link => link.sms_gateway_id),
    splash_portal_ids: rows.portalPlans.filter(link => link.usage_plan_id === plan.id).map(link => link.splash_portal_id),
  }))
  const splashPortals = rows.splashPortals.map(portal => ({
    ...portal,
    sms_gateway_ids: rows.portalGateways.filter(link => link.splash_portal_id === portal.id).map(link => link.sms_gateway_id),
    usage_plan_ids: rows.portalPlans.filter(link => link.splash_portal_id === portal.id).map(link => link.usage_plan_id),
  }))
  const smsPrices = new Map<string, Map<string, number>>()
  for (const { sms_gateway_id: id, country, price_micros } of rows.smsPrices)
    smsPrices.set(id, (smsPrices.get(id) ?? new Map()).set(country, price_micros))
  return {
    accountGroups: byId(rows.accountGroups),
    usagePlans: byId(usagePlans),
    splashPortals: byId(splashPortals),
    portalsBySlug: new Map(splashPortals.map(portal => [portal.slug, portal])),
    smsGateways: byId(rows.smsGateways),
    mailServers: byId(rows.mailServers),
    carriers: byId(rows.carriers),
    smsPrices,
    apiKeys: new Map(
      rows.apiKeys.map(key => [
        key.key_hash.toString('hex'),
        { ...key, holder: rows.administrators.find(({ id }) => id === key.administrator_id) },
      ]),
    ),
    limits: rows.limits,
    settings: rows.settings,
  }
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map(row => [row.id, row]))
}
