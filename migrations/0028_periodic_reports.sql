-- Periodic reports: which are asked for in a year, and what each unit filled in and sent.

create table report_demand (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  year integer not null check (year between 2000 and 2100),
  kind text not null check (kind in ('reform', 'advising', 'projects')),
  -- Periods of src/core/reporting/report-periods.ts.
  period text not null check (period ~ '^(month(0[1-9]|1[0-2])|quarter1|halfYear|nineMonths|year|adHoc)$'),
  -- Of an occasion: what is asked.
  title text check (title ~ '[^[:space:]]'),
  due_on date not null,
  -- The document that asks for it.
  demanded_by text not null default '',
  -- Absent where all units report.
  unit_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  check ((period = 'adHoc') = (title is not null)),
  unique (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create unique index report_demand_once on report_demand (authority_id, year, kind, period) where period <> 'adHoc';
create index report_demand_of_year on report_demand (authority_id, year, due_on, id);

create table unit_report (
  authority_id uuid not null references authority (id),
  demand_id uuid not null,
  unit_id uuid not null,
  -- ReportForm of src/core/reporting/report-form.ts.
  form jsonb not null check (jsonb_typeof(form) = 'object'),
  soft_copy_at timestamptz,
  signed_copy_at timestamptz,
  -- Of the signed copy.
  number text not null default '',
  -- The paper that was composed from it last.
  paper_id uuid,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, demand_id, unit_id),
  foreign key (authority_id, demand_id) references report_demand (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, paper_id) references paper (authority_id, id) on delete set null (paper_id)
);
create index unit_report_of_unit on unit_report (authority_id, unit_id);

grant select, insert, update, delete on report_demand to parindex_application;
grant select, insert on unit_report to parindex_application;
grant update (form, soft_copy_at, signed_copy_at, number, paper_id, version, changed_at, changed_by) on unit_report to parindex_application;

alter table report_demand enable row level security; alter table report_demand force row level security;
create policy own_authority on report_demand using (authority_id = actor_authority());
alter table unit_report enable row level security; alter table unit_report force row level security;
create policy visible_units on unit_report using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
