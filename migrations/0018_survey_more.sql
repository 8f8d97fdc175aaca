-- The sample's seed, papers that were typed once and wait to be typed a second time, and no store of questions beside the questionnaires themselves:
-- a question is taken from an earlier survey.

drop table survey_question;

-- Whoever has the list and the seed draws the same people again.
alter table survey add column sample_seed text check (sample_seed is null or length(sample_seed) between 1 and 100);

-- A paper between its two entries. It is gone as soon as both agree and the answers are in the intake; a receipt keeps its number from counting twice.
create table survey_paper (
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  respondent_group text not null,
  -- What is printed or written on the paper by whoever collects them.
  number text not null check (number <> '' and length(number) <= 40),
  -- Typed cells by column: {"q1": "4"}.
  typed jsonb not null,
  entered_by uuid references person (id),
  primary key (authority_id, survey_id, number),
  foreign key (authority_id, survey_id, unit_id, respondent_group)
    references survey_stratum (authority_id, survey_id, unit_id, respondent_group)
);

grant select, insert, update, delete on survey_paper to parindex_application;
alter table survey_paper enable row level security; alter table survey_paper force row level security;
create policy own_authority on survey_paper using (authority_id = actor_authority());
