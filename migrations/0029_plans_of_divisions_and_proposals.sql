-- Plans seen from the divisions of an agency and what becomes of what units recommend on the criteria.

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

grant select, insert, update on recommendation_answer to parindex_application;

alter table recommendation_answer enable row level security; alter table recommendation_answer force row level security;
create policy with_plan on recommendation_answer using (authority_id = actor_authority()
  and exists (select from improvement_plan p where p.authority_id = recommendation_answer.authority_id and p.id = recommendation_answer.plan_id));
