-- A running cycle moves to another version of its framework; maxima that applied in part; points relative to the other units.

-- Points as somebody typed them, which the leaf no longer takes since its maximum or its rule changed: they count nothing until somebody settles them.
alter table score add column typed_points numeric(9, 4),
  add constraint typed_counts_nothing check (typed_points is null or status = 'missing');

-- The maximum that applied where a rule left a part of it out for this unit; null is the whole maximum of the leaf.
alter table score add column applied_max numeric(9, 4),
  add constraint applied_when_scored check (applied_max is null or status = 'scored'),
  add constraint applied_within_maximum check (applied_max between 0 and max_points),
  add constraint points_within_applied check (applied_max is null or points <= applied_max);

-- After the cells of the leaves stand the places of those whose maximum was reduced, then as many maxima in ten-thousandths.
create or replace function sheets_follow_scores() returns trigger language plpgsql as $$
declare shown constant text := coalesce(current_setting('parindex.units', true), '');
begin
  -- "insert … on conflict" fires the triggers of both, one of them with nothing.
  if not exists (select from changed) then return null; end if;
  perform set_config('parindex.units', '*', true);
  -- The row is held before the scores are read: of two at once the second reads what the first has left.
  insert into score_sheet (authority_id, cycle_id, unit_id, round, framework_id, cells)
    select distinct authority_id, cycle_id, unit_id, round, framework_id, '{}'::integer[] from changed order by 1, 2, 3, 4
    on conflict (authority_id, cycle_id, unit_id, round) do nothing;
  perform from score_sheet where (authority_id, cycle_id, unit_id, round) in (select authority_id, cycle_id, unit_id, round from changed)
    order by authority_id, cycle_id, unit_id, round for no key update;
  update score_sheet s set framework_id = c.framework_id, cells = (
      select array_agg(x.cell order by x.place) || coalesce(array_agg(x.place order by x.place) filter (where x.applied is not null), '{}')
        || coalesce(array_agg(x.applied order by x.place) filter (where x.applied is not null), '{}')
      from (select (row_number() over (order by n.position))::integer - 1 as place, score_cell(l.status, l.points, l.treatment) as cell,
          (l.applied_max * 10000)::integer as applied
        from framework_node n
        left join score l on l.authority_id = n.authority_id and l.cycle_id = c.cycle_id and l.unit_id = c.unit_id and l.node_id = n.node_id and l.round = c.round
        where n.authority_id = c.authority_id and n.framework_id = c.framework_id and n.is_leaf) x)
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

-- That a group of units went over to a newer version of its framework while the cycle ran.
create table framework_move (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_group text not null,
  from_framework_id uuid not null,
  to_framework_id uuid not null,
  reason text not null check (is_written(reason)),
  moved_at timestamptz not null default now(),
  moved_by uuid not null,
  unique (authority_id, id),
  foreign key (authority_id, cycle_id, unit_group) references cycle_framework (authority_id, cycle_id, unit_group) on delete cascade,
  foreign key (authority_id, from_framework_id) references framework (authority_id, id),
  foreign key (authority_id, to_framework_id) references framework (authority_id, id),
  foreign key (authority_id, moved_by) references person (authority_id, id)
);
create index framework_move_of_cycle on framework_move (authority_id, cycle_id, moved_at desc);

-- Rows as they stood before the move, of leaves that were not carried over as they were: what was said there stays to be read.
create table left_behind (
  authority_id uuid not null,
  move_id uuid not null,
  number bigint generated always as identity,
  cycle_id uuid not null,
  unit_id uuid,
  -- The table and the leaf it stood at, the leaves that stand for it now, and the row itself.
  what text not null,
  node_id text not null,
  became text[] not null,
  whole jsonb not null,
  primary key (authority_id, move_id, number),
  foreign key (authority_id, move_id) references framework_move (authority_id, id) on delete cascade
);
create index left_behind_of_unit on left_behind (authority_id, cycle_id, unit_id);

grant select, insert on framework_move to parindex_application;
grant select, insert, delete on left_behind to parindex_application;
-- A leaf that is no more takes these along; nothing else removes them.
grant delete on explanation, council_vote, second_look_leaf, score, unit_total to parindex_application;
grant update (framework_id) on cycle_framework to parindex_application;
grant update (node_ids) on guidance to parindex_application;

alter table framework_move enable row level security; alter table framework_move force row level security;
create policy own_authority on framework_move using (authority_id = actor_authority());
alter table left_behind enable row level security; alter table left_behind force row level security;
-- A unit reads what it said itself; what appraisers gave it learns when its results are sent, as everywhere.
create policy visible_units on left_behind using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or (unit_id = any ((select actor_units())::uuid[]) and coalesce(whole->>'round', 'claimed') = 'claimed'
    and what in ('score', 'score_evidence', 'evidence_absence', 'explanation', 'explanation_evidence', 'division_leaf', 'assignment', 'assignment_person'))));

-- The values of a group at one leaf, by unit, as they stood when points relative to them were given.
create table peer_snapshot (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_group text not null,
  round text not null,
  node_id text not null,
  peers jsonb not null,
  taken_at timestamptz not null default now(),
  taken_by uuid,
  primary key (authority_id, cycle_id, unit_group, round, node_id),
  foreign key (authority_id, cycle_id, unit_group) references cycle_framework (authority_id, cycle_id, unit_group) on delete cascade
);
grant select, insert, update, delete on peer_snapshot to parindex_application;
alter table peer_snapshot enable row level security; alter table peer_snapshot force row level security;
create policy who_sees_all on peer_snapshot using (authority_id = actor_authority() and (select actor_sees_all_units()));
