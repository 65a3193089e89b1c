-- What is kept of somebody whose data were erased: opt-outs, under a hash of the contact instead of the contact.

-- The key of those hashes: random, one row, made when it is first needed.
create table person_keys (
  id uuid primary key,
  only_one boolean not null default true unique check (only_one),
  key_encrypted bytea not null
);

-- Every node keeps these in memory (src/messages/erased-opt-outs.ts).
create index suppressions_erased on suppressions (contact) where contact like '#%';
