-- What 0034 lets go when a cycle moves to another version of its framework goes then alone: in the transaction that wrote the move down.
alter table framework_move add column made_in xid8 not null default pg_current_xact_id();

create policy gone_with_a_move on score as restrictive for delete
  using (cycle_id in (select m.cycle_id from framework_move m where m.made_in = pg_current_xact_id()));
create policy gone_with_a_move on unit_total as restrictive for delete
  using (cycle_id in (select m.cycle_id from framework_move m where m.made_in = pg_current_xact_id()));
create policy gone_with_a_move on explanation as restrictive for delete
  using (cycle_id in (select m.cycle_id from framework_move m where m.made_in = pg_current_xact_id()));
create policy gone_with_a_move on council_vote as restrictive for delete
  using (cycle_id in (select m.cycle_id from framework_move m where m.made_in = pg_current_xact_id()));
create policy gone_with_a_move on second_look_leaf as restrictive for delete
  using (cycle_id in (select m.cycle_id from framework_move m where m.made_in = pg_current_xact_id()));
