-- Frameworks, cycles, scores, evidence, results, publications.

create table framework (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  title text not null,
  -- 0 while a draft's document did not say; a framework in force always has one.
  year integer not null check (year between 2000 and 2100 or (year = 0 and status = 'draft')),
  unit_group text not null,
  status text not null check (status in ('draft', 'inForce')),
  -- The draft as it stands (framework, doubts, dismissals), or the canonical JSON in force; `hash` is SHA-256 of the canonical form.
  document jsonb not null,
  -- The draft as it was read; the fold of framework_edit over it is `document`.
  reading jsonb not null default '{}',
  leaves integer not null default 0,
  problems_left integer not null default 0,
  hash text,
  in_force_from date,
  -- Grows with every edit of the draft; what If-Match compares.
  revision integer not null default 1,
  source_file text,
  source_name text,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  unique (authority_id, id),
  check ((status = 'inForce') = (hash is not null))
);
create index framework_by_year on framework (authority_id, year desc, unit_group);

create function framework_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'inForce' then
    raise exception 'a framework in force does not change' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger framework_stays before update or delete on framework for each row execute function framework_stays();

-- One step of a person: the edits made at once, in order. Undo takes the last one away; the log keeps both.
create table framework_edit (
  authority_id uuid not null,
  framework_id uuid not null,
  number integer not null check (number >= 1),
  edits jsonb not null,
  at timestamptz not null default now(),
  person_id uuid references person (id),
  primary key (authority_id, framework_id, number),
  foreign key (authority_id, framework_id) references framework (authority_id, id) on delete cascade
);

create table framework_node (
  authority_id uuid not null references authority (id),
  framework_id uuid not null,
  node_id text not null,
  position integer not null,
  parent_id text,
  depth integer not null,
  is_leaf boolean not null,
  code text not null,
  name text not null,
  level text not null,
  counting text not null,
  source text not null,
  min_points numeric(9, 4) not null default 0,
  max_points numeric(9, 4) not null,
  primary key (authority_id, framework_id, node_id),
  unique (authority_id, framework_id, node_id, is_leaf, min_points, max_points),
  unique (authority_id, framework_id, position),
  foreign key (authority_id, framework_id) references framework (authority_id, id)
);

-- Rows and steps stand as they stood when their framework came into force.
create function framework_part_stays() returns trigger language plpgsql as $$
declare
  part record := coalesce(new, old);
begin
  if exists (select from framework f where f.authority_id = part.authority_id and f.id = part.framework_id and f.status = 'inForce') then
    raise exception 'a framework in force does not change' using errcode = 'restrict_violation';
  end if;
  return part;
end $$;
create trigger framework_part_stays before insert or update or delete on framework_node for each row execute function framework_part_stays();
create trigger framework_part_stays before insert or update or delete on framework_edit for each row execute function framework_part_stays();

create table cycle (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  year integer not null check (year between 2000 and 2100),
  title text not null check (title <> ''),
  stage text not null,
  rounds text[] not null check (cardinality(rounds) >= 1),
  -- The first moment at which entry is closed: "trước ngày D" is D 00:00, "đến hết ngày D" is D+1 00:00, in the authority's zone.
  self_assessment_closes timestamptz,
  -- Caches are keyed by it; every change of a score or of a stage makes it grow.
  revision bigint not null default 1,
  previous_id uuid references cycle (id),
  created_at timestamptz not null default now(),
  unique (authority_id, id)
);

create table cycle_framework (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_group text not null,
  framework_id uuid not null,
  primary key (authority_id, cycle_id, unit_group),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id),
  foreign key (authority_id, framework_id) references framework (authority_id, id)
);

create table cycle_unit (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  unit_group text not null,
  framework_id uuid not null,
  ranked boolean not null default true,
  stage text not null,
  submitted_at timestamptz,
  submitted_by uuid references person (id),
  -- SHA-256 of exactly what was submitted.
  submitted_hash text,
  -- Its own, where it was given back after the cycle's deadline; see closes_at().
  self_assessment_closes timestamptz,
  version integer not null default 1,
  primary key (authority_id, cycle_id, unit_id),
  unique (authority_id, cycle_id, unit_id, framework_id),
  foreign key (authority_id, cycle_id, unit_group) references cycle_framework (authority_id, cycle_id, unit_group),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);

