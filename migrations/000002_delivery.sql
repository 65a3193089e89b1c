-- Delivery by several gateways and mail servers: routing, limits, prices, suppressions, bounces, the health of carriers,
-- and statistics that stay quick.

alter table sms_gateways
  add callback_secret_encrypted bytea,
  -- ISO 3166-1 alpha-2; empty: every country.
  add countries text[] not null default '{}',
  -- What messages to a country come from, where that is not "from": {"GB": "HOTEL"}.
  add senders jsonb not null default '{}',
  -- 0: in the order of the plan or portal; more: its share among those that have one, which come first.
  add weight integer not null default 0 check (weight between 0 and 1000),
  add sends_per_second integer check (sends_per_second > 0),
  add concurrency_max integer not null default 64 check (concurrency_max between 1 and 1000),
  add currency text not null default 'USD',
  add daily_spend_max_micros bigint check (daily_spend_max_micros >= 0),
  add monthly_spend_max_micros bigint check (monthly_spend_max_micros >= 0);

-- What all nodes share of a gateway's limits. Days and months are UTC.
create table sms_gateway_usage (
  sms_gateway_id uuid primary key references sms_gateways on delete cascade,
  -- From when the next message may leave: limits are kept by moving it on.
  next_send_at timestamptz not null,
  day date not null,
  day_micros bigint not null default 0,
  month date not null,
  month_micros bigint not null default 0
) with (fillfactor = 50);

-- Asks for leave to send. For each message (gateway, price) answers from when it may leave, or why it may not:
-- 'rate' (not within `wait_max`; `send_at` says when to try) or 'spend'. What is granted is reserved. Gateways are locked
-- in order of their ids, so two nodes that ask at once wait for each other and never deadlock.
create function take_sms_permits(at timestamptz, wait_max interval, gateways uuid[], spacings interval[], day_max bigint[], month_max bigint[],
  message_gateways integer[], message_prices bigint[])
  returns table (message integer, send_at timestamptz, refusal text) language plpgsql as $$
declare
  g integer;
  u sms_gateway_usage;
  today date := (at at time zone 'utc')::date;
  this_month date := date_trunc('month', at at time zone 'utc')::date;
  price bigint;
begin
  for g in select i from generate_subscripts(gateways, 1) i order by gateways[i] loop
    insert into sms_gateway_usage (sms_gateway_id, next_send_at, day, month) values (gateways[g], at, today, this_month)
      on conflict (sms_gateway_id) do nothing;
    select * into u from sms_gateway_usage where sms_gateway_id = gateways[g] for update;
    if u.day <> today then u.day := today; u.day_micros := 0; end if;
    if u.month <> this_month then u.month := this_month; u.month_micros := 0; end if;
    u.next_send_at := greatest(u.next_send_at, at);
    for message in select i from generate_subscripts(message_gateways, 1) i where message_gateways[i] = g order by i loop
      price := message_prices[message];
      send_at := u.next_send_at;
      refusal := case
        when u.day_micros + price > day_max[g] or u.month_micros + price > month_max[g] then 'spend'
        when u.next_send_at > at + wait_max then 'rate'
      end;
      if refusal is null then
        u.day_micros := u.day_micros + price;
        u.month_micros := u.month_micros + price;
        u.next_send_at := u.next_send_at + coalesce(spacings[g], interval '0');
      end if;
      return next;
    end loop;
    update sms_gateway_usage set next_send_at = u.next_send_at, day = u.day, day_micros = u.day_micros, month = u.month, month_micros = u.month_micros
      where sms_gateway_id = gateways[g];
  end loop;
end $$;

-- The price of one segment. Country '*': every country without a row of its own.
create table sms_prices (
  id uuid primary key,
  sms_gateway_id uuid not null references sms_gateways on delete cascade,
  country text not null check (country ~ '^([A-Z]{2}|\*)$'),
  price_micros bigint not null check (price_micros >= 0),
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (sms_gateway_id, country)
);

-- Who must not be sent to: a phone that said STOP to a sender, an address that does not exist.
create table suppressions (
  id uuid primary key,
  channel text not null check (channel in ('sms', 'email')),
  contact text not null,
  sms_gateway_id uuid references sms_gateways on delete cascade,
  sender text not null default '',
  reason text not null check (reason in ('opted_out', 'hard_bounce', 'complaint', 'manual')),
  detail text not null default '',
  message_id uuid,
  note text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique nulls not distinct (channel, contact, sms_gateway_id, sender)
);
create index on suppressions (sms_gateway_id);
create index on suppressions (created_at);

alter table messages
  add country text,
  add segments smallint,
  add price_micros bigint,
  add currency text,
  add price_source text check (price_source in ('table', 'provider')),
  -- The mobile network as the provider names it.
  add network text,
  -- The guest was told how to opt in again and asked once more: a suppression does not hold it back.
  add ignores_opt_out boolean not null default false;

alter table mail_servers
  -- The order in which they are tried: lower first.
  add position integer not null default 0,
  -- Where bounces go: bounces@example.com becomes bounces+TOKEN@example.com for each message. Empty: to the sender.
  add bounce_address text not null default '';

alter table splash_portals
  add sms_segments_max integer not null default 1 check (sms_segments_max between 1 and 10);

alter table carriers
  -- The row of the built-in table it was made from, and the fields that the operator has changed since.
  add fact_key text unique,
  add overridden text[] not null default '{}',
  -- What Gatehouse has found out by itself; the status that counts follows from all of it.
  add mx_status text check (mx_status in ('ok', 'missing', 'error')),
  add mx_checked_at timestamptz,
  add health text check (health in ('degraded', 'suspended')),
  add health_reason text not null default '',
  add health_at timestamptz;
-- The built-in carriers that were ever added, so that one that an operator has deleted does not come back.
create table carrier_facts (
  fact_key text primary key,
  added_at timestamptz not null
);
create index on validations (carrier_id, created_at) where carrier_id is not null;
create index on messages (carrier_id, created_at) where carrier_id is not null;
create index on messages (mail_server_id, created_at) where mail_server_id is not null;
-- The states that few messages are in and operators look for: without it a list of what is stuck reads every message.
create index messages_open on messages (status, id) where status in ('queued', 'sending', 'unknown', 'failed');

-- Messages counted by the hour they were made in. Hours that can still change are counted again.
create table message_stats (
  hour timestamptz not null,
  channel text not null,
  sms_gateway_id uuid,
  mail_server_id uuid,
  carrier_id uuid,
  country text,
  network text,
  usage_plan_id uuid,
  splash_portal_id uuid,
  currency text,
  sent integer not null,
  -- Of these, what carried a code and not a notice: only they can prove anything.
  codes integer not null,
  accepted integer not null,
  delivered integer not null,
  failed integer not null,
  proven integer not null,
  segments integer not null,
  price_micros bigint not null,
  -- Proofs by the seconds they took; the bounds are in src/statistics.
  proof_histogram integer[] not null,
  unique nulls not distinct (hour, channel, sms_gateway_id, mail_server_id, carrier_id, country, network, usage_plan_id, splash_portal_id, currency)
);
create table message_stats_hours (
  hour timestamptz primary key,
  counted_at timestamptz not null
);

create trigger sms_prices_notify after insert or update or delete or truncate on sms_prices for each statement execute function notify_catalogue();
