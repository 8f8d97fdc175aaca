-- What was entered for a leaf whose points come from a rule: facts by name, in each round its own. Null where points were typed.
alter table score
  add column inputs jsonb,
  add constraint inputs_are_a_record check (inputs is null or jsonb_typeof(inputs) = 'object'),
  -- A rule may itself find that a leaf does not arise (nothing of nothing): then the facts are the basis.
  drop constraint basis_when_not_applicable,
  add constraint basis_when_not_applicable check (status <> 'notApplicable' or inputs is not null
    or coalesce(explanation, '') || coalesce(reason, '') ~ '[^[:space:]]');
