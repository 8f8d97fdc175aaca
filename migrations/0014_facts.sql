-- The register of facts: what a unit knows of a year, entered or imported once, used by every criterion that needs it.

-- How one outside source hands over its table; see src/core/facts/import-profile.ts.
create table fact_profile (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  name text not null check (name <> ''),
  unit_column text not null check (unit_column <> ''),
  -- Object from heading to key of the catalogue.
  columns jsonb not null check (jsonb_typeof(columns) = 'object'),
  decimal text not null check (decimal in (',', '.')),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  unique (authority_id, id),
  unique (authority_id, name)
);

create table fact (
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  -- A key of the catalogue; which values it takes is the core's to say.
  key text not null check (key ~ '^[a-zA-Z]+\.[a-zA-Z]+$'),
  value jsonb not null check (jsonb_typeof(value) in ('string', 'array')),
  -- Absent where a person entered it.
  profile_id uuid,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, unit_id, year, key),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, profile_id) references fact_profile (authority_id, id)
);

grant select, insert, update, delete on fact, fact_profile to parindex_application;

alter table fact_profile enable row level security; alter table fact_profile force row level security;
create policy own_authority on fact_profile using (authority_id = actor_authority());
alter table fact enable row level security; alter table fact force row level security;
create policy visible_units on fact using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
