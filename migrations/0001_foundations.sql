-- Foundations: authorities, units, people, sessions, the log. See docs/tables.md for the writer of each table.
-- The application works as parindex_application under forced row-level security; the actor is set per transaction.

do $$ begin
  if not exists (select from pg_roles where rolname = 'parindex_application') then
    create role parindex_application nologin;
  end if;
exception when duplicate_object then null; -- two nodes starting at once
end $$;
grant usage on schema public to parindex_application;

-- Who acts, as the one transaction helper set it. No actor, no rows.
create function actor_authority() returns uuid language sql stable parallel safe
  return nullif(current_setting('parindex.authority', true), '')::uuid;
create function actor_sees_all_units() returns boolean language sql stable parallel safe
  return coalesce(current_setting('parindex.units', true), '') = '*';
create function actor_units() returns uuid[] language sql stable parallel safe
  return case when coalesce(current_setting('parindex.units', true), '') in ('', '*') then '{}'::uuid[]
              else string_to_array(current_setting('parindex.units', true), ',')::uuid[] end;
create function acts_for(purpose text) returns boolean language sql stable parallel safe
  return coalesce(current_setting('parindex.purpose', true), '') = purpose;

-- Vietnamese search without diacritics: "Đất Đỏ" is found by "dat do".
create function fold(text) returns text language sql immutable parallel safe
  return translate(lower(regexp_replace(normalize($1, nfd), '[\u0300-\u036f]', '', 'g')), 'đ', 'd');

create table authority (
  id uuid primary key,
  parent_id uuid references authority (id),
  name text not null check (name <> ''),
  time_zone text not null default 'Asia/Ho_Chi_Minh',
  created_at timestamptz not null default now()
);

create table unit (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  parent_id uuid references unit (id),
  code text not null check (code <> ''),
  name text not null check (name <> '') collate "vi-x-icu",
  kind text not null,
  unit_group text,
  ranked boolean not null default true,
  valid daterange not null default daterange(null, null),
  aliases text[] not null default '{}',
  search text not null generated always as (fold(code || ' ' || name)) stored,
  unique (authority_id, id),
  unique (authority_id, code)
);
create index unit_by_group on unit (authority_id, unit_group);
create index unit_by_search on unit (authority_id, search text_pattern_ops);

create table unit_successor (
  authority_id uuid not null references authority (id),
  unit_id uuid not null references unit (id),
  successor_id uuid not null references unit (id),
  since date not null,
  primary key (authority_id, unit_id, successor_id)
);

create table person (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  name text not null check (name <> '') collate "vi-x-icu",
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  password_hash text,
  must_change_password boolean not null default false,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  active boolean not null default true,
  unique (authority_id, id)
);

create table role_grant (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  person_id uuid not null,
  role text not null,
  unit_id uuid,
  valid daterange not null default daterange(null, null),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create index role_grant_by_person on role_grant (authority_id, person_id);

create table session (
  token_hash bytea primary key,
  authority_id uuid not null references authority (id),
  person_id uuid not null references person (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  address inet
);
create index session_by_person on session (person_id);

-- Failed sign-ins per address, so that one address cannot try many names.
create table sign_in_attempt (
  address inet primary key,
  failures integer not null default 0,
  window_start timestamptz not null default now()
);

create table idempotency_key (
  authority_id uuid not null references authority (id),
  person_id uuid not null references person (id),
  key text not null check (length(key) between 1 and 200),
  body_hash bytea not null,
  status integer not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (authority_id, person_id, key)
);

-- What was done, by whom, to what. Append only; sealing into a hash chain reads it in order of id.
create table action (
  id bigint generated always as identity,
  authority_id uuid not null references authority (id),
  person_id uuid,
  at timestamptz not null default now(),
  kind text not null,
  cycle_id uuid,
  unit_id uuid,
  node_id text,
  facts jsonb not null default '{}',
  primary key (authority_id, id)
);
create index action_of_object on action (authority_id, cycle_id, unit_id, node_id, id);

grant select on authority to parindex_application;
grant select, insert, update on unit, person to parindex_application;
grant select, insert, update, delete on unit_successor, role_grant, session, sign_in_attempt to parindex_application;
grant select, insert, update, delete on idempotency_key to parindex_application;
grant select, insert on action to parindex_application;

alter table authority enable row level security; alter table authority force row level security;
create policy own_authority on authority using (id = actor_authority() or acts_for('signIn') or acts_for('publicRead'));
alter table unit enable row level security; alter table unit force row level security;
create policy own_authority on unit using (authority_id = actor_authority() or acts_for('signIn'));
alter table unit_successor enable row level security; alter table unit_successor force row level security;
create policy own_authority on unit_successor using (authority_id = actor_authority());
alter table person enable row level security; alter table person force row level security;
create policy own_authority on person using (authority_id = actor_authority() or acts_for('signIn'));
alter table role_grant enable row level security; alter table role_grant force row level security;
create policy own_authority on role_grant using (authority_id = actor_authority() or acts_for('signIn'));
alter table session enable row level security; alter table session force row level security;
create policy sign_in on session using (acts_for('signIn') or authority_id = actor_authority());
alter table sign_in_attempt enable row level security; alter table sign_in_attempt force row level security;
create policy sign_in on sign_in_attempt using (acts_for('signIn'));
alter table idempotency_key enable row level security; alter table idempotency_key force row level security;
create policy own_authority on idempotency_key using (authority_id = actor_authority());
alter table action enable row level security; alter table action force row level security;
create policy own_authority on action using (authority_id = actor_authority());
