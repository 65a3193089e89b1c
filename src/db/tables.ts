import type { ColumnType, Generated } from 'kysely'

// The tables of migrations/, as Kysely sees them. `Generated` marks columns with a default.

export type ValidationMethod = 'none' | 'sms' | 'email' | 'sms_or_email' | 'sms_and_email'
export type Channel = 'sms' | 'email' | 'email_to_sms'
export type Purpose = 'sign_up' | 'password_reset' | 'free_sms' | 'api'
type ValidationStatus = 'pending' | 'approved' | 'expired' | 'exhausted' | 'cancelled'
export type MessageStatus = 'queued' | 'sending' | 'accepted' | 'delivered' | 'failed' | 'unknown'
type AccountStatus = 'pending' | 'active' | 'blocked'
export type Role = 'read_only' | 'front_desk' | 'operator' | 'owner'
export type CarrierStatus = 'active' | 'degraded' | 'sunset' | 'retired' | 'unknown'

/** jsonb: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string | undefined, string>

interface Stamps {
  created_at: Date
  updated_at: Date
}

export interface AccountGroupsTable extends Stamps {
  id: string
  name: string
  priority: Generated<number>
  note: Generated<string>
}

export interface UsagePlansTable extends Stamps {
  id: string
  name: string
  description: Generated<string>
  note: Generated<string>
  account_group_id: string | null
  validation_method: ValidationMethod
  automatic_login: Generated<boolean>
  unlimited_usage: Generated<boolean>
  usage_minutes: number | null
  max_devices: number | null
}

/** Texts by locale and template name, where the operator has replaced the built-in ones. */
export type MessageTemplates = Record<string, Record<string, string>>

/** Texts of a portal's own pages by locale and name. */
type PortalTexts = Record<string, Partial<Record<'welcome_title' | 'welcome_text' | 'sign_up_note' | 'help_text', string>>>

export interface SplashPortalsTable extends Stamps {
  id: string
  name: string
  slug: string
  note: Generated<string>
  password_reset_method: ValidationMethod
  default_country: string
  allowed_countries: Generated<string[]>
  extra_prefixes: Generated<string[]>
  brand_name: Generated<string>
  brand_color: Generated<string>
  logo_url: Generated<string>
  terms: Generated<string>
  sms_segments_max: Generated<number>
  message_templates: Json<MessageTemplates>
  portal_texts: Json<PortalTexts>
  logo_hash: Generated<string>
}

interface SplashPortalLogosTable {
  splash_portal_id: string
  content_type: string
  content: Buffer
}

export interface SmsGatewaysTable extends Stamps {
  id: string
  name: string
  provider: string
  from: Generated<string>
  account_sid: Generated<string>
  auth_token_encrypted: Buffer | null
  base_url: Generated<string>
  options: Json<Record<string, unknown>>
  note: Generated<string>
  enabled: Generated<boolean>
  callback_secret_encrypted: Buffer | null
  countries: Generated<string[]>
  /** By country: what messages there come from instead of `from`. */
  senders: Json<Record<string, string>>
  weight: Generated<number>
  sends_per_second: number | null
  concurrency_max: Generated<number>
  currency: Generated<string>
  daily_spend_max_micros: number | null
  monthly_spend_max_micros: number | null
}

export interface MailServersTable extends Stamps {
  id: string
  name: string
  provider: 'smtp' | 'simulator'
  host: Generated<string>
  port: Generated<number>
  security: Generated<'none' | 'starttls' | 'tls'>
  username: Generated<string>
  password_encrypted: Buffer | null
  from: string
  note: Generated<string>
  enabled: Generated<boolean>
  position: Generated<number>
  bounce_address: Generated<string>
}

export interface CarriersTable extends Stamps {
  id: string
  name: string
  country: string
  address_template: string
  status: CarrierStatus
  sunset_on: string | null
  last_verified_on: string | null
  sources: Generated<string[]>
  note: Generated<string>
  fact_key: string | null
  overridden: Generated<string[]>
  mx_status: 'ok' | 'missing' | 'error' | null
  mx_checked_at: Date | null
  health: 'degraded' | 'suspended' | null
  health_reason: Generated<string>
  health_at: Date | null
}

interface CarrierFactsTable {
  fact_key: string
  added_at: Date
}

interface UsagePlanSmsGatewaysTable {
  usage_plan_id: string
  sms_gateway_id: string
  position: number
}

interface SplashPortalSmsGatewaysTable {
  splash_portal_id: string
  sms_gateway_id: string
  position: number
}

