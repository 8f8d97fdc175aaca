-- Trial cycles, hours of the steps of a plan, points given together on a common sample, claims accepted together, the record of the council's meetings.

-- A cycle for rehearsal. What it is it stays; its name says it wherever it is printed; nothing of it is ever published.
alter table cycle add column is_trial boolean not null default false;
alter table cycle add constraint trial_says_so check (not is_trial or title ~ 'DIỄN TẬP – không có giá trị');
create function trial_stays() returns trigger language plpgsql as $$
begin
  if new.is_trial is distinct from old.is_trial then
    raise exception 'a trial cycle stays one, and no other becomes one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger trial_stays before update of is_trial on cycle for each row execute function trial_stays();
create function trial_is_never_published() returns trigger language plpgsql as $$
begin
  if exists (select from cycle c where c.authority_id = new.authority_id and c.id = new.cycle_id and c.is_trial) then
    raise exception 'a trial cycle is never published' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger trial_is_never_published before insert on publication for each row execute function trial_is_never_published();

-- A cycle may be taken back while it is prepared, a trial at any time; all that hangs on it goes along.
create or replace function only_while_prepared() returns trigger language plpgsql as $$
declare
  found_stage text;
  found_trial boolean;
begin
  if tg_table_name = 'cycle' then
    found_stage := to_jsonb(old)->>'stage';
    found_trial := (to_jsonb(old)->>'is_trial')::boolean;
  else
    -- Where the cycle itself goes, it is gone by now and was asked before.
    select c.stage, c.is_trial into found_stage, found_trial from cycle c
      where c.authority_id = old.authority_id and c.id = (to_jsonb(old)->>'cycle_id')::uuid;
  end if;
  if coalesce(found_stage, 'preparing') <> 'preparing' and not coalesce(found_trial, false) then
    raise exception 'a cycle that was opened stays' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
alter table cycle_framework drop constraint cycle_framework_authority_id_cycle_id_fkey,
  add foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade;
alter table cycle_unit drop constraint cycle_unit_authority_id_cycle_id_unit_group_fkey,
  add foreign key (authority_id, cycle_id, unit_group) references cycle_framework (authority_id, cycle_id, unit_group) on delete cascade;
alter table scenario drop constraint scenario_authority_id_cycle_id_fkey,
  add foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade;
alter table score drop constraint score_authority_id_cycle_id_unit_id_framework_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id, framework_id) references cycle_unit (authority_id, cycle_id, unit_id, framework_id) on delete cascade;
alter table score_evidence drop constraint score_evidence_authority_id_cycle_id_unit_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade;
-- Asked at the end of the act: the trigger that follows removed scores holds a sheet for a moment after its unit has gone.
alter table score_sheet drop constraint score_sheet_authority_id_cycle_id_unit_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
    deferrable initially deferred;
alter table unit_total drop constraint unit_total_authority_id_cycle_id_unit_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade;
alter table council_vote drop constraint council_vote_authority_id_cycle_id_unit_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade;
alter table explanation drop constraint explanation_authority_id_cycle_id_unit_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade;
alter table explanation_evidence drop constraint explanation_evidence_authority_id_cycle_id_unit_id_node_id_fkey,
  add foreign key (authority_id, cycle_id, unit_id, node_id) references explanation (authority_id, cycle_id, unit_id, node_id) on delete cascade;

-- The hour at which a step begins and the one at which it is over, on the authority's clock; the whole of its days where none is said.
alter table calendar_step add column from_time time check (from_time < '24:00'), add column until_time time check (until_time > '00:00');
alter table calendar_step add constraint hours_of_days check ((from_time is null or from_day is not null) and (until_time is null or until_day is not null));
alter table calendar_step add constraint hours_in_order
  check (from_day is null or from_day + coalesce(from_time, '00:00') < until_day + coalesce(until_time, '24:00'));
create or replace function step_opens(of_cycle uuid, what text) returns timestamptz language sql stable parallel safe
  return (select (s.from_day + coalesce(s.from_time, '00:00')) at time zone a.time_zone from calendar_step s join authority a on a.id = s.authority_id
    where s.cycle_id = of_cycle and s.opens = what);
create or replace function step_closes(of_cycle uuid, what text) returns timestamptz language sql stable parallel safe
  return (select (s.until_day + coalesce(s.until_time, '24:00')) at time zone a.time_zone from calendar_step s join authority a on a.id = s.authority_id
    where s.cycle_id = of_cycle and s.opens = what);

