-- Limits on what may be sent: budgets by sliding hour, the pumping breaker, known devices, and what may be spent in all.

alter table validations
  -- The browser that asked, as a keyed hash; null: none that is known.
  add column device text,
  -- The counters that its sendings were counted on, where a proof is counted as well.
  add column limit_keys text[] not null default '{}';
alter table contact_budgets add column proven_at timestamptz;

-- Sendings and proofs under one key (an address, the first digits of a number, a country, …) by minutes of the Unix time.
-- Only minutes in which something happened are there, at most those of the last hour.
create table limit_counters (
  key text primary key,
  minutes integer[] not null,
  sends integer[] not null,
  proofs integer[] not null,
  -- Set by the pumping breaker: since when and until when nothing more is sent, how often in a row, and what it saw.
  blocked_at timestamptz,
  blocked_until timestamptz,
  strikes integer not null default 0,
  is_shadow boolean not null default false,
  seen_sends integer,
  seen_proofs integer,
  touched_at timestamptz not null
) with (fillfactor = 50);
create index on limit_counters (touched_at);
create index limit_counters_blocked on limit_counters (blocked_until) where blocked_until is not null;

-- Its id is a UUID of version 8 made from the key.
create view blocks as
select overlay(overlay(md5(key) placing '8' from 13) placing '8' from 17)::uuid as id, split_part(key, ':', 1) as kind, substr(key, strpos(key, ':') + 1) as value, blocked_at, blocked_until, strikes,
  is_shadow as shadow, seen_sends as sends, seen_proofs as proofs
from limit_counters where blocked_until is not null;

-- Browsers that have proven a contact: strangers who use up the contact's budgets do not use up theirs.
create table known_devices (
  contact text not null,
  device text not null,
  proven_at timestamptz not null,
  primary key (contact, device)
);
create index on known_devices (proven_at);

-- Puzzles are good for one start.
create table spent_puzzles (
  id text primary key,
  expires_at timestamptz not null
);
create index on spent_puzzles (expires_at);

-- The operator's settings: one row. Null: no limit.
create table limits (
  id uuid primary key,
  only_one boolean not null default true unique check (only_one),
  device_codes_per_hour integer default 5 check (device_codes_per_hour > 0),
  address_sends_per_hour integer default 20 check (address_sends_per_hour > 0),
  prefix_sends_per_hour integer default 10 check (prefix_sends_per_hour > 0),
  country_sends_per_hour integer default 100 check (country_sends_per_hour > 0),
  portal_sends_per_hour integer default 1000 check (portal_sends_per_hour > 0),
  gateway_sends_per_hour integer default 2000 check (gateway_sends_per_hour > 0),
  system_sends_per_hour integer default 5000 check (system_sends_per_hour > 0),
  api_prefix_sends_per_hour integer check (api_prefix_sends_per_hour > 0),
  api_country_sends_per_hour integer check (api_country_sends_per_hour > 0),
  api_portal_sends_per_hour integer check (api_portal_sends_per_hour > 0),
  api_gateway_sends_per_hour integer check (api_gateway_sends_per_hour > 0),
  api_system_sends_per_hour integer check (api_system_sends_per_hour > 0),
  puzzle_bits integer not null default 18 check (puzzle_bits = 0 or puzzle_bits between 8 and 24),
  breaker text not null default 'on' check (breaker in ('on', 'shadow', 'off')),
  breaker_prefix_sends integer not null default 20 check (breaker_prefix_sends > 0),
  breaker_api_prefix_sends integer not null default 300 check (breaker_api_prefix_sends > 0),
  breaker_country_sends integer not null default 300 check (breaker_country_sends > 0),
  breaker_gateway_sends integer not null default 600 check (breaker_gateway_sends > 0),
  breaker_percent integer not null default 20 check (breaker_percent between 1 and 90),
  -- +1 555 is no area code and +1 500 555 is Twilio's for tests: nobody earns by messages to them.
  safe_prefixes text[] not null default '{+1555,+1500555}',
  safe_countries text[] not null default '{}',
  -- By currency, in micros: {"USD": {"daily": 25000000, "monthly": null}}.
  spend_max jsonb not null default '{}',
  updated_at timestamptz
);
insert into limits (id) values ('00000000-0000-7000-8000-000000000001');
create trigger limits_notify after insert or update or delete or truncate on limits for each statement execute function notify_catalogue();

