-- A unit's self-assessment by its divisions, and questions at single leaves.

-- The part of a unit's self-assessment that one division answers for, from handing it out until the Office takes it in.
create table division_part (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  division_id uuid not null,
  state text not null default 'working' check (state in ('working', 'finished', 'handedIn', 'merged')),
  version integer not null default 1,
  -- Who brought it into its state, and why where it was given back, or taken in before the division handed it in.
  reason text check (is_written(reason)),
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  -- The head of the division who handed it in last.
  handed_in_at timestamptz,
  handed_in_by uuid references person (id),
  primary key (authority_id, cycle_id, unit_id, division_id),
  constraint handed_in_by_somebody check ((handed_in_at is null) = (handed_in_by is null)),
  constraint handed_in check (state <> 'handedIn' or handed_in_at is not null),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, division_id) references unit (authority_id, id)
);

-- The leaves of a part, as the assignment gave them when it was handed out or last changed.
create table division_leaf (
  authority_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  division_id uuid not null,
  node_id text not null,
  duty text not null check (duty in ('lead', 'coordinating')),
  primary key (authority_id, cycle_id, unit_id, division_id, node_id),
  foreign key (authority_id, cycle_id, unit_id, division_id)
    references division_part (authority_id, cycle_id, unit_id, division_id) on delete cascade
);
create index division_leaf_of on division_leaf (authority_id, division_id);

-- Whoever acts may have others told of it (a part was handed in, a question asked); what others are told nobody reads.
create policy tell on notice using (authority_id = actor_authority() and acts_for('tell'));

-- What a unit, its divisions and its appraisers ask each other at one leaf.
create table question (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  -- Whom the thread is between: those who work for the unit alone, or the unit and whoever appraises it.
  circle text not null check (circle in ('unit', 'appraisal')),
  -- Which side began, and whether the other has answered what was said last.
  asked_by text not null check (asked_by in ('unit', 'appraisal')),
  state text not null default 'open' check (state in ('open', 'answered')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (authority_id, id),
  constraint sides_of_circle check (circle = 'appraisal' or asked_by = 'unit'),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);
create index question_of_leaf on question (authority_id, cycle_id, unit_id, node_id, created_at, id);

-- Append only: what was said stays said.
create table question_message (
  authority_id uuid not null,
  question_id uuid not null,
  position integer not null check (position > 0),
  side text not null check (side in ('unit', 'appraisal')),
  -- The division for which somebody speaks who works in one.
  division_id uuid,
  text text not null check (is_written(text)),
  said_at timestamptz not null default now(),
  said_by uuid not null references person (id),
  primary key (authority_id, question_id, position),
  foreign key (authority_id, question_id) references question (authority_id, id) on delete cascade,
  foreign key (authority_id, division_id) references unit (authority_id, id)
);

-- A unit proves with documents of its own register, or of one of its divisions.
alter table score_evidence add column evidence_unit_id uuid;
update score_evidence set evidence_unit_id = unit_id;
create function own_register_by_default() returns trigger language plpgsql as $$ begin
  new.evidence_unit_id := coalesce(new.evidence_unit_id, new.unit_id);
  if new.evidence_unit_id <> new.unit_id and not exists (
    select from unit u where u.authority_id = new.authority_id and u.id = new.evidence_unit_id and u.parent_id = new.unit_id and u.kind = 'division')
  then
    raise exception 'a unit proves with documents of its own or of its divisions' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;
create trigger own_register_by_default before insert on score_evidence for each row execute function own_register_by_default();
do $$ declare old text; begin
  select conname into old from pg_constraint
  where conrelid = 'score_evidence'::regclass and contype = 'f' and confrelid = 'evidence'::regclass;
  execute format('alter table score_evidence drop constraint %I', old);
end $$;
alter table score_evidence
  alter column evidence_unit_id set not null,
  add constraint score_evidence_of_register foreign key (authority_id, evidence_unit_id, evidence_id) references evidence (authority_id, unit_id, id);

grant select, insert, update, delete on division_part to parindex_application;
grant select, insert, update, delete on division_leaf to parindex_application;
grant select, insert, update on question to parindex_application;
grant select, insert on question_message to parindex_application;

alter table division_part enable row level security; alter table division_part force row level security;
create policy own_work on division_part using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or unit_id = any ((select actor_units())::uuid[]) or division_id = any ((select actor_units())::uuid[])));
alter table division_leaf enable row level security; alter table division_leaf force row level security;
create policy own_work on division_leaf using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or unit_id = any ((select actor_units())::uuid[]) or division_id = any ((select actor_units())::uuid[])));

-- Whoever works in a division sees and changes what the unit claims at the leaves of that division, and no other.
alter policy visible_units on score using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or unit_id = any ((select actor_units())::uuid[])
  or (round = 'claimed' and (cycle_id, unit_id, node_id) in (
    select l.cycle_id, l.unit_id, l.node_id from division_leaf l where l.division_id = any ((select actor_units())::uuid[])))));
alter policy visible_units on score_evidence using (authority_id = actor_authority() and ((select actor_sees_all_units())
  or unit_id = any ((select actor_units())::uuid[])
  or (cycle_id, unit_id, node_id) in (
    select l.cycle_id, l.unit_id, l.node_id from division_leaf l where l.division_id = any ((select actor_units())::uuid[]))));
-- Documents at those leaves are read, whoever of the unit added them; they are changed where they are kept.
create policy at_own_leaf on evidence for select using (authority_id = actor_authority() and not (select actor_sees_all_units())
  and id in (select e.evidence_id from score_evidence e join division_leaf l using (authority_id, cycle_id, unit_id, node_id)
    where l.division_id = any ((select actor_units())::uuid[])));

alter table question enable row level security; alter table question force row level security;
create policy own_leaves on question using (authority_id = actor_authority() and (
  ((select actor_sees_all_units()) and circle = 'appraisal')
  or unit_id = any ((select actor_units())::uuid[])
  or (cycle_id, unit_id, node_id) in (
    select l.cycle_id, l.unit_id, l.node_id from division_leaf l where l.division_id = any ((select actor_units())::uuid[]))));
alter table question_message enable row level security; alter table question_message force row level security;
create policy own_leaves on question_message using (authority_id = actor_authority()
  and exists (select from question q where q.authority_id = question_message.authority_id and q.id = question_id));
