-- Signed or stamped copies of what is submitted and published, the leaves that have no documents and why.

-- What a cycle asks for before a unit submits, and before results are published.
alter table cycle
  add column submission_demand text not null default 'none' check (submission_demand in ('none', 'scan', 'signature', 'either')),
  add column publication_demand text not null default 'none' check (publication_demand in ('none', 'scan', 'signature', 'either'));

-- A copy, bound to the hash of the version of which it is one; never changed, so that it can be shown as it was accepted.
create table version_copy (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  -- Absent for the publication of a cycle.
  unit_id uuid,
  subject text not null check (subject in ('submission', 'publication')),
  kind text not null check (kind in ('scan', 'signature')),
  -- SHA-256 of the canonical form of what was frozen.
  version_hash text not null check (version_hash ~ '^[0-9a-f]{64}$'),
  sha256 text not null,
  file_name text not null check (file_name <> ''),
  -- Signer, issuer, moments and validity as they were read when it came; empty for a scan.
  signatures jsonb not null default '[]' check (jsonb_typeof(signatures) = 'array'),
  added_at timestamptz not null default now(),
  added_by uuid not null references person (id),
  constraint unit_of_submission check ((subject = 'submission') = (unit_id is not null)),
  constraint signature_is_read check ((kind = 'signature') = (jsonb_array_length(signatures) > 0)),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, sha256) references stored_file (authority_id, sha256)
);
-- The same file for the same version is one copy.
create unique index version_copy_once on version_copy (authority_id, cycle_id, subject, unit_id, version_hash, sha256, kind) nulls not distinct;
create index version_copy_of_unit on version_copy (authority_id, unit_id) where unit_id is not null;

alter table version_copy enable row level security; alter table version_copy force row level security;
create policy visible_units on version_copy using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
grant select, insert on version_copy to parindex_application;

-- "Không có tài liệu kiểm chứng": declared at a leaf, with the reason.
create table evidence_absence (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null check (node_id <> ''),
  reason text not null check (is_written(reason) and length(reason) <= 2000),
  declared_at timestamptz not null default now(),
  declared_by uuid not null references person (id),
  version integer not null default 1,
  primary key (authority_id, cycle_id, unit_id, node_id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create index evidence_absence_of_unit on evidence_absence (authority_id, unit_id);
alter table evidence_absence enable row level security; alter table evidence_absence force row level security;
create policy visible_units on evidence_absence using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or unit_id = any ((select actor_units())::uuid[])
  or (cycle_id, unit_id, node_id) in (
    select l.cycle_id, l.unit_id, l.node_id from division_leaf l where l.division_id = any ((select actor_units())::uuid[]))));
grant select, insert, update, delete on evidence_absence to parindex_application;
