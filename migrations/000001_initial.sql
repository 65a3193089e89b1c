-- Gatehouse's first schema. Ids are UUIDs (version 7, made by the application, so that a batch of rows can be inserted
-- and referred to in one statement). All times come from the application's clock; no statement here or in src/ uses now().

-- The operator's records ---------------------------------------------------------------------------------------------

create table account_groups (
  id uuid primary key,
  name text not null unique,
  priority integer not null default 0,
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table usage_plans (
  id uuid primary key,
  name text not null unique,
  description text not null default '',
  note text not null default '',
  account_group_id uuid references account_groups,
  validation_method text not null check (validation_method in ('none', 'sms', 'email', 'sms_or_email', 'sms_and_email')),
  automatic_login boolean not null default true,
  unlimited_usage boolean not null default false,
  usage_minutes integer check (usage_minutes > 0),
  max_devices integer check (max_devices > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on usage_plans (account_group_id);

create table splash_portals (
  id uuid primary key,
  name text not null unique,
  slug text not null unique,
  note text not null default '',
  password_reset_method text not null check (password_reset_method in ('none', 'sms', 'email', 'sms_or_email', 'sms_and_email')),
  default_country text not null,
  allowed_countries text[] not null default '{}',
  extra_prefixes text[] not null default '{}',
  brand_name text not null default '',
  brand_color text not null default '',
  logo_url text not null default '',
  terms text not null default '',
  message_templates jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sms_gateways (
  id uuid primary key,
  name text not null unique,
  provider text not null,
  "from" text not null default '',
  account_sid text not null default '',
  auth_token_encrypted bytea,
  base_url text not null default '',
  options jsonb not null default '{}',
  note text not null default '',
  enabled boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table mail_servers (
  id uuid primary key,
  name text not null unique,
  provider text not null check (provider in ('smtp', 'simulator')),
  host text not null default '',
  port integer not null default 587 check (port between 1 and 65535),
  security text not null default 'starttls' check (security in ('none', 'starttls', 'tls')),
  username text not null default '',
  password_encrypted bytea,
  "from" text not null,
  note text not null default '',
  enabled boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Email-to-SMS gateways of carriers. A row whose sunset_on has passed counts as retired, whatever its status says.
create table carriers (
  id uuid primary key,
  name text not null,
  country text not null,
  address_template text not null,
  status text not null check (status in ('active', 'degraded', 'sunset', 'retired', 'unknown')),
  sunset_on date,
  last_verified_on date,
  sources text[] not null default '{}',
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (name, country)
);

-- Gateways in fail-over order: position counts from 0.
create table usage_plan_sms_gateways (
  usage_plan_id uuid not null references usage_plans on delete cascade,
  sms_gateway_id uuid not null references sms_gateways,
  position integer not null,
  primary key (usage_plan_id, sms_gateway_id)
);
create index on usage_plan_sms_gateways (sms_gateway_id);

create table splash_portal_sms_gateways (
  splash_portal_id uuid not null references splash_portals on delete cascade,
  sms_gateway_id uuid not null references sms_gateways,
  position integer not null,
  primary key (splash_portal_id, sms_gateway_id)
);
create index on splash_portal_sms_gateways (sms_gateway_id);

-- The plans that a portal offers, in the order of their cards.
create table splash_portal_usage_plans (
  splash_portal_id uuid not null references splash_portals on delete cascade,
  usage_plan_id uuid not null references usage_plans,
  position integer not null,
  primary key (splash_portal_id, usage_plan_id)
);
create index on splash_portal_usage_plans (usage_plan_id);

-- Every node keeps the operator's records in memory (src/catalogue.ts) and reads them anew on this notice.
create function notify_catalogue() returns trigger language plpgsql as $$
begin
  perform pg_notify('gatehouse_catalogue', '');
  return null;
end $$;

-- Operators and programs ---------------------------------------------------------------------------------------------

create table administrators (
  id uuid primary key,
  login text not null unique,
  name text not null default '',
  email text not null default '',
  password_hash text not null,
  last_login_at timestamptz,
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table api_keys (
  id uuid primary key,
  name text not null,
  administrator_id uuid references administrators,
  key_prefix text not null,
  key_hash bytea not null unique,
  expires_at timestamptz,
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on api_keys (administrator_id);

create table audit_events (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  resource text not null,
  record_id text not null,
  changes jsonb not null default '{}'
);
create index on audit_events (at);
create index on audit_events (resource, record_id);

do $$
declare t text;
begin
  foreach t in array array['account_groups', 'usage_plans', 'splash_portals', 'sms_gateways', 'mail_servers', 'carriers', 'api_keys',
    'usage_plan_sms_gateways', 'splash_portal_sms_gateways', 'splash_portal_usage_plans'] loop
    execute format('create trigger %I after insert or update or delete or truncate on %I for each statement execute function notify_catalogue()', t || '_notify', t);
  end loop;
end $$;

-- Guests -------------------------------------------------------------------------------------------------------------

-- login keeps the case the guest typed; login_key is what is compared. email is kept in lower case.
create table accounts (
  id uuid primary key,
  login text not null,
  login_key text not null unique,
  password_hash text,
  first_name text not null default '',
  last_name text not null default '',
  email text,
  email_validated_at timestamptz,
  phone text,
  phone_validated_at timestamptz,
  account_group_id uuid references account_groups,
  usage_plan_id uuid references usage_plans,
  status text not null check (status in ('pending', 'active', 'blocked')),
  unlimited_usage boolean not null default false,
  usage_expires_at timestamptz,
  max_devices integer,
  locale text not null default 'en',
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
-- Only proven contacts are unique: whoever merely typed a number does not block its owner.
create unique index accounts_proven_phone on accounts (phone) where phone_validated_at is not null;
create unique index accounts_proven_email on accounts (email) where email_validated_at is not null;
create index on accounts (phone);
create index on accounts (email);
create index on accounts (created_at);
create index accounts_pending on accounts (created_at) where status = 'pending';
create index on accounts (usage_plan_id);
create index on accounts (account_group_id);

-- One row per browser: the cookie's token is kept as its SHA-256. account_id is whom the browser acts for; only with
-- signed_in_at set is it signed in, without it the browser may do nothing but finish proving.
create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  splash_portal_id uuid not null references splash_portals on delete cascade,
  account_id uuid references accounts on delete cascade,
  usage_plan_id uuid references usage_plans on delete set null,
  signed_in_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on sessions (account_id);
create index on sessions (expires_at);

-- One-time codes -----------------------------------------------------------------------------------------------------

-- Neither the code nor a hash of it is here: it is derived from the secret key and this row (src/validation/code.ts).
-- A decoy stands for a contact that nobody has: it lives through the same states and sends nothing.
create table validations (
  id uuid primary key,
  purpose text not null check (purpose in ('sign_up', 'password_reset', 'free_sms', 'api')),
  channel text not null check (channel in ('sms', 'email', 'email_to_sms')),
  status text not null check (status in ('pending', 'approved', 'expired', 'exhausted', 'cancelled')),
  contact text not null,
  budget_key text not null,
  decoy boolean not null default false,
  account_id uuid references accounts on delete cascade,
  session_id uuid references sessions on delete set null,
  splash_portal_id uuid references splash_portals on delete set null,
  usage_plan_id uuid references usage_plans on delete set null,
  carrier_id uuid references carriers on delete set null,
  seed bytea not null,
  generation integer not null default 0,
  code_length integer not null default 6,
  checks integer not null default 0,
  checks_max integer not null default 5,
  sends integer not null default 1,
  last_sent_at timestamptz not null,
  locale text not null default 'en',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  approved_at timestamptz,
  grant_spent_at timestamptz
);
create index on validations (session_id) where session_id is not null;
create index on validations (account_id) where account_id is not null;
create index on validations (contact);
create index on validations (created_at);

-- Times of the last starts and failures of one contact: sliding windows, exact, in one row. A new code resets nothing;
-- only a proof does.
create table contact_budgets (
  key text primary key,
  starts timestamptz[] not null default '{}',
  failures timestamptz[] not null default '{}',
  failures_since_proof integer not null default 0,
  touched_at timestamptz not null
) with (fillfactor = 70);
create index on contact_budgets (touched_at);

-- Messages -----------------------------------------------------------------------------------------------------------

-- One row per intent to tell somebody something; it is its own queue entry. The text is not here: it is rendered when
-- the message leaves. due_at drives both the first try and what comes later (retry, asking the provider).
create table messages (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'email', 'email_to_sms')),
  template text not null,
  status text not null check (status in ('queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown')),
  "to" text not null,
  locale text not null,
  validation_id uuid references validations on delete set null,
  generation integer not null default 0,
  account_id uuid references accounts on delete set null,
  splash_portal_id uuid references splash_portals on delete set null,
  usage_plan_id uuid references usage_plans on delete set null,
  sms_gateway_id uuid references sms_gateways on delete set null,
  mail_server_id uuid references mail_servers on delete set null,
  carrier_id uuid references carriers on delete set null,
  attempts integer not null default 0,
  due_at timestamptz,
  worker integer,
  provider_message_id text,
  error_class text,
  error_code text,
  error_message text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  final_at timestamptz
) with (fillfactor = 80);
-- What the workers look for: small however many messages there are.
create index messages_due on messages (due_at) where due_at is not null;
create index messages_sending on messages (worker) where status = 'sending';
create index on messages (created_at);
create index on messages (validation_id);
create index on messages (sms_gateway_id, created_at);
create index on messages (provider_message_id) where provider_message_id is not null;

-- Written before the request leaves: an attempt without an outcome may have reached the provider.
create table message_attempts (
  message_id uuid not null references messages on delete cascade,
  number integer not null,
  sms_gateway_id uuid,
  mail_server_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text,
  error_code text,
  error_message text,
  primary key (message_id, number)
);

-- Append-only: what the provider said and when. A repeated receipt falls on the same row.
create table message_events (
  message_id uuid not null references messages on delete cascade,
  at timestamptz not null,
  status text not null,
  source text not null,
  provider_message_id text not null default '',
  error_code text not null default '',
  error_message text not null default '',
  unique (message_id, source, status, error_code, provider_message_id)
);

-- What the simulators were given. Texts hold codes, so they are encrypted like every other secret.
create table simulator_messages (
  id uuid primary key,
  channel text not null,
  message_encrypted bytea not null,
  at timestamptz not null
);
create index on simulator_messages (at);

create sequence worker_numbers as integer maxvalue 2000000000 cycle;
