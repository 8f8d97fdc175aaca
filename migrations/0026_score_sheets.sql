-- The scores of a unit in one round side by side, for whoever adds thousands of units up.

-- One score as a whole number: points in ten-thousandths, or a code far below any points; src/core/results/score-sheet.ts reads it.
create function score_cell(of_status text, of_points numeric, of_treatment text) returns integer language sql immutable parallel safe
  return case of_status
    when 'scored' then (of_points * 10000)::integer
    when 'notMeasured' then -2000000001
    when 'notApplicable' then -2000000010 - coalesce(array_position('{excluded,full,zero,redistributed}'::text[], of_treatment), 0)
    else -2000000000 end;

-- Written by triggers on `score` alone, in the transaction of the change: never older than the scores, whoever writes them.
create table score_sheet (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  round text not null,
  framework_id uuid not null,
  -- A cell per leaf of that framework, in its order.
  cells integer[] not null,
  -- Leaves decided otherwise than they were claimed; 0 of what was claimed.
  differs integer not null default 0,
  primary key (authority_id, cycle_id, unit_id, round),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id)
);

-- How many leaves of a unit were decided otherwise than claimed; where the claim changed since it was seen, nothing is said.
create function leaves_that_differ(of_authority uuid, of_cycle uuid, of_unit uuid, of_round text) returns integer language sql stable parallel safe
  return (select count(*)::integer from score g
    join score c on c.authority_id = g.authority_id and c.cycle_id = g.cycle_id and c.unit_id = g.unit_id and c.node_id = g.node_id and c.round = 'claimed'
    where g.authority_id = of_authority and g.cycle_id = of_cycle and g.unit_id = of_unit and g.round = of_round and of_round <> 'claimed'
      and g.status <> 'missing' and c.status <> 'missing'
      and g.points is distinct from g.claimed_points and g.claimed_points is not distinct from c.points);

-- It reads the scores of the whole unit, also where whoever changes one may see a few alone.
create function sheets_follow_scores() returns trigger language plpgsql as $$
declare shown constant text := coalesce(current_setting('parindex.units', true), '');
begin
  perform set_config('parindex.units', '*', true);
  -- The row is held before the scores are read: of two at once the second reads what the first has left.
  insert into score_sheet (authority_id, cycle_id, unit_id, round, framework_id, cells)
    select distinct authority_id, cycle_id, unit_id, round, framework_id, '{}'::integer[] from changed order by 1, 2, 3, 4
    on conflict (authority_id, cycle_id, unit_id, round) do nothing;
  perform from score_sheet where (authority_id, cycle_id, unit_id, round) in (select authority_id, cycle_id, unit_id, round from changed)
    order by authority_id, cycle_id, unit_id, round for no key update;
  update score_sheet s set framework_id = c.framework_id, cells = (
      select array_agg(score_cell(l.status, l.points, l.treatment) order by n.position)
      from framework_node n
      left join score l on l.authority_id = n.authority_id and l.cycle_id = c.cycle_id and l.unit_id = c.unit_id and l.node_id = n.node_id and l.round = c.round
      where n.authority_id = c.authority_id and n.framework_id = c.framework_id and n.is_leaf)
    from (select distinct authority_id, cycle_id, unit_id, round, framework_id from changed) c
    where s.authority_id = c.authority_id and s.cycle_id = c.cycle_id and s.unit_id = c.unit_id and s.round = c.round;
  update score_sheet s set differs = leaves_that_differ(s.authority_id, s.cycle_id, s.unit_id, s.round)
    from (select authority_id, cycle_id, unit_id, array_agg(distinct round) as rounds from changed group by 1, 2, 3) c
    where s.authority_id = c.authority_id and s.cycle_id = c.cycle_id and s.unit_id = c.unit_id
      and s.round <> 'claimed' and (s.round = any (c.rounds) or 'claimed' = any (c.rounds));
  if tg_op = 'DELETE' then
    delete from score_sheet s using (select distinct authority_id, cycle_id, unit_id, round from changed) c
      where s.authority_id = c.authority_id and s.cycle_id = c.cycle_id and s.unit_id = c.unit_id and s.round = c.round
        and not exists (select from score l where l.authority_id = c.authority_id and l.cycle_id = c.cycle_id and l.unit_id = c.unit_id and l.round = c.round);
  end if;
  perform set_config('parindex.units', shown, true);
  return null;
end $$;
create trigger sheets_follow_new_scores after insert on score referencing new table as changed
  for each statement execute function sheets_follow_scores();
create trigger sheets_follow_changed_scores after update on score referencing new table as changed
  for each statement execute function sheets_follow_scores();
create trigger sheets_follow_removed_scores after delete on score referencing old table as changed
  for each statement execute function sheets_follow_scores();

-- A score is removed and written anew elsewhere, never moved: the sheet it left would keep it.
create function score_keeps_its_place() returns trigger language plpgsql as $$
begin
  raise exception 'a score keeps its place' using errcode = 'restrict_violation';
end $$;
create trigger score_keeps_its_place before update of authority_id, cycle_id, unit_id, node_id, round, framework_id on score
  for each row execute function score_keeps_its_place();

insert into score_sheet (authority_id, cycle_id, unit_id, round, framework_id, cells)
  select k.authority_id, k.cycle_id, k.unit_id, k.round, k.framework_id, array_agg(score_cell(l.status, l.points, l.treatment) order by n.position)
  from (select distinct authority_id, cycle_id, unit_id, round, framework_id from score) k
  join framework_node n on n.authority_id = k.authority_id and n.framework_id = k.framework_id and n.is_leaf
  left join score l on l.authority_id = k.authority_id and l.cycle_id = k.cycle_id and l.unit_id = k.unit_id and l.round = k.round and l.node_id = n.node_id
  group by k.authority_id, k.cycle_id, k.unit_id, k.round, k.framework_id;
update score_sheet set differs = leaves_that_differ(authority_id, cycle_id, unit_id, round) where round <> 'claimed';

grant select, insert, update, delete on score_sheet to parindex_application;
alter table score_sheet enable row level security; alter table score_sheet force row level security;
create policy visible_units on score_sheet using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));

-- Totals are changed in place, many at once: room on their own page spares both indexes. Whoever has a full table of before runs VACUUM FULL once.
alter table unit_total set (fillfactor = 50);