interface SplashPortalUsagePlansTable {
  splash_portal_id: string
  usage_plan_id: string
  position: number
}

export interface AdministratorsTable extends Stamps {
  id: string
  login: string
  name: Generated<string>
  email: Generated<string>
  password_hash: string
  last_login_at: Date | null
  note: Generated<string>
  role: Generated<Role>
  status: Generated<'active' | 'blocked'>
  locale: Generated<string>
  password_is_short: Generated<boolean>
  totp_secret_encrypted: Buffer | null
  totp_pending_encrypted: Buffer | null
  totp_last_step: number | null
}

interface AdministratorSessionsTable {
  id: string
  token_hash: Buffer
  administrator_id: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  confirmed_at: Date
  address: string
  user_agent: string
  began_without_factor: Generated<boolean>
}

interface AdministratorTicketsTable {
  id: string
  ticket_hash: Buffer
  administrator_id: string
  device: string
  challenge: string
  tries: Generated<number>
  created_at: Date
  expires_at: Date
}

interface AdministratorChallengesTable {
  id: string
  challenge: string
  purpose: 'sign_in' | 'confirm' | 'register'
  administrator_id: string | null
  device: string
  created_at: Date
  expires_at: Date
}

export interface AdministratorPasskeysTable extends Stamps {
  id: string
  administrator_id: string
  credential_id: string
  public_key: Buffer
  counter: number
  transports: Generated<string[]>
  name: string
  last_used_at: Date | null
}

interface AdministratorRecoveryCodesTable {
  id: string
  administrator_id: string
  selector: string
  code_hash: string
  created_at: Date
}

interface AdministratorLinksTable {
  id: string
  token_hash: Buffer
  login: string
  created_at: Date
  expires_at: Date
}

export interface ApiKeysTable extends Stamps {
  id: string
  name: string
  administrator_id: string | null
  key_prefix: string
  key_hash: Buffer
  expires_at: Date | null
  note: Generated<string>
  role: Generated<Role>
}

export interface AuditEventsTable {
  id: string
  at: Date
  actor: string
  action: string
  resource: string
  record_id: string
  changes: Json<Record<string, unknown>>
  /** Its place in the chain, from 1. Null: from before there was one. */
  number: number | null
  previous_hash: Buffer | null
  hash: Buffer | null
  mac_key_id: string | null
  mac: Buffer | null
}

interface AuditHeadTable {
  id: Generated<number>
  number: number
  hash: Buffer
  purged_through: Generated<number>
}

interface SecretKeysTable {
  number: number
  key_id: string
  current_since: Date
  retired_at: Date | null
}

interface NodeKeysTable {
  worker: number
  node: string
  key_ids: string[]
  writes_with: string
  seen_at: Date
}

export interface AccountsTable extends Stamps {
  id: string
  login: string
  login_key: string
  password_hash: string | null
  first_name: Generated<string>
  last_name: Generated<string>
  email: string | null
  email_validated_at: Date | null
  phone: string | null
  phone_validated_at: Date | null
  account_group_id: string | null
  usage_plan_id: string | null
  status: AccountStatus
  unlimited_usage: Generated<boolean>
  usage_expires_at: Date | null
  max_devices: number | null
  locale: Generated<string>
  note: Generated<string>
  last_seen_at: Date | null
}

interface SessionsTable {
  id: string
  token_hash: Buffer
  splash_portal_id: string
  account_id: string | null
  usage_plan_id: string | null
  signed_in_at: Date | null
  created_at: Date
  expires_at: Date
  device: string | null
  user_agent: Generated<string>
  address: Generated<string>
}

export interface ValidationsTable {
  id: string
  purpose: Purpose
  channel: Channel
  status: ValidationStatus
  contact: string
  budget_key: string
  /** Of the browser that asked, as a keyed hash. */
  device: string | null
  limit_keys: Generated<string[]>
  decoy: Generated<boolean>
  account_id: string | null
  session_id: string | null
  splash_portal_id: string | null
  usage_plan_id: string | null
  carrier_id: string | null
  seed: Buffer
  generation: Generated<number>
  code_length: Generated<number>
  checks: Generated<number>
  checks_max: Generated<number>
  sends: Generated<number>
  last_sent_at: Date
  locale: Generated<string>
  created_at: Date
  expires_at: Date
  approved_at: Date | null
  grant_spent_at: Date | null
  /** Generated: the status of those that ended without being entered. */
  ended_as: ColumnType<'exhausted' | 'cancelled' | null, never, never>
}

interface ContactBudgetsTable {
  key: string
  starts: Generated<Date[]>
  failures: Generated<Date[]>
  failures_since_proof: Generated<number>
  touched_at: Date
  proven_at: Date | null
}

