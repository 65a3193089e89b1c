-- What the console shows of an account: when and from where it signed in, which browsers are known; and what a portal looks like.

alter table sessions
  -- Of the browser that signed in: as validations has it, in words such as "Safari on iPhone", and where it came from.
  -- Kept as long as the row. A session that never signed in has none of it.
  add column device text,
  add column user_agent text not null default '',
  add column address text not null default '';

alter table known_devices
  -- Null: before this was kept.
  add column first_proven_at timestamptz;

alter table accounts
  -- At a sign-in, and at most once a day while signed in.
  add column last_seen_at timestamptz;

alter table splash_portals
  -- Texts of the pages by locale and name, where the operator has some.
  add column portal_texts jsonb not null default '{}',
  -- Of the uploaded logo, which stands in for logo_url; empty: there is none.
  add column logo_hash text not null default '';

create table splash_portal_logos (
  splash_portal_id uuid primary key references splash_portals on delete cascade,
  content_type text not null check (content_type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml')),
  content bytea not null
);
