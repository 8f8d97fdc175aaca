-- Surveys: what is asked, of whom, and the identities of those who are asked. Answers stand in 0012, and nothing leads from one to the other.
-- docs/decisions/0020.

create table survey (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  title text not null check (title <> ''),
  stage text not null default 'draft' check (stage in ('draft', 'collecting', 'closed')),
  -- The cycle whose leaves get its points.
  cycle_id uuid,
  -- A file parindex/questionnaire@1; frozen, with the SHA-256 of its canonical form, once collecting starts.
  questionnaire jsonb not null,
  questionnaire_hash text,
  opens_on date,
  closes_on date,
  -- A response given in fewer seconds is marked, never dropped.
  too_fast_seconds integer not null default 60 check (too_fast_seconds between 0 and 3600),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  -- How many identities were erased when the fieldwork ended, and when.
  identities_erased integer,
  closed_at timestamptz,
  unique (authority_id, id),
  -- A cycle may go while it is prepared; its survey stays.
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete set null (cycle_id),
  check (closes_on is null or opens_on is null or closes_on >= opens_on),
  check ((stage = 'draft') = (questionnaire_hash is null)),
  check ((stage = 'closed') = (closed_at is not null and identities_erased is not null))
);
create index survey_by_cycle on survey (authority_id, cycle_id);

-- What was asked stays what was asked, and a survey never goes back.
create function survey_stays() returns trigger language plpgsql as $$
begin
  if old.stage <> 'draft' and (new.questionnaire, new.questionnaire_hash) is distinct from (old.questionnaire, old.questionnaire_hash) then
    raise exception 'a questionnaire does not change once it is asked' using errcode = 'restrict_violation';
  end if;
  if array_position(array['draft', 'collecting', 'closed'], new.stage) < array_position(array['draft', 'collecting', 'closed'], old.stage) then
    raise exception 'a survey does not go back' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger survey_stays before update on survey for each row execute function survey_stays();

-- Units assessed × groups of respondents: how many there are, how many answers are wanted, how many were asked by name.
create table survey_stratum (
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  -- '' where the questionnaire has no groups.
  respondent_group text not null,
  population integer check (population >= 0),
  wanted integer not null default 0 check (wanted >= 0),
  invited integer not null default 0 check (invited >= 0),
  primary key (authority_id, survey_id, unit_id, respondent_group),
  foreign key (authority_id, survey_id) references survey (authority_id, id),
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);

-- Questions kept for the next survey.
create table survey_question (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  question jsonb not null,
  topic text not null default '',
  created_at timestamptz not null default now(),
  search text not null,
  unique (authority_id, id)
);

-- Who is asked by name. Erased when the fieldwork ends; a number in the list is what is drawn by, never the name.
create table survey_respondent (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  respondent_group text not null,
  list_number integer not null,
  name text not null,
  contact text not null default '',
  place text not null check (place in ('listed', 'sample', 'reserve')) default 'listed',
  unique (authority_id, survey_id, list_number),
  unique (authority_id, id),
  foreign key (authority_id, survey_id, unit_id, respondent_group)
    references survey_stratum (authority_id, survey_id, unit_id, respondent_group)
);
create index survey_respondent_by_stratum on survey_respondent (authority_id, survey_id, unit_id, respondent_group, list_number);

grant select, insert, update on survey, survey_stratum to parindex_application;
grant select, insert, update, delete on survey_question, survey_respondent to parindex_application;
grant delete on survey_stratum to parindex_application;

alter table survey enable row level security; alter table survey force row level security;
create policy own_authority on survey using (authority_id = actor_authority());
create policy answering on survey for select using (acts_for('survey') and stage = 'collecting');
alter table survey_stratum enable row level security; alter table survey_stratum force row level security;
create policy own_authority on survey_stratum using (authority_id = actor_authority());
alter table survey_question enable row level security; alter table survey_question force row level security;
create policy own_authority on survey_question using (authority_id = actor_authority());
alter table survey_respondent enable row level security; alter table survey_respondent force row level security;
create policy own_authority on survey_respondent using (authority_id = actor_authority());
