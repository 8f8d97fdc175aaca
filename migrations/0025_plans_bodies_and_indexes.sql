-- Plans and legal documents with what rests on them, bodies set up by decision, leaders and officers in charge, and indexes kept apart by name.

create table legal_document (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  -- Absent where the document concerns the whole authority; else it is that unit's own plan or decision.
  unit_id uuid,
  -- A kind of src/core/legal-basis/legal-document.ts.
  kind text not null check (kind <> ''),
  -- Number and symbol as printed ("34/2020/QĐ-UBND"); both number and day may stay open while it is a draft.
  number text not null default '',
  issued_on date,
  issuer text not null default '',
  title text not null check (title ~ '[^[:space:]]'),
  -- Both days count.
  in_force_from date,
  in_force_until date,
  replaced_by uuid,
  parent_id uuid,
  -- Of them all staff have to know it.
  to_study boolean not null default false,
  file_sha256 text,
  file_name text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  search text not null generated always as (fold(number || ' ' || issuer || ' ' || title)) stored,
  constraint in_force_whole check (in_force_from is null or in_force_until is null or in_force_from <= in_force_until),
  constraint not_itself check (parent_id <> id and replaced_by <> id),
  constraint file_has_name check ((file_sha256 is null) = (file_name is null)),
  unique (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, replaced_by) references legal_document (authority_id, id),
  foreign key (authority_id, parent_id) references legal_document (authority_id, id),
  foreign key (authority_id, file_sha256) references stored_file (authority_id, sha256)
);
create index legal_document_newest on legal_document (authority_id, issued_on desc nulls first, id desc);
create index legal_document_below on legal_document (authority_id, parent_id);
create index legal_document_replaces on legal_document (authority_id, replaced_by);

-- Which unit a decision puts in charge of which field.
create table field_in_charge (
  authority_id uuid not null references authority (id),
  document_id uuid not null,
  position integer not null check (position > 0),
  field text not null check (field ~ '[^[:space:]]'),
  unit_id uuid not null,
  primary key (authority_id, document_id, position),
  foreign key (authority_id, document_id) references legal_document (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);

-- What rests on a document.
create table legal_ground (
  authority_id uuid not null references authority (id),
  document_id uuid not null,
  -- What it is the ground of: a cycle, its guidance, the accountability of heads in it, rules of discipline to be observed in it, a framework, a unit's assignment.
  subject text not null check (subject in ('cycle', 'guidance', 'accountability', 'discipline', 'framework', 'assignment')),
  cycle_id uuid,
  framework_id uuid,
  unit_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  constraint subject_whole check ((subject = 'framework') = (framework_id is not null) and (subject <> 'framework') = (cycle_id is not null)
    and (subject = 'assignment') = (unit_id is not null)),
  unique nulls not distinct (authority_id, document_id, subject, cycle_id, framework_id, unit_id),
  foreign key (authority_id, document_id) references legal_document (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, framework_id) references framework (authority_id, id) on delete cascade,
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);
create index legal_ground_of_cycle on legal_ground (authority_id, cycle_id);
create index legal_ground_of_framework on legal_ground (authority_id, framework_id);

-- A line of a paper's bases that was taken from the register.
alter table paper_basis add column document_id uuid;
alter table paper_basis add foreign key (authority_id, document_id) references legal_document (authority_id, id);
create index paper_basis_of_document on paper_basis (authority_id, document_id) where document_id is not null;

-- Steering committees, working groups and teams that a decision sets up; they may lead criteria and be told of results.
create table standing_body (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  kind text not null check (kind in ('steeringCommittee', 'workingGroup', 'team')),
  name text not null check (name ~ '[^[:space:]]'),
  aliases text[] not null default '{}',
  -- Absent where it is the authority's; else of that unit.
  unit_id uuid,
  -- The committee whose working group it is.
  parent_id uuid,
  decision_id uuid,
  told_of_results boolean not null default false,
  -- First day, and the first day on which it is no more.
  valid daterange not null default '[,)',
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  constraint not_itself check (parent_id <> id),
  unique (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, parent_id) references standing_body (authority_id, id),
  foreign key (authority_id, decision_id) references legal_document (authority_id, id)
);
create table standing_body_member (
  authority_id uuid not null references authority (id),
  body_id uuid not null,
  position integer not null check (position > 0),
  -- Named where the member has an account; the name stands for whoever has none.
  person_id uuid,
  name text not null check (name ~ '[^[:space:]]'),
  office text not null default '',
  role text not null check (role in ('head', 'deputyHead', 'standingMember', 'member', 'secretary')),
  valid daterange not null default '[,)',
  primary key (authority_id, body_id, position),
  foreign key (authority_id, body_id) references standing_body (authority_id, id) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id)
);

