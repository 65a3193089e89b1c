-- What the console's dashboard reads: the operator's settings, refusals and sign-ups counted by the hour.

-- One row.
create table settings (
  id uuid primary key,
  only_one boolean not null default true unique check (only_one),
  operator_name text not null default '',
  -- ISO 3166-1 alpha-2; empty: not said yet.
  country text not null default '',
  time_zone text not null default 'UTC',
  locale text not null default 'en' check (locale in ('en', 'es', 'fr', 'de')),
  -- An origin; empty: not said. Holds from the next start on where the environment does not say one.
  public_url text not null default '',
  -- Keys of the checklist that the operator has put aside.
  setup_dismissed text[] not null default '{}',
  updated_at timestamptz
);
insert into settings (id) values ('00000000-0000-7000-8000-000000000002');
create trigger settings_notify after insert or update or delete or truncate on settings for each statement execute function notify_catalogue();

-- Counted in the memory of each node and added here every few seconds (src/statistics/hourly-counts.ts): an attack that is
-- refused a million times writes a handful of rows.
create table limit_refusals (
  hour timestamptz not null,
  kind text not null,
  count bigint not null,
  primary key (hour, kind)
);

-- Of each event the hour of the sign-up or of the asking for a reset, so that what was finished never exceeds what was begun.
create table sign_up_counts (
  hour timestamptz not null,
  kind text not null check (kind in ('created', 'activated', 'reset_started', 'reset_finished')),
  usage_plan_id uuid,
  splash_portal_id uuid,
  -- How long it took, as a bucket of src/statistics/histogram.ts; -1: of no meaning.
  bucket integer not null,
  count bigint not null,
  unique nulls not distinct (hour, kind, usage_plan_id, splash_portal_id, bucket)
);