-- Counts sendings and says which of them may not be. All or nothing: a row that is refused counts nowhere. Exact under any
-- number of nodes: each counter's row is locked from here to the end of the transaction, in the order of the keys, contacts
-- before counters.
--
-- Row i of the batch asks for contacts[i] (null: its contact's budget was taken before) and for the keys
-- pair_keys[first_pairs[i]] to pair_keys[first_pairs[i + 1] - 1], which are places in keys_asked (sorted, each once).
-- A proof makes room: soft and hard limits hold for sends - (1 + growth) * proofs. With the breaker, sends stay under
-- pair_breaker, or while at least `percent` of them are proven. key_budgets and key_breakers are the smallest of each key.
--
-- Answers the refused rows, the pair that refused (0: the contact), when there may be room, and by how many the budget is
-- exceeded. n = 0: the breaker has
-- blocked the key at place `pair` until then.
create function take_starts(moment timestamptz, per_hour integer, per_day integer, contacts text[], solved boolean[], keys_asked text[],
  key_counts integer[], key_budgets integer[], key_breakers integer[], first_pairs integer[], pair_keys integer[], pair_soft integer[], pair_hard integer[],
  pair_breaker integer[], growth integer, percent integer, shadow boolean)
  returns table (n integer, pair integer, cause text, retry_at timestamptz, excess integer) language plpgsql rows 1
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  this_minute constant integer := floor(extract(epoch from moment) / 60);
  -- How long a code that was not entered may still be: nearly everybody who enters one does so by then.
  young_minutes constant integer := 3;
  is_open boolean[];
  counts integer[] := key_counts;
  taken text[];
  c record;
  k integer := 0;
  is_over boolean := false;
  used integer[] := '{}';
  proven integer[] := '{}';
  young integer[] := '{}';
  blocked timestamptz[] := '{}';
  had_strikes integer[] := '{}';
  was_blocked timestamptz[] := '{}';
  given_back integer[] := array_fill(0, array[greatest(1, cardinality(keys_asked))]);
  hit boolean[] := array_fill(false, array[greatest(1, cardinality(keys_asked))]);
  seen integer[] := '{}';
  room integer;
  until timestamptz;
begin
  if exists (select from unnest(contacts) x where x is not null) then
    with took as (
      insert into contact_budgets as b (key, starts, touched_at)
      select x, array[moment], moment from unnest(contacts) x where x is not null order by x
      on conflict (key) do update set starts = array(select t from unnest(b.starts) t where t > moment - interval '1 day') || moment, touched_at = moment
        where (select count(*) filter (where t > moment - interval '1 hour') < per_hour and count(*) < per_day
          from unnest(b.starts) t where t > moment - interval '1 day')
      returning b.key
    )
    select array_agg(took.key) into taken from took;
    if coalesce(cardinality(taken), 0) < (select count(*) from unnest(contacts) x where x is not null) then
      select array_agg(x is null or x = any(coalesce(taken, '{}')) order by i) into is_open from unnest(contacts) with ordinality as u(x, i);
      for i in 1 .. cardinality(contacts) loop
        continue when is_open[i];
        n := i; pair := 0; cause := 'contact'; retry_at := null;
        return next;
        for p in first_pairs[i] .. first_pairs[i + 1] - 1 loop
          counts[pair_keys[p]] := counts[pair_keys[p]] - 1;
        end loop;
      end loop;
    end if;
  end if;

  for c in
    insert into limit_counters as l (key, minutes, sends, proofs, touched_at)
    select u.key, array[this_minute], array[u.m], array[0], moment from unnest(keys_asked, counts) as u(key, m)
    on conflict (key) do update set touched_at = moment, (minutes, sends, proofs) = (
      select array_agg(m order by m), array_agg(s order by m), array_agg(q order by m) from (
        select o.m, sum(o.s)::integer as s, sum(o.q)::integer as q from (
          select * from unnest(l.minutes, l.sends, l.proofs) as old(m, s, q) where old.m >= this_minute - 60
          union all select this_minute, excluded.sends[1], 0
        ) o group by o.m
      ) g)
    returning l.blocked_until, l.strikes, l.is_shadow,
      (select sum(s) from unnest(l.minutes, l.sends) as o(m, s) where o.m >= this_minute - 60) as sent,
      (select coalesce(sum(s), 0) from unnest(l.minutes, l.sends) as o(m, s) where o.m > this_minute - young_minutes) as young,
      (select sum(q) from unnest(l.minutes, l.proofs) as o(m, q) where o.m > this_minute - 60) as proven
  loop
    k := k + 1;
    used[k] := c.sent - counts[k];
    proven[k] := c.proven;
    young[k] := c.young - counts[k];
    had_strikes[k] := case when c.blocked_until > moment - interval '1 day' then c.strikes else 0 end;
    was_blocked[k] := c.blocked_until;
    blocked[k] := case when c.blocked_until > moment and not (c.is_shadow or shadow) then c.blocked_until end;
    is_over := is_over or c.blocked_until > moment - interval '1 day' or c.sent - (1 + growth) * c.proven > key_budgets[k]
      or (key_breakers[k] is not null and c.sent > greatest(key_breakers[k], c.proven * 100 / percent));
  end loop;
  -- Nearly always: all that was asked for fits.
  if is_over is not true then return; end if;

  for i in 1 .. cardinality(contacts) loop
    continue when is_open is not null and not is_open[i];
    n := i; pair := null; cause := null; retry_at := null; excess := null;
    for p in first_pairs[i] .. first_pairs[i + 1] - 1 loop
      k := pair_keys[p];
      if pair_breaker[p] is not null then
        -- After a block a few sendings show whether it is over.
        room := greatest(case when had_strikes[k] > 0 then greatest(1, pair_breaker[p] / 4) else pair_breaker[p] end, proven[k] * 100 / percent) - used[k];
        -- Codes that may still be entered count for the number: if even with them too few would be proven, it is blocked.
        if room < 1 and not hit[k] then
          hit[k] := (proven[k] + young[k]) * 100 < percent * used[k];
          seen[k] := used[k];
        end if;
        if blocked[k] is not null or (room < 1 and not shadow) then
          until := coalesce(blocked[k], moment + interval '30 s');
          if cause is distinct from 'breaker' or until > retry_at then pair := p; cause := 'breaker'; retry_at := until; end if;
          continue;
        end if;
      end if;
      continue when cause = 'breaker';
      if used[k] - (1 + growth) * proven[k] >= pair_hard[p] then
        pair := p; cause := 'hard';
      elsif cause is null and not solved[i] and used[k] - (1 + growth) * proven[k] >= pair_soft[p] then
        pair := p; cause := 'soft';
      end if;
    end loop;
    if cause is null then
      for p in first_pairs[i] .. first_pairs[i + 1] - 1 loop
        used[pair_keys[p]] := used[pair_keys[p]] + 1;
        young[pair_keys[p]] := young[pair_keys[p]] + 1;
      end loop;
    else
      for p in first_pairs[i] .. first_pairs[i + 1] - 1 loop
        given_back[pair_keys[p]] := given_back[pair_keys[p]] + 1;
      end loop;
      if contacts[i] is not null then
        update contact_budgets b set starts = b.starts[1:cardinality(b.starts) - 1] where b.key = contacts[i];
      end if;
      if cause <> 'breaker' then
        k := pair_keys[pair];
        excess := used[k] - (1 + growth) * proven[k] - case cause when 'hard' then pair_hard[pair] else pair_soft[pair] end;
        -- When enough minutes will have left the window, should nothing more be proven.
        retry_at := coalesce((
          select to_timestamp((w.m + 61)::bigint * 60) from (
            select o.m, sum(o.s) over (order by o.m) as gone from limit_counters l, unnest(l.minutes, l.sends) as o(m, s)
            where l.key = keys_asked[k] and o.m >= this_minute - 60
          ) w where w.gone > excess
          order by w.m limit 1), moment + interval '1 hour');
      end if;
      return next;
    end if;
  end loop;

  for j in 1 .. cardinality(keys_asked) loop
    if given_back[j] > 0 then
      update limit_counters l set sends[array_position(l.minutes, this_minute)] = l.sends[array_position(l.minutes, this_minute)] - given_back[j]
      where l.key = keys_asked[j];
    end if;
    if hit[j] and (was_blocked[j] is null or was_blocked[j] <= moment) then
      until := moment + least(interval '12 hours', interval '15 minutes' * power(2, least(had_strikes[j], 10)));
      update limit_counters l set blocked_at = moment, blocked_until = until, strikes = had_strikes[j] + 1, is_shadow = shadow,
        seen_sends = seen[j], seen_proofs = proven[j],
        -- What led to the block is paid for by it.
        minutes = '{}', sends = '{}', proofs = '{}'
      where l.key = keys_asked[j];
      n := 0; pair := j; cause := 'breaker'; retry_at := until;
      return next;
    end if;
  end loop;
end $$;

-- Counts proofs, one for each time a key is given, and lifts blocks whose codes were entered after all.
create function note_proofs(moment timestamptz, keys_proven text[], percent integer) returns integer language sql
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  with noted as (
    insert into limit_counters as l (key, minutes, sends, proofs, touched_at)
    select u.key, array[floor(extract(epoch from moment) / 60)::integer], array[0], array[count(*)::integer], moment
    from unnest(keys_proven) as u(key) group by u.key order by u.key
    on conflict (key) do update set touched_at = moment, (minutes, sends, proofs) = (
      select array_agg(m order by m), array_agg(s order by m), array_agg(q order by m) from (
        select o.m, sum(o.s)::integer as s, sum(o.q)::integer as q from (
          select * from unnest(l.minutes, l.sends, l.proofs) as old(m, s, q) where old.m >= excluded.minutes[1] - 60
          union all select excluded.minutes[1], 0, excluded.proofs[1]
        ) o group by o.m
      ) g),
      seen_proofs = case when l.blocked_until > moment then l.seen_proofs + excluded.proofs[1] else l.seen_proofs end,
      strikes = case when l.blocked_until > moment and (l.seen_proofs + excluded.proofs[1]) * 100 >= percent * l.seen_sends then l.strikes - 1 else l.strikes end,
      blocked_until = case when l.blocked_until > moment and (l.seen_proofs + excluded.proofs[1]) * 100 >= percent * l.seen_sends then moment else l.blocked_until end
    returning 1
  )
  select count(*)::integer from noted;
$$;

-- What all gateways together have spent, by currency. Days and months are UTC.
create table spend_usage (
  currency text primary key,
  day date not null,
  day_micros bigint not null default 0,
  month date not null,
  month_micros bigint not null default 0
) with (fillfactor = 50);

-- As take_sms_permits, within what all gateways of a currency may spend: gateway_currencies are places in currencies, 0 for
-- one without such a limit. Currencies are locked before gateways, both in order.
create function take_sms_permits_within(moment timestamptz, wait_max interval, gateways uuid[], spacings interval[], day_max bigint[],
  month_max bigint[], gateway_currencies integer[], currencies text[], total_day_max bigint[], total_month_max bigint[],
  message_gateways integer[], message_prices bigint[])
  returns table (message integer, send_at timestamptz, refusal text) language plpgsql as $$
declare
  today constant date := (moment at time zone 'utc')::date;
  this_month constant date := date_trunc('month', moment at time zone 'utc')::date;
  spent_day bigint[] := '{}';
  spent_month bigint[] := '{}';
  u spend_usage;
  permit record;
  g integer;
  c integer;
  i integer;
  fits integer[];
begin
  for c in select x from generate_subscripts(currencies, 1) x order by currencies[x] loop
    insert into spend_usage (currency, day, month) values (currencies[c], today, this_month) on conflict (currency) do nothing;
    select * into u from spend_usage where currency = currencies[c] for update;
    spent_day[c] := case when u.day = today then u.day_micros else 0 end;
    spent_month[c] := case when u.month = this_month then u.month_micros else 0 end;
  end loop;
  -- What does not fit into the total is not asked of its gateway; what its gateway refuses gives its share back.
  for i in select x from generate_subscripts(message_gateways, 1) x order by x loop
    c := gateway_currencies[message_gateways[i]];
    if c > 0 and (spent_day[c] + message_prices[i] > total_day_max[c] or spent_month[c] + message_prices[i] > total_month_max[c]) then
      message := i; send_at := moment; refusal := 'spend';
      return next;
    else
      if c > 0 then
        spent_day[c] := spent_day[c] + message_prices[i];
        spent_month[c] := spent_month[c] + message_prices[i];
      end if;
      fits := fits || i;
    end if;
  end loop;
  if fits is not null then
    for permit in
      select * from take_sms_permits(moment, wait_max, gateways, spacings, day_max, month_max,
        array(select message_gateways[f] from unnest(fits) with ordinality as t(f, n) order by n),
        array(select message_prices[f] from unnest(fits) with ordinality as t(f, n) order by n))
    loop
      message := fits[permit.message]; send_at := permit.send_at; refusal := permit.refusal;
      c := gateway_currencies[message_gateways[message]];
      if refusal is not null and c > 0 then
        spent_day[c] := spent_day[c] - message_prices[message];
        spent_month[c] := spent_month[c] - message_prices[message];
      end if;
      return next;
    end loop;
  end if;
  for c in 1 .. cardinality(currencies) loop
    update spend_usage set day = today, day_micros = spent_day[c], month = this_month, month_micros = spent_month[c] where currency = currencies[c];
  end loop;
end $$;