-- Who in a unit is in charge of reform work: the leader directly in charge, and officers; for the whole of it or for one field.
create table unit_charge (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  role text not null check (role in ('leader', 'officer')),
  person_id uuid,
  name text not null check (name ~ '[^[:space:]]'),
  office text not null default '',
  qualification text not null default '',
  -- Absent where it is the whole work.
  field text check (field ~ '[^[:space:]]'),
  decision_id uuid,
  valid daterange not null default '[,)',
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  unique (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, decision_id) references legal_document (authority_id, id)
);
create index unit_charge_of on unit_charge (authority_id, unit_id);

-- Indexes by name, each with its source and its scale, so that none is taken for another.
create table named_index (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  -- As people say it: "PAPI".
  code text not null check (code ~ '[^[:space:]]'),
  name text not null check (name ~ '[^[:space:]]'),
  source text not null check (source ~ '[^[:space:]]'),
  scale_from numeric(20, 6) not null default 0,
  scale_to numeric(20, 6) not null,
  since_year integer check (since_year between 1990 and 2100),
  until_year integer check (until_year between 1990 and 2100),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  constraint scale_whole check (scale_from < scale_to),
  constraint years_whole check (since_year is null or until_year is null or since_year <= until_year),
  unique (authority_id, id)
);
create unique index named_index_code on named_index (authority_id, fold(code));

-- What an index says of the authority, or of one of its units, in a year.
create table index_value (
  authority_id uuid not null references authority (id),
  index_id uuid not null,
  year integer not null check (year between 1990 and 2100),
  unit_id uuid,
  value numeric(20, 6),
  rank integer check (rank > 0),
  ranked_of integer check (ranked_of > 0),
  source text not null check (source ~ '[^[:space:]]'),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  constraint says_something check (value is not null or rank is not null),
  constraint rank_within check (rank <= ranked_of),
  unique nulls not distinct (authority_id, index_id, year, unit_id),
  foreign key (authority_id, index_id) references named_index (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);

-- Which index a cycle's results are of.
alter table cycle add column index_id uuid;
alter table cycle add foreign key (authority_id, index_id) references named_index (authority_id, id);

grant select, insert, update, delete on legal_document, field_in_charge, legal_ground, standing_body, standing_body_member, unit_charge,
  named_index, index_value to parindex_application;
grant update (index_id) on cycle to parindex_application;

-- Documents of the authority are read by everybody in it; a unit's own by whoever works for it, and by those who see all.
create function actor_may_read_document(of_unit uuid) returns boolean language sql stable parallel safe
  return of_unit is null or actor_works_for(of_unit);
alter table legal_document enable row level security; alter table legal_document force row level security;
create policy of_authority_or_own on legal_document using (authority_id = actor_authority() and actor_may_read_document(unit_id));
alter table field_in_charge enable row level security; alter table field_in_charge force row level security;
create policy with_document on field_in_charge using (authority_id = actor_authority()
  and exists (select from legal_document d where d.authority_id = field_in_charge.authority_id and d.id = field_in_charge.document_id));
alter table legal_ground enable row level security; alter table legal_ground force row level security;
create policy with_document on legal_ground using (authority_id = actor_authority()
  and exists (select from legal_document d where d.authority_id = legal_ground.authority_id and d.id = legal_ground.document_id)
  and actor_may_read_document(unit_id));
alter table standing_body enable row level security; alter table standing_body force row level security;
create policy own_authority on standing_body using (authority_id = actor_authority());
alter table standing_body_member enable row level security; alter table standing_body_member force row level security;
create policy own_authority on standing_body_member using (authority_id = actor_authority());
alter table unit_charge enable row level security; alter table unit_charge force row level security;
create policy own_authority on unit_charge using (authority_id = actor_authority());
alter table named_index enable row level security; alter table named_index force row level security;
create policy own_authority on named_index using (authority_id = actor_authority());
alter table index_value enable row level security; alter table index_value force row level security;
create policy own_authority on index_value using (authority_id = actor_authority());
