-- Papers that a unit writes for itself, and batches: one paper for each unit of a cycle, together in one archive.

-- Absent where the paper is the authority's.
alter table paper add column owner_unit_id uuid;
alter table paper add foreign key (authority_id, owner_unit_id) references unit (authority_id, id);
create index paper_of_owner on paper (authority_id, owner_unit_id, created_at desc, id desc);

-- A paper of a unit is seen by that unit alone and by whoever sees all units; one of the authority as before.
drop policy whole_authority on paper;
create policy own_papers on paper using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or owner_unit_id = any ((select actor_units())::uuid[])));
drop policy whole_authority on paper_basis;
create policy with_paper on paper_basis using (authority_id = actor_authority()
  and exists (select from paper p where p.authority_id = paper_basis.authority_id and p.id = paper_basis.paper_id));

create table paper_batch (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  kind text not null check (kind in ('scoreSheet', 'resultNotice')),
  format text not null check (format in ('docx', 'pdf')),
  cycle_id uuid not null,
  unit_group text,
  -- PaperDetails, the same on every paper.
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  -- The job that works or worked on it last (old jobs are cleared away); after a stop another takes up what is there.
  job_id uuid not null,
  archive_sha256 text,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  unique (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, archive_sha256) references stored_file (authority_id, sha256)
);
create index paper_batch_newest on paper_batch (authority_id, created_at desc, id desc);

create table paper_batch_file (
  authority_id uuid not null references authority (id),
  batch_id uuid not null,
  unit_id uuid not null,
  sha256 text not null,
  primary key (authority_id, batch_id, unit_id),
  foreign key (authority_id, batch_id) references paper_batch (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, sha256) references stored_file (authority_id, sha256)
);

grant select, insert, delete on paper_batch to parindex_application;
grant update (job_id, archive_sha256) on paper_batch to parindex_application;
grant select, insert, delete on paper_batch_file to parindex_application;
alter table paper_batch enable row level security; alter table paper_batch force row level security;
create policy whole_authority on paper_batch using (authority_id = actor_authority() and (select actor_sees_all_units()));
alter table paper_batch_file enable row level security; alter table paper_batch_file force row level security;
create policy whole_authority on paper_batch_file using (authority_id = actor_authority() and (select actor_sees_all_units()));
