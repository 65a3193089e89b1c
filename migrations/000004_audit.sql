-- Rotation of the secret key, and an audit trail that shows whether anything in it was changed.

-- Which secret key is written with: the one with the highest number. An id is derived from its key and tells nothing else
-- about it.
create table secret_keys (
  number integer primary key,
  key_id text not null,
  current_since timestamptz not null,
  -- Set when nothing needs it any more.
  retired_at timestamptz
);

-- The keys that each node has, so that none is asked to read what it cannot. A row counts while its worker's lock is held
-- (src/db/listener.ts).
create table node_keys (
  worker integer primary key,
  -- Host and process, for whoever has to find it.
  node text not null,
  key_ids text[] not null,
  writes_with text not null,
  seen_at timestamptz not null
);

-- Each event holds the hash of the one before it, a hash over that and its own content, and a MAC of its hash
-- (src/db/audit-trail.ts). Events from before this migration have no number until the next event is written.
alter table audit_events
  add number bigint unique,
  add previous_hash bytea,
  add hash bytea,
  add mac_key_id text,
  add mac bytea;

-- The newest event: who writes the next one holds this row's lock, so that two nodes cannot follow the same event.
create table audit_head (
  id integer primary key default 1 check (id = 1),
  number bigint not null,
  hash bytea not null,
  -- Events up to this number are older than the retention; an event of the trail says so too.
  purged_through bigint not null default 0
);

create function keep_audit_events() returns trigger language plpgsql as $$
declare
  chaining constant text[] := array['number', 'previous_hash', 'hash', 'mac_key_id', 'mac'];
begin
  if tg_op = 'UPDATE' then
    if old.number is null and to_jsonb(new) - chaining = to_jsonb(old) - chaining then return new; end if;
  elsif tg_op = 'DELETE' then
    if old.number <= (select purged_through from audit_head) then return old; end if;
  end if;
  raise exception 'audit events are only ever added' using errcode = 'restrict_violation';
end $$;
create trigger audit_events_keep before update or delete on audit_events for each row execute function keep_audit_events();
create trigger audit_events_keep_all before truncate on audit_events for each statement execute function keep_audit_events();