-- The first closed moment of one unit: the later of the cycle's and its own; a cycle without deadline stays open.
create function closes_at(of_cycle timestamptz, of_unit timestamptz) returns timestamptz language sql immutable parallel safe
  return case when of_cycle is not null then greatest(of_cycle, of_unit) end;
-- The last minute that still counts, on the clock of the zone: 2026-12-31T23:59.
create function last_minute(closes timestamptz, zone text) returns text language sql stable parallel safe
  return to_char((closes - interval '1 minute') at time zone zone, 'YYYY-MM-DD"T"HH24:MI');

-- The fold of the actions on one leaf in one round.
create table score (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  round text not null,
  framework_id uuid not null,
  is_leaf boolean not null default true check (is_leaf),
  min_points numeric(9, 4) not null,
  max_points numeric(9, 4) not null,
  status text not null check (status in ('scored', 'notApplicable', 'missing', 'notMeasured')),
  points numeric(9, 4),
  treatment text check (treatment in ('excluded', 'full', 'zero', 'redistributed')),
  -- What the unit claimed when this round's points were given; the reason is due where less is given.
  claimed_points numeric(9, 4),
  reason text,
  explanation text,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  primary key (authority_id, cycle_id, unit_id, node_id, round),
  foreign key (authority_id, cycle_id, unit_id, framework_id) references cycle_unit (authority_id, cycle_id, unit_id, framework_id),
  foreign key (authority_id, framework_id, node_id, is_leaf, min_points, max_points)
    references framework_node (authority_id, framework_id, node_id, is_leaf, min_points, max_points),
  constraint points_when_scored check ((status = 'scored') = (points is not null)),
  constraint points_within_bounds check (points between min_points and max_points),
  constraint reason_when_less check (points is null or claimed_points is null or points >= claimed_points or length(trim(reason)) > 0),
  constraint basis_when_not_applicable check (status <> 'notApplicable' or length(trim(coalesce(explanation, reason))) > 0)
);

-- Totals per unit, round and node ('' is the whole), kept in the transaction of the act that changed a score.
create table unit_total (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  round text not null,
  node_id text not null,
  unit_group text not null,
  ranked boolean not null,
  -- Exact: "n/d"; the numeric column is a rounded copy for display.
  exact text,
  points text,
  applied_max text not null,
  percent numeric(12, 6),
  -- Points by who measured them, of the whole alone: what a tie-break may go by.
  by_source jsonb,
  missing integer not null default 0,
  not_applicable integer not null default 0,
  answered integer not null default 0,
  leaves integer not null default 0,
  -- Of the whole alone: leaves decided otherwise than claimed, and claims without a document.
  differs integer not null default 0,
  unproved integer not null default 0,
  primary key (authority_id, cycle_id, unit_id, round, node_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id)
);
create index unit_total_of_round on unit_total (authority_id, cycle_id, round, node_id, unit_group);

create table stored_file (
  authority_id uuid not null references authority (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  created_at timestamptz not null default now(),
  primary key (authority_id, sha256)
);

create table evidence (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  title text not null,
  document_number text,
  issued_on date,
  issuer text,
  -- Of a state secret the register holds the number and the date alone (Law 29/2018/QH14 on protection of state secrets).
  secrecy text not null default 'open' check (secrecy in ('open', 'confidential', 'secret', 'topSecret')),
  file_sha256 text,
  file_name text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  search text not null generated always as (fold(title || ' ' || coalesce(document_number, '') || ' ' || coalesce(issuer, ''))) stored,
  unique (authority_id, id),
  unique (authority_id, unit_id, id),
  constraint titled_or_secret check (case when secrecy = 'open' then title <> ''
    else title = '' and issuer is null and file_sha256 is null and coalesce(document_number, '') <> '' and issued_on is not null end),
  constraint file_has_name check ((file_sha256 is null) = (file_name is null)),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, file_sha256) references stored_file (authority_id, sha256)
);
create index evidence_of_unit on evidence (authority_id, unit_id, created_at desc, id desc);

create table score_evidence (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  evidence_id uuid not null,
  primary key (authority_id, cycle_id, unit_id, node_id, evidence_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id),
  -- A unit proves with documents of its own register alone.
  foreign key (authority_id, unit_id, evidence_id) references evidence (authority_id, unit_id, id)
);
create index score_evidence_by_document on score_evidence (authority_id, evidence_id);

