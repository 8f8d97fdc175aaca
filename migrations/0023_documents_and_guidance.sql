-- Documents with several files, uploads that go on after a break, what a submission saw, guidance papers.

-- A file on its way: the bytes stand in DATA_DIR/files/parts, `received` of them are synced. Gone once kept, or after a week of silence.
create table file_upload (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  person_id uuid not null,
  file_name text not null check (file_name <> ''),
  size integer not null check (size > 0),
  -- What the sender knows the file by, to find it again after a reload.
  fingerprint text not null,
  received integer not null default 0 check (received between 0 and size),
  started_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
);
create index file_upload_of_person on file_upload (authority_id, person_id, started_at);

-- Every version of a document's file; none is ever replaced. `findings`: what looks like personal data; null where the text cannot be read.
create table evidence_file (
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  evidence_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('softCopy', 'signedCopy', 'redactedCopy')),
  sha256 text not null,
  file_name text not null check (file_name <> ''),
  findings jsonb,
  -- What an office file says, for showing it in the page; null where a browser shows it by itself or it cannot be read.
  plain jsonb,
  added_at timestamptz not null default now(),
  added_by uuid references person (id),
  primary key (authority_id, evidence_id, number),
  foreign key (authority_id, unit_id, evidence_id) references evidence (authority_id, unit_id, id) on delete cascade,
  foreign key (authority_id, sha256) references stored_file (authority_id, sha256)
);
create index evidence_file_by_hash on evidence_file (authority_id, unit_id, sha256);

insert into evidence_file (authority_id, unit_id, evidence_id, number, kind, sha256, file_name, added_at, added_by)
  select authority_id, unit_id, id, 1, 'softCopy', file_sha256, file_name, created_at, created_by from evidence where file_sha256 is not null;

alter table evidence drop constraint titled_or_secret, drop constraint file_has_name;
alter table evidence drop column file_sha256, drop column file_name;
alter table evidence
  -- When the soft copy and the signed copy came (seed plan 4: the signed one came late).
  add column soft_copy_at timestamptz,
  add column signed_copy_at timestamptz,
  -- Nothing of the document is deleted before.
  add column retain_until date not null default (current_date + interval '10 years')::date,
  -- Who outside may read its redacted copy.
  add column is_public boolean not null default false,
  add constraint titled_or_secret check (case when secrecy = 'open' then title <> ''
    else title = '' and issuer is null and not is_public and coalesce(document_number, '') <> '' and issued_on is not null end);

create function evidence_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.retain_until >= current_date then
    raise exception 'a document is kept until its retention ends' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and new.retain_until < old.retain_until then
    raise exception 'the retention of a document is never shortened' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger evidence_stays before update or delete on evidence for each row execute function evidence_stays();

-- Of a secret document no file is kept, whoever asks.
create function file_of_open_document() returns trigger language plpgsql as $$
begin
  if exists (select from evidence e where e.id = new.evidence_id and e.secrecy <> 'open') then
    raise exception 'no file of a secret document is kept' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger file_of_open_document before insert on evidence_file for each row execute function file_of_open_document();

-- What a submission saw of each document; the hash of the submission covers it. Written anew when the sheet is submitted anew.
create table submitted_evidence (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  evidence_id uuid not null,
  seen jsonb not null,
  primary key (authority_id, cycle_id, unit_id, evidence_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  -- Of the unit's register or of one of its divisions.
  foreign key (authority_id, evidence_id) references evidence (authority_id, id)
);

-- Guidance, notices and documents to study, issued to units. Empty lists: for all. What was issued does not change; it is withdrawn with its reason.
create table guidance (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  kind text not null check (kind in ('guidance', 'notice', 'study')),
  title text not null check (title <> ''),
  document_number text,
  issued_on date,
  issuer text,
  words text not null default '',
  sha256 text,
  file_name text,
  cycle_id uuid,
  unit_kinds text[] not null default '{}',
  node_ids text[] not null default '{}',
  version integer not null default 1,
  withdrawn_because text check (withdrawn_because <> ''),
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  search text not null generated always as (fold(title || ' ' || coalesce(document_number, '') || ' ' || coalesce(issuer, ''))) stored,
  unique (authority_id, id),
  check ((sha256 is null) = (file_name is null)),
  check (node_ids = '{}' or cycle_id is not null),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, sha256) references stored_file (authority_id, sha256)
);
create index guidance_newest on guidance (authority_id, created_at desc, id desc);

-- That a unit has read a paper: the first of its people who said so.
create table guidance_reading (
  authority_id uuid not null references authority (id),
  guidance_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null references person (id),
  at timestamptz not null default now(),
  primary key (authority_id, guidance_id, unit_id),
  foreign key (authority_id, guidance_id) references guidance (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);

grant select, insert, update, delete on file_upload to parindex_application;
grant select, insert on evidence_file to parindex_application;
grant update (soft_copy_at, signed_copy_at, retain_until, is_public), delete on evidence to parindex_application;
grant select, insert, update, delete on submitted_evidence to parindex_application;
grant select, insert on guidance to parindex_application;
grant update (version, withdrawn_because) on guidance to parindex_application;
grant select, insert on guidance_reading to parindex_application;

alter table file_upload enable row level security; alter table file_upload force row level security;
create policy visible_units on file_upload using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table evidence_file enable row level security; alter table evidence_file force row level security;
-- A file is seen wherever its document is.
create policy with_its_document on evidence_file using (authority_id = actor_authority() and exists (select from evidence e where e.id = evidence_file.evidence_id));
alter table submitted_evidence enable row level security; alter table submitted_evidence force row level security;
create policy visible_units on submitted_evidence using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table guidance enable row level security; alter table guidance force row level security;
create policy own_authority on guidance using (authority_id = actor_authority());
alter table guidance_reading enable row level security; alter table guidance_reading force row level security;
create policy visible_units on guidance_reading using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));

-- Nobody outside reads more of a document than its redacted copy, and that only where it was opened.
create policy public_documents on evidence for select using (acts_for('publicRead') and is_public);
create policy public_copies on evidence_file for select using (acts_for('publicRead') and kind = 'redactedCopy'
  and exists (select from evidence e where e.id = evidence_file.evidence_id and e.is_public));
create policy public_copies on stored_file for select using (acts_for('publicRead')
  and exists (select from evidence_file f where f.authority_id = stored_file.authority_id and f.sha256 = stored_file.sha256 and f.kind = 'redactedCopy'));
