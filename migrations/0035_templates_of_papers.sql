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
