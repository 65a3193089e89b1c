-- Lists and searches that stay quick (docs/decisions/0013).

-- Whatever a list can be filtered by that has few values, in one index: rows with the same combination share an entry, so
-- that a million of them take some 10 MB, and a filter on any of these columns reads no more than that. Columns that a row
-- is not filtered by are skipped (PostgreSQL 18) or read over. The status of a validation is not there: with it an approval
-- would have to write into every index of the table.
create index messages_kinds on messages (splash_portal_id, usage_plan_id, sms_gateway_id, country, status, template, channel, locale);
create index validations_kinds on validations (splash_portal_id, usage_plan_id, purpose, channel, locale, decoy);

-- Codes that ended without being entered are few, and looked for. A column of their own, since an index that knows the status
-- would be written to by every approval; where nothing ended so, nothing is in it.
alter table validations add column ended_as text generated always as (case when status in ('exhausted', 'cancelled') then status end) stored;
create index validations_ended on validations (ended_as, splash_portal_id, id) where ended_as is not null;

-- A message that carries a code is found through its validation: this is for all others, and no code that is asked for
-- writes to it.
create index messages_to_without_code on messages ("to") where validation_id is null;
create index messages_error_code on messages (error_code) where error_code is not null;
-- Without it every account that is deleted reads all messages, for those that name it. Codes for other programs have none.
create index messages_account on messages (account_id) where account_id is not null;

-- Every contact that a code or message older than some minutes was for (src/accounts/contact-index.ts): what parts of a
-- number or an address are looked for in.
create table contact_index (
  contact text primary key
);
-- One row, once anything is indexed.
create table contact_index_progress (
  only_one boolean primary key default true check (only_one),
  -- What was made after this is looked through itself.
  indexed_until timestamptz not null
);

-- Trigrams find parts of a text. Where the server lacks pg_trgm or does not let us have it, the same statements read over
-- the whole of the (small) tables instead.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
  end if;
exception when others then
  raise notice 'pg_trgm cannot be created (%): searches work without it, more slowly', sqlerrm;
end $$;
do $$
declare
  place text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
  if place is null then return; end if;
  execute format('create index contact_index_parts on contact_index using gin (contact %s.gin_trgm_ops)', place);
  -- What src/accounts/list-accounts.ts searches. A small list of what is pending: whoever fills it puts it in order.
  execute format('create index accounts_parts on accounts using gin (
    lower(login || '' '' || first_name || '' '' || last_name || '' '' || coalesce(email, '''') || '' '' || coalesce(phone, '''')) %s.gin_trgm_ops)
    with (gin_pending_list_limit = 256)', place);
end $$;
