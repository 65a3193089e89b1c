-- How administrators sign in, and what each may do.

-- In one order: each may do what those before it may (src/administrators/role.ts).
alter table administrators
  add role text not null default 'owner' check (role in ('read_only', 'front_desk', 'operator', 'owner')),
  add status text not null default 'active' check (status in ('active', 'blocked')),
  -- Of the console; empty: the browser's.
  add locale text not null default '',
  -- The password is shorter than one that stands alone, so a second factor has to stay.
  add password_is_short boolean not null default false,
  add totp_secret_encrypted bytea,
  -- Shown, and not yet confirmed with a code.
  add totp_pending_encrypted bytea,
  -- The last step (30 s each, Unix time) whose code was accepted: no step is accepted twice.
  add totp_last_step bigint;
-- Whoever is there already could do everything; who comes is given what they need.
alter table administrators alter role set default 'operator';

alter table api_keys add role text not null default 'owner' check (role in ('read_only', 'front_desk', 'operator', 'owner'));

-- What a key may do depends on what its administrator may.
create trigger administrators_notify after insert or update of role, status or delete or truncate on administrators
  for each statement execute function notify_catalogue();

-- The console's sessions. Only the hash of the cookie's token is here. expires_at moves with use, up to a bound.
create table administrator_sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  administrator_id uuid not null references administrators on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- When they last proved that it is them.
  confirmed_at timestamptz not null,
  address text not null,
  user_agent text not null
);
create index on administrator_sessions (administrator_id);
create index on administrator_sessions (expires_at);

-- Sign-ins that wait for the second factor, each in the browser that the password was entered in.
create table administrator_tickets (
  id uuid primary key,
  ticket_hash bytea not null unique,
  administrator_id uuid not null references administrators on delete cascade,
  device text not null,
  challenge text not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on administrator_tickets (administrator_id);
create index on administrator_tickets (expires_at);

-- What a passkey is to sign: each once, for one purpose, in the browser that asked.
create table administrator_challenges (
  id uuid primary key,
  challenge text not null,
  purpose text not null check (purpose in ('sign_in', 'confirm', 'register')),
  administrator_id uuid references administrators on delete cascade,
  device text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on administrator_challenges (administrator_id);
create index on administrator_challenges (expires_at);

create table administrator_passkeys (
  id uuid primary key,
  administrator_id uuid not null references administrators on delete cascade,
  -- base64url, as browsers have it.
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  last_used_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on administrator_passkeys (administrator_id);

-- A row is one code that is still good. Its first characters find it, and only its hash is kept.
create table administrator_recovery_codes (
  id uuid primary key,
  administrator_id uuid not null references administrators on delete cascade,
  selector text not null,
  code_hash text not null,
  created_at timestamptz not null,
  unique (administrator_id, selector)
);

-- Links that "gatehouse administrator LOGIN" prints.
create table administrator_links (
  id uuid primary key,
  token_hash bytea not null unique,
  login text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on administrator_links (expires_at);
