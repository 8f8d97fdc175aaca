-- What a panel of leaders marks and what other evaluations measured; the points that come of them stand in score.

create table panel_mark (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  -- A leaf of the unit's framework whose source is a panel; the act looks.
  node_id text not null,
  person_id uuid not null references person (id),
  -- Null: the member looked and gives none.
  mark numeric(12, 4) check (mark >= 0),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (authority_id, cycle_id, unit_id, node_id, person_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);

create table external_value (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  -- As published, on the scale of that evaluation.
  value numeric(20, 6) not null,
  -- Who published it and where; the year it measures.
  source text not null check (source <> ''),
  year integer not null check (year between 2000 and 2100),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, cycle_id, unit_id, node_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);

grant select, insert, update, delete on panel_mark, external_value to parindex_application;

alter table panel_mark enable row level security; alter table panel_mark force row level security;
create policy visible_units on panel_mark using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table external_value enable row level security; alter table external_value force row level security;
create policy visible_units on external_value using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
