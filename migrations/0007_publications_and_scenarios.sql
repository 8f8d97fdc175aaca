-- Why every leaf was given what it was, frozen with the publication; what of it the public sees; petitions on results; what-if and robustness.

alter table publication
  -- What everybody may see once `is_public`; a part by itself. src/core/publication/public-parts.ts says what rests on what.
  add column public_parts text[] not null default '{ranking,sheets,openData}'
    check (public_parts <@ '{ranking,sheets,reasons,openData}'::text[]),
  -- The first moment at which no petition is taken any more; null where none is taken at all.
  add column petitions_close timestamptz;

create or replace function published_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'publication'
    and to_jsonb(old) - '{is_public,public_parts}'::text[] = to_jsonb(new) - '{is_public,public_parts}'::text[] then return new; end if;
  raise exception 'what was published does not change' using errcode = 'restrict_violation';
end $$;
grant update (public_parts) on publication to parindex_application;

-- The grounds of one unit's leaves. The bundle of the publication holds their hash, these rows their words: so words can be kept from whom they are
-- not for, and the bundle still verifies.
create table publication_ground (
  authority_id uuid not null references authority (id),
  publication_id uuid not null,
  unit_id uuid not null,
  -- LeafGround of src/core/publication by node id.
  grounds jsonb not null,
  primary key (authority_id, publication_id, unit_id),
  foreign key (authority_id, publication_id) references publication (authority_id, id)
);
create trigger published_stays before update or delete on publication_ground for each row execute function published_stays();
grant select, insert on publication_ground to parindex_application;

create function shows_reasons(of_authority uuid, of_publication uuid) returns boolean language sql stable parallel safe
  return exists (select from publication p where p.authority_id = of_authority and p.id = of_publication and p.is_public
    and p.public_parts @> '{sheets,reasons}'::text[]);
alter table publication_ground enable row level security; alter table publication_ground force row level security;
create policy who_may_read on publication_ground for select using (
  (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])))
  or ((authority_id = actor_authority() or acts_for('publicRead')) and shows_reasons(authority_id, publication_id)));
create policy who_may_write on publication_ground for insert with check (authority_id = actor_authority() and (select actor_sees_all_units()));

-- A unit asks to have its published result looked at again.
create table petition (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  publication_id uuid not null,
  unit_id uuid not null,
  -- Of the receipt; counted within the publication.
  number integer not null,
  -- The leaves it is about; none is the result as a whole.
  node_ids text[] not null default '{}',
  request text not null check (request ~ '[^[:space:]]'),
  filed_at timestamptz not null default now(),
  filed_by uuid not null references person (id),
  outcome text check (outcome in ('accepted', 'partlyAccepted', 'rejected')),
  answer text,
  answered_at timestamptz,
  answered_by uuid references person (id),
  -- The publication in which the result was corrected.
  corrected_by_id uuid,
  version integer not null default 1,
  unique (authority_id, publication_id, number),
  constraint answered_whole check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)
    and (outcome is null or coalesce(answer, '') ~ '[^[:space:]]')),
  constraint corrected_when_accepted check (corrected_by_id is null or coalesce(outcome, '') in ('accepted', 'partlyAccepted')),
  foreign key (authority_id, publication_id) references publication (authority_id, id),
  foreign key (authority_id, corrected_by_id) references publication (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create index petition_of_unit on petition (authority_id, unit_id);
grant select, insert on petition to parindex_application;
grant update (outcome, answer, answered_at, answered_by, corrected_by_id, version) on petition to parindex_application;
alter table petition enable row level security; alter table petition force row level security;
create policy visible_units on petition using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));

-- What somebody tried on a copy; theirs alone.
create table scenario (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  person_id uuid not null references person (id),
  -- The group of a cycle it was tried on.
  cycle_id uuid not null,
  unit_group text not null,
  name text not null check (name ~ '[^[:space:]]'),
  -- Edits of src/core/results/edits.ts, in order.
  edits jsonb not null check (jsonb_typeof(edits) = 'array'),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  unique (authority_id, person_id, cycle_id, unit_group, name),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id)
);
grant select, insert, update, delete on scenario to parindex_application;
alter table scenario enable row level security; alter table scenario force row level security;
create policy own_person on scenario using (authority_id = actor_authority()
  and person_id = nullif(current_setting('parindex.person', true), '')::uuid);

-- How firm the ranks of a published group are; computed once per group and noise, as what it is computed from never changes.
create table robustness_run (
  authority_id uuid not null references authority (id),
  publication_id uuid not null,
  unit_group text not null,
  -- In percent of each weight.
  noise integer not null check (noise between 1 and 100),
  replications integer not null check (replications between 1 and 100000),
  seed integer not null,
  done integer not null default 0,
  started_at timestamptz not null default now(),
  -- When it last gave a sign: a run that fell silent is taken up by another node.
  seen_at timestamptz not null default now(),
  result jsonb,
  primary key (authority_id, publication_id, unit_group, noise),
  foreign key (authority_id, publication_id) references publication (authority_id, id)
);
grant select, insert, update on robustness_run to parindex_application;
alter table robustness_run enable row level security; alter table robustness_run force row level security;
create policy own_authority on robustness_run using (authority_id = actor_authority());

-- The number of the next receipt. A unit sees its own petitions alone, so it cannot count those of others.
create table petition_count (
  authority_id uuid not null references authority (id),
  publication_id uuid not null,
  filed integer not null default 0,
  primary key (authority_id, publication_id),
  foreign key (authority_id, publication_id) references publication (authority_id, id)
);
grant select, insert, update on petition_count to parindex_application;
alter table petition_count enable row level security; alter table petition_count force row level security;
create policy own_authority on petition_count using (authority_id = actor_authority());
