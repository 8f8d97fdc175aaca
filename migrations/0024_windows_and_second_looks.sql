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
