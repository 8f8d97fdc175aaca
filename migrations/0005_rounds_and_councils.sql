-- Rounds beyond the first appraisal: explanation with its clock, council with its votes; who is on a council, who appraises what, who has an interest;
-- later deadlines for single units.

-- How many days a unit has to explain once the results of the first appraisal were sent to it.
alter table cycle add column explanation_days integer not null default 5 check (explanation_days between 1 and 90);
alter table cycle_unit
  -- The first moment at which explaining is closed for this unit; set when its results are sent.
  add column explanation_closes timestamptz;
-- The version of the claim that a decision saw. A score of version 0 in a later round was carried over from the round before: nobody decided it there.
alter table score add column claimed_version integer;

-- What a unit says to the points given to it, leaf by leaf, and what it was asked.
create table explanation (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  request text,
  requested_by uuid,
  requested_at timestamptz,
  answer text check (answer in ('agreed', 'disputed')),
  explanation text,
  -- The version of the decision that the unit answered to.
  decision_version integer,
  answered_by uuid,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, cycle_id, unit_id, node_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id),
  foreign key (authority_id, requested_by) references person (authority_id, id),
  foreign key (authority_id, answered_by) references person (authority_id, id),
  constraint dispute_is_explained check (answer is distinct from 'disputed' or coalesce(explanation, '') ~ '[^[:space:]]'),
  constraint asked_or_answered check (request is not null or answer is not null)
);

-- Documents handed in with an explanation, of the unit's own register.
create table explanation_evidence (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  evidence_id uuid not null,
  primary key (authority_id, cycle_id, unit_id, node_id, evidence_id),
  foreign key (authority_id, cycle_id, unit_id, node_id) references explanation (authority_id, cycle_id, unit_id, node_id),
  foreign key (authority_id, unit_id, evidence_id) references evidence (authority_id, unit_id, id)
);

-- The appraisal council of a cycle and the team that assists it, each set up by a decision.
create table council (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  kind text not null check (kind in ('council', 'team')),
  decision_number text not null check (decision_number <> ''),
  decided_on date not null,
  version integer not null default 1,
  primary key (authority_id, cycle_id, kind),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade
);
create table council_member (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  kind text not null,
  person_id uuid not null,
  role text not null check (role in ('chair', 'secretary', 'member', 'lead')),
  valid daterange not null default daterange(null, null) check (not isempty(valid)),
  primary key (authority_id, cycle_id, kind, person_id),
  foreign key (authority_id, cycle_id, kind) references council (authority_id, cycle_id, kind) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id)
);

-- Who appraises which area ('' is all) of which unit (none is every unit of the group). A cycle without any is appraised by every appraiser.
create table appraisal_assignment (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  person_id uuid not null,
  unit_group text not null,
  unit_id uuid,
  node_id text not null default '',
  unique nulls not distinct (authority_id, cycle_id, person_id, unit_group, unit_id, node_id),
  foreign key (authority_id, cycle_id, unit_group) references cycle_framework (authority_id, cycle_id, unit_group) on delete cascade,
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id)
);

-- An interest that somebody has in a unit, declared or found in their service there, and what the chair said to it.
create table declared_interest (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  reason text not null check (reason ~ '[^[:space:]]'),
  declared_by uuid not null,
  declared_at timestamptz not null default now(),
  waived_by uuid,
  waived_at timestamptz,
  waiver_reason text,
  primary key (authority_id, cycle_id, person_id, unit_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, person_id) references person (authority_id, id),
  constraint waived_by_another check (waived_by is distinct from person_id),
  constraint waiver_has_reason check ((waived_by is null) = (waiver_reason is null) and (waived_by is null) = (waived_at is null)
    and coalesce(waiver_reason, 'x') ~ '[^[:space:]]')
);

-- How the council voted on one leaf, with the very figures it had before it.
create table council_vote (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against between 0 and votes_for),
  abstained integer not null check (abstained >= 0),
  seen jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (authority_id, cycle_id, unit_id, node_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id),
  constraint somebody_votes check (votes_for + votes_against > 0)
);

-- A later deadline for one unit, as it was granted. What holds stands in cycle_unit; this is why.
create table deadline_extension (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  subject text not null check (subject in ('selfAssessment', 'explanation')),
  closes timestamptz not null,
  reason text not null check (reason ~ '[^[:space:]]'),
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, granted_by) references person (authority_id, id)
);
create index deadline_extension_of_cycle on deadline_extension (authority_id, cycle_id, granted_at desc);

-- A cycle, its units and its frameworks may be taken back while it is prepared, and only then.
create function only_while_prepared() returns trigger language plpgsql as $$
declare
  stage text := case when tg_table_name = 'cycle' then to_jsonb(old)->>'stage' else
    (select c.stage from cycle c where c.authority_id = old.authority_id and c.id = (to_jsonb(old)->>'cycle_id')::uuid) end;
begin
  if coalesce(stage, 'preparing') <> 'preparing' then
    raise exception 'a cycle that was opened stays' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger only_while_prepared before delete on cycle for each row execute function only_while_prepared();
create trigger only_while_prepared before delete on cycle_framework for each row execute function only_while_prepared();
create trigger only_while_prepared before delete on cycle_unit for each row execute function only_while_prepared();

grant delete on cycle, cycle_framework, cycle_unit to parindex_application;
grant select, insert, update on explanation, council_vote to parindex_application;
grant select, insert, delete on explanation_evidence, appraisal_assignment to parindex_application;
grant select, insert, update, delete on council, council_member to parindex_application;
grant select, insert, update on declared_interest to parindex_application;
grant select, insert on deadline_extension to parindex_application;

alter table explanation enable row level security; alter table explanation force row level security;
create policy visible_units on explanation using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table explanation_evidence enable row level security; alter table explanation_evidence force row level security;
create policy visible_units on explanation_evidence using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table council_vote enable row level security; alter table council_vote force row level security;
create policy visible_units on council_vote using (authority_id = actor_authority() and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
alter table council enable row level security; alter table council force row level security;
create policy own_authority on council using (authority_id = actor_authority());
alter table council_member enable row level security; alter table council_member force row level security;
create policy own_authority on council_member using (authority_id = actor_authority());
alter table appraisal_assignment enable row level security; alter table appraisal_assignment force row level security;
create policy own_authority on appraisal_assignment using (authority_id = actor_authority());
alter table declared_interest enable row level security; alter table declared_interest force row level security;
create policy own_authority on declared_interest using (authority_id = actor_authority());
alter table deadline_extension enable row level security; alter table deadline_extension force row level security;
create policy own_authority on deadline_extension using (authority_id = actor_authority());
