-- Of whom a second factor is required at the console.

alter table settings
  add column second_factor_required text not null default 'none' check (second_factor_required in ('none', 'owners', 'everyone'));

-- It began while a second factor was required of them and they had none. Sessions of before go on as they are until they end.
alter table administrator_sessions add column began_without_factor boolean not null default false;