interface LimitCountersTable {
  key: string
  minutes: number[]
  sends: number[]
  proofs: number[]
  blocked_at: Date | null
  blocked_until: Date | null
  strikes: Generated<number>
  is_shadow: Generated<boolean>
  seen_sends: number | null
  seen_proofs: number | null
  touched_at: Date
}

interface FailureCountersTable {
  key: string
  minutes: number[]
  taken: number[]
  granted: number
  touched_at: Date
}

/** A view of limit_counters. */
export interface BlocksTable {
  id: string
  kind: 'prefix' | 'country' | 'gateway'
  value: string
  blocked_at: Date
  blocked_until: Date
  strikes: number
  shadow: boolean
  sends: number
  proofs: number
}

interface KnownDevicesTable {
  contact: string
  device: string
  proven_at: Date
  first_proven_at: Date | null
}

interface SpentPuzzlesTable {
  id: string
  expires_at: Date
}

interface SpendUsageTable {
  currency: string
  day: string
  day_micros: Generated<number>
  month: string
  month_micros: Generated<number>
}

/** One row. Numbers of an hour; null: no limit. */
export interface LimitsTable {
  id: string
  device_codes_per_hour: number | null
  address_sends_per_hour: number | null
  prefix_sends_per_hour: number | null
  country_sends_per_hour: number | null
  portal_sends_per_hour: number | null
  gateway_sends_per_hour: number | null
  system_sends_per_hour: number | null
  device_failures_per_hour: number | null
  address_failures_per_hour: number | null
  address_login_failures_per_hour: number | null
  api_prefix_sends_per_hour: number | null
  api_country_sends_per_hour: number | null
  api_portal_sends_per_hour: number | null
  api_gateway_sends_per_hour: number | null
  api_system_sends_per_hour: number | null
  puzzle_bits: Generated<number>
  breaker: Generated<'on' | 'shadow' | 'off'>
  breaker_prefix_sends: Generated<number>
  breaker_api_prefix_sends: Generated<number>
  breaker_country_sends: Generated<number>
  breaker_gateway_sends: Generated<number>
  breaker_percent: Generated<number>
  safe_prefixes: Generated<string[]>
  safe_countries: Generated<string[]>
  /** By currency, in micros. */
  spend_max: Json<Record<string, { daily: number | null; monthly: number | null }>>
  captcha_provider: Generated<'none' | 'turnstile' | 'hcaptcha' | 'recaptcha' | 'generic'>
  captcha_when: Generated<'off' | 'after_puzzle' | 'always_past_limit'>
  captcha_site_key: Generated<string>
  captcha_secret_encrypted: Buffer | null
  captcha_script_url: Generated<string>
  captcha_verify_url: Generated<string>
  captcha_worked_at: Date | null
  disposable_email: Generated<'off' | 'note' | 'puzzle' | 'refuse'>
  disposable_email_domains: Generated<string[]>
  disposable_email_exceptions: Generated<string[]>
  disposable_phone: Generated<'off' | 'note' | 'puzzle' | 'refuse'>
  disposable_phone_prefixes: Generated<string[]>
  updated_at: Date | null
}

export interface MessagesTable {
  id: string
  channel: Channel
  template: string
  status: MessageStatus
  to: string
  locale: string
  validation_id: string | null
  /** Of the code it carries: a validation may have moved on to a newer one. */
  generation: Generated<number>
  account_id: string | null
  splash_portal_id: string | null
  usage_plan_id: string | null
  sms_gateway_id: string | null
  mail_server_id: string | null
  carrier_id: string | null
  attempts: Generated<number>
  due_at: Date | null
  worker: number | null
  provider_message_id: string | null
  error_class: string | null
  error_code: string | null
  error_message: string | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  final_at: Date | null
  country: string | null
  segments: number | null
  price_micros: number | null
  currency: string | null
  price_source: 'table' | 'provider' | null
  network: string | null
  ignores_opt_out: Generated<boolean>
}

interface MessageAttemptsTable {
  message_id: string
  number: number
  sms_gateway_id: string | null
  mail_server_id: string | null
  started_at: Date
  finished_at: Date | null
  outcome: string | null
  error_code: string | null
  error_message: string | null
}

interface MessageEventsTable {
  message_id: string
  at: Date
  status: string
  source: string
  provider_message_id: Generated<string>
  error_code: Generated<string>
  error_message: Generated<string>
}

interface SmsGatewayUsageTable {
  sms_gateway_id: string
  next_send_at: Date
  day: string
  day_micros: Generated<number>
  month: string
  month_micros: Generated<number>
}

