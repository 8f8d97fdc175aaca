-- What is due is due also where nothing is given at all: a CHECK that comes out as unknown passes, and an absent reason made it unknown.
alter table score
  drop constraint reason_when_less,
  add constraint reason_when_less check (points is null or claimed_points is null or points >= claimed_points
    or coalesce(reason, '') ~ '[^[:space:]]'),
  drop constraint basis_when_not_applicable,
  add constraint basis_when_not_applicable check (status <> 'notApplicable'
    or coalesce(explanation, '') || coalesce(reason, '') ~ '[^[:space:]]');

-- What one row names belongs to the same authority.
alter table unit drop constraint unit_parent_id_fkey,
  add foreign key (authority_id, parent_id) references unit (authority_id, id);
alter table cycle drop constraint cycle_previous_id_fkey,
  add foreign key (authority_id, previous_id) references cycle (authority_id, id);
alter table publication drop constraint publication_corrects_id_fkey,
  add foreign key (authority_id, corrects_id) references publication (authority_id, id);
