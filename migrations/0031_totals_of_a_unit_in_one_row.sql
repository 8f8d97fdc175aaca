-- The sums of a unit in one round stand in one row: whoever recomputes thousands of units writes one row for each, not one for each area too, and a
-- ranking reads rows that lie side by side.

-- The areas in the order of the framework, as src/features/scores/area-sums.ts prints them: id, exact, points, applied maximum and percent, apart by U+001F,
-- areas by U+001E. They are read with the row and never asked for alone.
alter table unit_total add column areas text not null default '';
update unit_total w set areas = a.areas
  from (select authority_id, cycle_id, unit_id, round, string_agg(node_id || e'\x1f' || coalesce(exact, '') || e'\x1f' || coalesce(points, '') || e'\x1f'
      || applied_max || e'\x1f' || coalesce(percent::text, ''), e'\x1e' order by node_id) as areas
    from unit_total where node_id <> '' group by authority_id, cycle_id, unit_id, round) a
  where w.authority_id = a.authority_id and w.cycle_id = a.cycle_id and w.unit_id = a.unit_id and w.round = a.round and w.node_id = '';
delete from unit_total where node_id <> '';
alter table unit_total alter column areas drop default;

-- The key and the index that held the node go with its column.
alter table unit_total drop column node_id;
alter table unit_total add primary key (authority_id, cycle_id, unit_id, round);
create index unit_total_of_round on unit_total (authority_id, cycle_id, round, unit_group);

-- A function in SQL is planned each time it is called from a trigger; one in plpgsql once in a session.
create or replace function leaves_that_differ(of_authority uuid, of_cycle uuid, of_unit uuid, of_round text) returns integer
  language plpgsql stable parallel safe as $$
begin
  return (select count(*)::integer from score g
    join score c on c.authority_id = g.authority_id and c.cycle_id = g.cycle_id and c.unit_id = g.unit_id and c.node_id = g.node_id and c.round = 'claimed'
    where g.authority_id = of_authority and g.cycle_id = of_cycle and g.unit_id = of_unit and g.round = of_round and of_round <> 'claimed'
      and g.status <> 'missing' and c.status <> 'missing'
      and g.points is distinct from g.claimed_points and g.claimed_points is not distinct from c.points);
end $$;
