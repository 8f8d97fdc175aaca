-- Steps that open and lock every round, days off, what one person's calendar address is; second looks at what was appraised.

alter table calendar_step drop constraint calendar_step_opens_check;
alter table calendar_step add constraint calendar_step_opens_check
  check (opens in ('selfAssessment', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'));
alter table deadline_extension drop constraint deadline_extension_subject_check;
alter table deadline_extension add constraint deadline_extension_subject_check
  check (subject in ('selfAssessment', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'));
create index deadline_extension_of_unit on deadline_extension (authority_id, cycle_id, unit_id, subject);

-- The first moment of the step that opens a round, and the first one after it, on the authority's clock; null where the plan has none.
create function step_opens(of_cycle uuid, what text) returns timestamptz language sql stable parallel safe
  return (select s.from_day::timestamp at time zone a.time_zone from calendar_step s join authority a on a.id = s.authority_id
    where s.cycle_id = of_cycle and s.opens = what);
create function step_closes(of_cycle uuid, what text) returns timestamptz language sql stable parallel safe
  return (select (s.until_day + 1)::timestamp at time zone a.time_zone from calendar_step s join authority a on a.id = s.authority_id
    where s.cycle_id = of_cycle and s.opens = what);
-- The first minute that counts, on the clock of the zone.
create function first_minute(opens timestamptz, zone text) returns text language sql stable parallel safe
  return to_char(opens at time zone zone, 'YYYY-MM-DD"T"HH24:MI');

-- Days off of an authority, kept year by year; where a year has none, the public holidays of the Labour Code count.
create table holiday_year (
  authority_id uuid not null references authority (id),
  year integer not null check (year between 2000 and 2100),
  version integer not null default 1,
  primary key (authority_id, year)
);
create table holiday (
  authority_id uuid not null references authority (id),
  year integer not null,
  day date not null,
  name text not null check (name ~ '[^[:space:]]'),
  -- A day of a weekend on which offices work instead of another day.
  is_worked boolean not null default false,
  primary key (authority_id, day),
  constraint in_its_year check (extract(year from day) = year),
  constraint only_weekends_are_worked check (not is_worked or extract(isodow from day) > 5),
  foreign key (authority_id, year) references holiday_year (authority_id, year) on delete cascade
);
grant select, insert, update on holiday_year to parindex_application;
grant select, insert, delete on holiday to parindex_application;
alter table holiday_year enable row level security; alter table holiday_year force row level security;
create policy own_authority on holiday_year using (authority_id = actor_authority());
alter table holiday enable row level security; alter table holiday force row level security;
create policy own_authority on holiday using (authority_id = actor_authority());

-- How often a person made the address of a cycle's calendar anew: addresses of earlier ones lead nowhere.
create table calendar_link (
  authority_id uuid not null references authority (id),
  person_id uuid not null,
  cycle_id uuid not null,
  edition integer not null check (edition > 0),
  primary key (authority_id, person_id, cycle_id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade
);
grant select, insert, update on calendar_link to parindex_application;
alter table calendar_link enable row level security; alter table calendar_link force row level security;
create policy own_person on calendar_link using (authority_id = actor_authority() and person_id = (select actor_person()));

-- Phrases that appraisers give as reasons, kept by whoever owns the method, by the kind of loss they tell.
create table reason_phrase_list (
  authority_id uuid primary key references authority (id),
  version integer not null default 1
);
create table reason_phrase (
  authority_id uuid not null references reason_phrase_list (authority_id),
  position integer not null check (position > 0),
  kind text not null,
  words text not null check (words ~ '[^[:space:]]'),
  primary key (authority_id, position),
  unique (authority_id, words)
);
grant select, insert, update on reason_phrase_list to parindex_application;
grant select, insert, delete on reason_phrase to parindex_application;
alter table reason_phrase_list enable row level security; alter table reason_phrase_list force row level security;
create policy own_authority on reason_phrase_list using (authority_id = actor_authority());
alter table reason_phrase enable row level security; alter table reason_phrase force row level security;
create policy own_authority on reason_phrase using (authority_id = actor_authority());

-- Decisions drawn by lot to be looked at a second time by somebody else. The seed and how many stood to be drawn let anybody draw again.
create table second_look (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  seed text not null check (seed <> ''),
  population integer not null check (population > 0),
  -- The SHA-256 of the list that was drawn from, in its order.
  population_hash text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null default now(),
  unique (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, drawn_by) references person (authority_id, id)
);
create index second_look_of_cycle on second_look (authority_id, cycle_id, drawn_at desc);
create table second_look_leaf (
  authority_id uuid not null references authority (id),
  second_look_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  position integer not null,
  -- What stood when it was drawn.
  decision_version integer not null,
  verdict text check (verdict in ('agrees', 'differs')),
  note text,
  looked_by uuid,
  looked_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, second_look_id, unit_id, node_id),
  constraint looked_whole check ((verdict is null) = (looked_by is null) and (verdict is null) = (looked_at is null)),
  constraint difference_is_told check (verdict is distinct from 'differs' or coalesce(note, '') ~ '[^[:space:]]'),
  foreign key (authority_id, second_look_id) references second_look (authority_id, id) on delete cascade,
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, looked_by) references person (authority_id, id)
);
grant select, insert on second_look to parindex_application;
grant select, insert, update on second_look_leaf to parindex_application;
alter table second_look enable row level security; alter table second_look force row level security;
create policy own_authority on second_look using (authority_id = actor_authority());
alter table second_look_leaf enable row level security; alter table second_look_leaf force row level security;
create policy who_sees_all on second_look_leaf using (authority_id = actor_authority() and (select actor_sees_all_units()));

-- A unit is visited to see whether what it claims is so; announced beforehand or not. What was found stands by the leaves it is about.
create table inspection (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  is_announced boolean not null,
  decision_number text,
  planned_on date not null,
  held_on date,
  -- What the record says, and what was concluded; both are there once it was held.
  record text,
  result text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (authority_id, id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, created_by) references person (authority_id, id),
  constraint held_with_record check (held_on is null or (coalesce(record, '') ~ '[^[:space:]]' and coalesce(result, '') ~ '[^[:space:]]'))
);
create index inspection_of_cycle on inspection (authority_id, cycle_id, unit_id);
create table inspection_member (
  authority_id uuid not null,
  inspection_id uuid not null,
  person_id uuid not null,
  duty text not null check (duty in ('lead', 'secretary', 'member')),
  primary key (authority_id, inspection_id, person_id),
  foreign key (authority_id, inspection_id) references inspection (authority_id, id) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id)
);
create table inspection_finding (
  authority_id uuid not null,
  inspection_id uuid not null,
  node_id text not null,
  outcome text not null check (outcome in ('confirmed', 'differs', 'notProved')),
  words text not null default '',
  primary key (authority_id, inspection_id, node_id),
  constraint said_unless_confirmed check (outcome = 'confirmed' or words ~ '[^[:space:]]'),
  foreign key (authority_id, inspection_id) references inspection (authority_id, id) on delete cascade
);
grant select, insert, update on inspection to parindex_application;
grant select, insert, delete on inspection_member, inspection_finding to parindex_application;
-- A unit sees a visit that was announced, and any that was held; what is planned without notice it does not.
alter table inspection enable row level security; alter table inspection force row level security;
create policy who_may_know on inspection using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or (unit_id = any ((select actor_units())::uuid[]) and (is_announced or held_on is not null))));
alter table inspection_member enable row level security; alter table inspection_member force row level security;
create policy who_may_know on inspection_member using (authority_id = actor_authority()
  and exists (select from inspection i where i.authority_id = inspection_member.authority_id and i.id = inspection_member.inspection_id));
