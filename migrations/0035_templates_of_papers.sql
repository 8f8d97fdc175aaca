-- How an authority words its papers: templates that came as Word files, version by version, and which of them is in force.

create table paper_template (
  authority_id uuid not null references authority (id),
  -- A kind of src/language/reports/paper-kind-words.ts.
  kind text not null check (kind <> ''),
  version integer not null check (version > 0),
  -- PaperTemplate of src/reports/templates/template.ts.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  file_name text not null,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  primary key (authority_id, kind, version)
);

create table paper_template_use (
  authority_id uuid not null references authority (id),
  kind text not null check (kind <> ''),
  -- Absent: the wording of the program.
  template_version integer,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, kind),
  foreign key (authority_id, kind, template_version) references paper_template (authority_id, kind, version)
);

grant select, insert on paper_template to parindex_application;
grant select, insert on paper_template_use to parindex_application;
grant update (template_version, version, changed_at, changed_by) on paper_template_use to parindex_application;

alter table paper_template enable row level security; alter table paper_template force row level security;
create policy own_authority on paper_template using (authority_id = actor_authority());
alter table paper_template_use enable row level security; alter table paper_template_use force row level security;
create policy own_authority on paper_template_use using (authority_id = actor_authority());

-- Issued papers of the authority that everybody may read, as a file that stays what it was.
create table paper_posting (
  authority_id uuid not null references authority (id),
  paper_id uuid not null,
  sha256 text not null,
  posted_at timestamptz not null default now(),
  posted_by uuid references person (id),
  primary key (authority_id, paper_id),
  foreign key (authority_id, paper_id) references paper (authority_id, id),
  foreign key (authority_id, sha256) references stored_file (authority_id, sha256)
);
grant select, insert, delete on paper_posting to parindex_application;
alter table paper_posting enable row level security; alter table paper_posting force row level security;
create policy whole_authority on paper_posting using (authority_id = actor_authority() and (select actor_sees_all_units()));
create policy posted_papers on paper_posting for select using (acts_for('publicRead'));
create policy posted_papers on paper for select using (acts_for('publicRead')
  and exists (select from paper_posting p where p.authority_id = paper.authority_id and p.paper_id = paper.id));
create policy posted_papers on stored_file for select using (acts_for('publicRead')
  and exists (select from paper_posting p where p.authority_id = stored_file.authority_id and p.sha256 = stored_file.sha256));
