-- Limits on wrong codes and wrong passwords by browser and client address.

alter table limits
  add column device_failures_per_hour integer default 20 check (device_failures_per_hour > 0),
  add column address_failures_per_hour integer default 100 check (address_failures_per_hour > 0),
  add column address_login_failures_per_hour integer default 100 check (address_login_failures_per_hour > 0);

-- What was taken under one key by minutes of the Unix time: at most those of the last hour. A key may take whatever is
-- compared with a secret, before it is compared.
create table failure_counters (
  key text primary key,
  minutes integer[] not null,
  taken integer[] not null,
  -- How many of those that the last statement asked for it was given.
  granted integer not null,
  touched_at timestamptz not null
) with (fillfactor = 50);

-- Takes so many slots under each key, or as many as there are, and says how many. Exact under any number of nodes: each row
-- is locked from here to the end of the transaction, in the order of the keys. A proof that limit_counters has under the
-- same key gives its own slot back and makes room for one more. Never called, and answers nothing, if an array is null.
create function take_failures(moment timestamptz, keys_asked text[], counts integer[], maxes integer[])
  returns table (key text, granted integer) language plpgsql strict rows 10
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  return query insert into failure_counters as f (key, minutes, taken, granted, touched_at)
  select u.key, array[floor(extract(epoch from moment) / 60)::integer], array[least(u.n, u.most)], least(u.n, u.most), moment
  from unnest(keys_asked, counts, maxes) as u(key, n, most) order by u.key
  on conflict (key) do update set touched_at = moment, (minutes, taken, granted) = (
    select array_agg(g.m order by g.m), array_agg(g.t order by g.m), min(g.given) from (
      select o.m, sum(o.t)::integer as t, a.given
      from (
        select case when w.used + w.n <= w.most then w.n else greatest(0, least(w.n, w.most - w.used + 2 * coalesce((
          select sum(q) from limit_counters l, unnest(l.minutes, l.proofs) as p(m, q) where l.key = f.key and p.m > w.this_minute - 60
        ), 0)))::integer end as given, w.this_minute
        from (
          select counts[place] as n, maxes[place] as most, excluded.minutes[1] as this_minute,
            coalesce((select sum(t) from unnest(f.minutes, f.taken) as old(m, t) where old.m >= excluded.minutes[1] - 60), 0) as used
          from array_position(keys_asked, f.key) as place
        ) w
      ) a
      cross join lateral (
        select old.m, old.t from unnest(f.minutes, f.taken) as old(m, t) where old.m >= a.this_minute - 60
        union all select a.this_minute, a.given
      ) o group by o.m, a.given
    ) g)
  returning f.key, f.granted;
end $$;