alter table inspection_finding enable row level security; alter table inspection_finding force row level security;
create policy who_may_know on inspection_finding using (authority_id = actor_authority()
  and exists (select from inspection i where i.authority_id = inspection_finding.authority_id and i.id = inspection_finding.inspection_id));

-- Who changes what the public sees of a publication names the version they saw.
alter table publication add column version integer not null default 1;
create or replace function published_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'publication' and to_jsonb(old) - '{is_public,public_parts,version}'::text[]
    = to_jsonb(new) - '{is_public,public_parts,version}'::text[] then return new; end if;
  raise exception 'what was published does not change' using errcode = 'restrict_violation';
end $$;
grant update (version) on publication to parindex_application;

-- The conference at which results are made known, what was concluded there, and the tasks that follow.
create table conference (
  authority_id uuid not null references authority (id),
  publication_id uuid not null,
  held_on date not null,
  place text not null default '',
  chaired_by text not null default '',
  -- Number and day of the notice of conclusions, as printed.
  notice text not null default '',
  conclusions text not null check (conclusions ~ '[^[:space:]]'),
  version integer not null default 1,
  primary key (authority_id, publication_id),
  foreign key (authority_id, publication_id) references publication (authority_id, id)
);
create table conference_task (
  authority_id uuid not null,
  publication_id uuid not null,
  position integer not null check (position > 0),
  task text not null check (task ~ '[^[:space:]]'),
  -- A unit of the authority, or whoever else by name.
  unit_id uuid,
  responsible text not null default '',
  due_on date,
  state text not null check (state in ('notStarted', 'inProgress', 'done', 'cancelled')),
  note text not null default '',
  primary key (authority_id, publication_id, position),
  foreign key (authority_id, publication_id) references conference (authority_id, publication_id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create index conference_task_of_unit on conference_task (authority_id, unit_id) where unit_id is not null;
grant select, insert, update on conference to parindex_application;
grant select, insert, delete on conference_task to parindex_application;
alter table conference enable row level security; alter table conference force row level security;
create policy own_authority on conference using (authority_id = actor_authority());
alter table conference_task enable row level security; alter table conference_task force row level security;
create policy own_authority on conference_task using (authority_id = actor_authority());
