-- After a result: what was lost and why, who does what about it, how it goes; and results of years before this system, entered from their papers.

create table past_result (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  -- PastResult of src/core/improvement.
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  unique (authority_id, id),
  unique (authority_id, unit_id, year),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);

create table improvement_plan (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  action_year integer not null check (action_year between 2000 and 2100),
  title text not null check (title ~ '[^[:space:]]'),
  -- What it starts from; a copy of an earlier plan may have neither yet.
  publication_id uuid,
  past_result_id uuid,
  stage text not null default 'draft' check (stage in ('draft', 'approved', 'closed')),
  -- `parindex/plan@1`.
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  check (num_nonnulls(publication_id, past_result_id) <= 1),
  unique (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id),
  foreign key (authority_id, publication_id) references publication (authority_id, id),
  foreign key (authority_id, past_result_id) references past_result (authority_id, id)
);
create index improvement_plan_of_unit on improvement_plan (authority_id, unit_id, action_year desc, id);

-- Each approval, as it was approved.
create table approved_plan (
  authority_id uuid not null references authority (id),
  plan_id uuid not null,
  edition integer not null check (edition > 0),
  number text not null default '',
  approved_on date not null,
  approved_by uuid not null references person (id),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  created_at timestamptz not null default now(),
  primary key (authority_id, plan_id, edition),
  foreign key (authority_id, plan_id) references improvement_plan (authority_id, id)
);

create table task_progress (
  id bigint generated always as identity primary key,
  authority_id uuid not null references authority (id),
  plan_id uuid not null,
  task_id text not null check (task_id <> ''),
  reported_on date not null,
  reported_at timestamptz not null default now(),
  reported_by uuid not null references person (id),
  state text not null check (state in ('notStarted', 'inProgress', 'done', 'cancelled')),
  share integer not null check (share between 0 and 100),
  note text not null default '',
  evidence_id uuid references evidence (id),
  period text check (period in ('quarter1', 'halfYear', 'nineMonths', 'year')),
  foreign key (authority_id, plan_id) references improvement_plan (authority_id, id)
);
create index task_progress_of_plan on task_progress (authority_id, plan_id, id);

create function approval_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was approved or reported does not change' using errcode = 'restrict_violation';
end $$;
create trigger approval_stays before update or delete on approved_plan for each row execute function approval_stays();
create trigger approval_stays before update or delete on task_progress for each row execute function approval_stays();

grant select, insert on past_result, improvement_plan, approved_plan, task_progress to parindex_application;
grant update (document, version, changed_at, changed_by) on past_result to parindex_application;
grant update (action_year, title, publication_id, past_result_id, stage, document, version, changed_at, changed_by)
  on improvement_plan to parindex_application;

alter table past_result enable row level security; alter table past_result force row level security;
create policy visible_units on past_result using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table improvement_plan enable row level security; alter table improvement_plan force row level security;
create policy visible_units on improvement_plan using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
-- What hangs on a plan is seen with it: the plan's own policy decides.
alter table approved_plan enable row level security; alter table approved_plan force row level security;
create policy with_plan on approved_plan using (authority_id = actor_authority()
  and exists (select from improvement_plan p where p.authority_id = approved_plan.authority_id and p.id = approved_plan.plan_id));
alter table task_progress enable row level security; alter table task_progress force row level security;
create policy with_plan on task_progress using (authority_id = actor_authority()
  and exists (select from improvement_plan p where p.authority_id = task_progress.authority_id and p.id = task_progress.plan_id));