-- Claims accepted together over many units by one act, and the versions they had then: what was changed since is not taken back with them.
create table joint_acceptance (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  round text not null,
  -- What was asked for: group, areas, evidence.
  filter jsonb not null,
  units integer not null check (units > 0),
  leaves integer not null check (leaves > 0),
  accepted_by uuid not null,
  accepted_at timestamptz not null default now(),
  taken_back_by uuid,
  taken_back_at timestamptz,
  taken_back integer,
  version integer not null default 1,
  unique (authority_id, id),
  constraint taken_back_whole check ((taken_back_by is null) = (taken_back_at is null) and (taken_back_by is null) = (taken_back is null)),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, accepted_by) references person (authority_id, id),
  foreign key (authority_id, taken_back_by) references person (authority_id, id)
);
create index joint_acceptance_of_cycle on joint_acceptance (authority_id, cycle_id, accepted_at desc);
create table joint_acceptance_leaf (
  authority_id uuid not null,
  acceptance_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  decision_version integer not null,
  primary key (authority_id, acceptance_id, unit_id, node_id),
  foreign key (authority_id, acceptance_id) references joint_acceptance (authority_id, id) on delete cascade,
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);
create index joint_acceptance_leaf_of_unit on joint_acceptance_leaf (authority_id, cycle_id, unit_id);
grant select, insert on joint_acceptance, joint_acceptance_leaf to parindex_application;
grant update (taken_back_by, taken_back_at, taken_back, version) on joint_acceptance to parindex_application;
alter table joint_acceptance enable row level security; alter table joint_acceptance force row level security;
create policy who_sees_all on joint_acceptance using (authority_id = actor_authority() and (select actor_sees_all_units()));
alter table joint_acceptance_leaf enable row level security; alter table joint_acceptance_leaf force row level security;
create policy who_sees_all on joint_acceptance_leaf using (authority_id = actor_authority() and (select actor_sees_all_units()));

-- Appraisers give points on a common sample before the work is divided; nothing of it enters a score.
create table calibration (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  title text not null check (title ~ '[^[:space:]]'),
  -- None where the sample was chosen by hand. With the list below anybody draws the same again.
  seed text,
  population integer not null check (population > 0),
  population_hash text not null,
  -- The first moment at which no points are taken any more; none where it waits for all.
  ends_at timestamptz,
  stage text not null default 'giving' check (stage in ('giving', 'shown', 'closed')),
  drawn_by uuid not null,
  drawn_at timestamptz not null default now(),
  version integer not null default 1,
  unique (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, drawn_by) references person (authority_id, id)
);
create index calibration_of_cycle on calibration (authority_id, cycle_id, drawn_at desc);
create table calibration_leaf (
  authority_id uuid not null,
  calibration_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  position integer not null check (position > 0),
  primary key (authority_id, calibration_id, unit_id, node_id),
  foreign key (authority_id, calibration_id) references calibration (authority_id, id) on delete cascade,
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);
create table calibration_appraiser (
  authority_id uuid not null,
  calibration_id uuid not null,
  person_id uuid not null,
  -- How many leaves they have given points to: all that others may know before the end.
  given integer not null default 0 check (given >= 0),
  primary key (authority_id, calibration_id, person_id),
  foreign key (authority_id, calibration_id) references calibration (authority_id, id) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id)
);
create table calibration_point (
  authority_id uuid not null,
  calibration_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  points numeric(9, 4) not null,
  note text not null default '',
  given_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (authority_id, calibration_id, person_id, unit_id, node_id),
  foreign key (authority_id, calibration_id, person_id) references calibration_appraiser (authority_id, calibration_id, person_id) on delete cascade,
  foreign key (authority_id, calibration_id, unit_id, node_id) references calibration_leaf (authority_id, calibration_id, unit_id, node_id) on delete cascade
);
grant select, insert on calibration, calibration_leaf, calibration_appraiser, calibration_point to parindex_application;
grant update (stage, version) on calibration to parindex_application;
grant update (given) on calibration_appraiser to parindex_application;
grant update (points, note, given_at, version) on calibration_point to parindex_application;
alter table calibration enable row level security; alter table calibration force row level security;
create policy who_sees_all on calibration using (authority_id = actor_authority() and (select actor_sees_all_units()));
alter table calibration_leaf enable row level security; alter table calibration_leaf force row level security;
create policy who_sees_all on calibration_leaf using (authority_id = actor_authority() and (select actor_sees_all_units()));
alter table calibration_appraiser enable row level security; alter table calibration_appraiser force row level security;
create policy who_sees_all on calibration_appraiser using (authority_id = actor_authority() and (select actor_sees_all_units()));
-- Nobody sees what another gave before all are through.
alter table calibration_point enable row level security; alter table calibration_point force row level security;
create policy own_until_shown on calibration_point using (authority_id = actor_authority() and (select actor_sees_all_units())
  and (person_id = (select actor_person()) or exists (select from calibration c where c.authority_id = calibration_point.authority_id
    and c.id = calibration_id and (c.stage <> 'giving' or c.ends_at <= now()))))
  with check (authority_id = actor_authority() and person_id = (select actor_person()));

-- A meeting of the council as its secretary records it: minutes take time, place and who was absent from here.
create table council_meeting (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  number integer not null check (number > 0),
  held_on date not null,
  began time not null,
  ended time,
  place text not null check (place ~ '[^[:space:]]'),
  recorded_by uuid not null,
  version integer not null default 1,
  primary key (authority_id, cycle_id, number),
  constraint ends_after_it_began check (ended > began),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, recorded_by) references person (authority_id, id)
);
create table council_absence (
  authority_id uuid not null,
  cycle_id uuid not null,
  number integer not null,
  person_id uuid not null,
  reason text not null default '',
  primary key (authority_id, cycle_id, number, person_id),
  foreign key (authority_id, cycle_id, number) references council_meeting (authority_id, cycle_id, number) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id)
);
grant select, insert, update on council_meeting to parindex_application;
grant select, insert, delete on council_absence to parindex_application;
alter table council_meeting enable row level security; alter table council_meeting force row level security;
create policy own_authority on council_meeting using (authority_id = actor_authority());
alter table council_absence enable row level security; alter table council_absence force row level security;
create policy own_authority on council_absence using (authority_id = actor_authority());
