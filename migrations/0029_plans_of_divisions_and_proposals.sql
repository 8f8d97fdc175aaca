-- Plans seen from the divisions of an agency, what becomes of what units recommend on the criteria, and the budget of a cycle.

alter policy visible_units on past_result using (authority_id = actor_authority() and actor_works_for(unit_id));
alter policy visible_units on improvement_plan using (authority_id = actor_authority() and actor_works_for(unit_id));

-- What the office that owns the method answers to a recommendation on the criteria; the recommendation itself stands in the plan.
create table recommendation_answer (
  authority_id uuid not null references authority (id),
  plan_id uuid not null,
  recommendation_id text not null check (recommendation_id <> ''),
  outcome text not null check (outcome in ('takenUp', 'considering', 'declined')),
  text text not null check (text ~ '[^[:space:]]'),
  -- The draft of the next version for which it is a proposal.
  framework_id uuid,
  answered_on date not null,
  answered_by uuid not null references person (id),
  version integer not null default 1,
  primary key (authority_id, plan_id, recommendation_id),
  constraint proposal_is_taken_up check (framework_id is null or outcome = 'takenUp'),
  foreign key (authority_id, plan_id) references improvement_plan (authority_id, id),
  foreign key (authority_id, framework_id) references framework (authority_id, id) on delete set null (framework_id)
);
create index recommendation_answer_for on recommendation_answer (authority_id, framework_id) where framework_id is not null;

-- The estimate of a cycle: drawn up by the office that conducts it, appraised by the unit in charge of finance.
create table cycle_budget (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  finance_unit_id uuid,
  stage text not null default 'draft' check (stage in ('draft', 'submitted', 'appraised')),
  -- Lines with id, item, amount and, once appraised, what is allowed and why.
  lines jsonb not null default '[]' check (jsonb_typeof(lines) = 'array'),
  opinion text,
  appraised_on date,
  appraised_by uuid references person (id),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, cycle_id),
  constraint submitted_to_somebody check (stage = 'draft' or finance_unit_id is not null),
  constraint appraised_whole check ((stage = 'appraised') = (appraised_on is not null and appraised_by is not null)),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, finance_unit_id) references unit (authority_id, id)
);
grant select, insert, update on recommendation_answer, cycle_budget to parindex_application;

alter table recommendation_answer enable row level security; alter table recommendation_answer force row level security;
create policy with_plan on recommendation_answer using (authority_id = actor_authority()
  and exists (select from improvement_plan p where p.authority_id = recommendation_answer.authority_id and p.id = recommendation_answer.plan_id));
alter table cycle_budget enable row level security; alter table cycle_budget force row level security;
create policy whole_authority_or_finance on cycle_budget using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or finance_unit_id = any ((select actor_units())::uuid[])));
