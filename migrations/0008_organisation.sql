-- Units that change over the years: versions, spellings in the search, what a successor rests on.

alter table unit add column version integer not null default 1,
  add constraint begins_before_it_ends check (not isempty(valid));
alter table unit_successor add column decision text,
  add constraint no_own_successor check (unit_id <> successor_id);
create index unit_successor_by_successor on unit_successor (authority_id, successor_id);
alter table unit_successor drop constraint unit_successor_unit_id_fkey, drop constraint unit_successor_successor_id_fkey,
  add foreign key (authority_id, unit_id) references unit (authority_id, id),
  add foreign key (authority_id, successor_id) references unit (authority_id, id);
create index unit_by_parent on unit (authority_id, parent_id);

-- Declared immutable: the arrays hold text, whose output never depends on settings.
create function folded_names(code text, name text, aliases text[]) returns text language sql immutable parallel safe
  return fold(code || ' ' || name || ' ' || array_to_string(aliases, ' '));
drop index unit_by_search;
alter table unit drop column search;
alter table unit add column search text not null generated always as (folded_names(code, name, aliases)) stored;
create index unit_by_search on unit (authority_id, search text_pattern_ops);
