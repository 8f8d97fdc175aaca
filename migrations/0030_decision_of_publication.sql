-- The decision by which results are published; given with the publication and frozen like all of it.
alter table publication
  add column decision_number text check (is_written(decision_number)),
  add column decision_date date,
  add constraint decision_whole check ((decision_number is null) = (decision_date is null));
