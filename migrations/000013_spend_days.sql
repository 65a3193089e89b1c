-- What may be spent in a day holds at midnight too: whoever comes with a time of before, because they waited for the row or their
-- clock is slow, took the new day back to nothing spent, and the next one the old day, and so on.

-- The day or month to count on: the one that has begun already, where somebody is late by less than its length; else theirs.
create function period_of(begun date, theirs date, length interval) returns date language sql immutable as $$
  select case when begun > theirs and begun <= theirs + length then begun else theirs end
$$;

-- As it was (000002), but for the days and months, and for a clock that was astray.
create or replace function take_sms_permits(at timestamptz, wait_max interval, gateways uuid[], spacings interval[], day_max bigint[], month_max bigint[],
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
    if u.day <> period_of(u.day, today, '1 day') then u.day := today; u.day_micros := 0; end if;
    if u.month <> period_of(u.month, this_month, '1 month') then u.month := this_month; u.month_micros := 0; end if;
    -- Without a limit of rate there is nothing to wait for; with one nobody is sent more than some seconds ahead, so whoever wrote
    -- that has a clock that is astray.
    if spacings[g] is null or u.next_send_at < at or u.next_send_at > at + interval '1 hour' then u.next_send_at := at; end if;
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

-- As it was (000003), but for the days and months.
create or replace function take_sms_permits_within(moment timestamptz, wait_max interval, gateways uuid[], spacings interval[], day_max bigint[],
  month_max bigint[], gateway_currencies integer[], currencies text[], total_day_max bigint[], total_month_max bigint[],
  message_gateways integer[], message_prices bigint[])
  returns table (message integer, send_at timestamptz, refusal text) language plpgsql as $$
declare
  today constant date := (moment at time zone 'utc')::date;
  this_month constant date := date_trunc('month', moment at time zone 'utc')::date;
  days date[] := '{}';
  months date[] := '{}';
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
    days[c] := period_of(u.day, today, '1 day');
    months[c] := period_of(u.month, this_month, '1 month');
    spent_day[c] := case when u.day = days[c] then u.day_micros else 0 end;
    spent_month[c] := case when u.month = months[c] then u.month_micros else 0 end;
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
    update spend_usage set day = days[c], day_micros = spent_day[c], month = months[c], month_micros = spent_month[c]
      where currency = currencies[c];
  end loop;
end $$;