interface SmsPricesTable extends Stamps {
  id: string
  sms_gateway_id: string
  country: string
  price_micros: number
  note: Generated<string>
}

export interface SuppressionsTable extends Stamps {
  id: string
  channel: 'sms' | 'email'
  /** Of somebody whose data were erased: `#` and a keyed hash. */
  contact: string
  sms_gateway_id: string | null
  sender: Generated<string>
  reason: 'opted_out' | 'hard_bounce' | 'complaint' | 'manual'
  detail: Generated<string>
  message_id: string | null
  note: Generated<string>
}

/** One row at most. */
interface PersonKeysTable {
  id: string
  only_one: Generated<boolean>
  key_encrypted: Buffer
}

interface MessageStatsTable {
  hour: Date
  channel: Channel
  sms_gateway_id: string | null
  mail_server_id: string | null
  carrier_id: string | null
  country: string | null
  network: string | null
  usage_plan_id: string | null
  splash_portal_id: string | null
  currency: string | null
  sent: number
  codes: number
  accepted: number
  delivered: number
  failed: number
  proven: number
  segments: number
  price_micros: number
  proof_histogram: number[]
}

interface MessageStatsHoursTable {
  hour: Date
  counted_at: Date
}

/** One row. */
export interface SettingsTable {
  id: string
  operator_name: Generated<string>
  country: Generated<string>
  time_zone: Generated<string>
  locale: Generated<'en' | 'es' | 'fr' | 'de'>
  public_url: Generated<string>
  setup_dismissed: Generated<string[]>
  second_factor_required: Generated<'none' | 'owners' | 'everyone'>
  updated_at: Date | null
}

interface LimitRefusalsTable {
  hour: Date
  kind: string
  count: number
}

interface SignUpCountsTable {
  hour: Date
  kind: 'created' | 'activated' | 'reset_started' | 'reset_finished'
  usage_plan_id: string | null
  splash_portal_id: string | null
  bucket: number
  count: number
}

/** Every contact that a code or message was for. */
interface ContactIndexTable {
  contact: string
}

/** One row at most. */
interface ContactIndexProgressTable {
  only_one: Generated<boolean>
  indexed_until: Date
}

interface SimulatorMessagesTable {
  id: string
  channel: Channel
  message_encrypted: Buffer
  at: Date
}

export interface Tables {
  account_groups: AccountGroupsTable
  usage_plans: UsagePlansTable
  splash_portal_logos: SplashPortalLogosTable
  splash_portals: SplashPortalsTable
  sms_gateways: SmsGatewaysTable
  mail_servers: MailServersTable
  carriers: CarriersTable
  carrier_facts: CarrierFactsTable
  usage_plan_sms_gateways: UsagePlanSmsGatewaysTable
  splash_portal_sms_gateways: SplashPortalSmsGatewaysTable
  splash_portal_usage_plans: SplashPortalUsagePlansTable
  administrators: AdministratorsTable
  administrator_sessions: AdministratorSessionsTable
  administrator_tickets: AdministratorTicketsTable
  administrator_challenges: AdministratorChallengesTable
  administrator_passkeys: AdministratorPasskeysTable
  administrator_recovery_codes: AdministratorRecoveryCodesTable
  administrator_links: AdministratorLinksTable
  api_keys: ApiKeysTable
  audit_events: AuditEventsTable
  audit_head: AuditHeadTable
  secret_keys: SecretKeysTable
  node_keys: NodeKeysTable
  accounts: AccountsTable
  sessions: SessionsTable
  validations: ValidationsTable
  contact_budgets: ContactBudgetsTable
  limit_counters: LimitCountersTable
  failure_counters: FailureCountersTable
  blocks: BlocksTable
  known_devices: KnownDevicesTable
  spent_puzzles: SpentPuzzlesTable
  spend_usage: SpendUsageTable
  limits: LimitsTable
  messages: MessagesTable
  message_attempts: MessageAttemptsTable
  message_events: MessageEventsTable
  contact_index: ContactIndexTable
  contact_index_progress: ContactIndexProgressTable
  simulator_messages: SimulatorMessagesTable
  sms_gateway_usage: SmsGatewayUsageTable
  sms_prices: SmsPricesTable
  suppressions: SuppressionsTable
  person_keys: PersonKeysTable
  message_stats: MessageStatsTable
  message_stats_hours: MessageStatsHoursTable
  settings: SettingsTable
  limit_refusals: LimitRefusalsTable
  sign_up_counts: SignUpCountsTable
}