create table publication (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  number integer not null,
  title text not null,
  published_at timestamptz not null default now(),
  published_by uuid references person (id),
  corrects_id uuid references publication (id),
  correction_reason text,
  is_public boolean not null default false,
  hash text not null,
  -- The groups of units in it, in the order of the print.
  groups text[] not null,
  -- The hash of each group's bundle: what `parindex verify` says of it.
  hashes text[] not null,
  -- JSON object from group to bundle of src/core/publication, gzipped.
  bundle bytea not null,
  unique (authority_id, cycle_id, number),
  unique (authority_id, id),
  check ((corrects_id is null) = (correction_reason is null)),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id)
);

create table publication_unit (
  authority_id uuid not null references authority (id),
  publication_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  unit_group text not null,
  framework_id uuid not null,
  ranked boolean not null,
  rank integer,
  percent numeric(12, 6),
  points text,
  applied_max text,
  class text,
  missing integer not null,
  not_applicable integer not null,
  change jsonb,
  -- Sums of the areas by node id: what a ranking shows without opening the whole result.
  areas jsonb not null,
  -- UnitResult of src/core/results with its nodes.
  result jsonb not null,
  primary key (authority_id, publication_id, unit_id),
  foreign key (authority_id, publication_id) references publication (authority_id, id)
);

create function published_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'publication'
    and to_jsonb(old) - 'is_public' = to_jsonb(new) - 'is_public' then return new; end if;
  raise exception 'what was published does not change' using errcode = 'restrict_violation';
end $$;
create trigger published_stays before update or delete on publication for each row execute function published_stays();
create trigger published_stays before update or delete on publication_unit for each row execute function published_stays();
create index publication_unit_by_unit on publication_unit (authority_id, unit_id);

grant select, insert, update, delete on framework to parindex_application;
grant select, insert, delete on framework_edit to parindex_application;
grant select, insert on framework_node, cycle_framework, stored_file, publication, publication_unit to parindex_application;
grant update (is_public) on publication to parindex_application;
grant select, insert, update on cycle, cycle_unit, score to parindex_application;
-- A document's description may be corrected; its file, its unit and its secrecy stay.
grant select, insert on evidence to parindex_application;
grant update (title, document_number, issued_on, issuer, version) on evidence to parindex_application;
grant select, insert, update, delete on unit_total to parindex_application;
grant select, insert, delete on score_evidence to parindex_application;

alter table framework enable row level security; alter table framework force row level security;
create policy own_authority on framework using (authority_id = actor_authority());
alter table framework_edit enable row level security; alter table framework_edit force row level security;
create policy own_authority on framework_edit using (authority_id = actor_authority());
alter table framework_node enable row level security; alter table framework_node force row level security;
create policy own_authority on framework_node using (authority_id = actor_authority() or acts_for('publicRead'));
alter table cycle enable row level security; alter table cycle force row level security;
create policy own_authority on cycle using (authority_id = actor_authority() or acts_for('publicRead'));
alter table cycle_framework enable row level security; alter table cycle_framework force row level security;
create policy own_authority on cycle_framework using (authority_id = actor_authority());
alter table cycle_unit enable row level security; alter table cycle_unit force row level security;
create policy own_authority on cycle_unit using (authority_id = actor_authority());
alter table score enable row level security; alter table score force row level security;
create policy visible_units on score using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table unit_total enable row level security; alter table unit_total force row level security;
create policy visible_units on unit_total using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table stored_file enable row level security; alter table stored_file force row level security;
create policy own_authority on stored_file using (authority_id = actor_authority());
alter table evidence enable row level security; alter table evidence force row level security;
create policy visible_units on evidence using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table score_evidence enable row level security; alter table score_evidence force row level security;
create policy visible_units on score_evidence using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table publication enable row level security; alter table publication force row level security;
create policy own_authority on publication using (authority_id = actor_authority() or (acts_for('publicRead') and is_public));
alter table publication_unit enable row level security; alter table publication_unit force row level security;
create policy own_authority on publication_unit using (authority_id = actor_authority()
  or (acts_for('publicRead') and exists (select from publication p where p.authority_id = publication_unit.authority_id and p.id = publication_id and p.is_public)));
